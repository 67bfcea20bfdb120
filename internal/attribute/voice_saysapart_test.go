package attribute

import "testing"

// Who says something else behind a deed does not tell of it.
func TestSaysApart(t *testing.T) {
	for _, c := range []claimCase{
		{name: "close to victory", text: "Jets bombed the port of Latakia on Monday as the government said it was close to victory.", want: []string{"ev=air_strike -said=government"}, only: true},
		{name: "talks had failed", text: "Shells hit a school in Homs on Monday while the mayor said talks had failed.", want: []string{"ev=shelling -said=mayor"}, only: true},
		{name: "of the dead", text: "Jets bombed the port of Latakia on Monday as medics said eight people were killed.", want: []string{"k=8 said=medics"}, only: true},
		{name: "as he said", text: "Shells hit a school in Homs on Monday as the mayor said.", want: []string{"ev=shelling said=mayor"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
