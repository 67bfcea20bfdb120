// Command fit fits the weights of attribute's choosers and of its judge on
// annotated reports, and writes them into DIR. The pairs come first, then the
// kinds, the choosers and the judge, then what is told again and which claims are of one incident, as each weighs what the one before it made.
//
//	go run ./internal/attribute/fit pairs    REPORTS.jsonl GOLD.jsonl internal/attribute/data
//	go run ./internal/attribute/fit kinds    REPORTS.jsonl GOLD.jsonl internal/attribute/data
//	go run ./internal/attribute/fit choosers REPORTS.jsonl GOLD.jsonl internal/attribute/data
//	go run ./internal/attribute/fit judge    REPORTS.jsonl GOLD.jsonl internal/attribute/data
//	go run ./internal/attribute/fit retold   REPORTS.jsonl GOLD.jsonl internal/attribute/data
//	go run ./internal/attribute/fit beside   REPORTS.jsonl GOLD.jsonl internal/attribute/data
//	go run ./internal/attribute/fit days     REPORTS.jsonl GOLD.jsonl internal/attribute/data
//	go run ./internal/attribute/fit words    REPORTS.jsonl GOLD.jsonl internal/attribute/data VECTORS.txt
//	go run ./internal/attribute/fit incidents REPORTS.jsonl GOLD.jsonl internal/reconcile/data
//	go run ./internal/attribute/fit blend    STANDING.tsv FITTED.tsv OUT.tsv SHARE
//
// VECTORS.txt holds a word and its vector on each line, the most frequent words first, as GloVe is
// given out.
//
// A chooser learns, for each claim that pairs with an annotated one, which of
// the names in the report are right.
//
// Each candidate claim is paired with the annotated claims of its report as the
// measure does it. Its target is the share of its filled slots that are right,
// 0 when it pairs with none, so that the judge's estimate is the precision to
// expect of the candidate's slots. A candidate is worth keeping when that
// exceeds half of the F1 of the whole; the line is searched on the same data by
// cross-validation.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"

	"isnad"
	"isnad/internal/attribute"
	"isnad/internal/attribute/batch"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

type example struct {
	report int
	facts  []int
	right  float64 // slots that are right
	filled float64 // slots that are filled
	paired bool
	margin float64   // the judge's sum as it is
	words  []string  // of its sentence
	vec    []float64 // what they mean together
}

func main() {
	steps := map[string]func(reports, gold, dir string) error{"pairs": fitPairs, "kinds": fitKinds, "choosers": fitChoosers, "judge": fitJudge, "retold": fitRetold, "beside": fitBeside, "days": fitDays, "incidents": fitIncidents}
	if len(os.Args) == 6 && os.Args[1] == "words" {
		vectors := os.Args[5]
		steps["words"] = func(reports, gold, dir string) error { return fitWords(reports, gold, dir, vectors) }
		os.Args = os.Args[:5]
	}
	if len(os.Args) == 6 && os.Args[1] == "blend" {
		share := os.Args[5]
		steps["blend"] = func(standing, fitted, out string) error { return blendFiles(standing, fitted, out, share) }
		os.Args = os.Args[:5]
	}
	if len(os.Args) != 5 || steps[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: fit pairs|kinds|choosers|judge|retold|beside|days|incidents REPORTS.jsonl GOLD.jsonl DIR\n       fit words REPORTS.jsonl GOLD.jsonl DIR VECTORS.txt\n       fit blend STANDING.tsv FITTED.tsv OUT.tsv SHARE")
		os.Exit(2)
	}
	if err := steps[os.Args[1]](os.Args[2], os.Args[3], os.Args[4]); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func fitJudge(reports, gold, dir string) error {
	set, err := judged(reports, gold)
	if err != nil {
		return err
	}
	exs, order, goldSlots, goldClaims, n := set.exs, set.order, set.goldSlots, set.goldClaims, set.reports
	dim := len(order)
	dropRare(exs, dim)
	// for the line
	scores := heldOut(exs, dim, judgeGrowth)
	f1, at := bestFound(exs, scores, goldClaims)
	fmt.Fprintf(os.Stderr, "claims found: F1 by cross-validation %.4f at line %.2f\n", f1, at)
	best, _ := bestSlots(exs, scores, goldSlots)
	// In theory a candidate pays when its expected precision exceeds half of the F1
	// of the whole. Reports unlike those that were annotated are judged too
	// strictly, so the line stands somewhat lower.
	// The line of data/judge.tsv was raised by hand, from .286 to .33, when the words of a sentence came to
	// be weighed too (data/words.tsv): this fit does not see them. After a new fit look for it again: where a fifth
	// of one was blended in, .35 kept denials and accusations out that were said not to be such.
	line := 0.43 * best
	m := fitModel(exs, dim, judgeGrowth, func(int) bool { return true })
	f, err := os.Create(dir + "/judge.tsv")
	if err != nil {
		return err
	}
	fmt.Fprintf(f, "# weights of the judge, fitted by internal/attribute/fit on %d reports, %d candidates\nline\t%.3f\n", n, len(exs), line)
	m.write(f, order)
	if err := f.Close(); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "slots F1 by cross-validation %.4f at line %.2f, %d candidates\n", best, line, len(exs))
	return nil
}

