package arabic

import (
	"strings"

	"isnad"
)

// placePhrase is a place named in the tokens [from, to); [name, to) is its name.
type placePhrase struct {
	from, name, to int
	rank           int // 5 a spot, 4 a quarter, 3 a town, 2 a district, 1 a province, 0 a country
	known          bool
	prep           bool // a word of place stands before it
	toward         bool // "to", "from"
	dir            bool // "north of"
	title          bool // of a body or a speaker, or where something was fired from: no scene
	weak           bool // only "in" speaks for it
}

func rankOf(k isnad.PlaceKind) int {
	switch k {
	case isnad.KindCountry:
		return 0
	case isnad.KindProvince:
		return 1
	case isnad.KindDistrict:
		return 2
	case isnad.KindQuarter:
		return 4
	}
	return 3
}

// maxName bounds the words of an unlisted name.
const maxName = 5

// placesIn finds the place phrases of the tokens [from, to).
func (d *doc) placesIn(f *field, from, to int, into []placePhrase) []placePhrase {
	for i := from; i < to; {
		p, ok := d.placeAt(f, i, to)
		if !ok {
			i++
			continue
		}
		d.before(f, from, &p)
		into = append(into, p)
		i = max(p.to, i+1)
	}
	return into
}

func (d *doc) placeAt(f *field, i, to int) (placePhrase, bool) {
	t := &f.toks[i]
	p := placePhrase{from: i, name: i}
	if t.skip && !t.is(tArea) || t.is(tPunct|tDigits) {
		return p, false
	}
	if t.is(tArea) && d.gz[i] == 0 || t.is(tAreaOnly) {
		if p, ok := d.headedPlace(f, i, to); ok {
			return p, true
		}
	}
	if g := d.gz[i]; g > 0 && (i == 0 || d.gz[i-1] != g) {
		e := i + 1
		for e < to && d.gz[e] == g {
			e++
		}
		if e == i+1 && t.is(tNamePart) && e < to && d.gz[e] == 0 && !f.toks[e].is(tPunct|tDigits|tStop|tDir) && f.toks[e].prep == 0 && !f.toks[e].conj && (f.toks[e].e == nil || f.toks[e].det) {
			e++ // a name that the gazetteer knows only the first word of
		}
		if e == i+1 && f.commonWord(i) && !t.is(tNamePart) {
			return p, false
		}
		m := &d.gzm[g-1]
		p.known, p.to = true, e
		p.rank = 3
		if pl, ok := d.r.places.Place(m.Candidates[0].ID); ok {
			p.rank = rankOf(pl.Kind)
		} else if k := m.Candidates[0].Kind; k != "" {
			p.rank = rankOf(k)
		}
		for p.to < to && p.to < e+2 && f.adjective(p.to) && f.toks[p.to].is(tDir) {
			p.to++
		}
		return p, true
	}
	if i > 0 && (f.toks[i-1].norm == "في" || f.toks[i-1].norm == "وفي") && t.is(tNamePart) && !t.det && i+1 < to && !f.toks[i+1].is(tPunct|tDigits|tStop) && f.toks[i+1].prep == 0 && !f.toks[i+1].conj {
		p.to, p.rank, p.weak = i+2, 3, true // "في عين زارة"
		return p, true
	}
	// "في مليط": only the word "in" says that it is one
	if i > 0 && f.toks[i-1].norm == "في" && t.e == nil && !t.det && len(t.norm) >= 6 && d.pa[i] == 0 && d.so[i] == 0 && !commonPlace(t.norm) {
		end := i + 1
		next := rune(0)
		if end < len(f.toks) {
			next = f.mark(end)
		}
		if end >= to || next == '.' || next == '،' || next == ',' || f.toks[end].conj || f.toks[end].is(tStop|tDir|tCue) {
			p.to, p.rank, p.weak = end, 3, true
			return p, true
		}
	}
	return p, false
}

// commonPlace tells words that stand behind "in" and name no place.
func commonPlace(w string) bool {
	switch w {
	case "بيان", "موتمر", "اطار", "تصريح", "تصريحات", "اتصال", "حديث", "مقابله", "سياق", "ظل", "حال", "حاله", "محاوله", "انتظار", "غضون", "نهايه",
		"بدايه", "مواجهه", "صفوف", "تغريده", "منشور", "رساله", "خطاب", "كلمه", "حصيله", "خطوه", "ختام", "اول", "اخر", "احدث", "اكبر", "بعض", "عموم",
		"جميع", "مختلف", "انحاء", "كافه", "اماكن", "طريق", "طريقه", "شان", "وجه", "عدد", "ساعه", "ضوء", "اعقاب", "مقدمه", "تحد", "تصعيد", "ايدي", "راس",
		"صدر", "بطن", "ظروف", "وقت", "حين", "حادث", "منزل", "منازل", "منزله", "منزلها", "سيارته", "مكان", "موقع", "مدن", "ايام", "مثل", "حق", "تقرير":
		return true
	}
	return strings.HasSuffix(w, "هم") || strings.HasSuffix(w, "هما")
}

// commonWord tells whether token i is a word of the language rather than a name.
func (f *field) commonWord(i int) bool {
	t := &f.toks[i]
	return t.is(tStop|tSay|tOutVerb|tEvVerb|tOutNoun|tEvNoun|tNum|tPeople|tOutPeople|tQual|tCue|tUnit|tWday|tMonth|tThing|tHedge|tPast|tSrcPerson|tMedia|tReach|tCause|tTollWord|tDayPart|tRelDay|tBg|tUndone) && !t.is(tArea)
}

