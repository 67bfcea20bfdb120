package attribute

import "isnad"

// Somebody who was attacked may come away whole: "escaped unharmed", "the driver was unhurt",
// "survived the blast unscathed", "escaped without injury". Where nobody else was harmed,
// nobody was.

// unharmed reads that nobody was harmed off the word for it at item t.
func unharmed(f *field, s *sentence, cs []casualty, t int) (casualty, bool) {
	switch f.word(t) {
	case "unharmed", "unhurt", "uninjured", "unscathed":
	default:
		return casualty{}, false
	}
	c := casualty{outcome: isnad.Injured, q: quantity{from: t, to: t + 1, qual: isnad.Exact}, known: true, at: t, from: t, to: t + 1, passive: true}
	if len(cs) > 0 || t <= s.lead {
		return c, false
	}
	for k := s.lead; k < s.to; k++ {
		if it := &f.items[k]; k != t && (it.is(tOut) && it.w != nil && (it.w.outcome == isnad.Killed || it.w.outcome == isnad.Injured || it.w.outcome == isnad.Casualties) || it.is(tModal|tNeg) || f.word(k) == "shot" || f.word(k) == "released" || f.word(k) == "freed") {
			return c, false
		}
	}
	for k := t - 1; k >= s.lead && k > t-8; k-- {
		switch f.word(k) {
		case "escaped", "escapes", "escaping", "escape", "survived", "survives", "surviving", "emerged", "emerges", "emerging", "was", "were", "is", "are", "came", "walked", "fled", "got":
			return c, true
		}
		if f.items[k].is(tPunct|tSay) || f.word(k) == "left" {
			break
		}
	}
	return c, false
}
