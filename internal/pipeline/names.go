package pipeline

import (
	"fmt"
	"slices"

	"isnad"
	"isnad/internal/places"
	"isnad/internal/store"
)

// names collects the sources, places and parties that claims and citations
// speak of, so that pages have them without knowing the books.
type named struct {
	p       *Pipeline
	g       *places.Gazetteer
	sources map[string]isnad.Source
	places  map[string]isnad.Place
	parties map[string]isnad.Party
}

func (p *Pipeline) newNamed(g *places.Gazetteer) *named {
	return &named{p, g, map[string]isnad.Source{}, map[string]isnad.Place{}, map[string]isnad.Party{}}
}

func (n *named) claims(claims []isnad.Claim) {
	for i := range claims {
		c := &claims[i]
		for _, a := range c.Actors {
			n.party(a.ID)
		}
		n.place(c.Place.ID)
		n.place(c.Place.District)
		n.place(c.Place.Province)
		if id, ok := n.g.Country(c.Place.Country); ok {
			n.place(id)
		}
	}
}

func (n *named) cites(cites []isnad.Citation) {
	for i := range cites {
		if c := &cites[i]; c.ToName != "" && c.Kind != isnad.CiteLink {
			s, _ := n.p.Sources.Lookup(c.ToName)
			if s.ID == c.To {
				n.sources[s.ID] = s
			}
		}
	}
}

// party records a party and those above it. Depth is bounded: data of users may
// hold a circle.
func (n *named) party(id string) {
	for range 8 {
		if id == "" {
			return
		}
		if _, seen := n.parties[id]; seen {
			return
		}
		x, ok := n.p.Parties.Party(id)
		if !ok {
			return
		}
		n.parties[id] = x
		id = x.Parent
	}
}

func (n *named) place(id string) {
	if id == "" {
		return
	}
	if _, seen := n.places[id]; seen {
		return
	}
	x, ok := n.g.Place(id)
	if !ok {
		return
	}
	n.places[id] = x
	n.place(x.District)
	n.place(x.Province)
}

// put writes in the order of the names, so that two processes that write the
// same rows take their locks in the same order.
func (n *named) put(tx *store.Tx) error {
	if err := tx.PutSources(inOrder(n.sources)); err != nil {
		return fmt.Errorf("recording sources: %w", err)
	}
	if err := tx.PutPlaces(inOrder(n.places)); err != nil {
		return fmt.Errorf("recording places: %w", err)
	}
	if err := tx.PutParties(inOrder(n.parties)); err != nil {
		return fmt.Errorf("recording parties: %w", err)
	}
	return nil
}

func inOrder[T any](m map[string]T) []T {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := make([]T, len(keys))
	for i, k := range keys {
		out[i] = m[k]
	}
	return out
}
