package export

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/reconcile"

	"pgregory.net/rapid"
)

func records(t testing.TB, f Format, o Options, v ...Record) []byte {
	t.Helper()
	var b bytes.Buffer
	write(t, func() (Encoder[Record], error) { return Records(&b, f, o) }, v...)
	return b.Bytes()
}

// strike is a claim of an incident at one place and day.
func strike(id, by string, opt ...func(*isnad.Claim)) isnad.Claim {
	c := sampleClaim()
	c.ID, c.Report, c.Version = "k"+id, "r"+id, 1
	c.Event, c.Actors, c.Counts, c.Killed, c.Injured, c.Victims, c.Weapon = isnad.EventAirStrike, nil, nil, nil, nil, nil, ""
	c.Attribution, c.Claimant = []string{by}, "s-"+by
	for _, o := range opt {
		o(&c)
	}
	return c
}

func count(o isnad.Outcome, category isnad.Category, low, high int) func(*isnad.Claim) {
	return func(c *isnad.Claim) {
		r := isnad.RangeOf(low, high, false)
		c.Counts = append(c.Counts, isnad.Count{Outcome: o, Category: category, Min: r.Min, Max: r.Max, Scope: isnad.ScopeIncident})
		if category == isnad.CategoryAll && o == isnad.Killed {
			c.Killed = &r
		}
		if category == isnad.CategoryAll && o == isnad.Injured {
			c.Injured = &r
		}
	}
}

func dead(n int) func(*isnad.Claim) { return count(isnad.Killed, isnad.CategoryAll, n, n) }
func civilians(n int) func(*isnad.Claim) {
	return count(isnad.Killed, isnad.CategoryCivilians, n, n)
}
func fightersDead(n int) func(*isnad.Claim) {
	return count(isnad.Killed, isnad.CategoryCombatants, n, n)
}
func accusing(ids ...string) func(*isnad.Claim) {
	return func(c *isnad.Claim) {
		for _, id := range ids {
			c.Actors = append(c.Actors, isnad.Actor{ID: id, Name: "the " + id})
		}
	}
}
func kind(e isnad.Event) func(*isnad.Claim)        { return func(c *isnad.Claim) { c.Event = e } }
func standing(s isnad.Stance) func(*isnad.Claim)   { return func(c *isnad.Claim) { c.Stance = s } }
func going(s isnad.Stage) func(*isnad.Claim)       { return func(c *isnad.Claim) { c.Stage = s } }
func vaguely(c *isnad.Claim)                       { c.Killed.Approx = true }
func reviewed(r isnad.Review) func(c *isnad.Claim) { return func(c *isnad.Claim) { c.Review = r } }
func recordOf(claims ...isnad.Claim) Record {
	r := Record{Told: claims, Parties: map[string]isnad.Party{}, Country: "Yemen", Province: "Al Hudaydah", Kind: isnad.KindTown}
	for id, kind := range map[string]string{"p-army": "state_force", "p-navy": "state_force", "p-front": "armed_group", "p-guard": "militia", "p-alliance": "coalition"} {
		r.Parties[id] = isnad.Party{ID: id, Name: strings.ToUpper(id[2:3]) + id[3:], Kind: kind}
	}
	seen := map[string]bool{}
	for n := range claims {
		if x := sampleReport(); !seen[claims[n].Report] {
			seen[claims[n].Report] = true
			x.ID, x.Version, x.Text, x.Source, x.SourceID = claims[n].Report, 1, "", "Outlet "+claims[n].Report, "s-"+claims[n].Report
			r.Reports = append(r.Reports, x)
		}
	}
	r.Incident = reconcile.Sum(reconcile.Group{ID: "i1", Claims: claims}, func(report string) (string, string) { return "s-" + report, "Outlet " + report }, nil)
	return r
}

