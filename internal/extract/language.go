package extract

import (
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"isnad/internal/extract/wording"
)

// language is the BCP 47 tag of a text's language. The script decides where it can, with
// letters that only one language of it uses; then the page's own word; then the
// commonest words; then trigrams. It is empty when there is too little text.
func language(text, declared string) string {
	text = firstRunes(text, 1500)
	var latin, arabic, cyrillic, hebrew, greek, other, total int
	var persian, kurdish, urdu, ukrainian, russian int
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		total++
		switch {
		case r < 0x250:
			latin++
		case wording.IsArabic(r) || r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC:
			arabic++
			switch r {
			case 'پ', 'چ', 'ژ', 'گ':
				persian++
			case 'ە', 'ێ', 'ۆ', 'ڕ', 'ڵ':
				kurdish++
			case 'ٹ', 'ڈ', 'ڑ', 'ے', 'ں':
				urdu++
			}
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
			switch r {
			case 'і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є':
				ukrainian++
			case 'ы', 'э', 'ё', 'ъ':
				russian++
			}
		case unicode.Is(unicode.Hebrew, r):
			hebrew++
		case unicode.Is(unicode.Greek, r):
			greek++
		default:
			other++
		}
	}
	declared = tagOf(declared)
	if total < 3 {
		return declared
	}
	half := total / 2
	switch {
	case arabic > half:
		switch {
		case kurdish*50 > arabic:
			return "ckb"
		case urdu*50 > arabic:
			return "ur"
		case persian*60 > arabic:
			return "fa"
		case declared == "fa" || declared == "ur" || declared == "ckb" || declared == "ps":
			return declared
		}
		return "ar"
	case cyrillic > half:
		switch {
		case ukrainian > russian:
			return "uk"
		case declared != "" && strings.Contains("ru uk be bg sr mk", declared):
			return declared
		}
		return "ru"
	case hebrew > half:
		return "he"
	case greek > half:
		return "el"
	case latin <= half:
		if i := whatlanggo.Detect(text); i.IsReliable() {
			return i.Lang.Iso6391()
		}
		return declared
	}
	if sure, n, words := englishWords(text); sure > 0 && n > 1 && n*6 >= words {
		return "en"
	}
	switch declared {
	case "ar", "fa", "ru", "uk", "he", "el":
		declared = "" // the page's frame is in another language than its text
	}
	if i := whatlanggo.Detect(firstRunes(text, 600)); i.IsReliable() && i.Lang.Iso6391() != "" {
		return i.Lang.Iso6391()
	}
	return declared
}

// englishWords counts the commonest words of English; sure are those that no other
// language writes so. It saves the trigrams for the rest and serves short texts.
func englishWords(s string) (sure, common, all int) {
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		all++
		switch strings.ToLower(w) {
		case "the", "of", "and", "said", "were", "with", "from", "which", "has", "have", "been", "by", "that":
			sure++
			common++
		case "to", "in", "was", "for", "on", "at", "who", "is", "are", "as", "an", "it", "after":
			common++
		}
	}
	return sure, common, all
}

// tagOf cleans a declared language: "en_US" is "en".
func tagOf(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if i := strings.IndexAny(s, "-_,; "); i >= 0 {
		s = s[:i]
	}
	if len(s) < 2 || len(s) > 3 || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return s
}
