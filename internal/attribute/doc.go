package attribute

import (
	"sort"
	"strings"
	"sync"

	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

// doc is one report while it is read. Its buffers are used again for the next.
type doc struct {
	r   *Reader
	rep *isnad.Report
	lex *lexicon

	title, body field
	base        isnad.Day
	basis       isnad.DateBasis
	opens       isnad.Period // the day long past that the report opens with
	titled      isnad.Period // the day that the title names, which silent sentences are about
	dossier     bool         // it is a recorder's case, of the incident of that day
	calledOn    isnad.Period // the day by which the body calls its deed, once it was asked for
	calledAsked bool
	trial       bool     // the story is of a court, and that day the deed's
	line        float64  // the least chance at which a candidate is a claim
	joinLine    float64  // the least chance at which two candidates are one claim
	beat        bool     // the report names police, and nothing of a war
	record      bool     // the report records violations, or is a log
	county      bool     // and they are those of an American county or town
	oneCrime    bool     // of one of their deeds
	lead        leadDeed // or of one first
	raiders     bool     // raiders come on the ground, and nothing flies
	sky         skySigns // what the report tells of planes and of arms on the ground

	// of the field under way: which items the books' names cover
	gzm        []places.Mention
	marked     *field        // whose names these are
	around     places.Around // what they say of one more
	gathered   bool
	pam        []parties.Mention
	som        []sources.Mention
	gz, pa, so []int16
	org        []bool

	quants []quantity
	used   []bool
	cas    []casualty
	pls    []placeMention
	dts    []dateMention
	acs    []actorMention

	foundPl   []foundPlace
	foundAc   []foundActor
	foundSp   []foundSpeech
	tellings  []telling
	deeds     []foundDeed
	sceneDays []sceneDay
	sceneDts  []dateMention
	set       setDay
	named     []dayMention
	dayOpts   []dayOption
	weighed   []int // the candidates that are kept
	beside    []besides
	standing  []int // where each claim of weighed stands among those given out
	kinds     kindSurvey
	scores    []float64
	titledIDs map[int]bool // of names in titles, while places are surveyed
	firstPl   map[int]int  // the first place of each name, by the name's number
	victim    []bool       // whether a body of a telling is whom it harmed
	counted   [][3]int     // how often each name stands as place, body and speaker
	roll      roll
	ranked    ranked
	firsts    []int
	tallied   []int
	mostPl    int
	mostSp    int

	out      []isnad.Claim
	kept     []isnad.Claim // of the part under way
	frs      []frame
	tolls    []isnad.Toll
	partials []partial
	speakers []speaker
	si       int
	ungated  bool           // for tests: read every report in full
	unjoined bool           // for fitting: leave the candidates apart
	judged   func(*partial) // for fitting: takes every candidate with the facts of the judge
	observe  func(*partial)
	besides  func(first int, at []int)   // for fitting: sees the claims of a part when they are put in order
	dayed    func(*partial, []dayOption) // for fitting: sees the days that a claim may have
	retold   func()                      // for fitting: sees the claims that are left before any two of them are joined
	monitor  []string                    // the first monitor named
	outlets  [][]string                  // the first two outlets credited by name

	tollIn    *field // where the last toll was told
	tollSent  int
	tollParts bool     // a list of its parts is open
	statistic bool     // it opens with what was counted over a period
	form      pageForm // what the labelled lines of the page say
	item      *entry   // of a log that is under way
	account   bool     // its title says that it is of months
	entered   int

	compilers []string // whose reports a list of incidents is made from
	leader    []string // who is credited with the sum of the incidents that follow

	defined   []defined // abbreviations that the report explains
	claimants []claimant
}

var docs = sync.Pool{New: func() any { return new(doc) }}

func (d *doc) release() {
	d.rep, d.r = nil, nil
	d.opens, d.titled, d.form = isnad.Period{}, isnad.Period{}, pageForm{}
	d.item, d.entered, d.statistic, d.account, d.raiders, d.trial, d.dossier, d.beat, d.county, d.oneCrime = nil, 0, false, false, false, false, false, false, false, false
	d.tollIn, d.tollSent, d.tollParts = nil, 0, false
	d.gzm, d.pam, d.som, d.marked = nil, nil, nil, nil
	d.title.places, d.body.places = nil, nil
	d.around, d.gathered = places.Around{}, false
	d.calledOn, d.calledAsked = isnad.Period{}, false
	clear(d.partials)
	clear(d.frs)
	clear(d.kept[:cap(d.kept)])
	d.roll.begin()
	d.partials, d.frs = d.partials[:0], d.frs[:0]
	clear(d.outlets)
	d.outlets = d.outlets[:0]
	d.tolls, d.out, d.monitor, d.compilers, d.leader = nil, nil, nil, nil, nil
	d.judged, d.observe, d.besides, d.dayed, d.retold, d.unjoined, d.ungated = nil, nil, nil, nil, nil, false, false
	clear(d.named)
	d.speakers = d.speakers[:0]
	clear(d.defined)
	clear(d.claimants)
	d.defined, d.claimants = d.defined[:0], d.claimants[:0]
	clear(d.foundPl)
	clear(d.foundAc)
	clear(d.foundSp)
	d.foundPl, d.foundAc, d.foundSp = d.foundPl[:0], d.foundAc[:0], d.foundSp[:0]
	d.tellings, d.scores, d.victim = d.tellings[:0], d.scores[:0], d.victim[:0]
	clear(d.deeds)
	clear(d.sceneDays)
	d.deeds, d.sceneDays, d.set = d.deeds[:0], d.sceneDays[:0], setDay{}
	docs.Put(d)
}

func (f *field) load(text string, inTitle bool, l *lexicon) {
	f.text, f.inTitle = text, inTitle
	f.low, f.lowBuf = lower(text, f.lowBuf)
	f.counted = false
	f.items, f.sents, f.lastDay, f.years = f.items[:0], f.sents[:0], isnad.Day{}, toldYears{}
	f.entries, f.surnames, f.dead = f.entries[:0], f.surnames[:0], f.dead[:0]
	f.places, f.searched, f.suicide, f.murder = nil, false, 0, 0
	f.tokenise(l)
	f.markCarriedOff()
	f.markParted()
	f.markSeized()
	f.markDrivenOut()
	f.markMarchedOff()
	f.markRustled()
	f.markWrecked()
	f.markShotUp()
	f.markLanded()
	f.markWentDown()
	f.markFought()
	f.markAnswers()
	f.markBombers()
	f.markNamesOfDays()
	f.markTank()
	f.markFigurative()
	if !inTitle {
		f.breakLog()
	}
	f.split()
}

func (d *doc) read() {
	d.roll.begin()
	d.title.load(d.rep.Title, true, d.lex)
	d.body.load(d.rep.Text, false, d.lex)
	d.base, d.basis = d.rep.Day()
	if d.rep.Dateline.Date.IsZero() {
		if day, ok := d.body.dateline(d.base); ok {
			d.base, d.basis = day, isnad.BasisDateline
		}
	}
	d.titleDay()
	d.cutHeading()
	d.setAlone()
	d.readForm(&d.body)
	d.body.passTeasers()
	d.body.passDateline()
	if !d.ungated && !d.mayTell() || d.ofGame() {
		return
	}
	d.abbreviations(&d.body)
	d.setCaseDay()
	d.setSky()
	d.setRaiders()
	d.setLine()
	d.account = d.title.accounts()
	for _, f := range [...]*field{&d.title, &d.body} {
		d.readField(f)
	}
	d.finish()
}

// Bounds on what is weighed together. A longer text than these allow is no news
// report but a collection: it is read in parts, so that work stays linear.
const (
	maxPartials = 80
	maxNamed    = 600
)

// finish joins and settles what has been read so far and empties the desk for
// the next part of the text.
func (d *doc) finish() {
	d.roll.begin()
	d.join()
	if d.unjoined {
		return
	}
	if cs := d.claims(); d.out == nil {
		d.out = cs // nearly all reports are one part
	} else {
		d.out = append(d.out, cs...)
	}
	clear(d.partials)
	d.partials, d.frs = d.partials[:0], d.frs[:0]
	d.foundPl, d.foundAc, d.foundSp = d.foundPl[:0], d.foundAc[:0], d.foundSp[:0]
	d.tellings, d.scores, d.victim = d.tellings[:0], d.scores[:0], d.victim[:0]
	clear(d.deeds)
	clear(d.sceneDays)
	d.deeds, d.sceneDays, d.set = d.deeds[:0], d.sceneDays[:0], setDay{}
}

// readField finds the frames of one field, sentence by sentence.
func (d *doc) readField(f *field) {
	if len(f.items) == 0 || !f.triggers(0, len(f.items)) {
		return
	}
	d.mark(f)
	if !f.inTitle {
		d.unglue(f)
		d.markEntries(f)
		if !d.beat {
			f.markDated()
		}
		d.compilers = d.opener(f)
	}
	f.markSources()
	corrected := strings.Contains(f.low, " of this ")
	for si := range f.sents {
		s := &f.sents[si]
		d.si = si
		if s.filled {
			continue
		}
		d.enter(f, s)
		if len(d.partials) > maxPartials || len(d.foundPl)+len(d.foundAc)+len(d.foundSp) > maxNamed || len(d.deeds) >= maxDeeds {
			d.finish()
		}
		d.frs = d.frs[:0]
		told := len(d.partials)
		d.addressing(f, s)
		if f.listsLinks(s) || f.inSources(s) || corrected && f.correctsItself(s) {
			continue
		}
		if d.compilers == nil && si < 3 && !f.inTitle {
			d.compilers = d.publication(f, s)
		}
		if !f.triggers(s.from, s.to) && !d.countsToo(f, s) && !d.namesDead(f, s) {
			d.listen(f, s)
			d.addresses(f, s)
			d.accused(f, s)
			d.scene(f, si)
			d.deedScene(f, si)
			d.suspicion(f, s)
		} else {
			d.readSentence(f, si, s)
		}
		d.noteSceneDay(f, si, s)
		d.noteSetDay(f, si, s, told)
	}
}

// mark finds the names of the books in a field, and the bodies no book lists.
func (d *doc) mark(f *field) {
	d.markPlaces(f)
	d.pam = d.r.parties.FindIn(&f.words)
	d.som = d.r.sources.FindIn(&f.words)
	d.pa = cover(f, d.pam, func(m *parties.Mention) (int, int) { return m.Start, m.End }, d.pa)
	d.so = cover(f, d.som, func(m *sources.Mention) (int, int) { return m.Start, m.End }, d.so)
	d.namesOfPlaces(f)
	d.markOrganisations(f)
	d.markDefined(f)
	d.markSurnames(f)
}

// triggers tells whether a word of harm or of a deed stands in the items [a, b).
func (f *field) triggers(a, b int) bool {
	for i := a; i < b; i++ {
		if f.items[i].tags&(tOut|tEv|tToll|tDenyCue|tAccuse|tOwn) != 0 {
			return true
		}
	}
	return false
}

// cover tells for each item which mention covers it, 1 + its index, 0 for none.
// Mentions come sorted and apart.
func cover[M any](f *field, ms []M, at func(*M) (int, int), into []int16) []int16 {
	into = none(into, len(f.items))
	i := 0
	for k := range min(len(ms), 32000) {
		start, end := at(&ms[k])
		i += f.itemsTo(i, start)
		for ; i < len(f.items) && int(f.items[i].start) < end; i++ {
			into[i] = int16(k + 1)
		}
	}
	return into
}

// itemsTo counts the items from i on that end at byte at or before it. Mentions are
// few and far between, so that it takes long steps first.
func (f *field) itemsTo(i, at int) int {
	rest := f.items[i:]
	step := 1
	for step < len(rest) && int(rest[step].end) <= at {
		step *= 2
	}
	low := step / 2
	n := sort.Search(min(step, len(rest))-low, func(k int) bool { return int(rest[low+k].end) > at })
	return low + n
}

func (d *doc) readSentence(f *field, si int, s *sentence) {
	whole, sum := s, f.sumsUp(s)
	if sum > 0 { // the incident is told before it; who says so may stand behind
		told := *s
		told.to = sum
		s = &told
	}
	qs := d.quantities(f, s.from, s.to)
	cs := append([]casualty(nil), d.casualties(f, s, qs)...)
	for i := range cs {
		cs[i].f = f
	}
	start := len(d.frs)
	d.frs = d.frames(f, si, s, cs, d.frs)
	d.skyFrames(f, d.frs[start:])
	sps := d.assign(f, whole, d.frs[start:])
	if sum > 0 {
		d.addSum(f, whole, sum, sps)
	}
	spFrom := len(d.foundSp)
	for i := range sps {
		d.heard(f, s, &sps[i])
	}
	d.opensList(f, s, sps)
	if si < 3 && d.leader == nil && !f.inTitle && !s.heading && len(sps) == 1 && f.umbrella(s) {
		d.leader = sps[0].names
	}
	for i := start; i < len(d.frs); i++ {
		if fr := &d.frs[i]; fr.said != nil {
			fr.said = &sps[fr.saidAt]
		}
	}
	d.remember(f, s, d.frs[start:], sps, spFrom)
	d.noteDeeds(f, whole)
	for i := start; i < len(d.frs); i++ {
		d.take(f, s, &d.frs[i])
	}
}
