package places

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"isnad"
)

// Around is what the places that a text names say of one more name in it: which
// countries the text speaks of, and which towns stand near.
type Around struct {
	countries map[string]float64 // ISO code → mentions
	all       float64
	towns     []townAt
	named     []namedIn
}

type townAt struct {
	id string
	at int // code point where its name ends
}

// namedIn is a name with the country that was guessed for it: it must not speak
// for itself.
type namedIn struct {
	name, country string
	n             float64
}

const (
	likelyMention = 0.4 // likeness from which the best meaning of a mention counts
	maxNear       = 4   // towns that are weighed for one name
	maxNamed      = 200 // names that are known apart; the rest of a collection only counts
)

// Around gathers what the mentions that [Gazetteer.Find] found in text say.
func (g *Gazetteer) Around(text string, ms []Mention) Around {
	a := Around{countries: map[string]float64{}}
	byteAt, at := 0, 0
	for i := range ms {
		at += utf8.RuneCountInString(text[byteAt:ms[i].End])
		byteAt = ms[i].End
		best := ms[i].Candidates[0]
		lie, ok := g.LieOf(best.ID)
		if !ok || lie.Country == "" || best.Score < likelyMention && best.Kind != isnad.KindCountry {
			continue
		}
		a.countries[lie.Country]++
		a.all++
		if k := slices.IndexFunc(a.named, func(n namedIn) bool { return n.name == ms[i].Name && n.country == lie.Country }); k >= 0 {
			a.named[k].n++
		} else if len(a.named) < maxNamed {
			a.named = append(a.named, namedIn{ms[i].Name, lie.Country, 1})
		}
		if isTown(best.Kind) {
			a.towns = append(a.towns, townAt{best.ID, at})
		}
	}
	return a
}

// Heed takes what another text says as well: a date line that names its country
// speaks for the report below it. Its towns stand nowhere in this text.
func (a *Around) Heed(o Around) {
	if a.countries == nil {
		a.countries = map[string]float64{}
	}
	for country, n := range o.countries {
		a.countries[country] += n
	}
	a.all += o.all
	for _, n := range o.named {
		if k := slices.IndexFunc(a.named, func(m namedIn) bool { return m.name == n.name && m.country == n.country }); k >= 0 {
			a.named[k].n += n.n
		} else if len(a.named) < maxNamed {
			a.named = append(a.named, n)
		}
	}
}

// Share is the part of the text's other place names that lie in a country, 0 to 1;
// 0 where it names no others. What the place is said to lie in does not speak for
// it either: "the market in X" lies where X does.
func (a *Around) Share(name string, within []string, country string) float64 {
	n, all := a.countries[country], a.all
	for i := range a.named {
		m := &a.named[i]
		if strings.Contains(name, m.name) || slices.ContainsFunc(within, func(w string) bool { return strings.Contains(w, m.name) }) {
			all -= m.n
			if m.country == country {
				n -= m.n
			}
		}
	}
	if all <= 0 {
		return 0
	}
	return n / all
}

// At is the context of a name that stands before the code point at: the countries
// of the other names, and the towns, those named last before it first, then those
// named next. No countries mean that the text names no other place.
func (a *Around) At(name string, within []string, at int) Context {
	c := Context{Countries: make(map[string]float64, len(a.countries))}
	for country := range a.countries {
		if s := a.Share(name, within, country); s > 0 {
			c.Countries[country] = s
		}
	}
	k := sort.Search(len(a.towns), func(i int) bool { return a.towns[i].at > at })
	for i := k - 1; i >= 0 && len(c.Near) < maxNear; i-- {
		c.Near = append(c.Near, a.towns[i].id)
	}
	for ; k < len(a.towns) && len(c.Near) < maxNear; k++ {
		c.Near = append(c.Near, a.towns[k].id)
	}
	return c
}
