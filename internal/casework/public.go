package casework

import (
	"regexp"
	"slices"
	"strings"

	"isnad"
)

// Public is what everybody may see of a case: the register, the API, exports.
//
// The words of the person are shown once the case was upheld, at least partly:
// until then, and where it was rejected, anybody could have anything published
// here by writing it into a form. They never are where a privacy request or an
// order brought them, nor once a decision was to remove what they are about. In
// all that is shown, addresses for mail, telephone numbers and the person's name
// are blotted out, the name unless they wished to be named and were upheld. Never
// shown are addresses, signatures, notes, answers, evidence, and who at the desk
// did what.
func Public(c *isnad.Case) isnad.Case {
	named := c.Form.Named && upheld(c.Decision) && c.Kind != isnad.CasePrivacy
	blot := blotter(&c.Form, named)
	out := isnad.Case{
		ID: c.ID, Number: c.Number, Kind: c.Kind, State: c.State, Opened: c.Opened, Due: c.Due, DueFor: c.DueFor,
		About: c.About, Report: c.Report, Version: c.Version, Decision: c.Decision, Reasons: blot(c.Reasons),
		Decided: c.Decided, CarriedOut: c.CarriedOut, CarryFrom: c.CarryFrom, CarryBy: c.CarryBy, Appeals: c.Appeals,
		Notices: append([]string{}, c.Notices...),
		Form:    isnad.CaseForm{Kind: c.Kind, About: c.Form.About, Version: c.Form.Version, Language: c.Form.Language},
	}
	if c.Span != nil {
		s := *c.Span
		out.Span, out.Form.Span = &s, &s
	}
	gone := removes(c)
	if upheld(c.Decision) && !gone && c.Kind != isnad.CasePrivacy && c.Kind != isnad.CaseCourtOrder {
		out.Quote = c.Quote
		out.Form.Text, out.Form.Right, out.Form.Reply, out.Form.Work = blot(c.Form.Text), blot(c.Form.Right), blot(c.Form.Reply), blot(c.Form.Work)
	}
	if named {
		out.Form.Name, out.Form.Named = c.Form.Name, true
	}
	if c.Kind == isnad.CaseCopyright {
		out.Form.Faith, out.Form.Accuracy = c.Form.Faith, c.Form.Accuracy
		if upheld(c.Decision) { // the work, but never the infringing passage
			out.Form.Work = blot(c.Form.Work)
		}
	}
	if c.Kind == isnad.CaseCourtOrder && upheld(c.Decision) {
		out.Form.Court, out.Form.Reference, out.Form.Ordered = c.Form.Court, c.Form.Reference, c.Form.Ordered
	}
	out.Ruling = publicRuling(c.Ruling, blot, gone)
	for i := range c.Acts {
		if a, ok := publicAct(&c.Acts[i], blot, gone); ok {
			out.Acts = append(out.Acts, a)
		}
	}
	return out
}

func upheld(o isnad.CaseOutcome) bool { return o == isnad.CaseUpheld || o == isnad.CasePartlyUpheld }

// removes tells whether any decision on the case was to remove something. Where
// what was removed is shown again, the words of the case about it still are not.
func removes(c *isnad.Case) bool {
	gone := func(r *isnad.Ruling) bool {
		return r != nil && (r.Effect == isnad.EffectRemoval || r.Effect == isnad.EffectErasure)
	}
	return gone(c.Ruling) || slices.ContainsFunc(c.Acts, func(a isnad.CaseAct) bool { return gone(a.Ruling) })
}

// publicActs are the kinds of acts that the register shows.
var publicActs = []isnad.CaseActKind{isnad.CaseOpen, isnad.CaseAcknowledge, isnad.CaseTakeUp, isnad.CaseWithdraw, isnad.CaseDecide,
	isnad.CaseCarryOut, isnad.CaseAppeal, isnad.CaseClose, isnad.CaseActionFiled}

// publicAct is what the register shows of an act: what was done when and for
// whom, and of a decision the ruling.
func publicAct(a *isnad.CaseAct, blot func(string) string, gone bool) (isnad.CaseAct, bool) {
	if !slices.Contains(publicActs, a.Kind) {
		return isnad.CaseAct{}, false
	}
	return isnad.CaseAct{Number: a.Number, Time: a.Time, Kind: a.Kind, Actor: a.Actor, From: a.From, State: a.State,
		Ruling: publicRuling(a.Ruling, blot, gone), Notices: slices.Clone(a.Notices)}, true
}

