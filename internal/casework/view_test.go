package casework

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
)

// TestMissing takes away one thing after the other and wants to be told exactly
// that, with the rule that asks for it.
func TestMissing(t *testing.T) {
	for _, x := range []struct {
		kind  isnad.CaseKind
		field string
		rule  string
		take  func(*isnad.CaseForm)
	}{
		{isnad.CaseCorrection, "about", "", func(f *isnad.CaseForm) { f.About = "" }},
		{isnad.CaseCorrection, "about", "", func(f *isnad.CaseForm) { f.About = "<script>" }},
		{isnad.CaseCorrection, "about", "", func(f *isnad.CaseForm) { f.About = id('d', "a case") }},
		{isnad.CaseCorrection, "span", ruleCorrect, func(f *isnad.CaseForm) { f.Span = nil }},
		{isnad.CaseCorrection, "span", "", func(f *isnad.CaseForm) { f.Span = &isnad.Span{Start: 5, End: 5} }},
		{isnad.CaseCorrection, "text", ruleCorrect, func(f *isnad.CaseForm) { f.Text = " \n\u202e" }},
		{isnad.CaseCorrection, "right", ruleCorrect, func(f *isnad.CaseForm) { f.Right = "" }},
		{isnad.CaseCorrection, "evidence", ruleCorrect, func(f *isnad.CaseForm) { f.Evidence = []isnad.Evidence{{}} }},
		{isnad.CaseCorrection, "evidence", ruleBound, func(f *isnad.CaseForm) { f.Evidence = []isnad.Evidence{{Address: "javascript:alert(1)"}} }},
		{isnad.CaseCorrection, "evidence", ruleBound, func(f *isnad.CaseForm) { f.Evidence = []isnad.Evidence{{Address: "https://user:secret@example.org/"}} }},
		{isnad.CaseCorrection, "evidence", ruleBound, func(f *isnad.CaseForm) { f.Evidence = slices.Repeat(f.Evidence, MaxEvidence+1) }},
		{isnad.CaseCorrection, "text", ruleBound, func(f *isnad.CaseForm) { f.Text = strings.Repeat("ن", MaxText+1) }},
		{isnad.CaseCorrection, "name", ruleBound, func(f *isnad.CaseForm) { f.Name = strings.Repeat("n", 1<<20) }},
		{isnad.CaseCorrection, "email", ruleBound, func(f *isnad.CaseForm) { f.Email = "a@b.example\r\nBcc: c@d.example" }},
		{isnad.CaseCorrection, "address", ruleBound, func(f *isnad.CaseForm) { f.Address = "javascript:alert(1)" }},
		{isnad.CaseCorrection, "language", ruleBound, func(f *isnad.CaseForm) { f.Language = "en\" onclick=" }},
		{isnad.CaseComplaint, "text", ruleComplaint, func(f *isnad.CaseForm) { f.Text = "" }},
		{isnad.CaseRightOfReply, "reply", ruleReply, func(f *isnad.CaseForm) { f.Reply = "" }},
		{isnad.CaseRightOfReply, "name", ruleReply, func(f *isnad.CaseForm) { f.Name = "" }},
		{isnad.CaseRightOfReply, "email", ruleReply, func(f *isnad.CaseForm) { f.Email = "" }},
		{isnad.CaseCopyright, "signature", rule512c + "(i)", func(f *isnad.CaseForm) { f.Signature = "" }},
		{isnad.CaseCopyright, "work", rule512c + "(ii)", func(f *isnad.CaseForm) { f.Work = "" }},
		{isnad.CaseCopyright, "about", rule512c + "(iii)", func(f *isnad.CaseForm) { f.About = id('s', "a source") }},
		{isnad.CaseCopyright, "email", ruleDSA16 + "(c), " + rule512c + "(iv)", func(f *isnad.CaseForm) { f.Email = "" }},
		{isnad.CaseCopyright, "name", ruleDSA16 + "(c)", func(f *isnad.CaseForm) { f.Name = "" }},
		{isnad.CaseCopyright, "good_faith", rule512c + "(v), " + ruleDSA16 + "(d)", func(f *isnad.CaseForm) { f.Faith = false }},
		{isnad.CaseCopyright, "accuracy", rule512c + "(vi)", func(f *isnad.CaseForm) { f.Accuracy = false }},
		{isnad.CaseCopyright, "text", ruleDSA16 + "(a)", func(f *isnad.CaseForm) { f.Text = "" }},
		{isnad.CaseCounterNotice, "signature", rule512g + "(A)", func(f *isnad.CaseForm) { f.Signature = "" }},
		{isnad.CaseCounterNotice, "about", rule512g + "(B)", func(f *isnad.CaseForm) { f.About = "" }},
		{isnad.CaseCounterNotice, "text", rule512g + "(B)", func(f *isnad.CaseForm) { f.Text = "" }},
		{isnad.CaseCounterNotice, "accuracy", rule512g + "(C)", func(f *isnad.CaseForm) { f.Accuracy = false }},
		{isnad.CaseCounterNotice, "name", rule512g + "(D)", func(f *isnad.CaseForm) { f.Name = "" }},
		{isnad.CaseCounterNotice, "postal", rule512g + "(D)", func(f *isnad.CaseForm) { f.Postal = "" }},
		{isnad.CaseCounterNotice, "phone", rule512g + "(D)", func(f *isnad.CaseForm) { f.Phone = "" }},
		{isnad.CaseCounterNotice, "jurisdiction", rule512g + "(D)", func(f *isnad.CaseForm) { f.Consent = false }},
		{isnad.CasePrivacy, "text", rulePrivacy, func(f *isnad.CaseForm) { f.Text = "" }},
		{isnad.CaseCourtOrder, "court", ruleDSA9 + "(a)(iii)", func(f *isnad.CaseForm) { f.Court = "" }},
		{isnad.CaseCourtOrder, "reference", ruleDSA9 + "(a)(i)", func(f *isnad.CaseForm) { f.Reference = "" }},
		{isnad.CaseCourtOrder, "evidence", ruleDSA9, func(f *isnad.CaseForm) { f.Evidence = nil }},
		{"", "kind", "", func(*isnad.CaseForm) {}},
	} {
		f := form(x.kind)
		if m := Missing(&f); x.kind != "" && m != nil {
			t.Fatalf("a whole %s lacks %v", x.kind, m)
		}
		x.take(&f)
		m := Missing(&f)
		if len(m) != 1 || m[0].Field != x.field || m[0].Rule != x.rule || m[0].Words == "" {
			t.Errorf("%s without %s lacks %+v, want it and the rule %q", x.kind, x.field, m, x.rule)
			continue
		}
		_, err := Default().Open(f, start)
		var lacks *MissingError
		if !errors.As(err, &lacks) || !strings.Contains(err.Error(), x.field) || !strings.Contains(err.Error(), m[0].Words) {
			t.Errorf("%s without %s: error %v", x.kind, x.field, err)
		}
	}
	// Everything that lacks is told at once, in the order of the form.
	f := isnad.CaseForm{Kind: isnad.CaseCounterNotice}
	var got []string
	for _, e := range Missing(&f) {
		got = append(got, e.Field)
	}
	if want := []string{"about", "text", "name", "phone", "postal", "signature", "accuracy", "jurisdiction"}; !slices.Equal(got, want) {
		t.Errorf("an empty counter-notice lacks %v, want %v", got, want)
	}
	// Who is in danger need not say who or where they are.
	f = isnad.CaseForm{Kind: isnad.CasePrivacy, About: id('r', "x"), Text: "My address stands in it."}
	if m := Missing(&f); m != nil {
		t.Errorf("a privacy request without a name lacks %v", m)
	}
	// The passage of a claim is known.
	f = form(isnad.CaseCorrection)
	f.About, f.Span = id('k', "x"), nil
	if m := Missing(&f); m != nil {
		t.Errorf("a correction of a claim lacks %v", m)
	}
}

