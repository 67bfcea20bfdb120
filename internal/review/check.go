package review

import (
	"fmt"
	"slices"

	"isnad"
)

// Rules are what a newsroom asks of its people.
type Rules struct {
	// Second are the kinds of acts that hold only once another person has seconded them.
	Second map[isnad.ActKind]bool
}

const (
	maxParts  = 20
	maxReason = 10_000 // bytes
	maxMoved  = 5000
)

// Check tells whether a may be recorded after the acts before it that speak of
// the same claims or incidents, in the order of their numbers. a is complete but
// for its number; its Claims are set, and Paired is what r and
// the role of the person ask. Errors wrap
// isnad.ErrRefused and say why in words for the person.
func (r Rules) Check(a *isnad.Act, before []isnad.Act) error {
	if why := r.refuse(a, before); why != "" {
		return fmt.Errorf("%s: %w", why, isnad.ErrRefused)
	}
	return nil
}

func (r Rules) refuse(a *isnad.Act, before []isnad.Act) string {
	switch {
	case !slices.Contains(isnad.ActKinds(), a.Kind):
		return fmt.Sprintf("%.40q is nothing that a person can do", a.Kind)
	case a.Person == "" || a.Name == "":
		return "an act names the person who did it"
	case len(a.Reason) > maxReason:
		return fmt.Sprintf("a reason has at most %d bytes", maxReason)
	case (a.Edit != nil) != (a.Kind == isnad.ActEditClaim), (a.Parts != nil) != (a.Kind == isnad.ActSplitClaim),
		(a.Grading != "" || a.Status != "") != (a.Kind == isnad.ActGradeIncident), (a.Of != "") != ofAct(a.Kind),
		(a.Moved != nil) != (a.Kind == isnad.ActSplitIncident || a.Kind == isnad.ActMoveClaims),
		(a.Into != "") != (a.Kind == isnad.ActMergeIncidents || a.Kind == isnad.ActRelateIncidents || a.Kind == isnad.ActSplitIncident):
		return fmt.Sprintf("the data given do not belong to an act of kind %s", a.Kind)
	case ofAct(a.Kind):
		return refuseOfAct(a, before)
	case len(a.Claims) == 0:
		return "an act rests on the claims that the person saw"
	case a.Kind.OfClaim():
		return refuseOfClaim(a)
	}
	return refuseOfIncident(a)
}

func refuseOfClaim(a *isnad.Act) string {
	if len(a.Claims) != 1 || a.Claims[0].ID != a.About {
		return "an act about a claim rests on that claim"
	}
	edits := a.Parts
	if a.Kind == isnad.ActEditClaim {
		edits = []isnad.Edit{a.Edit}
		if len(a.Edit) == 0 {
			return "an edit sets at least one slot"
		}
	}
	if a.Kind == isnad.ActSplitClaim && (len(a.Parts) < 2 || len(a.Parts) > maxParts) {
		return fmt.Sprintf("a claim is split into two parts at least and %d at most", maxParts)
	}
	for _, e := range edits {
		c := a.Claims[0]
		if err := e.Apply(&c); err != nil {
			return err.Error()
		}
	}
	return ""
}

