package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"isnad"
	"pgregory.net/rapid"
)

// story puts a report with a number of versions and returns its ID.
func story(t *testing.T, s *Store, key string, texts ...string) string {
	t.Helper()
	var id string
	for i, text := range texts {
		c := newCapture(fmt.Sprint(key, i), i)
		if err := second(s.AddCapture(t.Context(), c)); err != nil {
			t.Fatal(err)
		}
		r := newReport(c, key, "T", text)
		id = r.ID
		begin(t, s, func(tx *Tx) error { _, err := tx.PutReports([]isnad.Report{r}); return err })
	}
	return id
}

func putClaims(t *testing.T, s *Store, ref ReportRef, claims ...isnad.Claim) (touched []string) {
	t.Helper()
	begin(t, s, func(tx *Tx) (err error) {
		touched, err = tx.PutClaims(ref, claims, []isnad.Toll{{Quote: "since March"}}, []isnad.Citation{{To: "s1", ToName: "One"}})
		return err
	})
	return touched
}

func incidents(t *testing.T, s *Store, list ...isnad.Incident) {
	t.Helper()
	begin(t, s, func(tx *Tx) error {
		for _, i := range list {
			if err := tx.PutIncident(i); err != nil {
				return err
			}
		}
		return nil
	})
}

func claimIDs(claims []isnad.Claim) (ids []string) {
	for _, c := range claims {
		ids = append(ids, c.ID)
	}
	return ids
}

// A report that is read again loses what is no longer read; a claim that is read
// word for word as before stays in its incident.
func TestPutClaimsAgain(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ref := ReportRef{story(t, s, "again", "text"), 1}
		a, b, c := newClaim(ref, 0, "a"), newClaim(ref, 1, "b"), newClaim(ref, 2, "c")
		if got := putClaims(t, s, ref, a, b, c); got != nil {
			t.Errorf("touched %v", got)
		}
		one, two := incidentOf(a, b), incidentOf(c)
		incidents(t, s, one, two)
		checkClean(t, s)
		changed := b
		changed.Event = isnad.EventBombing
		d := newClaim(ref, 3, "d")
		if got := putClaims(t, s, ref, d, a, changed); !slices.Equal(got, slices.Sorted(slices.Values([]string{one.ID, two.ID}))) {
			t.Errorf("touched %v, want %v", got, []string{one.ID, two.ID})
		}
		got, _, err := s.Claims(t.Context(), ClaimQuery{Report: ref.ID})
		if err != nil || !slices.Equal(claimIDs(got), []string{d.ID, a.ID, b.ID}) {
			t.Fatalf("claims %v %v", claimIDs(got), err)
		}
		if got[1].Incident != one.ID || got[0].Incident != "" || got[2].Incident != "" || got[2].Event != isnad.EventBombing {
			t.Errorf("incidents %q %q %q", got[0].Incident, got[1].Incident, got[2].Incident)
		}
		incidents(t, s, incidentOf(a), isnad.Incident{ID: two.ID}) // what is left, and one without claims
		if _, err := s.Incident(t.Context(), two.ID); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("an incident without claims stands: %v", err)
		}
		if tolls, err := s.Tolls(t.Context(), ref.ID, 0); len(tolls) != 1 || err != nil {
			t.Errorf("tolls %v %v", tolls, err)
		}
		if cites, _, err := s.Citations(t.Context(), CitationQuery{To: "s1"}); len(cites) != 1 || cites[0].From != ref.ID || err != nil {
			t.Errorf("citations %v %v", cites, err)
		}
		checkClean(t, s)
	})
}

