package imprint_test

import (
	"testing"

	"isnad/internal/extract/imprint"
)

// An outlet is called by its name without the words of the trade, or by its last
// word; a part of its name that leaves out more is another name.
func TestShortNames(t *testing.T) {
	for _, c := range []struct {
		outlet, name string
		want         bool
	}{
		{"Meridian Press Agency (sample)", "Meridian", true},
		{"Meridian Press Agency (sample)", "meridian press agency", true},
		{"Sahel Courier", "Courier", true},
		{"The Northern Ledger", "the Ledger", true},
		{"Two Rivers Post", "Two Rivers", true},
		{"وكالة سهل للأنباء", "سهل", true},
		{"Two Rivers Post", "Rivers", false},
		{"Meridian Press Agency", "Press", false},
		{"Harbour Gazette", "Harbour Master", false},
		{"Sahel Courier", "", false},
		{"", "Courier", false},
	} {
		if got := (imprint.Names{c.outlet}).Has(c.name); got != c.want {
			t.Errorf("%q for %q: %v", c.name, c.outlet, got)
		}
	}
}

// The name at the head of a page is an outlet's by a word of the trade; headlines,
// sections and persons are none.
func TestIsOutlet(t *testing.T) {
	for name, want := range map[string]bool{
		"Orchard Road News": true, "Caldera Wire (sample)": true, "Meridian Press Agency": true, "جريدة المرفأ": true,
		"World News": false, "Breaking news": false, "Lina Sabbagh": false, "Meridian": false, "": false,
		"Press agency says seven killed": false, "Radio silent after strike on tower": false, "News: nine dead": false,
	} {
		if got := imprint.IsOutlet(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}
