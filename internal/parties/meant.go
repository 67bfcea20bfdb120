package parties

import (
	"isnad"
	"isnad/internal/names"
)

// Why is the ground on which a name is taken for a party, so that people can
// check what is suggested.
type Why string

const (
	WhyListed      Why = "listed"          // it is one of the party's names
	WhyWithin      Why = "named within it" // one of the party's names stands in it
	WhySpelling    Why = "near spelling"   // it is one of them spelt otherwise
	WhyNationality Why = "nationality"     // the force of that state
	WhyContext     Why = "context"         // "government forces": those of the state that the report tells of
)

// Meant is Lookup for a name in a report of events in a country (ISO 3166-1
// alpha-2, empty when it is not known), with the ground. Words for the
// government's side ("government forces", "the army") mean the force of that
// state where the book knows just one; where two governments fight, none.
func (b *Book) Meant(name, country string) (isnad.Party, Why, bool) {
	if i, why := b.lookup(name); why != "" {
		return b.list[i], why, true
	}
	if i, ok := b.forces[country]; ok && i >= 0 && governmentSide(name) {
		return b.list[i], WhyContext, true
	}
	return isnad.Party{}, "", false
}

// governmentSide tells names that are made of words for a government's armed
// force and of nothing else.
func governmentSide(name string) bool {
	if len(name) > 60 {
		return false
	}
	t := names.Borrow(name)
	defer t.Return()
	side := false
	for i := range t.List {
		switch string(t.Fold(i)) {
		case "government", "regime", "army", "military", "airforce":
			side = true
		case "air":
			side = side || i+1 < len(t.List) && string(t.Fold(i+1)) == "force"
		case "the", "force", "forces", "troops", "soldiers", "units", "unit", "warplanes", "warplane", "jets", "jet", "planes", "aircraft", "helicopters",
			"helicopter", "artillery", "tanks", "armed", "state", "national", "s":
		default:
			return false
		}
	}
	return side
}
