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

// A narrative whose title names no day opens with the day of its deed, far back.
func TestOpensFarBack(t *testing.T) {
	rep := report("Strike on mourners near Homs", "On 19 June an aircraft bombed a shrine in Homs and killed 18 people.\n\nThe mayor, Adam Example, blamed the coalition and said 20 people had died.")
	cs, _ := testReader().Read(rep)
	for i := range cs {
		if cs[i].When.From.String() != "2017-06-19" {
			t.Errorf("read:%s", listed(cs))
		}
	}
	if len(cs) != 2 {
		t.Errorf("%d claims; read:%s", len(cs), listed(cs))
	}
}
