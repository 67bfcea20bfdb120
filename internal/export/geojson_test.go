package export

import (
	"math"
	"testing"

	"isnad"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
	"pgregory.net/rapid"
)

func collection(t interface {
	Fatal(...any)
}, file []byte) *geojson.FeatureCollection {
	fc, err := geojson.UnmarshalFeatureCollection(file)
	if err != nil {
		t.Fatal(err, string(file))
	}
	return fc
}

// gazetteer is a made-up province whose ring runs clockwise and is not closed,
// a town and a district.
func gazetteer(id string) (isnad.Place, bool) {
	switch id {
	case "g-province":
		return isnad.Place{ID: id, Kind: isnad.KindProvince, Lat: 1, Lon: 1, Area: [][2]float64{{0, 0}, {0, 2}, {2, 2}, {2, 0}}}, true
	case "g-district":
		return isnad.Place{ID: id, Kind: isnad.KindDistrict, Lat: 1, Lon: 1, Area: [][2]float64{{1, 1}, {1, 1.5}, {1.5, 1.5}, {1, 1}}}, true
	case "g-town":
		return isnad.Place{ID: id, Kind: isnad.KindTown, Lat: 1, Lon: 1, RadiusKM: 7.25}, true
	case "g-over":
		return isnad.Place{ID: id, Kind: isnad.KindCountry, Area: [][2]float64{{179, 0}, {-179, 0}, {-179, 2}, {179, 2}, {179, 0}}}, true
	}
	return isnad.Place{}, false
}

func TestGeometry(t *testing.T) {
	lat, lon := ptr(1.0), ptr(1.0)
	tests := []struct {
		name   string
		where  isnad.Where
		want   string // type of the geometry, empty for none
		radius float64
	}{
		{"a town has its own radius", isnad.Where{ID: "g-town", Name: "x", Lat: lat, Lon: lon, Precision: 1}, "Point", 7.3},
		{"an unknown town a small one", isnad.Where{Name: "x", Lat: lat, Lon: lon, Precision: 1}, "Point", radiusExact},
		{"near is at least 25 km", isnad.Where{ID: "g-town", Name: "x", Lat: lat, Lon: lon, Precision: 2}, "Point", radiusNear},
		{"a district reaches to its farthest corner", isnad.Where{ID: "g-district", Name: "x", Lat: lat, Lon: lon, Precision: 3}, "Point", 78.6},
		{"a district without a ring", isnad.Where{Name: "x", Lat: lat, Lon: lon, Precision: 3}, "Point", radiusDistrict},
		{"a province is an area, never its centroid", isnad.Where{ID: "g-province", Name: "x", Lat: lat, Lon: lon, Precision: 4}, "Polygon", 0},
		{"a province without a ring is nothing", isnad.Where{ID: "g-none", Name: "x", Lat: lat, Lon: lon, Precision: 4}, "", 0},
		{"a country over the 180th meridian is nothing", isnad.Where{ID: "g-over", Name: "x", Precision: 6}, "", 0},
		{"the sea off a province is not the province", isnad.Where{ID: "g-province", Name: "x", Precision: 7}, "", 0},
		{"no place", isnad.Where{}, "", 0},
		{"an exact place without coordinates", isnad.Where{ID: "g-town", Name: "x", Precision: 1}, "", 0},
		{"coordinates off the globe", isnad.Where{Name: "x", Lat: ptr(91.0), Lon: lon, Precision: 1}, "", 0},
		{"no number", isnad.Where{Name: "x", Lat: ptr(math.NaN()), Lon: lon, Precision: 1}, "", 0},
	}
	o := site()
	o.Place = gazetteer
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := collection(t, incidents(t, GeoJSON, o, at("i1", tt.where))).Features[0]
			got := ""
			if f.Geometry != nil {
				got = f.Geometry.GeoJSONType()
			}
			if got != tt.want {
				t.Fatalf("geometry %q, want %q", got, tt.want)
			}
			if km, _ := f.Properties["radius_km"].(float64); km != tt.radius {
				t.Errorf("radius %v km, want %v", km, tt.radius)
			}
			if f.ID != "i1" || f.Properties["url"] != "https://reports.example.org/incidents/i1" {
				t.Errorf("%v %v", f.ID, f.Properties["url"])
			}
		})
	}
}

// Whatever the gazetteer holds, a polygon is closed and runs counter-clockwise,
// and nothing wide is a point.
func TestGeometryProperty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		corner := rapid.Custom(func(t *rapid.T) [2]float64 {
			return [2]float64{rapid.Float64Range(-185, 185).Draw(t, "lon"), rapid.Float64Range(-95, 95).Draw(t, "lat")}
		})
		area := rapid.SliceOfN(corner, 0, 8).Draw(rt, "area")
		p := isnad.PlacePrecision(rapid.IntRange(-1, 9).Draw(rt, "precision"))
		o := Options{Place: func(id string) (isnad.Place, bool) { return isnad.Place{ID: id, Area: area}, true }}
		w := isnad.Where{ID: "g1", Name: "x", Precision: p, Lat: ptr(rapid.Float64().Draw(rt, "lat")), Lon: ptr(rapid.Float64().Draw(rt, "lon"))}
		f := collection(rt, incidents(t, GeoJSON, o, at("i1", w))).Features[0]
		switch g := f.Geometry.(type) {
		case orb.Point:
			if !p.Drawable() {
				rt.Fatalf("a point at precision %d", p)
			}
		case orb.Polygon:
			if p.Drawable() || len(g) != 1 || !g[0].Closed() || g[0].Orientation() != orb.CCW {
				rt.Fatalf("precision %d: %v", p, g)
			}
		}
	})
}

func TestTwoFeatures(t *testing.T) {
	fc := collection(t, incidents(t, GeoJSON, Options{}, sampleIncident(), at("i2", isnad.Where{})))
	if len(fc.Features) != 2 {
		t.Fatal(len(fc.Features))
	}
	p := fc.Features[0].Properties
	if p["killed_low"] != 3.0 || p["killed_high"] != 5.0 || p["injured_low"] != nil || p["sources"] != 2.0 || p["place_precision"] != 2.0 {
		t.Errorf("%v", p)
	}
}
