package casework

import (
	"errors"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template/parse"
	"time"
	"unicode"

	"isnad"
)

// told lists the facts that a template names, with those of conditions.
func told(n parse.Node, into map[string]bool) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, x := range n.Nodes {
				told(x, into)
			}
		}
	case *parse.ActionNode:
		told(n.Pipe, into)
	case *parse.PipeNode:
		for _, c := range n.Cmds {
			for _, x := range c.Args {
				told(x, into)
			}
		}
	case *parse.FieldNode:
		into[strings.Join(n.Ident, ".")] = true
	case *parse.IfNode:
		told(n.Pipe, into)
		told(n.List, into)
		told(n.ElseList, into)
	case *parse.WithNode:
		told(n.Pipe, into)
		told(n.List, into)
		told(n.ElseList, into)
	}
}

// Every letter, and every word in one, is there in every language and names the
// same facts in each.
func TestLettersTellTheSameInEveryLanguage(t *testing.T) {
	facts := func(language string) map[string][]string {
		out := map[string][]string{}
		for _, x := range letterLanguages[language].Templates() {
			if strings.HasSuffix(x.Name(), ".txt") {
				continue
			}
			names := map[string]bool{}
			told(x.Root, names)
			out[x.Name()] = slices.Sorted(maps.Keys(names))
		}
		return out
	}
	english := facts("en")
	if len(letterLanguages) != len(LetterLanguages()) || len(english) < 40 {
		t.Fatalf("%d languages, %d names in English", len(letterLanguages), len(english))
	}
	for _, language := range LetterLanguages() {
		got := facts(language)
		for name, want := range english {
			if have, ok := got[name]; !ok || !slices.Equal(have, want) {
				t.Errorf("%s, %q tells %v (%v), in English %v", language, name, have, ok, want)
			}
			if x := letterLanguages[language].Lookup(name); x != nil && strings.TrimSpace(x.Root.String()) == "" {
				t.Errorf("%s, %q is empty", language, name)
			}
		}
		if len(got) != len(english) {
			t.Errorf("%s has %d names, English %d", language, len(got), len(english))
		}
		for _, k := range isnad.CaseKinds() {
			if _, ok := got["kind "+string(k)]; !ok {
				t.Errorf("%s has no word for cases of kind %s", language, k)
			}
		}
		for _, e := range isnad.Effects() {
			if _, ok := got["effect "+string(e)]; !ok {
				t.Errorf("%s has no word for the effect %s", language, e)
			}
		}
	}
}

var figures = regexp.MustCompile(`\d{4}-\d{2}-\d{2}|https://\S+|\+1 555[\d ]*\d`)

