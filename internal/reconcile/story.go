package reconcile

import (
	"cmp"
	"math"
	"slices"
)

// stories groups the claims of each report among themselves. A passage that names neither
// day nor place belongs to what its own report tells: it goes where that goes, and
// chooses among strange incidents only when it stands alone. The stories come in the order
// of telling, and so do the members of each.
func (m *maker) stories(views []*view) []*cluster {
	of := map[uint64][]*view{}
	for _, v := range views {
		of[v.report] = append(of[v.report], v)
	}
	var out []*cluster
	for _, told := range of {
		out = append(out, m.storiesOf(told)...)
	}
	slices.SortFunc(out, func(a, b *cluster) int { return telling(a.members[0], b.members[0]) })
	return out
}

// storiesOf groups the claims of one report. One with more than a crowd of claims, a log of
// months, is taken in stretches as it is read, so that the work stays linear in its length.
func (m *maker) storiesOf(told []*view) []*cluster {
	if len(told) > crowd {
		slices.SortFunc(told, reading)
	}
	var out []*cluster
	for stretch := range slices.Chunk(told, crowd) {
		before := max(0, len(out)-crowd)
		cs := slices.Clone(out[before:])
		for _, v := range stretch {
			cs = append(cs, &cluster{known: -1, first: v.ord, members: []*view{v}, changed: true, sole: v.report})
		}
		out = append(out[:before], m.link(cs)...)
	}
	return out
}

// reading orders the claims of a report as it tells them.
func reading(a, b *view) int {
	return cmp.Or(cmp.Compare(startOf(a.claim), startOf(b.claim)), telling(a, b))
}

// link joins clusters, over and over the two that are most alike, until none are alike
// enough. How alike two are is weighed of their best pair and of all pairs, which lies
// between single and average linkage; where a rule forbids one pair they stay apart.
func (m *maker) link(cs []*cluster) []*cluster {
	n := len(cs)
	all := make([]pairs, n*n) // of j and i at j*n + i, j before i
	for i, c := range cs {
		for j, d := range cs[:i] {
			all[j*n+i] = m.pairs(d, c)
		}
	}
	for {
		top, to, from := joinAt, -1, -1
		for j := range cs {
			for i := j + 1; i < n && cs[j] != nil; i++ {
				if s := all[j*n+i].alike(); s > top && cs[i] != nil {
					top, to, from = s, j, i
				}
			}
		}
		if to < 0 {
			return slices.DeleteFunc(cs, func(c *cluster) bool { return c == nil })
		}
		cs[to].take(cs[from])
		cs[from] = nil
		for k := range cs {
			if cs[k] != nil && k != to {
				all[min(k, to)*n+max(k, to)].add(all[min(k, from)*n+max(k, from)])
			}
		}
	}
}

// pairs are the scores of the pairs of two clusters: the best, their sum and their number.
type pairs struct{ best, sum, n float64 }

func (m *maker) pairs(c, d *cluster) pairs {
	p := pairs{best: math.Inf(-1)}
	for _, a := range c.members[:min(len(c.members), scanned)] {
		for _, b := range d.members[:min(len(d.members), scanned)] {
			s := math.Inf(-1)
			if !m.evidence.compare(a, b) {
				s = m.evidence.score()
			}
			p.add(pairs{s, s, 1})
		}
	}
	return p
}

func (p *pairs) add(q pairs) {
	p.best, p.sum, p.n = max(p.best, q.best), p.sum+q.sum, p.n+q.n
}

// alike is less than anything where a rule forbids one of the pairs.
func (p pairs) alike() float64 { return 0.6*p.best + 0.4*p.sum/p.n }

// take makes the members of d members of c.
func (c *cluster) take(d *cluster) {
	c.members = append(c.members, d.members...)
	if c.sole != d.sole {
		c.sole = 0
	}
	slices.SortFunc(c.members, telling)
	c.changed = true
	if c.first < 0 || d.first < c.first {
		c.first = d.first
	}
}

// fit says how well the story d fits c: the mean of the best pair and of the whole, refused
// where a rule forbids one that is looked at. What says most on both sides is asked first. A
// pair of one report is never the best one: its report was grouped already, and what it told
// apart must not be one for being nearly so.
func (c *cluster) fit(d *cluster, e *evidence) (float64, bool) {
	best, sum, n, others := -1e9, 0.0, 0, 0
	for _, v := range d.members[:min(len(d.members), compared)] {
		for _, m := range c.members[:min(len(c.members), scanned)] {
			if others == 3 && best < hopeless {
				return best, true
			}
			if e.compare(m, v) {
				return 0, false
			}
			s := e.score()
			if e[reportSame] == 0 {
				best = max(best, s)
				others++
			}
			sum += s
			n++
		}
	}
	return 0.85*best + 0.15*sum/float64(n), true
}
