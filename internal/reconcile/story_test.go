package reconcile

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"isnad"
)

// at says where in its report a passage stands.
func at(start int) func(*isnad.Claim) {
	return func(c *isnad.Claim) { c.Span = isnad.Span{Start: start, End: start + 60} }
}

// The first claim and the second are one incident or two, whatever the others are.
func TestStories(t *testing.T) {
	day := on("2024-03-12")
	nowhere := isnad.Where{}
	for _, tt := range []struct {
		why    string
		claims []isnad.Claim
		one    bool
	}{
		{"what names no place goes where its own report goes, not to what another tells of that day", []isnad.Claim{
			told("1", isnad.EventShelling, binnish, day, "A", in("r"), at(0), killed(exactly(7))),
			told("2", isnad.EventShelling, nowhere, day, "B", in("r"), at(70), quote("The shelling also hit a school, medics said.")),
			told("3", isnad.EventShelling, saraqib, day, "B", killed(exactly(3))),
		}, true},
		{"a story follows its precise claim into the incident that others tell", []isnad.Claim{
			told("1", isnad.EventShelling, nowhere, day, "B", in("r"), at(70), quote("The shelling also hit a school, medics said.")),
			told("2", isnad.EventShelling, binnish, day, "C", killed(exactly(7))),
			told("3", isnad.EventShelling, binnish, day, "A", in("r"), at(0), killed(exactly(7))),
		}, true},
		{"what one report tells apart is not drawn together by what another tells of the town", []isnad.Claim{
			told("1", isnad.EventShelling, quarter("al-Neel Street", binnish), day, "Police", in("r"), at(0), killed(exactly(2)), injured(exactly(9))),
			told("2", isnad.EventShelling, quarter("Bab al-Faraj", binnish), day, "Police", in("r"), at(70), killed(exactly(1)), injured(exactly(19))),
			told("3", isnad.EventShelling, binnish, day, "A", killed(exactly(2))),
		}, false},
		{"a certain place elsewhere keeps a story out, though its vague claim would fit", []isnad.Claim{
			told("1", isnad.EventShelling, nowhere, day, "B", in("r"), at(70), quote("The shelling also hit a school, medics said.")),
			told("2", isnad.EventShelling, deirEzzor, day, "C", killed(exactly(7))),
			told("3", isnad.EventShelling, binnish, day, "A", in("r"), at(0), killed(exactly(7))),
		}, false},
	} {
		keys := Batch(tt.claims)
		if one := keys[0] == keys[1]; one != tt.one {
			t.Errorf("%s: one incident %v, want %v: %q", tt.why, one, tt.one, keys)
		}
	}
}

// A story joins a known incident as a whole, and what is known stays as it is.
func TestStoryJoinsKnown(t *testing.T) {
	day := on("2024-03-12")
	known := []Group{
		{ID: "i1", Claims: []isnad.Claim{told("1", isnad.EventShelling, binnish, day, "A", killed(exactly(7)))}},
		{ID: "i2", Claims: []isnad.Claim{told("2", isnad.EventShelling, binnish, day, "A", killed(exactly(7)))}},
	}
	out := Assign([]isnad.Claim{
		told("3", isnad.EventShelling, binnish, day, "C", in("r"), at(0), killed(exactly(7))),
		told("4", isnad.EventShelling, isnad.Where{}, day, "B", in("r"), at(70), quote("The shelling also hit a school, medics said.")),
	}, known)
	if len(out) != 1 || out[0].ID != "i1" || len(out[0].Claims) != 3 {
		t.Errorf("got %v, want both in i1 and i2 left alone", out)
	}
}

