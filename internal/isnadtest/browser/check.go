package browser

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Options say what a site holds, so that the check can look for it.
type Options struct {
	Arabic   string // words that stand in an Arabic report; "" leaves that search out
	English  string // words that stand in an English report
	Copy     string // address of a report that copies another; "" leaves chains out
	Compare  string // address of both side by side
	Paste    string // text that the site can trace
	Pictures string // folder for a picture of every page looked at; "" takes none
}

// Check walks the site at base (http://127.0.0.1:8080). Its parts run beside each
// other, each in a tab of its own, and go on after Check has returned: what they need
// is ended by t.Cleanup, never by defer.
func Check(t *testing.T, base string, o Options) {
	b := Start(t)
	base = strings.TrimSuffix(base, "/")
	kinds := pages(t, b, base, o)
	for _, w := range []Window{{Width: 1400, Height: 900}, {Width: 1400, Height: 900, Dark: true}, {Width: 768, Height: 1024}, {Width: 390, Height: 844, Dark: true}, {Width: 360, Height: 740}} {
		t.Run(w.String(), func(t *testing.T) {
			t.Parallel()
			p := b.Open(t, "about:blank", w)
			for _, k := range kinds {
				t.Run(k[0], func(t *testing.T) { one(t, p, base+k[1], k[0], w, o) })
			}
		})
	}
	part := func(name string, check func(t *testing.T, b *Browser, base string)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			check(t, b, base)
		})
	}
	part("noscript", withoutScript)
	part("map", movingMap)
	part("keyboard", keyboard)
	part("filters", filters)
	part("incident", incident)
	part("republish", republish)
	if o.Copy != "" {
		part("chain", func(t *testing.T, b *Browser, base string) { chain(t, b, base, o) })
	}
	if o.Arabic != "" {
		part("arabic", func(t *testing.T, b *Browser, base string) { arabic(t, b, base, o.Arabic) })
	}
}

// pages finds one page of every kind, by following the links that a reader would.
func pages(t *testing.T, b *Browser, base string, o Options) [][2]string {
	p := b.Open(t, base+"/", Window{Width: 1400, Height: 900})
	kinds := [][2]string{{"front", "/"}, {"incidents", "/incidents"}, {"map", "/map"}, {"timeline", "/timeline"}, {"reports", "/reports"},
		{"sources", "/sources"}, {"places", "/places"}, {"parties", "/parties"}, {"about", "/about"}, {"search", "/search"}, {"missing", "/no-such-page"},
		{"empty", "/incidents?q=zzzzqqqq"}, {"found", "/search?q=" + url.QueryEscape(o.English)}, {"found-arabic", "/search?q=" + url.QueryEscape(o.Arabic)}}
	if o.Copy != "" {
		kinds = append(kinds, [][2]string{{"chain", o.Copy}, {"compare", o.Compare}, {"trace", "/trace"}}...)
	}
	for _, k := range []struct{ name, list, selector string }{
		{"incident", "/incidents", ".incidents tbody th a"}, {"report", "/reports", ".wide-item h2 a"}, {"report-arabic", "/reports?language=ar", ".wide-item h2 a"},
		{"source", "/sources", ".names tbody th a"}, {"place", "/places", ".names tbody th a"}, {"party", "/parties", ".names tbody th a"},
	} {
		p.Do(chromedp.Navigate(base + k.list))
		// The first of a list may be the plainest: several are looked at.
		links := Eval[[]string](p, fmt.Sprintf(`[...document.querySelectorAll(%q)].map(a => a.getAttribute("href")).slice(0, 60)`, k.selector))
		if len(links) == 0 {
			t.Errorf("no link to a page of kind %s on %s", k.name, k.list)
			continue
		}
		for i, n := range []int{0, len(links) - 1} {
			if i > 0 && n == 0 {
				continue
			}
			kinds = append(kinds, [2]string{fmt.Sprintf("%s-%d", k.name, i+1), links[n]})
		}
		if k.name == "report" {
			p.Do(chromedp.Navigate(base + links[0]))
			if c := p.Links(`a[href^="/captures/"]`); len(c) > 0 {
				kinds = append(kinds, [2]string{"capture", c[0]})
			}
		}
		if strings.HasPrefix(k.name, "report") {
			p.Do(chromedp.Navigate(base + links[0]))
			if c := p.Links(".republish-link a"); len(c) > 0 {
				kinds = append(kinds, [2]string{strings.Replace(k.name, "report", "republish", 1), c[0]})
			}
		}
	}
	return kinds
}

