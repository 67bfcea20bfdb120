package site

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"isnad"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// Similar is an incident that nearly joined another: near it in place, day and
// kind, but not alike enough for a machine to say that they are one.
type Similar struct {
	ID    string
	Score float64  // of reconcile; the higher the more alike
	Why   []string // what speaks for and against, in words
}

const (
	queueLength = 25 // incidents on one page of the queue
	maxSimilar  = 3  // suggestions beside one incident of the queue
)

type queuePage struct {
	Q         store.IncidentQuery
	Notes     []string
	Done      *doneNote
	Rows      []queueRow
	Total     int
	Next      string
	Later     bool
	Stands    []choice
	Orders    []choice
	Kinds     []choice
	Countries []choice
	Any       bool // words, a kind or a country narrow the list
}

// queueRow is one incident that waits.
type queueRow struct {
	isnad.Incident
	Apart   []string // what claimants differ over
	Similar []similarRow
}

// similarRow is a suggestion: perhaps the same.
type similarRow struct {
	Similar
	Incident isnad.Incident
}

// incidentQueue is the incidents that people are to look at.
func (s *site) incidentQueue(w http.ResponseWriter, r *http.Request, me who) error {
	ctx := r.Context()
	q, err := query.Queue(r.URL.Query())
	p := queuePage{Q: q, Later: q.After != "", Any: q.Words != "" || len(q.Events) > 0 || q.Country != ""}
	for _, m := range query.Mistakes(err) {
		p.Notes = append(p.Notes, plainText(m.Error())+". It was left out.")
	}
	p.Notes = p.Notes[:min(len(p.Notes), 10)]
	if p.Done, err = s.doneOf(r, me); err != nil {
		return err
	}
	page := q
	if page.Limit == 0 || page.Limit > 100 {
		page.Limit = queueLength
	}
	incidents, next, err := s.store.Incidents(ctx, page)
	if err != nil {
		return err
	}
	if p.Rows, err = s.queueRows(ctx, incidents); err != nil {
		return err
	}
	if p.Total, err = s.store.CountIncidents(ctx, unpaged(q)); err != nil {
		return err
	}
	if next != "" {
		p.Next = queueLink(q, next)
	}
	if err := s.queueChoices(ctx, &p); err != nil {
		return err
	}
	return s.renderDesk(w, r, me, http.StatusOK, "desk-incidents", view{Title: "Incidents to look at", Body: p})
}

// queueLink is the address of the queue with a question.
func queueLink(q store.IncidentQuery, after string) string {
	q.Page = store.Page{After: after}
	if v := query.QueueValues(q).Encode(); v != "" {
		return "/desk/incidents?" + v
	}
	return "/desk/incidents"
}

// First is the address of the first page.
func (p queuePage) First() string { return queueLink(p.Q, "") }

func (s *site) queueRows(ctx context.Context, incidents []isnad.Incident) ([]queueRow, error) {
	ids := make([]string, len(incidents))
	for i := range incidents {
		ids[i] = incidents[i].ID
	}
	similar, err := s.similarTo(ctx, ids, maxSimilar)
	if err != nil {
		return nil, err
	}
	rows := make([]queueRow, len(incidents))
	for i, x := range incidents {
		rows[i] = queueRow{Incident: x, Apart: apartWords(&x), Similar: similar[x.ID]}
	}
	return rows, nil
}

// similarTo are the suggestions for each of these incidents, at most n for one.
func (s *site) similarTo(ctx context.Context, ids []string, n int) (map[string][]similarRow, error) {
	if s.o.Desk.Similar == nil || len(ids) == 0 {
		return nil, nil
	}
	found, err := s.o.Desk.Similar(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := map[string][]similarRow{}
	for id, list := range found {
		for _, x := range list[:min(len(list), n)] {
			i, err := s.store.Incident(ctx, x.ID)
			if err != nil {
				if errors.Is(err, isnad.ErrNotFound) { // it changed meanwhile
					continue
				}
				return nil, err
			}
			out[id] = append(out[id], similarRow{x, i})
		}
	}
	return out, nil
}

// queueChoices fills the form above the queue.
func (s *site) queueChoices(ctx context.Context, p *queuePage) error {
	for _, x := range []struct{ stand, value, label string }{
		{store.StandOpen, store.StandOpen, "Waiting"}, {store.StandSecond, store.StandSecond, "Second eyes"},
		{store.StandConfirmed, store.StandConfirmed, "Confirmed"}, {"", "all", "All"},
	} {
		p.Stands = append(p.Stands, choice{x.value, x.label, p.Q.Stand == x.stand})
	}
	for _, x := range []choice{{Value: "harm", Label: "most harm first"}, {Value: "apart", Label: "claimants furthest apart first"}, {Value: "origins", Label: "most origins first"}} {
		x.On = x.Value == p.Q.Order
		p.Orders = append(p.Orders, x)
	}
	kind := isnad.Event("")
	if len(p.Q.Events) == 1 {
		kind = p.Q.Events[0]
	}
	for _, e := range isnad.Events() {
		p.Kinds = append(p.Kinds, choice{string(e), eventWords(e), e == kind})
	}
	f := filters{Q: store.IncidentQuery{Country: p.Q.Country}}
	if err := s.names(ctx, &f); err != nil {
		return err
	}
	p.Countries = f.Countries
	return nil
}

// StandLink is the address of the same queue with another stand.
func (p queuePage) StandLink(stand string) string {
	q := p.Q
	if q.Stand = stand; stand == "all" {
		q.Stand = ""
	}
	return queueLink(q, "")
}

// apartWords tells what claimants of an incident differ over, as far as its sum says it.
func apartWords(i *isnad.Incident) []string {
	var out []string
	if i.Killed.Known && i.Killed.Low != i.Killed.High {
		out = append(out, rangeWords(i.Killed)+" killed")
	}
	if i.Injured.Known && i.Injured.Low != i.Injured.High {
		out = append(out, rangeWords(i.Injured)+" injured")
	}
	if i.Status == isnad.StrikeContested {
		out = append(out, "who did it")
	}
	if i.Grading == isnad.GradeContested {
		out = append(out, "whether anybody was harmed")
	}
	var denied []string
	for _, f := range i.BySource {
		if f.Stance == isnad.StanceDenied && len(denied) < 3 {
			denied = append(denied, plainText(cut(60, f.Name)))
		}
	}
	if len(denied) > 0 {
		out = append(out, "denied by "+strings.Join(denied, ", "))
	}
	return out
}

func incidentDesk(id string) string { return "/desk/incidents/" + url.PathEscape(id) }

// keyPair is keys and what they do.
type keyPair struct {
	Keys []string
	Does string
}

// keyPairs reads keys, parted by spaces, and what they do by turns.
func keyPairs(list []string) []keyPair {
	var out []keyPair
	for i := 0; i+1 < len(list); i += 2 {
		out = append(out, keyPair{strings.Fields(list[i]), list[i+1]})
	}
	return out
}
