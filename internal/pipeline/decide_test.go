package pipeline_test

import (
	"encoding/json"
	"errors"
	"fmt"
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

func working(t *testing.T) house {
	h := build(t, t.TempDir())
	h.work()
	h.addLines(mills())
	return h
}

// What people decided about claims stands after every rebuild and after another
// report of the same incident.
func TestDecidedClaimsStand(t *testing.T) {
	h := working(t)
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
func TestDecidedIncidentsStand(t *testing.T) {
	h := working(t)
	four, five, mine := h.claimWith("Four workers"), h.claimWith("five workers"), h.claimWith("landmine")
	home := four.Incident
	split := h.decide(isnad.Act{Kind: isnad.ActSplitIncident, About: home, Moved: []string{five.ID}})
	h.decide(isnad.Act{Kind: isnad.ActConfirmIncident, About: home})
	h.decide(isnad.Act{Kind: isnad.ActGradeIncident, About: home, Grading: isnad.GradeConfirmed})
	merged := h.decide(isnad.Act{Kind: isnad.ActMergeIncidents, About: mine.Incident, Into: split.Into})

	check := func(after string) {
		t.Helper()
		a, b, c := h.claimWith("Four workers"), h.claimWith("five workers"), h.claimWith("landmine")
		if a.Incident != home || b.Incident != split.Into || c.Incident != split.Into {
			t.Errorf("after %s the claims are in %s %s %s", after, a.Incident, b.Incident, c.Incident)
		}
		if i := h.incident(home); i.Review != isnad.Confirmed || i.Grading != isnad.GradeConfirmed {
			t.Errorf("after %s the incident is %s, %s", after, i.Review, i.Grading)
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
func TestSecondEyes(t *testing.T) {
	h := working(t)
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
