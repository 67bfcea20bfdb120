package site

import (
	"strings"
	"testing"

	"isnad"
	"isnad/internal/store"
)

// A slot that a model filled says so beside the claim, with the words it rests on
// and what the reader had read; a claim that the reader read alone says nothing.
func TestFilledSlotsAreTold(t *testing.T) {
	f := newOffice(t, Options{})
	st := f.st
	c, _, err := st.Claims(t.Context(), store.ClaimQuery{Page: store.Page{Limit: 1}})
	if err != nil || len(c) == 0 {
		t.Fatalf("%d claims, %v", len(c), err)
	}
	of, _, err := st.Claims(t.Context(), store.ClaimQuery{Report: c[0].Report, Version: c[0].Version})
	if err != nil {
		t.Fatal(err)
	}
	for i := range of {
		if of[i].ID == c[0].ID {
			of[i].Filled = map[string]isnad.Filled{
				"place": {By: "model orchard-7b", Words: "smoke over the <quay>"},
				"event": {By: "model orchard-7b", Words: "a winged robot", Instead: "attack"},
			}
		}
	}
	if err := st.Begin(t.Context(), func(tx *store.Tx) error {
		_, err := tx.PutClaims(store.ReportRef{ID: c[0].Report, Version: c[0].Version}, of, nil, nil)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	// At the desk too, where people decide about it.
	if body := f.do("GET", "/desk/claims/"+c[0].ID, f.as(isnad.RoleEditor), nil).Body.String(); !strings.Contains(body, "suggested by <bdi>model orchard-7b</bdi>") {
		t.Error("the desk does not say that a model filled a slot")
	}
	lists := find(page(t, f.h, "/reports/"+c[0].Report), "ul", "filled")
	if len(lists) != 1 {
		t.Fatalf("%d claims say that a model filled them, want the one", len(lists))
	}
	got := strings.Join(strings.Fields(text(lists[0])), " ")
	want := "Kind: suggested by model orchard-7b, from the words a winged robot, in place of attack" + "Where: suggested by model orchard-7b, from the words smoke over the <quay>"
	if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
		t.Errorf("told %q, want %q", got, want)
	}
}
