package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/isnadtest/browser"
	"isnad/internal/people"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// kindReports are what the cases are about: each in words of its own, so that none
// is a copy of another. The outlets and what they tell are made up.
var kindReports = map[string]string{
	"mill":    "Shells fall on a mill near Binnish\n\nMarch 4, 2024 - Five workers were killed on Monday when shells hit a mill in Binnish, rescuers said.\n\nThe owner of the mill could not be reached.\n",
	"bridge":  "Bridge at Raqqa closed after a blast\n\nApril 11, 2024 - Two drivers were injured on Thursday when a mine exploded on the old bridge in Raqqa, a hospital doctor said.\n\nTraffic goes over the pontoon for now.\n",
	"clinic":  "Night raid reaches a clinic in Taiz\n\nJune 2, 2024 - Three nurses were killed on Sunday in an air raid on a clinic in Taiz, the health office said.\n\nThe coalition did not answer questions.\n",
	"harbour": "Fire aboard a grain ship in Hodeidah\n\nJuly 19, 2024 - Four sailors were injured on Friday when a drone struck a grain ship in the harbour of Hodeidah, port officials said.\n\nThe ship remained afloat.\n",
	"school":  "Pupils hurt as a school wall collapses in Idlib\n\nAugust 8, 2024 - Six pupils were injured on Thursday after shelling brought down a wall of their school in Idlib, teachers said.\n\nLessons go on in tents behind it.\n",
	"house":   "A family speaks of the night in Nyala\n\nSeptember 9, 2024 - Two brothers were killed on Monday when gunmen entered a house in Nyala, their mother said at her door beside the tea market.\n\nShe asked that nobody forget them.\n",
	"market":  "Livestock traders count their dead in El Obeid\n\nOctober 21, 2024 - Nine traders were killed on Monday when a drone hit the livestock market in El Obeid, the traders' union said.\n\nThe army spoke of a depot.\n",
	"convoy":  "Aid convoy turned back outside Kutum\n\nNovember 5, 2024 - One driver was killed on Tuesday when gunmen fired at an aid convoy outside Kutum, the convoy's leader said.\n\nThe flour was taken.\n",
}

// typed is what a person types into a field of the form; a space ticks a box.
type typed struct{ field, keys string }

// turn is one thing that somebody does in a case, and what the person reads at
// their address afterwards.
type turn struct {
	who    string // person, editor, reviewer
	act    isnad.CaseActKind
	text   string
	ruling ruled
	stands string
}

// ruled is a decision as it is typed.
type ruled struct {
	decision isnad.CaseOutcome
	reasons  string
	effect   isnad.Effect
	replace  [2]string // correction: words of the text, and what stands there afterwards
	words    string    // clarification
	legal    bool      // by law or order; a court order begins with it
}

// kindRow is a case of one kind, from the page on which somebody finds a fault to
// the page on which everybody reads what was done.
type kindRow struct {
	name   string
	kind   isnad.CaseKind
	report string // of kindReports
	claim  bool   // it is about the claim, not the report
	plain  bool   // all of it without JavaScript
	form   []typed
	left   string // the field that is left out at first
	at     string // the field at which that is told, where it is another
	told   string // what is said
	course []turn

	effect   isnad.Effect     // what comes of it; "" for nothing
	notice   isnad.NoticeKind // and how the register names it
	register string           // the line in the list of decisions
	status   int              // of the report's page afterwards
	page     []string         // words on it
	absent   string           // words that are not on it
}

const (
	evidencePage = "/list-of-names"
	signed       = "Samira Haddad"
)

