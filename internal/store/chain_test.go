package store

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"isnad"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// arrow is a detected link from one report to another, by their places in a list.
type arrow struct {
	from, to int
	kind     isnad.CitationKind
}

func putArrows(t testing.TB, s *Store, rs []isnad.Report, arrows []arrow) {
	t.Helper()
	by := map[ReportRef][]isnad.Citation{}
	var refs []ReportRef
	for _, r := range rs {
		refs = append(refs, ReportRef{r.ID, 1})
	}
	for _, a := range arrows {
		by[refs[a.from]] = append(by[refs[a.from]], as(copyOf(rs[a.to]), a.kind, false))
	}
	begin(t, s, func(tx *Tx) error { _, err := tx.PutTraced(refs, by); return err })
}

// drawn is a chain by the places of its reports: depths, and links "from to".
func drawn(rs []isnad.Report, ch Chain) (depths map[int]int, links []string) {
	at := map[string]int{}
	for i, r := range rs {
		at[r.ID] = i
	}
	depths = map[int]int{}
	for id, r := range ch.Reports {
		depths[at[id]] = r.Depth
	}
	for _, l := range ch.Links {
		links = append(links, fmt.Sprint(at[l.From], " ", at[l.To]))
	}
	slices.Sort(links)
	return depths, links
}

// A chain goes to all that a report draws on and to all that draws on it, but not
// from an original to its other copies, and not past a shared quotation.
func TestChain(t *testing.T) {
	const c, q = isnad.CiteCopy, isnad.CiteQuote
	tests := []struct {
		name   string
		arrows []arrow
		of     int
		limit  int
		depths map[int]int
		links  []string
		more   bool
	}{
		{"alone", nil, 3, 50, map[int]int{3: 0}, nil, false},
		{"a line", []arrow{{1, 0, c}, {2, 1, c}, {3, 2, c}}, 1, 50, map[int]int{0: -1, 1: 0, 2: 1, 3: 2}, []string{"1 0", "2 1", "3 2"}, false},
		{"siblings are no kin", []arrow{{1, 0, c}, {2, 0, c}}, 1, 50, map[int]int{0: -1, 1: 0}, []string{"1 0"}, false},
		{"two ways to one original", []arrow{{1, 0, c}, {2, 0, c}, {3, 1, c}, {3, 2, c}}, 3, 50, map[int]int{0: -2, 1: -1, 2: -1, 3: 0}, []string{"1 0", "2 0", "3 1", "3 2"}, false},
		{"the nearest depth counts", []arrow{{1, 0, c}, {2, 1, c}, {2, 0, c}}, 2, 50, map[int]int{0: -1, 1: -1, 2: 0}, []string{"1 0", "2 0", "2 1"}, false},
		{"what another copied who quotes the same is none of it", []arrow{{1, 0, c}, {2, 1, q}, {3, 2, c}}, 2, 50, map[int]int{1: -1, 2: 0, 3: 1}, []string{"2 1", "3 2"}, false},
		{"nor are the copies of who quotes the same", []arrow{{1, 0, q}, {2, 1, c}, {3, 0, c}}, 0, 50, map[int]int{0: 0, 1: 1, 3: 1}, []string{"1 0", "3 0"}, false},
		{"what a copy's original quotes is no link", []arrow{{1, 0, q}, {2, 1, c}}, 2, 50, map[int]int{1: -1, 2: 0}, []string{"2 1"}, false},
		{"a copy is followed though it also quotes", []arrow{{3, 1, q}, {3, 2, c}, {2, 1, c}, {1, 0, c}}, 3, 50, map[int]int{0: -3, 1: -2, 2: -1, 3: 0}, []string{"1 0", "2 1", "3 1", "3 2"}, false},
		{"copies before quotations where room is scarce", []arrow{{3, 0, q}, {3, 1, c}}, 3, 2, map[int]int{1: -1, 3: 0}, []string{"3 1"}, true},
		{"quotes are links too", []arrow{{1, 0, q}, {2, 1, q}}, 1, 50, map[int]int{0: -1, 1: 0, 2: 1}, []string{"1 0", "2 1"}, false},
		{"other kinds are not", []arrow{{1, 0, "another"}}, 1, 50, map[int]int{1: 0}, nil, false},
		{"a ring ends", []arrow{{0, 1, c}, {1, 2, c}, {2, 0, c}}, 0, 50, map[int]int{0: 0, 1: -1, 2: -2}, []string{"0 1", "1 2", "2 0"}, false},
		{"each other", []arrow{{0, 1, c}, {1, 0, c}}, 0, 50, map[int]int{0: 0, 1: -1}, []string{"0 1", "1 0"}, false},
		{"itself", []arrow{{0, 0, c}}, 0, 50, map[int]int{0: 0}, []string{"0 0"}, false},
		{"a limit", []arrow{{1, 0, c}, {2, 1, c}, {3, 2, c}}, 3, 2, map[int]int{2: -1, 3: 0}, []string{"3 2"}, true},
		{"a limit that is enough", []arrow{{1, 0, c}, {2, 1, c}}, 1, 3, map[int]int{0: -1, 1: 0, 2: 1}, []string{"1 0", "2 1"}, false},
	}
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, "a", "b", "c", "d")
		for _, tt := range tests {
			putArrows(t, s, rs, tt.arrows)
			ch, err := s.Chain(t.Context(), rs[tt.of].ID, tt.limit)
			if err != nil {
				t.Fatal(err)
			}
			depths, links := drawn(rs, ch)
			if !maps.Equal(depths, tt.depths) || !slices.Equal(links, tt.links) || ch.More != tt.more {
				t.Errorf("%s: depths %v, links %v, more %v", tt.name, depths, links, ch.More)
			}
			for id, r := range ch.Reports {
				if r.ID != id || r.Text != "" || r.Title == "" || r.Source == "" || r.Version != 1 {
					t.Errorf("%s: report %+v", tt.name, r)
				}
			}
			for _, l := range ch.Links {
				if len(l.Passages) != 1 || l.Passages[0].Original == nil || len(l.Changes) != 1 || l.Order != isnad.OrderReceived {
					t.Errorf("%s: link %+v", tt.name, l)
				}
			}
		}
		for _, id := range []string{"r00", "", "\x00", "' OR 1=1 --"} {
			if _, err := s.Chain(t.Context(), id, 50); !errors.Is(err, isnad.ErrNotFound) {
				t.Errorf("chain of %q: %v", id, err)
			}
		}
	})
}

