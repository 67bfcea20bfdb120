package imprint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/wording"
	"isnad/internal/sources"
)

// nameWords are the folded words of an outlet's name; what stands in brackets is no
// part of it: "Meridian Press Agency (Beirut)".
func nameWords(s string) []string {
	if i := strings.IndexAny(s, "(["); i > 0 {
		s = s[:i]
	}
	words := strings.FieldsFunc(wording.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return words
}

// shortFor tells whether an outlet calls itself so in short: all of its name but the
// words of the trade ("Meridian" for "Meridian Press Agency"), or the last word ("Courier" for
// "Sahel Courier").
func shortFor(outlet, short string) bool {
	all, part := nameWords(outlet), nameWords(short)
	if len(part) == 0 || len(part) > len(all) || len(all) > 12 {
		return false
	}
	for i := 0; i+len(part) <= len(all); i++ {
		same := true
		for j := range part {
			same = same && all[i+j] == part[j]
		}
		if !same {
			continue
		}
		if len(part) == 1 && i == len(all)-1 && utf8.RuneCountInString(part[0]) >= 4 {
			return true
		}
		rest := true
		for j, w := range all {
			rest = rest && (j >= i && j < i+len(part) || tradeWord(w))
		}
		if rest {
			return true
		}
	}
	return false
}

// tradeWord tells the words that say that a name is an outlet's and not which.
func tradeWord(w string) bool {
	switch w {
	case "press", "agency", "news", "newswire", "wire", "newspaper", "paper", "post", "times", "network", "media", "daily", "weekly", "online", "tv", "radio", "television",
		"agence", "de", "presse", "the", "of", "and", "for", "magazin", "magazine", "zeitung", "info", "service", "report", "today", "bureau", "staff", "desk",
		"وكاله", "للانباء", "الانباء", "انباء", "جريده", "صحيفه", "قناه", "موقع", "شبكه", "اخبار", "الاخبار", "الاخباريه", "الاعلاميه", "اذاعه":
		return true
	}
	return false
}

// sectionWord tells words that with one of the trade name a section: "World News".
func sectionWord(w string) bool {
	switch w {
	case "world", "local", "breaking", "latest", "top", "more", "other", "all", "home", "foreign", "national", "international", "regional", "politics", "war", "live", "our", "your", "security",
		"اهم", "اخر", "عاجل", "عالميه", "محليه", "دوليه", "سياسيه", "العالم":
		return true
	}
	return false
}

// IsOutlet tells a short line that is the name of an outlet or agency by a word of
// the trade or by the book of sources, not a headline.
func IsOutlet(s string) bool {
	s = wording.Squeeze(wording.Unmark(s))
	if i := strings.IndexAny(s, "(["); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || utf8.RuneCountInString(s) > 60 || strings.ContainsAny(s, "?!:;,،0123456789") || wording.EndsSentence(s) {
		return false
	}
	if src, ok := sources.Embedded().Lookup(s); ok {
		return src.Kind == isnad.SourceAgency || src.Kind == isnad.SourceOutlet
	}
	if len(words) < 2 {
		return false // one word may be anything
	}
	telling := false
	for _, w := range words {
		f := wording.Fold(w)
		telling = telling || !tradeWord(f) && !sectionWord(f)
		if r := firstLetter(w); !unicode.IsUpper(r) && !wording.IsArabic(r) && !Particle(w) && wording.Fold(w) != "the" {
			return false
		}
	}
	if !telling {
		return false
	}
	// In this form a name without a word of the trade would be a person's: what is left
	// over is an outlet by its words.
	switch sources.Guess(s) {
	case isnad.SourceAgency:
		return true
	case isnad.SourceOutlet:
		return len(words) <= 5
	}
	return false
}

// Names are the names by which a page's own outlet may be called on it.
type Names []string

// Has tells whether a line is one of the names, in full or in short.
func (own Names) Has(s string) bool {
	if utf8.RuneCountInString(s) > 80 {
		return false
	}
	for _, n := range own {
		if shortFor(n, s) || wording.Letters(n) == wording.Letters(s) && wording.Letters(s) != "" {
			return true
		}
	}
	return false
}

// Namesake tells a site that bears the name of a person, who is no agency: a blog.
func (own Names) Namesake(name string) bool {
	words := nameWords(name)
	if len(words) < 2 {
		return false
	}
	for _, w := range words {
		if tradeWord(w) {
			return false
		}
	}
	same := false
	for _, n := range own {
		same = same || wording.Letters(n) == wording.Letters(name)
	}
	return same && PersonLike(name)
}

// WithAgency adds the agencies credited on the page to its own names.
func (own Names) WithAgency(agency string) Names {
	known := append(Names(nil), own...)
	for a := range strings.SplitSeq(agency, "/") {
		if a != "" {
			known = append(known, a)
		}
	}
	return known
}
