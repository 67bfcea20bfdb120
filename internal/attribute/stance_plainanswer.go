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

// leastDenial is the chance below which even a plain denial is no claim.
const leastDenial = 0.24

// maxDenialReach bounds the items from a denial to what it is of.
const maxDenialReach = 12

// plainDenial tells whether somebody denies a deed in so many words, which is a claim of his own, however
// little else the sentence says: "The army again denied using gas on Tuesday". Who has denied such things
// time and again speaks of none.
func (p *partial) plainDenial() bool {
	fr := &p.fr
	if p.chance < leastDenial || !fr.denied || fr.said == nil || fr.cue != cueDenies || fr.carried || len(p.names) == 0 || p.f.inTitle || p.title || fr.hyp {
		return false
	}
	f, s, k := p.f, &p.sent, fr.said.at
	switch f.word(k) {
	case "denied", "denies", "deny":
	default:
		return false
	}
	if k <= s.lead || f.negatedBefore(s, k) || f.items[k-1].is(tAux) && f.word(k-1) != "has" && f.word(k-1) != "have" && f.word(k-1) != "had" {
		return false
	}
	for n := k - 1; n >= s.lead && n >= k-3; n-- {
		switch f.word(n) {
		case "repeatedly", "always", "consistently", "routinely", "previously", "long":
			return false
		}
	}
	for n := k + 1; n < s.to && n <= k+maxDenialReach; n++ {
		it := &f.items[n]
		if it.is(tEv|tOut) && !it.is(tForce|tArmed) {
			return true
		}
		switch f.word(n) {
		case "responsibility", "involvement", "using", "part", "role":
			return true
		case "entry", "access", "progress":
			return false
		}
		if it.is(tSay|tClause) || it.is(tPunct) && !apostrophe(f.word(n)) && f.word(n) != `"` && f.word(n) != "“" {
			return false
		}
	}
	return false
}
