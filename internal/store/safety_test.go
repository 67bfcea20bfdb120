package store

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
)

const hiddenName = "Layla Haddad"

// spoken is a store with a report, of two versions, that names somebody in every
// way, and another report that copies it.
func spoken(t *testing.T, s *Store) (isnad.Report, isnad.Claim) {
	t.Helper()
	lat, lon := 35.93061, 36.63392
	var report isnad.Report
	var claim isnad.Claim
	for n, words := range []string{" told the Courier that shells fell.", " told the Courier that many shells fell."} {
		c := newCapture("spoken"+words, n)
		r := newReport(c, "spoken", hiddenName+" speaks", hiddenName+words+" It was near (35.93061, 36.63392).")
		r.Bylines, r.Canonical = []string{hiddenName}, "https://courier.example/layla-haddad"
		r.Media = []isnad.Media{{URL: "https://courier.example/a.jpg", Kind: "image", Caption: hiddenName + " at home"}}
		r.Links = []isnad.Link{{URL: "https://maps.example/?q=35.93061,36.63392", Rel: "map", Lat: &lat, Lon: &lon}}
		addAll(t, s, c, r)
		ref := ReportRef{r.ID, n + 1}
		k := newClaim(ref, 0, r.Text)
		k.Report, k.Version, k.Attribution, k.Claimant, k.Targets = r.ID, ref.Version, []string{hiddenName}, isnad.MakeID('s', "layla"), []string{"home of " + hiddenName}
		k.Place = isnad.Where{ID: "g1", Name: "Millbank", At: "Millbank", District: "g2", Country: "SY", Lat: &lat, Lon: &lon, Precision: isnad.PlaceExact}
		begin(t, s, func(tx *Tx) error {
			err := tx.PutSources([]isnad.Source{{ID: isnad.MakeID('s', "layla"), Name: hiddenName, Kind: isnad.SourcePerson}})
			if err == nil {
				err = tx.PutPlaces([]isnad.Place{{ID: "g1", Name: "Millbank", Kind: isnad.KindTown, Country: "SY"}, {ID: "g2", Name: "Harbour", Kind: isnad.KindDistrict, Country: "SY"}})
			}
			if err == nil {
				_, err = tx.PutClaims(ref, []isnad.Claim{k}, []isnad.Toll{{Quote: hiddenName}}, []isnad.Citation{{To: isnad.MakeID('s', "layla"), ToName: hiddenName, Kind: isnad.CiteByline}})
			}
			if err == nil && n == 1 {
				err = tx.PutIncident(incidentOf(k))
			}
			return err
		})
		report, claim = r, k
	}
	c := newCapture("copy", 9)
	other := newReport(c, "copy", "Somebody speaks", "Somebody told the Courier that shells fell.")
	other.SourceID, other.Source = isnad.MakeID('s', "post"), "Post"
	addAll(t, s, c, other)
	begin(t, s, func(tx *Tx) error {
		ref := ReportRef{other.ID, 1}
		_, err := tx.PutTraced([]ReportRef{ref}, map[ReportRef][]isnad.Citation{ref: {{To: report.ID, ToVer: 2, Kind: isnad.CiteCopy, Changes: []isnad.Change{{Kind: isnad.ChangeName, Was: hiddenName, Now: "Somebody"}}}}})
		return err
	})
	return report, claim
}

func addAll(t *testing.T, s *Store, c isnad.Capture, r isnad.Report) {
	t.Helper()
	if _, _, err := s.AddCapture(t.Context(), c, Step{Kind: StepExtract, Capture: c.ID}); err != nil {
		t.Fatal(err)
	}
	begin(t, s, func(tx *Tx) error {
		_, err := tx.PutReports([]isnad.Report{r})
		return err
	})
}

