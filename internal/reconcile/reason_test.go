package reconcile

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"isnad"
	"pgregory.net/rapid"
)

// Why an incident has its status and grading is told with the claims that it
// rests on, one for each claimant, and with those on the other side.
func TestReasons(t *testing.T) {
	day := on("2024-03-12")
	claim := func(id, by string, opt ...func(*isnad.Claim)) isnad.Claim {
		return told(id, isnad.EventAirStrike, binnish, day, by, append([]func(*isnad.Claim){in("r" + id)}, opt...)...)
	}
	fighters := func(c *isnad.Claim) {
		c.Victims = map[isnad.Category]int{isnad.CategoryCombatants: c.Killed.Low()}
	}
	denies, ownsUp := stance(isnad.StanceDenied), stance(isnad.StanceSelfClaimed)
	reason := func(rule isnad.Rule, claims []string, against ...string) isnad.Reason {
		return isnad.Reason{Rule: rule, Claims: claims, Against: against}
	}
	list := func(ids ...string) []string { return ids }
	for _, tt := range []struct {
		why             string
		claims          []isnad.Claim
		status, grading isnad.Reason
	}{
		{"one claimant", []isnad.Claim{claim("a", "Monitor", killed(exactly(3)))},
			reason(isnad.RuleOneOrigin, list("ka")), reason(isnad.RuleHarmOneOrigin, list("ka"))},
		{"a claimant in two outlets is named once", []isnad.Claim{claim("a", "Monitor", killed(exactly(3))), claim("b", "Monitor", killed(exactly(3)))},
			reason(isnad.RuleOneOrigin, list("ka")), reason(isnad.RuleHarmOneOrigin, list("ka"))},
		{"two claimants", []isnad.Claim{claim("a", "Monitor", killed(exactly(3))), claim("b", "Hospital", killed(exactly(4)))},
			reason(isnad.RuleSeveralOrigins, list("ka", "kb")), reason(isnad.RuleHarmSeveralOrigins, list("ka", "kb"))},
		{"two tell of it, one of the dead", []isnad.Claim{claim("a", "Monitor"), claim("b", "Hospital", killed(exactly(4)))},
			reason(isnad.RuleSeveralOrigins, list("ka", "kb")), reason(isnad.RuleHarmOneOrigin, list("kb"))},
		{"nobody gives a figure", []isnad.Claim{claim("a", "Monitor")},
			reason(isnad.RuleOneOrigin, list("ka")), reason(isnad.RuleNoFigures, nil)},
		{"the accused denies, twice in two outlets", []isnad.Claim{claim("a", "Monitor", killed(exactly(3)), by("p-x")), claim("b", "Army", denies), claim("c", "Army", denies), claim("d", "Hospital")},
			reason(isnad.RuleDenied, list("ka", "kd"), "kb"), reason(isnad.RuleStatusContested, list("ka", "kd"), "kb")},
		{"a denial of what nobody tells", []isnad.Claim{claim("b", "Army", denies)},
			reason(isnad.RuleDenied, nil, "kb"), reason(isnad.RuleStatusContested, nil, "kb")},
		{"two parties are named, by two and by one", []isnad.Claim{claim("a", "Monitor", by("p-x")), claim("b", "Hospital", by("p-x")), claim("c", "Army", by("p-y")), claim("d", "Mayor")},
			reason(isnad.RuleDifferentParties, list("ka", "kb"), "kc"), reason(isnad.RuleStatusContested, list("ka", "kb"), "kc")},
		{"a party owns up", []isnad.Claim{claim("a", "Monitor", killed(exactly(3)), by("p-x")), claim("b", "Army", ownsUp, by("p-x")), claim("c", "Spokesman", denies)},
			reason(isnad.RuleOwnedUp, list("kb")), reason(isnad.RuleHarmOwnedUp, list("ka"), "kb")},
		{"nobody was hurt", []isnad.Claim{claim("a", "Monitor", killed(exactly(0))), claim("b", "Mayor")},
			reason(isnad.RuleSeveralOrigins, list("ka", "kb")), reason(isnad.RuleNobodyHurt, list("ka"))},
		{"fighters only", []isnad.Claim{claim("a", "Monitor", killed(exactly(3)), fighters), claim("b", "Mayor", injured(exactly(2)))},
			reason(isnad.RuleSeveralOrigins, list("ka", "kb")), reason(isnad.RuleFightersOnly, list("ka"))},
	} {
		got := sum(tt.claims...)
		for n, pair := range [][2]isnad.Reason{{tt.status, got.StatusReason}, {tt.grading, got.GradingReason}} {
			if want, have := pair[0], pair[1]; have.Rule != want.Rule || !slices.Equal(have.Claims, want.Claims) || !slices.Equal(have.Against, want.Against) {
				t.Errorf("%s, reason %d: %v, want %v", tt.why, n, have, want)
			}
		}
	}
}

