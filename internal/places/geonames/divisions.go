package geonames

import (
	"fmt"
	"strconv"
	"strings"
)

// Division is a line of admin1CodesASCII.txt or admin2Codes.txt.
type Division struct {
	Code  string // "SY.09" or "SY.09.167355"
	Name  string
	ASCII string
	ID    uint32
}

// ParseDivision reads the columns of a division.
func ParseDivision(col []string) (Division, error) {
	if len(col) < 4 {
		return Division{}, fmt.Errorf("%d columns where 4 are due", len(col))
	}
	id, err := strconv.ParseUint(col[3], 10, 32)
	if err != nil {
		return Division{}, fmt.Errorf("id %.20q is no number", col[3])
	}
	return Division{col[0], strings.TrimSpace(col[1]), strings.TrimSpace(col[2]), uint32(id)}, nil
}

// Country is a line of countryInfo.txt.
type Country struct {
	Code      string
	Name      string
	Languages string
	ID        uint32
	People    int
}

// ParseCountry reads the columns of a country.
func ParseCountry(col []string) (Country, error) {
	if len(col) < 17 {
		return Country{}, fmt.Errorf("%d columns where 17 are due", len(col))
	}
	id, err := strconv.ParseUint(col[16], 10, 32)
	if err != nil {
		return Country{}, fmt.Errorf("id %.20q is no number", col[16])
	}
	people, _ := strconv.Atoi(col[7])
	return Country{col[0], col[4], col[15], uint32(id), people}, nil
}

// designators are the words that say what sort of division a name is.
var designators = []string{
	"governorate", "province", "district", "region", "oblast", "raion", "rayon", "county", "state", "prefecture",
	"department", "municipality", "division", "territory", "wilaya", "muhafazat", "muhafazah", "liwa", "qada", "mintaqat",
	"krai", "okrug", "republic", "regency", "city", "woreda", "zone", "cercle", "of", "the", "parish", "canton",
	"mintaqat", "shahrestan", "velayat", "wilayat", "hromada", "kommun", "il", "ilcesi",
}

// Bare returns the name without the words that say what sort of division it is,
// and without "of": "Muhafazat Hadramaout" is Hadramaout, "State of Kachin" Kachin.
// A name that is nothing else is returned as it is.
func Bare(name string) string {
	words := strings.Fields(name)
	is := func(w string) bool {
		w = strings.ToLower(strings.Trim(w, "’'ʻ"))
		for _, d := range designators {
			if w == d {
				return true
			}
		}
		return false
	}
	for len(words) > 1 && is(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	for len(words) > 1 && is(words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// BareArabic does the same for Arabic: محافظة حلب is حلب.
func BareArabic(name string) string {
	for _, d := range []string{"محافظة ", "ولاية ", "إقليم ", "مقاطعة ", "منطقة ", "قضاء ", "أوبلاست "} {
		if rest, ok := strings.CutPrefix(name, d); ok {
			return strings.TrimSpace(rest)
		}
	}
	return name
}
