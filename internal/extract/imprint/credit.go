package imprint

import (
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/wording"
)

// Credit is what a credit line says: "by A/B, AGENCY 24/10/2017".
type Credit struct {
	Persons   []string  // as printed
	Agency    string    // several are joined with "/"; the short name where the book of sources knows it
	Day       isnad.Day // zero when it bears no date
	Words     string    // the line as printed
	Ambiguous bool      // day and month may be the other way round
	Broken    bool      // it bears a date that names no day
}

// labelKind is what stands after the label of a credit line.
type labelKind int

const (
	labelNone   labelKind = iota
	labelPerson           // "by"
	labelAgency           // "Source:"
	labelHelp             // "Additional reporting by": persons, or an agency by one word
	labelOther            // "Edited by": a credit, but nobody's byline
)

var creditLabels = []struct {
	text string // folded
	kind labelKind
}{
	{"with additional reporting by", labelHelp}, {"additional reporting by", labelHelp}, {"additional reporting:", labelHelp}, {"with reporting by", labelHelp}, {"with reporting from", labelHelp},
	{"with inputs from", labelAgency}, {"with input from", labelAgency}, {"with files from", labelAgency}, {"with agencies", labelOther},
	{"reporting by", labelPerson}, {"reported by", labelPerson},
	{"written by", labelPerson}, {"story by", labelPerson}, {"report by", labelPerson}, {"words by", labelPerson},
	{"text by", labelPerson}, {"by:", labelPerson}, {"by", labelPerson}, {"authors:", labelPerson}, {"author:", labelPerson},
	{"reporter:", labelPerson}, {"reporters:", labelPerson}, {"par", labelPerson}, {"von", labelPerson}, {"von:", labelPerson}, {"auteur:", labelPerson}, {"автор:", labelPerson}, {"авторы:", labelPerson},
	{"بقلم:", labelPerson}, {"بقلم", labelPerson}, {"كتب:", labelPerson}, {"كتبت:", labelPerson}, {"كتبه:", labelPerson}, {"اعداد:", labelPerson},
	{"اعداد وتحرير:", labelPerson}, {"تقرير:", labelPerson}, {"المراسل:", labelPerson}, {"مراسلنا:", labelPerson}, {"الكاتب:", labelPerson},
	{"source:", labelAgency}, {"sources:", labelAgency}, {"agency:", labelAgency}, {"agencies:", labelAgency}, {"credit:", labelAgency}, {"via:", labelAgency},
	{"المصدر:", labelAgency}, {"مصدر:", labelAgency}, {"المصادر:", labelAgency}, {"نقلا عن:", labelAgency}, {"источник:", labelAgency},
	{"edited by", labelOther}, {"editing by", labelOther}, {"editor:", labelOther}, {"translated by", labelOther}, {"translation:", labelOther}, {"translation by", labelOther},
	{"photo by", labelOther}, {"photos by", labelOther}, {"photo:", labelOther}, {"writing by", labelOther}, {"compiled by", labelOther},
	{"تحرير:", labelOther}, {"ترجمه:", labelOther}, {"تصوير:", labelOther}, {"редактор:", labelOther},
}

// cutLabel parts a line into its label and the rest.
func cutLabel(s string) (labelKind, string) {
	f := wording.Fold(s)
	for _, l := range creditLabels {
		rest, ok := cutFolded(s, f, l.text)
		if !ok {
			continue
		}
		r, _ := utf8.DecodeRuneInString(rest)
		if !strings.HasSuffix(l.text, ":") && r != ' ' && r != ':' && r != '\u00A0' {
			continue
		}
		return l.kind, strings.Trim(rest, ": \u00A0")
	}
	return labelNone, s
}

// cutFolded cuts a folded prefix off s; white space before a colon is forgiven.
// f is s folded.
func cutFolded(s, f, prefix string) (string, bool) {
	if !strings.HasPrefix(f, prefix) {
		bare, colon := strings.CutSuffix(prefix, ":")
		if !colon || !strings.HasPrefix(f, bare+" :") {
			return "", false
		}
		prefix = bare + " :"
	}
	// Folding may change the length of letters in bytes and drop marks: count
	// the folded bytes that each letter of s gave.
	n := len(prefix)
	for i, r := range s {
		if n <= 0 {
			return s[i:], true
		}
		n -= len(wording.Fold(string(r)))
	}
	return "", n <= 0
}

// ReadCredit reads a line that says who wrote a story, and nothing else. hint is the day
// of publication where it is known.
func ReadCredit(line string, hint isnad.Day) (Credit, bool) {
	c := Credit{Words: line}
	s := strings.Trim(wording.Squeeze(wording.Unmark(line)), "-–—―~•*|_ ")
	if n := utf8.RuneCountInString(s); n < 2 || n > 200 || strings.Contains(s, "://") {
		return Credit{}, false
	}
	enclosed := false
	if open := strings.IndexAny(s, "(["); open == 0 && strings.IndexAny(s, ")]") == len(s)-1 {
		s, enclosed = s[1:len(s)-1], true
	}
	if strings.Contains(s, ";") { // "Reporting by A and B; Editing by C"
		some := false
		for part := range strings.SplitSeq(s, ";") {
			kind, _ := cutLabel(strings.TrimSpace(part))
			if kind == labelNone || !c.read(strings.TrimSpace(part), hint, enclosed) {
				return Credit{}, false
			}
			some = true
		}
		return c, some
	}
	return c, c.read(s, hint, enclosed)
}