// What the letters of a whole case tell (days, links, words of people) is the same
// in Arabic as in English, in its order, with marks that keep figures in theirs.
func TestLettersInArabic(t *testing.T) {
	const link = "https://news.example/cases/secret"
	ruled := isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CasePartlyUpheld, Reasons: "The source says otherwise.", Effect: isnad.EffectClarification, Body: "Words."}}
	acts := []isnad.CaseAct{act(isnad.CaseAcknowledge), {Kind: isnad.CaseAsk, Text: "Which figure?"}, act(isnad.CaseAnswer), ruled, act(isnad.CaseCarryOut),
		{Kind: isnad.CaseAppeal, Text: "No."}, {Kind: isnad.CaseWithdraw}}
	write := func(language string) (out []Letter) {
		c := open(t, isnad.CaseComplaint)
		c.Form.Language = language
		for i := 0; ; i++ {
			out = append(out, Default().Letters(&c, &c.Acts[len(c.Acts)-1], link, false)...)
			if i == len(acts) {
				return out
			}
			c = do(t, c, acts[i])
		}
	}
	english, arabic := write("en"), write("ar-SY")
	if len(english) != len(arabic) || len(english) != len(acts) { // all but the answer, and the receipt
		t.Fatalf("%d letters in English, %d in Arabic", len(english), len(arabic))
	}
	for i, a := range arabic {
		e := english[i]
		if a.Language != "ar" || e.Language != "en" || a.To != e.To {
			t.Errorf("%+v and %+v", a, e)
		}
		plain := strings.ReplaceAll(a.Text, leftToRight, "")
		if want, got := figures.FindAllString(e.Text, -1), figures.FindAllString(plain, -1); !slices.Equal(got, want) {
			t.Errorf("%s tells %q, in English %q", a.Subject, got, want)
		}
		for _, said := range []string{"Which figure?", "The source says otherwise."} {
			if strings.Contains(e.Text, "\n"+said+"\n") != strings.Contains(a.Text, "\n"+said+"\n") {
				t.Errorf("%s: the words %q stand in one language alone", a.Subject, said)
			}
		}
		if !strings.Contains(a.Text, "\n"+link+"\n") {
			t.Errorf("the link does not stand alone: %q", a.Text)
		}
		if n := strings.Count(a.Text, leftToRight); n != 2*len(regexp.MustCompile(`\d{4}-\d\d-\d\d`).FindAllString(a.Text, -1)) {
			t.Errorf("days without marks: %q", a.Text)
		}
		for line := range strings.Lines(a.Text + "\n" + a.Subject) { // the first letter says how a line runs
			if r := []rune(strings.TrimSpace(line)); len(r) > 0 && r[0] > 0x80 && !unicode.Is(unicode.Arabic, r[0]) {
				t.Errorf("a line begins with %q: %q", r[0], line)
			}
		}
		if strings.ContainsAny(a.Text+a.Subject, "\u202a\u202b\u202e\u2066\u2067") {
			t.Errorf("what is begun may not be ended: %q", a.Text)
		}
	}
	// Whoever reads another language is written to in English.
	for tag, want := range map[string]string{"": "en", "fa": "en", "ckb": "en", "AR": "ar", "ar-Latn-SY": "ar", "en-GB": "en", "arz": "en"} {
		if got := LetterLanguage(&isnad.CaseForm{Language: tag}); got != want {
			t.Errorf("%q is written to in %s, want %s", tag, got, want)
		}
	}
}

// removal is a decision by which something is removed.
var removal = isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "It is theirs.", Effect: isnad.EffectRemoval}}

// counter is a counter-notice, and the notice that it is against.
func counter(t *testing.T) (c, notice isnad.Case) {
	c, notice = open(t, isnad.CaseCounterNotice), do(t, open(t, isnad.CaseCopyright), removal, act(isnad.CaseCarryOut))
	notice.ID, notice.Number, notice.Form.Email = "d00000000000000000002", 2, "owner@works.example"
	return c, notice
}

var restoration = isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "It was a mistake.", Effect: isnad.EffectRestoration}}

