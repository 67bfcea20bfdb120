package attribute

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"isnad"
)

// The grammar takes the strongest and nearest trigger of a frame for the kind of
// its incident. A softmax over what else is said (the other triggers and tools of
// the frame, of its sentence, of the headline, of the rest of the report, and a
// few common words) weighs whether another kind is meant: "strikes" under a
// headline about shelling, an "explosion" that planes caused. Words for who acts
// have no weight in it, so that no side's deeds are called otherwise.

//go:embed data/kind.tsv
var kindTSV string

//go:embed data/words.txt
var wordList string

// learntWords are the common words that have weights of their own.
var learntWords = strings.Fields(wordList)

var learntWord = sync.OnceValue(func() map[string]fact {
	m := make(map[string]fact, len(learntWords))
	for i, w := range learntWords {
		m[w] = fWord.at(i)
	}
	return m
})

// plainWord is the singular of a word, as the list of learnt words has it.
func plainWord(w string) string {
	if n := len(w); n > 4 && w[n-1] == 's' && w[n-2] != 's' {
		return w[:n-1]
	}
	return w
}

// neutral tells whether an item may have a weight as a word: a word in lower
// case that does not say who acts.
func (it *item) neutral() bool {
	return !it.is(tPunct|tNum|tCap|tForce|tArmed|tMod|tNat|tMonth|tWeekday|tDet) && it.end-it.start > 2
}

// weighWordsOf adds the learnt words of the items [from, to), each once.
func (f *field) weighWordsOf(w *weigher, from, to int) {
	known := learntWord()
	var seen factSet
	for k := from; k < min(to, from+maxGist); k++ {
		if !f.items[k].neutral() {
			continue
		}
		if x, ok := known[plainWord(f.word(k))]; ok && !seen.has(x) {
			seen.add(x)
			w.add(x)
		}
	}
}

// kindModel is a softmax over kinds.
type kindModel struct {
	kinds   []isnad.Event
	weights [][]float64 // by fact; nil where it has none
}

var theKindModel = sync.OnceValue(func() *kindModel {
	m := &kindModel{weights: make([][]float64, facts)}
	byName := map[string][]float64{}
	for line := range strings.Lines(kindTSV) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(parts) < 2 {
			continue
		}
		if parts[0] == "kinds" {
			for _, k := range parts[1:] {
				m.kinds = append(m.kinds, isnad.Event(k))
			}
			continue
		}
		ws := make([]float64, len(parts)-1)
		for i, p := range parts[1:] {
			v, err := strconv.ParseFloat(p, 64)
			if err != nil || len(ws) != len(m.kinds) {
				panic("attribute: weights of kind " + parts[0]) // a broken build, caught by the tests
			}
			ws[i] = v
		}
		byName[parts[0]] = ws
	}
	for f, name := range factNames() {
		m.weights[f] = byName[name]
	}
	return m
})

// coarse is the kind among those that the model knows that a kind belongs to.
func coarse(e isnad.Event) isnad.Event {
	switch e {
	case isnad.EventDroneStrike:
		return isnad.EventAirStrike
	case isnad.EventSuicideBombing, isnad.EventExplosion:
		return isnad.EventBombing
	}
	return e
}

// otherKindBy is how much likelier, as a logarithm of odds, another kind must be
// than the grammar's to replace it.
const otherKindBy = 0.35

// settleKind asks the model for the kind of a claim. The grammar's kind stays
// where the model does not know it or where the other is not clearly likelier.
func (d *doc) settleKind(p *partial) {
	m := theKindModel()
	ruled := -1
	for i, k := range m.kinds {
		if k == coarse(p.event) {
			ruled = i
		}
	}
	if ruled < 0 {
		return
	}
	w := weigher{m: noWeights}
	w.each = func(f fact) {
		for i, v := range m.weights[f] {
			d.kindSums[i] += v
		}
	}
	clear(d.kindSums[:])
	suicide := d.weighKind(&w, p)
	best := 0
	for i := range m.kinds {
		if d.kindSums[i] > d.kindSums[best] {
			best = i
		}
	}
	if best == ruled || d.kindSums[best]-d.kindSums[ruled] < otherKindBy {
		return
	}
	p.event = m.kinds[best]
	if p.event == isnad.EventBombing && suicide {
		p.event = isnad.EventSuicideBombing
	}
}

// maxKinds bounds the kinds that the model tells apart.
const maxKinds = 24

