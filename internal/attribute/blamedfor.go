package attribute

import "strings"

// Who says whose deed it was has a claim of his own, though it counts nobody: "The opposition
// blamed the army for the attack", "State television accused gunmen of committing the massacre".

// leastBlamed is the chance below which even such a candidate is no claim.
const leastBlamed = 0.15

// maxBlamed bounds the items from the verb of blaming to the deed.
const maxBlamed = 16

// blamedFor tells whether a candidate says who did a deed that the report tells of.
func (p *partial) blamedFor() bool {
	fr := &p.fr
	if p.chance < leastBlamed || fr.cue != cueAccuses || fr.said == nil || len(p.names) == 0 || len(p.actors) == 0 || fr.carryActor || p.f.inTitle || p.title || fr.hyp {
		return false
	}
	k := fr.said.at
	if !blames(p.f.word(k)) || p.f.negatedBefore(&p.sent, k) || k+1 >= p.sent.to {
		return false
	}
	switch p.f.word(k + 1) {
	case "any", "anyone", "anybody", "no", "nobody", "neither":
		return false
	}
	return p.f.knownDeed(&p.sent, k)
}

// blames tells the verbs that say who did it; who condemns need not.
func blames(w string) bool {
	return strings.HasPrefix(w, "blam") || strings.HasPrefix(w, "accus") || strings.HasPrefix(w, "held") || strings.Contains(w, "blame on") || strings.Contains(w, "finger")
}

// knownDeed tells whether the verb at k leads to one deed that was told of: "for the blast",
// "of being behind that attack", "of committing the massacre".
func (f *field) knownDeed(s *sentence, k int) bool {
	led := false
	for n := k + 1; n < s.to && n <= k+maxBlamed; n++ {
		w := f.word(n)
		switch {
		case w == "for" || w == "of" || w == "over":
			led = true
		case led && theDeed(w):
			for j := n - 1; j > k && j >= n-4; j-- {
				switch f.word(j) {
				case "the", "that", "this":
					return true
				}
				if it := &f.items[j]; it.is(tPunct | tPrep | tLoc | tConj) {
					break
				}
			}
		case f.items[n].is(tSay|tClause|tRel) || f.items[n].is(tPunct) && w != `"` && w != "“" && w != "”" && w != "," && w != "(" && w != ")":
			return false
		}
	}
	return false
}
