package casework

import (
	"slices"
	"time"

	"isnad"
)

// Due is what the clock does with a case now: remind, close, or nothing (empty).
func (r Rules) Due(c *isnad.Case, now time.Time) isnad.CaseActKind {
	clock := By{Actor: isnad.ActorClock, At: now}
	acts := r.Acts(c, clock)
	for _, k := range []isnad.CaseActKind{isnad.CaseClose, isnad.CaseRemind} {
		if slices.Contains(acts, k) {
			return k
		}
	}
	return ""
}

// Overdue tells whether whoever is to act should have.
func Overdue(c *isnad.Case, now time.Time) bool { return !c.Due.IsZero() && now.After(c.Due) }

// remindFrom is when the next reminder is to be written.
func (r Rules) remindFrom(c *isnad.Case) time.Time {
	from := c.Due.Add(-r.RemindAhead)
	for _, a := range slices.Backward(c.Acts) {
		if a.Kind == isnad.CaseRemind {
			if next := a.Time.Add(max(r.RemindEvery, time.Hour)); next.After(from) {
				return next
			}
			break
		}
	}
	return from
}

// setDue says what is due after act a, the last one of the case, and when. An act
// that makes nothing new due leaves the date as it was, though it be past.
func (r Rules) setDue(c *isnad.Case, a *isnad.CaseAct) {
	terms := r.terms(c.Kind)
	var kind isnad.CaseActKind
	var due time.Time
	term := func(k isnad.CaseActKind, from time.Time, t Term, late time.Duration) {
		if kind = k; t.Set() {
			due = r.End(r.End(from, t).Add(late), Term{})
		}
	}
	switch c.State {
	case received:
		term(isnad.CaseAcknowledge, c.Opened, terms.Acknowledge, 0)
	case acknowledged, inReview, appealed:
		from, waited := stretch(c)
		term(isnad.CaseDecide, from, terms.Decide, waited)
	case waiting:
		term(isnad.CaseAnswer, a.Time, terms.Answer, 0)
	case decided:
		if Pending(c) {
			kind, due = isnad.CaseCarryOut, c.CarryBy
		}
	}
	anew := a.Kind == isnad.CaseAsk || a.Kind == isnad.CaseDecide || a.Kind == isnad.CaseAppeal
	if kind == c.DueFor && !anew {
		return
	}
	c.DueFor, c.Due = kind, r.notBefore(due, a.Time)
}

// notBefore is a due date, or the end of the day of the act where it would have
// been due before the act.
func (r Rules) notBefore(due, at time.Time) time.Time {
	if due.IsZero() || !due.Before(at) {
		return due
	}
	return r.End(at, Term{})
}

// stretch is since when the desk is to decide, and for how long of that it waited
// for the person.
func stretch(c *isnad.Case) (from time.Time, waited time.Duration) {
	from = c.Opened
	var asked time.Time
	for _, a := range c.Acts {
		if a.Kind == isnad.CaseAppeal {
			from, waited, asked = a.Time, 0, time.Time{}
		}
		switch {
		case a.State == waiting && asked.IsZero():
			asked = a.Time
		case a.State != waiting && !asked.IsZero():
			waited += a.Time.Sub(asked)
			asked = time.Time{}
		}
	}
	return from, waited
}

// carry is from when and until when a ruling is to be carried out.
func (r Rules) carry(c *isnad.Case, ruling *isnad.Ruling, at time.Time) (from, by time.Time) {
	terms := r.terms(c.Kind)
	switch {
	case ruling.Effect == "":
		return time.Time{}, time.Time{}
	case ruling.NotFor > 0:
		from = r.After(c.Opened, Term{Days: ruling.NotFor, Working: true})
		return from, r.notBefore(r.End(c.Opened, Term{Days: terms.PutBackMax, Working: true}), at)
	case terms.CarryOut.Set():
		by = r.End(at, terms.CarryOut)
	}
	return from, by
}