// everythingShown is all that readers can ask the store for, as one text.
func everythingShown(t *testing.T, s *Store, r isnad.Report, k isnad.Claim) string {
	t.Helper()
	ctx := t.Context()
	var all []any
	add := func(x any, err error) {
		if err != nil && !errors.Is(err, isnad.ErrNotFound) {
			t.Error(err)
		}
		all = append(all, x)
	}
	add(s.Versions(ctx, r.ID))
	rows, _, err := s.Reports(ctx, ReportQuery{})
	add(rows, err)
	claims, _, err := s.Claims(ctx, ClaimQuery{})
	add(claims, err)
	claims, _, err = s.Claims(ctx, ClaimQuery{Report: r.ID, Version: 1})
	add(claims, err)
	cites, _, err := s.Citations(ctx, CitationQuery{})
	add(cites, err)
	incidents, _, err := s.Incidents(ctx, IncidentQuery{})
	add(incidents, err)
	add(s.Tolls(ctx, r.ID, 0))
	add(s.Chain(ctx, r.ID, 10))
	add(s.Source(ctx, isnad.MakeID('s', "layla")))
	acts, _, err := s.Acts(ctx, ActQuery{Whole: true})
	add(acts, err)
	acts, _, err = s.Acts(ctx, ActQuery{})
	add(acts, err)
	queue, _, err := s.ReviewQueue(ctx, QueueQuery{})
	add(queue, err)
	doc, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

// TestRedaction: the words are gone from all that anybody can ask for, at once and
// in what is read later, and the spans still count the same characters.
func TestRedaction(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		r, k := spoken(t, s)
		putAct(t, s, isnad.Act{Person: "u1", Name: "Nour", Kind: isnad.ActEditClaim, About: k.ID, Claims: []isnad.Claim{k}, Reason: "because " + hiddenName + " says so"})
		if shown := everythingShown(t, s, r, k); strings.Count(shown, hiddenName) < 15 {
			t.Fatalf("the sample does not name her often enough: %s", shown)
		}
		m := isnad.Measure{ID: "m1", Kind: isnad.MeasureRedact, About: r.ID, Time: noon, Name: "Nour", Marks: []isnad.Mark{{Kind: isnad.MarkName, Words: hiddenName}}}
		hide := func() Reapplied {
			var got Reapplied
			begin(t, s, func(tx *Tx) (err error) {
				if err := tx.PutMeasure(&m, []string{r.ID}); err != nil {
					return err
				}
				got, err = tx.Reapply(r.ID)
				return err
			})
			return got
		}
		got := hide()
		if len(got.Touched) != 1 || len(got.Versions) != 2 {
			t.Errorf("%+v", got)
		}
		check := func(when string) {
			t.Helper()
			shown := everythingShown(t, s, r, k)
			for _, w := range []string{"Layla", "layla", "Haddad", "haddad"} {
				if i := strings.Index(shown, w); i >= 0 {
					t.Errorf("%s: %q is still shown: …%s…", when, w, shown[max(0, i-80):min(len(shown), i+80)])
				}
			}
			if rows, _, err := s.Reports(t.Context(), ReportQuery{Words: "Haddad"}); err != nil || len(rows) > 0 {
				t.Errorf("%s: the search finds %d reports by the name: %v", when, len(rows), err)
			}
			checkClean(t, s)
		}
		check("at once")
		if x, err := s.Report(t.Context(), r.ID, 0); err != nil || len([]rune(x.Text)) != len([]rune(r.Text)) || !strings.Contains(x.Text, "██") || x.Version != 2 {
			t.Errorf("the text: %+v %v", x, err)
		}
		// What is read later: the same bytes again, a new version, claims that a person set.
		begin(t, s, func(tx *Tx) error {
			refs, err := tx.PutReports([]isnad.Report{r})
			if err != nil || len(refs) != 1 || refs[0].Version != 2 {
				t.Errorf("read again: %v %v", refs, err)
			}
			_, err = tx.PutClaims(ReportRef{r.ID, 2}, []isnad.Claim{k}, []isnad.Toll{{Quote: hiddenName}}, []isnad.Citation{{To: isnad.MakeID('s', "layla"), ToName: hiddenName, Kind: isnad.CiteByline}})
			return err
		})
		c := newCapture("third", 20)
		third := newReport(c, "spoken", hiddenName+" again", "So says "+hiddenName)
		addAll(t, s, c, third)
		check("read again")
		if all, err := s.Versions(t.Context(), r.ID); err != nil || len(all) != 3 {
			t.Errorf("%d versions, want 3: %v", len(all), err)
		}
		if err := s.Clear(t.Context(), StepExtract); err != nil {
			t.Fatal(err)
		}
		begin(t, s, func(tx *Tx) error {
			_, err := tx.PutReports([]isnad.Report{third})
			return err
		})
		check("after a rebuild")
		// Lifted, it comes back out of the bytes.
		begin(t, s, func(tx *Tx) error {
			_, refs, err := tx.LiftMeasure(m.ID, "Nour", noon)
			if err != nil || !slices.Equal(refs, []string{r.ID}) {
				t.Errorf("lifted: %v %v", refs, err)
			}
			if _, _, err := tx.LiftMeasure(m.ID, "Nour", noon); !errors.Is(err, isnad.ErrConflict) {
				t.Errorf("lifted twice: %v", err)
			}
			_, err = tx.PutReports([]isnad.Report{third})
			return err
		})
		if x, err := s.Report(t.Context(), r.ID, 0); err != nil || x.Text != third.Text {
			t.Errorf("lifted: %+v %v", x, err)
		}
	})
}

