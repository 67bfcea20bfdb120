package site

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/export/republish"
	"isnad/internal/extract"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/store"
)

// terms is the site over the made-up world, where one outlet grants, one forbids and the others say nothing.
func terms(t *testing.T, o Options) (http.Handler, map[string]isnad.Report) {
	t.Helper()
	st := newStore(t)
	d, err := fixture.Fill(context.Background(), st)
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Begin(context.Background(), func(tx *store.Tx) error {
		var list []isnad.Source
		for _, s := range d.Sources {
			switch s.Name {
			case "The Delta Ledger":
				s.Terms = "© The Delta Ledger. No part of it may be reproduced without written permission."
			case "صوت الميناء":
				s.Terms = "يسمح بإعادة النشر بشرط ذكر المصدر."
			default:
				continue
			}
			list = append(list, s)
		}
		return tx.PutSources(list)
	}); err != nil {
		t.Fatal(err)
	}
	reports := map[string]isnad.Report{}
	for _, r := range d.Reports {
		reports[r.Source] = r
	}
	return serve(t, st, o), reports
}

// The page offers what the terms leave, with their words and conditions, and every link on it answers.
func TestRepublishPage(t *testing.T) {
	h, reports := terms(t, Options{BaseURL: "https://isnad.example"})
	for outlet, c := range map[string]struct {
		head, file string
		says       []string
		groups     int
	}{
		"Harbour Post":     {"The terms let you republish it", "republish.html", []string{"name the source", "Reprint with credit."}, 2},
		"صوت الميناء":      {"The terms let you republish it", "republish.html", []string{"name the source", "يسمح بإعادة النشر بشرط ذكر المصدر."}, 2},
		"The Delta Ledger": {"The terms do not let you republish it", "citation.html", []string{"No part of it may be reproduced without written permission."}, 1},
		"Plains Courier":   {"No terms are known", "citation.html", []string{"Nothing says that it may be republished"}, 1},
	} {
		r := reports[outlet]
		n := page(t, h, "/reports/"+r.ID)
		if a := find(find(n, "p", "republish-link")[0], "a", ""); len(a) != 1 || attr(a[0], "href") != "/reports/"+r.ID+"/republish" {
			t.Errorf("%s: no way to the page", outlet)
		}
		n = page(t, h, "/reports/"+r.ID+"/republish")
		all := text(n)
		mustHave(t, outlet, all, append(c.says, c.head)...)
		groups := find(find(n, "nav", "forms")[0], "ul", "")
		if len(groups) != c.groups {
			t.Errorf("%s: %d groups of forms, want %d", outlet, len(groups), c.groups)
		}
		if f := attr(find(n, "a", "file")[0], "href"); !strings.HasSuffix(f, c.file) {
			t.Errorf("%s: the file is %s", outlet, f)
		}
		for _, a := range find(find(n, "nav", "forms")[0], "a", "") {
			shown := page(t, h, attr(a, "href"))
			if len(find(find(shown, "nav", "forms")[0], "a", "")) != 4*c.groups {
				t.Errorf("%s: other forms on %s", outlet, attr(a, "href"))
			}
			current := 0
			for _, x := range find(find(shown, "nav", "forms")[0], "a", "") {
				if attr(x, "aria-current") == "page" {
					current++
					if attr(x, "href") != attr(a, "href") {
						t.Errorf("%s: %s is called the present one on %s", outlet, attr(x, "href"), attr(a, "href"))
					}
				}
			}
			if current != 1 {
				t.Errorf("%s: %d present forms on %s", outlet, current, attr(a, "href"))
			}
			// The file is what the page shows.
			code, body := get(t, h, attr(find(shown, "a", "file")[0], "href"))
			if area := find(shown, "textarea", ""); code != 200 || strings.TrimPrefix(area[0].FirstChild.Data, "\n") != body {
				t.Errorf("%s: %s: the file is not what is shown (%d)", outlet, attr(a, "href"), code)
			}
		}
		code, body := get(t, h, "/reports/"+r.ID+"/republish.txt")
		if whole := c.groups == 2; whole != (code == 200) || !whole && (code != 403 || strings.Contains(body, r.Text[:40])) {
			t.Errorf("%s: republish.txt: %d", outlet, code)
		}
	}
	for _, address := range []string{"/reports/r00/republish", "/reports/r00/republish.md", "/reports/" + reports["Harbour Post"].ID + "/republish?form=pdf", "/reports/" + reports["Harbour Post"].ID + "/republish?version=77", "/reports/" + reports["Harbour Post"].ID + "/citation.md?version=x"} {
		if code, _ := get(t, h, address); code != 404 {
			t.Errorf("%s: %d", address, code)
		}
	}
}

