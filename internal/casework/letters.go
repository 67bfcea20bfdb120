package casework

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"text/template"
	"time"

	"isnad"
)

// Letter is one e-mail about a case.
type Letter struct {
	To       string
	Subject  string // one line
	Text     string
	Language string // BCP 47
}

//go:embed letters/*.txt
var letterFiles embed.FS

// letterLanguages are those that letters are written in, with their templates.
var letterLanguages = map[string]*template.Template{"en": letterIn("en"), "ar": letterIn("ar")}

// LetterLanguages lists the languages that letters are written in, English first.
func LetterLanguages() []string { return []string{"en", "ar"} }

func letterIn(language string) *template.Template {
	return template.Must(template.New(language+".txt").Option("missingkey=error").ParseFS(letterFiles, "letters/"+language+".txt"))
}

// LetterLanguage is the language that a person is written to in: the one that they
// chose, English where letters are not written in it.
func LetterLanguage(f *isnad.CaseForm) string {
	tag, _, _ := strings.Cut(strings.ToLower(f.Language), "-")
	if slices.Contains(LetterLanguages(), tag) {
		return tag
	}
	return "en"
}

// Letters are what is written to the person about act a, the last of the case,
// and to nobody else; none where they left no e-mail address or the act is no
// concern of theirs. link is the secret address of their case; copied says that a
// copy of it goes to somebody who gave a notice: that NotifierLetters are written too.
func (r Rules) Letters(c *isnad.Case, a *isnad.CaseAct, link string, copied bool) []Letter {
	copied = copied && passesOn(c, a)
	name := letterOf(c, a, copied)
	if name == "" || !IsEmail(c.Form.Email) {
		return nil
	}
	return []Letter{r.write(name, c, a, c, link, copied)}
}

// letterOf names the letter that tells a person of an act; empty for none. copied
// says that with it a copy goes to others.
func letterOf(c *isnad.Case, a *isnad.CaseAct, copied bool) string {
	switch a.Kind {
	case isnad.CaseOpen, isnad.CaseAcknowledge, isnad.CaseAsk, isnad.CaseDecide, isnad.CaseCarryOut, isnad.CaseAppeal, isnad.CaseClose, isnad.CaseActionFiled:
		return string(a.Kind)
	case isnad.CaseTakeUp:
		if copied {
			return "take_up"
		}
	case isnad.CaseRemind:
		if c.DueFor == isnad.CaseAnswer {
			return "remind"
		}
	case isnad.CaseWithdraw:
		if c.Decision != isnad.CaseWithdrawn {
			return "withdraw_appeal"
		}
		return "withdraw"
	}
	return ""
}

// NotifierLetters are what is written about act a, the last of a counter-notice c,
// to whoever gave a notice that it is against: a copy, once the desk has looked at
// it; that their own word of an action was received; that the text was put back.
// Whose notice had nothing removed is told nothing. link is the secret address of the
// notice.
func (r Rules) NotifierLetters(c *isnad.Case, a *isnad.CaseAct, notice *isnad.Case, link string) []Letter {
	if c.Kind != isnad.CaseCounterNotice || !Removed(notice) || !IsEmail(notice.Form.Email) {
		return nil
	}
	switch {
	case passesOn(c, a):
		return []Letter{r.write("copy", c, a, notice, link, false)}
	case a.Kind == isnad.CaseActionFiled && a.Notice == notice.ID:
		return []Letter{r.write("filed", c, a, notice, link, false)}
	case a.Kind == isnad.CaseCarryOut && c.Ruling != nil && c.Ruling.Effect == isnad.EffectRestoration:
		return []Letter{r.write("put_back", c, a, notice, link, false)}
	}
	return nil
}

// PassedOn is when a copy of a counter-notice was due to whoever gave the notice:
// when somebody at the desk first looked at it and did not reject it. Until then
// nobody has anything sent to them by filling a form. It is zero for other cases,
// and before.
func PassedOn(c *isnad.Case) time.Time {
	if c.Kind == isnad.CaseCounterNotice {
		for i := range c.Acts {
			if looksAt(&c.Acts[i]) {
				return c.Acts[i].Time
			}
		}
	}
	return time.Time{}
}

// passesOn tells whether act a of a counter-notice is the one with which its copy
// goes out.
func passesOn(c *isnad.Case, a *isnad.CaseAct) bool {
	return c.Kind == isnad.CaseCounterNotice && looksAt(a) && !slices.ContainsFunc(c.Acts, func(x isnad.CaseAct) bool { return x.Number < a.Number && looksAt(&x) })
}

// Removed tells whether a case is a copyright notice upon which something was removed.
// Only who gave one is handed counter-notices, and heard about them.
func Removed(notice *isnad.Case) bool {
	if notice.Kind != isnad.CaseCopyright {
		return false
	}
	gone := false
	for i := range notice.Acts {
		switch a := &notice.Acts[i]; {
		case a.Kind == isnad.CaseDecide && a.Ruling != nil:
			gone = a.Ruling.Effect == isnad.EffectRemoval || a.Ruling.Effect == isnad.EffectErasure
		case a.Kind == isnad.CaseCarryOut && gone:
			return true
		}
	}
	return false
}

