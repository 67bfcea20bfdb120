package site

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"isnad"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// choice is one thing that a form offers.
type choice struct {
	Value, Label string
	On           bool
}

// filters is the form above a list, a map or a timeline of incidents, filled
// with what was asked for. It is a GET form; its fields are query.IncidentParams.
type filters struct {
	Action string
	Q      store.IncidentQuery
	Box    string // the bounding box as written in the address
	Notes  []string
	Set    int  // how many filters are set
	More   bool // one of the less common ones is

	Kinds, Countries, Places, Parties, Sources, Statuses, Gradings, Orders []choice
}

// most is how many names a field offers. Rarer ones are reached through their pages.
const most = 200

// readFilters reads the address of r and prepares the form. What cannot be
// understood is left out and told in Notes: a mistyped date should not hide
// the whole page.
func (s *site) readFilters(ctx context.Context, action string, v url.Values) (filters, error) {
	q, err := query.Incidents(v)
	f := filters{Action: action}
	if err != nil {
		for _, m := range query.Mistakes(err) {
			f.Notes = append(f.Notes, plainText(m.Error())+". It was left out.")
		}
		f.Notes = f.Notes[:min(len(f.Notes), 10)]
	}
	f.Q = q
	f.Box = query.IncidentValues(store.IncidentQuery{BBox: q.BBox}).Get("bbox")
	f.More = q.Party != "" || q.Source != "" || q.Status != "" || q.Grading != "" || q.MinKilled > 0 || q.Place != "" || f.Box != ""
	for _, on := range []bool{q.Words != "", len(q.Events) > 0, !q.From.IsZero(), !q.To.IsZero(), q.Country != "", q.Place != "",
		q.Party != "", q.Source != "", q.Status != "", q.Grading != "", q.MinKilled > 0, q.BBox != nil} {
		if on {
			f.Set++
		}
	}
	for _, e := range isnad.Events() {
		f.Kinds = append(f.Kinds, choice{string(e), eventWords(e), slices.Contains(q.Events, e)})
	}
	for _, x := range query.Statuses() {
		f.Statuses = append(f.Statuses, choice{string(x), statusWords(x), x == q.Status})
	}
	for _, x := range query.Gradings() {
		f.Gradings = append(f.Gradings, choice{string(x), gradingWords(x), x == q.Grading})
	}
	for _, x := range []choice{{Value: "date", Label: "latest first"}, {Value: "added", Label: "last added first"}, {Value: "killed", Label: "most killed first"}} {
		x.On = x.Value == q.Order
		f.Orders = append(f.Orders, x)
	}
	return f, s.names(ctx, &f)
}

// names fills the fields that offer what is in the store.
func (s *site) names(ctx context.Context, f *filters) error {
	page := store.Page{Limit: 1000}
	places, _, err := s.store.Places(ctx, "", page)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, p := range places {
		if p.Country != "" && !seen[p.Country] {
			seen[p.Country] = true
			f.Countries = append(f.Countries, choice{p.Country, s.base.Name(p.Country), p.Country == f.Q.Country})
		}
		if p.Kind != string(isnad.KindCountry) && len(f.Places) < most {
			label := p.Name
			if p.Kind == string(isnad.KindProvince) || p.Kind == string(isnad.KindDistrict) {
				label += " (" + p.Kind + ")"
			}
			f.Places = append(f.Places, choice{p.ID, plainText(label), p.ID == f.Q.Place})
		}
	}
	if c := f.Q.Country; c != "" && !seen[c] {
		f.Countries = append(f.Countries, choice{c, s.base.Name(c), true})
	}
	page.Limit = most
	parties, _, err := s.store.Parties(ctx, "", page)
	if err != nil {
		return err
	}
	f.Parties = chosen(parties, f.Q.Party)
	sources, _, err := s.store.Sources(ctx, "", page)
	if err != nil {
		return err
	}
	f.Sources = chosen(sources, f.Q.Source)
	if !slices.ContainsFunc(f.Places, func(c choice) bool { return c.On }) && f.Q.Place != "" {
		f.Places = append(f.Places, choice{f.Q.Place, s.nameOf(ctx, f.Q.Place), true})
	}
	if !slices.ContainsFunc(f.Parties, func(c choice) bool { return c.On }) && f.Q.Party != "" {
		f.Parties = append(f.Parties, choice{f.Q.Party, s.nameOf(ctx, f.Q.Party), true})
	}
	if !slices.ContainsFunc(f.Sources, func(c choice) bool { return c.On }) && f.Q.Source != "" {
		f.Sources = append(f.Sources, choice{f.Q.Source, s.nameOf(ctx, f.Q.Source), true})
	}
	for _, list := range [][]choice{f.Countries, f.Places, f.Parties, f.Sources} {
		slices.SortStableFunc(list, func(a, b choice) int { return strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)) })
	}
	return nil
}

func chosen(rows []store.NameRow, id string) []choice {
	var out []choice
	for _, r := range rows {
		if r.Incidents > 0 || r.ID == id {
			out = append(out, choice{r.ID, cut(60, plainText(r.Name)), r.ID == id})
		}
	}
	return out
}

// nameOf is the name of a place, party or source, its ID when it is not known.
func (s *site) nameOf(ctx context.Context, id string) string {
	if p, err := s.store.Place(ctx, id); err == nil {
		return plainText(p.Name)
	}
	if p, err := s.store.Party(ctx, id); err == nil {
		return plainText(p.Name)
	}
	if x, err := s.store.Source(ctx, id); err == nil {
		return plainText(x.Name)
	}
	return plainText(id)
}

// Link is the address of path with the filters as they are, and without the page.
func (f filters) Link(path string) string { return link(path, f.Q, "") }

// link writes the address of a list with a question.
func link(path string, q store.IncidentQuery, after string) string {
	q.After, q.Limit = after, 0
	if v := query.IncidentValues(q).Encode(); v != "" {
		return path + "?" + v
	}
	return path
}
