package main

import (
	"fmt"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/names"
	"isnad/internal/places/geonames"
	"isnad/internal/places/table"
)

// compiler gathers entries; codes and ids lead to their index.
type compiler struct {
	entries []table.Entry
	byCode  map[string]int
	arabic  map[string]string // GeoNames id or code → Arabic name
	keyed   map[string]bool   // countries whose names are found by skeleton too
	regions []table.Region
	sums    map[string]*mean // division code → of its towns
}

type mean struct{ lat, lon, n float64 }

// fullNames is the population from which a town's names in every alphabet are kept.
const fullNames = 50_000

func newCompiler() *compiler {
	return &compiler{byCode: map[string]int{}, arabic: map[string]string{}, keyed: map[string]bool{}, sums: map[string]*mean{}}
}

func (c *compiler) arabicName(col []string) error {
	if len(col) != 2 {
		return fmt.Errorf("%d columns where 2 are due", len(col))
	}
	c.arabic[col[0]] = col[1]
	return nil
}

// Languages whose names reach us through a romanisation.
var romanised = []string{"ar", "fa", "ps", "ur", "ku", "he", "ru", "uk", "be", "bg", "mk", "sr", "ka", "hy", "am", "ti", "so", "my", "tg", "kk", "aa"}

func (c *compiler) country(col []string) error {
	if col[0] == "ISO" { // the line of column names
		return nil
	}
	k, err := geonames.ParseCountry(col)
	if err != nil {
		return err
	}
	if k.Code == "CS" || k.Code == "AN" { // no longer countries
		return nil
	}
	for i, l := range strings.Split(k.Languages, ",") {
		l, _, _ = strings.Cut(l, "-")
		for _, r := range romanised {
			// A minority language beyond the first two says little of a country's names.
			c.keyed[k.Code] = c.keyed[k.Code] || l == r && i < 2
		}
	}
	e := table.Entry{ID: k.ID, Kind: isnad.KindCountry, Country: k.Code, Code: k.Code, Population: k.People, Names: []string{k.Name}}
	if a := c.arabic[k.Code]; a != "" {
		e.Names = append(e.Names, a)
	}
	c.add(e)
	return nil
}

func (c *compiler) division(col []string) error {
	d, err := geonames.ParseDivision(col)
	if err != nil {
		return err
	}
	parts := strings.Split(d.Code, ".")
	if len(parts) < 2 || len(parts[0]) != 2 {
		return fmt.Errorf("%q is no code of a division", d.Code)
	}
	if _, known := c.byCode[d.Code]; known || len(parts) > 3 || len(parts) == 3 && parts[1] == "01" && parts[0] == "AE" {
		return nil
	}
	e := table.Entry{ID: d.ID, Kind: isnad.KindProvince, Country: parts[0], Code: d.Code, Province: d.Code}
	if len(parts) == 3 {
		e.Kind, e.Province, e.District = isnad.KindDistrict, parts[0]+"."+parts[1], d.Code
	}
	e.Keys = c.keyed[e.Country]
	for _, n := range []string{d.Name, d.ASCII} {
		e.Names = append(e.Names, n)
		if b := geonames.Bare(n); b != n {
			e.Also = append(e.Also, b)
		}
	}
	if names.Canon(d.Name) == names.Canon(d.ASCII) {
		e.Names = e.Names[:1]
	}
	for _, key := range []string{d.Code, strconv.Itoa(int(d.ID))} {
		if a := c.arabic[key]; a != "" {
			e.Names = append(e.Names, a)
			e.Also = append(e.Also, geonames.BareArabic(a))
			break
		}
	}
	c.add(e)
	return nil
}

func (c *compiler) town(col []string) error {
	r, err := geonames.ParseRow(col)
	if err != nil {
		return err
	}
	if !r.Populated() || r.Gone() {
		return nil
	}
	e := table.Entry{
		ID: r.ID, Kind: r.Kind(), Rank: r.Rank(), Country: r.Country, Lat: r.Lat, Lon: r.Lon, HasPoint: true,
		Population: r.Population, Names: r.KeepNames(c.keyed[r.Country] || r.Population >= fullNames), Keys: c.keyed[r.Country],
	}
	if a := c.arabic[col[0]]; a != "" {
		e.Names = append(e.Names, a)
	}
	e.Province, e.District = c.parents(r)
	for _, code := range []string{e.Province, e.District} {
		if code == "" {
			continue
		}
		if c.sums[code] == nil {
			c.sums[code] = &mean{}
		}
		m := c.sums[code]
		m.lat, m.lon, m.n = m.lat+r.Lat, m.lon+r.Lon, m.n+1
	}
	c.add(e)
	return nil
}

