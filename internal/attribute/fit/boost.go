package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// tree is a node of a boosted tree: a question about a fact, or a leaf.
type tree struct {
	fact    int // -1 for a leaf
	yes, no *tree
	weight  float64
}

func (t *tree) value(holds func(int) bool) float64 {
	for t.fact >= 0 {
		if holds(t.fact) {
			t = t.yes
		} else {
			t = t.no
		}
	}
	return t.weight
}

// tokens writes a tree as the files of weights tell it.
func (t *tree) tokens(names []string, out *strings.Builder) {
	if t.fact < 0 {
		fmt.Fprintf(out, "\t%.3f", t.weight)
		return
	}
	fmt.Fprintf(out, "\t?%s", names[t.fact])
	t.yes.tokens(names, out)
	t.no.tokens(names, out)
}

// growth bounds a forest: fewer and slower for less data.
type growth struct {
	trees, depth int
	rate         float64 // share of each tree that is taken
	least        float64 // weight of examples in a leaf
	ridge        float64
	weights      float64 // ridge of the weights below the trees
}

// model is weights and the trees on top of them.
type model struct {
	weights []float64
	trees   []*tree
}

func (m *model) margin(facts []int) float64 {
	s := 0.0
	for _, f := range facts {
		if f < len(m.weights) {
			s += m.weights[f]
		}
	}
	for _, t := range m.trees {
		s += t.value(func(f int) bool { return slices.Contains(facts, f) })
	}
	return s
}

func (m *model) chance(facts []int) float64 { return logistic(m.margin(facts)) }

func (m *model) write(w io.Writer, names []string) {
	for i, name := range names {
		if m.weights[i] != 0 {
			fmt.Fprintf(w, "%s\t%.3f\n", name, m.weights[i])
		}
	}
	for _, t := range m.trees {
		var b strings.Builder
		t.tokens(names, &b)
		fmt.Fprintf(w, "tree%s\n", b.String())
	}
}

// fitModel fits weights and boosts a forest on top of them. The same data
// always gives the same model.
func fitModel(exs []example, dim int, g growth, use func(report int) bool) *model {
	var of []example
	for i := range exs {
		if exs[i].filled > 0 && use(exs[i].report) {
			of = append(of, exs[i])
		}
	}
	m := &model{weights: fitRidge(of, dim, g.weights, func(int) bool { return true })}
	margins := make([]float64, len(of))
	for i := range of {
		margins[i] = m.margin(of[i].facts)
	}
	b := booster{exs: of, g: g, first: make([]float64, len(of)), second: make([]float64, len(of)), sums: make([][3]float64, dim)}
	all := make([]int, len(of))
	for i := range all {
		all[i] = i
	}
	for range g.trees {
		for i := range of {
			p := logistic(margins[i])
			b.first[i] = of[i].right - of[i].filled*p
			b.second[i] = of[i].filled * p * (1 - p)
		}
		t := b.grow(all, g.depth, margins)
		m.trees = append(m.trees, t)
	}
	return m
}

type booster struct {
	exs           []example
	g             growth
	first, second []float64 // derivatives of the likelihood at each example
	sums          [][3]float64
}

// grow grows a tree over the examples and adds its leaves to their margins.
func (b *booster) grow(of []int, depth int, margins []float64) *tree {
	var total [3]float64
	for _, i := range of {
		total[0] += b.first[i]
		total[1] += b.second[i]
		total[2] += b.exs[i].filled
	}
	best, gain := -1, 1e-6
	if depth > 0 {
		clear(b.sums)
		for _, i := range of {
			for _, f := range b.exs[i].facts {
				s := &b.sums[f]
				s[0] += b.first[i]
				s[1] += b.second[i]
				s[2] += b.exs[i].filled
			}
		}
		score := func(first, second float64) float64 { return first * first / (second + b.g.ridge) }
		whole := score(total[0], total[1])
		for f := range b.sums {
			s := &b.sums[f]
			if s[2] < b.g.least || total[2]-s[2] < b.g.least {
				continue
			}
			if v := score(s[0], s[1]) + score(total[0]-s[0], total[1]-s[1]) - whole; v > gain {
				best, gain = f, v
			}
		}
	}
	if best < 0 {
		w := b.g.rate * total[0] / (total[1] + b.g.ridge)
		for _, i := range of {
			margins[i] += w
		}
		return &tree{fact: -1, weight: w}
	}
	var yes, no []int
	for _, i := range of {
		if slices.Contains(b.exs[i].facts, best) {
			yes = append(yes, i)
		} else {
			no = append(no, i)
		}
	}
	return &tree{fact: best, yes: b.grow(yes, depth-1, margins), no: b.grow(no, depth-1, margins)}
}
