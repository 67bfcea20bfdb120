package site

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"isnad"
)

// meanings fills in what the names of a form may mean.
func (s *site) meanings(ctx context.Context, f *slotForm, c *isnad.Claim, outlet string) error {
	f.Sure = map[string]string{}
	for slot, p := range c.Slots {
		if p < unsureBelow && !setByPerson(c, slot) {
			f.Sure[slot] = percentWords(p)
		}
	}
	s.placeMeanings(f, c)
	if f.Few {
		return nil
	}
	for _, i := range f.F.rows("a", "name") {
		f.Parties = append(f.Parties, s.partyMeanings(f.F, i, c.Place.Country))
	}
	for _, i := range f.F.rows("c", "figure") {
		p := fmt.Sprintf("c%d-", i)
		row := countRow{i, f.F[p+"figure"], f.F[p+"was"], f.F[p+"outcome"], f.F[p+"category"], f.F[p+"scope"], f.F[p+"part"], ""}
		for k, n := range c.Counts {
			if fmt.Sprint(k) == row.Was {
				row.Words = n.Words
			}
		}
		f.Counts = append(f.Counts, row)
	}
	return s.sourceMeanings(ctx, f, c, outlet)
}

func (s *site) placeMeanings(f *slotForm, c *isnad.Claim) {
	chosen := f.F["place-id"]
	seen := map[string]bool{}
	add := func(m meaning) {
		if !seen[m.ID] {
			seen[m.ID] = true
			m.Chosen = m.ID == chosen
			f.Places = append(f.Places, m)
		}
	}
	entry := func(id, at string) {
		m := meaning{ID: id, Name: first(at, id)}
		if s.o.Desk.Books != nil {
			if p, ok := s.o.Desk.Books.Place(id); ok {
				m.Name, m.About = p.Name, s.placeAbout(p)
			}
		}
		add(m)
	}
	if c.Place.ID != "" {
		entry(c.Place.ID, c.Place.At)
	}
	if s.o.Desk.Books != nil && f.AskedPlace != "" {
		for _, p := range s.o.Desk.Books.Places(cut(200, f.AskedPlace), c.Place.Country) {
			add(meaning{ID: p.ID, Name: p.Name, About: s.placeAbout(p)})
		}
	}
	if chosen != "" {
		entry(chosen, "")
	}
	add(meaning{Name: "Not in the gazetteer", About: "it stands without a point on the map"})
}

func (s *site) partyMeanings(f fields, i int, country string) partyRow {
	p := fmt.Sprintf("a%d-", i)
	row := partyRow{N: i, Name: f[p+"name"]}
	chosen := first(f[p+"id"], "auto")
	add := func(id, name, about string) {
		if !slices.ContainsFunc(row.Meanings, func(m meaning) bool { return m.ID == id }) {
			row.Meanings = append(row.Meanings, meaning{id, name, about, id == chosen})
		}
	}
	add("auto", "whoever the book knows by this name", "")
	if s.o.Desk.Books != nil && i < 20 {
		if x, ok := s.o.Desk.Books.Party(chosen); ok {
			add(x.ID, x.Name, partyWords(x.Kind))
		} else if chosen != "auto" && chosen != "none" {
			add(chosen, chosen, "")
		}
		if row.Name != "" {
			for _, x := range s.o.Desk.Books.Parties(cut(200, row.Name), country) {
				add(x.ID, x.Name, partyWords(x.Kind))
			}
		}
	}
	add("none", "no party that is known", "")
	return row
}

func (s *site) sourceMeanings(ctx context.Context, f *slotForm, c *isnad.Claim, outlet string) error {
	chosen := first(f.F["claimant"], "auto")
	var failed error
	add := func(id, value, lead string) {
		if slices.ContainsFunc(f.Claimants, func(m meaning) bool { return m.ID == value }) {
			return
		}
		m := meaning{ID: value, Name: id, About: lead, Chosen: value == chosen}
		x, ok, err := s.sourceByID(ctx, id)
		failed = errors.Join(failed, err)
		if ok {
			m.Name = x.Name
			m.About = strings.TrimSpace(strings.Join([]string{sourceWords(x.Kind), lead}, "; "))
			m.About = strings.TrimSuffix(m.About, "; ")
		}
		f.Claimants = append(f.Claimants, m)
	}
	attribution := cutLines(f.F["attribution"])
	auto := s.auto(attribution, outlet)
	add(auto, "auto", "who stands first above, or the outlet")
	if len(f.Claimants) == 1 && f.Claimants[0].Name == auto && len(attribution) > 0 {
		f.Claimants[0].Name = attribution[0]
	}
	if c.Claimant != auto {
		add(c.Claimant, c.Claimant, "as it is now")
	}
	if f.FindSource != "" {
		found, err := s.sourcesNamed(ctx, f.FindSource)
		if err != nil {
			return err
		}
		for _, x := range found {
			add(x.ID, x.ID, "")
		}
	}
	if chosen != "auto" {
		add(chosen, chosen, "")
	}
	return failed
}
