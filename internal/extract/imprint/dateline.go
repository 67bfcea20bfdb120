package imprint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/wording"
)

// Opening is what stands before the story itself in its first paragraph.
type Opening struct {
	Line      isnad.Dateline
	Agency    string // several are joined with "/"
	Cut       int    // bytes of the paragraph that belong to it
	Published bool   // the words call the date that of publication
	Changed   bool   // the words call the date that of a change
	Ambiguous bool   // day and month may be the other way round
	Broken    bool   // it bears a date that names no day
}

// MaxOpening bounds a date line, in bytes.
const MaxOpening = 200

// fakeHint lets a date without a year be recognised as one where no day is known to
// take the year from.
var fakeHint, _ = isnad.NewDay(2000, 12, 31)

// ReadOpening reads the date line at the start of a paragraph:
// "DAMASCUS, Oct 24 (Agency) -", "Aleppo, SANA -", "26-01-2016 …",
// "Date of publication 3 November 2016 …", "دمشق-سانا".
func ReadOpening(text string, hint isnad.Day) (Opening, bool) {
	head := text
	if len(head) > MaxOpening {
		head = head[:MaxOpening]
		for len(head) > 0 && !utf8.RuneStart(text[len(head)]) {
			head = head[:len(head)-1]
		}
	}
	if line, _, ok := strings.Cut(head, "\n"); ok {
		head = line
	}
	if o, ok := labelledDate(head); ok {
		return o, true
	}
	var best Opening
	found := false
	ends := separators(head)
	if len(head) == len(text) || text[len(head)] == '\n' {
		ends = append(ends, separator{len(head), len(head), sepEnd})
	}
	for _, sep := range ends {
		if r := wording.First(strings.TrimLeft(head[sep.end:], "\"'“”‘’«([ ")); unicode.IsLower(r) {
			continue // a story starts with a capital, where its script has them
		}
		after := len(text) - sep.end
		if o, ok := parseDateline(head[:sep.start], sep.kind, hint, after >= 40); ok {
			o.Cut = sep.end
			o.Line.Words = wording.Squeeze(head[:sep.start])
			best, found = o, true
		}
	}
	if found {
		return best, true
	}
	return bareDate(head, hint)
}

type sepKind int

const (
	sepDash  sepKind = iota // – — -- or a hyphen between spaces
	sepWeak                 // a stroke or bracket that closes
	sepColon                // a colon: as often after the speaker of a headline
	sepInner                // a hyphen between Arabic letters
	sepEnd                  // the end of the line
)

type separator struct {
	start, end int // of the mark and the white space around it
	kind       sepKind
}

// separators lists where a date line may end, at most 10.
func separators(s string) []separator {
	var out []separator
	add := func(i, j int, k sepKind) {
		for j < len(s) && strings.ContainsRune(" \u00A0-–—_ـ:.", wording.First(s[j:])) {
			_, n := utf8.DecodeRuneInString(s[j:])
			j += n
		}
		out = append(out, separator{i, j, k})
	}
	for i := 0; i < len(s) && len(out) < 10; {
		r, width := utf8.DecodeRuneInString(s[i:])
		at := i
		i += width
		prev, next := byte(' '), rune(' ')
		if at > 0 {
			prev = s[at-1]
		}
		after := s[i:]
		if after != "" {
			next, _ = utf8.DecodeRuneInString(after)
		}
		switch {
		case r == '–', r == '—', r == '―':
			add(at, i, sepDash)
		case r == '-' && (prev == ' ' || prev == ')' || prev == '-' || next == '-' || wording.IsSpace(next) && allCaps(s[:at])):
			add(at, i, sepDash)
		case r == '_', r == 'ـ' && (prev == ' ' || wording.IsSpace(next)):
			add(at, i, sepDash)
		case r == '-' && wording.IsArabic(next):
			add(at, i, sepInner)
		case r == ':' && (wording.IsSpace(next) || after == ""):
			add(at, i, sepColon)
		case (r == ')' || r == ']') && (wording.IsSpace(next) || next == '.'):
			add(i, i, sepWeak)
		case r == '/' && at > 1 && (next == '.' || wording.IsSpace(next)):
			add(i, i, sepWeak)
		}
	}
	return out
}

