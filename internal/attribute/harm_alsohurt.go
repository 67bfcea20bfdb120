package attribute

import (
	"slices"
	"strings"

	"isnad"
)

// A deed whose dead were counted "also" wounded so many: "The strikes also wounded 25 others, a
// medic said", "The attacks left also 20 civilians injured". The wounded are of the same claim,
// whoever adds them. So are those who were hurt "in the attack", of whom the same or nobody tells:
// "More than 40 people were wounded in the blast in the Zoran quarter".

// maxToAlso bounds the sentences from the dead to those who were hurt besides.
const maxToAlso = 3

// maxToOthers bounds the sentences from the dead to "20 others were wounded", which names no deed.
const maxToOthers = 2

// alsoHurt tells whether b only adds the wounded to the dead of a.
func (d *doc) alsoHurt(a, b *partial) bool {
	if !harmsSome(a.killed) || a.injured != nil || a.both != nil || !harmsSome(b.injured) || b.killed != nil || b.both != nil || a.f0 != b.f0 || a.title || b.si0 <= a.si0 || b.si0-a.last > maxToAlso {
		return false
	}
	if (a.stance == isnad.StanceDenied) != (b.stance == isnad.StanceDenied) || b.fr.opens || a.gotDate && b.gotDate && a.when.Distance(b.when) > 0 {
		return false
	}
	if !b.fr.carryPlace && b.place != "" && a.rank >= 2 && b.rank >= 2 && !a.vague && d.placesApart(a, b) && !d.mayHold(a, b) {
		return false
	}
	if b.f.addsWounded(&b.sent, b.injured.at) {
		return true
	}
	others := b.injured.q.another && b.fr.evAt < 0 && b.si0-a.si0 <= maxToOthers
	return (others || b.f.hurtInIt(&b.sent, b.injured, a.event)) && d.oneVoice(a.names, b.names)
}

// mayHold tells whether the place of b lies in that of a by the gazetteer, or may be a quarter of it that
// no gazetteer knows.
func (d *doc) mayHold(a, b *partial) bool {
	if a.gzID != "" && b.gzID != "" {
		whole, _ := d.r.places.LieOf(a.gzID)
		part, known := d.r.places.LieOf(b.gzID)
		return known && whole.Holds(part)
	}
	return a.rank == 2 && b.rank >= 3 && len(b.within) == 0
}

// lastDead finds the claim whose wounded claim n of those that are left tells alone, -1 for none.
func (d *doc) lastDead(n int) int {
	for k := n - 1; k >= max(0, n-maxApart); k-- {
		if d.alsoHurt(&d.partials[d.weighed[k]], &d.partials[d.weighed[n]]) {
			return d.weighed[k]
		}
	}
	return -1
}

// narrowTo gives claim p, of "a village in the province", the place that the sentence b of its
// wounded names.
func (d *doc) narrowTo(p, b *partial) {
	if !(p.vague && b.rank >= 2 || p.rank < b.rank || d.mayHold(p, b)) || b.fr.place == nil || b.fr.carryPlace || b.place == "" {
		return
	}
	within := b.within
	if p.place != "" && !contains(within, p.place) && p.place != b.place {
		within = append(slices.Clone(within), p.place)
	}
	p.place, p.within, p.rank, p.known, p.gzID, p.placeP = b.place, within, b.rank, b.known, b.gzID, b.placeP
}

// hurtInIt tells whether the wounded c of a sentence were hurt in a deed told of before that may be
// of the kind e: "were wounded in the attack", "were also injured by the two blasts".
func (f *field) hurtInIt(s *sentence, c *casualty, e isnad.Event) bool {
	for k := max(c.at+1, c.to); k+2 < s.to && k <= c.at+8; k++ {
		it := &f.items[k]
		if it.is(tPunct|tSay|tClause|tRel|tOut) && !it.is(tHead) {
			return false
		}
		switch f.word(k) {
		case "in", "by", "during", "from":
		default:
			continue
		}
		switch f.word(k + 1) {
		case "the", "that", "this", "both":
		default:
			continue
		}
		for n := k + 2; n < s.to && n <= k+5; n++ {
			it := &f.items[n]
			if it.is(tPunct | tCap | tOrdinal | tConj | tPrep) {
				return false
			}
			if w := f.word(n); theDeed(w) || theDeed(strings.TrimSuffix(w, "s")) {
				return it.w == nil || it.w.event == "" || it.w.event == e || it.w.event == isnad.EventAttack || kindred(it.w.event, e)
			}
		}
		return false
	}
	return false
}

// oneVoice tells whether two lists of claimants may be one: nobody is named in one of them, or both
// name the same, or a state's outlets.
func (d *doc) oneVoice(a, b []string) bool {
	return len(a) == 0 || len(b) == 0 || d.roll.overlap(a, b) || genericNames(a) || genericNames(b) || d.oneMonitor(a, b) || stateOutlet(a[0]) && stateOutlet(b[0])
}

// stateOutlet tells whether a name is what a state's outlets are called: "state media", "Syrian state
// television".
func stateOutlet(name string) bool {
	name = strings.ToLower(name)
	if !strings.Contains(name, "state") && !strings.Contains(name, "official") {
		return false
	}
	for _, w := range [...]string{"media", "television", " tv", "news", "radio", "broadcaster"} {
		if strings.HasSuffix(name, w) || strings.Contains(name, w+" ") {
			return true
		}
	}
	return false
}

// addsWounded tells whether a sentence begins with the deed told of before and says with the word
// of harm at item k whom it hurt besides.
func (f *field) addsWounded(s *sentence, k int) bool {
	if f.word(s.lead) != "the" && f.word(s.lead) != "that" {
		return false
	}
	deed := false
	for n := s.lead + 1; n < s.to && n <= s.lead+3 && !deed; n++ {
		it := &f.items[n]
		if it.is(tPunct | tCap | tOrdinal | tConj) {
			return false
		}
		deed = theDeed(f.word(n)) || it.is(tWeapon) && !it.is(tPlane)
	}
	if !deed {
		return false
	}
	for n := max(s.lead, k-6); n < k; n++ {
		if f.word(n) == "also" {
			return true
		}
	}
	return false
}
