package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// writeMean writes the mean of two files of weights without trees, share of it being of the second: what two fits on
// other reports agree on holds elsewhere rather than what either has alone.
func writeMean(to io.Writer, share float64, first, second string) error {
	if !(share >= 0 && share <= 1) {
		return fmt.Errorf("a share of %v", share)
	}
	var names []string
	sums := map[string]float64{}
	for i, path := range []string{first, second} {
		b, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("reading weights: %w", err)
		}
		part := [2]float64{1 - share, share}[i]
		for line := range strings.Lines(string(b)) {
			line = strings.TrimSuffix(line, "\n")
			name, value, ok := strings.Cut(line, "\t")
			switch {
			case strings.HasPrefix(line, "#"):
				fmt.Fprintf(to, "# %.2f of: %s\n", part, strings.TrimPrefix(line, "# "))
				continue
			case !ok || name == "tree":
				return fmt.Errorf("%s: %q is no weight", path, line)
			}
			v, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return fmt.Errorf("%s: weight of %s: %w", path, name, err)
			}
			if _, known := sums[name]; !known {
				names = append(names, name)
			}
			sums[name] += part * v
		}
	}
	for _, name := range names {
		fmt.Fprintf(to, "%s\t%.3f\n", name, sums[name])
	}
	return nil
}