func TestCoarse(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		r, k := spoken(t, s)
		for _, m := range []isnad.Measure{
			{ID: "m1", Kind: isnad.MeasureCoarsen, Degrees: 0.1},
			{ID: "m2", Kind: isnad.MeasureCoarsen, Area: isnad.KindDistrict, Marks: []isnad.Mark{{Words: "Millbank"}}},
		} {
			m.About, m.Time = r.ID, noon
			begin(t, s, func(tx *Tx) error {
				if err := tx.PutMeasure(&m, []string{r.ID}); err != nil {
					return err
				}
				_, err := tx.Reapply(r.ID)
				return err
			})
			c, err := s.Claim(t.Context(), k.ID)
			if err != nil {
				t.Fatal(err)
			}
			if m.Degrees > 0 && (*c.Place.Lat != 35.9 || c.Place.ID != "g1" || c.Place.Precision != isnad.PlaceNear) {
				t.Errorf("rounded: %+v", c.Place)
			}
			if m.Area != "" && (c.Place.Lat != nil || c.Place.Name != "Harbour" || c.Place.ID != "g2") {
				t.Errorf("widened: %+v", c.Place)
			}
			x, err := s.Report(t.Context(), r.ID, 0)
			if err != nil || strings.Contains(x.Text, "35.93") || len(x.Links) > 0 {
				t.Errorf("the text still tells the point: %q %v %v", x.Text, x.Links, err)
			}
			checkClean(t, s)
		}
		if list, _, err := s.Claims(t.Context(), ClaimQuery{Place: "g1"}); err != nil || len(list) > 0 {
			t.Errorf("found by the place that is not told: %v %v", list, err)
		}
		if _, err := s.Place(t.Context(), "g1"); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("a place that nothing speaks of any more has a page: %v", err)
		}
	})
}

func TestMeasures(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		for n := range 5 {
			m := isnad.Measure{ID: isnad.MakeID('m', string(rune('a'+n))), Kind: isnad.MeasureHold, About: "r1", Time: noon, Until: noon.Add(time.Duration(n) * time.Hour)}
			begin(t, s, func(tx *Tx) error { return tx.PutMeasure(&m, []string{"r1", "i1"}) })
		}
		over, err := s.HoldsOver(t.Context(), noon.Add(90*time.Minute))
		if err != nil || len(over) != 2 {
			t.Errorf("over: %v %v", over, err)
		}
		begin(t, s, func(tx *Tx) error {
			_, _, err := tx.LiftMeasure(over[0], "", noon)
			return err
		})
		first, next, err := s.Measures(t.Context(), MeasureQuery{Ref: "i1", Kind: isnad.MeasureHold, Page: Page{Limit: 3}})
		if err != nil || len(first) != 3 || next == "" || first[0].Number != 5 {
			t.Errorf("%v %q %v", first, next, err)
		}
		rest, next, err := s.Measures(t.Context(), MeasureQuery{Ref: "i1", Page: Page{Limit: 3, After: next}})
		if err != nil || len(rest) != 1 || next != "" {
			t.Errorf("%v %q %v", rest, next, err)
		}
		if all, _, err := s.Measures(t.Context(), MeasureQuery{Ended: true}); err != nil || len(all) != 5 {
			t.Errorf("%d %v", len(all), err)
		}
		if _, _, err := s.Measure(t.Context(), "m"); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("%v", err)
		}
		checkClean(t, s)
	})
}

