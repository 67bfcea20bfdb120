package attribute

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/names"
	"isnad/internal/places"
)

// item is a word, a number, a mark or a phrase of the lexicon, [start, end) in
// bytes of the text it was read from.
type item struct {
	start, end int32
	tags       tag
	num        int
	w          *word // nil for a word the lexicon does not know
	para       int32 // paragraph
	quoted     bool  // inside quotation marks
	joined     bool  // of more than the letters and digits of ASCII: there may be a hyphen in it
	hints      hint
}

func (it *item) is(t tag) bool { return it.tags&t != 0 }

func (it *item) may(h hint) bool { return it.hints&h != 0 }

// field is one of the two texts of a report, the title or the body, cut into
// items and sentences.
type field struct {
	text       string
	low        string // lower case, byte for byte as long as text
	items      []item
	sents      []sentence
	doing      []int // the items at which rules of mayDo may begin
	inTitle    bool
	alone      bool         // the headline tells all that the report has to tell
	listsDays  bool         // its paragraphs are items of a list under days: text_logbreaks.go
	listsNames bool         // its paragraphs are items of a list under names of places: text_logbreaks.go
	marks      []mark       // one for every markStep bytes, once they are asked for; none for plain ASCII
	counted    bool         // the marks are set
	entries    []entry      // of a log
	surnames   []string     // of those whom it names in full
	dead       []string     // surnames of those among them who died
	lastDay    isnad.Day    // the day that was read last, from which "the next day" counts
	years      toldYears    // those that days and months were written with
	sources    []sourceLine // who is named behind what was told

	words    names.Tokens     // the text as the books of names read it, once it was searched
	places   []places.Mention // the names of places in it
	searched bool
	suicide  int8 // whether the text calls what it tells of a murder and a suicide: 0 not looked, 1 yes, -1 no
	murder   int8 // whether somebody is tried for a killing, and nobody lived: 1, -1 no, 0 not asked yet

	distanced bool // quotation marks around a name were passed over

	// memory to be used again
	lowBuf   []byte     // low is put together in it
	cutSents []sentence // sents as they were before the last cut
}

// markStep parts a text for counting code points.
const markStep = 512

// span is the byte range [a, b) in code points. Marks make it cost no more than
// one step, however long the text is.
func (f *field) span(a, b int) isnad.Span {
	return isnad.Span{Start: f.runesTo(a), End: f.runesTo(b), InTitle: f.inTitle}
}

func (f *field) runesTo(at int) int {
	if !f.counted {
		f.setMarks()
	}
	if len(f.marks) == 0 {
		return at
	}
	m := f.marks[at/markStep]
	if m.at > at {
		return m.runes // at stands inside a letter that crosses the step
	}
	return m.runes + utf8.RuneCountInString(f.text[m.at:at])
}

// mark is the first letter at or after a step: where it stands, and how many
// code points stand before it.
type mark struct{ at, runes int }

// setMarks counts the code points of a text, once. What is no valid UTF-8
// counts as Go counts it, a byte for a code point.
func (f *field) setMarks() {
	t := f.text
	f.marks, f.counted = f.marks[:0], true
	if ascii(t) {
		return
	}
	last := mark{}
	for at := 0; at <= len(t); at += markStep {
		m := mark{at: letterFrom(t, at)}
		m.runes = last.runes + utf8.RuneCountInString(t[last.at:m.at])
		f.marks = append(f.marks, m)
		last = m
	}
}

// letterFrom is the first byte from at on that a code point begins with.
func letterFrom(t string, at int) int {
	for k := max(at-1, 0); k < at && k > at-utf8.UTFMax; k-- {
		if !utf8.RuneStart(t[k]) {
			if k > 0 {
				continue
			}
			break
		}
		if _, n := utf8.DecodeRuneInString(t[k:]); k+n > at {
			return k + n // a letter crosses it
		}
		break
	}
	return at
}

func ascii(s string) bool {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if s[i]|s[i+1]|s[i+2]|s[i+3]|s[i+4]|s[i+5]|s[i+6]|s[i+7] >= utf8.RuneSelf {
			return false
		}
	}
	for ; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func (f *field) word(i int) string { return f.low[f.items[i].start:f.items[i].end] }