// A new version takes the place of the old one: the old claims stay readable but
// belong to no incident any more.
func TestClaimsOfNewVersion(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		id := story(t, s, "new", "one", "two")
		v1, v2 := ReportRef{id, 1}, ReportRef{id, 2}
		old, fresh := newClaim(v1, 0, "x"), newClaim(v2, 0, "x")
		old.Place, fresh.Place = isnad.Where{ID: "g1"}, isnad.Where{ID: "g1"}
		// Version 2 is there already, so what is read late of version 1 is history at once.
		if touched := putClaims(t, s, v1, old); touched != nil {
			t.Error(touched)
		}
		if got, _, _ := s.Claims(t.Context(), ClaimQuery{Report: id}); len(got) != 0 {
			t.Errorf("claims of version 1 are present: %v", got)
		}
		putClaims(t, s, v2, fresh)
		incidents(t, s, incidentOf(fresh))
		got, _, err := s.Claims(t.Context(), ClaimQuery{Place: "g1"})
		if err != nil || len(got) != 1 || got[0].ID != fresh.ID {
			t.Errorf("%v %v", claimIDs(got), err)
		}
		got, _, err = s.Claims(t.Context(), ClaimQuery{Report: id, Version: 1})
		if err != nil || len(got) != 1 || got[0].ID != old.ID || got[0].Incident != "" {
			t.Errorf("%v %v", claimIDs(got), err)
		}
		checkClean(t, s)

		id3 := story(t, s, "new", "one", "two", "three")
		if id3 != id {
			t.Fatal("made another report")
		}
		v3 := ReportRef{id, 3}
		if touched := putClaims(t, s, v3); !slices.Equal(touched, []string{incidentOf(fresh).ID}) {
			t.Errorf("touched %v", touched)
		}
		incidents(t, s, isnad.Incident{ID: incidentOf(fresh).ID})
		if got, _, _ := s.Claims(t.Context(), ClaimQuery{Version: 2}); len(got) != 1 {
			t.Errorf("claims of version 2 are lost")
		}
		checkClean(t, s)
	})
}

func TestPutClaimsOfNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		err := s.Begin(t.Context(), func(tx *Tx) error {
			_, err := tx.PutClaims(ReportRef{"r0", 1}, nil, nil, nil)
			return err
		})
		if !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("claims of an absent report: %v", err)
		}
		ref := ReportRef{story(t, s, "x", "text"), 1}
		err = s.Begin(t.Context(), func(tx *Tx) error { return tx.PutIncident(incidentOf(newClaim(ref, 0, "never put"))) })
		if !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("an incident of an absent claim: %v", err)
		}
		checkClean(t, s)
	})
}

// A claim may move from one incident to another in one transaction, whichever is written first.
func TestClaimMoves(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ref := ReportRef{story(t, s, "move", "text"), 1}
		a, b, c := newClaim(ref, 0, "a"), newClaim(ref, 1, "b"), newClaim(ref, 2, "c")
		putClaims(t, s, ref, a, b, c)
		one, two := incidentOf(a, b), incidentOf(c)
		incidents(t, s, one, two)
		for range 2 {
			one.Claims, two.Claims = []string{a.ID}, []string{c.ID, b.ID}
			incidents(t, s, two, one)
			checkClean(t, s)
			one.Claims, two.Claims = []string{a.ID, b.ID}, []string{c.ID}
			incidents(t, s, two, one)
			checkClean(t, s)
		}
		begin(t, s, func(tx *Tx) error { // written and read in one transaction
			one.Claims, two.Claims = []string{a.ID}, []string{b.ID, c.ID}
			err := errors.Join(tx.PutIncident(one), tx.PutIncident(two))
			got, err2 := tx.ClaimsOf(nil, []string{two.ID, two.ID, ""})
			if !slices.Equal(claimIDs(got), []string{b.ID, c.ID}) {
				t.Errorf("claims of the incident: %v", claimIDs(got))
			}
			got, err3 := tx.ClaimsOf([]ReportRef{ref, {ref.ID, 2}, ref}, []string{one.ID})
			if !slices.Equal(claimIDs(got), []string{a.ID, b.ID, c.ID}) || got[0].Incident != one.ID {
				t.Errorf("claims of the report: %v", claimIDs(got))
			}
			return errors.Join(err, err2, err3)
		})
	})
}

// meets says in plain Go what Block means: the property below holds the index-driven
// query to it.
func (b *Block) meets(i *isnad.Incident) bool {
	if b.Country != "" && i.Place.Country != "" && i.Place.Country != b.Country {
		return false
	}
	if !b.From.IsZero() {
		if i.When.From.IsZero() || b.To.Before(i.When.From) || i.When.To.Before(b.From) {
			return false
		}
	}
	inProvince := b.Province == "" || i.Place.Province == "" || i.Place.Province == b.Province
	if b.boxed() {
		if i.Place.Lat == nil {
			if !inProvince {
				return false
			}
		} else if *i.Place.Lat < b.MinLat || *i.Place.Lat > b.MaxLat || *i.Place.Lon < b.MinLon || *i.Place.Lon > b.MaxLon {
			return false
		}
	} else if !inProvince {
		return false
	}
	return len(b.Events) == 0 || slices.Contains(b.Events, i.Event)
}

