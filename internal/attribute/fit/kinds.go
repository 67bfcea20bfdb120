package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"isnad"
)

// Common words get weights of their own: those of the candidates of at least
// wordReports reports.
const (
	wordReports = 14
	mostWords   = 400
)

// fitWords lists the words that have weights.
func fitWords(reports, _, dir string) error {
	rd := reader()
	in := map[string]int{}
	err := eachReport(reports, func(rep *isnad.Report) error {
		seen := map[string]bool{}
		for _, w := range rd.WordsOf(rep) {
			if !seen[w] && len(w) > 2 && strings.IndexFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) < 0 {
				seen[w] = true
				in[w]++
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	var ws []string
	for w, n := range in {
		if n >= wordReports {
			ws = append(ws, w)
		}
	}
	slices.SortFunc(ws, func(a, b string) int {
		if in[a] != in[b] {
			return in[b] - in[a]
		}
		return strings.Compare(a, b)
	})
	ws = ws[:min(len(ws), mostWords)]
	slices.Sort(ws)
	fmt.Fprintf(os.Stderr, "words: %d\n", len(ws))
	return os.WriteFile(dir+"/words.txt", []byte(strings.Join(ws, "\n")+"\n"), 0o644)
}

// kindNames are the kinds that the model tells apart, by the annotation's names.
var kindNames = map[string]isnad.Event{
	"airstrike": isnad.EventAirStrike, "shelling": isnad.EventShelling, "shooting": isnad.EventShooting, "bombing": isnad.EventBombing,
	"landmine": isnad.EventLandmine, "chemical": isnad.EventChemicalAttack, "clash": isnad.EventClash, "execution": isnad.EventKilling,
	"attack": isnad.EventAttack,
}

// fitKinds fits the softmax over kinds on the candidates that pair with an
// annotated claim.
func fitKinds(reports, gold, dir string) error {
	golds, err := readGold(gold)
	if err != nil {
		return err
	}
	var kinds []isnad.Event
	for _, k := range kindNames {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	index, order := map[string]int{}, []string(nil)
	var exs []kindExample
	n, ruledRight := 0, 0
	rd := reader()
	err = eachReport(reports, func(rep *isnad.Report) error {
		gs := golds[rep.ID]
		cs := rd.Kinds(rep)
		preds := make([]slots, len(cs))
		for i := range cs {
			preds[i] = slotsOf(&cs[i].Claim)
		}
		match := pair(gs, preds)
		for i := range cs {
			g, ok := match[i]
			if !ok {
				continue
			}
			k, ok := kindNames[gs[g].event]
			if !ok {
				continue
			}
			if gs[g].event == preds[i].event {
				ruledRight++
			}
			ex := kindExample{report: n, right: slices.Index(kinds, k), ruled: preds[i].event}
			for _, f := range cs[i].Facts {
				j, ok := index[f]
				if !ok {
					j = len(order)
					index[f] = j
					order = append(order, f)
				}
				ex.facts = append(ex.facts, j)
			}
			exs = append(exs, ex)
		}
		n++
		return nil
	})
	if err != nil {
		return err
	}
	count := make([]int, len(order))
	for i := range exs {
		for _, f := range exs[i].facts {
			count[f]++
		}
	}
	for i := range exs {
		exs[i].facts = slices.DeleteFunc(exs[i].facts, func(f int) bool { return count[f] < 4 })
	}
	for _, by := range []float64{0, 0.2, 0.35, 0.5, 0.8, 1.2} {
		right := 0
		for fold := range 5 {
			w := fitSoftmax(exs, len(order), len(kinds), func(r int) bool { return r%5 != fold })
			for i := range exs {
				ex := &exs[i]
				if ex.report%5 != fold {
					continue
				}
				s := softScores(w, ex.facts, len(kinds))
				best := 0
				ruled := -1
				for k := range s {
					if s[k] > s[best] {
						best = k
					}
					if kindNames[ex.ruled] == kinds[k] {
						ruled = k
					}
				}
				if ruled >= 0 && s[best]-s[ruled] < by {
					best = ruled
				}
				if ruled < 0 {
					best = -1
				}
				if best == ex.right {
					right++
				}
			}
		}
		fmt.Fprintf(os.Stderr, "kinds: %d of %d right by cross-validation at %.2f, %d by the grammar alone\n", right, len(exs), by, ruledRight)
	}
	w := fitSoftmax(exs, len(order), len(kinds), func(int) bool { return true })
	var b strings.Builder
	fmt.Fprintf(&b, "# weights of the kinds, fitted by internal/attribute/fit on %d reports, %d claims\nkinds", n, len(exs))
	for _, k := range kinds {
		fmt.Fprintf(&b, "\t%s", k)
	}
	b.WriteByte('\n')
	for f, name := range order {
		if count[f] < 4 {
			continue
		}
		b.WriteString(name)
		for k := range kinds {
			fmt.Fprintf(&b, "\t%.3f", w[f*len(kinds)+k])
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(dir+"/kind.tsv", []byte(b.String()), 0o644)
}

type kindExample struct {
	report, right int
	ruled         string
	facts         []int
}

func softScores(w []float64, facts []int, kinds int) []float64 {
	s := make([]float64, kinds)
	for _, f := range facts {
		for k := range s {
			s[k] += w[f*kinds+k]
		}
	}
	return s
}

// fitSoftmax fits a softmax with a ridge by full-batch gradient descent, as
// fitWeights does.
func fitSoftmax(exs []kindExample, dim, kinds int, use func(report int) bool) []float64 {
	const (
		rounds = 150
		rate   = 0.05
		ridge  = 4.0
	)
	n := dim * kinds
	w, m, v, g := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	b1, b2 := 1.0, 1.0
	for range rounds {
		clear(g)
		for i := range exs {
			ex := &exs[i]
			if !use(ex.report) {
				continue
			}
			s := softScores(w, ex.facts, kinds)
			top, total := slices.Max(s), 0.0
			for k := range s {
				s[k] = math.Exp(s[k] - top)
				total += s[k]
			}
			for k := range s {
				s[k] /= total
			}
			s[ex.right]--
			for _, f := range ex.facts {
				for k := range s {
					g[f*kinds+k] += s[k]
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
