package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
)

// blend is the weighed mean of two files of weights, in which the fresh one counts for share, 0 to 1: of each
// weight, nought where a file has none, and of the line; of trees those of both, with their part of what their leaves
// say. Two fits on reports of different make-up err in different ways, and their mean less than either (averaging
// of models, Breiman 1996).
func blend(standing, fresh string, share float64) (string, error) {
	a, err := readWeights(standing)
	if err != nil {
		return "", fmt.Errorf("the weights that stand: %w", err)
	}
	b, err := readWeights(fresh)
	if err != nil {
		return "", fmt.Errorf("the weights that were fitted: %w", err)
	}
	mean := func(x, y float64) float64 { return (1-share)*x + share*y }
	var out strings.Builder
	fmt.Fprintf(&out, "%s, a share of %.2f blended into: %s\nline\t%.3f\n", b.head, share, strings.TrimPrefix(a.head, "# "), mean(a.line, b.line))
	for _, name := range a.order {
		fmt.Fprintf(&out, "%s\t%.3f\n", name, mean(a.weights[name], b.weights[name]))
	}
	for _, name := range b.order {
		if _, ok := a.weights[name]; !ok {
			fmt.Fprintf(&out, "%s\t%.3f\n", name, mean(0, b.weights[name]))
		}
	}
	for i, tree := range append(a.trees, b.trees...) {
		part := share
		if i < len(a.trees) {
			part = 1 - share
		}
		out.WriteString("tree")
		for _, token := range tree {
			if !strings.HasPrefix(token, "?") {
				leaf, err := strconv.ParseFloat(token, 64)
				if err != nil {
					return "", fmt.Errorf("leaf of a tree: %w", err)
				}
				token = strconv.FormatFloat(leaf*part, 'f', 4, 64)
			}
			out.WriteString("\t" + token)
		}
		out.WriteString("\n")
	}
	return out.String(), nil
}

// blendFiles writes into out the blend of a file of weights that stands and one that was fitted, which counts
// for share, 0 to 1.
func blendFiles(standing, fitted, out, share string) error {
	part, err := strconv.ParseFloat(share, 64)
	if err != nil || !(part >= 0 && part <= 1) {
		return fmt.Errorf("the share %q is no number from 0 to 1", share)
	}
	a, err := os.ReadFile(standing)
	if err != nil {
		return fmt.Errorf("reading the weights that stand: %w", err)
	}
	b, err := os.ReadFile(fitted)
	if err != nil {
		return fmt.Errorf("reading the weights that were fitted: %w", err)
	}
	text, err := blend(string(a), string(b), part)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, []byte(text), 0o644); err != nil {
		return fmt.Errorf("writing the blend: %w", err)
	}
	return nil
}

// weightFile is a file of weights, taken apart.
type weightFile struct {
	head    string
	line    float64
	order   []string
	weights map[string]float64
	trees   [][]string // their tokens
}

func readWeights(tsv string) (*weightFile, error) {
	w := &weightFile{line: math.NaN(), weights: map[string]float64{}}
	for line := range strings.Lines(tsv) {
		line = strings.TrimSuffix(line, "\n")
		cells := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "#"):
			w.head = line
			continue
		case cells[0] == "tree":
			w.trees = append(w.trees, cells[1:])
			continue
		case len(cells) != 2:
			return nil, fmt.Errorf("%d cells in a line, want 2", len(cells))
		}
		v, err := strconv.ParseFloat(cells[1], 64)
		if err != nil {
			return nil, fmt.Errorf("weight of %s: %w", cells[0], err)
		}
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("weight of %s is %s", cells[0], cells[1])
		}
		if cells[0] == "line" {
			w.line = v
			continue
		}
		if _, ok := w.weights[cells[0]]; !ok {
			w.order = append(w.order, cells[0])
		}
		w.weights[cells[0]] = v
	}
	if math.IsNaN(w.line) {
		return nil, errors.New("no line")
	}
	return w, nil
}
