// Command gen makes world.bin, the outlines that travel with the binary, out
// of the Natural Earth countries (public domain) as the npm package
// world-atlas carries them in TopoJSON.
//
//	go run ./internal/site/basemap/gen -in web/node_modules/world-atlas/countries-10m.json -out internal/site/basemap/world.bin
//
// It thins the lines a little, drops Antarctica, gives every country its ISO
// code, English name and a point for its label, and packs the rest; the form
// of the file is told in package basemap.
package main

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"sort"
	"strconv"

	"isnad/internal/site/basemap"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]int
	Objects   struct {
		Countries struct{ Geometries []geometry }
	}
}

type geometry struct {
	Type       string
	ID         string
	Properties struct{ Name string }
	Arcs       json.RawMessage
}

type country struct {
	code, name string
	polys      [][][]int // polygon, ring, arc; ^i is arc i backwards
	label      [2]float64
	size       float64 // degrees, square root of the area of the largest polygon
}

func main() {
	in := flag.String("in", "web/node_modules/world-atlas/countries-10m.json", "TopoJSON of world-atlas")
	out := flag.String("out", "internal/site/basemap/world.bin", "file to write")
	thin := flag.Float64("thin", 0.5, "how far a line may move, in steps of the TopoJSON grid")
	flag.Parse()
	if err := run(*in, *out, *thin); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(in, out string, thin float64) error {
	raw, err := os.ReadFile(in)
	if err != nil {
		return fmt.Errorf("reading outlines: %w", err)
	}
	var t topology
	if err := json.Unmarshal(raw, &t); err != nil {
		return fmt.Errorf("reading outlines: %w", err)
	}
	arcs := make([][][2]float64, len(t.Arcs))
	for i, a := range t.Arcs {
		x, y := 0, 0
		for _, d := range a {
			x, y = x+d[0], y+d[1]
			arcs[i] = append(arcs[i], [2]float64{float64(x), float64(y)})
		}
		arcs[i] = basemap.Thin(arcs[i], thin)
	}
	countries, err := gather(t, arcs)
	if err != nil {
		return err
	}
	packed, err := pack(t, arcs, countries)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, packed, 0o644); err != nil {
		return fmt.Errorf("writing outlines: %w", err)
	}
	fmt.Printf("%s: %d countries, %d arcs, %d bytes\n", out, len(countries), len(arcs), len(packed))
	return nil
}

// gather reads the countries. An area that has no ISO code keeps its name and
// an empty code: nobody agrees on it, and the map draws its borders dashed.
func gather(t topology, arcs [][][2]float64) ([]country, error) {
	byCode := map[string]int{}
	var all []country
	for _, g := range t.Objects.Countries.Geometries {
		var polys [][][]int
		switch g.Type {
		case "Polygon":
			var p [][]int
			if err := json.Unmarshal(g.Arcs, &p); err != nil {
				return nil, fmt.Errorf("reading %s: %w", g.Properties.Name, err)
			}
			polys = [][][]int{p}
		case "MultiPolygon":
			if err := json.Unmarshal(g.Arcs, &polys); err != nil {
				return nil, fmt.Errorf("reading %s: %w", g.Properties.Name, err)
			}
		default:
			return nil, fmt.Errorf("%s is a %s", g.Properties.Name, g.Type)
		}
		code, name := naming(g)
		if code == "AQ" {
			continue
		}
		if i, ok := byCode[code]; ok && code != "" {
			all[i].polys = append(all[i].polys, polys...)
			continue
		}
		byCode[code] = len(all)
		all = append(all, country{code: code, name: name, polys: polys})
	}
	for i := range all {
		all[i].label, all[i].size = labelOf(t, arcs, all[i].polys)
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].code+all[i].name < all[j].code+all[j].name })
	return all, nil
}

func naming(g geometry) (code, name string) {
	if g.Properties.Name == "Kosovo" {
		return "XK", "Kosovo" // user-assigned code, in wide use
	}
	n, err := strconv.Atoi(g.ID)
	if err != nil {
		return "", g.Properties.Name
	}
	r, err := language.EncodeM49(n)
	if err != nil || !r.IsCountry() {
		return "", g.Properties.Name
	}
	return r.String(), display.English.Regions().Name(r)
}

