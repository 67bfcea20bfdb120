package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// plot draws the processor time a report took against the size of the index, out
// of files that hold what this command printed; each file is a line of the plot,
// called by its name.
func plot(files []string, out string) error {
	type curve struct {
		name string
		x, y []float64
	}
	var curves []curve
	var farthest, highest float64
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return fmt.Errorf("reading a measurement: %w", err)
		}
		c := curve{name: strings.TrimSuffix(name[strings.LastIndexByte(name, '/')+1:], ".tsv")}
		for s := bufio.NewScanner(f); s.Scan(); {
			cells := strings.Split(s.Text(), "\t")
			if len(cells) < 2 {
				continue
			}
			x, errX := strconv.ParseFloat(cells[0], 64)
			y, errY := strconv.ParseFloat(cells[1], 64)
			if errX != nil || errY != nil {
				continue // the heading
			}
			c.x, c.y = append(c.x, x), append(c.y, y)
			farthest, highest = max(farthest, x), max(highest, y)
		}
		if err := f.Close(); err != nil {
			return fmt.Errorf("reading a measurement: %w", err)
		}
		curves = append(curves, c)
	}
	if farthest == 0 || highest == 0 {
		return fmt.Errorf("plotting: %q hold no measurements", files)
	}
	const left, top, width, height = 56.0, 34.0, 620.0, 240.0
	ceiling := 50.0
	for ceiling < highest {
		ceiling *= 2
	}
	at := func(x, y float64) (float64, float64) { return left + x/farthest*width, top + height - y/ceiling*height }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 330" width="720" height="330" font-family="sans-serif" font-size="12"><rect width="720" height="330" fill="#fdfcf8"/>`)
	fmt.Fprintf(&b, `<text x="%g" y="18" fill="#1c1b19" font-weight="600">Processor time to trace one report, in µs, against reports indexed</text>`, left)
	for i := range 5 {
		v := ceiling * float64(i) / 4
		_, y := at(0, v)
		fmt.Fprintf(&b, `<path d="M%g %.1fH%g" stroke="#d8d4c8"/><text x="%g" y="%.1f" text-anchor="end" fill="#5a574f">%g</text>`, left, y, left+width, left-8, y+4, v)
		x, _ := at(farthest*float64(i)/4, 0)
		fmt.Fprintf(&b, `<text x="%.1f" y="%g" text-anchor="middle" fill="#5a574f">%.0f</text>`, x, top+height+18, farthest*float64(i)/4)
	}
	colours := []string{"#9a1f1a", "#1c1b19", "#6b6860"}
	for i, c := range curves {
		var d strings.Builder
		for k := range c.x {
			x, y := at(c.x[k], c.y[k])
			fmt.Fprintf(&d, "%c%.1f %.1f", "ML"[min(k, 1)], x, y)
		}
		colour := colours[i%len(colours)]
		fmt.Fprintf(&b, `<path d="%s" fill="none" stroke="%s" stroke-width="2"/><path d="M%g 312h18" stroke="%s" stroke-width="2"/><text x="%g" y="316" fill="#1c1b19">%s</text>`,
			d.String(), colour, left+float64(i)*190, colour, left+24+float64(i)*190, c.name)
	}
	b.WriteString("</svg>\n")
	if err := os.WriteFile(out, []byte(b.String()), 0o644); err != nil {
		return fmt.Errorf("writing the plot: %w", err)
	}
	return nil
}
