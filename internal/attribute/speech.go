package attribute

import "strings"

// cueKind is what a speaker does with what is said.
type cueKind uint8

const (
	cueSays cueKind = iota
	cueAccuses
	cueDenies
	cueOwns // claims to have done it
)

// speech is one "who says so" of a sentence.
type speech struct {
	names    []string // as written, outermost first
	via      []string
	kind     cueKind
	at       int  // item of the cue
	from, to int  // items of the cue with its speaker
	before   bool // the cue stands before what is said: "X said that ..."
	anaphor  bool // the speaker is named by a pronoun or "the group"
	head     string
	who      [2]int // items of the name
}

// maxSpeaker bounds the items of one speaker.
const maxSpeaker = 14

// speeches finds who is credited in a sentence.
func (d *doc) speeches(f *field, s *sentence, out []speech) []speech {
	for k := s.from; k < s.to && len(out) < 12; k++ {
		it := &f.items[k]
		if !it.is(tSay|tAccording|tAccuse|tDenyCue|tOwn) && !f.counting(s, k) || it.is(tCap) && k > s.from && !s.heads && !it.is(tAccording) {
			continue // "United States" is no verb
		}
		if n := len(out); n > 0 && it.is(tSay) && k-out[n-1].to <= 1 && f.items[out[n-1].at].is(tAccording) && f.word(out[n-1].at) != "according to" {
			continue // "the agency, citing X, said"
		}
		var sp speech
		var ok bool
		switch {
		case it.is(tAccording):
			sp, ok = d.accordingTo(f, s, k)
		default:
			sp, ok = d.said(f, s, k)
		}
		if !ok {
			continue
		}
		if it.is(tAccuse) {
			sp.kind = cueAccuses
		}
		if it.is(tDenyCue) {
			sp.kind = cueDenies
		}
		if it.is(tOwn) {
			sp.kind = cueOwns
		}
		// "X reported, citing Y": one credit of two names
		if n := len(out); n > 0 && it.is(tAccording) && (f.word(k) == "citing" || f.word(k) == "quoting") && k-out[n-1].to <= 5 {
			out[n-1].names = append(out[n-1].names, sp.names...)
			out[n-1].to = sp.to
			continue
		}
		// "X said that Y had verified that ...": Y speaks through X
		if n := len(out); n > 0 && out[n-1].before && sp.before && len(out[n-1].names) > 0 && sp.from > s.from && sp.from >= out[n-1].to &&
			(f.word(sp.from-1) == "that" || sp.from-1 > s.from && f.word(sp.from-1) == "the" && f.word(sp.from-2) == "that") {
			out[n-1].names = append(out[n-1].names[:len(out[n-1].names):len(out[n-1].names)], sp.names...)
			out[n-1].to = sp.to
			k = max(k, sp.to-1)
			continue
		}
		out = append(out, sp)
		if sp.to > k {
			k = sp.to - 1
		}
	}
	return out
}

func (d *doc) accordingTo(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, from: k, before: true}
	w := f.word(k)
	a, b := d.speakerRight(f, s, k+1)
	if b <= a {
		if a, b = f.bareSpeaker(s, k+1); b <= a {
			return sp, false
		}
	}
	sp.to = b
	sp.before = k < s.from+4
	d.names(f, a, b, &sp)
	if w == "citing" || w == "quoting" {
		// "the agency, citing a military source, said"
		if la, lb := d.speakerLeft(f, s, k); lb > la && !f.items[la].is(tPron) {
			inner := sp.names
			sp.names = nil
			d.names(f, la, lb, &sp)
			sp.names = append(sp.names, inner...)
			sp.from = la
		}
	}
	if w == "quoted" || w == "cited" {
		// "SANA quoted a police source as saying": the quoting body carried it
		la, lb := d.speakerLeft(f, s, k)
		if lb > la {
			var outer speech
			d.names(f, la, lb, &outer)
			sp.via = outer.names
			sp.from = la
		}
		// "was quoted as saying by X"
		if k > s.from && f.items[k-1].is(tAux) {
			return sp, false
		}
	}
	return sp, len(sp.names) > 0
}