// adjective tells whether token k can describe the name before it: a word with
// the article that has no other work.
func (f *field) adjective(k int) bool {
	t := &f.toks[k]
	return t.det && t.prep == 0 && !t.conj && !t.skip && !t.is(tPunct|tDigits|tOutNoun|tEvNoun|tOutPeople|tWday|tPast|tSay|tStop|tMonth) && !(t.is(tPeople|tSrcBody|tSrcPerson) && !t.is(tNisba))
}

// headedPlace reads a place after the word that says what it is: "حي الكرمة
// الشرقي", "قرية ود البشير الجديدة", "ريف حلب الشمالي".
func (d *doc) headedPlace(f *field, i, to int) (placePhrase, bool) {
	t := &f.toks[i]
	p := placePhrase{from: i, name: i, rank: t.e.rank}
	k := i + int(t.phrase)
	for k < to && f.toks[k].is(tDir) && !f.toks[k].det && !f.toks[k].conj && f.toks[k].prep == 0 {
		k++
	}
	if k < to && f.mark(k) == '«' || k < to && f.mark(k) == '"' || k < to && f.mark(k) == '“' {
		for e := k + 1; e < to && e < k+6; e++ {
			if m := f.mark(e); m == '»' || m == '"' || m == '”' {
				p.to = e + 1
				return p, true
			}
		}
	}
	if k >= to || f.toks[k].is(tPunct|tDigits) {
		return p, false
	}
	n := &f.toks[k]
	if n.prep != 0 || n.conj {
		return p, false
	}
	switch {
	case d.gz[k] > 0 && !(n.skip && !n.is(tArea)) && !(f.commonWord(k) && (k+1 >= to || d.gz[k+1] != d.gz[k])):
		g := d.gz[k]
		p.known = true
		for k < to && d.gz[k] == g {
			k++
		}
	case n.is(tAreaOnly) && !t.det && t.is(tArea) && !n.det:
		return p, false // "ريف مدينة حلب": the inner phrase names it
	case n.is(tNamePart) && k+1 < to && !f.toks[k+1].is(tPunct|tDigits|tStop):
		k += 2
		if k < to && f.toks[k-1].is(tNamePart) && !f.toks[k].is(tPunct|tDigits|tStop) && f.toks[k].prep == 0 {
			k++
		}
	case n.skip || f.commonWord(k) || n.is(tLoc|tThat|tCue):
		return p, false
	case n.det || n.is(tDir):
		if t.det && !t.is(tAreaOnly) && !f.adjective(k) {
			return p, false
		}
		k++
	case t.is(tAreaOnly) && !t.det:
		k++
		if k < to && f.adjective(k) && f.toks[k].e == nil && !f.toks[k-1].det {
			k++
		}
	case k+1 < to && f.adjective(k+1) && n.e == nil && !t.det:
		k += 2
	default:
		return p, false
	}
	for n := 0; n < 2 && k < to && k < i+maxName+2 && f.adjective(k) && (f.toks[k].is(tDir) || f.toks[k].e == nil && d.gz[k] == 0 && d.pa[k] == 0 || f.toks[k].is(tNisba)); n++ {
		k++
	}
	p.to = k
	if f.bareHead(i) && p.rank == 3 && i+1 < p.to {
		p.name = i + int(t.phrase) // the village's name, without the word village
	}
	return p, true
}

// bareHead tells words that are no part of a place's name.
func (f *field) bareHead(i int) bool {
	switch f.toks[i].core {
	case "قريه", "بلده", "مدينه", "قري", "بلدات", "قريتي", "بلدتي", "مدينتي":
		return true
	}
	return false
}

// before looks at what stands before a place phrase.
func (d *doc) before(f *field, from int, p *placePhrase) {
	t := &f.toks[p.from]
	p.prep = t.prep == 'b'
	k := p.from - 1
	for k >= from && f.toks[k].is(tDir|tLoc) && !f.toks[k].det {
		p.prep = true
		p.dir = p.dir || f.toks[k].is(tDir)
		k--
	}
	if k >= from {
		switch f.toks[k].norm {
		case "في", "علي", "وفي", "وعلي":
			p.prep = true
		case "من", "ومن":
			p.prep = false
		case "الي", "نحو", "باتجاه", "عن", "تجاه", "صوب":
			p.toward = true
		}
		p.title = f.toks[k].is(tMedia) /* a channel's name */ || f.firedFrom(from, k)
		if f.toks[k].is(tEvVerb|tArea|tEvNoun) || k > from && f.toks[k-1].is(tLoc) {
			p.prep = true
		}
	}
	for k := p.from; k < p.to; k++ {
		if d.title[k] || d.pa[k] > 0 && d.gz[k] == 0 {
			p.title = true
		}
	}
}

// firedFrom tells whether a place before which the words end at token k is only where those stand who fire:
// "قصفت البلدة من مواقع شرق …", "القصف مصدره مواقع القوات شرق …".
func (f *field) firedFrom(from, k int) bool {
	const near = 6
	for n := k; n > from && n > k-near; n-- {
		switch t := &f.toks[n]; t.norm {
		case "مواقع", "مواقعها", "مواقعه", "مواقعهم", "مرابض", "مرابضها":
		default:
			if t.is(tPunct | tEvVerb | tOutVerb) {
				return false
			}
			continue
		}
		switch f.toks[n-1].norm {
		case "مصدره", "مصدرها":
			return true
		case "من":
			for m := n - 2; m >= from && m > n-near; m-- {
				if f.toks[m].is(tEvVerb | tEvNoun) {
					return true
				}
			}
		}
		return false
	}
	return false
}
