package main

import (
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"isnad"
	"isnad/internal/isnadtest/browser"
	"isnad/internal/people"
	"isnad/internal/site"
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
		Desk: h.desk(nil)})
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

func TestClaimsPagesInABrowser(t *testing.T) {
	d := openDesk(t, false)
	for _, w := range []browser.Window{{Width: 1400, Height: 900}, {Width: 1400, Height: 900, Dark: true}, {Width: 390, Height: 844}, {Width: 390, Height: 844, Dark: true, NoScript: true}} {
		p := d.signIn("ريما حداد", "/desk/claims", w)
		d.look(p, "claims-"+w.String(), !w.NoScript)
		links := p.Links("[data-row]")
		p.Go(t, d.url+links[0], false)
		d.look(p, "claim-"+w.String(), !w.NoScript)
		p.Go(t, d.url+"/desk/claims?lang=ar", false)
		links = p.Links("[data-row]")
		p.Go(t, d.url+links[0], false)
		d.look(p, "claim-ar-"+w.String(), !w.NoScript)
	}
}
