package attribute

import "testing"

// The doer whom a lead names for several attacks did each of them.
func TestDoersOfAll(t *testing.T) {
	for _, c := range []claimCase{
		{name: "parts make up the whole", text: "Suspected jihadists killed at least 32 people in two attacks in Syria between Saturday and Sunday. At least 20 people died on Sunday when lorries were fired on near Idlib. Twelve people were killed late on Saturday at Hama, a security source said.",
			want: []string{"k=32+ by=jihadists", "k=20+ at=idlib by=jihadists", "k=12 at=hama by=jihadists"}},
		{name: "the worst of them", text: "At least 31 people were killed in attacks by bandits on villages in Idlib and Hama on Sunday. The worst of the attacks happened at Kafr Nabl in Idlib, where 19 people lost their lives.",
			want: []string{"k=19 by=bandits"}},
		{name: "guards", text: "Rebels killed nine soldiers in attacks in Syria on Sunday. Two soldiers were killed by a mine in Hama on Sunday.",
			want: []string{"k=2 at=hama by=rebels"}},
		{name: "something else", text: "Rebels killed nine soldiers in attacks near Idlib on Sunday. A bomb laid by unknown men killed two traders in Hama on Sunday.",
			want: []string{"k=2 at=hama"}},
	} {
		t.Run(c.name, c.run)
	}
	for _, text := range []string{
		"Rebels killed nine soldiers in attacks near Idlib on Sunday. Three farmers died when a mine went off in Raqqa on Sunday.",
		"Five policemen were killed in two attacks in Homs on Sunday, officials said. Two policemen died when a bomb went off in Hama on Sunday.",
	} {
		cs, _ := testReader().Read(report("", text))
		for _, c := range cs {
			if n := c.Place.Name; n != "Raqqa" && n != "Hama" {
				continue
			}
			if len(c.Actors) > 0 {
				t.Errorf("%s: by %v", text, c.Actors)
			}
		}
	}
}