func TestAccesses(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		for n := range 4 {
			err := s.RecordAccess(t.Context(), isnad.Access{Time: noon.Add(time.Duration(n) * time.Hour), Person: []string{"u1", "u2"}[n%2], Name: "N", What: isnad.AccessOriginal, About: "r1"})
			if err != nil {
				t.Fatal(err)
			}
		}
		list, next, err := s.Accesses(t.Context(), AccessQuery{Person: "u2", About: "r1", Page: Page{Limit: 1}})
		if err != nil || len(list) != 1 || list[0].Number != 4 || next == "" {
			t.Errorf("%v %q %v", list, next, err)
		}
		if n, err := s.ForgetAccesses(t.Context(), noon.Add(24*time.Hour)); err != nil || n != 3 {
			t.Errorf("forgot %d: %v", n, err)
		}
		if err := s.RecordAccess(t.Context(), isnad.Access{Time: noon, About: "r2"}); err != nil {
			t.Fatal(err)
		}
		if list, _, err := s.Accesses(t.Context(), AccessQuery{}); err != nil || len(list) != 2 || list[0].Number != 5 {
			t.Errorf("%v %v", list, err)
		}
	})
}

// No question about a held report finds cases about it or its claims, but that of the desk.
func TestCasesOfHeld(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		r, claim := spoken(t, s)
		for n, about := range []string{r.ID, claim.ID} {
			c := newCase(n, n)
			c.State, c.About, c.Report, c.Decided = isnad.CaseClosed, about, r.ID, noon
			openCase(t, s, &c, CaseKeys{Token: isnad.HashOf([]byte(c.ID))})
		}
		found := func(q CaseQuery) int {
			list, _, err := s.Cases(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			return len(list)
		}
		public, desk := CaseQuery{Report: r.ID, Public: true}, CaseQuery{Report: r.ID}
		if n := found(public); n != 2 {
			t.Errorf("before anything is held: %d", n)
		}
		hold := isnad.Measure{ID: "m2", Kind: isnad.MeasureHold, About: r.ID, Time: noon, Until: noon.Add(time.Hour)}
		begin(t, s, func(tx *Tx) error { return tx.PutMeasure(&hold, []string{r.ID}) })
		if n, of, all := found(public), found(CaseQuery{About: claim.ID, Public: true}), found(desk); n != 0 || all != 2 || of != 0 {
			t.Errorf("while it is held: %d, %d by the claim, and %d at the desk", n, of, all)
		}
		if n := found(CaseQuery{Public: true}); n != 2 { // that there are some is told
			t.Errorf("in the register: %d", n)
		}
		begin(t, s, func(tx *Tx) error {
			_, _, err := tx.LiftMeasure("m2", "", noon)
			return err
		})
		if n := found(public); n != 2 {
			t.Errorf("afterwards: %d", n)
		}
	})
}

