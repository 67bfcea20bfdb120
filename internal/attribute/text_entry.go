package attribute

import (
	"slices"
	"strings"

	"isnad"
)

// A log lists incidents that have nothing to do with each other, each in a paragraph
// with a head of its own: "19 July, Kanbalu Township, Sagaing. ...", "KECH. ...",
// "Nawa: ...". What the head names is the day and the place of what follows, and
// neither goes on into the next paragraph.

// entry is the head of one item of a log.
type entry struct {
	to     int          // item behind the head
	day    isnad.Period // zero where it names none
	place  string       // empty where it names none
	within []string
	sure   bool // a day or a known place shows that it is a head
	upper  bool // it is written in capitals
	sum    bool // it sums up the entries below it
	stop   byte // what closes it: '.', ':', '-', '|', or 0 for a line of its own
}

// maxHead bounds the items of a head.
const maxHead = 18

// markEntries cuts the heads of a log from what they head. A text with one head has
// only a date line.
func (d *doc) markEntries(f *field) {
	f.entries = f.entries[:0]
	if f.inTitle || len(f.sents) < 2 || f.sents[len(f.sents)-1].para == f.sents[0].para {
		return
	}
	var day isnad.Period
	for si := range f.sents {
		s := &f.sents[si]
		if s.heading || si > 0 && f.sents[si-1].para == s.para {
			continue
		}
		if e, ok := d.entryHead(f, s); ok && !pageFurniture(f.word(s.from)) {
			if e.stop == 0 && e.place == "" {
				day = e.day // a line of its own: the day of the entries below it
			} else if e.day.IsZero() {
				e.day = day
			}
			f.entries = append(f.entries, e)
		}
	}
	if len(f.entries) < 2 || !d.isLog(f) {
		f.entries = f.entries[:0]
		return
	}
	d.cutEntries(f)
}

// isLog tells whether at least two of what looks like heads are some. It leaves out
// unknown words that only look so: "Overview."
func (d *doc) isLog(f *field) bool {
	sure, upper, full := 0, 0, 0
	for i := range f.entries {
		e := &f.entries[i]
		e.sure = e.sure || d.amongOthers(f, i)
		switch {
		case e.sure:
			sure++
			if e.stop == '.' {
				full++
			}
		case e.upper:
			upper++
		}
	}
	if full < 2 { // none are closed like it
		f.entries = slices.DeleteFunc(f.entries, func(e entry) bool { return e.stop == '.' && !e.sure && !e.upper })
	}
	return sure > 0 && sure+upper > 1 && f.headsAlike()
}

// amongOthers tells whether the gazetteer lists the place of head i in the country of
// another head's. Found in the text it would need more to stand alone.
func (d *doc) amongOthers(f *field, i int) bool {
	e := &f.entries[i]
	if e.place == "" {
		return false
	}
	w := d.resolve(e.place, e.within)
	for k := max(i-2, 0); w.ID != "" && k < len(f.entries) && k <= i+2; k++ {
		q := &f.entries[k]
		if k == i || q.place == "" {
			continue
		}
		if v := d.resolve(q.place, q.within); v.ID != "" && v.ID != w.ID && v.Country == w.Country {
			return true
		}
	}
	return false
}

// cutEntries makes sentences of the heads, and notes of each sentence which entry it
// stands in.
func (d *doc) cutEntries(f *field) {
	out := f.cutSents[:0]
	n, lines := 0, f.linesOfOwn()
	for si := range f.sents {
		s := f.sents[si]
		opens := si == 0 || f.sents[si-1].para != s.para
		switch {
		case n < len(f.entries) && f.entries[n].to > s.from && f.entries[n].to <= s.to:
			e := &f.entries[n]
			n++
			if e.to < s.to {
				head := f.sentence(s.from, e.to)
				head.entry = n
				out = append(out, head)
				lead := s.lead
				s = f.sentence(e.to, s.to)
				s.lead = max(lead, s.from)
			}
			s.entry, s.filled = n, s.filled || e.sum
		case opens && n == len(f.entries) && !lines:
			s.entry = -1 // what closes a log belongs to none of its items
		case si > 0:
			s.entry = out[len(out)-1].entry
		}
		out = append(out, s)
	}
	f.sents, f.cutSents = out, f.sents
}

