package names

import (
	"bytes"
	"unicode/utf8"
)

// Key is the skeleton of a folded name: articles dropped, digraphs folded
// (kh, gh, sh, th, dh, zh …), letters that romanisations confuse made one
// (q = k = c, z = s after d, j = dj = g), doubled letters made single, vowels,
// glides and the closing h dropped. Deir Ezzor, Deir ez-Zor, Dayr az Zawr and
// دير الزور share one key. It follows the practice of romanised Arabic
// retrieval; similar rules serve Russian and Ukrainian. A key may be empty.
func Key(folded string) string {
	var few [64]byte
	return string(AppendKey(few[:0], []byte(folded)))
}

// AppendKey appends the key of a folded name to dst.
func AppendKey(dst, folded []byte) []byte { return appendKey(dst, folded, nil) }

// HasKey tells whether key is the key of a folded name. Most names of another key
// are told by their first letters.
func HasKey(folded, key []byte) bool {
	var b [64]byte
	return bytes.Equal(appendKey(b[:0], folded, key), key)
}

// appendKey stops at the first word that leads away from the key wanted, if any.
func appendKey(dst, folded, wanted []byte) []byte {
	start := len(dst)
	for len(folded) > 0 {
		w := folded
		for i, c := range folded {
			if c == ' ' {
				w = folded[:i]
				break
			}
		}
		last := len(w) == len(folded)
		folded = folded[min(len(w)+1, len(folded)):]
		if !last && IsArticle(w) {
			continue
		}
		dst = appendKeyWord(dst, start, w)
		if wanted != nil && !bytes.HasPrefix(wanted, dst[start:]) {
			break
		}
	}
	return dst
}

func appendKeyWord(dst []byte, start int, w []byte) []byte {
	first := true
	if len(w) > 5 && string(w[:4]) == "ال" { // the article is written with the word
		w = w[4:]
	}
	for i := 0; i < len(w); {
		r, n := utf8.DecodeRune(w[i:])
		i += n
		var next rune
		if i < len(w) {
			next, _ = utf8.DecodeRune(w[i:])
		}
		var c byte
		if r < utf8.RuneSelf {
			var two bool
			c, two = latinClass(byte(r), next)
			if two {
				i++
			}
			if c == 'h' && (i == len(w) || !first && !vowel(next)) {
				c = 0 // closing h, and the mute h of "Shahba" against "Shaba"
			}
		} else {
			c = otherClass(r)
			if c == 'h' && i == len(w) {
				c = 0
			}
		}
		first = false
		if c == 0 || len(dst) > start && dst[len(dst)-1] == c {
			continue
		}
		dst = append(dst, c)
	}
	return dst
}

func vowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'w':
		return true
	}
	return false
}

// latinClass is the class of a letter of ASCII, 0 for what keys leave out, and
// whether the next letter belongs to it.
func latinClass(c byte, next rune) (byte, bool) {
	if next != 'h' && next != 'j' {
		return classAlone[c&0x7f], false // nearly always
	}
	return classBefore(c, next)
}

// classAlone is the class of each letter of ASCII before one that says nothing of it.
var classAlone = func() (class [0x80]byte) {
	for c := range byte(len(class)) {
		class[c], _ = classBefore(c, 0)
	}
	return class
}()

// classBefore is latinClass, worked out.
func classBefore(c byte, next rune) (byte, bool) {
	if next == 'h' {
		switch c {
		case 'k':
			return 'x', true
		case 'g':
			return 'G', true
		case 's', 'c':
			return 'S', true
		case 't':
			return 't', true
		case 'd':
			return 'd', true
		case 'z':
			return 'z', true
		case 'p':
			return 'f', true
		}
	}
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'w':
		return 0, false
	case 'q', 'k', 'c':
		return 'k', false
	case 'x':
		return 'k', false
	case 'd':
		if next == 'j' {
			return 'j', true
		}
	case 'v', 'f':
		return 'f', false
	case 'p', 'b':
		return 'b', false
	}
	return c, false
}

// otherClass is the class of an Arabic, Hebrew or Cyrillic letter.
func otherClass(r rune) byte {
	switch r {
	case 'ب', 'پ', 'б', 'п', 'ב', 'פ', 'ף':
		return 'b'
	case 'ت', 'ط', 'ث', 'т', 'ת', 'ט':
		return 't'
	case 'ج', 'چ', 'ژ':
		return 'j'
	case 'ح', 'ه', 'ה', 'ח':
		return 'h'
	case 'خ', 'х':
		return 'x'
	case 'د', 'ذ', 'ض', 'д', 'ד':
		return 'd'
	case 'ر', 'р', 'ר':
		return 'r'
	case 'ز', 'ظ', 'з', 'ж', 'ז':
		return 'z'
	case 'س', 'ص', 'с', 'ס', 'צ', 'ץ':
		return 's'
	case 'ش', 'ш', 'щ', 'ч', 'ש':
		return 'S'
	case 'غ':
		return 'G'
	case 'ف', 'ф', 'в':
		return 'f'
	case 'ق', 'ك', 'к', 'ק', 'כ', 'ך':
		return 'k'
	case 'گ', 'г', 'ґ', 'ג':
		return 'g'
	case 'ل', 'л', 'ל':
		return 'l'
	case 'م', 'м', 'מ', 'ם':
		return 'm'
	case 'ن', 'н', 'נ', 'ן':
		return 'n'
	}
	return 0
}
