package attribute

import "testing"

// Counts as news tells them on an ordinary day: ages beside numbers, a toll that is only
// confirmed, people told of by what they are, by name and by whose they are.
func TestCountsInPassing(t *testing.T) {
	for _, c := range []claimCase{
		{name: "who the victim is", text: "A second victim, a 19-year-old man, was shot in Homs on Monday.", want: []string{"i=1"}, only: true},
		{name: "who the prisoner was", text: "One prisoner, a teacher of 61, died under torture in Homs on Monday.", want: []string{"k=1"}, only: true},
		{name: "a list of two", text: "A teacher and a 19-year-old man were shot in Homs on Monday.", want: []string{"i=2"}, only: true},
		{name: "a range of ages", text: "A doctor in Saraqib said nine pupils between 8 and 11 years old were killed on Monday when a shell hit their school.",
			want: []string{"k=9"}, only: true},
		{name: "putting the number at", text: "The Karm Monitor reported the shelling of Saraqib on Monday, putting the number of civilians killed at 13.",
			want: []string{"k=13"}, only: true},
		{name: "a toll confirmed and another figure", text: "A doctor in Saraqib confirmed the death toll of Monday's shelling and said another 25 people were wounded.",
			want: []string{"k=none i=25"}, only: true},
		{name: "what he is and his name", text: "The army shelled positions near Saraqib on Monday, killing the rebel commander Abu Nabil.",
			want: []string{"k=1"}, only: true},
		{name: "a title with a capital", text: "A bomb in Saraqib on Monday killed the Imam Sheikh Adnan Example.",
			want: []string{"k=1"}, only: true},
		{name: "commas lost", text: "The army shelled positions near Saraqib on Monday killing the rebel commander Abu Nabil well-placed sources said.",
			want: []string{"k=1"}, only: true},
		{name: "a group of that kind is not counted", text: "The army shelled positions near Saraqib on Monday, killing the Karm Front fighters Abu Nabil had sent.",
			want: []string{"k=none"}, only: true},
		{name: "another name in parentheses", text: "At least 23 ISIS (Daesh) militants were killed by artillery fire in Saraqib on Monday.",
			want: []string{"k=23+"}, only: true},
		{name: "himself and others", text: "A suicide bomber blew himself up at a checkpoint in Saraqib on Monday, killing himself and four soldiers.",
			want: []string{"k=5"}, only: true},
		{name: "two of his", text: "The raid on Saraqib on Monday killed a commander and two of his aides.",
			want: []string{"k=3"}, only: true},
		{name: "a commander and more", text: "Soldiers stormed a base in Saraqib on Monday, killing Samir Example, a field commander of the group, and eight more militants.",
			want: []string{"k=9"}, only: true},
		{name: "a commander and more, commas lost", text: "Soldiers stormed a base in Saraqib on Monday killing Samir Example a field commander of the group and eight more militants the sources added.",
			want: []string{"k=9"}, only: true},
		{name: "a place and a day before his company", text: "Gunmen shot dead the mayor of Saraqib on Monday along with his driver.",
			want: []string{"k=2"}, only: true},
		{name: "passengers of a thing", text: "A rocket killed two bus passengers and a taxi driver in Saraqib on Monday.",
			want: []string{"k=3"}, only: true},
		{name: "things are not people", text: "A rocket destroyed two buses and a taxi in Saraqib on Monday.",
			want: []string{"k=none"}, only: true},
		{name: "a village chief", text: "Gunmen killed a village chief near Djibo on Monday.",
			want: []string{"k=1"}, only: true},
		{name: "also killed", text: "A shell killed a shopkeeper in Saraqib on Monday, medics said. A teacher was also killed by a sniper in the town.",
			want: []string{"k=1", "k=1"}},
		{name: "two of their fighters", text: "Ten rebels died in clashes in Saraqib on Monday. Two of their commanders were among the dead.",
			want: []string{"k=10"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A state of a federation is a place, not a state that acts; and what is launched on a day
// is the deed of that day.
func TestStatesAndLaunches(t *testing.T) {
	for _, c := range []claimCase{
		{name: "Benue State", text: "Clashes between herders and the army in Benue State on Monday killed 18 people.",
			want: []string{"k=18 at=Benue_State by=herders"}},
		{name: "the Islamic State", text: "The Islamic State killed 18 soldiers in Palmyra on Monday.",
			want: []string{"k=18 at=Palmyra by=Islamic_State"}, only: true},
		{name: "launched raids on Friday", text: "Coalition warplanes launched 14 raids on Sanaa on Friday.",
			want: []string{"ev=air_strike on=2017-10-13"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A text that ends with whom somebody killed is read to its end and not beyond.
func TestEndsWithSomebody(t *testing.T) {
	for _, title := range []string{"Two students have admitted killing a partially sighted", "Two students admitted killing Samir Example", "Two students admitted killing the rebel commander Abu Nabil"} {
		rep := report("", "Two students were tried in Gary on Monday, police said.")
		rep.Title = title
		testReader().Read(rep)
		testReader().Read(report("", title))
	}
}
