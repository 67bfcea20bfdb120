package attribute

import "testing"

func TestCostMen(t *testing.T) {
	for _, c := range []claimCase{
		{name: "cost a side", text: "The battle for Kosti on Tuesday cost the rebels about 115 men, the army command said.", want: []string{"k=~115"}, only: true},
		{name: "cost soldiers", text: "The attack cost the army 20 soldiers in Kosti on Tuesday.", want: []string{"k=20"}, only: true},
		{name: "cost money", text: "A bomb hit Kosti on Tuesday and cost the army two million dollars.", want: []string{"k=none"}},
		{name: "a grave with people", text: "A mass grave with 12 people was found in Kosti on Tuesday.", want: []string{"k=12"}, only: true},
		{name: "a grave holding soldiers", text: "A mass grave holding at least 40 soldiers was unearthed in Kosti on Tuesday.", want: []string{"k=40+"}, only: true},
		{name: "a row of titles", text: "Gunmen killed Police Colonel Omar Example in Kosti on Tuesday, police said.", want: []string{"k=1"}, only: true},
		{name: "a title cut short", text: "Gunmen killed Iraqi Army Col. Omar Example in Kosti on Tuesday, police said.", want: []string{"k=1"}, only: true},
		{name: "an office", text: "A bomb wounded Deputy Mayor Jane Example in Kosti on Tuesday, police said.", want: []string{"i=1"}, only: true},
		{name: "some of the dead", text: "Nine of the dead fell in Kosti on Tuesday where snipers opened fire on a funeral, activists said.", want: []string{"k=9"}, only: true},
		{name: "some came in a strike", text: "Regime strikes on Aleppo killed 15 civilians on Wednesday. The Observatory said at least 10 of the dead (including children) came in strikes just outside the Noor hospital in Shaar.",
			want: []string{"k=15 at=aleppo", "k=10+ said=observatory"}, only: true},
		{name: "some were killed in a part of town", text: "Rocket attacks by terrorists killed 40 people in Aleppo on Saturday. Five of the dead were killed in al-Midan where 25 others were injured.",
			want: []string{"k=40 at=aleppo", "k=5 i=25 at=al-midan"}, only: true},
		{name: "some of the victims died in raids", text: "Shelling killed 29 people in Eastern Ghouta on Monday, the monitor said. Fourteen of the victims died in air strikes on Saqba.",
			want: []string{"k=29", "k=14 at=saqba"}, only: true},
		{name: "some died in hospital", text: "The blast in Azaz killed 17 people on Monday. Five of the victims died in hospital.", want: []string{"k=17"}, only: true},
		{name: "some came from one family", text: "The shelling of Douma killed 12 people on Monday. At least three of the dead came from one family.", want: []string{"k=12"}, only: true},
		{name: "some of the dead, no place", text: "A bomb killed 12 people in Kosti on Tuesday. Nine of the dead were children.", want: []string{"k=12"}, only: true},
		{name: "items of a list", text: "KOSTI - A bomb killed four people at a market, police said. AKRON - Gunmen killed a judge on Monday, police said. DAYTON - Gunmen killed a teacher in a raid on a school, police said.",
			want: []string{"k=4", "k=1", "k=1"}},
	} {
		t.Run(c.name, c.run)
	}
}
