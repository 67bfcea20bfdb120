package main

import (
	"fmt"
	"os"

	"isnad"
	"isnad/internal/attribute"
)

// fitPairs fits the weights that tell whether two candidates are one claim: a
// pair is right when both come nearest to the same annotated claim, wrong when
// they come nearest to two. Candidates that come near none teach nothing.
func fitPairs(reports, gold, dir string) error {
	exs, names, n, err := pairExamples(reports, gold, reader().Pairs, func(_, _ []slots) map[int]int { return map[int]int{} })
	if err != nil {
		return err
	}
	dim := len(names.order)
	scores := heldOut(exs, dim, pairGrowth)
	line, best := 0.5, 0.0
	for t := 0.2; t < 0.9; t += 0.01 {
		tp, pred, all := 0.0, 0.0, 0.0
		for i := range exs {
			all += exs[i].right
			if scores[i] >= t {
				pred++
				tp += exs[i].right
			}
		}
		if f := 2 * tp / (pred + all); f > best {
			best, line = f, t
		}
	}
	fmt.Fprintf(os.Stderr, "pairs: F1 %.4f at line %.2f over %d pairs\n", best, line, len(exs))
	// Two claims joined by mistake cost more slots than one told twice: the line
	// stands above the one that is best for the pairs alone.
	line = max(line, 0.42)
	m := fitModel(exs, dim, pairGrowth, func(int) bool { return true })
	f, err := os.Create(dir + "/pair.tsv")
	if err != nil {
		return err
	}
	fmt.Fprintf(f, "# weights of pairs, fitted by internal/attribute/fit on %d reports, %d pairs\nline\t%.3f\n", n, len(exs), line)
	m.write(f, names.order)
	return f.Close()
}

// pairExamples gathers the pairs of all reports as read gives them, with the numbers of their facts
// and of the reports. A pair is right when both are of one annotated claim; paired says of
// which, and those that it leaves out are of the one that they come nearest to, if any.
func pairExamples(reports, gold string, read func(*isnad.Report) ([]isnad.Claim, []attribute.Pair), paired func(gold, pred []slots) map[int]int) ([]example, *numbering, int, error) {
	golds, err := readGold(gold)
	if err != nil {
		return nil, nil, 0, err
	}
	var names numbering
	var exs []example
	n := 0
	err = eachReport(reports, func(rep *isnad.Report) error {
		gs := golds[rep.ID]
		cs, ps := read(rep)
		preds := make([]slots, len(cs))
		for i := range cs {
			preds[i] = slotsOf(&cs[i])
		}
		of := paired(gs, preds)
		for i := range preds {
			if _, ok := of[i]; ok {
				continue
			}
			best := 0.0
			for g := range gs {
				if s := gs[g].near(&preds[i]); s > best {
					best, of[i] = s, g
				}
			}
		}
		for _, p := range ps {
			a, ok := of[p.First]
			b, too := of[p.Second]
			if !ok || !too {
				continue
			}
			ex := example{report: n, filled: 1, facts: names.of(p.Facts)}
			if a == b {
				ex.right = 1
			}
			exs = append(exs, ex)
		}
		n++
		return nil
	})
	return exs, &names, n, err
}

// pairGrowth is for some ten thousand pairs of which one in ten is one claim.
var pairGrowth = growth{trees: 60, depth: 3, rate: 0.1, least: 20, ridge: 4, weights: 25}
