package main

import (
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"isnad"
	"isnad/internal/isnadtest/browser"
	"isnad/internal/people"
	"isnad/internal/site"
	"isnad/internal/store"
)

const deskPassword = "four plain words here"

// desk is the demo with people at its desk, in a real Chromium.
type desk struct {
	t      *testing.T
	h      *house
	b      *browser.Browser
	url    string
	people map[string]isnad.Person
}

func openDesk(t *testing.T, second bool) *desk {
	h := demoHouse(t, "")
	all := people.New(h.store)
	d := &desk{t: t, h: h, people: map[string]isnad.Person{}}
	for name, role := range map[string]isnad.Role{"ريما حداد": isnad.RoleEditor, "Tomas": isnad.RoleReviewer, "Nour": isnad.RoleContributor} {
		x, err := all.Add(t.Context(), name, role, deskPassword)
		if err != nil {
			t.Fatal(err)
		}
		d.people[name] = x
	}
	var err error
	if h.pipeline.Rules.Second, err = seconded(second, nil); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(nil)
	handler, err := h.handler(site.Options{Title: "isnad demo", BaseURL: "http://" + server.Listener.Addr().String(), Logger: slog.New(slog.NewTextHandler(os.Stderr, nil)),
		Desk: h.desk(people.New(h.store), nil)})
	if err != nil {
		t.Fatal(err)
	}
	server.Config.Handler = handler
	server.Start()
	t.Cleanup(server.Close)
	d.b, d.url = browser.Start(t), server.URL
	return d
}

// signIn opens the desk in a window of its own and signs in by keyboard.
func (d *desk) signIn(name, path string, w browser.Window) *browser.Page {
	d.t.Helper()
	p := d.b.Open(d.t, d.url+path, w)
	p.Wait(`document.readyState === "complete" && (location.pathname !== "/desk/sign-in" || document.activeElement.id === "name")`)
	if browser.Eval[string](p, `location.pathname`) != "/desk/sign-in" { // another window of the same browser
		return p
	}
	p.Do(chromedp.KeyEvent(name+kb.Tab), chromedp.KeyEvent(deskPassword+kb.Enter))
	p.Wait(`location.pathname !== "/desk/sign-in" && document.readyState === "complete"`)
	return p
}

// look holds a page to what every page must be, and takes a picture where wanted.
func (d *desk) look(p *browser.Page, name string, script bool) {
	d.t.Helper()
	if script {
		for _, s := range p.Axe() {
			d.t.Errorf("%s: axe: %s", name, s)
		}
	}
	for _, s := range append(p.Wrong(), p.Overflow()...) {
		d.t.Errorf("%s: %s", name, s)
	}
	if dir := os.Getenv("SITE_PICTURES"); dir != "" {
		p.Shot(filepath.Join(dir, "desk-"+name+".png"))
	}
}

// key presses one key, as somebody who is not typing.
func key(p *browser.Page, k string) { p.Do(chromedp.KeyEvent(k)) }

// tabTo presses Tab until an element has the focus.
func (d *desk) tabTo(p *browser.Page, id string) {
	d.t.Helper()
	for range 80 {
		key(p, kb.Tab)
		if browser.Eval[string](p, `document.activeElement.id`) == id {
			return
		}
	}
	d.t.Fatalf("Tab never reaches %s", id)
}

// retype replaces what stands in the field that has the focus.
func retype(p *browser.Page, text string) {
	browser.Eval[bool](p, `document.activeElement.select(), true`)
	p.Do(chromedp.KeyEvent(text))
}

// loaded waits for a page whose main part tells something.
func loaded(p *browser.Page, condition string) {
	p.Wait(`document.readyState === "complete" && ` + condition)
}

func says(words string) string {
	return fmt.Sprintf(`document.querySelector("main").innerText.includes(%q)`, words)
}

func addressOf(p *browser.Page) string { return browser.Eval[string](p, `location.pathname`) }

