package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"

	"isnad/internal/attribute"
)

const (
	mostVectors = 20000 // words of the table, of the most frequent ones
	factRidge   = 25.0
	vectorRidge = 200.0
)

// functionWords say nothing of what a sentence is about.
var functionWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("the a an of in and to on at for with by from as is was were are be been has have had that this it its he she they his her which who said s") {
		m[w] = true
	}
	return m
}()

// fitWords finds the direction in the space of word vectors that tells claims from other candidates,
// beside the facts of the judge, and writes what each word goes along it into dir. The judge stays as
// it is: how far the direction is believed beside it, and what is added to all, are fitted last.
func fitWords(reports, gold, dir, vectors string) error {
	set, err := judged(reports, gold)
	if err != nil {
		return err
	}
	exs, dim := set.exs, len(set.order)
	dropRare(exs, dim)
	m := &meaning{vecs: map[string][]float64{}, weight: map[string]float64{}}
	if err := m.read(vectors); err != nil {
		return err
	}
	m.embed(exs)
	before, after := make([]float64, len(exs)), make([]float64, len(exs))
	for fold := range 5 {
		in := func(r int) bool { return r%5 != fold }
		direction := fitDirection(exs, dim, in)
		much, bias := fitTogether(exs, direction, in)
		for i := range exs {
			if ex := &exs[i]; !in(ex.report) {
				before[i] = logistic(ex.margin)
				after[i] = logistic(ex.margin + much*along(ex.vec, direction) + bias)
			}
		}
	}
	for _, c := range []struct {
		name   string
		scores []float64
	}{{"without", before}, {"with", after}} {
		found, at := bestFound(exs, c.scores, set.goldClaims)
		slots, line := bestSlots(exs, c.scores, set.goldSlots)
		fmt.Fprintf(os.Stderr, "%s words: claims found %.4f at line %.2f, slots %.4f at line %.2f\n", c.name, found, at, slots, line)
	}
	all := func(int) bool { return true }
	direction := fitDirection(exs, dim, all)
	much, bias := fitTogether(exs, direction, all)
	fmt.Fprintf(os.Stderr, "direction believed %.2f, bias %.2f, %d candidates of %d reports, %d words\n", much, bias, len(exs), set.reports, len(m.words))
	for k := range direction {
		direction[k] *= much
	}
	return m.write(dir+"/words.tsv", direction, bias)
}

func along(vec, direction []float64) float64 {
	s := 0.0
	for k, x := range vec {
		s += x * direction[k]
	}
	return s
}

// fitDirection fits, as fitRidge does, the weights of the facts and of the dimensions of the vectors
// together, and returns the latter.
func fitDirection(exs []example, dim int, use func(report int) bool) []float64 {
	deep := 0
	for i := range exs {
		deep = max(deep, len(exs[i].vec))
	}
	ridge := func(k int) float64 {
		if k >= dim {
			return vectorRidge
		}
		return factRidge
	}
	w := descend(dim+deep, ridge, func(w, g []float64) {
		for i := range exs {
			ex := &exs[i]
			if ex.filled == 0 || !use(ex.report) {
				continue
			}
			s := along(ex.vec, w[dim:])
			for _, f := range ex.facts {
				s += w[f]
			}
			diff := ex.filled*logistic(s) - ex.right
			for _, f := range ex.facts {
				g[f] += diff
			}
			for k, x := range ex.vec {
				g[dim+k] += diff * x
			}
		}
	})
	return w[dim:]
}

// fitTogether fits how much of the direction is to be added to the judge's sum, and a bias, by Newton's
// method.
func fitTogether(exs []example, direction []float64, use func(report int) bool) (much, bias float64) {
	for range 30 {
		var gm, gb, hmm, hmb, hbb float64
		for i := range exs {
			ex := &exs[i]
			if ex.filled == 0 || !use(ex.report) {
				continue
			}
			x := along(ex.vec, direction)
			p := logistic(ex.margin + much*x + bias)
			diff, h := ex.filled*p-ex.right, ex.filled*p*(1-p)
			gm, gb = gm+diff*x, gb+diff
			hmm, hmb, hbb = hmm+h*x*x, hmb+h*x, hbb+h
		}
		det := hmm*hbb - hmb*hmb
		if det < 1e-9 {
			break
		}
		much -= (hbb*gm - hmb*gb) / det
		bias -= (hmm*gb - hmb*gm) / det
	}
	return much, bias
}

