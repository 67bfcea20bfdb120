package site_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/isnadtest/browser"
	"isnad/internal/store"
)

// reportWith is the report whose title has these words.
func (d *desk) reportWith(words string) isnad.Report {
	d.t.Helper()
	all, _, err := d.p.Store.Reports(d.t.Context(), store.ReportQuery{Page: store.Page{Limit: 100}})
	if err != nil {
		d.t.Fatal(err)
	}
	for _, x := range all {
		if strings.Contains(x.Title, words) {
			r, err := d.p.Store.Report(d.t.Context(), x.ID, 0)
			if err != nil {
				d.t.Fatal(err)
			}
			return r
		}
	}
	d.t.Fatalf("no report %q among %d", words, len(all))
	return isnad.Report{}
}

// opened opens a case as somebody without an account does.
func (d *desk) opened(f isnad.CaseForm) isnad.Case {
	d.t.Helper()
	c, _, err := d.p.OpenCase(d.t.Context(), f, nil, casework.By{Actor: isnad.ActorClaimant})
	if err != nil {
		d.t.Fatal(err)
	}
	return c
}

// now is a case as it stands.
func (d *desk) now(c isnad.Case) isnad.Case {
	d.t.Helper()
	x, err := d.p.Store.Case(d.t.Context(), c.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	return x
}

// wrongNumber asks for another number in the report from the mill.
func (d *desk) wrongNumber() isnad.CaseForm {
	r := d.reportWith("Shells fall on Binnish")
	at := strings.Index(r.Text, "killed five workers")
	span := isnad.RuneSpan(r.Text, at, at+len("killed five workers"))
	return isnad.CaseForm{Kind: isnad.CaseCorrection, About: r.ID, Version: r.Version, Span: &span,
		Text: "One of the five was only injured. I work there.", Right: "Four workers were killed and ten injured.",
		Name: "Samira Haddad", Email: "samira@press.example", Evidence: []isnad.Evidence{{Address: "https://hospital.example/list-of-names"}}}
}

// A correction, by keyboard alone, from the first page of the desk to the decision
// and its carrying-out: each step is the wide button of its page.
func TestCaseCorrectionByKeyboard(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.add(mills()...)
	d.person("Rima Haddad", isnad.RoleEditor)
	c := d.opened(d.wrongNumber())
	p := d.open(d.url, "Rima Haddad", "/desk", browser.Window{Width: 1300, Height: 900})
	p.Wait(`document.querySelector("main").innerText.includes("1 case is open")`)
	d.look(p, "case-front")
	p.Go(t, d.url+"/desk/cases", false)
	d.look(p, "case-queue")
	press(p, "j", kb.Enter)
	p.Wait(`location.pathname === "/desk/cases/` + c.ID + `" && document.readyState === "complete"`)
	d.look(p, "case-received")

	press(p, "x")
	p.Wait(`document.activeElement.id === "next" && document.activeElement.innerText.includes("Acknowledge")`)
	press(p, kb.Enter)
	p.Wait(`document.querySelector("#done") && document.querySelector("#next").innerText.includes("Take it up") && document.readyState === "complete"`)
	press(p, "t")
	p.Wait(`document.readyState === "complete" && document.querySelector("#next").innerText.includes("Decide") && document.querySelector(".standing").innerText.includes("yours")`)
	press(p, "n")
	p.Wait(`document.activeElement.id === "note-text"`)
	press(p, "I rang the hospital: four.", kb.Escape, "q")
	p.Wait(`location.pathname === "/desk/cases" && document.readyState === "complete"`)
	press(p, "j", kb.Enter)
	p.Wait(`document.querySelector("#next") && document.readyState === "complete"`)
	press(p, "n")
	p.Wait(`document.activeElement.id === "note-text"`)
	press(p, "I rang the hospital: four.", kb.Tab, kb.Enter)
	p.Wait(`document.querySelector("#done") && document.querySelector("#history").parentElement.innerText.includes("I rang the hospital") && document.readyState === "complete"`)
	d.look(p, "case-in-review")

	press(p, "d")
	p.Wait(`location.pathname.endsWith("/decide") && document.readyState === "complete"`)
	d.look(p, "case-decide")
	if n := browser.Eval[int](p, `[...document.querySelectorAll(".effects .with")].filter(e => e.offsetParent).length`); n != 1 {
		t.Errorf("%d effects show their fields", n)
	}
	browser.Eval[bool](p, `document.getElementById("d-upheld").focus(), true`)
	press(p, " ", kb.Tab, "The hospital's list names four dead and ten injured.")
	browser.Eval[bool](p, `(() => { const b = document.getElementById("body"); b.value = b.value.replace("killed five workers and injured nine", "killed four workers and injured ten"); b.focus(); return true })()`)
	press(p, kb.Escape, "d")
	p.Wait(`document.activeElement.id === "preview"`)
	d.look(p, "case-preview")
	if s := browser.Eval[string](p, `document.querySelector(".preview .diff ins").innerText`); !strings.Contains(s, "four") {
		t.Errorf("put in: %q", s)
	}
	if d.now(c).Decision != "" {
		t.Error("looking decides")
	}
	press(p, "r")
	p.Wait(`document.querySelector("#done") && document.querySelector("#next").innerText.includes("Carry it out") && document.readyState === "complete"`)
	d.look(p, "case-decided")
	if x := d.now(c); x.State != isnad.CaseDecided || x.Decision != isnad.CaseUpheld || x.Ruling.Effect != isnad.EffectCorrection {
		t.Fatalf("%s, %s", x.State, x.Decision)
	}
	press(p, "c")
	p.Wait(`document.querySelector("#done") && document.querySelector("#done").innerText.includes("carried the decision out") && document.readyState === "complete"`)
	d.settle()
	p.Go(t, d.url+"/desk/cases/"+c.ID, false)
	d.look(p, "case-carried-out")
	if s := browser.Eval[string](p, `document.querySelector(".case-main").innerText`); !strings.Contains(s, "Notices about the report") {
		t.Errorf("no notice is named: %q", s)
	}
	r := d.reportWith("Shells fall on Binnish")
	if r.Version != 2 || !strings.Contains(r.Text, "killed four workers and injured ten") {
		t.Errorf("version %d of the report reads %q", r.Version, r.Text)
	}
	p.Go(t, d.url+"/reports/"+r.ID+"/v/1", false)
	if s := browser.Eval[string](p, `document.querySelector("main").innerText`); !strings.Contains(s, "five workers") {
		t.Error("the old version cannot be read any more")
	}
}

// step makes one decision at the desk with the mouse: outcome, reasons, effect,
// looking, recording.
func (d *desk) step(p *browser.Page, outcome, effect, reasons string) {
	d.t.Helper()
	p.Do(chromedp.Navigate(browser.Eval[string](p, `document.querySelector('a[href*="/decide"]').href`)))
	p.Wait(`location.pathname.endsWith("/decide") && document.readyState === "complete"`)
	browser.Eval[bool](p, `document.getElementById("d-`+outcome+`").click(), document.getElementById("e-`+effect+`").click(), document.getElementById("reasons").focus(), true`)
	p.Do(chromedp.KeyEvent(reasons))
	d.click(p, `.decision .case-main > .saving button`)
	p.Wait(`document.querySelector(".preview") || document.querySelector("#problem")`)
	if s := browser.Eval[string](p, `document.querySelector("#problem")?.innerText ?? ""`); s != "" {
		d.t.Fatal(s)
	}
}

func (d *desk) click(p *browser.Page, selector string) {
	d.t.Helper()
	p.Wait(`document.querySelector(` + strconv.Quote(selector) + `)`)
	p.Do(chromedp.Click(chromedp.CSS(selector)))
}

// Three people at one case. An editor cannot remove and is told who can; a
// reviewer removes; the person appeals; who decided is told that another decides
// on the appeal; another one does, and what was removed is there again.
func TestCaseRemovalAndAppeal(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.add(mills()...)
	d.person("Rima Haddad", isnad.RoleEditor)
	d.person("Omar Said", isnad.RoleReviewer)
	d.person("Lina Aziz", isnad.RoleAdmin)
	r := d.reportWith("Shells fall on Binnish")
	c := d.opened(isnad.CaseForm{Kind: isnad.CasePrivacy, About: r.ID, Text: "My brother can be known by it.", Name: "Samira Haddad", Email: "samira@press.example"})
	address := "/desk/cases/" + c.ID
	text := func(p *browser.Page, selector string) string {
		t.Helper()
		return browser.Eval[string](p, `document.querySelector(`+strconv.Quote(selector)+`)?.innerText ?? ""`)
	}

	editor := d.open(d.url, "Rima Haddad", address, browser.Window{Width: 1300, Height: 900})
	d.click(editor, `form[action*="/take-up"] button`)
	editor.Wait(`document.querySelector("#done") && document.readyState === "complete"`)
	editor.Go(t, d.url+address+"/decide", false)
	if on := browser.Eval[bool](editor, `document.getElementById("e-removal").disabled && document.querySelector('label[for="e-removal"]').innerText.includes("needs a reviewer")`); !on {
		t.Error("an editor is not told that a removal needs a reviewer")
	}
	editor.Go(t, d.url+address, false)
	press(editor, "g")
	editor.Wait(`document.activeElement.id === "to"`)
	browser.Eval[bool](editor, `(() => { const s = document.getElementById("to"); s.value = [...s.options].find(o => o.text.startsWith("Omar")).value; return true })()`)
	d.click(editor, `#give button`)
	editor.Wait(`document.querySelector(".standing").innerText.includes("given to Omar Said")`)

	reviewer := d.open(d.other, "Omar Said", address, browser.Window{Width: 390, Height: 844, Dark: true})
	d.look(reviewer, "case-phone")
	d.step(reviewer, "upheld", "removal", "The report names the house of a witness.")
	d.look(reviewer, "case-removal-preview-phone")
	if s := text(reviewer, ".preview"); !strings.Contains(s, "Nothing of the report is shown any more") || !strings.Contains(s, "410") {
		t.Errorf("the preview of a removal says %q", s)
	}
	d.click(reviewer, `.preview button[value=record]`)
	reviewer.Wait(`document.querySelector("#done") && document.querySelector("#next").innerText.includes("Carry it out") && document.readyState === "complete"`)
	d.click(reviewer, `#next`)
	reviewer.Wait(`document.querySelector("#done")?.innerText.includes("carried the decision out") && document.readyState === "complete"`)
	d.settle()
	d.look(reviewer, "case-removed-phone")
	editor.Go(t, d.url+address, false)
	d.look(editor, "case-removed")
	if s := text(editor, "main"); strings.Contains(s, "Shelling of a mill") {
		t.Error("the text of what was removed stands at the desk")
	}
	editor.Go(t, d.url+"/reports/"+r.ID, true)
	if s := text(editor, "main"); strings.Contains(s, "Shelling of a mill") {
		t.Error("what was removed is shown")
	}

	if _, err := d.p.ActOnCase(t.Context(), c.ID, isnad.CaseAct{Kind: isnad.CaseAppeal, Text: "I am content with a change of the name."}, nil, casework.By{Actor: isnad.ActorClaimant}); err != nil {
		t.Fatal(err)
	}
	reviewer.Go(t, d.other+address, false)
	d.look(reviewer, "case-appeal-barred-phone")
	if s := text(reviewer, ".barred"); !strings.Contains(s, "conflict of interest") || !strings.Contains(s, "Lina Aziz") || strings.Contains(s, "Omar") {
		t.Errorf("who decided is told about the appeal: %q", s)
	}
	if browser.Eval[bool](reviewer, `!!document.querySelector('a[href*="/decide"]')`) {
		t.Error("who decided is offered to decide on the appeal")
	}
	reviewer.Go(t, d.other+"/desk", false)
	d.click(reviewer, `form[action="/desk/sign-out"] button`)
	reviewer.Wait(`location.pathname === "/desk/sign-in"`)

	admin := d.open(d.other, "Lina Aziz", address, browser.Window{Width: 1300, Height: 900})
	d.look(admin, "case-appealed")
	if s := text(admin, ".now"); !strings.Contains(s, "Decide the appeal") && !strings.Contains(s, "Take it up") {
		t.Errorf("another person may: %q", s)
	}
	d.step(admin, "partly_upheld", "restoration", "The name can be left out; the report can stand.")
	d.look(admin, "case-restoration-preview")
	d.click(admin, `.preview button[value=record]`)
	admin.Wait(`document.querySelector("#done") && document.querySelector("#next").innerText.includes("Carry it out") && document.readyState === "complete"`)
	d.click(admin, `#next`)
	admin.Wait(`document.querySelector("#done")?.innerText.includes("carried the decision out") && document.readyState === "complete"`)
	d.settle()
	if again := d.reportWith("Shells fall on Binnish"); again.ID != r.ID || again.Text != r.Text {
		t.Errorf("restored: %s %q", again.ID, again.Text)
	}
}

// Who set what a claim says does not decide on a complaint about it, and is told
// who does; with nobody else at the desk they do.
func TestCaseConflictOfInterestIsExplained(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.add(mills()...)
	d.person("Rima Haddad", isnad.RoleEditor)
	k := d.incidentWith("killed five workers").Claims[0]
	p := d.open(d.url, "Rima Haddad", "/desk/claims/"+k, browser.Window{Width: 1300, Height: 900})
	press(p, "a")
	p.Wait(`document.querySelector("#done") && document.readyState === "complete"`)
	c := d.opened(isnad.CaseForm{Kind: isnad.CaseComplaint, About: k, Text: "The mill is no mill.", Name: "Samira Haddad", Email: "samira@press.example"})
	p.Go(t, d.url+"/desk/cases/"+c.ID, false)
	if !browser.Eval[bool](p, `!!document.querySelector('a[href*="/decide"]')`) {
		t.Error("who is alone at the desk cannot decide at all")
	}
	d.person("Omar Said", isnad.RoleEditor)
	p.Go(t, d.url+"/desk/cases/"+c.ID, false)
	d.look(p, "case-conflict-of-interest")
	if s := browser.Eval[string](p, `document.querySelector(".barred").innerText`); !strings.Contains(s, "conflict of interest") || !strings.Contains(s, "Omar Said") {
		t.Errorf("the conflict is explained as %q", s)
	}
	if browser.Eval[bool](p, `!!document.querySelector('a[href*="/decide"]')`) {
		t.Error("who set the claim may decide on it beside another person")
	}
}
