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
	most  float64 // no set of facts leads to more
}

// question is a node: a fact and where to go on, or a leaf, where fact is leaf.
type question struct {
	fact    fact
	yes, no int32
	weight  float64
}

const leaf = ^fact(0)

// maxFacts bounds the facts that there are, so that a set of them is a value.
const maxFacts = 2048

// factSet is a set of facts.
type factSet [maxFacts / 64]uint64

func (s *factSet) add(f fact)      { s[f/64] |= 1 << (f % 64) }
func (s *factSet) has(f fact) bool { return s[f/64]&(1<<(f%64)) != 0 }

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
	t.most += t.greatest(root)
	return nil
}

// greatest is the greatest leaf below a node.
func (t *forest) greatest(node int32) float64 {
	n := &t.nodes[node]
	if n.fact == leaf {
		return n.weight
	}
	return max(t.greatest(n.yes), t.greatest(n.no))
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
	t.nodes = append(t.nodes, question{fact: f, yes: yes, no: no})
	return int32(len(t.nodes) - 1), rest, nil
}

// weight adds up the leaves that a set of facts leads to.
func (t *forest) weight(s *factSet) float64 {
	sum := 0.0
	for _, r := range t.roots {
		n := &t.nodes[r]
		for n.fact != leaf {
			if s.has(n.fact) {
				n = &t.nodes[n.yes]
			} else {
				n = &t.nodes[n.no]
			}
		}
		sum += n.weight
	}
	return sum
}