func (c *Credit) read(s string, hint isnad.Day, enclosed bool) bool {
	kind, rest := cutLabel(s)
	if kind == labelOther {
		return utf8.RuneCountInString(rest) <= 80
	}
	rest, hasDate := c.cutDate(rest, hint)
	if rest == "" || strings.HasSuffix(rest, ".") && kind == labelNone && !acronym(rest) {
		return false
	}
	if strings.ContainsAny(rest, "0123456789?!\"“”«»") {
		return false
	}
	switch kind {
	case labelHelp:
		return c.readHelp(rest, hasDate)
	case labelPerson:
		return c.readPersons(rest, hasDate)
	case labelAgency:
		return c.readAgencies(rest, true)
	}
	if (hasDate || enclosed) && roleLike(rest) && len(strings.Fields(rest)) <= 5 {
		return true // "Gazette foreign desk · 12 March 2024"
	}
	if with, ok := cutFolded(rest, wording.Fold(rest), "with "); ok && enclosed { // "(With Meridian)"
		return c.readHelp(with, hasDate)
	}
	if !hasDate && !enclosed && !strings.ContainsAny(rest, "/,،") {
		return false // no more than a name or a sentence
	}
	if (hasDate || enclosed) && c.readAgencies(rest, hasDate) {
		return true
	}
	return c.readUnlabelled(rest, hasDate)
}

// cutDate takes the date off the end or the start of a credit line.
func (c *Credit) cutDate(s string, hint isnad.Day) (string, bool) {
	d, ok := LastDate(s, hint)
	if !ok {
		return s, false
	}
	before := strings.Trim(s[:d.start], " ,،|-–—/(:.·•")
	after := strings.Trim(s[d.End:], " ,،|-–—/).·•")
	switch {
	case after == "" || clockLike(after):
		s = before
	case before == "":
		s = strings.TrimLeft(after, "(")
	default:
		return s, false
	}
	c.Day, c.Ambiguous, c.Broken = d.Day, d.ambiguous, d.broken
	return s, true
}

// clockLike tells "14:05 GMT", "at 9 pm".
func clockLike(s string) bool {
	if utf8.RuneCountInString(s) > 16 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r == ' ' || r == ':' || r == '.' || r == '+' || r == '-' || r == '|' || r == ','
	}) {
		if strings.Trim(w, "0123456789") == "" {
			continue
		}
		switch strings.Trim(w, "0123456789") {
		case "am", "pm", "gmt", "utc", "at", "h", "t", "z", "est", "edt", "bst", "a", "p", "m", "hrs", "local", "ص", "م":
		default:
			return false
		}
	}
	return true
}

// readPersons reads what stands after "by".
func (c *Credit) readPersons(s string, hasDate bool) bool {
	if in := strings.Index(s, " in "); in > 0 && PlaceLike(s[in+4:]) { // "by A in Beirut"
		s = s[:in]
	}
	s = strings.NewReplacer(" | ", ", ", " – ", ", ", " — ", ", ", " - ", ", ", "،", ", ", " (", ", ", ")", "").Replace(s)
	parts := strings.Split(s, ",")
	var persons, agencies []string
	for i, part := range parts {
		part = wording.Squeeze(part)
		if part == "" {
			continue
		}
		if name, ok := KnownAgency(part); ok {
			agencies = append(agencies, name)
			continue
		}
		if roleLike(part) {
			continue
		}
		if i > 0 && agencyLike(part) {
			agencies = append(agencies, part)
			continue
		}
		for _, n := range splitNames(part) {
			if name, ok := KnownAgency(n); ok {
				agencies = append(agencies, name)
				continue
			}
			switch {
			case PersonLike(n) && !(i == 0 && acronym(n)):
				persons = append(persons, n)
			case agencyLike(n):
				agencies = append(agencies, n)
			case i == 0:
				return false
			}
		}
	}
	if len(persons) > 12 || len(persons)+len(agencies) == 0 && !roleLike(s) {
		return false
	}
	c.Persons = append(c.Persons, persons...)
	c.addAgencies(agencies)
	return true
}

