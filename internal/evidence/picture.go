package evidence

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"slices"

	"golang.org/x/image/draw"
)

// Picture is a copy of a picture for showing.
type Picture struct {
	MediaType     string // image/jpeg, image/png
	Width, Height int
	Bytes         []byte
}

// Copy decodes a picture and encodes its pixels anew, smaller where a side is
// longer than bounds.Edge, and turned upright as its EXIF says. Of a film of
// pictures (GIF) it is the first. Nothing that stood beside the pixels is in it.
// The error is a *RefusedError where the bytes are no picture that can be shown.
//
// It needs some twelve bytes of memory for each pixel of the original; callers
// do not run many at once.
func Copy(b []byte, bounds Bounds) (Picture, error) {
	f, err := Look(b, bounds)
	if err != nil {
		return Picture{}, err
	}
	if !f.Shown {
		return Picture{}, refuse("No copy can be made of a file of this kind.")
	}
	in, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return Picture{}, refuse("The picture is damaged and cannot be shown.")
	}
	size := in.Bounds()
	// A file may hold another size than its header announced.
	if int64(size.Dx())*int64(size.Dy()) > bounds.Shown || size.Empty() {
		return Picture{}, refuse("The picture is damaged and cannot be shown.")
	}
	w, h := fit(size.Dx(), size.Dy(), bounds.Edge)
	small := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.ApproxBiLinear.Scale(small, small.Bounds(), in, size, draw.Src, nil)
	upright := turn(small, orientation(b, f.MediaType))

	var out bytes.Buffer
	p := Picture{Width: upright.Bounds().Dx(), Height: upright.Bounds().Dy(), MediaType: "image/jpeg"}
	if f.MediaType == "image/jpeg" || upright.Opaque() && f.MediaType == "image/webp" {
		err = jpeg.Encode(&out, upright, &jpeg.Options{Quality: 85})
	} else {
		p.MediaType = "image/png"
		err = png.Encode(&out, upright)
	}
	if err != nil {
		return Picture{}, fmt.Errorf("encoding the copy of a picture: %w", err)
	}
	p.Bytes = out.Bytes()
	return p, nil
}

// Decodes tells whether Copy can make a copy of files of a media type at all: not of
// SVG, TIFF, HEIC and AVIF, which are kept and never shown.
func Decodes(mediaType string) bool {
	return slices.ContainsFunc(magics, func(m magic) bool { return m.decodes && m.mediaType == mediaType })
}

// fit makes the longer side edge at most, and the shorter 1 at least.
func fit(w, h, edge int) (int, int) {
	long := max(w, h)
	if long <= edge {
		return w, h
	}
	return max(1, w*edge/long), max(1, h*edge/long)
}

// turn turns and mirrors a picture as the orientation of EXIF (1 to 8) says.
func turn(p *image.NRGBA, orientation int) *image.NRGBA {
	if orientation < 2 || orientation > 8 {
		return p
	}
	w, h := p.Bounds().Dx(), p.Bounds().Dy()
	ow, oh := w, h
	if orientation >= 5 {
		ow, oh = h, w
	}
	out := image.NewNRGBA(image.Rect(0, 0, ow, oh))
	for y := range h {
		for x := range w {
			tx, ty := x, y
			switch orientation {
			case 2:
				tx = w - 1 - x
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				ty = h - 1 - y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			out.SetNRGBA(tx, ty, p.NRGBAAt(x, y))
		}
	}
	return out
}
