package main

import (
	"context"
	"slices"

	"isnad"
	"isnad/internal/names"
	"isnad/internal/pipeline"
	"isnad/internal/places"
)

// books answers at the desk what names mean, from those that steps read with.
type books struct{ p *pipeline.Pipeline }

// mostNames is how many things one name is said to mean.
const mostNames = 8

func (b books) Places(name, country string) []isnad.Place {
	var here, elsewhere []isnad.Place
	g := b.gazetteer()
	for _, m := range g.Lookup(name) {
		if x, ok := g.Place(m.ID); ok {
			if x.Country == country {
				here = append(here, x)
			} else {
				elsewhere = append(elsewhere, x)
			}
		}
	}
	all := append(here, elsewhere...)
	return all[:min(len(all), mostNames)]
}

func (b books) Place(id string) (isnad.Place, bool) { return b.gazetteer().Place(id) }

// gazetteer is the present one; that without the places that were added here while
// the database cannot be asked.
func (b books) gazetteer() *places.Gazetteer {
	g, err := b.p.Gazetteer(context.Background())
	if err != nil {
		b.p.Log.Warn("the places that were added here cannot be had", "error", err)
		return b.p.Places
	}
	return g
}

func (b books) Parties(name, country string) []isnad.Party {
	var out []isnad.Party
	if x, _, ok := b.p.Parties.Meant(name, country); ok {
		out = append(out, x)
	}
	return containing(out, b.p.Parties.All(), name, func(x *isnad.Party) (string, string, []isnad.Name) { return x.ID, x.Name, x.Names })
}

func (b books) Party(id string) (isnad.Party, bool) { return b.p.Parties.Party(id) }

func (b books) Sources(name string) []isnad.Source {
	var out []isnad.Source
	if x, ok := b.p.Sources.Lookup(name); ok {
		out = append(out, x)
	}
	return containing(out, b.p.Sources.All(), name, func(x *isnad.Source) (string, string, []isnad.Name) { return x.ID, x.Name, x.Names })
}

func (b books) Source(id string) (isnad.Source, bool) { return b.p.Sources.Source(id) }

func (b books) SourceOf(name string) isnad.Source {
	x, _ := b.p.Sources.Lookup(name)
	return x
}

// containing adds to out what has all words of name in one of its names, up to
// mostNames.
func containing[T any](out, all []T, name string, called func(*T) (id, name string, names []isnad.Name)) []T {
	words := folded(name)
	if len(words) == 0 {
		return out
	}
	has := func(s string) bool {
		in := folded(s)
		return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(in, w) })
	}
	taken := map[string]bool{}
	for i := range out {
		id, _, _ := called(&out[i])
		taken[id] = true
	}
	for i := range all {
		if len(out) >= mostNames {
			break
		}
		id, main, others := called(&all[i])
		if !taken[id] && (has(main) || slices.ContainsFunc(others, func(n isnad.Name) bool { return has(n.Text) })) {
			out = append(out, all[i])
		}
	}
	return out
}

func folded(s string) []string {
	if len(s) > 300 {
		return nil
	}
	t := names.Scan(s)
	out := make([]string, len(t.List))
	for i := range t.List {
		out[i] = string(t.Fold(i))
	}
	return out
}
