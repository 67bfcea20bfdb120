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
	golds, err := readGold(gold)
	if err != nil {
		return nil, 0, err
	}
	rd := reader()
	data := []*slotData{
		{name: "place"}, {name: "actor"}, {name: "credit"},
		{name: "kind"},
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
			if len(chs[i].Kinds) > 0 {
				data[3].add(n, true, false, chs[i].Kinds, func(x []string) bool { return eventName(isnad.Event(x[0])) == s.event })
			}
		}
		n++
		return nil
	})
	return data, n, err
}
