package attribute

import "testing"

// Whose voice is heard did nothing thereby.
func TestVoice(t *testing.T) {
	for _, c := range []claimCase{
		{name: "sources", text: "Regime sources said on Monday that a mine killed four people near Aleppo.", want: []string{"k=4 -by=regime"}, only: true},
		{name: "activists", text: "Opposition activists said 11 people were killed in a raid on Hama on Monday.", want: []string{"k=11 -by=opposition"}, only: true},
		{name: "close to", text: "Six people died of knife wounds in Hama on Monday, according to a website close to Hezbollah.", want: []string{"k=6 -by=hezbollah"}, only: true},
		{name: "his spokesman", text: "The army's spokesman said 22 soldiers were killed in an ambush near Hama on Monday.", want: []string{"k=22 -by=army"}, only: true},
		{name: "his fighters", text: "An army commander said on Monday that 11 of his fighters were killed by mines in Hama.", want: []string{"k=11 -by=army"}, only: true},
		{name: "of itself", text: "The coalition spokesman said its planes had hit a car near Hama on Monday and killed two men.", want: []string{"k=2 by=coalition"}},
		{name: "denies", text: "A military spokesman denied that the army had killed four people in Hama on Monday.", want: []string{"by=army"}},
		{name: "itself", text: "The regime killed four people in a raid on Hama on Monday, regime sources said.", want: []string{"k=4 by=regime"}, only: true},
		{name: "another body", text: "Rebel sources said the army killed four people in Hama on Monday.", want: []string{"k=4 by=army -by=rebel"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
