package attribute

import "isnad"

// The dead are brought in before it is told who killed them: "The bodies of nine villagers were brought to
// the morgue. They were killed by rebels on Sunday at Zoran".

// bodiesKilled gives a claim that tells who killed "them" the dead whose bodies the sentence before it counts,
// and drops what that told.
func (d *doc) bodiesKilled(f *field, s *sentence, p *partial) {
	n := len(d.partials) - 1
	if n < 0 || p.killed != nil && p.killed.known || p.injured != nil || !p.fr.harm || s.lead+1 >= s.to || f.word(s.lead) != "they" || f.word(s.lead+1) != "were" {
		return
	}
	if it := &f.items[p.fr.at]; it.w == nil || !(it.is(tOut) && it.w.outcome == isnad.Killed) && !it.is(tEv) {
		return
	}
	o := &d.partials[n]
	if o.f != f || o.title || o.drop || p.si-o.si != 1 || o.sent.para != s.para || o.killed == nil || !o.killed.known || o.killed.q.low < 1 || o.injured != nil || o.fr.verb {
		return
	}
	if !f.bodiesBefore(&o.sent, o.killed.q.from) {
		return
	}
	dead := *o.killed
	p.killed, o.drop = &dead, true
}

// bodiesBefore tells whether a figure at item k counts bodies: "the bodies of nine villagers".
func (f *field) bodiesBefore(s *sentence, k int) bool {
	return k-2 >= s.from && f.word(k-1) == "of" && (f.word(k-2) == "bodies" || f.word(k-2) == "corpses" || f.word(k-2) == "remains")
}
