package reconcile

import "isnad"

// scanned is how many members of a group a claim is compared with.
const scanned = 12

// joinAt is the score from which a claim joins a group.
const joinAt = -0.5

// mergeAt is the mean score of all pairs from which two new clusters are one.
const mergeAt = 0.0

// cluster is a group being made. Its first members say most.
type cluster struct {
	known   int // index of the known group, -1 for a new one
	members []*view
	first   int // least place in the order given, for the ID
	changed bool
	sole    uint64 // the report that all its members are of, 0 where there are several

	// Of a known group: when and where its incident is, as it is kept.
	when  isnad.Period
	where isnad.Where
}

// hopeless is the score of the two most telling members below which two clusters
// are not compared as wholes.
const hopeless = -3.0

// compared is how many members of either cluster are, when they are.
const compared = 8

// likeness is the mean score of the pairs of two clusters. It is refused where a
// rule forbids one of the pairs.
func (c *cluster) likeness(d *cluster, e *evidence) (float64, bool) {
	sum, n := 0.0, 0
	for i, a := range c.members {
		if i == compared {
			break
		}
		for j, b := range d.members {
			if j == compared {
				break
			}
			if e.compare(a, b) {
				return 0, false
			}
			s := e.score()
			if n == 0 && s < hopeless {
				return s, true
			}
			sum += s
			n++
		}
	}
	return sum / float64(n), true
}
