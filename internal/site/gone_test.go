package site

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/store"
)

// Where a removed report stood, a page names the decision and says nothing of what
// the report said: 410, or 451 where law or an order removed it.
func TestRemovedReport(t *testing.T) {
	for _, legal := range []bool{false, true} {
		st := newStore(t)
		if _, err := fixture.Fill(t.Context(), st); err != nil {
			t.Fatal(err)
		}
		h := serve(t, st, Options{})
		rows, _, err := st.Reports(t.Context(), store.ReportQuery{Page: store.Page{Limit: 1}})
		if err != nil || len(rows) == 0 {
			t.Fatal(err)
		}
		gone, err := st.Report(t.Context(), rows[0].ID, 0)
		if err != nil {
			t.Fatal(err)
		}
		n := isnad.Notice{ID: "n00000000000000000001", Number: 1, Kind: isnad.NoticeRemoval, Report: gone.ID, Text: "Somebody's life <script>", Issued: time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC), Case: "d00000000000000000001", Act: 3, Legal: legal}
		err = st.Begin(t.Context(), func(tx *store.Tx) error {
			if _, err := tx.Remove(store.Removal{Report: gone.ID, Notice: n.ID, Since: n.Issued, Legal: legal}); err != nil {
				return err
			}
			return tx.PutNotice(&n)
		})
		if err != nil {
			t.Fatal(err)
		}
		status := http.StatusGone
		if legal {
			status = http.StatusUnavailableForLegalReasons
		}
		for _, path := range []string{"", "/v/1", "/v/9", "?version=1", "/from/r00000000000000000000", "/republish", "/republish.html", "/citation.txt"} {
			got, body := get(t, h, "/reports/"+gone.ID+path)
			if got != status {
				t.Errorf("%q: %d, want %d", path, got, status)
			}
			mustHave(t, path, body, `href="/corrections/`+n.Case+`"`, "Somebody&#39;s life &lt;script&gt;", "2 January 2025")
			if gone.Title != "" && strings.Contains(body, gone.Title) || strings.Contains(body, gone.Text[:50]) {
				t.Errorf("%q tells what it said", path)
			}
		}
		if got, _ := get(t, h, "/reports/r00000000000000000000"); got != http.StatusNotFound {
			t.Errorf("a report that never was: %d", got)
		}
		if got, body := get(t, h, "/captures/"+gone.Capture); got == http.StatusOK && !strings.Contains(body, "Reports that were removed") {
			t.Errorf("its capture: %d\n%s", got, body)
		}
	}
}
