package main

import (
	"fmt"
	"math"
	"os"
	"sort"

	"isnad/internal/attribute"
)

// picked is what a ranking takes for one slot of one claim.
type picked struct {
	p     float64
	right bool
}

// writeRanked fits a ranking of the options of each claim, prints how well it
// does by cross-validation, and writes its weights.
func (s *slotData) writeRanked(dir string, n int) error {
	dim := len(s.order)
	var picks []picked
	gold, reach := 0, 0
	for fold := range 5 {
		w := s.fitRank(dim, func(r int) bool { return r%5 != fold })
		for i := range s.choices {
			c := &s.choices[i]
			if c.report%5 != fold {
				continue
			}
			if c.filled {
				gold++
			}
			for _, o := range c.options {
				if o.right {
					reach++
					break
				}
			}
			if p := c.take(w, s.name == "actor"); p.p > 0 {
				picks = append(picks, p)
			}
		}
	}
	sort.SliceStable(picks, func(i, j int) bool { return picks[i].p > picks[j].p })
	best, right := 0.0, 0
	for i, p := range picks {
		if p.right {
			right++
		}
		best = max(best, 2*float64(right)/float64(i+1+gold))
	}
	line := best / 2 // where one more of that chance neither helps nor harms F1
	fmt.Fprintf(os.Stderr, "%s: F1 of the slot over found claims %.4f at line %.2f, %d of %d within reach; %s\n", s.name, best, line, reach, gold, calibration(picks))
	w := s.fitRank(dim, func(int) bool { return true })
	f, err := os.Create(dir + "/" + s.name + ".tsv")
	if err != nil {
		return err
	}
	fmt.Fprintf(f, "# weights of the %s chooser, fitted by internal/attribute/fit on %d reports, %d claims\nline\t%.3f\n", s.name, n, len(s.choices), line)
	for i, name := range s.order {
		fmt.Fprintf(f, "%s\t%.3f\n", name, w[i])
	}
	return f.Close()
}

// calibration tells how often what was taken is right, by fifths of its chance.
func calibration(picks []picked) string {
	out := "right by chance"
	for k := range 5 {
		n, right, sum := 0, 0, 0.0
		for _, p := range picks {
			if int(min(p.p, 0.999)*5) == k {
				n++
				sum += p.p
				if p.right {
					right++
				}
			}
		}
		if n > 0 {
			out += fmt.Sprintf(" %.2f:%.2f(%d)", sum/float64(n), float64(right)/float64(n), n)
		}
	}
	return out
}

// shares are the chances of a claim's options; none has the rest.
func (c *choice) shares(w []float64) []float64 {
	p := make([]float64, len(c.options))
	z := 1.0
	for i := range c.options {
		s := 0.0
		for _, f := range c.options[i].facts {
			s += w[f]
		}
		p[i] = math.Exp(min(s, 50))
		z += p[i]
	}
	for i := range p {
		p[i] /= z
	}
	return p
}

// take is what the reader's ranking takes for the claim, but for what the grammar
// adds and for the lesser weight of names in headlines.
func (c *choice) take(w []float64, several bool) picked {
	each := c.shares(w)
	share := map[int]float64{}
	var whos []int
	for i := range c.options {
		who := c.options[i].who
		if _, ok := share[who]; !ok {
			whos = append(whos, who)
		}
		share[who] += each[i]
	}
	sort.SliceStable(whos, func(i, j int) bool { return share[whos[i]] > share[whos[j]] })
	var out picked
	for k, who := range whos {
		if k > 0 && (!several || !attribute.TakesActor(k, share[who], c.clash)) {
			break
		}
		out.p += share[who]
		top := -1
		for i := range c.options {
			if c.options[i].who == who && (top < 0 || each[i] > each[top]) {
				top = i
			}
		}
		out.right = out.right || c.options[top].right
	}
	return out
}

// fitRank fits weights so that the right options of a claim, or none where the
// annotation fills nothing, have most of its chance. Full-batch gradient descent
// with a ridge, as fitWeights.
func (s *slotData) fitRank(dim int, use func(report int) bool) []float64 {
	const (
		rounds = 300
		rate   = 0.05
	)
	ridge := 3.0
	if s.name == "place" {
		ridge = 10.0 // many facts, of which several say much the same
	}
	w, m, v, g := make([]float64, dim), make([]float64, dim), make([]float64, dim), make([]float64, dim)
	b1, b2 := 1.0, 1.0
	for range rounds {
		clear(g)
		for i := range s.choices {
			c := &s.choices[i]
			if len(c.options) == 0 || !use(c.report) {
				continue
			}
			p := c.shares(w)
			right := 0.0
			for k := range c.options {
				if c.options[k].right {
					right += p[k]
				}
			}
			for k := range c.options {
				d := p[k]
				if c.options[k].right {
					d -= p[k] / right
				}
				for _, f := range c.options[k].facts {
					g[f] += d
				}
			}
		}
		b1, b2 = b1*0.9, b2*0.99
		for k := range w {
			grad := g[k] + ridge*w[k]
			m[k] = 0.9*m[k] + 0.1*grad
			v[k] = 0.99*v[k] + 0.01*grad*grad
			w[k] -= rate * (m[k] / (1 - b1)) / (math.Sqrt(v[k]/(1-b2)) + 1e-9)
		}
	}
	return w
}
