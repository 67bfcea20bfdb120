package attribute

import (
	"strings"

	"isnad"
)

// Who belongs to what was hit is told of with "the" at first mention: "struck a
// minibus; the driver was killed", "hit a house, whose owner died". He counts one.

// theOne reads such a person as the subject right before item t.
func (f *field) theOne(s *sentence, t int) (quantity, bool) {
	k := t - 1
	if k <= s.lead || plural(f.word(t)) || !f.byWork(k) {
		return quantity{}, false
	}
	a := k - 1
	for a > s.lead && a > k-3 && f.items[a].is(tThing|tMod|tNat|tHead) && !f.items[a].is(tCap|tPunct|tNum) {
		a--
	}
	switch f.word(a) {
	case "the", "its":
		if !f.opensClause(s, a) || a > s.lead && f.word(a-1) == "and" && !f.items[t].is(tAux) && f.items[max(a-2, 0)].is(tHead|tCap) {
			return quantity{}, false // "two girls and the driver died"
		}
	case "whose":
	default:
		return quantity{}, false
	}
	return quantity{from: a, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, true
}

// byWork tells whether item k is a word for one person by what he does or whose he is. Words
// for anybody ("the man", "the victim") take up one who was told of before, and so do
// those for who did it.
func (f *field) byWork(k int) bool {
	it := &f.items[k]
	if it.is(tCap | tPunct | tNum | tUnit | tPlaceHead | tOut) {
		return false
	}
	w := f.word(k)
	if it.w == nil || w == "owner" {
		for _, end := range [...]string{"owner", "keeper", "driver", "herder", "vendor", "trader", "master", "hand", "man", "rider", "warden", "gardener", "farmer", "cook", "preacher", "breeder"} {
			if strings.HasSuffix(w, end) {
				return true
			}
		}
		return false
	}
	if !it.is(tHead) || !it.is(tSingular) {
		return false
	}
	switch w {
	case "driver", "farmer", "motorist", "shopkeeper", "homeowner", "clerk", "mayor", "imam", "priest", "teacher", "judge", "engineer", "worker", "passenger", "mother", "father", "wife", "husband", "grandmother", "grandfather",
		"nurse", "doctor", "paramedic", "medic", "surgeon", "midwife", "pharmacist", "cameraman", "photographer", "journalist", "reporter", "pilot", "guard", "bodyguard", "security guard", "volunteer", "health worker", "aid worker":
		return true
	}
	return false
}

// hisName tells whether the second figure is only the name of the one whom the first
// tells of: "a farmer, Adel Example, 51, was wounded".
func (f *field) hisName(a, b *quantity) bool {
	return a.single && b.single && f.word(a.to) == "," && b.from == a.to+1 && f.items[b.from].is(tCap) && !f.items[b.from].is(tHead) &&
		(f.word(a.from) == "a" || f.word(a.from) == "an")
}
