package site

import (
	"context"
	"errors"
	"slices"
	"strings"

	"isnad"
	"isnad/internal/store"
)

// slotRow is one slot of a claim, with how it came to be.
type slotRow struct {
	Slot   string // its name for people
	Value  string
	Href   string
	Words  string // as the text has it, where that is another thing
	Why    string // how it was found
	Sure   float64
	Unsure bool
	Person bool // a person set it
	Wanted bool // it is empty, and usually is not
}

// othersView is the incident of a claim, and what others say of it.
type othersView struct {
	isnad.Incident
	Claims []otherClaim
	More   int
}

type otherClaim struct {
	isnad.Claim
	Speaker string
	Outlet  string
	Lang    string
	At      string
}

// othersOf is the incident of a claim with what others say of it; nil where it
// is in none.
func (s *site) othersOf(ctx context.Context, c *isnad.Claim, q queue) (*othersView, error) {
	if c.Incident == "" {
		return nil, nil
	}
	i, err := s.store.Incident(ctx, c.Incident)
	if errors.Is(err, isnad.ErrNotFound) { // it is being put together anew
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	claims, _, err := s.store.Claims(ctx, store.ClaimQuery{Incident: i.ID, Page: store.Page{Limit: maxClaims}})
	if err != nil {
		return nil, err
	}
	v := &othersView{Incident: i}
	for _, x := range claims {
		if x.ID == c.ID {
			continue
		}
		if len(v.Claims) == 8 {
			v.More++
			continue
		}
		rep, err := s.store.Report(ctx, x.Report, x.Version)
		if err != nil {
			return nil, err
		}
		speaker, err := s.speaker(ctx, &x, rep.Source)
		if err != nil {
			return nil, err
		}
		v.Claims = append(v.Claims, otherClaim{x, speaker, rep.Source, rep.Language, q.Claim(x.ID, "")})
	}
	return v, nil
}

// slotRows is every slot of a claim that holds something, or is wanted.
func (s *site) slotRows(ctx context.Context, c *isnad.Claim, rep *isnad.Report) ([]slotRow, error) {
	wanted := []string{"event", "when", "place", "killed", "injured", "actors", "attribution"}
	var rows []slotRow
	for _, slot := range slotOrder {
		r := slotRow{Slot: slotNames[slot], Value: s.slotWords(c, slot), Person: setByPerson(c, slot)}
		r.Wanted = r.Value == "" && slices.Contains(wanted, slot)
		if p, ok := c.Slots[slot]; ok && !r.Person {
			r.Sure, r.Unsure = p, p < unsureBelow
		}
		switch slot {
		case "stage":
			if c.Stage == isnad.StageAccomplished && !r.Person {
				continue
			}
		case "polarity":
			if c.Polarity != isnad.Denied && !r.Person {
				continue
			}
		case "when":
			r.Words = c.When.Words
			if r.Value != "" {
				r.Why = whenClose(c.When)
			}
		case "place":
			if c.Place.ID != "" {
				r.Href = "/places/" + c.Place.ID
			}
			r.Why = s.whereClose(c.Place)
			if c.Place.At != "" && !similar(c.Place.At, c.Place.Name) {
				r.Words = c.Place.Name
			}
		case "attribution":
			if r.Value == "" {
				r.Value, r.Wanted = rep.Source, false
				r.Why = "the outlet in its own voice"
			}
		case "claimant":
			x, err := s.store.Source(ctx, c.Claimant)
			if err != nil && !errors.Is(err, isnad.ErrNotFound) {
				return nil, err
			}
			r.Value, r.Href = first(x.Name, c.Claimant), "/sources/"+c.Claimant
			if err == nil {
				r.Why = sourceWords(x.Kind)
			}
			if !r.Person && len(rows) > 0 && similar(r.Value, rows[len(rows)-1].Value) { // the row before says who
				last := &rows[len(rows)-1]
				last.Href, last.Why = r.Href, first(last.Why, r.Why)
				continue
			}
		case "actors":
			r.Why = s.partiesKnown(ctx, c.Actors)
		}
		if x, ok := c.Filled[slot]; ok && !r.Person {
			r.Words, r.Why, r.Unsure = x.Words, "suggested by "+cut(80, oneLine(x.By))+", not by the reader", true
			if x.Instead != "" {
				r.Why += ", which read: " + cut(80, oneLine(x.Instead))
			}
		}
		if r.Value != "" || r.Wanted {
			rows = append(rows, r)
		}
	}
	return rows, nil
}

// partiesKnown tells which parties the names are taken for.
func (s *site) partiesKnown(ctx context.Context, actors []isnad.Actor) string {
	var known []string
	for _, a := range actors[:min(len(actors), 20)] {
		if a.ID == "" {
			continue
		}
		name := a.ID
		if x, err := s.store.Party(ctx, a.ID); err == nil {
			name = x.Name
		}
		if !similar(name, a.Name) && !slices.Contains(known, name) {
			known = append(known, name)
		}
	}
	if len(known) == 0 {
		return ""
	}
	return "taken for " + strings.Join(known, ", ")
}
