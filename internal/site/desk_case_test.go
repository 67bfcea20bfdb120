package site

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

// benghazi is a report of the made-up world, whose number somebody says is wrong.
func (f *office) benghazi() isnad.Report {
	f.t.Helper()
	all, _, err := f.st.Reports(f.t.Context(), store.ReportQuery{Page: store.Page{Limit: 100}})
	if err != nil {
		f.t.Fatal(err)
	}
	for _, x := range all {
		if strings.Contains(x.Title, "Benghazi") {
			r, err := f.st.Report(f.t.Context(), x.ID, 0)
			if err != nil {
				f.t.Fatal(err)
			}
			return r
		}
	}
	f.t.Fatal("the made-up world has no report from Benghazi")
	return isnad.Report{}
}

// open opens a case as somebody without an account does.
func (f *office) open(form isnad.CaseForm) isnad.Case {
	f.t.Helper()
	c, _, err := f.pipeline.OpenCase(f.t.Context(), form, nil, casework.By{Actor: isnad.ActorClaimant})
	if err != nil {
		f.t.Fatal(err)
	}
	return c
}

// correction is a form that asks for another number.
func (f *office) correction() isnad.CaseForm {
	r := f.benghazi()
	at := strings.Index(r.Text, "Five people")
	span := isnad.RuneSpan(r.Text, at, at+len("Five people, not six,"))
	return isnad.CaseForm{Kind: isnad.CaseCorrection, About: r.ID, Version: r.Version, Span: &span, Text: "The number is wrong.", Right: "Four people were killed.",
		Name: "Samira Haddad", Email: "samira@press.example", Phone: "+000 555 0100", Evidence: []isnad.Evidence{{Address: "https://hospital.example/list"}}}
}

func complaint(about string) isnad.CaseForm {
	return isnad.CaseForm{Kind: isnad.CaseComplaint, About: about, Text: "The street is named wrongly.", Name: "Samira Haddad", Email: "samira@press.example"}
}

// act does something in a case as a role, in the form that the desk sends.
func (f *office) act(c *isnad.Case, role isnad.Role, do string, form url.Values) (int, string) {
	f.t.Helper()
	if form == nil {
		form = url.Values{}
	}
	if form.Get("last") == "" {
		now, err := f.st.Case(f.t.Context(), c.ID)
		if err != nil {
			f.t.Fatal(err)
		}
		form.Set("last", fmt.Sprint(len(now.Acts)))
	}
	w := f.do("POST", "/desk/cases/"+c.ID+"/"+do, f.as(role), form)
	return w.Code, w.Body.String()
}

func (f *office) now(c *isnad.Case) isnad.Case {
	f.t.Helper()
	now, err := f.st.Case(f.t.Context(), c.ID)
	if err != nil {
		f.t.Fatal(err)
	}
	return now
}

// Whoever may do nothing but note sees no button that does more, and no way to
// reach the person; what is sent all the same is refused and changes nothing.
func TestCaseRights(t *testing.T) {
	f := newOffice(t, Options{})
	c := f.open(f.correction())
	body := f.do("GET", "/desk/cases/"+c.ID, f.as(isnad.RoleContributor), nil).Body.String()
	mustHave(t, "of a contributor", body, "/note", "How to reach the person is shown to editors", "Four people were killed.", "Five people, not six,")
	for _, not := range []string{"/acknowledge", "/decide", "/ask", "/assign", "samira@press.example", "555 0100"} {
		if strings.Contains(body, not) {
			t.Errorf("a contributor sees %q", not)
		}
	}
	mustHave(t, "of an editor", f.do("GET", "/desk/cases/"+c.ID, f.as(isnad.RoleEditor), nil).Body.String(), "/acknowledge", "samira@press.example", "555 0100")
	for _, do := range []string{"acknowledge", "take-up", "assign", "ask", "decide", "carry-out", "close"} {
		if code, _ := f.act(&c, isnad.RoleContributor, do, url.Values{"text": {"x"}, "to": {f.persons[isnad.RoleAdmin].ID}}); code != http.StatusForbidden {
			t.Errorf("%s of a contributor: %d", do, code)
		}
	}
	if n := len(f.now(&c).Acts); n != 1 {
		t.Errorf("%d acts after what was refused", n)
	}
	if code, _ := f.act(&c, isnad.RoleContributor, "note", url.Values{"text": {"I was there: four."}}); code != http.StatusSeeOther {
		t.Errorf("a note: %d", code)
	}

	// A removal is for reviewers, by the form and against it.
	body = f.do("GET", "/desk/cases/"+c.ID+"/decide", f.as(isnad.RoleEditor), nil).Body.String()
	if !regexp.MustCompile(`value="removal" disabled`).MatchString(body) || regexp.MustCompile(`value="correction"[^>]* disabled`).MatchString(body) {
		t.Error("an editor may choose a removal, or may not choose a correction")
	}
	removal := url.Values{"decision": {"upheld"}, "reasons": {"It is wrong."}, "effect": {"removal"}, "do": {"show"}}
	code, body := f.act(&c, isnad.RoleEditor, "decide", removal)
	if code != http.StatusUnprocessableEntity {
		t.Errorf("a removal by an editor: %d", code)
	}
	mustHave(t, "the refusal", body, "needs the role of reviewer", "It is wrong.")
	if code, body = f.act(&c, isnad.RoleReviewer, "decide", removal); code != http.StatusOK {
		t.Errorf("a removal by a reviewer: %d", code)
	}
	mustHave(t, "the preview", body, "This is what it does", "410, removed", "Record this decision")
	if f.now(&c).Decision != "" {
		t.Error("looking at what a decision does decided")
	}
}