// parseDateline reads the words before a separator. All of them must be
// places, agencies, dates or what goes with those, or it is no date line. lead tells that
// a paragraph follows.
func parseDateline(s string, sep sepKind, hint isnad.Day, lead bool) (Opening, bool) {
	s = wording.Unmark(s)
	if strings.TrimSpace(s) == "" || utf8.RuneCountInString(s) > 110 || strings.ContainsAny(s, "\"“”«»?!;") {
		return Opening{}, false
	}
	var o Opening
	dateKnown, dateSeen := false, false
	useHint := hint
	if hint.IsZero() {
		useHint = fakeHint
	}
	if d, ok := LastDate(s, useHint); ok {
		dateSeen, o.Broken = true, d.broken
		if !d.broken && (!d.yearless || !hint.IsZero()) {
			o.Line.Date, o.Ambiguous, dateKnown = d.Day, d.ambiguous, true
		}
		s = s[:d.start] + "," + s[d.End:]
	}
	rest, groups, ok := bracketed(s)
	if !ok {
		return Opening{}, false
	}
	var agencies, placeNames, within []string
	unknownAgency := false
	for _, g := range groups {
		for part := range strings.FieldsFuncSeq(g, func(r rune) bool { return strings.ContainsRune(",،/", r) }) {
			part = strings.Trim(part, " .:-–")
			switch name, ok := KnownAgency(part); {
			case part == "" || clockLike(part) || isWeekday(wording.Fold(part)):
			case ok:
				agencies = append(agencies, name)
			case PlaceLike(part) && WideName(part): // "El Obeid (Sudan) -"
				within = append(within, part)
			case agencyLike(part) || PersonLike(part) && startsUpper(part):
				agencies = append(agencies, part)
				unknownAgency = true
			default:
				return Opening{}, false
			}
		}
	}
	bare := 0 // agencies that stand without brackets
	for _, part := range dateLineParts(rest) {
		switch name, ok := KnownAgency(part); {
		case isWeekday(wording.Fold(part)) || clockLike(part) || tagLike(part):
		case ok && (len(placeNames) > 0 || !placeKnown(part) || len(groups) == 0 && acronym(part)):
			agencies = append(agencies, name)
			bare++
		case len(placeNames) > 0 && agencyLike(part):
			agencies = append(agencies, part)
			bare++
		case PlaceLike(part):
			placeNames = append(placeNames, part)
		default:
			return Opening{}, false
		}
	}
	if len(placeNames) > 0 {
		placeNames = append(placeNames, within...)
	}
	if len(placeNames) > 3 || len(agencies) > 3 {
		return Opening{}, false
	}
	wide := len(within) > 0 || len(placeNames) > 1 && WideName(placeNames[len(placeNames)-1])
	if wide && len(placeNames) > 0 && sep == sepDash && lead {
		// A town and its country before a dash: the town need not be in the gazetteer.
	} else if !datelineStrong(placeNames, agencies, dateSeen, dateKnown, unknownAgency, lead, bare, sep) {
		return Opening{}, false
	}
	o.Line.Place = strings.Join(placeNames, ", ")
	c := Credit{}
	c.addAgencies(agencies)
	o.Agency = c.Agency
	return o, true
}

