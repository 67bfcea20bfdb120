package attribute

import "testing"

// Who was hurt and of whom a later sentence or clause says that he died is one dead.
func TestWhatBecameOfOne(t *testing.T) {
	for _, c := range []claimCase{
		{name: "in hospital", text: "A plumber was shot on Elm Street in Boise on Sunday night. He died in hospital.", want: []string{"ev=shooting k=1 i=none"}, only: true},
		{name: "did not survive", text: "A man was shot on Elm Street in Boise on Sunday night. He did not survive.", want: []string{"k=1 i=none"}, only: true},
		{name: "doctors pronounced him dead", text: "A man was shot on Elm Street in Boise on Sunday night. He was rushed to Grace Hospital, where doctors pronounced him dead.", want: []string{"k=1 i=none"}, only: true},
		{name: "but died", text: "A man was shot on Elm Street in Boise on Sunday night. He was taken to Grace Hospital but died.", want: []string{"k=1 i=none"}, only: true},
		{name: "at work", text: "A shell hit a yard in Example near Izium on Monday where a pensioner, 66, was chopping wood; he died on the spot.", want: []string{"ev=shelling k=1"}},
		{name: "on the road", text: "A drone dropped a grenade on a woman who was riding her bicycle in Beryslav on Monday. She died on the spot.", want: []string{"k=1"}, only: true},
		{name: "found shot", text: "Police found a man shot on Elm Street in Boise on Sunday. He died at Grace Hospital.", want: []string{"k=1 i=none"}, only: true},
		{name: "by name", text: "Samir Example Haddad was shot near the market in Kirkuk on Monday.", want: []string{"ev=shooting i=1"}, only: true},
		{name: "by surname", text: "Samir Odeh, 34, was shot near the market in Kirkuk on Monday. Odeh died in hospital two hours later.", want: []string{"k=1 i=none"}, only: true},
		{name: "a life", text: "A man was shot on Elm Street in Boise on Sunday night. He died in 1996, a book about his father says.", want: []string{"k=none i=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
