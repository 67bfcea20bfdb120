package pipeline_test

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/fetch"
	"isnad/internal/store"
)

// onBothEmpty runs a test on each engine, without any report.
func onBothEmpty(t *testing.T, test func(t *testing.T, h house)) {
	t.Helper()
	onDatabases(t, func(t *testing.T, database string) { test(t, buildOn(t, t.TempDir(), database)) })
}

var (
	claimant = casework.By{Actor: isnad.ActorClaimant}
	operator = casework.By{Actor: isnad.ActorOperator}
)

func desk(p isnad.Person) casework.By { return casework.By{Actor: isnad.ActorDesk, Person: p} }

// complaint is a form that lacks nothing.
func complaint(about string) isnad.CaseForm {
	return isnad.CaseForm{Kind: isnad.CaseComplaint, About: about, Text: "The street is named wrongly.", Name: "Samira Haddad", Email: "samira@press.example"}
}

func (h house) open(f isnad.CaseForm, files ...isnad.Upload) (isnad.Case, string) {
	h.t.Helper()
	c, token, err := h.OpenCase(h.t.Context(), f, files, claimant)
	if err != nil {
		h.t.Fatal(err)
	}
	return c, token
}

func (h house) act(id string, a isnad.CaseAct, by casework.By, files ...isnad.Upload) isnad.Case {
	h.t.Helper()
	c, err := h.ActOnCase(h.t.Context(), id, a, files, by)
	if err != nil {
		h.t.Fatal(err)
	}
	return c
}

// whole fails the test for everything that archive and database do not agree in.
func (h house) whole() {
	h.t.Helper()
	err := h.Verify(h.t.Context(), func(fault string) { h.t.Errorf("fault: %s", fault) }, func(string) {}, func() {})
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h house) person(id, name string, role isnad.Role) isnad.Person {
	h.t.Helper()
	p := isnad.Person{ID: id, Name: name, Role: role, Added: time.Now().UTC().Truncate(time.Microsecond)}
	if err := h.Store.AddPerson(h.t.Context(), p, strings.ToLower(name), "hash"); err != nil {
		h.t.Fatal(err)
	}
	return p
}

func upload(name, body string) isnad.Upload {
	return isnad.Upload{Name: name, Body: strings.NewReader(body)}
}