var shownDigest = regexp.MustCompile(`name="shown" value="([^"]*)"`)

// A correction is seen word by word before it is recorded, and what is recorded
// is what was seen: a form that was changed after looking is only shown again.
func TestCaseIsDecidedAsItWasSeen(t *testing.T) {
	f := newOffice(t, Options{})
	c := f.open(f.correction())
	r := f.benghazi()
	if code, _ := f.act(&c, isnad.RoleEditor, "take-up", nil); code != http.StatusSeeOther {
		t.Fatalf("taking it up: %d", code)
	}
	body := f.do("GET", "/desk/cases/"+c.ID+"/decide", f.as(isnad.RoleEditor), nil).Body.String()
	mustHave(t, "the form", body, "Five people, not six, were killed when guards fired", `name="body_of" value="`+r.ID+"@2\"", "Four people were killed.")

	form := url.Values{"decision": {"upheld"}, "reasons": {"The hospital's list names four."}, "effect": {"correction"}, "title": {r.Title}, "report": {r.ID},
		"body": {strings.ReplaceAll(r.Text, "Five people", "Four people")}, "body_of": {r.ID + "@2"}, "do": {"show"}}
	for field, words := range map[string]string{"decision": "upheld, partly upheld or rejected", "reasons": "Write the reasons", "body": "a correction holds"} {
		lacking := url.Values{}
		for k, v := range form {
			lacking[k] = v
		}
		lacking.Set(field, "")
		code, body := f.act(&c, isnad.RoleEditor, "decide", lacking)
		if code != http.StatusUnprocessableEntity {
			t.Errorf("without %s: %d", field, code)
		}
		mustHave(t, "without "+field, body, words)
	}
	same := url.Values{"decision": {"upheld"}, "reasons": {"x"}, "effect": {"correction"}, "title": {r.Title}, "body": {r.Text}, "body_of": {r.ID + "@2"}}
	if _, body := f.act(&c, isnad.RoleEditor, "decide", same); !strings.Contains(body, "the same as the present one") {
		t.Error("a correction that corrects nothing passes")
	}

	code, body := f.act(&c, isnad.RoleEditor, "decide", form)
	if code != http.StatusOK {
		t.Fatalf("looking: %d", code)
	}
	mustHave(t, "the preview", body, `[out:] </span>Five</del>`, `[in:] </span>Four</ins>`, "Version 3 takes the place of version 2", "The e-mail that the person gets",
		"DECISION_VISIBILITY_OTHER", "The hospital&#39;s list names four.")
	digest := shownDigest.FindStringSubmatch(body)[1]
	if digest == "" {
		t.Fatal("nothing says what was shown")
	}
	base := regexp.MustCompile(`name="base" value="([^"]*)"`).FindStringSubmatch(body)[1]

	// Changed after looking: shown again, not recorded.
	form.Set("do", "record")
	form.Set("shown", digest)
	form.Set("base", unescape(base))
	sendStatement(form, body)
	other := url.Values{}
	for k, v := range form {
		other[k] = v
	}
	other.Set("body", strings.ReplaceAll(r.Text, "Five people", "Forty people"))
	code, body = f.act(&c, isnad.RoleEditor, "decide", other)
	mustHave(t, "changed after looking", body, "nothing is recorded yet", `[in:] </span>Forty</ins>`)
	if code != http.StatusOK || f.now(&c).Decision != "" {
		t.Fatalf("it was recorded unseen: %d", code)
	}
	// Recorded as it was seen.
	if code, body = f.act(&c, isnad.RoleEditor, "decide", form); code != http.StatusSeeOther {
		t.Fatalf("recording: %d\n%s", code, body)
	}
	now := f.now(&c)
	if d := now.Ruling; now.State != isnad.CaseDecided || d == nil || !strings.HasPrefix(d.Body, "Four people, not six,") || d.Title != nil || d.Statement.Ground == "" || d.Statement.PUID == "" {
		t.Errorf("recorded: %s %+v", now.State, d)
	}
	body = f.do("GET", "/desk/cases/"+c.ID, f.as(isnad.RoleEditor), nil).Body.String()
	mustHave(t, "the case then", body, "Carry it out", `[in:] </span>Four</ins>`, "to be carried out")
}

