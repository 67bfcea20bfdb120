package reconcile

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"isnad"
	"pgregory.net/rapid"
)

// outlets names the outlet of a report by its first letter: "ra1" is outlet a.
func outlets(report string) (id, name string) {
	if len(report) < 2 {
		return "", ""
	}
	return "s-" + report[1:2], "Outlet " + report[1:2]
}

func sum(claims ...isnad.Claim) isnad.Incident {
	return Sum(Group{ID: "i1", Claims: claims}, outlets, nil)
}

func TestSumKeepsWhoSaysWhat(t *testing.T) {
	day := on("2024-03-12")
	mill := quarter("al-Tawahin neighbourhood", deirEzzor)
	got := sum(
		told("1", isnad.EventAirStrike, mill, day, "Health directorate", in("ra"), killed(exactly(14)), injured(exactly(41)), by("p-coalition")),
		told("2", isnad.EventAirStrike, deirEzzor, between("2024-03-11", "2024-03-13"), "Casualty Monitor", in("ra"), killed(atLeast(9))),
		told("3", isnad.EventAttack, mill, day, "Health directorate", in("rb"), killed(exactly(16)), stance(isnad.StanceHedged)),
		told("4", isnad.EventAirStrike, deirEzzor, day, "Coalition", in("rc"), stance(isnad.StanceDenied), by("p-coalition")),
	)
	want := []isnad.SourceFigures{
		{Source: "Health directorate", Name: "Health directorate", Killed: isnad.Bounds{Low: 14, High: 16, Known: true}, Injured: isnad.Bounds{Low: 41, High: 41, Known: true},
			Stance: isnad.StanceHedged, Claims: []string{"k1", "k3"}, Outlets: []string{"s-a", "s-b"}},
		{Source: "Casualty Monitor", Name: "Casualty Monitor", Killed: isnad.Bounds{Low: 9, High: 9, Known: true}, Stance: isnad.StanceAsserted, Claims: []string{"k2"}, Outlets: []string{"s-a"}},
		{Source: "Coalition", Name: "Coalition", Stance: isnad.StanceDenied, Claims: []string{"k4"}, Outlets: []string{"s-c"}},
	}
	if d := cmp.Diff(want, got.BySource); d != "" {
		t.Errorf("by source (-want +got):\n%s", d)
	}
	if got.Title != "Air strike on al-Tawahin neighbourhood, Deir ez-Zor" {
		t.Errorf("title %q", got.Title)
	}
	if got.Event != isnad.EventAirStrike || got.When.From != day.From || got.When.Precision != isnad.DateDay {
		t.Errorf("event %s, when %+v", got.Event, got.When)
	}
	if got.Killed != (isnad.Bounds{Low: 9, High: 16, Known: true}) || got.Injured != (isnad.Bounds{Low: 41, High: 41, Known: true}) {
		t.Errorf("killed %+v, injured %+v", got.Killed, got.Injured)
	}
	if got.Outlets != 3 || got.Origins != 2 {
		t.Errorf("%d outlets, %d origins; want 3 and 2", got.Outlets, got.Origins)
	}
	if got.Status != isnad.StrikeContested || got.Grading != isnad.GradeContested {
		t.Errorf("status %s, grading %s: a denial contests", got.Status, got.Grading)
	}
	if len(got.Actors) != 1 || got.Actors[0].ID != "p-coalition" {
		t.Errorf("actors %v", got.Actors)
	}
}