// A case knows the report, the version and the words that it is about, whatever
// way they were named.
func TestACaseKnowsWhatItIsAbout(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	h.settle()
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Nine"))
	h.settle()
	report := reportOf(h)
	claim := h.claimWith("Nine")
	incident := h.incidents()[0]
	first, err := h.Store.Report(t.Context(), report, 1)
	if err != nil {
		t.Fatal(err)
	}
	opened, _ := h.open(complaint(report))
	for name, q := range map[string]struct {
		change  func(*isnad.CaseForm)
		report  string
		version int
		quote   string
		gap     string // field that is asked for anew
		absent  bool
	}{
		"the report": {func(f *isnad.CaseForm) { f.About = report }, report, 2, "", "", false},
		"a passage of the version that was seen": {func(f *isnad.CaseForm) {
			f.About, f.Version, f.Span = report, 1, &isnad.Span{Start: 0, End: len([]rune(first.Text))}
		}, report, 1, first.Text, "", false},
		"a passage of the title": {func(f *isnad.CaseForm) {
			f.About, f.Span = report, &isnad.Span{Start: 0, End: 6, InTitle: true}
		}, report, 2, "Market", "", false},
		"a claim": {func(f *isnad.CaseForm) { f.About = claim.ID }, report, 2, claim.Quote, "", false},
		"part of it": {func(f *isnad.CaseForm) {
			f.About, f.Span = claim.ID, &isnad.Span{Start: claim.Span.Start, End: claim.Span.Start + 4}
		}, report, 2, claim.Quote[:4], "", false},
		"incident": {func(f *isnad.CaseForm) { f.About = incident.ID }, "", 0, "", "", false},
		"source":   {func(f *isnad.CaseForm) { f.About = claim.Claimant }, "", 0, "", "", false},
		"a case": {func(f *isnad.CaseForm) {
			f.Kind, f.About, f.Postal, f.Phone, f.Signature, f.Accuracy, f.Consent = isnad.CaseCounterNotice, opened.ID, "Mill Lane 3", "+1 202 555 0101", "Samira Haddad", true, true
		}, report, 0, "", "", false},

		"no such report":   {func(f *isnad.CaseForm) { f.About = isnad.MakeID('r', "none") }, "", 0, "", "about", true},
		"no such claim":    {func(f *isnad.CaseForm) { f.About = isnad.MakeID('k', "none") }, "", 0, "", "about", true},
		"no such incident": {func(f *isnad.CaseForm) { f.About = isnad.MakeID('i', "none") }, "", 0, "", "about", true},
		"no such source":   {func(f *isnad.CaseForm) { f.About = isnad.MakeID('s', "none") }, "", 0, "", "about", true},
		"no such version":  {func(f *isnad.CaseForm) { f.About, f.Version = report, 9 }, "", 0, "", "version", false},
		"beyond the text":  {func(f *isnad.CaseForm) { f.About, f.Span = report, &isnad.Span{Start: 3, End: 100_000} }, "", 0, "", "span", false},
		"no words":         {func(f *isnad.CaseForm) { f.About, f.Text = report, " " }, "", 0, "", "text", false},
	} {
		t.Run(name, func(t *testing.T) {
			f := complaint("")
			q.change(&f)
			c, token, err := h.OpenCase(t.Context(), f, nil, claimant)
			if q.gap != "" {
				var missing *casework.MissingError
				if !errors.As(err, &missing) || missing.Elements[0].Field != q.gap || errors.Is(err, isnad.ErrNotFound) != q.absent || !errors.Is(err, isnad.ErrRefused) {
					t.Errorf("%v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if c.Report != q.report || c.Version != q.version || c.Quote != q.quote {
				t.Errorf("report %q version %d quote %q", c.Report, c.Version, c.Quote)
			}
			if found, err := h.Store.CaseOf(t.Context(), isnad.HashOf([]byte(token))); err != nil || found.ID != c.ID {
				t.Errorf("its address leads to %q: %v", found.ID, err)
			}
		})
	}
	h.whole()
}

// What is refused leaves nothing behind: no case, no capture, no bytes.
func TestARefusedFormLeavesNothing(t *testing.T) {
	h := build(t, t.TempDir())
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	blobs := func() (n int) {
		if err := h.Archive.Walk(func(isnad.Hash, int64) error { n++; return nil }); err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := blobs()
	f := complaint("")
	if _, _, err := h.OpenCase(t.Context(), f, []isnad.Upload{upload("note.txt", "seen from the roof")}, claimant); !errors.Is(err, isnad.ErrRefused) {
		t.Errorf("no about: %v", err)
	}
	if cases, _, err := h.Store.Cases(t.Context(), store.CaseQuery{}); err != nil || len(cases) != 0 || blobs() != before {
		t.Errorf("%d cases, %d blobs before and %d after, %v", len(cases), before, blobs(), err)
	}
}

// Evidence is kept under its hash, named by what its bytes are, tied to its case,
// shown on no page of readers and read by no step, not even by a rebuild.
func TestEvidence(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, h house) {
		served := 0
		web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			served++
			switch r.URL.Path {
			case "/robots.txt":
				http.NotFound(w, r)
			case "/gone":
				w.WriteHeader(http.StatusGone)
			default:
				w.Header().Set("Content-Type", "text/html")
				fmt.Fprint(w, "<!doctype html><title>Ministry</title><p>Three people were hurt in Idlib, the ministry said.</p>")
			}
		}))
		defer web.Close()
		f, err := fetch.New(fetch.Options{Allow: []string{"127.0.0.1"}, Delay: -1})
		if err != nil {
			t.Fatal(err)
		}
		h.Fetcher = f
		h.work()
		h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
		h.settle()
		form := complaint(reportOf(h))
		form.Evidence = []isnad.Evidence{{Address: web.URL + "/statement"}, {Address: web.URL + "/gone"}, {Address: "http://10.0.0.1/inside"}, {Capture: "c00000000000000000000", SHA256: isnad.HashOf([]byte("another's"))}}
		c, _ := h.open(form, upload(`..\..\etc\pass"wd.html`, "<html><script>alert(1)</script><p>Nine people were killed in Homs, police said.</p></html>"))
		c = h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseAdd, Text: "And this."}, claimant, upload("roof.txt", "Nine people were killed in Homs, police said."))
		h.settle()
		if c, err = h.Store.Case(t.Context(), c.ID); err != nil {
			t.Fatal(err)
		}
		list := c.Form.Evidence
		if len(list) != 4 || !slices.Equal(list, c.Acts[0].Evidence) {
			t.Fatalf("evidence %+v", list)
		}
		if e := list[0]; e.MediaType != "text/html" || e.Capture == "" || e.Failed != "" {
			t.Errorf("the address: %+v", e)
		}
		for i, why := range map[int]string{1: "the site answered with status 410", 2: "the address is not one of the public web"} {
			if e := list[i]; e.Failed != why || e.Capture != "" {
				t.Errorf("%s: %+v", why, e)
			}
		}
		if e := list[3]; e.Name != "pass_wd.html" || e.Size == 0 {
			t.Errorf("the file: %+v", e)
		}
		for _, e := range []isnad.Evidence{list[0], list[3], c.Acts[1].Evidence[0]} {
			x, _, err := h.Store.Capture(t.Context(), e.Capture)
			if err != nil || x.Evidence() != c.ID || x.SHA256 != e.SHA256 {
				t.Errorf("%+v %v", x, err)
			}
		}
		if err := h.Store.Clear(t.Context(), store.StepExtract); err != nil {
			t.Fatal(err)
		}
		h.settle()
		if rows, _, err := h.Store.Reports(t.Context(), store.ReportQuery{}); err != nil || len(rows) != 1 {
			t.Errorf("%d reports were read, one is a report: %v", len(rows), err)
		}
		// The same address given as a report later is a capture of its own.
		if _, added, err := h.Fetch(t.Context(), h.Fetcher, web.URL+"/statement", isnad.Submission{}); err != nil || !added {
			t.Errorf("added %v %v", added, err)
		}
		h.settle()
		if rows, _, err := h.Store.Reports(t.Context(), store.ReportQuery{}); err != nil || len(rows) != 2 {
			t.Errorf("%d reports, %v", len(rows), err)
		}
		h.whole()
	})
}

