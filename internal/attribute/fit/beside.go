package main

import (
	"fmt"
	"math"
	"os"

	"isnad"
)

// fitBeside fits the weights that tell whether two claims of a report, as the machine reads them, are of
// one incident. A claim is of the incident of the annotated claim that it pairs with; claims that pair
// with none teach nothing, and the pairs of an incident that is told often count less.
func fitBeside(reports, gold, dir string) error {
	read, err := readBeside(reports, gold)
	if err != nil {
		return err
	}
	f, err := os.Create(dir + "/beside.tsv")
	if err != nil {
		return err
	}
	same, n := 0.0, 0
	for i := range read.exs {
		if read.exs[i].filled > 0 {
			n++
			same += read.exs[i].right / read.exs[i].filled
		}
	}
	fmt.Fprintf(os.Stderr, "beside: %d pairs, %.0f of them of one incident\n", n, same)
	fmt.Fprintf(f, "# weights of claims beside each other, fitted by internal/attribute/fit on %d reports, %d pairs\nline\t0.500\n", len(read.reports), n)
	m := fitModel(read.exs, len(read.names.order), besideGrowth, func(int) bool { return true })
	m.write(f, read.names.order)
	return f.Close()
}

// besideGrowth grows no trees: over these facts they gave nothing.
var besideGrowth = growth{weights: 10}

// beside is reports as they are read, with the pairs of their claims.
type beside struct {
	reports []incidents
	exs     []example
	names   numbering
	pairs   []besidePair // one for each example
}

type besidePair struct{ report, first, second int }

func readBeside(reports, gold string) (*beside, error) {
	golds, err := readGold(gold)
	if err != nil {
		return nil, err
	}
	rd := reader()
	out := &beside{}
	err = eachReport(reports, func(rep *isnad.Report) error {
		claims, pairs := rd.Beside(rep)
		r := withIncidents(claims, golds[rep.ID])
		size := map[string]float64{}
		for _, key := range r.of {
			size[key]++
		}
		for _, p := range pairs {
			ex := example{report: len(out.reports), facts: out.names.of(p.Facts)}
			if a, b := r.of[p.First], r.of[p.Second]; a != "" && b != "" {
				ex.filled = 1 / math.Sqrt(size[a]*size[b])
				if a == b {
					ex.right = ex.filled
				}
			}
			out.exs = append(out.exs, ex)
			out.pairs = append(out.pairs, besidePair{ex.report, p.First, p.Second})
		}
		out.reports = append(out.reports, r)
		return nil
	})
	return out, err
}

// holdOut gives every claim, in place of the chances that it was read with, those of weights
// that have not seen its report: what is fitted on them learns how far to trust them.
func (b *beside) holdOut() {
	for i, s := range heldOut(b.exs, len(b.names.order), besideGrowth) {
		p := b.pairs[i]
		claims := b.reports[p.report].claims
		first, second := &claims[p.first], &claims[p.second]
		for k := range second.Beside {
			if second.Beside[k].Claim == first.ID {
				second.Beside[k].Same = s
			}
		}
	}
}
