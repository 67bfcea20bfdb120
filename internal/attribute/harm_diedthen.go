package attribute

import (
	"strings"

	"isnad"
)

// What became of one person is told of with a word that takes him up: "A clerk was shot on
// Monday. He died in hospital", "A drone hit a man who was mending a fence; he died on the
// spot", "Example was taken to a clinic, where doctors pronounced him dead".

// diedHimself reads the one who was told of before and of whom it is said now that he died,
// at item t.
func (f *field) diedHimself(s *sentence, t int) (quantity, bool) {
	if t <= s.lead {
		return quantity{}, false
	}
	if q, ok := f.bothDied(s, t); ok {
		return q, true
	}
	k := -1
	switch f.word(t) {
	case "died":
		if !f.diesOf(s, t) {
			return quantity{}, false
		}
		if k = f.heBefore(s, t); k < 0 {
			k = f.surnameFirst(s, t)
		}
		if k < 0 {
			k = f.heFirst(s, t)
		}
	case "could not save him", "could not save her", "could not revive him", "could not revive her", "failed to revive him", "failed to revive her", "unable to save him", "unable to save her", "unable to revive him", "unable to revive her",
		"to revive him failed", "to revive her failed", "to save him failed", "to save her failed":
		k = t
	case "could not be saved", "could not be revived", "did not make it":
		if t+1 < s.to && !f.items[t+1].is(tPunct) {
			return quantity{}, false // "did not make it to the shelter"
		}
		if k = f.heBefore(s, t); k < 0 {
			k = f.heFirst(s, t)
		}
	case "succumbed", "did not survive", "perished", "bled to death", "passed away", "pronounced dead", "declared dead", "pronounced deceased", "declared deceased":
		if k = f.heBefore(s, t); k < 0 {
			k = f.surnameFirst(s, t)
		}
		if k < 0 {
			k = f.heFirst(s, t)
		}
	case "dead":
		if k = f.himDead(s, t); k < 0 && t+1 < s.to && (strings.HasPrefix(f.word(t+1), "on arrival") || f.word(t+1) == "on" && t+2 < s.to && f.word(t+2) == "arrival" || f.word(t+1) == "when" || f.word(t+1) == "by" || f.word(t+1) == "before") {
			k = f.heBefore(s, t) // "He was dead on arrival"
		}
	}
	if k < 0 {
		return quantity{}, false
	}
	q := quantity{from: k, to: k + 1, low: 1, high: 1, qual: isnad.Exact, single: true, head: true, pronoun: true, category: isnad.CategoryAll}
	q.pronoun = !f.oneAtWork(s, k)
	return q, true
}

// heBefore is the item of "he" or "she" before the verb at t, -1 for none.
func (f *field) heBefore(s *sentence, t int) int {
	for k := t - 1; k >= s.lead && k >= t-3; k-- {
		switch f.word(k) {
		case "he", "she":
			return k
		}
		if !f.items[k].is(tAux|tAdv) && f.word(k) != "later" {
			return -1
		}
	}
	return -1
}

// heFirst is the lead of a sentence that opens with "he" or "she", tells of no other and goes on
// with the verb at item t: "He was rushed to a hospital but died", "She was shot in the head and
// was pronounced dead"; -1 else.
func (f *field) heFirst(s *sentence, t int) int {
	if w := f.word(s.lead); w != "he" && w != "she" || t > s.lead+16 {
		return -1
	}
	switch n := f.beforeVerb(s, t); f.word(n) {
	case "and", "but", "later":
	default:
		return -1
	}
	for k := s.lead + 1; k < t; k++ {
		if it := &f.items[k]; it.is(tSay|tRel) || f.word(k) == "who" || it.is(tOut) && it.w != nil && it.w.outcome == isnad.Killed {
			return -1
		}
	}
	return s.lead
}

// himDead is the item of "him" or "her" whom somebody pronounced dead, with "dead" at item t.
func (f *field) himDead(s *sentence, t int) int {
	if t-2 < s.lead || f.word(t-1) != "him" && f.word(t-1) != "her" {
		return -1
	}
	switch f.word(t - 2) {
	case "pronounced", "declared", "found":
		return t - 1
	}
	return -1
}

