package names

import (
	"unicode"
	"unicode/utf8"
)

// Gap is what parts a token from the one before it.
type Gap uint8

const (
	GapStart Gap = iota // nothing before it
	GapSpace            // white space only
	GapJoin             // a hyphen, an apostrophe or nothing: one word to the eye
	GapDot              // a full stop after one to three letters: "St. Louis"
	GapBreak            // anything else: no name reaches over it
)

// Script is the alphabet of a token's first letter.
type Script uint8

const (
	ScriptOther Script = iota // digits, Han and all that has no case and no prior here
	ScriptLatin
	ScriptArabic
	ScriptCyrillic
	ScriptHebrew
)

// Cased tells whether the script has capitals.
func (s Script) Cased() bool { return s == ScriptLatin || s == ScriptCyrillic }

// Token is a word of a text, [Start, End) in bytes. A possessive ending ('s) is
// not part of it.
type Token struct {
	Start, End int
	from, to   int32 // of the folded form in Tokens.buf
	hash       Hash
	sum        uint64 // of hash
	Gap        Gap
	Script     Script
	Upper      bool // begins with a capital
	AllUpper   bool // has two letters or more, all capitals
	article    bool
	plural     bool // a word of five letters or more that ends with s
	odd        bool // names of other beginnings than its own sum may begin with it
}

// Tokens is a text cut into words.
type Tokens struct {
	Text    string
	List    []Token
	AnyCase bool // small letters may stand for capitals, as in a name someone typed
	buf     []byte
}

// Fold is the folded form of token i. It stays valid as long as t.
func (t *Tokens) Fold(i int) []byte { return t.buf[t.List[i].from:t.List[i].to] }

// Hash is the hash of token i alone: that of a name which begins with it.
func (t *Tokens) Hash(i int) Hash { return t.List[i].hash }

// Sum is the sum of Hash(i).
func (t *Tokens) Sum(i int) uint64 { return t.List[i].sum }

// Article is IsArticle of token i.
func (t *Tokens) Article(i int) bool { return t.List[i].article }

// Scan cuts text into tokens in one pass. Bytes that are not UTF-8 part tokens
// as punctuation does.
func Scan(text string) *Tokens {
	t := new(Tokens)
	t.Scan(text)
	return t
}

// Scan cuts text into tokens as the function does, in the memory of the text that
// t held before.
func (t *Tokens) Scan(text string) {
	t.Text, t.List, t.buf = text, t.List[:0], t.buf[:0]
	if cap(t.buf) < len(text) {
		t.buf = make([]byte, 0, len(text)+16)
	}
	if n := len(text)/6 + 4; cap(t.List) < n {
		t.List = make([]Token, 0, n)
	}
	gap := GapStart
	for i := 0; i < len(text); {
		// Nearly all text is plain words with spaces between: they need no tables.
		switch c := text[i]; {
		case small[c] != 0:
			if end := t.plainToken(i, gap); end > 0 {
				i = end
			} else {
				i = t.token(i, gap)
			}
			gap = GapJoin
			if i < len(text) && text[i] == ' ' {
				gap = GapSpace
				i++
			}
			continue
		case c == ' ':
			if gap == GapJoin {
				gap = GapSpace
			}
			i++
			continue
		case c == ',' || c == '"':
			gap = breaks(gap)
			i++
			continue
		}
		if _, ok := plain(text, i); ok {
			i = t.token(i, gap)
			gap = GapJoin
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r, n) {
			gap = widen(gap, r, n, t)
			i += n
			continue
		}
		if r != 'ـ' && unicode.IsMark(r) { // a mark without its letter
			i += n
			continue
		}
		i = t.token(i, gap)
		gap = GapJoin
	}
}

func wordRune(r rune, size int) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	case r == utf8.RuneError && size <= 1:
		return false
	case modifier(r):
		return false
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// modifier tells the marks that romanisations use for ayn and hamza, and the
// invisible ones; none of them parts a word.
func modifier(r rune) bool {
	switch r {
	case '\'', '`', '’', '‘', 'ʻ', 'ʼ', 'ʿ', 'ʾ', 'ʹ', 'ʺ', '´', '′', 'ˈ',
		'\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff',
		'\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069':
		return true
	}
	return false
}

// widen says what the gap is after one more rune of it.
func widen(g Gap, r rune, size int, t *Tokens) Gap {
	if g == GapStart || g == GapBreak {
		return g
	}
	switch {
	case modifier(r):
		return g
	case r == '-' || r == '‐' || r == '‑' || r == '־':
		if g == GapJoin || g == GapSpace {
			return g
		}
	case r == '.' && g == GapJoin:
		if len(t.List) == 0 {
			break // after a letter that folding drops
		}
		if l := t.List[len(t.List)-1]; l.Upper && l.to-l.from <= 3 {
			return GapDot
		}
	case r == '\n' || r == '\r':
		return GapBreak
	case unicode.IsSpace(r) && !(r == utf8.RuneError && size <= 1):
		if g == GapDot {
			return GapDot
		}
		return GapSpace
	}
	return GapBreak
}

