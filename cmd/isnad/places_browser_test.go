package main

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"isnad"
	"isnad/internal/isnadtest/browser"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// An editor adds a place by keyboard, and the next report is read with it: from the
// form to the map of its incident, without a restart. A press on the map fills in
// the coordinates, also without JavaScript.
func TestAddAPlaceByKeyboard(t *testing.T) {
	t.Parallel()
	d := openDesk(t, false)
	p := d.signIn("ريما حداد", "/desk/places", browser.Window{Width: 1400, Height: 900})
	d.look(p, "places", true)
	d.tabTo(p, "names")
	for _, text := range []string{"Mazraat Nahroz\nمزرعة نهروز" + kb.Tab, "Idlib, Syria" + kb.Tab, kb.Tab, "35.92, 36.61" + kb.Tab, kb.Tab, "survey map of 1960" + kb.Tab, kb.Enter} {
		p.Do(chromedp.KeyEvent(text))
	}
	loaded(p, says("Added: Mazraat Nahroz"))
	d.look(p, "places-added", true)

	const report = "Shelling near the river\n\nMarch 4, 2024 - Seven people were killed on Monday when shells hit the village of Mazraat Nahroz in Idlib province, medical sources said.\n"
	kept, _, err := d.h.pipeline.Keep(t.Context(), isnad.Capture{Address: "https://hill.example/nahroz", MediaType: "text/plain"}, strings.NewReader(report), pipeline.MaxLocal)
	if err != nil {
		t.Fatal(err)
	}
	working, cancel := context.WithCancel(t.Context())
	_, finish := d.h.work(working, true)
	if err := d.h.settle(working, kept.ID); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := finish(); err != nil {
		t.Fatal(err)
	}
	claims, _, err := d.h.store.Claims(t.Context(), store.ClaimQuery{Page: store.Page{Limit: 1000}})
	if err != nil {
		t.Fatal(err)
	}
	id := ""
	for _, c := range claims {
		if strings.Contains(c.Quote, "Mazraat Nahroz") {
			id = c.Place.ID
			p.Go(t, d.url+"/places/"+id, false)
			loaded(p, says("Mazraat Nahroz"))
		}
	}
	if !strings.HasPrefix(id, "o") {
		t.Fatalf("the report was read at %q", id)
	}
	for _, words := range []string{"Added by people of this archive", "Shelling near the river"} {
		if !browser.Eval[bool](p, says(words)) {
			t.Errorf("the place's page does not say %q", words)
		}
	}
	d.look(p, "places-page", true)

	// The map, on a telephone without JavaScript.
	p = d.signIn("ريما حداد", "/desk/places?at=35.9,36.6&names=Nahr", browser.Window{Width: 400, Height: 800, NoScript: true})
	p.Do(chromedp.Click(chromedp.CSS(`.pick-map input:nth-of-type(2)`)))
	loaded(p, `location.search.includes("zoom=3") && document.getElementById("at") !== null`)
	if got := browser.Eval[string](p, `document.getElementById("at").value + " " + document.getElementById("names").value`); strings.HasPrefix(got, "35.9, 36.6 ") || !strings.HasSuffix(got, "Nahr") {
		t.Errorf("after a press on the map the form holds %q", got)
	}
	d.look(p, "places-map", false)
}