// ReadSigned reads a line that the page marks as a credit: names need neither a label
// nor a date there.
func ReadSigned(s string, hint isnad.Day) (Credit, bool) {
	c := Credit{Words: s}
	rest, hasDate := c.cutDate(strings.Trim(wording.Squeeze(wording.Unmark(s)), "-–—―~•*|_ ()[]"), hint)
	switch {
	case rest == "" || len(strings.Fields(rest)) > 8 || wording.EndsSentence(rest) && !acronym(rest):
		return Credit{}, false
	case roleLike(rest):
		return c, true
	case IsOutlet(rest):
		c.addAgencies([]string{rest})
		return c, true
	}
	return c, c.readAgencies(rest, true) || c.readPersons(rest, hasDate)
}

// readHelp reads who helped: a single word with a capital is an agency there, because
// persons are named in full.
func (c *Credit) readHelp(s string, hasDate bool) bool {
	var agencies []string
	for _, n := range splitNames(s) {
		if len(strings.Fields(n)) != 1 || !startsUpper(n) || strings.Contains(strings.Trim(n, "."), ".") {
			return c.readPersons(s, hasDate)
		}
		if name, ok := KnownAgency(n); ok {
			n = name
		}
		agencies = append(agencies, n)
	}
	if len(agencies) == 0 || len(agencies) > 5 {
		return false
	}
	c.addAgencies(agencies)
	return true
}

// readAgencies reads a list of agencies and nothing else; free allows names
// that the book does not know, because a label or a date stands beside them.
func (c *Credit) readAgencies(s string, free bool) bool {
	var agencies []string
	if len(strings.Fields(s)) > 10 {
		return false
	}
	if name, ok := KnownAgency(s); ok {
		agencies = []string{name}
	} else {
		for _, n := range splitNames(s) {
			name, ok := KnownAgency(n)
			if !ok {
				if !free || !agencyLike(n) {
					return false
				}
				name = n
			}
			agencies = append(agencies, name)
		}
	}
	if len(agencies) == 0 || len(agencies) > 5 {
		return false
	}
	c.addAgencies(agencies)
	return true
}

// readUnlabelled reads "A/B, AGENCY 24/10/2017" and "A/B": without "by" only names
// that a stroke parts or that an agency and a date follow, and only in scripts whose names have
// capitals.
func (c *Credit) readUnlabelled(s string, hasDate bool) bool {
	names, agency := s, ""
	if cut := strings.LastIndexAny(s, ",،"); cut > 0 {
		_, n := utf8.DecodeRuneInString(s[cut:])
		last := wording.Squeeze(s[cut+n:])
		known, ok := KnownAgency(last)
		if !ok && (!hasDate || !agencyLike(last)) {
			return false
		}
		if !ok {
			known = last
		}
		names, agency = s[:cut], known
	}
	list := splitNames(names)
	if len(list) == 0 || len(list) > 4 || agency == "" && !strings.Contains(names, "/") {
		return false
	}
	for _, n := range list {
		if !PersonLike(n) || wording.IsArabic(firstLetter(n)) || len(strings.Fields(n)) > 3 || len(strings.FieldsFunc(n, func(r rune) bool { return r == ' ' || r == '.' })) < 2 {
			return false
		}
	}
	c.Persons = append(c.Persons, list...)
	if agency != "" {
		c.addAgencies([]string{agency})
	}
	return true
}

func (c *Credit) addAgencies(names []string) {
	have := strings.Split(c.Agency, "/")
	for _, n := range names {
		dup := false
		for _, h := range have {
			dup = dup || h == n
		}
		if !dup {
			have = append(have, n)
		}
	}
	c.Agency = strings.Trim(strings.Join(have, "/"), "/")
}

// CutCredit reads an agency in brackets or after a dash at the end of a text.
func CutCredit(text string) (rest, agency string, ok bool) {
	t := strings.TrimRight(text, " .\n")
	if strings.HasSuffix(t, ")") {
		i := strings.LastIndex(t, "(")
		if i > 0 && len(t)-i < 60 && wording.EndsSentence(t[:i]) {
			var c Credit
			if inner, _ := c.cutDate(t[i+1:len(t)-1], isnad.Day{}); c.readAgencies(inner, false) {
				return strings.TrimRight(t[:i], " \n"), c.Agency, true
			}
		}
		return "", "", false
	}
	for _, dash := range []string{" — ", " – ", " -- ", " - ", "\n"} {
		i := strings.LastIndex(t, dash)
		if i > 0 && len(t)-i < 40 && wording.EndsSentence(t[:i]) {
			var c Credit
			if c.readAgencies(t[i+len(dash):], false) {
				return strings.TrimRight(t[:i], " \n"), c.Agency, true
			}
		}
	}
	return "", "", false
}

// AuthorName is the name that a field of metadata gives as the author's, without "by".
func AuthorName(s string) string {
	s = wording.Squeeze(s)
	if kind, rest := cutLabel(s); kind == labelPerson {
		s = rest
	}
	s = strings.Trim(s, ",;|- ")
	if !acronym(s) {
		s = strings.TrimRight(s, ".")
	}
	return s
}

// ReadAuthors sorts such names: persons and agencies.
func ReadAuthors(s string) (Credit, bool) {
	var c Credit
	ok := c.readPersons(s, false)
	return c, ok
}
