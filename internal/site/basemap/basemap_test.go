package basemap

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"isnad"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"
)

// The file that is built in must hold the world: countries by code and name,
// with a label that stands inside.
func TestWorld(t *testing.T) {
	m := New()
	all, err := m.Countries()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 240 {
		t.Errorf("only %d countries", len(all))
	}
	// Names are those of CLDR, codes those of ISO 3166-1.
	for _, want := range []struct{ code, name string }{{"SY", "Syria"}, {"IQ", "Iraq"}, {"UA", "Ukraine"}, {"SD", "Sudan"}, {"PS", "Palestinian Territories"}, {"XK", "Kosovo"}} {
		if got := m.Name(want.code); got != want.name {
			t.Errorf("%s is %q, want %q", want.code, got, want.name)
		}
	}
	l, err := m.levels[len(tolerances)-1]()
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range all {
		in := false
		for _, p := range l.rings[i] {
			in = in || planar.RingContains(l.join(p.rings[0]), c.Label)
		}
		if !in && c.Size > 0.5 {
			t.Errorf("the label of %s stands outside of it, at %v", c.Name, c.Label)
		}
	}
	if len(packed) > 1_200_000 {
		t.Errorf("world.bin is %d bytes", len(packed))
	}
}

// Every place lies in one country only, and in the right one.
func TestKnownPlacesLieInTheirCountries(t *testing.T) {
	m := New()
	l, err := m.levels[len(tolerances)-1]()
	if err != nil {
		t.Fatal(err)
	}
	w, _ := m.world()
	for _, tt := range []struct {
		name     string
		lon, lat float64
		code     string
	}{{"Deir Ezzor", 40.14, 35.34, "SY"}, {"Mosul", 43.13, 36.34, "IQ"}, {"Gaziantep", 37.38, 37.06, "TR"}, {"Aden", 45.03, 12.79, "YE"}} {
		found := ""
		for i, c := range w.countries {
			for _, p := range l.rings[i] {
				if p.bound.Contains(orb.Point{tt.lon, tt.lat}) && planar.RingContains(l.join(p.rings[0]), orb.Point{tt.lon, tt.lat}) {
					found += c.Code
				}
			}
		}
		if found != tt.code {
			t.Errorf("%s lies in %q, want %s", tt.name, found, tt.code)
		}
	}
}

// Fiji, Chukotka and the Aleutians reach over the 180th meridian. Drawn without
// care they become bands around the world.
func TestNothingRunsAroundTheWorld(t *testing.T) {
	m := New()
	l, err := m.levels[len(tolerances)-1]()
	if err != nil {
		t.Fatal(err)
	}
	w, _ := m.world()
	for i, c := range w.countries {
		for _, p := range l.rings[i] {
			if wide := p.bound.Max[0] - p.bound.Min[0]; wide > 175 {
				t.Errorf("a part of %s is %.0f degrees wide", c.Name, wide)
			}
		}
	}
	// Taveuni in Fiji lies across the line; both sides must be seen from either.
	for _, v := range []View{{West: 178, East: 182, South: -18, North: -16, Width: 400, Height: 200}, {West: -182, East: -178, South: -18, North: -16, Width: 400, Height: 200}} {
		path, err := m.Country(v, "FJ")
		if err != nil || path == "" {
			t.Errorf("no Fiji in %+v: %v", v, err)
		}
	}
}

func TestTiles(t *testing.T) {
	m := New()
	c := Colours{Sea: "#fff", Land: "#eee", Coast: "#999", Border: "#777"}
	for _, at := range [][3]int{{0, 0, 0}, {1, 1, 0}, {6, 39, 25}, {10, 626, 405}} {
		b, err := m.Tile(at[0], at[1], at[2], c)
		if err != nil {
			t.Fatal(at, err)
		}
		d := xml.NewDecoder(bytes.NewReader(b))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("tile %v is not XML: %v", at, err)
			}
		}
		if !bytes.Contains(b, []byte("#eee")) {
			t.Errorf("tile %v shows no land", at)
		}
		if len(b) > 400_000 {
			t.Errorf("tile %v is %d bytes", at, len(b))
		}
	}
	for _, at := range [][3]int{{-1, 0, 0}, {0, 1, 0}, {3, 0, 8}, {MaxZoom + 1, 0, 0}, {5, -1, 3}} {
		if _, err := m.Tile(at[0], at[1], at[2], c); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("tile %v: %v", at, err)
		}
	}
}

