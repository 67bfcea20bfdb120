package site

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"

	"isnad/internal/isnadtest/fixture"
	"isnad/internal/store"
)

// The address of an incident that people merged leads to where it went.
func TestMergedIncidentRedirects(t *testing.T) {
	st := newStore(t)
	d, err := fixture.Fill(context.Background(), st)
	if err != nil {
		t.Fatal(err)
	}
	to := d.Incidents[0].ID
	if err := st.Begin(context.Background(), func(tx *store.Tx) error {
		return tx.PutMembers(nil, nil, nil, map[string]store.Verdict{"i-old": {GoesTo: to, Doc: "{}"}})
	}); err != nil {
		t.Fatal(err)
	}
	h := serve(t, st, Options{})
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/incidents/i-old", nil))
	if w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != "/incidents/"+to {
		t.Errorf("%d to %q, want 301 to /incidents/%s", w.Code, w.Header().Get("Location"), to)
	}
}
