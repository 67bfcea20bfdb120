package attribute

import "isnad"

// A report counts those who were shot or hurt and then says how many of them died and how
// many live: "Four people were shot. Two died at the scene and the other two are in
// critical condition", "Two soldiers were wounded and one of them, Private Joe Example,
// later died".

// splitsUp tells whether the dead and the wounded of b are together those whom a counted as
// hurt.
func (d *doc) splitsUp(a, b *partial) bool {
	if a.killed != nil || a.both != nil || b.both != nil || !a.injured.exact() || !b.killed.exact() || !b.injured.exact() || b.killed.q.low+b.injured.q.low != a.injured.q.low {
		return false
	}
	if a.f0 != b.f0 && !a.title || a.f0 == b.f0 && (b.si0 <= a.last || b.si0-a.last > 3) || b.gotDate && a.gotDate && a.when.Distance(b.when) > 0 {
		return false
	}
	if a.event != b.event && !a.weak && !b.weak && !kindred(a.event, b.event) {
		return false
	}
	m := b.fr.place
	return a.title || m == nil || m.org || b.fr.carryPlace || hospital(b.f.word(m.nameTo-1)) || d.roll.same(a.place, b.place) || d.roll.holds(a.within, b.place)
}

// oneOfThemDied takes from the wounded of a sentence the one of whom it goes on to say that
// he died: "Two soldiers were wounded and one of them, Joe Example, later died".
func (f *field) oneOfThemDied(s *sentence, cs []casualty) []casualty {
	hurt, dead := -1, -1
	for i := range cs {
		c := &cs[i]
		if c.outcome == isnad.Killed && c.known {
			if dead >= 0 || c.q.low != 1 || c.q.high != 1 {
				return cs
			}
			dead = i
		}
		if hurt < 0 && c.outcome == isnad.Injured && c.exact() && c.q.low > 1 {
			hurt = i
		}
	}
	if hurt < 0 {
		return cs
	}
	for k := cs[hurt].to; k < s.to && k < cs[hurt].to+maxToDeath; k++ {
		if w := f.word(k); w != "one of them" && w != "one of whom" {
			continue
		}
		t := f.laterDied(s, f.overAside(s, k+1))
		if t < 0 || dead >= 0 && cs[dead].at != t {
			return cs
		}
		cs[hurt] = *cs[hurt].without(1)
		if dead >= 0 {
			return cs // who died is told by name
		}
		kept := cs[:0]
		for i := range cs {
			if cs[i].known || cs[i].outcome != isnad.Killed {
				kept = append(kept, cs[i])
			}
		}
		q := quantity{from: k, to: k + 1, low: 1, high: 1, qual: isnad.Exact, single: true, category: isnad.CategoryAll}
		return append(kept, casualty{outcome: isnad.Killed, q: q, known: true, at: t, from: k, to: t + 1, passive: true})
	}
	return cs
}

// overAside is the item behind an aside that a comma opens at item k, else k: ", Private Joe
// Example,".
func (f *field) overAside(s *sentence, k int) int {
	if k >= s.to || f.word(k) != "," {
		return k
	}
	for n := k + 1; n < s.to && n < k+14; n++ {
		if f.word(n) == "," && !(n+2 < s.to && f.items[n+1].is(tNum) && f.word(n+2) == ",") {
			return n + 1
		}
		if f.items[n].is(tOut | tAux | tSay | tRel) {
			break
		}
	}
	return k
}