// diesOf tells whether "died" at item t goes on as of one who was hurt, and not as of one
// whose life is told: "died in 1996".
func (f *field) diesOf(s *sentence, t int) bool {
	if f.word(t-1) == "later" || t-2 >= s.lead && f.word(t-2) == "where" || t+1 >= s.to {
		return true
	}
	switch w := f.word(t + 1); w {
	case "at", "of", "from", "under", "later", "there", "on", "en", "instantly", "immediately", "shortly", "soon", "before", "upon", "during", "despite", "minutes", "hours", "days", "weeks", "moments", "overnight", "almost", "when":
		return !(w == "on" && t+2 < s.to && f.items[t+2].is(tMonth))
	case "in":
		return t+2 < s.to && (f.word(t+2) == "surgery" || f.word(t+2) == "his" || f.word(t+2) == "her" || f.inCare(s, t+1) || f.namedHospital(s, t+2))
	default:
		return f.items[t+1].is(tPunct) || strings.HasSuffix(w, "hospital") || strings.HasPrefix(w, "on the")
	}
}

// namedHospital tells whether a hospital is named at item k: "Shifa Hospital", "the Karm Medical Center".
func (f *field) namedHospital(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+6; n++ {
		switch w := f.word(n); {
		case hospital(w), w == "center" && f.word(n-1) == "medical", w == "centre" && f.word(n-1) == "medical":
			return true
		case !f.items[n].is(tCap|tDet) || f.items[n].is(tPunct):
			return false
		}
	}
	return false
}

// oneAtWork tells whether the one taken up as "he" at item k is told of before in the same
// sentence, by what he was doing when a deed befell him: "hit a yard where a pensioner was
// chopping wood; he died".
func (f *field) oneAtWork(s *sentence, k int) bool {
	cut := k - 1
	for cut > s.lead && (f.word(cut) == "and" || f.word(cut) == "but" || f.word(cut) == "where") {
		cut--
	}
	return cut > s.lead && (cut < k-1 || f.items[cut].is(tPunct)) && f.oneTold(s, s.lead, cut+1)
}

// oneTold tells whether the items [a, b) tell of one person who is no armed actor and whom a
// deed may have befallen, and of no harm yet: "a farmer was ploughing", "on a woman who was
// riding home".
func (f *field) oneTold(s *sentence, a, b int) bool {
	one, deed := false, false
	for n := a; n < b; n++ {
		it := &f.items[n]
		if it.is(tOut) && it.w != nil && it.w.harm != formNone && f.word(n) != "shot" {
			return false
		}
		deed = deed || it.is(tEv|tWeapon)
		if w := f.word(n); w == "a" || w == "an" {
			one = one || f.toldOne(s, n, b)
		}
	}
	return one && deed
}

// toldOne tells whether the article at item n leads, before item b, to a word for one
// person to whom something may have befallen: "a farmer, 61, was", "a local resident who had".
func (f *field) toldOne(s *sentence, n, b int) bool {
	e := n + 1
	for e < b && e <= n+4 && !f.nounOfOne(e, b) {
		if it := &f.items[e]; it.is(tPunct|tPrep|tLoc|tAux|tNum) && !f.yearsOld(e) {
			return false
		}
		e++
	}
	if e >= b || e > n+4 || f.items[e].is(tGroup|tSay) || e+1 < b && f.items[e+1].is(tSay) {
		return false
	}
	switch f.word(e) {
	case "gunman", "attacker", "assailant", "bomber", "suspect", "militant", "insurgent", "terrorist", "sniper", "spokesman", "spokeswoman", "official", "shooter":
		return false
	}
	if n > s.lead && f.word(n-1) == "by" {
		return false
	}
	for k := e + 1; k < b && k < e+7; k++ { // ", 61, was", "who was", "with a wound"
		switch f.word(k) {
		case "was", "who", "with", "had", "riding", "driving", "walking", "shot", "lying", "working", "inside":
			return true
		case ",":
			continue
		}
		if !f.items[k].is(tNum|tPrep|tAdv|tDet) && !f.yearsOld(k) && f.word(k) != "born" {
			return false
		}
	}
	return false
}

// nounOfOne tells whether item e, before item b, is the word for one person, or one that no
// lexicon knows and that goes on as a person would.
func (f *field) nounOfOne(e, b int) bool {
	it := &f.items[e]
	if it.w != nil || it.is(tCap|tPunct|tNum) {
		return it.is(tHead) && it.is(tSingular) && !(e+1 < b && f.items[e+1].is(tHead))
	}
	return e+1 < b && (f.word(e+1) == "was" || f.word(e+1) == "who" || e+2 < b && f.word(e+1) == "," && f.items[e+2].is(tNum))
}

