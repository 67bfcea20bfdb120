package attribute

import "testing"

// Who says it, where, when and by whom, in wordings that led the reader to somebody
// or somewhere else.
func TestSlotTellings(t *testing.T) {
	for _, c := range []claimCase{
		{name: "said a fighting body", text: "The watchdog said a US-led coalition raid near Idlib killed nine people on Monday.",
			want: []string{"k=9 by=coalition said=watchdog"}, only: true},
		{name: "said fighters", text: "The charity said Islamic State fighters killed nine people near Idlib on Monday.",
			want: []string{"k=9 by=state said=charity"}, only: true},
		{name: "a doctor, said the gunmen", text: "Jane Doe, a doctor in Idlib, said the gunmen killed nine people there on Monday.",
			want: []string{"k=9 by=gunmen said=doe -said=gunmen"}, only: true},
		{name: "said whose office follows", text: "Soldiers shelled a market in Idlib on Monday and killed nine people said the register's director Jane Doe.",
			want: []string{"k=9 said=doe"}, only: true},
		{name: "a week after", text: "The attack in Hama came one week after a suicide bomber killed 29 fighters at a crossing near Idlib.",
			want: []string{"k=29 on=2017-10-11"}, only: true},
		{name: "a day after", text: "A bomb killed five people in Idlib on Monday, a day after shells killed nine in Hama.",
			want: []string{"k=5 at=idlib on=2017-10-16", "k=9 at=hama on=2017-10-15"}, only: true},
		{name: "taken earlier this year", text: "Shells killed nine people on Monday in Saraqib. Three soldiers died in clashes for the village of Binnish captured by rebels earlier this year.",
			want: []string{"k=9 on=2017-10-16", "k=3 on=2017-10-16 to=2017-10-16"}, only: true},
		{name: "a truce that began", text: "An air strike on Idlib killed nine people in breach of a truce that began on October 3.",
			want: []string{"k=9 on=2017-10-18"}, only: true},
		{name: "clashes that began", text: "Clashes that began on Monday killed nine people in Idlib.", want: []string{"k=9 on=2017-10-16"}, only: true},
		{name: "last October", text: "Last October, a shell killed a man in Idlib.", want: []string{"k=1 on=2016-10-01"}, only: true},
		{name: "the year told before", text: "The jury heard of a shooting in Gary in August 2015. Jane Roe was shot dead in Gary on Aug. 12, a witness said.",
			want: []string{"k=1 on=2015-08-12"}},
		{name: "arrested on another day", text: "Detectives on Monday arrested a man in connection with a shooting in Gary on Oct. 9 that killed a woman.",
			want: []string{"k=1 on=2017-10-09"}, only: true},
		{name: "raised the toll of the day before", text: "The register on Tuesday raised the death toll from air strikes on a market in Idlib the previous day to 61.",
			want: []string{"k=61 on=2017-10-16"}, only: true},
		{name: "pulled up and fired", text: "Detectives said someone in a dark van pulled up and opened fire in Gary on Monday, killing a man.",
			want: []string{"k=1 by=someone said=detectives"}, only: true},
		{name: "got out and fired", text: "Two masked men got out of a van in Gary on Monday and started shooting, killing a woman.",
			want: []string{"k=1 by=men"}, only: true},
		{name: "approached and shot him", text: "A cook was walking home in Gary on Monday when two men approached him, demanded money and shot him dead, Sgt. Jane Roe said.",
			want: []string{"by=men said=roe"}},
		{name: "walked in, and others fired", text: "Two men walked into a bar in Gary on Monday and a waiter was shot dead.",
			want: []string{"k=1 -by=men"}, only: true},
		{name: "who had shot", text: "A man who had shot and wounded an officer in Gary was found dead on Monday.",
			want: []string{"k=1 by=man"}, only: true},
		{name: "troopers at the start", text: "Troopers shot a man in Gary on Monday.", want: []string{"ev=shooting by=troopers"}, only: true},
		{name: "a named building", text: "A gunman walked into the Redmoor Timber building in Toledo on Monday and killed two people.",
			want: []string{"k=2 at=redmoor in=toledo"}, only: true},
		{name: "a named park told of apart", text: "Two people were shot dead in Toledo on Monday, police said. Officers were sent to the Willow Hill Apartments at 6 a.m.",
			want: []string{"k=2 at=willow in=toledo"}, only: true},
		{name: "where the wounded are brought", text: "Two people were shot in Toledo on Monday, police said. They were flown to Maple Grove Hospital.",
			want: []string{"i=2 at=toledo"}, only: true},
		{name: "where the dead lived", text: "A hunter fired a shotgun near Akron on Monday. The shot killed 46-year-old Jane Roe of Toledo, police said.",
			want: []string{"k=1 at=akron"}, only: true},
		{name: "of a town, between commas", text: "Jane Roe, 46, of Toledo, was shot dead on Monday, police said. The shooting was in Akron.",
			want: []string{"k=1 at=akron"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