// TestClean takes out what turns or hides a text, and leaves what spells it.
func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\u202eb":              "ab",
		"\u2066a\u2069":         "a",
		"نمی\u200cخواهم":        "نمی\u200cخواهم",
		"a\u200f!":              "a\u200f!",
		"two\r\nlines\rthree":   "two\nlines\nthree",
		"\x00\x1b[31mred\x07":   "[31mred",
		"bad \xff byte":         "bad \uFFFD byte",
		"  kept  inside  ":      "kept  inside",
		"tag \U000E0041\uFEFF.": "tag .",
	} {
		if got := CleanText(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
	f := Clean(isnad.CaseForm{Name: "  Two\n\n Lines\t", Email: " a@b.example "})
	if f.Name != "Two Lines" || f.Email != "a@b.example" {
		t.Errorf("%q, %q", f.Name, f.Email)
	}
}

// TestPublic says what the register shows of each kind.
func TestPublic(t *testing.T) {
	upheldCase := func(k isnad.CaseKind, e isnad.Effect, change func(*isnad.CaseForm)) isnad.Case {
		f := form(k)
		f.Named = true
		if change != nil {
			change(&f)
		}
		c, err := Default().Open(f, start)
		if err != nil {
			t.Fatal(err)
		}
		c.ID, c.Report, c.Quote = "d00000000000000000001", id('r', "report"), "the passage"
		d := act(isnad.CaseDecide)
		d.Ruling.Effect = e
		if e == isnad.EffectClarification || e == isnad.EffectCorrection {
			d.Ruling.Body = "To be shown; ask person@example.org."
		}
		return do(t, c, d)
	}
	p := Public(ptr(upheldCase(isnad.CaseComplaint, isnad.EffectClarification, nil)))
	if p.Form.Text == "" || p.Quote == "" || p.Form.Name != "Sample Person" || p.Form.Email != "" || p.Form.Evidence != nil {
		t.Errorf("a complaint that was upheld, by who wished to be named, is shown as %+v", p.Form)
	}
	if want := "To be shown; ask […]."; p.Ruling.Body != want || p.Acts[1].Ruling.Body != want {
		t.Errorf("the clarification is shown as %q", p.Ruling.Body)
	}
	p = Public(ptr(upheldCase(isnad.CaseCorrection, isnad.EffectCorrection, nil)))
	if p.Ruling.Body != "" || p.Acts[1].Ruling.Body != "" {
		t.Errorf("the register repeats the whole text: %q", p.Ruling.Body)
	}
	p = Public(ptr(upheldCase(isnad.CaseCopyright, isnad.EffectRemoval, func(f *isnad.CaseForm) { f.Named = false; f.Owner = "Sample Owner" })))
	if p.Form.Work == "" || !p.Form.Faith || p.Form.Name+p.Form.Owner+p.Form.Signature != "" || p.Quote+p.Form.Text != "" {
		t.Errorf("a copyright notice is shown as %+v", p.Form)
	}
	p = Public(ptr(upheldCase(isnad.CasePrivacy, isnad.EffectErasure, nil)))
	if p.Form.Text+p.Quote+p.Form.Name != "" {
		t.Errorf("a privacy request is shown as %+v", p.Form)
	}
	p = Public(ptr(upheldCase(isnad.CaseCourtOrder, isnad.EffectRemoval, nil)))
	if p.Form.Court == "" || p.Form.Reference == "" || p.Form.Text+p.Form.Name != "" && !p.Form.Named {
		t.Errorf("an order is shown as %+v", p.Form)
	}
	// Open and rejected cases show nothing that was typed.
	f := form(isnad.CaseComplaint)
	f.Named = true
	c, err := Default().Open(f, start)
	if err != nil {
		t.Fatal(err)
	}
	if p := Public(&c); p.Form.Text+p.Form.Name != "" {
		t.Errorf("an open complaint is shown as %+v", p.Form)
	}
	for in, want := range map[string]string{
		"Call 0171 2345678 or (030) 1234567 now.": "Call […] or […] now.",
		"Write to a.b@mail.example.":              "Write to […].",
		"On 2026-03-02 14 were killed, 1200 fled": "On 2026-03-02 14 were killed, 1200 fled",
		"b [at] mail.example":                     "[…]",
	} {
		if got := blotter(&isnad.CaseForm{}, false)(in); got != want {
			t.Errorf("%q is shown as %q, want %q", in, got, want)
		}
	}
}

func ptr[T any](x T) *T { return &x }

// TestMine leaves out who at the desk did what, and what the desk does for itself.
func TestMine(t *testing.T) {
	c := do(t, open(t, isnad.CaseComplaint), act(isnad.CaseAssign), act(isnad.CaseNote), act(isnad.CaseAsk), act(isnad.CaseAnswer), act(isnad.CaseDecide))
	m := Mine(&c)
	var kinds []isnad.CaseActKind
	for _, a := range m.Acts {
		kinds = append(kinds, a.Kind)
	}
	if want := []isnad.CaseActKind{isnad.CaseOpen, isnad.CaseAsk, isnad.CaseAnswer, isnad.CaseDecide}; !slices.Equal(kinds, want) {
		t.Errorf("the person sees %v, want %v", kinds, want)
	}
	if m.Handler != "" || m.Acts[1].Text == "" || m.Acts[2].Text == "" || m.Form.Email == "" {
		t.Errorf("the person sees %+v", m)
	}
	if c.Handler == "" || len(c.Acts) != 6 {
		t.Error("looking at a case changed it")
	}
}

// TestApart applies two acts to the same case: neither sees the other.
func TestApart(t *testing.T) {
	c := do(t, open(t, isnad.CaseComplaint), act(isnad.CaseNote), act(isnad.CaseNote), act(isnad.CaseNote), act(isnad.CaseNote))
	a, b := do(t, c, act(isnad.CaseAcknowledge)), do(t, c, act(isnad.CaseWithdraw))
	if a.Acts[5].Kind != isnad.CaseAcknowledge || b.Acts[5].Kind != isnad.CaseWithdraw {
		t.Errorf("the acts of one case stand in another: %s, %s", a.Acts[5].Kind, b.Acts[5].Kind)
	}
	// A second decision is to be carried out again.
	c = do(t, in(t, carriedOut), act(isnad.CaseDecide))
	if !Pending(&c) || !c.CarriedOut.IsZero() || c.DueFor != isnad.CaseCarryOut {
		t.Errorf("decided again: carried out %s, due %s", c.CarriedOut, c.DueFor)
	}
	if c = do(t, c, act(isnad.CaseCarryOut)); c.State != carriedOut {
		t.Errorf("carried out again: %s", c.State)
	}
}

// TestStatement holds the statements that are made by themselves against the
// schema, for every kind and every effect.
func TestStatement(t *testing.T) {
	facts := StatementFacts{At: start, Language: "ar-SY", Published: day("2026-03-01"), Rules: "https://news.example/rules", Media: []string{"image/jpeg", "model/x", "text/html"}}
	for _, k := range isnad.CaseKinds() {
		c := open(t, k)
		for _, e := range AllowedEffects(&c) {
			r := isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: strings.Repeat("Because. ", 1000), Effect: e, Legal: e == isnad.EffectRemoval}
			s := Statement(&c, &r, facts)
			if err := Check(s); err != nil {
				t.Errorf("%s, %s: %v", k, e, err)
			}
			law := s.Ground == groundLaw
			if want := e == isnad.EffectRemoval || e == isnad.EffectErasure && (k == isnad.CaseCopyright || k == isnad.CasePrivacy || k == isnad.CaseCourtOrder); law != want {
				t.Errorf("%s, %s rests on %s", k, e, s.Ground)
			}
			if s.Language != "AR" || s.ContentDate != facts.Published || !slices.Equal(s.ContentType, []string{"CONTENT_TYPE_TEXT", "CONTENT_TYPE_IMAGE", "CONTENT_TYPE_OTHER"}) {
				t.Errorf("%s, %s: %+v", k, e, s)
			}
		}
	}
	c := open(t, isnad.CaseCopyright)
	good := Statement(&c, &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "Because.", Effect: isnad.EffectRemoval}, facts)
	for field, spoil := range map[string]func(*isnad.Statement){
		"decision_visibility":                        func(s *isnad.Statement) { s.Visibility = nil },
		"decision_visibility_other":                  func(s *isnad.Statement) { s.Visibility = []string{"DECISION_VISIBILITY_OTHER"} },
		"decision_ground":                            func(s *isnad.Statement) { s.Ground = "DECISION_GROUND" },
		"illegal_content_legal_ground":               func(s *isnad.Statement) { s.LegalGround = "" },
		"illegal_content_explanation":                func(s *isnad.Statement) { s.LegalExplanation = strings.Repeat("x", 2001) },
		"decision_facts":                             func(s *isnad.Statement) { s.Facts = "" },
		"content_type":                               func(s *isnad.Statement) { s.ContentType = []string{"text"} },
		"category":                                   func(s *isnad.Statement) { s.Category = "" },
		"category_specification":                     func(s *isnad.Statement) { s.Keywords = []string{"copyright"} },
		"territorial_scope":                          func(s *isnad.Statement) { s.Territory = []string{"Syria"} },
		"content_language":                           func(s *isnad.Statement) { s.Language = "ar" },
		"source_type":                                func(s *isnad.Statement) { s.SourceType = "" },
		"automated_decision":                         func(s *isnad.Statement) { s.AutomatedDecision = "No" },
		"automated_detection":                        func(s *isnad.Statement) { s.AutomatedDetection = "" },
		"puid":                                       func(s *isnad.Statement) { s.PUID = "a b" },
		"puid: at most 500 letters, digits, - and _": func(s *isnad.Statement) { s.PUID = strings.Repeat("a", 501) },
		"decision_ground_reference_url":              func(s *isnad.Statement) { s.GroundReference = "javascript:x" },
	} {
		s := copyStatement(good)
		spoil(&s)
		if err := Check(s); !errors.Is(err, isnad.ErrRefused) || !strings.Contains(err.Error(), field+":") {
			t.Errorf("%s spoiled: %v", field, err)
		}
	}
}

