package attribute

import "strings"

// The subject of a verb of saying, read forward from the mark or the word that
// its clause begins after. Punctuated prose shows where that is, so the head noun
// is found even when much stands between it and the verb: "Survivors of an attack
// on a village in the north on Tuesday said". The speaker is the head noun with
// the words before it and, for a body or an office, its of-phrase.

// maxSubject bounds the items between the head noun and its verb.
const maxSubject = 40

// subject returns the speaker that is the subject of the verb at k, given what
// phraseLeft made of the words right before it, and the body that carried his
// words, if one is named.
func (d *doc) subject(f *field, s *sentence, k, a, b int) (from, to int, via [2]int) {
	j := d.beforeWhere(f, s, f.beforeVerb(s, k))
	if j < s.lead {
		return a, b, via
	}
	if x, y := d.closingSpeaker(f, s, k); y > x {
		return x, y, via
	}
	if w := f.word(j); (w == "who" || w == "which") && j > s.lead {
		// "The Karm Monitor, which first spoke of nine dead, ..."
		if f.word(j-1) == "," {
			j--
		}
		if x, y, v, ok := d.nounPhrase(f, f.clauseStart(s, j-1), j); ok {
			return x, y, v
		}
		return a, b, via
	}
	if f.items[j].is(tPron|tRel) && !f.items[j].is(tDet) {
		return a, b, via
	}
	if x, y := f.witness(s, j); y > x {
		return x, y, via
	}
	if f.word(j) == "," {
		if x, y, v, ok := d.apposed(f, s, j); ok {
			return x, y, v
		}
		return a, b, via
	}
	if f.items[j].is(tPunct) && f.word(j) != ")" {
		return a, b, via
	}
	lo := f.clauseStart(s, j)
	for c := j; c > lo; c-- {
		if f.word(c) == "whom" {
			lo = c + 1 // "men whom survivors described as rebels"
			break
		}
	}
	if a < b && (a <= lo || d.listed(a, b) || b-a == 1 && f.items[a].is(tUpper)) {
		return a, b, via
	}
	for c := j; c > lo; c-- {
		// "... and a doctor said": the clause after "and" first
		if w := f.word(c); (w == "and" || w == "but") && c+1 <= j && !(d.pa[c] != 0 && d.pa[c] == d.pa[c+1]) {
			if a < c && a < b && f.items[c-1].is(tSrc) {
				return a, b, via // "a monitor and a medical source said"
			}
			if a < b && a == c+1 {
				return a, b, via
			}
			if x, y, v, ok := d.nounPhrase(f, c+1, j+1); ok && !f.items[x].is(tCap) {
				return x, y, v
			}
		}
	}
	if lo == s.lead && (strings.HasSuffix(f.word(lo), "ing") && f.items[lo+1].is(tDet) || takesTheFloor(f.word(lo))) {
		return a, b, via // "Decrying an affront President Jane Doe declared"
	}
	if x, y, v, ok := d.nounPhrase(f, lo, j+1); ok {
		return x, y, v
	}
	if x, y := f.describedWitness(s, j); y > x && (a >= b || a > x && f.items[a-1].is(tPrep|tLoc)) {
		return x, y, via
	}
	return a, b, via
}

