package attribute

import "testing"

// A text that opens with the name of a body and a colon is that body's account, and a deed of some
// days ago does not lend its day to the next.
func TestOpener(t *testing.T) {
	for _, c := range []claimCase{
		{name: "behind a place", text: "Homs Province – The Zoran Observatory for Human Rights: A shell killed two men in Karm today. An IED killed a boy in the town of Rastan.",
			want: []string{"k=2 said=Zoran_Observatory", "k=1 said=Zoran_Observatory"}, only: true},
		{name: "a place alone", text: "Homs Province: A shell killed two men in Karm today.", want: []string{"k=2"}, only: true},
		{name: "days ago", text: "Helicopters bombed the town of Rastan today, killing two men. A child from Homs died of wounds from shelling 3 days ago. An IED killed a boy in the town of Talbiseh.",
			want: []string{"k=2 on=2017-10-18", "k=1 on=2017-10-15", "k=1 on=2017-10-18"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