// breaks is the gap behind a mark that no name reaches over.
func breaks(g Gap) Gap {
	if g == GapStart {
		return g
	}
	return GapBreak
}

// small is the small letter of each letter of ASCII, 0 of all else.
var small = func() (low [256]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		low[c], low[c-'a'+'A'] = c, c
	}
	return low
}()

// plainToken is token for a word that is letters of ASCII up to a mark which ends every
// token, as nearly all are. It returns 0, and has done nothing, where the token at byte i is
// no such word.
func (t *Tokens) plainToken(i int, gap Gap) int {
	from := len(t.buf)
	n, hash, seen := foldLetters(t.buf[from:cap(t.buf)], t.Text[i:])
	end := i + n
	if n == 0 || end < len(t.Text) && !ends(t.Text[end], t.Text[i] < 'a') {
		return 0
	}
	t.buf = t.buf[:from+n]
	if len(t.List) == cap(t.List) {
		t.List = append(t.List, Token{})
	} else {
		t.List = t.List[:len(t.List)+1]
	}
	f, tok := t.buf[from:], &t.List[len(t.List)-1]
	tok.Start, tok.End = i, end
	tok.from, tok.to = int32(from), int32(from+n)
	tok.hash, tok.sum = hash, hash.Sum()
	tok.Gap, tok.Script = gap, ScriptLatin
	tok.Upper, tok.AllUpper = t.Text[i] < 'a', n > 1 && seen&0x20 == 0
	tok.plural = n > 4 && f[n-1] == 's'
	tok.article = n <= 3 && opensArticle(f[0]) && IsArticle(f)
	tok.odd = tok.article || tok.plural
	return end
}

// foldLetters puts the small letters of the ASCII letters that text begins with into room. It
// returns how many there are, their hash and all their bits together; none when there is no
// room for all of text.
func foldLetters(room []byte, text string) (n int, hash Hash, seen byte) {
	hash = hashStart
	if len(text) > len(room) {
		return 0, hash, 0
	}
	room = room[:len(text)]
	for n < len(text) {
		c := text[n]
		low := small[c]
		if low == 0 {
			break
		}
		room[n] = low
		hash = (hash ^ Hash(low)) * hashPrime
		seen |= c
		n++
	}
	return n, hash, seen
}

// token reads the token that starts at byte i and returns where it ends in the
// text, a possessive ending included.
func (t *Tokens) token(i int, gap Gap) int {
	text := t.Text
	tok := Token{Start: i, from: int32(len(t.buf)), Gap: gap, AllUpper: true}
	letters, last := 0, i
	hash, hashed := hashStart, len(t.buf) // of the folded form so far
	for i < len(text) {
		if c := text[i]; c|0x20 >= 'a' && c|0x20 <= 'z' {
			if letters == 0 {
				tok.Upper, tok.Script = c < 'a', ScriptLatin
			}
			from, small, buf := i, byte(0), t.buf
			if hashed < len(buf) {
				hash = hash.more(buf[hashed:])
			}
			for ; i < len(text); i++ {
				low := text[i] | 0x20
				if low < 'a' || low > 'z' {
					break
				}
				small |= text[i]
				buf = append(buf, low)
				hash = (hash ^ Hash(low)) * hashPrime
			}
			t.buf, hashed = buf, len(buf)
			letters += i - from
			tok.AllUpper = tok.AllUpper && small&0x20 == 0
			last = i
			continue
		}
		if ends(text[i], tok.Upper) {
			break // after nearly all words
		}
		if r, ok := plain(text, i); ok {
			if letters == 0 {
				tok.Upper, tok.Script = r <= 'Я', ScriptArabic
				if r <= 'я' {
					tok.Script = ScriptCyrillic
				}
			}
			letters++
			tok.AllUpper = tok.AllUpper && r <= 'Я'
			t.buf = appendPlain(t.buf, r)
			i += 2
			last = i
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r, n) {
			j, ok := t.inside(i, r, n, letters, tok)
			if !ok {
				break
			}
			if j < 0 { // possessive
				i = -j
				break
			}
			i = j
			continue
		}
		if letters == 0 {
			tok.Upper = unicode.IsUpper(r)
			tok.Script = scriptOf(r)
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters++
			if unicode.IsLower(r) || !(unicode.IsUpper(r) || unicode.IsDigit(r)) {
				tok.AllUpper = false
			}
		}
		t.buf = appendFold(t.buf, r)
		i += n
		last = i
	}
	tok.End, tok.to = last, int32(len(t.buf))
	tok.AllUpper = tok.AllUpper && letters > 1
	if tok.to > tok.from {
		f := t.buf[tok.from:tok.to]
		tok.hash = hash.more(t.buf[hashed:])
		tok.sum = tok.hash.Sum()
		tok.plural = len(f) > 4 && f[len(f)-1] == 's'
		tok.article = len(f) <= 3 && IsArticle(f)
		tok.odd = tok.article || tok.plural || tok.Script == ScriptArabic
		t.List = append(t.List, tok)
	}
	return i
}

