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
	if p.chance < leastDenial || !fr.denied || fr.said == nil || fr.carried || len(p.names) == 0 || p.f.inTitle || p.title || fr.hyp {
		return false
	}
	f, s, k := p.f, &p.sent, fr.said.at
	if plainSaying(f.word(k)) {
		return len(p.actors) > 0 && f.saysNotIt(s, k)
	}
	if fr.cue != cueDenies {
		return false
	}
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

// saysNotIt tells whether the verb of saying at item k leads to what the speaker says it has not done: "said it had
// not carried out any strike", "said its forces were not behind the raid". What it never does, or does
// not do as a rule, is no answer to one deed.
func (f *field) saysNotIt(s *sentence, k int) bool {
	n := k + 1
	if n < s.to && f.word(n) == "that" {
		n++
	}
	if n >= s.to {
		return false
	}
	switch f.word(n) {
	case "it", "they", "its", "their":
	default:
		return false
	}
	for end := min(s.to, n+6); n < end; n++ {
		aux, rest, _ := strings.Cut(f.word(n), " ")
		switch aux {
		case "had", "did", "was", "were", "has", "have":
			if rest == "" && n+1 < s.to {
				rest = f.word(n + 1)
			}
			rest, _, _ = strings.Cut(rest, " ")
			return rest == "not" || rest == "nothing" || rest == "no"
		}
		if it := &f.items[n]; it.is(tPunct | tSay | tClause | tRel) {
			return false
		}
	}
	return false
}
