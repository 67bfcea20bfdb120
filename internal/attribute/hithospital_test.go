package attribute

import "testing"

// A hospital by its name is the place where it was hit or near, not where somebody is brought.
func TestHitHospital(t *testing.T) {
	for _, c := range []claimCase{
		{name: "its vicinity", text: "On Monday a rocket shell hit the vicinity of al-Hikma Hospital in Aleppo city and injured four people.", want: []string{"i=4 at=al-Hikma_Hospital in=Aleppo"}, only: true},
		{name: "bombed", text: "On Monday a jet bombed al-Hikma Hospital in Aleppo city and killed four people.", want: []string{"k=4 at=al-Hikma_Hospital in=Aleppo"}, only: true},
		{name: "taken there", text: "Four people were killed by shells in Homs on Monday and taken to al-Hikma Hospital, doctors at Karm Hospital said.", want: []string{"k=4 at=Homs"}, only: true},
		{name: "a source of it", text: "Four people were killed by shells in Homs on Monday. Shells hit Karm Hospital sources said.", want: []string{"k=4 at=Homs"}},
	} {
		t.Run(c.name, c.run)
	}
}
