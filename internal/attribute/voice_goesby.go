package attribute

// Who speaks is often told of first by what he is, at length, and by name beside it: "the mayor
// of the commune, Adam Example, said", "said a farmer who gave only his first name, Adam", "an
// activist who goes by the name of Abu Example put the number at nine". He is credited by both.

// maxUntilBeside bounds the items between what a speaker is and his name.
const maxUntilBeside = 14

// nameBeside adds to a speaker who is told of by what he is the name that stands beside it in
// the sentence.
func (d *doc) nameBeside(f *field, s *sentence, sp *speech) {
	a, b := sp.who[0], sp.who[1]
	if len(sp.names) != 1 || b <= a || b > s.to || f.items[b-1].is(tPron) || !toldByWhat(sp.names[0]) {
		return
	}
	n, e := 0, 0
	if sp.at >= b {
		n, e = d.nameBefore(f, b, sp.at)
	} else {
		n, e = d.nameBehind(f, s, b)
	}
	if e <= n {
		return
	}
	sp.names = []string{f.written(n, e), sp.names[0]}
	sp.head, sp.anaphor = "person", false
	sp.to = max(sp.to, e)
}

// toldByWhat tells whether a credit is in small letters, so that it names nobody.
func toldByWhat(n string) bool {
	return n != "" && 'a' <= n[0] && n[0] <= 'z' || vagueOffice(n)
}

// nameBefore returns the items of the name that ends before the verb at item at, where it is that
// of whom the words before item b tell: "the head of the zone, Dr Adam Example, said".
func (d *doc) nameBefore(f *field, b, at int) (int, int) {
	e := at
	for e > b && f.items[e-1].is(tAux|tAdv) && !f.items[e-1].is(tCap) {
		e--
	}
	if e > b && f.word(e-1) == "," {
		e--
	}
	n := e
	for n > b && n > e-5 && d.partOfName(f, n-1) {
		n--
	}
	if n == e || e-b > maxUntilBeside+5 || !d.ownName(f, n, e) {
		return 0, 0
	}
	k := n
	for k > b && f.ranks(k-1) {
		k--
	}
	if k > b && f.givesName(k-1) || k > b && f.word(k-1) == "," && (n < e-1 || k > b+1 && f.word(k-2) == "name") {
		return n, e
	}
	return 0, 0
}

// nameBehind returns the items of the name behind item b of whom the words before it tell: "said
// the head of the town hospital, Jane Example.", "said a man who gave his name as Abu Example".
func (d *doc) nameBehind(f *field, s *sentence, b int) (int, int) {
	if n, e := f.bodyBehind(s, b); e > n {
		return n, e
	}
	for k := b; k+1 < s.to && k < b+maxUntilBeside; k++ {
		it := &f.items[k]
		comma := f.word(k) == ","
		if !comma && !f.givesName(k) {
			if it.is(tSay|tAccording|tOut|tEv|tAux|tNum) || it.is(tPunct) && !apostrophe(f.word(k)) {
				return 0, 0
			}
			continue
		}
		n := k + 1 + f.rankTitle(k+1, s.to)
		for n < s.to && f.ranks(n) {
			n++
		}
		e := n
		for e < s.to && e < n+5 && d.partOfName(f, e) {
			e++
		}
		if e == n || !d.ownName(f, n, e) || comma && e == n+1 && f.word(k-1) != "name" {
			if comma && k > b {
				return 0, 0
			}
			continue
		}
		if e < s.to {
			last := &f.items[e]
			if !last.is(tPunct|tRel|tPrep) && f.word(e) != "and" || comma && last.is(tPrep) || d.aged(f, e, s.to) || apostrophe(f.word(e)) {
				return 0, 0 // "..., Jane Example, 34, was killed"
			}
		}
		return n, e
	}
	return 0, 0
}

// aged tells whether the name at item k goes on to an age, as that of somebody who is told of:
// "according to a doctor, Adam Example, 34, was killed".
func (d *doc) aged(f *field, k, to int) bool {
	for k < to && d.partOfName(f, k) {
		k++
	}
	return k+1 < to && f.word(k) == "," && digit(f.text[f.items[k+1].start])
}

// bodyBehind returns the items of the name of a body that follows at item b what it is: "a local
// organisation the Example Guard Council which said".
func (f *field) bodyBehind(s *sentence, b int) (int, int) {
	n := b
	if _, ok := bodyKind(f.word(b - 1)); !ok {
		return 0, 0
	}
	if n < s.to && f.word(n) == "," {
		n++
	}
	if n < s.to && f.word(n) == "the" {
		n++
	}
	e := n
	for e < s.to && e < n+6 && f.items[e].is(tCap) && !f.items[e].is(tPunct|tNum|tWeekday|tMonth) {
		e++
	}
	if n == b || e < n+2 || e < s.to && !f.items[e].is(tRel|tPunct) {
		return 0, 0
	}
	return n, e
}

// partOfName tells whether item k may be part of somebody's name.
func (d *doc) partOfName(f *field, k int) bool {
	it := &f.items[k]
	return it.is(tCap) && !it.is(tPunct|tNum|tMonth|tWeekday|tOut|tEv|tSay|tSrc) && d.so[k] == 0 && !d.org[k]
}

// ownName tells whether the items [n, e) hold a word that is a name and nothing else.
func (d *doc) ownName(f *field, n, e int) bool {
	for k := n; k < e; k++ {
		if d.mayName(f, k) {
			return true
		}
	}
	return false
}

// ranks tells whether item k is a rank before a name: "lieutenant Adam Example", "Dr Jane Example".
func (f *field) ranks(k int) bool {
	w := f.word(k)
	return shortTitle(w) || fullTitle(w) != "" || rankWord(w)
}

// rankWord tells the words for ranks and degrees that papers write out before a name.
func rankWord(w string) bool {
	switch w {
	case "lieutenant", "lieutenant colonel", "colonel", "captain", "major", "major general", "brigadier", "brigadier general", "general", "sergeant", "corporal", "commander", "inspector", "superintendent",
		"doctor", "sheikh", "imam", "father", "professor", "engineer", "master", "pastor", "reverend", "deputy", "chief":
		return true
	}
	return false
}

// givesName tells whether a name follows item k, by which somebody goes: "who gave his name as",
// "who goes by the name of", "who calls himself", "a man called".
func (f *field) givesName(k int) bool {
	switch f.word(k) {
	case "himself", "herself":
		return k > 0 && callsSo(f.word(k-1))
	case "as":
		return k > 0 && (f.word(k-1) == "name" || k > 1 && (f.word(k-1) == "himself" || f.word(k-1) == "herself" || f.word(k-1) == "only" || f.word(k-1) == "simply") || f.word(k-1) == "known" || f.word(k-1) == "identified")
	case "of", "name":
		i := k
		if f.word(i) == "of" {
			i--
		}
		return i > 1 && f.word(i) == "name" && (f.word(i-1) == "the" && f.word(i-2) == "by" || f.word(i-1) == "by" || f.word(i) != f.word(k) && f.word(i-1) == "the")
	case "named", "called", "nicknamed":
		return true
	}
	return false
}

// callsSo tells the verbs by which somebody names himself.
func callsSo(w string) bool {
	switch w {
	case "calls", "called", "calling", "named", "styles", "identified", "names":
		return true
	}
	return false
}
