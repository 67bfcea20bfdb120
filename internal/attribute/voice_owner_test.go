package attribute

import "testing"

// Bodies of one name are told apart by whose they are.
func TestOwnersOfMinistries(t *testing.T) {
	for _, c := range []claimCase{
		{name: "two ministries", text: "Armenia's defence ministry said four soldiers died when Azerbaijani forces fired at troops near Homs. Azerbaijan's defence ministry said three of its soldiers were killed and that Armenians had fired first.", want: []string{"k=4 said=Armenia", "k=3 said=Azerbaijan"}, only: true},
		{name: "land and adjective", text: "The Lebanese health ministry said four people were killed in shelling of Homs on Monday. Lebanon's health ministry later put the toll at seven.", want: []string{"k=7 said=health_ministry"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
