// Package basemap holds the outlines of the world's countries that every map of
// the site is drawn on, so that no map needs a tile server or the network.
//
// The outlines are Natural Earth's 1:10m countries (public domain, version 4.1
// as carried by the npm package world-atlas 2), thinned and packed into
// world.bin by the command in gen. Natural Earth draws lines as they are held
// on the ground. Areas that have no ISO code are drawn like the rest, without a
// name, and their borders are dashed.
//
// The [Map] unpacks the file when it is first asked for something, some 30 ms,
// and keeps it at several levels of detail. A [View] is a window in the Web
// Mercator projection; [Map.Draw] gives what lies in it as SVG path data, and
// [Map.Tile] one tile of the usual {z}/{x}/{y} pyramid as an SVG picture, which
// is all that Leaflet needs.
//
// world.bin is the magic line and a deflate stream of varints: the grid (scale
// and origin of x and y in 1/[Unit] degrees), the arcs (count; for each its
// points as differences), the countries (count; for each code, name, label
// point, size, polygons, rings and the arcs of each ring, ^i for arc i
// backwards). Neighbours share arcs, so that a border is drawn once.
package basemap

import (
	"bytes"
	"compress/flate"
	_ "embed" // for world.bin
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"

	"github.com/paulmach/orb"
)

//go:generate go run ./gen -in ../../../web/node_modules/world-atlas/countries-10m.json -out world.bin

// Magic is how world.bin begins.
const Magic = "isnad basemap 1\n"

// Unit is what a degree is multiplied by in world.bin.
const Unit = 1e12

//go:embed world.bin
var packed []byte

// Packed returns the file of outlines as it is embedded; for hashing.
func Packed() []byte { return bytes.Clone(packed) }

// Map is the outlines. Make it with [New]; it is safe for concurrent use.
type Map struct {
	world  func() (*world, error)
	levels [len(tolerances)]func() (*level, error)
}

// built is the map built into the binary.
var built = unpackLater(packed)

// New returns the map built into the binary, the same each time, so that a process
// unpacks it once. It costs nothing until it is used.
func New() *Map { return built }

func unpackLater(b []byte) *Map {
	m := &Map{}
	m.world = sync.OnceValues(func() (*world, error) { return unpack(b) })
	for i := range m.levels {
		m.levels[i] = sync.OnceValues(func() (*level, error) {
			w, err := m.world()
			if err != nil {
				return nil, err
			}
			return w.at(tolerances[i]), nil
		})
	}
	return m
}

// Country is one country of the map.
type Country struct {
	Code  string // ISO 3166-1 alpha-2, XK for Kosovo, empty for areas that have none
	Name  string // English
	Label orb.Point
	Size  float64 // square root of the area of its largest part, degrees
	polys [][][]int
}

// Countries returns every country, by code. The slice must not be changed.
func (m *Map) Countries() ([]Country, error) {
	w, err := m.world()
	if err != nil {
		return nil, err
	}
	return w.countries, nil
}

// Name is the English name of a country by its code, the code itself when it
// is not on the map.
func (m *Map) Name(code string) string {
	w, err := m.world()
	if err != nil || code == "" {
		return code
	}
	if i, ok := w.byCode[code]; ok {
		return w.countries[i].Name
	}
	return code
}

type world struct {
	arcs      []orb.LineString
	sides     []side // of each arc
	countries []Country
	byCode    map[string]int
}

// side says what an arc parts.
type side uint8

const (
	unused  side = iota
	coast        // land on one side only
	border       // two countries
	dashed       // an area without a code, on either side
	pending      // one side seen, and it has no code
)

// reader takes varints and strings from a byte stream and remembers the first error.
type reader struct {
	*bytes.Reader
	err error
}

func (r *reader) count(most int) int {
	if r.err != nil {
		return 0
	}
	n, err := binary.ReadUvarint(r.Reader)
	if err == nil && n > uint64(most) {
		err = fmt.Errorf("a count of %d", n)
	}
	if err != nil {
		r.err = err
		return 0
	}
	return int(n)
}

