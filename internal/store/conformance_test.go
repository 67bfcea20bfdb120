package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/isnadtest/schema"
)

// Every test of this package that takes a Store runs on both engines: they must
// not differ in anything a caller can see. PostgreSQL has to be there: a missing
// server fails the tests, because half of what they promise would be unproven.
// They run beside each other: much of their time is waiting for a disk or a server.

func onBoth(t *testing.T, test func(t *testing.T, s *Store)) {
	t.Helper()
	t.Parallel()
	t.Run("sqlite", func(t *testing.T) { test(t, openTest(t, sqliteDSN(t))) })
	t.Run("postgres", func(t *testing.T) { test(t, openTest(t, postgresDSN(t))) })
}

func sqliteDSN(t testing.TB) string { return filepath.Join(t.TempDir(), "isnad.db") }

// postgresDSN is a schema whose tables are made and empty. Who looks at how they
// are made wants schema.New.
func postgresDSN(t testing.TB) string {
	return schema.Ready(t, func(dsn string) error {
		s, err := Open(context.Background(), dsn)
		if err != nil {
			return err
		}
		return s.Close()
	})
}

func openTest(t testing.TB, dsn string) *Store {
	t.Helper()
	s, err := Open(context.Background(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func must[T any](t testing.TB) func(T, error) T {
	return func(x T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
}

func begin(t testing.TB, s *Store, fn func(tx *Tx) error) {
	t.Helper()
	if err := s.Begin(context.Background(), fn); err != nil {
		t.Fatal(err)
	}
}

// clean fails the test for every fault that Check finds.
func checkClean(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Check(context.Background(), func(what string) { t.Errorf("fault: %s", what) }); err != nil {
		t.Fatal(err)
	}
}

func faults(t testing.TB, s *Store) []string {
	t.Helper()
	var out []string
	if err := s.Check(context.Background(), func(what string) { out = append(out, what) }); err != nil {
		t.Fatal(err)
	}
	return out
}

var noon = time.Date(2021, 3, 4, 12, 0, 0, 0, time.UTC)

// newCapture is a capture of made-up bytes, received at the minute after noon.
func newCapture(name string, minute int) isnad.Capture {
	h := isnad.HashOf([]byte(name))
	return isnad.Capture{ID: isnad.MakeID('c', string(h), name), SHA256: h, Size: int64(len(name)), Address: "https://" + name + ".example/", Place: name, Received: noon.Add(time.Duration(minute) * time.Minute)}
}

func newReport(c isnad.Capture, key, title, text string) isnad.Report {
	return isnad.Report{
		ID: isnad.MakeID('r', key), Key: key, Capture: c.ID, SHA256: c.SHA256, Source: "The Orchard Courier", SourceID: isnad.MakeID('s', "orchard courier"),
		Title: title, Text: text, Language: "en", Published: c.Received.Truncate(24 * time.Hour), Received: c.Received, Reader: "extract/test",
	}
}

func newClaim(ref ReportRef, n int, quote string) isnad.Claim {
	return isnad.Claim{
		ID: isnad.MakeID('k', ref.ID, fmt.Sprint(ref.Version), fmt.Sprint(n), quote), Event: isnad.EventShelling, Stage: isnad.StageAccomplished,
		Polarity: isnad.Affirmed, Claimant: isnad.MakeID('s', "orchard courier"), Quote: quote, Span: isnad.Span{Start: n, End: n + 5}, Review: isnad.Suggested,
	}
}

func incidentOf(claims ...isnad.Claim) isnad.Incident {
	i := isnad.Incident{ID: isnad.MakeID('i', claims[0].ID), Title: "Shelling", Event: claims[0].Event, When: claims[0].When, Place: claims[0].Place, Actors: claims[0].Actors, Review: isnad.Suggested}
	for _, c := range claims {
		i.Claims = append(i.Claims, c.ID)
		i.Killed = i.Killed.Add(c.Killed)
		i.Injured = i.Injured.Add(c.Injured)
		if !slices.ContainsFunc(i.BySource, func(f isnad.SourceFigures) bool { return f.Source == c.Claimant }) {
			i.BySource = append(i.BySource, isnad.SourceFigures{Source: c.Claimant, Claims: []string{c.ID}})
		}
	}
	return i
}

func day(s string) isnad.Day {
	d, err := isnad.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// world is made-up reports with claims and incidents, the same for the same seed.
type world struct {
	captures  []isnad.Capture
	reports   []isnad.Report
	claims    map[string][]isnad.Claim // by report
	incidents []isnad.Incident
}

var (
	worldWords = strings.Fields(`the shells fell on a market near the river and hospital staff said that houses were damaged while residents fled toward
		the northern road convoy checkpoint bakery school bridge morning evening raid strike strikes killed wounded injured children women fighters army
		council statement witnesses agency reported civil defence teams rubble search night shelling artillery rockets village town district province
		غارة غارات الطيران المدينة الجيش قتلى جرحى أطفال مدنيين القصف المستشفى السوق النهر مصادر محلية`)
	worldEvents = []isnad.Event{isnad.EventAirStrike, isnad.EventShelling, isnad.EventClash, isnad.EventKilling}
)

// newWorld makes n reports, some 1.3 claims each, and an incident for every two claims.
func newWorld(seed uint64, n int) world {
	r := rand.New(rand.NewPCG(seed, 7))
	w := world{claims: map[string][]isnad.Claim{}}
	pick := func(n int) int { return r.IntN(n) }
	for i := range n {
		if i%100 == 0 {
			w.captures = append(w.captures, newCapture(fmt.Sprintf("world-%d-%d", seed, i), i))
		}
		c := w.captures[len(w.captures)-1]
		text := make([]string, 60+pick(300))
		for k := range text {
			text[k] = worldWords[pick(len(worldWords))]
			if pick(40) == 0 {
				text[k] = fmt.Sprintf("name%d", pick(5000))
			}
		}
		rep := newReport(c, fmt.Sprintf("%d/%d", seed, i), strings.Join(text[:8], " "), strings.Join(text, " "))
		outlet := fmt.Sprintf("outlet %d", pick(12))
		rep.Source, rep.SourceID = outlet, isnad.MakeID('s', outlet)
		rep.Language = []string{"en", "ar", ""}[pick(3)]
		rep.Published = time.Time{}
		if pick(10) > 0 {
			rep.Published = noon.AddDate(0, 0, -pick(3000)).Truncate(time.Hour)
		}
		rep.Bytes = &isnad.Bytes{Offset: int64(i%100) * 5000, Length: 4000}
		w.reports = append(w.reports, rep)
		ref := ReportRef{rep.ID, 1}
		for k := range pick(4) - pick(2) {
			w.claims[rep.ID] = append(w.claims[rep.ID], w.claim(r, ref, k, text))
		}
	}
	w.group(r)
	return w
}

func (w *world) claim(r *rand.Rand, ref ReportRef, n int, text []string) isnad.Claim {
	k := newClaim(ref, n, strings.Join(text[n*5:n*5+12], " "))
	k.Report, k.Version = ref.ID, ref.Version
	k.Event = worldEvents[r.IntN(len(worldEvents))]
	k.Claimant = isnad.MakeID('s', fmt.Sprintf("claimant %d", r.IntN(20)))
	if r.IntN(12) > 0 {
		k.When.From = isnad.DayOf(noon).AddDays(-r.IntN(3000))
		k.When.To = k.When.From.AddDays([]int{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 6, 30, 200}[r.IntN(16)])
		k.When.Precision = isnad.PrecisionOf(k.When.From, k.When.To)
	}
	province := r.IntN(14)
	k.Place = isnad.Where{Name: "Somewhere", Country: []string{"SY", "SY", "SY", "IQ", ""}[r.IntN(5)], Precision: isnad.PlaceCountry}
	if r.IntN(6) > 0 {
		k.Place.Province, k.Place.Precision = fmt.Sprintf("g9%03d", province), isnad.PlaceProvince
		if r.IntN(4) > 0 {
			town := r.IntN(30)
			lat, lon := 32+float64(province)*0.3+float64(town)*0.01, 36+float64(province)*0.4+float64(town)*0.012
			k.Place.ID, k.Place.District = fmt.Sprintf("g%d", 1000+province*30+town), fmt.Sprintf("g8%03d", province*3+town%3)
			k.Place.Lat, k.Place.Lon, k.Place.Precision = &lat, &lon, isnad.PlaceExact
		} else {
			k.Place.ID = k.Place.Province
		}
	}
	for range r.IntN(3) {
		p := r.IntN(6)
		k.Actors = append(k.Actors, isnad.Actor{ID: fmt.Sprintf("p-%d", p), Name: fmt.Sprintf("Party %d", p)})
	}
	if r.IntN(3) > 0 {
		lo := r.IntN(40)
		hi := lo + r.IntN(10)
		k.Killed = &isnad.Range{Min: &lo, Max: &hi}
	}
	if r.IntN(3) > 0 {
		lo := r.IntN(90)
		k.Injured = &isnad.Range{Min: &lo}
	}
	return k
}

// group makes an incident of every two claims that follow each other.
func (w *world) group(r *rand.Rand) {
	var open []isnad.Claim
	flush := func() {
		if len(open) == 0 {
			return
		}
		i := incidentOf(open...)
		i.Status = []isnad.StrikeStatus{isnad.StrikeDeclared, isnad.StrikeLikely, isnad.StrikeSingleSource, isnad.StrikeContested}[r.IntN(4)]
		i.Grading = []isnad.Grading{isnad.GradeFair, isnad.GradeWeak, isnad.GradeContested}[r.IntN(3)]
		i.Review = []isnad.Review{isnad.Suggested, isnad.Confirmed, isnad.Rejected}[r.IntN(3)]
		i.Origins = r.IntN(4)
		switch r.IntN(4) {
		case 0:
			i.Decision = &isnad.Decision{Last: "a1", Waiting: []string{"a1"}}
		case 1:
			i.Decision = &isnad.Decision{Last: "a1"}
		}
		i.Title = "Incident of " + open[0].Quote
		w.incidents = append(w.incidents, i)
		open = nil
	}
	for i := range w.reports {
		for _, c := range w.claims[w.reports[i].ID] {
			if open = append(open, c); len(open) == 2 {
				flush()
			}
		}
	}
	flush()
}

// put writes the world in transactions of up to 500 reports.
func (w *world) put(t testing.TB, s *Store) {
	t.Helper()
	for _, c := range w.captures {
		if _, _, err := s.AddCapture(context.Background(), c); err != nil {
			t.Fatal(err)
		}
	}
	for part := range slices.Chunk(w.reports, 500) {
		begin(t, s, func(tx *Tx) error { return w.putReports(tx, part) })
	}
	for part := range slices.Chunk(w.incidents, 500) {
		begin(t, s, func(tx *Tx) error {
			for _, i := range part {
				if err := tx.PutIncident(i); err != nil {
					return err
				}
			}
			return nil
		})
	}
}

func (w *world) putReports(tx *Tx, reports []isnad.Report) error {
	refs, err := tx.PutReports(reports)
	if err != nil {
		return err
	}
	tx.expected = refs // as in a job of StepAttribute
	for i := range reports {
		ref := ReportRef{reports[i].ID, 1}
		if _, err := tx.PutClaims(ref, w.claims[ref.ID], nil, []isnad.Citation{{To: reports[i].SourceID, ToName: reports[i].Source, Kind: isnad.CiteAgency}}); err != nil {
			return err
		}
	}
	return nil
}