// parents gives the codes of the row's divisions, where they are listed.
func (c *compiler) parents(r geonames.Row) (province, district string) {
	if _, ok := c.byCode[r.Country+"."+r.Admin1]; ok {
		province = r.Country + "." + r.Admin1
	}
	if code := province + "." + r.Admin2; province != "" && r.Admin2 != "" {
		if _, ok := c.byCode[code]; ok {
			district = code
		}
	}
	return province, district
}

func (c *compiler) add(e table.Entry) {
	if e.Code != "" {
		c.byCode[e.Code] = len(c.entries)
	}
	c.entries = append(c.entries, e)
}

// alias gives a country, a division ("SY.09") or a town ("SY/Tadmur", the first
// word of that name in that country) more names.
func (c *compiler) alias(_ int, col []string) error {
	if len(col) != 2 {
		return fmt.Errorf("%d columns where 2 are due", len(col))
	}
	more := strings.Split(col[1], "|")
	if country, name, ok := strings.Cut(col[0], "/"); ok {
		i, ok := c.townNamed(country, name)
		if !ok {
			return fmt.Errorf("no town is called %q", col[0])
		}
		c.entries[i].Known = append(c.entries[i].Known, more...)
		return nil
	}
	i, ok := c.byCode[col[0]]
	if !ok {
		return fmt.Errorf("%q is no code", col[0])
	}
	c.entries[i].Names = append(c.entries[i].Names, more...)
	return nil
}

// townNamed is the most populous town of the country with that main name.
func (c *compiler) townNamed(country, name string) (int, bool) {
	best, canon := -1, names.Canon(name)
	for i, e := range c.entries {
		if e.Country == country && e.Kind == isnad.KindTown && names.Canon(e.Names[0]) == canon && (best < 0 || e.Population > c.entries[best].Population) {
			best = i
		}
	}
	return best, best >= 0
}

func (c *compiler) region(_ int, col []string) error {
	if _, ok := c.byCode[col[0]]; len(col) != 2 || !ok {
		return fmt.Errorf("%q is no code", col[0])
	}
	c.regions = append(c.regions, table.Region{Code: col[0], Names: strings.Split(col[1], "|")})
	return nil
}

func (c *compiler) bytes() ([]byte, error) {
	c.seats()
	c.shareSpellings()
	var b table.Builder
	for _, e := range c.entries {
		if m := c.sums[e.Code]; e.Code != "" && m != nil {
			e.Lat, e.Lon, e.HasPoint = m.lat/m.n, m.lon/m.n, true
		}
		b.Add(e)
	}
	for _, r := range c.regions {
		b.AddRegion(r)
	}
	return b.Bytes()
}

// seats gives a town that bears its district's name, in the same province, that
// district where GeoNames leaves it out, and the district the town's point.
func (c *compiler) seats() {
	type place struct{ province, name string }
	districts := map[place]int{}
	for i, e := range c.entries {
		if e.Kind == isnad.KindDistrict {
			districts[place{e.Province, names.Canon(geonames.Bare(e.Names[0]))}] = i
		}
	}
	for i := range c.entries {
		e := &c.entries[i]
		if e.Kind != isnad.KindTown || e.District != "" {
			continue
		}
		for _, n := range e.Names {
			d, ok := districts[place{e.Province, names.Canon(n)}]
			if !ok {
				continue
			}
			e.District = c.entries[d].Code
			if c.sums[e.District] == nil {
				c.sums[e.District] = &mean{e.Lat, e.Lon, 1}
			}
			break
		}
	}
}

// shareSpellings gives the seat of a province that bears its name the spellings of
// that name too: who writes Hassakeh for the province writes it for the city.
func (c *compiler) shareSpellings() {
	for i := range c.entries {
		e := &c.entries[i]
		if e.Kind != isnad.KindTown || e.Rank < table.RankSeat1 || e.Province == "" {
			continue
		}
		main := names.Canon(e.Names[0])
		p := c.entries[c.byCode[e.Province]]
		if names.Similar(main, names.Canon(geonames.Bare(p.Names[0]))) < 0.7 {
			continue
		}
		for _, n := range append(p.Names[:len(p.Names):len(p.Names)], p.Also...) {
			if names.Similar(main, names.Canon(n)) >= 0.7 {
				e.Known = append(e.Known, n)
			}
		}
	}
}
