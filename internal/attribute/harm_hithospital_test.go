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

// A spot outside of a town, and a village whose first word many places are called by.
func TestOutsideOf(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a club outside of a town", text: "A man was shot and wounded on Monday at a club outside of Lancaster, deputies said.", want: []string{"i=1 at=club in=Lancaster"}, only: true},
		{name: "a village called a port", text: "Two people were killed on Monday in an attack in the village of Puerto Zolan, police said.", want: []string{"k=2 at=Puerto_Zolan"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
