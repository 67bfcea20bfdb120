package attribute

import "strings"

// names turns the items of a speaker into names, the person before the body he
// speaks for.
func (d *doc) names(f *field, a, b int, sp *speech) {
	if a < b && f.items[a].is(tVia) { // "Speaking to the agency Jane Doe said"
		k := a + 1
		for k < b && (d.so[k] != 0 || f.items[k].is(tDet)) {
			k++
		}
		if k > a+1 && k < b {
			sp.via = []string{f.written(a+1, k)}
			a = k
		}
	}
	the := a < b && f.word(a) == "the"
	for a < b && (f.word(a) == "a" || f.word(a) == "an" || f.word(a) == "the" || f.items[a].is(tPunct)) {
		if f.word(a) == "the" && b-a <= 3 && !f.items[a+1].is(tCap) && d.so[min(a+1, b-1)] == 0 {
			// "the group", "the monitor": somebody named before
			sp.anaphor = true
			sp.head = f.word(b - 1)
		}
		a++
	}
	if b > a+1 && f.word(a) == "so-called" {
		a++
	}
	b = f.bodyEnds(a, b)
	for b > a+1 && f.items[a].is(tAdv|tClause|tConj|tDayPart|tRelDay|tRelRange) && !f.items[a].is(tSrc|tVia) && d.so[a] == 0 && !d.org[a] {
		a++ // "Meanwhile the Karm Register said"
	}
	if b-a == 1 && f.items[a].is(tDet) {
		return // "This indicates"
	}
	if b > a+1 && (f.word(a) == "its" || f.word(a) == "their" || f.word(a) == "his" || f.word(a) == "her") {
		if inquiryPaper(f.word(b-1)) && b-a <= 3 {
			sp.anaphor, sp.head = true, f.word(b-1) // "according to its findings"
		}
		a++
	}
	if b > a+1 && f.word(b-1) == ")" && !f.opened(a, b) {
		b--
	}
	b = f.beforeStatement(a, b)
	if _, ok := bodyKind(f.word(min(a, b-1))); ok && the && a+2 < b && f.word(a+1) == "with" {
		b = a + 1 // "the group with a network of sources"
		sp.anaphor, sp.head = true, f.word(a)
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
		if w := f.word(k); (w == "a" || w == "an" || w == "another") && f.items[a].is(tCap) && (k-1 > a || f.items[a].is(tSrc)) &&
			(d.so[k-1] != 0 || d.org[k-1] || f.items[k-1].is(tCap) || f.word(k-1) == "," && f.items[k-2].is(tCap) || f.abbreviated(k, a)) {
			b = k
			for b > a && f.word(b-1) == "," {
				b--
			}
			break
		}
	}
	// "Jane Doe Northland's interior minister": the person, then what he is
	for k := a + 2; k < b-1; k++ {
		if (f.items[k].is(tNat) || d.gz[k] != 0 && apostrophe(f.word(k+1))) && f.items[k].is(tCap) && !f.items[a].is(tSrc|tNat|tMod) && d.so[a] == 0 && f.roleFollows(k+1, b) {
			sp.names = append(sp.names, f.written(a, k))
			sp.head = "person"
			return
		}
	}
	// "an earlier statement of the directorate": who made it
	for k := a; k+1 < b && k < a+4; k++ {
		w := f.word(k)
		switch w[lastSpace(w)+1:] { // also of "news release"
		case "statement", "letter", "communique", "report", "count", "list", "bulletin", "release", "affidavit", "alert", "email", "message", "notice", "notification", "advisory", "post", "tweet", "information":
			o := k + 1
			if o+2 < b && f.word(o) == "of" && f.word(o+1) == "facts" {
				o += 2
			}
			if o+1 < b && f.word(o+1) == "by" && !f.items[o].is(tCap) {
				o++ // "a statement issued by"
			}
			if w := f.word(o); o+1 < b && (w == "of" || w == "by" || w == "from") {
				sp.head = ""
				d.names(f, o+1, b, sp)
				return
			}
		}
	}
	// "Jane Doe, director of the Observatory", "Jane Doe director of X"
	for k := a + 1; k < b-1; k++ {
		it := &f.items[k]
		if it.is(tSrc) && !it.is(tCap) && f.items[k-1].is(tCap|tPunct) && f.items[a].is(tCap) && !f.items[a].is(tSrc|tNat|tMod) && d.so[a] == 0 && !(k == a+1 && strings.Contains(f.word(a), "-")) &&
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
	if e, o := d.ofBody(f, a, b); o > 0 {
		sp.names = append(sp.names, f.written(a, e), f.written(o, b))
		sp.head = "person"
		return
	}
	// "Observatory director Jane Doe", "army spokesman John Doe", "Idlib governor Jane Doe"
	for k := a; k < b-1; k++ {
		it := &f.items[k]
		if it.is(tSrc) && !it.is(tCap) && k+2 < b && f.word(k+1) == "," {
			if n := k + 2 + f.rankTitle(k+2, b); n < b && d.mayName(f, n) {
				sp.names = append(sp.names, f.written(n, b), f.written(a, k+1))
				sp.head = "person"
				return
			}
		}
		if c := d.commaName(f, k, b); it.is(tSrc) && !it.is(tCap) && c > 0 {
			sp.names = append(sp.names, f.written(c+1, b), f.written(a, c))
			sp.head = "person"
			return
		}
		if it.is(tSrc) && !it.is(tCap) && f.items[k+1].is(tCap) && !f.items[k+1].is(tSrc|tNat) {
			e := k
			if e > a && !(e == a+1 && rankOnly(f.word(a)) && !f.items[a].is(tCap)) {
				sp.names = append(sp.names, f.written(k+1, b), f.written(a, e))
			} else {
				sp.names = append(sp.names, f.written(k+1, b))
			}
			sp.head = "person"
			return
		}
	}
	if b-2 > a && f.word(b-1) == "s" && apostrophe(f.word(b-2)) {
		if b = f.officeBehind(b); f.word(b-1) == "s" {
			b -= 2 // "according to the mission's [count]"
		}
	}
	sp.names = append(sp.names, f.written(a, b))
	if !the && d.so[a] == 0 && d.pa[a] == 0 && f.items[b-1].is(tCap) && f.items[b-1].w == nil {
		sp.head = "person"
	} else if !the && a+3 < b && d.mayName(f, a) && d.mayName(f, a+1) && d.so[a] == 0 && d.pa[a] == 0 {
		switch f.word(a + 2) {
		case "of", "from", "at", "with":
			sp.head = "person" // "Jane Doe of the Karm Relief Office"
		}
	}
}

// beforeStatement returns the item at which a speaker's name ends before what he
// said it in: "the army in a statement", "the Coalition in a press release".
func (f *field) beforeStatement(a, b int) int {
	for k := a + 1; k+1 < b; k++ {
		if f.word(k) != "in" || !f.items[k+1].is(tDet) {
			continue
		}
		for n := k + 2; n < b; n++ {
			if f.utterance(n) || f.word(n) == "press" || f.word(n) == "interview" {
				return k
			}
		}
	}
	return b
}

// commaName returns the comma between the body or the town of the office at item k
// and the name of its holder, with which the speaker ends at b: "mayor of Karm, Jane
// Doe"; 0 where there is none.
func (d *doc) commaName(f *field, k, b int) int {
	switch f.word(k + 1) {
	case "of", "for", "at", "in":
	default:
		return 0
	}
	c := b - 1
	for c > k+2 && c > b-6 && f.items[c].is(tCap) && f.items[c].w == nil && !f.items[c].is(tPunct) && d.so[c] == 0 && d.pa[c] == 0 {
		c--
	}
	if c <= k+2 || b-c < 3 || f.word(c) != "," || !f.items[c-1].is(tCap) || !d.mayName(f, c+1) {
		return 0 // "mayor of Karm, Northland"
	}
	return c
}

// roleFollows tells whether only the words of an office, in small letters, stand in
// the items [k, b).
func (f *field) roleFollows(k, b int) bool {
	office := false
	for ; k < b; k++ {
		it := &f.items[k]
		if it.is(tCap) || it.is(tPunct) && !apostrophe(f.word(k)) {
			return false
		}
		office = office || it.is(tSrc)
	}
	return office
}

// opened tells whether a bracket opens in the items [a, b).
func (f *field) opened(a, b int) bool {
	for k := a; k < b; k++ {
		if f.word(k) == "(" {
			return true
		}
	}
	return false
}

// bodyEnds is where a speaker ends who is a body of the law, before the comma behind which a
// sentence goes on: "According to Karm police, an officer was"; else b.
func (f *field) bodyEnds(a, b int) int {
	for k := a + 1; k+1 < b; k++ {
		if f.word(k) != "," {
			continue
		}
		switch w := f.word(k - 1); w {
		case "police", "deputies", "officers", "troopers", "detectives", "investigators", "authorities", "police department", "sheriff's office", "department", "office":
			if w := f.word(k + 1); w == "a" || w == "an" || w == "the" || w == "one" || w == "two" {
				return k
			}
		}
		return b
	}
	return b
}

// rankOnly tells the words before an office that name no body: "provincial spokesman Jane Doe".
func rankOnly(w string) bool {
	switch w {
	case "provincial", "regional", "county", "district", "state", "municipal", "local", "national", "federal", "assistant", "deputy", "senior", "chief", "acting", "interim", "former", "divisional", "zonal", "departmental":
		return true
	}
	return false
}

// officeBehind is the item behind an office of the body whose possessive ends before item b: "the
// mission's [regional office]"; b where there is none.
func (f *field) officeBehind(b int) int {
	for k := b; k < len(f.items) && k < b+3; k++ {
		switch f.word(k) {
		case "office", "bureau", "branch", "delegation", "team", "secretariat", "chapter", "desk":
			return k + 1
		}
		if it := &f.items[k]; it.is(tPunct | tCap | tSay | tOut | tEv) {
			return b
		}
	}
	return b
}
