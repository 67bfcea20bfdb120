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

// Near returns the groups around that are perhaps the same incident as g, the most
// alike first, at most so many. It is for people, who look at both: two groups that
// a rule keeps apart (certain places far from each other, stated days apart) are
// never among them. g itself may be among those around.
func Near(g Group, around []Group, most int) []Nearby {
	m := newMaker(0)
	m.learn(g.Claims)
	for i := range around {
		m.learn(around[i].Claims)
	}
	m.seed(0, g.Claims)
	if len(m.clusters) == 0 {
		return nil
	}
	mine := m.clusters[0]
	type found struct {
		Nearby
		a, b *view // the most alike
	}
	var all []found
	for i := range around {
		if around[i].ID == g.ID || len(around[i].Claims) == 0 {
			continue
		}
		m.seed(i, around[i].Claims)
		f := found{Nearby: Nearby{ID: around[i].ID}}
		var ok bool
		if f.Score, f.a, f.b, ok = mine.closest(m.clusters[len(m.clusters)-1], &m.evidence); ok && f.Score >= nearAt {
			all = append(all, f)
		}
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
