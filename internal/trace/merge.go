package trace

import "encoding/binary"

// cursor walks over the prints of a segment in their order.
type cursor struct {
	s      *Segment
	bucket int
	left   []byte // of the bucket
	base   uint32 // place of the segment's first report among those merged
	now    posting
	done   bool
}

func (c *cursor) next() {
	for len(c.left) <= c.s.restBytes {
		if c.bucket >= 1<<c.s.bucketBits {
			c.done = true
			return
		}
		d := c.s.directory[c.bucket*4:]
		from, to := binary.LittleEndian.Uint32(d), binary.LittleEndian.Uint32(d[4:])
		c.left = nil
		if from <= to && uint64(to) <= uint64(len(c.s.body)) {
			c.left = c.s.body[from:to]
		}
		c.bucket++
	}
	c.now.print = Print(c.bucket-1)<<(PrintBits-c.s.bucketBits) | Print(c.s.readRest(c.left))
	c.left, c.now.reports, c.now.total = c.s.readReports(c.now.reports[:0], c.left[c.s.restBytes:])
}

// mergeSegments makes one segment of several, the oldest first. gone tells which
// reports to leave out, by their place among all of them.
func mergeSegments(segments []*Segment, gone func(at uint32) bool) (*Segment, error) {
	var (
		entries []Entry
		place   []uint32 // new place of each report
		prints  int
		cursors []*cursor
	)
	for _, s := range segments {
		c := &cursor{s: s, base: uint32(len(place))}
		for i := range s.Len() {
			at := uint32(len(place))
			place = append(place, uint32(len(entries)))
			if !gone(at) {
				entries = append(entries, s.Entry(i))
			}
		}
		prints += int(s.prints)
		c.next()
		cursors = append(cursors, c)
	}
	w := newSegmentWriter(entries, prints)
	var all posting
	for {
		least := Print(1 << PrintBits)
		for _, c := range cursors {
			if !c.done {
				least = min(least, c.now.print)
			}
		}
		if least == 1<<PrintBits {
			break
		}
		all.print, all.total, all.reports = least, 0, all.reports[:0]
		for _, c := range cursors {
			if c.done || c.now.print != least {
				continue
			}
			all.total += c.now.total
			for _, r := range c.now.reports {
				all.reports = append(all.reports, r+c.base)
			}
			c.next()
		}
		all.keep(gone)
		for i, r := range all.reports {
			all.reports[i] = place[r]
		}
		if len(all.reports) > 0 {
			w.add(all)
		}
	}
	b, err := w.bytes()
	if err != nil {
		return nil, err
	}
	return OpenSegment(b)
}

// keep leaves out the reports that are gone, and cuts what several lists gave
// together to what one would have kept.
func (p *posting) keep(gone func(at uint32) bool) {
	n := 0
	for _, r := range p.reports {
		if gone != nil && gone(r) {
			p.total--
			continue
		}
		p.reports[n] = r
		n++
	}
	p.reports = p.reports[:n]
	if n > listMax {
		copy(p.reports[listFirst:], p.reports[n-listLast:])
		p.reports = p.reports[:listMax]
	}
	if n < listMax { // no others are known to be left
		p.total = n
	}
}
