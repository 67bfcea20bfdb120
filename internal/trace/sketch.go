package trace

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"isnad"
)

// Version is the version of words, shingles and their hashes. Sketches and
// segments of another version cannot be compared with these, and are refused.
const Version = 1

const (
	// ShingleWords is how many words are hashed together.
	ShingleWords = 5
	// Window is how many shingles in a row leave at least one print. Any run of
	// ShingleWords+Window-1 equal words is sure to share a print.
	Window = 6
	// PrintBits is the size of a print. At a hundred million reports one look-up
	// in eighty meets a print of other words by chance, which is harmless, as one
	// shared print makes no candidate.
	PrintBits = 40
	// MaxPrints bounds a sketch. A text with more keeps those of lowest value, so
	// that two long texts keep the same ones.
	MaxPrints = 1 << 13
)

// Print is the hash of one shingle, below 1<<PrintBits.
type Print uint64

// Mark is a print and the word its shingle begins with.
type Mark struct {
	Print Print
	At    uint32
}

// Sketch is what the index keeps of a report: its prints, sorted, each once.
type Sketch []Print

// shingleKeys weigh the words of a shingle by their place.
var shingleKeys = [ShingleWords]uint64{
	0x9e3779b97f4a7c15, 0xc2b2ae3d27d4eb4f, 0x165667b19e3779f9, 0x27d4eb2f165667c5, 0x85ebca77c2b2ae63,
}

// shingle hashes the first words of w. Its low PrintBits are the print; winnowing
// goes by all of it, the high bits first, so that what it prefers leaves the
// prints spread evenly.
func shingle(w []Word) uint64 {
	h := uint64(w[0].Hash)*shingleKeys[0] + uint64(w[1].Hash)*shingleKeys[1] + uint64(w[2].Hash)*shingleKeys[2] +
		uint64(w[3].Hash)*shingleKeys[3] + uint64(w[4].Hash)*shingleKeys[4]
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return h ^ h>>32
}

// AppendMarks appends the prints that robust winnowing (Schleimer, Wilkerson,
// Aiken 2003) chooses from the shingles of words, in the order of the text. A
// text shorter than a shingle has none.
func AppendMarks(dst []Mark, words []Word) []Mark {
	n := len(words) - ShingleWords + 1
	if n <= 0 {
		return dst
	}
	first := len(dst)
	full := min(n, Window) - 1 // where the first window is full: its choice counts
	var ring [Window]uint64
	least, at := uint64(math.MaxUint64), 0
	for i := range n {
		h := shingle(words[i:])
		ring[i%Window] = h
		changed := i == full
		if h < least {
			least, at, changed = h, i, true
		} else if at <= i-Window { // the least has left the window: take the rightmost least of it
			least, at, changed = h, i, true
			for j := i - 1; j > i-Window; j-- {
				if q := ring[j%Window]; q < least {
					least, at = q, j
				}
			}
		}
		if changed && i >= full {
			dst = append(dst, Mark{Print(least & (1<<PrintBits - 1)), uint32(at)})
		}
	}
	if len(dst)-first > MaxPrints {
		dst = dst[:first+keepLeast(dst[first:])]
	}
	return dst
}

// keepLeast moves the MaxPrints marks of lowest print to the front, in the order
// of the text, and returns how many there are.
func keepLeast(marks []Mark) int {
	sorted := make([]Print, len(marks))
	for i, m := range marks {
		sorted[i] = m.Print
	}
	slices.Sort(sorted)
	sorted = slices.Compact(sorted)
	if len(sorted) <= MaxPrints {
		return len(marks)
	}
	limit, n := sorted[MaxPrints], 0
	for _, m := range marks {
		if m.Print < limit {
			marks[n] = m
			n++
		}
	}
	return n
}

// AppendSketch appends the prints of marks to dst, sorted, each once. dst must
// be empty or end below the least of them.
func AppendSketch(dst Sketch, marks []Mark) Sketch {
	first := len(dst)
	for _, m := range marks {
		dst = append(dst, m.Print)
	}
	slices.Sort(dst[first:])
	return dst[:first+len(slices.Compact(dst[first:]))]
}

