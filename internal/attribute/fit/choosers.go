package main

import (
	"fmt"
	"os"
	"sort"

	"isnad"
	"isnad/internal/attribute"
)

// option is one thing a slot could hold.
type option struct {
	facts []int
	who   int
	right bool
}

// choice is one slot of one claim with all it could hold.
type choice struct {
	report  int
	filled  bool // the annotation fills the slot
	clash   bool
	options []option
}

// slotData gathers the choices of one slot.
type slotData struct {
	name    string
	index   map[string]int
	order   []string
	choices []choice
}

func (s *slotData) add(report int, filled, clash bool, opts []attribute.Option, right func(names []string) bool) {
	c := choice{report: report, filled: filled, clash: clash}
	for _, o := range opts {
		op := option{who: o.Who, right: filled && right(o.Names)}
		for _, f := range o.Facts {
			k, ok := s.index[f]
			if !ok {
				k = len(s.order)
				s.index[f] = k
				s.order = append(s.order, f)
			}
			op.facts = append(op.facts, k)
		}
		c.options = append(c.options, op)
	}
	s.choices = append(s.choices, c)
}

// fitChoosers fits the three choosers and writes their weights into dir.
func fitChoosers(reports, gold, dir string) error {
	golds, err := readGold(gold)
	if err != nil {
		return err
	}
	rd := reader()
	data := []*slotData{
		{name: "place", index: map[string]int{}}, {name: "actor", index: map[string]int{}}, {name: "credit", index: map[string]int{}},
	}
	n := 0
	err = eachReport(reports, func(rep *isnad.Report) error {
		gs := golds[rep.ID]
		chs := rd.Choices(rep)
		preds := make([]slots, len(chs))
		for i := range chs {
			preds[i] = slotsOf(&chs[i].Claim)
		}
		match := pair(gs, preds)
		for i := range chs {
			g, ok := match[i]
			if !ok {
				continue
			}
			s := &gs[g]
			clash := chs[i].Claim.Event == isnad.EventClash
			data[0].add(n, s.place != "", false, chs[i].Places, func(x []string) bool { return anyOverlap([]string{s.place}, x) })
			data[1].add(n, len(s.actors) > 0, clash, chs[i].Actors, func(x []string) bool { return anyOverlap(s.actors, x) })
			data[2].add(n, len(s.attribution) > 0, false, chs[i].Credits, func(x []string) bool { return anyOverlap(s.attribution, x) })
		}
		n++
		return nil
	})
	if err != nil {
		return err
	}
	if err := data[0].write(dir, n); err != nil {
		return err
	}
	for _, s := range data[1:] {
		if err := s.writeRanked(dir, n); err != nil {
			return err
		}
	}
	return nil
}

func (s *slotData) write(dir string, n int) error {
	dim := len(s.order)
	type picked struct {
		p     float64
		right bool
	}
	var picks []picked
	goldN, reach := 0, 0
	for fold := range 5 {
		w := s.fit(dim, func(r int) bool { return r%5 != fold })
		for i := range s.choices {
			c := &s.choices[i]
			if c.report%5 != fold {
				continue
			}
			if c.filled {
				goldN++
			}
			best := picked{p: -1}
			any := false
			for _, o := range c.options {
				any = any || o.right
				if p := chance(w, o.facts); p > best.p {
					best = picked{p, o.right}
				}
			}
			if any {
				reach++
			}
			if best.p >= 0 {
				picks = append(picks, best)
			}
		}
	}
	sort.Slice(picks, func(i, j int) bool { return picks[i].p > picks[j].p })
	line, bestF, right := 0.5, 0.0, 0
	for i, p := range picks {
		if p.right {
			right++
		}
		if f := 2 * float64(right) / float64(i+1+goldN); f > bestF {
			bestF, line = f, p.p
		}
	}
	fmt.Fprintf(os.Stderr, "%s: F1 of the slot over found claims %.4f at line %.2f, %d of %d within reach\n", s.name, bestF, line, reach, goldN)
	w := s.fit(dim, func(int) bool { return true })
	f, err := os.Create(dir + "/" + s.name + ".tsv")
	if err != nil {
		return err
	}
	fmt.Fprintf(f, "# weights of the %s chooser, fitted by internal/attribute/fit on %d reports, %d claims\nline\t%.3f\n", s.name, n, len(s.choices), line)
	for i, name := range s.order {
		fmt.Fprintf(f, "%s\t%.3f\n", name, w[i])
	}
	return f.Close()
}

func (s *slotData) fit(dim int, use func(int) bool) []float64 {
	var exs []example
	for i := range s.choices {
		c := &s.choices[i]
		if !use(c.report) {
			continue
		}
		for _, o := range c.options {
			e := example{facts: o.facts, filled: 1}
			if o.right {
				e.right = 1
			}
			exs = append(exs, e)
		}
	}
	return fitWeights(exs, dim, func(int) bool { return true })
}