// meaning is the vectors of words with what makes a sentence's vector of them.
type meaning struct {
	words  []string
	vecs   map[string][]float64 // of length 1
	weight map[string]float64   // by how few sentences hold the word
	mean   []float64
	scale  float64
}

// embed gives each candidate the vector of its sentence: the sum of those of its words, each by how
// seldom it is, over the root of the sum of the squares of what they count; then moved to the mean and
// by one scale for all, so that the ridge means the same whatever the vectors are.
func (m *meaning) embed(exs []example) {
	for i := range exs {
		seen := map[string]bool{}
		for _, w := range exs[i].words {
			if !seen[w] {
				seen[w] = true
				m.weight[w]++
			}
		}
	}
	dims := 0
	for _, w := range m.words {
		m.weight[w] = min(attribute.FullWord, math.Log(float64(len(exs)+1)/(m.weight[w]+1)))
		dims = len(m.vecs[w])
	}
	m.mean = make([]float64, dims)
	squares := 0.0
	for i := range exs {
		vec, n := make([]float64, dims), 0.0
		for _, w := range exs[i].words {
			v, ok := m.vecs[w]
			if !ok {
				continue
			}
			x := m.weight[w]
			for k := range v {
				vec[k] += x * v[k]
			}
			n += x * x
		}
		for k := range vec {
			vec[k] /= math.Sqrt(n + attribute.EvenedWords)
			m.mean[k] += vec[k] / float64(len(exs))
			squares += vec[k] * vec[k]
		}
		exs[i].vec = vec
	}
	centre := 0.0
	for _, x := range m.mean {
		centre += x / float64(dims)
	}
	m.scale = math.Sqrt(squares/float64(len(exs)*dims) - centre*centre)
	for i := range exs {
		for k := range exs[i].vec {
			exs[i].vec[k] = (exs[i].vec[k] - m.mean[k]) / m.scale
		}
	}
}

func (m *meaning) read(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<16), 1<<20)
	for n := 0; n < mostVectors && sc.Scan(); n++ {
		fs := strings.Fields(sc.Text())
		if len(fs) < 3 || !plainWord(fs[0]) || functionWords[fs[0]] {
			continue
		}
		v, length := make([]float64, len(fs)-1), 0.0
		for k, x := range fs[1:] {
			if v[k], err = strconv.ParseFloat(x, 64); err != nil {
				return fmt.Errorf("vector of %s: %w", fs[0], err)
			}
			length += v[k] * v[k]
		}
		for k := range v {
			v[k] /= math.Sqrt(length)
		}
		m.words = append(m.words, fs[0])
		m.vecs[fs[0]] = v
	}
	return sc.Err()
}

// plainWord tells whether a word is of letters alone, a hyphen or an apostrophe inside.
func plainWord(w string) bool {
	for i, c := range w {
		if (c < 'a' || c > 'z') && (i == 0 || c != '-' && c != '\'') {
			return false
		}
	}
	return true
}

// write writes what each word adds to the judge's sum. What the mean took from every sum is given
// back with the bias.
func (m *meaning) write(path string, direction []float64, bias float64) error {
	for k, x := range m.mean {
		bias -= x * direction[k] / m.scale
	}
	var b strings.Builder
	b.WriteString("# What a word adds to the sum of the judge, in hundredths: its vector in GloVe 6B (public domain, PDDL 1.0) along one direction, by internal/attribute/fit words.\n")
	b.WriteString("# Then how much of a word it is in tenths, where it is less than a full one. The line without a word is added to all.\n")
	fmt.Fprintf(&b, "\t%.0f\n", 100*bias)
	for _, w := range m.words {
		s := 0.0
		for k, x := range m.vecs[w] {
			s += x * direction[k] / m.scale
		}
		x := m.weight[w]
		fmt.Fprintf(&b, "%s\t%.0f", w, 100*x*s)
		if x < attribute.FullWord-0.05 {
			fmt.Fprintf(&b, "\t%.0f", 10*x)
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
