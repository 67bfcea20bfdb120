package attribute

import "strings"

// A report that lost its commas runs the deed and the one who told of it together: "A man who was hurt in
// the square died on Tuesday in a Karm hospital police said". Where nothing follows the verb but a day or
// what was written in, what was said stands before, and so the shortest phrase right before the verb that can
// speak is the speaker, whoever opens the sentence.

// closingSpeaker returns the items of who speaks with the verb at item k that closes a sentence without a
// comma before him.
func (d *doc) closingSpeaker(f *field, s *sentence, k int) (from, to int) {
	if !f.closesSaying(s, k) || f.clauseStart(s, k-1) != s.lead {
		return 0, 0
	}
	e := k
	for e > s.lead+1 && (f.items[e-1].is(tAdv) && !f.items[e-1].is(tSrc) || goesBetween(f.word(e-1))) {
		e--
	}
	if e < s.lead+3 || f.items[e-1].is(tPron|tRel|tPunct|tPrep|tLoc) && !f.items[e-1].is(tSrc) {
		return 0, 0
	}
	a := d.closingPhrase(f, s, e)
	if a == e || a < s.lead+2 || !f.toldIn(s.lead, a) {
		return 0, 0
	}
	switch prev := &f.items[a-1]; {
	case f.items[a-2].is(tRel):
		return 0, 0 // "a group that monitors the war said"
	case prev.is(tPrep|tLoc|tDet|tSay|tAccording|tConj|tRel|tMod|tVia) && !prev.is(tNum|tHead), f.word(a-1) == "of", f.word(a-1) == "and", f.word(a-1) == "or":
		return 0, 0 // the object of another word
	}
	return a, e
}

// closesSaying tells whether nothing follows the verb of saying at item k but when or where it was said.
func (f *field) closesSaying(s *sentence, k int) bool {
	if !f.items[k].is(tSay) {
		return false
	}
	n := k + 1
	if n < s.to && f.word(k) == "told" {
		for n < s.to && n < k+6 && (f.items[n].is(tCap|tSrc|tDet|tMod|tNat) || f.word(n) == "reporters") && !f.items[n].is(tWeekday|tPrep|tRel) && f.word(n) != "that" {
			n++ // "told the Karm Post"
		}
		if n == k+1 {
			return false
		}
	}
	for n < s.to {
		it, w := &f.items[n], f.word(n)
		switch {
		case it.is(tPunct) && (w == "." || w == ";"):
			return true
		case it.is(tWeekday | tMonth | tRelDay | tDayPart), it.is(tNum) && (f.items[n-1].is(tMonth) || n+1 < s.to && f.items[n+1].is(tMonth)):
			n++
		case (w == "on" || w == "late" || w == "early" || w == "earlier") && n+1 < s.to && (f.items[n+1].is(tWeekday|tMonth|tSocial|tDayPart|tNum) || f.word(n+1) == "x" || f.word(n+1) == "on"):
			n++
		case w == "on" && n+2 < s.to && (f.word(n+1) == "its" || f.word(n+1) == "his" || f.word(n+1) == "her" || f.word(n+1) == "their") && f.items[n+2].is(tSocial):
			n += 2
		case it.is(tSocial), w == "x" && f.word(n-1) == "on":
			n++
		case (w == "in" || w == "by") && n+2 < s.to && f.items[n+1].is(tDet) && (f.utterance(n+2) || n+3 < s.to && f.utterance(n+3)):
			return n+4 >= s.to || f.items[n+3].is(tPunct|tWeekday|tRelDay|tPrep) || f.items[n+4].is(tPunct|tWeekday|tRelDay|tPrep)
		case w == "citing", w == "quoting":
			return true
		default:
			return false
		}
	}
	return true
}