// linesOfOwn tells whether paragraphs without a head go on with the entry before
// them: some of the log's do, or heads are lines of their own.
func (f *field) linesOfOwn() bool {
	n := 0
	for si := range f.sents {
		s := &f.sents[si]
		if n < len(f.entries) && f.entries[n].to > s.from && f.entries[n].to <= s.to {
			if f.entries[n].stop == 0 {
				return true
			}
			n++
		} else if n > 0 && n < len(f.entries) && f.sents[si-1].para != s.para {
			return true
		}
	}
	return false
}

// entryHead reads the head that a paragraph begins with.
func (d *doc) entryHead(f *field, s *sentence) (entry, bool) {
	var e entry
	h := head{d: d, f: f, s: s, e: &e}
	k := s.from
	for k < s.to && f.items[k].is(tPunct) && f.word(k) != "(" && f.word(k) != `"` && k < s.from+2 {
		k++ // the mark of a list
	}
	for k < s.to {
		if k > s.from+maxHead {
			return e, false
		}
		if h.closes(k) {
			break
		}
		n := h.part(k)
		if n == 0 {
			return e, false
		}
		k += n
	}
	h.names(k)
	k = h.placeBehind(k)
	if k == s.to && s.to-s.from > 8 || e.day.IsZero() && e.place == "" && !h.code {
		return e, false
	}
	if h.slash {
		e.narrowFirst()
	} else if len(e.within) == 1 && partName(e.within[0]) && !partName(e.place) && !wideName(e.place) {
		e.place, e.within[0] = e.within[0], e.place // "Goma, Majengo quarter"
	}
	e.to = min(k+1, s.to)
	if e.to < s.to && e.place == "" && !e.day.IsZero() && f.onlyCounts(e.to, s.to) && !f.lineGoesOn(s) {
		e.to, e.stop, e.sum = s.to, 0, true
	}
	e.sure = !e.day.IsZero() || h.known || h.code
	if e.stop == 0 && (!e.sure || f.lineGoesOn(s)) {
		return e, false
	}
	return e, e.to < len(f.items) // there is text behind it
}

// onlyCounts tells whether the items [a, b) only sum up what is listed under a day: "23 killed", "4 dead, 11
// wounded". The items count them once more.
func (f *field) onlyCounts(a, b int) bool {
	counts, harm := false, false
	for k := a; k < b; k++ {
		switch it := &f.items[k]; {
		case it.is(tNum) && b-a < 9:
			counts = true
		case it.is(tOut):
			harm = true
		case it.is(tHead|tPunct|tConj|tMod) && !it.is(tCap):
		default:
			return false
		}
	}
	return counts && harm
}

// lineGoesOn tells whether another sentence of the paragraph follows.
func (f *field) lineGoesOn(s *sentence) bool {
	return s.to < len(f.items) && f.items[s.to].para == s.para
}

// head reads a head part by part.
type head struct {
	d     *doc
	f     *field
	s     *sentence
	e     *entry
	from  int // where the name under way begins, 0 for none
	known bool
	code  bool
	slash bool // names are parted by one
}

// narrowFirst turns round the names of a head that go from wide to narrow: "Karm Tsp / Nil".
func (e *entry) narrowFirst() {
	n := len(e.within)
	if n == 0 || !wideName(e.place) || wideName(e.within[n-1]) {
		return
	}
	names := append([]string{e.place}, e.within...)
	slices.Reverse(names)
	e.place, e.within = names[0], names[1:]
}

// wideName tells whether a name says by its last word that it is one of a wider area.
func wideName(name string) bool {
	switch strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:]) {
	case "township", "tsp", "district", "territory", "province", "region", "county", "lga", "state", "department", "governorate", "oblast", "cercle", "prefecture", "division", "zone", "municipality":
		return true
	}
	return false
}

// partName tells whether a name says by its last word that it is one of a part of a town or of a spot in it.
func partName(name string) bool {
	switch strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:]) {
	case "quarter", "neighbourhood", "neighborhood", "barrier", "street", "bridge", "camp", "market", "hospital", "checkpoint", "crossing", "ward", "suburb":
		return true
	}
	return false
}

