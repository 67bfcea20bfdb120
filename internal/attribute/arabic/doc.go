package arabic

import (
	"sync"

	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

// doc is one report while it is read. Its buffers are used again for the next.
type doc struct {
	r     *Reader
	rep   *isnad.Report
	base  isnad.Day
	basis isnad.DateBasis

	heading, body field

	// of the field under way: which tokens the books' names cover
	gzm        []places.Mention
	marked     *field        // whose names these are
	around     places.Around // what they say of one more
	gathered   bool
	pam        []parties.Mention
	som        []sources.Mention
	gz, pa, so []int32
	title      []bool // tokens that belong to a speaker's name

	// of the sentence under way
	quants []quantity
	cas    []casualty
	parts  []quantity
	pls    []placePhrase
	dts    []dateMention
	acs    []actorPhrase
	sps    []speech
	frs    []frame
	cuts   []int
	si     int

	lastDay  isnad.Period
	spk      []speakerHeard // the last speaker, where there is one
	partials []partial
	out      []isnad.Claim
	tolls    []isnad.Toll
	watch    func(*partial)
}

// speakerHeard is who spoke last and where.
type speakerHeard struct {
	names, via []string
	para       int32
	si         int
	f          *field
}

var docs = sync.Pool{New: func() any { return new(doc) }}

func (d *doc) release() {
	d.r, d.rep, d.watch = nil, nil, nil
	d.gzm, d.pam, d.som, d.marked = nil, nil, nil, nil
	d.around, d.gathered = places.Around{}, false
	clear(d.partials)
	clear(d.frs)
	clear(d.spk)
	clear(d.sps)
	d.partials, d.spk = d.partials[:0], d.spk[:0]
	d.out, d.tolls = nil, nil
	d.lastDay = isnad.Period{}
	d.heading.text, d.body.text = "", ""
	clear(d.heading.toks)
	clear(d.body.toks)
	docs.Put(d)
}

// maxPartials bounds the candidates that are weighed together. A longer text is
// a collection of reports: it is read in parts.
const maxPartials = 60

func (d *doc) read() {
	l := lex()
	d.heading.load(d.rep.Title, true, l)
	d.body.load(d.rep.Text, false, l)
	d.base, d.basis = d.rep.Day()
	d.passDateline(&d.body)
	for _, f := range [...]*field{&d.heading, &d.body} {
		d.readField(f)
	}
	d.finish()
}

func (d *doc) finish() {
	d.join()
	d.out = append(d.out, d.claims()...)
	clear(d.partials)
	d.partials = d.partials[:0]
}

// passDateline leaves out what stands before a report's first sentence ("بيروت،
// 13 أيلول - ") and takes the day from it.
func (d *doc) passDateline(f *field) {
	if len(f.sents) == 0 {
		return
	}
	s := &f.sents[0]
	for k := s.from + 1; k < s.to-1 && k < s.lead+14; k++ {
		t := &f.toks[k]
		if t.is(tOutVerb|tSay|tEvVerb|tOutNoun|tEvNoun|tCause|tThat) && !t.is(tNamePart|tMonth) {
			break
		}
		m := f.mark(k)
		dash := (m == '-' || m == '–' || m == '—') && (t.start > f.toks[k-1].end || k < s.from+4 && !f.toks[k-1].is(tDigits))
		if !dash && !(m == ':' && k < s.from+4) {
			continue
		}
		if d.rep.Dateline.Date.IsZero() {
			for i := s.lead; i < k; i++ {
				if p, _, ok := d.calendar(f, i, k); ok && f.toks[i].is(tDigits) {
					d.base, d.basis = p.From, isnad.BasisDateline
					break
				}
			}
		}
		s.lead = k + 1
	}
}

// alarm tells whether a word of harm or of a deed stands in the tokens [a, b).
func (f *field) alarm(a, b int) bool {
	for i := a; i < b; i++ {
		if f.toks[i].is(tOutVerb|tOutNoun|tOutPeople|tEvNoun|tEvVerb|tDeny|tAccuse|tOwn) && !f.toks[i].skip {
			return true
		}
	}
	return false
}

func (d *doc) readField(f *field) {
	if len(f.toks) == 0 || !f.alarm(0, len(f.toks)) || f.aboutSport() {
		return
	}
	d.mark(f)
	for si := range f.sents {
		d.si = si
		if len(d.partials) > maxPartials {
			d.finish()
		}
		d.readSentence(f, &f.sents[si])
	}
}

// mark finds the names of the books in a field.
func (d *doc) mark(f *field) {
	d.marked, d.gathered = f, false
	d.gzm, d.pam, d.som = d.r.places.Find(f.text), d.r.parties.Find(f.text), d.r.sources.Find(f.text)
	d.gz = cover(f, d.gzm, func(m *places.Mention) (int, int) { return m.Start, m.End }, d.gz)
	d.pa = cover(f, d.pam, func(m *parties.Mention) (int, int) { return m.Start, m.End }, d.pa)
	d.so = cover(f, d.som, func(m *sources.Mention) (int, int) { return m.Start, m.End }, d.so)
	d.title = append(d.title[:0], make([]bool, len(f.toks)+1)...)
}

// aboutSport tells a report of a match, whose attacks and injuries are none.
func (f *field) aboutSport() bool {
	n, weapons := 0, 0
	for i := range f.toks {
		if f.toks[i].is(tSport) {
			n++
		}
		if t := &f.toks[i]; t.is(tWeapon) || t.is(tEvNoun) && t.e.strength >= 3 {
			weapons++
		}
		if i > 4000 {
			break
		}
	}
	return n >= 3 && n > 2*weapons
}

// cover tells for each token which mention covers it, 1 + its index, 0 for none.
// Mentions come sorted and apart; one may begin inside a token, behind particles.
func cover[M any](f *field, ms []M, at func(*M) (int, int), into []int32) []int32 {
	into = into[:0]
	k := 0
	for i := range f.toks {
		t := &f.toks[i]
		for k < len(ms) {
			if _, e := at(&ms[k]); e > int(t.start) {
				break
			}
			k++
		}
		v := int32(0)
		if k < len(ms) {
			if s, _ := at(&ms[k]); s < int(t.end) && !t.is(tPunct) {
				v = int32(k + 1)
				if s > int(t.start) && t.cut == 0 {
					t.split(f, s)
				}
			}
		}
		into = append(into, v)
	}
	return append(into, 0)
}

// split takes the particles off a word that a book's name was found inside.
func (t *token) split(f *field, at int) {
	letters := uint8(0)
	for _, r := range f.text[t.start:at] {
		switch letter(r) {
		case 0:
			continue
		case 'ب':
			t.prep = 'b'
		case 'ل':
			t.prep = 'l'
		case 'ك':
			t.prep = 'k'
		case 'و', 'ف':
			t.conj = true
		}
		letters++
	}
	if letters > 2 || int(letters)*2 >= len(t.norm) {
		return
	}
	if t.prep == 'l' && letters > 0 && len(t.norm) > int(letters)*2 {
		t.det = t.det || t.norm[int(letters)*2:int(letters)*2+2] == lam
	}
	t.cut, t.core = letters, t.norm[int(letters)*2:]
}

func (d *doc) readSentence(f *field, s *sentence) {
	if !f.alarm(s.lead, s.to) {
		d.listen(f, s)
		return
	}
	d.sps = d.speeches(f, s.lead, s.to, d.sps[:0])
	for i := range d.sps {
		for k := d.sps[i].from; k < d.sps[i].to && len(d.sps[i].names) > 0; k++ {
			d.title[k] = true
		}
	}
	d.pls = d.placesIn(f, s.lead, s.to, d.pls[:0])
	d.dts = d.dates(f, s.lead, s.to, d.dts[:0])
	d.acs = d.actorsIn(f, s.lead, s.to, d.acs[:0])
	d.quants = d.people(f, s, d.quants[:0])
	d.parts = d.parts[:0]
	d.harms(f, s.lead, s.to)
	d.cuts = f.clauses(s, d.cuts[:0])
	d.frs = d.frs[:0]
	for i := 0; i+1 < len(d.cuts); i++ {
		d.frs = d.frames(f, d.cuts[i], d.cuts[i+1], d.frs)
	}
	d.takeAll(f, s)
	d.heard(f, s)
}

// people is the numbers of people of a sentence that are no dates and stand in
// no speaker's name.
func (d *doc) people(f *field, s *sentence, into []quantity) []quantity {
	for i := s.lead; i < s.to; {
		if d.title[i] || d.inDate(i) {
			i++
			continue
		}
		q, ok := f.quantity(i, s.to)
		if !ok {
			i = max(i+1, q.to)
			continue
		}
		into = append(into, q)
		i = q.to
	}
	return into
}

// listen takes in who speaks in a sentence that tells no harm.
func (d *doc) listen(f *field, s *sentence) {
	d.sps = d.speeches(f, s.lead, s.to, d.sps[:0])
	d.heard(f, s)
}

func (d *doc) heard(f *field, s *sentence) {
	for i := len(d.sps) - 1; i >= 0; i-- {
		if sp := &d.sps[i]; len(sp.names) > 0 {
			d.spk = append(d.spk[:0], speakerHeard{names: sp.names, via: sp.via, para: s.para, si: d.si, f: f})
			return
		}
	}
}
