package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Squeeze makes every run of white space one space and trims the ends.
func Squeeze(s string) string { return strings.Join(strings.FieldsFunc(s, IsSpace), " ") }

// IsSpace tells white space, with what takes its place on web pages.
func IsSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u200B' || r == '\u00A0' }

// Unmark drops what stands between letters without being read: direction marks,
// tatweel and Arabic vowel signs. Patterns are compared on the result, texts keep theirs.
func Unmark(s string) string {
	if strings.IndexFunc(s, Unread) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if Unread(r) {
			return -1
		}
		return r
	}, s)
}

// Unread tells a character that stands between letters without being read.
func Unread(r rune) bool {
	return r >= '\u200B' && r <= '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' ||
		r == '\u0640' || r >= '\u064B' && r <= '\u0652' || r == '\u061C'
}

// Fold makes words comparable: lower case, one form of alef, ya and ta marbuta,
// Latin digits, no marks.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case Unread(r):
			return -1
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '۰' && r <= '۹':
			return '0' + r - '۰'
		}
		switch r {
		case 'أ', 'إ', 'آ', 'ٱ':
			return 'ا'
		case 'ى', 'ی':
			return 'ي'
		case 'ة':
			return 'ه'
		case 'ک':
			return 'ك'
		case '’', '‘', 'ʼ', '`':
			return '\''
		}
		return unicode.ToLower(r)
	}, s)
}

// IsArabic tells a letter or digit of the Arabic script, in any of its languages.
func IsArabic(r rune) bool { return r >= 0x0600 && r <= 0x06FF || r >= 0x0750 && r <= 0x077F }

// Letters are the folded letters and digits of s and nothing else: titles and names are
// compared by them.
func Letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, Fold(s))
}

// EndsSentence tells whether s ends with the mark of a full sentence, quotes and brackets aside.
func EndsSentence(s string) bool {
	s = strings.TrimRight(Unmark(s), "\"'”’»)] ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?؟…。", r)
}

// First is the first character of s, U+FFFD when there is none.
func First(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
