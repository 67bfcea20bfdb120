package basemap

import (
	"bytes"
	"fmt"

	"isnad"
)

// MaxZoom is the deepest zoom of [Map.Tile]; there a pixel is some 150 m, and
// the outlines have little more to show.
const MaxZoom = 10

// Colours are what a tile is painted with, as SVG colours.
type Colours struct{ Sea, Land, Coast, Border string }

// Tile returns one tile of 256 pixels of the Web Mercator pyramid, x from the
// west and y from the north, as an SVG picture. A tile that does not exist is
// isnad.ErrNotFound.
func (m *Map) Tile(z, x, y int, c Colours) ([]byte, error) {
	if z < 0 || z > MaxZoom || x < 0 || y < 0 || x >= 1<<z || y >= 1<<z {
		return nil, fmt.Errorf("tile %d/%d/%d: %w", z, x, y, isnad.ErrNotFound)
	}
	n := float64(int(1) << z)
	north, south := 180-360*float64(y)/n, 180-360*float64(y+1)/n
	v := View{
		West: 360*float64(x)/n - 180, East: 360*float64(x+1)/n - 180,
		North: latitude(north), South: latitude(south),
		Width: 256, Height: 256,
	}
	d, err := m.Draw(v)
	if err != nil {
		return nil, fmt.Errorf("tile %d/%d/%d: %w", z, x, y, err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256"><path d="M0 0h256v256H0z" fill="%s"/>`, c.Sea)
	if d.Land != "" {
		fmt.Fprintf(&b, `<path d="%s" fill="%s" fill-rule="evenodd"/>`, d.Land, c.Land)
	}
	b.WriteString(`<g fill="none" stroke-linejoin="round">`)
	for _, l := range []struct{ path, colour, extra string }{
		{d.Coasts, c.Coast, ` stroke-width=".7"`}, {d.Borders, c.Border, ``}, {d.Dashed, c.Border, ` stroke-dasharray="3 3"`},
	} {
		if l.path != "" {
			fmt.Fprintf(&b, `<path d="%s" stroke="%s"%s/>`, l.path, l.colour, l.extra)
		}
	}
	b.WriteString(`</g></svg>`)
	return b.Bytes(), nil
}