// witness returns the items of who opens a sentence that ends its subject at item j: a name with its
// age or an aside about it, "Ruzanna, 42, a nurse at the clinic in Karm, said", "Ko Zor (not his real
// name), who came back later, said", or who he is with his age, "A woman, 29, who lost her sons said".
func (f *field) witness(s *sentence, j int) (int, int) {
	k := s.lead
	e := k
	for e < j && e < k+maxNameWords && f.items[e].is(tCap) && !f.items[e].is(tPunct|tNum|tMonth|tWeekday|tLoc|tPrep|tClause|tDet|tPron) {
		e++
	}
	if w := f.word(k); e == k && (w == "a" || w == "an" || w == "one" || w == "another") || e == k+1 && (w == "a" || w == "an" || w == "one") {
		for e = k + 1; e < j && e < k+5 && !f.items[e].is(tPunct|tPrep|tAux|tSay|tRel); e++ {
		}
		if it := &f.items[e-1]; e == k+1 || !it.is(tHead) || !it.is(tSingular) {
			return 0, 0
		}
	}
	past := e
	switch {
	case e == k || e+1 > j:
		return 0, 0
	case f.word(e) == "(":
		telling := false
		for past < j && past < e+10 && f.word(past) != ")" {
			past++
			telling = telling || f.word(past) == "name" || f.word(past) == "names" || f.word(past) == "pseudonym" || f.word(past) == "alias" || f.items[past].is(tNum)
		}
		if !telling || f.word(past) != ")" {
			return 0, 0
		}
		past++
	case f.word(e) == "," && f.items[e+1].is(tNum) && f.items[e+1].num > 4 && f.items[e+1].num < 110 && e+2 <= j && f.word(e+2) == ",":
		past = e + 2
	default:
		return 0, 0
	}
	if past <= j && (f.word(past) != "," || f.word(j) != "," && !(past+1 < j && f.word(past+1) == "who")) {
		return 0, 0
	}
	for n := past; n < j; n++ {
		if f.items[n].is(tSay) && !f.items[n].is(tSrc) {
			return 0, 0
		}
	}
	return k, e
}

// describedWitness returns the items of one without a name who opens a sentence and is no more than
// the subject that ends at item j: "A mother of four from Karm said".
func (f *field) describedWitness(s *sentence, j int) (int, int) {
	switch f.word(s.lead) {
	case "a", "an", "another", "one":
	default:
		return 0, 0
	}
	person, of := false, false
	for n := s.lead + 1; n <= j; n++ {
		it := &f.items[n]
		if it.is(tPunct|tSay|tOut|tEv|tAux|tRel|tClause|tConj) && !it.is(tSrc|tHead) {
			return 0, 0
		}
		person = person || it.is(tHead) && it.is(tSingular) && !it.is(tGroup)
		of = of || person && (f.word(n) == "from" || f.word(n) == "in" || f.word(n) == "at")
	}
	if !person || !of || j > s.lead+maxSpeaker {
		return 0, 0
	}
	return s.lead, j + 1
}

// takesTheFloor tells the words with which a sentence opens that goes on to who spoke: "Speaking
// from Ghouta activist Samir Example said".
func takesTheFloor(w string) bool {
	switch w {
	case "speaking", "talking", "writing", "addressing", "reporting", "posting", "tweeting", "testifying":
		return true
	}
	return false
}

// second reads who says something with the second of his verbs, the one at item
// k: "The army shelled the town and said".
func (d *doc) second(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, to: k + 1, before: true}
	j := f.beforeVerb(s, k)
	if j <= s.lead+1 || f.word(j) != "and" && f.word(j) != "but" || strings.HasSuffix(f.word(k), "ing") {
		return sp, false
	}
	lo := f.clauseStart(s, j-1)
	h, head := d.nounRun(f, lo, j)
	if head < 0 || head+1 != h || h >= j || f.items[h].is(tCap) || !d.canSpeak(f, lo, head) {
		return sp, false
	}
	if !f.items[h].is(tSay | tAux | tModal | tAccuse | tDenyCue | tOut | tEv | tAdv) {
		return sp, false
	}
	sp.from, sp.who = lo, [2]int{lo, h}
	d.names(f, lo, h, &sp)
	return sp, len(sp.names) > 0 || sp.anaphor
}

// beforeVerb is the last item before the verb at k that is no adverb, auxiliary
// or date of speaking.
func (f *field) beforeVerb(s *sentence, k int) int {
	j := k - 1
	for j >= s.lead && (f.items[j].is(tAdv|tHedge) && !f.items[j].is(tSrc) || f.items[j].is(tAux|tModal) && !f.items[j].is(tCap) || goesBetween(f.word(j))) {
		j--
	}
	return j
}

// goesBetween tells the words besides adverbs that may part a speaker from his
// verb: "the agency however reported".
func goesBetween(w string) bool {
	switch w {
	case "however", "further", "therefore", "himself", "herself", "itself", "there", "first":
		return true
	}
	return false
}