var kindRows = []kindRow{{
	name: "correction", kind: isnad.CaseCorrection, report: "mill",
	form: []typed{{"passage", "Five workers were killed"}, {"text", "One of the five was only injured."}, {"right", "Four workers were killed."},
		{"addresses", evidencePage}, {"name", signed}},
	left: "addresses", told: "evidence for it that can be kept",
	course: []turn{
		{who: "editor", act: isnad.CaseAcknowledge, stands: "the desk has confirmed"},
		{who: "editor", act: isnad.CaseTakeUp, stands: "A person is looking at it"},
		{who: "editor", act: isnad.CaseAsk, text: "Who wrote the list?", stands: "The desk has asked you something"},
		{who: "person", act: isnad.CaseAnswer, text: "The hospital did.", stands: "A person is looking at it"},
		{who: "editor", act: isnad.CaseDecide, stands: "It is decided: upheld",
			ruling: ruled{isnad.CaseUpheld, "The list of the hospital names four dead.", isnad.EffectCorrection, [2]string{"Five", "Four"}, "", false}},
		{who: "editor", act: isnad.CaseCarryOut, stands: "upheld, and carried out"},
	},
	effect: isnad.EffectCorrection, notice: isnad.NoticeCorrection, register: "correction", status: 200,
	page: []string{"Four workers were killed", "Corrected here, by a decision", "The list of the hospital names four dead."}, absent: "Five workers were killed",
}, {
	// The editor rejects it; the person appeals; another person decides otherwise.
	name: "complaint", kind: isnad.CaseComplaint, report: "bridge", claim: true,
	form: []typed{{"text", "No mine exploded there. The doctor named is not of this hospital."}, {"email", "reader@press.example"}},
	left: "text", told: "what is wrong, and why",
	course: []turn{
		{who: "editor", act: isnad.CaseAcknowledge, stands: "the desk has confirmed"},
		{who: "editor", act: isnad.CaseDecide, stands: "It is decided: rejected",
			ruling: ruled{isnad.CaseRejected, "Nothing that was handed in shows it.", "", [2]string{}, "", false}},
		{who: "person", act: isnad.CaseAppeal, text: "You did not ask the hospital.", stands: "You appealed"},
		{who: "reviewer", act: isnad.CaseTakeUp, stands: "A person is looking at it"},
		{who: "reviewer", act: isnad.CaseDecide, stands: "It is decided: upheld",
			ruling: ruled{isnad.CaseUpheld, "The hospital was asked: no such doctor works there.", isnad.EffectRetraction, [2]string{}, "", false}},
		{who: "reviewer", act: isnad.CaseCarryOut, stands: "upheld, and carried out"},
	},
	effect: isnad.EffectRetraction, notice: isnad.NoticeRetraction, register: "retraction", status: 200,
	page: []string{"Retraction", "no such doctor works there", "Two drivers were injured"},
}, {
	name: "complaint-withdrawn", kind: isnad.CaseComplaint, report: "school",
	form: []typed{{"text", "The wall did not fall, it was taken down."}},
	left: "text", told: "what is wrong, and why",
	course: []turn{
		{who: "editor", act: isnad.CaseAcknowledge, stands: "the desk has confirmed"},
		{who: "person", act: isnad.CaseAdd, text: "I shall ask the teachers.", stands: "the desk has confirmed"},
		{who: "person", act: isnad.CaseWithdraw, text: "I was mistaken.", stands: "You withdrew it"},
	},
	status: 200, page: []string{"Six pupils were injured"}, absent: "Clarification",
}, {
	// Without JavaScript, at the person's and at the desk.
	name: "right_of_reply", kind: isnad.CaseRightOfReply, report: "clinic", claim: true, plain: true,
	form: []typed{{"text", "We are the coalition that is spoken of."}, {"reply", "No aircraft of ours flew over Taiz that night."},
		{"name", "Press office of the Coastal Coalition"}, {"phone", "+1 555 0101"}},
	left: "phone", at: "email", told: "another way to reach you",
	course: []turn{
		{who: "editor", act: isnad.CaseAcknowledge, stands: "the desk has confirmed"},
		{who: "editor", act: isnad.CaseTakeUp, stands: "A person is looking at it"},
		{who: "editor", act: isnad.CaseAsk, text: "May we print this as it is?", stands: "The desk has asked you something"},
		{who: "person", act: isnad.CaseAnswer, text: "Yes.", stands: "A person is looking at it"},
		{who: "editor", act: isnad.CaseDecide, stands: "It is decided: upheld",
			ruling: ruled{isnad.CaseUpheld, "The coalition is spoken of and was not heard.", isnad.EffectReply, [2]string{}, "", false}},
		{who: "editor", act: isnad.CaseCarryOut, stands: "upheld, and carried out"},
	},
	effect: isnad.EffectReply, notice: isnad.NoticeReply, register: "reply published", status: 200,
	page: []string{"Reply", "No aircraft of ours flew over Taiz that night.", "Three nurses were killed"},
}, {
	name: "copyright", kind: isnad.CaseCopyright, report: "harbour",
	form: []typed{{"work", "Our report of the same day, https://quay.example/ship"}, {"text", "All of it is taken word for word."}, {"name", signed},
		{"email", "rights@quay.example"}, {"good_faith", " "}, {"accuracy", " "}, {"signature", signed}},
	left: "signature", told: "your signature",
	course: []turn{
		{who: "editor", act: isnad.CaseAcknowledge, stands: "the desk has confirmed"},
		{who: "editor", act: isnad.CaseAssign, stands: "the desk has confirmed"},
		{who: "reviewer", act: isnad.CaseTakeUp, stands: "A person is looking at it"},
		{who: "reviewer", act: isnad.CaseDecide, stands: "It is decided: upheld",
			ruling: ruled{isnad.CaseUpheld, "Every sentence stands in the work that was shown.", isnad.EffectRemoval, [2]string{}, "", false}},
		{who: "reviewer", act: isnad.CaseCarryOut, stands: "upheld, and carried out"},
	},
	effect: isnad.EffectRemoval, notice: isnad.NoticeRemoval, register: "removal", status: http.StatusGone,
	page: []string{"This report was removed", "Every sentence stands in the work"}, absent: "sailors",
}, {
	// From the page that stands where the report stood, back to the report.
	name: "counter_notice", kind: isnad.CaseCounterNotice, report: "harbour",
	form: []typed{{"text", "The words are mine. I sold them to both papers."}, {"name", "Karim Saleh"}, {"postal", "3 Quay Road, Made-up Town"},
		{"phone", "+1 555 0102"}, {"accuracy", " "}, {"jurisdiction", " "}, {"signature", "Karim Saleh"}},
	left: "postal", told: "your postal address",
	course: []turn{
		{who: "reviewer", act: isnad.CaseAcknowledge, stands: "the desk has confirmed"},
		{who: "reviewer", act: isnad.CaseTakeUp, stands: "A person is looking at it"},
		{who: "reviewer", act: isnad.CaseDecide, stands: "What was decided is carried out from",
			ruling: ruled{isnad.CaseUpheld, "No court was told of within the time that the law gives.", isnad.EffectRestoration, [2]string{}, "", false}},
		{who: "reviewer", act: isnad.CaseCarryOut, stands: "upheld, and carried out"},
	},
	effect: isnad.EffectRestoration, notice: isnad.NoticeRestoration, register: "restoration", status: 200,
	page: []string{"Four sailors were injured"}, absent: "This report was removed",
}, {
	name: "privacy", kind: isnad.CasePrivacy, report: "house",
	form: []typed{{"text", "It says where she lives. Please let nothing of it be left."}},
	left: "text", told: "which data or which passage is meant",
	course: []turn{
		{who: "editor", act: isnad.CaseAcknowledge, stands: "the desk has confirmed"},
		{who: "editor", act: isnad.CaseAssign, stands: "the desk has confirmed"},
		{who: "reviewer", act: isnad.CaseTakeUp, stands: "A person is looking at it"},
		{who: "reviewer", act: isnad.CaseDecide, stands: "It is decided: upheld",
			ruling: ruled{isnad.CaseUpheld, "Somebody can be found by what it says.", isnad.EffectErasure, [2]string{}, "", false}},
		{who: "reviewer", act: isnad.CaseCarryOut, stands: "upheld, and carried out"},
	},
	effect: isnad.EffectErasure, notice: isnad.NoticeRemoval, register: "removal, and its bytes are destroyed", status: http.StatusGone,
	page: []string{"Its bytes were destroyed", "Somebody can be found by what it says."}, absent: "tea market",
}, {
	name: "court_order", kind: isnad.CaseCourtOrder, report: "market",
	form: []typed{{"court", "District Court of Made-up Town"}, {"reference", "12 O 345/26"}, {"text", "The report is not to be shown, section 1004."},
		{"addresses", evidencePage}, {"name", "Clerk of the court"}, {"email", "clerk@court.example"}},
	left: "addresses", told: "a copy of the order",
	course: []turn{
		{who: "editor", act: isnad.CaseAcknowledge, stands: "the desk has confirmed"},
		{who: "editor", act: isnad.CaseAssign, stands: "the desk has confirmed"},
		{who: "reviewer", act: isnad.CaseTakeUp, stands: "A person is looking at it"},
		{who: "reviewer", act: isnad.CaseDecide, stands: "It is decided: upheld",
			ruling: ruled{isnad.CaseUpheld, "The order binds this site.", isnad.EffectRemoval, [2]string{}, "", true}},
		{who: "reviewer", act: isnad.CaseCarryOut, stands: "upheld, and carried out"},
	},
	effect: isnad.EffectRemoval, notice: isnad.NoticeRemoval, register: "removal", status: http.StatusUnavailableForLegalReasons,
	page: []string{"Law or an order of a court or authority asked for it", "The order binds this site."}, absent: "traders",
}, {
	// What was decided is not carried out when the appeal comes: it waits, the one
	// who decides anew finds it chosen, and decides the same again.
	name: "appeal-before-carrying-out", kind: isnad.CaseComplaint, report: "convoy",
	form: []typed{{"text", "The convoy was not turned back."}},
	left: "text", told: "what is wrong, and why",
	course: []turn{
		{who: "editor", act: isnad.CaseDecide, stands: "It is decided: partly upheld",
			ruling: ruled{isnad.CasePartlyUpheld, "Part of the convoy went on.", isnad.EffectClarification, [2]string{}, "Two of the five trucks went on to Kutum.", false}},
		{who: "person", act: isnad.CaseAppeal, text: "All of it went on.", stands: "What was decided before waits"},
		{who: "person", act: isnad.CaseWithdraw, text: "I have to look again.", stands: "What was decided is carried out"},
		{who: "person", act: isnad.CaseAppeal, text: "All five went on.", stands: "Decided before: partly upheld"},
		{who: "reviewer", act: isnad.CaseDecide, stands: "It is decided: partly upheld",
			ruling: ruled{isnad.CasePartlyUpheld, "Two trucks are shown to have gone on, not five.", isnad.EffectClarification, [2]string{}, "", false}},
		{who: "reviewer", act: isnad.CaseCarryOut, stands: "partly upheld, and carried out"},
	},
	effect: isnad.EffectClarification, notice: isnad.NoticeClarification, register: "clarification", status: 200,
	page: []string{"Clarification", "Two of the five trucks went on to Kutum."},
}}

