package basemap

import (
	"math"

	"github.com/paulmach/orb"
)

// MaxLatitude is where the square world of the Web Mercator projection ends, degrees.
const MaxLatitude = 85.0511287

// View is a window on the world in the Web Mercator projection.
type View struct {
	West, South, East, North float64 // degrees; West < East, South < North
	Width, Height            float64 // pixels
}

// Fit returns the view of Width x Height pixels that shows the whole box
// (degrees) with some air around it, and never less than leastDegrees across.
func Fit(box orb.Bound, width, height, leastDegrees float64) View {
	w, e := box.Min[0], box.Max[0]
	s, n := mercator(box.Min[1]), mercator(box.Max[1])
	cx, cy := (w+e)/2, (s+n)/2
	dx := math.Max((e-w)*1.2, leastDegrees)
	dy := (n - s) * 1.25
	if dy*width < dx*height {
		dy = dx * height / width
	} else {
		dx = dy * width / height
	}
	if dx > 360 {
		dx, dy = 360, 360*height/width
	}
	cx = math.Min(math.Max(cx, -180+dx/2), 180-dx/2)
	if top := mercator(MaxLatitude); dy < 2*top {
		cy = math.Min(math.Max(cy, -top+dy/2), top-dy/2)
	}
	return View{cx - dx/2, latitude(cy - dy/2), cx + dx/2, latitude(cy + dy/2), width, height}
}

// XY is the pixel at which a point (degrees) stands, y downwards.
func (v View) XY(lon, lat float64) (x, y float64) {
	top := mercator(v.North)
	return (lon - v.West) / (v.East - v.West) * v.Width, (top - mercator(lat)) / (top - mercator(v.South)) * v.Height
}

// Degrees is the point (degrees) at a pixel.
func (v View) Degrees(x, y float64) (lon, lat float64) {
	top := mercator(v.North)
	return v.West + x/v.Width*(v.East-v.West), latitude(top - y/v.Height*(top-mercator(v.South)))
}

// Pixels is how many pixels a distance of km kilometres is at a latitude.
func (v View) Pixels(km, lat float64) float64 {
	const around = 40075.017 // km, the equator
	return km / (around * math.Max(math.Cos(lat*math.Pi/180), 0.01)) * 360 * v.Width / (v.East - v.West)
}

// Contains tells whether a point (degrees) lies in the window.
func (v View) Contains(lon, lat float64) bool {
	return lon >= v.West && lon <= v.East && lat >= v.South && lat <= v.North
}

// bound is the window with a margin of px pixels, degrees.
func (v View) bound(px float64) orb.Bound {
	w, n := v.Degrees(-px, -px)
	e, s := v.Degrees(v.Width+px, v.Height+px)
	return orb.Bound{Min: orb.Point{w, s}, Max: orb.Point{e, n}}
}

// mercator is the northing of a latitude, in degrees at the equator.
func mercator(lat float64) float64 {
	lat = math.Min(math.Max(lat, -MaxLatitude), MaxLatitude)
	return math.Log(math.Tan(math.Pi/4+lat*math.Pi/360)) * 180 / math.Pi
}

func latitude(northing float64) float64 {
	return (2*math.Atan(math.Exp(northing*math.Pi/180)) - math.Pi/2) * 180 / math.Pi
}