// A carried claim rests on the words of the original, where those are known.
func TestReasonsNameTheOriginal(t *testing.T) {
	day := on("2024-03-12")
	own := func(id, report string) isnad.Claim {
		c := told(id, isnad.EventShelling, deirEzzor, day, "", in(report), killed(exactly(14)))
		c.Attribution, c.Claimant = nil, "s-"+report[1:2]
		c.Span = isnad.Span{Start: 0, End: 80}
		c.Quote = "Words of " + report + " that are different from the words of every other report."
		return c
	}
	copies := func(report string) []isnad.Citation {
		switch report {
		case "rb":
			return []isnad.Citation{copied("rb", "ra", 1, 0, 99, 0)}
		case "rc", "rd":
			c := copied(report, "rz", 1, 0, 99, 0)
			c.ToName = "Agency Z"
			return []isnad.Citation{c}
		}
		return nil
	}
	// rb copies ra. rc and rd copy a report of which no claim is known.
	got := Sum(Group{ID: "i1", Claims: []isnad.Claim{own("1", "rb"), own("2", "ra"), own("3", "rc"), own("4", "rd")}}, outlets, copies)
	if want := []string{"k2", "k3"}; !slices.Equal(got.StatusReason.Claims, want) || got.StatusReason.Rule != isnad.RuleSeveralOrigins {
		t.Errorf("%+v, want %v", got.StatusReason, want)
	}
	if d := cmp.Diff([]isnad.Root{{Source: "s-a", Name: "Outlet a"}, {Name: "Agency Z", Report: "rz"}}, got.Roots); d != "" {
		t.Error(d)
	}
}

// Whatever is claimed, a reason belongs to what it explains, its claims are of
// the incident and rejected by nobody, and there is a root for every origin.
func TestReasonsProperty(t *testing.T) {
	of := map[isnad.Rule][2]string{
		isnad.RuleDenied: {"contested"}, isnad.RuleDifferentParties: {"contested"}, isnad.RuleOwnedUp: {"declared"}, isnad.RuleOneOrigin: {"single_source_claim"},
		isnad.RuleSeveralOrigins: {"likely"}, isnad.RuleNobodyHurt: {"", "no_harm"}, isnad.RuleFightersOnly: {"", "discounted"}, isnad.RuleStatusContested: {"", "contested"},
		isnad.RuleHarmSeveralOrigins: {"", "fair"}, isnad.RuleHarmOwnedUp: {"", "fair"}, isnad.RuleHarmOneOrigin: {"", "weak"}, isnad.RuleNoFigures: {"", "weak"},
	}
	rapid.Check(t, func(t *rapid.T) {
		var claims []isnad.Claim
		for n := range rapid.IntRange(1, 9).Draw(t, "claims") {
			c := told(strconv.Itoa(n), isnad.EventShelling, binnish, on("2024-05-06"), rapid.SampledFrom([]string{"A", "B", "local sources", "Outlet a"}).Draw(t, "by"),
				in("r"+rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "report")), stance(rapid.SampledFrom([]isnad.Stance{isnad.StanceAsserted, isnad.StanceHedged, isnad.StanceDenied, isnad.StanceSelfClaimed}).Draw(t, "stance")))
			if k := rapid.IntRange(-1, 3).Draw(t, "killed"); k >= 0 {
				killed(exactly(k))(&c)
			}
			if p := rapid.SampledFrom([]string{"", "p-x", "p-y"}).Draw(t, "party"); p != "" {
				by(p)(&c)
			}
			if rapid.Bool().Draw(t, "own") {
				ownVoice(&c)
			}
			if rapid.IntRange(0, 4).Draw(t, "rejected") == 0 {
				c.Review = isnad.Rejected
			}
			claims = append(claims, c)
		}
		i := sum(claims...)
		if got := of[i.StatusReason.Rule]; got[0] != string(i.Status) || got[0] == "" {
			t.Fatalf("status %s for %q", i.Status, i.StatusReason.Rule)
		}
		if got := of[i.GradingReason.Rule]; got[1] != string(i.Grading) || got[1] == "" {
			t.Fatalf("grading %s for %q", i.Grading, i.GradingReason.Rule)
		}
		if len(i.Roots) != i.Origins {
			t.Fatalf("%d roots, %d origins", len(i.Roots), i.Origins)
		}
		counts := slices.ContainsFunc(claims, func(c isnad.Claim) bool { return c.Review != isnad.Rejected })
		for _, r := range []isnad.Reason{i.StatusReason, i.GradingReason} {
			if len(r.Claims)+len(r.Against) == 0 && r.Rule != isnad.RuleNoFigures {
				t.Fatalf("%s rests on nothing", r.Rule)
			}
			for _, id := range append(slices.Clone(r.Claims), r.Against...) {
				at := slices.IndexFunc(claims, func(c isnad.Claim) bool { return c.ID == id })
				if at < 0 || counts && claims[at].Review == isnad.Rejected {
					t.Fatalf("%s rests on %s", r.Rule, id)
				}
			}
		}
	})
}

// docs/methods.md tells every rule with what it gives.
func TestMethodsTellsTheRules(t *testing.T) {
	b, err := os.ReadFile("../../docs/methods.md")
	if err != nil {
		t.Fatal(err)
	}
	for rule, gives := range map[isnad.Rule]string{
		isnad.RuleDenied: "contested", isnad.RuleDifferentParties: "contested", isnad.RuleOwnedUp: "declared", isnad.RuleOneOrigin: "single_source_claim",
		isnad.RuleSeveralOrigins: "likely", isnad.RuleNobodyHurt: "no_harm", isnad.RuleFightersOnly: "discounted", isnad.RuleStatusContested: "contested",
		isnad.RuleHarmSeveralOrigins: "fair", isnad.RuleHarmOwnedUp: "fair", isnad.RuleHarmOneOrigin: "weak", isnad.RuleNoFigures: "weak", isnad.RulePerson: "any",
	} {
		if row := fmt.Sprintf("\n| `%s` | %s | ", rule, gives); !strings.Contains(string(b), row) {
			t.Errorf("docs/methods.md has no row %q", row)
		}
	}
}
