package attribute

import "strings"

// He who is accused may answer in an aside of the same sentence: "Rebels accused the army of the
// raid, a charge the army denied", "Police blamed the group, which rejected the claim". The two say
// opposite things of one deed, so that each has a claim of his own.

// maxAnswer bounds the items from where such an aside begins to the word of denial.
const maxAnswer = 8

// answeredAside finds where the aside begins with which a frame answers what it tells, the word of denial, and
// whether somebody is accused before it; -1 for none.
func (f *field) answeredAside(cs []casualty, fr *frame) (k, at int, accused bool) {
	said := false
	for k = fr.from; k < fr.to-2; k++ {
		accused = accused || f.items[k].is(tAccuse)
		said = said || f.items[k].is(tSay)
		if !accused && !said || astride(cs, fr, k) {
			continue
		}
		if a := f.asideFrom(k, fr.to); a > 0 && (accused || f.takesUp(k)) {
			if n := f.deniedFrom(a, fr.to); n > 0 {
				return k, n, accused
			}
		}
	}
	return -1, 0, false
}

// blamesAfterDenial finds where a frame that denies goes on to say whose deed it was instead, and the
// word for it: "denied involvement and blamed rebels", "denied the charge, accusing the rebels".
func (f *field) blamesAfterDenial(cs []casualty, fr *frame) (k, at int) {
	denied := false
	for k = fr.from; k < fr.to-2; k++ {
		if f.items[k].is(tDenyCue) {
			denied = true
			continue
		}
		if !denied || astride(cs, fr, k) {
			continue
		}
		n := k
		if w := f.word(k); w == "and" || w == "but" {
			for n = k + 1; n < fr.to-1 && n < k+4 && (f.items[n].is(tAdv|tAux) || f.word(n) == "instead"); n++ {
			}
		}
		if f.items[n].is(tAccuse) && f.goesOnFromDenial(n) {
			return k, n
		}
	}
	return -1, 0
}

// goesOnFromDenial tells whether the verb of blaming at item k has the subject of the verb before:
// "and blamed rebels", "but instead accused", "blaming".
func (f *field) goesOnFromDenial(k int) bool {
	if f.items[k].is(tSay) || !f.blames(k) {
		return false
	}
	switch f.word(k) {
	case "blaming", "accusing":
		return true
	}
	n := k - 1
	for n > 0 && n > k-4 && (f.items[n].is(tAdv) || f.word(n) == "instead" || f.word(n) == "has" || f.word(n) == "have" || f.word(n) == "had") {
		n--
	}
	return n > 0 && (f.word(n) == "and" || f.word(n) == "but")
}

// asideFrom returns the item behind the words that take up an accusation at item k: "which", "a
// charge that", "something"; 0 where there are none.
func (f *field) asideFrom(k, to int) int {
	switch w := f.word(k); w {
	case "which", "who", "something":
		return k + 1
	case "a", "an":
		if k+2 < to && strings.HasSuffix(f.word(k+1), " that") && accusation(strings.TrimSuffix(f.word(k+1), " that")) {
			return k + 2
		}
		if k+2 >= to || !accusation(f.word(k+1)) {
			return 0
		}
		if w := f.word(k + 2); w == "that" || w == "which" {
			return k + 3
		}
		return k + 2
	case "charges", "claims", "accusations", "allegations":
		if k > 0 && f.word(k-1) == "," {
			return k + 1
		}
	}
	return 0
}

// takesUp tells whether the words at item k take up by a noun what somebody has said: ", a claim that the
// army rejected". It need not be called an accusation there.
func (f *field) takesUp(k int) bool {
	return k > 0 && f.word(k-1) == "," && (f.word(k) == "a" || f.word(k) == "an")
}

// deniedFrom returns the word of denial to which the items from a on are the subject; 0 for none.
func (f *field) deniedFrom(a, to int) int {
	for n := a; n < to && n < a+maxAnswer; n++ {
		it := &f.items[n]
		if it.is(tDenyCue) {
			return n
		}
		if it.is(tClause|tRel|tEv|tOut|tSay|tNum|tPunct) && !it.is(tHead) || it.is(tPrep) && f.word(n) != "of" && f.word(n) != "in" {
			return 0
		}
	}
	return 0
}

// answerer returns the items of who denies at item k in an aside of a sentence that accuses him.
func (d *doc) answerer(f *field, s *sentence, k int) (a, b int) {
	e := k
	for e > s.lead && f.items[e-1].is(tAux|tAdv) && !f.items[e-1].is(tSrc) {
		e--
	}
	for n := k - 1; n > s.lead+2 && n >= k-maxAnswer; n-- {
		from := f.asideFrom(n, k)
		if w := f.word(n); n == k-1 && (w == "which" || w == "who") {
			from = k
		}
		if from == 0 || f.deniedFrom(from, k+1) != k || !f.wordBefore(s, n, tAccuse) && !(f.takesUp(n) && f.wordBefore(s, n, tSay)) {
			continue
		}
		if from < e {
			return from, e
		}
		if b = n; f.word(b-1) == "," {
			b--
		}
		return d.phraseLeft(f, s, b), b // "blamed the army, which denied it"
	}
	return 0, 0
}

// answers returns what he says who denies at item k in such an aside.
func (d *doc) answers(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, before: true}
	a, b := d.answerer(f, s, k)
	if b <= a {
		return sp, false
	}
	sp.from, sp.to, sp.who = a, k+1, [2]int{a, b}
	d.names(f, a, b, &sp)
	return sp, len(sp.names) > 0 || sp.anaphor
}

// denier is who is said to have done what half a sentence denies before it blames others: he who
// denies it, if it names nobody else.
func (p *partial) denier() string {
	if !p.fr.denial || p.fr.opens || !p.answer || len(p.names) == 0 || genericNames(p.names) {
		return ""
	}
	for _, a := range p.fr.actors {
		if a.from >= p.fr.from && a.to <= p.fr.to && (p.fr.said == nil || a.from >= p.fr.said.who[1]) {
			return ""
		}
	}
	return p.names[0]
}

// wordBefore tells whether a word of the tags stands shortly before item k of the sentence: somebody is accused,
// or says something.
func (f *field) wordBefore(s *sentence, k int, tags tag) bool {
	for n := k - 1; n >= s.from && n > k-40; n-- {
		if f.items[n].is(tags) {
			return true
		}
	}
	return false
}
