package site

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"isnad"
	"isnad/internal/isnadtest/browser"
)

// The register and a report with notices, in a real Chromium, wide and on a
// telephone, in light and dark.
func TestRegisterInABrowser(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("-short")
	}
	d := newCaseDesk(t, Options{})
	form := d.complete(isnad.CaseCorrection)
	c := d.decided(form, isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "The list of the hospital gives another number, and two people who were there say the same.", Effect: isnad.EffectClarification, Body: "It was otherwise."})
	d.decided(d.complete(isnad.CaseComplaint), isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "Nothing that was handed in shows it."})
	d.told(isnad.Notice{Kind: isnad.NoticeClarification, Report: d.report.ID, Source: d.report.Source, Title: d.report.Title, Text: "The hospital’s list gives thirteen names. The office has not said where its number is from.", Case: c.ID})
	d.told(isnad.Notice{Kind: isnad.NoticeReply, Report: d.report.ID, Source: d.report.Source, Title: d.report.Title, Text: "We were not asked before it was published.", Case: c.ID, Claim: d.claim.ID})
	srv := httptest.NewServer(d.h)
	t.Cleanup(srv.Close)
	b := browser.Start(t)
	for name, address := range map[string]string{"list": "/corrections", "decisions": "/corrections/decisions", "one": "/corrections/" + c.ID, "figures": "/corrections/figures", "report": "/reports/" + d.report.ID} {
		for _, w := range []browser.Window{{Width: 1280, Height: 900}, {Width: 390, Height: 844, Dark: true}} {
			p := b.Open(t, srv.URL+address, w)
			for _, s := range append(append(p.Axe(), p.Wrong()...), p.Overflow()...) {
				t.Errorf("%s %s: %s", name, w, s)
			}
			if dir := os.Getenv("SITE_PICTURES"); dir != "" {
				p.Shot(filepath.Join(dir, "register-"+name+"-"+w.String()+".png"))
			}
		}
	}
}