// written is the text of the items [i, j).
func (f *field) written(i, j int) string {
	if i >= j || i < 0 || j > len(f.items) {
		return ""
	}
	name := f.text[f.items[i].start:f.items[j-1].end]
	if f.distanced {
		return withoutMark(name)
	}
	return name
}

// lower returns s in lower case with every byte at its place: a letter whose
// lower case has another length stays as it is. It is put together in buf, which
// is returned to be used again.
func lower(s string, buf []byte) (string, []byte) {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s, buf
	}
	b := append(buf[:0], s...)
	for i < len(b) {
		if n := lowerPlain(b[i:]); n > 0 {
			i += n
			continue
		}
		c := b[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				b[i] = c + 32
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r < 0x2000 || r > 0x206f { // not quotation marks and dashes, which most such are
			if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == n {
				utf8.EncodeRune(b[i:], l)
			}
		}
		i += n
	}
	return string(b), b
}

// Eight bytes at a time, for plain text.
const (
	eachByte = 0x0101010101010101
	topBits  = 0x80 * eachByte
)

// lowerPlain puts the plain ASCII that b begins with in lower case, eight bytes at a
// time, and returns how many bytes it passed.
func lowerPlain(b []byte) int {
	n := 0
	for ; n+8 <= len(b); n += 8 {
		x := binary.LittleEndian.Uint64(b[n:])
		if x&topBits != 0 {
			break
		}
		// the top bit of each byte tells whether it is "A" or above, and above "Z"
		capitals := (x + (0x80-'A')*eachByte) &^ (x + (0x7f-'Z')*eachByte) & topBits
		binary.LittleEndian.PutUint64(b[n:], x|capitals>>2)
	}
	return n
}

// wordRune tells whether r belongs to a word. Marks count: Arabic vowel signs.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && !selector(r))
}

// selector tells the marks that only choose how the sign before them is drawn: of the mark of a
// list as of an emoji.
func selector(r rune) bool { return 0xfe00 <= r && r <= 0xfe0f }

func digit(c byte) bool { return '0' <= c && c <= '9' }

// plainLetter tells the letters of ASCII.
func plainLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// inWords marks the letters and digits of ASCII.
var inWords = func() (in [256]bool) {
	for c := range 256 {
		in[c] = plainLetter(byte(c)) || digit(byte(c))
	}
	return in
}()

// maxWord bounds one token: nothing longer is a word, and everything that
// looks words up stays linear in the text.
const maxWord = 64

// tokenise cuts text into items: first words and marks, then the phrases of the
// lexicon put together, longest first.
func (f *field) tokenise(l *lexicon) {
	t := f.text
	para := int32(0)
	depth, wraps := false, wrapped(t)
	f.distanced = false
	unquoted := -1 // where a name ends whose closing mark counts for nothing
	for i := 0; i < len(t); {
		c := t[i]
		if plainLetter(c) { // nearly always
			i = f.plainWords(i, para, depth)
			continue
		}
		if c == '\n' {
			j := i
			for j < len(t) && (t[j] == '\n' || t[j] == ' ' || t[j] == '\t' || t[j] == '\r') {
				j++
			}
			if !wraps || blankLine(t[i+1:j]) || lineEnds(t[:i]) || bulleted(t[j:]) {
				para++
				depth = false // a quotation left open ends with its paragraph
			}
			i = j
			continue
		}
		if c == ' ' || c == '\t' || c == '\r' {
			i++
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(t[i:])
		}
		if digit(c) {
			e := number(t, i)
			it := f.next()
			it.start, it.end, it.para, it.quoted, it.joined = int32(i), int32(e), para, depth, true
			readNumber(t[i:e], it)
			i = e
			continue
		}
		if c == '@' && (i == 0 || !wordRune(rune(t[i-1]))) {
			if e := handleEnd(t, i); e > i+1 { // "@name" speaks
				f.items = append(f.items, item{start: int32(i), end: int32(e), para: para, quoted: depth, joined: true, tags: tCap | tSrc})
				i = e
				continue
			}
		}
		if !wordRune(r) || r == 'ʼ' { // an apostrophe, though a letter by its class, opens no word
			if i == unquoted {
				i += n
				continue
			}
			if end := distanced(t, i); end > 0 && !depth {
				unquoted, f.distanced = end, true
				i += n
				continue
			}
			if selector(r) {
				i += n
				continue
			}
			switch r {
			case '"':
				depth = !depth
			case '“', '«':
				depth = true
			case '”', '»':
				depth = false
			case utf8.RuneError, 0xa0, 0x200e, 0x200f, 0x200b, 0xfeff:
				i += n
				continue
			}
			it := f.next()
			it.start, it.end, it.tags, it.para = int32(i), int32(i+n), tPunct, para
			it.quoted = depth || r == '"' || r == '”' || r == '»'
			i += n
			continue
		}
		e := max(wordEnd(t, i), i+n) // always on
		f.items = append(f.items, item{start: int32(i), end: int32(e), para: para, quoted: depth, joined: true, tags: shape(t[i:e])})
		i = e
	}
	f.merge(l)
}

