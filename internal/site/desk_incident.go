package site

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"isnad"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

const (
	maxDeskClaims = 300 // rows of the table on one page
	maxHistory    = 100 // acts shown
	maxFound      = 10  // incidents found by words
)

// deskIncidentPage is everything about one incident that people decide by.
type deskIncidentPage struct {
	isnad.Incident
	State  string // of what is shown: an act that holds it is refused once it has changed
	Number int64  // of the last act shown
	Cut    bool   // there are more claims than rows

	Rows    []claimRow
	Apart   []apart
	Plot    *plot
	Map     *mapView
	Acts    []actRow
	More    bool       // there are more acts than are shown
	Waiting []actRow   // acts that wait for a second person
	Related []nameLink // incidents that people linked
	Others  []otherRow // incidents to choose from: chosen, found, perhaps the same
	Typed   typed      // what the person has filled in
	Find    bool       // words were looked for
	seconds map[isnad.ActKind]bool

	StatusBecause, GradingBecause []reasonBit

	Dossier bool // all of it can be had as one file

	Done    *doneNote
	Behind  bool // what people decided has not been summed up yet
	Problem string
	Changed *meanwhile

	Statuses, Gradings []choice
}

// Asks tells whether acts of a kind ask for a second person.
func (p deskIncidentPage) Asks(kind string) bool { return p.seconds[isnad.ActKind(kind)] }

// otherRow is another incident that this one may be merged with, linked to, or
// get claims from.
type otherRow struct {
	isnad.Incident
	State string
	Why   []string
	Hint  string // why it is offered
	On    bool
}

// meanwhile is what others did to an incident while a person was looking at it.
type meanwhile struct {
	Acts   []actRow
	Joined int // claims
	Left   int
	Moved  bool // it was merged into the incident that is shown
}

// typed is the form of an incident's page as sent, all of it bounded.
type typed struct {
	Reason  string
	Words   string // looked for among other incidents
	Other   string // Incident ID chosen
	Grading isnad.Grading
	Status  isnad.StrikeStatus
	Ticks   map[string]bool
	Saw     map[string]bool // claims that were shown
	Seen    string          // State that was shown
	Number  int64
	States  map[string]string // of other incidents as shown
}

// Ticked is the number of claims ticked.
func (t typed) Ticked() int { return len(t.Ticks) }

// deskIncident is the page of one incident at the desk.
func (s *site) deskIncident(w http.ResponseWriter, r *http.Request, me who) error {
	ctx := r.Context()
	id := r.PathValue("id")
	to, err := s.nowAt(ctx, id)
	if err != nil {
		return err
	}
	if to != id {
		next := incidentDesk(to)
		if done := r.URL.Query().Get("done"); done != "" && len(done) <= query.MaxID {
			next = withDone(next, done)
		}
		http.Redirect(w, r, next, http.StatusSeeOther)
		return nil
	}
	if err := s.awaitSum(ctx, id); err != nil {
		return err
	}
	p := deskIncidentPage{}
	if p.Done, err = s.doneOf(r, me); err != nil {
		return err
	}
	return s.showIncident(w, r, me, http.StatusOK, id, p)
}

// nowAt is where the page of an incident is: that of the one it was merged into,
// or the one it came from where the act that made it was undone.
func (s *site) nowAt(ctx context.Context, id string) (string, error) {
	to, err := s.store.Redirect(ctx, id)
	if err != nil || to != id {
		return to, err
	}
	if _, err = s.store.Incident(ctx, id); !errors.Is(err, isnad.ErrNotFound) {
		return id, err
	}
	last, err := s.store.LastAct(ctx, id)
	if err != nil || last == "" {
		return id, err
	}
	a, err := s.store.Act(ctx, last)
	if err != nil || !strings.HasPrefix(a.About, "i") {
		return id, err
	}
	return s.store.Redirect(ctx, a.About)
}