func TestClaimsAroundFindsExactlyWhatMeets(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		w := newWorld(11, 600)
		w.put(t, s)
		checkClean(t, s)
		rapid.Check(t, func(rt *rapid.T) {
			var blocks []Block
			want := map[string]bool{}
			for range rapid.IntRange(1, 3).Draw(rt, "blocks") {
				c := w.incidents[rapid.IntRange(0, len(w.incidents)-1).Draw(rt, "at")]
				var b Block
				if !c.When.From.IsZero() && rapid.IntRange(0, 5).Draw(rt, "dated") > 0 {
					n := rapid.IntRange(0, 20).Draw(rt, "days")
					b.From, b.To = c.When.From.AddDays(-n), c.When.To.AddDays(n)
				}
				if rapid.Bool().Draw(rt, "country") {
					b.Country = c.Place.Country
				}
				if c.Place.Lat != nil && rapid.Bool().Draw(rt, "box") {
					d := rapid.Float64Range(0.01, 1).Draw(rt, "degrees")
					b.MinLat, b.MaxLat, b.MinLon, b.MaxLon = *c.Place.Lat-d, *c.Place.Lat+d, *c.Place.Lon-d, *c.Place.Lon+d
				}
				if rapid.Bool().Draw(rt, "province") {
					b.Province = c.Place.Province
				}
				if rapid.Bool().Draw(rt, "event") {
					b.Events = []isnad.Event{c.Event, isnad.EventClash}
				}
				blocks = append(blocks, b)
				for k := range w.incidents {
					if i := &w.incidents[k]; b.meets(i) {
						for _, id := range i.Claims {
							want[id] = true
						}
					}
				}
			}
			got := map[string]bool{}
			begin(t, s, func(tx *Tx) error {
				claims, err := tx.ClaimsAround(blocks)
				for _, c := range claims {
					if got[c.ID] || c.Incident == "" {
						rt.Errorf("claim %s twice or without incident", c.ID)
					}
					got[c.ID] = true
				}
				return err
			})
			if d := cmp.Diff(want, got); d != "" {
				rt.Errorf("blocks %+v: %s", blocks, d)
			}
		})
	})
}

