package site

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// The public register. It shows what was decided and why, never who asked unless
// they wished it; casework.Public says what that is.

// notice is what the world is told, with what a page needs to show it.
type notice struct {
	isnad.Notice
	Language string // of the title
	Gone     bool   // the report is not shown now
}

type correctionsPage struct {
	Notices []notice
	Kind    isnad.NoticeKind
	Kinds   []choice
	Report  string
	Notes   []string
	Next    string
	Later   bool
	Year    *casework.Report // figures of this year; nil where nothing was received
	Open    int
	Cases   bool // cases can be opened here
}

// corrections is the list of notices, the newest first.
func (s *site) corrections(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	q, err := query.Notices(r.URL.Query())
	p := correctionsPage{Kind: q.Kind, Report: q.Report, Later: q.After != "", Cases: s.o.Cases.on()}
	for _, m := range query.Mistakes(err) {
		p.Notes = append(p.Notes, plainText(m.Error())+". It was left out.")
	}
	for _, k := range isnad.NoticeKinds() {
		p.Kinds = append(p.Kinds, choice{string(k), noticeWords(k), k == q.Kind})
	}
	ask := q
	if ask.Limit == 0 {
		ask.Limit = 30
	}
	list, next, err := s.store.Notices(ctx, ask)
	if err != nil {
		return err
	}
	if p.Notices, err = s.noticesShown(ctx, list); err != nil {
		return err
	}
	if next != "" {
		q.After = next
		p.Next = "/corrections?" + query.NoticeValues(q).Encode()
	}
	year, err := s.figuresOf(ctx, time.Now().UTC().Year())
	if err != nil {
		return err
	}
	if year.All.Received > 0 {
		p.Year = &year
	}
	if p.Open, err = s.openCases(ctx); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "corrections", view{Title: "Corrections", Feed: "corrections", Body: p,
		Description: "Corrections, clarifications, retractions, removals and replies, each with the decision and its reasons."})
}

// openCases is how many cases are not decided.
func (s *site) openCases(ctx context.Context) (int, error) {
	counts, err := s.store.CaseCounts(ctx, time.Time{})
	n := 0
	for _, c := range counts {
		if c.State != isnad.CaseDecided && c.State != isnad.CaseCarriedOut && c.State != isnad.CaseClosed {
			n += c.Cases
		}
	}
	return n, err
}

// noticesShown prepares notices for a page: of a report that is not shown now its
// title is not told.
func (s *site) noticesShown(ctx context.Context, list []isnad.Notice) ([]notice, error) {
	var reports []string
	for _, n := range list {
		reports = append(reports, n.Report)
	}
	standing, err := s.store.Standings(ctx, reports)
	if err != nil {
		return nil, err
	}
	out := make([]notice, len(list))
	for i, n := range list {
		out[i] = notice{Notice: n, Gone: standing[n.Report].Removed != ""}
		if out[i].Gone {
			out[i].Title = ""
		}
	}
	return out, nil
}

type decisionsPage struct {
	Cases    []isnad.Case
	Kinds    []choice
	Outcomes []choice
	From, To isnad.Day
	Set      bool
	Notes    []string
	Next     string
	Later    bool
}

// decisions is the list of decided cases, the last decided first.
func (s *site) decisions(w http.ResponseWriter, r *http.Request) error {
	q, err := query.Decisions(r.URL.Query())
	p := decisionsPage{Later: q.After != "", Set: q.Kind != "" || q.Decision != "" || q.Report != "" || !q.Ruled[0].IsZero() || !q.Ruled[1].IsZero()}
	for _, m := range query.Mistakes(err) {
		p.Notes = append(p.Notes, plainText(m.Error())+". It was left out.")
	}
	for _, k := range isnad.CaseKinds() {
		p.Kinds = append(p.Kinds, choice{string(k), caseKindWords(k), k == q.Kind})
	}
	for _, o := range query.Outcomes() {
		p.Outcomes = append(p.Outcomes, choice{string(o), upperFirst(decisionWords(o)), o == q.Decision})
	}
	if !q.Ruled[0].IsZero() {
		p.From = isnad.DayOf(q.Ruled[0])
	}
	if !q.Ruled[1].IsZero() {
		p.To = isnad.DayOf(q.Ruled[1]).AddDays(-1)
	}
	ask := q
	if ask.Limit == 0 {
		ask.Limit = 40
	}
	cases, next, err := s.store.Cases(r.Context(), ask)
	if err != nil {
		return err
	}
	for i := range cases {
		if inRegister(&cases[i]) {
			p.Cases = append(p.Cases, casework.Public(&cases[i]))
		}
	}
	if err := s.store.VeilCases(r.Context(), p.Cases); err != nil {
		return err
	}
	if next != "" {
		q.After = next
		p.Next = "/corrections/decisions?" + query.DecisionValues(q).Encode()
	}
	return s.render(w, r, http.StatusOK, "decisions", view{Title: "Decisions", Feed: "corrections", Body: p,
		Description: "Every decision on a complaint, a request or a notice, with its reasons."})
}

type decisionPage struct {
	isnad.Case
	Subject    *caseSubject
	Notices    []notice
	Statements []statementShown
	Days       int // from receipt to the decision
}

