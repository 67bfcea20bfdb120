package reconcile

import (
	"cmp"
	"slices"
)

// Nearby is a group that nearly joined another.
type Nearby struct {
	ID    string
	Score float64  // of the pair of claims that are most alike, and of all; the higher the more alike
	Why   []string // what speaks for and against in that pair, as Why says it
}

// nearAt is the score from which two groups are perhaps the same. It lets through
// what is of one day and one kind in two places near each other, or of one place
// a day apart; claims join from joinAt on.
const nearAt = -4.0

// Near returns for each of these IDs the groups that are perhaps the same incident,
// the most alike first, at most so many. Only groups that Assign would look at are
// compared, so it costs little beside it. It is for people, who look at both: two
// groups that a rule keeps apart (certain places far from each other, stated days
// apart) are never among them.
func Near(of []string, groups []Group, most int) map[string][]Nearby {
	m := newMaker(0)
	for i := range groups {
		m.learn(groups[i].Claims)
	}
	for i := range groups {
		m.seed(i, groups[i].Claims)
	}
	at := map[string]*cluster{}
	for _, c := range m.clusters {
		at[groups[c.known].ID] = c
	}
	out := map[string][]Nearby{}
	for _, id := range of {
		if c := at[id]; c != nil && out[id] == nil {
			if list := m.nearest(c, groups, most); len(list) > 0 {
				out[id] = list
			}
		}
	}
	return out
}

// nearest is Near for one cluster.
func (m *maker) nearest(c *cluster, groups []Group, most int) []Nearby {
	type found struct {
		Nearby
		a, b *view // the most alike
	}
	var all []found
	seen := map[int32]bool{}
	for _, v := range c.members[:min(len(c.members), scanned)] {
		m.index.near(v, func(i int32) {
			d := m.clusters[i]
			if d == c || seen[i] || !d.meets(v) {
				return
			}
			seen[i] = true
			f := found{Nearby: Nearby{ID: groups[d.known].ID}}
			var ok bool
			if f.Score, f.a, f.b, ok = c.closest(d, &m.evidence); ok && f.Score >= nearAt {
				all = append(all, f)
			}
		})
	}
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
	})
	var out []Nearby
	for _, f := range all[:min(len(all), most)] {
		why := Why(f.a.claim, f.b.claim)
		f.Why = why[:len(why)-1] // without the sum, which says little to people
		out = append(out, f.Nearby)
	}
	return out
}

// closest is score of a cluster against another: of the pair that is most alike,
// which it returns too, and of all pairs looked at.
func (c *cluster) closest(d *cluster, e *evidence) (score float64, a, b *view, ok bool) {
	best, sum, n := 0.0, 0.0, 0
	for _, x := range c.members[:min(len(c.members), compared)] {
		for _, y := range d.members[:min(len(d.members), compared)] {
			if e.compare(x, y) {
				return 0, nil, nil, false
			}
			s := e.score()
			if n == 0 || s > best {
				best, a, b = s, x, y
			}
			sum += s
			n++
		}
	}
	return 0.85*best + 0.15*sum/float64(n), a, b, true
}
