package attribute

import (
	"fmt"
	"strconv"
	"strings"
)

// A grove weighs conjunctions of facts, which a sum of weights cannot: each of
// its trees asks up to maxDepth facts and gives a weight for every combination
// of answers. All branches of a tree ask the same facts, so that a tree is a
// look-up in a small table and can be read in the file as one line:
//
//	tree	own | finer | has wider	0.1 -0.2 0 0.4 ...
//
// The n-th weight holds where the facts whose bits are set in n hold, the first
// fact being the lowest bit.
type grove struct {
	slots []uint8 // fact → 1 + its place in an answer; 0 when no tree asks it
	asked int
	trees []tree
	table []float64 // the weights of all trees, one after the other
}

type tree struct {
	facts [maxDepth]uint8 // places in an answer
	depth uint8
	at    int32 // of its first weight in the table
}

const (
	maxDepth = 5
	maxAsked = 64 * len(answer{})
)

// answer is which of a grove's facts hold of one option.
type answer [4]uint64

func (a *answer) set(slot uint8) { a[slot>>6] |= 1 << (slot & 63) }

// join adds the facts that hold of b.
func (a *answer) join(b *answer) {
	for i := range a {
		a[i] |= b[i]
	}
}

// add reads one tree: the names of its facts and its weights.
func (g *grove) add(names, weights string, byName map[string]fact) error {
	t := tree{at: int32(len(g.table))}
	for name := range strings.SplitSeq(names, " | ") {
		f, ok := byName[name]
		if !ok {
			return fmt.Errorf("no fact %q", name)
		}
		if g.slots == nil {
			g.slots = make([]uint8, facts)
		}
		if g.slots[f] == 0 {
			if g.asked++; g.asked > maxAsked-1 {
				return fmt.Errorf("more than %d facts", maxAsked-1)
			}
			g.slots[f] = uint8(g.asked)
		}
		if t.depth == maxDepth {
			return fmt.Errorf("a tree of more than %d facts", maxDepth)
		}
		t.facts[t.depth] = g.slots[f]
		t.depth++
	}
	for w := range strings.FieldsSeq(weights) {
		v, err := strconv.ParseFloat(w, 64)
		if err != nil {
			return err
		}
		g.table = append(g.table, v)
	}
	if n := len(g.table) - int(t.at); n != 1<<t.depth {
		return fmt.Errorf("%d weights for %d facts", n, t.depth)
	}
	g.trees = append(g.trees, t)
	return nil
}

// weigh adds up what the trees give for an option.
func (g *grove) weigh(a *answer) float64 {
	sum := 0.0
	for i := range g.trees {
		t := &g.trees[i]
		n := 0
		for k, s := range t.facts[:t.depth] {
			n |= int(a[s>>6]>>(s&63)&1) << k
		}
		sum += g.table[int(t.at)+n]
	}
	return sum
}
