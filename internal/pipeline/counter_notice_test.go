package pipeline_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

// letters takes the letters that wait, as who sends them does.
func (h house) letters() (out []store.Mail) {
	h.t.Helper()
	for {
		m, err := h.Store.NextMail(h.t.Context())
		if errors.Is(err, isnad.ErrNotFound) {
			slices.SortFunc(out, func(a, b store.Mail) int { return a.Written.Compare(b.Written) })
			return out
		}
		if err != nil {
			h.t.Fatal(err)
		}
		if err := h.Store.MailSent(h.t.Context(), m); err != nil {
			h.t.Fatal(err)
		}
		out = append(out, m)
	}
}

// dispute is a report that was removed upon a notice, and a counter-notice against
// that, on a Monday.
type dispute struct {
	house
	at              *time.Time
	report          string
	notice, counter isnad.Case
	reviewer        casework.By
}

func (h house) dispute() dispute {
	h.t.Helper()
	h.work()
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	h.settle()
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	d := dispute{house: h, at: &at, report: reportOf(h)}
	h.Pipeline.Now, h.BaseURL = func() time.Time { return *d.at }, "https://news.example/"
	d.reviewer = desk(h.person("u00000000000000000001", "Rim", isnad.RoleReviewer))
	f := complaint(d.report)
	f.Kind, f.Work, f.Email, f.Signature, f.Faith, f.Accuracy, f.Language = isnad.CaseCopyright, "A text", "owner@works.example", "An Owner", true, true, "ar"
	d.notice, _ = h.open(f)
	h.act(d.notice.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "It is theirs.", Effect: isnad.EffectRemoval}}, d.reviewer)
	d.notice = h.act(d.notice.ID, isnad.CaseAct{Kind: isnad.CaseCarryOut}, d.reviewer)
	h.act(d.notice.ID, isnad.CaseAct{Kind: isnad.CaseClose}, d.reviewer)
	f = complaint(d.report)
	f.Kind, f.Postal, f.Phone, f.Signature, f.Accuracy, f.Consent = isnad.CaseCounterNotice, "Mill Lane 3", "+1 202 555 0101", "Samira Haddad", true, true
	d.counter, _ = h.open(f)
	return d
}

func (d dispute) day(days int) { *d.at = time.Date(2026, 3, 2+days, 9, 0, 0, 0, time.UTC) }

func (d dispute) removed() bool {
	d.t.Helper()
	s, err := d.Store.Standings(d.t.Context(), []string{d.report})
	if err != nil {
		d.t.Fatal(err)
	}
	return s[d.report].Removed != ""
}

var putBack = isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "It is their own text.", Effect: isnad.EffectRestoration}}

// From a counter-notice to what it puts back: who gave the notice gets a copy in
// their language with the days, the text comes back after ten working days and not
// before, and both are told.
func TestCounterNoticePutsBack(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, h house) {
		d := h.dispute()
		for _, m := range h.letters() {
			if m.Reader == store.MailToNotifier {
				t.Errorf("a form alone had a letter sent to others: %+v", m)
			}
		}
		d.day(1)
		other := desk(h.person("u00000000000000000002", "Omar", isnad.RoleReviewer))
		h.act(d.counter.ID, isnad.CaseAct{Kind: isnad.CaseAcknowledge}, other)
		list := h.letters()
		if len(list) != 2 {
			t.Fatalf("letters %+v", list)
		}
		slices.SortFunc(list, func(a, b store.Mail) int { return strings.Compare(string(a.Reader), string(b.Reader)) })
		person, notifier := list[0], list[1]
		if person.To != "samira@press.example" || person.Thread != d.counter.ID || !strings.Contains(person.Text, "A copy of your counter-notice") {
			t.Errorf("to the person: %+v", person)
		}
		if notifier.To != "owner@works.example" || notifier.About != d.counter.ID || notifier.Thread != d.notice.ID || notifier.Language != "ar" || notifier.Reader != store.MailToNotifier {
			t.Errorf("to the notifier: %+v", notifier)
		}
		for _, w := range []string{"Samira Haddad", "Mill Lane 3", "+1 202 555 0101", "2026-03-17", "2026-03-20", "https://news.example/cases/"} {
			if !strings.Contains(notifier.Text, w) {
				t.Errorf("no %q in the copy: %s", w, notifier.Text)
			}
		}
		if strings.Contains(notifier.Text, "samira@press.example") {
			t.Errorf("the copy tells an e-mail address: %s", notifier.Text)
		}
		// The link is that of the notice, not of the counter-notice.
		_, token, _ := strings.Cut(notifier.Text, "/cases/")
		token, _, _ = strings.Cut(token, "\n")
		if c, err := h.Store.CaseOf(t.Context(), isnad.HashOf([]byte(token))); err != nil || c.ID != d.notice.ID {
			t.Errorf("the copy leads to %s: %v", c.ID, err)
		}
		// Who decided the removal does not decide that it comes back.
		if _, err := h.ActOnCase(t.Context(), d.counter.ID, putBack, nil, d.reviewer); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("who removed it decided: %v", err)
		}
		h.act(d.counter.ID, putBack, other)
		h.letters()
		for _, days := range []int{1, 10, 14} {
			d.day(days)
			if _, err := h.ActOnCase(t.Context(), d.counter.ID, isnad.CaseAct{Kind: isnad.CaseCarryOut}, nil, other); !errors.Is(err, casework.ErrTime) {
				t.Errorf("put back after %d days: %v", days, err)
			}
		}
		d.day(15)
		if !d.removed() {
			t.Fatal("it is shown before its time")
		}
		c := h.act(d.counter.ID, isnad.CaseAct{Kind: isnad.CaseCarryOut}, other)
		h.settle()
		if d.removed() || c.State != isnad.CaseCarriedOut || casework.Overdue(&c, *d.at) {
			t.Errorf("removed %v, %s", d.removed(), c.State)
		}
		if _, err := h.Store.Report(t.Context(), d.report, 0); err != nil {
			t.Errorf("the report does not come back: %v", err)
		}
		told := map[string]string{}
		for _, m := range h.letters() {
			told[m.To] = m.Subject
		}
		if len(told) != 2 || !strings.Contains(told["owner@works.example"], "أُعيد النص") || !strings.Contains(told["samira@press.example"], "Carried out") {
			t.Errorf("told %q", told)
		}
		h.whole()
	})
}

