package casework

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"isnad"
)

// ErrTime is wrapped by refusals that hold only for now: it is too early, or too late.
var ErrTime = errors.New("not at this time")

// Open makes a case out of a form that lacks nothing: received, with the act
// that opened it, done by who opened it. The errors are *MissingError. ID,
// Number, Report and Quote are for who keeps it to fill in; so is another actor of
// the first act, where an operator or a person of the desk opened it.
func (r Rules) Open(f isnad.CaseForm, at time.Time) (isnad.Case, error) {
	f = Clean(f)
	if m := Missing(&f); len(m) > 0 {
		return isnad.Case{}, &MissingError{m}
	}
	at = at.UTC()
	c := isnad.Case{
		Kind: f.Kind, State: received, Opened: at, About: f.About, Version: f.Version, Form: f, Notices: []string{},
		Acts: []isnad.CaseAct{{Number: 1, Time: at, Kind: isnad.CaseOpen, Actor: isnad.ActorClaimant, Evidence: slices.Clone(f.Evidence), State: received}},
	}
	if f.Span != nil {
		s := *f.Span
		c.Span = &s
	}
	r.setDue(&c, &c.Acts[0])
	return c, nil
}

// Acts lists what who may do in the case now, in the order of isnad.CaseActKinds.
func (r Rules) Acts(c *isnad.Case, by By) []isnad.CaseActKind {
	var out []isnad.CaseActKind
	for _, k := range isnad.CaseActKinds() {
		if _, err := r.move(c, k, by, by.At); err == nil {
			out = append(out, k)
		}
	}
	return out
}

// Refusal says in words why who cannot do an act now; empty where they can.
func (r Rules) Refusal(c *isnad.Case, k isnad.CaseActKind, by By) string {
	var no refusal
	if _, err := r.move(c, k, by, by.At); errors.As(err, &no) {
		return no.why
	}
	return ""
}

// Apply adds an act to a case and gives the case as it stands after it; c is left
// as it is. Of a are given Kind, Time and the data of the kind; who did it, and
// whose notice it speaks of, is taken from by, and number and states are set. A time before that of the last act
// is taken as that one's. Errors wrap isnad.ErrRefused with words for the person,
// and ErrTime too where only the time stands against it.
func (r Rules) Apply(c isnad.Case, a isnad.CaseAct, by By) (isnad.Case, error) {
	if a.Time.IsZero() {
		return isnad.Case{}, refusal{why: "an act has a time"}
	}
	a.Time = a.Time.UTC()
	if n := len(c.Acts); n > 0 && a.Time.Before(c.Acts[n-1].Time) {
		a.Time = c.Acts[n-1].Time
	}
	to, err := r.move(&c, a.Kind, by, a.Time)
	if err != nil {
		return isnad.Case{}, err
	}
	a.Number = 1
	if n := len(c.Acts); n > 0 {
		a.Number = c.Acts[n-1].Number + 1
	}
	a.Actor, a.Person, a.Name, a.Role, a.Notice = by.Actor, "", "", "", ""
	if a.Kind == isnad.CaseActionFiled {
		a.Notice = by.Notice
	}
	if by.Actor == isnad.ActorDesk {
		a.Person, a.Name, a.Role = by.Person.ID, by.Person.Name, by.Person.Role
	}
	a.From, a.State, a.Erased = c.State, to, ""
	if err := r.fit(&c, &a, by); err != nil {
		return isnad.Case{}, err
	}
	r.record(&c, &a)
	return c, nil
}

// record puts the act into the case. c shares its slices with the caller's case,
// so they are copied before they grow.
func (r Rules) record(c *isnad.Case, a *isnad.CaseAct) {
	onAppeal := OnAppeal(c)
	c.Acts = append(slices.Clone(c.Acts), *a)
	c.State = a.State
	switch a.Kind {
	case isnad.CaseAssign:
		c.Handler = a.To
	case isnad.CaseTakeUp:
		if c.Handler == "" {
			c.Handler = a.Person
		}
	case isnad.CaseWithdraw:
		if !onAppeal {
			c.Decision = isnad.CaseWithdrawn
		}
	case isnad.CaseDecide:
		ruling := *a.Ruling
		c.Ruling, c.Decision, c.Reasons, c.Decided = &ruling, ruling.Decision, ruling.Reasons, a.Time
		c.CarryFrom, c.CarryBy = r.carry(c, &ruling, a.Time)
		if ruling.Effect != "" {
			c.CarriedOut = time.Time{}
		}
	case isnad.CaseCarryOut:
		c.CarriedOut = a.Time
		c.Notices = append(slices.Clone(c.Notices), a.Notices...)
	case isnad.CaseAppeal:
		c.Appeals++
	}
	r.setDue(c, a)
}

// refusal is an error with words for a person.
type refusal struct {
	why  string
	time bool
}

func (e refusal) Error() string { return e.why + ": " + isnad.ErrRefused.Error() }

// Unwrap lets who shows the words of a refusal to a person find them.
func (e refusal) Unwrap() error { return isnad.ErrRefused }

func (e refusal) Is(target error) bool { return e.time && target == ErrTime }

