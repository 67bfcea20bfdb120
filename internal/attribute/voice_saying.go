package attribute

import "strings"

// saying reads who speaks with the gerund at item k: "activists are reporting that
// ...", "with the agency saying that ...". In "adding that" the same speaker goes on.
func (d *doc) saying(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, to: k + 1, before: true}
	j := k - 1
	for j > s.lead && f.items[j].is(tAdv) {
		j--
	}
	if j < s.lead {
		return sp, false
	}
	goes := false
	switch f.word(j) {
	case "is", "are", "was", "were":
		goes = k+1 < s.to && (f.word(k+1) == "that" || f.tellsPolice(s, k))
	}
	if a, b := d.putsOut(f, s, k); b > a {
		sp.from, sp.who = a, [2]int{a, b}
		d.names(f, a, b, &sp)
		return sp, len(sp.names) > 0 || sp.anaphor
	}
	a, b := d.speakerLeft(f, s, k)
	if b <= a || f.items[a].is(tPron) || !goes && !(a-1 >= s.lead && f.word(a-1) == "with" && d.speaks(f, a, b)) {
		return sp, false
	}
	sp.from, sp.who = a, [2]int{a, b}
	d.names(f, a, b, &sp)
	return sp, len(sp.names) > 0 || sp.anaphor
}

// speaks tells whether the items [a, b) name somebody who can say something, not
// only the side that does it.
func (d *doc) speaks(f *field, a, b int) bool {
	return d.known(a, b) || f.items[b-1].is(tSrc) || f.items[b-1].is(tCap) && d.gz[b-1] == 0
}

// stands tells whether the name at item a is that of the place where something is
// done, "in New York said": the place does not speak.
func (d *doc) stands(f *field, s *sentence, a int) bool {
	if d.gz[a] == 0 {
		return false
	}
	for a > s.from && d.gz[a-1] == d.gz[a] {
		a--
	}
	return a > s.from && f.items[a-1].is(tLoc)
}

// noSpeech tells whether the verb at item k, which may be one of saying, does
// something else by what follows it.
func (f *field) noSpeech(s *sentence, k int) bool {
	end := k+1 >= s.to
	var next *item
	if !end {
		next = &f.items[k+1]
	}
	if f.claimsLives(s, k) {
		return true // "the blast claimed nine lives"
	}
	switch f.word(k) {
	case "continued": // "the planes continued to pound the town"
		prev := &f.items[max(k-1, s.from)]
		return !end && !next.is(tPunct) && f.word(k+1) != "that" && !(prev.is(tPunct) && closingQuote(f.word(k-1)))
	case "reported": // "Civilians reported killed: 6-19", a label
		return !end && next.is(tOut) && next.w != nil && next.w.harm == formPast && (k+2 >= s.to || f.items[k+2].is(tNum|tQual|tPunct))
	case "wrote", "writes": // "a journalist who wrote about the cartel was shot"
		return k > s.lead && f.word(k-1) == "who" && !end && (f.word(k+1) == "about" || f.word(k+1) == "on" || f.word(k+1) == "for")
	case "said": // "Karl Example, said to have led the cell, was killed"
		if k+2 < s.to && f.word(k+1) == "to" && (f.word(k+2) == "have" || f.word(k+2) == "be") {
			return true
		}
	case "informed": // "informed sources said"
		return !end && next.is(tSrc)
	case "declared": // "declared a truce", "its declared stockpile"
		if k > s.from && f.items[k-1].is(tDet) {
			return true
		}
		if !end {
			w := f.word(k + 1)
			return w == "a" || w == "an" || w == "its" || w == "their"
		}
	case "claim", "confirm", "allege", "insist", "acknowledge", "blame", "accuse", "describe", "recount", "narrate", "reveal", "disclose":
		// a verb only behind those who speak: no "claim of the rebels"
		if k == s.from || !end && next.is(tPrep|tLoc|tAux) {
			return true
		}
		prev := &f.items[k-1]
		return !prev.is(tSrc|tHead|tArmed|tForce|tPron) && !(prev.is(tCap) && prev.w == nil) && f.word(k-1) != "who" && f.word(k-1) != "which"
	case "says", "say": // "Minister says aims to develop ties": about what he himself will do
		if !end {
			switch w, _, _ := strings.Cut(f.word(k+1), " "); w {
			case "aims", "plans", "hopes", "wants", "seeks", "intends", "ready", "will", "would", "to", "must", "should", "talks":
				return true
			}
		}
	case "related to": // "related to Radio Karm how", but "deaths related to the war"
		for i := k + 1; i < s.to && i < k+8; i++ {
			if w := f.word(i); w == "how" || w == "that" {
				return false
			}
		}
		return true
	case "alleged": // "an alleged Northland air strike"
		return k == s.from || f.word(k-1) != "," && !f.items[k-1].is(tSrc|tHead|tArmed|tForce|tCap|tPron|tRel|tAux|tAdv)
	case "broadcast": // "claimed it in a radio broadcast"
		return end || next.is(tPunct) && f.word(k+1) != `"` && f.word(k+1) != ":"
	case "report": // "the agency's report comes after"
		return end || next.is(tPunct|tAux|tSay|tPrep|tLoc|tConj|tAdv) || f.word(k+1) == "comes" || f.word(k+1) == "came"
	}
	return false
}