// Notices and cases speak of reports from outside: what is hidden of a report may
// not be read there, and of one that was removed neither its title nor its words.
func TestVeil(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		r, _ := spoken(t, s)
		n := isnad.Notice{ID: "n1", Kind: isnad.NoticeClarification, Report: r.ID, Title: hiddenName + " speaks", Text: "So said " + hiddenName + ".", Issued: noon, Case: "d1", Act: 3}
		begin(t, s, func(tx *Tx) (err error) {
			if n.Number, err = tx.NextNotice(); err != nil {
				return err
			}
			return tx.PutNotice(&n)
		})
		public := func() isnad.Case {
			c := []isnad.Case{{ID: "d1", Kind: isnad.CaseCourtOrder, Report: r.ID, Quote: hiddenName + " told", Reasons: "as " + hiddenName + " asks", Acts: []isnad.CaseAct{{Kind: isnad.CaseDecide, Name: hiddenName}},
				Form: isnad.CaseForm{Kind: isnad.CaseCourtOrder, Text: "about " + hiddenName, About: r.ID, Version: 2, Span: &isnad.Span{End: 3}, Name: "Samira", Court: "Court of Idlib", Reference: "7/2025", Language: "ar"}, Ruling: &isnad.Ruling{Body: "words", Reasons: "reasons"}}}
			if err := s.VeilCases(t.Context(), c); err != nil {
				t.Fatal(err)
			}
			return c[0]
		}
		if c := public(); !strings.Contains(c.Quote, hiddenName) {
			t.Errorf("something is hidden before anybody hid it: %+v", c)
		}
		begin(t, s, func(tx *Tx) error {
			m := isnad.Measure{ID: "m1", Kind: isnad.MeasureRedact, About: r.ID, Time: noon, Name: "Nour", Marks: []isnad.Mark{{Kind: isnad.MarkName, Words: hiddenName}}}
			return tx.PutMeasure(&m, []string{r.ID})
		})
		got, err := s.Notice(t.Context(), "n1")
		list, _, err2 := s.Notices(t.Context(), NoticeQuery{Report: r.ID})
		standings, err3 := s.Standings(t.Context(), []string{r.ID})
		if err := errors.Join(err, err2, err3); err != nil || len(list) != 1 {
			t.Fatal(err, len(list))
		}
		shown, err := json.Marshal([]any{got, list, standings, public()})
		if err != nil || strings.Contains(string(shown), "Haddad") || !strings.Contains(string(shown), "██") {
			t.Errorf("still shown: %s %v", shown, err)
		}
		c, _, err := s.Capture(t.Context(), r.Capture)
		if err != nil {
			t.Fatal(err)
		}
		c.Address, c.Headers = "https://hill.example/"+strings.ReplaceAll(hiddenName, " ", "-"), map[string]string{"x-any": "words", "Content-Type": "text/html"}
		notes := []string{"of " + hiddenName}
		if err := s.VeilCapture(t.Context(), &c, notes); err != nil || c.Address != "https://hill.example/" || len(c.Headers) != 1 || strings.Contains(notes[0], hiddenName) {
			t.Errorf("the capture: %+v %q %v", c, notes, err)
		}
		hold := isnad.Measure{ID: "m2", Kind: isnad.MeasureHold, About: r.ID, Time: noon, Until: noon.Add(time.Hour)}
		begin(t, s, func(tx *Tx) error { return tx.PutMeasure(&hold, []string{r.ID}) })
		list, _, err = s.Notices(t.Context(), NoticeQuery{})
		if _, none := s.Notice(t.Context(), "n1"); err != nil || len(list) > 0 || !errors.Is(none, isnad.ErrNotFound) {
			t.Errorf("of a held report: %+v %v %v", list, none, err)
		}
		if err := s.VeilCapture(t.Context(), &c, notes); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("the capture of a held report: %v", err)
		}
		if c := public(); c.Report+c.About+c.Reasons+c.Ruling.Reasons != "" || c.ID == "" || !reflect.DeepEqual(c.Form, isnad.CaseForm{Kind: c.Kind}) || c.Acts[0].Name == hiddenName {
			t.Errorf("a case about a held report: %+v", c)
		}
		begin(t, s, func(tx *Tx) error {
			_, _, err := tx.LiftMeasure("m2", "", noon)
			return err
		})
		begin(t, s, func(tx *Tx) error {
			_, err := tx.Remove(Removal{Report: r.ID, Notice: "n2", Since: noon})
			return err
		})
		got, err = s.Notice(t.Context(), "n1")
		if c := public(); err != nil || got.Title != "" || got.Text == "" || c.Quote+c.Form.Text+c.Ruling.Body != "" || c.Reasons == "" || c.Ruling.Reasons == "" {
			t.Errorf("of a removed report: %+v, %+v, %v", got, c, err)
		}
	})
}