// statementShown is one statement of reasons of a case.
type statementShown struct {
	isnad.Statement
	Decided time.Time
	Rows    []statementRow
}

type statementRow struct{ Field, Value string }

// registered is a case of the register, as everybody may see it.
func (s *site) registered(r *http.Request) (isnad.Case, error) {
	id := r.PathValue("case")
	if !casework.IsID(id, "d") {
		return isnad.Case{}, isnad.ErrNotFound
	}
	c, err := s.store.Case(r.Context(), id)
	if err != nil {
		return c, err
	}
	if !inRegister(&c) {
		return c, isnad.ErrNotFound
	}
	shown := []isnad.Case{casework.Public(&c)}
	err = s.store.VeilCases(r.Context(), shown)
	return shown[0], err
}

// decisionPageOf is one case of the register.
func (s *site) decisionPageOf(w http.ResponseWriter, r *http.Request) error {
	c, err := s.registered(r)
	if err != nil {
		return err
	}
	ctx := r.Context()
	p := decisionPage{Case: c, Days: int(c.Decided.Sub(c.Opened).Hours() / 24)}
	if c.About != "" { // else it is about what is held back
		if p.Subject, err = s.subjectOf(ctx, c.About, c.Version, c.Span); err != nil && !errors.Is(err, isnad.ErrNotFound) {
			return err
		}
	}
	if p.Subject != nil {
		p.Subject.Quote = c.Quote // what the register may show of it
	}
	list, _, err := s.store.Notices(ctx, store.NoticeQuery{Case: c.ID, Oldest: true, Page: store.Page{Limit: 100}})
	if err != nil {
		return err
	}
	if p.Notices, err = s.noticesShown(ctx, list); err != nil {
		return err
	}
	for _, a := range c.Acts {
		if a.Ruling != nil && a.Ruling.Statement.Ground != "" {
			p.Statements = append(p.Statements, statementShown{a.Ruling.Statement, a.Time, statementRows(a.Ruling.Statement)})
		}
	}
	title := caseKindWords(c.Kind) + ": " + decisionWords(c.Decision)
	return s.render(w, r, http.StatusOK, "decision", view{Title: title, Feed: "corrections", Body: p, Description: plainText(cut(200, c.Reasons))})
}

// statementRows are the fields of a statement that say something, in the names of
// the database.
func statementRows(st isnad.Statement) []statementRow {
	b, err := json.Marshal(st)
	if err != nil {
		return nil // unreachable: text and days only
	}
	d := json.NewDecoder(bytes.NewReader(b))
	if _, err := d.Token(); err != nil {
		return nil
	}
	var rows []statementRow
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return rows
		}
		var v any
		if err := d.Decode(&v); err != nil {
			return rows
		}
		switch v := v.(type) {
		case []any:
			for i, x := range v {
				if i > 0 {
					name = ""
				}
				rows = append(rows, statementRow{fmt.Sprint(name), fmt.Sprint(x)})
			}
		default:
			rows = append(rows, statementRow{fmt.Sprint(name), fmt.Sprint(v)})
		}
	}
	return rows
}

// statementFile is what the database of statements takes: a list of them.
type statementFile struct {
	Statements []isnad.Statement `json:"statements"`
}

// caseStatements are the statements of reasons of one case, for machines.
func (s *site) caseStatements(w http.ResponseWriter, r *http.Request) error {
	c, err := s.registered(r)
	if err != nil {
		return err
	}
	f := statementFile{[]isnad.Statement{}}
	for _, a := range c.Acts {
		if a.Ruling != nil && a.Ruling.Statement.Ground != "" {
			f.Statements = append(f.Statements, a.Ruling.Statement)
		}
	}
	return sendJSON(w, f)
}

// statements are those of many cases, the last decided first, a page at a time.
func (s *site) statements(w http.ResponseWriter, r *http.Request) error {
	q, err := query.Decisions(r.URL.Query())
	if err != nil {
		return err
	}
	if q.Limit == 0 || q.Limit > 100 {
		q.Limit = 100 // as many as the database takes at once
	}
	cases, next, err := s.store.Cases(r.Context(), q)
	if err != nil {
		return err
	}
	var shown []isnad.Case
	for i := range cases {
		if inRegister(&cases[i]) {
			shown = append(shown, casework.Public(&cases[i]))
		}
	}
	if err := s.store.VeilCases(r.Context(), shown); err != nil {
		return err
	}
	f := statementFile{[]isnad.Statement{}}
	for i := range shown {
		if c := &shown[i]; c.Ruling != nil && c.Ruling.Statement.Ground != "" {
			f.Statements = append(f.Statements, c.Ruling.Statement)
		}
	}
	if next != "" {
		q.After = next
		w.Header().Set("Link", "<"+s.o.BaseURL+(&url.URL{Path: "/corrections/statements.json", RawQuery: query.DecisionValues(q).Encode()}).String()+`>; rel="next"`)
	}
	return sendJSON(w, f)
}

func sendJSON(w http.ResponseWriter, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Access-Control-Allow-Origin", "*")
	_, _ = w.Write(append(b, '\n')) // only fails when the visitor left
	return nil
}
