package attribute

import "testing"

// Where a body moved into is where the next sentences tell of, as long as they name no place of their own.
func TestMovedInto(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a camp", text: "At 03:30 on Monday, Northland forces moved into Balata camp, east of Nablus. As a result, Omar Roe, 17, was hit with a bullet in the chest and killed.",
			want: []string{"ev=shooting k=1 at=balata"}, only: true},
		{name: "a village", text: "On Monday, soldiers entered the village of Burin, south of Nablus. A boy of 17 was shot dead.", want: []string{"k=1 at=burin"}, only: true},
		{name: "a few sentences on", text: "On Monday, soldiers moved into the village of Burin, south of Nablus. Youths threw stones at them. The soldiers fired live bullets. As a result, a boy of 17 was hit in the head and died.",
			want: []string{"k=1 at=burin"}},
		{name: "a place of its own", text: "On Monday, soldiers entered the village of Burin. A boy of 17 was shot dead in Jenin.", want: []string{"k=1 at=jenin"}, only: true},
		{name: "who came was no body", text: "On Monday, thousands of pilgrims entered Najaf. A boy of 17 was shot dead in Homs.", want: []string{"k=1 at=homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