func TestStatusAndGrading(t *testing.T) {
	day := on("2024-03-12")
	claim := func(id, by string, opt ...func(*isnad.Claim)) isnad.Claim {
		return told(id, isnad.EventAirStrike, binnish, day, by, append([]func(*isnad.Claim){in("r" + id)}, opt...)...)
	}
	fighters := func(k int) func(*isnad.Claim) {
		return func(c *isnad.Claim) { c.Victims = map[isnad.Category]int{isnad.CategoryCombatants: k} }
	}
	tests := []struct {
		why     string
		claims  []isnad.Claim
		status  isnad.StrikeStatus
		grading isnad.Grading
		origins int
	}{
		{"one claimant", []isnad.Claim{claim("a", "Monitor", killed(exactly(3)))}, isnad.StrikeSingleSource, isnad.GradeWeak, 1},
		{"one claimant in three outlets is still one", []isnad.Claim{claim("a", "Monitor", killed(exactly(3))), claim("b", "Monitor", killed(exactly(3))), claim("c", "Monitor", killed(exactly(3)))},
			isnad.StrikeSingleSource, isnad.GradeWeak, 1},
		{"two claimants, one party", []isnad.Claim{claim("a", "Monitor", killed(exactly(3)), by("p-x")), claim("b", "Hospital", killed(exactly(4)), by("p-x"))},
			isnad.StrikeLikely, isnad.GradeFair, 2},
		{"two claimants, two parties", []isnad.Claim{claim("a", "Monitor", killed(exactly(3)), by("p-x")), claim("b", "Army", killed(exactly(4)), by("p-y"))},
			isnad.StrikeContested, isnad.GradeContested, 2},
		{"the accused denies", []isnad.Claim{claim("a", "Monitor", killed(exactly(3)), by("p-x")), claim("b", "Army", stance(isnad.StanceDenied), by("p-x"))},
			isnad.StrikeContested, isnad.GradeContested, 1},
		{"the party owns up", []isnad.Claim{claim("a", "Monitor", killed(exactly(3)), by("p-x")), claim("b", "Army", stance(isnad.StanceSelfClaimed), by("p-x"))},
			isnad.StrikeDeclared, isnad.GradeFair, 2},
		{"two parties own up", []isnad.Claim{claim("a", "One", stance(isnad.StanceSelfClaimed), by("p-x")), claim("b", "Other", stance(isnad.StanceSelfClaimed), by("p-y"))},
			isnad.StrikeContested, isnad.GradeContested, 2},
		{"nobody was hurt, all say", []isnad.Claim{claim("a", "Monitor", killed(exactly(0)), injured(exactly(0))), claim("b", "Hospital", killed(exactly(0)))},
			isnad.StrikeLikely, isnad.GradeNoHarm, 2},
		{"one says nobody, one says three", []isnad.Claim{claim("a", "Monitor", killed(exactly(0))), claim("b", "Hospital", killed(exactly(3)))},
			isnad.StrikeLikely, isnad.GradeWeak, 2},
		{"two tell of it, one of them of the dead", []isnad.Claim{claim("a", "Monitor", killed(exactly(3))), claim("b", "Hospital")},
			isnad.StrikeLikely, isnad.GradeWeak, 2},
		{"fighters only", []isnad.Claim{claim("a", "Monitor", killed(exactly(3)), fighters(3)), claim("b", "Hospital", killed(exactly(4)), fighters(4))},
			isnad.StrikeLikely, isnad.GradeDiscounted, 2},
		{"fighters are a part of the dead", []isnad.Claim{claim("a", "Monitor", killed(exactly(9)), fighters(3)), claim("b", "Hospital", killed(exactly(4)), fighters(4))},
			isnad.StrikeLikely, isnad.GradeFair, 2},
		{"unnamed sources of two outlets are two", []isnad.Claim{claim("a", "local sources", killed(exactly(3))), claim("b", "local sources", killed(exactly(3)))},
			isnad.StrikeLikely, isnad.GradeFair, 2},
		{"unnamed sources in Arabic too", []isnad.Claim{claim("a", "مصادر محلية", killed(exactly(3))), claim("b", "مصادر محلية", killed(exactly(3)))},
			isnad.StrikeLikely, isnad.GradeFair, 2},
		{"an outlet that names its source in the same report is none itself",
			[]isnad.Claim{claim("a", "Monitor", killed(exactly(3))), claim("x", "s-a", in("ra"), ownVoice, killed(exactly(3)))}, isnad.StrikeSingleSource, isnad.GradeWeak, 1},
		{"the same sentence in two outlets is one origin", []isnad.Claim{
			claim("a", "s-a", ownVoice, quote("Seven people were killed when shells fell on the market of Binnish on Monday.")),
			claim("b", "s-b", ownVoice, quote("Seven people were killed when shells fell on the market of Binnish on Monday."))}, isnad.StrikeSingleSource, isnad.GradeWeak, 1},
	}
	for _, tt := range tests {
		got := sum(tt.claims...)
		if got.Status != tt.status || got.Grading != tt.grading || got.Origins != tt.origins {
			t.Errorf("%s: %s, %s, %d origins; want %s, %s, %d", tt.why, got.Status, got.Grading, got.Origins, tt.status, tt.grading, tt.origins)
		}
	}
}

