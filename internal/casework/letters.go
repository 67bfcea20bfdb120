package casework

import (
	"fmt"
	"strings"
	"time"

	"isnad"
)

// Letter is one e-mail to the person who opened a case.
type Letter struct {
	To      string
	Subject string // one line
	Text    string
}

// Letters are what is written to the person about act a, the last of the case,
// and to nobody else; none where they left no e-mail address or the act is no
// concern of theirs. link is the secret address of their case.
func (r Rules) Letters(c *isnad.Case, a *isnad.CaseAct, link string) []Letter {
	if !IsEmail(c.Form.Email) {
		return nil
	}
	subject, body := r.letter(c, a)
	if body == "" {
		return nil
	}
	name := fmt.Sprintf("case %d (%s)", c.Number, strings.ReplaceAll(string(c.Kind), "_", " "))
	var b strings.Builder
	b.WriteString(body)
	if link != "" {
		fmt.Fprintf(&b, "\n\nYour case, where you can add to it and answer:\n%s\nWhoever has this address can do so. Keep it to yourself.", link)
	}
	b.WriteString("\n")
	return []Letter{{To: c.Form.Email, Subject: subject + ": " + name, Text: b.String()}}
}

func (r Rules) letter(c *isnad.Case, a *isnad.CaseAct) (subject, body string) {
	switch a.Kind {
	case isnad.CaseOpen:
		return "Received", "What you sent was received on " + r.date(c.Opened) + ". A person will look at it. You will be told when they have begun." +
			r.until(" That will be by %s at the latest.", c.Due)
	case isnad.CaseAcknowledge:
		return "Acknowledged", "Your case was received on " + r.date(c.Opened) + " and will be decided by a person." +
			r.until(" That will be by %s at the latest.", c.Due) + said(a.Text)
	case isnad.CaseAsk:
		return "A question", "There is a question about your case:" + said(a.Text) + r.until("\n\nPlease answer by %s. After that it is decided on what is there.", c.Due)
	case isnad.CaseRemind:
		if c.DueFor != isnad.CaseAnswer {
			return "", ""
		}
		return "A question is open", "A question about your case has not been answered." + r.until(" Please answer by %s. After that it is decided on what is there.", c.Due)
	case isnad.CaseDecide:
		return "Decided", r.decision(c)
	case isnad.CaseCarryOut:
		return "Carried out", "What was decided on " + r.date(c.Decided) + " has been carried out."
	case isnad.CaseAppeal:
		return "Appeal received", "Your appeal was received. Another person decides on it, where there is one." + r.until(" That will be by %s at the latest.", c.Due)
	case isnad.CaseWithdraw:
		if c.Decision != isnad.CaseWithdrawn {
			return "Appeal withdrawn", "You have withdrawn your appeal. What was decided before holds."
		}
		return "Withdrawn", "You have withdrawn your case. It is closed."
	case isnad.CaseClose:
		return "Closed", "Your case is closed. What was decided holds." + said(a.Text)
	}
	return "", ""
}

// decision tells what was decided, why, and what can be done against it: DSA
// art. 16(5) and 17(3)(f).
func (r Rules) decision(c *isnad.Case) string {
	var b strings.Builder
	words := map[isnad.CaseOutcome]string{isnad.CaseUpheld: "upheld", isnad.CasePartlyUpheld: "upheld in part", isnad.CaseRejected: "rejected"}
	fmt.Fprintf(&b, "Your case was %s on %s. A person decided it, no machine did.\n\nThe reasons:%s", words[c.Decision], r.date(c.Decided), said(c.Reasons))
	if c.Ruling != nil && c.Ruling.Effect != "" {
		fmt.Fprintf(&b, "\n\nWhat follows from it: %s.", EffectWords(c.Ruling.Effect))
		if !c.CarryFrom.IsZero() {
			fmt.Fprintf(&b, " It is carried out from %s on.", r.date(c.CarryFrom))
		}
		b.WriteString(r.until(" It will be carried out by %s at the latest.", c.CarryBy))
	}
	if end := r.AppealEnd(c); c.Appeals < r.Appeals && !end.IsZero() {
		fmt.Fprintf(&b, "\n\nIf you think that this is wrong, you can appeal until %s at the address of your case. Whoever decided this will not decide on the appeal where there is another person.", r.date(end))
	}
	b.WriteString("\n\nYou can also turn to a court, and in the European Union to a certified body for the settlement of disputes (DSA art. 21).")
	return b.String()
}

// EffectWords says what an effect does, for readers.
func EffectWords(e isnad.Effect) string {
	switch e {
	case isnad.EffectCorrection:
		return "the text is corrected; the earlier wording can still be read"
	case isnad.EffectClarification:
		return "a clarification stands beside the text"
	case isnad.EffectRetraction:
		return "the text is marked as retracted"
	case isnad.EffectRemoval:
		return "the text is no longer shown"
	case isnad.EffectErasure:
		return "the text is no longer shown, and what was kept of it is destroyed"
	case isnad.EffectRestoration:
		return "what was changed before is as it was"
	case isnad.EffectReply:
		return "a reply stands beside the text"
	}
	return "nothing that is shown changes"
}

// until is a sentence with a date, empty where there is none.
func (r Rules) until(format string, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return fmt.Sprintf(format, r.date(t))
}

// said sets words off in a paragraph of their own.
func said(s string) string {
	if s = strings.TrimSpace(s); s == "" {
		return ""
	}
	return "\n\n" + s
}