func unescape(s string) string {
	return strings.NewReplacer("&#34;", `"`, "&#39;", "'", "&amp;", "&", "&lt;", "<", "&gt;", ">", "&#43;", "+").Replace(s)
}

// sendStatement adds the fields of the statement of reasons to a form as a browser
// sends them: as the page shows them.
func sendStatement(form url.Values, page string) {
	for _, m := range regexp.MustCompile(`<input type="checkbox" id="st-[A-Z_]*" name="(st-[a-z_]*)" value="([A-Z_]*)" checked>`).FindAllStringSubmatch(page, -1) {
		form.Add(m[1], m[2])
	}
	for _, m := range regexp.MustCompile(`name="(st-[a-z_]*)" value="([^"]*)" (?:type="date"|maxlength)`).FindAllStringSubmatch(page, -1) {
		form.Set(m[1], unescape(m[2]))
	}
	for _, m := range regexp.MustCompile(`(?s)name="(st-[a-z_]*)"><option value="">not said</option>(.*?)</select>`).FindAllStringSubmatch(page, -1) {
		if on := regexp.MustCompile(`value="([^"]*)" selected`).FindStringSubmatch(m[2]); on != nil {
			form.Set(m[1], on[1])
		}
	}
	for _, m := range regexp.MustCompile(`(?s)<textarea id="st-[a-z_]*" name="(st-[a-z_]*)"[^>]*>\n(.*?)</textarea>`).FindAllStringSubmatch(page, -1) {
		form.Set(m[1], unescape(m[2]))
	}
}

// Two people at one case: who comes second is told what the first did, nothing is
// done, and what they typed is still there.
func TestCaseConflictIsTold(t *testing.T) {
	f := newOffice(t, Options{})
	c := f.open(f.correction())
	if code, _ := f.act(&c, isnad.RoleReviewer, "note", url.Values{"text": {"I have rung the hospital."}}); code != http.StatusSeeOther {
		t.Fatal(code)
	}
	code, body := f.act(&c, isnad.RoleEditor, "ask", url.Values{"text": {"Which list was that?"}, "last": {"1"}})
	if code != http.StatusConflict || len(f.now(&c).Acts) != 2 {
		t.Errorf("asked over another's act: %d", code)
	}
	mustHave(t, "asking", body, "has changed since you opened it", "I have rung the hospital.", "Which list was that?", `id="ask" open`)

	code, body = f.act(&c, isnad.RoleEditor, "decide", url.Values{"last": {"1"}, "decision": {"rejected"}, "reasons": {"Six is what the source says."}, "do": {"record"}})
	if code != http.StatusConflict || f.now(&c).Decision != "" {
		t.Errorf("decided over another's act: %d", code)
	}
	mustHave(t, "deciding", body, "has changed since you opened it", "I have rung the hospital.", "Six is what the source says.", `value="rejected" checked`)

	for do, form := range map[string]url.Values{"ask": {}, "note": {}, "assign": {}} {
		if code, _ := f.act(&c, isnad.RoleEditor, do, form); code != http.StatusUnprocessableEntity {
			t.Errorf("%s without words: %d", do, code)
		}
	}
	long := strings.Repeat("x", casework.MaxText+1)
	code, body = f.act(&c, isnad.RoleEditor, "note", url.Values{"text": {long}})
	if code != http.StatusUnprocessableEntity || !strings.Contains(body, long) {
		t.Errorf("a note that is too long: %d, and what was typed is lost: %v", code, !strings.Contains(body, long))
	}
}

// Who wrote what a case is about does not decide on it; the page says why, and who does.
func TestCaseConflictOfInterest(t *testing.T) {
	f := newOffice(t, Options{})
	claims, _, err := f.st.Claims(t.Context(), store.ClaimQuery{Report: f.benghazi().ID, Page: store.Page{Limit: 10}})
	if err != nil || len(claims) == 0 {
		t.Fatal(err)
	}
	k := claims[len(claims)-1]
	if w := f.do("POST", "/desk/claims/"+k.ID+"/accept", f.as(isnad.RoleEditor), url.Values{"seen": {k.State()}}); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	c := f.open(complaint(k.ID))
	body := f.do("GET", "/desk/cases/"+c.ID, f.as(isnad.RoleEditor), nil).Body.String()
	mustHave(t, "of who wrote it", body, "a conflict of interest", "another person does", "The reviewer", "The admin")
	if strings.Contains(body, "/decide\"") {
		t.Error("who wrote it is offered to decide")
	}
	code, body := f.act(&c, isnad.RoleEditor, "decide", url.Values{"decision": {"rejected"}, "reasons": {"It is as I said."}, "do": {"show"}})
	if code != http.StatusUnprocessableEntity {
		t.Errorf("who wrote it decides: %d", code)
	}
	mustHave(t, "refused", body, "does not decide on it")
	if code, _ := f.act(&c, isnad.RoleReviewer, "decide", url.Values{"decision": {"rejected"}, "reasons": {"The passage says so."}, "do": {"show"}}); code != http.StatusOK {
		t.Errorf("another person: %d", code)
	}
}