// The review of claims by keyboard alone, on the demo: the queue, one claim after
// the other, every act, taking back, and what happens when two people meet.
func TestClaimsByKeyboard(t *testing.T) {
	t.Parallel()
	d := openDesk(t, false)
	p := d.signIn("ريما حداد", "/desk/claims", browser.Window{Width: 1400, Height: 900})
	row := browser.Eval[string](p, `document.querySelector("[data-row]").getAttribute("href")`)

	key(p, "j")
	key(p, "j")
	key(p, "k")
	if got := browser.Eval[string](p, `document.activeElement.getAttribute("href")`); got != row {
		t.Errorf("j, j and k lead to %s, not to the first row", got)
	}
	key(p, "?")
	p.Wait(`document.getElementById("keys").open`)
	d.look(p, "claims-keys", true)
	key(p, "?")
	browser.Eval[bool](p, `document.querySelector("[data-row]").focus(), true`)
	key(p, kb.Enter)
	loaded(p, `location.pathname.startsWith("/desk/claims/k")`)
	first := addressOf(p)
	key(p, "j")
	loaded(p, fmt.Sprintf(`location.pathname !== %q`, first))
	second := addressOf(p)
	key(p, "k")
	loaded(p, fmt.Sprintf(`location.pathname === %q`, first))

	// Accept goes on to the next and says what was done; u takes it back.
	key(p, "a")
	loaded(p, says("You accepted the claim"))
	if addressOf(p) != second {
		t.Errorf("after accepting %s comes %s, not %s", first, addressOf(p), second)
	}
	d.claimIs(first, isnad.Confirmed)
	d.look(p, "claim-done", true)
	key(p, "u")
	loaded(p, says("You took back what"))
	if addressOf(p) != first {
		t.Errorf("taking back leads to %s", addressOf(p))
	}
	d.claimIs(first, isnad.Suggested)

	// Edit a figure and the place: the name is typed, sent, and its meaning chosen.
	key(p, "e")
	loaded(p, `location.pathname.endsWith("/edit")`)
	d.tabTo(p, "place-name")
	retype(p, "Nyala")
	d.tabTo(p, "killed")
	retype(p, "19 to 23")
	key(p, kb.Enter)
	loaded(p, says("Which place is that?"))
	if !browser.Eval[bool](p, `document.activeElement.type === "radio" && document.activeElement.checked`) {
		t.Error("the focus is not where the place is chosen")
	}
	d.look(p, "edit-choose", true)
	key(p, kb.Enter)
	loaded(p, says("You edited the claim"))
	c := d.claimIs(first, isnad.Confirmed)
	if c.Killed.Low() != 19 || c.Killed.High() != 23 || c.Place.At != "Nyala" || c.Place.Lat == nil {
		t.Errorf("edited: %+v, %+v", c.Killed, c.Place)
	}
	if got := c.Decision.Slots; slices.Contains(got, "actors") || slices.Contains(got, "when") {
		t.Errorf("slots that nobody touched were set: %v", got)
	}

	// Letters in a field are letters.
	at := addressOf(p)
	strike(p, "r")
	p.Wait(`document.activeElement.id === "reason"`)
	p.Do(chromedp.KeyEvent("a reason: just as serious"))
	if got := browser.Eval[string](p, `document.activeElement.value`); got != "a reason: just as serious" || addressOf(p) != at {
		t.Errorf("typed %q at %s", got, addressOf(p))
	}
	key(p, kb.Escape)
	p.Wait(`!document.getElementById("rejecting").open`)
	strike(p, "r")
	p.Wait(`document.activeElement.id === "reason"`)
	key(p, kb.Enter)
	loaded(p, says("You rejected the claim"))
	c = d.claimIs(at, isnad.Rejected)
	acts, _, err := d.h.store.Acts(t.Context(), store.ActQuery{Bears: c.ID})
	if err != nil || acts[0].Reason != "a reason: just as serious" {
		t.Errorf("the reason is %+v, %v", acts[0].Reason, err)
	}

	// Split: two parts that differ.
	at = addressOf(p)
	key(p, "s")
	loaded(p, `location.pathname.endsWith("/split")`)
	key(p, kb.Tab)
	d.tabTo(p, "p1-killed")
	retype(p, "2")
	d.look(p, "split", true)
	key(p, kb.Enter)
	loaded(p, says("You split the claim into 2"))
	c = d.claimIs(at, isnad.Confirmed)
	if c.Decision.Kind != isnad.ActSplitClaim {
		t.Errorf("split: %+v", c.Decision)
	}
	key(p, "u")
	loaded(p, says("You took back what"))
	d.claimIs(at, isnad.Suggested)
	for _, s := range p.Wrong() {
		t.Error(s)
	}

	// Another person changes it meanwhile: nothing is lost of what was typed.
	other := d.another().signIn("Tomas", at+"/edit", browser.Window{Width: 1200, Height: 900})
	d.tabTo(other, "killed")
	retype(other, "77")
	key(p, "e")
	loaded(p, `location.pathname.endsWith("/edit")`)
	d.tabTo(p, "injured")
	retype(p, "5")
	key(p, kb.Enter)
	loaded(p, says("You edited the claim"))
	other.Expect(true)
	key(other, kb.Enter)
	loaded(other, says("The claim has changed since you opened it"))
	if got := browser.Eval[[]string](other, `[document.getElementById("killed").value, document.getElementById("injured").value]`); got[0] != "77" || got[1] != "5" {
		t.Errorf("after the conflict the form has %v", got)
	}
	if !browser.Eval[bool](other, says("ريما حداد")) {
		t.Error("the page does not tell who changed it")
	}
	d.look(other, "conflict", true)
	other.Expect(false)
	d.tabTo(other, "killed")
	key(other, kb.Enter)
	loaded(other, says("You edited the claim"))
	if c := d.claimIs(at, isnad.Confirmed); c.Killed.Low() != 77 || c.Injured.Low() != 5 {
		t.Errorf("both edits: %+v %+v", c.Killed, c.Injured)
	}

	p.Go(t, d.url+"/desk/acts", false)
	d.look(p, "acts", true)
	p.Go(t, d.url+at, false)
	d.look(p, "claim-history", true)
}

