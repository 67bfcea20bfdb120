package site

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"

	"golang.org/x/net/html"
)

// CaseOfAddress is the case of a secret address.
func (d *caseDesk) caseAt(address string) isnad.Case {
	d.t.Helper()
	c, err := d.st.CaseOf(d.t.Context(), isnad.HashOf([]byte(strings.TrimPrefix(address, "/cases/"))))
	if err != nil {
		d.t.Fatal(err)
	}
	return c
}

// decided opens a case of a kind and decides it.
func (d *caseDesk) decided(form url.Values, r isnad.Ruling) isnad.Case {
	d.t.Helper()
	c := d.caseAt(d.opened(form))
	if r.Effect != "" {
		r.Statement = casework.Statement(&c, &r, casework.StatementFacts{At: time.Now(), Language: "en"})
	}
	c, err := d.o.Act(d.t.Context(), c.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &r}, nil, casework.By{Actor: isnad.ActorOperator})
	if err != nil {
		d.t.Fatal(err)
	}
	return c
}

// told records a notice.
func (d *caseDesk) told(n isnad.Notice) isnad.Notice {
	d.t.Helper()
	err := d.st.Begin(d.t.Context(), func(tx *store.Tx) (err error) {
		if err = tx.LockCases(); err != nil {
			return err
		}
		if n.Number, err = tx.NextNotice(); err != nil {
			return err
		}
		n.ID, n.Act = isnad.MakeID('n', n.Case, fmt.Sprint(n.Number), n.Report), 3
		if n.Issued.IsZero() {
			n.Issued = time.Now().UTC()
		}
		return tx.PutNotice(&n)
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return n
}

// The register shows what was decided and why, whichever way it went, and who
// asked only where they wished it and were upheld.
func TestRegister(t *testing.T) {
	d := newCaseDesk(t, Options{BaseURL: "https://isnad.example"})
	form := d.complete(isnad.CaseCorrection)
	form.Set("name", "Secret Sender")
	form.Set("email", "sender@mail.example")
	upheld := d.decided(form, isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "The list says otherwise. Secret Sender is right.", Effect: isnad.EffectClarification, Body: "It was otherwise."})
	rejected := d.decided(d.complete(isnad.CaseComplaint), isnad.Ruling{Decision: isnad.CaseRejected, Reasons: "Nothing shows it."})
	open := d.caseAt(d.opened(d.complete(isnad.CasePrivacy)))
	d.told(isnad.Notice{Kind: isnad.NoticeClarification, Report: d.report.ID, Source: d.report.Source, Title: d.report.Title, Text: "It was otherwise, the list says.", Case: upheld.ID, From: 1})

	body := func(address string) string {
		t.Helper()
		code, b := get(t, d.h, address)
		if code != http.StatusOK {
			t.Fatalf("%s: %d", address, code)
		}
		for _, no := range []string{"Secret Sender", "sender@mail.example", open.ID} {
			if strings.Contains(b, no) {
				t.Errorf("%s shows %q", address, no)
			}
		}
		return b
	}
	mustHave(t, "list", body("/corrections"), "It was otherwise, the list says.", "/corrections/"+upheld.ID, "1 case is", "/corrections/statements.json", html.EscapeString(d.report.Title))
	mustHave(t, "decisions", body("/corrections/decisions"), "/corrections/"+upheld.ID, "/corrections/"+rejected.ID, "Nothing shows it.")
	if s := body("/corrections/decisions?decision=rejected"); strings.Contains(s, upheld.ID) || !strings.Contains(s, rejected.ID) {
		t.Error("filtered by decision")
	}
	if s := body("/corrections/decisions?to=2020-01-01"); strings.Contains(s, rejected.ID) {
		t.Error("filtered by day")
	}
	mustHave(t, "mistake", body("/corrections?kind=nonsense"), "It was left out")
	mustHave(t, "one", body("/corrections/"+upheld.ID), "Upheld", "The list says otherwise. "+casework.Blotted, "It is not so.", "DECISION_VISIBILITY_CONTENT_LABELLED", "statement.json", "It was otherwise, the list says.")
	if s := body("/corrections/" + rejected.ID); strings.Contains(s, "It is not so.") {
		t.Error("the words of who was not upheld are published")
	}
	for _, no := range []string{open.ID, "d00000000000000000000", "x", "%00", "figures?year=1066", "figures?year=x", "figures.csv?year=2999", open.ID + "/statement.json"} {
		if code, _ := get(t, d.h, "/corrections/"+no); code != http.StatusNotFound {
			t.Errorf("/corrections/%s: %d", no, code)
		}
	}

	var f statementFile
	for _, address := range []string{"/corrections/" + upheld.ID + "/statement.json", "/corrections/statements.json"} {
		if err := json.Unmarshal([]byte(body(address)), &f); err != nil || len(f.Statements) != 1 {
			t.Fatalf("%s: %d statements, %v", address, len(f.Statements), err)
		}
		if err := casework.Check(f.Statements[0]); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}

	year := time.Now().UTC().Year()
	mustHave(t, "figures", body(fmt.Sprintf("/corrections/figures?year=%d", year)), fmt.Sprintf("in %d", year), "clarification", "working days")
	rows, err := csv.NewReader(strings.NewReader(body(fmt.Sprintf("/corrections/figures.csv?year=%d", year)))).ReadAll()
	if err != nil || len(rows) != 2+len(isnad.CaseKinds()) {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	last := map[string]string{}
	for i, name := range rows[0] {
		last[name] = rows[len(rows)-1][i]
	}
	for name, want := range map[string]string{"kind": "all", "received": "3", "open": "1", "upheld": "1", "rejected": "1", "effect_clarification": "1", "median_days_to_decide": "0", "median_days_to_carry_out": ""} {
		if last[name] != want {
			t.Errorf("%s is %q, want %q", name, last[name], want)
		}
	}
}

// What was decided about a report stands at its head, in its data for machines, on
// the front page; a reply beside its claim; what holds no longer nowhere but in the register.
func TestNoticesOnAReport(t *testing.T) {
	d := newCaseDesk(t, Options{BaseURL: "https://isnad.example"})
	c := d.decided(d.complete(isnad.CaseComplaint), isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "So.", Effect: isnad.EffectRetraction})
	d.told(isnad.Notice{Kind: isnad.NoticeRetraction, Report: d.report.ID, Source: d.report.Source, Title: d.report.Title, Text: "Nobody can say who wrote it.", Case: c.ID})
	d.told(isnad.Notice{Kind: isnad.NoticeReply, Report: d.report.ID, Text: "We were not there.", Case: c.ID, Claim: d.claim.ID})
	d.told(isnad.Notice{Kind: isnad.NoticeReply, Report: d.report.ID, Text: "To no claim that stands here.", Case: c.ID, Claim: isnad.MakeID('k', "gone")})
	n := page(t, d.h, "/reports/"+d.report.ID)
	boxes := find(n, "section", "notices")
	if len(boxes) != 1 {
		t.Fatalf("%d sections of notices", len(boxes))
	}
	mustHave(t, "head", text(boxes[0]), "Retraction", "Nobody can say who wrote it.", "To no claim that stands here.")
	replies := find(find(n, "div", "body")[0], "div", "reply")
	if len(replies) != 1 || !strings.Contains(text(replies[0]), "We were not there.") {
		t.Errorf("%d replies beside claims", len(replies))
	}
	var ld struct {
		Status     string `json:"creativeWorkStatus"`
		Correction []struct {
			Type string `json:"@type"`
			Text string
			URL  string
		}
	}
	for _, s := range find(n, "script", "") {
		if attr(s, "type") == "application/ld+json" {
			if err := json.Unmarshal([]byte(s.FirstChild.Data), &ld); err != nil {
				t.Fatal(err)
			}
		}
	}
	if ld.Status != "Retracted" || len(ld.Correction) != 3 || ld.Correction[0].Type != "CorrectionComment" || ld.Correction[0].URL != "https://isnad.example/corrections/"+c.ID {
		t.Errorf("JSON-LD: %+v", ld)
	}
	mustHave(t, "front", text(page(t, d.h, "/")), "Latest corrections", "Nobody can say who wrote it.")
	links := 0
	for _, a := range find(n, "a", "") {
		if strings.HasPrefix(attr(a, "href"), "/cases/new?about=") {
			links++
			page(t, d.h, attr(a, "href"))
		}
	}
	if links < 2 {
		t.Errorf("%d ways from the report to the form", links)
	}
}

// Hostile words in a decision and in a notice stay text.
func TestHostileRegister(t *testing.T) {
	d := newCaseDesk(t, Options{BaseURL: "https://isnad.example"})
	form := d.complete(isnad.CaseCopyright)
	for _, name := range []string{"text", "work", "owner", "name"} {
		form.Set(name, form.Get(name)+evil)
	}
	c := d.decided(form, isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "So " + evil, Effect: isnad.EffectRemoval})
	for _, k := range isnad.NoticeKinds() {
		d.told(isnad.Notice{Kind: k, Report: d.report.ID, Source: evil, Title: evil, Text: evil, Case: c.ID})
	}
	for _, address := range []string{"/", "/corrections", "/corrections/decisions", "/corrections/" + c.ID, "/corrections/figures", "/corrections?kind=" + url.QueryEscape(evil)} {
		checkTree(t, address, page(t, d.h, address))
	}
	_, b := get(t, d.h, "/corrections/"+c.ID+"/statement.json")
	if !json.Valid([]byte(b)) || bytes.Contains([]byte(b), []byte("<script>")) {
		t.Errorf("statement: %.200s", b)
	}
}