// move says where an act leads that who does at a time. With the zero time it
// asks whether there is any time for it.
func (r Rules) move(c *isnad.Case, k isnad.CaseActKind, by By, at time.Time) (isnad.CaseState, error) {
	row, ok := table[k]
	if !ok {
		return "", refusal{why: fmt.Sprintf("%.40q is nothing that is done in a case", string(k))}
	}
	m, ok := row[c.State]
	switch {
	case !ok:
		return "", refusal{why: fmt.Sprintf("%.40q is no state of a case", string(c.State))}
	case m.to == "":
		return "", refusal{why: m.why}
	}
	if why := barred(c, k, by); why != "" {
		return "", refusal{why: why}
	}
	if why := unfit(c, k, by); why != "" {
		return "", refusal{why: why}
	}
	if why := r.untimely(c, k, by, at); why != "" {
		return "", refusal{why: why, time: true}
	}
	return after(c, k, m.to), nil
}

// after is the state that an act leads to: that of the table, but where an appeal is open.
func after(c *isnad.Case, k isnad.CaseActKind, to isnad.CaseState) isnad.CaseState {
	switch {
	case k == isnad.CaseActionFiled && c.State == decided && (!Pending(c) || ActionFiled(c)):
		return decided // what is pending after a first word of an action puts nothing back
	case !OnAppeal(c):
	case k == isnad.CaseAnswer:
		return appealed
	case k == isnad.CaseWithdraw && Pending(c):
		return decided
	}
	return to
}

// ActionFiled tells whether word came that an action was filed against who gave a
// counter-notice, whoever filed it.
func ActionFiled(c *isnad.Case) bool {
	return slices.ContainsFunc(c.Acts, func(a isnad.CaseAct) bool { return a.Kind == isnad.CaseActionFiled })
}

// FiledBy tells whether word came that whoever gave a notice, in the case of that ID,
// filed an action against who gave a counter-notice.
func FiledBy(c *isnad.Case, notice string) bool {
	return slices.ContainsFunc(c.Acts, func(a isnad.CaseAct) bool { return a.Kind == isnad.CaseActionFiled && a.Notice == notice })
}

// Pending tells whether the last decision has an effect that is not carried out.
func Pending(c *isnad.Case) bool {
	return c.Ruling != nil && c.Ruling.Effect != "" && c.CarriedOut.IsZero()
}

// unfit says why what happened in the case stands against an act.
func unfit(c *isnad.Case, k isnad.CaseActKind, by By) string {
	switch k {
	case isnad.CaseActionFiled:
		if c.Kind != isnad.CaseCounterNotice {
			return "word of an action is for counter-notices"
		}
		if FiledBy(c, by.Notice) {
			return "that they filed an action was said already: nothing is put back"
		}
	case isnad.CaseDecide:
		if c.Decision == isnad.CaseWithdrawn {
			return "it was withdrawn: what is wrong all the same is put right in another case"
		}
	case isnad.CaseAppeal:
		if c.Decision == isnad.CaseWithdrawn {
			return "it was withdrawn, not decided: another case can be opened"
		}
	case isnad.CaseCarryOut:
		if c.Ruling == nil || c.Ruling.Decision == isnad.CaseRejected {
			return "it was rejected: there is nothing to carry out"
		}
	case isnad.CaseClose:
		if Pending(c) {
			return "what was decided is not carried out yet: carry it out, or decide otherwise"
		}
	case isnad.CaseRemind:
		if c.Due.IsZero() {
			return whyNothingDue
		}
	}
	return ""
}

// untimely says why an act cannot be done at a time.
func (r Rules) untimely(c *isnad.Case, k isnad.CaseActKind, by By, at time.Time) string {
	switch k {
	case isnad.CaseAppeal:
		if c.Appeals >= r.Appeals {
			return fmt.Sprintf("it was appealed %d times: that is the end of it here", c.Appeals)
		}
		if end := r.AppealEnd(c); !at.IsZero() && !end.IsZero() && at.After(end) {
			return "the time for an appeal ended on " + r.date(end)
		}
	case isnad.CaseCarryOut:
		if !at.IsZero() && at.Before(c.CarryFrom) {
			return "it is carried out from " + r.date(c.CarryFrom) + " on, not before"
		}
	case isnad.CaseClose:
		if by.Actor == isnad.ActorClock && !at.IsZero() && !at.After(r.AppealEnd(c)) {
			return "the time for an appeal is not over"
		}
	case isnad.CaseRemind:
		if !at.IsZero() && at.Before(r.remindFrom(c)) {
			return "nobody is to be reminded yet"
		}
	}
	return ""
}

// AppealEnd is when the time for an appeal is over; zero where nothing is decided
// or no time is set.
func (r Rules) AppealEnd(c *isnad.Case) time.Time {
	t := r.terms(c.Kind).Appeal
	if c.Decided.IsZero() || !t.Set() {
		return time.Time{}
	}
	return r.End(c.Decided, t)
}

func (r Rules) date(t time.Time) string { return isnad.DayOf(t.In(r.zone())).String() }
