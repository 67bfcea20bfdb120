package api

import (
	"strings"
	"testing"

	"isnad"
)

// A text is handed out where its terms allow it, and refused with the reason where they do not; its citation is
// handed out in any case.
func TestCopies(t *testing.T) {
	w := open(t)
	var free, silent isnad.Report
	for _, r := range w.Reports {
		switch r.Source {
		case "Harbour Post": // "Reprint with credit."
			free = r
		case "Plains Courier":
			silent = r
		}
	}
	body := w.ask("GET", "/api/v1/reports/"+free.ID+"/republish?form=txt").Body.String()
	for _, want := range []string{free.Title, free.Text, "Published by: Harbour Post", "Terms ask: name the source", "Report: https://reports.example.org/reports/" + free.ID, "\nText: "} {
		if !strings.Contains(body, want) {
			t.Errorf("%q is missing in %s", want, body)
		}
	}
	m := w.get("/api/v1/reports/"+silent.ID+"/republish", 403)
	if !strings.Contains(m["detail"].(string), "nothing is known of its terms") {
		t.Error(m)
	}
	body = w.ask("GET", "/api/v1/reports/"+silent.ID+"/citation?form=md").Body.String()
	if !strings.Contains(body, "Published by: Plains Courier") || strings.Contains(body, "\nText: ") || len(silent.Text) > 100 && strings.Contains(body, silent.Text[:60]) {
		t.Errorf("%s", body)
	}
	m = w.get("/api/v1/reports/"+silent.ID+"/citation?form=pdf&colour=red", 400)
	if n := len(m["errors"].([]any)); n != 2 {
		t.Errorf("%d mistakes: %v", n, m)
	}
	w.get("/api/v1/reports/r00/citation", 404)
	w.get("/api/v1/reports/"+silent.ID+"/citation?version=9", 404)

	w.h = New(w.st, Options{Republish: "silent"})
	if rec := w.ask("GET", "/api/v1/reports/"+silent.ID+"/republish?form=html"); rec.Code != 200 || !strings.HasPrefix(rec.Header().Get("Content-Disposition"), "attachment") {
		t.Errorf("%d %v", rec.Code, rec.Header())
	}
}
