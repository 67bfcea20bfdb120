package pipeline_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/pipeline"
	"isnad/internal/review"
	"isnad/internal/store"
)

// line is a report as a JSON line.
func line(source, day, title, text string) string {
	b, err := json.Marshal(map[string]string{"source": source, "published": day, "title": title, "text": text, "url": "https://" + source + ".example/" + strings.ReplaceAll(title, " ", "-")})
	if err != nil {
		panic(err)
	}
	return string(b) + "\n"
}

// mills is three reports of two strikes that are a day and two towns apart.
func mills() string {
	return line("Hill Post", "2024-03-05", "Mill shelled in Binnish", "Four workers were killed on Monday when shelling hit a mill in Binnish, the health directorate said.") +
		line("River News", "2024-03-05", "Shells fall on Binnish", "Shelling of a mill in Binnish on Monday killed five workers, residents said.") +
		line("Gulf Wire", "2024-03-08", "Mine kills driver near Taiz", "A landmine killed one driver near Taiz on Thursday, a local official said.")
}

func (h house) addLines(lines string) {
	h.t.Helper()
	name := fmt.Sprintf("file:%d.jsonl", len(lines))
	if _, _, err := h.Keep(h.t.Context(), isnad.Capture{Address: name, Place: name}, strings.NewReader(lines), pipeline.MaxLocal); err != nil {
		h.t.Fatal(err)
	}
	h.settle()
}

func (h house) claims() []isnad.Claim {
	h.t.Helper()
	claims, _, err := h.Store.Claims(h.t.Context(), store.ClaimQuery{Page: store.Page{Limit: 1000}})
	if err != nil {
		h.t.Fatal(err)
	}
	return claims
}

func (h house) claimWith(words string) isnad.Claim {
	h.t.Helper()
	claims := h.claims()
	i := slices.IndexFunc(claims, func(c isnad.Claim) bool { return strings.Contains(c.Quote, words) })
	if i < 0 {
		h.t.Fatalf("no claim with %q among %d", words, len(claims))
	}
	return claims[i]
}

func (h house) decide(a isnad.Act) isnad.Act {
	h.t.Helper()
	if a.Person == "" {
		a.Person, a.Name = "u1", "Editor One"
	}
	out, err := h.Decide(h.t.Context(), a)
	if err != nil {
		h.t.Fatalf("%s: %v", a.Kind, err)
	}
	h.settle()
	h.agrees()
	return out
}

func (h house) refused(want error, a isnad.Act) {
	h.t.Helper()
	if a.Person == "" {
		a.Person, a.Name = "u1", "Editor One"
	}
	if _, err := h.Decide(h.t.Context(), a); !errors.Is(err, want) {
		h.t.Errorf("%s: %v, want %v", a.Kind, err, want)
	}
}

func (h house) agrees() {
	h.t.Helper()
	if err := h.Verify(h.t.Context(), func(s string) { h.t.Error("fault:", s) }, func(string) {}, func() {}); err != nil {
		h.t.Fatal(err)
	}
}

func (h house) rebuild(stage store.StepKind) {
	h.t.Helper()
	if err := h.Store.Clear(h.t.Context(), stage); err != nil {
		h.t.Fatal(err)
	}
	h.settle()
	h.agrees()
}

func (h house) incident(id string) isnad.Incident {
	h.t.Helper()
	i, err := h.Store.Incident(h.t.Context(), id)
	if err != nil {
		h.t.Fatal(err)
	}
	return i
}

func working(t *testing.T, database string) house {
	h := buildOn(t, t.TempDir(), database)
	h.work()
	h.addLines(mills())
	return h
}

func onBoth(t *testing.T, test func(h house)) {
	t.Helper()
	onDatabases(t, func(t *testing.T, database string) { test(working(t, database)) })
}

// What people decided about claims stands after every rebuild and after another
// report of the same incident.
func TestDecidedClaimsStand(t *testing.T) { onBoth(t, decidedClaimsStand) }

