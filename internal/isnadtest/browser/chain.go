package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// chain: the chain of a copy is drawn and told in words, its list leads to both
// texts side by side by keyboard, and a text that is pasted is traced, with and
// without JavaScript.
func chain(t *testing.T, b *Browser, base string, o Options) {
	p := b.Open(t, base+o.Copy, Window{Width: 1200, Height: 900})
	if n := Eval[int](p, `document.querySelectorAll(".chain-svg .box").length`); n < 2 {
		t.Errorf("%d boxes are drawn of a copy and its original", n)
	}
	if n := Eval[int](p, `document.querySelectorAll(".chain-svg .tie").length`); n < 1 {
		t.Error("nothing ties them")
	}
	if s := Eval[string](p, `document.querySelector(".chain-section").innerText`); !strings.Contains(s, "What its text draws on") || !strings.Contains(s, "First seen here is not first published") {
		t.Errorf("the chain in words: %q", s)
	}
	Eval[bool](p, `document.querySelector('.links-list a[href*="/from/"]').focus(), true`)
	p.Do(chromedp.KeyEvent(kb.Enter))
	p.Wait(`document.querySelectorAll(".pair:not(.heads)").length > 0`)
	if Eval[int](p, `document.querySelectorAll(".changes li, .pair ins, .pair del").length`) == 0 {
		t.Error("no change is marked between a copy and its original")
	}
	checked(t, p)

	for _, w := range []Window{{Width: 1200, Height: 900}, {Width: 390, Height: 844, NoScript: true}} {
		p = b.Open(t, base+"/trace", w)
		p.Do(chromedp.SendKeys("#text", o.Paste))
		Eval[bool](p, `document.querySelector(".paste button").focus(), true`)
		p.Do(chromedp.KeyEvent(kb.Enter))
		p.Wait(`document.querySelectorAll(".found .pair").length > 0`)
		if s := Eval[string](p, `document.querySelector("main").innerText`); !strings.Contains(s, "It draws on") || !strings.Contains(s, "% of the text") {
			t.Errorf("what was found: %.300q", s)
		}
		if s := Eval[string](p, `location.search`); s != "" {
			t.Errorf("the text stands in the address: %.100q", s)
		}
		if w.NoScript { // axe-core is a script itself
			for _, s := range append(p.Wrong(), p.Overflow()...) {
				t.Error(s)
			}
			continue
		}
		checked(t, p)
	}
}

func checked(t *testing.T, p *Page) {
	t.Helper()
	for _, s := range p.Axe() {
		t.Error("axe:", s)
	}
	for _, s := range append(p.Wrong(), p.Overflow()...) {
		t.Error(s)
	}
}
