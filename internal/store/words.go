package store

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"
	"golang.org/x/text/unicode/norm"
)

// A word is a run of letters, marks and digits; an apostrophe between two of them
// belongs to it. Its exact form is folded: lower case, no diacritics, one form of
// alef, yeh and kaf, Western digits. Its stem is Porter's for Latin letters and
// the light stemmer of Larkey and others (2007) for Arabic ones, both as in the
// analysis packages of Bleve. The script of the word decides, so that a text may
// mix languages, and a query is treated as the text was.

const (
	maxIndexedWords = 20000   // of one text: PostgreSQL keeps positions up to 16,383
	maxIndexedBytes = 400_000 // of stems and exact forms: a tsvector holds 1 MiB
	maxWordRunes    = 40
)

// indexWords is what the search index holds of one text, in the order of the text.
type indexWords struct {
	title, body []string // stems
	exact       []string // folded forms of title and body, parted by partMark
}

// partMark stands between title and body, so that no phrase reaches across.
const partMark = "¶"

// stemmer folds and stems words. It remembers those it has seen; not safe for concurrent use.
type stemmer struct {
	known  map[string][2]string // as written → exact, stem
	arabic [2]analysis.TokenFilter
	latin  [2]analysis.TokenFilter
}

func newStemmer() *stemmer {
	return &stemmer{
		known:  map[string][2]string{},
		arabic: [2]analysis.TokenFilter{ar.NewArabicNormalizeFilter(), &ar.ArabicStemmerFilter{}},
		latin:  [2]analysis.TokenFilter{&en.PossessiveFilter{}, porter.NewPorterStemmer()},
	}
}

// index cuts title and body into words.
func (s *stemmer) index(title, body string) indexWords {
	var w indexWords
	n, bytes := 0, 0
	add := func(list *[]string) func(start, end int, word string) bool {
		return func(_, _ int, word string) bool {
			exact, stem := s.forms(word)
			if exact == "" {
				return true
			}
			*list = append(*list, stem)
			w.exact = append(w.exact, exact)
			n++
			bytes += len(exact) + len(stem)
			return n < maxIndexedWords && bytes < maxIndexedBytes
		}
	}
	cutWords(title, add(&w.title))
	w.exact = append(w.exact, partMark)
	cutWords(body, add(&w.body))
	return w
}

// forms returns the exact form and the stem of a word as written.
func (s *stemmer) forms(word string) (exact, stem string) {
	if f, ok := s.known[word]; ok {
		return f[0], f[1]
	}
	exact, stem = s.make(word)
	if len(s.known) < 200_000 {
		s.known[strings.Clone(word)] = [2]string{exact, stem}
	}
	return exact, stem
}

func (s *stemmer) make(word string) (exact, stem string) {
	if utf8.RuneCountInString(word) > maxWordRunes {
		word = string([]rune(word)[:maxWordRunes])
	}
	base := word
	if strings.ContainsAny(word, "'’") {
		base = string(s.latin[0].Filter(stream(word))[0].Term) // without 's
	}
	exact = fold(base)
	if exact == "" {
		return "", ""
	}
	first, _ := utf8.DecodeRuneInString(exact)
	switch {
	case unicode.Is(unicode.Arabic, first):
		exact = string(s.arabic[0].Filter(stream(exact))[0].Term)
		stem = string(s.arabic[1].Filter(stream(exact))[0].Term)
	case 'a' <= first && first <= 'z':
		stem = string(s.latin[1].Filter(stream(exact))[0].Term)
	default:
		stem = exact
	}
	if stem == "" {
		stem = exact
	}
	return exact, stem
}

func stream(word string) analysis.TokenStream {
	return analysis.TokenStream{{Term: []byte(word)}}
}

// fold returns the exact form of a word: letters and digits only.
func fold(word string) string {
	plain := true
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || c == '\'' {
			plain = false
			break
		}
	}
	if plain {
		return strings.ToLower(word)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(word) {
		switch {
		case unicode.Is(unicode.Mn, r) && r < 0x0900: // vowel signs of Indic scripts stay
		case unicode.Is(unicode.Lm, r): // ʿ, ʾ, tatweel
		case r == 'ی' || r == 'ى':
			b.WriteRune('ي')
		case r == 'ک':
			b.WriteRune('ك')
		case r == 'ß':
			b.WriteString("ss")
		case r == 'ı':
			b.WriteByte('i')
		case r >= '٠' && r <= '٩':
			b.WriteRune('0' + r - '٠')
		case r >= '۰' && r <= '۹':
			b.WriteRune('0' + r - '۰')
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// cutWords calls yield for every word of text with its byte range until yield
// returns false.
func cutWords(text string, yield func(start, end int, word string) bool) {
	start, end := -1, 0
	for i, r := range text {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(text[i:])
		}
		var in bool
		if r < utf8.RuneSelf {
			in = 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
		} else {
			in = unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
		}
		if !in && start >= 0 && end == i && (r == '\'' || r == '’') && i+size < len(text) {
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			in = unicode.IsLetter(next)
		}
		switch {
		case in && start < 0:
			start, end = i, i+size
		case in:
			end = i + size
		case start >= 0:
			if !yield(start, end, text[start:end]) {
				return
			}
			start = -1
		}
	}
	if start >= 0 {
		yield(start, end, text[start:end])
	}
}

// stopWords are words that every text holds; a query of other words too does not need them.
var stopWords = sync.OnceValue(func() analysis.TokenMap {
	m := analysis.NewTokenMap()
	for _, list := range [][]byte{en.EnglishStopWords, ar.ArabicStopWords} {
		if err := m.LoadBytes(list); err != nil {
			return analysis.NewTokenMap() // unreachable: the lists are compiled in; without them every word counts
		}
	}
	return m
})
