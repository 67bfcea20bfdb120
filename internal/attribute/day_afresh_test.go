package attribute

import "testing"

// A report comes back to its own day when it turns from an older deed to something else.
func TestAfresh(t *testing.T) {
	const news = "A bomb killed nine people in Homs on Monday, medics said.\nIn Idlib a shell had killed two people on Friday.\n"
	for _, c := range []claimCase{
		{name: "separately", text: news + "Separately, tribesmen said a drone hit a car near Hama and killed five.", want: []string{"k=9 on=2017-10-16", "k=5 on=2017-10-16"}},
		{name: "in the meantime", text: news + "In the meantime, gunmen killed five people near Hama.", want: []string{"k=5 on=2017-10-16"}},
		{name: "a separate attack", text: news + "In a separate attack, gunmen killed five people near Hama.", want: []string{"k=5 on=2017-10-16"}},
		{name: "in a place", text: news + "In Aleppo, gunmen killed five people, activists said.", want: []string{"k=5 on=2017-10-16"}},
		{name: "its own day", text: news + "Separately, gunmen killed five people near Hama on Sunday.", want: []string{"k=5 on=2017-10-15"}},
		{name: "goes on", text: news + "Gunmen killed five more people at a checkpoint outside the town.", want: []string{"k=5 on=2017-10-13"}},
		{name: "the news is undated", text: "A bomb killed nine people in Homs.\nIn Idlib a shell killed two people on Tuesday.\nMeanwhile gunmen killed five people near Hama.", want: []string{"k=5 on=2017-10-17"}},
		{name: "a list of towns", text: "HOMS - A bomb killed nine people, police said. HAMA - A soldier was killed on Monday by a mine, the army said. IDLIB - Gunmen killed five people, a doctor said.",
			want: []string{"k=1 on=2017-10-16", "k=5 on=2017-10-18"}},
	} {
		t.Run(c.name, c.run)
	}
}
