package attribute

import (
	"math"
	"strconv"
	"strings"
)

// model is a set of weights, one for every fact, the weights of conjunctions of
// facts, and the line that a chance must reach. A fact that the model does not
// know weighs nothing.
type model struct {
	weights []float64
	grove   grove
	line    float64
	fitted  bool // it has weights at all
}

// noModel knows no fact, for listing them.
func noModel() *model { return &model{weights: make([]float64, facts)} }

// loadModel reads lines of a name and a weight, parted by a tab.
func loadModel(tsv string) *model {
	m := noModel()
	byName := make(map[string]float64, 128)
	var numbers map[string]fact
	for line := range strings.Lines(tsv) {
		name, val, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		if name == "tree" {
			if numbers == nil {
				numbers = make(map[string]fact, facts)
				for f, n := range factNames() {
					numbers[n] = fact(f)
				}
			}
			of, weights, _ := strings.Cut(val, "\t")
			if err := m.grove.add(of, weights, numbers); err != nil {
				panic("attribute: tree of " + of + ": " + err.Error())
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
		if m.grove.slots != nil {
			m.grove.slots[f] = m.grove.slots[numbers[name]] // one name may be that of several facts
		}
	}
	return m
}

// weigher adds up the weights of the facts of one candidate; when names is set
// it also lists them, for fitting.
type weigher struct {
	m     *model
	sum   float64
	holds answer // of the facts that the model's grove asks
	names *[]string
}

func (w *weigher) on(f fact, cond bool) {
	if cond {
		w.add(f)
	}
}

func (w *weigher) add(f fact) {
	w.sum += w.m.weights[f]
	if w.m.grove.slots != nil {
		if s := w.m.grove.slots[f]; s != 0 {
			w.holds.set(s)
		}
	}
	if w.names != nil {
		*w.names = append(*w.names, factNames()[f])
	}
}

// score is the sum of all weights, those of conjunctions included.
func (w *weigher) score() float64 { return w.sum + w.m.grove.weigh(&w.holds) }

// chance is the model's estimate that the candidate is what is asked for, 0 to 1.
func (w *weigher) chance() float64 { return chance(w.score()) }

func chance(sum float64) float64 { return 1 / (1 + math.Exp(-sum)) }
