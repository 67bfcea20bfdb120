package attribute

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// A forest is a sum of small trees of questions about facts, boosted on top of a
// model's weights: what holds only of some combination of facts ("the same
// figure, but of another place") is one branch instead of a fact of its own. In
// the files of weights a tree is one line that begins with "tree": its
// questions, each a fact with a question mark before it, followed by the branch
// for yes and the branch for no, down to the weights that are added.
//
// Few facts hold of a candidate, and each is asked by few questions: the answers of
// those that hold find the leaves without a walk through the trees.
type forest struct {
	leaves []float64    // of one tree after another
	ends   []int        // where the leaves of each tree end
	asked  [][]question // by fact
	most   float64      // no set of facts leads to more
}

// question is a place in a tree where a fact is asked. The leaves of a tree stand in the order
// of no before yes: yes cuts off those that no leads to, and of those that are left the first
// is the tree's answer.
type question struct {
	tree int
	cut  uint64 // one bit for every leaf of the tree
}

const (
	maxTrees  = 128
	maxLeaves = 64 // of a tree
	maxDepth  = 8  // questions on one way through a tree
)

// maxFacts bounds the facts that there are, so that a set of them is a value.
const maxFacts = 2048

// factSet is a set of facts.
type factSet [maxFacts / 64]uint64

func (s *factSet) add(f fact) { s[f/64] |= 1 << (f % 64) }

// plant adds the tree that the tokens tell. A fact that is not known any more
// holds of nothing.
func (t *forest) plant(tokens []string, byName map[string]fact) error {
	b, rest, err := grow(tokens, byName, 0)
	switch {
	case err != nil:
		return err
	case len(rest) > 0:
		return fmt.Errorf("%d tokens after the tree", len(rest))
	case len(t.ends) == maxTrees:
		return fmt.Errorf("more than %d trees", maxTrees)
	}
	if t.asked == nil {
		t.asked = make([][]question, maxFacts)
	}
	for f, cuts := range b.cuts {
		for _, cut := range cuts {
			t.asked[f] = append(t.asked[f], question{len(t.ends), cut})
		}
	}
	t.leaves = append(t.leaves, b.leaves...)
	t.ends = append(t.ends, len(t.leaves))
	t.most += slices.Max(b.leaves)
	return nil
}

// branch is a tree or a part of one: its leaves, and for each fact what its questions cut off.
type branch struct {
	leaves []float64
	cuts   map[fact][]uint64
}

// grow reads a branch and returns the tokens behind it.
func grow(tokens []string, byName map[string]fact, depth int) (branch, []string, error) {
	if len(tokens) == 0 || depth > maxDepth {
		return branch{}, nil, fmt.Errorf("tree ends early or is too deep")
	}
	name, asks := strings.CutPrefix(tokens[0], "?")
	if !asks {
		v, err := strconv.ParseFloat(tokens[0], 64)
		return branch{[]float64{v}, map[fact][]uint64{}}, tokens[1:], err
	}
	yes, rest, err := grow(tokens[1:], byName, depth+1)
	if err != nil {
		return branch{}, nil, err
	}
	b, rest, err := grow(rest, byName, depth+1) // no
	f, ok := byName[name]
	if err != nil || !ok {
		return b, rest, err
	}
	n := len(b.leaves)
	if n+len(yes.leaves) > maxLeaves {
		return branch{}, nil, fmt.Errorf("more than %d leaves", maxLeaves)
	}
	b.cuts[f] = append(b.cuts[f], 1<<n-1)
	for f, cuts := range yes.cuts {
		for _, cut := range cuts {
			b.cuts[f] = append(b.cuts[f], cut<<n)
		}
	}
	b.leaves = append(b.leaves, yes.leaves...)
	return b, rest, nil
}

// weight adds up the leaves that a set of facts leads to.
func (t *forest) weight(s *factSet) float64 {
	var cut [maxTrees]uint64
	for i, word := range s {
		for ; word != 0 && t.asked != nil; word &= word - 1 {
			for _, q := range t.asked[i*64+bits.TrailingZeros64(word)] {
				cut[q.tree%maxTrees] |= q.cut
			}
		}
	}
	sum, from := 0.0, 0
	for i, end := range t.ends {
		sum += t.leaves[from+bits.TrailingZeros64(^cut[i])]
		from = end
	}
	return sum
}