// An address that gives no answer for a while is asked again; one that never does
// is told in the case, and the step ends.
func TestEvidenceThatDoesNotAnswer(t *testing.T) {
	h := build(t, t.TempDir())
	var asked sync.Map
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, again := asked.LoadOrStore(r.URL.Path, true); !again && r.URL.Path == "/later" {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, "Three people were hurt.")
	}))
	defer web.Close()
	f, err := fetch.New(fetch.Options{Allow: []string{"127.0.0.1"}, Delay: -1})
	if err != nil {
		t.Fatal(err)
	}
	h.Fetcher = f
	h.work()
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	h.settle()
	form := complaint(reportOf(h))
	form.Evidence = []isnad.Evidence{{Address: web.URL + "/later"}}
	c, _ := h.open(form)
	h.settle()
	if c, err = h.Store.Case(t.Context(), c.ID); err != nil || c.Form.Evidence[0].Capture == "" {
		t.Errorf("%+v %v", c.Form.Evidence, err)
	}
}

// Files that are too many, too large, empty or a trap are refused in words.
func TestEvidenceIsBounded(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	h.settle()
	report := reportOf(h)
	large := func() isnad.Upload {
		return isnad.Upload{Name: "a.txt", Body: bytes.NewReader(bytes.Repeat([]byte("a line of text\n"), 24<<20/15))}
	}
	many := make([]isnad.Upload, casework.MaxEvidence+1)
	for i := range many {
		many[i] = upload("a.txt", "text")
	}
	for name, q := range map[string]struct {
		files []isnad.Upload
		words string
		large bool
	}{
		"many":     {many, "21 pieces of evidence are too many", false},
		"one":      {[]isnad.Upload{{Name: "b.txt", Body: bytes.NewReader(make([]byte, 25<<20+1))}}, "larger than 25 MB", true},
		"together": {[]isnad.Upload{large(), large(), large()}, "together are larger than 60 MB", true},
		"empty":    {[]isnad.Upload{upload("c.txt", "")}, "empty", false},
		"trap":     {[]isnad.Upload{upload("d.jpg", "MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff")}, "is not taken", false},
	} {
		_, _, err := h.OpenCase(t.Context(), complaint(report), q.files, claimant)
		if err == nil || !errors.Is(err, isnad.ErrRefused) || errors.Is(err, isnad.ErrTooLarge) != q.large || !strings.Contains(err.Error(), q.words) {
			t.Errorf("%s: %v", name, err)
		}
	}
	h.whole()
}