// toldBefore tells whether item a begins whom somebody told: in "the ministry told the
// agency, citing hospitals" it is not the agency that cites.
func (f *field) toldBefore(s *sentence, a int) bool {
	return a > s.from && f.word(a-1) == "told" || a > s.from+1 && f.items[a-1].is(tDet) && f.word(a-2) == "told"
}

// putsOut returns the items of who puts out what says something with the gerund at item k: "the
// council issued a statement saying that", "the front circulated a video claiming".
func (d *doc) putsOut(f *field, s *sentence, k int) (int, int) {
	n := k - 1
	for n > s.lead && n > k-8 && !f.utterance(n) && !f.message(n) {
		if f.items[n].is(tPunct | tOut | tEv | tAux | tSay | tRel) {
			return 0, 0
		}
		n--
	}
	if n <= s.lead+1 || !f.utterance(n) && !f.message(n) {
		return 0, 0
	}
	v := n - 1
	for v > s.lead && v > n-5 && !putOut(f.word(v)) {
		if f.items[v].is(tPunct) {
			return 0, 0
		}
		v--
	}
	if v <= s.lead || !putOut(f.word(v)) {
		return 0, 0
	}
	return d.speakerLeft(f, s, v)
}

// message tells the words for what somebody lets be known that are no papers.
func (f *field) message(i int) bool {
	switch f.word(i) {
	case "message", "video", "post", "note", "bulletin", "leaflet", "audio", "recording", "memo", "notice", "text", "tweet", "telegram", "list":
		return true
	}
	return false
}

// putOut tells the verbs of letting it be known.
func putOut(w string) bool {
	switch w {
	case "issued", "issues", "released", "releases", "out", "sent", "sends", "circulated", "posted", "posts", "published", "publishes", "distributed", "shared", "read", "made", "uploaded", "broadcast", "aired":
		return true
	}
	return false
}

// oneSays tells whether "reports that" or "claims that" at item k is the verb of one speaker
// before it: "the agency reports that", but "media reports that", "rejected claims that".
func (d *doc) oneSays(f *field, s *sentence, k int) bool {
	j := f.beforeVerb(s, k)
	if j < s.lead {
		return false
	}
	it := &f.items[j]
	if it.is(tPunct) {
		return f.word(j) == ")" || j > s.lead && f.word(j) == "," && j < k-1
	}
	if it.is(tPron) {
		return !it.is(tDet)
	}
	w := f.word(j)
	if it.is(tDet|tPrep|tLoc|tSay|tAccuse|tDenyCue|tAux|tConj|tOut|tEv) && !it.is(tSrc|tCap) || w[len(w)-1] == 's' && !it.is(tCap|tSingular) {
		return false
	}
	switch w {
	case "media", "press", "intelligence", "news", "police", "army":
		return it.is(tCap) && j > s.lead
	}
	return it.is(tCap|tSrc) || d.so[j] != 0 || d.gz[j] != 0
}
