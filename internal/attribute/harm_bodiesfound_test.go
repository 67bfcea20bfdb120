package attribute

import "testing"

// Bodies that are found are counted, and how they lay tells whether they were put to death.
func TestBodiesFound(t *testing.T) {
	for _, c := range []claimCase{
		{name: "tied", text: "Nine bodies were found tied on Monday near Homs.", want: []string{"ev=killing k=9 at=homs"}, only: true},
		{name: "in a well", text: "On Monday four bodies were discovered in a well near Homs.", want: []string{"ev=killing k=4"}, only: true},
		{name: "after an attack", text: "Gunmen attacked a camp near Homs on Monday. The mayor said 41 bodies had been found.", want: []string{"ev=attack k=41"}},
	} {
		t.Run(c.name, c.run)
	}
}