// A form that is handed in twice, even at the same moment, is one case, and each
// time gives an address that leads to it. Another form with the same mark, and the
// same form without one, are cases of their own.
func TestAFormHandedInTwiceIsOneCase(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, h house) {
		h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
		h.work()
		h.settle()
		form := complaint(reportOf(h))
		form.Once = "a mark drawn at random"
		var wg sync.WaitGroup
		ids := make([]string, 8)
		for i := range ids {
			wg.Go(func() {
				c, token, err := h.OpenCase(t.Context(), form, []isnad.Upload{upload("a.txt", "seen from the roof")}, claimant)
				if err != nil {
					t.Error(err)
					return
				}
				found, err := h.Store.CaseOf(t.Context(), isnad.HashOf([]byte(token)))
				if err != nil || found.ID != c.ID {
					t.Errorf("%q leads to %q: %v", c.ID, found.ID, err)
				}
				ids[i] = c.ID
			})
		}
		wg.Wait()
		slices.Sort(ids)
		if one := slices.Compact(ids); len(one) != 1 {
			t.Errorf("one form made the cases %v", one)
		}
		other := form
		other.Text = "Something else."
		again := form
		again.Once = "short"
		for _, f := range []isnad.CaseForm{other, again, again} {
			if c, _ := h.open(f, upload("a.txt", "seen from the roof")); c.ID == ids[0] {
				t.Error("another form was taken for the same")
			}
		}
		if c, _ := h.open(form, upload("a.txt", "another file")); c.ID == ids[0] {
			t.Error("other evidence was taken for the same")
		}
		h.whole()
	})
}

// Of people who act at the same moment each sees the case that they act on; none
// undoes what another did.
func TestActsAtTheSameMoment(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, h house) {
		h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
		h.work()
		h.settle()
		c, _ := h.open(complaint(reportOf(h)))
		var wg sync.WaitGroup
		var mu sync.Mutex
		took, conflicts := 0, 0
		for i := range 6 {
			wg.Go(func() {
				_, err := h.ActOnCase(t.Context(), c.ID, isnad.CaseAct{Kind: isnad.CaseAdd, Text: fmt.Sprint("part ", i), Seen: 1}, nil, claimant)
				mu.Lock()
				defer mu.Unlock()
				switch {
				case err == nil:
					took++
				case errors.Is(err, isnad.ErrConflict):
					conflicts++
				default:
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if took != 1 || conflicts != 5 {
			t.Errorf("%d acts stand on what they saw, %d were told to look again", took, conflicts)
		}
		h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseTakeUp}, operator)
		if c = h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseNote, Text: "Looked at."}, operator); len(c.Acts) != 4 {
			t.Errorf("%d acts", len(c.Acts))
		}
		h.whole()
	})
}