// datelineStrong weighs what was found: a place alone is a date line only in
// capitals or when the gazetteer knows it, and only before a dash.
func datelineStrong(placeNames, agencies []string, dateSeen, dateKnown, unknownAgency, lead bool, bare int, sep sepKind) bool {
	if sep == sepInner && bare == 0 {
		return false // a hyphen within an Arabic compound
	}
	switch {
	case len(placeNames) == 0:
		return len(agencies) > 0 && (dateKnown && sep != sepEnd || bare == 0 && !unknownAgency && sep == sepDash)
	case dateSeen:
		return sep != sepColon || len(agencies) > 0
	}
	place := placeNames[0]
	if len(agencies) > 0 {
		return allCaps(place) || !unknownAgency && sep != sepWeak && knownAgency(agencies) || placeKnown(place)
	}
	if sep != sepDash || !lead {
		return false
	}
	if allCaps(place) && (!acronym(place) || len(placeNames) > 1) {
		return true
	}
	return placeKnown(place)
}

func knownAgency(names []string) bool {
	for _, n := range names {
		if _, ok := KnownAgency(n); ok {
			return true
		}
	}
	return false
}

// bracketed takes the parts in brackets or strokes out of s.
func bracketed(s string) (rest string, groups []string, ok bool) {
	for {
		i := strings.IndexAny(s, "([")
		if i < 0 {
			break
		}
		j := strings.IndexAny(s[i:], ")]")
		if j < 0 || len(groups) > 3 {
			return "", nil, false
		}
		groups = append(groups, s[i+1:i+j])
		rest += s[:i] + ","
		s = s[i+j+1:]
	}
	if strings.ContainsAny(s, ")]") {
		return "", nil, false
	}
	rest += s
	// "/TASS/": strokes that stand like brackets.
	if j := strings.LastIndex(rest, "/"); j == len(strings.TrimRight(rest, " .,"))-1 && j > 0 {
		if i := strings.LastIndex(rest[:j], "/"); i >= 0 && (i == 0 || rest[i-1] == ' ' || rest[i-1] == ',' || rest[i-1] == '.') {
			groups = append(groups, rest[i+1:j])
			rest = rest[:i] + "," + rest[j+1:]
		}
	}
	return rest, groups, true
}