func (r *reader) int() int {
	if r.err != nil {
		return 0
	}
	n, err := binary.ReadVarint(r.Reader)
	if err != nil {
		r.err = err
	}
	return int(n)
}

func (r *reader) degrees() float64 { return float64(r.int()) / Unit }

func (r *reader) string() string {
	b := make([]byte, r.count(200))
	if _, err := io.ReadFull(r.Reader, b); err != nil && r.err == nil {
		r.err = err
	}
	return string(b)
}

// unpack reads world.bin. Its bytes are our own; the bounds only keep a damaged
// file from taking the program down.
func unpack(b []byte) (*world, error) {
	if !bytes.HasPrefix(b, []byte(Magic)) {
		return nil, errors.New("unpacking outlines: not a basemap")
	}
	z := flate.NewReader(bytes.NewReader(b[len(Magic):]))
	plain, err := io.ReadAll(io.LimitReader(z, 16<<20))
	if err != nil {
		return nil, fmt.Errorf("unpacking outlines: %w", err)
	}
	r := &reader{Reader: bytes.NewReader(plain)}
	sx, sy, ox, oy := r.degrees(), r.degrees(), r.degrees(), r.degrees()
	w := &world{byCode: map[string]int{}}
	w.arcs = make([]orb.LineString, r.count(1<<16))
	w.sides = make([]side, len(w.arcs))
	for i := range w.arcs {
		a := make(orb.LineString, r.count(1<<17))
		x, y := 0, 0
		for j := range a {
			x, y = x+r.int(), y+r.int()
			a[j] = orb.Point{float64(x)*sx + ox, float64(y)*sy + oy}
			if j > 0 {
				a[j][0] = beside(a[j-1][0], a[j][0])
			}
		}
		w.arcs[i] = a
		if r.err != nil {
			return nil, fmt.Errorf("unpacking outlines: arc %d: %w", i, r.err)
		}
	}
	w.countries = make([]Country, r.count(1000))
	for i := range w.countries {
		if err := w.country(r, i); err != nil {
			return nil, fmt.Errorf("unpacking outlines: country %d: %w", i, err)
		}
	}
	for i, s := range w.sides {
		if s == pending {
			w.sides[i] = coast
		}
	}
	return w, nil
}

// beside is lon, or the same meridian counted once around more or less, so that
// it lies next to the one before: Fiji and Chukotka reach over the 180th.
func beside(before, lon float64) float64 {
	if d := lon - before; d > 180 || d < -180 {
		lon -= 360 * math.Round(d/360) // no loop: a broken file may say 1e300
	}
	return lon
}

func (w *world) country(r *reader, i int) error {
	c := &w.countries[i]
	c.Code, c.Name = r.string(), r.string()
	c.Label = orb.Point{r.degrees(), r.degrees()}
	c.Size = r.degrees()
	c.polys = make([][][]int, r.count(1<<13))
	for p := range c.polys {
		c.polys[p] = make([][]int, r.count(1<<10))
		if len(c.polys[p]) == 0 && r.err == nil {
			r.err = errors.New("a polygon without a ring")
		}
		for q := range c.polys[p] {
			ring := make([]int, r.count(1<<12))
			for k := range ring {
				ring[k] = r.int()
				a := max(ring[k], ^ring[k])
				if r.err == nil && a >= len(w.arcs) {
					r.err = fmt.Errorf("arc %d of %d", a, len(w.arcs))
				}
				if r.err != nil {
					return r.err
				}
				w.sides[a] = w.sides[a].and(c.Code != "")
			}
			c.polys[p][q] = ring
		}
	}
	if c.Code != "" {
		w.byCode[c.Code] = i
	}
	return r.err
}

func (s side) and(named bool) side {
	switch {
	case s == unused && named:
		return coast
	case s == unused:
		return pending
	case s == coast && named:
		return border
	}
	return dashed
}
