package attribute

import "testing"

// An incident of old that a report calls to mind with its day is a claim.
func TestRecalled(t *testing.T) {
	for _, c := range []claimCase{
		{name: "in a clause", text: "Gunmen killed 14 workers in Homs on Monday. The raid comes ten months after 36 workers were killed in a quarry at Aleppo in December last year.",
			want: []string{"k=14 at=homs", "k=36 on=2016-12-01"}, only: true},
		{name: "kidnapped", text: "Gunmen killed 14 workers in Homs on Monday. The fate of two priests who were kidnapped on the outskirts of Aleppo last February remains unknown.",
			want: []string{"k=14 at=homs", "ev=abduction at=aleppo on=2017-02-01"}, only: true},
		{name: "himself shot", text: "Jets struck Homs on Monday, killing four. \"I am an elder,\" said one of the workers, Jasim Example, who was himself shot in 2009 in Aleppo and walks with a cane.",
			want: []string{"k=4 at=homs", "ev=shooting at=aleppo on=2009-01-01"}, only: true},
		{name: "a town taken", text: "Jets struck Homs on Monday, killing four. The army captured the town from the group last year.", want: []string{"k=4 at=homs"}, only: true},
		{name: "a law", text: "Jets struck Homs on Monday, killing four. Damascus joined the convention in 2013 to avert strikes.", want: []string{"k=4 at=homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
