package main

import (
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
	for _, s := range data {
		if err := s.writeRanked(dir, n); err != nil {
			return err
		}
	}
	return nil
}
