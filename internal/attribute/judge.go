package attribute

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"isnad"
)

// The judge decides which of the candidates that the grammars found are claims
// of incidents. It is a logistic model over a few dozen facts about how a
// candidate is told; its weights were fitted by the command in the folder fit
// on annotated reports and hold no text.

//go:embed data/judge.tsv
var judgeTSV string

// fact is one input of the judge.
type fact uint16

// The facts, in the order of their weights. Names are those of data/judge.tsv.
var factNames = []string{
	"bias",
	"killed", "injured", "both", "uncounted", "zero",
	"one", "few", "tens", "hundreds", "thousands", "vague",
	"strength0", "strength1", "strength2", "strength3",
	"verb", "noun", "harm without number", "passive",
	"own place", "rank0", "rank1", "rank2", "rank3", "listed", "headed", "after a word of place", "no place", "carried place", "two wider names",
	"own date", "carried date", "rough date", "saying date", "since", "same day", "a week", "a month", "older", "date ahead",
	"actor", "two actors", "carried actor", "sure actor",
	"credited", "carried credit", "no credit", "accused", "denied cue", "pronoun", "named person", "generic credit", "via",
	"hedged", "denied", "owned", "modal", "foiled", "solid",
	"title", "merged", "merged much", "first sentence", "second sentence", "to fifth", "to tenth", "to twentieth", "later",
	"short", "long", "very long", "quoted", "background words", "several frames", "carried kind", "weapon",
	"earlier same kind", "earlier same place", "earlier same figure", "first of report", "many before", "continuing",
	"ev air_strike", "ev drone_strike", "ev shelling", "ev bombing", "ev suicide_bombing", "ev landmine", "ev chemical_attack", "ev shooting",
	"ev killing", "ev clash", "ev abduction", "ev detention", "ev ill_treatment", "ev sexual_violence", "ev displacement", "ev obstruction",
	"ev property_destruction", "ev attack", "ev remains_found", "ev territory", "ev destroyed", "ev bombed",
	"uncounted noun", "uncounted strength1", "uncounted strength2", "uncounted strength3", "uncounted carried place", "uncounted no actor", "uncounted own date", "uncounted credited", "uncounted own place", "uncounted merged",
	"counted no place", "counted carried place", "counted strength0", "counted dated", "counted duplicate",
	"answer", "answer denied", "answer accused", "clash two actors", "clash uncounted", "territory uncounted", "background place", "plural present", "negated near",
}

var factIndex = sync.OnceValue(func() map[string]fact {
	m := make(map[string]fact, len(factNames))
	for i, n := range factNames {
		m[n] = fact(i)
	}
	return m
})