// What is fitted is seen, and a pixel and its degrees say the same.
func TestViewRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lon, lat := rapid.Float64Range(-179, 179).Draw(t, "lon"), rapid.Float64Range(-80, 80).Draw(t, "lat")
		dx, dy := rapid.Float64Range(0, 20).Draw(t, "dx"), rapid.Float64Range(0, 20).Draw(t, "dy")
		box := orb.Bound{Min: orb.Point{lon, lat}, Max: orb.Point{math.Min(lon+dx, 180), math.Min(lat+dy, 82)}}
		v := Fit(box, rapid.Float64Range(200, 1400).Draw(t, "w"), rapid.Float64Range(200, 900).Draw(t, "h"), 3)
		if v.West >= v.East || v.South >= v.North || v.East-v.West > 360.001 {
			t.Fatalf("%+v", v)
		}
		x, y := v.XY(lon, lat)
		if x < -1 || y < -1 || x > v.Width+1 || y > v.Height+1 {
			t.Fatalf("corner at %g,%g of %+v", x, y, v)
		}
		gotLon, gotLat := v.Degrees(x, y)
		if math.Abs(gotLon-lon) > 1e-6 || math.Abs(gotLat-lat) > 1e-6 {
			t.Fatalf("%g %g came back as %g %g", lon, lat, gotLon, gotLat)
		}
	})
}

func TestThinKeepsEndsAndStaysClose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 60).Draw(t, "n")
		line := make([][2]float64, n)
		for i := range line {
			line[i] = [2]float64{rapid.Float64Range(-50, 50).Draw(t, "x"), rapid.Float64Range(-50, 50).Draw(t, "y")}
		}
		thin := Thin(line, 2)
		if thin[0] != line[0] || thin[len(thin)-1] != line[n-1] {
			t.Fatal("an end moved")
		}
		for _, p := range line {
			best := math.Inf(1)
			for i := 1; i < len(thin); i++ {
				best = math.Min(best, planar.DistanceFromSegment(orb.Point(thin[i-1]), orb.Point(thin[i]), orb.Point(p)))
			}
			if best > 2+1e-9 {
				t.Fatalf("%v is %g away", p, best)
			}
		}
	})
}

func TestOutlineAndCountry(t *testing.T) {
	m := New()
	rings, err := m.Outline("SY")
	if err != nil || len(rings) == 0 || len(rings[0]) < 20 {
		t.Fatalf("%d rings, %v", len(rings), err)
	}
	box, ok, err := m.Bounds("SY")
	if err != nil || !ok || box.Min[0] < 35 || box.Max[0] > 43 {
		t.Fatalf("%v %v %v", box, ok, err)
	}
	v := Fit(box, 400, 300, 1)
	path, err := m.Country(v, "SY")
	if err != nil || !strings.HasPrefix(path, "M") || !strings.HasSuffix(path, "z") {
		t.Fatalf("%.40q %v", path, err)
	}
	if path, err := m.Country(v, "NZ"); err != nil || path != "" {
		t.Errorf("New Zealand reaches into Syria: %.40q %v", path, err)
	}
	if Path(v, nil) != "" || Path(v, [][2]float64{{36, 34}, {36, math.Inf(1)}}) != "" {
		t.Error("a ring of nothing is drawn")
	}
}

// A damaged file is an error and never a panic.
func FuzzUnpack(f *testing.F) {
	f.Add([]byte(Magic))
	f.Add(packed[:2000])
	f.Fuzz(func(t *testing.T, b []byte) {
		m := unpackLater(append([]byte(Magic), b...))
		_, _ = m.Tile(0, 0, 0, Colours{})
	})
}

func BenchmarkUnpack(b *testing.B) {
	for b.Loop() {
		if _, err := unpack(packed); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTile(b *testing.B) {
	m := New()
	for b.Loop() {
		if _, err := m.Tile(7, 78, 50, Colours{}); err != nil {
			b.Fatal(err)
		}
	}
}
