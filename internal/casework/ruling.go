package casework

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"isnad"
)

// maxBody bounds a corrected text, in bytes.
const maxBody = 2_000_000

// fit checks the data of an act and cleans its words. The act may be done.
func (r Rules) fit(c *isnad.Case, a *isnad.CaseAct, by By) error {
	a.Text, a.Evidence = CleanText(a.Text), cleanEvidence(a.Evidence)
	if why := unfitData(a); why != "" {
		return refusal{why: why}
	}
	if a.Kind != isnad.CaseDecide {
		return nil
	}
	ruling := *a.Ruling
	a.Ruling = &ruling
	if why := r.fitRuling(c, a, by); why != "" {
		return refusal{why: why}
	}
	return nil
}

// unfitData says what of an act's data does not belong to its kind, or lacks.
func unfitData(a *isnad.CaseAct) string {
	words := a.Text != "" || len(a.Evidence) > 0
	switch {
	case (a.Ruling != nil) != (a.Kind == isnad.CaseDecide):
		return "a decision, and nothing else, holds a ruling"
	case (a.To != "") != (a.Kind == isnad.CaseAssign):
		return "it is said to whom a case is assigned, and with nothing else"
	case a.To != "" && !IsID(a.To, "u"):
		return fmt.Sprintf("%.40q is nobody's ID", a.To)
	case a.Way != "" && (!slices.Contains(isnad.CaseWays(), a.Way) || !slices.Contains(writtenDown, a.Kind) || a.Actor != isnad.ActorDesk && a.Actor != isnad.ActorOperator):
		return "how words came is said where somebody at the desk writes them down for a person: by letter, telephone, e-mail or in person"
	case len(a.Notices) > 0 && a.Kind != isnad.CaseCarryOut:
		return "notices are issued when a decision is carried out"
	case utf8.RuneCountInString(a.Text) > MaxText:
		return fmt.Sprintf("the text has at most %d characters", MaxText)
	case len(a.Evidence) > 0 && !slices.Contains([]isnad.CaseActKind{isnad.CaseAnswer, isnad.CaseAdd, isnad.CaseNote, isnad.CaseAppeal, isnad.CaseActionFiled}, a.Kind):
		return "evidence is given with words of its own"
	case a.Kind == isnad.CaseDecide && a.Text != "":
		return "the words of a decision are its reasons"
	case a.Kind == isnad.CaseAsk && a.Text == "":
		return "say what is asked"
	case a.Kind == isnad.CaseActionFiled && a.Text == "":
		return "say which action was filed: the court, its number and the day"
	case a.Kind == isnad.CaseAppeal && a.Text == "":
		return "say what is wrong with the decision"
	case (a.Kind == isnad.CaseAnswer || a.Kind == isnad.CaseAdd || a.Kind == isnad.CaseNote) && !words:
		return "there are no words and no evidence in it"
	}
	for _, e := range evidenceGaps(a.Evidence) {
		return e.Words
	}
	return ""
}

// fitRuling checks the ruling of act a, a copy that is the act's own, and fills
// in what follows from the case.
func (r Rules) fitRuling(c *isnad.Case, a *isnad.CaseAct, by By) string {
	d := a.Ruling
	d.Reasons = CleanText(d.Reasons)
	if d.Effect != isnad.EffectCorrection {
		d.Body = CleanText(d.Body)
	}
	switch {
	case d.Decision == isnad.CaseWithdrawn:
		return "only the person who opened a case withdraws it"
	case d.Decision != isnad.CaseUpheld && d.Decision != isnad.CasePartlyUpheld && d.Decision != isnad.CaseRejected:
		return "a case is upheld, partly upheld or rejected"
	case d.Reasons == "":
		return "a decision gives its reasons"
	case utf8.RuneCountInString(d.Reasons) > MaxText:
		return fmt.Sprintf("reasons have at most %d characters", MaxText)
	case d.Decision == isnad.CaseRejected && d.Effect != "":
		return "what is rejected changes nothing that is shown"
	case d.Effect == isnad.EffectRestoration && c.Kind == isnad.CaseCounterNotice && ActionFiled(c):
		return "whoever gave the notice has filed an action: nothing is put back upon a counter-notice then, only upon what a court orders"
	case d.Effect != "" && !slices.Contains(AllowedEffects(c), d.Effect):
		return fmt.Sprintf("%.40q is no effect of a decision on a case of kind %s", string(d.Effect), c.Kind)
	case by.Actor == isnad.ActorDesk && !by.Person.May(NeedsEffect(c, d.Effect)):
		return fmt.Sprintf("%s needs the role of %s", d.Effect, NeedsEffect(c, d.Effect))
	case len(d.Body) > maxBody || !utf8.ValidString(d.Body):
		return fmt.Sprintf("a text has at most %d bytes, of characters", maxBody)
	}
	if why := fitEffect(c, d); why != "" {
		return why
	}
	if why := r.fitPutBack(c, d); why != "" {
		return why
	}
	if isZero(d.Statement) && d.Effect != "" {
		d.Statement = Statement(c, d, StatementFacts{At: a.Time})
	}
	if !isZero(d.Statement) {
		if d.Statement.PUID == "" {
			d.Statement.PUID = PUID(c, a)
		}
		if err := Check(d.Statement); err != nil {
			return strings.TrimSuffix(err.Error(), ": "+isnad.ErrRefused.Error())
		}
	}
	return ""
}

