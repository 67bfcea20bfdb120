package attribute

import (
	"slices"
	"strings"
)

// defined is an abbreviation that the report itself explains: "the Northland
// Liberation Front (NLF)".
type defined struct {
	short string // as written
	full  string
}

// maxDefined bounds the abbreviations of one report.
const maxDefined = 32

// abbreviations finds what a field explains in brackets. The letters must be
// those that the words before the bracket begin with; small words may be left out.
func (d *doc) abbreviations(f *field) {
	for k := 1; k+1 < len(f.items) && len(d.defined) < maxDefined; k++ {
		it := &f.items[k]
		if !it.is(tUpper) || f.word(k-1) != "(" || !it.is(tCap) {
			continue
		}
		switch f.word(k + 1) {
		case ")", ",", ";", "-", "–":
		default:
			continue
		}
		if a := f.spelledOut(k-1, f.word(k)); a >= 0 {
			d.defined = append(d.defined, defined{f.written(k, k+1), f.written(a, k-1)})
		}
	}
}

// spelledOut returns the item from which the words before item end spell the
// letters of short, -1 where they do not.
func (f *field) spelledOut(end int, short string) int {
	if len(short) < 2 || len(short) > 8 {
		return -1
	}
	n := len(short) - 1
	for k := end - 1; k >= 0 && k >= end-14; k-- {
		it := &f.items[k]
		w := f.word(k)
		if it.is(tPunct) {
			if apostrophe(w) || w == "-" {
				continue
			}
			return -1
		}
		if w[0] == short[n] && (it.is(tCap) || n > 0) {
			if n--; n < 0 {
				return k
			}
			continue
		}
		switch w {
		case "of", "for", "the", "and", "in", "s", "to", "al":
		default:
			return -1
		}
	}
	return -1
}

// markDefined makes the abbreviations that the report explains bodies, like the
// names they stand for.
func (d *doc) markDefined(f *field) {
	if len(d.defined) == 0 {
		return
	}
	for k := range f.items {
		if f.items[k].is(tUpper) && d.expand(f.written(k, k+1)) != "" {
			d.org[k] = true
		}
	}
}

// expand is what an abbreviation stands for in this report, empty for none.
func (d *doc) expand(short string) string {
	for i := range d.defined {
		if d.defined[i].short == short {
			return d.defined[i].full
		}
	}
	return ""
}

// explained is what the report says of a name that is an abbreviation or what one stands for; nil
// for others.
func (d *doc) explained(name string) *defined {
	for i := range d.defined {
		if x := &d.defined[i]; x.short == name || x.full == name {
			return x
		}
	}
	return nil
}

// both is the name in full with its abbreviation behind it.
func (x *defined) both() string { return x.full + " (" + x.short + ")" }

// inFull is names with the abbreviation behind the first of them: who reads "the LNA said" is told
// both how it was written and what it stands for.
func inFull(names []string, short string) []string {
	for _, n := range names {
		if hasWord(n, short) {
			return names
		}
	}
	return append([]string{names[0] + " (" + short + ")"}, names[1:]...)
}

// claimant is the source that a name means in this report. Names that differ only
// in order, small words, or an abbreviation that the book of parties or the
// report explains are one source: "NLF administration", "the administration of
// the Northland Liberation Front (NLF)".
func (d *doc) claimant(name string) string {
	s, listed := d.r.sources.Lookup(name)
	if listed || s.ID == "" {
		return s.ID
	}
	key := d.claimantKey(name)
	for i := range d.claimants {
		if c := &d.claimants[i]; slices.Equal(c.key, key) || oneOffice(c.key, key) || oneOffice(key, c.key) {
			return c.id
		}
	}
	d.claimants = append(d.claimants, claimant{key, s.ID})
	return s.ID
}

// claimant is somebody who says so in this report: the weighty words of his name,
// sorted, a party's name as its ID, and his source.
type claimant struct {
	key []string
	id  string
}

// oneOffice tells whether the words of a, a body of a party, all stand in b: "RSF
// administration", "RSF administration in Nyala".
func oneOffice(a, b []string) bool {
	party := false
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
		party = party || strings.HasPrefix(w, "p-")
	}
	return party && len(a) >= 2
}

func (d *doc) claimantKey(name string) []string {
	var words []string
	cut := func(s string) {
		for i := 0; ; {
			a, b := nextWord(s, i)
			if a == b {
				return
			}
			i = b
			if w := s[a:b]; !lightWord(w) {
				words = append(words, strings.ToLower(w))
			}
		}
	}
	plain := func(s string) {
		for w := range strings.FieldsSeq(s) {
			w = strings.Trim(w, "(),.")
			if full := d.expand(w); full != "" {
				w = full
			}
			cut(w)
		}
	}
	at := 0
	for _, m := range d.r.parties.Find(name) {
		plain(name[at:m.Start])
		words = append(words, m.ID)
		at = m.End
	}
	plain(name[at:])
	slices.Sort(words)
	return slices.Compact(words)
}

// civilShort tells whether item k is the abbreviation of a body that bears no arms.
func (d *doc) civilShort(f *field, k int) bool {
	if len(d.defined) == 0 {
		return false
	}
	full := d.expand(f.written(k, k+1))
	return full != "" && civil(strings.ToLower(full[lastSpace(full)+1:]))
}
