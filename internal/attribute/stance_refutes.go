package attribute

import "strings"

// Who denies or blames without the words for it: "the group called the accusation absurd",
// "the army said the reports were untrue", "France held the army responsible", "Turkey said
// rebels were behind the blast".

var (
	refutes   = word{tags: tDenyCue}
	saysGuilt = word{tags: tSay | tAccuse}
	saysOwn   = word{tags: tSay | tOwn}
)

// markAnswers makes denials and accusations of the verbs of such clauses.
func (f *field) markAnswers() {
	for k := range f.items {
		it := &f.items[k]
		if !it.is(tOwn|tSay) && !it.may(mayAnswer) {
			continue // nearly all items
		}
		if it.is(tOwn) && it.w != nil && f.word(k) == "said its fighters" && f.deniesPart(k+1, false) {
			it.w, it.tags = &refutes, it.tags&^(tSay|tOwn)|tDenyCue
			continue
		}
		if !it.is(tSay) && !it.may(mayAnswer) || it.end-it.start > 10 || it.tags&(tCap|tPunct|tNum|tAccuse|tDenyCue) != 0 {
			continue
		}
		switch {
		case it.is(tSay) && !it.is(tHead|tEv|tOut|tSrc):
			switch {
			case f.saysUntrue(k) || f.callsUntrue(k) || f.saysNoneThere(k):
				it.w, it.tags = &refutes, it.tags&^tSay|tDenyCue
			case f.saysItWasThem(k):
				it.w, it.tags = &saysOwn, it.tags|tOwn
			case f.saysWhoseDeed(k), f.saysItHolds(k):
				it.w, it.tags = &saysGuilt, it.tags|tAccuse
			default:
				switch itself, ok := f.saysWhoDidIt(k); {
				case ok && itself:
					it.w, it.tags = &saysOwn, it.tags|tOwn
				case ok:
					it.w, it.tags = &saysGuilt, it.tags|tAccuse
				}
			}
		case f.low[it.start] == 's':
			if f.suspects(k) {
				it.w, it.tags = &saysGuilt, it.tags|tAccuse|tHedge
			}
		case f.low[it.start] == 'h':
			if f.holdsGuilty(k) {
				it.w, it.tags = &saysGuilt, it.tags|tAccuse
			}
		case f.callsUntrue(k):
			it.w, it.tags = &refutes, it.tags|tDenyCue
		}
	}
}

// accusation tells the words for what somebody is said to have done.
func accusation(w string) bool {
	switch w {
	case "figure", "figures", "version", "accusation", "accusations", "allegation", "allegations", "charge", "charges", "claim", "claims", "report", "reports", "story", "stories", "suggestion", "suggestions", "account", "accounts", "rumour", "rumours", "rumors":
		return true
	}
	return false
}

// untrue tells the words for what is not so.
func untrue(w string) bool {
	switch w {
	case "absurd", "baseless", "false", "lie", "lies", "untrue", "fabricated", "fabrication", "fabrications", "nonsense", "propaganda", "unfounded", "groundless", "ridiculous", "ludicrous", "fiction",
		"fake", "slander", "unsubstantiated", "inaccurate", "disinformation", "illogical", "non-credible", "implausible", "mendacious", "farce", "preposterous", "laughable", "incorrect", "invented", "nonsensical", "fanciful":
		return true
	}
	return false
}

// callsUntrue tells whether the verb at k calls an accusation false: "called the reports
// baseless", "described the story as a lie".
func (f *field) callsUntrue(k int) bool {
	switch f.word(k) {
	case "called", "calls", "calling", "described", "describes", "describing", "branded", "brands", "labelled", "labeled", "dubbed", "termed", "deemed", "brushed",
		"assessed", "assesses", "classed", "classes", "classified", "classifies", "judged", "judges", "rated", "considered", "considers", "found", "graded":
	default:
		return false
	}
	what := false
	for n := k + 1; n < len(f.items) && n < k+9; n++ {
		switch w := f.word(n); {
		case accusation(w):
			what = true
		case n == k+1 && pointed(w) && n+1 < len(f.items) && !f.items[n+1].is(tAux|tDet|tNum):
			what = f.word(k)[0] == 'c' || f.word(k)[0] == 'd' // "called that an absolute lie"
		case what && untrue(w), what && w == "credible" && (f.word(n-1) == "non" || f.word(n-1) == "not"):
			return true
		case what && n > k+1 && pointed(f.word(k+1)) && f.items[n].is(tEv|tOut|tConj|tPrep):
			return false
		case f.items[n].is(tPunct) && w != `"` && w != "“" && w != ",", f.items[n].is(tRel):
			return false
		}
	}
	return false
}

