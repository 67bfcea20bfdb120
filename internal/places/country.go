package places

// Country returns the Place ID of a country by its ISO 3166-1 alpha-2 code, and
// false for a code that is none.
func (g *Gazetteer) Country(code string) (id string, ok bool) {
	if len(code) != 2 {
		return "", false
	}
	r, ok := g.byCode(code)
	if !ok {
		return "", false
	}
	return placeID(g.record(r).ID), true
}