// kindsHouse is a whole server with an editor and a reviewer at its desk, people
// outside, and one browser for all: each host name has cookies of its own.
type kindsHouse struct {
	t       *testing.T
	h       *house
	b       *browser.Browser
	port    string
	began   time.Time    // the clock of cases stands, so that a slow machine sees the same
	ahead   atomic.Int64 // how far it has been moved, in nanoseconds
	files   string       // address of a site with evidence
	reports map[string]string
	pages   map[string]*browser.Page // by who and whether JavaScript runs
}

func (n *kindsHouse) now() time.Time { return n.began.Add(time.Duration(n.ahead.Load())) }

// address is a page as somebody reaches it: each under a host name of their own.
func (n *kindsHouse) address(who, path string) string {
	host := "127.0.0.1"
	if who != "person" {
		host = who + ".localhost"
	}
	return "http://" + host + ":" + n.port + path
}

func openKinds(t *testing.T) *kindsHouse {
	t.Helper()
	files := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != evidencePage {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprintln(w, "Four names and ten injured. This list is made up.")
	}))
	t.Cleanup(files.Close)
	h, working := emptyHouse(t, commands{EvidenceAllow: []string{"127.0.0.1"}})
	n := &kindsHouse{t: t, h: h, began: time.Now(), files: files.URL, reports: map[string]string{}, pages: map[string]*browser.Page{}}
	h.pipeline.Now = n.now
	for name, text := range kindReports {
		if _, _, err := h.pipeline.Keep(working, isnad.Capture{Address: "https://quay.example/" + name, MediaType: "text/plain", Source: "Quay Dispatch (sample)"}, strings.NewReader(text), pipeline.MaxLocal); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.settle(working); err != nil {
		t.Fatal(err)
	}
	list, _, err := h.store.Reports(t.Context(), store.ReportQuery{Page: store.Page{Limit: 100}})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range list {
		for name, text := range kindReports {
			if strings.HasPrefix(text, r.Title) {
				n.reports[name] = r.ID
			}
		}
	}
	if len(n.reports) != len(kindReports) {
		t.Fatalf("%d of %d reports were read", len(n.reports), len(kindReports))
	}
	all := people.New(h.store)
	for name, role := range map[string]isnad.Role{"ريما حداد": isnad.RoleEditor, "Tomas": isnad.RoleReviewer} {
		if _, err := all.Add(t.Context(), name, role, deskPassword); err != nil {
			t.Fatal(err)
		}
	}
	n.serve()
	n.b = browser.Start(t)
	return n
}