func TestNames(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		syria := isnad.Place{ID: "g163843", Name: "Syria", Kind: isnad.KindCountry, Country: "SY", Names: []isnad.Name{{Text: "سوريا", Language: "ar"}}}
		raqqa := isnad.Place{ID: "g1", Name: "Ar-Raqqah", Kind: isnad.KindTown, Country: "SY", Names: []isnad.Name{{Text: "الرقة", Language: "ar"}, {Text: "Raqqa"}}}
		sdf := isnad.Party{ID: "p-x", Name: "Valley Guard", Names: []isnad.Name{{Text: "حرس الوادي", Language: "ar"}}}
		src := isnad.Source{ID: "s1", Name: "The Orchard Courier", Kind: isnad.SourceOutlet}
		put := func() {
			begin(t, s, func(tx *Tx) error {
				return errors.Join(tx.PutPlaces([]isnad.Place{raqqa, syria, raqqa}), tx.PutParties([]isnad.Party{sdf}), tx.PutSources([]isnad.Source{src}), tx.PutSources(nil))
			})
		}
		put()
		raqqa.Population = 7
		put() // known ones are replaced
		p, err := s.Place(t.Context(), "g1")
		if err != nil || cmp.Diff(p, raqqa) != "" {
			t.Error(err, cmp.Diff(p, raqqa))
		}
		if x, err := s.Party(t.Context(), "p-x"); err != nil || x.Name != sdf.Name {
			t.Error(x, err)
		}
		if x, err := s.Source(t.Context(), "s1"); err != nil || x.Name != src.Name {
			t.Error(x, err)
		}
		for _, absent := range []func() error{
			func() error { _, err := s.Place(t.Context(), "g2"); return err },
			func() error { _, err := s.Party(t.Context(), "g1"); return err }, // a place is no party
			func() error { _, err := s.Source(t.Context(), "' OR 1=1 --"); return err },
		} {
			if err := absent(); !errors.Is(err, isnad.ErrNotFound) {
				t.Errorf("absent name: %v", err)
			}
		}
		ref := ReportRef{story(t, s, "names", "text"), 1}
		a, b := newClaim(ref, 0, "a"), newClaim(ref, 1, "b")
		a.Place = isnad.Where{ID: "g1", Country: "SY"}
		b.Place = isnad.Where{Name: "Syria", ID: "g163843", Country: "SY", Precision: isnad.PlaceCountry}
		a.Actors = []isnad.Actor{{ID: "p-x"}, {ID: "p-x"}, {Name: "unknown men"}}
		putClaims(t, s, ref, a, b)
		incidents(t, s, incidentOf(a), incidentOf(b))
		rows, next, err := s.Places(t.Context(), "", Page{})
		if err != nil || next != "" || len(rows) != 2 || rows[0].ID != "g163843" || rows[0].Incidents != 2 || rows[0].Claims != 2 || rows[0].Reports != 1 || rows[1].Incidents != 1 {
			t.Errorf("places %+v %v", rows, err)
		}
		for _, words := range []string{"raqqa", "الرقه", "RAQ", "سوريا", "ar raqqah"} {
			rows, _, err := s.Places(t.Context(), words, Page{})
			if err != nil || len(rows) != 1 {
				t.Errorf("places called %q: %v %v", words, rows, err)
			}
		}
		for _, words := range []string{"%", "_", "raqqa nowhere", "' OR '1'='1"} {
			if rows, _, err := s.Places(t.Context(), words, Page{}); err != nil || len(rows) != 0 {
				t.Errorf("places called %q: %v %v", words, rows, err)
			}
		}
		if rows, _, err := s.Parties(t.Context(), "الوادي", Page{}); err != nil || len(rows) != 1 || rows[0].Claims != 1 {
			t.Errorf("parties %v %v", rows, err)
		}
		// An incident is found by the names of its place in any script, and by its country's.
		for _, words := range []string{"الرقة", "Raqqa", "Syria", "حرس"} {
			if got, _, err := s.Incidents(t.Context(), IncidentQuery{Words: words}); err != nil || len(got) == 0 {
				t.Errorf("incidents with %q: %v %v", words, got, err)
			}
		}
		got, _, err := s.Claims(t.Context(), ClaimQuery{Place: "g163843"})
		if err != nil || len(got) != 2 {
			t.Errorf("claims in the country: %d %v", len(got), err)
		}
		checkClean(t, s)
	})
}

// Looking around must not read all incidents: their number grows without end.
func TestClaimsAroundUsesAnIndex(t *testing.T) {
	s := openTest(t, sqliteDSN(t))
	for _, b := range []Block{
		{From: day("2020-01-01"), To: day("2020-01-03"), Country: "SY", MinLat: 33, MaxLat: 34, MinLon: 36, MaxLon: 37},
		{From: day("2020-01-01"), To: day("2020-01-03"), Country: "SY", Province: "g1"},
		{From: day("2020-01-01"), To: day("2020-01-03"), MinLat: 33, MaxLat: 34, MinLon: 36, MaxLon: 37},
		{From: day("2020-01-01"), To: day("2020-01-03"), Events: []isnad.Event{isnad.EventClash}},
	} {
		for wide := range 2 {
			where, args := b.where(wide)
			begin(t, s, func(tx *Tx) error {
				return tx.each(func(row *sql.Rows) error {
					var id, parent, x int
					var plan string
					err := row.Scan(&id, &parent, &x, &plan)
					if !strings.Contains(plan, "COVERING INDEX") || !strings.Contains(plan, "day_from>? AND day_from<?") {
						t.Errorf("%+v: %s", b, plan)
					}
					return err
				}, "EXPLAIN QUERY PLAN SELECT id FROM incidents WHERE "+where, args...)
			})
		}
	}
}
