package site_test

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/webauthn"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"isnad"
	"isnad/internal/isnadtest/browser"
	"isnad/internal/people"
	"isnad/internal/site"
)

// A passkey in a real Chromium, whose device is a virtual one: made at the account,
// signed in with, and removed. Without JavaScript the password works as before.
func TestPasskeyInABrowser(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("-short")
	}
	st := emptyStore(t)
	srv := httptest.NewUnstartedServer(nil)
	// Passkeys are bound to a host name, so this site has one.
	base := "http://localhost" + srv.Listener.Addr().String()[strings.LastIndexByte(srv.Listener.Addr().String(), ':'):]
	all, err := people.Open(st, people.Options{Origin: base})
	if err != nil {
		t.Fatal(err)
	}
	h, err := site.New(st, site.Options{BaseURL: base, Desk: site.DeskOptions{People: all}})
	if err != nil {
		t.Fatal(err)
	}
	srv.Config.Handler = h
	srv.Start()
	t.Cleanup(srv.Close)
	const name, words = "Rima Haddad", "four plain words here"
	if _, err := all.Add(t.Context(), name, isnad.RoleEditor, words); err != nil {
		t.Fatal(err)
	}
	b := browser.Start(t)
	look := func(p *browser.Page, what string) {
		t.Helper()
		for _, s := range append(append(p.Axe(), p.Wrong()...), p.Overflow()...) {
			t.Errorf("%s: %s", what, s)
		}
	}
	signIn := func(p *browser.Page) {
		p.Wait(`document.activeElement.id === "name"`)
		p.Do(chromedp.KeyEvent(name+kb.Tab), chromedp.KeyEvent(words+kb.Enter))
	}

	p := b.Open(t, base+"/desk/account", browser.Window{Width: 1300, Height: 900})
	p.Do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, webauthn.Enable, webauthn.EnableParams{}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, target, webauthn.AddVirtualAuthenticator, webauthn.AddVirtualAuthenticatorParams{Options: &webauthn.VirtualAuthenticatorOptions{
			Protocol: "ctap2", Transport: "internal", HasResidentKey: true, HasUserVerification: true, IsUserVerified: true, AutomaticPresenceSimulation: true,
		}})
		return err
	}))
	signIn(p)
	p.Wait(`location.pathname === "/desk/account" && !document.querySelector('form[data-passkey="create"]').hidden`)
	look(p, "account")
	p.Do(chromedp.Focus(chromedp.CSS("#passkey-name")), chromedp.KeyEvent("My telephone"+kb.Enter))
	p.Wait(`document.querySelector(".things bdi") && document.body.innerText.includes("My telephone")`)
	look(p, "account with a passkey")
	for what, w := range map[string]browser.Window{"a telephone": {Width: 390, Height: 844}, "a telephone in the dark": {Width: 390, Height: 844, Dark: true}, "in the dark": {Width: 1300, Height: 900, Dark: true}} {
		look(b.Open(t, base+"/desk/account", w), what) // signed in by the cookie
	}

	p.Do(chromedp.Click(chromedp.CSS(`form[action="/desk/sign-out"] button`)))
	p.Wait(`location.pathname === "/desk/sign-in" && !document.querySelector('form[data-passkey="get"]').hidden`)
	look(p, "sign in")
	p.Do(chromedp.Focus(chromedp.CSS(`form[data-passkey="get"] button`)), chromedp.KeyEvent(kb.Enter))
	p.Wait(`location.pathname === "/desk" && document.readyState === "complete"`)

	p.Go(t, base+"/desk/account", false)
	p.Do(chromedp.Focus(chromedp.CSS(`details.sure summary`)), chromedp.KeyEvent(kb.Enter))
	p.Do(chromedp.Focus(chromedp.CSS(`form[action="/desk/account/passkeys/remove"] button`)), chromedp.KeyEvent(kb.Enter))
	p.Wait(`document.readyState === "complete" && document.body.innerText.includes("You have none.")`)

	p.Do(chromedp.Click(chromedp.CSS(`form[action="/desk/sign-out"] button`)))
	p.Wait(`location.pathname === "/desk/sign-in" && document.readyState === "complete"`)

	// Without JavaScript nothing of passkeys is offered, and the password works.
	p = b.Open(t, base+"/desk/account", browser.Window{Width: 390, Height: 844, Dark: true, NoScript: true})
	signIn(p)
	p.Wait(`location.pathname === "/desk/account" && document.readyState === "complete"`)
	if browser.Eval[bool](p, `document.querySelector('form[data-passkey]').checkVisibility()`) {
		t.Error("without JavaScript there is a form that does nothing")
	}
	for _, s := range append(p.Wrong(), p.Overflow()...) {
		t.Errorf("on a telephone: %s", s)
	}
}
