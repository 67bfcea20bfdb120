package attribute

import (
	"strings"

	"isnad"
)

// States that act or are accused, whom the words of accusing are about, and who speaks of what he did himself.

// stateActor finds a state that is plainly said to have done it: "Northland
// bombed the port", "strikes carried out by Northland", "Northland denied it had".
func (d *doc) stateActor(f *field, s *sentence, i int) (actorMention, bool) {
	m := actorMention{from: i, to: i + 1, state: true}
	g := d.gz[i]
	if g == 0 || !f.items[i].is(tCap) || s.heads || d.lostApostrophe(f, i) || i > s.from && (d.gz[i-1] == g || f.items[i-1].is(tLoc) || f.word(i-1) == "of") {
		return m, false
	}
	c := d.gzm[g-1].Candidates
	if len(c) == 0 || c[0].Kind != isnad.KindCountry && c[0].Kind != isnad.KindTown {
		return m, false
	}
	for m.to < s.to && d.gz[m.to] == g {
		m.to++
	}
	if i > s.from && f.accusedOf(s, i-1, m.to) {
		return m, true
	}
	if c[0].Kind == isnad.KindTown {
		// a capital stands for its state where it denies a deed
		e := f.pastHad(s, m.to)
		return m, i == s.lead && e < s.to && f.items[e].is(tDenyCue) && f.ofItself(s, e)
	}
	if e := f.pastMinistry(s, m.to); e > m.to && e < s.to && f.items[e].is(tSay|tDenyCue) {
		return m, f.ofItself(s, e) // its ministry speaks for it
	}
	if i > s.from && f.word(i-1) == "by" {
		for j := i - 2; j >= s.from && j > i-5; j-- {
			if f.items[j].is(tEv|tOut) || f.word(j) == "out" || f.word(j) == "carried out" {
				return m, true
			}
		}
		return m, false
	}
	e := f.pastHad(s, m.to)
	if e >= s.to {
		return m, false
	}
	if f.answersFor(s, m.to) || f.opensClause(s, i) && f.killsPeople(s, e) || f.deedOf(s, m.to) {
		return m, true
	}
	it := &f.items[e]
	if it.is(tSay|tDenyCue) && f.ofItself(s, e) {
		return m, true
	}
	switch f.word(e) {
	case "launched", "carried", "carried out", "fired", "dropped", "conducted":
		return m, true
	}
	return m, it.is(tEv) && !it.is(tCap) && it.w.evForm >= formThird && it.w.evForm <= formPast && it.w.evForm != formGerund
}

// hailsFrom tells the words before a name that say where somebody is from.
func hailsFrom(w string) bool {
	switch w {
	case "from", "in", "near", "at", "outside":
		return true
	}
	return false
}

// pastHad returns the item of the verb after the day on which somebody spoke, adverbs and "had" from
// item e on.
func (f *field) pastHad(s *sentence, e int) int {
	e = f.pastDay(s, e)
	for n := 0; n < 3 && e < s.to && f.items[e].is(tAdv|tHedge); n++ {
		e++
	}
	if e < s.to && (f.word(e) == "had" || f.word(e) == "has") {
		e++
	}
	return e
}

// accusedOf tells whether the verb at item k accuses or blames the name that ends
// before item to of something, or holds it responsible: "accused Northland of shelling", "blamed Karm for".
func (f *field) accusedOf(s *sentence, k, to int) bool {
	if to >= s.to {
		return false
	}
	switch f.word(k) {
	case "to":
		return k > s.from && ascribed(f.word(k-1)) // "a strike attributed to Karm"
	case "held", "holds", "hold", "holding":
		return f.word(to) == "responsible" || f.word(to) == "accountable"
	}
	if !f.items[k].is(tAccuse) {
		return false
	}
	switch f.word(to) {
	case "of", "for", ".", ",", "and", "with":
		return true
	}
	return false
}

