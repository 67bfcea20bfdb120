package attribute

// Speakers in prose that lost its commas, where the next clause follows a name at once.

// otherBegins tells whether the subject of the next clause begins at item i, right behind
// a speaker: "according to local sources ISIL executed ...", "according to the Observatory
// army units killed ...".
func (d *doc) otherBegins(f *field, s *sentence, i int) bool {
	it, prev := &f.items[i], &f.items[i-1]
	if d.so[i] != 0 && d.so[i] == d.so[i-1] || d.pa[i] != 0 && d.pa[i] == d.pa[i-1] || d.org[i] && d.org[i-1] {
		return false
	}
	ended := d.so[i-1] != 0 || prev.is(tSrc) && !(prev.is(tCap) && (prev.is(tForce|tArmed) || f.word(i-1) == "ministry"))
	if !ended || !(d.pa[i] != 0 && it.is(tCap) || !it.is(tCap) && it.is(tForce|tArmed)) {
		return false
	}
	for n := i + 1; n < s.to && n < i+6; n++ {
		x := &f.items[n]
		if x.is(tPunct|tPrep|tLoc|tSay|tDet) && !apostrophe(f.word(n)) {
			return false
		}
		if x.is(tAux) || x.is(tEv|tOut) && !x.is(tCap) && !x.is(tForce|tArmed|tSrc) {
			return true
		}
	}
	return false
}

// reportsLast tells whether "reports" at item k is followed by the name of who reports it
// and by nothing else.
func (d *doc) reportsLast(f *field, s *sentence, k int) bool {
	a, b := d.speakerRight(f, s, k+1)
	if b <= a || a != k+1 || b < s.to && !f.items[b].is(tPunct) {
		return false
	}
	if f.items[a].is(tDet) && f.word(a) != "that" && k > s.lead && f.items[k-1].is(tPunct) && closingQuote(f.word(k-1)) {
		return f.items[b-1].is(tCap | tSrc) // "..., reports the council."
	}
	return d.known(a, b) || f.items[a].is(tCap) && f.items[b-1].is(tCap|tSrc) && d.gz[b-1] == 0
}

// beforeRelative finds who speaks with the verb at item k when a clause about him stands
// between: "... killed nine the Observatory which relies on activists said".
func (d *doc) beforeRelative(f *field, s *sentence, k int) (int, int) {
	for i := k - 2; i > s.lead && i > k-14; i-- {
		it := &f.items[i]
		if it.is(tPunct|tSay|tAccuse|tAccording) && !apostrophe(f.word(i)) {
			return 0, 0
		}
		if w := f.word(i); w == "which" || w == "who" {
			a := d.phraseLeft(f, s, i)
			if a < i && (d.known(a, i) || f.items[i-1].is(tSrc)) {
				return a, i
			}
			return 0, 0
		}
	}
	return 0, 0
}

// claimsFigure tells whether "claims" at item k is a verb behind a force and before what it
// claims: "Army claims 12 rebels killed".
func (f *field) claimsFigure(s *sentence, k int) bool {
	return k > s.from && f.items[k-1].is(tSrc) && !f.items[k-1].is(tDet|tPrep) && k+1 < s.to && f.items[k+1].is(tNum|tQual|tVague)
}

// paperNamed returns the items of the name of the paper that item k tells of: "the independent
// paper Karm Post", 'the daily "Courier"'.
func (f *field) paperNamed(s *sentence, k int) (int, int) {
	a := k
	for a < s.to && a < k+6 && !f.items[a].is(tCap) {
		if f.items[a].is(tSay | tOut | tEv | tAux) {
			return 0, 0
		}
		a++
	}
	b := a
	for b < s.to && b < a+6 && f.items[b].is(tCap) && !f.items[b].is(tPunct) {
		b++
	}
	if a >= s.to || a == k+6 {
		return 0, 0
	}
	return a, b
}

// issueOf returns the item behind "Thursday's issue of", "today's edition of" at item k, 0 where
// something else stands there.
func (f *field) issueOf(s *sentence, k int) int {
	if k < s.to && f.items[k].is(tDet) {
		k++
	}
	if k+4 >= s.to || !f.items[k].is(tWeekday|tRelDay) {
		return 0
	}
	k++
	for n := 0; n < 2 && k+2 < s.to && (apostrophe(f.word(k)) || f.word(k) == "s"); n++ {
		k++
	}
	if w := f.word(k); (w == "issue" || w == "edition" || w == "number") && f.word(k+1) == "of" {
		return k + 2
	}
	return 0
}