// Who gave a notice gets a copy of the counter-notice, once, with what the law wants
// in it and nothing else, when somebody first looked at it; nobody gets one because
// a form was filled.
func TestCopyOfACounterNotice(t *testing.T) {
	const link = "https://news.example/cases/notice"
	reject := isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "It was none."}}
	for name, q := range map[string]struct {
		acts []isnad.CaseAct
		want int // number of the act with which it goes; 0 for none
	}{
		"handed in":          {nil, 0},
		"noted and given":    {[]isnad.CaseAct{act(isnad.CaseNote), act(isnad.CaseAssign)}, 0},
		"acknowledged":       {[]isnad.CaseAct{act(isnad.CaseNote), act(isnad.CaseAcknowledge), act(isnad.CaseTakeUp), restoration}, 3},
		"taken up":           {[]isnad.CaseAct{act(isnad.CaseTakeUp), restoration}, 2},
		"taken up later":     {[]isnad.CaseAct{act(isnad.CaseAcknowledge), act(isnad.CaseTakeUp)}, 2},
		"decided at once":    {[]isnad.CaseAct{restoration}, 2},
		"rejected at once":   {[]isnad.CaseAct{reject}, 0},
		"upheld upon appeal": {[]isnad.CaseAct{reject, act(isnad.CaseAppeal), restoration}, 4},
	} {
		c, notice := counter(t)
		c.Form.Name, c.Form.Language = "Counter Person", "ar"
		sent := 0
		for i := 0; ; i++ {
			last := &c.Acts[len(c.Acts)-1]
			for _, l := range Default().NotifierLetters(&c, last, &notice, link) {
				if sent++; last.Number != q.want || l.To != "owner@works.example" || l.Language != "en" {
					t.Errorf("%s: act %d: %+v", name, last.Number, l)
				}
				for _, w := range []string{"case 2 (copyright)", "512(g)(2)(B)", "2026-03-02", "not before 2026-03-17", "by 2026-03-20", "Name: Counter Person", "1 Example Street, Exampleton", "+1 555 0100 200", "The figure is not that of the ministry.", link, "perjury", "jurisdiction"} {
					if !strings.Contains(l.Subject+l.Text, w) {
						t.Errorf("%s: no %q in %s", name, w, l.Text)
					}
				}
				if strings.Contains(l.Text, c.Form.Email) {
					t.Errorf("%s: the copy tells an e-mail address, which the law does not ask for", name)
				}
			}
			for _, copied := range []bool{true, false} { // false: there is nobody to whom a copy could go
				mine := Default().Letters(&c, last, "https://news.example/cases/counter", copied)
				if told := len(mine) > 0 && strings.Contains(mine[0].Text, "أُرسلت نسخة من إشعارك المضاد"); told != (copied && last.Number == q.want) {
					t.Errorf("%s: act %d, with a copy %v: the person is told that it went: %v", name, last.Number, copied, told)
				}
				if len(mine) > 0 && last.Kind == isnad.CaseTakeUp && !copied {
					t.Errorf("%s: they are written to about what is no concern of theirs: %+v", name, mine)
				}
			}
			if i == len(q.acts) {
				break
			}
			c = do(t, c, q.acts[i])
		}
		if (sent == 1) != (q.want > 0) || PassedOn(&c).IsZero() != (q.want == 0) {
			t.Errorf("%s: %d copies, passed on %s", name, sent, PassedOn(&c))
		}
		other := notice
		other.Kind = isnad.CasePrivacy // who asked for it for another reason is not handed names and addresses
		kept := do(t, open(t, isnad.CaseCopyright), isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: reject.Ruling})
		undone := do(t, open(t, isnad.CaseCopyright), removal)
		silent := notice
		silent.Form.Email = ""
		for to, n := range map[string]*isnad.Case{"a privacy request": &other, "a notice that was rejected": &kept, "a notice upon which nothing was removed yet": &undone, "a notice without an address": &silent} {
			for i := range c.Acts {
				if l := Default().NotifierLetters(&c, &c.Acts[i], n, link); len(l) > 0 {
					t.Errorf("%s: a copy goes to %s: %+v", name, to, l)
				}
			}
		}
	}
}