// labelOf finds the point of the largest polygon that lies farthest from its
// outline, on a coarse grid: good enough for a name.
func labelOf(t topology, arcs [][][2]float64, polys [][][]int) (at [2]float64, size float64) {
	var ring [][2]float64
	best := 0.0
	for _, p := range polys {
		r := joined(t, arcs, p[0])
		if a := math.Abs(area(r)); a > best {
			best, ring = a, r
		}
	}
	w, s, e, n := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range ring {
		w, e, s, n = math.Min(w, p[0]), math.Max(e, p[0]), math.Min(s, p[1]), math.Max(n, p[1])
	}
	far := -1.0
	for i := 1; i < 40; i++ {
		for j := 1; j < 40; j++ {
			c := [2]float64{w + (e-w)*float64(i)/40, s + (n-s)*float64(j)/40}
			if d := inside(ring, c); d > far {
				far, at = d, c
			}
		}
	}
	at[0] -= 360 * math.Round(at[0]/360)
	return at, math.Sqrt(best)
}

func joined(t topology, arcs [][][2]float64, ring []int) [][2]float64 {
	var out [][2]float64
	for _, k := range ring {
		a := arcs[max(k, ^k)]
		for i := range a {
			p := a[i]
			if k < 0 {
				p = a[len(a)-1-i]
			}
			q := [2]float64{p[0]*t.Transform.Scale[0] + t.Transform.Translate[0], p[1]*t.Transform.Scale[1] + t.Transform.Translate[1]}
			if n := len(out); n > 0 {
				// A ring over the 180th meridian goes on beyond it.
				q[0] -= 360 * math.Round((q[0]-out[n-1][0])/360)
			}
			out = append(out, q)
		}
	}
	return out
}

func area(r [][2]float64) float64 {
	s := 0.0
	for i := range r {
		j := (i + 1) % len(r)
		s += r[i][0]*r[j][1] - r[j][0]*r[i][1]
	}
	return s / 2
}

// inside is the distance of c from the ring's edge in degrees, negative outside.
// Sideways counts less, because names run sideways.
func inside(r [][2]float64, c [2]float64) float64 {
	in, d := false, math.Inf(1)
	for i := range r {
		a, b := r[i], r[(i+1)%len(r)]
		if (a[1] > c[1]) != (b[1] > c[1]) && c[0] < (b[0]-a[0])*(c[1]-a[1])/(b[1]-a[1])+a[0] {
			in = !in
		}
		d = math.Min(d, math.Hypot((a[0]-c[0])/2, a[1]-c[1]))
	}
	if !in {
		return -d
	}
	return d
}

// pack writes the form that package basemap reads.
func pack(t topology, arcs [][][2]float64, countries []country) ([]byte, error) {
	var b []byte
	str := func(s string) { b = binary.AppendUvarint(b, uint64(len(s))); b = append(b, s...) }
	num := func(f float64) { b = binary.AppendVarint(b, int64(math.Round(f*basemap.Unit))) }
	num(t.Transform.Scale[0])
	num(t.Transform.Scale[1])
	num(t.Transform.Translate[0])
	num(t.Transform.Translate[1])
	b = binary.AppendUvarint(b, uint64(len(arcs)))
	for _, a := range arcs {
		b = binary.AppendUvarint(b, uint64(len(a)))
		var px, py int64
		for _, p := range a {
			x, y := int64(p[0]), int64(p[1])
			b = binary.AppendVarint(b, x-px)
			b = binary.AppendVarint(b, y-py)
			px, py = x, y
		}
	}
	b = binary.AppendUvarint(b, uint64(len(countries)))
	for _, c := range countries {
		str(c.code)
		str(c.name)
		num(c.label[0])
		num(c.label[1])
		num(c.size)
		b = binary.AppendUvarint(b, uint64(len(c.polys)))
		for _, p := range c.polys {
			b = binary.AppendUvarint(b, uint64(len(p)))
			for _, r := range p {
				b = binary.AppendUvarint(b, uint64(len(r)))
				for _, k := range r {
					b = binary.AppendVarint(b, int64(k))
				}
			}
		}
	}
	var out bytes.Buffer
	out.WriteString(basemap.Magic)
	z, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	if _, err := io.Copy(z, bytes.NewReader(b)); err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	return out.Bytes(), nil
}