// heldOut gives each example its chance by a model that was fitted on the reports of the other
// four folds.
func heldOut(exs []example, dim int, g growth) []float64 {
	scores := make([]float64, len(exs))
	for fold := range 5 {
		m := fitModel(exs, dim, g, func(r int) bool { return r%5 != fold })
		for i := range exs {
			if exs[i].report%5 == fold {
				scores[i] = m.chance(exs[i].facts)
			}
		}
	}
	return scores
}

// numbering numbers the names of facts in the order in which they are met.
type numbering struct {
	index map[string]int
	order []string
}

// of returns the numbers of facts.
func (n *numbering) of(facts []string) []int {
	if n.index == nil {
		n.index = map[string]int{}
	}
	var out []int
	for _, f := range facts {
		k, ok := n.index[f]
		if !ok {
			k = len(n.order)
			n.index[f] = k
			n.order = append(n.order, f)
		}
		out = append(out, k)
	}
	return out
}

// judgedSet is the candidates of all reports, with what was annotated in all.
type judgedSet struct {
	exs        []example
	order      []string // the names of the facts
	goldSlots  float64
	goldClaims int
	reports    int
}

// judged gathers the candidates of the reports, weighed by the annotations of gold.
func judged(reports, gold string) (*judgedSet, error) {
	golds, err := readGold(gold)
	if err != nil {
		return nil, err
	}
	rd := reader()
	var names numbering
	var t judgedSet
	err = eachReport(reports, func(rep *isnad.Report) error {
		gs := golds[rep.ID]
		for i := range gs {
			t.goldSlots += gs[i].filled()
		}
		t.goldClaims += len(gs)
		t.exs = append(t.exs, judgeReport(rd, rep, gs, t.reports, &names)...)
		t.reports++
		return nil
	})
	t.order = names.order
	return &t, err
}

// bestSlots searches the line at which most slots are right: the F1 over all slots and the line.
func bestSlots(exs []example, scores []float64, gold float64) (best, line float64) {
	line = 0.5
	for t := 0.05; t < 0.8; t += 0.01 {
		right, filled := 0.0, 0.0
		for i := range exs {
			if scores[i] >= t {
				right += exs[i].right
				filled += exs[i].filled
			}
		}
		if f := 2 * right / (filled + gold); f > best {
			best, line = f, t
		}
	}
	return best, line
}

// judgeGrowth is small: there are some two thousand candidates to learn from.
var judgeGrowth = growth{trees: 60, depth: 3, rate: 0.1, least: 60, ridge: 4, weights: 25}

// bestFound searches the line at which most claims are found: the F1 of found
// claims and the line.
func bestFound(exs []example, scores []float64, gold int) (best, line float64) {
	for t := 0.05; t < 0.9; t += 0.01 {
		found, kept := 0.0, 0.0
		for i := range exs {
			if scores[i] >= t {
				kept++
				if exs[i].paired {
					found++
				}
			}
		}
		if f := 2 * found / (kept + float64(gold)); f > best {
			best, line = f, t
		}
	}
	return best, line
}

// rare is how many candidates a fact must hold of to be weighed. A fact seen
// less says more of the one war that was annotated than of claims.
const rare = 60

func dropRare(exs []example, dim int) { dropBelow(exs, dim, rare) }

