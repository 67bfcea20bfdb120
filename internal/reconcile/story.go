package reconcile

import "slices"

// stories groups the claims of each report among themselves, in the order of telling.
// A passage that names neither day nor place belongs to what its own report tells: it
// goes where that goes, and chooses among strange incidents only when it stands alone.
func (m *maker) stories(views []*view) []*cluster {
	var out []*cluster
	of := map[uint64][]*cluster{}
	for _, v := range views {
		told := of[v.report]
		c := m.closestStory(v, told[max(0, len(told)-crowd):])
		if c == nil {
			c = &cluster{known: -1, first: v.ord}
			out = append(out, c)
			of[v.report] = append(told, c)
		}
		c.add(v)
	}
	return out
}

// closestStory is the one that v fits best, nil where none is alike enough.
func (m *maker) closestStory(v *view, told []*cluster) *cluster {
	best := joinAt
	var at *cluster
	for _, c := range told {
		if s, ok := c.score(v, &m.evidence); ok && s > best {
			best, at = s, c
		}
	}
	return at
}

// add makes v a member, the last in the order of telling.
func (c *cluster) add(v *view) {
	c.members = append(c.members, v)
	c.changed = true
	c.first = min(c.first, v.ord)
}

// take makes the members of d members of c.
func (c *cluster) take(d *cluster) {
	c.members = append(c.members, d.members...)
	slices.SortFunc(c.members, telling)
	c.changed = true
	if c.first < 0 || d.first < c.first {
		c.first = d.first
	}
}

// fit says how well the story d fits c, as score does for one claim. What says most
// on both sides is asked first. A pair of one report is never the best one: its report
// was grouped already, and what it told apart must not be one for being nearly so.
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