// one holds one page in one window to what every page must be.
func one(t *testing.T, p *Page, address, kind string, w Window, o Options) {
	p.Go(t, address, kind == "missing")
	if Eval[bool](p, `!!document.querySelector("[data-map]")`) {
		p.Wait(`[...document.querySelectorAll("[data-map]")].every(f => f.dataset.live === "true")`)
	}
	if n := Eval[int](p, `document.querySelectorAll("h1").length`); n != 1 {
		t.Errorf("%d headings of the first level", n)
	}
	if lang := Eval[string](p, `document.documentElement.lang`); lang != "en" {
		t.Errorf("the page says it is in %q", lang)
	}
	// Colours do not depend on the width, so the windows between need no second look.
	if w.Width != 768 && !(w.Dark && w.Width < 1000) {
		for _, s := range p.Axe() {
			t.Error("axe:", s)
		}
	}
	for _, s := range p.Overflow() {
		t.Error("wider than the window:", s)
	}
	for _, s := range p.Wrong() {
		t.Error(s)
	}
	if o.Pictures != "" {
		p.Shot(filepath.Join(o.Pictures, kind+"-"+w.String()+".png"))
	}
}

// withoutScript: everything that a page tells stands in it without JavaScript.
func withoutScript(t *testing.T, b *Browser, base string) {
	for _, path := range []string{"/", "/incidents", "/map"} {
		p := b.Open(t, base+path, Window{Width: 1200, Height: 900, NoScript: true})
		// DevTools evaluates even where the page itself may not.
		if n := Eval[int](p, `document.querySelectorAll(".frame svg a").length`); n == 0 {
			t.Errorf("%s: the drawn map has no links", path)
		}
		if n := Eval[int](p, `document.querySelectorAll(".leaflet-container").length`); n != 0 {
			t.Errorf("%s: scripts ran", path)
		}
		for _, s := range p.Wrong() {
			t.Error(path, s)
		}
	}
	p := b.Open(t, base+"/map", Window{Width: 1200, Height: 900, NoScript: true})
	inList := p.Links(".places-list a")
	for _, l := range p.Links(`.frame svg a[href^="/incidents/"]`) {
		if !contains(inList, l) {
			t.Errorf("the map shows %s and the list does not", l)
		}
	}
}

