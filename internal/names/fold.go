// Package names says when two spellings are the same name. The rooms that know
// names (places, parties, sources) share it, so that one spelling is folded one
// way everywhere.
//
// There are four steps, each looser than the one before:
//
//   - [Scan] cuts a text into tokens and folds each: small letters, no
//     diacritics, no apostrophes, ayn or hamza, one form of every Arabic letter
//     that is written in several ways. Offsets lead back to the text.
//   - [Fold] is the folded tokens of a whole name with one space between.
//   - [Canon] is Fold with every spelling of the Arabic article written "al", so
//     that "Deir ez-Zor" and "Deir el Zor" are one name.
//   - [Key] is the skeleton of consonants, the same for the many ways in which
//     an Arabic or Russian name is written in Latin letters, and for the Arabic
//     and Cyrillic letters themselves. Keys collide ("Qussour" and "Qasr"), so
//     whoever finds a name by its key checks it with [Similar].
//
// The room imports nothing of isnad and knows no name by heart.
package names

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the folded tokens of s, parted by one space. It is empty when s
// holds no letter and no digit.
func Fold(s string) string {
	return joined(s, false)
}

// Canon is Fold with every spelling of the Arabic article, in Latin letters and
// before another word, written "al".
func Canon(s string) string {
	return joined(s, true)
}

func joined(s string, canon bool) string {
	var b [64]byte
	if canon {
		return string(AppendCanon(b[:0], s))
	}
	t := Borrow(s)
	defer t.Return()
	return string(t.join(b[:0], 0, len(t.List), false))
}

// AppendCanon appends what Canon gives for s. Names of plain letters, which most
// are, take one pass.
func AppendCanon(dst []byte, s string) []byte {
	start, word, inside := len(dst), len(dst), false
	for i := range len(s) {
		c := s[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			c |= 0x20
		case c >= '0' && c <= '9':
		case c >= utf8.RuneSelf || c == '\'' || c == '`' || c == '.':
			t := Borrow(s)
			defer t.Return()
			return t.AppendCanon(dst[:start])
		default:
			inside = false
			continue
		}
		if !inside && len(dst) > start {
			if IsArticle(dst[word:]) {
				dst = append(dst[:word], article...)
			}
			dst = append(dst, ' ')
			word = len(dst)
		}
		inside = true
		dst = append(dst, c)
	}
	return dst
}

// AppendCanon appends what Canon gives for the text of t.
func (t *Tokens) AppendCanon(dst []byte) []byte { return t.join(dst, 0, len(t.List), true) }

func (t *Tokens) join(dst []byte, from, to int, canon bool) []byte {
	for i := from; i < to; i++ {
		if i > from {
			dst = append(dst, ' ')
		}
		f := t.Fold(i)
		if canon && i+1 < to && IsArticle(f) {
			dst = append(dst, "al"...)
			continue
		}
		dst = append(dst, f...)
	}
	return dst
}

// appendFold appends the folded form of the letter, mark or digit r. It appends
// nothing for what folding drops.
func appendFold(dst []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(dst, byte(r))
	}
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return append(dst, "ا"...)
	case 'ى', 'ی', 'ې', 'ئ':
		return append(dst, "ي"...)
	case 'ؤ':
		return append(dst, "و"...)
	case 'ة', 'ۀ', 'ە', 'ہ', 'ھ':
		return append(dst, "ه"...)
	case 'ک':
		return append(dst, "ك"...)
	case 'ء', 'ـ':
		return dst
	case 'ø', 'Ø':
		return append(dst, 'o')
	case 'ł', 'Ł':
		return append(dst, 'l')
	case 'đ', 'Đ', 'ð', 'Ð':
		return append(dst, 'd')
	case 'ħ', 'Ħ':
		return append(dst, 'h')
	case 'ı', 'İ':
		return append(dst, 'i')
	case 'ŋ', 'Ŋ':
		return append(dst, 'n')
	case 'ß':
		return append(dst, "ss"...)
	case 'æ', 'Æ', 'ǽ':
		return append(dst, "ae"...)
	case 'œ', 'Œ':
		return append(dst, "oe"...)
	case 'þ', 'Þ':
		return append(dst, "th"...)
	case 'ə', 'Ə':
		return append(dst, 'a')
	}
	if unicode.IsMark(r) || modifier(r) {
		return dst
	}
	if d, ok := digit(r); ok {
		return append(dst, d)
	}
	var b [utf8.UTFMax]byte
	n := utf8.EncodeRune(b[:], r)
	if d := norm.NFKD.Properties(b[:n]).Decomposition(); len(d) > 0 {
		for len(d) > 0 {
			c, size := utf8.DecodeRune(d)
			d = d[size:]
			if c != r && (unicode.IsLetter(c) || unicode.IsDigit(c)) {
				dst = appendFold(dst, c)
			}
		}
		return dst
	}
	if small := unicode.ToLower(r); small != r {
		return appendFold(dst, small)
	}
	return utf8.AppendRune(dst, r)
}

// digit gives the ASCII form of the decimal digits that Arabic texts use.
func digit(r rune) (byte, bool) {
	switch {
	case '٠' <= r && r <= '٩':
		return '0' + byte(r-'٠'), true
	case '۰' <= r && r <= '۹':
		return '0' + byte(r-'۰'), true
	}
	return 0, false
}