// Sides of a clash are no accusations.
func TestClashIsNoDispute(t *testing.T) {
	day := on("2024-07-04")
	got := sum(told("1", isnad.EventClash, binnish, day, "A", in("ra"), by("p-x")), told("2", isnad.EventClash, binnish, day, "B", in("rb"), by("p-y")))
	if got.Status != isnad.StrikeLikely {
		t.Errorf("status %s", got.Status)
	}
}

func TestRunningTollIsNoFigure(t *testing.T) {
	c := told("1", isnad.EventShelling, binnish, on("2024-05-06"), "A", in("ra"), killed(exactly(300)))
	c.Counts = []isnad.Count{{Outcome: isnad.Killed, Category: isnad.CategoryAll, Min: n(300), Max: n(300), Scope: isnad.ScopeRunning}}
	if got := sum(c); got.Killed.Known {
		t.Errorf("a running toll became the incident's: %+v", got.Killed)
	}
}

func TestRejectedClaimsCountForNothing(t *testing.T) {
	bad := told("1", isnad.EventShelling, binnish, on("2024-05-06"), "A", in("ra"), killed(exactly(300)))
	bad.Review = isnad.Rejected
	good := told("2", isnad.EventShelling, binnish, on("2024-05-06"), "B", in("rb"), killed(exactly(7)))
	got := sum(bad, good)
	if got.Killed.High != 7 || len(got.Claims) != 2 || len(got.BySource) != 1 {
		t.Errorf("killed %+v, claims %v, sources %v", got.Killed, got.Claims, got.BySource)
	}
}

func TestTitles(t *testing.T) {
	noPlace := isnad.Where{}
	hodeidah := isnad.Where{ID: "g79416", Name: "Hodeidah province", At: "Al Hudaydah", Country: "YE", Province: "g79416", Precision: isnad.PlaceProvince}
	yemen := isnad.Where{ID: "g69543", Name: "Yemen", At: "Yemen", Country: "YE", Precision: isnad.PlaceCountry}
	variant := binnish
	variant.Name = "Binnesh"
	tests := []struct {
		e    isnad.Event
		w    isnad.Where
		want string
	}{
		{isnad.EventShelling, binnish, "Shelling of Binnish"},
		{isnad.EventShelling, variant, "Shelling of Binnesh"},
		{isnad.EventDroneStrike, yemen, "Drone strike in Yemen"},
		{isnad.EventLandmine, hodeidah, "Landmine explosion in Hodeidah province"},
		{isnad.EventAbduction, noPlace, "Abduction"},
		{isnad.EventAirStrike, quarter("al-Nahr\u202e\n  market", deirEzzor), "Air strike on al-Nahr market, Deir ez-Zor"},
		{"", binnish, "Incident in Binnish"},
		{isnad.EventAbduction, quarter("Sabha airport", deirEzzor), "Abduction at Sabha airport, Deir ez-Zor"},
		{isnad.EventBombing, quarter("northern entrance of Qara", deirEzzor), "Bombing at northern entrance of Qara, Deir ez-Zor"},
		{isnad.EventAirStrike, quarter("north of Qara", deirEzzor), "Air strike north of Qara, Deir ez-Zor"},
		{isnad.EventClash, quarter("between Qara and Jub", deirEzzor), "Clash between Qara and Jub, Deir ez-Zor"},
	}
	for _, tt := range tests {
		if got := title(tt.e, &tt.w); got != tt.want {
			t.Errorf("title %q, want %q", got, tt.want)
		}
	}
	long := binnish
	long.Name = strings.Repeat("Very ", 500)
	if got := title(isnad.EventShelling, &long); len([]rune(got)) > 200 {
		t.Errorf("title of %d letters", len([]rune(got)))
	}
}