// clauseStart walks back from item j to where its clause begins.
func (f *field) clauseStart(s *sentence, j int) int {
	lo := max(s.lead, j-maxSubject)
	for i := j; i >= lo; i-- {
		it := &f.items[i]
		w := f.word(i)
		if it.is(tPunct) {
			switch {
			case apostrophe(w) && i > lo && f.items[i-1].end == it.start:
				continue
			case w == ")" || w == "(" && i > lo && i+2 <= j && f.word(i+2) == ")":
				continue
			case w == "-" && i > lo && f.items[i-1].end == it.start:
				continue
			}
			return i + 1
		}
		if w == "that" && i > lo && f.items[i-1].is(tSay|tAccuse|tDenyCue) || it.is(tClause) && !it.is(tCap) {
			return i + 1
		}
	}
	return lo
}

func apostrophe(w string) bool { return w == "'" || w == "’" || w == "ʼ" || w == "‘" }

// apposed reads the name before an aside that ends with the comma at j: "The
// Karm Monitor, a group that collects reports from residents, said".
func (d *doc) apposed(f *field, s *sentence, j int) (int, int, [2]int, bool) {
	for c := j - 1; c > s.lead && c > j-maxSubject; c-- {
		it := &f.items[c]
		if it.is(tPunct) && f.word(c) != "," && !apostrophe(f.word(c)) && f.word(c) != "-" && f.word(c) != "(" && f.word(c) != ")" {
			break
		}
		if f.word(c) != "," || c+1 >= j {
			continue
		}
		nx := &f.items[c+1]
		w := f.word(c + 1)
		opens := nx.is(tRel) || w == "based" || nx.is(tSrc) && !nx.is(tCap) || !nx.is(tCap|tNum) && c+2 < j && f.items[c+2].is(tSrc) && !f.items[c+2].is(tCap|tSay) || nx.is(tVague) && w == "a group" || nx.is(tDet) && w != "its" && w != "their" && w != "his" && w != "her" || w == "one" || w == "whose" || w == "speaking" || w == "talking" || w == "reached" || w == "contacted" || w == "interviewed" || w == "requesting" || f.inWhat(c+1, j) || f.officeOf(c+1, j) || d.manOf(f, s, c)
		if x := f.onlyAge(s, c, j); x < c {
			return x, c, [2]int{}, true
		}
		if !opens {
			continue
		}
		lo := f.clauseStart(s, c-1)
		if x, y, v, ok := d.nounPhrase(f, lo, c); ok {
			return x, y, v, true
		}
	}
	return 0, 0, [2]int{}, false
}

// manOf tells whether the aside that opens at the comma c says whose man the person named
// before it is: "Captain Adam Example, of the border guard, said".
func (d *doc) manOf(f *field, s *sentence, c int) bool {
	switch f.word(c + 1) {
	case "of", "from", "with":
	default:
		return false
	}
	return f.nameStart(s, c) >= 0 && d.so[c-1] == 0 && !d.org[c-1] && d.pa[c-1] == 0
}

