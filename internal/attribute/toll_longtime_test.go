package attribute

import "testing"

// What a sentence sums over a long time or a whole country is a toll.
func TestOfLongTime(t *testing.T) {
	const told = "An air raid killed nine people in Homs on Monday, doctors said. "
	one := []string{"k=9"}
	for _, c := range []claimCase{
		{name: "since the start", text: told + "At least 74 civilians have been killed in Idlib since the beginning of Ramadan, according to a monitor.", want: one, only: true},
		{name: "since the truce", text: told + "Since the truce took hold 33 people have been killed in Idlib.", want: one, only: true},
		{name: "in the quarter", text: told + "Police raids left 44 people dead during the quarter.", want: one, only: true},
		{name: "in a quarter of a town", text: "Shells killed four people in the old quarter of Homs on Monday.", want: []string{"k=4"}, only: true},
		{name: "from day to day", text: told + "From July 1 to September 10 at least 61 people were murdered in Idlib.", want: one, only: true},
		{name: "for many days", text: told + "The 40-day offensive has cost the lives of 200 rebels.", want: one, only: true},
		{name: "nationwide", text: told + "Nationwide 60 people were killed on Monday, according to the committees.", want: one, only: true},
		{name: "across the country", text: told + "Across the country 60 people were killed on Monday, the committees said.", want: one, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What was counted over the time that a report is of is no incident.
func TestUnderReview(t *testing.T) {
	for _, c := range []claimCase{
		{name: "during the week", text: "Five civilians were killed during the week and 288 were wounded in Gaza.", only: true},
		{name: "in the course of the week", text: "Five civilians were killed in Gaza in the course of the week, the centre said.", only: true},
		{name: "over the month", text: "Five civilians were killed over the month in Gaza, the centre said.", only: true},
		{name: "a deed", text: "An air strike killed five civilians during the week in Gaza, the centre said.", want: []string{"ev=air_strike k=5"}, only: true},
		{name: "the week before", text: "Five civilians were killed in Kutum over the week of the feast, the centre said.", want: []string{"k=5"}, only: true},
		{name: "first of all", text: "Of the month's dead five civilians were killed in a raid on Kutum.", want: []string{"k=5"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
