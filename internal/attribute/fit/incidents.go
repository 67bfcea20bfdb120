package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"strings"

	"isnad"
	"isnad/internal/reconcile"
)

// fitIncidents fits the weights by which reconcile tells whether two claims of one
// report, as the machine reads them, are of one incident, and writes them into DIR.
// A claim is of the incident of the annotated claim that it pairs with; claims that
// pair with none teach nothing. The weights are drawn towards those that the file
// says were held likely beforehand. Those for pairs of which the reader says nothing, in Arabic,
// stay as they are: what teaches here is English.
func fitIncidents(reports, gold, dir string) error {
	held, err := readBeside(reports, gold)
	if err != nil {
		return err
	}
	held.holdOut()
	read := held.reports
	path := dir + "/within.tsv"
	file, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading the weights held likely: %w", err)
	}
	was, err := reconcile.ReadWeights(string(file))
	if err != nil {
		return fmt.Errorf("reading the weights held likely: %w", err)
	}
	var pairs []samePair
	for _, r := range read {
		pairs = append(pairs, r.pairs()...)
	}
	said := fitSame(pairs, was.Beforehand)
	// Claims of one report are joined sooner than pair by pair would be right: a
	// claim that joins none stands alone against all of its incident.
	said[0] += lenient
	var b bytes.Buffer // whole before the file, whose other columns stay, is written
	fmt.Fprintf(&b, "# what speaks for and against two claims of one report being of one incident: its weight as held likely beforehand; as fitted by internal/attribute/fit on %d reports, %d pairs, where the reader says what it takes them for; and where it does not (fitted for reconcile/7)\n", len(read), len(pairs))
	for i, name := range reconcile.FeatureNames() {
		fmt.Fprintf(&b, "%s\t%.1f\t%.2f\t%.2f\n", name, was.Beforehand[i], said[i], was.Unsaid[i])
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing the weights: %w", err)
	}
	return nil
}

// lenient is what is added to the log odds of every pair.
const lenient = 0.25

// incidents is a report as it is read, with the incidents of its claims by the
// annotation, empty for a claim that nobody annotated.
type incidents struct {
	claims []isnad.Claim
	of     []string
}

func readIncidents(reports, gold string) ([]incidents, error) {
	golds, err := readGold(gold)
	if err != nil {
		return nil, err
	}
	rd := reader()
	var out []incidents
	err = eachReport(reports, func(rep *isnad.Report) error {
		claims, _ := rd.Read(rep)
		out = append(out, withIncidents(claims, golds[rep.ID]))
		return nil
	})
	return out, err
}

// withIncidents gives claims the incidents of the annotated ones that they pair with.
func withIncidents(claims []isnad.Claim, gold []slots) incidents {
	preds := make([]slots, len(claims))
	for i := range claims {
		preds[i] = slotsOf(&claims[i])
	}
	r := incidents{claims: claims, of: make([]string, len(claims))}
	for p, g := range pair(gold, preds) {
		r.of[p] = gold[g].incident
	}
	return r
}

// samePair is a pair of claims with what speaks for its being one incident.
type samePair struct {
	features []float64
	same     bool
	weight   float64 // less for those of an incident that is told often
}

func (r *incidents) pairs() []samePair {
	size := map[string]float64{}
	for _, key := range r.of {
		size[key]++
	}
	var out []samePair
	for _, p := range reconcile.Pairs(r.claims) {
		a, b := r.of[p.First], r.of[p.Second]
		if a != "" && b != "" {
			out = append(out, samePair{p.Features, a == b, 1 / math.Sqrt(size[a]*size[b])})
		}
	}
	return out
}

// fitSame fits a logistic model over pairs, drawn towards beforehand.
func fitSame(pairs []samePair, beforehand []float64) []float64 {
	const (
		rounds = 400
		rate   = 0.03
		ridge  = 2
	)
	names := reconcile.FeatureNames()
	w := append([]float64(nil), beforehand...)
	m, v, g := make([]float64, len(w)), make([]float64, len(w)), make([]float64, len(w))
	b1, b2 := 1.0, 1.0
	for range rounds {
		clear(g)
		for i := range pairs {
			p := &pairs[i]
			sum := 0.0
			for k, x := range p.features {
				sum += x * w[k]
			}
			d := logistic(sum)
			if p.same {
				d--
			}
			for k, x := range p.features {
				g[k] += p.weight * d * x
			}
		}
		b1, b2 = b1*0.9, b2*0.99
		for k := range w {
			grad := g[k] + ridge*(w[k]-beforehand[k])
			m[k] = 0.9*m[k] + 0.1*grad
			v[k] = 0.99*v[k] + 0.01*grad*grad
			w[k] -= rate * (m[k] / (1 - b1)) / (math.Sqrt(v[k]/(1-b2)) + 1e-9)
			w[k] = kept(names[k], w[k])
		}
	}
	return w
}

// kept keeps a weight from turning round: what two claims share never speaks against
// their being one, and what differs never for it.
func kept(name string, w float64) float64 {
	switch {
	case name == "besideSaid":
		return 0 // holds of every pair here
	case strings.HasSuffix(name, "Shared"), strings.HasSuffix(name, "Same") && name != "voiceSame":
		return max(w, 0)
	case strings.HasSuffix(name, "Differ"), strings.HasSuffix(name, "Apart"):
		return min(w, 0)
	}
	return w
}

// bcubed measures how far the groups of reconcile agree with the annotation, over
// the claims that pair with an annotated one.
func bcubed(read []incidents) (precision, recall, f1 float64) {
	var claims []isnad.Claim
	var of []string
	for _, r := range read {
		claims = append(claims, r.claims...)
		of = append(of, r.of...)
	}
	keys := reconcile.Batch(claims)
	told, grouped, both := map[string]float64{}, map[string]float64{}, map[[2]string]float64{}
	n := 0.0
	for i, key := range of {
		if key != "" {
			told[key]++
			grouped[keys[i]]++
			both[[2]string{key, keys[i]}]++
			n++
		}
	}
	for k, x := range both {
		precision += x * x / grouped[k[1]] / n
		recall += x * x / told[k[0]] / n
	}
	return precision, recall, 2 * precision * recall / (precision + recall)
}
