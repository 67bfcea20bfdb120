package attribute

import "testing"

// The source that an item of a log or a bulletin ends with is credited with the item.
func TestSourceLines(t *testing.T) {
	for _, c := range []claimCase{
		{name: "one and several", text: "9 October 2017: In Homs, gunmen shot dead a teacher. Sources: Karm Radio and a nurse\n11 October 2017: A bomb killed four people in Hama. Source: Ministry of Health and Welfare",
			want: []string{"k=1 at=homs said=nurse", "k=4 at=hama said=welfare"}, only: true},
		{name: "in brackets, by bullets", text: "• Homs: two men were shot dead at a market on Monday (Source: Karm Post)\n• Hama: a bomb killed five people on Monday",
			want: []string{"k=2 said=karm", "k=5 -said=karm"}, only: true},
		{name: "a line of its own", text: "Gunmen killed three farmers near Homs on Monday.\nSource: Karm Radio\n\nA shell wounded six people in Hama on Monday.\nSource: Karm Post\n",
			want: []string{"k=3 said=radio", "i=6 said=post"}, only: true},
		{name: "its own speaker first", text: "Police said two men were shot dead in Homs on Monday. Source: Karm Post\n\nA bomb killed five people in Hama on Monday.",
			want: []string{"k=2 said=police", "k=5 -said=karm"}, only: true},
		{name: "what the page is from", text: "Two men were shot dead in Homs on Monday.\nA bomb killed five people in Hama on Monday.\nSource: Karm Agency",
			want: []string{"k=2 -said=karm", "k=5 -said=karm"}, only: true},
		{name: "an item of three paragraphs", text: "9 October 2017: In Homs, gunmen shot dead a teacher.\n\nThe street was closed.\n\nSource: Karm Radio\n\n11 October 2017: A bomb killed four people in Hama.\n\nSource: Karm Post",
			want: []string{"k=1 at=homs said=radio", "k=4 at=hama said=post"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

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