// NoticesAgainst lists the IDs of cases that a counter-notice is against: those that
// took away the report it is about, and the one that it names, unless what that took
// away of the report is back. standing is what notices make of that report. What the
// counter-notice itself has put back counts.
func NoticesAgainst(c *isnad.Case, standing isnad.Standing) []string {
	if c.Kind != isnad.CaseCounterNotice {
		return nil
	}
	var out []string
	named := strings.HasPrefix(c.About, "d") // it may have removed another report than the one it is about
	for _, n := range standing.Notices {
		if n.Kind != isnad.NoticeRemoval {
			continue
		}
		named = named && n.Case != c.About
		if (n.Undone == "" || slices.Contains(c.Notices, n.Undone)) && !slices.Contains(out, n.Case) {
			out = append(out, n.Case)
		}
	}
	if named {
		out = append(out, c.About)
	}
	return out
}

func looksAt(a *isnad.CaseAct) bool {
	switch a.Kind {
	case isnad.CaseAcknowledge, isnad.CaseTakeUp, isnad.CaseAsk:
		return true
	case isnad.CaseDecide:
		return a.Ruling != nil && a.Ruling.Decision != isnad.CaseRejected
	}
	return false
}

// PutBack is from when and by when what a counter-notice is about may be put back;
// zero where the rules set no time.
func (r Rules) PutBack(c *isnad.Case) (from, by time.Time) {
	t := r.terms(c.Kind)
	if c.Kind != isnad.CaseCounterNotice || t.PutBackMin <= 0 {
		return from, by
	}
	return r.After(c.Opened, Term{Days: t.PutBackMin, Working: true}), r.End(c.Opened, Term{Days: t.PutBackMax, Working: true})
}

// letterFacts is what a letter may tell. What is not there is empty.
type letterFacts struct {
	Number, Kind, Link string // of the reader's own case
	PassedOn           bool   // with this act the copy of their counter-notice goes out

	Opened, Due, Decided, CarryFrom, CarryBy, CarriedOut, Appeal string // days
	PutFrom, PutBy                                               string
	Decision, Effect                                             string // in words
	Said, Reasons                                                string // of a person, as they were typed

	Name, Postal, Phone, Text, Signature string // of a counter-notice, as its copy holds them
}

// write writes the letter of a name about act a of case c to who opened the case to,
// and tells them where a copy of it goes to others.
func (r Rules) write(name string, c *isnad.Case, a *isnad.CaseAct, to *isnad.Case, link string, copied bool) Letter {
	w := wording{LetterLanguage(&to.Form)}
	day := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return w.apart(r.date(t))
	}
	f := letterFacts{
		Number: w.apart(fmt.Sprint(to.Number)), Kind: w.say("kind "+string(to.Kind), nil), Link: link,
		PassedOn: copied,
		Opened:   day(c.Opened), Due: day(c.Due), Decided: day(c.Decided), CarryFrom: day(c.CarryFrom), CarryBy: day(c.CarryBy), CarriedOut: day(c.CarriedOut),
		Said: strings.TrimSpace(a.Text), Reasons: strings.TrimSpace(c.Reasons),
	}
	switch name {
	case "decide":
		f.Decision = w.say("decision "+string(c.Decision), nil)
		if c.Ruling != nil && c.Ruling.Effect != "" {
			f.Effect = w.say("effect "+string(c.Ruling.Effect), nil)
		}
		if end := r.AppealEnd(c); c.Appeals < r.Appeals {
			f.Appeal = day(end)
		}
	case "copy":
		from, by := r.PutBack(c)
		f.PutFrom, f.PutBy = day(from), day(by)
		f.Name, f.Postal, f.Phone, f.Text, f.Signature = c.Form.Name, w.lines(c.Form.Postal), w.apart(c.Form.Phone), c.Form.Text, c.Form.Signature
	}
	text := w.say(name, f)
	if foot := w.say("foot", f); foot != "" {
		text += "\n\n" + foot
	}
	return Letter{To: to.Form.Email, Subject: w.say(name+" subject", f) + ": " + w.say("case", f), Text: text + "\n", Language: w.language}
}

// wording says things in one language.
type wording struct{ language string }

// say is what a template of the language makes of facts; what only another
// language has is said in English.
func (w wording) say(name string, facts any) string {
	for _, language := range []string{w.language, "en"} {
		t := letterLanguages[language].Lookup(name)
		if t == nil {
			continue
		}
		var b strings.Builder
		if err := t.Execute(&b, facts); err == nil {
			return strings.TrimSpace(b.String())
		}
	}
	return strings.TrimSpace(name[strings.IndexByte(name, ' ')+1:]) // a kind that is newer than the words
}

// leftToRight keeps the figures of a day or a number in their order, in a text that
// runs from right to left and is shown without any markup.
const leftToRight = "\u200e"

// apart is a day, a number or another run of figures for a text of the language.
func (w wording) apart(s string) string {
	if w.language != "ar" || s == "" {
		return s
	}
	return leftToRight + s + leftToRight
}

// lines is an address of several lines on one.
func (w wording) lines(s string) string {
	comma := ", "
	if w.language == "ar" {
		comma = "، "
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }), comma)
}