// nounPhrase reads the items [i, end) as a noun phrase that can speak and
// returns its speaker. It fails when a verb or anything else stands in it.
func (d *doc) nounPhrase(f *field, i, end int) (from, to int, via [2]int, ok bool) {
	from = i
	h, head := d.nounRun(f, i, end)
	if f.items[i].is(tLeave) && !f.items[i].is(tCap) {
		return 0, 0, via, false // "... and left 16 wounded police sources said"
	}
	if head < 0 || !d.canSpeak(f, i, head) {
		return 0, 0, via, false
	}
	to = head + 1
	open := true // what follows may still belong to the name
	for h < end {
		w := f.word(h)
		it := &f.items[h]
		switch {
		case f.dateItem(h), f.filedOn(h):
			h++
		case w == "on" && h+1 < end && f.dateItem(h+1):
			h += 2
		case ((w == "a" || w == "an") && !f.items[min(h+1, end-1)].is(tCap) || w == "the" && head > from && d.mayName(f, head) && d.mayName(f, head-1)) &&
			f.items[h-1].is(tCap) && f.items[head].is(tCap) && h+1 < end:
			// "Jane Doe a neurologist in the town said"
			n, hd := d.nounRun(f, h, end)
			if hd < 0 || n < end && !f.items[n].is(tPrep|tLoc|tFunc) && !apostrophe(f.word(n)) && !d.participle(f, n) {
				return 0, 0, via, false
			}
			for ; n < end; n++ {
				if f.items[n].is(tSay | tAux | tOut | tEv | tRel | tPunct) {
					return 0, 0, via, false
				}
			}
			return from, to, via, true
		case it.is(tRel) && h > from:
			for n := h; n < end; n++ {
				switch f.word(n) {
				case "said", "says", "told":
					return 0, 0, via, false
				}
			}
			return from, to, via, true
		case (w == "and" || w == "or") && open && h+1 < end:
			n, hd := d.nounRun(f, h+1, end)
			if hd > h+1 && to == h && to > head+1 && strings.HasSuffix(f.word(hd), "hospitals") {
				h, to = n, hd+1 // "doctors at the Karm and Zoran hospitals"
				continue
			}
			if hd < 0 || !d.canSpeak(f, h+1, hd) {
				return 0, 0, via, false
			}
			h, to = n, hd+1
		case (it.is(tAccording|tSay) || d.participle(f, h)) && h+1 < end && (f.word(h+1) == "by" || !it.is(tSay|tAccording) && f.items[h+1].is(tPrep)):
			n, hd := d.nounRun(f, h+2, end)
			if hd < 0 {
				return 0, 0, via, false
			}
			if it.is(tAccording | tSay) {
				via = [2]int{h + 2, hd + 1} // "quoted by state radio"
			}
			h, open = n, false
		case it.is(tPrep | tLoc):
			n, hd := d.nounRun(f, h+1, end)
			if hd < 0 {
				return 0, 0, via, false
			}
			if open && d.belongs(f, h, n) {
				to = n
			} else {
				open = false
			}
			h = n
		default:
			return 0, 0, via, false
		}
	}
	return from, to, via, true
}

// belongs tells whether the phrase that the preposition at h opens is part of
// the name before it: an office's of-phrase, a spokesman's body, a doctor's
// hospital, but no place.
func (d *doc) belongs(f *field, h, n int) bool {
	switch f.word(h) {
	case "of":
		if w := f.word(h - 1); f.items[h+1].is(tDet|tNum|tVague) && w[len(w)-1] == 's' && !f.hasCapital(h+1, n) {
			return false // "relatives of the victims"
		}
	case "for", "at", "with":
		if !f.items[h-1].is(tSrc) {
			return false
		}
	case "in":
		if !f.items[h-1].is(tSrc) || !strings.HasSuffix(f.word(n-1), "hospital") && !strings.HasSuffix(f.word(n-1), "hospitals") && !(n < len(f.items) && f.word(n) == "and") {
			return false // "sources in the Karm hospital"
		}
	default:
		return false
	}
	for k := h + 1; k < n; k++ {
		if f.items[k].is(tEv|tOut) && !f.items[k].is(tCap|tSrc) && d.pa[k] == 0 {
			return false // "survivors of an attack"
		}
	}
	return true
}

func (f *field) hasCapital(a, b int) bool {
	for k := a; k < b; k++ {
		if f.items[k].is(tCap) {
			return true
		}
	}
	return false
}

// participle tells whether item h is a word without a class that a preposition
// or an adverb of direction follows: "set up by", "run by".
func (d *doc) participle(f *field, h int) bool {
	it := &f.items[h]
	return !it.is(tCap|tPunct) && (it.w == nil || it.is(tFunc|tMod)) && d.gz[h] == 0
}

// dateItem tells whether item i is a day or part of a date.
func (f *field) dateItem(i int) bool {
	it := &f.items[i]
	return it.is(tWeekday|tMonth) && it.is(tCap) || it.is(tRelDay) || it.is(tNum) && i > 0 && f.items[i-1].is(tMonth)
}

