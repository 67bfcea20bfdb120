package site

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

// yearsCounted keeps the figures of years for a minute: they are counted over all cases
// of a year, and many may ask for them at once.
type yearsCounted struct {
	mu    sync.Mutex
	years map[int]countedYear
}

type countedYear struct {
	at     time.Time
	report casework.Report
}

const (
	countedFor  = time.Minute
	mostCounted = 500_000 // cases of one year
)

// figuresOf counts the cases that were received in a year.
func (s *site) figuresOf(ctx context.Context, year int) (casework.Report, error) {
	s.counted.mu.Lock()
	defer s.counted.mu.Unlock()
	if c, ok := s.counted.years[year]; ok && time.Since(c.at) < countedFor {
		return c.report, nil
	}
	q := store.CaseQuery{From: time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), To: time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC), Order: store.CasesOldest, Page: store.Page{Limit: 1000}}
	var all []isnad.Case
	for len(all) < mostCounted {
		cases, next, err := s.store.Cases(ctx, q)
		if err != nil {
			return casework.Report{}, err
		}
		for i := range cases { // the figures need none of the words
			c := &cases[i]
			all = append(all, isnad.Case{Kind: c.Kind, State: c.State, Opened: c.Opened, Decision: c.Decision, Decided: c.Decided, CarriedOut: c.CarriedOut, Appeals: c.Appeals, Ruling: rulingEffect(c.Ruling)})
		}
		if q.After = next; next == "" {
			break
		}
	}
	report := casework.Figures(all, year)
	if len(s.counted.years) > 50 {
		clear(s.counted.years)
	}
	s.counted.years[year] = countedYear{time.Now(), report}
	return report, nil
}

func rulingEffect(r *isnad.Ruling) *isnad.Ruling {
	if r == nil {
		return nil
	}
	return &isnad.Ruling{Decision: r.Decision, Effect: r.Effect}
}

// firstYear is the year in which the first case was received; this one where there is none.
func (s *site) firstYear(ctx context.Context) (int, error) {
	now := time.Now().UTC().Year()
	cases, _, err := s.store.Cases(ctx, store.CaseQuery{Order: store.CasesOldest, Page: store.Page{Limit: 1}})
	if err != nil || len(cases) == 0 {
		return now, err
	}
	return min(cases[0].Opened.UTC().Year(), now), nil
}

type figuresPage struct {
	casework.Report
	Years   []int
	Effects []effectCount
	Terms   []termRow
}

type effectCount struct {
	Effect isnad.Effect
	Cases  int
}

// termRow is by when what happens to cases of a kind.
type termRow struct {
	Kind  isnad.CaseKind
	Words string
}

// yearly is the report of a year: how many came, what was decided, how long it took.
func (s *site) yearly(w http.ResponseWriter, r *http.Request) error {
	rep, years, err := s.yearAsked(r)
	if err != nil {
		return err
	}
	p := figuresPage{Report: rep, Years: years}
	for _, e := range isnad.Effects() {
		if n := rep.All.Effects[e]; n > 0 {
			p.Effects = append(p.Effects, effectCount{e, n})
		}
	}
	for _, k := range isnad.CaseKinds() {
		p.Terms = append(p.Terms, termRow{k, s.termsWords(k)})
	}
	return s.render(w, r, http.StatusOK, "figures", view{Title: fmt.Sprintf("Complaints and corrections in %d", rep.Year), Body: p})
}

// yearAsked is the report of the year in the address, this one without.
func (s *site) yearAsked(r *http.Request) (casework.Report, []int, error) {
	now := time.Now().UTC().Year()
	from, err := s.firstYear(r.Context())
	if err != nil {
		return casework.Report{}, nil, err
	}
	year := now
	if asked := r.URL.Query().Get("year"); asked != "" {
		if year, err = strconv.Atoi(asked); err != nil || year < from || year > now {
			return casework.Report{}, nil, isnad.ErrNotFound
		}
	}
	var years []int
	for y := now; y >= from && len(years) < 200; y-- {
		years = append(years, y)
	}
	rep, err := s.figuresOf(r.Context(), year)
	return rep, years, err
}

// yearFile is the report of a year as CSV.
func (s *site) yearFile(w http.ResponseWriter, r *http.Request) error {
	rep, _, err := s.yearAsked(r)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	c := csv.NewWriter(&b)
	head := []string{"year", "kind", "received", "open"}
	for _, o := range isnad.CaseOutcomes() {
		head = append(head, string(o))
	}
	for _, e := range isnad.Effects() {
		head = append(head, "effect_"+string(e))
	}
	_ = c.Write(append(head, "appealed", "median_days_to_decide", "median_days_to_carry_out")) // into memory
	for _, k := range append(rep.Kinds, rep.All) {
		row := []string{strconv.Itoa(rep.Year), string(k.Kind), strconv.Itoa(k.Received), strconv.Itoa(k.Open)}
		if k.Kind == "" {
			row[1] = "all"
		}
		for _, o := range isnad.CaseOutcomes() {
			row = append(row, strconv.Itoa(k.Outcomes[o]))
		}
		for _, e := range isnad.Effects() {
			row = append(row, strconv.Itoa(k.Effects[e]))
		}
		_ = c.Write(append(row, strconv.Itoa(k.Appealed), daysFigure(k.ToDecide, ""), daysFigure(k.ToCarryOut, "")))
	}
	c.Flush()
	h := w.Header()
	h.Set("Content-Type", "text/csv; charset=utf-8; header=present")
	h.Set("Content-Disposition", fmt.Sprintf(`attachment; filename="corrections-%d.csv"`, rep.Year))
	h.Set("Cache-Control", "no-cache")
	_, _ = w.Write(b.Bytes()) // only fails when the visitor left
	return nil
}

// daysFigure is a median in days, with one digit behind the point; none where
// there is nothing to count.
func daysFigure(d float64, none string) string {
	if d < 0 {
		return none
	}
	return strings.TrimSuffix(strconv.FormatFloat(d, 'f', 1, 64), ".0")
}

// daysWords is a median for a page.
func daysWords(d float64) string { return daysFigure(d, "–") }

// outcomeCount is how many cases of a kind were decided so.
func outcomeCount(k casework.KindReport, o string) int { return k.Outcomes[isnad.CaseOutcome(o)] }
