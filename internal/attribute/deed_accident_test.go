package attribute

import "testing"

// Water kills by itself, and it kills those who were driven into it.
func TestDrowned(t *testing.T) {
	for _, c := range []claimCase{
		{name: "attacked", text: "Rebels attacked a barge near Malakal on Monday and 11 people drowned.", want: []string{"k=11 by=rebels at=malakal"}, only: true},
		{name: "accused", text: "The army accused rebels of attacking a barge near Malakal on Monday, in which 11 people drowned.", want: []string{"k=11 by=rebels said=army"}, only: true},
		{name: "by itself", text: "Eleven people drowned when a barge sank near Malakal on Monday.", want: []string{}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