// claimIs reads the claim at a page of the desk and holds it to a state.
func (d *desk) claimIs(at string, want isnad.Review) isnad.Claim {
	d.t.Helper()
	id := strings.Split(strings.TrimPrefix(at, "/desk/claims/"), "/")[0]
	c, err := d.h.store.Claim(d.t.Context(), id)
	if err != nil {
		d.t.Fatal(err)
	}
	if c.Review != want {
		d.t.Errorf("claim %s is %s, not %s", id, c.Review, want)
	}
	return c
}

// another is the same desk in another browser, for another person.
func (d *desk) another() *desk {
	out := *d
	out.b = browser.Start(d.t)
	return &out
}

// Where a second pair of eyes is asked for, one person decides and another says
// the same; a contributor proposes. Nobody does so alone.
func TestSecondEyesInABrowser(t *testing.T) {
	t.Parallel()
	d := openDesk(t, true)
	w := browser.Window{Width: 1200, Height: 900}
	p := d.signIn("ريما حداد", "/desk/claims", w)
	browser.Eval[bool](p, `document.querySelector("[data-row]").focus(), true`)
	key(p, kb.Enter)
	loaded(p, `location.pathname.startsWith("/desk/claims/k")`)
	at := addressOf(p)
	key(p, "a")
	loaded(p, says("It waits for another person"))
	d.claimIs(at, isnad.Suggested)
	p.Go(t, d.url+at, false)
	if !browser.Eval[bool](p, says("This is yours")) || browser.Eval[bool](p, says("Say the same\n")) {
		t.Error("one's own act can be seconded, or is not shown as waiting")
	}
	d.look(p, "second-mine", true)

	other := d.another().signIn("Tomas", "/desk/claims?list=second", w)
	browser.Eval[bool](other, `document.querySelector("[data-row]").focus(), true`)
	key(other, kb.Enter)
	loaded(other, fmt.Sprintf(`location.pathname === %q`, at))
	d.look(other, "second-other", true)
	key(other, "a")
	loaded(other, says("You said the same as"))
	if c := d.claimIs(at, isnad.Confirmed); !slices.Equal(c.Decision.Seconds, []string{"Tomas"}) {
		t.Errorf("seconds %v", c.Decision.Seconds)
	}

	third := d.another().signIn("Nour", "/desk/claims", w)
	browser.Eval[bool](third, `document.querySelector("[data-row]").focus(), true`)
	key(third, kb.Enter)
	loaded(third, says("What you do is a proposal"))
	at = addressOf(third)
	key(third, "a")
	loaded(third, says("It waits for another person"))
	d.claimIs(at, isnad.Suggested)
	for _, s := range append(p.Wrong(), append(other.Wrong(), third.Wrong()...)...) {
		t.Error(s)
	}
}

// Every page of claims in light and dark, wide and narrow, from right to left and
// without JavaScript.
func TestClaimsPagesInABrowser(t *testing.T) {
	t.Parallel()
	d := openDesk(t, false)
	for _, w := range []browser.Window{{Width: 1400, Height: 900}, {Width: 390, Height: 844, Dark: true}, {Width: 390, Height: 844, NoScript: true}, {Width: 1400, Height: 900, Dark: true}} {
		p := d.signIn("ريما حداد", "/desk/claims", w)
		d.look(p, "claims-"+w.String(), !w.NoScript)
		claim := p.Links("[data-row]")[9]
		p.Go(t, d.url+claim, false)
		d.look(p, "claim-"+w.String(), !w.NoScript)
		p.Go(t, d.url+claim+"/edit", false)
		d.look(p, "edit-"+w.String(), !w.NoScript)
		p.Go(t, d.url+"/desk/claims?lang=ar", false)
		claim = p.Links("[data-row]")[0]
		p.Go(t, d.url+claim, false)
		d.look(p, "claim-ar-"+w.String(), !w.NoScript)
	}
}
