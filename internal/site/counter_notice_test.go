package site

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/casework"
)

// disputed is a report that was removed upon two copyright notices, of which the
// secret addresses are given.
func (f *office) disputed() (report string, notices [2]isnad.Case, address [2]string) {
	f.t.Helper()
	operator := casework.By{Actor: isnad.ActorOperator}
	report = f.benghazi().ID
	for i, legal := range []bool{false, true} { // what is removed can be removed once more by law
		c, token, err := f.pipeline.OpenCase(f.t.Context(), isnad.CaseForm{Kind: isnad.CaseCopyright, About: report, Text: "It is our text.", Work: "A text", Name: "An Owner",
			Email: "owner@works.example", Signature: "An Owner", Faith: true, Accuracy: true}, nil, casework.By{Actor: isnad.ActorClaimant})
		for _, a := range []isnad.CaseAct{{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "It is theirs.", Effect: isnad.EffectRemoval, Legal: legal}}, {Kind: isnad.CaseCarryOut}} {
			if err == nil {
				c, err = f.pipeline.ActOnCase(f.t.Context(), c.ID, a, nil, operator)
			}
		}
		if err != nil {
			f.t.Fatal(err)
		}
		notices[i], address[i] = c, "/cases/"+token
	}
	return report, notices, address
}

// Who gave a notice finds the counter-notice against it, and the form to say that
// they filed an action, however many others filled forms since. What one of two says
// is said of that one alone, to them and at the desk.
func TestCounterNoticeOfTwo(t *testing.T) {
	f := newOffice(t, Options{})
	report, notices, address := f.disputed()
	counter := func(text string) isnad.Case {
		return f.open(isnad.CaseForm{Kind: isnad.CaseCounterNotice, About: report, Text: text, Name: "Samira Haddad", Postal: "Mill Lane 3", Phone: "+1 202 555 0101",
			Signature: "Samira Haddad", Accuracy: true, Consent: true})
	}
	c := counter("We wrote it ourselves.")
	if code, _ := f.act(&c, isnad.RoleReviewer, "acknowledge", nil); code != http.StatusSeeOther {
		t.Fatalf("acknowledging: %d", code)
	}
	for i := range 2*maxCounters + 1 {
		x := counter("I wrote it.")
		if i%2 == 0 { // it is closed, and nobody has looked at it
			if _, err := f.pipeline.ActOnCase(t.Context(), x.ID, isnad.CaseAct{Kind: isnad.CaseWithdraw}, nil, casework.By{Actor: isnad.ActorClaimant}); err != nil {
				t.Fatal(err)
			}
		}
	}
	const form, filed, stopped = "I have filed an action", "You have told us of an action", "We were told of an action by somebody else"
	for _, a := range address {
		body := f.do("GET", a, nil, nil).Body.String()
		mustHave(t, "the notice", body, "We wrote it ourselves.", "Mill Lane 3", form)
		if strings.Contains(body, "I wrote it.") || strings.Contains(body, filed) || strings.Contains(body, stopped) {
			t.Error("forms that nobody looked at are shown, or an action that nobody filed")
		}
	}

	// The desk writes down what one of them said: which one, it has to say.
	page := f.do("GET", "/desk/cases/"+c.ID, f.as(isnad.RoleEditor), nil).Body.String()
	mustHave(t, "the desk", page, `name="notice"`, `value="`+notices[0].ID+`"`, `value="`+notices[1].ID+`"`)
	down := url.Values{"what": {"action_filed"}, "way": {"letter"}, "text": {"Sample Court, 1:26-cv-1."}}
	code, body := f.act(&c, isnad.RoleEditor, "write-down", down)
	if code != http.StatusUnprocessableEntity {
		t.Errorf("written down for nobody: %d", code)
	}
	mustHave(t, "the refusal", body, "say who filed the action", "Sample Court, 1:26-cv-1.")
	down.Set("notice", notices[0].ID)
	down.Del("last")
	if code, _ := f.act(&c, isnad.RoleEditor, "write-down", down); code != http.StatusSeeOther {
		t.Errorf("written down for one of them: %d", code)
	}
	page = f.do("GET", "/desk/cases/"+c.ID, f.as(isnad.RoleEditor), nil).Body.String()
	if strings.Count(page, "filed an action; ") != 1 || strings.Count(page, "letter about act 2") != 2 || strings.Count(page, "letter about act 3") != 1 {
		t.Errorf("at the desk each has not what is theirs: %s", page[strings.Index(page, `id="notified"`):][:1500])
	}
	body = f.do("GET", address[0], nil, nil).Body.String()
	mustHave(t, "who filed", body, filed)
	if strings.Contains(body, form) {
		t.Error("who filed an action is asked again")
	}
	body = f.do("GET", address[1], nil, nil).Body.String()
	mustHave(t, "who did not", body, stopped, form)
	if strings.Contains(body, filed) {
		t.Error("who filed none is told that they did")
	}
}
