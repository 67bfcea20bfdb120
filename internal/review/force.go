package review

import (
	"cmp"
	"slices"

	"isnad"
)

// held is an act that holds.
type held struct {
	*isnad.Act
	from    int64 // number of the act from which on it holds
	seconds []string
}

// standing is what became of acts.
type standing struct {
	held    []held // in the order in which they came to hold
	waiting []*isnad.Act
	undone  map[string]bool // by Act ID
}

// sift tells which acts hold. They must come in the order of their numbers.
func sift(acts []isnad.Act) standing {
	s := standing{undone: map[string]bool{}}
	seconds := map[string][]*isnad.Act{}
	for i := len(acts) - 1; i >= 0; i-- { // what bears on an act comes after it
		a := &acts[i]
		if s.undone[a.ID] {
			continue
		}
		h := held{Act: a, from: a.Number}
		first := int64(0)
		for _, by := range seconds[a.ID] {
			if by.Person != a.Person {
				h.seconds = append(h.seconds, by.Name)
				first = by.Number
			}
		}
		slices.Reverse(h.seconds)
		if a.Paired {
			if first == 0 {
				s.waiting = append(s.waiting, a)
				continue
			}
			h.from = first
		}
		switch a.Kind {
		case isnad.ActUndo:
			s.undone[a.Of] = true
		case isnad.ActSecond:
			seconds[a.Of] = append(seconds[a.Of], a)
		}
		s.held = append(s.held, h)
	}
	slices.Reverse(s.held)
	slices.Reverse(s.waiting)
	slices.SortStableFunc(s.held, func(a, b held) int { return cmp.Compare(a.from, b.from) })
	return s
}

// ofActs are the acts about other acts.
func ofAct(k isnad.ActKind) bool { return k == isnad.ActSecond || k == isnad.ActUndo }
