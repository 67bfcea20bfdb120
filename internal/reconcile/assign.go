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
	return AssignPinned(fresh, known, Pins{})
}

// Pins is what people decided about incidents.
type Pins struct {
	Of    map[string]string    // Claim ID → ID of the incident it belongs to
	Taken func(id string) bool // tells which IDs a new group must not have; nil for none
}

// AssignPinned is Assign that first obeys people: pinned claims, fresh and known
// ones, go into the groups they are pinned to, which are made where they are not
// known. A group that lost its last claim by it is returned without any.
func AssignPinned(fresh []isnad.Claim, known []Group, pins Pins) []Group {
	known, free, moved := pins.obey(fresh, known)
	out := assign(free, known, pins.Taken)
	done := map[string]bool{}
	for i := range out {
		done[out[i].ID] = true
	}
	for _, g := range known {
		if moved[g.ID] && !done[g.ID] {
			for i := range g.Claims {
				g.Claims[i].Incident = g.ID
			}
			out = append(out, g)
		}
	}
	return out
}

// obey puts pinned claims where they belong. It returns the groups, the fresh
// claims that nobody pinned, and which groups changed.
func (p Pins) obey(fresh []isnad.Claim, known []Group) (groups []Group, free []isnad.Claim, moved map[string]bool) {
	moved = map[string]bool{}
	at := map[string]int{}
	group := func(id string) int {
		if _, ok := at[id]; !ok {
			at[id] = len(groups)
			groups = append(groups, Group{ID: id})
		}
		return at[id]
	}
	for _, g := range known {
		group(g.ID)
	}
	for _, g := range known {
		for _, c := range g.Claims {
			to := g.ID
			if id := p.Of[c.ID]; id != "" && id != g.ID {
				to = id
				moved[g.ID], moved[id] = true, true
			}
			n := group(to)
			groups[n].Claims = append(groups[n].Claims, c)
		}
	}
	for _, c := range fresh {
		id := p.Of[c.ID]
		if id == "" {
			free = append(free, c)
			continue
		}
		moved[id] = true
		n := group(id)
		groups[n].Claims = append(groups[n].Claims, c)
	}
	return groups, free, moved
}

func assign(fresh []isnad.Claim, known []Group, taken func(string) bool) []Group {
	m := newMaker(len(fresh))
	m.learn(fresh)
	m.read(fresh)
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
			id := newID(fresh[c.first].ID, used, taken)
			out = append(out, c.fill(Group{ID: id}, fresh))
		}
	}
	return out
}

// newID names a group after its first claim. A claim that comes back after its
// incident went on without it must not take that incident's name again.
func newID(claim string, used map[string]bool, taken func(string) bool) string {
	id := isnad.MakeID('i', claim)
	for n := 2; used[id] || taken != nil && taken(id); n++ {
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