// closingPhrase returns where the phrase begins that ends before item e and can speak by itself: a plural
// or a body without an article ("Karm police", "local officials"), one with its article ("the rescue
// service", "a local defence force"), or a name; e where there is none.
func (d *doc) closingPhrase(f *field, s *sentence, e int) int {
	if a := d.articled(f, s, e); a < e {
		if b := f.pluralAlone(a, e); b > a && (f.word(a) == "a" || f.word(a) == "an" || f.items[a-1].is(tPrep|tLoc)) {
			return b
		}
		for i := e - 1; i > a+1; i-- {
			if d.nameAlone(f, i) {
				return i
			}
		}
		return a
	}
	a := d.phraseLeft(f, s, e)
	if a >= e || f.items[a].is(tDet) {
		return a
	}
	// What belongs to the words before: "a Karm hospital police said", "ten soldiers the ministry".
	for i := e - 1; i > a; i-- {
		it := &f.items[i-1]
		switch f.word(i - 1) {
		case "of", "for", "at", "in":
			return a
		case "and", "or":
			continue
		}
		if f.word(i) == "and" || f.word(i) == "or" {
			continue
		}
		if it.is(tPart|tTown|tArea|tOut|tEv) && !it.is(tSrc) && f.items[i].is(tSrc) && !f.items[i].is(tCap) {
			return i
		}
		if it.is(tHead) && (!it.is(tSrc|tCap) || i > s.lead+1 && f.items[i-2].is(tNum)) || d.nameAlone(f, i) {
			return i // also "killing 20 worshippers witnesses said"
		}
	}
	return a
}

// pluralAlone returns where people begin who speak without an article, behind a phrase that has one, "a Karm
// hospital local police", in the items [a, e); a for none.
func (f *field) pluralAlone(a, e int) int {
	i := e - 1
	if it := &f.items[i]; !it.is(tSrc) || !it.is(tHead) || it.is(tSingular|tCap) {
		return a
	}
	for i > a+1 && (f.items[i-1].is(tNat|tMod) || f.word(i-1) == "local") && !f.items[i-1].is(tPart) {
		i--
	}
	return i
}

// nameAlone tells whether a name begins at item i that the word before it does not describe: "... at the scene
// Sheriff John Example said".
func (d *doc) nameAlone(f *field, i int) bool {
	it := &f.items[i-1]
	return f.items[i].is(tCap) && !f.items[i].is(tPunct) && !strings.Contains(f.word(i-1), "-") && !it.is(tCap|tSrc|tMod|tNat|tForce|tArmed|tHead|tPunct|tDet) && d.so[i-1] == 0 && d.so[i] == 0
}

// articled returns the item of the article of a phrase without a verb or a preposition, "of" apart, that
// ends before item e; e where there is none.
func (d *doc) articled(f *field, s *sentence, e int) int {
	last := &f.items[e-1]
	if last.is(tEv|tOut|tThing|tUnit|tPlaceHead|tPlane|tWeapon|tWeekday|tMonth|tRelDay|tToll|tNum|tVague|tMod|tNat) && !last.is(tSrc|tHead|tForce) {
		return e
	}
	if d.gz[e-1] != 0 && d.so[e-1] == 0 && !d.org[e-1] {
		return e
	}
	for i := e - 1; i > s.lead && i > e-8; i-- {
		it, w := &f.items[i], f.word(i)
		switch {
		case w == "the" || w == "a" || w == "an" || w == "its" || w == "their":
			if i+1 < e {
				if i > s.lead+1 && f.word(i-1) == "of" && f.items[i-2].is(tSrc) {
					i-- // "a spokesman of the army"
					continue
				}
				if w != "the" && (d.so[i-1] != 0 || d.org[i-1] || f.items[i-1].is(tSrc) && f.items[i-1].is(tCap)) {
					return e // "the Observatory a Karm-based monitor said"
				}
				return i
			}
			return e
		case apostrophe(w) || w == "s" && apostrophe(f.word(i-1)) || w == "-" && i < e-1, w == "of" && i < e-1:
		case it.is(tPunct|tAux|tModal|tPron|tRel|tClause|tConj|tSay|tAccording|tPrep|tLoc|tWeekday|tMonth|tRelDay|tNum) && !it.is(tSrc):
			return e
		case it.is(tOut|tEv) && !it.is(tSrc|tMod|tNat|tForce) && it.w != nil && it.w.evForm != formNoun:
			return e
		}
	}
	return e
}

// toldIn tells whether somebody is harmed or attacked in the items [i, e).
func (f *field) toldIn(i, e int) bool {
	for ; i < e; i++ {
		if f.items[i].is(tOut | tEv) {
			return true
		}
	}
	return false
}
