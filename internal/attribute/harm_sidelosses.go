package attribute

import (
	"strings"

	"isnad"
)

// What a side of a war lost, and whom an army says it killed, fell in fighting where no
// means are told: "the Taliban put their losses at three", "the army neutralised five
// terrorists", "20 people were killed on both sides". The bomb or the executions that
// the report tells of besides are none of it.

// fellInFighting tells whether a claim's own words tell of the losses of a side and of no
// means: the army "killed 20 fighters" in no execution told of elsewhere.
func (d *doc) fellInFighting(p *partial, best int) bool {
	if !harmsSome(p.killed) && !harmsSome(p.injured) && !harmsSome(p.both) {
		return false
	}
	lost := best == kindKilling && !d.toldHere(p, best) && d.fought(p)
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		if d.meansTold(t.f, t.si) {
			return false
		}
		lost = lost || best == kindAttack && t.f.bothDie(&t.f.sents[t.si]) || t.f.sideLost(t, p.killed)
	}
	return lost
}

// meansTold tells whether a sentence names more than that somebody attacked.
func (d *doc) meansTold(f *field, si int) bool {
	for i := range d.deeds {
		c := &d.deeds[i]
		if c.f != f || c.si != si || c.scene || c.how == howWeak || c.kind == kindClash {
			continue
		}
		if w := f.word(c.k); w != "tank" && w != "tanks" { // "destroyed three tanks"
			return true
		}
	}
	return false
}

// sideLost tells whether the words of a telling count what a side of a war lost.
func (f *field) sideLost(t *telling, killed *casualty) bool {
	s := &f.sents[t.si]
	for k := s.from; k < s.to; k++ {
		switch w := f.word(k); {
		case len(w) > 6 && strings.Contains(w, " losses"):
			return true // "put its losses at"
		case w == "losses":
			return f.wordAt(k+1) == "at" || f.wordAt(k-1) == "own" || f.wordAt(k-1) == "its" || f.wordAt(k-1) == "their"
		case k < t.from || k >= t.to:
		case w == "both" && f.wordAt(k+1) == "sides":
			return true
		case strings.HasPrefix(w, "neutrali"):
			return killed != nil && abs(k-killed.at) <= 2 && f.fightersNear(k)
		case w == "lost" || w == "losing" || w == "loses" || w == "lose":
			return f.fightersBehind(k)
		}
	}
	return false
}

// fightersBehind tells whether the verb at k counts fighters: "lost five men", "losing at
// least three of its soldiers".
func (f *field) fightersBehind(k int) bool {
	counted := false
	for j := k + 1; j < len(f.items) && j <= k+8; j++ {
		it := &f.items[j]
		switch {
		case it.is(tHead) && (it.w.category == "combatants" || it.w.category == "men" && !f.menAndMore(j)):
			return counted
		case it.is(tNum | tVague):
			counted = true
		case it.is(tPunct | tSay | tAux | tClause):
			return false
		}
	}
	return false
}

// bothDie tells whether a sentence counts fighters of both sides: "five soldiers and 12
// militants were killed when rebels attacked a base".
func (f *field) bothDie(s *sentence) bool {
	ours, theirs, dead := false, false, false
	for k := s.from; k < s.to; k++ {
		it := &f.items[k]
		if it.is(tOut) && it.w != nil && it.w.outcome == isnad.Killed {
			dead = true
		}
		if !it.is(tHead) || !f.countedHead(s, k) {
			continue
		}
		switch w := f.word(k); w[lastSpace(w)+1:] {
		case "soldiers", "soldier", "troops", "policemen", "policeman", "gendarmes", "gendarme", "guards", "servicemen", "serviceman", "officers", "jawans", "troopers":
			ours = true
		case "militants", "militant", "terrorists", "terrorist", "insurgents", "rebels", "jihadists", "guerrillas", "attackers", "assailants", "gunmen", "extremists":
			theirs = true
		}
	}
	return ours && theirs && dead
}

// countedHead tells whether the people at k are counted.
func (f *field) countedHead(s *sentence, k int) bool {
	for j := k - 1; j >= s.from && j >= k-4; j-- {
		if f.items[j].is(tNum|tVague) || f.word(j) == "of" && j > s.from && strings.HasSuffix(f.word(j-1), "number") {
			return true // "an unknown number of militants"
		}
		if f.items[j].is(tPunct | tPrep | tConj | tOut | tSay) {
			return false
		}
	}
	return false
}

// menAndMore tells whether the men at k are counted together with women or children.
func (f *field) menAndMore(k int) bool {
	return k+2 < len(f.items) && f.word(k+1) == "and" && f.items[k+2].is(tHead|tNum|tDet)
}

// fightersNear tells whether those at k are fighters, before or behind it.
func (f *field) fightersNear(k int) bool {
	for j := max(k-6, 0); j < len(f.items) && j <= k+6; j++ {
		it := &f.items[j]
		if it.is(tHead) && it.w.category == "combatants" {
			return true
		}
		switch f.word(j) {
		case "assailants", "attackers", "elements", "members", "aog":
			return true
		}
	}
	return false
}

// inSeveral tells whether a claim's own words sum up the dead or wounded of several attacks
// and name no means: "killed in two attacks", "in a series of separate incidents". What
// the report says of one of them is not told of all.
func (d *doc) inSeveral(p *partial) bool {
	if !harmsSome(p.killed) && !harmsSome(p.injured) && !harmsSome(p.both) {
		return false
	}
	several := false
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		if d.meansTold(t.f, t.si) {
			return false
		}
		several = several || t.f.severalAttacks(&t.f.sents[t.si], p.killed)
	}
	return several
}

// severalAttacks tells whether a sentence tells of harm "in two attacks" or "in separate
// incidents". Fighters fall in incidents that may be fights.
func (f *field) severalAttacks(s *sentence, killed *casualty) bool {
	for k := s.from + 2; k < s.to; k++ {
		switch f.word(k) {
		case "attacks", "terrorist attacks", "terror attacks":
		case "incidents":
			if killed != nil && killed.q.category == isnad.CategoryCombatants {
				continue
			}
		default:
			continue
		}
		if f.inSoMany(s, k) {
			return true
		}
	}
	return false
}

// inSoMany tells whether the noun at item k is one of several that something was told to be in:
// "in two attacks", "during a series of separate raids".
func (f *field) inSoMany(s *sentence, k int) bool {
	counted := false
	for j := k - 1; j > s.from && j >= k-6; j-- {
		it := &f.items[j]
		switch w := f.word(j); {
		case w == "in" || w == "during":
			if counted {
				return true
			}
		case w == "separate", w == "different", w == "twin", w == "series of", w == "coordinated", w == "multiple", w == "string of", w == "spate of", w == "wave of":
			counted = true
			continue
		case it.is(tNum | tVague), w == "series", w == "string", w == "spate", w == "wave":
			counted = counted || f.word(j) != "one"
			continue
		case w == "of", it.is(tDet | tMod | tNat), it.w == nil && !it.is(tPunct):
			continue
		}
		break
	}
	return false
}

// toldByVerb tells whether a claim's deed is told by a plain verb of kind o in its own
// words: "had shelled the airport with rockets", whatever the rest of the report is about.
func (d *doc) toldByVerb(p *partial, o int) bool {
	return !p.weakTold && p.fr.verb && p.fr.strength == 3 && p.fr.evAt >= 0 && o != kindAbduction && o != kindDetention && d.toldHere(p, o)
}
