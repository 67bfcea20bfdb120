package site_test

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/isnadtest/browser"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/site"
	"isnad/internal/store"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The form of every kind, opened by keyboard, in a real Chromium: with script and
// without, on a telephone and at a desk, in light and dark.
func TestCasesInABrowser(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("-short")
	}
	st := emptyStore(t)
	if _, err := fixture.Fill(context.Background(), st); err != nil {
		t.Fatal(err)
	}
	h, err := site.New(st, site.Options{Cases: site.CasesOver(st)})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	claims, _, err := st.Claims(t.Context(), store.ClaimQuery{Incident: fixture.ID("market"), Page: store.Page{Limit: 1}})
	if err != nil || len(claims) == 0 {
		t.Fatal(err)
	}
	report := claims[0].Report
	b := browser.Start(t)
	look := func(p *browser.Page, name string, axe bool) {
		t.Helper()
		if axe {
			for _, s := range p.Axe() {
				t.Errorf("%s: axe: %s", name, s)
			}
		}
		for _, s := range append(p.Wrong(), p.Overflow()...) {
			t.Errorf("%s: %s", name, s)
		}
		if dir := os.Getenv("SITE_PICTURES"); dir != "" {
			p.Shot(filepath.Join(dir, "case-"+name+".png"))
		}
	}
	phone, wide := browser.Window{Width: 390, Height: 844}, browser.Window{Width: 1280, Height: 900}
	phoneDark, plain := phone, phone
	phoneDark.Dark, plain.NoScript = true, true

	p := b.Open(t, srv.URL+"/cases/new", wide)
	look(p, "choose", true)
	p = b.Open(t, srv.URL+"/cases/new?about="+report, phoneDark)
	look(p, "choose-phone", true)
	for i, k := range isnad.CaseKinds() {
		w := []browser.Window{phone, wide, phoneDark}[i%3]
		p := b.Open(t, srv.URL+"/cases/new?kind="+string(k)+"&about="+report, w)
		look(p, "form-"+string(k), true)
	}

	// A complaint by keyboard: the task is done while it is typed.
	p = b.Open(t, srv.URL+"/cases/new?kind=complaint&about="+claims[0].ID, phone)
	p.Do(chromedp.Focus(chromedp.CSS("#f-text")))
	p.Do(chromedp.KeyEvent("The name is not hers." + kb.Tab))
	p.Wait(`document.querySelector("[name=answer]").value !== ""`)
	p.Do(chromedp.Focus(chromedp.CSS("button[type=submit].send, .send button")))
	p.Do(chromedp.KeyEvent(kb.Enter))
	p.Wait(`location.pathname.startsWith("/cases/") && location.search === "?opened=1" && document.readyState === "complete"`)
	look(p, "opened", true)
	address := browser.Eval[string](p, `location.pathname`)

	// Without script it is too early, says so, and keeps what was typed.
	p = b.Open(t, srv.URL+"/cases/new?kind=complaint&about="+report, plain)
	p.Do(chromedp.Focus(chromedp.CSS("#f-text")))
	p.Do(chromedp.KeyEvent("It is not so."))
	p.Expect(true)
	p.Do(chromedp.Focus(chromedp.CSS(".send button")))
	p.Do(chromedp.KeyEvent(kb.Enter))
	p.Wait(`location.pathname === "/cases" && document.readyState === "complete"`)
	if got := browser.Eval[string](p, `document.querySelector("#f-text").value`); got != "It is not so." {
		t.Errorf("what was typed became %q", got)
	}
	look(p, "early", false)

	// A form with nothing in it, by somebody whose browser does not check.
	p = b.Open(t, srv.URL+"/cases/new?kind=copyright&about="+report, wide)
	browser.Eval[bool](p, `document.querySelector(".case-form").noValidate = true`)
	p.Expect(true)
	p.Do(chromedp.Focus(chromedp.CSS(".send button")))
	p.Do(chromedp.KeyEvent(kb.Enter))
	p.Wait(`location.pathname === "/cases" && document.activeElement.id === "gaps"`)
	look(p, "missing", true)

	p = b.Open(t, srv.URL+address, phoneDark)
	look(p, "follow-phone", true)
	p = b.Open(t, srv.URL+address, wide)
	look(p, "follow", true)
	p.Go(t, srv.URL+"/cases/"+strings.Repeat("x", 26), true)
	look(p, "nowhere", true)
}
