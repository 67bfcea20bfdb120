package places

import (
	"maps"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/names"
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
	id, name, country string
	at                int // code point where its name ends
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
	farthest      = 64  // mentions away that they are looked for
	maxNamed      = 200 // names that are known apart; the rest of a collection only counts
)

// Around gathers what the mentions that [Gazetteer.Find] found in text say. A name that
// places of several countries bear is held to mean the one in the country that the other
// names speak of most, as readers do.
func (g *Gazetteer) Around(text string, ms []Mention) Around {
	a := Around{countries: map[string]float64{}}
	short := abbreviations(text, ms)
	byteAt, at := 0, 0
	for i, m := range g.meant(text, ms) {
		at += utf8.RuneCountInString(text[byteAt:ms[i].End])
		byteAt = ms[i].End
		if stateBehind(text[byteAt:]) {
			a.Suppose("US", 1) // the state is a name of its own
		}
		if m.country == "" || slices.Contains(short, ms[i].Name) {
			continue
		}
		n := 1.0
		switch {
		case m.Kind == isnad.KindCountry && atBorder(text[:ms[i].Start]):
			n = ofNeighbour
		case m.Kind == isnad.KindCountry || m.capital:
			n = ofState
		}
		a.countries[m.country] += n
		a.all += n
		if k := slices.IndexFunc(a.named, func(n namedIn) bool { return n.name == ms[i].Name && n.country == m.country }); k >= 0 {
			a.named[k].n += n
		} else if len(a.named) < maxNamed {
			a.named = append(a.named, namedIn{ms[i].Name, m.country, n})
		}
		if isTown(m.Kind) {
			a.towns = append(a.towns, townAt{m.ID, ms[i].Name, m.country, at})
		}
	}
	return a
}

// meaning is what a mention is held to mean; without a country, nothing.
type meaning struct {
	Match
	country string
	capital bool
	nth     int // of the countries that the text may speak of
}

// ofState is what the name of a country or its capital counts for where a text takes place: it may
// as well be that of a government that speaks or acts.
const ofState = 0.5

// ofNeighbour is what the name of a country beyond a border counts.
const ofNeighbour = 1.0 / 64

// How the countries of a text and the meanings of its names are weighed against each other.
const (
	rounds    = 3    // of both; they hardly move after that
	unheardOf = 0.05 // what a country weighs that no other name speaks of
)

// meant chooses a meaning for every mention. Each first counts for the countries of all places that
// bear its name, by how prominent they are; then, over again, by that and by how much the
// other names count for the country.
func (g *Gazetteer) meant(text string, ms []Mention) []meaning {
	may := make([]meaning, 0, 2*len(ms)) // what all mentions may mean, one mention after the other
	ends := make([]int, len(ms))
	var countries []string // of which there are few
	for i := range ms {
		american := stateBehind(text[ms[i].End:])
		first := len(may)
		for _, c := range ms[i].Candidates {
			lie, ok := g.LieOf(c.ID)
			if !ok || lie.Country == "" || american && lie.Country != "US" || c.Score < likelyMention && c.Kind != isnad.KindCountry && len(may) == first {
				continue
			}
			if !slices.ContainsFunc(may[first:], func(m meaning) bool { return m.country == lie.Country }) {
				nth := slices.Index(countries, lie.Country)
				if nth < 0 {
					nth, countries = len(countries), append(countries, lie.Country)
				}
				may = append(may, meaning{c, lie.Country, lie.capital, nth})
			}
		}
		ends[i] = len(may)
	}
	out := make([]meaning, len(ms))
	shares, now := make([]float64, len(countries)), make([]float64, len(countries))
	weigh := func(m *meaning) float64 { return m.Score * m.Score * (unheardOf + shares[m.nth]) }
	for range rounds {
		clear(now)
		all, from := 0.0, 0
		for i, end := range ends {
			sum, best, most := 0.0, -1, 0.0
			for k := from; k < end; k++ {
				w := weigh(&may[k])
				sum += w
				if best < 0 || w > most {
					best, most = k, w
				}
			}
			for k := from; k < end && sum > 0; k++ {
				now[may[k].nth] += weigh(&may[k]) / sum
			}
			if from = end; best >= 0 {
				out[i] = may[best]
				all++
			}
		}
		for c := range now {
			now[c] /= all
		}
		shares, now = now, shares
	}
	return out
}

// AroundReport is Around for a text of a report, its body mostly, which heeds what stands beside it as well,
// such as the title and the place of the date line.
func (g *Gazetteer) AroundReport(body string, ms []Mention, beside ...string) Around {
	a := g.Around(body, ms)
	for _, text := range beside {
		if text != "" && text != body {
			a.Heed(g.Around(text, g.Find(text)))
		}
	}
	return a
}

// Reconsider resolves a place anew that no list has or that falls out of the countries that the text speaks
// of: of two towns of one name, the one among the others is meant, and an unlisted quarter stands at the
// town named last before it. The place is named before the code point at.
func (g *Gazetteer) Reconsider(w isnad.Where, a *Around, at int) isnad.Where {
	if w.Name == "" || w.ID != "" && w.Precision < isnad.PlaceWider && a.Share(w.Name, w.Within, w.Country) >= 0.5 {
		return w
	}
	if c := a.At(w.Name, w.Within, at); len(c.Countries) > 0 {
		return g.Resolve(w.Name, w.Within, c)
	}
	return w
}

// Suppose takes a country as one that the text speaks of, though it names no place in it, and by
// how many names that counts.
func (a *Around) Suppose(country string, n float64) {
	if a.countries == nil {
		a.countries = map[string]float64{}
	}
	a.countries[country] += n
	a.all += n
}

// SupposePeoples takes the countries whose peoples the text names, "Malian forces", and each by n a
// mention: little, as armies go abroad.
func (a *Around) SupposePeoples(t *names.Tokens, n float64) {
	for i := range t.List {
		if t.List[i].Upper {
			if c := demonym(string(t.Fold(i))); c != "" {
				a.Suppose(c, n)
			}
		}
	}
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
		if saysItself(m.name, name, within) {
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

// saysItself tells whether a mention only says a place's own name, or that of what it lies in.
func saysItself(mention, name string, within []string) bool {
	return strings.Contains(name, mention) || slices.ContainsFunc(within, func(w string) bool { return strings.Contains(w, mention) })
}

// At is the context of a name that stands before the code point at: the countries
// of the other names, and the towns, those named last before it first, then those
// named next. No countries mean that the text names no other place.
func (a *Around) At(name string, within []string, at int) Context {
	c := Context{Countries: make(map[string]float64, len(a.countries))}
	rest, all := c.Countries, a.all // what Share counts, of all countries at once
	maps.Copy(rest, a.countries)
	for i := range a.named {
		if m := &a.named[i]; saysItself(m.name, name, within) {
			all -= m.n
			rest[m.country] -= m.n
		}
	}
	for country, n := range rest {
		if s := n / all; all > 0 && s > 0 {
			rest[country] = s
		} else {
			delete(rest, country)
		}
	}
	k := sort.Search(len(a.towns), func(i int) bool { return a.towns[i].at > at })
	near := func(t *townAt) {
		if c.Countries[t.country] > 0 || !saysItself(t.name, name, within) {
			c.Near = append(c.Near, t.id)
		}
	}
	for i := k - 1; i >= max(0, k-farthest) && len(c.Near) < maxNear; i-- {
		near(&a.towns[i])
	}
	for end := min(len(a.towns), k+farthest); k < end && len(c.Near) < maxNear; k++ {
		near(&a.towns[k])
	}
	return c
}