// What is asked of two claims of one report only.
func TestCompareStory(t *testing.T) {
	day := on("2024-03-12")
	mill := quarter("al-Tawahin", deirEzzor)
	shelling := func(id string, where isnad.Where, start int, opt ...func(*isnad.Claim)) isnad.Claim {
		return told(id, isnad.EventShelling, where, day, "A", append([]func(*isnad.Claim){in("r"), at(start)}, opt...)...)
	}
	guessed := func(c *isnad.Claim) { c.When = dateline("2024-03-12") }
	vaguely := func(c *isnad.Claim) { c.Event = isnad.EventAttack }
	title := func(c *isnad.Claim) { c.Span.InTitle = true }
	first := shelling("1", binnish, 0)
	for _, tt := range []struct {
		why    string
		claims []isnad.Claim // the first two are compared
		fact   feature
		want   float64
	}{
		{"the place of one in the words of the other", []isnad.Claim{first, shelling("2", isnad.Where{}, 70, quote("Shells fell on Binnish again."))}, placeTold, 1},
		{"another place in them", []isnad.Claim{first, shelling("2", isnad.Where{}, 70, quote("Shells fell on Saraqib."))}, placeTold, 0},
		{"one place in both tells nothing more", []isnad.Claim{first, shelling("2", binnish, 70, quote("Shells fell on Binnish."))}, placeTold, 0},
		{"one quarter", []isnad.Claim{shelling("1", mill, 0), shelling("2", mill, 70)}, placeFine, 1},
		{"one town", []isnad.Claim{first, shelling("2", binnish, 70)}, placeFine, 0},
		{"the day of the report", []isnad.Claim{first, shelling("2", binnish, 70, guessed)}, dayGuess, 1},
		{"two stated days", []isnad.Claim{first, shelling("2", binnish, 70)}, dayGuess, 0},
		{"day, place and kind", []isnad.Claim{first, shelling("2", binnish, 70)}, dayPlaceKind, 1},
		{"another kind", []isnad.Claim{first, shelling("2", binnish, 70, vaguely)}, dayPlaceKind, 0},
		{"neither says what happened", []isnad.Claim{shelling("1", binnish, 0, vaguely), shelling("2", binnish, 70, vaguely)}, vagueBoth, 1},
		{"one town in the report", []isnad.Claim{first, shelling("2", isnad.Where{}, 70), shelling("3", idlib, 140)}, townSole, 1},
		{"two towns in the report", []isnad.Claim{first, shelling("2", isnad.Where{}, 70), shelling("3", saraqib, 140)}, townSole, 0},
		{"no town in the report", []isnad.Claim{shelling("1", idlib, 0), shelling("2", idlib, 70)}, townSole, 0},
		{"the first passage", []isnad.Claim{first, shelling("2", binnish, 70)}, leads, 1},
		{"not the first passage", []isnad.Claim{shelling("1", binnish, 70), shelling("2", binnish, 140), first}, leads, 0},
		{"a title stands before the text", []isnad.Claim{first, shelling("2", binnish, 70), shelling("3", binnish, 5, title)}, leads, 0},
		{"half a thousand characters on", []isnad.Claim{first, shelling("2", binnish, 500)}, spread, 0.5},
		{"far on", []isnad.Claim{first, shelling("2", binnish, 9000)}, spread, 2},
		{"a title is no distance from the text", []isnad.Claim{first, shelling("2", binnish, 500, title)}, spread, 0},
	} {
		got := -1.0
		for _, p := range Pairs(tt.claims) {
			if p.First == 0 && p.Second == 1 {
				got = p.Features[tt.fact]
			}
		}
		if got != tt.want {
			t.Errorf("%s: %s is %v, want %v", tt.why, featureNames[tt.fact], got, tt.want)
		}
	}
	apart := []isnad.Claim{told("1", isnad.EventShelling, binnish, day, "A"), told("2", isnad.EventShelling, binnish, day, "A")}
	a, b := newView(&apart[0], nil), newView(&apart[1], nil)
	var e evidence
	e.compare(a, b)
	if e[dayPlaceKind] != 0 {
		t.Error("asked of claims of two reports")
	}
}

// Pairs of one report never speak for a fit, so they are no reason to look no further either.
func TestFitLooksPastItsOwnReport(t *testing.T) {
	day := on("2024-03-12")
	claims := []isnad.Claim{
		told("1", isnad.EventShelling, binnish, day, "A", in("r"), at(0), killed(exactly(7))),
		told("2", isnad.EventShelling, binnish, day, "B", in("r"), at(70), killed(exactly(8))),
		told("3", isnad.EventShelling, binnish, day, "C", in("r"), at(140), killed(exactly(9))),
		told("4", isnad.EventShelling, binnish, day, "D", in("q"), killed(exactly(2))),
		told("5", isnad.EventShelling, binnish, day, "E", in("r"), at(900), killed(exactly(2))),
	}
	c, d := &cluster{}, &cluster{}
	for i := range claims {
		v := newView(&claims[i], nil)
		if i < 4 {
			c.members = append(c.members, v)
		} else {
			d.members = append(d.members, v)
		}
	}
	var e evidence
	if s, ok := c.fit(d, &e); !ok || s < hopeless {
		t.Errorf("fit %v, %v: the claim of another report was not looked at", s, ok)
	}
}

