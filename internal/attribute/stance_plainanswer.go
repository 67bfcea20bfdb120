package attribute

import "strings"

// An answer in few words is a claim of its own, though it names no deed: "The government denies the
// charges", "Damascus blamed it on rebels". What is denied or blamed for is the deed told of before.

const (
	leastAnswer = 0.2 // the chance below which even such an answer is none
	maxFewWords = 8   // the items from its verb to the end of the sentence
)

// plainAnswer tells whether a candidate is such an answer.
func (p *partial) plainAnswer() bool {
	fr := &p.fr
	if !p.answer || p.chance < leastAnswer || fr.said == nil || len(p.names) == 0 || p.f.inTitle || p.title || fr.hyp {
		return false
	}
	f, s, k := p.f, &p.sent, fr.said.at
	if s.to-k > maxFewWords || k <= s.lead || f.negatedBefore(s, k) {
		return false
	}
	switch fr.cue {
	case cueDenies:
		return f.deniesIt(s, k)
	case cueAccuses:
		return f.blames(k) && len(p.actors) > 0 && !fr.carryActor && f.blamesFor(s, k)
	}
	return false
}

// deniesIt tells whether the denial at item k is of what somebody is held to have done.
func (f *field) deniesIt(s *sentence, k int) bool {
	w := f.word(k)
	if strings.HasSuffix(w, "responsibility") || strings.HasSuffix(w, "involvement") || strings.HasSuffix(w, "role") {
		return true
	}
	for n := k + 1; n < s.to; n++ {
		switch f.word(n) {
		case "charge", "charges", "allegation", "allegations", "accusation", "accusations", "responsibility", "involvement", "it", "role", "complicity", "this":
			return n+1 >= s.to || f.closes(s, n+1)
		}
		if it := &f.items[n]; !it.is(tDet|tMod|tAdv|tNeg|tPron) && f.word(n) != "any" && f.word(n) != "all" && f.word(n) != "such" {
			return false
		}
	}
	return false
}

// blamesFor tells whether the words of blame at item k end with who is blamed: "blamed it on rebels",
// "blamed the army".
func (f *field) blamesFor(s *sentence, k int) bool {
	switch f.word(k) {
	case "blamed", "blames", "blame", "blaming":
	default:
		return false
	}
	for n := k + 1; n < s.to; n++ {
		it := &f.items[n]
		w := f.word(n)
		if it.is(tSay|tRel|tOut|tEv) && !it.is(tHead|tArmed|tForce) || it.is(tPunct) && n+1 < s.to || w == "for" || w == "of" || w == "that" {
			return false
		}
	}
	return true
}
