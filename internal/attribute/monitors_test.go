package attribute

import "testing"

// Ways of telling that monitors and offices for human rights have.
func TestMonitorsWays(t *testing.T) {
	for _, c := range []claimCase{
		{name: "on the 17th", text: "Shelling of Zour camp killed two people on 9 October. On the 14th an airstrike hit a truck on the Raghwan road and killed three.",
			want: []string{"k=2 on=2017-10-09", "k=3 on=2017-10-14"}, only: true},
		{name: "the 12th floor", text: "A mortar hit a flat on the 12th floor in Taiz on Monday, killing two.",
			want: []string{"k=2 on=2017-10-16"}, only: true},
		{name: "ages in brackets", text: "Adel Example (44) was killed and his son (9) was seriously wounded by a mine in Harad on Monday.",
			want: []string{"k=1 i=1"}, only: true},
		{name: "two brothers by name", text: "Two brothers, Adel (22) and Sami Example (19), were killed when a drone fired a missile at them in Rafah on Monday.",
			want: []string{"k=2"}, only: true},
		{name: "a figure of figures", text: "On 12 October, 11 civilians (six men, three women, two boys) were killed and 16 others (nine women, seven men) injured when a missile hit a cafe in Hroza.",
			want: []string{"k=11 i=16"}, only: true},
		{name: "him and his", text: "Warplanes hit the house of Omar Example in Rafah on Monday, killing him, his wife and their four children.",
			want: []string{"ev=air_strike k=6"}, only: true},
		{name: "a body found", text: "The body of an unidentified man was found with gunshot wounds near Jassim on Monday.",
			want: []string{"k=1 at=Jassim"}, only: true},
		{name: "two towns' road", text: "A truck was hit by gunfire on the Juba–Nimule road on Monday, and one nurse was killed.",
			want: []string{"k=1 at=Juba–Nimule"}, only: true},
		{name: "accused of", text: "Residents of Katale said that eight or nine villagers, accused of feeding the other side, were killed in Katale on Monday.",
			want: []string{"k=8..9 said=residents"}, only: true},
		{name: "reasonable grounds", text: "The Mission found reasonable grounds to believe that soldiers executed 17 men in Hlaing on 12 October.",
			want: []string{"k=17 said=mission"}, only: true},
		{name: "credible reports", text: "The Mission received credible reports that on 12 October militiamen killed 14 civilians in Mweso.",
			want: []string{"k=14 said=mission"}, only: true},
		{name: "deeply concerned", text: "The Karm Rights Network is deeply concerned by the killing of five journalists in Goma on Monday.",
			want: []string{"k=5 said=karm"}, only: true},
		{name: "not credible", text: "The Coalition assessed the allegation of 14 civilians killed in an airstrike on Hajin on 12 October as non-credible.",
			want: []string{"ev=air_strike st=denied said=coalition"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What a body counts over days is a toll, and a log may name its teller once.
func TestMonitorsCounts(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the past eight days", text: "In the past eight days we have admitted 211 wounded to our hospital in Goma.", only: true},
		{name: "over the week", text: "Over the week, nine incidents of border fire in Zabid killed four migrants.", only: true},
		{name: "between two days", text: "Between 1 and 14 October, the Office documented 83 civilians killed in Kherson.", only: true},
		{name: "between two days beside each other", text: "Between 3 and 4 October, shelling of Kherson killed five people.",
			want: []string{"ev=shelling k=5 on=2017-10-03"}, only: true},
		{name: "over days and on one", text: "In the past eight days shells fell daily. On Monday a rocket killed three people in Goma.",
			want: []string{"k=3 on=2017-10-16"}, only: true},
		{name: "another counts otherwise", text: "The market in Saraqib was bombed on Monday and 12 people died, the Saraqib Monitor reported. The Furat Network reported 14.",
			want: []string{"k=12 said=saraqib", "k=14 said=furat"}, only: true},
		{name: "another speaks of hours", text: "The market in Saraqib was bombed on Monday and 12 people died, the Saraqib Monitor reported. The Furat Network said 14 hours passed.",
			want: []string{"k=12 said=saraqib"}, only: true},
		{name: "a name that holds a day", text: "Hajin Today reported 12 dead in the strike on Saraqib on Monday.",
			want: []string{"k=12 on=2017-10-16 said=hajin_today"}, only: true},
		{name: "the following", text: "The Karm Centre's fieldworkers documented the following:\n\nGunboats shelled the beach at Deir al-Balah on Monday and wounded a fisherman.\n\nA drone killed two men in Rafah on Sunday.",
			want: []string{"i=1 said=fieldworkers", "k=2 said=fieldworkers"}, only: true},
		{name: "farmer killed", text: "Farmer killed by mine in Harad on Monday.",
			want: []string{"ev=landmine k=1"}, only: true},
		{name: "mother wounded", text: "Two children killed, mother wounded by rockets in Saraqib on Monday.",
			want: []string{"k=2 i=1"}, only: true},
		{name: "soldier killed two", text: "Soldier killed two people in Harad on Monday.",
			want: []string{"k=2"}, only: true},
		{name: "said to have been", text: "On 12 October three civilians were killed in an airstrike on Zabid, local sources said. Eight others were said to have been injured.",
			want: []string{"k=3 i=8"}, only: true},
		{name: "at gunpoint", text: "Three aid workers were taken at gunpoint from their vehicle near Bria on Monday.",
			want: []string{"ev=abduction at=Bria"}, only: true},
		{name: "by armed men from", text: "Two of our nurses were taken by armed men from their guesthouse in Bria on Monday.",
			want: []string{"ev=abduction at=Bria"}, only: true},
		{name: "water cut off", text: "Fighters sabotaged the water station in Djibo on Monday, cutting off water to 9,000 people.",
			want: []string{"ev=obstruction by=fighters"}, only: true},
		{name: "of whom nine died", text: "Our hospital in Goma received 47 people wounded, of whom nine died, after shelling of the market in Mayo on Monday.",
			want: []string{"k=9"}},
		{name: "who he was", text: "An unidentified drone targeted a car in Idlib on Monday, killing its driver, a commander of the Karm Brigade.",
			want: []string{"k=1"}, only: true},
		{name: "killing him", text: "Gunmen on a motorcycle shot a former fighter in Nawa on Monday, killing him instantly.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "a displaced woman", text: "A displaced woman lost her life in the shelling of the Maram camp on Monday.",
			want: []string{"ev=shelling k=1"}, only: true},
		{name: "bodies arrived", text: "Airstrikes hit Saraqib on Monday. By noon six bodies had arrived at Jumhuri hospital.",
			want: []string{"k=6 -at=hospital"}},
	} {
		t.Run(c.name, c.run)
	}
}