func publicRuling(r *isnad.Ruling, blot func(string) string, gone bool) *isnad.Ruling {
	if r == nil {
		return nil
	}
	out := *r
	out.Files = nil // that something was handed in is nobody's concern
	out.Reasons = blot(r.Reasons)
	out.Statement = copyStatement(r.Statement)
	for _, p := range []*string{&out.Statement.Facts, &out.Statement.LegalExplanation, &out.Statement.TermsExplanation, &out.Statement.LegalGround, &out.Statement.TermsGround, &out.Statement.VisibilityOther} {
		*p = blot(*p)
	}
	// The whole text of a report is on its page, or nowhere.
	if r.Effect == isnad.EffectCorrection || gone {
		out.Body, out.Title = "", nil
	}
	out.Body = blot(out.Body)
	return &out
}

func copyStatement(s isnad.Statement) isnad.Statement {
	s.Visibility, s.ContentType = slices.Clone(s.Visibility), slices.Clone(s.ContentType)
	s.Keywords, s.Territory = slices.Clone(s.Keywords), slices.Clone(s.Territory)
	return s
}

// Blotted is what stands in the register in the place of words that are not shown.
const Blotted = "[…]"

var contact = regexp.MustCompile(`(?i)[\pL\d._%+'-]{1,64}(?:@|\s?\[at\]\s?|\s?\(at\)\s?)[\pL\d.-]{1,100}\.\pL{2,24}|` + // mail
	`(?:\+|\b00|\(0|\b0)[\d٠-٩][\d٠-٩ ()/.-]{6,18}[\d٠-٩]`) // telephone

// blotter gives a function that takes out of words what says who the person is.
func blotter(f *isnad.CaseForm, named bool) func(string) string {
	var secret []string
	who := []string{f.Email, f.Phone, f.Postal, f.Signature, f.OnBehalf, f.Owner, f.Name}
	if named {
		who = []string{f.Email, f.Phone, f.Postal}
	}
	for _, s := range who {
		for line := range strings.Lines(s) {
			if line = strings.Trim(line, " \t\n,;"); len([]rune(line)) >= 3 {
				secret = append(secret, regexp.QuoteMeta(line))
			}
		}
	}
	slices.SortFunc(secret, func(a, b string) int { return len(b) - len(a) }) // the longer first: it may hold the shorter
	var names *regexp.Regexp
	if len(secret) > 0 {
		names = regexp.MustCompile(`(?i)` + strings.Join(secret, "|"))
	}
	return func(s string) string {
		if names != nil {
			s = names.ReplaceAllLiteralString(s, Blotted)
		}
		return contact.ReplaceAllLiteralString(s, Blotted)
	}
}

// Mine is what the person who opened a case may see of it: all that they handed
// in and all that was decided, and nothing of who at the desk did it, nor what the
// desk noted for itself.
func Mine(c *isnad.Case) isnad.Case {
	out := *c
	out.Handler = ""
	out.Notices = append([]string{}, c.Notices...)
	out.Acts = nil
	for _, a := range c.Acts {
		if a.Kind == isnad.CaseNote || a.Kind == isnad.CaseRemind || a.Kind == isnad.CaseAssign {
			continue
		}
		a.Person, a.Name, a.Role, a.To, a.Notice = "", "", "", "", ""
		if a.Actor != isnad.ActorClaimant && !toPerson(a.Kind) {
			a.Text, a.Evidence = "", nil
		}
		if a.Actor == isnad.ActorNotifier { // the words are told them; papers they get from the court
			a.Evidence = nil
		}
		out.Acts = append(out.Acts, a)
	}
	return out
}

// toPerson tells whether the words of an act of the desk are for the person, or
// were taken down for them.
func toPerson(k isnad.CaseActKind) bool {
	return slices.Contains([]isnad.CaseActKind{isnad.CaseOpen, isnad.CaseAsk, isnad.CaseAnswer, isnad.CaseAdd, isnad.CaseWithdraw,
		isnad.CaseDecide, isnad.CaseAppeal, isnad.CaseAcknowledge, isnad.CaseClose, isnad.CaseActionFiled}, k)
}
