package attribute

import (
	"strings"

	"isnad"
)

// Somebody's kin are counted one by one, and often the mark that says whose they are is lost: "The
// drivers mother and sister died", "killing the mayor's wife and two sons".

// maxKin bounds the items of a list of kin.
const maxKin = 14

// kinBefore counts the kin listed right before the auxiliary or the verb at item t.
func (f *field) kinBefore(s *sentence, qs []quantity, used []bool, t int) (quantity, bool) {
	if t <= s.lead+1 || !kin(f.word(t-1)) && !f.items[t-1].is(tHead) {
		return quantity{}, false
	}
	for b := max(s.lead, t-maxKin); b < t-1; b++ {
		if b > s.lead+1 && f.word(b-1) == "and" && f.items[b-2].is(tHead|tCap) && !f.items[b-2].is(tWeekday|tMonth) {
			continue // others stand before them
		}
		q, ok := f.kinAt(s, qs, b)
		if !ok || q.to != t || f.items[t].is(tAux) && q.low > 1 != (plural(f.word(t)) || had(f.word(t))) && f.word(t) != "have" && f.word(t) != "had" {
			continue
		}
		markIn(qs, used, &q)
		return q, true
	}
	return quantity{}, false
}

// markIn marks the figures that stand in q as used.
func markIn(qs []quantity, used []bool, q *quantity) {
	for i := range qs {
		used[i] = used[i] || qs[i].from >= q.from && qs[i].to <= q.to
	}
}

// kinAt reads a list of the kin of somebody who is told of at item k.
func (f *field) kinAt(s *sentence, qs []quantity, k int) (quantity, bool) {
	n := f.ownerOfKin(s, k)
	if n < 0 {
		return quantity{}, false
	}
	count, end := 0, n
	for n < s.to && n < k+maxKin {
		e, c := f.oneKin(s, qs, n)
		if c == 0 {
			break
		}
		count, end = count+c, e
		n = e
		if n < s.to && f.word(n) == "," {
			n++
		}
		if n < s.to && f.word(n) == "and" {
			n++
		} else if n == e {
			break
		}
		if n < s.to && article(f.word(n)) {
			n++
		}
	}
	if count == 0 {
		return quantity{}, false
	}
	return quantity{from: k, to: end, low: count, high: count, qual: isnad.Exact, head: true, single: count == 1, category: isnad.CategoryAll}, true
}

// ownerOfKin is where the kin begin of somebody who is told of at item k, -1 where nobody is: "the
// grooms", "Adel Example's".
func (f *field) ownerOfKin(s *sentence, k int) int {
	if k+2 > s.to {
		return -1
	}
	n := k
	if f.word(k) == "the" || f.word(k) == "a" || f.word(k) == "an" {
		n++
	} else if !f.items[k].is(tCap) {
		return -1
	}
	for from := n; n+1 < s.to && n < from+4; n++ {
		it := &f.items[n]
		if n > from && apostrophe(f.word(n)) {
			if n++; f.word(n) == "s" && n+1 < s.to {
				n++
			}
			return n
		}
		if it.is(tPunct|tNum|tOut|tAux|tPrep|tLoc|tSay|tConj|tRel|tPron|tWeekday|tMonth) || it.is(tEv|tWeapon) && !it.is(tHead|tSrc) || kin(f.word(n)) {
			return -1
		}
		if w := f.word(n); strings.HasSuffix(w, "s") && len(w) > 3 && !strings.HasSuffix(w, "ss") && kin(f.word(n+1)) {
			return n + 1
		}
	}
	return -1
}

// oneKin reads one of a list of kin at item n: where it ends and how many it counts.
func (f *field) oneKin(s *sentence, qs []quantity, n int) (end, count int) {
	for i := range qs {
		if q := &qs[i]; q.from == n {
			if w := f.word(q.to - 1); q.head && !q.subset && !q.vague && q.low == q.high && q.low > 0 && (kin(w) || kin(strings.TrimSuffix(w, "s")) || w == "children" || w == "wives") {
				return q.to, q.low
			}
		}
	}
	k := n
	for k < s.to && k < n+2 && !kin(f.word(k)) && f.items[k].is(tMod|tWeakMod) {
		k++
	}
	if k < s.to && kin(f.word(k)) {
		return k + 1, 1
	}
	if k < s.to && (f.word(k) == "parents" || f.word(k) == "grandparents") {
		return k + 1, 2
	}
	return n, 0
}
