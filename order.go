package isnad

import (
	"cmp"
	"time"
)

// OrderBasis is the time that told which of two reports came first. The three
// are kept apart: what a report claims of itself proves nothing, and first seen
// here is not first published.
type OrderBasis string

const (
	OrderPublished OrderBasis = "published" // as the report claims
	OrderObserved  OrderBasis = "observed"  // when someone else took the bytes in (WARC-Date)
	OrderReceived  OrderBasis = "received"  // when isnad did
)

// Ordered is the time that places a report among others, and which of its times
// that is: the one it claims, else the one it was observed at, else the one it
// was received at. A claimed time after the bytes were received is no time of
// publication and is passed over. A report that names a day only stands at the
// end of that day: nothing shows that it came before those of the same day that
// name the hour.
func (r *Report) Ordered() (time.Time, OrderBasis) {
	if t := r.Published; !t.IsZero() && (r.Received.IsZero() || !t.After(r.Received)) {
		if t.Equal(t.Truncate(24 * time.Hour)) {
			if t = t.Add(24*time.Hour - time.Second); !r.Received.IsZero() && t.After(r.Received) {
				t = r.Received
			}
		}
		return t, OrderPublished
	}
	if !r.Observed.IsZero() {
		return r.Observed, OrderObserved
	}
	return r.Received, OrderReceived
}

// CompareOrder is negative where a came before b, by their [Report.Ordered]
// times, then those of their reception, then their places in one capture, then
// their IDs, so that no two reports are equal and nobody depends on the order they
// are given in. The basis is the weaker of the two that were used.
func CompareOrder(a, b *Report) (int, OrderBasis) {
	s, sb := a.Ordered()
	t, tb := b.Ordered()
	rank := map[OrderBasis]int{OrderPublished: 0, OrderObserved: 1, OrderReceived: 2}
	basis := sb
	if rank[tb] > rank[sb] {
		basis = tb
	}
	if c := s.Compare(t); c != 0 {
		return c, basis
	}
	if c := a.Received.Compare(b.Received); c != 0 {
		return c, OrderReceived
	}
	if a.Capture == b.Capture && a.Bytes != nil && b.Bytes != nil && a.Bytes.Offset != b.Bytes.Offset {
		return cmp.Compare(a.Bytes.Offset, b.Bytes.Offset), OrderReceived
	}
	return cmp.Compare(a.ID, b.ID), basis
}
