package attribute

import "isnad"

// Somebody who was attacked may come away whole: "escaped unharmed", "the driver was unhurt",
// "survived the blast unscathed", "escaped without injury". Where nobody else was harmed,
// nobody was.

// notHurt reads that nobody was harmed where it is said of one who came under attack, at item t: "The
// driver was not hurt", "but he was not injured in the shooting".
func (d *doc) notHurt(f *field, s *sentence, cs []casualty, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, q: quantity{from: t, to: t + 1, qual: isnad.Exact}, known: true, at: t, from: t, to: t + 1, passive: true}
	if len(cs) > 0 || f.inTitle || t-3 < s.lead || f.items[t].w.outcome != isnad.Injured || f.word(t-1) != "not" || f.word(t-2) != "was" && f.word(t-2) != "were" {
		return c, false
	}
	for i := range d.partials {
		if d.partials[i].hasFigure() {
			return c, false // others were hurt
		}
	}
	deed := len(d.partials) > 0
	for k := s.lead; k < s.to; k++ {
		deed = deed || f.firing(k) || f.items[k].is(tEv)
		if it := &f.items[k]; k != t && (it.is(tOut) && it.w != nil && (it.w.outcome == isnad.Killed || it.w.outcome == isnad.Injured || it.w.outcome == isnad.Casualties) || k != t-1 && it.is(tModal|tNeg) || f.word(k) == "shot" || f.word(k) == "stabbed") {
			return c, false
		}
	}
	if t+1 < s.to && !f.items[t+1].is(tPunct|tConj) && f.word(t+1) != "in" && f.word(t+1) != "during" && f.word(t+1) != "by" {
		return c, false // "was not hurt badly"
	}
	return c, deed
}

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
