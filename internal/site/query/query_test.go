package query

import (
	"net/url"
	"reflect"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/store"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func day(s string) isnad.Day {
	d, err := isnad.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

var sameDay = cmp.Comparer(func(a, b isnad.Day) bool { return a == b })

func TestIncidents(t *testing.T) {
	tests := []struct {
		name, raw string
		want      store.IncidentQuery
	}{
		{"nothing", "", store.IncidentQuery{}},
		{"a form's empty fields filter nothing", "q=&kind=&from=&bbox=&min_killed=&order=", store.IncidentQuery{}},
		{"unknown parameters are left alone", "utm_source=x", store.IncidentQuery{}},
		{"everything", "q=+water++tower%0a&kind=shelling&kind=air_strike&kind=shelling&from=2031-01-01&to=2031-12-31&country=sy&place=g1&party=p-x" +
			"&source=s1&status=likely&grading=weak&min_killed=3&bbox=-10,-20.5,30,40&order=killed&limit=7&after=abc",
			store.IncidentQuery{Words: "water tower", Events: []isnad.Event{"shelling", "air_strike"}, From: day("2031-01-01"), To: day("2031-12-31"),
				Country: "SY", Place: "g1", Party: "p-x", Source: "s1", Status: "likely", Grading: "weak", MinKilled: 3,
				BBox: &[4]float64{-10, -20.5, 30, 40}, Order: "killed", Page: store.Page{Limit: 7, After: "abc"}}},
		{"Arabic words stay as they are", "q=" + url.QueryEscape("قصف السوق"), store.IncidentQuery{Words: "قصف السوق"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, err := url.ParseQuery(tt.raw)
			if err != nil {
				t.Fatal(err)
			}
			got, err := Incidents(v)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, got, sameDay); d != "" {
				t.Error(d)
			}
		})
	}
}

// Every mistake names its parameter, and several are told at once.
func TestMistakesNameTheParameter(t *testing.T) {
	tests := []struct{ raw, want string }{
		{"kind=bomb", "kind"},
		{"from=yesterday", "from"},
		{"from=0000-01-01", "from"},
		{"from=2031-02-30", "from"},
		{"from=2031-02-02&to=2031-02-01", "to"},
		{"country=Syria", "country"},
		{"country=%E2%82%AC", "country"},
		{"place=a+b", "place"},
		{"party=" + strings.Repeat("p", 101), "party"},
		{"source=%00", "source"},
		{"source=%ff", "source"},
		{"status=sure", "status"},
		{"grading=good", "grading"},
		{"min_killed=-1", "min_killed"},
		{"min_killed=1e3", "min_killed"},
		{"min_killed=99999999999999999999", "min_killed"},
		{"bbox=1,2,3", "bbox"},
		{"bbox=1,2,3,NaN", "bbox"},
		{"bbox=1,2,3,Inf", "bbox"},
		{"bbox=10,2,3,4", "bbox"},
		{"bbox=1,20,3,4", "bbox"},
		{"bbox=-181,2,3,4", "bbox"},
		{"order=size", "order"},
		{"limit=0", "limit"},
		{"limit=1001", "limit"},
		{"after=a%0ab", "after"},
		{"q=" + strings.Repeat("ق", 201), "q"},
		{"q=a&q=b", "q"},
		{"order=size&kind=bomb&limit=x", "kind order limit"},
		{"kind=" + strings.Repeat("x&kind=", 64), "kind"},
	}
	for _, tt := range tests {
		v, err := url.ParseQuery(tt.raw)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Incidents(v)
		var names []string
		for _, m := range Mistakes(err) {
			names = append(names, m.Param)
			if len(m.Error()) > 1200 {
				t.Errorf("%s: message of %d bytes", tt.raw, len(m.Error()))
			}
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%s: mistakes in %q, want %q (%v)", short(tt.raw), got, tt.want, err)
		}
	}
}

func TestReportsClaimsNames(t *testing.T) {
	v, _ := url.ParseQuery("q=x&source=s1&language=ar&place=g1&party=p&incident=i1&capture=c1&from=2031-01-01&to=2031-01-02&limit=3&after=z")
	got, err := Reports(v)
	want := store.ReportQuery{Words: "x", Source: "s1", Language: "ar", Place: "g1", Party: "p", Incident: "i1", Capture: "c1",
		From: day("2031-01-01"), To: day("2031-01-02"), Page: store.Page{Limit: 3, After: "z"}}
	if d := cmp.Diff(want, got, sameDay); err != nil || d != "" {
		t.Error(err, d)
	}
	if d := cmp.Diff(v, ReportValues(got)); d != "" {
		t.Error(d)
	}
	if _, err := Reports(url.Values{"language": {"ar;DROP"}}); len(Mistakes(err)) != 1 {
		t.Errorf("language: %v", err)
	}
	claims, err := Claims(url.Values{"report": {"r1"}, "version": {"2"}, "incident": {"i1"}, "source": {"s"}, "place": {"g"}, "party": {"p"}})
	if d := cmp.Diff(store.ClaimQuery{Report: "r1", Version: 2, Incident: "i1", Claimant: "s", Place: "g", Party: "p"}, claims); err != nil || d != "" {
		t.Error(err, d)
	}
	cites, err := Citations(url.Values{"report": {"r1"}, "cited": {"r2"}, "basis": {"detected"}, "kind": {"copy"}, "missing": {"true"}, "limit": {"7"}})
	if d := cmp.Diff(store.CitationQuery{From: "r1", To: "r2", Basis: isnad.CitationDetected, Kind: isnad.CiteCopy, Missing: true, Page: store.Page{Limit: 7}}, cites); err != nil || d != "" {
		t.Error(err, d)
	}
	for _, bad := range []url.Values{{"basis": {"guessed"}}, {"kind": {"air_strike"}}, {"missing": {"yes"}}, {"missing": {"true", "true"}}} {
		if _, err := Citations(bad); len(Mistakes(err)) != 1 {
			t.Errorf("%v: %v", bad, err)
		}
	}
	words, page, err := Names(url.Values{"q": {"نهر"}, "limit": {"9"}})
	if words != "نهر" || page.Limit != 9 || err != nil {
		t.Error(words, page, err)
	}
}