// serve serves as `isnad serve` does, until the test ends.
func (n *kindsHouse) serve() {
	n.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	reader, writer := io.Pipe()
	done := make(chan error, 1)
	finishLog := n.h.keepLog(ctx)
	go func() {
		err := n.h.serve(ctx, console{out: writer, err: os.Stderr}, &serveCommand{Listen: "127.0.0.1:0", Title: "Quay register", Republish: "allowed"}, slog.New(slog.NewTextHandler(os.Stderr, nil)))
		_ = writer.CloseWithError(cmp.Or(err, io.EOF))
		done <- err
	}()
	n.t.Cleanup(func() {
		stop()
		finishLog()
		if err := <-done; err != nil {
			n.t.Error(err)
		}
	})
	line := make([]byte, 200)
	m, err := reader.Read(line)
	if err != nil {
		n.t.Fatal(err)
	}
	go func() { _, _ = io.Copy(io.Discard, reader) }()
	told := strings.TrimSpace(string(line[:m]))
	n.port = told[strings.LastIndexByte(told, ':')+1:]
}

// page is somebody's window; who works at the desk signs in first.
func (n *kindsHouse) page(t *testing.T, who string, plain bool) *browser.Page {
	t.Helper()
	key := fmt.Sprint(who, plain)
	if p := n.pages[key]; p != nil {
		return p
	}
	p := n.b.Open(n.t, n.address(who, map[bool]string{true: "/corrections", false: "/desk"}[who == "person"]), browser.Window{Width: 1300, Height: 900, NoScript: plain})
	if who != "person" {
		p.Wait(`document.readyState === "complete" && (location.pathname !== "/desk/sign-in" || document.activeElement.id === "name")`)
		if browser.Eval[string](p, `location.pathname`) == "/desk/sign-in" {
			name := map[string]string{"editor": "ريما حداد", "reviewer": "Tomas"}[who]
			p.Do(chromedp.KeyEvent(name+kb.Tab), chromedp.KeyEvent(deskPassword+kb.Enter))
			p.Wait(`location.pathname === "/desk" && document.readyState === "complete"`)
		}
	}
	n.pages[key] = p
	return p
}

// Every kind of case, from the form that somebody without an account fills in to
// the register that everybody reads, by keyboard alone, in what `isnad serve`
// serves: the person follows it at their secret address, an editor and a reviewer
// work on it at the desk, each as far as their role goes.
func TestEveryKindOfCaseByKeyboard(t *testing.T) {
	t.Parallel()
	n := openKinds(t)
	for _, row := range kindRows {
		t.Run(row.name, func(t *testing.T) {
			c := &course{kindsHouse: n, t: t, row: row, report: n.reports[row.report]}
			c.open()
			for _, x := range row.course {
				if c.take(x); t.Failed() {
					return
				}
			}
			c.shown()
		})
		if t.Failed() {
			return // what follows builds on it
		}
	}
}

// course is one case on its way.
type course struct {
	*kindsHouse
	t      *testing.T
	row    kindRow
	report string // its ID
	id     string // of the case
	secret string // path of the secret address
	claim  string
}

// keys presses keys one after the other.
func keys(p *browser.Page, list ...string) {
	for _, k := range list {
		p.Do(chromedp.KeyEvent(k))
	}
}

// strike presses a letter as a keyboard does: what the page prevents types nothing.
// keys would type it all the same, as a second event.
func strike(p *browser.Page, letter string) {
	p.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
			e := input.DispatchKeyEventParams{Type: kind, Key: letter, WindowsVirtualKeyCode: int64(strings.ToUpper(letter)[0])}
			if kind == input.DispatchKeyEventTypeKeyDown {
				e.Text = letter
			}
			if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, e); err != nil {
				return err
			}
		}
		return nil
	}))
}

// away is about how many presses of Tab lie between what has the focus and what
// answers to a selector, rather too few than too many; -1 where it has the focus.
const away = `(selector => {
	const at = document.activeElement;
	if (at.matches(selector)) return -1;
	const groups = new Set();
	const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(e => {
		if (!(at.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) return false;
		if (e.matches(selector)) return true;
		if (e.tabIndex < 0 || e.disabled || e.type === "hidden" || !e.checkVisibility({visibilityProperty: true})) return false;
		if (e.type !== "radio") return true;
		return !groups.has(e.name) && groups.add(e.name);
	});
	return Math.max(0, stops.findIndex(e => e.matches(selector)) - 3);
})`

// to presses Tab until what has the focus answers to a selector.
func (c *course) to(p *browser.Page, selector string) {
	c.t.Helper()
	n := browser.Eval[int](p, fmt.Sprintf(`%s(%q)`, away, selector))
	if n < 0 {
		return
	}
	keys(p, strings.Repeat(kb.Tab, n)) // asking after each takes its time
	for range 150 {
		key(p, kb.Tab)
		if browser.Eval[bool](p, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			return
		}
	}
	c.shot(p, "stuck")
	c.t.Fatalf("%s: Tab never reaches %s; it is at %s", addressOf(p), selector, browser.Eval[string](p, `document.activeElement.outerHTML.slice(0, 200)`))
}