// fitEffect checks the data that belong to an effect.
func fitEffect(c *isnad.Case, d *isnad.Ruling) string {
	gone := d.Effect == isnad.EffectRemoval || d.Effect == isnad.EffectErasure
	switch {
	case d.Title != nil && d.Effect != isnad.EffectCorrection:
		return "only a correction changes a title"
	case d.Title != nil && (utf8.RuneCountInString(*d.Title) > 2*MaxLine || !utf8.ValidString(*d.Title)):
		return fmt.Sprintf("a title has at most %d characters", 2*MaxLine)
	case d.Legal && !gone:
		return "only what is removed is removed by law or order"
	case d.Of != "" && (d.Effect != isnad.EffectRestoration || !IsID(d.Of, "n")):
		return "a restoration, and nothing else, names the notice whose effect no longer holds"
	case d.Report != "" && !IsID(d.Report, "r"):
		return fmt.Sprintf("%.40q is no report's ID", d.Report)
	case d.Effect == "" && (d.Body != "" || d.Report != ""):
		return "say which effect the decision has"
	case d.Effect != "" && d.Report == "" && c.Report == "":
		return "the case is about no one report: name the report that the effect falls on"
	case d.Body == "" && d.Effect == isnad.EffectCorrection:
		return "a correction holds the whole text as it should be"
	case d.Body == "" && d.Effect == isnad.EffectClarification:
		return "a clarification holds the words that stand beside the text"
	case d.Body == "" && d.Effect == isnad.EffectReply && c.Form.Reply == "":
		return "a reply holds the words to be published"
	case d.Body != "" && (gone || d.Effect == isnad.EffectRetraction || d.Effect == isnad.EffectRestoration):
		return fmt.Sprintf("%s publishes no text: what is to be said stands in the reasons", d.Effect)
	case d.Effect != isnad.EffectCorrection && utf8.RuneCountInString(d.Body) > MaxText:
		return fmt.Sprintf("the text has at most %d characters", MaxText)
	}
	return ""
}

// fitPutBack sets and checks for how long what is put back waits.
func (r Rules) fitPutBack(c *isnad.Case, d *isnad.Ruling) string {
	t := r.terms(c.Kind)
	if d.Effect != isnad.EffectRestoration || c.Kind != isnad.CaseCounterNotice || t.PutBackMin <= 0 {
		if d.NotFor != 0 {
			return "only what a counter-notice has put back waits"
		}
		return ""
	}
	if d.NotFor == 0 {
		d.NotFor = t.PutBackMin
	}
	if d.NotFor < t.PutBackMin || d.NotFor >= t.PutBackMax {
		return fmt.Sprintf("what a counter-notice has put back waits for at least %d and fewer than %d working days", t.PutBackMin, t.PutBackMax)
	}
	return ""
}

// writtenDown are the acts that the desk does for somebody who wrote or called.
var writtenDown = []isnad.CaseActKind{isnad.CaseAnswer, isnad.CaseAdd, isnad.CaseWithdraw, isnad.CaseAppeal, isnad.CaseActionFiled}

// WrittenDown lists which of the acts that somebody may do now are done for a
// person who wrote or called.
func WrittenDown(may []isnad.CaseActKind) []isnad.CaseActKind {
	return slices.DeleteFunc(slices.Clone(may), func(k isnad.CaseActKind) bool { return !slices.Contains(writtenDown, k) })
}
