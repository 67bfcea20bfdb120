package main

import (
	"fmt"
	"math"
	"os"

	"isnad"
	"isnad/internal/attribute"
)

// dayRidge is strong, as rules written beside most of the reports give the claims their days already: what
// they get wrong there is little, and much of it of one text alone.
const dayRidge = 2.0

// dayLine is how much more must speak for another day than for that of the rules. Where rules were written beside the
// reports of the fit, cross-validation asks for half a unit; on reports beside which none was written the likeliest
// day is best as it is.
const dayLine = 0.0

// fitDays fits the chooser of days and writes its weights into dir.
func fitDays(reports, gold, dir string) error {
	s, n, err := dayChoices(reports, gold)
	if err != nil {
		return err
	}
	s.dropRareDays()
	dim := len(s.order)
	right, ruled := 0, 0
	for fold := range 5 {
		w := s.fitDay(dim, func(r int) bool { return r%5 != fold })
		for i := range s.choices {
			c := &s.choices[i]
			if c.report%5 == fold {
				ruled += asInt(c.options[0].right)
				right += asInt(c.options[c.day(w, dayLine)].right)
			}
		}
	}
	fmt.Fprintf(os.Stderr, "%d of %d claims have the right day by cross-validation, by the rules %d\n", right, len(s.choices), ruled)
	w := s.fitDay(dim, func(int) bool { return true })
	f, err := os.Create(dir + "/day.tsv")
	if err != nil {
		return err
	}
	fmt.Fprintf(f, "# weights of the day chooser, fitted by internal/attribute/fit on %d reports, %d claims\nline\t%.3f\n", n, len(s.choices), dayLine)
	for i, name := range s.order {
		if math.Abs(w[i]) >= 0.0005 {
			fmt.Fprintf(f, "%s\t%.3f\n", name, w[i])
		}
	}
	return f.Close()
}

// dayChoices gathers the days that each claim with an annotated day could have, and counts the reports.
func dayChoices(reports, gold string) (*slotData, int, error) {
	s := &slotData{name: "day"}
	n, err := eachPaired(reports, gold, (*attribute.Reader).Days, func(c *attribute.DayChoice) *isnad.Claim { return &c.Claim }, func(report int, g *slots, c *attribute.DayChoice) {
		if g.from == "" {
			return
		}
		d := choice{report: report, filled: true}
		for _, o := range c.Days {
			d.options = append(d.options, option{facts: s.of(o.Facts), right: g.sameTime(&slots{from: o.When.From.String(), to: o.When.To.String()})})
		}
		s.choices = append(s.choices, d)
	})
	return s, n, err
}

// rareDay is how many options a fact must hold of to be weighed.
const rareDay = 20

func (s *slotData) dropRareDays() {
	n := make([]int, len(s.order))
	for i := range s.choices {
		for _, o := range s.choices[i].options {
			for _, f := range o.facts {
				n[f]++
			}
		}
	}
	for i := range s.choices {
		for k := range s.choices[i].options {
			o := &s.choices[i].options[k]
			kept := o.facts[:0]
			for _, f := range o.facts {
				if n[f] >= rareDay {
					kept = append(kept, f)
				}
			}
			o.facts = kept
		}
	}
}

// day is the option that the reader takes: the first, which is that of the rules, unless another has a sum
// greater by line.
func (c *choice) day(w []float64, line float64) int {
	rule, best, top := 0.0, 0, math.Inf(-1)
	for i := range c.options {
		sum := 0.0
		for _, f := range c.options[i].facts {
			sum += w[f]
		}
		if i == 0 {
			rule = sum
		}
		if sum > top {
			best, top = i, sum
		}
	}
	if top-rule < line {
		return 0
	}
	return best
}

// fitDay fits weights so that the right days of a claim have most of its chance.
func (s *slotData) fitDay(dim int, use func(report int) bool) []float64 {
	return descend(dim, func(int) float64 { return dayRidge }, func(w, g []float64) {
		for i := range s.choices {
			c := &s.choices[i]
			if len(c.options) < 2 || !use(c.report) {
				continue
			}
			p := make([]float64, len(c.options))
			top := math.Inf(-1)
			for k := range c.options {
				for _, f := range c.options[k].facts {
					p[k] += w[f]
				}
				top = max(top, p[k])
			}
			all, right := 0.0, 0.0
			for k := range p {
				p[k] = math.Exp(p[k] - top)
				all += p[k]
				if c.options[k].right {
					right += p[k]
				}
			}
			if right == 0 {
				continue // out of reach
			}
			for k := range p {
				d := p[k] / all
				if c.options[k].right {
					d -= p[k] / right
				}
				for _, f := range c.options[k].facts {
					g[f] += d
				}
			}
		}
	})
}

func asInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
