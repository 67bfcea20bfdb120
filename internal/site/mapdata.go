package site

// mapData is what assets/map.js draws from. It stands in the page as JSON.
type mapData struct {
	Tiles     string       `json:"tiles"`  // {theme}, {z}, {x} and {y} are to be filled in
	Labels    string       `json:"labels"` // names of countries
	Bounds    [4]float64   `json:"bounds"` // west, south, east, north
	Spots     []dataSpot   `json:"spots"`
	Areas     []dataArea   `json:"areas"`
	Countries []dataArea   `json:"countries"`
	Words     mapDataWords `json:"words"`
}

// mapDataWords are the words that the script shows, so that they stand in one place.
type mapDataWords struct {
	Several string `json:"several"`
	Area    string `json:"area"`
	One     string `json:"one"`
}

type dataSpot struct {
	Href  string  `json:"href"`
	Title string  `json:"title"`
	Line  string  `json:"line"`
	Where string  `json:"where"`
	Name  string  `json:"name"`
	Lat   float64 `json:"lat"`
	Lon   float64 `json:"lon"`
	KM    float64 `json:"km"`
	Near  bool    `json:"near"`
}

type dataArea struct {
	Name  string         `json:"name"`
	Href  string         `json:"href"`
	N     int            `json:"n"`
	Rings [][][2]float64 `json:"rings"` // [lat, lon], as Leaflet wants it
}

func (d *mapData) finish(m *mapView, hash string) {
	d.Tiles = "/basemap/" + hash + "/{theme}/{z}/{x}/{y}.svg"
	d.Labels = "/basemap/" + hash + "/labels.json"
	d.Bounds = [4]float64{m.View.West, m.View.South, m.View.East, m.View.North}
	d.Words = mapDataWords{Several: "incidents", One: "incident", Area: "somewhere in"}
}

// turned is a ring as [lat, lon].
func turned(ring [][2]float64) [][2]float64 {
	out := make([][2]float64, 0, len(ring))
	for _, p := range ring {
		if earthly(p[0], p[1]) {
			out = append(out, [2]float64{round3(p[1]), round3(p[0])})
		}
	}
	return out
}