// A village that no list has tells as much of where something was whether or not its country is
// known, and more than the country alone.
func TestUnlistedTells(t *testing.T) {
	day := on("2017-04-04")
	rank := func(w isnad.Where) int {
		c := told("1", isnad.EventShelling, w, day, "A")
		return newView(&c, nil).rank()
	}
	village := syria
	village.Name = "Zzyqad"
	unknown := isnad.Where{Name: "Zzyqad"}
	if rank(village) != rank(unknown) || rank(village) <= rank(syria) {
		t.Errorf("a village of a known country tells %d, one of no known country %d, the country %d", rank(village), rank(unknown), rank(syria))
	}
}

// oneReport is some claims of one report, one behind the other.
func oneReport(t *rapid.T, most int) []isnad.Claim {
	claims := crowdOf(rapid.IntRange(2, most).Draw(t, "claims"), rapid.Uint64().Draw(t, "seed"))
	for i := range claims {
		claims[i].Report = "r"
		at(i * 90)(&claims[i])
	}
	return claims
}

// What is most alike in a report is joined first, until no two stories of it are alike enough;
// claims that a rule keeps apart are never in one, and who stands between two never bridges them.
func TestStoriesAreApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := oneReport(t, crowd)
		m := makerOf(claims)
		stories := m.stories(m.views(claims))
		n := 0
		for i, c := range stories {
			n += len(c.members)
			for _, d := range stories[:i] {
				if len(c.members) > scanned || len(d.members) > scanned {
					continue // not all of their pairs were looked at
				}
				if s := m.pairs(c, d).alike(); s > joinAt {
					t.Fatalf("two stories whose likeness is %v", s)
				}
			}
			for j, a := range c.members {
				for _, b := range c.members[:j] {
					if len(c.members) <= scanned && m.evidence.compare(a, b) {
						t.Fatalf("claims %s and %s are kept apart by a rule and stand in one story", a.claim.ID, b.claim.ID)
					}
				}
			}
		}
		if n != len(claims) {
			t.Fatalf("%d claims in stories, %d given", n, len(claims))
		}
	})
}

// The groups of a report that stands alone are its stories, however many claims it has: they are not weighed
// against each other once more. A second report that tells the same joins them.
func TestStoriesOfOneReportStand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := oneReport(t, 2*crowd)
		m := makerOf(claims)
		views := m.views(claims)
		slices.SortFunc(views, telling)
		keys := Batch(claims)
		of := map[string]*cluster{}
		stories := m.stories(views)
		for _, c := range stories {
			if c.sole != views[0].report {
				t.Fatal("a story of one report is not known as one")
			}
			for _, v := range c.members {
				if d := of[keys[v.ord]]; d != nil && d != c {
					t.Fatalf("two stories have the key %s", keys[v.ord])
				}
				of[keys[v.ord]] = c
			}
		}
		if len(of) != len(stories) {
			t.Fatalf("%d groups of %d stories", len(of), len(stories))
		}
	})
	day := on("2024-03-12")
	two := Batch([]isnad.Claim{
		told("1", isnad.EventShelling, binnish, day, "A", in("r"), killed(exactly(7))),
		told("2", isnad.EventShelling, binnish, day, "B", in("q"), killed(exactly(7))),
	})
	if two[0] != two[1] {
		t.Errorf("two reports of one incident have the keys %v", two)
	}
}

// A log that is read in stretches is not parted where they meet.
func TestStoriesOverStretches(t *testing.T) {
	var claims []isnad.Claim
	for i := range 3 * crowd {
		place := quarter("Mill Street", town(fmt.Sprint("g", i/2), fmt.Sprint("Town", i/2), "", 0, float64(i/2)))
		claims = append(claims, told(fmt.Sprint(i), isnad.EventShelling, place, on("2024-03-12"), fmt.Sprint("Claimant ", i), in("r"), at(90*i), killed(exactly(7))))
	}
	claims = claims[1:] // so that pairs stand astride
	m := newMaker(0)
	views := make([]*view, len(claims))
	for i, at := range rand.New(rand.NewPCG(1, 2)).Perm(len(claims)) { // what says most comes first, from anywhere in the log
		views[i] = m.view(&claims[at])
	}
	stories := m.storiesOf(views)
	if want := len(claims)/2 + 1; len(stories) != want {
		t.Errorf("%d stories, want %d", len(stories), want)
	}
	for _, c := range stories {
		if n := len(c.members); n != 2 && c.members[0].claim.ID != "k1" {
			t.Errorf("%d claims with %s, want two", n, c.members[0].claim.ID)
		}
	}
}

