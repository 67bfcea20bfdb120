package trace

import (
	"errors"
	"fmt"
	"slices"

	"isnad"
)

// Index finds the reports that share prints with a text. It is a hot table in
// memory, which grows, and any number of frozen segments, which are older. The
// same reports added in the same order give the same answers however they are
// split between the two. An Index is not safe for concurrent use.
type Index struct {
	segments []*Segment
	bases    []uint32 // place of each segment's first report among all
	base     uint32   // place of the hot table's first report
	entries  []Entry  // of the hot table
	hot      hot
	gone     map[uint32]bool // places of removed reports
	sources  map[uint32]int  // reports of each source

	hidden func(doc uint32) bool // during LookAmong

	// Room used by Look, kept from one to the next.
	counts  []count
	touched []uint32
	posted  []uint32
	hits    []bool
	sink    uint64
}

// count is how many prints a report shares with the text looked up.
type count struct {
	rare uint16 // not common ones
	all  uint16
}

// maxReports is how many reports one index can hold.
const maxReports = 1<<32 - 2

// Len is how many reports were added, with those removed but not yet merged away.
func (x *Index) Len() int { return int(x.base) + len(x.entries) }

// Hot is how many of them are in memory only, not in a segment.
func (x *Index) Hot() int { return len(x.entries) }

// Segments are the frozen parts, the oldest first.
func (x *Index) Segments() []*Segment { return x.segments }

// Bytes is the memory the index takes, segments included.
func (x *Index) Bytes() int {
	n := x.hot.bytes() + cap(x.entries)*entryBytes + cap(x.counts)*4 + (len(x.gone)+len(x.sources))*32
	for _, s := range x.segments {
		n += len(s.raw)
	}
	return n
}

// Add puts a report into the index. Reports are to be added in the order of
// their arrival; a doc that is in the index already must be removed first. It
// freezes the hot table when that is full.
func (x *Index) Add(e Entry, s Sketch) error {
	if len(s) > MaxPrints {
		return fmt.Errorf("indexing report %d: %d prints: %w", e.Doc, len(s), isnad.ErrTooLarge)
	}
	if x.Len() >= maxReports {
		return fmt.Errorf("indexing report %d: the index holds %d: %w", e.Doc, x.Len(), isnad.ErrTooLarge)
	}
	if x.hot.full(len(x.entries)) {
		if _, err := x.Freeze(); err != nil {
			return fmt.Errorf("indexing report %d: %w", e.Doc, err)
		}
	}
	x.hot.add(uint32(len(x.entries)), s)
	x.entries = append(x.entries, e)
	x.count(e.Source, 1)
	return nil
}

// Remove takes a report out: from now on the index answers as if it had never
// been added. (Where more than listMax reports hold a print, those that were not
// kept do not come back.) It tells whether the report was there. It looks
// through all entries, some milliseconds for a million.
func (x *Index) Remove(doc uint32) bool {
	found := false
	for at := range x.Len() {
		if x.entry(uint32(at)).Doc == doc && !x.gone[uint32(at)] {
			if x.gone == nil {
				x.gone = map[uint32]bool{}
			}
			x.gone[uint32(at)] = true
			x.count(x.entry(uint32(at)).Source, -1)
			found = true
		}
	}
	return found
}

// entry is the report at a place among all.
func (x *Index) entry(at uint32) Entry {
	if at >= x.base {
		return x.entries[at-x.base]
	}
	i := len(x.bases) - 1
	for x.bases[i] > at {
		i--
	}
	return x.segments[i].Entry(int(at - x.bases[i]))
}

// Freeze makes a segment of the hot table and empties it. The segment is part
// of the index from then on; it is nil when there was nothing to freeze. Who
// keeps it in a file may put the mapped file in its place with Replace.
func (x *Index) Freeze() (*Segment, error) {
	if len(x.entries) == 0 {
		return nil, nil
	}
	w := newSegmentWriter(x.entries, x.hot.used)
	var one [1]uint32
	for _, slot := range x.hot.sorted() {
		w.add(x.hot.at(slot, &one))
	}
	b, err := w.bytes()
	if err != nil {
		return nil, err
	}
	s, err := OpenSegment(b)
	if err != nil {
		return nil, err
	}
	x.hot, x.entries = hot{}, nil
	x.setSegments(append(x.segments, s))
	return s, nil
}

// Attach puts a segment behind those the index has. It must be done before any
// report is added to the hot table that came after those of the segment.
func (x *Index) Attach(s *Segment) error {
	if len(x.entries) > 0 {
		return errors.New("attaching segment: the hot table is not empty")
	}
	if x.Len()+s.Len() > maxReports {
		return fmt.Errorf("attaching segment: %d reports: %w", x.Len()+s.Len(), isnad.ErrTooLarge)
	}
	x.setSegments(append(x.segments, s))
	for i := range s.Len() {
		x.count(s.Entry(i).Source, 1)
	}
	return nil
}

// Replace puts another form of the same segment, such as a mapped file, in the place of one.
func (x *Index) Replace(was, now *Segment) error {
	i := slices.Index(x.segments, was)
	if i < 0 || was.Len() != now.Len() {
		return fmt.Errorf("replacing segment: %w", isnad.ErrNotFound)
	}
	x.segments[i] = now
	return nil
}

// Merge makes one segment of those from..to-1, leaving out removed reports, and
// puts it in their place.
func (x *Index) Merge(from, to int) (*Segment, error) {
	if from < 0 || to > len(x.segments) || from >= to {
		return nil, fmt.Errorf("merging segments: %d to %d of %d: %w", from, to, len(x.segments), isnad.ErrNotFound)
	}
	base := x.bases[from]
	s, err := mergeSegments(x.segments[from:to], func(at uint32) bool { return x.gone[base+at] })
	if err != nil {
		return nil, err
	}
	before := uint32(0)
	for _, m := range x.segments[from:to] {
		before += uint32(m.Len())
	}
	lost := before - uint32(s.Len())
	for at := range x.gone {
		if at >= base && at < base+before {
			delete(x.gone, at)
		}
	}
	if lost > 0 {
		moved := make(map[uint32]bool, len(x.gone))
		for at := range x.gone {
			if at >= base+before {
				at -= lost
			}
			moved[at] = true
		}
		x.gone = moved
	}
	x.setSegments(slices.Replace(x.segments, from, to, s))
	return s, nil
}

// count keeps how many reports of a source there are.
func (x *Index) count(source uint32, n int) {
	if x.sources == nil {
		x.sources = map[uint32]int{}
	}
	if x.sources[source] += n; x.sources[source] == 0 {
		delete(x.sources, source)
	}
}

func (x *Index) setSegments(s []*Segment) {
	x.segments, x.bases, x.base = s, x.bases[:0], 0
	for _, s := range x.segments {
		x.bases = append(x.bases, x.base)
		x.base += uint32(s.Len())
	}
}