// choose takes one of several by arrow keys.
func (c *course) choose(p *browser.Page, name, id string) {
	c.t.Helper()
	c.to(p, fmt.Sprintf(`input[name=%s]`, name))
	for range 12 {
		if browser.Eval[string](p, `document.activeElement.id`) == id {
			if !browser.Eval[bool](p, `document.activeElement.checked`) {
				key(p, " ")
			}
			return
		}
		key(p, kb.ArrowDown)
	}
	c.t.Fatalf("the arrow keys never reach %s", id)
}

// shot takes a picture where wanted.
func (c *course) shot(p *browser.Page, name string) {
	if dir := os.Getenv("SITE_PICTURES"); dir != "" {
		p.Shot(filepath.Join(dir, "kind-"+c.row.name+"-"+name+".png"))
	}
}

// path goes to a page as one does who types its address.
func (c *course) path(p *browser.Page, who, path string, missing bool) {
	c.t.Helper()
	p.Go(c.t, c.address(who, path), missing)
	p.Wait(`document.readyState === "complete"`)
}

// open goes from the page of the report to the form, fills it in but for one
// element, is told what is missing, completes it, and gets the secret address.
func (c *course) open() {
	t, row := c.t, c.row
	t.Helper()
	p := c.page(t, "person", row.plain)
	gone := row.kind == isnad.CaseCounterNotice
	c.path(p, "person", "/reports/"+c.report, gone)
	link := fmt.Sprintf(`a[href^="/cases/new?about=%s"]`, c.report)
	if row.claim {
		link = `.note a[href^="/cases/new?about=k"]`
		c.claim = strings.TrimPrefix(browser.Eval[string](p, `document.querySelector('`+link+`').getAttribute("href")`), "/cases/new?about=")
	}
	c.to(p, link)
	p.Expect(false)
	keys(p, kb.Enter)
	p.Wait(`location.pathname === "/cases/new" && document.readyState === "complete"`)
	c.to(p, fmt.Sprintf(`.offers a[href*="kind=%s"]`, row.kind))
	keys(p, kb.Enter)
	p.Wait(`location.search.includes("kind=") && !document.querySelector(".offers") && document.readyState === "complete"`)
	var last typed
	for _, f := range row.form {
		if f.field == row.left {
			last = f
			continue
		}
		c.fill(p, f)
	}
	c.incomplete(p)
	c.shot(p, "missing")
	c.fill(p, last)
	c.to(p, `.send button`)
	if row.plain { // no browser shows the machine away here: time does
		p.Expect(true)
		keys(p, kb.Enter)
		p.Wait(`document.querySelector("#problem")?.innerText.includes("Nothing that you typed is lost") && document.readyState === "complete"`)
		c.ahead.Add(int64(16 * time.Second))
		p.Expect(false)
		c.to(p, `.send button`)
	}
	keys(p, kb.Enter)
	p.Wait(`location.pathname.startsWith("/cases/") && location.search === "?opened=1" && document.readyState === "complete"`)
	c.shot(p, "opened")
	c.secret = addressOf(p)
	if got := browser.Eval[string](p, `document.getElementById("address").value`); got != c.address("person", c.secret) {
		t.Errorf("the secret address is %q, the page is at %s", got, c.secret)
	}
	list, _, err := c.h.store.Cases(t.Context(), store.CaseQuery{Order: store.CasesNewest, Page: store.Page{Limit: 1}})
	if err != nil || len(list) != 1 || list[0].Kind != row.kind {
		t.Fatalf("%v, %v", list, err)
	}
	c.id = list[0].ID
	if row.claim && list[0].About != c.claim {
		t.Errorf("it is about %s, not the claim %s", list[0].About, c.claim)
	}
	c.stands("It has arrived.")
}

// fill types into a field of the form.
func (c *course) fill(p *browser.Page, f typed) {
	c.t.Helper()
	c.to(p, "#f-"+f.field)
	if f.keys == evidencePage {
		f.keys = c.files + evidencePage
	}
	keys(p, f.keys)
}

// incomplete sends the form without the element that was left out. Where the
// browser itself stops at an empty field, a space is typed, which the browser
// takes and the site does not.
func (c *course) incomplete(p *browser.Page) {
	t := c.t
	t.Helper()
	at := browser.Eval[string](p, `location.href`)
	c.to(p, `.send button`)
	field := "#f-" + c.row.left
	if browser.Eval[bool](p, fmt.Sprintf(`document.querySelector(%q).required`, field)) {
		keys(p, kb.Enter)
		p.Wait(fmt.Sprintf(`document.activeElement.matches(%q) && document.activeElement.validity.valueMissing`, field))
		if browser.Eval[string](p, `location.href`) != at {
			t.Errorf("without %s the form was sent", c.row.left)
		}
		keys(p, " ")
		c.to(p, `.send button`)
	}
	p.Expect(true)
	keys(p, kb.Enter)
	p.Wait(`location.pathname === "/cases" && document.querySelector("#gaps") && document.readyState === "complete"`)
	p.Expect(false)
	if s := browser.Eval[string](p, `document.querySelector(".gaps").innerText`); !strings.Contains(strings.ToLower(s), strings.ToLower(c.row.told)) || !strings.Contains(s, "One thing is missing") {
		t.Errorf("without %s the person is told %q", c.row.left, s)
	}
	// From what is said at the top a link leads to the field.
	c.to(p, ".gaps a")
	if to, want := browser.Eval[string](p, `document.activeElement.getAttribute("href")`), "#f-"+cmp.Or(c.row.at, c.row.left); to != want {
		t.Errorf("what is missing leads to %s, not %s", to, want)
	}
	for _, f := range c.row.form {
		if f.field == c.row.left || f.keys == " " {
			continue
		}
		if got := browser.Eval[string](p, fmt.Sprintf(`document.getElementById(%q).value`, "f-"+f.field)); got == "" {
			t.Errorf("what was typed into %s is lost", f.field)
		}
	}
}

