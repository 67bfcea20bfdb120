package trace

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// class is what a code point does to the word it stands in.
type class uint8

const (
	mark   class = iota // ends a word: punctuation, symbols
	space               // ends a word, and parts the marks around it from the next
	part                // belongs to a word
	silent              // stands in a word and says nothing: diacritics, tatweel, joiners, direction marks
	alone               // is a word by itself, in scripts that put no spaces between words
)

// folded is a code point made comparable. A letter that folds to several, such
// as a ligature, has more set and is folded by foldSlow.
type folded struct {
	to    uint16
	class class
	more  bool
}

// foldEnd is where the table of folded code points ends: Latin, Greek, Cyrillic,
// Armenian, Hebrew, Arabic.
const foldEnd = 0x700

// foldTable gives the folded form of every code point below foldEnd.
var foldTable = sync.OnceValue(func() *[foldEnd]folded {
	t := new([foldEnd]folded)
	for r := range rune(foldEnd) {
		var buf [8]rune
		c, to := foldSlow(buf[:0], r)
		t[r].class = c
		switch {
		case len(to) == 1 && to[0] < 1<<16:
			t[r].to = uint16(to[0])
		case len(to) > 0:
			t[r].more = true
		}
	}
	return t
})

// foldSlow appends the folded form of r: compatibility forms and diacritics
// undone, lower case, Arabic letters that are written for each other made one,
// digits of every script those of ASCII.
func foldSlow(dst []rune, r rune) (class, []rune) {
	c := classOf(r)
	if c != part && c != alone {
		return c, dst
	}
	if r < utf8.RuneSelf {
		return c, append(dst, unicode.ToLower(r))
	}
	var enc [utf8.UTFMax]byte
	if d := norm.NFKD.Properties(enc[:utf8.EncodeRune(enc[:], r)]).Decomposition(); d != nil {
		for _, x := range string(d) {
			if k := classOf(x); k == part || k == alone {
				dst = append(dst, foldLetter(x))
			}
		}
		if len(dst) > 0 {
			return c, dst
		}
		return silent, dst
	}
	return c, append(dst, foldLetter(r))
}

func classOf(r rune) class {
	switch {
	case r == '\u0640', r >= '\u200b' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2060' && r <= '\u2069', r == '\ufeff', r == '\u00ad':
		return silent
	case unicode.Is(unicode.Mn, r):
		return silent
	case unicode.IsSpace(r):
		return space
	case unicode.IsLetter(r):
		if unbroken(r) {
			return alone
		}
		return part
	case unicode.IsNumber(r), unicode.Is(unicode.Mc, r):
		return part
	}
	return mark
}

// unbroken tells whether r belongs to a script that is written without spaces.
func unbroken(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

func foldLetter(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ئ', 'ی', 'ې':
		return 'ي'
	case 'ؤ':
		return 'و'
	case 'ة', 'ہ', 'ۀ', 'ە', 'ھ':
		return 'ه'
	case 'ک':
		return 'ك'
	case 'ς':
		return 'σ'
	case 'ı':
		return 'i'
	}
	if unicode.Is(unicode.Nd, r) {
		// The digits of a script stand in a run of ten that begins at a
		// multiple of ten from where the run of Nd begins.
		for _, span := range unicode.Nd.R16 {
			if r <= rune(span.Hi) {
				return '0' + (r-rune(span.Lo))%10
			}
		}
		for _, span := range unicode.Nd.R32 {
			if r <= rune(span.Hi) {
				return '0' + (r-rune(span.Lo))%10
			}
		}
	}
	return unicode.ToLower(r)
}
