package attribute

import "testing"

// Who fired is not whom he hit, and who is behind a deed need bear no arms by his name.
func TestFiresHimself(t *testing.T) {
	for _, c := range []claimCase{
		{name: "into the air", text: "In May a man fired into the air during a dispute over a parking space in Akron, and a boy was hurt.", want: []string{"i=1 by=man"}},
		{name: "whom he killed", text: "In July a man killed his supervisor at a warehouse in Akron, police said.", want: []string{"k=1 by=man"}, only: true},
		{name: "was killed", text: "Police in Akron named a man killed Saturday on Foster Street.", want: []string{"-by=man"}},
		{name: "himself only", text: "A man shot and killed himself in a truck in Akron on Monday, police said.", want: []string{"k=1"}, only: true},
		{name: "behind the attack", text: "Officials denied that Murle were behind the attack, in which 20 people were killed in Juba on Monday.", want: []string{"k=20 by=murle"}},
		{name: "from two villages", text: "Gunmen from Homs and Hama took part in the killing of 11 people in Idlib on Monday, activists said.", want: []string{"k=11 by=gunmen -by=hama"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
