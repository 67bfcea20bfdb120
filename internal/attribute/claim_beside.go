package attribute

import (
	_ "embed"
	"slices"
	"sync"

	"isnad"
)

// Two claims of a report that are not one may still be of one incident: what a monitor says of it
// and what the police do, the dead in the lead and the school that was hit three sentences on. Their
// days and places alone do not tell, since one of them often names none. The facts by which candidates
// are joined (claim_pair.go) do, with weights of their own.

//go:embed data/beside.tsv
var besideTSV string

var besideModel = sync.OnceValue(func() *model { return loadModel(besideTSV) })

// maxBeside is how many claims before it a claim is weighed beside.
const maxBeside = 12

// besides is two of the claims that are left, by their places among d.weighed, and the chance that they
// are of one incident.
type besides struct {
	first, second int
	same          float64
	facts         []string // for fitting
}

// weighBeside weighs for every claim that is left whether it is of one incident with those before it.
func (d *doc) weighBeside() {
	d.beside = d.beside[:0]
	m := besideModel()
	for n, i := range d.weighed {
		for k := max(0, n-maxBeside); k < n; k++ {
			b := besides{first: k, second: n}
			w := weigher{m: m}
			if d.besides != nil {
				w.names = &b.facts
			}
			d.weighPair(&w, &d.partials[d.weighed[k]], &d.partials[i])
			b.same = w.chance()
			d.beside = append(d.beside, b)
		}
	}
}

// tellBeside puts what weighBeside found into the claims, which have their IDs by now. Claim k of d.weighed
// stands at place at[k] among them.
func (d *doc) tellBeside(cs []isnad.Claim, at []int) {
	for from := 0; from < len(d.beside); {
		second := d.beside[from].second
		to := from
		for to < len(d.beside) && d.beside[to].second == second {
			to++
		}
		list := make([]isnad.Beside, 0, to-from)
		for _, b := range d.beside[from:to] {
			list = append(list, isnad.Beside{Claim: cs[at[b.first]].ID, Same: round(b.same)})
		}
		cs[at[second]].Beside = list
		from = to
	}
}

// Beside returns the claims of a report and the pairs of them that are weighed for being of one
// incident, for fitting.
func (r *Reader) Beside(rep *isnad.Report) ([]isnad.Claim, []Pair) {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	var ps []Pair
	d.besides = func(first int, at []int) {
		for _, b := range d.beside {
			ps = append(ps, Pair{First: first + at[b.first], Second: first + at[b.second], Facts: b.facts})
		}
	}
	d.read()
	return slices.Clone(d.out), ps
}
