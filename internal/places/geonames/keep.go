package geonames

import (
	"strings"
	"unicode"

	"isnad/internal/names"
)

// KeepNames returns the names of a row worth keeping, the main one first: in
// Latin, Arabic, Cyrillic and Hebrew letters, each folded form once. Airport
// codes, mechanical transliterations without vowels and capitals ("alkramt") and
// legal titles ("City of X") are left out; GeoNames lists all three among the
// alternate names. Where full is false, as for villages in countries that write
// in Latin letters, only two alternates in Latin letters and those in Arabic
// ones are kept: the rest are the transcriptions of other languages.
func (r Row) KeepNames(full bool) []string {
	seen := map[string]bool{}
	latin := 0
	var out []string
	for i, n := range append([]string{r.Name, r.ASCII}, r.Alternates...) {
		n = strings.TrimSpace(n)
		if n == "" || len(n) > 120 {
			continue
		}
		a := alphabet(n)
		if i > 1 && (a == nil || !full && (a == unicode.Latin && latin >= 2 || a == unicode.Cyrillic || a == unicode.Hebrew)) {
			continue
		}
		c := names.Canon(n)
		if c == "" || seen[c] {
			continue
		}
		seen[c] = true
		if i > 1 && a == unicode.Latin {
			latin++
		}
		out = append(out, n)
	}
	return out
}

var legalTitles = []string{"City of ", "Town of ", "Village of ", "Borough of ", "Township of ", "Municipality of ", "Gmina ", "Commune "}

// alphabet is the script of a name worth keeping, nil for any other.
func alphabet(n string) *unicode.RangeTable {
	for _, t := range legalTitles {
		if strings.HasPrefix(n, t) {
			return nil
		}
	}
	var found *unicode.RangeTable
	upper, lower, letters := false, false, 0
	for _, r := range n {
		if unicode.IsDigit(r) {
			return nil
		}
		if !unicode.IsLetter(r) || unicode.Is(unicode.Lm, r) {
			continue
		}
		var a *unicode.RangeTable
		for _, t := range []*unicode.RangeTable{unicode.Latin, unicode.Arabic, unicode.Cyrillic, unicode.Hebrew} {
			if unicode.Is(t, r) {
				a = t
			}
		}
		if a == nil || found != nil && a != found {
			return nil
		}
		found = a
		letters++
		upper = upper || unicode.IsUpper(r)
		lower = lower || unicode.IsLower(r)
	}
	if letters < 2 || found == unicode.Latin && (!upper || !lower && letters <= 4) {
		return nil
	}
	return found
}
