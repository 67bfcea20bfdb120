package reconcile

import (
	"math"
	"strings"

	"isnad"
	"isnad/internal/names"
)

// view is a claim as it is compared: days as numbers, names folded, words as
// hashes. It is made once for each claim.
type view struct {
	claim  *isnad.Claim
	ord    int // place in the order given, -1 in a known group
	weight int // how much it tells

	dated    bool
	from, to int // days since 1970-01-01, both included
	exactDay bool
	stated   bool // the text itself names the day

	place    bool
	name     string // folded, without words that name no place
	key      string
	keys     []string             // of the words of name
	within   []string             // keys of the wider names
	wide     isnad.PlacePrecision // of a district, province or country that is all that is named; 0 for a place of its own
	loose    bool                 // a city that shares its name with its province, which may be meant
	pinned   bool                 // has coordinates that mean something
	lat, lon float64

	actors  bag
	weapon  bag
	targets bag
	quote   bag
	line    uint64 // hash of the folded quote, 0 when it is short
	voice   uint64 // who says so, in which report
	teller  uint64 // who says so
	report  uint64
	kin     uint32 // families of its kind
	takes   bool   // its passage speaks of "the attack"
	parts   bool   // its passage opens with "elsewhere" or "another"
	call    bag    // words of the name of its place
	among   *among // the claims of its report, nil where they are not known
}

// provinces are the names that the claims themselves give to provinces: keys by
// Place ID.
type provinces map[string]map[string]bool

// learn takes note of what c calls its province.
func (p provinces) learn(c *isnad.Claim) {
	w := &c.Place
	if w.Province == "" {
		return
	}
	called := func(name string) {
		if k := names.Key(placeName(name)); len(k) > 1 {
			if p[w.Province] == nil {
				p[w.Province] = map[string]bool{}
			}
			p[w.Province][k] = true
		}
	}
	if w.Precision == isnad.PlaceProvince && w.ID == w.Province {
		called(w.At)
	}
	for i, name := range w.Within {
		if i < maxNames && saysProvince(name) {
			called(name)
		}
	}
}

func newView(c *isnad.Claim, known provinces) *view {
	v := &view{claim: c, kin: kin(c.Event)}
	v.readDate()
	v.readPlace(known)
	var h []uint64
	for i, a := range c.Actors {
		if i == maxNames {
			break
		}
		if a.ID != "" {
			h = append(h, names.HashOf("id "+cut(a.ID, maxLetter)))
		}
		h = content(h, cut(a.Name, maxLetter), 4*maxNames)
	}
	v.actors = newBag(h)
	v.weapon = newBag(content(nil, cut(c.Weapon, maxLetter), maxNames))
	h = nil
	for i, t := range c.Targets {
		if i == maxNames {
			break
		}
		h = content(h, cut(t, maxLetter), 2*maxNames)
	}
	v.targets = newBag(h)
	v.quote = newBag(content(nil, c.Quote, maxWords))
	if len(v.quote) >= 8 {
		v.line = names.HashOf(names.Fold(cut(c.Quote, maxQuote)))
	}
	teller := c.Claimant
	if teller == "" && len(c.Attribution) > 0 {
		teller = c.Attribution[0]
	}
	v.teller = names.HashOf(cut(teller, maxLetter))
	v.report = reportOf(c)
	v.voice = v.report ^ (v.teller*3 + 1)
	v.takes, v.parts = links(c.Quote)
	v.call = newBag(content(nil, v.name, maxNames))
	v.weight = v.rank()
	return v
}

func (v *view) readDate() {
	w := v.claim.When
	if w.From.IsZero() {
		return
	}
	to := w.To
	if to.IsZero() || to.Before(w.From) {
		to = w.From
	}
	v.dated = true
	v.from, v.to = dayNumber(w.From), dayNumber(to)
	v.exactDay = v.from == v.to && (w.Precision == isnad.DateDay || w.Precision == isnad.DateUnknown)
	// Who denies or owns up does so days later, and the day that stands in such a
	// sentence is as often that of the words as that of the deed.
	v.stated = stated(w) && !isDenial(v.claim) && v.claim.Stance != isnad.StanceSelfClaimed
}

func dayNumber(d isnad.Day) int { return int(d.Time().Unix() / 86400) }