func TestUnknown(t *testing.T) {
	err := Unknown(url.Values{"kind": {"x"}, "min_kiled": {"5"}, "colour": {"red"}}, IncidentParams()...)
	m := Mistakes(err)
	if len(m) != 2 || m[0].Param != "colour" || m[1].Param != "min_kiled" {
		t.Errorf("got %v", err)
	}
	if err := Unknown(url.Values{"kind": {"x"}}, IncidentParams()...); err != nil {
		t.Error(err)
	}
}

// What a query says can be written into an address and read back unchanged.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := day("2000-01-01").AddDays(rapid.IntRange(0, 9000).Draw(t, "from"))
		q := store.IncidentQuery{
			Words:     strings.Join(rapid.SliceOfN(rapid.StringMatching(`[a-zء-ي&=+%#"]{1,9}`), 0, 4).Draw(t, "q"), " "),
			Country:   rapid.SampledFrom([]string{"", "SY", "YE"}).Draw(t, "country"),
			Place:     rapid.StringMatching(`(g[0-9]{1,8})?`).Draw(t, "place"),
			Status:    rapid.SampledFrom(append(Statuses(), "")).Draw(t, "status"),
			Grading:   rapid.SampledFrom(append(Gradings(), "")).Draw(t, "grading"),
			MinKilled: rapid.IntRange(0, 1000).Draw(t, "killed"),
			Order:     rapid.SampledFrom(append(Orders(), "")).Draw(t, "order"),
			From:      from, To: from.AddDays(rapid.IntRange(0, 500).Draw(t, "days")),
			Page: store.Page{Limit: rapid.IntRange(0, 1000).Draw(t, "limit"), After: rapid.StringMatching(`[A-Za-z0-9+/=_-]{0,40}`).Draw(t, "after")},
		}
		if e := rapid.SampledFrom(append(isnad.Events(), "")).Draw(t, "kind"); e != "" {
			q.Events = []isnad.Event{e}
		}
		if rapid.Bool().Draw(t, "boxed") {
			w, s := rapid.Float64Range(-180, 180).Draw(t, "w"), rapid.Float64Range(-90, 90).Draw(t, "s")
			q.BBox = &[4]float64{w, s, min(180, w+1), min(90, s+1)}
		}
		v, err := url.ParseQuery(IncidentValues(q).Encode())
		if err != nil {
			t.Fatal(err)
		}
		got, err := Incidents(v)
		if err != nil || !reflect.DeepEqual(q, got) {
			t.Fatalf("%+v became %+v: %v", q, got, err)
		}
	})
}

// Whatever is sent, what comes out is bounded and fit for a database.
func FuzzQuery(f *testing.F) {
	f.Add("q=%00%ff&kind=air_strike&bbox=1,2,3,4")
	f.Add("from=2031-01-01&to=2030-01-01&limit=1000&after=%F0%9F%92%A5")
	f.Fuzz(func(t *testing.T, raw string) {
		v, _ := url.ParseQuery(raw)
		q, _ := Incidents(v)
		r, _ := Reports(v)
		c, _ := Claims(v)
		for _, s := range []string{q.Words, q.Place, q.After, q.Country, r.Words, r.Language, c.Report} {
			if len(s) > max(MaxWords*4, MaxAfter) || strings.ContainsRune(s, 0) || strings.ToValidUTF8(s, "") != s {
				t.Errorf("%q let through", s)
			}
		}
		if q.Limit < 0 || q.Limit > MaxLimit || q.MinKilled < 0 {
			t.Errorf("%+v", q)
		}
	})
}

// The queue waits for nothing in particular unless it is told so, and its address
// gives the same question again.
func TestQueue(t *testing.T) {
	q, err := Queue(url.Values{})
	if err != nil || q.Stand != store.StandOpen || q.Order != "harm" {
		t.Errorf("of nothing: %+v, %v", q, err)
	}
	for _, raw := range []string{"", "stand=all", "stand=second&order=apart", "q=water+tower&kind=clash&country=YE&stand=confirmed&order=origins&limit=7&after=abc"} {
		v, err := url.ParseQuery(raw)
		if err != nil {
			t.Fatal(err)
		}
		q, err := Queue(v)
		if err != nil {
			t.Errorf("%s: %v", raw, err)
		}
		again, err := Queue(QueueValues(q))
		if err != nil || !reflect.DeepEqual(again, q) {
			t.Errorf("%s: %+v, again %+v, %v", raw, q, again, err)
		}
	}
	for _, raw := range []string{"stand=sure", "order=date", "kind=bomb", "limit=-1"} {
		v, _ := url.ParseQuery(raw)
		if _, err := Queue(v); len(Mistakes(err)) != 1 {
			t.Errorf("%s: %v", raw, err)
		}
	}
}
