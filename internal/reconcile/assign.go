package reconcile

import (
	"cmp"
	"slices"
	"strconv"

	"isnad"
)

// Group is the claims that are taken for one incident. ID is empty for a new one.
type Group struct {
	ID     string
	Claims []isnad.Claim
}

// Assign puts each claim that is fresh into one of the known groups or into new
// ones and returns the groups that changed or are new, the known ones first,
// each in the order of its first fresh claim; each new one has its ID. Known
// groups are never split or joined. Claims of a group stand in the order given,
// the known ones first, and carry its ID.
func Assign(fresh []isnad.Claim, known []Group) []Group {
	m := newMaker(len(fresh))
	m.learn(fresh)
	for i := range known {
		m.learn(known[i].Claims)
	}
	for i := range known {
		m.seed(i, known[i].Claims)
	}
	m.place(fresh)

	var out []Group
	for _, c := range m.inOrder() {
		if c.known < 0 || !c.changed {
			continue
		}
		g := Group{ID: known[c.known].ID, Claims: slices.Clone(known[c.known].Claims)}
		out = append(out, c.fill(g, fresh))
	}
	used := map[string]bool{}
	for i := range known {
		used[known[i].ID] = true
	}
	for _, c := range m.inOrder() {
		if c.known < 0 {
			id := newID(fresh[c.first].ID, used)
			out = append(out, c.fill(Group{ID: id}, fresh))
		}
	}
	return out
}

// newID names a group after its first claim. A claim that comes back after its
// incident went on without it must not take that incident's name again.
func newID(claim string, used map[string]bool) string {
	id := isnad.MakeID('i', claim)
	for n := 2; used[id]; n++ {
		id = isnad.MakeID('i', claim, strconv.Itoa(n))
	}
	used[id] = true
	return id
}

// fill adds the fresh claims of c to g in the order given.
func (c *cluster) fill(g Group, fresh []isnad.Claim) Group {
	var at []int
	for _, v := range c.members {
		if v.ord >= 0 {
			at = append(at, v.ord)
		}
	}
	slices.Sort(at)
	for _, i := range at {
		claim := fresh[i]
		g.Claims = append(g.Claims, claim)
	}
	for i := range g.Claims {
		g.Claims[i].Incident = g.ID
	}
	return g
}

// inOrder are the clusters in the order of their first fresh claim.
func (m *maker) inOrder() []*cluster {
	out := m.all()
	slices.SortStableFunc(out, func(a, b *cluster) int { return cmp.Compare(a.first, b.first) })
	return out
}
