package reconcile

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"isnad"
)

// Figures by category are ranges of what is claimed, per claimant and over all;
// nothing is added up, and a running toll is no figure of the incident.
func TestSumByCategory(t *testing.T) {
	day := on("2024-03-12")
	count := func(o isnad.Outcome, c isnad.Category, n int) isnad.Count {
		return isnad.Count{Outcome: o, Category: c, Min: &n, Max: &n, Scope: isnad.ScopeIncident}
	}
	counting := func(c isnad.Claim, counts ...isnad.Count) isnad.Claim {
		c.Counts = counts
		return c
	}
	running := count(isnad.Killed, isnad.CategoryChildren, 240)
	running.Scope = isnad.ScopeRunning
	office := counting(told("1", isnad.EventAirStrike, binnish, day, "Health office", killed(exactly(14))),
		count(isnad.Killed, isnad.CategoryAll, 14), count(isnad.Killed, isnad.CategoryChildren, 3), count(isnad.Injured, isnad.CategoryWomen, 2), running)
	monitor := counting(told("2", isnad.EventAirStrike, binnish, day, "Casualty Monitor", killed(exactly(11))),
		count(isnad.Killed, isnad.CategoryAll, 11), count(isnad.Killed, isnad.CategoryChildren, 5))
	// A claim without counts says what its breakdown says, a lower bound.
	rescuers := told("3", isnad.EventAirStrike, binnish, day, "Rescuers", killed(exactly(9)))
	rescuers.Victims = map[isnad.Category]int{isnad.CategoryMedics: 1}
	silent := told("4", isnad.EventAirStrike, binnish, day, "Town council", killed(exactly(10)))

	got := sum(office, monitor, rescuers, silent)
	exact := func(low, high int) isnad.Bounds { return isnad.Bounds{Low: low, High: high, Known: true} }
	want := []isnad.CategoryFigures{
		{Category: isnad.CategoryChildren, Killed: exact(3, 5)},
		{Category: isnad.CategoryWomen, Injured: exact(2, 2)},
		{Category: isnad.CategoryMedics, Killed: exact(1, 1)},
	}
	if d := cmp.Diff(want, got.ByCategory); d != "" {
		t.Errorf("over all (-want +got):\n%s", d)
	}
	perSource := [][]isnad.CategoryFigures{
		{{Category: isnad.CategoryChildren, Killed: exact(3, 3)}, {Category: isnad.CategoryWomen, Injured: exact(2, 2)}},
		{{Category: isnad.CategoryChildren, Killed: exact(5, 5)}},
		{{Category: isnad.CategoryMedics, Killed: exact(1, 1)}},
		nil,
	}
	for n, s := range got.BySource {
		if d := cmp.Diff(perSource[n], s.ByCategory); d != "" {
			t.Errorf("%s (-want +got):\n%s", s.Name, d)
		}
	}
}

// A number that is part of another of its own category is not a second figure.
func TestCategoryPartOfItself(t *testing.T) {
	five, two, whole := 5, 2, 0
	c := told("1", isnad.EventShelling, binnish, on("2024-03-12"), "A")
	c.Counts = []isnad.Count{
		{Outcome: isnad.Killed, Category: isnad.CategoryChildren, Min: &five, Max: &five, Scope: isnad.ScopeIncident},
		{Outcome: isnad.Killed, Category: isnad.CategoryChildren, Min: &two, Max: &two, Scope: isnad.ScopeIncident, SubsetOf: &whole},
	}
	got := categories(&c)
	if len(got) != 1 || got[0].Killed != (isnad.Bounds{Low: 5, High: 5, Known: true}) {
		t.Errorf("%+v; want children killed: 5", got)
	}
}