// Who died, and how many, is only told as far as claims tell it.
func TestUCDPDeaths(t *testing.T) {
	for _, tt := range []struct {
		why                                    string
		claims                                 []isnad.Claim
		a, b, civilians, unknown, best, lo, hi string
	}{
		{"a total and nothing of who they were", []isnad.Claim{strike("1", "A", dead(14))}, "", "", "", "14", "14", "14", "14"},
		{"all are civilians", []isnad.Claim{strike("1", "A", dead(14), civilians(14))}, "0", "0", "14", "0", "14", "14", "14"},
		{"some are civilians", []isnad.Claim{strike("1", "A", dead(14), civilians(10))}, "", "", "10", "4", "14", "14", "14"},
		{"civilians and fighters make up the whole", []isnad.Claim{strike("1", "A", dead(14), civilians(10), fightersDead(4))}, "", "", "10", "0", "14", "14", "14"},
		{"they do not", []isnad.Claim{strike("1", "A", dead(14), civilians(8), fightersDead(4))}, "", "", "8", "", "14", "14", "14"},
		{"fighters only", []isnad.Claim{strike("1", "A", dead(14), fightersDead(14))}, "", "", "0", "0", "14", "14", "14"},
		{"children are not all the civilians", []isnad.Claim{strike("1", "A", dead(14), count(isnad.Killed, isnad.CategoryChildren, 3, 3))}, "", "", "", "", "14", "14", "14"},
		{"more civilians than dead is a misreading", []isnad.Claim{strike("1", "A", dead(4), civilians(10))}, "", "", "", "", "4", "4", "4"},
		{"two claimants, two numbers: none is the better", []isnad.Claim{strike("1", "A", dead(14)), strike("2", "B", dead(9))}, "", "", "", "", "", "9", "14"},
		{"two against one", []isnad.Claim{strike("1", "A", dead(14)), strike("2", "B", dead(9)), strike("3", "C", dead(14), civilians(14))}, "0", "0", "14", "0", "14", "9", "14"},
		{"the one of another number says who died", []isnad.Claim{strike("1", "A", dead(14)), strike("2", "B", dead(9), civilians(9)), strike("3", "C", dead(14))}, "", "", "", "", "14", "9", "14"},
		{"those of the number disagree over who died", []isnad.Claim{strike("1", "A", dead(14), civilians(2)), strike("2", "C", dead(14), civilians(3))}, "", "", "", "", "14", "14", "14"},
		{"dozens are no number", []isnad.Claim{strike("1", "A", dead(12), vaguely)}, "", "", "", "", "", "12", "12"},
		{"a range is no number", []isnad.Claim{strike("1", "A", count(isnad.Killed, isnad.CategoryAll, 3, 5))}, "", "", "", "", "", "3", "5"},
		{"at least 3 is never more than 3", []isnad.Claim{strike("1", "A", count(isnad.Killed, isnad.CategoryAll, 3, -1))}, "", "", "", "3", "3", "3", "3"},
	} {
		m := record(t, records(t, UCDP, Options{}, recordOf(tt.claims...)))
		for name, want := range map[string]string{"deaths_a": tt.a, "deaths_b": tt.b, "deaths_civilians": tt.civilians, "deaths_unknown": tt.unknown, "best": tt.best, "low": tt.lo, "high": tt.hi} {
			if m[name] != want {
				t.Errorf("%s: %s is %q, want %q", tt.why, name, m[name], want)
			}
		}
	}
}

// A type of violence and sides stand only where the parties tell.
func TestUCDPSides(t *testing.T) {
	for _, tt := range []struct {
		why              string
		claims           []isnad.Claim
		kind, a, b, dyad string
	}{
		{"nobody is named", []isnad.Claim{strike("1", "A", dead(3))}, "", "", "", ""},
		{"an air strike that killed civilians may have had another target", []isnad.Claim{strike("1", "A", dead(3), civilians(3), accusing("p-army"))}, "", "Army", "", ""},
		{"an execution had none", []isnad.Claim{strike("1", "A", kind(isnad.EventKilling), dead(3), civilians(3), accusing("p-army"))}, "3", "Army", "Civilians", "Army - Civilians"},
		{"by nobody that is known", []isnad.Claim{strike("1", "A", kind(isnad.EventKilling), dead(3), civilians(3), accusing("p-nobody"))}, "", "the p-nobody", "", ""},
		{"of people who may have fought", []isnad.Claim{strike("1", "A", kind(isnad.EventKilling), dead(3), accusing("p-army"))}, "", "Army", "", ""},
		{"a clash of a group and an army: the state comes first", []isnad.Claim{strike("1", "A", kind(isnad.EventClash), dead(3), accusing("p-front", "p-army"))}, "1", "Army", "Front", "Army - Front"},
		{"a clash of groups", []isnad.Claim{strike("1", "A", kind(isnad.EventClash), dead(3), accusing("p-front", "p-guard"))}, "2", "Front", "Guard", "Front - Guard"},
		{"a clash with a coalition: of states or of groups?", []isnad.Claim{strike("1", "A", kind(isnad.EventClash), dead(3), accusing("p-front", "p-alliance"))}, "", "Front", "Alliance", "Front - Alliance"},
		{"a clash with whom?", []isnad.Claim{strike("1", "A", kind(isnad.EventClash), dead(3), accusing("p-front"))}, "", "Front", "", ""},
		{"two are accused by two", []isnad.Claim{strike("1", "A", dead(3), accusing("p-army")), strike("2", "B", accusing("p-front"))}, "", "Army;Front", "", ""},
		{"named in a denial is not accused", []isnad.Claim{strike("1", "A", dead(3)), strike("2", "B", accusing("p-front"), standing(isnad.StanceDenied))}, "", "", "", ""},
	} {
		m := record(t, records(t, UCDP, Options{}, recordOf(tt.claims...)))
		if m["type_of_violence"] != tt.kind || m["side_a"] != tt.a || m["side_b"] != tt.b || m["dyad_name"] != tt.dyad {
			t.Errorf("%s: type %q of %q and %q (%q)", tt.why, m["type_of_violence"], m["side_a"], m["side_b"], m["dyad_name"])
		}
	}
}