func TestKindSupportedByMostThenNarrowest(t *testing.T) {
	day := on("2024-09-08")
	tests := []struct {
		why   string
		kinds []isnad.Event
		want  isnad.Event
	}{
		{"an attack is whatever the one who says more says", []isnad.Event{isnad.EventAttack, isnad.EventAttack, isnad.EventBombing}, isnad.EventBombing},
		{"an explosion too", []isnad.Event{isnad.EventExplosion, isnad.EventExplosion, isnad.EventLandmine}, isnad.EventLandmine},
		{"most claimants", []isnad.Event{isnad.EventBombing, isnad.EventBombing, isnad.EventSuicideBombing}, isnad.EventBombing},
		{"the narrower of two", []isnad.Event{isnad.EventBombing, isnad.EventSuicideBombing}, isnad.EventSuicideBombing},
		{"nothing better", []isnad.Event{isnad.EventOther}, isnad.EventOther},
	}
	for _, tt := range tests {
		var claims []isnad.Claim
		for i, e := range tt.kinds {
			id := string(rune('a' + i))
			claims = append(claims, told(id, e, binnish, day, "Claimant "+id, in("r"+id)))
		}
		if got := sum(claims...).Event; got != tt.want {
			t.Errorf("%s: %s, want %s", tt.why, got, tt.want)
		}
	}
}

func TestDayOfTheTextBeforeDayOfTheReport(t *testing.T) {
	day := on("2024-08-16")
	got := sum(told("a", isnad.EventShelling, binnish, dateline("2024-08-17"), "A", in("ra")), told("b", isnad.EventShelling, binnish, dateline("2024-08-17"), "B", in("rb")),
		told("c", isnad.EventShelling, binnish, day, "C", in("rc")),
		told("d", isnad.EventShelling, binnish, on("2024-08-19"), "D", in("rd"), stance(isnad.StanceDenied)),
		told("e", isnad.EventShelling, binnish, between("2024-08-01", "2024-08-31"), "E", in("re")))
	if got.When.From != day.From || got.When.To != day.To {
		t.Errorf("when %v to %v, want the day that the text names", got.When.From, got.When.To)
	}
	got = sum(told("e", isnad.EventShelling, binnish, between("2024-08-01", "2024-08-31"), "E", in("re")))
	if got.When.Precision != isnad.DateMonth {
		t.Errorf("precision %d of a month", got.When.Precision)
	}
}

func TestUnnamedClaimants(t *testing.T) {
	for name, want := range map[string]bool{
		"local sources": true, "Local sources": true, "two security officials": true, "a medic": true, "مصادر طبية": true,
		"police": false, "regional prosecutor's office": false, "Doctors Without Borders": false, "Syrian army": false, "": false,
	} {
		if got := isUnnamed(name); got != want {
			t.Errorf("%q unnamed %v, want %v", name, got, want)
		}
	}
}

