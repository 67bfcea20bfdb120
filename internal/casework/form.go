package casework

import (
	"fmt"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"isnad"
)

// Bounds of what a person hands in, in characters unless said otherwise.
const (
	MaxText     = 20_000 // what is wrong, a question, an answer, a note, reasons
	MaxReply    = 10_000 // what is to be published beside a claim
	MaxLine     = 300    // a name, an address for letters, a docket number
	MaxAddress  = 2_000  // a URL
	MaxWork     = 4_000
	MaxEvidence = 20 // files and addresses
)

// Element is one thing that a form lacks, or that cannot be as it is.
type Element struct {
	Field string `json:"field"`          // JSON name in isnad.CaseForm
	Words string `json:"words"`          // what is asked for, for the person
	Rule  string `json:"rule,omitempty"` // which rule asks for it
}

// MissingError says what a form lacks. It wraps isnad.ErrRefused.
type MissingError struct{ Elements []Element }

func (e *MissingError) Error() string {
	var b strings.Builder
	b.WriteString("the form is not complete:")
	for i, m := range e.Elements {
		if i > 0 {
			b.WriteByte(';')
		}
		fmt.Fprintf(&b, " %s: %s", m.Field, m.Words)
		if m.Rule != "" {
			fmt.Fprintf(&b, " (%s)", m.Rule)
		}
	}
	return b.String()
}

func (e *MissingError) Unwrap() error { return isnad.ErrRefused }

// The rules that ask for elements.
const (
	ruleDSA16     = "DSA art. 16(2)"
	ruleDSA9      = "DSA art. 9(2)"
	rule512c      = "17 U.S.C. 512(c)(3)(A)"
	rule512g      = "17 U.S.C. 512(g)(3)"
	ruleCorrect   = "rules for corrections"
	ruleReply     = "rules for replies"
	ruleComplaint = "rules for complaints"
	rulePrivacy   = "rules for privacy requests"
	ruleBound     = "bounds of a form"
)

// Missing names what a form lacks to open a case of its kind, and what cannot be
// as it is, in the order of the fields of a form; nil where nothing is missing.
func Missing(f *isnad.CaseForm) []Element {
	g := Clean(*f)
	m := &gaps{f: &g}
	if !slices.Contains(isnad.CaseKinds(), g.Kind) {
		m.add("kind", "say what is asked for: one of "+join(isnad.CaseKinds()), "")
		return m.list
	}
	m.about()
	m.kind()
	m.bounds()
	slices.SortStableFunc(m.list, func(a, b Element) int {
		return slices.Index(fields, a.Field) - slices.Index(fields, b.Field)
	})
	return m.list
}

// fields is the order in which a form asks.
var fields = []string{"kind", "about", "version", "span", "address", "text", "right", "reply", "work", "owner", "court", "reference", "ordered",
	"evidence", "name", "email", "phone", "postal", "on_behalf", "language", "signature", "good_faith", "accuracy", "jurisdiction"}

type gaps struct {
	f    *isnad.CaseForm
	list []Element
}

// add records a gap; the first one of a field is enough for a person to mend it.
func (m *gaps) add(field, words, rule string) {
	if !slices.ContainsFunc(m.list, func(e Element) bool { return e.Field == field }) {
		m.list = append(m.list, Element{field, words, rule})
	}
}

// need asks for a field that stands empty.
func (m *gaps) need(have bool, field, words, rule string) {
	if !have {
		m.add(field, words, rule)
	}
}

// about checks what the case is about.
func (m *gaps) about() {
	kinds := "rkis"
	words := "the ID of the report, claim, incident or source that it is about"
	rule := ""
	switch m.f.Kind {
	case isnad.CaseCounterNotice:
		kinds, rule = "rd", rule512g+"(B)"
		words = "the ID of the report that was removed, or of the case in which that was decided"
	case isnad.CaseCopyright:
		kinds, rule = "rk", rule512c+"(iii)"
		words = "the ID of the report that infringes the work"
	case isnad.CaseCorrection, isnad.CaseRightOfReply:
		words = "the ID of the report, claim, incident or source that is wrong"
	}
	if m.f.About == "" {
		m.add("about", words, rule)
	} else if !IsID(m.f.About, kinds) {
		m.add("about", fmt.Sprintf("%.60q is not %s", m.f.About, words), rule)
	}
	if s := m.f.Span; s != nil && (s.Start < 0 || s.End <= s.Start || s.End > 100_000_000) {
		m.add("span", "a passage begins before it ends, and counts characters from 0", "")
	}
	if m.f.Version < 0 {
		m.add("version", "versions are counted from 1", "")
	}
}