// A chain follows present versions only: what an older version drew on is history.
func TestChainOfPresentVersions(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, "a", "b", "c")
		putArrows(t, s, rs, []arrow{{1, 0, isnad.CiteCopy}, {2, 1, isnad.CiteCopy}})
		newVersion(t, s, rs[1], 9)
		ch, err := s.Chain(t.Context(), rs[1].ID, 50)
		if err != nil {
			t.Fatal(err)
		}
		depths, links := drawn(rs, ch)
		if !maps.Equal(depths, map[int]int{1: 0, 2: 1}) || !slices.Equal(links, []string{"2 1"}) || ch.Reports[rs[1].ID].Version != 2 {
			t.Errorf("%v %v %+v", depths, links, ch.Reports[rs[1].ID])
		}
	})
}

// However long a line of copies is, a chain ends, and says nothing of more than it follows.
func TestChainIsBounded(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, make([]string, maxDepth+5)...)
		var arrows []arrow
		for i := 1; i < len(rs); i++ {
			arrows = append(arrows, arrow{i, i - 1, isnad.CiteCopy})
		}
		putArrows(t, s, rs, arrows)
		ch, err := s.Chain(t.Context(), rs[len(rs)-1].ID, 1000)
		if err != nil || len(ch.Reports) != maxDepth+1 || len(ch.Links) != maxDepth {
			t.Errorf("%d reports, %d links, %v", len(ch.Reports), len(ch.Links), err)
		}
	})
}

