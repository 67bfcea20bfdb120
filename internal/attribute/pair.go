package attribute

import (
	_ "embed"
	"sync"

	"isnad"
)

// Two candidates of a report may be one claim told twice: a headline and its
// lead, a lead and the sentence that names the place, a figure and its update.
// pair weighs that by facts about both; the weights are fitted like those of
// the choosers.

//go:embed data/pair.tsv
var pairTSV string

var pairModel = sync.OnceValue(func() *model { return loadModel(pairTSV) })

func figureFacts(w *weigher, name string, a, b *casualty) int {
	r := figures(a, b)
	switch {
	case a == nil && b == nil:
		w.on(name+" none", true)
	case a == nil:
		w.on(name+" second", true)
	case b == nil:
		w.on(name+" first", true)
	case r == figSame:
		w.on(name+" same", true)
		w.on(name+" same small", a.q.low <= 2)
		w.on(name+" same large", a.q.low >= 10)
		w.on(name+" same vague", a.q.vague)
	case r == figNear:
		w.on(name+" near", true)
	default:
		w.on(name+" differ", true)
		w.on(name+" less", b.q.low < a.q.low)
	}
	return r
}

// weighPair weighs whether b, told later, is the same claim as a.
func (d *doc) weighPair(w *weigher, a, b *partial) {
	w.on("bias", true)
	k := figureFacts(w, "killed", a.killed, b.killed)
	n := figureFacts(w, "injured", a.injured, b.injured)
	figureFacts(w, "both", a.both, b.both)
	ac := a.killed != nil || a.injured != nil || a.both != nil
	bc := b.killed != nil || b.injured != nil || b.both != nil
	w.on("counts neither", !ac && !bc)
	w.on("counts first", ac && !bc)
	w.on("counts second", !ac && bc)
	same := k == figSame || n == figSame
	differ := k == figDiffer || n == figDiffer
	w.on("another", b.killed != nil && b.killed.q.another || b.killed == nil && b.injured != nil && b.injured.q.another)
	complement := a.killed != nil && a.injured == nil && a.both == nil && b.killed == nil && b.injured != nil
	more := complement && b.injured.q.another
	w.on("complement", complement)
	w.on("complement more", more)
	if a.f0 == b.f0 {
		w.on("complement near", complement && b.si0-a.last <= 2)
		w.on("complement more near", more && b.si0-a.last <= 3)
	}
	w.on("another differ", differ && b.killed != nil && b.killed.q.another)
	// place
	aOwn, bOwn := a.place != "" && !a.fr.carryPlace, b.place != "" && !b.fr.carryPlace
	place := "place carried"
	switch {
	case !aOwn && !bOwn:
		place = "place neither"
	case !aOwn:
		place = "place second"
	case !bOwn:
		place = "place first"
	case sameWords(a.place, b.place):
		place = "place same"
		w.on("place same fine", a.rank >= 2)
	case holds(b.within, a.place):
		place = "place finer"
	case holds(a.within, b.place):
		place = "place wider"
	case b.rank > a.rank:
		place = "place other finer"
	case b.rank < a.rank:
		place = "place other wider"
	default:
		place = "place other"
	}
	w.on(place, true)
	w.on(place+" figure", same)
	w.on(place+" uncounted", !bc)
	w.on("vague finer", a.vague && bOwn && b.rank >= 2)
	w.on("definite "+place, b.definite)
	// kind
	kind := "kind differ"
	switch {
	case a.event == b.event:
		kind = "kind same"
	case a.weak || b.weak:
		kind = "kind weak"
	case kindred(a.event, b.event):
		kind = "kind kin"
	}
	w.on(kind, true)
	w.on(kind+" figure", same)
	w.on("kind carried", b.fr.carryKind)
	// time
	switch {
	case a.gotDate && b.gotDate && a.when.Distance(b.when) == 0:
		w.on("date same", true)
	case a.gotDate && b.gotDate && a.when.Distance(b.when) == 1:
		w.on("date next", true)
	case a.gotDate && b.gotDate:
		w.on("date differ", true)
	case a.gotDate:
		w.on("date first", true)
	case b.gotDate:
		w.on("date second", true)
	default:
		w.on("date neither", true)
	}
	w.on("background differ", a.bg != b.bg)
	// claimant
	an, bn := len(a.names) > 0 && !a.fr.carried, len(b.names) > 0 && !b.fr.carried
	said := "said differ"
	switch {
	case !an && !bn:
		said = "said neither"
	case !an:
		said = "said second"
	case !bn:
		said = "said first"
	case overlapNames(a.names, b.names):
		said = "said same"
	case d.oneMonitor(a.names, b.names):
		said = "said monitor"
	case genericNames(a.names) || genericNames(b.names):
		said = "said generic"
	}
	w.on(said, true)
	w.on(said+" figure", same)
	w.on(said+" differ figure", differ)
	w.on(said+" uncounted", !bc)
	w.on(said+" "+kind, true)
	// actors
	ao, bo := len(a.actors) > 0 && !a.fr.carryActor, len(b.actors) > 0 && !b.fr.carryActor
	switch {
	case ao && bo && overlapNames(a.actors, b.actors):
		w.on("actors same", true)
	case ao && bo:
		w.on("actors differ", true)
	case bo:
		w.on("actors second", true)
	}
	w.on("denial", (a.stance == isnad.StanceDenied) != (b.stance == isnad.StanceDenied))
	w.on("denied both", a.stance == isnad.StanceDenied && b.stance == isnad.StanceDenied)
	w.on("accused", b.fr.cue == cueAccuses)
	w.on("title", a.title)
	w.on("title second", b.title)
	w.on("unsure", !a.solid || !b.solid)
	w.on("unsure both", !a.solid && !b.solid)
	if a.f0 == b.f0 {
		switch n := b.si0 - a.last; {
		case n <= 0:
			w.on("same sentence", true)
		case n == 1:
			w.on("next sentence", true)
			w.on("next sentence uncounted", !bc)
			w.on("next sentence "+said, true)
		case n == 2:
			w.on("second sentence", true)
		case n <= 5:
			w.on("near", true)
		default:
			w.on("far", true)
			w.on("far uncounted", !bc)
		}
		w.on("paragraph", a.sent.para == b.sent.para)
	}
	w.on("definite", b.definite)
	switch b.f.word(b.sent.from) {
	case "another", "meanwhile", "elsewhere", "separately", "earlier", "later", "also", "other", "in", "on":
		w.on("opens "+b.f.word(b.sent.from), true)
	}
}

// oneMonitor tells whether one list only says that a monitor speaks and the
// other names one.
func (d *doc) oneMonitor(a, b []string) bool {
	is := func(ns []string) bool {
		for _, n := range ns {
			if monitorName(n) {
				return true
			}
		}
		return false
	}
	return is(a) && anyMonitor(b[0]) || is(b) && anyMonitor(a[0]) || anyMonitor(a[0]) && anyMonitor(b[0])
}

// Pair is two candidates of a report with the facts that tell whether they are
// one claim, for fitting.
type Pair struct {
	First, Second int // indexes of Candidates
	Facts         []string
}

// Pairs returns the candidates of a report before any are joined, and their pairs.
func (r *Reader) Pairs(rep *isnad.Report) ([]isnad.Claim, []Pair) {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	d.unjoined = true
	d.read()
	var cs []isnad.Claim
	var ps []Pair
	for i := range d.partials {
		cs = append(cs, d.claim(&d.partials[i]))
		for j := max(0, i-24); j < i; j++ {
			p := Pair{First: j, Second: i}
			w := weigher{m: &model{}, names: &p.Facts}
			d.weighPair(&w, &d.partials[j], &d.partials[i])
			ps = append(ps, p)
		}
	}
	return cs, ps
}