// bareSpeaker reads a speaker that no word marks as one: "according to the
// directorate of health in the province".
func (f *field) bareSpeaker(s *sentence, k int) (int, int) {
	if k >= s.to || !f.items[k].is(tDet) && f.items[k].w != nil {
		return 0, 0
	}
	e := k + 1
	for e < s.to && e < k+8 {
		it := &f.items[e]
		if it.is(tPunct|tAux|tRel|tSay|tOut|tEv|tNum|tPron|tClause|tWeekday|tMonth|tRelDay) || it.is(tPrep) && f.word(e) != "of" && f.word(e) != "in" && f.word(e) != "for" {
			break
		}
		e++
	}
	return k, trimSpeaker(f, k, e, true)
}

func (d *doc) said(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, from: k, to: k + 1, before: true}
	w := f.word(k)
	// "was reported", "is said to": nobody is named
	j := k - 1
	for j >= s.from && f.items[j].is(tAdv) && !f.items[j].is(tSrc) {
		j--
	}
	if j >= s.from && f.items[j].is(tAux) {
		switch f.word(j) {
		case "was", "were", "is", "are", "been", "be", "being":
			if k+1 < s.to && f.word(k+1) == "by" { // "three deaths were reported by X"
				if a, b := d.speakerRight(f, s, k+2); b > a {
					sp.to, sp.before = b, false
					d.names(f, a, b, &sp)
					return sp, len(sp.names) > 0
				}
			}
			return sp, false
		}
	}
	if (w == "shows" || w == "show" || w == "read" || w == "released" || w == "learned" || w == "posted" || w == "identified") && !(k+1 < s.to && (f.word(k+1) == "that" || f.word(k+1) == "a" || f.word(k+1) == "on")) {
		return sp, false
	}
	if w == "reports" || w == "claims" || w == "broadcast" || w == "report" {
		if k == s.from || f.items[k-1].is(tDet|tMod|tPrep|tLoc) || w == "reports" && !(k+1 >= s.to || f.items[k+1].is(tPunct)) {
			return sp, false
		}
	}
	if w == "spoken" && !(k+2 < s.to && (f.word(k+1) == "of" || f.word(k+2) == "of")) || w == "given" && !(k+1 < s.to && f.word(k+1) == "by") {
		return sp, false
	}
	if w == "given" {
		// "the figure of 38 dead given by the council"
		if k == s.from || !f.items[k-1].is(tOut|tNum|tHead|tToll) && !countNoun(f.word(k-1)) {
			return sp, false
		}
		a, b := d.speakerRight(f, s, k+2)
		if b <= a {
			return sp, false
		}
		sp.to, sp.before = b, false
		d.names(f, a, b, &sp)
		return sp, len(sp.names) > 0
	}
	if n := len(w); n > 4 && w[n-3:] == "ing" && !f.items[k].is(tVia) {
		return sp, false // "adding that": the same speaker goes on
	}
	a, b := d.speakerLeft(f, s, k)
	a, b, carrier := d.subject(f, s, k, a, b)
	right := false
	if f.items[k].is(tVia) || w == "told" {
		// who is told never speaks
	} else if b <= a || f.word(k) == "said" || k > s.from && closingQuote(f.word(k-1)) && f.items[k-1].is(tPunct) {
		quoted := b <= a || k > s.from && closingQuote(f.word(k-1)) && f.items[k-1].is(tPunct)
		ra, rb := d.speakerRight(f, s, k+1)
		if rb > ra && b > a && d.known(ra, rb) && !d.known(a, b) && f.word(k) == "said" && !f.items[b-1].is(tPron) {
			b = a // "... in the quarter of X on Thursday said the Observatory"
		}
		// "said the warplanes struck": what follows is the subject of another verb
		if rb > ra && rb < s.to && (f.items[rb].is(tAux) || f.items[rb].is(tEv|tOut)) && b <= a {
			rb = ra
		}
		if rb > ra && (b <= a || quoted && f.items[ra].is(tDet|tCap|tSrc)) {
			a, b, right = ra, rb, true
		}
	}
	if !right && b > a && a > s.from {
		// "... affiliated to the opposition said": the object of another word
		switch f.word(a - 1) {
		case "to", "by", "with", "against", "on", "into", "through", "over":
			a, b = 0, 0
		}
	}
	if b <= a {
		a, b = d.speakerAhead(f, s, k)
	}
	if b <= a {
		return sp, false
	}
	if !right && a > s.from && f.items[a-1].is(tLoc) && d.gz[a] != 0 {
		return sp, false // "... in Tabqa said": the place is not the speaker
	}
	sp.from, sp.to, sp.who = min(a, k), max(b, k+1), [2]int{a, b}
	d.names(f, a, b, &sp)
	if len(sp.names) == 0 && !sp.anaphor {
		return sp, false
	}
	if right {
		sp.before = false
	} else {
		sp.before = k+2 < s.to && !f.endsSoon(s, k+1)
	}
	if carrier[1] > carrier[0] {
		var v speech
		d.names(f, carrier[0], carrier[1], &v)
		sp.via = v.names
	}
	if f.items[k].is(tVia) || w == "told" {
		va, vb := d.speakerRight(f, s, k+1)
		if vb > va && f.items[va].is(tCap|tDet|tSrc) {
			var v speech
			d.names(f, va, vb, &v)
			sp.via = v.names
			sp.to = max(sp.to, vb)
		}
	}
	return sp, true
}