func refuseOfIncident(a *isnad.Act) string {
	named := map[string]bool{}
	for i := range a.Claims {
		named[a.Claims[i].ID] = true
	}
	stay := len(named)
	moved := map[string]bool{}
	for _, id := range a.Moved {
		if !named[id] {
			return fmt.Sprintf("claim %.40s is not among those to be moved from", id)
		}
		if !moved[id] {
			moved[id] = true
			stay--
		}
	}
	switch {
	case a.Moved != nil && (len(moved) == 0 || len(moved) > maxMoved):
		return fmt.Sprintf("one claim at least is moved, and %d at most", maxMoved)
	case a.Kind == isnad.ActSplitIncident && stay == 0:
		return "a claim at least stays in the incident that is split"
	case a.Kind == isnad.ActMergeIncidents && a.Into == a.About:
		return "an incident is not merged into itself"
	case a.Kind == isnad.ActRelateIncidents && a.Into == a.About:
		return "an incident is not related to itself"
	case a.Status != "" && !slices.Contains([]isnad.StrikeStatus{isnad.StrikeDeclared, isnad.StrikeLikely, isnad.StrikeContested, isnad.StrikeSingleSource}, a.Status):
		return fmt.Sprintf("%.40q is no strike status", a.Status)
	case a.Grading != "" && !slices.Contains([]isnad.Grading{isnad.GradeConfirmed, isnad.GradeFair, isnad.GradeWeak,
		isnad.GradeContested, isnad.GradeDiscounted, isnad.GradeNoHarm}, a.Grading):
		return fmt.Sprintf("%.40q is no grading", a.Grading)
	}
	return ""
}

// refuseOfAct checks acts about acts: nothing that holds now may rest on what
// they change.
func refuseOfAct(a *isnad.Act, before []isnad.Act) string {
	at := slices.IndexFunc(before, func(b isnad.Act) bool { return b.ID == a.Of })
	if at < 0 {
		return fmt.Sprintf("there is no act %.40s", a.Of)
	}
	of := &before[at]
	s := sift(before)
	if s.undone[of.ID] {
		return "that act was undone"
	}
	subject, since := of, of.Number // what changes, and from when on others could rest on it
	for ofAct(subject.Kind) {
		i := slices.IndexFunc(before, func(b isnad.Act) bool { return b.ID == subject.Of })
		if i < 0 {
			return "what that act is about is not there"
		}
		subject = &before[i]
	}
	if a.Kind == isnad.ActSecond {
		switch {
		case of.Kind == isnad.ActSecond:
			return "that act seconds another, which is the one to be seconded"
		case of.Person == a.Person:
			return "nobody seconds what they did themselves"
		case slices.ContainsFunc(before, func(b isnad.Act) bool {
			return b.Kind == isnad.ActSecond && b.Of == of.ID && b.Person == a.Person && !s.undone[b.ID]
		}):
			return "that person has seconded it already"
		case !slices.ContainsFunc(s.waiting, func(w *isnad.Act) bool { return w.ID == of.ID }):
			return "" // it holds already, and nothing changes
		}
	}
	if of.Kind == isnad.ActSecond && !subject.Paired {
		return "" // it held without it
	}
	scope := scopeOf(subject)
	for _, h := range s.held {
		if h.from > since && h.ID != subject.ID && !ofAct(h.Kind) && scope.meets(scopeOf(h.Act)) {
			return fmt.Sprintf("%s by %s came later (act %s) and rests on it; it is to be undone first", h.Kind, h.Name, h.ID)
		}
	}
	if a.Kind == isnad.ActUndo {
		for _, w := range s.waiting {
			if w.Number > since && w.ID != of.ID && w.ID != subject.ID && !ofAct(w.Kind) && scope.meets(scopeOf(w)) {
				return fmt.Sprintf("%s by %s came later (act %s) and waits for a second person; it is to be undone first", w.Kind, w.Name, w.ID)
			}
		}
	}
	return ""
}

// scope is what an act decides, so that two acts that share some of it bear on
// each other. What a claim says and where it belongs are two things.
type scope map[string]bool

func scopeOf(a *isnad.Act) scope {
	s := scope{}
	if a.Kind.OfClaim() {
		s["says "+a.About] = true
		for n := 1; n < len(a.Parts); n++ { // parts belong somewhere only while they are
			s["says "+a.Part(n)] = true
			s["belongs "+a.Part(n)] = true
		}
		return s
	}
	s["is "+a.About] = true
	if a.Into != "" {
		s["is "+a.Into] = true
	}
	for i := range a.Claims {
		s["belongs "+a.Claims[i].ID] = true
	}
	return s
}

func (s scope) meets(t scope) bool {
	for k := range s {
		if t[k] {
			return true
		}
	}
	return false
}