// Who is "government forces" is known in the report that speaks of their country and not in the one
// that does not: in one incident they are one party, unless two parties go by the name.
func TestPartyListedOnce(t *testing.T) {
	named := func(actors ...isnad.Actor) func(*isnad.Claim) { return func(c *isnad.Claim) { c.Actors = actors } }
	party := func(id, name string) isnad.Actor { return isnad.Actor{ID: id, Name: name} }
	for name, c := range map[string]struct {
		claims [][]isnad.Actor
		want   []isnad.Actor
	}{
		"known later":       {[][]isnad.Actor{{party("", "government forces")}, {party("p-syria", "Government forces")}}, []isnad.Actor{party("p-syria", "government forces")}},
		"known first":       {[][]isnad.Actor{{party("p-syria", "the army")}, {party("", "the army"), party("", "militia")}}, []isnad.Actor{party("p-syria", "the army"), party("", "militia")}},
		"never known":       {[][]isnad.Actor{{party("", "gunmen")}, {party("", "Gunmen")}}, []isnad.Actor{party("", "gunmen")}},
		"two go by it":      {[][]isnad.Actor{{party("p-iraq", "the army")}, {party("p-syria", "the army")}, {party("", "the army")}}, []isnad.Actor{party("p-iraq", "the army"), party("p-syria", "the army"), party("", "the army")}},
		"another name":      {[][]isnad.Actor{{party("p-syria", "Syrian army")}, {party("", "the army")}}, []isnad.Actor{party("p-syria", "Syrian army"), party("", "the army")}},
		"no name is nobody": {[][]isnad.Actor{{party("p-syria", "")}, {party("", "")}}, []isnad.Actor{party("p-syria", "")}},
	} {
		var claims []isnad.Claim
		for i, actors := range c.claims {
			claims = append(claims, told(strconv.Itoa(i), isnad.EventShelling, binnish, on("2024-05-06"), "E", in("r"+strconv.Itoa(i)), named(actors...)))
		}
		if d := cmp.Diff(c.want, sum(claims...).Actors); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

func TestNarrowestPlaceThatMostSupport(t *testing.T) {
	day := on("2024-03-12")
	mill := quarter("al-Tawahin", deirEzzor)
	got := sum(told("a", isnad.EventAirStrike, deirEzzor, day, "A", in("ra")), told("b", isnad.EventAirStrike, mill, day, "B", in("rb")),
		told("c", isnad.EventAirStrike, syria, day, "C", in("rc")), told("d", isnad.EventAirStrike, deirEzzor, day, "D", in("rd")))
	if got.Place.Name != "al-Tawahin" || got.Place.Precision != isnad.PlaceNear {
		t.Errorf("place %+v: the quarter does not contradict the town", got.Place)
	}
	got = sum(told("a", isnad.EventAirStrike, syria, day, "A", in("ra")))
	if got.Place.Lat != nil || got.Place.Name != "Syria" {
		t.Errorf("place %+v", got.Place)
	}
}

func TestSumIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := crowdOf(rapid.IntRange(1, 60).Draw(t, "claims"), rapid.Uint64().Draw(t, "seed"))
		stances := []isnad.Stance{isnad.StanceAsserted, isnad.StanceHedged, isnad.StanceDenied, isnad.StanceSelfClaimed}
		for i := range claims {
			claims[i].Stance = rapid.SampledFrom(stances).Draw(t, "stance")
			claims[i].Killed = &isnad.Range{Min: drawInt(t), Max: drawInt(t)}
			claims[i].Injured = &isnad.Range{Min: drawInt(t), Max: drawInt(t)}
		}
		check(t.Fatalf, Sum(Group{Claims: claims}, outlets, nil), claims)
	})
}

func drawInt(t *rapid.T) *int {
	if rapid.Bool().Draw(t, "absent") {
		return nil
	}
	return n(rapid.SampledFrom([]int{0, 1, 2, 14, 1000, -5, math.MaxInt, math.MinInt}).Draw(t, "n"))
}

// check says what holds of every incident whatever the claims.
func check(fatalf func(string, ...any), i isnad.Incident, claims []isnad.Claim) {
	for _, b := range append([]isnad.Bounds{i.Killed, i.Injured}, boundsOf(i)...) {
		if b.Low < 0 || b.Low > b.High || !b.Known && b != (isnad.Bounds{}) {
			fatalf("bounds %+v", b)
		}
	}
	for _, f := range i.BySource {
		if f.Killed.Known && (f.Killed.Low < i.Killed.Low || f.Killed.High > i.Killed.High) {
			fatalf("%s says %+v, the incident %+v", f.Name, f.Killed, i.Killed)
		}
	}
	if len(i.Claims) != len(claims) || i.ID == "" || i.Title == "" || i.Maker != Version {
		fatalf("incident %q %q of %d claims, %d given", i.ID, i.Title, len(i.Claims), len(claims))
	}
	if i.Grading == isnad.GradeConfirmed || i.Grading == "" || i.Status == "" {
		fatalf("status %q, grading %q", i.Status, i.Grading)
	}
	if i.Outlets < 1 || i.Origins < 1 || i.Origins > len(claims) {
		fatalf("%d outlets, %d origins of %d claims", i.Outlets, i.Origins, len(claims))
	}
	if i.Place.Precision >= isnad.PlaceProvince && i.Place.Lat != nil {
		fatalf("a point for a place of precision %d", i.Place.Precision)
	}
}

func boundsOf(i isnad.Incident) []isnad.Bounds {
	var out []isnad.Bounds
	for _, f := range i.BySource {
		out = append(out, f.Killed, f.Injured)
	}
	return out
}