// speakerAhead finds the subject that opens the sentence when more stands
// between it and the verb at k: "A rescuer whose niece was among the dead said".
func (d *doc) speakerAhead(f *field, s *sentence, k int) (int, int) {
	if k-s.lead < 4 || k-s.lead > 40 {
		return 0, 0
	}
	a, b := d.speakerRight(f, s, s.lead)
	if b <= a || b >= k {
		return 0, 0
	}
	it := &f.items[b]
	switch w := f.word(b); {
	case w == "who" || w == "which" || w == "whose" || w == "based" || w == "also" || w == "a" || w == "an" || w == "another" || w == "operating" || w == ",":
	case it.is(tDet):
	default:
		return 0, 0
	}
	for i := b; i < k; i++ {
		if f.items[i].is(tSay|tAccuse) && !f.items[i].is(tCap) {
			return 0, 0
		}
	}
	return a, b
}

// known tells whether the book of sources or the grammar of bodies knows one of
// the items [a, b).
func (d *doc) known(a, b int) bool {
	for k := a; k < b; k++ {
		if d.so[k] != 0 || d.org[k] {
			return true
		}
	}
	return false
}

func closingQuote(w string) bool { return w == `"` || w == "”" || w == "," || w == "»" }

// endsSoon tells whether only a date or a place of speech follows item k.
func (f *field) endsSoon(s *sentence, k int) bool {
	n := 0
	for ; k < s.to; k++ {
		it := &f.items[k]
		if it.is(tOut|tEv|tNum|tRel) && !it.is(tWeekday|tMonth) {
			return false
		}
		if f.word(k) == "that" {
			return false
		}
		n++
		if n > 9 {
			return false
		}
	}
	return true
}

// speakerLeft returns the items of the noun phrase that ends before the verb at k.
func (d *doc) speakerLeft(f *field, s *sentence, k int) (int, int) {
	j := k - 1
	for j >= s.lead && (f.items[j].is(tAdv|tHedge) && !f.items[j].is(tSrc) || f.items[j].is(tAux|tModal) && !f.items[j].is(tCap)) {
		j--
	}
	comma := false
	if j >= s.lead && f.word(j) == "," {
		comma = true
		j--
	}
	if j < s.lead {
		return 0, 0
	}
	if f.items[j].is(tPron|tRel) && !f.items[j].is(tDet) {
		if f.word(j) == "who" || f.word(j) == "which" {
			j--
			if j >= s.lead && f.word(j) == "," {
				j--
			}
			if j < s.lead {
				return 0, 0
			}
		} else {
			return j, j + 1
		}
	}
	// "the group said on Monday" turned round: a date before the verb
	for j >= s.lead && f.items[j].is(tWeekday) && f.items[j].is(tCap) {
		j--
		if j >= s.lead && f.word(j) == "on" {
			j--
		}
	}
	if j < s.lead {
		return 0, 0
	}
	end := j + 1
	a := d.phraseLeft(f, s, end)
	if a >= end {
		return 0, 0
	}
	if comma {
		// "Jane Doe, spokeswoman for the mission, said": the name before the comma
		if a-1 > s.lead && f.word(a-1) == "," {
			b := d.phraseLeft(f, s, a-1)
			if b < a-1 && f.items[a-2].is(tCap) {
				return b, end
			}
		}
	}
	return a, end
}

