package attribute

import "testing"

// A form's labels and what is filled in beside them tell no incident; its day and place
// are those of the narrative.
func TestForms(t *testing.T) {
	for _, c := range []claimCase{
		{name: "labels above", text: "Incident date\nMarch 3, 2018\n\nLocation\nAl Rasta, Homs, Syria\n\nGeolocation\n34.1, 36.2 Note: this is exact to the village. Zoom in\n\n" +
			"Narrative\n\nSix people were killed when jets struck a bakery in Al Rasta.\n\nSummary\n\n• Civilians reported killed\n   6\n• Strike status\n   Likely strike\n",
			want: []string{"k=6 on=2018-03-03"}, only: true},
		{name: "labels on the line", text: "Date: 4 March 2018\n\nPlace: Talbiseh, Homs\n\nType: shelling\n\nKilled: 2\n\nA shell fell on a queue and killed two women.\n\nSources: two\n",
			want: []string{"k=2 at=talbiseh on=2018-03-04"}, only: true},
		{name: "no form", text: "Location\n\nSix people were killed when jets struck a bakery in Homs on Sunday.",
			want: []string{"k=6 at=homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