// stands looks at the person's own page, as they do with the secret address.
func (c *course) stands(words string) {
	c.t.Helper()
	p := c.page(c.t, "person", c.row.plain)
	c.path(p, "person", c.secret, false)
	if s := browser.Eval[string](p, `document.querySelector(".stands").innerText`); !strings.Contains(s, words) {
		c.t.Errorf("the person reads %q, not %q", s, words)
	}
}

// take does one turn and looks at what the person reads then.
func (c *course) take(x turn) {
	c.t.Helper()
	c.ahead.Add(int64(time.Minute))
	if x.who == "person" {
		c.person(x)
	} else {
		c.desk(x)
	}
	c.stands(x.stands)
	c.shot(c.page(c.t, "person", c.row.plain), "person-"+string(x.act))
}

// person answers, adds, withdraws or appeals at the secret address.
func (c *course) person(x turn) {
	t := c.t
	t.Helper()
	p := c.page(t, "person", c.row.plain)
	c.path(p, "person", c.secret, false)
	if x.act != isnad.CaseAnswer { // that one is open
		c.to(p, fmt.Sprintf(`details:has(form[action$="/%s"]) > summary`, x.act))
		keys(p, kb.Enter)
	}
	if before := c.standing(); x.act == isnad.CaseAppeal && casework.Pending(&before) {
		if s := browser.Eval[string](p, `document.querySelector('details:has(form[action$="/appeal"])').innerText`); !strings.Contains(s, "is not carried out yet: "+string(before.Ruling.Effect)) {
			t.Errorf("of what is not carried out the form of an appeal says %q", s)
		}
	}
	c.to(p, fmt.Sprintf(`#%s-text`, x.act))
	keys(p, x.text)
	said := map[isnad.CaseActKind]string{isnad.CaseAnswer: "Your answer has arrived", isnad.CaseAdd: "What you added has arrived", isnad.CaseWithdraw: "You withdrew the case", isnad.CaseAppeal: "Your appeal has arrived"}[x.act]
	if x.act == isnad.CaseWithdraw {
		if before := c.standing(); casework.OnAppeal(&before) {
			said = "You withdrew the appeal. What was decided holds"
		}
		c.to(p, `#sure`)
		keys(p, " ")
	}
	c.to(p, fmt.Sprintf(`form[action$="/%s"] button`, x.act))
	keys(p, kb.Enter)
	p.Wait(fmt.Sprintf(`location.search === "?done=%s" && document.readyState === "complete"`, x.act))
	if !browser.Eval[bool](p, says(said)) {
		t.Errorf("after %s the person does not read %q", x.act, said)
	}
	c.shot(p, "did-"+string(x.act))
}

// press does what a key of the desk does; without JavaScript by the button itself.
func (c *course) press(p *browser.Page, k, button string) {
	c.t.Helper()
	if !c.row.plain {
		strike(p, k)
		return
	}
	c.to(p, button)
	keys(p, kb.Enter)
}

// desk takes the case from the queue and does one thing in it.
func (c *course) desk(x turn) {
	t := c.t
	t.Helper()
	p := c.page(t, x.who, c.row.plain)
	c.path(p, x.who, "/desk/cases", false)
	row := fmt.Sprintf(`[data-row][href^="/desk/cases/%s"]`, c.id)
	if c.row.plain {
		c.to(p, row)
	} else {
		for range 50 {
			strike(p, "j")
			if browser.Eval[bool](p, fmt.Sprintf(`document.activeElement.matches(%q)`, row)) {
				break
			}
		}
	}
	keys(p, kb.Enter)
	p.Wait(fmt.Sprintf(`location.pathname === "/desk/cases/%s" && document.readyState === "complete"`, c.id))
	done := `document.querySelector("#done") && document.readyState === "complete"`
	switch x.act {
	case isnad.CaseAcknowledge:
		c.shot(p, "desk-received")
		c.press(p, "a", `form[action*="/acknowledge"] button`)
	case isnad.CaseTakeUp:
		c.press(p, "t", `form[action*="/take-up"] button`)
	case isnad.CaseAsk:
		c.press(p, "p", `#ask > summary`)
		c.to(p, `#ask-text`)
		p.Wait(`document.activeElement.id === "ask-text"`)
		keys(p, x.text)
		if got := browser.Eval[string](p, `document.activeElement.value`); got != x.text {
			t.Errorf("the question reads %q", got)
		}
		keys(p, kb.Tab, kb.Enter)
	case isnad.CaseAssign:
		c.barred(p)
		c.press(p, "g", `#give > summary`)
		p.Wait(`document.getElementById("give").open`)
		c.to(p, `#to`)
		keys(p, "Tom", kb.Tab, kb.Enter)
	case isnad.CaseDecide:
		c.decide(p, x)
	case isnad.CaseCarryOut:
		c.carryOut(p, x)
	default:
		t.Fatalf("nobody at the desk does %s here", x.act)
	}
	p.Wait(done)
	c.shot(p, "desk-"+string(x.act))
	if s := p.Wrong(); len(s) > 0 {
		t.Error(s)
	}
}