// awaitSum waits a moment for the step that sums up an incident after an act, so
// that who has just decided sees what became of it.
func (s *site) awaitSum(ctx context.Context, id string) error {
	const patience = 3 * time.Second
	for begun := time.Now(); time.Since(begun) < patience; {
		behind, err := s.behind(ctx, id)
		if err != nil || !behind {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
	return nil
}

// behind tells that an act about an incident has not been summed up yet.
func (s *site) behind(ctx context.Context, id string) (bool, error) {
	last, err := s.store.LastAct(ctx, id)
	if err != nil || last == "" {
		return false, err
	}
	i, err := s.store.Incident(ctx, id)
	if errors.Is(err, isnad.ErrNotFound) {
		return false, nil
	}
	return err == nil && (i.Decision == nil || i.Decision.Last != last), err
}

// showIncident gathers what stands on the page beside what p brings.
func (s *site) showIncident(w http.ResponseWriter, r *http.Request, me who, status int, id string, p deskIncidentPage) error {
	ctx := r.Context()
	var err error
	if p.Incident, err = s.store.Incident(ctx, id); err != nil {
		return err
	}
	if p.Behind, err = s.behind(ctx, id); err != nil {
		return err
	}
	p.State = p.Incident.State()
	if err := s.claimRows(ctx, &p); err != nil {
		return err
	}
	if err := s.history(ctx, me, &p); err != nil {
		return err
	}
	if err := s.others(ctx, &p); err != nil {
		return err
	}
	if d := p.Decision; d != nil {
		for _, id := range d.Related[:min(len(d.Related), maxHistory)] {
			if i, err := s.store.Incident(ctx, id); err == nil {
				p.Related = append(p.Related, nameLink{id, i.Title})
			} else if !errors.Is(err, isnad.ErrNotFound) {
				return err
			}
		}
	}
	if p.Map, err = s.mapOf(ctx, []isnad.Incident{p.Incident}, store.IncidentQuery{}, 420, 260); err != nil {
		return err
	}
	for _, x := range query.Statuses() {
		p.Statuses = append(p.Statuses, choice{string(x), statusWords(x), x == p.Typed.Status})
	}
	for _, x := range query.Gradings() {
		p.Gradings = append(p.Gradings, choice{string(x), gradingWords(x), x == p.Typed.Grading})
	}
	p.Dossier = s.o.Dossier != nil
	p.seconds = s.o.Desk.Second
	return s.renderDesk(w, r, me, status, "desk-incident", view{Title: plainText(p.Title), Map: p.Map != nil, Body: p})
}

// claimRows puts the claims of the incident side by side.
func (s *site) claimRows(ctx context.Context, p *deskIncidentPage) error {
	claims, next, err := s.store.Claims(ctx, store.ClaimQuery{Incident: p.ID, Page: store.Page{Limit: maxDeskClaims}})
	if err != nil {
		return err
	}
	p.Cut = next != ""
	reports, _, err := s.store.Reports(ctx, store.ReportQuery{Incident: p.ID, Page: store.Page{Limit: maxDeskClaims}})
	if err != nil {
		return err
	}
	ids := make([]string, len(claims))
	for i := range claims {
		ids[i] = claims[i].ID
	}
	pins, err := s.store.Pinned(ctx, ids)
	if err != nil {
		return err
	}
	figures, err := s.whoSaysWhat(ctx, p.Incident, claims, reports)
	if err != nil {
		return err
	}
	p.Plot = plotOf(figures)
	p.StatusBecause, p.GradingBecause = because(p.StatusReason, figures), because(p.GradingReason, figures)
	by := map[string]*sourceRow{}
	for i := range figures {
		for _, id := range figures[i].Claims {
			by[id] = &figures[i]
		}
	}
	for _, c := range claims {
		row := claimRow{Claim: c, Pinned: pins[c.ID] != "", Ticked: p.Typed.Ticks[c.ID], Fresh: p.Changed != nil && p.Typed.Saw != nil && !p.Typed.Saw[c.ID]}
		if i := slices.IndexFunc(reports, func(r store.ReportRow) bool { return r.ID == c.Report }); i >= 0 {
			x := &reports[i]
			row.Outlet, row.Title, row.Language, row.Published = x.Source, x.Title, x.Language, x.Published
		}
		if f := by[c.ID]; f != nil {
			row.Who, row.WhoKind, row.Carried = f.Display, f.Kind, slices.Contains(f.Carried, c.ID)
		} else if len(c.Attribution) > 0 { // a claim that was rejected stands behind no figure
			row.Who = c.Attribution[0]
		}
		if len(c.Attribution) > 1 {
			row.Inner = c.Attribution[1:min(len(c.Attribution), 5)]
		}
		row.Who = first(row.Who, row.Outlet, c.Claimant)
		p.Rows = append(p.Rows, row)
	}
	compareRows(&p.Incident, p.Rows)
	p.Apart = s.apartIn(p.Rows)
	return nil
}

// history is what people did to the incident, the newest first.
func (s *site) history(ctx context.Context, me who, p *deskIncidentPage) error {
	acts, next, err := s.store.Acts(ctx, store.ActQuery{Bears: p.ID, Page: store.Page{Limit: maxHistory}})
	if err != nil {
		return err
	}
	p.More = next != ""
	if p.Acts, err = s.rowsOf(ctx, me, acts); err != nil {
		return err
	}
	since := p.Typed.Number
	if p.Changed != nil {
		for _, a := range p.Acts {
			if a.Number > since && len(p.Changed.Acts) < 20 {
				p.Changed.Acts = append(p.Changed.Acts, a)
			}
		}
		here := map[string]bool{}
		for _, id := range p.Claims {
			here[id] = true
			if p.Typed.Saw != nil && !p.Typed.Saw[id] {
				p.Changed.Joined++
			}
		}
		for id := range p.Typed.Saw {
			if !here[id] {
				p.Changed.Left++
			}
		}
	}
	var rest []actRow
	for _, a := range p.Acts {
		p.Number = max(p.Number, a.Number)
		if a.Fate.Waiting && a.Fate.Undone == nil {
			p.Waiting = append(p.Waiting, a)
		} else {
			rest = append(rest, a)
		}
	}
	p.Acts = rest
	return nil
}

// others are the incidents to choose from: the one chosen before, those found by
// words, and those that are perhaps the same.
func (s *site) others(ctx context.Context, p *deskIncidentPage) error {
	seen := map[string]bool{p.ID: true}
	add := func(i isnad.Incident, hint string, why []string) {
		if seen[i.ID] {
			return
		}
		seen[i.ID] = true
		p.Others = append(p.Others, otherRow{Incident: i, State: i.State(), Hint: hint, Why: why, On: i.ID == p.Typed.Other})
	}
	if p.Typed.Other != "" {
		switch i, err := s.store.Incident(ctx, p.Typed.Other); {
		case err == nil:
			add(i, "chosen", nil)
		case !errors.Is(err, isnad.ErrNotFound):
			return err
		}
	}
	if p.Typed.Words != "" {
		p.Find = true
		found, err := s.findIncidents(ctx, p.Typed.Words)
		if err != nil {
			return err
		}
		for _, i := range found {
			add(i, "found", nil)
		}
	}
	similar, err := s.similarTo(ctx, []string{p.ID}, maxFound)
	if err != nil {
		return err
	}
	for _, x := range similar[p.ID] {
		add(x.Incident, "perhaps the same", x.Why)
	}
	return nil
}

// findIncidents finds incidents by the words of their titles, names and claims, or
// the one whose ID or address was given.
func (s *site) findIncidents(ctx context.Context, words string) ([]isnad.Incident, error) {
	for _, part := range strings.FieldsFunc(words, func(r rune) bool { return r == '/' || r == '?' || r == '#' || r == ' ' }) {
		if !strings.HasPrefix(part, "i") || len(part) < 8 {
			continue
		}
		to, err := s.store.Redirect(ctx, part)
		if err != nil {
			return nil, err
		}
		switch i, err := s.store.Incident(ctx, to); {
		case err == nil:
			return []isnad.Incident{i}, nil
		case !errors.Is(err, isnad.ErrNotFound):
			return nil, err
		}
	}
	found, _, err := s.store.Incidents(ctx, store.IncidentQuery{Words: words, Page: store.Page{Limit: maxFound}})
	return found, err
}
