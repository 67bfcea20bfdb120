package reconcile

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"isnad"
	"pgregory.net/rapid"
)

// TestTogether says which claims are one incident and which are two.
func TestTogether(t *testing.T) {
	day := on("2024-03-12")
	mill := quarter("al-Tawahin neighbourhood", deirEzzor)
	tests := []struct {
		why  string
		a, b isnad.Claim
		one  bool
	}{
		{"different figures of different claimants are no reason to part them",
			told("1", isnad.EventAirStrike, mill, day, "Health directorate", killed(exactly(14))),
			told("2", isnad.EventAirStrike, mill, day, "Casualty Monitor", killed(atLeast(9))), true},
		{"a quarter spelt in two ways is one quarter",
			told("1", isnad.EventAirStrike, quarter("al-Qussour", deirEzzor), day, "A", killed(exactly(14))),
			told("2", isnad.EventAirStrike, quarter("Al-Qusoor", deirEzzor), day, "B", killed(exactly(10))), true},
		{"a quarter and its town",
			told("1", isnad.EventAirStrike, mill, day, "A", killed(exactly(14))),
			told("2", isnad.EventAirStrike, deirEzzor, day, "B", killed(exactly(14))), true},
		{"a drone strike may be told as an air strike",
			told("1", isnad.EventAirStrike, binnish, day, "A", killed(exactly(14))),
			told("2", isnad.EventDroneStrike, binnish, day, "B", killed(exactly(14))), true},
		{"a denial in the same report belongs to what it denies",
			told("1", isnad.EventAirStrike, mill, day, "A", in("r"), killed(exactly(14)), by("p-coalition")),
			told("2", isnad.EventAirStrike, mill, day, "Coalition", in("r"), stance(isnad.StanceDenied), by("p-coalition")), true},
		{"two towns far apart on one day",
			told("1", isnad.EventAirStrike, deirEzzor, day, "A", killed(exactly(14))),
			told("2", isnad.EventAirStrike, binnish, day, "A", killed(exactly(14))), false},
		{"one town, two stated days a week apart",
			told("1", isnad.EventAirStrike, binnish, day, "A", killed(exactly(14))),
			told("2", isnad.EventAirStrike, binnish, on("2024-03-19"), "B", killed(exactly(14))), false},
		{"one town and day, an abduction and an air strike",
			told("1", isnad.EventAirStrike, binnish, day, "A", killed(exactly(14))),
			told("2", isnad.EventAbduction, binnish, day, "B"), false},
		{"two quarters of one town told apart by one claimant in one report",
			told("1", isnad.EventShelling, quarter("al-Neel Street", binnish), day, "Police", in("r"), killed(exactly(2)), injured(exactly(9))),
			told("2", isnad.EventShelling, quarter("Bab al-Faraj", binnish), day, "Police", in("r"), killed(exactly(1)), injured(exactly(19))), false},
		{"known to a province only and otherwise unlike",
			told("1", isnad.EventShelling, binnish, day, "A", killed(exactly(3))),
			told("2", isnad.EventClash, idlib, on("2024-03-13"), "B", killed(exactly(40))), false},
		{"known to a province only but a rare kind, the same day and the same number",
			told("1", isnad.EventChemicalAttack, binnish, day, "A", killed(exactly(58))),
			told("2", isnad.EventChemicalAttack, idlib, day, "B", killed(exactly(58))), true},
		{"a rare kind on one day, in a report that does not say where",
			told("1", isnad.EventSuicideBombing, binnish, day, "A", killed(atLeast(30))),
			told("2", isnad.EventSuicideBombing, isnad.Where{}, day, "B", killed(atLeast(17))), false},
		{"no place, but the same target, day, kind and figure",
			told("1", isnad.EventBombing, binnish, day, "A", killed(exactly(44)), target("a bakery")),
			told("2", isnad.EventBombing, isnad.Where{}, day, "B", killed(exactly(44)), target("a bakery")), true},
		{"a denial that names no day, two days later in another outlet",
			told("1", isnad.EventShelling, binnish, day, "A", killed(exactly(7))),
			told("2", isnad.EventShelling, binnish, dateline("2024-03-14"), "Army", stance(isnad.StanceDenied)), true},
		{"the heading of a report, dated by its date line",
			told("1", isnad.EventAirStrike, mill, day, "Network", in("r"), killed(exactly(19))),
			told("2", isnad.EventAirStrike, deirEzzor, dateline("2024-03-14"), "Network", in("r"), killed(exactly(19))), true},
		{"known to a country only and nothing else alike",
			told("1", isnad.EventDroneStrike, syria, day, "A"),
			told("2", isnad.EventDroneStrike, syria, day, "B"), false},
		{"two countries",
			told("1", isnad.EventDroneStrike, syria, day, "A", killed(exactly(3))),
			told("2", isnad.EventDroneStrike, isnad.Where{ID: "g69543", Name: "Yemen", At: "Yemen", Country: "YE", Precision: isnad.PlaceCountry}, day, "B", killed(exactly(3))), false},
	}
	for _, tt := range tests {
		keys := Batch([]isnad.Claim{tt.a, tt.b})
		if one := keys[0] == keys[1]; one != tt.one {
			t.Errorf("%s: one incident %v, want %v\n%v", tt.why, one, tt.one, Why(&tt.a, &tt.b))
		}
		if len(Why(&tt.a, &tt.b)) < 4 {
			t.Errorf("%s: no reasons given", tt.why)
		}
	}
}

