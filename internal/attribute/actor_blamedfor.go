package attribute

// Who says whose deed it was has a claim of his own, though it counts nobody: "The opposition
// blamed the army for the attack", "State television accused gunmen of committing the massacre".

// leastBlamed is the chance below which even such a candidate is no claim.
const leastBlamed = 0.15

// maxBlamed bounds the items from the verb of blaming to the deed.
const maxBlamed = 16

// blamedFor tells whether a candidate says who did a deed that the report tells of.
func (p *partial) blamedFor() bool {
	return p.chance >= leastBlamed && len(p.actors) > 0 && p.accuses()
}

// accuses tells whether the words of a candidate are of somebody who says who did a deed that
// was told of: "blamed the army for the attack", "blamed the attack on the army", "said that
// the army was behind the attack".
func (p *partial) accuses() bool {
	fr := &p.fr
	if fr.said == nil || len(p.names) == 0 || fr.carryActor || p.f.inTitle || p.title || fr.hyp || fr.denied {
		return false
	}
	f, s, k := p.f, &p.sent, fr.said.at
	if fr.cue != cueAccuses || !f.blames(k) || f.negatedBefore(s, k) || k+1 >= s.to {
		return false
	}
	switch f.word(k + 1) {
	case "any", "anyone", "anybody", "no", "nobody", "neither":
		return false
	}
	return f.knownDeed(s, k)
}

// knownDeed tells whether the words at k lead to one deed that was told of: "for the blast",
// "of being behind that attack", "of committing the massacre", "blamed the raid on", "was
// behind the strike".
func (f *field) knownDeed(s *sentence, k int) bool {
	led := false
	for n := k + 1; n < s.to && n <= k+maxBlamed; n++ {
		w := f.word(n)
		switch {
		case w == "for" || w == "of" || w == "over" || w == "behind" || w == "carried out" || w == "committed":
			led = true
		case led && n+1 < s.to && f.items[n+1].is(tDet) && besideDeed(w):
			return false
		case theDeed(w) && (led || f.putOn(s, n)):
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

// besideDeed tells the verbs for what somebody is accused of who did not do the deed: "of using
// the attack for votes".
func besideDeed(w string) bool {
	switch w {
	case "using", "exploiting", "ignoring", "hiding", "covering up", "downplaying", "condoning", "fabricating", "celebrating", "praising", "politicising", "politicizing":
		return true
	}
	return false
}

// putOn tells whether the deed at item n is put on somebody: "blamed the raid squarely on".
func (f *field) putOn(s *sentence, n int) bool {
	n++
	for n < s.to && f.items[n].is(tAdv) || n < s.to && f.word(n) == "squarely" {
		n++
	}
	return n+1 < s.to && f.word(n) == "on"
}
