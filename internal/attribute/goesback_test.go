package attribute

import "testing"

// What is told right behind a deed long past is of its day.
func TestGoesOnBack(t *testing.T) {
	const news = "A bomb killed nine people in Homs on Monday.\n"
	for _, c := range []claimCase{
		{name: "at the time", text: news + "On 18 August a drone hit a car near Hama, killing eight people. Karm News spoke of 11 dead at the time.", want: []string{"k=8 on=2017-08-18", "k=11 on=2017-08-18"}},
		{name: "they shot", text: news + "On 16 May gunmen stormed the village of Saraqib and killed a guard. They shot or hacked to death at least nine farmers and burned 21 houses.", want: []string{"k=9+ on=2017-05-16"}},
		{name: "the news again", text: news + "On 18 August a drone hit a car near Hama, killing eight people.\nA nurse said 11 people had died in the bombing.", want: []string{"k=8 on=2017-08-18", "k=11 on=2017-10-16"}},
		{name: "its own day", text: news + "On 18 August a drone hit a car near Hama, killing eight people. Another strike on Sunday killed four.", want: []string{"k=4 on=2017-10-15"}},
		{name: "another place", text: news + "On 18 August a drone hit a car near Hama, killing eight people. In Idlib, shells killed four people.", want: []string{"k=4 on=2017-10-16"}},
	} {
		t.Run(c.name, c.run)
	}
}
