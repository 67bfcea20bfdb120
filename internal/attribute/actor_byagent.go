package attribute

import "isnad"

// By whose hand somebody was harmed may stand well behind the verb: where he was hit,
// with what, and who says so come between. "A girl was wounded in the arm by her
// brother", "Two were killed, police said, by a man who had been turned away".

// maxAgent bounds the items between a verb of harm and the "by" that belongs to it.
const maxAgent = 14

// harmedThen tells whether a verb of harm stands before the "by" at item k, so that what
// follows did it.
func (f *field) harmedThen(s *sentence, k int) bool {
	for j := k - 1; j >= s.from && j >= k-maxAgent; j-- {
		w := f.word(j)
		if j == k-1 && (w == "attack" || w == "assault" || w == "shooting" || w == "stabbing" || w == "beating") {
			return true // "suffered a cut in an attack by another inmate"
		}
		if harmed(w) || w == "fired" || w == "shots were fired" || f.items[j].is(tEv) && f.items[j].w.event == isnad.EventPropertyDestruction && f.items[j].w.evForm == formPast {
			return true
		}
		if w == "," {
			if j = f.beforeSaid(s, j); j < 0 {
				return false
			}
			continue
		}
		it := &f.items[j]
		if it.is(tRel|tClause|tSay|tPron) || it.is(tPunct) && !apostrophe(w) && w != "." || w == "by" || w == "and" && !f.tallies(s, j) || f.held(j) || it.is(tEv) && it.w.evForm == formPast {
			return false
		}
	}
	return false
}

// beforeSaid returns the comma that opens the aside of a speaker that the comma at item k
// closes, ", police said,"; -1 where none does. A comma between a town and its state is
// its own beginning.
func (f *field) beforeSaid(s *sentence, k int) int {
	if k-1 > s.from && (f.items[k-1].is(tCap) && !f.items[k-1].is(tSay) || f.items[k-1].is(tNum|tWeekday|tMonth|tDayPart)) {
		return k // of a date as well: "shot on May 3, 2011, by"
	}
	said := false
	for j := k - 1; j > s.from && j > k-7; j-- {
		if f.word(j) == "," {
			if said {
				return j
			}
			return -1
		}
		said = said || f.items[j].is(tSay)
	}
	return -1
}

// tallies tells whether the "and" at item j joins a second figure to one before it:
// "two killed and three wounded".
func (f *field) tallies(s *sentence, j int) bool {
	return j+1 < s.to && (f.items[j+1].is(tNum | tVague | tQual | tOut))
}

// harmed tells the participles that say what one person did to another.
func harmed(w string) bool {
	switch w {
	case "shot and killed", "shot and wounded", "shot and injured", "shot dead", "shot to death", "fatally shot", "was fatally shot", "were fatally shot", "stabbed to death", "beaten to death", "hacked to death", "strangled to death",
		"killed", "shot", "stabbed", "murdered", "wounded", "injured", "hurt", "beaten", "gunned", "gunned down", "attacked", "assaulted", "abducted", "kidnapped", "strangled", "hacked",
		"slashed", "knifed", "bludgeoned", "clubbed", "slain", "choked", "punched", "kicked", "grazed", "robbed", "raped", "stoned", "lynched", "poisoned", "ambushed", "fatally stabbed", "fatally beaten", "grazed by":
		return true
	}
	return false
}

// byLeads returns the "by" that leads to the person at item i over an article, whose he
// is, his age and what he is like: "by his own brother", "by a masked man"; -1 for none.
func (f *field) byLeads(s *sentence, i int) int {
	k := i - 1
	for n := 0; k > s.from && n < 5 && f.word(k) != "by"; n, k = n+1, k-1 {
		if g := f.overGroup(s, k+1); g <= k {
			k = g // "by a group of local youths"
			continue
		}
		it := &f.items[k]
		if f.word(k) == "own" || f.word(k) == "former" || f.word(k) == "local" || it.is(tDet|tNum|tMod|tNat|tQual) || it.w == nil && !it.is(tCap|tPunct) {
			continue
		}
		return -1
	}
	if k <= s.from || f.word(k) != "by" {
		return -1
	}
	return k
}

// harmedByWhom is by whom the sentence that counts the dead of a claim, or else the wounded, says outright in
// a town that they were harmed: "was shot dead by Karm police", whatever officer is told of further
// on. Empty for none.
func (d *doc) harmedByWhom(p *partial) string {
	c := p.killed
	if c == nil {
		c = p.injured
	}
	if !d.beat || c == nil || c.f == nil || c.f.inTitle || p.fr.denied {
		return ""
	}
	for i := range d.foundAc {
		a := &d.foundAc[i]
		if a.f != c.f || a.m.from <= c.at || a.si >= len(c.f.sents) || a.m.charged || a.m.teller {
			continue
		}
		s := &c.f.sents[a.si]
		if c.at < s.from || c.at >= s.to || a.m.from-c.at > maxAgent {
			continue
		}
		k := c.f.byLeads(s, c.f.ofBody(s, a.m.from))
		if k > c.at && !c.f.harmsBetween(c.at+1, k) && harmed(c.f.word(c.at)) && !d.barred(p, i) {
			return a.name
		}
	}
	return ""
}

// harmsBetween tells whether another harm or deed is told in the items [a, b).
func (f *field) harmsBetween(a, b int) bool {
	for k := a; k < b; k++ {
		if it := &f.items[k]; it.is(tOut|tEv|tSay|tRel) && !it.is(tCap) {
			return true
		}
	}
	return false
}