// Any graph, followed in plain Go, gives the same chain.
func TestChainAgainstPlainGo(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, "a", "a", "b", "c", "d", "e", "f")
		rapid.Check(t, func(rt *rapid.T) {
			n := len(rs)
			seen := map[[2]int]bool{}
			var arrows []arrow
			for range rapid.IntRange(0, 14).Draw(rt, "arrows") {
				a := arrow{rapid.IntRange(0, n-1).Draw(rt, "from"), rapid.IntRange(0, n-1).Draw(rt, "to"),
					rapid.SampledFrom([]isnad.CitationKind{isnad.CiteCopy, isnad.CiteCopy, isnad.CiteQuote, "another"}).Draw(rt, "kind")}
				if !seen[[2]int{a.from, a.to}] {
					seen[[2]int{a.from, a.to}] = true
					arrows = append(arrows, a)
				}
			}
			me := rapid.IntRange(0, n-1).Draw(rt, "me")
			depths := map[int]int{me: 0}
			links := map[string]bool{}
			for _, a := range arrows { // who quotes the same stands beside it, and leads nowhere
				if a.kind == isnad.CiteQuote && (a.from == me || a.to == me) {
					links[fmt.Sprint(a.from, " ", a.to)] = true
				}
			}
			for _, way := range []int{-1, 1} {
				next := []int{me}
				for depth := 1; len(next) > 0; depth++ {
					var fresh []int
					for _, a := range arrows {
						near, far := a.from, a.to
						if way > 0 {
							near, far = a.to, a.from
						}
						if a.kind != isnad.CiteCopy || !slices.Contains(next, near) {
							continue
						}
						links[fmt.Sprint(a.from, " ", a.to)] = true
						if _, known := depths[far]; !known {
							depths[far] = way * depth
							fresh = append(fresh, far)
						}
					}
					next = fresh
				}
			}
			for _, way := range []int{-1, 1} {
				for _, a := range arrows {
					near, far := a.from, a.to
					if way > 0 {
						near, far = a.to, a.from
					}
					if _, known := depths[far]; !known && near == me && a.kind == isnad.CiteQuote {
						depths[far] = way
					}
				}
			}
			putArrows(t, s, rs, arrows)
			ch, err := s.Chain(t.Context(), rs[me].ID, 1000)
			if err != nil {
				rt.Fatal(err)
			}
			gotDepths, gotLinks := drawn(rs, ch)
			if !maps.Equal(gotDepths, depths) || !slices.Equal(gotLinks, slices.Sorted(maps.Keys(links))) || ch.More {
				rt.Fatalf("of %d in %v: %v %v, want %v %v", me, arrows, gotDepths, gotLinks, depths, links)
			}
			limit := rapid.IntRange(1, n).Draw(rt, "limit")
			some, err := s.Chain(t.Context(), rs[me].ID, limit)
			if err != nil || len(some.Reports) != min(limit, len(depths)) || some.More != (len(depths) > limit) {
				rt.Fatalf("%d of %d reports, limit %d, more %v, %v", len(some.Reports), len(depths), limit, some.More, err)
			}
			for _, l := range some.Links {
				_, from := some.Reports[l.From]
				if _, to := some.Reports[l.To]; !from || !to {
					rt.Fatalf("a link leads out of the chain: %v", l)
				}
			}
		})
	})
}

// The network of an outlet counts links of its reports' present versions to those
// of others, the most first.
func TestNetwork(t *testing.T) {
	const c, q = isnad.CiteCopy, isnad.CiteQuote
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, "a", "a", "b", "b", "c", "d")
		id := func(name string) string { return isnad.MakeID('s', name) }
		traced := func(i int, cites ...isnad.Citation) { putTraced(t, s, ReportRef{rs[i].ID, 1}, cites...) }
		traced(1, as(copyOf(rs[0]), c, true)) // within one outlet: no tie
		traced(2, as(copyOf(rs[0]), c, true), as(copyOf(rs[1]), q, false))
		traced(3, as(copyOf(rs[0]), c, false), as(copyOf(rs[4]), "another", false))
		traced(4, as(copyOf(rs[0]), q, false))
		traced(5, as(copyOf(rs[0]), c, false), as(copyOf(rs[2]), c, true), as(copyOf(rs[3]), q, false))
		check := func(name string, from, by []Tie) {
			t.Helper()
			gotFrom, gotBy, more, err := s.Network(t.Context(), id(name))
			if err != nil || more {
				t.Fatal(more, err)
			}
			if d := cmp.Diff([][]Tie{from, by}, [][]Tie{gotFrom, gotBy}); d != "" {
				t.Errorf("%s: %s", name, d)
			}
		}
		none := []Tie{}
		check("a", none, []Tie{{id("b"), "b", 2, 1, 1}, {id("d"), "d", 1, 0, 0}, {id("c"), "c", 0, 0, 1}})
		check("b", []Tie{{id("a"), "a", 2, 1, 1}}, []Tie{{id("d"), "d", 1, 1, 1}})
		check("c", []Tie{{id("a"), "a", 0, 0, 1}}, none)
		check("d", []Tie{{id("b"), "b", 1, 1, 1}, {id("a"), "a", 1, 0, 0}}, none)
		check("nobody", none, none)
		newVersion(t, s, rs[5], 9)
		check("d", none, none)
		for _, odd := range []string{"", "\x00", "' OR 1=1 --", "\xff"} {
			if from, by, more, err := s.Network(t.Context(), odd); len(from)+len(by) > 0 || more || err != nil {
				t.Errorf("%q: %v %v %v %v", odd, from, by, more, err)
			}
		}
	})
}