// dropBelow leaves out the facts that hold of less than least of the examples.
func dropBelow(exs []example, dim, least int) {
	n := make([]int, dim)
	for i := range exs {
		for _, f := range exs[i].facts {
			n[f]++
		}
	}
	for i := range exs {
		kept := exs[i].facts[:0]
		for _, f := range exs[i].facts {
			if n[f] >= least {
				kept = append(kept, f)
			}
		}
		exs[i].facts = kept
	}
}

func judgeReport(rd *attribute.Reader, rep *isnad.Report, gs []slots, n int, names *numbering) []example {
	cands := rd.Candidates(rep)
	preds := make([]slots, len(cands))
	for i := range cands {
		preds[i] = slotsOf(&cands[i].Claim)
	}
	match := pair(gs, preds)
	var out []example
	for i := range cands {
		ex := example{report: n, filled: preds[i].filled(), margin: cands[i].Margin, words: cands[i].Words, facts: names.of(cands[i].Facts)}
		if g, ok := match[i]; ok {
			ex.right = gs[g].agree(&preds[i])
			ex.paired = true
		}
		out = append(out, ex)
	}
	return out
}

func chance(w []float64, facts []int) float64 {
	s := 0.0
	for _, f := range facts {
		if f < len(w) {
			s += w[f]
		}
	}
	return logistic(s)
}

func logistic(s float64) float64 { return 1 / (1 + math.Exp(-s)) }

// fitWeights fits a logistic model with soft targets and a ridge; the same data always
// gives the same weights.
func fitWeights(exs []example, dim int, use func(report int) bool) []float64 {
	return fitRidge(exs, dim, 2, use)
}

// fitRidge is fitWeights with a ridge of one's own: the greater, the less is
// believed of facts that are seldom seen.
func fitRidge(exs []example, dim int, ridge float64, use func(report int) bool) []float64 {
	return descend(dim, func(int) float64 { return ridge }, func(w, g []float64) {
		for i := range exs {
			ex := &exs[i]
			if ex.filled == 0 || !use(ex.report) {
				continue
			}
			diff := ex.filled*chance(w, ex.facts) - ex.right
			for _, f := range ex.facts {
				g[f] += diff
			}
		}
	})
}

// descend goes down from n weights of nought by full-batch gradient descent, with a step of its
// own for each weight (Adam, Kingma and Ba 2015). slope adds to g the slope of the
// loss at w; ridge is how strongly weight k is drawn to nought.
func descend(n int, ridge func(k int) float64, slope func(w, g []float64)) []float64 {
	const (
		rounds = 400
		rate   = 0.05
	)
	w, m, v, g := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	b1, b2 := 1.0, 1.0
	for range rounds {
		clear(g)
		slope(w, g)
		b1, b2 = b1*0.9, b2*0.99
		for k := range w {
			grad := g[k] + ridge(k)*w[k]
			m[k] = 0.9*m[k] + 0.1*grad
			v[k] = 0.99*v[k] + 0.01*grad*grad
			w[k] -= rate * (m[k] / (1 - b1)) / (math.Sqrt(v[k]/(1-b2)) + 1e-9)
		}
	}
	return w
}

func reader() *attribute.Reader {
	return attribute.New(places.Embedded(), parties.Embedded(), sources.Embedded())
}

func eachReport(path string, f func(*isnad.Report) error) error {
	return eachLine(path, func(line []byte) error {
		rep, err := batch.Report(line)
		if err != nil {
			return err
		}
		return f(&rep)
	})
}

func eachLine(path string, f func([]byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	sc := bufio.NewScanner(file)
	sc.Buffer(make([]byte, 1<<20), 64<<20)
	for sc.Scan() {
		if strings.TrimSpace(sc.Text()) == "" {
			continue
		}
		if err := f(sc.Bytes()); err != nil {
			return fmt.Errorf("reading %s: %w", path, err)
		}
	}
	return sc.Err()
}

func readGold(path string) (map[string][]slots, error) {
	out := map[string][]slots{}
	err := eachLine(path, func(line []byte) error {
		var in struct {
			ID     json.RawMessage `json:"id"`
			Claims []goldClaim     `json:"claims"`
		}
		if err := json.Unmarshal(line, &in); err != nil {
			return err
		}
		id := strings.Trim(string(in.ID), `"`)
		cs := []slots{}
		for i := range in.Claims {
			cs = append(cs, in.Claims[i].slots())
		}
		out[id] = cs
		return nil
	})
	return out, err
}