// befell tells whether b says in the next sentence what became of the one of whom p, which
// counts nobody, tells, or of how many of those: "fired on boys herding goats. Two of the
// boys died".
func (p *partial) befell(b *partial) bool {
	if p.hasFigure() || b.killed == nil || !b.killed.q.pronoun || p.f != b.f || b.si <= p.si || b.si-p.si > 2 {
		return false
	}
	q := &b.killed.q
	if k := b.f.openingThe(&b.sent, b.sent.to); q.low == 1 && k >= 0 && (b.f.word(k+1) == "victim" && !b.f.accidentBefore(&b.sent) || b.f.anybody(k+1) && p.f.firingIn(p.sent.from, p.sent.to)) {
		return true
	}
	if q.ofThose && !p.title && b.f.items[q.from].is(tNum) {
		return true
	}
	if b.si-p.si > 1 {
		return false
	}
	if q.low == 2 && !q.ofThose {
		return p.f.twoTold(&p.sent)
	}
	return q.low == 1 && (p.f.alsoNamed(&p.sent, q.from) || p.f.whoWas(&p.sent) || p.f.foundWounded(&p.sent) || p.f.firedAtOne(&p.sent, b.f.word(q.from)) || p.f.oneTold(&p.sent, p.sent.lead, p.sent.to))
}

// firedAtOne tells whether shots are fired at one person, or by those who came up to him, whom "he" or
// "she" takes up: "someone opened fire on a man", "a car pulled up beside a woman and somebody began shooting".
func (f *field) firedAtOne(s *sentence, he string) bool {
	if he != "he" && he != "she" || !f.firingIn(s.from, s.to) {
		return false
	}
	found := false
	for k := s.lead; k+2 < s.to; k++ {
		w := f.word(k)
		switch w[lastSpace(w)+1:] {
		case "at", "on", "upon", "to", "toward", "towards", "beside", "alongside", "behind":
		default:
			continue
		}
		if w := f.word(k + 1); w != "a" && w != "an" {
			continue
		}
		for n := k + 2; n < s.to && n < k+5; n++ {
			switch f.word(n) {
			case "man", "boy":
				found = found || he == "he"
			case "woman", "girl":
				found = found || he == "she"
			case "teenager", "teen", "driver", "motorist", "cyclist", "pedestrian", "clerk", "passenger", "student", "resident":
				found = true
			default:
				if f.items[n].is(tMod) || f.yearsOld(n) {
					continue
				}
			}
			break
		}
	}
	return found
}

// twoTold tells whether the sentence opens with two people: "Two men were in a car".
func (f *field) twoTold(s *sentence) bool {
	if it := &f.items[s.lead]; !it.is(tNum) || it.num != 2 {
		return false
	}
	for k := s.lead + 1; k < s.to && k < s.lead+4; k++ {
		if f.items[k].is(tHead) && !f.items[k].is(tSingular) {
			return true
		}
	}
	return false
}

// maxToName bounds the items between a name and the surname that takes it up.
const maxToName = 60

// surnameFirst is the item of the surname that opens a sentence, right before the verb at t,
// of one whose name was told shortly before; -1 else: "Samir Example was shot ... Example
// later died".
func (f *field) surnameFirst(s *sentence, t int) int {
	k := t - 1
	for k > s.lead && (f.items[k].is(tAux|tAdv) || f.word(k) == "later") {
		k--
	}
	if it := &f.items[k]; k > s.lead+1 || k < s.lead || !it.is(tCap) || it.is(tPunct|tNum) || it.w != nil {
		return -1
	}
	if k == s.lead+1 {
		switch f.word(s.lead) {
		case "mr", "mr.", "ms", "ms.", "mrs", "mrs.":
		default:
			return -1
		}
	}
	for n := s.lead - 1; n > 0 && n > s.lead-maxToName; n-- {
		if f.word(n) == f.word(k) && f.items[n].is(tCap) && f.items[n-1].is(tCap) && !f.items[n-1].is(tPunct) {
			return k
		}
	}
	return -1
}

// alsoNamed tells whether the name at item k stands in a sentence before it as well.
func (f *field) alsoNamed(s *sentence, k int) bool {
	if !f.items[k].is(tCap) || k < s.to {
		return false
	}
	w := f.word(k)
	for n := s.lead; n < s.to; n++ {
		if f.items[n].is(tCap) && f.word(n) == w {
			return true
		}
	}
	return false
}