// placeBehind is where a head ends that its day opens and a mark at item k parts from its
// place: "3 May - Karm, Homs. Gunmen", "03/05: Karm - Gunmen"; k where none follows.
func (h *head) placeBehind(k int) int {
	if h.e.stop != '-' && h.e.stop != ':' && h.e.stop != '|' || h.e.day.IsZero() || h.e.place != "" {
		return k
	}
	had, known := *h.e, h.known
	for j := k + 1; j < h.s.to && j < k+maxNameHead+2; {
		if h.closes(j) {
			if h.names(j); h.e.place != "" && (h.e.stop != had.stop || had.stop == '|') {
				return j
			}
			break
		}
		n := h.part(j)
		if n == 0 {
			break
		}
		j += n
	}
	*h.e, h.from, h.known = had, 0, known
	return k
}

// closes tells whether item k ends the head.
func (h *head) closes(k int) bool {
	f := h.f
	switch w := f.word(k); w {
	case ":":
		if k > h.s.from && k+1 < len(f.items) && digit(f.text[f.items[k-1].start]) && digit(f.text[f.items[k+1].start]) && f.items[k+1].start == f.items[k].end {
			return false // "13:45"
		}
		h.e.stop = ':'
	case "-", "–", "—":
		if f.items[k].start == f.items[k-1].end || k+1 < len(f.items) && f.items[k+1].start == f.items[k].end {
			return false
		}
		h.e.stop = '-'
	case "|":
		h.e.stop = '|'
	case ".":
		if k+1 < h.s.to {
			return false
		}
		h.e.stop = '.'
	default:
		return false
	}
	return true
}

// part reads what stands at item k and returns how many items it takes, 0 where no
// head has it.
func (h *head) part(k int) int {
	f := h.f
	it := &f.items[k]
	if m, ok := f.date(h.d.base, k, h.s.to); ok && !m.rough && m.from == k {
		h.names(k)
		if h.e.day.IsZero() || h.e.day.Basis == isnad.BasisWeekday { // "Monday, October 9"
			h.e.day = m.period
		} else if m.period.To.Sub(h.e.day.From) > 0 {
			h.e.day.To = m.period.To
			h.e.day.Precision = isnad.PrecisionOf(h.e.day.From, h.e.day.To)
		}
		return m.to - k
	}
	if e := f.address(k, h.s.to); e > k+3 { // "900 block of Oak Avenue"
		h.names(k)
		h.known = true
		h.from = k + 1
		h.names(e)
		return e - k
	}
	w := f.word(k)
	if it.is(tPunct) {
		h.names(k)
		h.slash = h.slash || w == "/"
		switch w {
		case ",", "(", ")", "/", "-", "–", "&", ":", ".", "#":
			return 1
		}
		return 0
	}
	if it.is(tNum) || digit(w[0]) {
		h.names(k)
		if d := shortDate(f.text[it.start:it.end], h.d.base); !d.IsZero() && h.e.day.IsZero() {
			h.e.day = period(d, d, isnad.BasisYearless, f.text[it.start:it.end])
		}
		return 1
	}
	if d := h.d; d.pa[k] == 0 && isCode(f.text[it.start:it.end]) {
		h.names(k)
		h.code = true
		return 1
	}
	switch w {
	case "as", "reported", "on", "early", "late", "dawn", "sat", "sun", "a", "m", "p", "a.m", "p.m", "am", "pm", "around", "about", "at", "night", "evening", "morning", "afternoon", "to", "and", "near", "of", "in":
		h.names(k)
		return 1
	case "district", "area", "village", "town", "city", "province", "state", "region", "governorate", "county", "township", "neighbourhood", "neighborhood", "quarter", "camp", "road", "lga", "department", "municipality", "sector", "division", "oblast", "raion", "cercle", "commune", "territory", "prefecture", "zone", "woreda", "kebele", "locality", "groupement", "axis", "barrier", "complex", "crossing", "checkpoint", "bridge", "junction", "camps", "market", "hospital", "highway", "valley", "island", "forest":
		if h.from == 0 {
			return 0
		}
		return 1
	}
	d := h.d
	if !it.is(tCap) || d.pa[k] != 0 && d.gz[k] == 0 || d.so[k] != 0 && d.gz[k] == 0 || d.org[k] || it.is(tSay) {
		return 0
	}
	if d.gz[k] == 0 && !f.nameItem(k) && !it.is(tDir|tPlaceHead) {
		return 0
	}
	h.known = h.known || d.gz[k] != 0
	if h.from == 0 {
		h.from = k + 1
		h.e.upper = h.e.upper || it.is(tUpper)
	}
	return 1
}

