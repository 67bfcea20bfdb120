package imprint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/wording"
	"isnad/internal/places"
	"isnad/internal/sources"
)

// KnownAgency returns the short name of an agency, outlet, monitor or body that the
// book of sources knows by this name.
func KnownAgency(name string) (string, bool) {
	name = strings.Trim(wording.Squeeze(wording.Unmark(name)), ".,:;-–—()[] ")
	if name == "" || utf8.RuneCountInString(name) > 80 {
		return "", false
	}
	s, ok := sources.Embedded().Lookup(name)
	if !ok || s.Kind == isnad.SourceUnnamed || s.Kind == isnad.SourceParty || s.Kind == isnad.SourcePerson {
		return "", false
	}
	return s.Name, true
}

// agencyLike tells a name that has the form of an agency's although the book
// does not know it: capitals only, or a word such as "Agency".
func agencyLike(name string) bool {
	if n := utf8.RuneCountInString(name); n < 2 || n > 60 {
		return false
	}
	words := strings.Fields(name)
	if len(words) > 6 {
		return false
	}
	if len(words) == 1 && acronym(name) {
		return true
	}
	for _, w := range words {
		switch wording.Fold(strings.Trim(w, ".,")) {
		case "agency", "agencies", "agence", "agences", "press", "news", "newswire", "wire", "wires", "media", "network",
			"radio", "tv", "وكاله", "وكالات", "агентство", "агентства", "agentur":
			return startsUpper(name) || wording.IsArabic(firstLetter(name))
		}
	}
	return false
}

// acronym tells "AFP", "A.F.P." and "SANA" from a word.
func acronym(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			letters++
		case r == '.', r == '-':
		default:
			return false
		}
	}
	switch s {
	case "US", "USA", "UN", "EU", "UK", "UAE", "NATO", "II", "III", "IV", "VI", "AM", "PM", "GMT", "UTC", "TV", "OK":
		return false
	}
	return letters >= 2 && letters <= 8
}

// roleLike tells what a by-line says of a person's task.
func roleLike(s string) bool {
	for _, w := range strings.FieldsFunc(wording.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "correspondent", "correspondents", "editor", "editors", "reporter", "reporters", "staff", "writer", "writers",
			"desk", "bureau", "redaktion", "redaccion", "redacción", "rédaction", "columnist", "contributor", "journalist", "producer", "freelance", "special",
			"مراسل", "مراسلنا", "محرر", "صحفي", "كاتب", "корреспондент", "редактор":
			return true
		}
	}
	return false
}

// PersonLike tells words that may be a person's name. It knows no names, only
// their form, and is asked where the grammar expects one.
func PersonLike(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || utf8.RuneCountInString(s) > 60 {
		return false
	}
	capital := false
	for i, w := range words {
		for _, r := range w {
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(".-'’ʼ‘", r) {
				return false
			}
		}
		first := firstLetter(w)
		switch {
		case wording.IsArabic(first):
			capital = capital || len(words) > 1 || utf8.RuneCountInString(w) > 3
		case Particle(w):
		case unicode.IsUpper(first):
			capital = true
		default:
			return false
		}
		f := wording.Fold(strings.Trim(w, "."))
		if isWeekday(f) && len(words) == 1 || utf8.RuneCountInString(f) > 3 && monthNamed(f) != 0 && len(words) == 1 {
			return false
		}
		if i == 0 {
			switch f {
			case "the", "a", "an", "this", "our", "their", "its", "in", "on", "at", "to", "for", "from", "air", "land", "sea", "now", "then", "all", "no", "what", "how", "why":
				return false
			}
		}
	}
	return capital
}

// Particle tells the small words within a name.
func Particle(w string) bool {
	w = strings.ToLower(w)
	for _, p := range []string{"al-", "el-", "ad-", "as-", "ar-", "ash-", "at-", "az-", "an-", "abu-", "d'", "l'"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	switch w {
	case "al", "el", "bin", "ibn", "ben", "abu", "abou", "umm", "van", "von", "der", "den", "de", "del", "della", "da", "di", "du", "la", "le", "ter", "of":
		return true
	}
	return false
}

// PlaceLike tells words that may be the place of a date line.
func PlaceLike(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 || utf8.RuneCountInString(s) > 40 {
		return false
	}
	for _, w := range words {
		if wording.IsArabic(firstLetter(w)) != wording.IsArabic(firstLetter(words[0])) {
			return false
		}
		for _, r := range w {
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(".-'’ʼ‘`", r) {
				return false
			}
		}
		if r := firstLetter(w); !unicode.IsUpper(r) && !wording.IsArabic(r) && !Particle(w) {
			return false
		}
	}
	switch f := wording.Fold(words[0]); f {
	case "the", "a", "an", "update", "updated", "breaking", "exclusive", "urgent", "video", "photos", "photo", "watch", "note",
		"analysis", "opinion", "live", "report", "reports", "news", "correction", "editor's", "read", "listen", "developing",
		"special", "factbox", "timeline", "explainer", "interview", "feature", "comment", "عاجل", "خاص", "بالفيديو", "فيديو", "تقرير", "تحديث", "صور":
		return false
	}
	return true
}

// placeKnown tells whether the gazetteer has an entry of exactly this name; what only
// sounds like it does not count here.
func placeKnown(s string) bool {
	return placeEntry(s, func(isnad.Place) bool { return true })
}

// WideName tells the name of a country or a province, which stands behind that of a town:
// "Aleppo, Syria". Small towns somewhere on earth bear the names of many agencies.
func WideName(s string) bool {
	return placeEntry(s, func(p isnad.Place) bool { return p.Kind == isnad.KindCountry || p.Kind == isnad.KindProvince })
}

func placeEntry(s string, is func(isnad.Place) bool) bool {
	g := places.Embedded()
	want := wording.Letters(s)
	for i, m := range g.Lookup(s) {
		if i >= 4 {
			break
		}
		p, ok := g.Place(m.ID)
		if !ok || !is(p) {
			continue
		}
		if wording.Letters(p.Name) == want {
			return true
		}
		for _, n := range p.Names {
			if wording.Letters(n.Text) == want {
				return true
			}
		}
	}
	return false
}

func allCaps(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) || wording.IsArabic(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 3
}

func firstLetter(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return r
		}
	}
	return 0
}

func startsUpper(s string) bool { return unicode.IsUpper(firstLetter(s)) }

// splitNames parts "A/B", "A and B", "A, B & C".
func splitNames(s string) []string {
	for _, sep := range []string{" and ", " And ", " AND ", " & ", " et ", " und ", " и ", " و ", ";", "؛", "/", ",", "،"} {
		s = strings.ReplaceAll(s, sep, "\x00")
	}
	var out []string
	for n := range strings.SplitSeq(s, "\x00") {
		if n = strings.Trim(wording.Squeeze(n), ":|-–— "); n != "" {
			out = append(out, n)
		}
	}
	return out
}