func decidedClaimsStand(h house) {
	t := h.t
	four, five, mine := h.claimWith("Four workers"), h.claimWith("five workers"), h.claimWith("landmine")
	if four.Incident == "" || four.Incident != five.Incident || mine.Incident == four.Incident {
		t.Fatalf("the reports are not read as this test needs: %s %s %s", four.Incident, five.Incident, mine.Incident)
	}
	h.decide(isnad.Act{Kind: isnad.ActAcceptClaim, About: four.ID, Seen: four.State()})
	h.decide(isnad.Act{Kind: isnad.ActRejectClaim, About: five.ID, Reason: "a misprint"})
	edit := isnad.Edit{"killed": json.RawMessage(`{"min":2,"max":2}`), "weapon": json.RawMessage(`"anti-tank mine"`)}
	edited := h.decide(isnad.Act{Kind: isnad.ActEditClaim, About: mine.ID, Edit: edit})

	check := func(after string) {
		t.Helper()
		a, r, e := h.claimWith("Four workers"), h.claimWith("five workers"), h.claimWith("landmine")
		if a.ID != four.ID || a.Review != isnad.Confirmed || a.Killed.Low() != 4 {
			t.Errorf("after %s the accepted claim is %s %s", after, a.ID, a.Review)
		}
		if r.ID != five.ID || r.Review != isnad.Rejected {
			t.Errorf("after %s the rejected claim is %s %s", after, r.ID, r.Review)
		}
		if e.ID != mine.ID || e.Review != isnad.Confirmed || e.Killed.Low() != 2 || e.Weapon != "anti-tank mine" ||
			!slices.Equal(e.Decision.Slots, []string{"killed", "weapon"}) || e.Decision.Act != edited.ID || e.Decision.Name != "Editor One" {
			t.Errorf("after %s the edited claim is %+v", after, e)
		}
		if i := h.incident(a.Incident); i.Killed.High != 4 { // what was rejected counts for nothing
			t.Errorf("after %s the incident has %+v killed", after, i.Killed)
		}
		if i := h.incident(e.Incident); i.Killed.Low != 2 || i.Killed.High != 2 {
			t.Errorf("after %s the incident of the edited claim has %+v killed", after, i.Killed)
		}
	}
	check("deciding")
	for _, stage := range []store.StepKind{store.StepAttribute, store.StepReconcile, store.StepExtract} {
		h.rebuild(stage)
		check("rebuild " + string(stage))
	}
	h.addLines(line("Coast Daily", "2024-03-05", "Binnish mill hit", "Shelling on Monday hit a mill in Binnish, killing four workers, the civil defence said."))
	check("a new report")

	// The desk's side of it: what waits, and the history.
	open, _, err := h.Store.ReviewQueue(t.Context(), store.QueueQuery{})
	if err != nil || len(open) != 1 || !strings.Contains(open[0].Quote, "civil defence") {
		t.Errorf("waiting: %d %v", len(open), err)
	}
	acts, _, err := h.Store.Acts(t.Context(), store.ActQuery{Bears: mine.ID})
	if err != nil || len(acts) != 1 || acts[0].ID != edited.ID {
		t.Errorf("history: %+v %v", acts, err)
	}

	h.refused(isnad.ErrConflict, isnad.Act{Kind: isnad.ActRejectClaim, About: four.ID, Seen: four.State()})
	h.decide(isnad.Act{Kind: isnad.ActUndo, Of: edited.ID})
	if e := h.claimWith("landmine"); e.Review != isnad.Suggested || e.Killed.Low() != 1 || e.Decision.Kind != "" {
		t.Errorf("undone: %+v", e)
	}
	h.rebuild(store.StepAttribute)
	if e := h.claimWith("landmine"); e.ID != mine.ID || e.Review != isnad.Suggested || e.Killed.Low() != 1 {
		t.Errorf("undone and rebuilt: %+v", e)
	}
}

// What people decided about incidents stands too: what they parted stays apart,
// what they put together stays together, and an old name leads to the new one.
func TestDecidedIncidentsStand(t *testing.T) { onBoth(t, decidedIncidentsStand) }

func decidedIncidentsStand(h house) {
	t := h.t
	four, five, mine := h.claimWith("Four workers"), h.claimWith("five workers"), h.claimWith("landmine")
	home := four.Incident
	split := h.decide(isnad.Act{Kind: isnad.ActSplitIncident, About: home, Moved: []string{five.ID}})
	h.decide(isnad.Act{Kind: isnad.ActConfirmIncident, About: home})
	h.decide(isnad.Act{Kind: isnad.ActGradeIncident, About: home, Grading: isnad.GradeConfirmed})
	h.decide(isnad.Act{Kind: isnad.ActGradeIncident, About: home, Status: isnad.StrikeContested, Reason: "the army says otherwise"})
	h.decide(isnad.Act{Kind: isnad.ActRelateIncidents, About: home, Into: split.Into})
	merged := h.decide(isnad.Act{Kind: isnad.ActMergeIncidents, About: mine.Incident, Into: split.Into})

	check := func(after string) {
		t.Helper()
		a, b, c := h.claimWith("Four workers"), h.claimWith("five workers"), h.claimWith("landmine")
		if a.Incident != home || b.Incident != split.Into || c.Incident != split.Into {
			t.Errorf("after %s the claims are in %s %s %s", after, a.Incident, b.Incident, c.Incident)
		}
		if i := h.incident(home); i.Review != isnad.Confirmed || i.Grading != isnad.GradeConfirmed || i.Status != isnad.StrikeContested || !slices.Equal(i.Decision.Related, []string{split.Into}) {
			t.Errorf("after %s the incident is %s, %s, %s, %+v", after, i.Review, i.Grading, i.Status, i.Decision)
		}
		if to, err := h.Store.Redirect(t.Context(), mine.Incident); err != nil || to != split.Into {
			t.Errorf("after %s the merged incident leads to %s %v", after, to, err)
		}
	}
	check("deciding")
	for _, stage := range []store.StepKind{store.StepReconcile, store.StepAttribute} {
		h.rebuild(stage)
		check("rebuild " + string(stage))
	}
	h.addLines(line("Coast Daily", "2024-03-05", "Binnish mill hit", "Shelling on Monday hit a mill in Binnish, killing four workers, the civil defence said."))
	check("a new report")

	h.refused(isnad.ErrRefused, isnad.Act{Kind: isnad.ActUndo, Of: split.ID}) // the merger rests on it
	h.decide(isnad.Act{Kind: isnad.ActUndo, Of: merged.ID})
	if c := h.claimWith("landmine"); c.Incident != mine.Incident {
		t.Errorf("undone, the claim is in %s, want %s", c.Incident, mine.Incident)
	}
	if to, err := h.Store.Redirect(t.Context(), mine.Incident); err != nil || to != mine.Incident {
		t.Errorf("undone, the incident leads to %s %v", to, err)
	}
}

