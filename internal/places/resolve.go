package places

import (
	"slices"
	"strings"

	"isnad"
	"isnad/internal/places/table"
)

// Context is what else is known when a name is resolved.
type Context struct {
	Countries map[string]float64 // ISO code → share of the document's place names
	Near      []string           // Place IDs named close by, nearest first
}

// level is one phrase with its units; level 0 is the name, then the wider ones.
type level struct {
	phrase
	units []unit
}

// choice is the entry chosen at a level; none when nothing fits.
type choice struct {
	candidate
	ok bool
}

// Resolve places name, which stands within the wider names (narrow to wide). A
// name that is not listed stands at the narrowest wider name that is, with the
// precision that deserves: 2 at a town, 3 at a district, 4 at a province, 6 at a
// country. Without coordinates are 4 and wider.
//
// The entries of all names are weighed together: likeness and prominence, whether
// one lies in the other, the countries of the document and the nearness of its
// other places. Where a name is both a city and its province the city is meant,
// unless a word such as "province" or "countryside" says otherwise.
func (g *Gazetteer) Resolve(name string, within []string, c Context) isnad.Where {
	w := isnad.Where{Name: name, Within: within}
	if len(within) > 6 {
		within = within[:6]
	}
	// From the widest to the narrowest: the countries of the wider names bound the
	// search for other spellings of the narrower ones.
	only := likely(c)
	levels := make([]level, 1, len(within)+2)
	for _, s := range slices.Backward(within) {
		if short, ok := strings.CutSuffix(s, "."); ok && stateOf(short) != "" {
			s = stateOf(short) // with its point: "Pa" may be anywhere
		}
		l := g.level(s, only)
		only = widen(only, l)
		levels = append(levels, l)
	}
	slices.Reverse(levels[1:])
	levels[0] = g.level(name, only)
	first := levels[0]
	levels = append(levels[:1], slices.DeleteFunc(levels[1:], first.same)...)
	levels = unnest(levels)
	if levels[0].country != "" && levels[0].capital && len(levels[0].units) == 0 {
		g.addCapital(&levels[0])
	}
	env := g.env(c)
	chosen := g.choose(levels, env)
	g.settle(&w, levels, chosen, env)
	return w
}

// shareSpelt is the share of a text's country, of that which it speaks of most, from which a name may be a name in it
// that is spelt otherwise: where Russia is only said to have denied something, no village of it is meant.
const shareSpelt = 0.2

// likely is the set of the document's countries; nil when none is known.
func likely(c Context) map[string]bool {
	if len(c.Countries) == 0 {
		return nil
	}
	only := make(map[string]bool, len(c.Countries))
	most := 0.0
	for _, share := range c.Countries {
		most = max(most, share)
	}
	for code, share := range c.Countries {
		only[code] = share > 0 && share >= shareSpelt*most
	}
	return only
}

// widen adds the countries that a wider name may lie in.
func widen(only map[string]bool, l level) map[string]bool {
	cands := leading(l.units)
	if len(cands) == 0 && l.country == "" {
		return only
	}
	if only == nil {
		only = map[string]bool{}
	}
	if l.country != "" {
		only[l.country] = true
	}
	for _, c := range cands[:min(len(cands), 8)] {
		only[c.rec.Country] = true
	}
	return only
}

func (g *Gazetteer) level(s string, only map[string]bool) level {
	p := g.parse(s)
	if p.rural && len(p.parts) == 1 {
		// The countryside of some cities is a province of its own.
		if own := p.parts[0].canon + " countryside"; len(g.exact(own, nil)) > 0 {
			p.parts[0].canon = own
		}
	}
	u := g.units(&p, only)
	return level{p, u}
}

// same tells whether a wider phrase only says the name again: "main square of
// al-Zahra" within "al-Zahra quarter".
func (l level) same(m level) bool {
	return len(l.units) == 1 && len(m.units) == 1 && l.units[0].canon == m.units[0].canon && l.sort == m.sort
}

// unnest moves a country that stands in the name beside narrower places
// ("Syrias Homs") to a level of its own.
func unnest(levels []level) []level {
	l := &levels[0]
	if len(l.units) < 2 || l.border || l.between {
		return levels
	}
	for i, u := range l.units {
		if len(u.cands) > 0 && u.cands[0].rec.Kind == isnad.KindCountry && !u.cands[0].region {
			l.units = append(append([]unit{}, l.units[:i]...), l.units[i+1:]...)
			return append(levels, level{phrase{named: true}, []unit{u}})
		}
	}
	return levels
}

// addCapital makes "the Syrian capital" a name for that city.
func (g *Gazetteer) addCapital(l *level) {
	for i, t := range g.layers {
		from, to := t.Within(l.country, 0, 0)
		for k := from; k < to; k++ {
			if rec := t.Record(k); rec.Rank == table.RankCapital {
				l.units = []unit{{cands: []candidate{{ref: ref{i, k}, score: 0.9, exact: true, rec: rec}}}}
				return
			}
		}
	}
}

// env is the context in the form that scoring needs.
type env struct {
	countries map[string]float64
	near      []candidate
}

func (g *Gazetteer) env(c Context) env {
	e := env{countries: c.Countries}
	for _, id := range c.Near[:min(len(c.Near), 8)] {
		if r, ok := g.byID(id); ok {
			e.near = append(e.near, candidate{ref: r, rec: g.record(r)})
		}
	}
	return e
}

// speaksOf tells whether the document names other places of a country.
func (e env) speaksOf(country string) bool { return e.countries[country] >= 0.05 }

// hasOneOf tells whether one of the candidates lies in a country that the document speaks of.
func (e env) hasOneOf(cs []candidate) bool {
	return slices.ContainsFunc(cs, func(c candidate) bool { return e.speaksOf(c.rec.Country) })
}

// strange tells whether the document has countries, one of them more than others, and no candidate but small
// towns of others that it does not speak of: a village that no list has may be meant.
func (e env) strange(cs []candidate) bool {
	return e.overwhelming() != "" && !e.hasOneOf(cs) && !slices.ContainsFunc(cs, func(c candidate) bool { return !isTown(c.rec.Kind) || c.score >= strong })
}

// overwhelming is the country that holds most of the document's places, and twice as many as any
// other; empty for none.
func (e env) overwhelming() string {
	top, next, most := 0.0, 0.0, ""
	for code, share := range e.countries {
		switch {
		case share > top:
			top, next, most = share, top, code
		case share > next:
			next = share
		}
	}
	if top >= 0.5 && top >= 2*next {
		return most
	}
	return ""
}
