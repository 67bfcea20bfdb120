package site

import (
	"context"
	"net/http"
	"time"

	"isnad"
	"isnad/internal/store"
)

// timelineView is incidents over time as bars, and the same figures as rows.
type timelineView struct {
	Unit          string // day, week, month or year
	Width, Height float64
	Bars          []bar
	Ticks         []tick   // of time, below
	Levels        []tick   // of number, at the side
	Rows          []binRow // stretches in which something is claimed to have happened
	Most, Total   int
	From, To      isnad.Day
}

type bar struct{ X, Y, W, H float64 }

type tick struct {
	At   float64
	Text string
}

type binRow struct {
	store.Bin
	Name, Href string
}

// barWidth is the least width of a bar with its gap, pixels; thinner ones make a
// timeline go to a coarser unit.
const barWidth = 7

// timelineOf draws q by unit, or by the finest unit that fits when it is empty.
// It returns nil when there is nothing to draw.
func (s *site) timelineOf(ctx context.Context, q store.IncidentQuery, unit string, width, height float64) (*timelineView, error) {
	units := []string{"day", "week", "month", "year"}
	most := int(width / barWidth)
	for i, u := range units {
		if unit != "" && u != unit {
			continue
		}
		bins, err := s.store.Timeline(ctx, q, u)
		if err != nil {
			return nil, err
		}
		if len(bins) == 0 {
			return nil, nil
		}
		steps := between(bins[0].From, bins[len(bins)-1].From, u, 100*most)
		if len(steps) > most && i+1 < len(units) {
			unit = ""
			continue
		}
		return drawTimeline(bins, steps, u, q, width, height), nil
	}
	return nil, nil
}

// between lists the first days of every stretch from one to another, at most most.
func between(from, to isnad.Day, unit string, most int) []isnad.Day {
	var days []isnad.Day
	for d := from; !d.IsZero() && !to.Before(d) && len(days) < most; d = after(d, unit) {
		days = append(days, d)
	}
	return days
}

// after is the first day of the stretch after the one that begins at d.
func after(d isnad.Day, unit string) isnad.Day {
	switch unit {
	case "week":
		return d.AddDays(7)
	case "month":
		return isnad.DayOf(time.Date(d.Year(), d.Month()+1, 1, 0, 0, 0, 0, time.UTC))
	case "year":
		return isnad.DayOf(time.Date(d.Year()+1, 1, 1, 0, 0, 0, 0, time.UTC))
	}
	return d.AddDays(1)
}

func drawTimeline(bins []store.Bin, steps []isnad.Day, unit string, q store.IncidentQuery, width, height float64) *timelineView {
	t := &timelineView{Unit: unit, Width: width, Height: height, From: bins[0].From, To: bins[len(bins)-1].From}
	by := map[isnad.Day]store.Bin{}
	for _, b := range bins {
		by[b.From] = b
		t.Most = max(t.Most, b.Incidents)
		t.Total += b.Incidents
		if b.Incidents > 0 {
			row := binRow{Bin: b, Name: stretch(b.From, unit)}
			n := q
			n.From, n.To = b.From, after(b.From, unit).AddDays(-1)
			row.Href = link("/incidents", n, "")
			t.Rows = append(t.Rows, row)
		}
	}
	const left, below, above = 28, 20, 8
	room := width - left
	step := room / float64(len(steps))
	top := nice(t.Most)
	for _, level := range levels(top) {
		t.Levels = append(t.Levels, tick{At: height - below - (height-below-above)*float64(level)/float64(top), Text: number(level)})
	}
	lastText := -1000.0
	for i, d := range steps {
		x := left + float64(i)*step
		if n := by[d].Incidents; n > 0 {
			h := (height - below - above) * float64(n) / float64(top)
			w := min(max(step*0.78, 1), 34)
			t.Bars = append(t.Bars, bar{X: x + (step-w)/2, Y: height - below - h, W: w, H: h})
		}
		if text := tickText(d, unit, i == 0); text != "" && x-lastText > 8*float64(len(text))+14 && x+7*float64(len(text)) < width {
			at := max(x+step/2, left+3.2*float64(len(text))) // clear of the figures of the axis
			t.Ticks = append(t.Ticks, tick{At: at, Text: text})
			lastText = max(x, at-step/2)
		}
	}
	return t
}

// stretch names a stretch of time.
func stretch(d isnad.Day, unit string) string {
	switch unit {
	case "week":
		return "week of " + dayWords(d)
	case "month":
		return d.Month().String() + " " + number2(d.Year())
	case "year":
		return number2(d.Year())
	}
	return dayWords(d)
}

func tickText(d isnad.Day, unit string, isFirst bool) string {
	switch {
	case unit == "year":
		return number2(d.Year())
	case unit == "month" && (d.Month() == 1 || isFirst):
		return d.Month().String()[:3] + " " + number2(d.Year())
	case unit == "month":
		return d.Month().String()[:3]
	case isFirst || d.Day() <= 7 && unit == "week" || d.Day() == 1:
		return number2(d.Day()) + " " + d.Month().String()[:3] + " " + number2(d.Year())
	}
	return number2(d.Day()) + " " + d.Month().String()[:3]
}

type timelinePage struct {
	Filters filters
	Unit    string
	Units   []choice
	Line    *timelineView
}

// timeline is the page of it, with the same figures as a table.
func (s *site) timeline(w http.ResponseWriter, r *http.Request) error {
	f, err := s.readFilters(r.Context(), "/timeline", r.URL.Query())
	if err != nil {
		return err
	}
	p := timelinePage{Filters: f}
	for _, u := range []choice{{Value: "", Label: "as fits"}, {Value: "day", Label: "day"}, {Value: "week", Label: "week"}, {Value: "month", Label: "month"}, {Value: "year", Label: "year"}} {
		if u.Value == r.URL.Query().Get("by") {
			u.On, p.Unit = true, u.Value
		}
		p.Units = append(p.Units, u)
	}
	if p.Line, err = s.timelineOf(r.Context(), unpaged(f.Q), p.Unit, 960, 260); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "timeline", view{Title: "Timeline", Feed: "incidents", Body: p})
}
