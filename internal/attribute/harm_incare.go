package attribute

import "isnad"

// Who is in a hospital beside the dead is wounded: "left a woman dead and two others in the
// hospital", "one man dead and another in intensive care".

// inCare tells whether the words at item k say that somebody lies in a hospital.
func (f *field) inCare(s *sentence, k int) bool {
	if k+1 >= s.to {
		return false
	}
	switch f.word(k) {
	case "in":
	case "in the hospital", "in hospital", "in a hospital", "on life support", "in intensive care":
		return true
	case "on":
		return k+2 < s.to && f.word(k+1) == "life" && f.word(k+2) == "support"
	default:
		return false
	}
	for n := k + 1; n < s.to && n < k+4; n++ {
		switch w := f.word(n); {
		case hospital(w), w == "intensive", w == "surgery", w == "icu":
			return true
		case w == "the", w == "a", w == "an", w == "local", w == "area", w == "nearby":
		default:
			return false
		}
	}
	return false
}

// oneInCare reads the one other who lies in a hospital beside those of c: "one man is dead
// and another in the hospital".
func (f *field) oneInCare(s *sentence, c *casualty) (casualty, bool) {
	if c.outcome != isnad.Killed || f.word(c.at) == "died" {
		return casualty{}, false
	}
	k := c.to
	for n := 0; n < 3 && k < s.to && f.word(k) != "and"; n++ {
		k++
	}
	if !c.known || k+2 >= s.to || f.word(k) != "and" || f.word(k+1) != "another" && f.word(k+1) != "one" || !f.inCare(s, k+2) {
		return casualty{}, false
	}
	q := quantity{from: k + 1, to: k + 2, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, another: true}
	return casualty{outcome: isnad.Injured, q: q, known: true, at: k + 2, from: k + 1, to: k + 3, passive: true, f: c.f}, true
}

// withOneInCare adds those of whom oneInCare tells.
func withOneInCare(f *field, s *sentence, cs []casualty) []casualty {
	for i := range cs {
		if c, ok := f.oneInCare(s, &cs[i]); ok {
			return append(cs, c)
		}
	}
	return cs
}
