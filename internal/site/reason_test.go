package site

import (
	"context"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/store"
)

// An incident says in a sentence why it has its status and its grading, and every
// name in it leads to the words that it stands for.
func TestIncidentSaysWhy(t *testing.T) {
	ctx := context.Background()
	st := newStore(t)
	if _, err := fixture.Fill(ctx, st); err != nil {
		t.Fatal(err)
	}
	i, err := st.Incident(ctx, fixture.ID("market"))
	if err != nil {
		t.Fatal(err)
	}
	var tells, denies isnad.SourceFigures
	for _, s := range i.BySource {
		if s.Stance == isnad.StanceDenied {
			denies = s
		} else if tells.Source == "" {
			tells = s
		}
	}
	if tells.Name == "" || denies.Name == "" {
		t.Fatalf("the fixture's market has nobody who tells or nobody who denies: %+v", i.BySource)
	}
	i.StatusReason = isnad.Reason{Rule: isnad.RuleDenied, Claims: tells.Claims[:1], Against: []string{denies.Claims[0], "k-gone"}}
	i.GradingReason = isnad.Reason{Rule: isnad.RulePerson}
	if err := st.Begin(ctx, func(tx *store.Tx) error { return tx.PutIncident(i) }); err != nil {
		t.Fatal(err)
	}
	h := serve(t, st, Options{})
	n := page(t, h, "/incidents/"+i.ID)
	facts := text(find(n, "dl", "facts")[0])
	mustHave(t, "facts", facts, "Contested"+tells.Name+" tells of it; "+denies.Name+" and someone deny it.", "Set by a person at the desk.")
	links := map[string]string{}
	for _, why := range find(n, "span", "why") {
		for _, a := range find(why, "a", "") {
			links[text(a)] = attr(a, "href")
		}
	}
	for _, s := range []isnad.SourceFigures{tells, denies} {
		address, anchor, ok := strings.Cut(links[s.Name], "#")
		if !ok || anchor != s.Claims[0] {
			t.Errorf("%s leads to %q, want claim %s", s.Name, links[s.Name], s.Claims[0])
			continue
		}
		if code, body := get(t, h, address); code != 200 || !strings.Contains(body, `id="`+anchor+`"`) {
			t.Errorf("%s: %d, or no such mark", links[s.Name], code)
		}
	}
}

// Incidents that older rules made have no reason yet: the page says what the
// words mean.
func TestIncidentWithoutReason(t *testing.T) {
	n := page(t, world(t, Options{}), "/incidents/"+fixture.ID("port"))
	mustHave(t, "facts", text(find(n, "dl", "facts")[0]), statusWhy(isnad.StrikeLikely), gradingWhy(isnad.GradeFair))
}
