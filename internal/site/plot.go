package site

import (
	"isnad"
)

// plot draws what each source says of killed and injured as ranges on one
// scale: a dot where the low and the high are one number, a bar with two dots
// where they are not. It repeats the table beside it and adds nothing.
type plot struct {
	Width, Height float64
	Panels        []panel
}

type panel struct {
	Head           string
	Y              float64 // of the heading
	Top, Bottom    float64 // of the rules
	BandX, BandW   float64 // from the lowest to the highest figure of all
	Ticks          []tick
	Rows           []plotRow
	Low, High, Max int
}

type plotRow struct {
	Name   string
	Y      float64
	X0, X1 float64
	Single bool
	Hollow bool // hedged
	Text   string
	TextX  float64
}

const (
	plotWidth = 600.0
	plotNames = 190.0 // room for names at the left
	plotRight = 64.0  // room for a figure at the right
	plotStep  = 25.0
	plotMost  = 40 // rows
)

// plotOf returns nil when fewer than two sources give figures: one dot says less than its number.
func plotOf(rows []sourceRow) *plot {
	p := &plot{Width: plotWidth}
	y := 0.0
	for _, kind := range []string{"Killed", "Injured"} {
		var with []sourceRow
		var all isnad.Bounds
		for _, r := range rows {
			b := r.Killed
			if kind == "Injured" {
				b = r.Injured
			}
			if b.Known && len(with) < plotMost {
				with = append(with, r)
				all = all.Add(&isnad.Range{Min: &b.Low, Max: &b.High})
			}
		}
		if len(with) < 2 {
			continue
		}
		top := nice(max(all.High, 1))
		x := func(n int) float64 {
			return plotNames + (plotWidth-plotNames-plotRight)*float64(n)/float64(top)
		}
		g := panel{Head: kind, Y: y + 14, Top: y + 24, Low: all.Low, High: all.High, Max: top, BandX: x(all.Low), BandW: x(all.High) - x(all.Low)}
		for _, l := range levels(top) {
			g.Ticks = append(g.Ticks, tick{At: x(l), Text: number(l)})
		}
		for i, r := range with {
			b := r.Killed
			if kind == "Injured" {
				b = r.Injured
			}
			g.Rows = append(g.Rows, plotRow{Name: cut(21, plainText(r.Display)), Y: g.Top + plotStep*(float64(i)+0.6), X0: x(b.Low), X1: x(b.High),
				Single: b.Low == b.High, Hollow: r.Stance == isnad.StanceHedged, Text: rangeWords(b), TextX: x(b.High) + 10})
		}
		g.Bottom = g.Top + plotStep*(float64(len(with))+0.2)
		y = g.Bottom + 30
		p.Panels = append(p.Panels, g)
	}
	if len(p.Panels) == 0 {
		return nil
	}
	p.Height = y - 6
	return p
}
