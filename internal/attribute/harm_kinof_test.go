package attribute

import "testing"

// Kin are counted one by one, be the mark lost that says whose they are.
func TestKinOf(t *testing.T) {
	const shell = "A shell hit a house in Taiz on Monday. "
	for _, c := range []claimCase{
		{name: "father and brother", text: shell + "The mayor's mother and sister were killed.", want: []string{"k=2"}, only: true},
		{name: "the mark is lost", text: shell + "The driver lived but the drivers mother and sister were killed a neighbour said.", want: []string{"k=2"}, only: true},
		{name: "wife and sons", text: "A shell hit a house in Taiz on Monday and the mayors wife and two sons were killed.", want: []string{"k=3"}, only: true},
		{name: "wife and sons, with the mark", text: "Gunmen attacked a house in Mosul on Monday and the mayor's wife and two sons were killed.", want: []string{"k=3"}, only: true},
		{name: "as an object", text: "A shell hit a house in Taiz on Monday killing the mayors wife and daughter.", want: []string{"k=2"}, only: true},
		{name: "by name", text: "A shell hit a house in Kharkiv on Monday killing Adel Example's parents and three sisters.", want: []string{"k=5"}, only: true},
		{name: "died", text: shell + "The drivers mother and sister died.", want: []string{"k=2"}, only: true},
		{name: "wife and sons died", text: "The mayor's wife and two sons died when a shell hit a house in Taiz on Monday.", want: []string{"k=3"}, only: true},
		{name: "perished", text: "Shells hit Taiz on Monday and the grooms mother perished.", want: []string{"k=1"}, only: true},
		{name: "one", text: "A shell hit a house in Taiz on Monday killing the farmers wife and wounding his son.", want: []string{"k=1 i=1"}, only: true},
		// near misses
		{name: "another beside them", text: shell + "The teacher and the mayors wife were killed.", want: []string{"k=2"}, only: true},
		{name: "a friend speaks", text: shell + "The farmers friend said nobody knew who fired it.", want: []string{"k=none"}, only: true},
		{name: "his own", text: shell + "His father and brother were killed.", want: []string{"k=2"}, only: true},
		{name: "others were wounded", text: "Gunmen attacked a house in Mosul on Monday, killing the mayor's two brothers and their children were wounded.", want: []string{"k=2 i=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