// republish: a report is taken from its page with the keyboard alone, and without JavaScript as a file.
func republish(t *testing.T, b *Browser, base string) {
	p := b.Open(t, base+"/reports", Window{Width: 1200, Height: 900})
	links := p.Links(".wide-item h2 a")
	if len(links) == 0 {
		t.Fatal("no reports")
	}
	address := base + links[0] + "/republish?form=txt"
	p.Go(t, address, false)
	p.Wait(`!document.querySelector("button[data-copy]").hidden`)
	if s := Eval[string](p, `document.getElementById("copy").value`); !strings.Contains(s, "End of citation") {
		t.Errorf("no citation in %.200q", s)
	}
	Eval[bool](p, `document.querySelector("a.file").focus(), true`)
	p.Do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	p.Wait(`document.getElementById("copied").textContent !== ""`)
	for _, s := range p.Axe() {
		t.Error("axe:", s)
	}
	for _, s := range p.Wrong() {
		t.Error(s)
	}
	p = b.Open(t, address, Window{Width: 390, Height: 844, NoScript: true})
	if Eval[bool](p, `getComputedStyle(document.querySelector("button[data-copy]")).display !== "none"`) {
		t.Error("a button that does nothing without JavaScript is shown without it")
	}
	if files := p.Links(".take a[download]"); len(files) != 1 || !strings.HasSuffix(files[0], ".txt") {
		t.Errorf("files %v", files)
	}
	if n := len(p.Links(".forms a")); n != 4 && n != 8 {
		t.Errorf("%d forms", n)
	}
	for _, s := range append(p.Wrong(), p.Overflow()...) {
		t.Error(s)
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// movingMap: with JavaScript the map moves, zooms, and shows what the drawing showed.
func movingMap(t *testing.T, b *Browser, base string) {
	p := b.Open(t, base+"/map", Window{Width: 1200, Height: 900})
	p.Wait(`document.querySelector("[data-map]").dataset.live === "true"`)
	p.Wait(`document.querySelectorAll(".leaflet-tile-loaded").length > 3`)
	p.Wait(`document.querySelectorAll(".country-name").length > 0`)
	before := Eval[int](p, `document.querySelectorAll(".leaflet-marker-pane .spot").length`)
	if before == 0 {
		t.Fatal("no spots on the map")
	}
	// Crowded spots part when the map is zoomed.
	several := Eval[int](p, `document.querySelectorAll(".many-spot").length`)
	for range 6 {
		p.Do(chromedp.Click(chromedp.CSS(".leaflet-control-zoom-in")))
	}
	p.Wait(`document.querySelectorAll(".leaflet-tile-loaded").length > 3`)
	if several > 0 {
		if after := Eval[int](p, `document.querySelectorAll(".leaflet-marker-pane .spot").length`); after <= before {
			t.Errorf("%d spots after zooming, %d before, though %d stood for several", after, before, several)
		}
	}
	// A popup leads to the incident.
	p.Do(chromedp.Navigate(base + "/map"))
	p.Wait(`document.querySelectorAll(".leaflet-marker-pane .spot").length > 0`)
	Eval[bool](p, `(document.querySelector(".spot:not(.many-spot)") || document.querySelector(".spot")).click(), true`)
	p.Wait(`document.querySelector(".leaflet-popup a[href^='/incidents/']")`)
	href := Eval[string](p, `document.querySelector(".leaflet-popup a[href^='/incidents/']").getAttribute("href")`)
	p.Do(chromedp.Click(chromedp.CSS(".leaflet-popup a[href^='/incidents/']")))
	p.Wait(fmt.Sprintf(`location.pathname === decodeURI(%q)`, href))
	for _, s := range p.Wrong() {
		t.Error(s)
	}
}

// keyboard: the first Tab offers to skip to the content, and the map can be
// entered, read and left without a mouse.
func keyboard(t *testing.T, b *Browser, base string) {
	p := b.Open(t, base+"/map", Window{Width: 1200, Height: 900})
	p.Wait(`document.querySelector("[data-map]").dataset.live === "true"`)
	p.Do(chromedp.KeyEvent(kb.Tab))
	if c := Eval[string](p, `document.activeElement.className`); c != "skip" {
		t.Errorf("the first Tab reaches %q", c)
	}
	if !Eval[bool](p, `document.activeElement.getBoundingClientRect().top >= 0`) {
		t.Error("the skip link is not seen when it has the focus")
	}
	p.Do(chromedp.KeyEvent(kb.Enter))
	p.Wait(`document.activeElement.id === "main"`)
	reached := false
	for range 60 {
		p.Do(chromedp.KeyEvent(kb.Tab))
		if Eval[bool](p, `document.activeElement.classList.contains("spot")`) {
			reached = true
			break
		}
	}
	if !reached {
		t.Fatal("no spot of the map can be reached with Tab")
	}
	if name := Eval[string](p, `document.activeElement.getAttribute("aria-label") || ""`); name == "" {
		t.Error("the spot has no name")
	}
	p.Do(chromedp.KeyEvent(kb.Enter))
	p.Wait(`document.querySelector(".leaflet-popup") && document.querySelector(".leaflet-popup").contains(document.activeElement)`)
	p.Do(chromedp.KeyEvent(kb.Escape))
	p.Wait(`!document.querySelector(".leaflet-popup")`)
	p.Wait(`document.activeElement.classList.contains("spot")`)
	for _, s := range p.Wrong() {
		t.Error(s)
	}
}

// filters: an ordinary form narrows list and map alike, and can be undone.
func filters(t *testing.T, b *Browser, base string) {
	p := b.Open(t, base+"/incidents", Window{Width: 1200, Height: 900})
	all := Eval[int](p, `document.querySelectorAll(".incidents tbody tr").length`)
	country := Eval[string](p, `(document.querySelectorAll("#f-country option")[1] || {value: ""}).value`)
	if all < 2 || country == "" {
		t.Fatalf("%d incidents, country %q", all, country)
	}
	Eval[bool](p, fmt.Sprintf(`document.querySelector("#f-country").value = %q, true`, country))
	p.Do(chromedp.Click(chromedp.CSS(".filters button")))
	p.Wait(fmt.Sprintf(`new URLSearchParams(location.search).get("country") === %q && document.readyState === "complete"`, country))
	some := Eval[int](p, `document.querySelectorAll(".incidents tbody tr").length`)
	if some == 0 || some >= all {
		t.Errorf("%d of %d incidents in %s", some, all, country)
	}
	if got := Eval[string](p, `document.querySelector("#f-country").value`); got != country {
		t.Errorf("the form forgot the country: %q", got)
	}
	p.Do(chromedp.Click(chromedp.CSS(".clear")))
	p.Wait(`location.search === "" && document.readyState === "complete"`)
	if n := Eval[int](p, `document.querySelectorAll(".incidents tbody tr").length`); n != all {
		t.Errorf("%d incidents after clearing, %d before", n, all)
	}
	for _, s := range p.Wrong() {
		t.Error(s)
	}
}

// incident: every figure leads to the passage it was read from.
func incident(t *testing.T, b *Browser, base string) {
	p := b.Open(t, base+"/incidents", Window{Width: 1200, Height: 900})
	followed := 0
	for _, l := range p.Links(".incidents tbody th a") {
		p.Do(chromedp.Navigate(base + l))
		said := Eval[[][]string](p, `[...document.querySelectorAll(".who-says .words blockquote")].map(q => [q.textContent.trim(), q.nextElementSibling.querySelector("a").getAttribute("href")])`)
		for _, s := range said[:min(len(said), 2)] {
			p.Do(chromedp.Navigate(base + s[1]))
			target := Eval[string](p, `(() => { const here = document.getElementById(decodeURIComponent(location.hash.slice(1))); if (!here) return "";
				let e = here.nextElementSibling; while (e && e.tagName !== "MARK") e = e.nextElementSibling; return e ? e.textContent : ""; })()`)
			if target == "" || !strings.Contains(flat(s[0]), flat(target)) {
				t.Errorf("%s leads to %q, the words were %q", s[1], target, s[0])
			}
			followed++
		}
		if followed > 12 {
			break
		}
	}
	if followed == 0 {
		t.Error("no incident quotes anybody")
	}
	for _, s := range p.Wrong() {
		t.Error(s)
	}
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// arabic: words in Arabic are found and marked, and the report reads from right to left.
func arabic(t *testing.T, b *Browser, base, words string) {
	p := b.Open(t, base+"/", Window{Width: 1200, Height: 900})
	p.Do(chromedp.SendKeys(chromedp.CSS("#seek"), words+kb.Enter))
	p.Wait(`location.pathname === "/search" && document.readyState === "complete"`)
	if n := Eval[int](p, `document.querySelectorAll(".results .report mark").length`); n == 0 {
		t.Fatalf("nothing marked for %q", words)
	}
	p.Do(chromedp.Click(chromedp.CSS(".results .report h3 a")))
	p.Wait(`document.querySelector(".body .text") && document.readyState === "complete"`)
	if d := Eval[string](p, `getComputedStyle(document.querySelector(".body .text")).direction`); d != "rtl" {
		t.Errorf("the text of an Arabic report runs %s", d)
	}
	if d := Eval[string](p, `getComputedStyle(document.querySelector(".head h1")).direction`); d != "rtl" {
		t.Errorf("the headline of an Arabic report runs %s", d)
	}
	for _, s := range p.Wrong() {
		t.Error(s)
	}
}
