package attribute

import "isnad"

// Some of those who were hurt died: "two of the nine people wounded in Monday's strike died on Tuesday". The
// dead are the two, and seven are hurt; read as one subject with its verb they would be nine dead.

// someOfTheHurt reads the dead and those who are left of the wounded of whom a sentence says that some died.
func (f *field) someOfTheHurt(s *sentence, cs []casualty) []casualty {
	for i := s.lead; i+4 < s.to; i++ {
		if it := &f.items[i]; !it.is(tNum) || it.num < 1 || f.word(i+1) != "of" || i > s.from && f.items[i-1].is(tNum|tMonth|tPrep) {
			continue
		}
		k := i + 2
		if f.word(k) == "the" {
			k++
		}
		all, ok := f.quantity(k, s.to)
		if !ok || all.from != k || all.low != all.high || all.low <= int(f.items[i].num) || all.to >= s.to || !f.hurtOnly(all.to) {
			continue
		}
		died := -1
		for n := all.to + 1; n < s.to && n < all.to+maxToDeath && died < 0; n++ {
			if f.items[n].is(tRel|tSay|tClause) || f.items[n].is(tPunct) && !apostrophe(f.word(n)) {
				break
			}
			if dies(f.word(n)) {
				died = n
			}
		}
		if died < 0 {
			continue
		}
		dead := all
		dead.low, dead.high, dead.from, dead.single = int(f.items[i].num), int(f.items[i].num), i, f.items[i].num == 1
		kept := cs[:0]
		for j := range cs {
			if c := &cs[j]; c.at != died && c.at != all.to && (!c.known || c.q.to <= i || c.q.from >= all.to) {
				kept = append(kept, *c)
			}
		}
		hurt := casualty{outcome: isnad.Injured, q: all, known: true, at: all.to, from: i, to: all.to + 1}
		return append(kept, casualty{outcome: isnad.Killed, q: dead, known: true, at: died, from: i, to: died + 1, passive: true}, *hurt.without(dead.low))
	}
	return cs
}

// hurtOnly tells whether the word at item t says that those before it were hurt, and not that they died.
func (f *field) hurtOnly(t int) bool {
	switch f.word(t) {
	case "shot", "stabbed", "beaten", "burned":
		return true
	}
	it := &f.items[t]
	return it.is(tOut) && it.w != nil && it.w.outcome == isnad.Injured
}
