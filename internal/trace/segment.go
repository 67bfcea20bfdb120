package trace

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math/bits"
)

// Entry is what the index knows of a report beside its prints.
type Entry struct {
	Doc    uint32 // the caller's number of the report
	Source uint32 // the caller's number of its source, 0 when unknown
	Day    int32  // day it is counted at, since 1970-01-01
}

// Segment is a frozen part of an index, read in place from a byte slice that may
// be a mapped file.
//
// Its parts, all numbers little endian:
//
//	head       64 bytes: magic, Version, counts, bits, lengths, checksum
//	reports    12 bytes each, in the order they were added: doc, source, day
//	filter     words of 64 bits: a blocked Bloom filter, four bits a print in one word
//	directory  1<<bucketBits + 1 offsets of 4 bytes into body
//	body       the prints with their reports, in the order of the prints
//
// The high bucketBits of a print name its bucket. In the bucket stands the rest
// of it, in as few whole bytes as hold it, and its reports: a uvarint of twice
// the report's place in the segment when it is one, else twice the number of all
// plus one, followed by the place of the first and the distances to the next, as
// uvarints, of as many as are kept (see posting).
type Segment struct {
	raw        []byte
	reports    []byte
	filter     []byte
	directory  []byte
	body       []byte
	prints     uint32
	bucketBits uint
	restBytes  int
}

const (
	segmentMagic = "isnadseg"
	segmentHead  = 64
	entryBytes   = 12
	// maxBody is where offsets end. It is some 4 million reports.
	maxBody = 1<<32 - 1
)

var errSegment = errors.New("not a segment")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// OpenSegment reads the head of a segment, and holds on to b. It checks that the
// parts lie within b, not what is in them: see Verify. Damaged parts give wrong
// or no candidates, never a failure.
func OpenSegment(b []byte) (*Segment, error) {
	if len(b) < segmentHead || string(b[:8]) != segmentMagic {
		return nil, fmt.Errorf("opening segment: %w", errSegment)
	}
	le := binary.LittleEndian
	if v := le.Uint32(b[8:]); v != Version {
		return nil, fmt.Errorf("opening segment: version %d, want %d: %w", v, Version, errSegment)
	}
	s := &Segment{raw: b, prints: le.Uint32(b[16:]), bucketBits: uint(le.Uint32(b[20:]))}
	reports, filter, body := uint64(le.Uint32(b[12:]))*entryBytes, uint64(le.Uint32(b[24:]))*8, uint64(le.Uint32(b[28:]))
	if s.bucketBits > 28 || filter == 0 {
		return nil, fmt.Errorf("opening segment: %w: bad head", errSegment)
	}
	directory := (uint64(1)<<s.bucketBits + 1) * 4
	if uint64(len(b)) != segmentHead+reports+filter+directory+body {
		return nil, fmt.Errorf("opening segment: %w: %d bytes, want %d", errSegment, len(b), segmentHead+reports+filter+directory+body)
	}
	s.restBytes = restBytes(s.bucketBits)
	if uint64(s.prints)*uint64(s.restBytes+1) > body {
		return nil, fmt.Errorf("opening segment: %w: %d prints in %d bytes", errSegment, s.prints, body)
	}
	rest := b[segmentHead:]
	s.reports, rest = rest[:reports], rest[reports:]
	s.filter, rest = rest[:filter], rest[filter:]
	s.directory, s.body = rest[:directory], rest[directory:]
	return s, nil
}

// Verify reads the whole segment and returns an error when it is not as written.
func (s *Segment) Verify() error {
	if got, want := crc32.Checksum(s.raw[segmentHead:], castagnoli), binary.LittleEndian.Uint32(s.raw[32:]); got != want {
		return fmt.Errorf("verifying segment: checksum %08x, want %08x: %w", got, want, errSegment)
	}
	return nil
}

// Bytes is the segment as it is to be kept.
func (s *Segment) Bytes() []byte { return s.raw }

// Len is how many reports it holds.
func (s *Segment) Len() int { return len(s.reports) / entryBytes }

// Entry returns the report at place i, below Len.
func (s *Segment) Entry(i int) Entry {
	b := s.reports[i*entryBytes:][:entryBytes]
	le := binary.LittleEndian
	return Entry{le.Uint32(b), le.Uint32(b[4:]), int32(le.Uint32(b[8:]))}
}

func restBytes(bucketBits uint) int { return int(PrintBits-bucketBits+7) / 8 }

// filterBits are the bits of p in its word of the filter.
func filterBits(p Print) uint64 {
	return 1<<(p&63) | 1<<(p>>6&63) | 1<<(p>>12&63) | 1<<(p>>18&63)
}

func (s *Segment) filterWord(p Print) int {
	hi, _ := bits.Mul64(uint64(p)<<refBits, uint64(len(s.filter)/8))
	return int(hi)
}

// may tells whether p may be in the segment; when not, it is not.
func (s *Segment) may(p Print) bool {
	b := filterBits(p)
	return binary.LittleEndian.Uint64(s.filter[s.filterWord(p)*8:])&b == b
}

// bucket returns the part of the body where p would stand.
func (s *Segment) bucket(p Print) []byte {
	i := int(p >> (PrintBits - s.bucketBits))
	from, to := binary.LittleEndian.Uint32(s.directory[i*4:]), binary.LittleEndian.Uint32(s.directory[i*4+4:])
	if from > to || uint64(to) > uint64(len(s.body)) {
		return nil // damaged
	}
	return s.body[from:to]
}

