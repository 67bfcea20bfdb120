package attribute

import "strings"

// umbrella tells whether a sentence sums up several deeds that the report goes on
// to tell one by one: "in three separate shootings", "in raids across the province".
func (f *field) umbrella(s *sentence) bool {
	counted, many := -9, false
	for k := s.from; k < s.to; k++ {
		it := &f.items[k]
		switch w := f.word(k); {
		case it.is(tNum | tVague), w == "separate", w == "unrelated", w == "different", w == "series", w == "twin", w == "coordinated", w == "multiple", w == "simultaneous":
			counted = k
		case it.is(tEv) && !it.is(tCap) && strings.HasSuffix(w, "s") && it.w.evForm == formNoun:
			many = true
			if k-counted <= 3 {
				return true
			}
		case w == "across" && (many || f.deedBefore(s, k)):
			return true
		}
	}
	return false
}

// deedBefore tells whether a deed is told before item k.
func (f *field) deedBefore(s *sentence, k int) bool {
	for i := s.from; i < k; i++ {
		if f.items[i].is(tEv | tOut) {
			return true
		}
	}
	return false
}