// A report that holds text of many reports of one outlet is one report, and every
// link counts, however many there are.
func TestNetworkCountsReports(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, "a", "a", "a", "b", "b")
		putTraced(t, s, ReportRef{rs[3].ID, 1}, as(copyOf(rs[0]), isnad.CiteCopy, true), as(copyOf(rs[1]), isnad.CiteCopy, true), as(copyOf(rs[2]), isnad.CiteCopy, false))
		cites := []isnad.Citation{as(copyOf(rs[0]), isnad.CiteCopy, false)}
		for range 21_000 {
			cites = append(cites, isnad.Citation{To: rs[1].ID, Kind: isnad.CiteQuote})
		}
		putTraced(t, s, ReportRef{rs[4].ID, 1}, cites...)
		want := func(other string) []Tie { return []Tie{{isnad.MakeID('s', other), other, 2, 1, 21_000}} }
		from, by, more, err := s.Network(t.Context(), isnad.MakeID('s', "b"))
		if err != nil || more || len(by) != 0 || !slices.Equal(from, want("a")) {
			t.Errorf("%v %v %v %v", from, by, more, err)
		}
		from, by, more, err = s.Network(t.Context(), isnad.MakeID('s', "a"))
		if err != nil || more || len(from) != 0 || !slices.Equal(by, want("b")) {
			t.Errorf("%v %v %v %v", from, by, more, err)
		}
	})
}

// An outlet with more others than are given keeps those with the most reports, and says so.
func TestNetworkIsBounded(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		me := outlets(t, s, "me")[0]
		c := newCapture("many", 1)
		if err := second(s.AddCapture(t.Context(), c)); err != nil {
			t.Fatal(err)
		}
		many := make([]isnad.Report, maxTied+2)
		by := map[ReportRef][]isnad.Citation{}
		var refs []ReportRef
		for i := range many {
			many[i] = newReport(c, fmt.Sprint("many/", i), "Title", fmt.Sprint("The long text of report ", i))
			name := fmt.Sprintf("other %04d", i)
			many[i].Source, many[i].SourceID = name, isnad.MakeID('s', name)
			refs = append(refs, ReportRef{many[i].ID, 1})
			by[refs[i]] = []isnad.Citation{as(copyOf(me), isnad.CiteCopy, false)}
			if i < 2 {
				by[refs[i]][0].Kind = isnad.CiteQuote
			}
		}
		begin(t, s, func(tx *Tx) error {
			if _, err := tx.PutReports(many); err != nil {
				return err
			}
			_, err := tx.PutTraced(refs, by)
			return err
		})
		from, ties, more, err := s.Network(t.Context(), me.SourceID)
		if err != nil || !more || len(from) != 0 || len(ties) != maxTied {
			t.Errorf("%d and %d outlets, more %v, %v", len(from), len(ties), more, err)
		}
		for _, x := range ties {
			if x.Copies != 1 {
				t.Errorf("%v is given, and outlets with more are not", x)
			}
		}
	})
}

// Missing citations come in pages, the latest traced first, each with both
// reports, and a page is not disturbed by what is traced meanwhile.
func TestMissing(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, "a", "b", "c", "d", "e", "f", "g")
		for i := 1; i < len(rs)-1; i++ {
			putTraced(t, s, ReportRef{rs[i].ID, 1}, as(copyOf(rs[0]), isnad.CiteCopy, i != 3), as(copyOf(rs[i-1]), isnad.CiteQuote, false))
		}
		newVersion(t, s, rs[2], 20) // what its older version lacked is history
		rows := pages(t, 2, func(p Page) ([]MissingRow, string, error) {
			rows, next, err := s.Missing(t.Context(), p)
			if p.After == "" { // the last page of those that are asked for stays where it was
				putTraced(t, s, ReportRef{rs[6].ID, 1}, as(copyOf(rs[0]), isnad.CiteCopy, true))
			}
			return rows, next, err
		})
		var got []string
		for _, r := range rows {
			got = append(got, r.Copy.Source+r.Original.Source)
			if r.Copy.ID != r.From || r.Original.ID != r.To || r.Copy.Title == "" || r.Copy.Text != "" || !r.Citation.Missing || len(r.Passages) != 1 {
				t.Errorf("%+v", r)
			}
		}
		if !slices.Equal(got, []string{"fa", "ea", "ba"}) {
			t.Errorf("%v", got)
		}
		rows, next, err := s.Missing(t.Context(), Page{Limit: 1})
		if err != nil || len(rows) != 1 || rows[0].Copy.Source != "g" || next == "" {
			t.Errorf("the latest: %v %q %v", rows, next, err)
		}
		for _, after := range []string{"x", must[string](t)(mark(s, t)), "eyJvIjoibWlzc2luZyIsImsiOltdfQ"} {
			if _, _, err := s.Missing(t.Context(), Page{After: after}); !errors.Is(err, ErrQuery) {
				t.Errorf("after %q: %v", after, err)
			}
		}
	})
}