// phraseLeft walks back over a noun phrase that ends at item end and returns
// where it begins.
func (d *doc) phraseLeft(f *field, s *sentence, end int) int {
	i := end
	lo := max(s.lead, end-maxSpeaker)
	last := &f.items[end-1]
	if !last.is(tCap|tSrc|tActor) && d.so[end-1] == 0 && d.pa[end-1] == 0 && f.word(end-1) != ")" {
		return end
	}
	if last.is(tPunct) && f.word(end-1) != ")" {
		return end
	}
	for i > lo {
		it := &f.items[i-1]
		w := f.word(i - 1)
		switch {
		case d.so[i-1] != 0 || (d.pa[i-1] != 0 || d.org[i-1]) && it.is(tCap):
			i--
		case w == "a" || w == "an" || w == "the" || w == "another" || it.is(tNum) && i < end && f.items[i].is(tSrc|tMod) && !digit(f.text[it.start]):
			i--
			// "director of the X", "source at the Y"
			if i > lo && (f.word(i-1) == "of" || f.word(i-1) == "for" || f.word(i-1) == "at" || f.word(i-1) == "with" || f.word(i-1) == "from" || f.word(i-1) == "in") && i-2 >= lo && f.items[i-2].is(tSrc) {
				i--
				continue
			}
			if i-2 >= lo && f.word(i-1) == "and" && f.items[i-2].is(tSrc) {
				i-- // "a monitor and a medical source said"
				continue
			}
			if w != "the" && i-1 >= lo && (d.so[i-1] != 0 || d.org[i-1]) {
				continue // "the Observatory a Britain-based monitor said"
			}
			return i
		case w == "in" && i-2 >= lo && f.word(i-2) == "based":
			i -= 2 // "the Observatory based in Britain said"
		case w == "of" || w == "for" || w == "at" || w == "in" || w == "with" || w == "from":
			if i-2 >= lo && (f.items[i-2].is(tSrc) && (!f.items[i-2].is(tHead) || f.items[i-2].is(tSrc)) || w == "of" && f.items[i-2].is(tCap) && !f.items[i-2].is(tEv|tOut)) {
				i--
				continue
			}
			return i
		case w == "and":
			if i-2 >= lo && i < end && (f.items[i-2].is(tSrc) && f.items[i].is(tSrc|tMod) || f.items[i-2].is(tCap) && f.items[i].is(tCap) && f.items[i-2].is(tSrc)) {
				i--
				continue
			}
			return i
		case w == "(" || w == ")" || apostrophe(w) || w == "s" && f.items[i-1].start > 0 && i-2 >= lo && f.items[i-2].is(tPunct) || w == "-" && it.start == f.items[max(0, i-2)].end:
			i--
		case it.is(tPunct):
			return i
		case it.is(tSay|tOut|tEv|tAux|tRel|tPron|tWeekday|tRelDay|tMonth|tLoc|tClause|tConj) && !it.is(tSrc|tNat|tMod|tActor):
			return i
		case it.is(tCap):
			// a place that belongs to the clause before: "... in Aleppo Jane Doe said"
			if d.gz[i-1] != 0 && i-2 >= s.from && f.items[i-2].is(tLoc) {
				// "a spokesman at the hospital in X in Y said"
				if k := d.seat(f, i-1, lo); k >= 0 {
					i = k + 1
					continue
				}
				if i < end && (f.items[i].is(tSrc) || d.so[i] != 0) {
					i--
					continue
				}
				return i
			}
			i--
		case it.is(tSrc | tMod | tNat | tDir | tPlaceAdj | tForce | tArmed):
			if it.is(tHead) && !it.is(tSrc) {
				return i
			}
			i--
		case !it.is(tOut|tEv|tSay|tAux|tPrep) && i < end && f.items[i].is(tSrc|tMod) && i-2 >= lo && f.items[i-2].is(tDet|tMod|tSrc|tNat):
			i-- // "a well-informed source", "a war monitor"
		case it.w == nil && strings.Contains(w, "-"):
			i--
		default:
			return i
		}
	}
	return i
}