// barred looks at what an editor is told who cannot do what the person asks for.
func (c *course) barred(p *browser.Page) {
	t := c.t
	t.Helper()
	if c.row.kind != isnad.CasePrivacy {
		if s := browser.Eval[string](p, `document.querySelector(".barred")?.innerText ?? ""`); !strings.Contains(s, "role of reviewer") || !strings.Contains(s, "Tomas") {
			t.Errorf("the editor is told %q", s)
		}
		return
	}
	strike(p, "d")
	p.Wait(`location.pathname.endsWith("/decide") && document.readyState === "complete"`)
	if !browser.Eval[bool](p, `document.getElementById("e-erasure").disabled && document.querySelector('label[for="e-erasure"]').innerText.includes("needs a reviewer")`) {
		t.Error("the editor is not told that an erasure needs a reviewer")
	}
	strike(p, "q")
	p.Wait(fmt.Sprintf(`location.pathname === "/desk/cases/%s" && document.readyState === "complete"`, c.id))
}

// decide fills in a decision, looks at what it does, and records it.
func (c *course) decide(p *browser.Page, x turn) {
	t, d := c.t, x.ruling
	t.Helper()
	pending := c.standing().Ruling
	c.press(p, "d", `a[href*="/decide"]`)
	p.Wait(`location.pathname.endsWith("/decide") && document.readyState === "complete"`)
	c.shot(p, "desk-decide-"+x.who)
	c.choose(p, "decision", "d-"+string(d.decision))
	c.to(p, `#reasons`)
	keys(p, d.reasons)
	effect := "e-" + cmp.Or(string(d.effect), "none")
	if d.decision == isnad.CaseRejected { // then there is nothing to choose
		if browser.Eval[bool](p, `document.querySelector(".effects").checkVisibility()`) {
			t.Error("what is rejected asks for an effect")
		}
	} else if pending != nil && pending.Effect != "" {
		if s := browser.Eval[string](p, `document.querySelector(".decide-page > .remarks").innerText`); !strings.Contains(s, "not carried out yet") {
			t.Errorf("of what was decided before is said %q", s)
		}
		if !browser.Eval[bool](p, fmt.Sprintf(`document.getElementById(%q).checked`, effect)) {
			t.Errorf("what was decided and is not carried out, %s, is not chosen", pending.Effect)
		}
	} else {
		c.choose(p, "effect", effect)
	}
	switch d.effect {
	case isnad.EffectCorrection:
		c.correct(p, d.replace)
	case isnad.EffectClarification:
		if d.words != "" {
			c.to(p, `#words`)
			keys(p, d.words)
		}
	}
	if on := browser.Eval[bool](p, `document.getElementById("legal")?.checked ?? false`); on != d.legal {
		t.Errorf("by law or order: %t, want %t", on, d.legal)
	}
	if c.row.plain {
		c.to(p, `.case-main > .saving button`)
		keys(p, kb.Enter)
	} else {
		if browser.Eval[bool](p, `/^(TEXTAREA|INPUT)$/.test(document.activeElement.tagName) && document.activeElement.type !== "radio"`) {
			keys(p, kb.Escape)
		}
		strike(p, "d")
	}
	p.Wait(`document.readyState === "complete" && (document.querySelector(".preview") || document.querySelector("#problem"))`)
	if s := browser.Eval[string](p, `document.querySelector("#problem")?.innerText ?? ""`); s != "" {
		t.Fatal(s)
	}
	c.shot(p, "desk-preview-"+x.who)
	c.press(p, "r", `.preview button[value=record]`)
}

