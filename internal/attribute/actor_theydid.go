package attribute

import (
	"strings"

	"isnad"
)

// What armed people did is often told over several sentences of which only the first says who they
// are: "A group of insurgents entered Zoran at night. They killed the village head". The subject of
// the second is that of the first, whatever other body its sentence names.

// theyDid is who "they" are that a sentence opens with and that did the deed of a claim; empty for
// none.
func (d *doc) theyDid(p *partial) string {
	f := p.f0
	if f == nil || f.inTitle || f != d.marked || p.title || p.fr.denied || p.event == isnad.EventClash || p.si0 >= len(f.sents) {
		return ""
	}
	s := &f.sents[p.si0]
	k := f.theyAct(s)
	if k < 0 || f.anotherActs(s, k, p.fr.at) {
		return ""
	}
	for si := p.si0 - 1; si >= 0 && si >= p.si0-3; si-- {
		t := &f.sents[si]
		if t.heading {
			return ""
		}
		if who := d.armedSubject(f, t); who != "" {
			return who
		}
		if f.theyAct(t) < 0 {
			return ""
		}
	}
	return ""
}

// theyAct is the item of the verb of a sentence that opens with "they" as those who act; -1 for none.
func (f *field) theyAct(s *sentence) int {
	k := s.lead
	for k < s.to && f.items[k].is(tPunct) {
		k++
	}
	if k+1 >= s.to || f.word(k) != "they" {
		return -1
	}
	for k++; k < s.to && (f.items[k].is(tAdv) && !f.items[k].is(tNeg) || had(f.word(k)) || f.word(k) == "then" || f.word(k) == "even" || f.word(k) == "just" || f.word(k) == "first"); k++ {
	}
	if k >= s.to || !f.actsNow(k) {
		return -1
	}
	return k
}

// actsNow tells whether item k is the verb of somebody who acts: of a deed, or of a way to one.
func (f *field) actsNow(k int) bool {
	it := &f.items[k]
	if it.is(tSay | tNeg | tModal | tAux) {
		return false
	}
	if it.is(tEv) && it.w.evForm >= formBase && it.w.evForm <= formPast || it.is(tOut) && it.w.harm >= formBase && it.w.harm <= formPast {
		return true
	}
	switch f.word(k) {
	case "came", "entered", "arrived", "rode", "drove", "walked", "went", "moved", "burst", "broke", "crossed", "surrounded", "gathered", "approached", "returned", "landed", "descended", "invaded", "overran", "struck", "swept", "swooped",
		"took", "laid", "set", "burned", "burnt", "looted", "dragged", "forced", "beat", "seized", "stole", "shot", "opened", "fired", "torched", "stormed", "separated", "rounded", "whisked", "carted", "lined", "threw", "hurled", "planted", "pulled",
		"set fire", "set ablaze", "opened fire", "opened fire on", "broke into", "laid siege":
		return true
	}
	return carriesOut(f.word(k))
}

// anotherActs tells whether the items [a, b) name another armed body than as what is acted on: "They
// came from the north and the soldiers killed two".
func (f *field) anotherActs(s *sentence, a, b int) bool {
	for k := a + 1; k < b && k < s.to; k++ {
		if !f.items[k].is(tForce|tArmed) || f.items[k].is(tCap) {
			continue
		}
		n := k - 1
		for n > a && (f.items[n].is(tDet|tMod|tNat|tNum|tForce|tArmed) || f.word(n) == "a") {
			n--
		}
		if !f.items[n].is(tPrep|tLoc) && n != a {
			return true
		}
	}
	return false
}

// armedSubject is the armed people who act in a sentence as its subject, or as that of what somebody
// says: "Soldiers surrounded Zoran", "The mayor said the attackers came at dawn"; empty for none.
func (d *doc) armedSubject(f *field, s *sentence) string {
	for _, m := range d.actors(f, s, nil) {
		if m.voice || m.open || m.person || !f.manyBear(&m) {
			continue
		}
		k := f.overGroup(s, m.from) - 1
		if k > s.lead && f.word(k) == "of" && f.items[k-1].is(tArmed|tForce|tHead|tVague|tNum) {
			k -= 2 // "a group of", "dozens of"
		}
		for k >= s.lead && (f.items[k].is(tDet|tNum|tVague|tQual|tHedge|tMod|tNat|tPlaceAdj) || f.word(k) == "some" || f.word(k) == "about" || f.word(k) == "over") {
			k--
		}
		if k >= s.lead && !f.items[k].is(tPunct|tSay|tConj|tClause|tWeekday|tRelDay) && f.word(k) != "that" {
			continue
		}
		e := f.pastParticiple(s, f.pastAside(s, m.to))
		for n := 0; n < 3 && e < s.to && (f.items[e].is(tAdv) && !f.items[e].is(tNeg) || had(f.word(e)) || f.items[e].is(tWeekday|tRelDay) || f.word(e) == "on"); n++ {
			e++
		}
		if e < s.to && f.actsNow(e) {
			return f.actorName(m.from, m.to)
		}
	}
	return ""
}

// manyBear tells whether a mention is of several who bear arms.
func (f *field) manyBear(m *actorMention) bool {
	if m.plane {
		return false
	}
	last := &f.items[m.to-1]
	if !last.is(tForce | tArmed) {
		return false
	}
	w := f.word(m.to - 1)
	w = w[lastSpace(w)+1:]
	return strings.HasSuffix(w, "s") || strings.HasSuffix(w, "men") || w == "police" || w == "militia" || w == "cavalry" || w == "army" || w == "gang"
}
