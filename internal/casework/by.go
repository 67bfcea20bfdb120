package casework

import (
	"slices"
	"time"

	"isnad"
)

// By is who does an act, and when.
type By struct {
	Actor  isnad.CaseActor
	Person isnad.Person // of the desk
	Author bool         // the person wrote what the case is about, or opened it
	Notice string       // of a notifier, and of whom the desk writes down that they filed an action: ID of the case in which they gave the notice
	Alone  bool         // there is no second person who could decide: see Alone
	At     time.Time    // for Acts and Effects: when; zero asks what is possible whatever the time. Apply takes the time of the act
}

// Needs is the role that a person needs for an act in a case. With decide and
// carry_out it is the least that any decision needs; what an effect needs
// besides NeedsEffect says.
func Needs(c *isnad.Case, k isnad.CaseActKind) isnad.Role {
	switch k {
	case isnad.CaseNote:
		return isnad.RoleContributor
	case isnad.CaseDecide:
		if heavy(c.Kind) || OnAppeal(c) || c.State == carriedOut || c.State == closed || overrules(c) {
			return isnad.RoleReviewer
		}
	case isnad.CaseCarryOut:
		if c.Ruling != nil {
			return NeedsEffect(c, c.Ruling.Effect)
		}
	case isnad.CaseWithdraw, isnad.CaseAppeal:
		return isnad.RoleAdmin // for a person who wrote a letter; what they answer and add editors write down
	}
	return isnad.RoleEditor
}

// NeedsEffect is the role that a person needs to decide on an effect, and to
// carry it out.
func NeedsEffect(c *isnad.Case, e isnad.Effect) isnad.Role {
	if heavy(c.Kind) || slices.Contains([]isnad.Effect{isnad.EffectRemoval, isnad.EffectErasure, isnad.EffectRestoration}, e) {
		return isnad.RoleReviewer
	}
	return isnad.RoleEditor
}

// heavy tells whether cases of the kind are decided by reviewers, whatever the effect.
func heavy(k isnad.CaseKind) bool {
	return k == isnad.CaseCopyright || k == isnad.CaseCounterNotice || k == isnad.CaseCourtOrder
}

// overrules tells whether a decision would take the place of one that a reviewer made.
func overrules(c *isnad.Case) bool {
	return c.State == decided && c.Ruling != nil && NeedsEffect(c, c.Ruling.Effect) == isnad.RoleReviewer
}

// OnAppeal tells whether an appeal is open: it was made and is not decided.
func OnAppeal(c *isnad.Case) bool {
	for _, a := range slices.Backward(c.Acts) {
		switch {
		case a.Kind == isnad.CaseAppeal:
			return true
		case a.Kind == isnad.CaseDecide, a.Kind == isnad.CaseWithdraw:
			return false
		}
	}
	return false
}

// Alone tells whether none but who could decide on the case: no other person of
// those at the desk has the role, or all who have it are barred too. barred are
// IDs of people who wrote what the case is about or opened it.
func Alone(c *isnad.Case, who string, desk []isnad.Person, barred []string) bool {
	need := NeedsEffect(c, isnad.EffectRemoval)
	if n := Needs(c, isnad.CaseDecide); n == isnad.RoleEditor {
		need = n
	}
	return !slices.ContainsFunc(desk, func(p isnad.Person) bool {
		return p.ID != who && p.May(need) && !slices.Contains(barred, p.ID) && !(OnAppeal(c) && decidedBefore(c, p.ID))
	})
}

// decidedBefore tells whether the person decided what is appealed.
func decidedBefore(c *isnad.Case, person string) bool {
	return person != "" && slices.ContainsFunc(c.Acts, func(a isnad.CaseAct) bool {
		return a.Kind == isnad.CaseDecide && a.Person == person
	})
}

// Conflict says why a person should not decide on the case, in words for them;
// empty where nothing stands against it. Where no second person exists nothing does.
func Conflict(c *isnad.Case, by By) string {
	switch {
	case by.Actor != isnad.ActorDesk || by.Alone:
		return ""
	case by.Author:
		return "who wrote what a case is about, or opened it, does not decide on it: another person does"
	case OnAppeal(c) && decidedBefore(c, by.Person.ID):
		return "who decided does not decide on the appeal: another person does"
	}
	return ""
}

// barred says why who cannot do the act, whatever the state; empty where they can.
func barred(c *isnad.Case, k isnad.CaseActKind, by By) string {
	switch by.Actor {
	case isnad.ActorClaimant:
		if !slices.Contains([]isnad.CaseActKind{isnad.CaseAnswer, isnad.CaseAdd, isnad.CaseWithdraw, isnad.CaseAppeal}, k) {
			return "this is done by the desk"
		}
	case isnad.ActorNotifier:
		if k != isnad.CaseActionFiled || by.Notice == "" {
			return "this is done by the desk, or by the person who opened the case"
		}
	case isnad.ActorClock:
		if k != isnad.CaseRemind && k != isnad.CaseClose {
			return "this is done by people"
		}
	case isnad.ActorOperator, isnad.ActorDesk:
		if k == isnad.CaseRemind {
			return "reminders are written by the clock"
		}
		if by.Actor == isnad.ActorOperator {
			return ""
		}
		if need := Needs(c, k); !by.Person.May(need) {
			return "this needs the role of " + string(need)
		}
		if k == isnad.CaseDecide {
			return Conflict(c, by)
		}
	default:
		return "nobody does this"
	}
	return ""
}
