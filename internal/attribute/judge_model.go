package attribute

import (
	"math"
	"strconv"
	"strings"
)

// model is a set of weights, one for every fact, and the line that a chance
// must reach. A fact that the model does not know weighs nothing.
type model struct {
	weights []float64
	line    float64
	fitted  bool // it has weights at all
	trees   forest
	known   []fact // by which the trees know each fact; nil without trees
}

// noModel knows no fact, for listing them.
func noModel() *model { return &model{weights: make([]float64, facts)} }

// loadModel reads lines of a name and a weight, parted by a tab, and trees.
func loadModel(tsv string) *model {
	m := noModel()
	byName := make(map[string]float64, 128)
	for line := range strings.Lines(tsv) {
		name, val, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		if name == "tree" {
			if err := m.trees.plant(strings.Split(val, "\t"), factsByName()); err != nil {
				panic("attribute: tree: " + err.Error()) // a broken build, caught by the tests
			}
			continue
		}
		v, err := strconv.ParseFloat(strings.TrimSpace(val), 64)
		if err != nil {
			panic("attribute: weight of " + name + ": " + err.Error()) // a broken build, caught by the tests
		}
		if name == "line" {
			m.line = v
			continue
		}
		byName[name] = v
		m.fitted = true
	}
	for f, name := range factNames() {
		m.weights[f] = byName[name]
	}
	if m.trees.ends != nil {
		m.known = firstOfName()
	}
	return m
}

// weigher adds up the weights of the facts of one candidate; when names is set
// it also lists them, for fitting.
type weigher struct {
	m     *model
	sum   float64
	held  factSet
	names *[]string
}

func (w *weigher) on(f fact, cond bool) {
	if cond {
		w.add(f)
	}
}

func (w *weigher) add(f fact) {
	w.sum += w.m.weights[f]
	if w.m.known != nil {
		w.held.add(w.m.known[f])
	}
	if w.names != nil {
		*w.names = append(*w.names, factNames()[f])
	}
}

// chance is the model's estimate that the candidate is what is asked for, 0 to 1.
func (w *weigher) chance() float64 { return chance(w.sum + w.m.trees.weight(&w.held)) }

// chanceAbove is chance, but for what cannot reach low: of that it gives a bound, which
// is below low too. Most pairs are of that kind, and the trees are the dear part.
func (w *weigher) chanceAbove(low float64) float64 {
	if c := chance(w.sum + w.m.trees.most); c < low {
		return c
	}
	return w.chance()
}

func chance(sum float64) float64 { return 1 / (1 + math.Exp(-sum)) }
