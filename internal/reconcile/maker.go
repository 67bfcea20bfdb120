package reconcile

import (
	"cmp"
	"math"
	"slices"

	"isnad"
)

// maker makes clusters, claim by claim.
type maker struct {
	index     *index
	clusters  []*cluster // nil where one went into another
	provinces provinces
	reports   map[uint64]*among
	evidence  evidence
}

func newMaker(n int) *maker {
	return &maker{index: newIndex(), clusters: make([]*cluster, 0, n), provinces: provinces{}, reports: map[uint64]*among{}}
}

// makerOf is a maker that knows what these fresh claims tell of their provinces and reports.
func makerOf(claims []isnad.Claim) *maker {
	m := newMaker(len(claims))
	m.learn(claims)
	m.read(claims)
	return m
}

// learn takes note of what claims call their provinces, before any is compared.
func (m *maker) learn(claims []isnad.Claim) {
	for i := range claims {
		m.provinces.learn(&claims[i])
	}
}

// read takes note of what the reports of fresh claims tell. Known claims are left out:
// which of a report's are at hand depends on what was looked for in the archive.
func (m *maker) read(fresh []isnad.Claim) {
	for i := range fresh {
		key := reportOf(&fresh[i])
		if m.reports[key] == nil {
			m.reports[key] = &among{first: math.MaxInt}
		}
		m.reports[key].learn(&fresh[i])
	}
}

func (m *maker) view(c *isnad.Claim) *view {
	v := newView(c, m.provinces)
	v.among = m.reports[v.report]
	return v
}

// views are the views of claims, in their order.
func (m *maker) views(claims []isnad.Claim) []*view {
	views := make([]*view, len(claims))
	for i := range claims {
		views[i] = m.view(&claims[i])
		views[i].ord = i
	}
	return views
}

// seed makes a cluster of a known group.
func (m *maker) seed(known int, claims []isnad.Claim) {
	if len(claims) == 0 {
		return
	}
	c := &cluster{known: known, first: -1}
	told := gather(claims, func(string) (id, name string) { return "", "" })
	c.when, c.where = told.when(), told.where()
	for i := range claims {
		v := m.view(&claims[i])
		v.ord = -1
		c.members = append(c.members, v)
	}
	slices.SortFunc(c.members, telling)
	m.clusters = append(m.clusters, c)
	for _, v := range c.members {
		m.index.add(v, int32(len(m.clusters)-1))
	}
}

// telling orders claims so that those that say most come first; the ID decides
// between equals, so that the order given never matters.
func telling(a, b *view) int {
	return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.claim.ID, b.claim.ID), cmp.Compare(a.ord, b.ord))
}

// place groups the claims of each report, puts every such story into the cluster it
// fits best, or makes it one of its own, and then joins clusters that turned out to be
// alike as wholes.
func (m *maker) place(claims []isnad.Claim) {
	views := m.views(claims)
	slices.SortFunc(views, telling)
	for _, c := range m.stories(views) {
		m.put(c)
	}
	for i := range m.clusters {
		m.merge(int32(i))
	}
}

func (m *maker) put(c *cluster) {
	best, at := joinAt, int32(-1)
	seen := map[int32]bool{}
	for _, v := range c.members[:min(len(c.members), scanned)] {
		m.index.near(v, func(i int32) {
			d := m.clusters[i]
			if d.sole == c.sole || seen[i] || d.known >= 0 && !d.meets(v) {
				return // what one report alone told is grouped already
			}
			seen[i] = true
			s, ok := d.fit(c, &m.evidence)
			if ok && (s > best || s == best && at >= 0 && i < at) {
				best, at = s, i
			}
		})
	}
	if at < 0 {
		m.clusters = append(m.clusters, c)
		at = int32(len(m.clusters) - 1)
	} else {
		m.clusters[at].take(c)
	}
	for _, v := range c.members {
		m.index.add(v, at)
	}
}

// merge joins a new cluster into the cluster that it is most like, taken as a
// whole. A claim that could have gone to either of two halves of one incident
// parted them; all claims together see that they are one.
func (m *maker) merge(from int32) {
	c := m.clusters[from]
	if c == nil || c.known >= 0 {
		return
	}
	best, at := mergeAt, int32(-1)
	seen := map[int32]bool{from: true}
	for n, v := range c.members {
		if n == scanned {
			break
		}
		m.index.near(v, func(i int32) {
			d := m.clusters[i]
			if d == nil || seen[i] || d.known >= 0 && !d.meets(v) {
				return
			}
			if d.known < 0 && d.sole != 0 && d.sole == c.sole {
				return // both are stories of one report, which was grouped already
			}
			if i < from && len(c.members) == 1 && len(d.members) == 1 {
				return // two single claims: this one was compared with the other when it was put
			}
			seen[i] = true
			s, ok := d.likeness(c, &m.evidence)
			if ok && (s > best || s == best && at >= 0 && i < at) {
				best, at = s, i
			}
		})
	}
	if at < 0 {
		return
	}
	m.clusters[at].take(c)
	m.clusters[from] = nil
	for _, v := range c.members {
		m.index.add(v, at)
	}
}

// all are the clusters that stand.
func (m *maker) all() []*cluster {
	var out []*cluster
	for _, c := range m.clusters {
		if c != nil {
			out = append(out, c)
		}
	}
	return out
}