// dateline is a day that is only that of the report.
func dateline(s string) isnad.Period {
	p := on(s)
	p.Basis = isnad.BasisDateline
	return p
}

// A sum over a province must not draw its parts together: the vague claim comes
// last and chooses, it never bridges.
func TestVagueClaimNeverBridges(t *testing.T) {
	day := on("2024-05-06")
	claims := []isnad.Claim{
		told("3", isnad.EventShelling, idlib, day, "A", killed(exactly(10))),
		told("1", isnad.EventShelling, binnish, day, "B", killed(exactly(7))),
		told("2", isnad.EventShelling, saraqib, day, "C", killed(exactly(3))),
	}
	keys := Batch(claims)
	if keys[1] == keys[2] {
		t.Errorf("Binnish and Saraqib became one incident: %v", keys)
	}
}

func TestBatchKeysAreReadable(t *testing.T) {
	mill := quarter("al-Tawahin", deirEzzor)
	keys := Batch([]isnad.Claim{
		told("1", isnad.EventAirStrike, mill, on("2024-03-12"), "A"),
		told("2", isnad.EventAirStrike, isnad.Where{}, isnad.Period{}, "B"),
		told("3", isnad.EventAbduction, hajin, on("2024-03-12"), "C", in("r9")),
		told("4", isnad.EventAbduction, hajin, on("2024-03-15"), "C", in("r9")),
		told("5", isnad.EventAbduction, hajin, on("2024-03-15"), "C", in("r9"), killed(exactly(50))),
	})
	want := []string{"2024-03-12-deir-ez-zor-al-tawahin-air-strike", "undated-air-strike", "2024-03-12-hajin-abduction", "2024-03-15-hajin-abduction"}
	if !slices.Equal(keys[:4], want) {
		t.Errorf("keys %q, want %q", keys[:4], want)
	}
}

// partition turns keys into sets of claim IDs that do not depend on the keys.
func partition(claims []isnad.Claim, keys []string) map[string]string {
	first := map[string]string{}
	for i, k := range keys {
		if id, ok := first[k]; !ok || claims[i].ID < id {
			first[k] = claims[i].ID
		}
	}
	out := map[string]string{}
	for i, k := range keys {
		out[claims[i].ID] = first[k]
	}
	return out
}

func TestBatchDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := crowdOf(rapid.IntRange(2, 100).Draw(t, "claims"), rapid.Uint64().Draw(t, "seed"))
		want := partition(claims, Batch(claims))
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 2))
		r.Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
		got := partition(claims, Batch(claims))
		for id, group := range want {
			if got[id] != group {
				t.Fatalf("claim %s moved from the group of %s to that of %s", id, group, got[id])
			}
		}
	})
}

// TestAssignKeepsKnownGroups feeds claims in portions, as reports arrive, and
// checks after each that no claim left its incident and no two incidents became one.
func TestAssignKeepsKnownGroups(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := crowdOf(rapid.IntRange(4, 150).Draw(t, "claims"), rapid.Uint64().Draw(t, "seed"))
		known := map[string]Group{}
		var order []string
		home := map[string]string{}
		for len(claims) > 0 {
			k := min(rapid.IntRange(1, 40).Draw(t, "portion"), len(claims))
			fresh := claims[:k]
			claims = claims[k:]
			var before []Group
			for _, id := range order {
				before = append(before, known[id])
			}
			placed := 0
			for _, g := range Assign(fresh, before) {
				if g.ID == "" {
					t.Fatal("a group without an ID")
				}
				old, was := known[g.ID]
				placed += len(g.Claims) - len(old.Claims)
				if was && !slices.EqualFunc(old.Claims, g.Claims[:len(old.Claims)], func(a, b isnad.Claim) bool { return a.ID == b.ID }) {
					t.Fatalf("group %s changed what it had", g.ID)
				}
				if !was {
					order = append(order, g.ID)
				}
				known[g.ID] = g
				for _, c := range g.Claims {
					if h, ok := home[c.ID]; ok && h != g.ID {
						t.Fatalf("claim %s went from %s to %s", c.ID, h, g.ID)
					}
					home[c.ID] = g.ID
					if c.Incident != g.ID {
						t.Fatalf("claim %s carries %q in group %s", c.ID, c.Incident, g.ID)
					}
				}
			}
			if placed != len(fresh) {
				t.Fatalf("%d claims placed, %d given", placed, len(fresh))
			}
		}
	})
}