// TestLetters holds what is written, and to whom.
func TestLetters(t *testing.T) {
	r := Default()
	const link = "https://news.example/cases/secret"
	c := open(t, isnad.CaseComplaint)
	write := func(c *isnad.Case) *Letter {
		l := r.Letters(c, &c.Acts[len(c.Acts)-1], link, false)
		if len(l) == 0 {
			return nil
		}
		if len(l) > 1 || l[0].To != c.Form.Email || !strings.Contains(l[0].Text, link) || !strings.Contains(l[0].Subject, "case 1 (complaint)") {
			t.Errorf("%+v", l)
		}
		return &l[0]
	}
	wants := func(c *isnad.Case, words ...string) {
		t.Helper()
		l := write(c)
		for _, w := range words {
			if l == nil || !strings.Contains(l.Subject+"\n"+l.Text, w) {
				t.Errorf("%s: no %q in %+v", c.State, w, l)
			}
		}
	}
	wants(&c, "Received", "2026-03-02", "2026-03-04")
	ack := do(t, c, act(isnad.CaseAcknowledge))
	wants(&ack, "Acknowledged", "2026-03-30")
	ask := do(t, ack, isnad.CaseAct{Kind: isnad.CaseAsk, Text: "Which figure do you mean?"})
	wants(&ask, "Which figure", "2026-03-16")
	if l := write(ptr(do(t, ask, isnad.CaseAct{Kind: isnad.CaseNote, Text: "inside"}))); l != nil {
		t.Errorf("a note is written to the person: %+v", l)
	}
	dec := do(t, ask, act(isnad.CaseDecide))
	wants(&dec, "Decided", "upheld", "The source says otherwise.", "marked as retracted", "appeal until 2026-09-02", "DSA art. 21")
	wants(ptr(do(t, dec, act(isnad.CaseCarryOut))), "Carried out")
	c.Form.Email = ""
	if l := r.Letters(&c, &c.Acts[0], link, false); l != nil {
		t.Errorf("written to nobody: %+v", l)
	}
}

