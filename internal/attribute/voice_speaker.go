package attribute

import "strings"

// bareSpeaker reads a speaker that no word marks as one: "according to the
// directorate of health in the province".
func (d *doc) bareSpeaker(f *field, s *sentence, k int) (int, int) {
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
	someone := f.items[k].is(tDet)
	for i := k; i < e && !someone; i++ {
		someone = f.items[i].is(tSrc|tCap) || d.so[i] != 0 || f.chargesFiled(i)
	}
	if !someone {
		return 0, 0 // "according to type and location"
	}
	return k, trimSpeaker(f, k, e, true)
}

// reconciles returns the item behind a centre whose name ends at item k with whom it reconciles,
// "the centre for reconciliation of the warring sides"; 0 for none.
func (f *field) reconciles(k, lo int) int {
	switch f.word(k) {
	case "sides", "parties", "factions":
	default:
		return 0
	}
	for n := k - 1; n > lo && n > k-5; n-- {
		if f.word(n) == "of" {
			if f.items[n-1].is(tSrc) && strings.Contains(f.word(n-1), "reconciliation") {
				return n
			}
			return 0
		}
	}
	return 0
}

// phraseLeft walks back over a noun phrase that ends at item end and returns
// where it begins.
func (d *doc) phraseLeft(f *field, s *sentence, end int) int {
	i := end
	lo := max(s.lead, end-maxSpeaker)
	last := &f.items[end-1]
	if !last.is(tCap|tSrc|tActor) && d.so[end-1] == 0 && d.pa[end-1] == 0 && f.word(end-1) != ")" && !f.aPeople(end-1, lo) {
		if k := f.reconciles(end-1, lo); k > lo {
			return d.phraseLeft(f, s, k)
		}
		k := -1
		if last.is(tTown|tArea) || strings.HasSuffix(f.word(end-1), "base") {
			k = d.seat(f, end-1, lo) // "a source in the northern province said"
		}
		if k < 0 {
			return end
		}
		i, last = k+1, &f.items[k]
	}
	if last.is(tPunct) && f.word(end-1) != ")" {
		return end
	}
	for i > lo {
		it := &f.items[i-1]
		w := f.word(i - 1)
		switch {
		case i == end && f.aPeople(i-1, lo):
			i--
		case i < end && d.newSpeaker(f, i, end):
			return i // "... kills dozens of militants state TV reported"
		case d.so[i-1] != 0 || (d.pa[i-1] != 0 || d.org[i-1]) && it.is(tCap) || i < end && d.pa[i-1] != 0 && d.pa[i-1] == d.pa[i]:
			i-- // also "in" and "the" of "the Islamic State in Iraq and the Levant"
		case w == "a" || w == "an" || w == "the" || w == "another" || it.is(tNum) && i < end && f.items[i].is(tSrc|tMod) && !digit(f.text[it.start]) && !(i-2 >= lo && f.items[i-2].is(tOut) && strings.HasSuffix(f.word(i-2), "ing")):
			i--
			// "director of the X", "source at the Y"
			if i > lo && (f.word(i-1) == "of" || f.word(i-1) == "for" || f.word(i-1) == "at" || f.word(i-1) == "with" || f.word(i-1) == "from" || f.word(i-1) == "in") && i-2 >= lo && f.items[i-2].is(tSrc) {
				i--
				continue
			}
			if i-2 >= lo && f.closeTo(i-1) {
				i-- // "sources close to the rebels"
				continue
			}
			if i-2 >= lo && f.word(i-1) == "and" && f.items[i-2].is(tSrc) {
				i-- // "a monitor and a medical source said"
				continue
			}
			if w != "the" && d.fullName(f, s, i) {
				continue // "Jane Doe an activist in the area told"
			}
			if w != "the" && i-1 >= lo && (d.so[i-1] != 0 || d.org[i-1] || f.items[i-1].is(tSrc) && f.items[i-1].is(tCap) || f.abbreviated(i, lo)) {
				continue // "the Observatory a Britain-based monitor said"
			}
			return i
		case w == "in" && i-2 >= lo && f.word(i-2) == "based":
			i -= 2 // "the Observatory based in Britain said"
		case i-2 >= lo && f.closeTo(i-1):
			i--
		case w == "of" || w == "for" || w == "at" || w == "in" || w == "with" || w == "from":
			if i-2 >= lo && (f.items[i-2].is(tSrc) && (!f.items[i-2].is(tHead) || f.items[i-2].is(tSrc)) || w == "of" && f.items[i-2].is(tCap) && !f.items[i-2].is(tEv|tOut)) {
				i--
				continue
			}
			return i
		case w == "by" && i-2 >= lo && f.utterance(i-2):
			i-- // "a statement by the council said"
		case w == "and" || w == "or":
			if i-2 >= lo && w == "or" && !(f.items[i-2].is(tCap) && f.items[i].is(tCap)) {
				return i
			}
			if i-2 >= lo && w == "or" && (d.so[i-2] != 0 || d.org[i-2] || f.items[i-2].is(tSrc)) {
				i-- // "the Rescue Corps or Blue Caps said"
				continue
			}
			if i-2 >= lo && i < end && d.so[i-2] != 0 && d.so[i] != 0 && d.so[i-2] != d.so[i] {
				i-- // "Karm Rights Watch and the agency said"
				continue
			}
			if i-2 == s.lead && i == end-1 && f.items[i-2].is(tCap) && d.gz[i-2] != 0 && d.gz[i] != 0 {
				i-- // "Washington and Paris say"
				continue
			}
			if i-2 >= lo && i < end && (f.items[i-2].is(tSrc) && f.items[i].is(tSrc|tMod) || f.items[i-2].is(tCap) && f.items[i].is(tCap) && f.items[i-2].is(tSrc)) {
				i--
				continue
			}
			return i
		case w == ")" && i-6 < s.lead && f.word(s.lead) == "(":
			return i // "(Reuters) Western powers say"
		case w == "(" || w == ")" || apostrophe(w) || w == "s" && f.items[i-1].start > 0 && i-2 >= lo && f.items[i-2].is(tPunct) || w == "-" && it.start == f.items[max(0, i-2)].end:
			i--
		case it.is(tPunct):
			return i
		case it.is(tSay|tOut|tEv|tAux|tRel|tPron|tWeekday|tRelDay|tMonth|tLoc|tClause|tConj) && !it.is(tSrc|tNat|tMod|tActor):
			return i
		case it.is(tCap):
			if i < end && (f.items[i].is(tSrc|tMod) && !f.items[i].is(tCap) && d.so[i] == 0 || d.so[i] != 0 && d.so[i] != d.so[i-1]) && f.placeBefore(i, lo) {
				return i // "... in the town of Talbar local media reported"
			}
			if i < end && d.closes(f, i, lo) {
				return i // "... on the border with Northland Karm news agency said"
			}
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
		case !it.is(tOut|tEv|tSay|tAux|tPrep) && i < end && f.items[i].is(tSrc|tMod) && i-2 >= lo && (f.items[i-2].is(tDet|tMod|tSrc|tNat|tWeekday|tRelDay) || based(f.word(i-2))) && !f.limb(s, i-1):
			i-- // "a well-informed source", "a Britain-based war monitor", "... on Sunday medical sources"
		case it.w == nil && strings.Contains(w, "-"):
			i--
		default:
			return i
		}
	}
	return i
}

