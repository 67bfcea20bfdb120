package casework

import (
	"errors"
	"testing"
	"time"

	"isnad"
)

func day(s string) isnad.Day {
	d, err := isnad.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// TestTerms counts days as the law does: the first day is not counted, the last
// one to its end.
func TestTerms(t *testing.T) {
	fri := []time.Weekday{time.Friday, time.Saturday}
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		name     string
		from     string
		days     int
		working  bool
		weekend  []time.Weekday
		holidays []isnad.Day
		zone     *time.Location
		want     string
	}{
		{name: "calendar days", from: "2026-03-02T09:30:00Z", days: 3, want: "2026-03-05T23:59:59Z"},
		{name: "over a weekend", from: "2026-03-06T09:30:00Z", days: 1, working: true, want: "2026-03-09T23:59:59Z"},
		{name: "from a Saturday", from: "2026-03-07T09:30:00Z", days: 1, working: true, want: "2026-03-09T23:59:59Z"},
		{name: "ten working days are two weeks", from: "2026-03-02T00:00:00Z", days: 10, working: true, want: "2026-03-16T23:59:59Z"},
		{name: "a holiday", from: "2026-03-02T09:30:00Z", days: 1, working: true, holidays: []isnad.Day{day("2026-03-03")}, want: "2026-03-04T23:59:59Z"},
		{name: "a holiday on a Sunday is lost", from: "2026-03-06T09:30:00Z", days: 1, working: true, holidays: []isnad.Day{day("2026-03-08")}, want: "2026-03-09T23:59:59Z"},
		{name: "Friday and Saturday", from: "2026-03-05T09:30:00Z", days: 1, working: true, weekend: fri, want: "2026-03-08T23:59:59Z"},
		{name: "the day is that of the zone", from: "2026-03-02T23:30:00Z", days: 1, zone: berlin, want: "2026-03-04T22:59:59Z"},
		{name: "clocks are put forward", from: "2026-03-28T12:00:00Z", days: 1, zone: berlin, want: "2026-03-29T21:59:59Z"},
		{name: "a leap day", from: "2028-02-28T12:00:00Z", days: 1, want: "2028-02-29T23:59:59Z"},
		{name: "no days", from: "2026-03-02T09:30:00Z", days: 0, want: "2026-03-02T23:59:59Z"},
		{name: "below nothing", from: "2026-03-02T09:30:00Z", days: -5, want: "2026-03-02T23:59:59Z"},
	} {
		r := Default()
		r.Zone, r.Holidays = x.zone, x.holidays
		if x.weekend != nil {
			r.Weekend = x.weekend
		}
		from, err := time.Parse(time.RFC3339, x.from)
		if err != nil {
			t.Fatal(err)
		}
		term := Term{Days: x.days, Working: x.working}
		if got := r.End(from, term).Format(time.RFC3339); got != x.want {
			t.Errorf("%s: ends %s, want %s", x.name, got, x.want)
		}
		if r.After(from, term) != r.End(from, term).Add(time.Second) {
			t.Errorf("%s: after it is not the second after its end", x.name)
		}
	}
	// A calendar in which nobody ever works ends all the same.
	r := Default()
	r.Weekend = []time.Weekday{0, 1, 2, 3, 4, 5, 6}
	if end := r.End(start, Term{Days: 5, Working: true}); end.Before(start) {
		t.Errorf("in a calendar without working days a term ends %s", end)
	}
}

// TestPutBack counts from the receipt of a counter-notice: not before ten working
// days are over, and within fourteen.
func TestPutBack(t *testing.T) {
	r := Default()
	r.Holidays = []isnad.Day{day("2026-03-10")}
	op := By{Actor: isnad.ActorOperator}
	c, err := r.Open(form(isnad.CaseCounterNotice), start) // Monday 2 March
	if err != nil {
		t.Fatal(err)
	}
	c.ID, c.Report = "d00000000000000000001", c.About
	ruling := &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "No action was filed.", Effect: isnad.EffectRestoration}
	c, err = r.Apply(c, isnad.CaseAct{Kind: isnad.CaseDecide, Time: start.AddDate(0, 0, 2), Ruling: ruling}, op)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.CarryFrom.Format(time.RFC3339); got != "2026-03-18T00:00:00Z" {
		t.Errorf("put back from %s; the tenth working day is 17 March", got)
	}
	if got := c.CarryBy.Format(time.RFC3339); got != "2026-03-23T23:59:59Z" || !c.Due.Equal(c.CarryBy) {
		t.Errorf("put back by %s, due %s; the fourteenth working day is 23 March", got, c.Due)
	}
	if c.Ruling.NotFor != 10 || ruling.NotFor != 0 {
		t.Errorf("it waits for %d days; the caller's ruling says %d", c.Ruling.NotFor, ruling.NotFor)
	}
	early := isnad.CaseAct{Kind: isnad.CaseCarryOut, Time: c.CarryFrom.Add(-time.Second)}
	if _, err := r.Apply(c, early, op); !errors.Is(err, ErrTime) || !errors.Is(err, isnad.ErrRefused) {
		t.Errorf("put back too early: %v", err)
	}
	// Word of an action comes in: another decision, and nothing is put back.
	no, err := r.Apply(c, isnad.CaseAct{Kind: isnad.CaseDecide, Time: early.Time, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "An action was filed."}}, op)
	if err != nil || !no.CarryFrom.IsZero() || !no.Due.IsZero() {
		t.Errorf("decided otherwise: from %s, due %s, %v", no.CarryFrom, no.Due, err)
	}
	if _, err := r.Apply(c, isnad.CaseAct{Kind: isnad.CaseCarryOut, Time: c.CarryFrom}, op); err != nil {
		t.Errorf("put back in time: %v", err)
	}
	// What is decided late is due on the day it is decided.
	late := isnad.CaseAct{Kind: isnad.CaseDecide, Time: start.AddDate(0, 2, 0), Ruling: ruling}
	c, err = r.Open(form(isnad.CaseCounterNotice), start)
	if err != nil {
		t.Fatal(err)
	}
	c.Report = c.About
	if c, err = r.Apply(c, late, op); err != nil || c.Due.Before(late.Time) || c.Due.Sub(late.Time) > 24*time.Hour {
		t.Errorf("decided late, it is due %s: %v", c.Due, err)
	}
}

