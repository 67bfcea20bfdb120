package attribute

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad/internal/places"
)

// called is a name of the report, cut into its weighty words once: the choosers
// compare every name with every claim's.
type called struct {
	text  string
	id    int      // the same for names that differ in case alone
	words []uint32 // numbers of its weighty words in the roll
	plain bool     // ASCII, so that another such name is the same only by its id
	block uint32   // the number of a block of a street, 0 for none
	nth   uint32   // the number of a street that has one for a name, 0 for none
	owner uint32   // the number of whose body it is, by a land's first letters, 0 for nobody's
	digit bool     // written in digits
	other bool     // another than one who was named before, by his own words
}

// same tells whether two names are one: equal, or sharing most of the weighty
// words of the shorter. It counts the words of a one by one, so that a name that
// repeats a word is not the same both ways round.
func (a *called) same(b *called) bool {
	if a.id == b.id || !(a.plain && b.plain) && strings.EqualFold(a.text, b.text) {
		return true
	}
	if a.block != 0 && b.block != 0 && a.block != b.block || a.nth != 0 && b.nth != 0 && a.digit == b.digit && a.nth != b.nth {
		return false // "200 block of West 8th Street", "5100 block of West 27th Street"
	}
	if a.owner != 0 && b.owner != 0 && a.owner != b.owner {
		return false // "Armenia's defence ministry", "the Azerbaijani defence ministry"
	}
	if a.other != b.other {
		return false // "an activist", "another activist"
	}
	both := 0
	for _, w := range a.words {
		for _, x := range b.words {
			if w == x {
				both++
				break
			}
		}
	}
	return both > 0 && both*2 > min(len(a.words), len(b.words))
}

// otherThan tells whether a name says that it is another's than one before: "another activist", "a second official".
func otherThan(name string) bool {
	w, rest, _ := strings.Cut(name, " ")
	if len(w) == 1 { // "a"
		w, _, _ = strings.Cut(rest, " ")
	}
	switch w {
	case "another", "Another", "other", "Other", "others", "second", "third", "Others":
		return true
	}
	return false
}

// numberedRoad tells the words that end the name of a numbered street.
func numberedRoad(w string) bool {
	switch w {
	case "Street", "street", "St", "Avenue", "avenue", "Ave", "Lane", "Drive", "Place", "Court", "Terrace", "Road", "Boulevard", "Way":
		return true
	}
	return false
}

// nthWord tells the numbers that streets are called by: "32nd", "Fourth".
func nthWord(w string) bool {
	if n := len(w); n > 2 && digit(w[0]) {
		switch w[n-2:] {
		case "st", "nd", "rd", "th":
			return true
		}
		return false
	}
	switch w {
	case "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth":
		return true
	}
	return false
}

// among tells whether one of names is the same as b.
func (b *called) among(names []*called) bool {
	for _, a := range names {
		if a.same(b) {
			return true
		}
	}
	return false
}

// overlapCalled tells whether two lists have a name in common.
func overlapCalled(as, bs []*called) bool {
	for _, b := range bs {
		if b.among(as) {
			return true
		}
	}
	return false
}

// roll holds the names of one part of a report. Its words are kept for the
// reports to come, as far as they are few.
type roll struct {
	names  map[string]*called
	ids    map[string]int
	words  map[string]uint32
	list   []called
	slab   []uint32
	lists  []*called // memory of the lists of names
	folded []byte
}

// maxWords bounds the words that a roll keeps from report to report.
const maxWords = 1 << 13

// ownerLetters are as many as tell lands apart and a land from no other word for it:
// "Iraq's", "Iranian"; "Ukraine's", "Ukrainian".
const ownerLetters = 4