// lookup appends the reports of p to dst and returns how many there are in all.
func (s *Segment) lookup(dst []uint32, p Print) (out []uint32, total int) {
	rest := uint64(p) & (1<<(PrintBits-s.bucketBits) - 1)
	b := s.bucket(p)
	for len(b) > s.restBytes {
		r := s.readRest(b)
		b = b[s.restBytes:]
		if r >= rest {
			if r > rest {
				return dst, 0
			}
			_, out, total := s.readReports(dst, b)
			return out, total
		}
		b = s.skipReports(b)
	}
	return dst, 0
}

func (s *Segment) readRest(b []byte) uint64 {
	r := uint64(0)
	for i := range s.restBytes {
		r |= uint64(b[i]) << (8 * i)
	}
	return r
}

// skipReports returns what follows the reports of a print.
func (s *Segment) skipReports(b []byte) []byte {
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return nil
	}
	b = b[n:]
	if v&1 == 0 {
		return b
	}
	for left := min(v>>1, listMax); left > 0; left-- {
		i := 0
		for i < len(b) && b[i] >= 0x80 {
			i++
		}
		if i >= len(b) {
			return nil
		}
		b = b[i+1:]
	}
	return b
}

// readReports appends the reports of a print to dst; those beyond the segment,
// which only damage brings about, are left out.
func (s *Segment) readReports(dst []uint32, b []byte) (after []byte, out []uint32, total int) {
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return nil, dst, 0
	}
	b = b[n:]
	limit := uint64(s.Len())
	if v&1 == 0 {
		if v>>1 < limit {
			return b, append(dst, uint32(v>>1)), 1
		}
		return b, dst, 0
	}
	total = int(min(v>>1, 1<<32))
	at := uint64(0)
	for i := range min(total, listMax) {
		d, n := binary.Uvarint(b)
		if n <= 0 || d >= limit || i > 0 && d == 0 {
			return nil, dst, total
		}
		b = b[n:]
		if at += d; at >= limit {
			return nil, dst, total
		}
		dst = append(dst, uint32(at))
	}
	return b, dst, total
}

// segmentWriter builds a segment from prints in ascending order.
type segmentWriter struct {
	entries    []Entry
	prints     uint32
	bucketBits uint
	restBytes  int
	filter     []uint64
	directory  []uint32
	body       []byte
	bucket     int // the bucket being written
}

// newSegmentWriter makes room for at most prints prints.
func newSegmentWriter(entries []Entry, prints int) *segmentWriter {
	// Some eight prints a bucket: a directory of half a byte a print, and a
	// walk within one line or two of the cache.
	b := uint(max(0, min(28, bits.Len(uint(prints))-3)))
	w := &segmentWriter{entries: entries, bucketBits: b, restBytes: restBytes(b)}
	w.filter = make([]uint64, prints/6+1) // some ten bits a print
	w.directory = make([]uint32, 1<<b+1)
	w.body = make([]byte, 0, prints*(w.restBytes+4))
	w.bucket = -1
	return w
}

func (w *segmentWriter) add(p posting) {
	for i := int(p.print >> (PrintBits - w.bucketBits)); w.bucket < i; {
		w.bucket++
		w.directory[w.bucket] = uint32(len(w.body))
	}
	hi, _ := bits.Mul64(uint64(p.print)<<refBits, uint64(len(w.filter)))
	w.filter[hi] |= filterBits(p.print)
	for i := range w.restBytes {
		rest := uint64(p.print) & (1<<(PrintBits-w.bucketBits) - 1)
		w.body = append(w.body, byte(rest>>(8*i)))
	}
	if w.prints++; p.total == 1 {
		w.body = binary.AppendUvarint(w.body, uint64(p.reports[0])<<1)
		return
	}
	w.body = binary.AppendUvarint(w.body, uint64(p.total)<<1|1)
	at := uint32(0)
	for _, r := range p.reports {
		w.body = binary.AppendUvarint(w.body, uint64(r-at))
		at = r
	}
}

// bytes returns the finished segment.
func (w *segmentWriter) bytes() ([]byte, error) {
	if uint64(len(w.body)) > maxBody {
		return nil, fmt.Errorf("writing segment: %d bytes of prints: too many for one segment", len(w.body))
	}
	for w.bucket < len(w.directory)-1 {
		w.bucket++
		w.directory[w.bucket] = uint32(len(w.body))
	}
	le := binary.LittleEndian
	b := make([]byte, segmentHead, segmentHead+len(w.entries)*entryBytes+len(w.filter)*8+len(w.directory)*4+len(w.body))
	copy(b, segmentMagic)
	le.PutUint32(b[8:], Version)
	le.PutUint32(b[12:], uint32(len(w.entries)))
	le.PutUint32(b[16:], w.prints)
	le.PutUint32(b[20:], uint32(w.bucketBits))
	le.PutUint32(b[24:], uint32(len(w.filter)))
	le.PutUint32(b[28:], uint32(len(w.body)))
	for _, e := range w.entries {
		b = le.AppendUint32(b, e.Doc)
		b = le.AppendUint32(b, e.Source)
		b = le.AppendUint32(b, uint32(e.Day))
	}
	for _, f := range w.filter {
		b = le.AppendUint64(b, f)
	}
	for _, d := range w.directory {
		b = le.AppendUint32(b, d)
	}
	b = append(b, w.body...)
	le.PutUint32(b[32:], crc32.Checksum(b[segmentHead:], castagnoli))
	return b, nil
}
