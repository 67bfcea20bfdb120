package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"sort"
	"strings"
)

// A ranker learns which of a choice's options is right, all weighed against
// each other and against "none", which weighs nothing: the chance of an option
// is its share of the exponents. Where several options are right (one name,
// written in several places), what counts is the chance of all of them.
//
// First come weights of single facts, then trees that each ask a few facts
// (attribute's grove), one after the other, each mending what is left of the
// error. The same data always gives the same ranker.
type ranker struct {
	weights []float64
	trees   []askTree
}

type askTree struct {
	facts []int
	leaf  []float64
}

// How the ranker learns. The values were chosen by cross-validation.
const (
	rankRounds = 300
	rankRate   = 0.05
	rankRidge  = 8.0
	treeCount  = 80
	treeDepth  = 3
	treeRate   = 0.08
	treeRidge  = 10.0
	treeRare   = 60 // options a fact must hold of, and not hold of, to be asked
)

func (r *ranker) score(facts []int) float64 {
	s := 0.0
	for _, f := range facts {
		s += r.weights[f]
	}
	for i := range r.trees {
		s += r.trees[i].of(facts)
	}
	return s
}

func (t *askTree) of(facts []int) float64 {
	n := 0
	for k, f := range t.facts {
		if slices.Contains(facts, f) {
			n |= 1 << k
		}
	}
	return t.leaf[n]
}

// row is one option while a ranker is fitted.
type row struct {
	facts      []int
	has        []uint64
	right      bool
	score      float64
	grad, hess float64
}

func fitRanker(choices []choice, dim int, use func(report int) bool) *ranker {
	var rows []row
	var ends []int // of the rows of each choice
	words := (dim + 63) / 64
	for i := range choices {
		c := &choices[i]
		if !use(c.report) {
			continue
		}
		for _, o := range c.options {
			r := row{facts: o.facts, right: o.right, has: make([]uint64, words)}
			for _, f := range o.facts {
				r.has[f>>6] |= 1 << (f & 63)
			}
			rows = append(rows, r)
		}
		ends = append(ends, len(rows))
	}
	r := &ranker{weights: make([]float64, dim)}
	r.fitWeights(rows, ends)
	for range treeCount {
		slopes(rows, ends)
		t, ok := growTree(rows, dim)
		if !ok {
			break
		}
		for i := range rows {
			rows[i].score += t.leaf[t.at(&rows[i])]
		}
		r.trees = append(r.trees, t)
	}
	return r
}

// slopes sets how each option's score should move.
func slopes(rows []row, ends []int) {
	from := 0
	for _, to := range ends {
		rs := rows[from:to]
		from = to
		top := 0.0
		for i := range rs {
			top = max(top, rs[i].score)
		}
		all, right := math.Exp(-top), 0.0
		for i := range rs {
			e := math.Exp(rs[i].score - top)
			rs[i].hess = e
			all += e
			if rs[i].right {
				right += e
			}
		}
		for i := range rs {
			p := rs[i].hess / all
			want := 0.0
			if rs[i].right {
				want = rs[i].hess / right
			}
			rs[i].grad, rs[i].hess = p-want, max(p*(1-p), 1e-4)
		}
	}
}

func (r *ranker) fitWeights(rows []row, ends []int) {
	dim := len(r.weights)
	w, m, v, g := r.weights, make([]float64, dim), make([]float64, dim), make([]float64, dim)
	b1, b2 := 1.0, 1.0
	sum := func() {
		for i := range rows {
			s := 0.0
			for _, f := range rows[i].facts {
				s += w[f]
			}
			rows[i].score = s
		}
	}
	for range rankRounds {
		sum()
		slopes(rows, ends)
		clear(g)
		for i := range rows {
			for _, f := range rows[i].facts {
				g[f] += rows[i].grad
			}
		}
		b1, b2 = b1*0.9, b2*0.99
		for k := range w {
			grad := g[k] + rankRidge*w[k]
			m[k] = 0.9*m[k] + 0.1*grad
			v[k] = 0.99*v[k] + 0.01*grad*grad
			w[k] -= rankRate * (m[k] / (1 - b1)) / (math.Sqrt(v[k]/(1-b2)) + 1e-9)
		}
	}
	sum()
}

// at is the leaf that a row falls into.
func (t *askTree) at(r *row) int {
	n := 0
	for k, f := range t.facts {
		n |= int(r.has[f>>6]>>(f&63)&1) << k
	}
	return n
}

