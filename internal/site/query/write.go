package query

import (
	"net/url"
	"strconv"

	"isnad"
	"isnad/internal/store"
)

// IncidentValues is the other way round: [Incidents] of it gives q again. For
// links that change one filter and keep the rest.
func IncidentValues(q store.IncidentQuery) url.Values {
	v := url.Values{}
	set(v, "q", q.Words)
	for _, e := range q.Events {
		v.Add("kind", string(e))
	}
	set(v, "from", q.From.String())
	set(v, "to", q.To.String())
	set(v, "country", q.Country)
	set(v, "place", q.Place)
	set(v, "party", q.Party)
	set(v, "source", q.Source)
	set(v, "status", string(q.Status))
	set(v, "grading", string(q.Grading))
	setNumber(v, "min_killed", q.MinKilled)
	if b := q.BBox; b != nil {
		s := ""
		for i, f := range b {
			if i > 0 {
				s += ","
			}
			s += strconv.FormatFloat(f, 'g', -1, 64)
		}
		v.Set("bbox", s)
	}
	set(v, "order", q.Order)
	setPage(v, q.Page)
	return v
}

// QueueValues is [Queue] the other way round.
func QueueValues(q store.IncidentQuery) url.Values {
	v := url.Values{}
	set(v, "q", q.Words)
	for _, e := range q.Events {
		v.Add("kind", string(e))
	}
	set(v, "country", q.Country)
	switch q.Stand {
	case store.StandOpen:
	case "":
		v.Set("stand", "all")
	default:
		v.Set("stand", q.Stand)
	}
	if q.Order != QueueOrders()[0] {
		set(v, "order", q.Order)
	}
	setPage(v, q.Page)
	return v
}

// ReportValues is [Reports] the other way round.
func ReportValues(q store.ReportQuery) url.Values {
	v := url.Values{}
	set(v, "q", q.Words)
	set(v, "source", q.Source)
	set(v, "language", q.Language)
	set(v, "place", q.Place)
	set(v, "party", q.Party)
	set(v, "incident", q.Incident)
	set(v, "capture", q.Capture)
	set(v, "from", q.From.String())
	set(v, "to", q.To.String())
	setPage(v, q.Page)
	return v
}

func setPage(v url.Values, p store.Page) {
	setNumber(v, "limit", p.Limit)
	set(v, "after", p.After)
}

func set(v url.Values, name, s string) {
	if s != "" {
		v.Set(name, s)
	}
}

func setNumber(v url.Values, name string, n int) {
	if n != 0 {
		v.Set(name, strconv.Itoa(n))
	}
}

// DecisionValues writes a question as Decisions reads it.
func DecisionValues(q store.CaseQuery) url.Values {
	v := url.Values{}
	set(v, "kind", string(q.Kind))
	set(v, "decision", string(q.Decision))
	set(v, "report", q.Report)
	if !q.Ruled[0].IsZero() {
		set(v, "from", isnad.DayOf(q.Ruled[0]).String())
	}
	if !q.Ruled[1].IsZero() {
		set(v, "to", isnad.DayOf(q.Ruled[1]).AddDays(-1).String())
	}
	setPage(v, q.Page)
	return v
}

// NoticeValues writes a question as Notices reads it.
func NoticeValues(q store.NoticeQuery) url.Values {
	v := url.Values{}
	set(v, "report", q.Report)
	set(v, "case", q.Case)
	set(v, "kind", string(q.Kind))
	setPage(v, q.Page)
	return v
}