// What another project would not record is told apart.
func TestBelongs(t *testing.T) {
	rejected := recordOf(strike("1", "A", dead(3)))
	rejected.Review = isnad.Rejected
	for _, tt := range []struct {
		why           string
		r             Record
		ucdp, airwars bool
	}{
		{"three dead", recordOf(strike("1", "A", dead(3))), true, true},
		{"nobody dead", recordOf(strike("1", "A", dead(0))), false, true},
		{"injured only", recordOf(strike("1", "A", count(isnad.Injured, isnad.CategoryAll, 3, 3))), false, true},
		{"no figures", recordOf(strike("1", "A")), false, false},
		{"denied only", recordOf(strike("1", "A", dead(3), standing(isnad.StanceDenied))), false, false},
		{"foiled", recordOf(strike("1", "A", dead(3), going(isnad.StageFoiled))), false, false},
		{"threatened", recordOf(strike("1", "A", dead(3), going(isnad.StageThreatened))), false, false},
		{"a reading that people rejected", recordOf(strike("1", "A", dead(3), reviewed(isnad.Rejected)), strike("2", "B")), false, false},
		{"an incident that people rejected", rejected, false, false},
		{"no explosive weapon", recordOf(strike("1", "A", dead(3), kind(isnad.EventAbduction))), true, false},
	} {
		if u, a := Belongs(UCDP, &tt.r), Belongs(Airwars, &tt.r); u != tt.ucdp || a != tt.airwars {
			t.Errorf("%s: UCDP %t, Airwars %t", tt.why, u, a)
		}
	}
}

// The cell numbers of PRIO-GRID, at its corners and at a place whose cell GED gives.
func TestPRIOGrid(t *testing.T) {
	for _, tt := range []struct {
		lat, lon float64
		want     int
	}{{-90, -180, 1}, {-89.51, -179.51, 1}, {-90, 179.9, 720}, {-89.5, -180, 721}, {90, 180, 259200}, {34.53, 69.17, 179779}} {
		if got := priogrid(tt.lat, tt.lon); got != tt.want {
			t.Errorf("%v, %v: %d, want %d", tt.lat, tt.lon, got, tt.want)
		}
	}
}

func TestRecordGolden(t *testing.T) {
	full := recordOf(
		strike("1", "Health office", dead(14), civilians(10), count(isnad.Killed, isnad.CategoryChildren, 2, 3), count(isnad.Injured, isnad.CategoryAll, 9, -1), accusing("p-army")),
		strike("2", "Army; press office", accusing("p-army"), standing(isnad.StanceSelfClaimed), func(c *isnad.Claim) { c.Weapon = "a guided missile" }),
		strike("3", "=cmd|'/c calc'!A1", dead(14), accusing("p-front"), func(c *isnad.Claim) { c.Report = "r1" }),
	)
	full.District = "Al Hali"
	bare := recordOf(strike("4", "A", func(c *isnad.Claim) { c.Place, c.When = isnad.Where{}, isnad.Period{} }, count(isnad.Killed, isnad.CategoryAll, -1, 5)))
	bare.Country, bare.Province, bare.Kind = "", "", ""
	bare.Reports[0].Title, bare.Reports[0].Address = "Five; and \"more\"", "javascript:alert(1)"
	golden(t, "ucdp.csv", records(t, UCDP, site(), full, bare))
	golden(t, "airwars.csv", records(t, Airwars, site(), full, bare))
}