// ends tells the marks of ASCII that end every token; a full stop may go on an
// abbreviation, which begins with a capital.
func ends(c byte, upper bool) bool {
	return c < utf8.RuneSelf && !(c >= '0' && c <= '9') && c != '\'' && c != '`' && (c != '.' || !upper)
}

// inside decides whether the rune r at i, which is no letter, belongs to the
// token: an apostrophe or an invisible mark before another letter does, and so
// does the full stop in "U.S". The result is negative for a possessive ending
// and then says where that ends.
func (t *Tokens) inside(i int, r rune, n, letters int, tok Token) (int, bool) {
	next := i + n
	if next >= len(t.Text) {
		return 0, false
	}
	r2, n2 := utf8.DecodeRuneInString(t.Text[next:])
	if r == '.' {
		// Single capitals parted by full stops are one abbreviation.
		if !tok.Upper || !unicode.IsUpper(r2) || i-tok.Start > maxAbbreviation || !singles(t.Text[tok.Start:i]) {
			return 0, false
		}
		after, _ := utf8.DecodeRuneInString(t.Text[next+n2:])
		return next, next+n2 >= len(t.Text) || !unicode.IsLetter(after)
	}
	if !modifier(r) || !wordRune(r2, n2) {
		return 0, false
	}
	if (r2 == 's' || r2 == 'S') && (r == '\'' || r == '’' || r == '‘' || r == '`') {
		after, n3 := utf8.DecodeRuneInString(t.Text[next+n2:])
		if next+n2 >= len(t.Text) || !wordRune(after, n3) && !modifier(after) {
			return -(next + n2), true
		}
	}
	return next, true
}

// maxAbbreviation is how long, in bytes, letters parted by full stops may grow
// before they are parted for good: without it a text of them alone would be read
// again at every full stop.
const maxAbbreviation = 24

// singles tells whether s is one letter, or letters parted by full stops.
func singles(s string) bool {
	for k := 0; len(s) > 0; k++ {
		r, n := utf8.DecodeRuneInString(s)
		if k%2 == 0 && !unicode.IsLetter(r) || k%2 == 1 && r != '.' {
			return false
		}
		s = s[n:]
	}
	return true
}

// plain gives the letter at byte i if it is one of the everyday letters of Arabic
// or Cyrillic, which need no tables either.
func plain(text string, i int) (rune, bool) {
	if text[i]&^0x0b != 0xd0 || i+1 >= len(text) || text[i+1]&0xc0 != 0x80 { // 0xd0, 0xd1, 0xd8, 0xd9 and some that are not
		return 0, false
	}
	r := rune(text[i]&0x1f)<<6 | rune(text[i+1]&0x3f)
	switch {
	case r >= 'А' && r <= 'я':
		return r, r != 'Й' && r != 'й'
	case r >= 'ء' && r <= 'ي':
		return r, r <= 'غ' || r >= 'ف'
	}
	return 0, false
}

// appendPlain is appendFold for the letters of plain.
func appendPlain(dst []byte, r rune) []byte {
	switch {
	case r <= 'Я':
		r += 'а' - 'А'
	case r >= 'ء' && r <= 'ئ' || r == 'ة' || r == 'ى':
		return appendFold(dst, r)
	}
	return append(dst, 0xc0|byte(r>>6), 0x80|byte(r&0x3f))
}

func scriptOf(r rune) Script {
	switch {
	case r < utf8.RuneSelf:
		if r >= 'A' {
			return ScriptLatin
		}
		return ScriptOther
	case r >= 0x0600 && r <= 0x06ff || r >= 0x0750 && r <= 0x077f || r >= 0xfb50 && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc:
		return ScriptArabic
	case r >= 0x0400 && r <= 0x052f:
		return ScriptCyrillic
	case r >= 0x0590 && r <= 0x05ff:
		return ScriptHebrew
	case unicode.Is(unicode.Latin, r):
		return ScriptLatin
	}
	return ScriptOther
}
