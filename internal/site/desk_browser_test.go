package site_test

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"isnad/internal/isnadtest/browser"
	"isnad/internal/people"
	"isnad/internal/site"
)

// The way to the desk in a real Chromium, by keyboard: the first admin's link, a
// link for another, signing out and in, also without JavaScript, on a telephone
// and with a name in Arabic.
func TestDeskInABrowser(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("-short")
	}
	st := emptyStore(t)
	all := people.New(st)
	h, err := site.New(st, site.Options{Desk: site.DeskOptions{People: all}})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	token, err := all.InviteFounder(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b := browser.Start(t)
	scripts := true // axe-core needs them
	look := func(p *browser.Page, name string) {
		t.Helper()
		if scripts {
			for _, s := range p.Axe() {
				t.Errorf("%s: axe: %s", name, s)
			}
		}
		for _, s := range append(p.Wrong(), p.Overflow()...) {
			t.Errorf("%s: %s", name, s)
		}
		if dir := os.Getenv("SITE_PICTURES"); dir != "" {
			p.Shot(filepath.Join(dir, "desk-"+name+".png"))
		}
	}
	const name, words = "ريما حداد", "four plain words here"
	typed := func(p *browser.Page, fields ...string) {
		t.Helper()
		for i, f := range fields {
			end := kb.Tab
			if i == len(fields)-1 {
				end = kb.Enter
			}
			p.Do(chromedp.KeyEvent(f + end))
		}
	}

	p := b.Open(t, srv.URL+"/desk/join/"+token, browser.Window{Width: 1200, Height: 900})
	p.Wait(`document.activeElement.id === "name"`)
	look(p, "join")
	typed(p, name, words, words)
	p.Wait(`location.pathname === "/desk" && document.readyState === "complete"`)
	look(p, "front")
	p.Go(t, srv.URL+"/desk/people", false)
	look(p, "people")
	p.Do(chromedp.Click(chromedp.CSS(`form[action="/desk/people/invite"] button`)))
	p.Wait(`document.querySelector("#link")`)
	look(p, "people-link")
	link := browser.Eval[string](p, `document.querySelector("#link").value`)
	p.Go(t, srv.URL+"/desk/account", false)
	look(p, "account")
	p.Do(chromedp.Click(chromedp.CSS(`form[action="/desk/sign-out"] button`)))
	p.Wait(`location.pathname === "/desk/sign-in" && document.readyState === "complete"`)

	p = b.Open(t, srv.URL+"/desk/people", browser.Window{Width: 390, Height: 844, Dark: true, NoScript: true})
	scripts = false
	p.Wait(`location.pathname === "/desk/sign-in" && document.activeElement.id === "name"`)
	look(p, "sign-in")
	typed(p, name, words)
	p.Wait(`location.pathname === "/desk/people" && document.readyState === "complete"`)
	look(p, "people-phone")

	scripts = true
	p = b.Open(t, link, browser.Window{Width: 390, Height: 844, Dark: true})
	p.Wait(`document.activeElement.id === "name"`)
	typed(p, "Second", words, words)
	p.Wait(`location.pathname === "/desk" && document.readyState === "complete"`)
	look(p, "front-phone")
}
