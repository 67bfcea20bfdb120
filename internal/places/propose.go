package places

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/names"
	"isnad/internal/places/geonames"
	"isnad/internal/places/table"
)

// Proposal is a place as a person describes it.
type Proposal struct {
	Names     []string // the main one first, in any scripts
	Lat, Lon  float64  // degrees, WGS 84
	Kind      isnad.PlaceKind
	In        string               // what it lies in: the ID or the name of a town, a district, a province or a country
	Precision isnad.PlacePrecision // PlaceExact, or PlaceNear where the coordinates are only near by
}

// Bounds of a proposal.
const (
	maxProposedNames = 30
	maxProposedName  = 120 // bytes
	tooFar           = 150 // km beyond the parent's own reach
	tooNear          = 3   // km from a place of the same name
)

// Propose makes an entry of what a person describes. Its ID is made from its name
// and place, so that the same place proposed twice is one entry; further gives
// another ID, for the rare case that two places share one. The error is an
// [isnad.ErrRefused] that says why in words for the person.
func (g *Gazetteer) Propose(q Proposal, further int) (isnad.AddedPlace, error) {
	refuse := func(format string, args ...any) (isnad.AddedPlace, error) {
		return isnad.AddedPlace{}, fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), isnad.ErrRefused)
	}
	list, why := properNames(q.Names)
	switch {
	case why != "":
		return refuse("%s", why)
	case !isTown(q.Kind):
		return refuse("a place that is added is a town (any populated place) or a quarter (part of one); countries and divisions are those of the gazetteer")
	case q.Precision != isnad.PlaceExact && q.Precision != isnad.PlaceNear:
		return refuse("the coordinates are those of the place itself (1) or near by (2)")
	case !(math.Abs(q.Lat) <= 90 && math.Abs(q.Lon) <= 180):
		return refuse("the coordinates do not lie on the Earth")
	case q.Lat == 0 && q.Lon == 0:
		return refuse("the coordinates are those of no place, 0 and 0")
	}
	p := isnad.AddedPlace{
		Place:     isnad.Place{Name: list[0], Kind: q.Kind, Lat: round5(q.Lat), Lon: round5(q.Lon)},
		Precision: q.Precision, Origin: isnad.PlaceOfPerson,
	}
	parent, ok := g.parent(q.In)
	if !ok {
		return refuse("the gazetteer knows no country, province, district or town %q for it to lie in", q.In)
	}
	rec := g.record(parent)
	p.Country = rec.Country
	within := rec
	if rec.Kind != isnad.KindCountry {
		province, district := g.parentIDs(rec)
		if province != 0 {
			p.Province = placeID(province)
		}
		if district != 0 {
			p.District = placeID(district)
		}
	}
	if within.HasPoint && within.Kind != isnad.KindCountry {
		reach := radius(&within)
		if whole, ok := g.Place(g.id(parent)); ok {
			reach = max(reach, whole.RadiusKM)
		}
		if d := distance(p.Lat, p.Lon, within.Lat, within.Lon); d > reach+tooFar {
			return refuse("the coordinates lie %.0f km from %s: are latitude and longitude the right way round?", d, g.layers[parent.layer].MainName(parent.index))
		}
	}
	for _, n := range list[1:] {
		p.Names = append(p.Names, isnad.Name{Text: n, Language: language(n, p.Country)})
	}
	p.ID = ownID(&p, further)
	for _, n := range list {
		for _, c := range g.exact(names.Canon(n), nil) {
			if isTown(c.rec.Kind) && placeID(c.rec.ID) != p.ID && c.rec.HasPoint && distance(c.rec.Lat, c.rec.Lon, p.Lat, p.Lon) < tooNear {
				return refuse("%s is listed already, as %s", n, placeID(c.rec.ID))
			}
		}
	}
	own := recordOf(&p)
	p.RadiusKM = radius(&own)
	return p, nil
}

// properNames are the names of a proposal without spaces around them, each once;
// why is what is wrong with them.
func properNames(all []string) (list []string, why string) {
	seen := map[string]bool{}
	for _, n := range all {
		n = strings.Join(strings.Fields(n), " ")
		if n == "" {
			continue
		}
		switch {
		case len(n) > maxProposedName:
			return nil, fmt.Sprintf("a name is longer than %d bytes", maxProposedName)
		case !utf8.ValidString(n) || strings.ContainsFunc(n, func(r rune) bool {
			return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d'
		}):
			return nil, "a name has signs that cannot be seen"
		case !strings.ContainsFunc(n, unicode.IsLetter) || names.Canon(n) == "":
			return nil, fmt.Sprintf("%q is no name: it has no letters that names are compared by", n)
		}
		if !seen[n] {
			seen[n] = true
			list = append(list, n)
		}
	}
	switch {
	case len(list) == 0:
		return nil, "the place has no name"
	case len(list) > maxProposedNames:
		return nil, fmt.Sprintf("more than %d names", maxProposedNames)
	}
	return list, ""
}

// parent finds what a place lies in by its ID or its name. Of several that bear the
// name, a country comes first, then the most prominent.
func (g *Gazetteer) parent(s string) (ref, bool) {
	s = strings.TrimSpace(s)
	if r, ok := g.byID(s); ok {
		return r, true
	}
	if id, ok := g.Country(strings.ToUpper(s)); ok {
		return g.byID(id)
	}
	if name, wider, ok := strings.Cut(s, ","); ok {
		return g.byID(g.Resolve(strings.TrimSpace(name), []string{strings.TrimSpace(wider)}, Context{}).ID)
	}
	ms := g.Lookup(s)
	if i := slices.IndexFunc(ms, func(m Match) bool { return m.Kind == isnad.KindCountry }); i >= 0 {
		return g.byID(ms[i].ID)
	}
	return g.byID(g.Resolve(s, nil, Context{}).ID)
}

// ownID is the ID of a place that a person added.
func ownID(p *isnad.AddedPlace, further int) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%.3f\x00%.3f\x00%d", p.Country, names.Canon(p.Name), p.Lat, p.Lon, further)
	n := binary.BigEndian.Uint32(h.Sum(nil)) % (firstOwn - 1)
	return placeID(firstOwn + 1 + n)
}

func round5(v float64) float64 { return math.Round(v*1e5) / 1e5 }

// recordOf is what a table would say of an added place, for its radius.
func recordOf(p *isnad.AddedPlace) table.Record {
	return table.Record{Kind: p.Kind, Rank: geonames.RankOf(p.Feature), Population: p.Population}
}