// plainWords makes items of the word at byte i, which begins with a letter of ASCII, and of those
// that follow it with nothing but a space between, and returns how far it came.
func (f *field) plainWords(i int, para int32, quoted bool) int {
	t := f.text
	for i < len(t) && plainLetter(t[i]) {
		rest, n := t[i:min(len(t), i+maxWord)], 1
		for n < len(rest) && inWords[rest[n]] {
			n++
		}
		end := i + n
		it := f.next()
		it.start, it.para, it.quoted = int32(i), para, quoted
		if n < len(rest) && mayJoin[rest[n]] {
			end = wordGoesOn(t, i, i+n)
			it.joined = end > i+n
		}
		it.end = int32(end)
		if c := t[i]; c < 'b' || c == 'e' { // a capital, or an article before one
			it.tags = shape(t[i:end])
		}
		if i = end; i < len(t) && t[i] == ' ' {
			i++
		}
	}
	return i
}

// next appends an empty item, which is to be filled in its place.
func (f *field) next() *item {
	n := len(f.items)
	if n == cap(f.items) {
		f.items = append(f.items, item{})
		return &f.items[n]
	}
	f.items = f.items[:n+1]
	f.items[n] = item{}
	return &f.items[n]
}

// handleEnd returns the end of the account's name whose "@" stands at i.
func handleEnd(t string, i int) int {
	j := i + 1
	for j < len(t) && j-i < maxWord && (t[j] == '_' || digit(t[j]) || 'a' <= t[j]|0x20 && t[j]|0x20 <= 'z') {
		j++
	}
	return j
}

// wordEnd returns the end of the word that starts at i. Hyphens and points
// inside a word belong to it ("US-led", "U.S."), a possessive does not.
func wordEnd(t string, i int) int { return wordGoesOn(t, i, i) }

// mayJoin marks the bytes behind a plain word with which it may go on.
var mayJoin = func() (joins [256]bool) {
	for c := range 256 {
		joins[c] = c == '-' || c == '\'' || c == '.' || c >= utf8.RuneSelf
	}
	return joins
}()

