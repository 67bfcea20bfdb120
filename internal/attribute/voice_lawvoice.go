package attribute

import "strings"

// In a report of the police beat the police, a sheriff's office and those who speak for them are one
// claimant, however each is named: "authorities said ... Capt. Karl Hollins said ... Hollins said".
// What one of them adds to another's account is no claim of its own.

// oneLaw tells whether two claims are both told by the police, or by those who speak for them.
func (d *doc) oneLaw(a, b *partial) bool {
	return d.beat && d.lawSpeaks(a) && d.lawSpeaks(b) && looksAtDead(a.names[0]) == looksAtDead(b.names[0])
}

// looksAtDead tells whether a name is that of a coroner, whose account of the dead is his own.
func looksAtDead(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "coroner") || strings.Contains(name, "medical examiner")
}

// lawSpeaks tells whether a claim is told by the police: by name, by the rank of who speaks, or as
// "authorities".
func (d *doc) lawSpeaks(p *partial) bool {
	if len(p.names) == 0 {
		return false
	}
	if ofLaw(p.names[0]) {
		return true
	}
	for i := range d.partials {
		q := &d.partials[i]
		if q.fr.said != nil && len(q.names) > 0 && q.names[0] == p.names[0] && q.rankSpeaks() {
			return true
		}
	}
	return false
}

// rankSpeaks tells whether the speaker of a claim bears a rank of the police or speaks for them:
// "Sgt. Karl Hollins", "police spokesman Karl Hollins".
func (p *partial) rankSpeaks() bool {
	f, sp := p.fr.f, p.fr.said
	if f == nil || sp.anaphor || sp.who[1] <= sp.who[0] {
		return false
	}
	for k := max(0, sp.who[0]-6); k < sp.who[1] && k < len(f.items); k++ {
		switch w := f.word(k); w {
		case "sgt", "lt", "capt", "cpl", "cmdr", "maj", "det", "sergeant", "lieutenant", "captain", "corporal", "commander", "sheriff", "undersheriff", "trooper", "detective", "inspector",
			"police", "police chief", "police spokesman", "police spokeswoman", "chief", "deputy chief", "assistant chief", "deputy", "officer", "police officer", "spokesman", "spokeswoman":
			if k < sp.who[0] && f.brokenOff(k, sp.who[0]) {
				continue
			}
			if (w == "spokesman" || w == "spokeswoman" || w == "commander" || w == "captain") && !f.lawful(max(0, k-6), sp.who[1]) {
				continue // of a company, of an army
			}
			return true
		}
	}
	return false
}

// brokenOff tells whether anything but a title or a name stands among the items [a, b).
func (f *field) brokenOff(a, b int) bool {
	for k := a; k < b; k++ {
		if it := &f.items[k]; it.is(tPunct) && f.word(k) != "." || it.is(tSay|tAux|tPrep|tLoc|tConj|tOut|tClause) && !it.is(tHead|tSrc|tCap) {
			return true
		}
	}
	return false
}