// weighKind weighs what speaks for the kind of a claim, and tells whether the
// frame speaks of a suicide bombing.
func (d *doc) weighKind(w *weigher, p *partial) (suicide bool) {
	fr := &p.fr
	w.add(fBias)
	if k, ok := fRuledKind.of(string(coarse(p.event))); ok {
		w.add(k)
		w.add(fRuledStrength.at(int(k-fRuledKind.first)*4 + int(min(fr.strength, 3))))
	}
	w.on(fCarriedKind, fr.carryKind)
	w.on(fVerb, fr.verb)
	w.on(fMerged, p.merged > 0)
	w.on(fKilled, p.killed != nil)
	w.on(fInjured, p.injured != nil)
	w.on(fCombatants, p.killed != nil && p.killed.q.category == isnad.CategoryCombatants)
	w.on(fTwoActors, len(p.actors) > 1)
	w.on(fActor, len(p.actors) > 0)
	f := fr.f
	s := &f.sents[fr.sent]
	inside, around := d.kindsIn(f, fr.from, fr.to), d.kindsIn(f, s.from, s.to)
	other := kindSet{}
	for _, t := range p.tells {
		x := &d.tellings[t]
		if x.f != f || x.from != fr.from {
			other.join(d.kindsIn(x.f, x.from, x.to))
		}
	}
	inside.weigh(w, fInsideKind, fInsideTool)
	around.weigh(w, fAroundKind, fAroundTool)
	other.weigh(w, fMergedKind, fMergedTool)
	d.titleKinds.weigh(w, fTitleKind, fTitleTool)
	w.on(fPlane, inside.plane)
	w.on(fAroundPlane, around.plane)
	w.on(fTitlePlane, d.titleKinds.plane)
	if d.mostKind > 0 {
		w.add(fReportKind.at(d.mostKind - 1))
	}
	const suicideBit = 1 << 4 // its place in kindEnds
	return (inside.deeds|around.deeds|other.deeds)&suicideBit != 0
}

// kindSet is the kinds that the triggers and the tools of some items speak of,
// as bits in the order of kindEnds.
type kindSet struct {
	deeds, tools uint32
	plane        bool
}

func (s *kindSet) join(o kindSet) {
	s.deeds |= o.deeds
	s.tools |= o.tools
	s.plane = s.plane || o.plane
}

func (s *kindSet) weigh(w *weigher, deeds, tools family) {
	for i := range kindEnds {
		w.on(deeds.at(i), s.deeds&(1<<i) != 0)
		w.on(tools.at(i), s.tools&(1<<i) != 0)
	}
}

// kindsIn gathers the kinds of the items [from, to).
func (d *doc) kindsIn(f *field, from, to int) kindSet {
	var s kindSet
	for k := from; k < min(to, from+maxSentence); k++ {
		it := &f.items[k]
		if !it.is(tEv|tWeapon) || it.w == nil || !f.inTitle && it.is(tCap) && (d.gz[k] != 0 || d.org[k]) {
			continue
		}
		if it.w.kindAt > 0 {
			s.deeds |= 1 << (it.w.kindAt - 1)
		}
		if it.w.toolAt > 0 {
			s.tools |= 1 << (it.w.toolAt - 1)
		}
		s.plane = s.plane || it.is(tPlane)
	}
	return s
}

// tallyKinds notes what kinds the headline speaks of and which kind most of the
// candidates are of.
func (d *doc) tallyKinds() {
	d.titleKinds = kindSet{}
	for k := range d.title.items {
		it := &d.title.items[k]
		if it.w == nil || !it.is(tEv|tWeapon) || k > maxSentence {
			continue
		}
		if it.w.kindAt > 0 {
			d.titleKinds.deeds |= 1 << (it.w.kindAt - 1)
		}
		if it.w.toolAt > 0 {
			d.titleKinds.tools |= 1 << (it.w.toolAt - 1)
		}
		d.titleKinds.plane = d.titleKinds.plane || it.is(tPlane)
	}
	var n [maxKinds]int
	d.mostKind = 0
	for i := range d.partials {
		p := &d.partials[i]
		if p.fr.strength < 2 || p.fr.evAt < 0 || p.fr.f.items[p.fr.evAt].w == nil {
			continue
		}
		k := int(p.fr.f.items[p.fr.evAt].w.kindAt)
		if k == 0 {
			continue
		}
		if n[k]++; d.mostKind == 0 || n[k] > n[d.mostKind] {
			d.mostKind = k
		}
	}
}

// KindCase is a candidate with what speaks for its kind, for fitting.
type KindCase struct {
	Claim isnad.Claim
	Facts []string
}

// Kinds returns the candidates of a report with the facts of their kinds.
func (r *Reader) Kinds(rep *isnad.Report) []KindCase {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	var out []KindCase
	d.judged = func(*partial) {}
	d.kindOf = func(p *partial) {
		c := KindCase{Claim: d.claim(p)}
		w := weigher{m: noWeights, names: &c.Facts}
		d.weighKind(&w, p)
		out = append(out, c)
	}
	d.read()
	return out
}

// WordsOf gives the words of a report's candidates that could have weights.
func (r *Reader) WordsOf(rep *isnad.Report) []string {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	d.unjoined = true
	d.read()
	var out []string
	for i := range d.partials {
		fr := &d.partials[i].fr
		for k := fr.from; k < min(fr.to, fr.from+maxGist); k++ {
			if w := fr.f.word(k); fr.f.items[k].neutral() && !strings.ContainsAny(w, " -") {
				out = append(out, plainWord(w))
			}
		}
	}
	return out
}