// TestDue follows the dates of a case: late stays late, and waiting for the
// person costs the desk no time.
func TestDue(t *testing.T) {
	c := open(t, isnad.CaseCorrection) // Monday 2 March
	due := func(want string, kind isnad.CaseActKind) {
		t.Helper()
		if got := c.Due.Format(time.RFC3339); got != want || c.DueFor != kind {
			t.Errorf("%s is due %s, want %s %s", c.DueFor, got, kind, want)
		}
	}
	at := func(k isnad.CaseActKind, when string) {
		t.Helper()
		a := act(k)
		a.Time, _ = time.Parse(time.DateOnly, when)
		c = do(t, c, a)
	}
	due("2026-03-04T23:59:59Z", isnad.CaseAcknowledge)
	at(isnad.CaseNote, "2026-03-05")
	due("2026-03-04T23:59:59Z", isnad.CaseAcknowledge) // late, and a note does not change that
	at(isnad.CaseAcknowledge, "2026-03-06")
	due("2026-03-16T23:59:59Z", isnad.CaseDecide) // counted from receipt
	at(isnad.CaseAsk, "2026-03-09")
	due("2026-03-23T23:59:59Z", isnad.CaseAnswer)
	at(isnad.CaseAsk, "2026-03-10")
	due("2026-03-24T23:59:59Z", isnad.CaseAnswer)
	at(isnad.CaseAnswer, "2026-03-14")
	due("2026-03-21T23:59:59Z", isnad.CaseDecide) // five days later than before
	at(isnad.CaseDecide, "2026-03-30")
	due("2026-04-01T23:59:59Z", isnad.CaseCarryOut)
	at(isnad.CaseCarryOut, "2026-03-31")
	due("0001-01-01T00:00:00Z", "")
	at(isnad.CaseAppeal, "2026-04-06")
	due("2026-04-20T23:59:59Z", isnad.CaseDecide) // anew from the appeal
	at(isnad.CaseTakeUp, "2026-05-06")
	due("2026-04-20T23:59:59Z", isnad.CaseDecide) // late, and taking it up does not change that

	// Acknowledged long after a decision was due: that is due at once.
	c = open(t, isnad.CaseCorrection)
	at(isnad.CaseAcknowledge, "2026-06-05")
	due("2026-06-05T23:59:59Z", isnad.CaseDecide)
}

// TestClock follows what time does by itself: it reminds before and after a date,
// not all the time, and closes only what was decided and done.
func TestClock(t *testing.T) {
	r := Default()
	c := open(t, isnad.CaseCorrection)
	var reminded []string
	tick := func(until time.Time) {
		for now := c.Acts[len(c.Acts)-1].Time; now.Before(until); now = now.Add(time.Hour) {
			k := r.Due(&c, now)
			if k == "" {
				continue
			}
			next, err := r.Apply(c, isnad.CaseAct{Kind: k, Time: now}, By{Actor: isnad.ActorClock})
			if err != nil {
				t.Fatalf("%s at %s: %v", k, now, err)
			}
			c = next
			reminded = append(reminded, string(k)+" "+now.Format("02.01."))
		}
	}
	tick(start.AddDate(0, 0, 12))
	if want := "[remind 04.03. remind 07.03. remind 10.03. remind 13.03.]"; c.State != received || len(reminded) != 4 {
		t.Errorf("%s, %v, want %s", c.State, reminded, want)
	}
	if Overdue(&c, c.Due) || !Overdue(&c, c.Due.Add(time.Second)) {
		t.Error("a case is overdue once its last second is over, not before")
	}
	c = do(t, c, act(isnad.CaseDecide), act(isnad.CaseCarryOut))
	reminded = nil
	end := r.AppealEnd(&c)
	tick(end)
	if c.State != carriedOut || reminded != nil {
		t.Errorf("%s before the time for an appeal is over: %v", c.State, reminded)
	}
	tick(end.Add(3 * time.Hour))
	if c.State != closed || len(reminded) != 1 {
		t.Errorf("%s after the time for an appeal is over: %v", c.State, reminded)
	}
}