// kind asks for what cases of the kind need.
func (m *gaps) kind() {
	f := m.f
	evidence := slices.ContainsFunc(f.Evidence, func(e isnad.Evidence) bool {
		return e.Address != "" || e.Name != "" || e.Capture != "" || e.SHA256 != "" || e.Size > 0
	})
	switch f.Kind {
	case isnad.CaseCorrection:
		// A claim is a passage already, and of an incident or a source no text is looked at.
		m.need(f.Span != nil || !strings.HasPrefix(f.About, "r"), "span", "the passage that is wrong", ruleCorrect)
		m.need(f.Text != "", "text", "what is wrong", ruleCorrect)
		m.need(f.Right != "", "right", "what is right", ruleCorrect)
		m.need(evidence, "evidence", "evidence for it that can be kept: a file or an address", ruleCorrect)
	case isnad.CaseComplaint:
		m.need(f.Text != "", "text", "what is wrong, and why", ruleComplaint)
	case isnad.CaseRightOfReply:
		m.need(f.Text != "", "text", "which statement is answered, and how it concerns you", ruleReply)
		m.need(f.Reply != "", "reply", "the words to be published", ruleReply)
		m.need(f.Name != "", "name", "who replies: a reply stands beside the claim under a name", ruleReply)
		m.need(f.Email != "" || f.Postal != "" || f.Phone != "", "email", "an e-mail address, or another way to reach you", ruleReply)
	case isnad.CaseCopyright:
		m.need(f.Text != "", "text", "a substantiated explanation of why it infringes", ruleDSA16+"(a)")
		m.need(f.Work != "", "work", "the work that is infringed, and where it can be seen", rule512c+"(ii)")
		m.need(f.Name != "", "name", "your name", ruleDSA16+"(c)")
		m.need(f.Email != "", "email", "your e-mail address", ruleDSA16+"(c), "+rule512c+"(iv)")
		m.need(f.Signature != "", "signature", "your signature: your name, typed", rule512c+"(i)")
		m.need(f.Faith, "good_faith", "the statement that you believe in good faith that the use is not authorised and what you say is accurate and complete", rule512c+"(v), "+ruleDSA16+"(d)")
		m.need(f.Accuracy, "accuracy", "the statement that the notice is accurate and, under penalty of perjury, that you hold the right or are authorised to act for who does", rule512c+"(vi)")
	case isnad.CaseCounterNotice:
		m.need(f.Text != "", "text", "what was removed, where it stood, and why it should be put back", rule512g+"(B)")
		m.need(f.Name != "", "name", "your name", rule512g+"(D)")
		m.need(f.Postal != "", "postal", "your postal address", rule512g+"(D)")
		m.need(f.Phone != "", "phone", "your telephone number", rule512g+"(D)")
		m.need(f.Signature != "", "signature", "your signature: your name, typed", rule512g+"(A)")
		m.need(f.Accuracy, "accuracy", "the statement, under penalty of perjury, that you believe in good faith that it was removed by mistake or was misidentified", rule512g+"(C)")
		m.need(f.Consent, "jurisdiction", "your consent to the jurisdiction of the court for your address, and to accept service of process from who gave the notice", rule512g+"(D)")
	case isnad.CasePrivacy:
		// No name and no address: who is in danger should not have to say where they are.
		m.need(f.Text != "", "text", "which data or which passage is meant, and what should be done with it", rulePrivacy)
	case isnad.CaseCourtOrder:
		m.need(f.Text != "", "text", "what is ordered, and on which legal ground", ruleDSA9+"(a)(i), (ii)")
		m.need(f.Court != "", "court", "the court or authority that orders it", ruleDSA9+"(a)(iii)")
		m.need(f.Reference != "", "reference", "the docket number of the order", ruleDSA9+"(a)(i)")
		m.need(evidence, "evidence", "a copy of the order", ruleDSA9)
		m.need(f.Name != "", "name", "who transmits the order", ruleDSA9)
		m.need(f.Email != "" || f.Postal != "", "email", "an e-mail address, or a postal one, to report to what was done", ruleDSA9+", (5)")
	}
}

