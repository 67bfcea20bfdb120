package attribute

import (
	"slices"
	"strings"

	"isnad"
)

// The dead of two sides of a war are never added: "five soldiers and 12 rebels were killed",
// "45 Islamic State militants and 20 Kurdish fighters", "killed 40 rebels as well as 12
// soldiers". Each side's losses are a claim.

// A warSide is the side for which those of a figure fight.
type warSide int

const (
	noSide     warSide = iota
	stateSide          // soldiers, police, who is loyal to a government
	rebelSide          // who says "rebels" and no more than that
	outlawSide         // "militants", "terrorists": the words of the other side
	statelets          // the Islamic State group
	kurdsSide
)

// sideOfWar tells for whom those of a figure fight. The closest word to the people counts most:
// "regime soldiers", "pro-government militants".
func (f *field) sideOfWar(q *quantity) warSide {
	if q.category != isnad.CategoryCombatants {
		if side := f.memberOfSide(q); side != noSide {
			return side
		}
		return f.sideOfMen(q)
	}
	side := noSide
	for k := q.from; k < q.to; k++ {
		if s := sideWord(f.word(k)); s > side || side == outlawSide && s != noSide {
			side = s
		}
	}
	if w := q.to; side == outlawSide && w+1 < len(f.items) && (f.word(w) == "from" || f.word(w) == "of") {
		for k := w + 1; k < len(f.items) && k < w+4 && !f.items[k].is(tPunct|tOut|tAux); k++ {
			if s := sideWord(f.word(k)); s != noSide {
				return s // "fighters from rebel groups"
			}
		}
	}
	return side
}

// memberOfSide tells for whom "nine members of the police" fight.
func (f *field) memberOfSide(q *quantity) warSide {
	switch f.word(q.to - 1) {
	case "members", "elements", "member", "agents", "recruits":
	default:
		return noSide
	}
	if q.to >= len(f.items) || f.word(q.to) != "of" {
		return noSide
	}
	for k := q.to + 1; k < len(f.items) && k < q.to+5 && !f.items[k].is(tPunct|tOut|tAux); k++ {
		if s := sideWord(f.word(k)); s != noSide && !f.items[k].is(tCap) { // whose side a name's bearers are on is not in it
			return s
		}
	}
	return noSide
}

// sideOfMen tells whether men are those of an armed group by its name or by what they are held to be: "six
// Maute men", "five men suspected of belonging to a cartel".
func (f *field) sideOfMen(q *quantity) warSide {
	switch f.word(q.to - 1) {
	case "police":
		return stateSide
	case "men", "members", "elements":
	default:
		return noSide
	}
	if k := q.to - 2; k > q.from && f.items[k].is(tCap) && !f.items[k].is(tForce|tNat|tPunct|tNum|tHead) {
		return outlawSide
	}
	if k := q.to; k+1 < len(f.items) && (f.word(k) == "suspected" || f.word(k) == "believed" || f.word(k) == "thought" || f.word(k) == "said") {
		for n := k + 1; n < len(f.items) && n < k+9 && !f.items[n].is(tPunct|tOut); n++ {
			switch f.word(n) {
			case "gang", "cartel", "drug gang", "group", "criminal group", "gangs", "cartels":
				return outlawSide
			}
		}
	}
	return noSide
}

// sideWord tells which side a word or a phrase for fighters is of.
func sideWord(w string) warSide {
	switch w {
	case "soldiers", "soldier", "troops", "army", "regime", "government", "regime forces", "government forces", "army soldiers", "servicemen", "serviceman", "policemen", "policeman", "police",
		"police officers", "police officer", "security forces", "conscripts", "conscript", "troopers", "loyalists", "loyalist", "pro-regime", "pro-government", "gendarmes", "gendarme",
		"gendarmerie", "guards", "guard", "village guards", "village guard", "border guards", "security personnel", "personnel", "rangers", "ranger", "jawans", "constables", "constable", "officers", "peacekeepers":
		return stateSide
	case "rebels", "rebel", "rebel fighters", "opposition", "opposition fighters", "guerrillas", "guerrilla":
		return rebelSide
	case "insurgents", "insurgent", "militants", "militant", "jihadists", "jihadist", "terrorists", "terrorist", "extremists", "extremist", "fighters", "gunmen", "militiamen", "militiaman", "attackers", "assailants":
		return outlawSide
	case "islamic state", "is", "isis", "isil", "daesh":
		return statelets
	case "kurdish", "kurds", "peshmerga", "ypg", "sdf":
		return kurdsSide
	}
	if first, _, ok := strings.Cut(w, " "); ok {
		return sideWord(first)
	}
	return noSide
}

// opposed tells whether two figures count the dead of two sides, which are never added.
func opposed(f *field, a, b *quantity) bool {
	x, y := f.sideOfWar(a), f.sideOfWar(b)
	if x > y {
		x, y = y, x
	}
	switch {
	case x == noSide || x == y:
		return false
	case x == stateSide:
		return y != kurdsSide
	case x == rebelSide:
		return y == statelets
	}
	return y == kurdsSide
}

// sideBySide tells whether two figures of one list count the dead of two sides.
func (f *field) sideBySide(a, b *quantity) bool {
	return a.head && b.head && f.listed(a, b) && opposed(f, a, b)
}

// withPartners adds the figures of the other side that stand beside one that a verb took.
func withPartners(f *field, s *sentence, qs []quantity, used []bool, cs []casualty) []casualty {
	for k := 0; k < len(cs); k++ {
		for i := range qs {
			c := &cs[k]
			if used[i] || qs[i].subset || !c.known {
				continue
			}
			if c.passive && f.sideBySide(&qs[i], &c.q) { // "one soldier and three militants died": the verb takes the last
				used[i] = true
				first := casualty{outcome: c.outcome, q: qs[i], known: true, at: c.at, from: qs[i].from, to: qs[i].to, passive: true}
				cs = slices.Insert(cs, k, first)
				break
			}
			if f.fellBeside(s, c, &qs[i]) {
				used[i] = true
				next := casualty{outcome: c.outcome, q: qs[i], known: true, at: c.at, from: qs[i].from, to: qs[i].to, passive: c.passive}
				cs = slices.Insert(cs, k+1, next)
				break
			}
		}
	}
	return cs
}

// fellBeside tells whether a figure behind a casualty counts those of the other side who
// fell with them: "killed ten soldiers along with four rebels".
func (f *field) fellBeside(s *sentence, c *casualty, q *quantity) bool {
	if c.outcome != isnad.Killed || q.from < c.to || !q.head || !opposed(f, &c.q, q) || q.to < s.to && f.items[q.to].is(tAux|tOut) {
		return false
	}
	end := c.q.to
	if c.passive {
		end = c.to
	}
	if f.sideBySide(&c.q, q) {
		return true
	}
	for n := end; n < q.from && n < end+maxToCompany; n++ {
		if e := f.asWell(s, n); e > n {
			return e == q.from
		}
		if f.items[n].is(tPunct | tOut | tAux | tSay | tRel | tClause) {
			break
		}
	}
	return false
}

// maxToCompany bounds the items from those killed to "along with".
const maxToCompany = 16