// correct changes some words of the whole text, as one does in an editor: caret,
// selection, typing.
func (c *course) correct(p *browser.Page, replace [2]string) {
	c.t.Helper()
	c.to(p, `#body`)
	before, _, ok := strings.Cut(browser.Eval[string](p, `document.activeElement.value`), replace[0])
	if !ok {
		c.t.Fatalf("%q is not in the text", replace[0])
	}
	p.Do(chromedp.KeyEvent(kb.Home, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	keys(p, strings.Repeat(kb.ArrowRight, len([]rune(before))))
	p.Do(chromedp.KeyEvent(strings.Repeat(kb.ArrowRight, len([]rune(replace[0]))), chromedp.KeyModifiers(chromedp.ModifierShift)))
	keys(p, replace[1])
}

// carryOut carries out what was decided; what a counter-notice has put back not
// before its time.
func (c *course) carryOut(p *browser.Page, x turn) {
	t := c.t
	t.Helper()
	if now := c.standing(); !now.CarryFrom.IsZero() {
		if s := browser.Eval[string](p, `document.querySelector(".put-back")?.innerText ?? ""`); !strings.Contains(s, "Not before") {
			t.Errorf("of the time that it waits is said %q", s)
		}
		if browser.Eval[bool](p, `!!document.querySelector('form[action*="/carry-out"]')`) {
			t.Error("it is offered before its time")
		}
		c.shot(p, "desk-waits")
		c.ahead.Add(int64(now.CarryFrom.Sub(c.now()) + time.Hour))
		c.path(p, x.who, "/desk/cases/"+c.id, false)
	}
	if c.row.effect == isnad.EffectErasure {
		c.to(p, `#sure`)
		keys(p, " ")
	}
	c.press(p, "c", `form[action*="/carry-out"] button`)
}

// standing is the case as it stands.
func (c *course) standing() isnad.Case {
	c.t.Helper()
	x, err := c.h.store.Case(c.t.Context(), c.id)
	if err != nil {
		c.t.Fatal(err)
	}
	return x
}

// shown follows what came of the case: the report's page, the register, the
// decision, the feed, and the person's own page.
func (c *course) shown() {
	t, row := c.t, c.row
	t.Helper()
	if err := c.h.settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	p := c.page(t, "person", row.plain)
	c.path(p, "person", "/reports/"+c.report, row.status != 200)
	c.shot(p, "report")
	text := browser.Eval[string](p, `document.querySelector("main").innerText`)
	for _, words := range row.page {
		if !strings.Contains(text, words) {
			t.Errorf("the report's page does not say %q: %q", words, text)
		}
	}
	if row.absent != "" && strings.Contains(text, row.absent) {
		t.Errorf("the report's page says %q", row.absent)
	}
	if code, _ := c.get("/reports/" + c.report); code != row.status {
		t.Errorf("the report answers %d, want %d", code, row.status)
	}
	if row.status != 200 && !browser.Eval[bool](p, fmt.Sprintf(`!!document.querySelector('main a[href="/corrections/%s"]')`, c.id)) {
		t.Error("the page in place of the report does not name the decision")
	}
	if row.effect == "" {
		if code, _ := c.get("/corrections/" + c.id); code != http.StatusNotFound {
			t.Errorf("what was withdrawn stands in the register: %d", code)
		}
		return
	}
	if row.effect == isnad.EffectCorrection {
		c.versions(p)
	}
	c.register(p)
}

// versions holds a corrected report to its old wording, which can still be read,
// and to the marks of what changed.
func (c *course) versions(p *browser.Page) {
	t := c.t
	t.Helper()
	r, err := c.h.store.Report(t.Context(), c.report, 0)
	if err != nil || r.Version != 2 {
		t.Errorf("version %d, %v", r.Version, err)
	}
	c.to(p, fmt.Sprintf(`main a[href="/reports/%s/v/1"]`, c.report))
	keys(p, kb.Enter)
	p.Wait(`location.pathname.endsWith("/v/1") && document.readyState === "complete"`)
	if !browser.Eval[bool](p, says("Five workers were killed")) {
		t.Error("the old wording cannot be read")
	}
	c.path(p, "person", "/reports/"+c.report, false)
	if s := browser.Eval[string](p, `[...document.querySelectorAll("main ins")].map(e => e.innerText).join("|")`); !strings.Contains(s, "Four") {
		t.Errorf("marked as new: %q", s)
	}
}

// register reads the register by keyboard: the newest notice, its decision, the
// list of decisions, the feed; and at the end the person's own page.
func (c *course) register(p *browser.Page) {
	t, row := c.t, c.row
	t.Helper()
	link := fmt.Sprintf(`a[href="/corrections/%s"]`, c.id)
	c.path(p, "person", "/corrections", false)
	if s := browser.Eval[string](p, `document.querySelector(".notice").innerText`); !strings.HasPrefix(strings.ToLower(s), string(row.notice)) || !browser.Eval[bool](p, `!!document.querySelector('.notice:first-child `+link+`')`) {
		t.Errorf("the newest notice of the register is %q", s)
	}
	c.shot(p, "register")
	c.to(p, link)
	keys(p, kb.Enter)
	p.Wait(fmt.Sprintf(`location.pathname === "/corrections/%s" && document.readyState === "complete"`, c.id))
	c.shot(p, "decision")
	last := row.course[len(row.course)-2].ruling
	text := browser.Eval[string](p, `document.querySelector("main").innerText`)
	for _, x := range row.course {
		if x.act == isnad.CaseDecide && !strings.Contains(text, x.ruling.reasons) {
			t.Errorf("the decision does not give the reasons %q", x.ruling.reasons)
		}
	}
	for _, words := range []string{"What follows: " + row.register + ".", "carried the decision out"} {
		if !strings.Contains(text, words) {
			t.Errorf("the decision does not say %q: %q", words, text)
		}
	}
	for _, f := range row.form { // who asked is nobody's business, but of a reply
		if f.field == "email" || f.field == "phone" || f.field == "postal" || f.field == "signature" {
			if strings.Contains(text, f.keys) {
				t.Errorf("the decision tells %q", f.keys)
			}
		}
	}
	c.path(p, "person", "/corrections/decisions", false)
	if s := browser.Eval[string](p, fmt.Sprintf(`document.querySelector('%s').closest("tr").innerText`, link)); !strings.Contains(s, row.register) || !strings.Contains(s, last.reasons) {
		t.Errorf("the list of decisions says %q", s)
	}
	if _, feed := c.get("/feeds/corrections.atom"); !strings.Contains(feed, "/corrections/"+c.id) || !strings.Contains(feed, last.reasons) && last.words == "" && row.effect != isnad.EffectReply && row.effect != isnad.EffectClarification {
		t.Errorf("the feed does not tell of it: %s", feed)
	}
	c.path(p, "person", c.secret, false)
	if s := browser.Eval[string](p, `document.querySelector(".stands").innerText`); !strings.Contains(s, last.reasons) || !strings.Contains(s, row.register) || !browser.Eval[bool](p, `!!document.querySelector('.stands `+link+`')`) {
		t.Errorf("the person reads about the outcome: %q", s)
	}
	c.shot(p, "person-end")
	if s := p.Wrong(); len(s) > 0 {
		t.Error(s)
	}
}

// get fetches a page without a browser.
func (c *course) get(path string) (int, string) {
	c.t.Helper()
	r, err := http.Get(c.address("person", path))
	if err != nil {
		c.t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	return r.StatusCode, string(b)
}