// Word of an action by who gave the notice, before the time is over, keeps the text
// from being put back; from others it is not heard.
func TestActionStopsPuttingBack(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, h house) {
		d := h.dispute()
		other := desk(h.person("u00000000000000000002", "Omar", isnad.RoleReviewer))
		notifier := casework.By{Actor: isnad.ActorNotifier, Notice: d.notice.ID}
		filed := isnad.CaseAct{Kind: isnad.CaseActionFiled, Text: "Sample Court, 1:26-cv-1."}
		say := func(by casework.By) error {
			_, err := h.ActOnCase(t.Context(), d.counter.ID, filed, []isnad.Upload{upload("action.txt", "Owner v. Haddad")}, by)
			return err
		}
		if err := say(notifier); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("before they were told of it: %v", err)
		}
		h.act(d.counter.ID, isnad.CaseAct{Kind: isnad.CaseAcknowledge}, other)
		h.act(d.counter.ID, putBack, other)
		stranger, _ := h.open(complaint(d.report))
		for name, by := range map[string]casework.By{"who opened it": claimant, "a stranger": {Actor: isnad.ActorNotifier, Notice: stranger.ID}, "nobody": {Actor: isnad.ActorNotifier}, "the counter-notice itself": {Actor: isnad.ActorNotifier, Notice: d.counter.ID}} {
			if err := say(by); !errors.Is(err, isnad.ErrRefused) {
				t.Errorf("%s said it: %v", name, err)
			}
		}
		h.letters()
		d.day(9)
		if err := say(notifier); err != nil {
			t.Fatal(err)
		}
		c, err := h.Store.Case(t.Context(), d.counter.ID)
		last := c.Acts[len(c.Acts)-1]
		if err != nil || c.State != isnad.CaseInReview || last.Actor != isnad.ActorNotifier || last.Person != "" || len(last.Evidence) != 1 || last.Evidence[0].Capture == "" {
			t.Errorf("%s after %+v: %v", c.State, last, err)
		}
		told := map[string]string{}
		for _, m := range h.letters() {
			told[m.To] = m.Text
		}
		if len(told) != 2 || !strings.Contains(told["samira@press.example"], "1:26-cv-1") {
			t.Errorf("told %q", told)
		}
		for _, days := range []int{9, 15, 18, 40} {
			d.day(days)
			if _, err := h.ActOnCase(t.Context(), d.counter.ID, isnad.CaseAct{Kind: isnad.CaseCarryOut}, nil, other); !errors.Is(err, isnad.ErrRefused) {
				t.Errorf("put back after %d days: %v", days, err)
			}
			if err := h.Clock(t.Context(), *d.at); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := h.ActOnCase(t.Context(), d.counter.ID, putBack, nil, other); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("decided to put it back all the same: %v", err)
		}
		h.act(d.counter.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "An action was filed."}}, other)
		if !d.removed() {
			t.Error("it was put back")
		}
		h.whole()
	})
}

// removalOf has a case about the report of a dispute end in its removal.
func (d dispute) removalOf(f isnad.CaseForm, legal bool) isnad.Case {
	d.t.Helper()
	c, _ := d.open(f)
	d.act(c.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "It is theirs.", Effect: isnad.EffectRemoval, Legal: legal}}, d.reviewer)
	return d.act(c.ID, isnad.CaseAct{Kind: isnad.CaseCarryOut}, d.reviewer)
}

// to is the letters that wait, by whom they are to.
func (h house) lettersTo() map[string][]store.Mail {
	h.t.Helper()
	out := map[string][]store.Mail{}
	for _, m := range h.letters() {
		out[m.To] = append(out[m.To], m)
	}
	return out
}

