package attribute

import "testing"

// Another name of somebody is no end of him, and those who are counted with him are counted on.
func TestAlias(t *testing.T) {
	for _, c := range []claimCase{
		{name: "aka", text: "A drone hit a truck near Goma on Monday killing Amin Example aka Abu Zor a treasurer of the militia and eight more gunmen.", want: []string{"k=9"}, only: true},
		{name: "Aka in capitals", text: "A drone hit a truck near Mosul on Monday killing Amin Example al-Karm Aka Abu Zor a treasurer of the militia and eight more gunmen.", want: []string{"k=9"}, only: true},
		{name: "no other name", text: "A drone hit a truck near Goma on Monday killing Amin Example a treasurer of the militia and eight more gunmen.", want: []string{"k=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// One who leads a list is counted with a least number of others.
func TestLeastOthers(t *testing.T) {
	for _, c := range []claimCase{
		{name: "commanders", text: "The military chief of the Southern Shield coalition and at least four other commanders were killed in an air strike in Daraa on Friday.", want: []string{"k=5+"}, only: true},
		{name: "officials", text: "The mayor of the town and at least three officials were killed in a bombing in Kabul on Friday.", want: []string{"k=4+"}, only: true},
		{name: "more than", text: "The mayor of the town and more than three officials were killed in a bombing in Kabul on Friday.", want: []string{"k=5+"}, only: true},
		{name: "numbers alone", text: "At least three officials and two guards were killed in a bombing in Kabul on Friday.", want: []string{"k=5+"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// "Some other wounded" are some, and some other houses are nobody; no human losses are no dead.
func TestSomeOther(t *testing.T) {
	for _, c := range []claimCase{
		{name: "some other wounded", text: "An explosion in Sanaa on Monday left several porters killed and some other wounded.", want: []string{"k=~2 i=~2"}, only: true},
		{name: "some other houses", text: "Several porters were killed and some other houses were hit in an explosion in Sanaa on Monday.", want: []string{"k=~2 i=none"}, only: true},
		{name: "no human losses", text: "A shell fell on a school in Damascus on Monday without causing human losses.", want: []string{"k=0"}, only: true},
		{name: "material losses", text: "A shell fell on a school in Damascus on Monday without causing material losses.", want: []string{"k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Those of whom a verb of their own tells behind an aside are not among the dead.
func TestOwnVerb(t *testing.T) {
	for _, c := range []claimCase{
		{name: "affected", text: "More than 60 villagers were killed and 300 others mostly pupils have been affected by a gas attack in Taiz on Tuesday.", want: []string{"k=61+"}, only: true},
		{name: "displaced", text: "More than 100 tenants were killed and 700 others, most of them women, were displaced by shelling of Kharkiv on Tuesday.", want: []string{"k=101+"}, only: true},
		{name: "killed too", text: "An air strike killed 19 people in Homs and another 23 including five children in Hama on Monday.", want: []string{"k=19", "k=23"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
