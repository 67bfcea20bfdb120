package attribute

import "testing"

// Who says it, where, when and by whom, in wordings that led the reader to somebody
// or somewhere else.
func TestSlotTellings(t *testing.T) {
	for _, c := range []claimCase{
		{name: "said a fighting body", text: "The watchdog said a US-led coalition raid near Idlib killed nine people on Monday.",
			want: []string{"k=9 by=coalition said=watchdog"}, only: true},
		{name: "said fighters", text: "The charity said Islamic State fighters killed nine people near Idlib on Monday.",
			want: []string{"k=9 by=state said=charity"}, only: true},
		{name: "a doctor, said the gunmen", text: "Jane Doe, a doctor in Idlib, said the gunmen killed nine people there on Monday.",
			want: []string{"k=9 by=gunmen said=doe -said=gunmen"}, only: true},
		{name: "said whose office follows", text: "Soldiers shelled a market in Idlib on Monday and killed nine people said the register's director Jane Doe.",
			want: []string{"k=9 said=doe"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
