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
	name string
	numbering
	choices []choice
}

func (s *slotData) add(report int, filled, clash bool, opts []attribute.Option, right func(names []string) bool) {
	c := choice{report: report, filled: filled, clash: clash}
	for _, o := range opts {
		c.options = append(c.options, option{facts: s.of(o.Facts), who: o.Who, right: filled && right(o.Names)})
	}
	s.choices = append(s.choices, c)
}

// fitChoosers fits the choosers of places, actors and credits and writes their
// weights into dir.
func fitChoosers(reports, gold, dir string) error {
	data, n, err := slotChoices(reports, gold)
	if err != nil {
		return err
	}
	for _, s := range data[:3] {
		if err := s.writeRanked(dir, n); err != nil {
			return err
		}
	}
	return nil
}

// fitKinds fits the chooser of kinds and writes its weights into dir.
func fitKinds(reports, gold, dir string) error {
	data, n, err := slotChoices(reports, gold)
	if err != nil {
		return err
	}
	return data[3].writeRanked(dir, n)
}

// slotChoices gathers what each slot of each claim could hold, and counts the
// reports.
func slotChoices(reports, gold string) ([]*slotData, int, error) {
	data := []*slotData{
		{name: "place"}, {name: "actor"}, {name: "credit"},
		{name: "kind"},
	}
	n, err := eachPaired(reports, gold, (*attribute.Reader).Choices, func(c *attribute.Choice) *isnad.Claim { return &c.Claim }, func(report int, s *slots, c *attribute.Choice) {
		clash := c.Claim.Event == isnad.EventClash
		data[0].add(report, s.place != "", false, c.Places, func(x []string) bool { return anyOverlap([]string{s.place}, x) })
		data[1].add(report, len(s.actors) > 0, clash, c.Actors, func(x []string) bool { return anyOverlap(s.actors, x) })
		data[2].add(report, len(s.attribution) > 0, false, c.Credits, func(x []string) bool { return anyOverlap(s.attribution, x) })
		if len(c.Kinds) > 0 {
			data[3].add(report, true, false, c.Kinds, func(x []string) bool { return eventName(isnad.Event(x[0])) == s.event })
		}
	})
	return data, n, err
}

// eachPaired hands f what each claim that pairs with an annotated one could hold, with the number of its report
// and the annotation, and counts the reports.
func eachPaired[C any](reports, gold string, read func(*attribute.Reader, *isnad.Report) []C, claim func(*C) *isnad.Claim, f func(report int, g *slots, c *C)) (int, error) {
	golds, err := readGold(gold)
	if err != nil {
		return 0, err
	}
	rd := reader()
	n := 0
	err = eachReport(reports, func(rep *isnad.Report) error {
		gs, cs := golds[rep.ID], read(rd, rep)
		preds := make([]slots, len(cs))
		for i := range cs {
			preds[i] = slotsOf(claim(&cs[i]))
		}
		match := pair(gs, preds)
		for i := range cs {
			if g, ok := match[i]; ok {
				f(n, &gs[g], &cs[i])
			}
		}
		n++
		return nil
	})
	return n, err
}