// The queue: what is due first comes first, what is late is marked, and each list
// and filter holds what it says.
func TestCaseQueue(t *testing.T) {
	f := newOffice(t, Options{})
	slow, quick := f.open(complaint(f.benghazi().ID)), f.open(f.correction())
	if code, _ := f.act(&slow, isnad.RoleEditor, "take-up", nil); code != http.StatusSeeOther {
		t.Fatal(code)
	}
	list := func(address string) string { return f.do("GET", address, f.as(isnad.RoleEditor), nil).Body.String() }
	has := func(address string, want ...*isnad.Case) {
		t.Helper()
		body, at := list(address), -1
		for _, c := range []*isnad.Case{&slow, &quick} {
			in := false
			for _, w := range want {
				in = in || w.ID == c.ID
			}
			if strings.Contains(body, "/desk/cases/"+c.ID) != in {
				t.Errorf("%s: case %d is there: %v", address, c.Number, !in)
			}
		}
		for _, w := range want {
			i := strings.Index(body, "/desk/cases/"+w.ID)
			if i < at {
				t.Errorf("%s: case %d stands too early", address, w.Number)
			}
			at = i
		}
	}
	has("/desk/cases", &quick, &slow)
	has("/desk/cases?list=mine", &slow)
	has("/desk/cases?kind=correction", &quick)
	has("/desk/cases?state=in_review", &slow)
	has("/desk/cases?handler=-", &quick)
	has("/desk/cases?q=Samira", &quick, &slow)
	has("/desk/cases?q=nobody")
	has("/desk/cases?list=overdue")
	has("/desk/cases?list=all", &quick, &slow)
	mustHave(t, "what is not understood", list("/desk/cases?list=x&kind=y&state=z"), "no such list", "no such kind of case", "no such state")
	mustHave(t, "the desk", list("/desk"), "2 cases are open", "1 is yours", "1 is not acknowledged yet")

	err := f.st.Begin(t.Context(), func(tx *store.Tx) error {
		late := f.now(&quick)
		late.Due = time.Now().Add(-50 * time.Hour).UTC()
		return tx.PutCase(&late)
	})
	if err != nil {
		t.Fatal(err)
	}
	has("/desk/cases?list=overdue", &quick)
	mustHave(t, "what is late", list("/desk/cases"), "2 days late", "to be acknowledged")
	mustHave(t, "the desk", list("/desk"), "1 is overdue", "2 days late")
}

// A case full of hostile words is shown as text.
func TestHostileDeskCase(t *testing.T) {
	f := newOffice(t, Options{})
	form := f.correction()
	form.Text, form.Right, form.Name = evil, evil, "Eve "+evil
	form.Evidence = []isnad.Evidence{{Address: "https://evil.example/\"><script>alert(1)</script>"}}
	c := f.open(form)
	for _, address := range []string{"/desk/cases", "/desk/cases/" + c.ID, "/desk/cases/" + c.ID + "/decide", "/desk"} {
		w := f.do("GET", address, f.as(isnad.RoleEditor), nil)
		if w.Code != http.StatusOK || strings.Contains(w.Body.String(), "<script>alert") {
			t.Errorf("%s: %d", address, w.Code)
		}
	}
	if code, body := f.act(&c, isnad.RoleEditor, "note", url.Values{"text": {evil}}); code != http.StatusSeeOther {
		t.Errorf("a hostile note: %d %s", code, body)
	}
	if w := f.do("GET", "/desk/cases/"+c.ID, f.as(isnad.RoleEditor), nil); strings.Contains(w.Body.String(), "<script>alert") {
		t.Error("a hostile note is no text")
	}
	for _, form := range []url.Values{{"decision": {evil}, "effect": {evil}, "report": {evil}, "of": {evil}, "reasons": {evil}, "body_of": {evil}, "base": {evil}, "shown": {evil}, "st-category": {evil}},
		{"decision": {"upheld"}, "effect": {"clarification"}, "words": {evil}, "reasons": {evil}, "base": {`{"category":5}`}, "st-content_date": {evil}}} {
		code, body := f.act(&c, isnad.RoleEditor, "decide", form)
		if code != http.StatusOK && code != http.StatusUnprocessableEntity || strings.Contains(body, "<script>alert") {
			t.Errorf("a hostile decision: %d", code)
		}
	}
}