// Of two who gave notices each has a copy, and says for themselves that they filed an
// action: it is kept whose word it is, and nobody else is told that they said it.
func TestTwoNotices(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, h house) {
		d := h.dispute()
		f := d.notice.Form
		f.Email, f.Language = "agency@works.example", "en"
		second := d.removalOf(f, true)
		other := desk(h.person("u00000000000000000002", "Omar", isnad.RoleReviewer))
		h.letters()
		h.act(d.counter.ID, isnad.CaseAct{Kind: isnad.CaseTakeUp}, other)
		told := h.lettersTo()
		if len(told) != 3 || len(told["owner@works.example"]) != 1 || len(told["agency@works.example"]) != 1 || !strings.Contains(told["samira@press.example"][0].Text, "A copy of your counter-notice") {
			t.Errorf("taken up: told %+v", told)
		}
		h.act(d.counter.ID, putBack, other)
		h.letters()

		filed := isnad.CaseAct{Kind: isnad.CaseActionFiled, Text: "Sample Court, 1:26-cv-1."}
		down := filed
		for _, whose := range []string{"", d.counter.ID, "d00000000000000000009"} { // who of the two it was has to be said
			down.Notice = whose
			if _, err := h.ActOnCase(t.Context(), d.counter.ID, down, nil, other); !errors.Is(err, isnad.ErrRefused) {
				t.Errorf("written down as the word of %q: %v", whose, err)
			}
		}
		say := func(a isnad.CaseAct, by casework.By, to string, whose string) {
			t.Helper()
			c := h.act(d.counter.ID, a, by)
			if last := c.Acts[len(c.Acts)-1]; last.Notice != whose || c.State != isnad.CaseInReview {
				t.Errorf("%s after the word of %q", c.State, last.Notice)
			}
			told := h.lettersTo()
			if len(told) != 2 || len(told[to]) != 1 || len(told["samira@press.example"]) != 1 {
				t.Errorf("to be told: %s and who gave the counter-notice; told %+v", to, told)
			}
			if _, err := h.ActOnCase(t.Context(), d.counter.ID, a, nil, by); !errors.Is(err, isnad.ErrRefused) {
				t.Errorf("it was said twice: %v", err)
			}
			if told := h.letters(); len(told) > 0 {
				t.Errorf("for what was refused %+v are told", told)
			}
		}
		say(filed, casework.By{Actor: isnad.ActorNotifier, Notice: second.ID}, "agency@works.example", second.ID)
		down.Notice, down.Way = d.notice.ID, isnad.WayLetter
		say(down, other, "owner@works.example", d.notice.ID)

		kept, err := h.Store.Mails(t.Context(), d.counter.ID)
		got := map[string][]int{}
		for _, m := range kept {
			if m.Reader == store.MailToNotifier {
				got[m.Thread] = append(got[m.Thread], m.Act)
			}
		}
		if err != nil || len(got) != 2 || !slices.Equal(got[d.notice.ID], []int{2, 5}) || !slices.Equal(got[second.ID], []int{2, 4}) {
			t.Errorf("of letters that were sent it is kept whose they were: %v %v", got, err)
		}
		c, err := h.Store.Case(t.Context(), d.counter.ID)
		if err != nil || !casework.FiledBy(&c, d.notice.ID) || !casework.FiledBy(&c, second.ID) {
			t.Errorf("read again it is not known who filed: %+v %v", c.Acts, err)
		}
		h.whole()
	})
}

// Where nobody gave a notice upon which the report was removed, no copy goes to
// anybody, and the person is not told that one did.
func TestNoCopyWithoutANotice(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, h house) {
		d := h.dispute()
		other := desk(h.person("u00000000000000000002", "Omar", isnad.RoleReviewer))
		h.act(d.counter.ID, isnad.CaseAct{Kind: isnad.CaseWithdraw}, claimant)
		h.act(d.notice.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "It was a mistake.", Effect: isnad.EffectRestoration}}, operator)
		h.act(d.notice.ID, isnad.CaseAct{Kind: isnad.CaseCarryOut}, operator)
		h.settle()
		rejected, _ := h.open(d.notice.Form)
		h.act(rejected.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "It is not theirs."}}, operator)
		f := complaint(d.report)
		f.Kind = isnad.CasePrivacy
		private := d.removalOf(f, false)
		for _, about := range []string{d.report, d.notice.ID, rejected.ID, private.ID} {
			f := d.counter.Form
			f.About = about
			c, _ := h.open(f)
			h.letters()
			h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseAcknowledge}, other)
			list := h.letters()
			if len(list) != 1 || list[0].To != "samira@press.example" || strings.Contains(list[0].Text, "A copy of your counter-notice") {
				t.Errorf("a counter-notice about %s is acknowledged to %+v", about, list)
			}
			for _, n := range []isnad.Case{d.notice, rejected, private} {
				_, err := h.ActOnCase(t.Context(), c.ID, isnad.CaseAct{Kind: isnad.CaseActionFiled, Text: "Sample Court."}, nil, casework.By{Actor: isnad.ActorNotifier, Notice: n.ID})
				if !errors.Is(err, isnad.ErrRefused) {
					t.Errorf("case %d, upon which nothing is removed as a work of others, is heard: %v", n.Number, err)
				}
			}
		}
		h.whole()
	})
}
