package attribute

import "testing"

// What becomes of those who were counted is part of the claim that counted them.
func TestPartOfThoseHarmed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "died, taken, critical", text: "Four people were shot in Homs on Sunday, police said. Two men died at the scene. The two other victims were taken to hospital, one in critical condition.",
			want: []string{"k=2 i=2"}, only: true},
		{name: "found two of them", text: "Three people were shot in Homs on Saturday, police said. When officers arrived they found two men with gunshot wounds.",
			want: []string{"k=none i=3"}, only: true},
		{name: "one of the victims", text: "Five people were wounded in a shooting in Homs on Friday, police said. One of the victims is in critical condition.",
			want: []string{"k=none i=5"}, only: true},
		{name: "two of them died", text: "Six people were shot in Homs on Monday. Two of them died, police said.", want: []string{"k=2 i=4"}, only: true},
		{name: "a second victim is stable", text: "Three people were shot in Homs on Monday, police said. One died at a hospital. A second victim was in stable condition.",
			want: []string{"k=1 i=2"}, only: true},
		{name: "the man died", text: "A man and a woman were shot in Homs on Tuesday. The man, 34, died at a hospital.", want: []string{"k=1 i=1"}, only: true},
		{name: "the victim was pronounced dead", text: "A 30-year-old man was shot in the chest in Homs on Monday, police said. The victim was pronounced dead at the scene.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "both men died", text: "Two men were stabbed in Homs on Monday. Both men died.", want: []string{"k=2 i=none"}, only: true},
		{name: "dead beside the wounded", text: "A shell wounded six people in Homs on Monday. Two people were killed.", want: []string{"k=2 i=6"}, only: true},
		{name: "others elsewhere", text: "Three people were shot in Homs on Monday. Two others were wounded by a shell in Idlib on Monday.",
			want: []string{"i=3 at=homs", "i=2 at=idlib"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A figure that a headline got from the text is not looked for in the headline's words.
func TestFigureFromTheText(t *testing.T) {
	rep := report("Benue State- sarin", "himself Joe Example, 34,, triggered spokespersons Died. whole booths waving Joe Example, 34, under guards Three wounded at Us-coalition custody trees strike killed police deaths hurting")
	cs, ts := testReader().Read(rep)
	checkClaims(t, rep, cs, ts)
}

// Which one has died by now says how many have, and who they were adds nobody.
func TestNthDied(t *testing.T) {
	for _, c := range []claimCase{
		{name: "fifth", text: "A fifth person has died of wounds suffered in Friday's shooting at a bar in Selah, police said.", want: []string{"k=5 i=none"}, only: true},
		{name: "and who", text: "A third man has died after gunfire in a bowling alley near Selah, the coroner said.\n\nRuth Hollins, 29, died Sunday afternoon at a hospital. The other two who died were Karl Zoran, 24, and Paul Zoran, 35.", want: []string{"k=3"}, only: true},
		{name: "another deed", text: "A second man died Friday in a separate shooting in Selah, police said.", want: []string{"k=1"}, only: true},
		{name: "one", text: "One person has died after a shooting in Selah on Friday, police said.", want: []string{"k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
	rep := report("Update: Second victim dies after Selah shooting", "A second person has died following Friday's shooting in Selah, police said.\n\nRuth Hollins, 17, died Monday at a hospital.")
	if cs, _ := testReader().Read(rep); len(cs) != 1 || mismatch(&cs[0], "k=2") != "" {
		t.Errorf("want one claim of two dead; read:%s", listed(cs))
	}
}