// The operator may hand out texts that have no terms, never those whose terms forbid it.
func TestRepublishPolicy(t *testing.T) {
	h, reports := terms(t, Options{Republish: "silent"})
	if code, _ := get(t, h, "/reports/"+reports["Plains Courier"].ID+"/republish.md"); code != 200 {
		t.Errorf("silent: %d", code)
	}
	mustHave(t, "silent", text(page(t, h, "/reports/"+reports["Plains Courier"].ID+"/republish")), "The operator of this site offers its text all the same")
	if code, _ := get(t, h, "/reports/"+reports["The Delta Ledger"].ID+"/republish.md"); code != 403 {
		t.Errorf("forbidden: %d", code)
	}
	if _, err := New(newStore(t), Options{Republish: "everything"}); err == nil {
		t.Error("a policy that is none is taken")
	}
}

// A copy taken from the site and read again has the chain of the report, and is a file, not a page of the site.
func TestRepublishedReportIsKnown(t *testing.T) {
	h, reports := terms(t, Options{BaseURL: "https://isnad.example"})
	for _, outlet := range []string{"Harbour Post", "صوت الميناء"} {
		r := reports[outlet]
		for _, f := range republish.Forms() {
			req := httptest.NewRequest("GET", "/reports/"+r.ID+"/republish."+string(f), nil)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, req)
			if d := w.Header().Get("Content-Disposition"); w.Code != 200 || !strings.HasPrefix(d, "attachment; filename=\"report-"+r.ID) || w.Header().Get("Content-Type") != f.MediaType() {
				t.Errorf("%s: %d %v", f, w.Code, w.Header())
			}
			if w.Header().Get("Link") != "<"+r.Address+`>; rel="canonical"` {
				t.Errorf("%s: Link %q", f, w.Header().Get("Link"))
			}
			c := &isnad.Capture{ID: "c1", Place: "p", Address: "file:copy." + string(f), Received: time.Now()}
			res, err := extract.Read(t.Context(), c, bytes.NewReader(w.Body.Bytes()), 0, 0)
			if err != nil || len(res.Reports) != 1 {
				t.Fatalf("%s: %v %d", f, err, len(res.Reports))
			}
			got := res.Reports[0]
			if got.Title != r.Title || got.Text != r.Text || got.Agency != r.Agency || !got.Published.Equal(r.Published) || got.Language != r.Language || got.Dateline != r.Dateline || len(got.Doubts) > 0 {
				t.Errorf("%s: %+v", f, got)
			}
			links := map[string]string{}
			for _, x := range extract.Cites(&got) {
				if x.Kind == isnad.CiteLink {
					links[x.ToURL] = x.ToName
				}
			}
			if links[r.Address] != outlet || links["https://isnad.example/reports/"+r.ID] != "isnad.example" {
				t.Errorf("%s: %v", f, links)
			}
		}
	}
}

// One version is republished as it was, and names itself.
func TestRepublishVersion(t *testing.T) {
	h, reports := terms(t, Options{BaseURL: "https://isnad.example", Republish: "silent"})
	r := reports["Plains Courier"] // its last report has two versions
	if r.Version != 2 {
		t.Fatalf("version %d", r.Version)
	}
	for version, title := range map[string]string{"1": "Six shot at Benghazi protest", "2": "Correction: five shot at Benghazi protest"} {
		_, body := get(t, h, "/reports/"+r.ID+"/republish.txt?version="+version)
		mustHave(t, version, body, title, "Version: "+version, "Report: https://isnad.example/reports/"+r.ID+"/v/"+version)
		n := page(t, h, "/reports/"+r.ID+"/republish?version="+version)
		for _, a := range append(find(find(n, "nav", "forms")[0], "a", ""), find(n, "a", "file")...) {
			if !strings.Contains(attr(a, "href"), "version="+version) {
				t.Errorf("%s leaves the version", attr(a, "href"))
			}
		}
	}
}

// Hostile text stays text on the page and in the files.
func TestRepublishHostile(t *testing.T) {
	st, r, _ := hostile(t)
	h := serve(t, st, Options{BaseURL: "https://isnad.example", Republish: "silent"})
	for _, f := range republish.Forms() {
		address := "/reports/" + r.ID + "/republish?form=" + string(f)
		code, body := get(t, h, address)
		if code != 200 || len(body) > 900_000 {
			t.Errorf("%s: %d, %d bytes", address, code, len(body))
		}
		checkTree(t, address, page(t, h, address))
		code, body = get(t, h, "/reports/"+r.ID+"/republish."+string(f))
		if code != 200 {
			t.Fatalf("%s: %d", f, code)
		}
		if f == republish.HTML {
			checkTree(t, "republish.html", page(t, h, "/reports/"+r.ID+"/republish.html"))
		}
		if strings.Contains(body, "\x01") || strings.Contains(body, "\x00") {
			t.Errorf("%s: control characters", f)
		}
	}
	// An address that asks for itself under another name does not get that name into the copy.
	h = serve(t, st, Options{Republish: "silent"})
	req := httptest.NewRequest("GET", "/reports/"+r.ID+"/republish.txt", nil)
	req.Host = "evil.example/<script>"
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	if b := w.Body.String(); strings.Contains(b, "evil.example") || !strings.Contains(b, "Report: http://localhost/reports/") {
		t.Errorf("%.300s", b[strings.Index(b, "Report:"):])
	}
}