// pointed tells the words that stand for what somebody said: "called that a lie".
func pointed(w string) bool {
	switch w {
	case "that", "this", "it", "these", "those", "them":
		return true
	}
	return false
}

// saysUntrue tells whether the verb of saying at k is about an accusation that is false, or
// about the speaker's having no part in it: "said the reports were untrue", "said it was not
// responsible". A sentence that also counts is left.
func (f *field) saysUntrue(k int) bool {
	what, itself := false, false
	for n := k + 1; n < len(f.items) && n < k+12; n++ {
		it := &f.items[n]
		switch w := f.word(n); {
		case it.is(tOut|tSay) || it.is(tPunct) && w != `"` && w != "“":
			return false
		case w == "truth" && f.word(n-1) == "no":
			return n+1 < len(f.items) && (f.word(n+1) == "in" || f.word(n+1) == "to") // "said there was no truth in reports that"
		case accusation(w):
			what = n <= k+4
		case what && untrue(w):
			return f.items[n-1].is(tAux|tAdv|tDet) || f.items[n-2].is(tAux)
		case w == "it" || w == "they" || w == "its" || w == "their" || w == "he" || w == "his" || w == "her" || w == "she" || w == "we" || w == "our":
			itself = itself || n <= k+2
		case itself && it.is(tDenial) && strings.Contains(w, " "):
			return true
		}
	}
	return false
}

// holdsGuilty tells whether the verb at k goes on to "responsible": "held the coalition
// accountable for the raid". Who was held is somebody else's business.
func (f *field) holdsGuilty(k int) bool {
	switch f.word(k) {
	case "held", "holds", "hold", "holding":
	default:
		return false
	}
	if k == 0 || f.items[k-1].is(tAux|tDet|tMod|tModal) && f.word(k-1) != "has" && f.word(k-1) != "have" && f.word(k-1) != "had" || f.word(k-1) == "to" || f.items[k-1].is(tPron) {
		return false
	}
	return f.guiltyFrom(k)
}

// saysItHolds tells whether the verb of saying at k is about whom the speaker holds responsible:
// "London said it held the army responsible".
func (f *field) saysItHolds(k int) bool {
	n := k + 1
	if n < len(f.items) && f.word(n) == "that" {
		n++
	}
	if n+3 >= len(f.items) {
		return false
	}
	switch f.word(n) {
	case "it", "they", "he", "she", "we":
	default:
		return false
	}
	switch f.word(n + 1) {
	case "held", "holds", "hold":
		return f.guiltyFrom(n + 1)
	}
	return false
}

// guiltyFrom tells whether what is held at item k is somebody responsible.
func (f *field) guiltyFrom(k int) bool {
	for n := k + 2; n < len(f.items) && n < k+10; n++ {
		switch w := f.word(n); {
		case w == "responsible" || w == "accountable":
			return true
		case f.items[n].is(tPunct|tSay|tPrep|tLoc|tRel|tAux) && w != "of" && w != "in" && w != "and":
			return false
		}
	}
	return false
}

// saysWhoDidIt tells whether the verb of saying at k is about who did what was told before, in no more
// words than these: "says the rebels did it", "said it carried it out", and whether the speaker
// says so of itself.
func (f *field) saysWhoDidIt(k int) (itself, ok bool) {
	n := k + 1
	if n < len(f.items) && f.word(n) == "that" {
		n++
	}
	from := n
	for ; n+1 < len(f.items) && n < from+8; n++ {
		it := &f.items[n]
		if n > from && it.may(mayDidIt) {
			switch f.word(n) {
			case "did", "staged", "carried":
				e := n + 2
				if f.word(n) == "carried" {
					if e >= len(f.items) || f.word(e) != "out" {
						return false, false
					}
					e++
				}
				if w := f.word(n + 1); w != "it" && w != "this" && w != "that" || e < len(f.items) && !f.items[e].is(tPunct) && f.word(e) != "in" && f.word(e) != "to" && f.word(e) != "for" && f.word(e) != "because" {
					return false, false
				}
				return f.speaksOfItself(from) && (n == from+1 || n == from+2 && had(f.word(from+1))), true
			}
		}
		if n == from+1 && had(f.word(n)) && f.speaksOfItself(from) {
			continue // "it had carried it out"
		}
		if it.is(tSay|tOut|tRel|tNeg|tModal|tAux) || it.is(tPunct) && !apostrophe(f.word(n)) && f.word(n) != `"` && f.word(n) != "“" && f.word(n) != "”" {
			return false, false
		}
	}
	return false, false
}

