package store

import (
	"strings"
)

// A query's bounds: what is beyond them is left out.
const (
	maxQueryRunes = 400
	maxQueryTerms = 16
)

// wordQuery is what a person typed into a search field: all of it must be there.
type wordQuery struct {
	stems   []string   // words, in any form
	phrases [][]string // exact words in this order: what stood in quotation marks
}

func (q wordQuery) empty() bool { return len(q.stems) == 0 && len(q.phrases) == 0 }

// parseWords reads a query. Words in quotation marks ("…", “…”, «…») are looked
// for as they are, others by their stems. Stop words count only when there is
// nothing else.
func parseWords(words string) wordQuery {
	if runes := []rune(words); len(runes) > maxQueryRunes {
		words = string(runes[:maxQueryRunes])
	}
	words = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`).Replace(words)
	s := newStemmer()
	var q wordQuery
	var stops []string
	seen := map[string]bool{}
	terms := 0
	parts := strings.Split(words, `"`)
	for i, part := range parts {
		quoted := i%2 == 1 && i < len(parts)-1 // a mark that is never closed quotes nothing
		var phrase []string
		cutWords(part, func(_, _ int, word string) bool {
			exact, stem := s.forms(word)
			switch {
			case exact == "":
				return true
			case quoted:
				phrase = append(phrase, exact)
			case stopWords()[strings.ToLower(word)] || stopWords()[exact]:
				stops = append(stops, stem)
				return true
			case !seen[stem]:
				seen[stem] = true
				q.stems = append(q.stems, stem)
			}
			terms++
			return terms < maxQueryTerms
		})
		if len(phrase) > 0 {
			q.phrases = append(q.phrases, phrase)
		}
		if terms >= maxQueryTerms {
			break
		}
	}
	if q.empty() {
		q.stems = stops[:min(len(stops), maxQueryTerms)]
	}
	return q
}

const (
	snippetRunes = 260
	cutTextRunes = 300
)

// snippet returns the run of text where the most different words of q stand, with
// those words marked; the beginning of the text when none does.
func (q wordQuery) snippet(s *stemmer, text string) []Run {
	type hit struct {
		start, end int
		term       string
	}
	stems, exacts := map[string]bool{}, map[string]bool{}
	for _, w := range q.stems {
		stems[w] = true
	}
	for _, p := range q.phrases {
		for _, w := range p {
			exacts[w] = true
		}
	}
	var hits []hit
	cutWords(text, func(start, end int, word string) bool {
		exact, stem := s.forms(word)
		if stems[stem] || exacts[exact] {
			hits = append(hits, hit{start, end, stem})
		}
		return len(hits) < 500
	})
	// The window that begins at each hit is some 260 bytes or more wide; Arabic
	// letters take two bytes, so windows are measured in runes when cut below.
	best, bestCount := 0, 0
	for i := range hits {
		distinct := map[string]bool{}
		n := 0
		for _, h := range hits[i:] {
			if h.end-hits[i].start > snippetRunes {
				break
			}
			n++
			distinct[h.term] = true
		}
		if c := len(distinct)*100 + min(n, 99); c > bestCount {
			best, bestCount = i, c
		}
	}
	from := 0
	if len(hits) > 0 {
		from = wordStart(text, max(0, hits[best].start-80))
	}
	to, runes := len(text), 0
	for i := range text[from:] {
		if runes == snippetRunes {
			to = from + i
			break
		}
		runes++
	}
	var out []Run
	put := func(t string, match bool) {
		if t != "" {
			out = append(out, Run{Text: t, Match: match})
		}
	}
	if from > 0 {
		put("… ", false)
	}
	at := from
	for _, h := range hits {
		if h.start < from || h.end > to {
			continue
		}
		put(text[at:h.start], false)
		put(text[h.start:h.end], true)
		at = h.end
	}
	put(text[at:to], false)
	if to < len(text) {
		put(" …", false)
	}
	return out
}

// wordStart returns the first position at or after i where a word begins.
func wordStart(text string, i int) int {
	if i == 0 {
		return 0
	}
	if j := strings.IndexAny(text[i:], " \n"); j >= 0 && j < 80 {
		return i + j + 1
	}
	for i < len(text) && text[i]&0xC0 == 0x80 {
		i++
	}
	return i
}

// cut returns the first n characters of text.
func cut(text string, n int) string {
	for i := range text {
		if n == 0 {
			return strings.TrimRight(text[:i], " \n") + "…"
		}
		n--
	}
	return text
}