// names ends the name under way before item k.
func (h *head) names(k int) {
	if h.from == 0 {
		return
	}
	name := h.f.written(h.from-1, k)
	h.from = 0
	if h.e.place == "" {
		h.e.place = name
	} else if len(h.e.within) < 3 {
		h.e.within = append(h.e.within, name)
	}
}

// isCode tells whether a word is the number that a register gives an event:
// "BOR-2147".
func isCode(s string) bool {
	letters, digits := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case digit(c):
			digits++
		case 'A' <= c && c <= 'Z':
			letters++
		case c != '-' && c != '/' && c != '_':
			return false
		}
	}
	return letters > 0 && digits > 1
}

// enter begins the entry that sentence s opens: what was told before it is settled
// and put away.
func (d *doc) enter(f *field, s *sentence) {
	if s.entry == d.entered {
		return
	}
	d.entered = s.entry
	d.finish()
	d.speakers = d.speakers[:0]
	f.lastDay = isnad.Day{}
	d.item = nil
	if s.entry > 0 {
		d.item = &f.entries[s.entry-1]
		if e := d.item; e.day.From == e.day.To {
			f.lastDay = e.day.From
		}
	}
}

// countedFrom is the day from which the days of a sentence count: the entry's, where
// it has one.
func (d *doc) countedFrom() isnad.Day {
	if d.item != nil && !d.item.day.IsZero() {
		return d.item.day.To
	}
	return d.base
}

// onlyLedTo tells whether a name is nowhere more than where something leads to or
// comes from: "a checkpoint on the road to X".
func (d *doc) onlyLedTo(name string) bool {
	led := false
	for i := range d.foundPl {
		c := &d.foundPl[i]
		if !d.roll.same(c.name, name) {
			continue
		}
		if c.m.prep < 0 {
			return false
		}
		switch c.f.word(c.m.prep) {
		case "to", "from", "towards", "toward":
			led = true
		default:
			return false
		}
	}
	return led
}

// placeOfEntry gives a claim the place that its entry begins with, where it has none
// of its own, and says that its own lies there.
func (d *doc) placeOfEntry(p *partial) {
	e := d.item
	if e == nil || e.place == "" {
		return
	}
	if p.place == "" || d.onlyLedTo(p.place) {
		p.place, p.within, p.rank = e.place, e.within, 2
		return
	}
	if d.roll.same(p.place, e.place) || strings.EqualFold(p.place, e.place) {
		if len(p.within) == 0 {
			p.within = e.within
		}
		return
	}
	if contains(e.within, p.place) { // "Karm, Homs - Gunmen killed two": the wider name of the head
		p.place, p.within, p.rank = e.place, e.within, 2
		return
	}
	if !contains(p.within, e.place) {
		p.within = append(append([]string(nil), p.within...), e.place)
	}
}

// scene keeps the places of a sentence in an entry that tells of no harm yet and that
// the next one goes on from: "Two militias met near X. Six men were killed.", and those of one that tells where
// a body moved into.
func (d *doc) scene(f *field, si int) {
	s := &f.sents[si]
	if si+1 == len(f.sents) {
		return
	}
	if f.movesIn(s) || f.stopsCar(s) >= 0 {
		d.keepPlaces(f, s)
		return
	}
	next := &f.sents[si+1]
	if next.para != s.para || !f.triggers(next.from, next.to) || s.entry < 1 && !f.goesOnFrom(next) {
		return
	}
	d.keepPlaces(f, s)
}

// keepPlaces keeps the places of a sentence that tells of no harm itself.
func (d *doc) keepPlaces(f *field, s *sentence) {
	d.pls = d.placePhrases(f, s, d.pls[:0])
	for i := range d.pls {
		m := d.pls[i]
		d.foundPl = append(d.foundPl, foundPlace{f: f, si: d.si, m: m, name: d.spelt(f, m.nameFrom, m.nameTo), within: d.chain(f, i)})
	}
}

// goesOnFrom tells whether a sentence goes on with what the one before it told: "They killed
// two", "Then it dropped two bombs", "An hour later it hit a mine".
func (f *field) goesOnFrom(s *sentence) bool {
	for k := s.lead; k < s.to && k < s.lead+5; k++ {
		switch f.word(k) {
		case "they", "it", "them", "then", "their", "he", "she":
			return true
		}
	}
	return false
}
