package attribute

import "testing"

// Sources that a digest names behind an item are who says it.
func TestSourcesBehind(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a digest", text: "5 October 2017: In Homs city, gunmen shot dead a doctor. Source: Karm News\n\n7 October 2017: In Hama city, a shell hit a clinic, wounding two nurses. Sources: NBD and Radio Nil",
			want: []string{"k=1 at=homs said=karm_news", "i=2 at=hama said=radio_nil"}, only: true},
		{name: "the item's own speaker", text: "5 October 2017: In Homs city, gunmen shot dead a doctor, police said. Source: Karm News\n\n7 October 2017: In Hama city, a shell hit a clinic, wounding two nurses. Sources: NBD and Radio Nil",
			want: []string{"k=1 said=police -said=karm", "i=2 said=nbd"}, only: true},
		{name: "of the page", text: "A shell killed two women in Homs on Sunday. (Source: Karm News)", want: []string{"k=2 -said=karm"}, only: true},
		{name: "a list on lines", text: "• In Homs, a shell that fell on a house on Sunday killed two women\n• In Hama, gunmen at a checkpoint on Monday shot dead three farmers\n", want: []string{"k=2 at=homs", "k=3 at=hama"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