// closeTo tells whether item i says whom a source stands near: "a source close to the
// army".
func (f *field) closeTo(i int) bool {
	return i > 0 && f.word(i) == "close to" && f.items[i-1].is(tSrc)
}

// newSpeaker tells whether a speaker begins at item i although a noun stands right
// before it, as in prose without commas: "... killed a dozen militants FNA
// reported", "... by a rebel group Northland state TV said".
func (d *doc) newSpeaker(f *field, i, end int) bool {
	it, prev := &f.items[i], &f.items[i-1]
	if w := f.word(i); !it.is(tCap) && prev.is(tCap) && (strings.HasSuffix(w, "-run") || strings.HasSuffix(w, "-owned")) {
		// "... killed Jane Doe state-run TV reported", but "Northland state-run TV"
		k := i - 1
		for k > 0 && d.gz[k-1] != 0 && d.gz[k-1] == d.gz[i-1] {
			k--
		}
		return !prev.is(tNat|tUpper|tPunct) && d.so[i-1] == 0 && (d.gz[i-1] == 0 || k > 0 && f.items[k-1].is(tPrep))
	}
	if !it.is(tCap) || prev.is(tCap|tPunct) || !prev.is(tSrc|tArmed|tHead) {
		return false
	}
	w := f.word(i - 1)
	many := w[len(w)-1] == 's' && !prev.is(tSingular)
	if it.is(tNat) {
		return i+1 < end
	}
	return many && (it.is(tUpper) || i+1 < end && f.items[end-1].is(tSrc) && !f.items[end-1].is(tCap))
}

