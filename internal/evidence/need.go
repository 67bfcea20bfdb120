package evidence

import (
	"encoding/binary"
	"image"
	"image/color"
)

// need is what decoding a picture takes.
type need struct {
	perPixel int64 // bytes of memory, at most
	scans    int   // times that a JPEG goes over its pixels
	lies     bool  // what is decoded has another size than the header tells
}

// needed tells it from the structure of a file, before a pixel is decoded: few bytes
// can ask for much. A progressive JPEG holds all its coefficients at once and
// may go over them thousands of times; a WebP has a header of its own within its header.
func needed(b []byte, mediaType string, c image.Config) need {
	switch mediaType {
	case "image/jpeg":
		n, components, progressive := need{}, int64(1), false
		jpegSegments(b, func(marker byte, body []byte) {
			switch {
			case marker == 0xDA:
				n.scans++
			case marker >= 0xC0 && marker <= 0xC2 && len(body) > 5:
				components, progressive = int64(body[5]), marker == 0xC2
			}
		})
		n.perPixel = components
		if progressive {
			n.perPixel += 4 * components
		}
		if components == 4 {
			n.perPixel += 4 // turned into another kind of picture
		}
		return n
	case "image/webp":
		w, h, found := losslessSize(b)
		return need{perPixel: 8, lies: found && (w != c.Width || h != c.Height)}
	case "image/png":
		switch c.ColorModel {
		case color.GrayModel:
			return need{perPixel: 2}
		case color.RGBA64Model, color.NRGBA64Model:
			return need{perPixel: 12} // with what an interlaced one holds besides
		}
		return need{perPixel: 6}
	}
	return need{perPixel: 2} // GIF
}

// losslessSize is the size that the coded pixels of a lossless WebP have by their own
// header.
func losslessSize(b []byte) (w, h int, found bool) {
	for i := int64(12); i+8 <= int64(len(b)); {
		size := int64(binary.LittleEndian.Uint32(b[i+4:]))
		if string(b[i:i+4]) == "VP8L" && i+13 <= int64(len(b)) {
			bits := binary.LittleEndian.Uint32(b[i+9:])
			return int(bits&0x3FFF) + 1, int(bits>>14&0x3FFF) + 1, true
		}
		i += 8 + size + size%2
	}
	return 0, 0, false
}