// SketchOf is the sketch of a text.
func SketchOf(text string) Sketch {
	return AppendSketch(nil, AppendMarks(nil, AppendWords(nil, text)))
}

// AppendBinary appends the encoded form of s, which ParseSketch reads: Version
// in one byte, the number of prints as a uvarint, and the differences between
// them in Rice's code (Rice, Plaunt 1971). Some 130 prints take 580 bytes.
func (s Sketch) AppendBinary(dst []byte) ([]byte, error) {
	if len(s) > MaxPrints {
		return dst, fmt.Errorf("writing sketch: %d prints: %w", len(s), isnad.ErrTooLarge)
	}
	dst = append(dst, Version)
	dst = binary.AppendUvarint(dst, uint64(len(s)))
	k := riceBits(len(s))
	var acc uint64 // bits not yet written, from the lowest
	var have uint
	put := func(v uint64, n uint) {
		acc |= v << have
		for have += n; have >= 8; have -= 8 {
			dst = append(dst, byte(acc))
			acc >>= 8
		}
	}
	next := Print(0) // the least print that may follow
	for _, p := range s {
		if p < next || p >= 1<<PrintBits {
			return dst, errors.New("writing sketch: prints are not sorted")
		}
		d := uint64(p - next)
		for q := d >> k; q > 0; q-- {
			put(1, 1)
		}
		put(0, 1)
		put(d&(1<<k-1), k)
		next = p + 1
	}
	if have > 0 {
		put(0, 8-have)
	}
	return dst, nil
}

// riceBits is how many low bits of a difference are written as they are, for n
// prints spread evenly.
func riceBits(n int) uint {
	return uint(PrintBits - bits.Len(uint(n)))
}

// errSketch is what a sketch that cannot be read is.
var errSketch = errors.New("not a sketch")

// ParseSketch reads what AppendBinary wrote, all of b, and appends it to dst,
// which may be nil. It takes no longer than b is long.
func ParseSketch(dst Sketch, b []byte) (Sketch, error) {
	if len(b) == 0 || b[0] != Version {
		return dst, fmt.Errorf("reading sketch: %w of version %d", errSketch, Version)
	}
	n, size := binary.Uvarint(b[1:])
	if size <= 0 || n > MaxPrints || len(binary.AppendUvarint(nil, n)) != size {
		return dst, fmt.Errorf("reading sketch: %w: bad count", errSketch)
	}
	b = b[1+size:]
	k := riceBits(int(n))
	if uint64(len(b))*8 < n*uint64(k+1) {
		return dst, fmt.Errorf("reading sketch: %w: cut off", errSketch)
	}
	var acc uint64
	var have uint
	fill := func(n uint) bool {
		for have < n {
			if len(b) == 0 {
				return false
			}
			acc |= uint64(b[0]) << have
			b = b[1:]
			have += 8
		}
		return true
	}
	next := uint64(0)
	for range n {
		q := uint64(0)
		for {
			if !fill(1) {
				return dst, fmt.Errorf("reading sketch: %w: cut off", errSketch)
			}
			one := acc & 1
			acc >>= 1
			have--
			if one == 0 {
				break
			}
			if q++; q > 1<<(PrintBits-k) {
				return dst, fmt.Errorf("reading sketch: %w: print too large", errSketch)
			}
		}
		if !fill(k) {
			return dst, fmt.Errorf("reading sketch: %w: cut off", errSketch)
		}
		p := next + q<<k + acc&(1<<k-1)
		acc >>= k
		have -= k
		if p >= 1<<PrintBits {
			return dst, fmt.Errorf("reading sketch: %w: print too large", errSketch)
		}
		dst = append(dst, Print(p))
		next = p + 1
	}
	if len(b) > 0 || acc != 0 {
		return dst, fmt.Errorf("reading sketch: %w: more behind it", errSketch)
	}
	return dst, nil
}
