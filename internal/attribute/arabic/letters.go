package arabic

import (
	"unicode/utf8"

	"isnad"
)

// letter gives the one form under which r is compared, 0 for what does not
// count: vowel signs, the tatweel, marks of direction.
func letter(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ی', 'ې':
		return 'ي'
	case 'ة':
		return 'ه'
	case 'ؤ':
		return 'و'
	case 'ئ':
		return 'ي'
	case 'ک':
		return 'ك'
	}
	if silent(r) {
		return 0
	}
	return r
}

func silent(r rune) bool {
	return r >= 0x64b && r <= 0x65f || r == 0x670 || r == 0x640 || r >= 0x610 && r <= 0x61a || r >= 0x6d6 && r <= 0x6ed ||
		r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff || r == 0xad
}

// plain is s with every letter in the form under which it is compared.
func plain(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		if l := letter(r); l != 0 {
			b = utf8.AppendRune(b, l)
		}
	}
	return string(b)
}

// numeral gives the value of a digit of any of the three rows in use.
func numeral(r rune) (int, bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r >= '٠' && r <= '٩':
		return int(r - '٠'), true
	case r >= '۰' && r <= '۹':
		return int(r - '۰'), true
	}
	return 0, false
}

func arabicLetter(r rune) bool {
	return r >= 0x620 && r <= 0x64a || r >= 0x66e && r <= 0x6d3 || r == 0x6d5 || r >= 0x6ee && r <= 0x6ff && !(r >= 0x6f0 && r <= 0x6f9)
}

// sample bounds what is looked at to tell the language of a report, in bytes.
const sample = 8 << 10

// Reads tells whether a report is in Arabic: most letters of its beginning are
// Arabic ones, and letters that Persian, Urdu or Kurdish add are rare.
func Reads(rep *isnad.Report) bool { return !tooFewFar(rep) && mostlyArabic(rep) }

func mostlyArabic(rep *isnad.Report) bool {
	arab, other, added := 0, 0, 0
	for _, t := range [...]string{rep.Title, rep.Text} {
		if len(t) > sample {
			t = t[:sample]
		}
		for i := 0; i < len(t); {
			if c := t[i]; c < utf8.RuneSelf {
				if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
					other++
				}
				i++
				continue
			}
			r, n := utf8.DecodeRuneInString(t[i:])
			i += n
			switch r {
			case 'پ', 'چ', 'ژ', 'گ', 'ی', 'ک', 'ە', 'ۆ', 'ێ', 'ڵ', 'ے', 'ہ', 'ں':
				added++
				arab++
			default:
				if arabicLetter(r) {
					arab++
				} else if r > 0x7f && r < 0x530 || r >= 0x5d0 && r <= 0x5ea || r >= 0x3000 {
					other++
				}
			}
		}
	}
	return arab > 20 && arab > other && added*25 < arab
}

// tooFewFar tells, without reading letters, that a report cannot hold more Arabic
// ones than Latin: an Arabic letter has two bytes. It stops where the rest of the
// sample could not change that.
func tooFewFar(rep *isnad.Report) bool {
	texts := [...]string{rep.Title[:min(len(rep.Title), sample)], rep.Text[:min(len(rep.Text), sample)]}
	latin, far, rest := 0, 0, len(texts[0])+len(texts[1])
	for _, t := range texts {
		for len(t) > 0 {
			part := t[:min(len(t), 256)]
			for i := range len(part) {
				if c := part[i]; c >= utf8.RuneSelf {
					far++
				} else if 'a' <= c && c <= 'z' {
					latin++
				}
			}
			t = t[len(part):]
			if rest -= len(part); (far+rest)/2 <= latin {
				return true
			}
		}
	}
	return far/2 <= latin
}