// nounRun reads a determiner, adjectives and nouns from item i on and returns
// where they end and the last noun among them; -1 where there is none.
func (d *doc) nounRun(f *field, i, end int) (next, head int) {
	k := i
	head = -1
	for k < end && k-i < 12 {
		it := &f.items[k]
		w := f.word(k)
		switch {
		case it.is(tPunct):
			if apostrophe(w) && k > i && f.items[k-1].end == it.start || w == "-" && k > i && f.items[k-1].end == it.start ||
				w == "(" && k+2 < end && f.word(k+2) == ")" || w == ")" && k > i+1 && f.word(k-2) == "(" {
				k++
				continue
			}
			return k, head
		case w == "s" && k > i && apostrophe(f.word(k-1)):
			k++
			continue
		case f.dateItem(k) && !d.org[k]:
			return k, head
		case (d.so[k] != 0 || d.org[k] || d.pa[k] != 0) && it.is(tCap) || k > i && d.pa[k] != 0 && d.pa[k] == d.pa[k-1]:
			head = k // with "in" and "the" of "the Islamic State in Iraq and the Levant"
		case it.is(tDet) && k > i && !it.is(tCap):
			return k, head
		case it.is(tDet|tNum|tQual|tVague|tAnother) && !it.is(tSrc):
		case it.is(tSrc|tForce|tArmed|tHead) && !it.is(tSay) || it.is(tSrc) && k > i && f.items[k-1].is(tDet|tMod|tNat):
			head = k
		case w == "claim" && k > i && f.items[k-1].is(tDet):
			head = k // "the claim added", but "they claim"
		case it.is(tAux | tModal | tRel | tPron | tClause | tConj | tSay | tAccording | tAccuse | tDenyCue | tOwn | tNeg | tPrep | tLoc):
			return k, head
		case it.is(tOut) && !it.is(tCap) && !(k > i && f.items[k-1].is(tDet|tNum)):
			return k, head
		case it.is(tEv) && !it.is(tCap) && it.w.evForm != formNone && it.w.evForm != formNoun && !(k > i && f.items[k-1].is(tDet|tMod|tNat)):
			return k, head
		case it.is(tMod | tNat | tDir | tPlaceAdj):
		case it.is(tFunc|tAdv) && (head >= 0 || k == i):
			return k, head
		case it.is(tFunc | tAdv): // "an earlier statement"
		default:
			// a noun of any kind; a word without a class may be a participle
			// ("administration set up by"), so that it is the head only at the end
			if head >= 0 && k+1 < end && f.filedOn(k) {
				return k, head // "charges filed Monday"
			}
			if it.w == nil && !it.is(tCap) && head >= 0 && k+1 < end && f.items[k+1].is(tPrep|tFunc) && f.word(k+1) != "of" {
				if f.items[k+1].is(tFunc) && k+2 < end && f.items[k+2].is(tPrep) {
					return k + 1, head
				}
				return k, head
			}
			head = k
		}
		k++
	}
	if head >= 0 && head < k-1 {
		// an adjective at the end is no head: "the Russian"
		for n := head + 1; n < k; n++ {
			if it := &f.items[n]; it.is(tMod|tNat) && !it.is(tCap) {
				return k, -1
			}
		}
	}
	return k, head
}

// canSpeak tells whether the noun at head, in a phrase from item i on, is
// somebody who can say something.
func (d *doc) canSpeak(f *field, i, head int) bool {
	it := &f.items[head]
	if f.items[i].is(tCap) && approached(f.word(i)) {
		return false // "Contacted by telephone, the mayor said"
	}
	if d.so[head] != 0 || d.org[head] || d.pa[head] != 0 && !it.is(tPlane) {
		return true
	}
	if it.is(tSrc) || head > i && f.word(head) == "claim" || f.chargesFiled(head) {
		return true
	}
	if it.is(tArmed) && !it.is(tPlane|tEv|tOut) {
		return true
	}
	if it.is(tEv|tOut|tThing|tUnit|tPlaceHead|tPlane|tWeapon|tWeekday|tMonth|tRelDay|tToll|tNum|tVague) && !it.is(tHead) {
		return it.is(tCap) && head > i && f.items[head-1].is(tCap)
	}
	if it.is(tForce|tArmed|tHead) && !it.is(tPlane) {
		return true
	}
	if it.is(tCap) {
		return d.gz[head] == 0 && (it.w == nil || head > i)
	}
	return it.w == nil && f.items[i].is(tDet)
}

// listed tells whether every item of [a, b) belongs to a name of the book of sources.
func (d *doc) listed(a, b int) bool {
	for k := a; k < b; k++ {
		if d.so[k] == 0 {
			return false
		}
	}
	return a < b
}

// approached tells the words with which a sentence opens that says how somebody was got to speak.
func approached(w string) bool {
	switch w {
	case "contacted", "reached", "asked", "interviewed", "questioned", "approached", "pressed", "joined", "quoted", "cited":
		return true
	}
	return false
}
