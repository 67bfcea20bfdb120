package site

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/casework"
)

// caseDo handles the forms of a case's page that do one thing: acknowledge, take
// up, give to somebody, ask, note, carry out, close.
func (s *site) caseDo(kind isnad.CaseActKind) func(w http.ResponseWriter, r *http.Request, me who) error {
	return func(w http.ResponseWriter, r *http.Request, me who) error {
		a := isnad.CaseAct{Kind: kind, Text: typedText(r.PostFormValue("text")), Seen: seenAct(r)}
		missing := ""
		switch kind {
		case isnad.CaseAssign:
			a.Text = ""
			a.To = cutBytes(100, r.PostFormValue("to"))
			if a.To == "" {
				missing = "Say first who is to have it."
			}
		case isnad.CaseAsk:
			if a.Text == "" {
				missing = "Write first what you ask. The person reads it as you write it."
			}
		case isnad.CaseNote:
			if a.Text == "" {
				missing = "There is nothing in the note yet."
			}
		case isnad.CaseCarryOut:
			if r.PostFormValue("final") == "wanted" && r.PostFormValue("sure") != "yes" {
				missing = "Bytes that are destroyed do not come back. Tick that you know this, then carry it out."
			}
		}
		if missing != "" {
			return s.caseNotDone(w, r, me, http.StatusUnprocessableEntity, a, missing)
		}
		return s.actOnCase(w, r, me, a)
	}
}

// writeDown records what somebody said who wrote or called, for them.
func (s *site) writeDown(w http.ResponseWriter, r *http.Request, me who) error {
	a := isnad.CaseAct{Kind: isnad.CaseActKind(cutBytes(40, r.PostFormValue("what"))), Text: typedText(r.PostFormValue("text")), Way: isnad.CaseWay(cutBytes(40, r.PostFormValue("way"))), Seen: seenAct(r)}
	if a.Kind == isnad.CaseActionFiled {
		a.Notice = cutBytes(40, r.PostFormValue("notice"))
	}
	missing := ""
	switch {
	case len(casework.WrittenDown([]isnad.CaseActKind{a.Kind})) == 0:
		missing = "Say first what it is that they said."
	case a.Way == "":
		missing = "Say first how it came."
	case a.Text == "":
		missing = "Write first what they said."
	}
	if missing != "" {
		return s.caseNotDone(w, r, me, http.StatusUnprocessableEntity, a, missing)
	}
	return s.actOnCase(w, r, me, a)
}

// seenAct is the number of the last act that the form was made for. A form
// without one saw the opening at most.
func seenAct(r *http.Request) int {
	n, err := strconv.Atoi(r.PostFormValue("last"))
	if err != nil || n < 1 || n > 1_000_000 {
		return 1
	}
	return n
}

// actOnCase records an act and shows the case as it stands then; where it is not
// taken, the case with why, and all that was typed.
func (s *site) actOnCase(w http.ResponseWriter, r *http.Request, me who, a isnad.CaseAct) error {
	after, err := s.recordCaseAct(r, me, a)
	switch why, refused := refusedWhy(err); {
	case err == nil:
		http.Redirect(w, r, s.caseAfter(r, &after), http.StatusSeeOther)
		return nil
	case errors.Is(err, isnad.ErrConflict):
		return s.caseNotDone(w, r, me, http.StatusConflict, a, "")
	case refused:
		return s.caseNotDone(w, r, me, http.StatusUnprocessableEntity, a, "That was not done: "+why+".")
	}
	return err
}

// recordCaseAct hands an act of the person who is signed in to who keeps cases.
func (s *site) recordCaseAct(r *http.Request, me who, a isnad.CaseAct) (isnad.Case, error) {
	c, err := s.store.Case(r.Context(), r.PathValue("id"))
	if err != nil {
		return c, err
	}
	if s.o.Cases.Act == nil {
		return c, errForbidden
	}
	by, err := s.by(r.Context(), me.Person, &c)
	if err != nil {
		return c, err
	}
	a.Time = s.now().UTC()
	return s.o.Cases.Act(r.Context(), c.ID, a, nil, by)
}

// caseAfter is the address of a case that says what was done last.
func (s *site) caseAfter(r *http.Request, c *isnad.Case) string {
	q, _ := caseQueueFrom(r.URL.Query())
	v := q.values()
	if n := len(c.Acts); n > 0 {
		v.Set("done", strconv.Itoa(c.Acts[n-1].Number))
	}
	return "/desk/cases/" + url.PathEscape(c.ID) + "?" + v.Encode()
}

// caseNotDone shows the case again with what was typed and why it was not taken.
// An empty problem stands for a conflict: then it tells what others did.
func (s *site) caseNotDone(w http.ResponseWriter, r *http.Request, me who, status int, a isnad.CaseAct, problem string) error {
	p, err := s.deskCaseOf(r, me)
	if err != nil {
		return err
	}
	p.Acting, p.Typed, p.TypedWay, p.Whose, p.Problem = string(a.Kind), a.Text, a.Way, a.Notice, problem
	if status == http.StatusConflict {
		p.since(a.Seen)
	}
	return s.showDeskCase(w, r, me, status, p)
}

// since finds what happened after the act that was seen last.
func (p *deskCasePage) since(seen int) {
	p.Changed = []caseActRow{}
	for _, row := range p.Rows {
		if row.Number > seen {
			p.Changed = append(p.Changed, row)
		}
	}
}

// reportID finds the ID of a report in what a person typed: the ID, or an address
// that holds it.
func reportID(s string) string {
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("/?#& \t\n", r) }) {
		if strings.HasPrefix(part, "r") && len(part) >= 8 && part != "reports" && plainText(part) == part {
			return part
		}
	}
	return ""
}