// speaksOfItself tells whether item k is a pronoun by which whoever speaks means itself.
func (f *field) speaksOfItself(k int) bool {
	switch f.word(k) {
	case "it", "they", "he", "we":
		return true
	}
	return false
}

// saysItWasThem tells whether the verb of saying at k is about the speaker's own part in what was told
// before: "said it was behind the attack", "said they had carried out the bombing".
func (f *field) saysItWasThem(k int) bool {
	n := k + 1
	if n+2 < len(f.items) && f.word(n) == "in" && f.word(n+2) == "statement" {
		n += 3
	}
	if n < len(f.items) && f.word(n) == "that" {
		n++
	}
	if n+3 >= len(f.items) || !f.speaksOfItself(n) {
		return false
	}
	n++
	if had(f.word(n)) || f.word(n) == "also" {
		n++
	}
	switch f.word(n) {
	case "was", "were", "is", "are":
		switch f.word(n + 1) {
		case "behind":
			return n+2 < len(f.items) && (f.items[n+2].is(tDet) || f.word(n+2) == "it")
		case "responsible":
			return n+2 >= len(f.items) || f.word(n+2) == "for" || f.items[n+2].is(tPunct) || f.word(n+2) == "and"
		}
	case "carried out":
		return f.endsAtDeed(n + 1)
	case "carried":
		return f.word(n+1) == "out" && f.endsAtDeed(n+2)
	}
	return false
}

// endsAtDeed tells whether no more than a deed told before stands at item k: "the attack", "this raid".
func (f *field) endsAtDeed(k int) bool {
	if k+1 >= len(f.items) || f.word(k) != "the" && f.word(k) != "this" && f.word(k) != "both" || !f.items[k+1].is(tEv) {
		return false
	}
	k += 2
	return k >= len(f.items) || f.items[k].is(tPunct) || f.word(k) == "in" && k+1 < len(f.items) && (f.word(k+1) == "retaliation" || f.word(k+1) == "response" || f.word(k+1) == "revenge") || f.word(k) == "and" || f.word(k) == "to" || f.word(k) == "because"
}

// suspects tells whether somebody suspects others at item k: "security sources suspect the
// militia", and not "the suspect", "suspects that".
func (f *field) suspects(k int) bool {
	if w := f.word(k); w != "suspect" && w != "suspects" && w != "suspected" || k < 2 || k+2 >= len(f.items) {
		return false
	}
	prev, next := &f.items[k-1], &f.items[k+1]
	if prev.is(tDet|tMod|tNum|tPrep|tLoc|tAux|tConj|tPunct|tModal|tRel|tNat|tPron) || f.word(k-1) == "of" || f.word(k-1) == "who" {
		return false
	}
	if f.word(k) == "suspected" {
		return f.word(k+1) == "the" && prev.is(tSrc)
	}
	return next.is(tDet) && f.word(k+1) != "that" && f.word(k+1) != "this" || next.is(tForce|tGroup) || next.is(tCap) && prev.is(tSrc)
}

// saysWhoseDeed tells whether the verb of saying at k is about who was behind a deed: "said
// the rebels were behind the blast", "said that the army was to blame".
func (f *field) saysWhoseDeed(k int) bool {
	if k == 0 || f.items[k-1].is(tPron) {
		return false // "it believes"
	}
	for n := k + 2; n+1 < len(f.items) && n < k+12; n++ {
		it := &f.items[n]
		w := f.word(n)
		if it.is(tAux) && n > k+1 {
			a := n + 1
			for a < len(f.items) && a < n+4 && (f.items[a].is(tAux|tAdv) && !f.items[a].is(tNeg) || f.word(a) == "been") {
				a++
			}
			if a+1 >= len(f.items) {
				return false
			}
			switch f.word(a) {
			case "behind":
				return f.items[a+1].is(tDet) || f.word(a+1) == "it"
			case "responsible":
				return f.word(a+1) == "for" || f.items[a+1].is(tPunct) || f.word(a+1) == "and" || f.word(a+1) == "but"
			case "to":
				return f.word(a+1) == "blame"
			}
			return false
		}
		if it.is(tPunct|tSay|tOut|tRel|tNeg|tModal|tHedge|tPron) && !it.is(tDet) && !apostrophe(w) || w == "who" || w == "what" || w == "whether" || w == "if" || w == "nobody" || w == "no" {
			return false
		}
	}
	return false
}