// Word of an action stops what is to be put back, whatever it stands at, and only a
// court's order brings it back. Without it the clock goes on to the end.
func TestActionFiled(t *testing.T) {
	r := Default()
	notifier := By{Actor: isnad.ActorNotifier, Notice: "d00000000000000000002"}
	filed := isnad.CaseAct{Kind: isnad.CaseActionFiled, Text: "Sample Court, 1:26-cv-1, filed on 10 March."}
	at := func(c isnad.Case, a isnad.CaseAct, days int, by By) (isnad.Case, error) {
		a.Time = start.AddDate(0, 0, days)
		return r.Apply(c, a, by)
	}
	c, notice := counter(t)
	c = do(t, c, act(isnad.CaseAcknowledge), restoration)
	stopped, err := at(c, filed, 8, notifier)
	if err != nil || stopped.State != inReview || stopped.DueFor != isnad.CaseDecide || stopped.Due.Before(start.AddDate(0, 0, 8)) || !ActionFiled(&stopped) {
		t.Fatalf("%s, due %s %s: %v", stopped.State, stopped.DueFor, stopped.Due, err)
	}
	for days := range 40 {
		if _, err := at(stopped, act(isnad.CaseCarryOut), 8+days, By{Actor: isnad.ActorOperator}); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("put back after %d days: %v", 8+days, err)
		}
	}
	if _, err := at(stopped, restoration, 9, By{Actor: isnad.ActorOperator}); err == nil || !strings.Contains(err.Error(), "has filed an action") {
		t.Errorf("it was decided to put it back all the same: %v", err)
	}
	if effects := r.Effects(&stopped, desk(isnad.RoleReviewer, "reviewer")); slices.Contains(effects, isnad.EffectRestoration) {
		t.Errorf("putting it back is offered: %v", effects)
	}
	ended, err := at(stopped, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "An action was filed."}}, 9, By{Actor: isnad.ActorOperator})
	if err != nil || Pending(&ended) || !ended.CarryFrom.IsZero() {
		t.Errorf("decided anew: pending %v, from %s: %v", Pending(&ended), ended.CarryFrom, err)
	}
	last := &stopped.Acts[len(stopped.Acts)-1]
	if l := r.NotifierLetters(&stopped, last, &notice, "x"); len(l) != 1 || !strings.Contains(l[0].Subject, "action was received") {
		t.Errorf("the notifier is told %+v", l)
	}
	if l := r.Letters(&stopped, last, "x", true); len(l) != 1 || !strings.Contains(l[0].Text, "1:26-cv-1") || !strings.Contains(l[0].Text, "not put back now") {
		t.Errorf("the person is told %+v", l)
	}

	// Too late: it was put back. Only who is named as notifier says so, or the desk for them.
	if _, err := at(c, act(isnad.CaseCarryOut), 14, By{Actor: isnad.ActorOperator}); !errors.Is(err, ErrTime) {
		t.Errorf("put back on the last day of the term: %v", err)
	}
	back, err := at(c, act(isnad.CaseCarryOut), 15, By{Actor: isnad.ActorOperator})
	if err != nil || back.State != carriedOut || !back.CarriedOut.Before(back.CarryBy) {
		t.Fatalf("put back after ten days: %s %v", back.State, err)
	}
	if l := r.NotifierLetters(&back, &back.Acts[len(back.Acts)-1], &notice, "x"); len(l) != 1 || !strings.Contains(l[0].Text, "2026-03-17") {
		t.Errorf("the notifier is told that it was put back: %+v", l)
	}
	if _, err := at(back, filed, 16, notifier); !errors.Is(err, isnad.ErrRefused) {
		t.Errorf("word of an action after it was put back: %v", err)
	}
	for _, by := range []By{claimant, {Actor: isnad.ActorClock}, {Actor: isnad.ActorNotifier}, desk(isnad.RoleContributor, "contributor")} {
		if _, err := at(c, filed, 8, by); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("%+v said it: %v", by, err)
		}
	}
	if _, err := at(c, filed, 8, desk(isnad.RoleEditor, "editor")); err != nil {
		t.Errorf("the desk, for the notifier: %v", err)
	}
	if _, err := at(notice, filed, 8, By{Actor: isnad.ActorOperator}); !errors.Is(err, isnad.ErrRefused) {
		t.Errorf("in the notice: %v", err)
	}
	if pub := Public(&stopped); strings.Contains(dump(&pub), "1:26-cv-1") || pub.Acts[len(pub.Acts)-1].Kind != isnad.CaseActionFiled {
		t.Errorf("the register: %+v", pub.Acts)
	}
	if mine := Mine(&stopped); mine.Acts[len(mine.Acts)-1].Text != filed.Text {
		t.Errorf("the person sees %+v", mine.Acts)
	}
}

