package export

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"isnad"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares with testdata/NAME.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s (run with -update to accept):\n%s", path, d)
	}
}

func write[T any](t testing.TB, make func() (Encoder[T], error), values ...T) {
	t.Helper()
	e, err := make()
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range values {
		if err := e.Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
}

func reports(t testing.TB, f Format, o Options, v ...isnad.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	write(t, func() (Encoder[isnad.Report], error) { return Reports(&b, f, o) }, v...)
	return b.Bytes()
}

func claims(t testing.TB, f Format, o Options, v ...isnad.Claim) []byte {
	t.Helper()
	var b bytes.Buffer
	write(t, func() (Encoder[isnad.Claim], error) { return Claims(&b, f, o) }, v...)
	return b.Bytes()
}

func uncited(t testing.TB, f Format, o Options, v ...Uncited) []byte {
	t.Helper()
	var b bytes.Buffer
	write(t, func() (Encoder[Uncited], error) { return MissingCitations(&b, f, o) }, v...)
	return b.Bytes()
}

func citations(t testing.TB, f Format, v ...isnad.Citation) []byte {
	t.Helper()
	var b bytes.Buffer
	write(t, func() (Encoder[isnad.Citation], error) { return Citations(&b, f, Options{}) }, v...)
	return b.Bytes()
}

func incidents(t testing.TB, f Format, o Options, v ...isnad.Incident) []byte {
	t.Helper()
	var b bytes.Buffer
	write(t, func() (Encoder[isnad.Incident], error) { return Incidents(&b, f, o) }, v...)
	return b.Bytes()
}

func day(s string) isnad.Day {
	d, err := isnad.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func ptr[T any](v T) *T { return &v }

// site is options with an address.
func site() Options {
	return Options{BaseURL: "https://reports.example.org/", Title: "Example record", Self: "https://reports.example.org/feeds/x"}
}

// The sample world: made-up outlets, made-up people.

func sampleReport() isnad.Report {
	return isnad.Report{
		ID: "r0a", Version: 2, Capture: "c0a", SHA256: isnad.HashOf([]byte("x")),
		Source: "Harbour Post", SourceID: "s0a", Title: `Shells hit "old" market & <port>`, Bylines: []string{"Mira Tolan", "Sam Oke"},
		Agency: "CNA", Dateline: isnad.Dateline{Place: "HODEIDAH", Date: day("2031-03-02"), Words: "HODEIDAH, March 2 (CNA)"},
		Published: time.Date(2031, 3, 2, 0, 0, 0, 0, time.UTC), Changed: time.Date(2031, 3, 3, 8, 30, 0, 0, time.UTC),
		Received: time.Date(2031, 3, 4, 9, 0, 0, 0, time.UTC), Language: "en", Submitter: "A. Reader", Terms: "Reprint with credit.",
		Notes: []string{"Opinions are the authors' own."}, Canonical: "https://harbour.example/1", Address: "https://harbour.example/1?x=1&y=2",
		Links: []isnad.Link{{URL: "https://maps.example/?q=14.8,42.9", Rel: "map", Lat: ptr(14.8), Lon: ptr(42.9)}},
		Media: []isnad.Media{{URL: "https://harbour.example/1.jpg", Kind: "image", Caption: "Smoke"}},
		Text:  "Four shells fell on the old market on Monday.\n\nThe health office said three people were killed.", Reader: "extract/1",
	}
}

func arabicReport() isnad.Report {
	return isnad.Report{
		ID: "r0b", Version: 1, Capture: "c0b", SHA256: isnad.HashOf([]byte("y")), Source: "صوت الميناء", SourceID: "s0b",
		Title: "قصف على السوق القديم", Received: time.Date(2031, 3, 4, 10, 0, 0, 0, time.UTC), Language: "ar",
		Address: "file:sawt.txt", Text: "سقطت أربع قذائف على السوق.", Reader: "extract/1",
	}
}

func sampleClaim() isnad.Claim {
	return isnad.Claim{
		ID: "k0a", Report: "r0a", Version: 2, Incident: "i0a", Event: isnad.EventShelling, Stage: isnad.StageAccomplished, Polarity: isnad.Affirmed,
		When: isnad.Period{From: day("2031-03-02"), To: day("2031-03-02"), Precision: isnad.DateDay, Basis: isnad.BasisWeekday, Words: "on Monday"},
		Place: isnad.Where{ID: "g79415", Name: "the old market", Within: []string{"Hodeidah"}, At: "Al Hudaydah", Country: "YE", Province: "g79416",
			Lat: ptr(14.79781), Lon: ptr(42.95452), Precision: isnad.PlaceNear},
		Actors: []isnad.Actor{{ID: "p-north", Name: "Northern Brigade"}, {Name: "gunmen"}}, Targets: []string{"a market"},
		Counts: []isnad.Count{{Outcome: isnad.Killed, Category: isnad.CategoryAll, Min: ptr(3), Max: ptr(3), Qualifier: isnad.Exact,
			Words: "three people", Span: isnad.Span{Start: 70, End: 82}, Scope: isnad.ScopeIncident}},
		Killed: &isnad.Range{Min: ptr(3), Max: ptr(3)}, Injured: &isnad.Range{Min: ptr(12), Approx: true}, Victims: map[isnad.Category]int{"children": 1, "women": 2},
		Weapon: "shells", Attribution: []string{"the health office"}, Claimant: "s0c", Via: []string{"CNA"}, Stance: isnad.StanceAsserted,
		Span: isnad.Span{Start: 47, End: 93}, Quote: "The health office said three people were killed.", Confidence: 0.75, Reader: "attribute/1", Review: isnad.Suggested,
		Filled: map[string]isnad.Filled{"place": {By: "model orchard-7b", Words: "the old market", Span: isnad.Span{Start: 3, End: 17}, Time: time.Date(2031, 3, 5, 9, 0, 0, 0, time.UTC)},
			"event": {By: "model orchard-7b", Words: "shells", Span: isnad.Span{Start: 50, End: 56}, Instead: "attack", Time: time.Date(2031, 3, 5, 9, 0, 0, 0, time.UTC)}},
	}
}

// sampleCopy is a detected link of the chain.
func sampleCopy() isnad.Citation {
	return isnad.Citation{From: "r0b", Version: 1, To: "r0a", ToVer: 2, ToName: "Harbour Post", Basis: isnad.CitationDetected, Kind: isnad.CiteCopy,
		Passages: []isnad.Passage{{Span: isnad.Span{Start: 0, End: 44}, Original: &isnad.Span{Start: 2, End: 46}}, {Span: isnad.Span{Start: 50, End: 90}, Original: &isnad.Span{Start: 60, End: 101}}},
		Changes: []isnad.Change{
			{Kind: isnad.ChangeNumber, Copy: isnad.Span{Start: 70, End: 72}, Original: isnad.Span{Start: 80, End: 85}, Now: "30", Was: "three", Meaning: true},
			{Kind: isnad.ChangeHedgeDropped, Copy: isnad.Span{Start: 90, End: 90}, Original: isnad.Span{Start: 90, End: 99}, Was: "allegedly", Meaning: true},
			{Kind: isnad.ChangeName, Copy: isnad.Span{Start: 10, End: 14}, Original: isnad.Span{Start: 12, End: 16}, Now: "Saba", Was: "Sabā"},
			{Kind: "a_kind_to_come", Meaning: true}},
		Copied: 0.875, Order: isnad.OrderReceived, Missing: true}
}

// sampleUncited is a copy that names nobody, with both reports.
func sampleUncited() Uncited {
	c, o := arabicReport(), sampleReport()
	c.Text, o.Text = "", ""
	return Uncited{sampleCopy(), c, o}
}

// bareClaim is one of which nothing but the passage is known.
func bareClaim() isnad.Claim {
	return isnad.Claim{ID: "k0b", Report: "r0b", Version: 1, Event: isnad.EventAttack, Stage: isnad.StageAccomplished, Polarity: isnad.Denied,
		Stance: isnad.StanceDenied, Quote: "-4 جرحى", Review: isnad.Suggested}
}

func sampleIncident() isnad.Incident {
	c := sampleClaim()
	return isnad.Incident{
		ID: "i0a", Title: "Shelling of the old market, Hodeidah", Event: c.Event, When: c.When, Place: c.Place, Actors: c.Actors,
		Status: isnad.StrikeContested, Grading: isnad.GradeFair, Killed: isnad.Bounds{Low: 3, High: 5, Known: true},
		BySource: []isnad.SourceFigures{
			{Source: "s0c", Name: "the health office", Killed: isnad.Bounds{Low: 3, High: 5, Known: true}, Stance: isnad.StanceAsserted, Claims: []string{"k0a"}, Outlets: []string{"s0a", "s0b"}, Carried: []string{"k0a"},
				ByCategory: []isnad.CategoryFigures{{Category: isnad.CategoryChildren, Killed: isnad.Bounds{Low: 1, High: 2, Known: true}}}},
			{Source: "s0d", Name: "Northern Brigade", Stance: isnad.StanceDenied, Claims: []string{"k0c"}, Outlets: []string{"s0a"}},
		},
		ByCategory:   []isnad.CategoryFigures{{Category: isnad.CategoryChildren, Killed: isnad.Bounds{Low: 1, High: 2, Known: true}}},
		StatusReason: isnad.Reason{Rule: isnad.RuleDenied, Claims: []string{"k0a"}, Against: []string{"k0c"}}, GradingReason: isnad.Reason{Rule: isnad.RulePerson},
		Roots:   []isnad.Root{{Source: "s0c", Name: "the health office"}, {Name: "Harbour Post", Report: "r0z"}},
		Figures: []isnad.Figure{{Outcome: isnad.Killed, Low: 3, High: 3, Outlets: 2, Origins: 1}, {Outcome: isnad.Killed, Low: 4, High: 5, Outlets: 1, Origins: 1}},
		Outlets: 2, Origins: 2, Claims: []string{"k0a", "k0c"}, Review: isnad.Suggested, Maker: "reconcile/1",
	}
}

// at is the sample incident moved to a place of another precision.
func at(id string, w isnad.Where) isnad.Incident {
	i := sampleIncident()
	i.ID, i.Place = id, w
	return i
}

func TestGolden(t *testing.T) {
	r, c, i := []isnad.Report{sampleReport(), arabicReport()}, []isnad.Claim{sampleClaim(), bareClaim()},
		[]isnad.Incident{sampleIncident(), {ID: "i0b", Event: isnad.EventOther, Status: isnad.StrikeSingleSource, Grading: isnad.GradeWeak, Review: isnad.Suggested}}
	golden(t, "reports.jsonl", reports(t, JSONL, Options{}, r...))
	golden(t, "reports.csv", reports(t, CSV, Options{}, r...))
	golden(t, "reports.atom", reports(t, Atom, site(), r...))
	golden(t, "reports.rss", reports(t, RSS, site(), r...))
	golden(t, "reports.json", reports(t, JSONFeed, site(), r...))
	golden(t, "claims.jsonl", claims(t, JSONL, Options{}, c...))
	golden(t, "claims.csv", claims(t, CSV, Options{}, c...))
	golden(t, "incidents.jsonl", incidents(t, JSONL, Options{}, i...))
	golden(t, "incidents.csv", incidents(t, CSV, Options{}, i...))
	golden(t, "incidents.geojson", incidents(t, GeoJSON, site(), i...))
	golden(t, "incidents.atom", incidents(t, Atom, site(), i...))
	golden(t, "incidents.rss", incidents(t, RSS, site(), i...))
	golden(t, "incidents.json", incidents(t, JSONFeed, site(), i...))

	cites := []isnad.Citation{
		{From: "r0a", Version: 2, To: "s0c", ToName: "the health office", Basis: isnad.CitationDeclared, Kind: isnad.CiteAttribution, Passages: []isnad.Passage{{Span: isnad.Span{Start: 47, End: 64}}}},
		sampleCopy(),
	}
	golden(t, "citations.jsonl", citations(t, JSONL, cites...))
	golden(t, "citations.csv", citations(t, CSV, cites...))
	golden(t, "uncited.atom", uncited(t, Atom, site(), sampleUncited()))
	golden(t, "uncited.rss", uncited(t, RSS, site(), sampleUncited()))
	golden(t, "uncited.json", uncited(t, JSONFeed, site(), sampleUncited()))

	var b bytes.Buffer
	write(t, func() (Encoder[isnad.Source], error) { return Sources(&b, JSONL, Options{}) },
		isnad.Source{ID: "s0a", Name: "Harbour Post", Kind: isnad.SourceOutlet, Home: "https://harbour.example/"})
	write(t, func() (Encoder[isnad.Place], error) { return Places(&b, JSONL, Options{}) },
		isnad.Place{ID: "g79415", Name: "Al Hudaydah", Kind: isnad.KindTown, Country: "YE", Lat: 14.79781, Lon: 42.95452, Population: 617871, RadiusKM: 6},
		isnad.Place{ID: "g79416", Name: "Al Hudaydah", Kind: isnad.KindProvince, Country: "YE", Lat: 15, Lon: 43, Area: [][2]float64{{42, 14}, {44, 14}, {44, 16}, {42, 14}}})
	write(t, func() (Encoder[isnad.Party], error) { return Parties(&b, JSONL, Options{}) },
		isnad.Party{ID: "p-north", Name: "Northern Brigade", Names: []isnad.Name{{Text: "لواء الشمال", Language: "ar"}}, Kind: "armed_group"})
	golden(t, "names.jsonl", b.Bytes())
}

// Whatever Formats promises can be written, and nothing else.
func TestFormats(t *testing.T) {
	var b bytes.Buffer
	try := map[string]func(Format) error{
		"report":   func(f Format) error { _, err := Reports(&b, f, site()); return err },
		"claim":    func(f Format) error { _, err := Claims(&b, f, site()); return err },
		"incident": func(f Format) error { _, err := Incidents(&b, f, site()); return err },
		"citation": func(f Format) error { _, err := Citations(&b, f, site()); return err },
		"uncited":  func(f Format) error { _, err := MissingCitations(&b, f, site()); return err },
		"source":   func(f Format) error { _, err := Sources(&b, f, site()); return err },
		"place":    func(f Format) error { _, err := Places(&b, f, site()); return err },
		"party":    func(f Format) error { _, err := Parties(&b, f, site()); return err },
		"record":   func(f Format) error { _, err := Records(&b, f, site()); return err },
	}
	all := []Format{JSONL, CSV, GeoJSON, Atom, RSS, JSONFeed, UCDP, Airwars, "pdf", ""}
	for kind, open := range try {
		listed := map[Format]bool{}
		for _, f := range Formats(kind) {
			listed[f] = true
		}
		for _, f := range all {
			if err := open(f); (err == nil) != listed[f] {
				t.Errorf("%s as %q: %v", kind, f, err)
			}
		}
	}
	if Formats("weather") != nil || Columns("weather") != nil {
		t.Error("formats of an unknown kind")
	}
	for _, f := range all[:8] {
		if f.MediaType() == "application/octet-stream" {
			t.Errorf("%s has no media type", f)
		}
	}
}

// brokenWriter fails after some bytes, like a full disk.
type brokenWriter struct{ left int }

func (b *brokenWriter) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, os.ErrDeadlineExceeded
	}
	return len(p), nil
}

// A failed write is told at the latest by Close, in every format.
func TestWriteErrorsAreTold(t *testing.T) {
	for _, f := range Formats("incident") {
		e, err := Incidents(&brokenWriter{left: 10_000}, f, site())
		if err != nil {
			t.Fatal(err)
		}
		for range 100 {
			err = e.Encode(sampleIncident())
		}
		if closed := e.Close(); err == nil || closed == nil {
			t.Errorf("%s: Encode said %v, Close said %v", f, err, closed)
		}
	}
}

// A document without values is still a whole document.
func TestEmpty(t *testing.T) {
	if got := string(incidents(t, GeoJSON, Options{})); got != "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n" {
		t.Errorf("GeoJSON: %q", got)
	}
	if got := string(incidents(t, JSONL, Options{})); got != "" {
		t.Errorf("JSONL: %q", got)
	}
	if got := reports(t, CSV, Options{BOM: true}); !bytes.HasPrefix(got, []byte("\xEF\xBB\xBFid,version,")) || bytes.Count(got, []byte("\r\n")) != 1 {
		t.Errorf("CSV: %q", got)
	}
}