// Who wrote what a case is about does not decide on it while somebody else can.
func TestConflictOfInterest(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, h house) {
		h.work()
		h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
		h.settle()
		claim := h.claimWith("Seven")
		rim := h.person("u00000000000000000001", "Rim", isnad.RoleReviewer)
		h.decide(isnad.Act{Kind: isnad.ActAcceptClaim, About: claim.ID, Person: rim.ID, Name: rim.Name})
		c, _ := h.open(complaint(claim.ID))
		reject := isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "The street is as the source says."}}
		if by, err := h.CaseBy(t.Context(), &c, desk(rim)); err != nil || !by.Author || !by.Alone {
			t.Fatalf("Rim alone: %+v %v", by, err)
		}
		omar := h.person("u00000000000000000002", "Omar", isnad.RoleReviewer)
		if by, err := h.CaseBy(t.Context(), &c, desk(rim)); err != nil || !by.Author || by.Alone {
			t.Fatalf("Rim beside Omar: %+v %v", by, err)
		}
		if _, err := h.ActOnCase(t.Context(), c.ID, reject, nil, desk(rim)); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("Rim decided on her own reading: %v", err)
		}
		h.act(c.ID, reject, desk(omar))
		h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseAppeal, Text: "Look again."}, claimant)
		// Omar decided, so Rim, who wrote it, is the only one left: with nobody else
		// she may, and so may he.
		if by, err := h.CaseBy(t.Context(), &c, desk(omar)); err != nil || by.Author {
			t.Errorf("Omar: %+v %v", by, err)
		}
		if _, err := h.ActOnCase(t.Context(), c.ID, isnad.CaseAct{Kind: isnad.CaseAssign, To: "u0000000000000000000f"}, nil, operator); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("assigned to nobody: %v", err)
		}
		if c = h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseAssign, To: omar.ID}, operator); c.Handler != omar.ID {
			t.Errorf("handler %q", c.Handler)
		}
		h.whole()
	})
}

// Time reminds of what is due, once for each time, and closes what is long over.
func TestTheClock(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, h house) {
		h.work()
		h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
		h.settle()
		report := reportOf(h)
		open, _ := h.open(complaint(report))
		over, _ := h.open(complaint(report))
		h.act(over.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "The street is named rightly."}}, operator)
		at := func(now time.Time) (a, b isnad.Case) {
			t.Helper()
			var wg sync.WaitGroup
			for range 3 { // as many processes
				wg.Go(func() {
					if err := h.Clock(t.Context(), now); err != nil {
						t.Error(err)
					}
				})
			}
			wg.Wait()
			var err error
			if a, err = h.Store.Case(t.Context(), open.ID); err == nil {
				b, err = h.Store.Case(t.Context(), over.ID)
			}
			if err != nil {
				t.Fatal(err)
			}
			return a, b
		}
		if a, b := at(time.Now()); len(a.Acts) != 1 || b.State != isnad.CaseDecided {
			t.Errorf("at once: %d acts, %s", len(a.Acts), b.State)
		}
		if a, _ := at(open.Due.Add(-time.Hour)); len(a.Acts) != 2 || a.Acts[1].Kind != isnad.CaseRemind || a.Acts[1].Actor != isnad.ActorClock || a.State != isnad.CaseReceived {
			t.Errorf("when it was due: %+v", a.Acts)
		}
		if a, b := at(time.Now().AddDate(1, 0, 0)); a.State == isnad.CaseClosed || b.State != isnad.CaseClosed {
			t.Errorf("a year later: %s and %s", a.State, b.State)
		}
		h.whole()
	})
}
