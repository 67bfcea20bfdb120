package attribute

import (
	"fmt"
	"strconv"
	"strings"
)

// A forest is a sum of small trees of questions about facts, boosted on top of a
// model's weights: what holds only of some combination of facts ("the same
// figure, but of another place") is one branch instead of a fact of its own. In
// the files of weights a tree is one line that begins with "tree": its
// questions, each a fact with a question mark before it, followed by the branch
// for yes and the branch for no, down to the weights that are added.
type forest struct {
	nodes []question
	roots []int32
	most  []float64 // no set of facts leads to more in the trees from each one on
}

// question is a node: a fact and where to go on for no and for yes, or a leaf, where fact is
// leaf.
type question struct {
	fact   fact
	next   [2]int32
	weight float64
}

const leaf = ^fact(0)

// maxFacts bounds the facts that there are, so that a set of them is a value.
const maxFacts = 2048

// factSet is a set of facts.
type factSet [maxFacts / 64]uint64

func (s *factSet) add(f fact) { s[f/64] |= 1 << (f % 64) }

// has is 1 for a fact of the set and else 0.
func (s *factSet) has(f fact) uint64 { return s[f%maxFacts/64] >> (f % 64) & 1 }

// plant adds the tree that the tokens tell. A fact that is not known any more
// holds of nothing.
func (t *forest) plant(tokens []string, byName map[string]fact) error {
	root, rest, err := t.grow(tokens, byName, 0)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("%d tokens after the tree", len(rest))
	}
	t.roots = append(t.roots, root)
	for i := range t.most {
		t.most[i] += t.greatest(root)
	}
	t.most = append(t.most, t.greatest(root))
	return nil
}

// greatest is the greatest leaf below a node.
func (t *forest) greatest(node int32) float64 {
	n := &t.nodes[node]
	if n.fact == leaf {
		return n.weight
	}
	return max(t.greatest(n.next[0]), t.greatest(n.next[1]))
}

// maxDepth bounds the questions on one way through a tree.
const maxDepth = 8

func (t *forest) grow(tokens []string, byName map[string]fact, depth int) (int32, []string, error) {
	if len(tokens) == 0 || depth > maxDepth {
		return 0, nil, fmt.Errorf("tree ends early or is too deep")
	}
	name, asks := strings.CutPrefix(tokens[0], "?")
	if !asks {
		v, err := strconv.ParseFloat(tokens[0], 64)
		if err != nil {
			return 0, nil, err
		}
		t.nodes = append(t.nodes, question{fact: leaf, weight: v})
		return int32(len(t.nodes) - 1), tokens[1:], nil
	}
	yes, rest, err := t.grow(tokens[1:], byName, depth+1)
	if err != nil {
		return 0, nil, err
	}
	no, rest, err := t.grow(rest, byName, depth+1)
	if err != nil {
		return 0, nil, err
	}
	f, ok := byName[name]
	if !ok {
		return no, rest, nil
	}
	t.nodes = append(t.nodes, question{fact: f, next: [2]int32{no, yes}})
	return int32(len(t.nodes) - 1), rest, nil
}

// weight adds up the leaves that a set of facts leads to. Where they cannot come to least any
// more it stops, and what it returns is too much, but less than least.
func (t *forest) weight(s *factSet, least float64) float64 {
	sum := 0.0
	for i, r := range t.roots {
		if sum+t.most[i] < least {
			return sum + t.most[i]
		}
		n := &t.nodes[r]
		for n.fact != leaf {
			n = &t.nodes[n.next[s.has(n.fact)&1]] // no branch: either way is likely
		}
		sum += n.weight
	}
	return sum
}