// dateLineParts cuts at commas, strokes and dashes.
func dateLineParts(s string) []string {
	s = strings.NewReplacer(" - ", ",", "–", ",", "—", ",", "--", ",", "،", ",", "/", ",", "|", ",", "_", ",", " ـ ", ",", ":", ",", "- ", ",", " -", ",").Replace(s)
	var out []string
	for part := range strings.SplitSeq(s, ",") {
		if strings.Contains(part, "-") && wording.IsArabic(firstLetter(part)) {
			// "دمشق-سانا"
			for p := range strings.SplitSeq(part, "-") {
				out = append(out, p)
			}
			continue
		}
		out = append(out, part)
	}
	kept := out[:0]
	for _, p := range out {
		if p = strings.Trim(p, " .:-\u00A0\t"); p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// tagLike tells words beside a date line that name neither place nor agency.
func tagLike(s string) bool {
	switch wording.Fold(s) {
	case "special to", "special", "exclusive", "updated", "update", "خاص", "متابعات", "مراسلنا", "من مراسلنا", "own correspondent":
		return true
	}
	return false
}

// bareDate reads "26-01-2016 Bridge closed …": a full date that a new sentence follows.
func bareDate(head string, hint isnad.Day) (Opening, bool) {
	d, ok := DateAt(head, isnad.Day{})
	if !ok || d.yearless {
		return Opening{}, false
	}
	if d.ambiguous && !hint.IsZero() {
		d, _ = DateAt(head, hint)
	}
	rest := head[d.End:]
	cut := d.End
	trimmed := strings.TrimLeft(rest, " \t\u00A0-–—:|.,)")
	cut += len(rest) - len(trimmed)
	if trimmed == rest && rest != "" {
		return Opening{}, false
	}
	marked := strings.ContainsAny(rest[:len(rest)-len(trimmed)], "-–—:|")
	r := wording.First(trimmed)
	numeric := strings.ContainsAny(head[:d.End], "/-.")
	switch {
	case trimmed == "":
	case unicode.IsUpper(r) || unicode.IsDigit(r) && marked:
	case wording.IsArabic(r) && (marked || numeric):
	case strings.ContainsRune("“\"'«‘", r):
	default:
		return Opening{}, false
	}
	return Opening{Line: isnad.Dateline{Date: d.Day, Words: wording.Squeeze(head[:d.End])}, Cut: cut, Ambiguous: d.ambiguous}, true
}

var dateLabels = []struct {
	text    string // folded
	changed bool
}{
	{"date of publication", false}, {"publication date", false}, {"published on", false}, {"published at", false}, {"published", false},
	{"posted on", false}, {"posted", false}, {"first published", false}, {"date", false}, {"created", false},
	{"last updated on", true}, {"last updated", true}, {"last update", true}, {"last modified", true}, {"updated on", true}, {"updated", true}, {"modified", true},
	{"تاريخ النشر", false}, {"نشر في", false}, {"نشر بتاريخ", false}, {"تم النشر في", false}, {"التاريخ", false}, {"بتاريخ", false},
	{"اخر تحديث", true}, {"تم التحديث", true}, {"publié le", false}, {"mis à jour le", true}, {"опубликовано", false}, {"обновлено", true},
}

// labelledDate reads "Date of publication 3 November 2016 Bakers closed …".
func labelledDate(head string) (Opening, bool) {
	s := wording.Unmark(head)
	f := wording.Fold(s)
	for _, l := range dateLabels {
		rest, ok := cutFolded(s, f, l.text)
		if !ok || len(s) != len(head) && rest != "" && !strings.HasSuffix(head, rest) {
			continue
		}
		body := strings.TrimLeft(rest, " :\u00A0")
		if body == rest && rest != "" {
			continue
		}
		d, ok := DateAt(body, isnad.Day{})
		if !ok || d.yearless {
			continue
		}
		end := len(head) - len(body) + d.End
		words := wording.Squeeze(head[:end])
		cut := end + clockLength(head[end:])
		return Opening{Line: isnad.Dateline{Date: d.Day, Words: words}, Cut: cut,
			Published: !l.changed, Changed: l.changed, Ambiguous: d.ambiguous}, true
	}
	return Opening{}, false
}

// clockLength is the length of a time of day and of the marks that follow a date.
func clockLength(s string) int {
	end := 0
	for i := 0; i < 4; i++ {
		next := strings.TrimLeft(s[end:], " \t\u00A0-–—:|.,")
		at := len(s) - len(next)
		word := next
		if j := strings.IndexAny(next, " \t\u00A0,|"); j >= 0 {
			word = next[:j]
		}
		if word == "" || !clockLike(word) && !zoneLike(word) {
			return at
		}
		end = at + len(word)
	}
	return end
}

func zoneLike(s string) bool {
	switch strings.ToLower(strings.Trim(s, ".,")) {
	case "gmt", "utc", "am", "pm", "at", "est", "bst", "cet":
		return true
	}
	return false
}

// ReadDate reads a line that is a date without a year, with or without the time of day. It
// is known only where the day of publication gives the year.
func ReadDate(s string, hint isnad.Day) (o Opening, ok bool) {
	use := hint
	if use.IsZero() {
		use = fakeHint
	}
	d, ok := DateAt(s, use)
	if !ok || d.broken {
		return o, false
	}
	rest := strings.Trim(s[d.End:], " ,.|-–—")
	if rest != "" && !clockLike(rest) && !zoneLike(rest) {
		return o, false
	}
	o.Line.Words = wording.Squeeze(s)
	if !d.yearless || !hint.IsZero() {
		o.Line.Date = d.Day
	}
	return o, true
}

// Firm tells a date line that is one beyond doubt: it may stand after a subtitle.
func (o *Opening) Firm() bool {
	return o.Line.Place != "" && (o.Agency != "" || !o.Line.Date.IsZero() || allCaps(o.Line.Place))
}