// closes tells whether the place whose name ends before item i closes a clause, so
// that the capitals from i on name somebody else.
func (d *doc) closes(f *field, i, lo int) bool {
	if d.gz[i-1] == 0 || d.gz[i] == d.gz[i-1] || !f.items[i].is(tCap) || d.so[i-1] != 0 && d.so[i-1] == d.so[i] || d.org[i] && d.org[i-1] {
		return false
	}
	k := i - 1
	for k > lo && d.gz[k-1] == d.gz[i-1] {
		k--
	}
	if k <= lo {
		return false
	}
	switch f.word(k - 1) {
	case "with", "near", "to", "from", "into":
		return true
	}
	return false
}

// utterance tells whether item i is what somebody has let be known.
func (f *field) utterance(i int) bool {
	w := f.word(i)
	switch w[lastSpace(w)+1:] { // also of "news release"
	case "statement", "report", "letter", "communique", "bulletin", "release", "affidavit", "facts", "information", "post", "email", "alert", "update", "advisory", "tweet",
		"survey", "study", "research", "analysis", "review", "assessment", "documentation", "probe", "reconstruction":
		return true
	}
	return false
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
		case "in", "at", "of", "the", "from", "for", "inside":
			continue
		}
		if k > lo && it.w == nil && f.word(k-1) == "for" {
			continue // "the centre for reconciliation in Syria"
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
	k += f.rankTitle(k, s.to)
	i := k
	hi := min(s.to, k+maxSpeaker)
	good := false
	for i < hi {
		it := &f.items[i]
		w := f.word(i)
		switch {
		case d.pa[i] != 0 && it.is(tCap) && i == k+2 && f.items[k].is(tDet) && f.utterance(i-1):
			return k, trimSpeaker(f, k, i, true) // "according to the bulletin ISIL fighters killed ..."
		case i > k && good && (d.otherBegins(f, s, i) || w == "its" || w == "their"):
			return k, trimSpeaker(f, k, i, true) // "according to local sources ISIL fighters killed ..."
		case d.so[i] != 0 || (d.pa[i] != 0 || d.org[i]) && it.is(tCap):
			good = true
			i++
			continue
		case it.is(tPron) && i == k && w != "that" && !it.is(tNat):
			return i, i + 1
		case it.is(tPunct):
			// ", director of the Observatory"
			if w == "," && i+2 < hi && good && (f.items[i+1].is(tSrc) && !f.items[i+1].is(tCap) || f.items[i+1].is(tDet) && f.items[i+2].is(tSrc) && !f.items[i+2].is(tSay)) && f.asideCloses(i+1, s.to) {
				i++
				continue
			}
			if w == "," && i+1 < hi && good && f.items[i-1].is(tSrc) && !f.items[i-1].is(tCap) && !f.paper(i-1) {
				if n := i + 1 + f.rankTitle(i+1, hi); n < hi && d.mayName(f, n) && !d.aged(f, n, s.to) {
					i = n // "the camp's leader, Jane Doe", "the clinic's director, Dr. Jane Doe"
					continue
				}
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
		case it.is(tCap) && i > k && f.paper(i-1) && !f.items[i-1].is(tCap) && d.mayName(f, i):
			return k, trimSpeaker(f, k, i, true) // "according to the charging document Joe Doe shot"
		case it.is(tCap) && f.rankTitle(i, hi) > 0:
			i += f.rankTitle(i, hi) // "police spokesman Supt. John Doe"
		case it.is(tOrdinal) && i > k && i+1 < hi && f.items[i+1].is(tCap) && !f.items[i+1].is(tMonth|tWeekday):
			i++ // "of the army's 4th Brigade"
		case w == "s" && i > k && f.items[i-1].is(tPunct):
			i++
		case i+3 < hi && apostrophe(f.word(i+1)) && f.word(i+2) == "s" && f.items[i+3].is(tSrc) && !it.is(tOut|tEv):
			i += 3 // "the camp's leader"
		case i > k && i+2 < hi && f.word(i+1) == "by" && f.utterance(i-1) && (w == "issued" || w == "released" || w == "published" || w == "carried" || w == "read"):
			i += 2 // "a statement issued by the ministry"
		case it.is(tSay|tOut|tEv|tAux|tRel|tWeekday|tRelDay|tMonth|tClause|tAccording|tModal|tNeg|tAdv) && !it.is(tSrc|tNat|tMod|tForce):
			return k, trimSpeaker(f, k, i, good)
		case (w == "by" || w == "from") && i > k && i+1 < hi && f.utterance(i-1) && !f.items[i+1].is(tPunct):
			i++ // "a statement by the ministry"
		case w == "of" || w == "for" || w == "at" || w == "in" || w == "and" || w == "with":
			if w == "of" && i == k+1 && f.items[k].is(tVague) {
				i++ // "a number of residents"
				continue
			}
			if w == "of" && i > k && i+1 < hi && f.utterance(i-1) && f.utterance(i+1) {
				i += 2 // "a statement of facts read by"
				continue
			}
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
			if i > k && !(f.word(i-1) == "of" || f.word(i-1) == "for" || f.word(i-1) == "at" || f.word(i-1) == "in" || f.word(i-1) == "with" || f.word(i-1) == "and" || f.word(i-1) == "," || f.word(i-1) == "by" || f.word(i-1) == "from") {
				return k, trimSpeaker(f, k, i, good)
			}
			i++
		case it.is(tCap) && f.compound(i), it.is(tTown|tArea) && i+1 < hi && f.items[i+1].is(tSrc):
			i++ // also "said the town council"
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
		case w == "so-called" || it.is(tVague) && i == k:
			i++ // "a number of residents"
		case it.is(tMod | tNat | tDir | tPlaceAdj | tNum | tQual | tAnother):
			i++
		case it.is(tDet):
			i++
		case it.w == nil && (!good || i > k && f.items[i-1].is(tDet) && i+2 < hi && (f.items[i+1].is(tSrc) || f.items[i+2].is(tSrc))):
			i++ // also "the head of the regional council"
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

// fullName tells whether a person's full name, with which a clause begins, ends
// before item i.
func (d *doc) fullName(f *field, s *sentence, i int) bool {
	k := i
	for k > s.lead && k > i-5 && d.mayName(f, k-1) && !f.items[k-1].is(tSrc) {
		k--
	}
	if i-k < 2 {
		return false
	}
	return k == s.lead || f.items[k-1].is(tPunct) || f.word(k-1) == "that"
}

// based tells whether a word says where a body sits: "Britain-based".
func based(w string) bool { return strings.HasSuffix(w, "-based") }

// abbreviated tells whether an abbreviation in brackets ends before item i: "the
// Local Relief Committees (LRC)".
func (f *field) abbreviated(i, lo int) bool {
	return i-4 >= lo && f.word(i-1) == ")" && f.items[i-2].is(tUpper) && f.word(i-3) == "(" && f.items[i-4].is(tCap)
}

// placeBefore tells whether the capitals that end before item i are the name of a
// place, by the word before them: "in Talbar", "the town of Al Talbar". The one
// who speaks then begins at i.
func (f *field) placeBefore(i, lo int) bool {
	k := i - 1
	for k >= lo && k > i-4 && f.items[k].is(tCap) && !f.items[k].is(tSrc|tPunct|tUpper) {
		k--
	}
	if k < lo || k == i-1 {
		return false
	}
	switch f.word(k) {
	case "in", "near", "outside", "inside":
		return true
	case "of":
		return k > lo && f.items[k-1].is(tTown|tArea|tPart|tDir) && !f.items[k-1].is(tSrc)
	}
	return false
}

// speakerAhead finds the subject that opens the sentence when more stands
// between it and the verb at k: "A rescuer whose niece was among the dead said".
func (d *doc) speakerAhead(f *field, s *sentence, k int) (int, int) {
	if k-s.lead < 4 || k-s.lead > 40 {
		return 0, 0
	}
	a, b := d.speakerRight(f, s, s.lead)
	if b <= a || b >= k || b == a+1 && f.items[a].is(tPrep|tLoc|tConj|tClause) && !f.items[a].is(tSrc) {
		return 0, 0 // "On the ground rebels claimed"
	}
	it := &f.items[b]
	switch w := f.word(b); {
	case w == "citing" || w == "quoting" || w == "speaking" || w == "in" && b+2 < k && f.items[b+1].is(tDet) && f.utterance(b+2):
	case w == "who" || w == "which" || w == "whose" || w == "based" || w == "also" || w == "a" || w == "an" || w == "another" || w == "operating" || w == ",":
	case it.is(tDet):
	case w == "of" && f.items[b-1].is(tSrc) && f.onlyNouns(b+1, k): // "Relatives of one of the men claim"
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

// speakerLeft returns the items of the noun phrase that ends before the verb at k.
func (d *doc) speakerLeft(f *field, s *sentence, k int) (int, int) {
	j := k - 1
	for j >= s.lead && (f.items[j].is(tAdv|tHedge) && !f.items[j].is(tSrc) || f.items[j].is(tAux|tModal) && !f.items[j].is(tCap) || goesBetween(f.word(j))) {
		j-- // "residents there said"
	}
	comma := false
	j = d.beforeWhere(f, s, j)
	if j >= s.lead && f.word(j) == "," {
		comma = true
		j--
		if j > s.lead && f.word(j-1) == "," && goesBetween(f.word(j)) {
			j, comma = j-2, false // "the mayor, however, said"
		}
	}
	if j < s.lead {
		return 0, 0
	}
	if f.items[j].is(tPron|tRel) && !f.items[j].is(tDet) && d.so[j] == 0 { // "WHO said" is no "who said"
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
	if !comma {
		j = f.beforeDay(s, j)
	}
	if j < s.lead {
		return 0, 0
	}
	end := f.endsAtAge(s, j+1)
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

// beforeWhere is the last item before the words between two commas, of which the second is item j, if they
// only say in which country or province the place lies that is named right before them as that of
// somebody: "police in Dayton, Ohio, said"; j for none.
func (d *doc) beforeWhere(f *field, s *sentence, j int) int {
	if j-4 < s.lead || f.word(j) != "," {
		return j
	}
	k := j - 1
	for k > s.lead && k > j-5 && f.word(k) != "," {
		if d.gz[k] == 0 && !f.items[k].is(tDir|tPlaceAdj|tPlaceHead) {
			return j
		}
		k--
	}
	if k == j-1 || f.word(k) != "," || d.gz[k-1] == 0 {
		return j
	}
	end := k - 1
	for k = end; k > s.lead && k > end-4 && d.gz[k] != 0; k-- {
	}
	switch f.word(k) {
	case "in", "of", "at", "near", "from":
		return end
	}
	return j
}
