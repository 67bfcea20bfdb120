package attribute

import (
	"cmp"
	_ "embed"
	"slices"
	"sync"

	"isnad"
)

// Whether two candidates are one claim shows better once each has its kind, place, actors
// and credit: "Seven were killed in a car bomb in A on Monday" and "Local sources said the
// blast struck in front of the town hall of A" may be two claims as long as the place of the
// second is unknown. So the claims that are left are weighed once more, by the same facts as
// the candidates were (claim_pair.go) and weights of their own.

//go:embed data/retold.tsv
var retoldTSV string

var retoldModel = sync.OnceValue(func() *model { return loadModel(retoldTSV) })

// retelling is two of the claims that are left, by their numbers among the candidates.
type retelling struct {
	first, second int
	chance        float64
}

// joinRetold joins claims that turn out to be one, the surest first.
func (d *doc) joinRetold() {
	if len(d.weighed) < 2 {
		return
	}
	m := retoldModel()
	var rs []retelling
	for n, i := range d.weighed {
		dead := d.lastDead(n)
		for _, j := range d.weighed[max(0, n-maxApart):n] {
			if j == dead || d.sameDead(&d.partials[j], &d.partials[i]) {
				rs = append(rs, retelling{j, i, 1})
				continue
			}
			if d.standApart(&d.partials[j], &d.partials[i]) {
				continue
			}
			w := weigher{m: m}
			d.weighPair(&w, &d.partials[j], &d.partials[i])
			if c := w.chanceAbove(m.line); c >= m.line {
				rs = append(rs, retelling{j, i, c})
			}
		}
	}
	if len(rs) == 0 {
		return
	}
	slices.SortStableFunc(rs, func(x, y retelling) int { return cmp.Compare(y.chance, x.chance) })
	into := map[int]int{}
	root := func(i int) int {
		for {
			j, ok := into[i]
			if !ok {
				return i
			}
			i = j
		}
	}
	for _, r := range rs {
		i, j := root(r.first), root(r.second)
		if i == j || r.chance < 1 && d.standApart(&d.partials[min(i, j)], &d.partials[max(i, j)]) {
			continue // what each was joined with before may part them
		}
		if r.chance < 1 && d.partials[j].fuller(&d.partials[i]) {
			i, j = j, i
		}
		d.complete(&d.partials[i], &d.partials[j])
		if r.chance == 1 {
			d.narrowTo(&d.partials[i], &d.partials[j])
		}
		into[j] = i
	}
	d.weighed = slices.DeleteFunc(d.weighed, func(i int) bool { _, ok := into[i]; return ok })
}

// standApart tells whether two settled claims are two, whatever else speaks for one: a kind that
// is no kin of the other, other dead or wounded, two figures each with a place of its own, two
// named claimants.
func (d *doc) standApart(a, b *partial) bool {
	if d.impossible(a, b) || !sameKind(a, b) || figures(a.killed, b.killed) == figDiffer || figures(a.injured, b.injured) == figDiffer {
		return true
	}
	if a.hasFigure() && b.hasFigure() && a.rank >= 2 && b.rank >= 2 && !a.fr.carryPlace && !b.fr.carryPlace && d.placesApart(a, b) {
		return true
	}
	if d.roll.overlap(a.names, b.names) || d.oneLaw(a, b) && !a.answers() && !b.answers() {
		return false
	}
	if a.answers() || b.answers() {
		return true
	}
	if len(a.names) == 0 || len(b.names) == 0 {
		return false
	}
	if a.hasFigure() && b.hasFigure() && figures(a.killed, b.killed) != figSame && figures(a.injured, b.injured) != figSame {
		return true
	}
	return !genericNames(a.names) && !genericNames(b.names) && !d.oneMonitor(a.names, b.names)
}

// answers tells whether somebody puts the deed on another, denies it or takes it upon himself.
func (p *partial) answers() bool {
	return p.answer || p.fr.said != nil && (p.fr.cue == cueAccuses || p.fr.cue == cueDenies || p.fr.cue == cueOwns)
}

// sameKind tells whether the kinds of two claims may be that of one deed.
func sameKind(a, b *partial) bool {
	return a.event == b.event || a.event == isnad.EventAttack || b.event == isnad.EventAttack || kindred(a.event, b.event)
}

// fuller tells whether p is rather the claim, and q what is told of it besides.
func (p *partial) fuller(q *partial) bool {
	if p.hasFigure() != q.hasFigure() {
		return p.hasFigure()
	}
	return p.chance > q.chance
}

// complete gives claim a what b, the same claim, tells besides.
func (d *doc) complete(a, b *partial) {
	first, second := a, b
	if b.order < a.order {
		first, second = b, a
	}
	d.joinFigures(first, second)
	a.killed, a.injured, a.both = first.killed, first.injured, first.both
	if b.place != "" && (a.place == "" || d.roll.holds(b.within, a.place) && !d.roll.same(a.place, b.place)) {
		a.place, a.within, a.rank, a.known, a.gzID, a.placeP = b.place, b.within, b.rank, b.known, b.gzID, b.placeP
	}
	switch {
	case len(a.names) == 0 && len(b.names) > 0:
		a.names, a.via, a.stance, a.creditP = b.names, b.via, b.stance, b.creditP
	case d.roll.overlap(a.names, b.names):
		for _, n := range b.names {
			if !contains(a.names, n) {
				a.names = append(slices.Clip(a.names), n)
			}
		}
	}
	if len(a.actors) == 0 {
		a.actors, a.actorP = b.actors, b.actorP
	}
	if a.event == isnad.EventAttack && b.event != isnad.EventAttack {
		a.event, a.kindP = b.event, b.kindP
	}
	if !a.gotDate && b.gotDate {
		a.when, a.gotDate, a.dateWay = b.when, true, b.dateWay
	}
	if a.weapon == "" {
		a.weapon = b.weapon
	}
	a.chance = max(a.chance, b.chance)
}

// Retellings returns the claims of a report before those told again are joined, with what is nearly
// likely enough to be one, and the pairs of them, for fitting.
func (r *Reader) Retellings(rep *isnad.Report) ([]isnad.Claim, []Pair) {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	var cs []isnad.Claim
	var ps []Pair
	d.retold = func() {
		first := len(cs) // a long text is read in parts
		for n, i := range d.weighed {
			cs = append(cs, d.claim(&d.partials[i]))
			for m := max(0, n-maxApart); m < n; m++ {
				if d.standApart(&d.partials[d.weighed[m]], &d.partials[i]) {
					continue
				}
				p := Pair{First: first + m, Second: first + n}
				w := weigher{m: noModel(), names: &p.Facts}
				d.weighPair(&w, &d.partials[d.weighed[m]], &d.partials[i])
				ps = append(ps, p)
			}
		}
	}
	d.read()
	return cs, ps
}
