package trace

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/isnadtest/copies"
)

func anySketch(t *rapid.T, most int) Sketch {
	p := rapid.SliceOfN(rapid.Uint64Range(0, 1<<PrintBits-1), 0, most).Draw(t, "prints")
	s := make(Sketch, len(p))
	for i := range p {
		s[i] = Print(p[i])
	}
	slices.Sort(s)
	return slices.Compact(s)
}

// A sketch survives being written and read, and its bytes are the only ones that say it.
func TestSketchRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySketch(t, 300)
		b, err := s.AppendBinary(nil)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseSketch(nil, b)
		if err != nil || !slices.Equal(again, s) {
			t.Fatalf("%v written and read is %v, %v", s, again, err)
		}
		if _, err := ParseSketch(nil, append(b, 0)); err == nil {
			t.Fatal("a byte more is read as a sketch")
		}
	})
}

// Sketches of news are stored by the million: they must stay small.
func TestSketchSize(t *testing.T) {
	s := copies.English(1, 100)
	total, reports := 0, 300
	for range reports {
		r, _ := s.Next()
		b, err := SketchOf(r.Text).AppendBinary(nil)
		if err != nil {
			t.Fatal(err)
		}
		total += len(b)
	}
	if n := total / reports; n < 100 || n > 1024 {
		t.Errorf("a sketch takes %d bytes, want at most 1024", n)
	}
}

func TestSketchRefused(t *testing.T) {
	good, _ := SketchOf("one two three four five six seven eight nine ten eleven twelve").AppendBinary(nil)
	for name, b := range map[string][]byte{
		"nothing":         {},
		"another version": append([]byte{Version + 1}, good[1:]...),
		"cut off":         good[:len(good)-1],
		"too many prints": {Version, 0xff, 0xff, 0xff, 0x7f},
		"long count":      {Version, 0x80, 0x00},
	} {
		if s, err := ParseSketch(nil, b); err == nil {
			t.Errorf("%s: read as %v", name, s)
		}
	}
	if _, err := make(Sketch, MaxPrints+1).AppendBinary(nil); !errors.Is(err, isnad.ErrTooLarge) {
		t.Errorf("a sketch beyond the bound: %v", err)
	}
	if _, err := (Sketch{5, 3}).AppendBinary(nil); err == nil {
		t.Error("unsorted prints are written")
	}
}

// A text of any length has a sketch within the bound, and two long texts that
// share most of their words share most of it.
func TestLongTexts(t *testing.T) {
	s := copies.English(3, 100)
	var a []byte
	for len(a) < 400_000 {
		r, _ := s.Next()
		a = append(a, r.Text+"\n\n"...)
	}
	x, y := SketchOf(string(a)), SketchOf("Another beginning altogether. "+string(a[:len(a)-4000]))
	if len(x) > MaxPrints || len(x) < MaxPrints/2 {
		t.Fatalf("%d prints", len(x))
	}
	n := 0
	for _, p := range x {
		if _, ok := slices.BinarySearch(y, p); ok {
			n++
		}
	}
	if n < len(x)*8/10 {
		t.Errorf("two long texts that share nearly all words share %d of %d prints", n, len(x))
	}
}

func FuzzSketch(f *testing.F) {
	good, _ := SketchOf("one two three four five six seven eight nine ten eleven twelve").AppendBinary(nil)
	f.Add(good)
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := ParseSketch(nil, b)
		if err != nil {
			return
		}
		again, err := s.AppendBinary(nil)
		if err != nil || !bytes.Equal(again, b) {
			t.Fatalf("%x is read as %v and written as %x, %v", b, s, again, err)
		}
	})
}