// seat walks back from a place at item i over the places it lies in to the
// speaker who sits there, and returns the item of his word; -1 when nobody does.
func (d *doc) seat(f *field, i, lo int) int {
	for k := i; k >= lo && k > i-9; k-- {
		it := &f.items[k]
		if it.is(tSrc) && !it.is(tCap|tPart|tTown|tArea) && !it.is(tSay) {
			return k
		}
		switch f.word(k) {
		case "in", "at", "of", "the", "from":
			continue
		}
		if d.gz[k] == 0 && !it.is(tCap|tPlaceHead|tDir) || it.is(tEv|tOut|tSay) {
			return -1
		}
	}
	return -1
}

// speakerRight returns the items of the noun phrase that begins at item k.
func (d *doc) speakerRight(f *field, s *sentence, k int) (int, int) {
	for k < s.to && f.items[k].is(tPunct) && (f.word(k) == `"` || f.word(k) == ",") {
		k++
	}
	if k >= s.to {
		return 0, 0
	}
	i := k
	hi := min(s.to, k+maxSpeaker)
	good := false
	for i < hi {
		it := &f.items[i]
		w := f.word(i)
		switch {
		case d.so[i] != 0 || (d.pa[i] != 0 || d.org[i]) && it.is(tCap):
			good = true
			i++
			continue
		case it.is(tPron) && i == k && w != "that":
			return i, i + 1
		case it.is(tPunct):
			// ", director of the Observatory"
			if w == "," && i+2 < hi && good && (f.items[i+1].is(tSrc) && !f.items[i+1].is(tCap) || f.items[i+1].is(tDet) && f.items[i+2].is(tSrc) && !f.items[i+2].is(tSay)) {
				i++
				continue
			}
			if (apostrophe(w) || w == "(" && i+1 < hi && f.items[i+1].is(tUpper)) && i+1 < hi {
				i++
				continue
			}
			if w == ")" && i > k && f.items[i-1].is(tUpper) {
				i++
				continue
			}
			return k, trimSpeaker(f, k, i, good)
		case w == "s" && i > k && f.items[i-1].is(tPunct):
			i++
		case it.is(tSay|tOut|tEv|tAux|tRel|tWeekday|tRelDay|tMonth|tClause|tAccording|tModal|tNeg|tAdv) && !it.is(tSrc|tNat|tMod|tForce):
			return k, trimSpeaker(f, k, i, good)
		case w == "of" || w == "for" || w == "at" || w == "in" || w == "and" || w == "with":
			if i+1 < hi && i > k && (f.items[i-1].is(tSrc|tCap) && (f.items[i+1].is(tCap|tDet) || f.items[i+1].is(tSrc|tMod) && (w == "and" || w == "of"))) {
				if w == "and" && !(f.items[i+1].is(tSrc|tMod) || i+2 < hi && f.items[i+2].is(tSrc) || f.items[i+1].is(tCap) && f.items[i-1].is(tCap) && f.items[i-1].is(tSrc)) {
					return k, trimSpeaker(f, k, i, good)
				}
				if w == "in" && !f.items[i+1].is(tCap) && !(i+2 < hi && f.items[i+2].is(tSrc|tPlaceHead)) {
					return k, trimSpeaker(f, k, i, good)
				}
				i++
				continue
			}
			return k, trimSpeaker(f, k, i, good)
		case w == "the" || w == "a" || w == "an":
			if i > k && !(f.word(i-1) == "of" || f.word(i-1) == "for" || f.word(i-1) == "at" || f.word(i-1) == "in" || f.word(i-1) == "with" || f.word(i-1) == "and" || f.word(i-1) == ",") {
				return k, trimSpeaker(f, k, i, good)
			}
			i++
		case it.is(tCap) && f.compound(i):
			i++
		case it.is(tCap):
			good = true
			i++
		case it.is(tPlane):
			return k, k
		case it.is(tSrc | tForce | tArmed):
			good = true
			i++
		case it.is(tNum|tQual|tVague) && good:
			return k, trimSpeaker(f, k, i, good)
		case it.is(tMod | tNat | tDir | tPlaceAdj | tNum | tQual | tAnother):
			i++
		case it.is(tDet):
			i++
		case it.w == nil && !good:
			i++
		default:
			return k, trimSpeaker(f, k, i, good)
		}
	}
	return k, trimSpeaker(f, k, i, good)
}

