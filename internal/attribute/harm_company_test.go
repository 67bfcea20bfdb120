package attribute

import "testing"

// Who is harmed together with somebody counts with him.
func TestCompany(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the mayor and his brother", text: "The town's mayor and his brother were killed by gunmen in Idlib on Monday.",
			want: []string{"k=2 by=gunmen"}, only: true},
		{name: "his brother alone", text: "The governor escaped and his brother was killed in Idlib on Monday.",
			want: []string{"k=1"}, only: true},
		{name: "three of his aides", text: "The governor and three of his aides died in an ambush in Idlib on Monday.",
			want: []string{"k=4"}, only: true},
		{name: "a name and his comrades", text: "Saif Example the commander of a brigade and three of his comrades were killed in a bomb explosion in Idlib on Monday.",
			want: []string{"k=4"}, only: true},
		{name: "a list without commas", text: "Omar Example his son and at least 20 fighters were killed in strikes near Idlib on Monday.",
			want: []string{"k=22+"}, only: true},
		{name: "as well as", text: "The militia killed a police chief as well as five of his guards near Idlib on Monday.",
			want: []string{"k=6"}, only: true},
		{name: "of his entourage", text: "The militia killed a commander as well as five of his entourage near Idlib on Monday.",
			want: []string{"k=6"}, only: true},
		{name: "along with", text: "Gunmen killed a judge along with his driver and two guards in Idlib on Monday.",
			want: []string{"k=4"}, only: true},
		{name: "was killed together with", text: "A soldier was killed together with two civilians in Idlib on Monday.",
			want: []string{"k=3"}, only: true},
		{name: "as well as another deed", text: "Two people were killed in Idlib on Monday, as well as a school destroyed.",
			want: []string{"k=2"}, only: true},
		{name: "father and son", text: "A gunman shot dead a father and son in Huwara on Monday.",
			want: []string{"k=2 by=gunman"}, only: true},
		{name: "the nurse who", text: "A shell hit a house in Idlib on Monday and killed a woman and the nurse who was treating her.",
			want: []string{"k=2"}, only: true},
		{name: "a nation's name for one", text: "Israeli troops shot dead a Palestinian in Jenin on Monday.",
			want: []string{"k=1 by=israeli"}, only: true},
		{name: "one wounded of another nation", text: "The attack in Paris on Monday killed a Syrian and wounded an American.",
			want: []string{"k=1 i=1"}, only: true},
		{name: "two nations", text: "The blast in Kabul on Monday killed two Afghans and a Pakistani.",
			want: []string{"k=3"}, only: true},
		{name: "a nation's thing", text: "Soldiers shot at a Palestinian vehicle in Jenin on Monday.",
			want: []string{"k=none i=none"}, only: true},
		{name: "what he was and his name", text: "The army targeted the militants in Idlib on Monday, killing the rebel commander Omar Example.",
			want: []string{"k=1 by=army"}, only: true},
		{name: "his rank, his name and his guards", text: "A drone strike near Idlib on Monday killed the militia leader Omar Example and two of his guards.",
			want: []string{"k=3"}, only: true},
		{name: "and nine other people", text: "The explosion killed a captain of the guard and nine other people in Idlib on Monday.",
			want: []string{"k=10"}, only: true},
		{name: "a fourth died", text: "Three soldiers were killed in Goma on Monday; a fourth died of his wounds.",
			want: []string{"k=4"}, only: true},
		{name: "another died elsewhere", text: "Eleven people were killed in Saraqib on Monday and another man died in Tal Example.",
			want: []string{"k=11", "k=1"}, only: true},
		{name: "badly burned", text: "Three sappers were killed and a fourth was badly burned when a device went off in Tripoli on Monday.",
			want: []string{"k=3 i=1"}, only: true},
		{name: "from one family", text: "Five children from one family were killed when a shell hit their home in Taiz on Monday.",
			want: []string{"k=5"}, only: true},
		{name: "from two families", text: "Nine civilians from two families were killed in an air strike in Taiz on Monday.",
			want: []string{"k=9"}, only: true},
		{name: "further on, along with", text: "Omar Example died in an air strike on an apartment in Gaza on Monday along with his assistant.",
			want: []string{"k=2"}, only: true},
		{name: "bodies along with the wounded", text: "A doctor in Daraa said the bodies of 10 victims of Monday's shelling arrived along with 41 people who sustained injuries.",
			want: []string{"k=10 i=41"}, only: true},
		{name: "both died", text: "Two men were shot in Gary on Monday. Both died at the scene, police said.",
			want: []string{"k=2 i=none"}, only: true},
		{name: "they were both pronounced dead", text: "Two women were stabbed in Gary on Monday. They were both pronounced dead at a hospital, police said.",
			want: []string{"k=2 i=none"}, only: true},
		{name: "both, of three", text: "Three men were shot in Gary on Monday. Both died, police said.",
			want: []string{"k=none i=3"}, only: true},
		{name: "another in critical condition", text: "One man was shot dead in Gary on Monday and another was in critical condition.",
			want: []string{"k=1 i=1"}, only: true},
		{name: "a third left in critical condition", text: "Two men were shot dead and a third was left in critical condition in Gary on Monday.",
			want: []string{"k=2 i=1"}, only: true},
		{name: "his sister was grazed", text: "A boy was shot and his sister was grazed by a bullet in Gary on Monday.",
			want: []string{"i=2"}, only: true},
		{name: "another at a hospital", text: "One man died at the scene and another at a hospital after a shooting in Gary on Monday.",
			want: []string{"k=2"}, only: true},
		{name: "the fatal shooting of", text: "Police are investigating the fatal shooting of Jane Roe in Gary on Monday.",
			want: []string{"ev=shooting k=1 said=police"}, only: true},
		{name: "the stabbing death of", text: "Police are investigating the stabbing death of Jane Roe in Gary on Monday.",
			want: []string{"k=1 said=police"}, only: true},
		{name: "between commas", text: "An activist, Omar Example, was assassinated in Idlib on Monday.",
			want: []string{"ev=killing k=1"}, only: true},
		{name: "a name and two guards", text: "The town's mayor, Omar Example, and two guards were killed in Tripoli on Monday.",
			want: []string{"k=3"}, only: true},
		{name: "a place and two guards", text: "Near Tal Example and two other villages nine people were killed on Monday, and in Tal Other two guards were killed in Tripoli.",
			want: []string{"k=9"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Several who died along with one who is named, or besides others.
func TestAlongWithOne(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the mayor", text: "The bomb killed six guards along with the mayor in Dayton on Monday.", want: []string{"k=7"}, only: true},
		{name: "by name", text: "Police said ten officers had died along with Example in an attack in Dayton on Monday.", want: []string{"k=11"}, only: true},
		{name: "besides", text: "The rebels said they had killed 18 people besides the two lawmakers in Dayton on Monday.", want: []string{"k=20"}, only: true},
		{name: "with a thing", text: "The bomb killed six guards along with the damage to a car in Dayton on Monday.", want: []string{"k=6"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