// wordGoesOn is wordEnd for the word at start, which is known to reach to i.
func wordGoesOn(t string, start, i int) int {
	limit := min(len(t), start+maxWord)
	for i < limit {
		c := t[i]
		if inWords[c] {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			switch {
			case c == '-' && i+1 < len(t) && nextIsWord(t, i+1):
				i++
				continue
			case c == '\'' && i+1 < len(t) && nextIsWord(t, i+1) && !possessive(t, i+1):
				i++
				continue
			case c == '.' && i-start <= 5 && acronym(t, start, i):
				i++
				continue
			}
			return i
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		if r == '’' || r == 'ʼ' || r == '‘' {
			if i+n < len(t) && nextIsWord(t, i+n) && !possessive(t, i+n) {
				i += n
				continue
			}
			return i
		}
		if r == '–' && i > start && plainLetter(t[i-1]) && i+n < len(t) && 'A' <= t[i+n] && t[i+n] <= 'Z' {
			i += n // "the Juba–Nimule road"
			continue
		}
		if !wordRune(r) {
			return i
		}
		i += n
	}
	return i
}

func nextIsWord(t string, i int) bool {
	r, _ := utf8.DecodeRuneInString(t[i:])
	return wordRune(r)
}

// possessive tells whether an apostrophe's rest at i is the "s" of a possessive.
func possessive(t string, i int) bool {
	if t[i] != 's' && t[i] != 'S' {
		return false
	}
	return i+1 >= len(t) || !nextIsWord(t, i+1)
}

// acronym tells whether the point at i belongs to letters each followed by a
// point: "U.S.", "U.N."
func acronym(t string, start, i int) bool {
	if i == start+1 && i+1 < len(t) && 'A' <= t[i+1] && t[i+1] <= 'Z' && (i+2 >= len(t) || t[i+2] == '.') {
		return true
	}
	return i >= start+3 && t[i-2] == '.' // the last point of one already begun
}

// number returns the end of the number that starts at i, with separators of
// thousands and decimals and what is glued to it ("23rd", "40s", "F16" not).
func number(t string, i int) int {
	j := i
	for j < len(t) && j-i < maxWord {
		if digit(t[j]) {
			j++
			continue
		}
		if (t[j] == ',' || t[j] == '.' || t[j] == ':' || t[j] == '/') && j+1 < len(t) && digit(t[j+1]) {
			j++
			continue
		}
		break
	}
	if j < len(t) && (t[j] >= 'a' && t[j] <= 'z' || t[j] >= 'A' && t[j] <= 'Z' ||
		t[j] == '-' && j+1 < len(t) && (t[j+1] >= 'a' && t[j+1] <= 'z' || t[j+1] >= 'A' && t[j+1] <= 'Z')) {
		return wordEnd(t, j)
	}
	return j
}

// maxNumber is the greatest count of people that is read as one.
const maxNumber = 100_000_000

// readNumber gives it the value of s: plain digits with separators of
// thousands, or an ordinal. Anything else glued to digits is a plain word.
func readNumber(s string, it *item) {
	v, digits := 0, 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case digit(c):
			v, digits = v*10+int(c-'0'), digits+1
			if v > maxNumber {
				return
			}
		case c == ',' && i+3 < len(s) && digit(s[i+1]) && digit(s[i+2]) && digit(s[i+3]) && (i+4 == len(s) || s[i+4] == ',') && i > 0 && i <= 3+4*(digits/3):
		default:
			switch s[i:] {
			case "st", "nd", "rd", "th":
				it.tags |= tOrdinal
				it.num = v
			case "mn", "m", "k":
			}
			return
		}
	}
	it.tags |= tNum
	it.num = v
}

// shape is the case of a word.
func shape(s string) tag {
	if c := s[0]; 'b' <= c && c <= 'z' && c != 'e' {
		return 0 // no capital and no article
	} else if c <= 'Z' && len(s) > 1 && 'A' <= c && 'a' <= s[1] && s[1] <= 'z' {
		return tCap // nearly all others
	}
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(r) {
		// "al-Mashlab", "ad-Dana", "el-Fasher": a name that starts with its article
		if k := len(articleOf(s)); k > 0 && k < len(s) {
			if r, _ := utf8.DecodeRuneInString(s[k:]); unicode.IsUpper(r) {
				return tCap
			}
		}
		return 0
	}
	rest, upper := s[n:], true
	for _, r := range rest {
		if unicode.IsLower(r) {
			upper = false
			break
		}
	}
	if upper && rest != "" {
		return tCap | tUpper
	}
	return tCap
}

// articleOf returns the Arabic article in Latin letters that s begins with, hyphen included.
func articleOf(s string) string {
	if len(s) < 4 || s[2] != '-' && s[3] != '-' || s[0] != 'a' && s[0] != 'e' {
		return ""
	}
	for _, a := range [...]string{"al-", "el-", "ad-", "ar-", "as-", "at-", "az-", "an-", "ash-", "ed-", "es-", "ez-", "er-"} {
		if len(s) > len(a) && s[:len(a)] == a {
			return a
		}
	}
	return ""
}
