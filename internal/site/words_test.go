package site

import (
	"strings"
	"testing"

	"isnad"
	"isnad/internal/site/basemap"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

func dayOf(t testing.TB, s string) isnad.Day {
	t.Helper()
	d, err := isnad.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A period is written as closely as it is known.
func TestWhenWords(t *testing.T) {
	for _, tt := range []struct{ from, to, want string }{
		{"2017-10-23", "2017-10-23", "23 October 2017"},
		{"2017-10-21", "2017-10-24", "21–24 October 2017"},
		{"2017-10-01", "2017-10-31", "October 2017"},
		{"2020-02-01", "2020-02-29", "February 2020"},
		{"2017-09-28", "2017-10-02", "28 September – 2 October 2017"},
		{"2017-12-30", "2018-01-02", "30 December 2017 – 2 January 2018"},
		{"2017-01-01", "2017-12-31", "2017"},
		{"2017-10-23", "2017-10-20", "23 October 2017"},
	} {
		if got := whenWords(isnad.Period{From: dayOf(t, tt.from), To: dayOf(t, tt.to)}); got != tt.want {
			t.Errorf("%s to %s: %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
	if got := whenWords(isnad.Period{}); got != "date unknown" {
		t.Error(got)
	}
}

// Every word of the enumerations has words of its own on the pages.
func TestEveryEnumerationHasWords(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range isnad.Events() {
		w := eventWords(e)
		if seen[w] || e != isnad.EventOther && w == eventWords(isnad.EventOther) {
			t.Errorf("%s has no words of its own: %q", e, w)
		}
		seen[w] = true
	}
	for _, s := range query.Statuses() {
		if statusWords(s) == statusWords("") || statusWhy(s) == statusWhy("") {
			t.Errorf("%s has no words", s)
		}
	}
	for _, g := range query.Gradings() {
		if gradingWords(g) == gradingWords("") || gradingWhy(g) == gradingWhy("") {
			t.Errorf("%s has no words", g)
		}
	}
}

func TestFigures(t *testing.T) {
	b := func(low, high int) isnad.Bounds { return isnad.Bounds{Low: low, High: high, Known: true} }
	two := []isnad.SourceFigures{{}, {}}
	for _, tt := range []struct {
		i    isnad.Incident
		want string
	}{
		{isnad.Incident{Killed: b(14, 41), BySource: two}, "14–41 killed, as claimed by 2 sources"},
		{isnad.Incident{Killed: b(14, 14), Injured: b(1200, 1300), BySource: two[:1]}, "14 killed and 1,200–1,300 injured, as claimed by 1 source"},
		{isnad.Incident{Killed: b(0, 0), BySource: two}, "0 killed, as claimed by 2 sources"},
		{isnad.Incident{BySource: two}, "reported by 2 sources, without figures"},
		{isnad.Incident{}, "no figures claimed"},
	} {
		if got := figuresWords(tt.i); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	for _, tt := range []struct {
		i    isnad.Incident
		want string
	}{
		{isnad.Incident{Outlets: 1, Origins: 1, BySource: two[:1]}, "Carried by 1 outlet; 1 independent origin."},
		{isnad.Incident{Outlets: 9, Origins: 1, BySource: two}, "Carried by 9 outlets; 1 independent origin."},
		{isnad.Incident{Outlets: 9, Origins: 2, BySource: make([]isnad.SourceFigures, 5)}, "Carried by 9 outlets; 2 independent origins."},
		{isnad.Incident{Outlets: 2, BySource: two}, "Carried by 2 outlets."},
	} {
		if got := spreadWords(tt.i); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	n, m := 14, 20
	for _, tt := range []struct {
		r    *isnad.Range
		want string
	}{{nil, ""}, {&isnad.Range{}, ""}, {&isnad.Range{Min: &n}, "at least 14"}, {&isnad.Range{Max: &n}, "up to 14"}, {&isnad.Range{Min: &n, Max: &m}, "14–20"}, {&isnad.Range{Min: &n, Max: &n, Approx: true}, "about 14"}} {
		if got := claimedWords(tt.r); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", -1234567: "−1,234,567"} {
		if got := number(n); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
}

func TestWhereWords(t *testing.T) {
	s := &site{base: basemap.New()}
	for _, tt := range []struct {
		w    isnad.Where
		want string
	}{
		{isnad.Where{}, "place unknown"},
		{isnad.Where{Name: "al-Qussour", Within: []string{"Deir Ezzor"}, At: "Deir ez-Zor", Country: "SY", Precision: 2}, "al-Qussour, Deir ez-Zor, Deir Ezzor, Syria"},
		{isnad.Where{Name: "Ar-Raqqah", At: "Ar Raqqah", Country: "SY", Precision: 1}, "Ar-Raqqah, Syria"},
		{isnad.Where{Name: "Mali", At: "Mali", Country: "ML", Precision: 6}, "Mali"},
		{isnad.Where{Country: "IQ"}, "Iraq"},
	} {
		if got := s.whereWords(tt.w); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// A line of names runs from the closest to the widest whatever script they are in: an Arabic name does
// not turn those beside it.
func TestWhereIsolated(t *testing.T) {
	s := &site{base: basemap.New()}
	for _, tt := range []struct {
		w    isnad.Where
		want string
	}{
		{isnad.Where{Name: "سوق الماشية", At: "El Obeid", Within: []string{"الأبيض"}, Country: "SD", Precision: 2}, "\u2068سوق الماشية\u2069, El Obeid, \u2068الأبيض\u2069, Sudan"},
		{isnad.Where{Name: "Raqqa", Country: "SY"}, "Raqqa, Syria"},
	} {
		if got := s.whereIsolated(tt.w); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	for r, want := range map[rune]bool{'א': true, 'س': true, 'a': false, 'д': false, '1': false, ' ': false} {
		if got := rightToLeft(r); got != want {
			t.Errorf("%c runs from right to left: %v", r, got)
		}
	}
}

func TestLanguages(t *testing.T) {
	for tag, want := range map[string]string{"en": "ltr", "ar": "rtl", "ar-SY": "rtl", "fa": "rtl", "uk": "ltr", "": "auto", "zz-!": "auto", "und": "auto", `x"><`: "auto"} {
		if got := direction(tag); got != want {
			t.Errorf("%q runs %s, want %s", tag, got, want)
		}
	}
	if got := plainText("a\u202Eb\u2067c\x00d\n\ne"); got != "abcd e" {
		t.Errorf("%q", got)
	}
	for address, want := range map[string]bool{"https://a.example/x": true, "http://a.example": true, "javascript:alert(1)": false, "https://": false, "//a.example": false, "file:///etc/passwd": false, "https://user:pass@a.example": false, "https://a.example/" + strings.Repeat("x", 5000): false} {
		if webAddress(address) != want {
			t.Errorf("%.40s: %v", address, !want)
		}
	}
}

// A long timeline goes to coarser units instead of thinner bars, and holds the same total.
func TestTimelineUnits(t *testing.T) {
	from := dayOf(t, "2031-01-06")
	for _, tt := range []struct {
		unit, to string
		want     int
	}{{"day", "2031-01-08", 3}, {"week", "2031-02-03", 5}, {"month", "2031-12-01", 11}, {"year", "2035-01-01", 4}} {
		d := from
		if tt.unit == "month" {
			d = dayOf(t, "2031-02-01")
		}
		if tt.unit == "year" {
			d = dayOf(t, "2032-01-01")
		}
		if got := between(d, dayOf(t, tt.to), tt.unit, 1000); len(got) != tt.want {
			t.Errorf("%s: %d steps, want %d", tt.unit, len(got), tt.want)
		}
	}
	bins := []store.Bin{{From: from, Incidents: 3}, {From: from.AddDays(7), Incidents: 1}, {From: from.AddDays(70), Incidents: 9}}
	v := drawTimeline(bins, between(from, from.AddDays(70), "week", 1000), "week", store.IncidentQuery{}, 460, 130)
	if len(v.Bars) != 3 || v.Total != 13 || v.Most != 9 || len(v.Rows) != 3 {
		t.Errorf("%d bars, %d in all, at most %d", len(v.Bars), v.Total, v.Most)
	}
	for _, b := range v.Bars {
		if b.X < 0 || b.X+b.W > 460 || b.Y < 0 || b.Y+b.H > 130 {
			t.Errorf("a bar outside of the picture: %+v", b)
		}
	}
	for _, x := range v.Ticks { // some six units a letter; the figures of the axis end at 28
		if half := 3 * float64(len(x.Text)); x.At-half < 28 || x.At+half > 460 {
			t.Errorf("%q at %.0f runs into the axis or out of the picture", x.Text, x.At)
		}
	}
}

// A plot keeps to its picture whatever the figures, and tells one number from a range.
func TestPlot(t *testing.T) {
	k := func(name string, low, high int) sourceRow {
		return sourceRow{Display: name, SourceFigures: isnad.SourceFigures{Killed: isnad.Bounds{Low: low, High: high, Known: true}}}
	}
	if plotOf([]sourceRow{k("one", 3, 9)}) != nil {
		t.Error("one source was plotted against itself")
	}
	p := plotOf([]sourceRow{k("a", 14, 14), k("b", 9, 41), k("c", 0, 1<<50)})
	if len(p.Panels) != 1 || len(p.Panels[0].Rows) != 3 || !p.Panels[0].Rows[0].Single || p.Panels[0].Rows[1].Single {
		t.Fatalf("%+v", p)
	}
	for _, r := range p.Panels[0].Rows {
		if r.X0 < plotNames || r.X1 > plotWidth-plotRight+1 || r.X0 > r.X1 {
			t.Errorf("%+v", r)
		}
	}
	for n := range 3000 {
		if top := nice(n); top < n || top < 1 {
			t.Fatalf("%d ends at %d", n, top)
		}
	}
}