// bounds checks the form of what is there.
func (m *gaps) bounds() {
	f := m.f
	for _, x := range []struct {
		field, value string
		max          int
	}{
		{"text", f.Text, MaxText}, {"right", f.Right, MaxText}, {"reply", f.Reply, MaxReply}, {"work", f.Work, MaxWork},
		{"address", f.Address, MaxAddress}, {"postal", f.Postal, 2 * MaxLine},
		{"name", f.Name, MaxLine}, {"email", f.Email, MaxLine}, {"phone", f.Phone, MaxLine}, {"on_behalf", f.OnBehalf, MaxLine},
		{"owner", f.Owner, MaxLine}, {"signature", f.Signature, MaxLine}, {"court", f.Court, MaxLine}, {"reference", f.Reference, MaxLine},
		{"language", f.Language, 35},
	} {
		if n := utf8.RuneCountInString(x.value); n > x.max {
			m.list = slices.DeleteFunc(m.list, func(e Element) bool { return e.Field == x.field })
			m.add(x.field, fmt.Sprintf("%d characters are too many: %d at most", n, x.max), ruleBound)
		}
	}
	if f.Email != "" && !IsEmail(f.Email) {
		m.add("email", "this is not an e-mail address", ruleBound)
	}
	if f.Address != "" && !isAddress(f.Address) {
		m.add("address", "this is not an address of the web", ruleBound)
	}
	if strings.ContainsFunc(f.Language, func(r rune) bool { return r != '-' && !(r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r))) }) {
		m.add("language", "this is not the tag of a language", ruleBound)
	}
	m.list = append(m.list, evidenceGaps(f.Evidence)...)
}

func evidenceGaps(list []isnad.Evidence) []Element {
	if len(list) > MaxEvidence {
		return []Element{{"evidence", fmt.Sprintf("%d pieces of evidence are too many: %d at most", len(list), MaxEvidence), ruleBound}}
	}
	for _, e := range list {
		switch {
		case e.Address != "" && (len(e.Address) > MaxAddress || !isAddress(e.Address)):
			return []Element{{"evidence", fmt.Sprintf("%.80q is not an address of the web", e.Address), ruleBound}}
		case utf8.RuneCountInString(e.Name) > MaxLine:
			return []Element{{"evidence", fmt.Sprintf("the name of a file has at most %d characters", MaxLine), ruleBound}}
		}
	}
	return nil
}

// IsID tells whether s is an ID of the project that begins with one of the letters.
func IsID(s, letters string) bool {
	return len(s) == 21 && strings.IndexByte(letters, s[0]) >= 0 &&
		!strings.ContainsFunc(s[1:], func(r rune) bool { return !(r >= '0' && r <= '9' || r >= 'a' && r <= 'f') })
}

// IsEmail tells whether s is one bare e-mail address that a letter can be sent to.
func IsEmail(s string) bool {
	if len(s) > 254 || strings.ContainsAny(s, " \t\r\n<>\"(),;:\\[]") {
		return false
	}
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s {
		return false
	}
	local, domain, _ := strings.Cut(s, "@")
	return len(local) <= 64 && strings.Contains(domain, ".") && !strings.HasPrefix(s, "-")
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil
}

// Clean gives a form as it is kept: without characters that are not seen or turn
// the direction of the text around them, without spaces at the ends, what stands
// on one line on one line. Words stay as they were typed.
func Clean(f isnad.CaseForm) isnad.CaseForm {
	for _, p := range []*string{&f.About, &f.Address, &f.Name, &f.Email, &f.Phone, &f.OnBehalf, &f.Language, &f.Owner, &f.Signature, &f.Court, &f.Reference} {
		*p = cleanLine(*p)
	}
	for _, p := range []*string{&f.Text, &f.Right, &f.Reply, &f.Work, &f.Postal} {
		*p = CleanText(*p)
	}
	f.Evidence = cleanEvidence(f.Evidence)
	if f.Span != nil {
		s := *f.Span
		f.Span = &s
	}
	return f
}

func cleanEvidence(list []isnad.Evidence) []isnad.Evidence {
	list = slices.Clone(list)
	for i := range list {
		list[i].Name, list[i].Address = cleanLine(list[i].Name), cleanLine(list[i].Address)
	}
	return slices.DeleteFunc(list, func(e isnad.Evidence) bool { return e == isnad.Evidence{} })
}

func cleanLine(s string) string {
	return norm.NFC.String(strings.Join(strings.Fields(CleanText(s)), " "))
}

// CleanText takes out of words what is no character, what is not seen, and what
// turns the direction of the text around it. Marks of direction and joiners stay:
// Arabic, Hebrew and Persian are spelled with them.
func CleanText(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r == '\r', r == '\u2028', r == '\u2029', r == '\u0085':
			return '\n'
		case unicode.IsControl(r), r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069', r >= '\uFFF9' && r <= '\uFFFB', r == '\uFEFF', r >= 0xE0000 && r <= 0xE007F:
			return -1
		}
		return r
	}, s))
}

func join[T ~string](list []T) string {
	var b strings.Builder
	for i, x := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(x))
	}
	return b.String()
}