// Where a second pair of eyes is asked for, nothing holds before it.
func TestSecondEyes(t *testing.T) { onBoth(t, secondEyes) }

func secondEyes(h house) {
	t := h.t
	h.Rules = review.Rules{Second: map[isnad.ActKind]bool{isnad.ActAcceptClaim: true}}
	four := h.claimWith("Four workers")
	accept := h.decide(isnad.Act{Kind: isnad.ActAcceptClaim, About: four.ID})
	if c := h.claimWith("Four workers"); c.Review != isnad.Suggested || !slices.Equal(c.Decision.Waiting, []string{accept.ID}) {
		t.Errorf("one person alone: %s %+v", c.Review, c.Decision)
	}
	h.refused(isnad.ErrRefused, isnad.Act{Kind: isnad.ActSecond, Of: accept.ID})
	h.decide(isnad.Act{Kind: isnad.ActSecond, Of: accept.ID, Person: "u2", Name: "Editor Two"})
	h.Rules = review.Rules{}
	h.rebuild(store.StepAttribute)
	if c := h.claimWith("Four workers"); c.Review != isnad.Confirmed || !slices.Equal(c.Decision.Seconds, []string{"Editor Two"}) {
		t.Errorf("two people: %s %+v", c.Review, c.Decision)
	}
}

// What a contributor does is a proposal, whatever the rules: it waits for another.
func TestProposal(t *testing.T) {
	h := working(t, filepath.Join(t.TempDir(), "isnad.db"))
	four := h.claimWith("Four workers")
	edit := isnad.Edit{"killed": json.RawMessage(`{"min":6,"max":6}`), "place": json.RawMessage(`{"id":"g170063","name":"Aleppo","country":"SY","precision":1}`)}
	proposed := h.decide(isnad.Act{Kind: isnad.ActEditClaim, About: four.ID, Edit: edit, Paired: true})
	if c := h.claimWith("Four workers"); !proposed.Paired || c.Review != isnad.Suggested || c.Killed.Low() != 4 {
		t.Errorf("a proposal alone: %+v", c)
	}
	h.decide(isnad.Act{Kind: isnad.ActSecond, Of: proposed.ID, Person: "u2", Name: "Editor Two"})
	if c := h.claimWith("Four workers"); c.Review != isnad.Confirmed || c.Killed.Low() != 6 {
		t.Errorf("seconded: %+v", c)
	}
	if _, err := h.Store.Place(t.Context(), "g170063"); err != nil {
		t.Errorf("a place that a person set has no page: %v", err)
	}
}

