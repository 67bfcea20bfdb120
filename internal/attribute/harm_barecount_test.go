package attribute

import "testing"

// Another speaker's bare number of the dead just told of.
func TestBareCounts(t *testing.T) {
	const before = "Shells hit a market in Kosti on Monday, killing seven people, the army said. "
	first := "k=7 said=army"
	for _, c := range []claimCase{
		{name: "before the speaker", text: before + "\"Twelve,\" a hospital official said.", want: []string{first, "k=12 at=kosti said=official"}, only: true},
		{name: "turned round", text: before + "Twelve, said a hospital official.", want: []string{first, "k=12 said=official"}, only: true},
		{name: "the real number", text: before + "The real number is twelve, a hospital official said.", want: []string{first, "k=12 said=official"}, only: true},
		{name: "according to", text: before + "According to a hospital official the number is twelve.", want: []string{first, "k=12 said=official"}, only: true},
		{name: "we counted", text: before + "\"We counted twelve,\" said a hospital official.", want: []string{first, "k=12 said=official"}, only: true},
		{name: "bodies", text: before + "\"I counted twelve bodies,\" said a hospital official.", want: []string{first, "k=12 said=official"}, only: true},
		{name: "the hospital's count", text: before + "The hospital's own count is twelve dead.", want: []string{first, "k=12 said=hospital"}, only: true},
		{name: "a tally", text: before + "A hospital official's tally was twelve dead.", want: []string{first, "k=12 said=official"}, only: true},
		{name: "estimated at", text: before + "A hospital official estimated the dead at twelve.", want: []string{first, "k=12 said=official"}, only: true},
		{name: "names read out", text: before + "A hospital official read out the names of twelve dead.", want: []string{first, "k=12 said=official"}, only: true},
		{name: "cited", text: before + "A hospital official cited twelve dead.", want: []string{first, "k=12 said=official"}, only: true},
		{name: "victims", text: before + "A hospital official said there were at least twelve victims.", want: []string{first, "k=12+ said=official"}, only: true},
		{name: "the speaker is none of them", text: before + "According to a hospital official, twelve died.", want: []string{first, "k=12 said=official"}, only: true},
		{name: "of other things", text: before + "The number of wards is twelve, an officer said.", want: []string{first}, only: true},
		{name: "an hour", text: before + "\"Twelve hours,\" a hospital official said.", want: []string{first}, only: true},
		{name: "nobody died", text: "Shells hit a market in Kosti on Monday, the army said. \"Twelve,\" a hospital official said.", want: []string{"k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A number of nobody named right behind a verb is its object, whoever stands before it.
func TestBareObjects(t *testing.T) {
	for _, c := range []claimCase{
		{name: "one bomber", text: "A suicide bomber killed five at a police training centre in Hangu on Monday.", want: []string{"k=5 at=hangu"}, only: true},
		{name: "one gunman", text: "A gunman killed five in Hangu on Monday.", want: []string{"k=5 by=gunman"}, only: true},
		{name: "wounded", text: "A suicide bomber wounded five outside a school in Hangu on Monday.", want: []string{"i=5 k=none"}, only: true},
		{name: "a day", text: "A gunman killed five Monday in Hangu.", want: []string{"k=5"}, only: true},
		{name: "the man shot and killed", text: "The coroner has identified the man shot and killed in Peoria on Monday as Marcus Example.", want: []string{"k=1 at=peoria said=coroner"}, only: true},
		{name: "a pair", text: "A pair of soldiers were killed by a mine in Homs on Monday.", want: []string{"k=2"}, only: true},
		{name: "a pair of shells", text: "A pair of mortar shells killed three people in Homs on Monday.", want: []string{"k=3"}, only: true},
		{name: "two deeds", text: "A gunman was killed and five wounded in Hangu on Monday.", want: []string{"k=1 i=5"}, only: true},
		{name: "the killing at an hour", text: "A 34-year-old man was stabbed outside a bar in Gary on Monday, police said. The killing happened about 11 p.m.", want: []string{"k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