// growTree finds the facts whose answers, taken together, part the options best.
func growTree(rows []row, dim int) (askTree, bool) {
	leaf := make([]int, len(rows))
	t := askTree{}
	for depth := range treeDepth {
		n := 1 << depth
		g, h := make([]float64, n), make([]float64, n)
		yesG, yesH, count := make([]float64, dim*n), make([]float64, dim*n), make([]int, dim)
		for i := range rows {
			r := &rows[i]
			l := leaf[i]
			g[l] += r.grad
			h[l] += r.hess
			for _, f := range r.facts {
				yesG[f*n+l] += r.grad
				yesH[f*n+l] += r.hess
				count[f]++
			}
		}
		best, gain := -1, 1e-3
		for f := range dim {
			if count[f] < treeRare || len(rows)-count[f] < treeRare || slices.Contains(t.facts, f) {
				continue
			}
			v := 0.0
			for l := range n {
				yg, yh := yesG[f*n+l], yesH[f*n+l]
				v += yg*yg/(yh+treeRidge) + (g[l]-yg)*(g[l]-yg)/(h[l]-yh+treeRidge) - g[l]*g[l]/(h[l]+treeRidge)
			}
			if v > gain {
				best, gain = f, v
			}
		}
		if best < 0 {
			break
		}
		t.facts = append(t.facts, best)
		for i := range rows {
			leaf[i] |= int(rows[i].has[best>>6]>>(best&63)&1) << depth
		}
	}
	if len(t.facts) == 0 {
		return t, false
	}
	n := 1 << len(t.facts)
	g, h := make([]float64, n), make([]float64, n)
	for i := range rows {
		g[leaf[i]] += rows[i].grad
		h[leaf[i]] += rows[i].hess
	}
	t.leaf = make([]float64, n)
	for l := range n {
		t.leaf[l] = -treeRate * g[l] / (h[l] + treeRidge)
	}
	return t, true
}

// pick is what a ranker takes of a choice.
type pick struct {
	option int
	chance float64
	right  bool
	filled bool
}

// take picks the option whose name has the best chance.
func (r *ranker) take(c *choice) pick {
	p := pick{option: -1, filled: c.filled}
	scores := make([]float64, len(c.options))
	top := 0.0
	for i := range c.options {
		scores[i] = r.score(c.options[i].facts)
		top = max(top, scores[i])
	}
	all := math.Exp(-top)
	for i := range scores {
		scores[i] = math.Exp(scores[i] - top)
		all += scores[i]
	}
	best := -1.0
	for i := range scores {
		if scores[i] > best {
			best, p.option = scores[i], i
		}
	}
	if p.option < 0 {
		return p
	}
	sum := 0.0
	for i := range scores {
		if c.options[i].who == c.options[p.option].who {
			sum += scores[i]
		}
	}
	p.chance, p.right = sum/all, c.options[p.option].right
	return p
}

// crossRank cross-validates by report, and returns the picks in the order of
// the choices and the best F1 that a line makes of them.
func crossRank(choices []choice, dim int) (picks []pick, f1 float64) {
	picks = make([]pick, len(choices))
	for fold := range 5 {
		r := fitRanker(choices, dim, func(rep int) bool { return rep%5 != fold })
		for i := range choices {
			if choices[i].report%5 == fold {
				picks[i] = r.take(&choices[i])
			}
		}
	}
	order, filled := make([]int, 0, len(picks)), 0
	for i := range picks {
		if picks[i].filled {
			filled++
		}
		if picks[i].option >= 0 {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return picks[order[i]].chance > picks[order[j]].chance })
	right := 0
	for i, k := range order {
		if picks[k].right {
			right++
		}
		f1 = max(f1, 2*float64(right)/float64(i+1+filled))
	}
	return picks, f1
}

// write writes the weights and the trees.
func (r *ranker) write(w io.Writer, names []string) {
	for i, name := range names {
		fmt.Fprintf(w, "%s\t%.3f\n", name, r.weights[i])
	}
	for _, t := range r.trees {
		asked := make([]string, len(t.facts))
		for i, f := range t.facts {
			asked[i] = names[f]
		}
		leaves := make([]string, len(t.leaf))
		for i, v := range t.leaf {
			leaves[i] = fmt.Sprintf("%.3f", v)
		}
		fmt.Fprintf(w, "tree\t%s\t%s\n", strings.Join(asked, " | "), strings.Join(leaves, " "))
	}
}