// An act is in force as soon as it is recorded. The process may end before
// incidents are summed up again: who goes on catches up.
func TestActBeforeCrash(t *testing.T) {
	dir := t.TempDir()
	first := build(t, dir)
	ctx, kill := context.WithCancel(t.Context())
	stopped := make(chan error, 1)
	go func() { stopped <- first.Work(ctx, 2) }()
	first.addLines(mills())
	kill()
	if err := <-stopped; err != nil && !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	four, five := first.claimWith("Four workers"), first.claimWith("five workers")
	seen := first.incident(four.Incident)
	for _, a := range []isnad.Act{
		{Kind: isnad.ActRejectClaim, About: five.ID},
		{Kind: isnad.ActSplitIncident, About: four.Incident, Moved: []string{five.ID}},
	} {
		a.Person, a.Name = "u1", "Editor One"
		if _, err := first.Decide(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	if c := first.claimWith("five workers"); c.Review != isnad.Rejected || c.Incident != four.Incident {
		t.Errorf("at once: %s in %s", c.Review, c.Incident)
	}
	// Who looked before is told so although the incident is not summed up yet.
	first.refused(isnad.ErrConflict, isnad.Act{Kind: isnad.ActConfirmIncident, About: seen.ID, Seen: seen.State()})
	first.agrees() // what waits to be done is no fault
	second := build(t, dir)
	second.work()
	second.settle()
	second.agrees()
	if c := second.claimWith("five workers"); c.Review != isnad.Rejected || c.Incident == four.Incident {
		t.Errorf("caught up: %s in %s", c.Review, c.Incident)
	}
}

// A later version of a report keeps decided claims where their passage stands,
// and marks the others.
func TestDecidedClaimsInLaterVersions(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	page := func(text string) {
		t.Helper()
		body := "<!doctype html><html lang=en><head><title>Strikes in two towns</title></head><body><article><h1>Strikes in two towns</h1><p>March 5, 2024. " + text +
			"</p><p>The road was closed until the evening and people walked home along the river. Schools stayed shut in the district.</p></article></body></html>"
		if _, _, err := h.Keep(t.Context(), isnad.Capture{Address: "https://hill.example/one", Place: "https://hill.example/one", MediaType: "text/html"}, strings.NewReader(body), pipeline.MaxLocal); err != nil {
			t.Fatal(err)
		}
		h.settle()
	}
	mill, market := "Four workers were killed on Monday when shelling hit a mill in Binnish, residents said.", "An air strike on a market in Ariha on Sunday killed nine people, the civil defence said."
	page(mill + " " + market)
	a, b := h.claimWith("mill in Binnish"), h.claimWith("market in Ariha")
	h.decide(isnad.Act{Kind: isnad.ActAcceptClaim, About: a.ID})
	h.decide(isnad.Act{Kind: isnad.ActAcceptClaim, About: b.ID})
	page("Corrected at noon. " + mill)
	check := func(after string) {
		t.Helper()
		for _, c := range []isnad.Claim{a, b} {
			got, err := h.Store.Claim(t.Context(), c.ID)
			if err != nil {
				t.Fatalf("after %s: %v", after, err)
			}
			if again := c.ID == b.ID; got.Version != 2 || got.Review != isnad.Confirmed || got.Decision.Again != again {
				t.Errorf("after %s: version %d, %s, %+v", after, got.Version, got.Review, got.Decision)
			}
		}
		open, _, err := h.Store.ReviewQueue(t.Context(), store.QueueQuery{Waits: store.WaitsAgain})
		if err != nil || len(open) != 1 || open[0].ID != b.ID {
			t.Errorf("after %s: %d to look at again, %v", after, len(open), err)
		}
	}
	check("a new version")
	h.agrees()
	h.rebuild(store.StepAttribute)
	check("rebuild")
	h.rebuild(store.StepExtract)
	check("reading all again")
}

// Incidents that nearly joined are suggested for each other, until people say that
// they are not the same.
func TestSimilar(t *testing.T) { onBoth(t, similar) }

func similar(h house) {
	t := h.t
	h.addLines(line("Coast Daily", "2024-03-05", "Shells hit Sarmin", "Shelling on Monday killed four people in Sarmin, residents said."))
	mill, sarmin, mine := h.claimWith("Four workers").Incident, h.claimWith("Sarmin").Incident, h.claimWith("landmine").Incident
	near := func() map[string][]string {
		t.Helper()
		found, err := h.Similar(t.Context(), []string{mill, sarmin, mine, "i-none"})
		if err != nil {
			t.Fatal(err)
		}
		out := map[string][]string{}
		for id, list := range found {
			for _, x := range list {
				out[id] = append(out[id], x.ID)
			}
		}
		return out
	}
	if got, want := near(), map[string][]string{mill: {sarmin}, sarmin: {mill}}; !reflect.DeepEqual(got, want) {
		t.Fatalf("%v, want %v", got, want)
	}
	linked := h.decide(isnad.Act{Kind: isnad.ActRelateIncidents, About: mill, Into: sarmin})
	if got := near(); len(got) > 0 {
		t.Errorf("linked: %v", got)
	}
	h.decide(isnad.Act{Kind: isnad.ActUndo, Of: linked.ID})
	if got := near(); len(got) != 2 {
		t.Errorf("taken back: %v", got)
	}
	h.decide(isnad.Act{Kind: isnad.ActSplitIncident, About: mill, Moved: []string{h.claimWith("five workers").ID}})
	if got := near()[mill]; !slices.Equal(got, []string{sarmin}) {
		t.Errorf("what people parted is suggested again: %v", got)
	}
}
