package evidence

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/png"
	"runtime"
	"strings"
	"testing"

	"isnad"
)

// losslessWebP is a WebP of one colour, w by h, in some thirty bytes: each of its codes
// has one symbol, so that a pixel takes no bits. canvas is what an outer header says, none where it is empty.
func losslessWebP(w, h int, canvas image.Point) []byte {
	var bits uint64
	n := 0
	put := func(v uint64, width int) { bits |= v << n; n += width }
	put(0, 1)     // no transform
	put(0, 1)     // no cache of colours
	put(0, 1)     // one group of codes
	for range 5 { // simple, one symbol, of one bit, 0
		put(1, 1)
		put(0, 1)
		put(0, 1)
		put(0, 1)
	}
	body := []byte{0x2F}
	body = binary.LittleEndian.AppendUint32(body, uint32(w-1)|uint32(h-1)<<14)
	body = binary.LittleEndian.AppendUint64(body, bits)
	body = append(body, 0)
	chunk := func(name string, b []byte) []byte {
		return append(binary.LittleEndian.AppendUint32([]byte(name), uint32(len(b))), b...)
	}
	inner := []byte("WEBP")
	if canvas != (image.Point{}) {
		x := make([]byte, 10)
		x[4], x[5], x[6] = byte(canvas.X-1), byte((canvas.X-1)>>8), byte((canvas.X-1)>>16)
		x[7], x[8], x[9] = byte(canvas.Y-1), byte((canvas.Y-1)>>8), byte((canvas.Y-1)>>16)
		inner = append(inner, chunk("VP8X", x)...)
	}
	inner = append(inner, chunk("VP8L", body)...)
	return chunk("RIFF", inner)
}

// progressiveJPEG is the head of one, w by h, with so many scans and no pixels.
func progressiveJPEG(w, h, scans int) []byte {
	b := []byte{0xFF, 0xD8, 0xFF, 0xC2, 0, 17, 8, byte(h >> 8), byte(h), byte(w >> 8), byte(w), 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0}
	for range scans {
		b = append(b, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0, 0x55)
	}
	return append(b, 0xFF, 0xD9)
}

// Few bytes that ask for much memory, or for hours, are not decoded. The first of them is
// real: it decodes, where it is small.
func TestSmallFilesThatAskForMuch(t *testing.T) {
	if p, err := Copy(losslessWebP(40, 30, image.Pt(40, 30)), Default()); err != nil || p.Width != 40 {
		t.Fatalf("the sample is no picture: %v", err)
	}
	deep := image.NewNRGBA64(image.Rect(0, 0, 20, 10))
	var b bytes.Buffer
	if err := png.Encode(&b, deep); err != nil {
		t.Fatal(err)
	}
	deepPNG := b.Bytes()
	binary.BigEndian.PutUint32(deepPNG[16:], 7500)
	binary.BigEndian.PutUint32(deepPNG[20:], 7500)
	binary.BigEndian.PutUint32(deepPNG[29:], crc32Of(deepPNG[12:29]))
	for _, c := range []struct {
		name    string
		file    []byte
		refused bool // not even kept
	}{
		{"a WebP of 268 million pixels within one of 64", losslessWebP(16384, 16384, image.Pt(8, 8)), true},
		{"a WebP of 59 million pixels", losslessWebP(7700, 7700, image.Point{}), false},
		{"a PNG of 56 million pixels of eight bytes", deepPNG, false},
		{"a progressive JPEG of 56 million pixels", progressiveJPEG(7500, 7500, 3), false},
		{"a JPEG with a thousand scans", progressiveJPEG(4000, 4000, 1000), false},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		f, err := Look(c.file, Default())
		if refused := errors.Is(err, isnad.ErrRefused); refused != c.refused || err != nil && !refused || f.Shown {
			t.Errorf("%s: %+v, %v", c.name, f, err)
		}
		if err == nil && !strings.Contains(strings.Join(f.Doubts, " "), "too large to be shown") {
			t.Errorf("%s: not said: %q", c.name, f.Doubts)
		}
		if _, err := Copy(c.file, Default()); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("%s: a copy: %v", c.name, err)
		}
		runtime.ReadMemStats(&after)
		if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 20 {
			t.Errorf("%s: %d MB for %d bytes", c.name, grown, len(c.file))
		}
	}
}

// An archive within an archive is held in memory only up to what is taken by itself.
func TestArchiveWithinIsBounded(t *testing.T) {
	bounds := Default()
	bounds.Size, bounds.Ratio = 4<<20, 1000
	inner := zipOf(t, map[string][]byte{"a": make([]byte, 100)})
	inner = append(inner[:len(inner):len(inner)], make([]byte, 5<<20)...)
	_, err := Look(zipOf(t, map[string][]byte{"inner.zip": inner}), bounds)
	if !errors.Is(err, isnad.ErrTooLarge) || !strings.Contains(err.Error(), "inner.zip") {
		t.Errorf("%v", err)
	}
}