func (v *view) readPlace(known provinces) {
	p := v.claim.Place
	v.place = !p.IsZero()
	v.name = placeName(p.Name)
	v.key = names.Key(v.name)
	v.keys = keysOf(v.name)
	for i, w := range p.Within {
		if i == maxNames {
			break
		}
		if k := names.Key(placeName(w)); len(k) > 1 {
			v.within = append(v.within, k)
		}
	}
	if p.Precision >= isnad.PlaceDistrict && v.isArea() {
		v.wide = p.Precision
	}
	if p.Lat == nil || p.Lon == nil || !p.Precision.Drawable() {
		return
	}
	if !(math.Abs(*p.Lat) <= 90 && math.Abs(*p.Lon) <= 180) { // also false for NaN
		return
	}
	v.pinned, v.lat, v.lon = true, *p.Lat, *p.Lon
	if p.Precision == isnad.PlaceExact && p.Province != "" && len(p.Within) == 0 {
		v.loose = known[p.Province][v.key]
	}
}

// isArea tells whether the district, province or country that the claim stands
// at is what it names. A village that no gazetteer lists stands at its province
// too, but names a place of its own.
func (v *view) isArea() bool {
	if len(v.keys) == 0 {
		return true
	}
	at := placeName(v.claim.Place.At)
	return sameName(v.name, at, v.key, names.Key(at)) || v.claim.Place.Precision >= isnad.PlaceCountry && v.claim.Place.ID == "" && v.name == "country"
}

// km is the distance of two pinned claims along the ground, good to a percent
// over the distances that matter here.
func (v *view) km(u *view) float64 {
	x := (v.lon - u.lon) * math.Cos((v.lat+u.lat)/2*math.Pi/180)
	if x > 180 {
		x = 360 - x
	}
	y := v.lat - u.lat
	return 111.2 * math.Sqrt(x*x+y*y)
}

// rank says how much a claim tells: those that tell most are placed first.
func (v *view) rank() int {
	c, w := v.claim, 0
	if v.exactDay {
		w += 4
	} else if v.dated && v.to-v.from < 7 {
		w += 2
	}
	switch p := c.Place.Precision; {
	case !v.place:
	case v.loose:
		w++
	case p == isnad.PlaceExact || p == isnad.PlaceNear:
		w += 4
	case p == isnad.PlaceDistrict:
		w += 2
	case v.wide == 0: // a name that the gazetteer lacks still tells a lot
		w += 2
	}
	if c.Killed != nil || c.Injured != nil || c.Casualties != nil {
		w += 2
	}
	if !vague(c.Event) {
		w++
	}
	if c.Background {
		w--
	}
	if c.Polarity == isnad.Denied || c.Stance == isnad.StanceDenied {
		w--
	}
	return w
}

// links tells how an English passage is linked to those before it: whether it
// takes up a deed that was told ("the attack", "that blast"), and whether it opens as
// another story ("Elsewhere", "In a separate attack").
func links(quote string) (takes, parts bool) {
	n, before, last := 0, "", ""
	for w := range strings.FieldsSeq(cut(quote, maxQuote)) {
		w = strings.Trim(w, ",.;:\"'()")
		if n++; n <= 4 && opensAnother(strings.ToLower(w)) {
			parts = true
		}
		if !takes && (points(before) || points(last)) && deedNoun(strings.ToLower(w)) {
			takes = true
		}
		before, last = last, w
	}
	return takes, parts
}

// opensAnother tells the words in the opening of a passage that part it from the story before.
func opensAnother(w string) bool {
	switch w {
	case "elsewhere", "another", "separate", "separately", "meanwhile", "other":
		return true
	}
	return false
}

// points tells the words that point at what was told, in small letters or with a capital.
func points(w string) bool {
	if len(w) < 3 || w[0]|0x20 != 't' {
		return false
	}
	switch strings.ToLower(w) {
	case "the", "this", "that", "these", "those":
		return true
	}
	return false
}

// deedNoun tells the words for a deed of which a passage may speak again.
func deedNoun(w string) bool {
	switch w {
	case "attack", "attacks", "blast", "blasts", "explosion", "explosions", "bombing", "bombings", "strike", "strikes", "raid", "raids", "shelling",
		"bombardment", "assault", "incident", "massacre", "shooting", "clash", "clashes", "fighting", "killing", "killings", "bomb", "bombs":
		return true
	}
	return false
}