// Every number of people in a row is one that some claim of the incident states,
// or follows from two numbers of one claimant.
func TestRowsHoldClaimedNumbersOnly(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var claims []isnad.Claim
		for n := range rapid.IntRange(1, 7).Draw(rt, "claims") {
			c := strike(strconv.Itoa(n), rapid.SampledFrom([]string{"A", "B", "local sources", "C"}).Draw(rt, "by"), kind(rapid.SampledFrom(isnad.Events()).Draw(rt, "kind")))
			for range rapid.IntRange(0, 4).Draw(rt, "counts") {
				low := rapid.IntRange(-1, 20).Draw(rt, "low")
				count(rapid.SampledFrom([]isnad.Outcome{isnad.Killed, isnad.Injured}).Draw(rt, "outcome"),
					rapid.SampledFrom([]isnad.Category{isnad.CategoryAll, isnad.CategoryCivilians, isnad.CategoryCombatants, isnad.CategoryChildren}).Draw(rt, "category"),
					low, rapid.IntRange(-1, 30).Draw(rt, "high"))(&c)
			}
			if rapid.IntRange(0, 5).Draw(rt, "denies") == 0 {
				c.Stance = isnad.StanceDenied
			}
			accusing(rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"p-army", "p-front", "p-guard"}), 0, 2, rapid.ID).Draw(rt, "accused")...)(&c)
			claims = append(claims, c)
		}
		r := recordOf(claims...)
		// stated are the numbers that claims give of an outcome and a category. What is
		// only bounded from above has 0 below.
		stated := func(o isnad.Outcome, category isnad.Category) map[int]bool {
			set := map[int]bool{}
			for _, c := range claims {
				for _, n := range c.Counts {
					if n.Outcome != o || n.Category != category {
						continue
					}
					if n.Min != nil {
						set[*n.Min] = true
					} else if n.Max != nil {
						set[0] = true
					}
					if n.Max != nil {
						set[*n.Max] = true
					}
				}
			}
			return set
		}
		row := func(f Format) func(column string, sets ...map[int]bool) (int, bool) {
			m := record(t, records(t, f, Options{}, r))
			return func(column string, sets ...map[int]bool) (int, bool) {
				cell, there := m[column]
				if !there {
					rt.Fatalf("%s has no column %s", f, column)
				}
				if cell == "" {
					return 0, false
				}
				n, err := strconv.Atoi(cell)
				if err != nil {
					rt.Fatalf("%s of %s is %q", column, f, cell)
				}
				for _, set := range sets {
					if !set[n] {
						rt.Fatalf("%s of %s is %d, which no claim states (%v)", column, f, n, set)
					}
				}
				return n, true
			}
		}
		ucdp, dead := row(UCDP), stated(isnad.Killed, isnad.CategoryAll)
		best, hasBest := ucdp("best", dead)
		low, hasLow := ucdp("low", dead)
		high, _ := ucdp("high", dead)
		if hasBest && (!hasLow || best < low || best > high) {
			rt.Fatalf("best %d lies outside of %d to %d", best, low, high)
		}
		civilians, hasCivilians := ucdp("deaths_civilians")
		unknown, hasUnknown := ucdp("deaths_unknown")
		a, hasA := ucdp("deaths_a")
		b, hasB := ucdp("deaths_b")
		if a != 0 || b != 0 || (hasA || hasB || hasCivilians || hasUnknown) && !hasBest {
			rt.Fatalf("%d, %d, %d, %d of %d", a, b, civilians, unknown, best)
		}
		if hasCivilians && !stated(isnad.Killed, isnad.CategoryCivilians)[civilians] && (civilians != 0 || !stated(isnad.Killed, isnad.CategoryCombatants)[best]) {
			rt.Fatalf("%d civilians, which no claim states", civilians)
		}
		if hasUnknown && unknown != 0 && unknown != best-civilians {
			rt.Fatalf("%d unknown of %d with %d civilians", unknown, best, civilians)
		}
		if hasA && hasB && hasCivilians && hasUnknown && a+b+civilians+unknown != best {
			rt.Fatalf("%d, %d, %d, %d do not add up to %d", a, b, civilians, unknown, best)
		}
		airwars := row(Airwars)
		for name, category := range map[string]isnad.Category{"civilian_non_combatants_": isnad.CategoryCivilians, "children_": isnad.CategoryChildren, "belligerents_": isnad.CategoryCombatants, "": isnad.CategoryAll} {
			for _, o := range []isnad.Outcome{isnad.Killed, isnad.Injured} {
				least, _ := airwars(name+string(o)+"_min", stated(o, category))
				if most, known := airwars(name+string(o)+"_max", stated(o, category)); known && most < least {
					rt.Fatalf("%s%s: %d to %d", name, o, least, most)
				}
			}
		}
	})
}
