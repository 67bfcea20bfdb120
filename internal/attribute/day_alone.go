package attribute

import (
	"time"

	"isnad"
)

// A monitor that told of a month goes on with days alone: "on 16 March ... On the 17th",
// "on the 15th and 18th".

// dayAlone is the day that an ordinal at item i means by itself: of the month of the day
// read last, else of the one the text is of; the month before where it would lie ahead.
func (f *field) dayAlone(base isnad.Day, i, to int) isnad.Day {
	it := &f.items[i]
	if !it.is(tOrdinal) || i < 2 || base.IsZero() || it.num < 1 || it.num > 31 || !f.nothingCounted(i+1, to) || !f.onThe(i) {
		return isnad.Day{}
	}
	of := base
	if !f.lastDay.IsZero() && f.lastDay.Before(base) {
		of = f.lastDay
	}
	y, m := of.Year(), int(of.Month())
	d, ok := isnad.NewDay(y, time.Month(m), it.num)
	if ok && base.AddDays(2).Before(d) {
		if m--; m == 0 {
			y, m = y-1, 12
		}
		d, ok = isnad.NewDay(y, time.Month(m), it.num)
	}
	if !ok {
		return isnad.Day{}
	}
	return d
}

// onThe tells whether "on the" stands before the day at item i, or before the first of
// two: "on the 15th and the 18th".
func (f *field) onThe(i int) bool {
	for n := 0; n < 3 && i >= 2; n++ {
		k := i - 1
		if f.word(k) == "the" {
			k--
		}
		switch f.word(k) {
		case "on":
			return k == i-2 && !(k > 0 && f.items[k-1].is(tNeg))
		case "of":
			switch f.word(k - min(k, 1)) {
			case "morning", "night", "evening", "afternoon":
				return k == i-2
			}
			return false
		case "and", ",":
			i = k - 1
			if i < 2 || !f.items[i].is(tOrdinal) {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// nothingCounted tells whether no noun follows at item k that an ordinal would count:
// "on the 12th floor".
func (f *field) nothingCounted(k, to int) bool {
	if k >= to {
		return true
	}
	it := &f.items[k]
	return it.is(tPunct|tDet|tPrep|tLoc|tConj|tAux|tPron|tNum|tVague) && f.word(k) != "-" && f.word(k) != "of" && !it.is(tCap)
}
