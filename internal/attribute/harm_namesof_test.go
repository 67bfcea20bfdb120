package attribute

import "testing"

// Other recorders' numbers of the dead of one incident are claims of theirs.
func TestNamedSoMany(t *testing.T) {
	const hit = "A shell hit a bakery in Homs on Sunday, killing at least four people.\n\n"
	for _, c := range []claimCase{
		{name: "named victims", text: hit + "Karm News named seven victims, two of them girls.", want: []string{"k=4+", "k=7 said=karm_news at=homs on=2017-10-15"}, only: true},
		{name: "names of victims", text: hit + "The local council published the names of eight victims.", want: []string{"k=4+", "k=8 said=council"}, only: true},
		{name: "martyrs", text: hit + "An activist wrote on Facebook of nine martyrs.", want: []string{"k=4+", "k=9 said=activist"}, only: true},
		{name: "given as", text: hit + "Karm News gave the number of dead as 13.", want: []string{"k=4+", "k=13 said=karm"}, only: true},
		{name: "updated", text: hit + "Karm News said six were killed. It later updated this to 11.", want: []string{"k=4+", "k=6", "k=11 said=karm"}},
		{name: "who they were", text: hit + "Police named the victims as a farmer and his sons.", want: []string{"k=4+"}, only: true},
		{name: "other numbers", text: hit + "The council published photos of five craters.", want: []string{"k=4+"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