// accuses tells whether m is whom the words of accusing of a frame are about: "blamed the
// rebels", "pointed the finger at Northland's army".
func (f *field) accuses(fr *frame, m *actorMention) bool {
	if fr.cue != cueAccuses || fr.said == nil || m.from <= fr.said.at || !f.blames(fr.said.at) {
		return false
	}
	at := fr.said.at + 1
	for k := at; k < m.from && k < at+6; k++ { // "blamed it on", "blames the attack squarely on"
		if f.word(k) == "on" && (f.word(at) == "it" || f.word(at) == "the" || f.word(at) == "this" || f.word(at) == "that") {
			at = k + 1
			break
		}
	}
	if m.from > at+3 {
		return false
	}
	for k := at; k < m.from; k++ {
		if !f.items[k].is(tDet|tMod|tNat|tAdv|tFunc|tCap) || f.items[k].is(tPrep) {
			return false
		}
	}
	return true
}

// ofItself tells whether what follows the verb of saying at item k is about the
// speaker: "said it had struck", "denied its jets", "claimed to have killed".
func (f *field) ofItself(s *sentence, k int) bool {
	if w := f.word(k); strings.HasSuffix(w, "responsibility") || strings.HasSuffix(w, "involvement") || strings.HasSuffix(w, "role") {
		return true
	}
	if f.ownStrike(s, k) || f.claimsDeed(s, k) {
		return true
	}
	for j := k + 1; j < s.to && j < k+5; j++ {
		switch f.word(j) {
		case "it", "they":
			return j+1 >= s.to || !looksInto(f.word(j+1)) && !(plainSaying(f.word(k)) && f.onlyFeels(s, j+1))
		case "its", "their", "having", "responsibility", "involvement", "any":
			return true
		case "carrying", "bombing", "shelling", "striking", "attacking":
			return !plainSaying(f.word(k)) // "denied shelling", but "said shelling killed four people"
		case "to":
			return j+1 < s.to && f.word(j+1) == "have"
		}
	}
	return false
}

// looksInto tells the verbs for what the police do who come to a deed that others did: "police said
// they found a man shot".
func looksInto(w string) bool {
	switch w {
	case "found", "located", "discovered", "responded", "responded to", "arrived", "received", "arrested", "recovered", "identified", "learned", "believe", "determined", "saw", "heard", "do", "did":
		return true
	}
	return false
}

// onlyFeels tells whether the clause whose verb is item k says what a speaker thinks of a deed, and not
// that it was his: "said it was horrified", "said they could not confirm it", "said it condemned".
func (f *field) onlyFeels(s *sentence, k int) bool {
	switch f.word(k) {
	case "was", "is", "were", "are":
		for k++; k < s.to && f.items[k].is(tAdv) && !f.items[k].is(tNeg); k++ {
		}
		if k < s.to && f.word(k) == "\"" || k < s.to && f.word(k) == "“" {
			k++
		}
		if k >= s.to {
			return false
		}
		switch f.word(k) {
		case "a", "an", "the": // "said it was a school bus"
			return !(k+1 < s.to && (f.items[k+1].is(tEv) || f.word(k+1) == "response" || f.word(k+1) == "reprisal" || f.word(k+1) == "retaliation"))
		case "horrified", "shocked", "appalled", "outraged", "saddened", "alarmed", "concerned", "deeply", "gravely", "aware", "unaware", "investigating", "looking", "trying", "seeking", "unable", "unclear", "too", "following", "monitoring", "ready", "willing", "confident", "certain", "sure", "waiting", "sorry":
			return true
		}
	case "could", "condemned", "condemns", "deplored", "regretted", "regrets", "hoped", "hopes", "wanted", "wants", "welcomed", "welcomes", "feared", "fears":
		return true
	}
	return false
}

// plainSaying tells the verbs of saying that own up to nothing.
func plainSaying(w string) bool {
	switch w {
	case "said", "says", "say", "saying", "reported", "reports", "told", "added", "stated":
		return true
	}
	return false
}

// blamesBetween tells whether somebody who denies a deed at item k goes on to blame whoever is named at item m: "denied
// that its troops had fired and blamed the rebels". What he denies is not their deed.
func (f *field) blamesBetween(k, m int) bool {
	for n := k + 1; n < m; n++ {
		if f.items[n].is(tAccuse) && f.blames(n) {
			return true
		}
	}
	return false
}

// ascribed tells the participles for a deed that is put on somebody.
func ascribed(w string) bool { return w == "attributed" || w == "ascribed" || w == "imputed" }