// beside has the reader say how likely the claim is of one incident with the claim of an ID.
func beside(id string, same float64) func(*isnad.Claim) {
	return func(c *isnad.Claim) { c.Beside = append(c.Beside, isnad.Beside{Claim: id, Same: same}) }
}

// What the reader makes of the words of two claims of one report decides where days, places and figures do not,
// and never against a rule.
func TestBesideDecides(t *testing.T) {
	day := on("2024-03-12")
	first := told("1", isnad.EventShelling, binnish, day, "Police", in("r"), at(0), killed(exactly(7)))
	vague := told("1", isnad.EventAttack, isnad.Where{}, day, "Police", in("r"), at(0), injured(exactly(9)))
	for _, tt := range []struct {
		why           string
		first, second isnad.Claim
		one           bool
		says          string
	}{
		{"told as one", first, told("2", isnad.EventAttack, isnad.Where{}, day, "Doctors", in("r"), at(400), injured(exactly(9)), beside("k1", 0.95)), true, "for: the report tells of both as of one"},
		{"told as two", first, told("2", isnad.EventAttack, isnad.Where{}, day, "Doctors", in("r"), at(400), injured(exactly(9)), beside("k1", 0.05)), false, "against: the report tells of them as of two"},
		{"told as one, and the second says more", vague, told("2", isnad.EventShelling, binnish, day, "Doctors", in("r"), at(400), killed(exactly(7)), beside("k1", 0.95)), true, "for: the report tells of both as of one"},
		{"told as two, and the second says more", vague, told("2", isnad.EventShelling, binnish, day, "Doctors", in("r"), at(400), killed(exactly(7)), beside("k1", 0.05)), false, "against: the report tells of them as of two"},
		{"far apart", first, told("2", isnad.EventShelling, deirEzzor, day, "Doctors", in("r"), at(400), killed(exactly(7)), beside("k1", 0.99)), false, "never one incident"},
		{"another report", first, told("2", isnad.EventShelling, saraqib, day, "Doctors", beside("k1", 0.99)), false, ""},
	} {
		for _, claims := range [][]isnad.Claim{{tt.first, tt.second}, {tt.second, tt.first}} {
			keys := Batch(claims)
			if one := keys[0] == keys[1]; one != tt.one {
				t.Errorf("%s: one incident %v, want %v", tt.why, one, tt.one)
			}
		}
		if got := strings.Join(Why(&tt.first, &tt.second), "; "); !strings.Contains(got, tt.says) || tt.says == "" && strings.Contains(got, "as of") {
			t.Errorf("%s: %s", tt.why, got)
		}
	}
}

// Who sums up some days does not tell of what happened on one of them, where the report tells of several; of one
// deed that took some days he may.
func TestSumOfDays(t *testing.T) {
	weekend := isnad.Period{From: on("2024-03-15").From, To: on("2024-03-17").From, Precision: isnad.DateDays, Basis: isnad.BasisWeekday}
	claim := func(id string, when isnad.Period, start int, opt ...func(*isnad.Claim)) isnad.Claim {
		return told(id, isnad.EventShooting, binnish, when, "Police", append([]func(*isnad.Claim){in("r"), at(start)}, opt...)...)
	}
	sum := claim("1", weekend, 0, killed(exactly(5)))
	friday, saturday := claim("2", on("2024-03-15"), 160, beside("k1", 0.75)), claim("3", on("2024-03-16"), 400, killed(exactly(2)), beside("k1", 0.05), beside("k2", 0.05))
	if keys := Batch([]isnad.Claim{sum, friday, saturday}); keys[0] == keys[1] {
		t.Errorf("the sum and its part are one: %q", keys)
	}
	if keys := Batch([]isnad.Claim{sum, friday}); keys[0] != keys[1] {
		t.Errorf("a deed of some days and its first day are two: %q", keys)
	}
}

// Chances that no reader gives, from a file that somebody made, do no harm.
func TestBesideBounded(t *testing.T) {
	for _, same := range []float64{-1, 0, 1, 7, math.Inf(1)} {
		c := isnad.Claim{ID: "k2", Beside: []isnad.Beside{{Claim: "k1", Same: same}}}
		if s, said := besideOdds(&isnad.Claim{ID: "k1"}, &c); !said || !(math.Abs(s) < 3) {
			t.Errorf("%v gives log odds %v", same, s)
		}
	}
}
