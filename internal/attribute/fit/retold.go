package main

import (
	"fmt"
	"os"
)

// fitRetold fits the weights that tell whether two claims, settled as they are, are one: a
// pair is right when one of them is left over beside the annotated claim that the other pairs
// with, and wrong when they pair with two.
func fitRetold(reports, gold, dir string) error {
	exs, names, n, err := pairExamples(reports, gold, reader().Retellings, pair)
	if err != nil {
		return err
	}
	dim := len(names.order)
	dropBelow(exs, dim, rareRetold)
	scores := heldOut(exs, dim, retoldGrowth)
	for t := 0.3; t < 0.8; t += 0.1 {
		right, joined := 0.0, 0.0
		for i := range exs {
			if scores[i] >= t {
				joined++
				right += exs[i].right
			}
		}
		fmt.Fprintf(os.Stderr, "retold: at line %.2f %.0f of %.0f pairs joined are one claim, of %d\n", t, right, joined, len(exs))
	}
	m := fitModel(exs, dim, retoldGrowth, func(int) bool { return true })
	f, err := os.Create(dir + "/retold.tsv")
	if err != nil {
		return err
	}
	fmt.Fprintf(f, "# weights of claims told again, fitted by internal/attribute/fit on %d reports, %d pairs\nline\t%.3f\n", n, len(exs), retoldLine)
	m.write(f, names.order)
	return f.Close()
}

// retoldLine was looked for over the whole way of a report: what one claim told twice costs as
// read too much, and what joining two that are not one costs, come out even a little below one half,
// for of two that were joined by mistake the fuller is left.
const retoldLine = 0.45

// rareRetold is how many pairs a fact must hold of to be weighed.
const rareRetold = 12

// retoldGrowth is for some thousands of pairs of which one in thirteen is one claim.
var retoldGrowth = growth{trees: 80, depth: 3, rate: 0.1, least: 15, ridge: 4, weights: 25}
