package attribute

import "testing"

// Deeds that are only spoken of in general are no claims; the same words about one deed are.
func TestInGeneral(t *testing.T) {
	const deed = "Raids killed nine people in Idlib on Monday, the Observatory said. "
	for _, c := range []claimCase{
		{name: "denies using", text: deed + "Damascus denies that its forces use barrel bombs.", want: []string{"k=9"}, only: true},
		{name: "denies having", text: deed + "The government denies it has any chemical weapons.", want: []string{"k=9"}, only: true},
		{name: "denied it", text: deed + "The army denied that its planes had carried out the raids.", want: []string{"k=9", "st=denied"}, only: true},
		{name: "aims", text: deed + "The ministry says its operations target only terrorists.", want: []string{"k=9"}, only: true},
		{name: "never aims", text: deed + "The coalition insists that its air strikes do not target civilians.", want: []string{"k=9"}, only: true},
		{name: "use is a crime", text: deed + "The council said that the use of cluster bombs against homes is a war crime.", want: []string{"k=9"}, only: true},
		{name: "report out", text: deed + "The network releases its monthly report documenting arbitrary arrests by all sides in Homs.", want: []string{"k=9"}, only: true},
		{name: "looks into", text: deed + "The agency is looking into the allegations of a gas attack in Homs, its spokeswoman said.", want: []string{"k=9"}, only: true},
		{name: "the second in days", text: "A man was shot in Akron on Monday. It was the second freeway shooting in three days.", want: []string{"i=1"}, only: true},
		{name: "a game", text: "The Spartans beat Akron West, 7-3, on Friday.", only: true},
		{name: "beaten", text: "Guards beat three prisoners in Homs on Monday, a lawyer said.", want: []string{"at=Homs"}, only: true},
		{name: "related", text: deed + "No one was hurt in Homs.\n34 Related Rebels Shell Russian Embassy in Damascus Army Crosses River Tags shelling Damascus", want: []string{"k=9"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Sums of a year or of an offensive are tolls, whatever day it began; a toll of one deed that
// rises is its figure.
func TestSumsCompared(t *testing.T) {
	for _, c := range []claimCase{
		{name: "up from", text: "Forty-three people were wounded by gunfire in Akron, up from 35.", only: true},
		{name: "compared with", text: "Gunfire killed 12 people in Akron, compared with 19 the year before.", only: true},
		{name: "a toll that rose", text: "The bombing in Homs on Monday killed 12 people, police said, a toll up from nine.", want: []string{"k=12"}},
		{name: "since it began", text: "Since the launch of the operation on September 30, more than 265 civilians were killed in Idlib, the network said.", only: true},
		{name: "since a day of this week", text: "Since the start of the offensive on Monday 12 civilians were killed in Idlib, the network said.", want: []string{"k=12"}},
		{name: "one another", text: "Militants continued to kill one another in Idlib on Tuesday, claiming the lives of over 100 militants.", want: []string{"k=101+"}},
	} {
		t.Run(c.name, c.run)
	}
}

// That a shooting was reported at a place is where the one told of before was.
func TestReportedThere(t *testing.T) {
	c := claimCase{text: "A boy was shot on Monday in Akron, police said.\n\nThe shooting was reported at 5 p.m. at a home on Olive Road.", want: []string{"i=1 at=Olive_Road"}, only: true}
	c.run(t)
}