// TestBlockHoldsWhatAssignChooses leaves out the groups outside the blocks of the
// fresh claims: what Assign makes of these must stay the same.
func TestBlockHoldsWhatAssignChooses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := crowdOf(rapid.IntRange(20, 120).Draw(t, "claims"), rapid.Uint64().Draw(t, "seed"))
		n := len(claims) - rapid.IntRange(1, 6).Draw(t, "fresh")
		fresh := claims[n:]
		known := Assign(claims[:n], nil)
		var near []Group
		for _, g := range known {
			i := Sum(g, nobody, nil)
			for k := range fresh {
				if b := BlockOf(&fresh[k]); b.Holds(i.When, &i.Place) {
					near = append(near, g)
					break
				}
			}
		}
		ids := func(groups []Group) (out []string) {
			for _, g := range groups {
				out = append(out, g.ID)
			}
			slices.Sort(out)
			return out
		}
		all, some := ids(Assign(fresh, known)), ids(Assign(fresh, near))
		if !slices.Equal(all, some) {
			t.Fatalf("with all groups %q, with those of the blocks %q", all, some)
		}
	})
}

func nobody(string) (string, string) { return "", "" }

func TestUndatedClaimsAreNotSought(t *testing.T) {
	c := told("1", isnad.EventAirStrike, binnish, isnad.Period{}, "A", killed(exactly(14)))
	b := BlockOf(&c)
	if b.To.Year() != isnad.FirstYear {
		t.Errorf("block %v to %v would meet incidents", b.From, b.To)
	}
	known := Assign([]isnad.Claim{told("2", isnad.EventAirStrike, binnish, on("2024-03-12"), "B", killed(exactly(14)))}, nil)
	if got := Assign([]isnad.Claim{c}, known); len(got) != 1 || got[0].ID == known[0].ID {
		t.Errorf("an undated claim joined an incident of the archive: %v", got)
	}
}

// A claim that is read again must not take the name of an incident that has
// gone on without it.
func TestNewGroupNeverTakesAKnownID(t *testing.T) {
	first := told("1", isnad.EventAirStrike, binnish, on("2024-03-12"), "A")
	id := Assign([]isnad.Claim{first}, nil)[0].ID
	if want := isnad.MakeID('i', first.ID); id != want {
		t.Fatalf("ID %s, want %s", id, want)
	}
	other := Group{ID: id, Claims: []isnad.Claim{told("2", isnad.EventAirStrike, deirEzzor, on("2024-03-12"), "B")}}
	got := Assign([]isnad.Claim{first}, []Group{other})
	if len(got) != 1 || got[0].ID == id {
		t.Errorf("groups %v", got)
	}
}

// TestCrowdIsQuick gives claims that all fall into one spot and may never join,
// the worst that a hostile file can do, of one report and of as many as there are claims.
func TestCrowdIsQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("some seconds")
	}
	for _, reports := range []int{1, 4_000} {
		var claims []isnad.Claim
		for i := range 4_000 {
			report := fmt.Sprint("r", i%reports)
			claims = append(claims, told(fmt.Sprint(i), isnad.Events()[i%20], quarter(fmt.Sprintf("Street Q%dx", i), binnish), on("2024-03-12"), "A", in(report), killed(exactly(i))))
		}
		start := time.Now()
		Batch(claims)
		if d := time.Since(start); d > 30*time.Second {
			t.Errorf("4,000 claims of %d reports in one spot took %v", reports, d)
		}
	}
}

func BenchmarkBatch50k(b *testing.B) {
	claims := crowdOf(50_000, 7)
	for b.Loop() {
		Batch(claims)
	}
	b.ReportMetric(float64(len(claims)*b.N)/b.Elapsed().Seconds(), "claims/s")
}

func BenchmarkAssignOneReport(b *testing.B) {
	claims := crowdOf(300, 7)
	known := Assign(claims[:290], nil)
	for b.Loop() {
		Assign(claims[290:], known)
	}
}