// ownerOf returns the first letters of the land that a body is said to be of, which
// otherwise has no name of its own: "Armenia's defence ministry", "Lebanese health
// ministry"; empty for other names.
func ownerOf(name string) string {
	a, b := nextWord(name, 0)
	if b-a < ownerLetters || !unicode.IsUpper(rune(name[a])) {
		return ""
	}
	own := strings.HasPrefix(name[b:], "'s ") || strings.HasPrefix(name[b:], "’s ")
	if rest := name[b:]; own && strings.ToLower(rest) != rest || !own && (strings.ToLower(rest) != rest || strings.HasPrefix(rest, "-") || !places.Demonym(name[a:b])) {
		return ""
	}
	return name[a : a+ownerLetters]
}

// begin empties the roll.
func (r *roll) begin() {
	if r.names == nil || len(r.words) > maxWords {
		*r = roll{names: map[string]*called{}, ids: map[string]int{}, words: map[string]uint32{}}
	}
	clear(r.names)
	clear(r.ids)
	clear(r.list)
	clear(r.lists)
	r.list, r.slab, r.lists = r.list[:0], r.slab[:0], r.lists[:0]
}

// call cuts a name, or finds it cut.
func (r *roll) call(name string) *called {
	if c, ok := r.names[name]; ok {
		return c
	}
	c := called{text: name, plain: ascii(name), other: otherThan(name)}
	from := len(r.slab)
	last := ""
	for i := 0; ; {
		a, b := nextWord(name, i)
		if a == b {
			break
		}
		i = b
		w := name[a:b]
		switch {
		case w == "block" && last != "" && digit(last[0]):
			c.block = r.word(last) + 1
		case c.nth != 0 || !numberedRoad(w) || !nthWord(last):
		default:
			c.nth, c.digit = r.word(last)+1, digit(last[0])
		}
		if last = w; !lightWord(w) {
			r.slab = append(r.slab, r.word(w))
		}
	}
	c.words = r.slab[from:len(r.slab):len(r.slab)]
	if o := ownerOf(name); o != "" && len(c.words) > 2 {
		c.owner = r.word(o) + 1
	}
	if r.folded = appendLower(r.folded[:0], name); !c.plain {
		r.folded = append(r.folded[:0], strings.ToLower(name)...)
	}
	id, ok := r.ids[string(r.folded)]
	if !ok {
		id = len(r.ids)
		r.ids[string(r.folded)] = id
	}
	c.id = id
	r.list = append(r.list, c)
	at := &r.list[len(r.list)-1] // stays right when the list moves: a name never changes
	r.names[name] = at
	return at
}

// same is sameWords for names of the report.
func (r *roll) same(a, b string) bool {
	return a == b || a != "" && b != "" && r.call(a).same(r.call(b))
}

// overlap tells whether two lists have a name in common.
func (r *roll) overlap(as, bs []string) bool {
	for _, a := range as {
		for _, b := range bs {
			if r.same(a, b) {
				return true
			}
		}
	}
	return false
}

// holds tells whether one of the wider names is that of place.
func (r *roll) holds(within []string, place string) bool {
	for _, w := range within {
		if r.same(w, place) {
			return true
		}
	}
	return false
}

// callAll is the names, cut, without the empty ones. It is good as long as they are.
func (r *roll) callAll(names []string) []*called {
	from := len(r.lists)
	for _, n := range names {
		if n != "" {
			r.lists = append(r.lists, r.call(n))
		}
	}
	return r.lists[from:len(r.lists):len(r.lists)]
}

// word numbers a word without regard to case. Words of another length in bytes
// are others.
func (r *roll) word(w string) uint32 {
	b := append(r.folded[:0], byte(len(w)), byte(len(w)>>8), byte(len(w)>>16), w[0]|0x20)
	for _, c := range w {
		b = utf8.AppendRune(b, foldRune(c))
	}
	r.folded = b
	n, ok := r.words[string(b)]
	if !ok {
		n = uint32(len(r.words))
		r.words[string(b)] = n
	}
	return n
}

// foldRune is the least of the letters that differ from c in case alone.
func foldRune(c rune) rune {
	if c < utf8.RuneSelf {
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		return c
	}
	least := c
	for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return least
}