// features lists the facts that hold of a candidate.
func (p *partial) features(d *doc) {
	idx := factIndex()
	p.facts = p.facts[:0]
	on := func(name string, cond bool) {
		if cond {
			f, ok := idx[name]
			if !ok {
				panic("attribute: no fact " + name)
			}
			p.facts = append(p.facts, f)
		}
	}
	fr := &p.fr
	counted := p.killed != nil || p.injured != nil || p.both != nil
	on("bias", true)
	on("killed", p.killed != nil)
	on("injured", p.injured != nil)
	on("both", p.both != nil)
	on("uncounted", !counted)
	if c := p.killed; c != nil || p.injured != nil || p.both != nil {
		if c == nil {
			c = p.injured
		}
		if c == nil {
			c = p.both
		}
		n := max(c.q.low, c.q.high)
		on("zero", n == 0)
		on("one", n == 1)
		on("few", n > 1 && n < 10)
		on("tens", n >= 10 && n < 100)
		on("hundreds", n >= 100 && n < 1000)
		on("thousands", n >= 1000)
		on("vague", c.q.vague)
	}
	on("strength"+string('0'+rune(min(fr.strength, 3))), true)
	on("verb", fr.verb)
	on("noun", !fr.verb && fr.strength > 0)
	on("harm without number", fr.harm && !counted)
	on("passive", fr.passive)
	own := !fr.carryPlace && p.place != ""
	on("own place", own)
	if own {
		on("rank"+string('0'+rune(p.rank)), true)
		on("listed", p.known)
		on("headed", p.place0.headed)
		on("after a word of place", p.place0.prep >= 0)
		on("two wider names", len(p.within) > 1)
	}
	on("no place", p.place == "")
	on("carried place", fr.carryPlace)
	on("own date", p.gotDate)
	on("carried date", fr.carryDate)
	if fr.date != nil {
		on("rough date", fr.date.rough)
		on("saying date", fr.date.said)
	}
	on("since", fr.since != nil)
	if !d.base.IsZero() && !p.when.IsZero() {
		n := d.base.Sub(p.when.To)
		on("same day", n >= 0 && n <= 1)
		on("a week", n > 1 && n <= 7)
		on("a month", n > 7 && n <= 31)
		on("older", n > 31)
		on("date ahead", n < 0)
	}
	on("actor", len(p.actors) > 0)
	on("two actors", len(p.actors) > 1)
	on("carried actor", fr.carryActor)
	on("sure actor", fr.actorP > 2)
	on("credited", len(p.names) > 0)
	on("carried credit", fr.carried)
	on("no credit", len(p.names) == 0)
	on("accused", fr.cue == cueAccuses)
	on("denied cue", fr.cue == cueDenies)
	on("pronoun", p.pronoun)
	on("generic credit", len(p.names) > 0 && genericNames(p.names))
	on("named person", len(p.names) > 1)
	on("via", len(p.via) > 0)
	on("hedged", fr.hedged)
	on("denied", fr.denied)
	on("owned", fr.owns)
	on("modal", fr.hyp)
	on("foiled", fr.foiled)
	on("solid", p.solid)
	on("title", p.title)
	on("merged", p.merged > 0)
	on("merged much", p.merged > 2)
	switch {
	case p.si == 0:
		on("first sentence", true)
	case p.si == 1:
		on("second sentence", true)
	case p.si < 5:
		on("to fifth", true)
	case p.si < 10:
		on("to tenth", true)
	case p.si < 20:
		on("to twentieth", true)
	default:
		on("later", true)
	}
	n := p.sent.to - p.sent.from
	on("short", n < 12)
	on("long", n > 35)
	on("very long", n > 60)
	on("quoted", p.f.items[p.sent.from].quoted)
	bg, cont, neg := false, false, false
	for k := p.sent.from; k < p.sent.to; k++ {
		it := &p.f.items[k]
		bg = bg || it.is(tBg) && !it.is(tSrc)
		neg = neg || it.is(tNeg) && k > fr.at-4 && k < fr.at+2
		switch p.f.word(k) {
		case "continue", "continued", "continues", "continuing", "intensified", "intensify", "regularly", "often", "repeatedly", "frequently", "has been", "ongoing":
			cont = true
		}
	}
	on("background words", bg)
	on("continuing", cont)
	on("negated near", neg)
	on("several frames", p.cands > 1)
	on("carried kind", fr.carryKind)
	on("weapon", p.weapon != "")
	sameKind, samePlace, sameFig, before := false, false, false, 0
	for i := range d.partials {
		q := &d.partials[i]
		if q.order >= p.order || q.drop || !q.solid {
			continue
		}
		before++
		sameKind = sameKind || q.event == p.event
		if q.event == p.event && p.place != "" && sameWords(q.place, p.place) {
			samePlace = true
		}
		if figures(q.killed, p.killed) == figSame || figures(q.injured, p.injured) == figSame {
			sameFig = true
		}
	}
	on("earlier same kind", sameKind)
	on("earlier same place", samePlace)
	on("earlier same figure", sameFig)
	on("first of report", before == 0)
	on("many before", before > 5)
	ev := "ev " + string(fr.event)
	if fr.event == "" || fr.carryKind {
		ev = "ev " + string(p.event)
	}
	if _, ok := idx[ev]; ok {
		on(ev, true)
	}
	if !counted {
		on("uncounted noun", !fr.verb)
		on("uncounted strength1", fr.strength == 1)
		on("uncounted strength2", fr.strength == 2)
		on("uncounted strength3", fr.strength >= 3)
		on("uncounted carried place", fr.carryPlace)
		on("uncounted no actor", len(p.actors) == 0)
		on("uncounted own date", p.gotDate)
		on("uncounted credited", fr.said != nil)
		on("uncounted own place", own && p.rank >= 2)
		on("uncounted merged", p.merged > 0)
		on("clash uncounted", p.event == isnad.EventClash)
		on("territory uncounted", fr.event == evTerritory)
	} else {
		on("counted no place", p.place == "")
		on("counted carried place", fr.carryPlace)
		on("counted strength0", fr.strength == 0)
		on("counted dated", p.gotDate)
		on("counted duplicate", sameFig)
	}
	on("answer", p.answer)
	on("answer denied", p.answer && fr.denied)
	on("answer accused", p.answer && fr.cue == cueAccuses)
	on("clash two actors", p.event == isnad.EventClash && len(p.actors) > 1)
	on("background place", bg && !own)
}

// judge holds the weights, one per fact, and the line a candidate must pass.
type judge struct {
	weights []float64
	line    float64
}

var judgeEN = sync.OnceValue(func() *judge {
	j, err := readJudge(judgeTSV)
	if err != nil {
		panic("attribute: built-in judge: " + err.Error())
	}
	return j
})

func readJudge(tsv string) (*judge, error) {
	j := &judge{weights: make([]float64, len(factNames))}
	idx := factIndex()
	for _, line := range strings.Split(tsv, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		name, val, ok := strings.Cut(line, "\t")
		if !ok {
			continue
		}
		v, err := strconv.ParseFloat(strings.TrimSpace(val), 64)
		if err != nil {
			return nil, err
		}
		if name == "line" {
			j.line = v
			continue
		}
		if f, ok := idx[name]; ok {
			j.weights[f] = v
		}
	}
	return j, nil
}

// chance is the judge's estimate that a candidate's slots are right, 0 to 1.
func (j *judge) chance(facts []fact) float64 {
	s := 0.0
	for _, f := range facts {
		s += j.weights[f]
	}
	return 1 / (1 + math.Exp(-s))
}

// Candidate is a possible claim with the facts that the judge weighs, for the
// fitting of its weights.
type Candidate struct {
	Claim isnad.Claim
	Facts []string
}

// Candidates returns every candidate of a report, judged or not.
func (r *Reader) Candidates(rep *isnad.Report) []Candidate {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	var out []Candidate
	d.keep = func(p *partial) bool {
		c := Candidate{Claim: d.claim(p)}
		for _, f := range p.facts {
			c.Facts = append(c.Facts, factNames[f])
		}
		out = append(out, c)
		return false
	}
	d.read()
	return out
}

func atof(s string) float64 {
	v, _ := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return v
}
