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
	} {
		t.Run(c.name, c.run)
	}
}
