package attribute

import "strings"

// Who is credited by his count or in his words, without any verb: "by the hospital's count,
// nine people died", "in the words of the mayor", "according to one of the survivors",
// "according to a post by the mayor".

// byHisCount reads whose count or account of it item k is: "by the mayor's account".
func (d *doc) byHisCount(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, to: k + 1}
	e := k
	for e > s.from && (describes(f.word(e-1)) || f.word(e-1) == "latest") {
		e--
	}
	for j := e - 1; j >= s.from && j > k-maxSpeaker; j-- {
		it := &f.items[j]
		if f.word(j) != "by" {
			if it.is(tSay|tOut|tAux|tRel) || it.is(tPunct) && !apostrophe(f.word(j)) {
				return sp, false
			}
			continue
		}
		if j > s.lead && f.word(j-1) != "," && f.word(j-1) != "and" {
			return sp, false // "killed by the army's account"
		}
		a, b := j+1, e
		if b-a >= 3 && f.word(b-1) == "s" && apostrophe(f.word(b-2)) {
			b -= 2
		} else if b-a >= 2 && apostrophe(f.word(b-1)) {
			b--
		} else if b-a != 1 {
			return sp, false
		} else if pronoun := theirs(f.word(a)); pronoun != "" {
			sp.from, sp.who, sp.before = j, [2]int{a, b}, j <= s.lead+1
			sp.anaphor, sp.head = true, pronoun
			return sp, true
		} else {
			return sp, false
		}
		sp.from, sp.who, sp.before = j, [2]int{a, b}, j <= s.lead+1
		d.names(f, a, b, &sp)
		return sp, len(sp.names) > 0 || sp.anaphor
	}
	return sp, false
}

// hisCountIs reads whose count item k is, where it is the subject: "the hospital's own count is twelve", "a nurse's tally
// was nine dead".
func (d *doc) hisCountIs(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, to: k + 1}
	switch f.word(k) {
	case "count", "tally", "estimate", "figure", "reckoning", "figures":
	default:
		return sp, false
	}
	if k+2 >= s.to || !f.items[k+1].is(tAux) && f.word(k+1) != "stands" && f.word(k+1) != "stood" || !f.items[k+2].is(tNum|tQual) && f.word(k+2) != "at" {
		return sp, false
	}
	e := k
	for e > s.lead && (describes(f.word(e-1)) || f.word(e-1) == "latest" || f.word(e-1) == "own") {
		e--
	}
	b := e
	if b-s.lead >= 3 && f.word(b-1) == "s" && apostrophe(f.word(b-2)) {
		b -= 2
	} else if b-s.lead >= 2 && apostrophe(f.word(b-1)) {
		b--
	} else {
		return sp, false
	}
	a := b
	for a > s.lead && a > b-maxSpeaker && !f.items[a-1].is(tPunct|tSay|tOut|tAux|tRel|tClause|tConj) {
		a--
	}
	sp.from, sp.who, sp.before = a, [2]int{a, b}, true
	d.names(f, a, b, &sp)
	return sp, len(sp.names) > 0 || sp.anaphor
}

// theirs is the pronoun of a possessive one.
func theirs(w string) string {
	switch w {
	case "his":
		return "he"
	case "her":
		return "she"
	case "its":
		return "it"
	case "their":
		return "they"
	}
	return ""
}

// hisCount tells the words for what somebody makes of a deed.
func hisCount(w string) bool {
	switch w {
	case "count", "account", "accounts", "reckoning", "tally", "estimate", "estimates", "telling", "version", "figures":
		return true
	}
	return false
}

// speakersOf skips what stands before those whose word a report has, from item k on: "one of"
// those who survived, "a post by", "the account of". It returns k where nothing does.
func (f *field) speakersOf(s *sentence, k int) int {
	i := k
	for i < s.to && i < k+3 && (f.items[i].is(tDet) || describes(f.word(i))) {
		i++
	}
	if i+2 >= s.to {
		return k
	}
	by := f.word(i + 1)
	switch f.word(i) {
	case "one", "some", "two", "three", "several", "most", "many", "both":
		if by == "of" && i == k && f.items[i+2].is(tDet) {
			return i + 2
		}
	case "post", "message", "posting", "note", "tweet", "email", "e-mail", "letter":
		if by == "by" || by == "from" {
			return i + 2
		}
	case "survey", "investigation", "inquiry", "assessment", "analysis", "research", "study", "review", "documentation", "probe", "examination", "database", "reconstruction":
		if by == "by" || by == "from" {
			return i + 2
		}
	case "account", "accounts", "testimony", "testimonies", "version", "recollection", "recollections", "words":
		if by == "of" || by == "by" || by == "from" {
			return i + 2
		}
	}
	return k
}

// paperBy is where the name begins of whose paper or inquiry the verb at item k says what it found:
// "an investigation by Karm Watch has found", "new research by the Centre shows"; 0 for none.
func (f *field) paperBy(s *sentence, k int) int {
	switch strings.TrimSuffix(strings.TrimPrefix(f.word(k), "has "), " that") {
	case "found", "finds", "shows", "showed", "shown", "reveals", "revealed", "suggests", "concludes", "concluded", "established", "indicates":
	default:
		return 0
	}
	if a := f.inquiryBefore(s, k); a > 0 {
		return a
	}
	for n := k - 1; n > s.lead && n > k-maxSpeaker; n-- {
		if f.word(n) == "by" && (f.utterance(n-1) || inquiryPaper(f.word(n-1))) {
			return n + 1
		}
		if f.items[n].is(tPunct | tSay | tOut | tRel) {
			return 0
		}
	}
	return 0
}

// inquiryBefore is where an inquiry is named right before the verb at item k, with which the sentence closes: ", a Karm
// inquiry found."; 0 for none. Whoever finds something behind the verb may have found bodies.
func (f *field) inquiryBefore(s *sentence, k int) int {
	if k <= s.lead {
		return 0
	}
	if k+1 < s.to && !(k+2 >= s.to && f.items[k+1].is(tPunct)) {
		return 0
	}
	n := k - 1
	for n > s.lead && f.items[n].is(tAux|tAdv) {
		n--
	}
	w := f.word(n)
	switch w[lastSpace(w)+1:] {
	case "inquiry", "investigation", "investigators", "probe", "commission", "panel", "inquest", "review", "mission", "court", "tribunal", "rapporteur", "experts", "researchers", "study":
	default:
		return 0
	}
	for a := n - 1; a >= s.lead && a > n-6; a-- {
		if f.word(a) == "," {
			return a + 1
		}
		if it := &f.items[a]; it.is(tSay | tOut | tRel | tAux | tPrep) {
			return 0
		}
	}
	return 0
}

// inquiryPaper tells the words for what somebody has looked into, which he speaks by.
func inquiryPaper(w string) bool {
	switch w {
	case "investigation", "investigations", "inquiry", "findings":
		return true
	}
	return false
}