// TestFigures counts.
func TestFigures(t *testing.T) {
	late := func(c isnad.Case, days int, acts ...isnad.CaseAct) isnad.Case {
		for i := range acts {
			acts[i].Time = start.AddDate(0, 0, days)
		}
		return do(t, c, acts...)
	}
	reject := isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "No."}}
	cases := []isnad.Case{
		late(open(t, isnad.CaseComplaint), 2, act(isnad.CaseDecide), act(isnad.CaseCarryOut)),
		late(open(t, isnad.CaseComplaint), 4, reject),
		late(open(t, isnad.CaseComplaint), 9, act(isnad.CaseWithdraw)),
		open(t, isnad.CaseCorrection),
		late(open(t, isnad.CaseCorrection), 3, act(isnad.CaseDecide), act(isnad.CaseAppeal)),
	}
	last := open(t, isnad.CaseCorrection)
	last.Opened = start.AddDate(-1, 0, 0)
	cases = append(cases, last)
	rep := Figures(cases, 2026)
	if len(rep.Kinds) != len(isnad.CaseKinds()) || rep.All.Received != 5 || Figures(cases, 0).All.Received != 6 {
		t.Errorf("%+v", rep)
	}
	correction, complaint := rep.Kinds[0], rep.Kinds[1]
	want := KindReport{Kind: isnad.CaseComplaint, Received: 3, Outcomes: map[isnad.CaseOutcome]int{isnad.CaseUpheld: 1, isnad.CaseRejected: 1, isnad.CaseWithdrawn: 1},
		Effects: map[isnad.Effect]int{isnad.EffectRetraction: 1}, ToDecide: 3, ToCarryOut: 0}
	if !reflect.DeepEqual(complaint, want) {
		t.Errorf("complaints: %+v, want %+v", complaint, want)
	}
	if correction.Received != 2 || correction.Open != 1 || correction.Appealed != 1 || correction.ToDecide != 3 || correction.ToCarryOut != -1 {
		t.Errorf("corrections: %+v", correction)
	}
}

