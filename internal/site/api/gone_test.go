package api

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/store"
)

// takeDown removes the report that tells of an incident, by a notice.
func takeDown(t *testing.T, st *store.Store, legal bool) (gone isnad.Report, n isnad.Notice) {
	t.Helper()
	rows, _, err := st.Reports(t.Context(), store.ReportQuery{Page: store.Page{Limit: 1}})
	if err != nil || len(rows) == 0 {
		t.Fatal(err)
	}
	if gone, err = st.Report(t.Context(), rows[0].ID, 0); err != nil {
		t.Fatal(err)
	}
	n = isnad.Notice{ID: "n00000000000000000001", Number: 1, Kind: isnad.NoticeRemoval, Report: gone.ID, Text: "As the order says.", Issued: time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC), Case: "d00000000000000000001", Act: 3, Legal: legal}
	err = st.Begin(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.Remove(store.Removal{Report: gone.ID, Notice: n.ID, Since: n.Issued, Legal: legal}); err != nil {
			return err
		}
		return tx.PutNotice(&n)
	})
	if err != nil {
		t.Fatal(err)
	}
	return gone, n
}

// Whatever is asked about a removed report is answered by its tombstone, and
// whoever follows the feed is told to remove it too.
func TestRemovedReport(t *testing.T) {
	for _, legal := range []bool{false, true} {
		w := open(t)
		gone, n := takeDown(t, w.st, legal)
		status := http.StatusGone
		if legal {
			status = http.StatusUnavailableForLegalReasons
		}
		for _, path := range []string{"", "?version=1", "/versions", "/republish", "/citation", "/chain"} {
			body := w.get("/api/v1/reports/"+gone.ID+path, status)
			if detail, _ := body["detail"].(string); !strings.Contains(detail, n.ID) {
				t.Errorf("%q: %v", path, body)
			}
		}
		w.get("/api/v1/reports/r00000000000000000000", http.StatusNotFound)
		feed := w.ask(http.MethodGet, "/feeds/reports.atom").Body.String()
		if want := `<at:deleted-entry ref="https://reports.example.org/reports/` + gone.ID + `" when="2025-01-02T00:00:00Z">`; !strings.Contains(feed, want) || !strings.Contains(feed, n.ID) {
			t.Errorf("no tombstone in the feed:\n%s", feed)
		}
		for _, path := range []string{"/feeds/reports.atom", "/feeds/reports.rss", "/feeds/reports.json", "/api/v1/reports?limit=1000", "/api/v1/claims?limit=1000", "/api/v1/citations?limit=1000", "/api/v1/reports.csv"} {
			if body := w.ask(http.MethodGet, path).Body.String(); gone.Title != "" && strings.Contains(body, gone.Title) || strings.Contains(body, gone.Text[:60]) {
				t.Errorf("%s tells what it said", path)
			}
		}
	}
}