// mark is the mark of a page of another list.
func mark(s *Store, t *testing.T) (string, error) {
	_, next, err := s.Citations(t.Context(), CitationQuery{Page: Page{Limit: 1}})
	if next == "" {
		t.Fatal("there is no second page")
	}
	return next, err
}

// Every combination of filters selects what plain Go selects, in the order recorded.
func TestCitations(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, "a", "b", "c", "d", "e")
		kinds := []isnad.CitationKind{isnad.CiteAgency, isnad.CiteVia, isnad.CiteCopy, isnad.CiteQuote}
		var all []isnad.Citation
		for i := range rs {
			ref := ReportRef{rs[i].ID, 1}
			begin(t, s, func(tx *Tx) error {
				cites := []isnad.Citation{{To: "s1", ToName: "One \x00", Kind: isnad.CiteAgency}, {To: rs[0].SourceID, ToName: "Two", Kind: isnad.CiteVia}}
				_, err := tx.PutClaims(ref, nil, nil, cites)
				return err
			})
			if i > 0 {
				putTraced(t, s, ref, as(copyOf(rs[0]), isnad.CiteCopy, i%2 == 0), as(copyOf(rs[i-1]), isnad.CiteQuote, false))
			}
		}
		newVersion(t, s, rs[4], 30)
		all = pages(t, 3, func(p Page) ([]isnad.Citation, string, error) {
			return s.Citations(t.Context(), CitationQuery{Page: p})
		})
		if len(all) != 14 { // two declared of each of four, two detected of each of three
			t.Fatalf("%d links", len(all))
		}
		for _, from := range []string{"", rs[2].ID, rs[4].ID} {
			for _, to := range []string{"", rs[0].ID, "s1"} {
				for _, basis := range []isnad.CitationBasis{"", isnad.CitationDeclared, isnad.CitationDetected, "' OR 1=1"} {
					for _, kind := range append(kinds, "", "\x00") {
						for _, missing := range []bool{false, true} {
							q := CitationQuery{From: from, To: to, Basis: basis, Kind: kind, Missing: missing}
							var want []isnad.Citation
							for _, c := range all {
								if (from == "" || c.From == from) && (to == "" || c.To == to) && (basis == "" || c.Basis == basis) &&
									(kind == "" || c.Kind == kind) && (!missing || c.Missing) {
									want = append(want, c)
								}
							}
							got := pages(t, 2, func(p Page) ([]isnad.Citation, string, error) { q.Page = p; return s.Citations(t.Context(), q) })
							if d := cmp.Diff(want, got); d != "" {
								t.Fatalf("%+v: %s", q, d)
							}
						}
					}
				}
			}
		}
		if _, _, err := s.Citations(t.Context(), CitationQuery{Page: Page{After: "x"}}); !errors.Is(err, ErrQuery) {
			t.Errorf("a mark of nothing: %v", err)
		}
	})
}

// A database from before citations had a column for their kind gets it filled
// from the documents, whatever stands in them.
func TestKindsOfOlderDatabases(t *testing.T) {
	for _, engine := range []string{"sqlite", "postgres"} {
		t.Run(engine, func(t *testing.T) {
			dsn := sqliteDSN(t)
			if engine == "postgres" {
				dsn = postgresDSN(t)
			}
			s := openTest(t, dsn)
			rs := outlets(t, s, "a", "b")
			begin(t, s, func(tx *Tx) error {
				_, err := tx.PutClaims(ReportRef{rs[1].ID, 1}, nil, nil, []isnad.Citation{{To: "s1", ToName: "zero \x00 and \"kind\":\"copy\" \\", Kind: isnad.CiteVia}})
				return err
			})
			putTraced(t, s, ReportRef{rs[1].ID, 1}, copyOf(rs[0]))
			for _, q := range []string{"DROP INDEX citations_detected", "DROP INDEX citations_kind", "ALTER TABLE citations DROP COLUMN kind", "DELETE FROM goose_db_version WHERE version_id = 4"} {
				if _, err := s.writer.ExecContext(t.Context(), q); err != nil {
					t.Fatal(err)
				}
			}
			newer := openTest(t, dsn)
			for _, kind := range []isnad.CitationKind{isnad.CiteVia, isnad.CiteCopy} {
				got, _, err := newer.Citations(t.Context(), CitationQuery{Kind: kind})
				if err != nil || len(got) != 1 || got[0].Kind != kind {
					t.Errorf("%s: %+v %v", kind, got, err)
				}
			}
		})
	}
}