// TestParseRules reads what docs/cases.md describes and names what is wrong.
func TestParseRules(t *testing.T) {
	r, err := ParseRules([]byte(`{"zone": "Europe/Berlin", "weekend": ["Friday"], "holidays": ["2026-03-03"], "appeals": 1,
		"terms": {"correction": {"decide": "5w", "appeal": "0d"}, "counter_notice": {"put_back_min": 11}}}`))
	if err != nil {
		t.Fatal(err)
	}
	c := r.Terms[isnad.CaseCorrection]
	if c.Decide != (Term{5, true}) || c.Appeal.Set() || c.Acknowledge != Default().Terms[isnad.CaseCorrection].Acknowledge {
		t.Errorf("terms of a correction: %+v", c)
	}
	if r.Terms[isnad.CaseCounterNotice].PutBackMin != 11 || r.Appeals != 1 || r.Zone.String() != "Europe/Berlin" || !slices.Equal(r.Weekend, []time.Weekday{time.Friday}) || len(r.Holidays) != 1 {
		t.Errorf("%+v", r)
	}
	if r, err := ParseRules([]byte(`{}`)); err != nil || !reflect.DeepEqual(r, Default()) {
		t.Errorf("no rules are those of Default: %+v, %v", r, err)
	}
	for doc, want := range map[string]string{
		`{"weekends": []}`:                                    "weekends",
		`{"zone": "Middle/Earth"}`:                            "zone",
		`{"weekend": ["Sabbath"]}`:                            "Sabbath",
		`{"holidays": ["2026-02-30"]}`:                        "2026-02-30",
		`{"appeals": -1}`:                                     "appeals",
		`{"terms": {"rumour": {}}}`:                           "rumour",
		`{"terms": {"privacy": {"x": 1}}}`:                    "x",
		`{"terms": {"privacy": {"decide": "5 weeks"}}}`:       "5 weeks",
		`{"terms": {"privacy": {"decide": "-5d"}}}`:           "-5d",
		`{"terms": {"privacy": {"decide": "99999d"}}}`:        "99999d",
		`{"terms": {"counter_notice": {"put_back_min": 14}}}`: "from 14 to 14",
		`{} {}`: "after",
		`[]`:    "array",
	} {
		if _, err := ParseRules([]byte(doc)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", doc, err, want)
		}
	}
	for _, s := range []string{"5w", "14d", "0d"} {
		if term, err := ParseTerm(s); err != nil || term.String() != s {
			t.Errorf("%q is %q: %v", s, term, err)
		}
	}
}
