package casework

import (
	"time"

	"isnad"
)

// Rules are what a newsroom sets for its cases. Default gives those that hold
// where nothing is set.
type Rules struct {
	Terms    map[isnad.CaseKind]Terms
	Zone     *time.Location // whose days are counted; nil is UTC
	Weekend  []time.Weekday // days of the week on which nobody works
	Holidays []isnad.Day    // other days on which nobody works

	Appeals     int           // how often a case may be appealed
	RemindAhead time.Duration // a reminder is written this long before something is due
	RemindEvery time.Duration // and again after this long, while it is overdue
}

// Terms are the times of one kind of case.
type Terms struct {
	Acknowledge Term // from receipt
	Decide      Term // from receipt, or from an appeal; while an answer is waited for it stands still
	CarryOut    Term // from the decision
	Answer      Term // for the person, from the question
	Appeal      Term // for the person, from the decision; nobody may appeal later

	// What a counter-notice has put back is put back after PutBackMin and within
	// PutBackMax working days from its receipt: 17 U.S.C. 512(g)(2)(C).
	PutBackMin, PutBackMax int
}

// Default gives rules that keep within the law of the places that docs/law.md
// speaks of. Holidays are not among them, since they differ from place to place.
func Default() Rules {
	working := func(n int) Term { return Term{Days: n, Working: true} }
	days := func(n int) Term { return Term{Days: n} }
	// DSA art. 20(1): a decision may be complained about for six months at least.
	const halfYear = 184
	terms := func(acknowledge, decide, carryOut Term) Terms {
		return Terms{Acknowledge: acknowledge, Decide: decide, CarryOut: carryOut, Answer: days(14), Appeal: days(halfYear)}
	}
	counter := terms(working(1), working(7), working(4))
	counter.PutBackMin, counter.PutBackMax = 10, 14
	return Rules{
		Terms: map[isnad.CaseKind]Terms{
			isnad.CaseCorrection:    terms(working(2), working(10), working(2)),
			isnad.CaseComplaint:     terms(working(2), working(20), working(5)),
			isnad.CaseRightOfReply:  terms(working(2), working(5), working(2)),
			isnad.CaseCopyright:     terms(working(1), working(3), working(1)),
			isnad.CaseCounterNotice: counter,
			isnad.CasePrivacy:       terms(working(1), days(21), days(7)), // GDPR art. 12(3): one month for all of it
			isnad.CaseCourtOrder:    terms(working(1), working(2), working(1)),
		},
		Weekend:     []time.Weekday{time.Saturday, time.Sunday},
		Appeals:     2,
		RemindAhead: 24 * time.Hour,
		RemindEvery: 72 * time.Hour,
	}
}

// terms are those of a kind; those of Default where the rules set none.
func (r Rules) terms(k isnad.CaseKind) Terms {
	if t, ok := r.Terms[k]; ok {
		return t
	}
	return Default().Terms[k]
}