// Of several who gave a notice, the one who filed an action is told that this was
// received; no other is told so of themselves. Each says it once, and only the first
// word changes where the case stands.
func TestActionFiledByOneOfTwo(t *testing.T) {
	r := Default()
	c, first := counter(t)
	second := first
	second.ID, second.Number, second.Form.Email = "d00000000000000000003", 3, "agency@works.example"
	c = do(t, c, act(isnad.CaseAcknowledge), restoration)
	file := func(c isnad.Case, by By) (isnad.Case, error) {
		return r.Apply(c, isnad.CaseAct{Kind: isnad.CaseActionFiled, Text: "Sample Court, 1:26-cv-1.", Notice: "d00000000000000000009", Time: c.Acts[len(c.Acts)-1].Time.Add(time.Hour)}, by)
	}
	say := func(c isnad.Case, by By, want isnad.CaseState) isnad.Case {
		t.Helper()
		next, err := file(c, by)
		if err != nil || next.State != want {
			t.Fatalf("%s: %v, want %s", next.State, err, want)
		}
		if _, err := file(next, by); !errors.Is(err, isnad.ErrRefused) || slices.Contains(r.Acts(&next, by), isnad.CaseActionFiled) {
			t.Errorf("it was said twice: %v", err)
		}
		return next
	}
	c = say(c, By{Actor: isnad.ActorNotifier, Notice: first.ID}, inReview)
	last := &c.Acts[len(c.Acts)-1]
	if last.Notice != first.ID || !FiledBy(&c, first.ID) || FiledBy(&c, second.ID) || FiledBy(&c, "") {
		t.Errorf("it is kept as the word of %q", last.Notice)
	}
	if l := r.NotifierLetters(&c, last, &first, "x"); len(l) != 1 || l[0].To != first.Form.Email {
		t.Errorf("who filed it is told %+v", l)
	}
	if l := r.NotifierLetters(&c, last, &second, "x"); len(l) > 0 {
		t.Errorf("who did not file it is told %+v", l)
	}
	if mine := Mine(&c); strings.Contains(dump(&mine), first.ID) {
		t.Errorf("who gave the counter-notice sees whose case the notice is: %+v", mine.Acts)
	}
	c = do(t, c, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CasePartlyUpheld, Reasons: "An action was filed.", Effect: isnad.EffectClarification, Body: "It is before a court."}})
	c = say(c, desk(isnad.RoleEditor, "editor"), decided) // for somebody whose notice is not known
	c = say(c, By{Actor: isnad.ActorDesk, Person: desk(isnad.RoleEditor, "editor").Person, Notice: second.ID}, decided)
	if !Pending(&c) || c.DueFor != isnad.CaseCarryOut {
		t.Errorf("a later word took back what was decided: pending %v, due %s", Pending(&c), c.DueFor)
	}
}

// A counter-notice is against the notices upon which its report was removed. One that
// it names and that removed nothing of it is asked about; one whose removal is back is not.
func TestNoticesAgainst(t *testing.T) {
	removed := func(of, undone string) isnad.Notice {
		return isnad.Notice{Kind: isnad.NoticeRemoval, Case: of, Undone: undone}
	}
	for name, q := range map[string]struct {
		about   string
		notices []isnad.Notice
		want    []string
	}{
		"of the report":             {"r1", []isnad.Notice{removed("d1", ""), removed("d2", "")}, []string{"d1", "d2"}},
		"named, and of the report":  {"d1", []isnad.Notice{removed("d1", "")}, []string{"d1"}},
		"named, of another report":  {"d3", []isnad.Notice{removed("d1", "")}, []string{"d1", "d3"}},
		"named, put back since":     {"d1", []isnad.Notice{removed("d1", "n9")}, nil},
		"named, put back by itself": {"d1", []isnad.Notice{removed("d1", "n1")}, []string{"d1"}},
		"removed again":             {"d1", []isnad.Notice{removed("d1", "n9"), removed("d1", "")}, []string{"d1"}},
	} {
		c := isnad.Case{Kind: isnad.CaseCounterNotice, About: q.about, Notices: []string{"n1"}}
		if got := NoticesAgainst(&c, isnad.Standing{Notices: q.notices}); !slices.Equal(got, q.want) {
			t.Errorf("%s: against %v, want %v", name, got, q.want)
		}
	}
}