func trimSpeaker(f *field, k, e int, good bool) int {
	if !good {
		return k
	}
	for e > k {
		it := &f.items[e-1]
		if it.is(tPunct|tDet) && f.word(e-1) != ")" || it.is(tPrep|tLoc|tConj) && !it.is(tCap) {
			e--
			continue
		}
		break
	}
	return e
}

// names turns the items of a speaker into names, the person before the body he
// speaks for.
func (d *doc) names(f *field, a, b int, sp *speech) {
	the := a < b && f.word(a) == "the"
	for a < b && (f.word(a) == "a" || f.word(a) == "an" || f.word(a) == "the" || f.items[a].is(tPunct)) {
		if f.word(a) == "the" && b-a <= 3 && !f.items[a+1].is(tCap) && d.so[min(a+1, b-1)] == 0 {
			// "the group", "the monitor": somebody named before
			sp.anaphor = true
			sp.head = f.word(b - 1)
		}
		a++
	}
	if a >= b {
		return
	}
	if b-a == 1 && f.items[a].is(tPron) {
		sp.anaphor = true
		sp.head = f.word(a)
		return
	}
	if sp.head == "" {
		sp.head = f.word(b - 1)
	}
	// "the Observatory a war monitor": what follows only explains
	for k := a + 1; k < b-1; k++ {
		if w := f.word(k); (w == "a" || w == "an" || w == "another") && (d.so[k-1] != 0 || d.org[k-1] || f.items[k-1].is(tCap)) && f.items[a].is(tCap) {
			b = k
			break
		}
	}
	// "an earlier statement of the directorate": who made it
	for k := a; k+1 < b && k < a+3; k++ {
		switch f.word(k) {
		case "statement", "letter", "communique", "report", "count", "list":
			if w := f.word(k + 1); w == "of" || w == "by" || w == "from" {
				sp.head = ""
				d.names(f, k+2, b, sp)
				return
			}
		}
	}
	// "Jane Doe, director of the Observatory", "Jane Doe director of X"
	for k := a + 1; k < b-1; k++ {
		it := &f.items[k]
		if it.is(tSrc) && !it.is(tCap) && f.items[k-1].is(tCap|tPunct) && f.items[a].is(tCap) && !f.items[a].is(tSrc|tNat|tMod) && d.so[a] == 0 &&
			(f.word(k+1) == "of" || f.word(k+1) == "for" || f.word(k+1) == "at" || f.word(k+1) == "with") {
			e := k
			for e > a && f.items[e-1].is(tPunct|tDet|tMod) {
				e--
			}
			o := k + 2
			for o < b && f.items[o].is(tDet) {
				o++
			}
			if e > a && o < b {
				sp.names = append(sp.names, f.written(a, e), f.written(o, b))
				sp.head = "person"
				return
			}
		}
	}
	// "Observatory director Jane Doe", "army spokesman John Doe", "Idlib governor Jane Doe"
	for k := a; k < b-1; k++ {
		it := &f.items[k]
		if it.is(tSrc) && !it.is(tCap) && f.items[k+1].is(tCap) && !f.items[k+1].is(tSrc|tNat) {
			e := k
			if e > a {
				sp.names = append(sp.names, f.written(k+1, b), f.written(a, e))
			} else {
				sp.names = append(sp.names, f.written(k+1, b))
			}
			sp.head = "person"
			return
		}
	}
	sp.names = append(sp.names, f.written(a, b))
	if !the && d.so[a] == 0 && d.pa[a] == 0 && f.items[b-1].is(tCap) && f.items[b-1].w == nil {
		sp.head = "person"
	}
}
