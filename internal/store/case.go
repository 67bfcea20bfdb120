package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"isnad"
)

// A case is a row that says how it stands, and a row for each act. Acts are only
// ever added. The words of people may be blotted out by an erasure, and evidence
// at an address gets its capture once it was fetched; nothing else of an act changes.

// LockCases keeps every other process from opening cases, acting in them and
// issuing notices until the transaction ends. It is to be asked for before
// LockActs and LockIncidents.
func (tx *Tx) LockCases() error {
	if err := tx.e.lock(&tx.conn, "cases", false); err != nil {
		return fmt.Errorf("waiting for the cases: %w", err)
	}
	return nil
}

// NextCase is the number that the next case gets. It is to be asked for after LockCases.
func (tx *Tx) NextCase() (int64, error) {
	var n int64
	if _, err := tx.one("SELECT coalesce(max(number), 0) + 1 FROM cases", nil, &n); err != nil {
		return 0, fmt.Errorf("numbering a case: %w", err)
	}
	return n, nil
}

// CaseKeys is what is kept of a case beside what people see.
type CaseKeys struct {
	Token  isnad.Hash // of the token of its secret address
	Secret string     // the token itself, where there is somebody to write it to; else ""
	Once   isnad.Hash // of what was handed in, so that it is one case when it comes twice; "" where it cannot be told
}

// NewCase is a case that is to be opened.
type NewCase struct {
	Case *isnad.Case
	Keys CaseKeys
}

// OpenCase records a new case with its acts, and enters it for the log. The
// number is that of NextCase.
func (tx *Tx) OpenCase(c *isnad.Case, keys CaseKeys) error { return tx.OpenCases([]NewCase{{c, keys}}) }

// OpenCases is as OpenCase for several cases.
func (tx *Tx) OpenCases(list []NewCase) error {
	var cases, tokens, acts [][]any
	for _, n := range list {
		row, err := tx.newCaseRow(n.Case, n.Keys)
		if err != nil {
			return fmt.Errorf("opening case %s: %w", n.Case.ID, err)
		}
		cases, tokens = append(cases, row), append(tokens, []any{string(n.Keys.Token), n.Case.ID})
		for i := range n.Case.Acts {
			row, err := tx.caseActRow(n.Case.ID, &n.Case.Acts[i])
			if err != nil {
				return err
			}
			acts = append(acts, row)
		}
	}
	err := tx.insert("INSERT INTO cases (number, id, kind, opened, about, report, once, secret, state, due, handler, decision, decided, folded, doc, sum)", cases, "")
	if err == nil {
		err = tx.insert("INSERT INTO case_tokens (token, case_id)", tokens, "")
	}
	if err == nil {
		err = tx.insert(insertCaseAct, acts, "")
	}
	if err != nil {
		return fmt.Errorf("opening cases: %w", err)
	}
	return nil
}

// newCaseRow makes the row of a new case, and enters the case for the log.
func (tx *Tx) newCaseRow(c *isnad.Case, keys CaseKeys) ([]any, error) {
	if err := checkID(c.ID); err != nil {
		return nil, err
	}
	if !keys.Token.Valid() {
		return nil, fmt.Errorf("%w: a case without a token", ErrQuery)
	}
	values, err := tx.caseValues(c)
	if err != nil {
		return nil, err
	}
	statement, err := openedStatement(c)
	if err == nil {
		err = tx.Enter(isnad.EntryCase, c.ID, statement)
	}
	return append([]any{c.Number, c.ID, string(c.Kind), micros(c.Opened), short(c.About), short(c.Report), string(keys.Once), keys.Secret}, values...), err
}

// AddCaseToken adds a secret address to a case.
func (tx *Tx) AddCaseToken(id string, token isnad.Hash) error {
	if err := tx.insert("INSERT INTO case_tokens (token, case_id)", [][]any{{string(token), id}}, ""); err != nil {
		return fmt.Errorf("adding an address to case %s: %w", id, err)
	}
	return nil
}

// CasesOnce returns the IDs of the cases that the same forms opened since then.
func (tx *Tx) CasesOnce(forms []isnad.Hash, since time.Time) (map[isnad.Hash]string, error) {
	out := map[isnad.Hash]string{}
	forms = slices.DeleteFunc(slices.Clone(forms), func(h isnad.Hash) bool { return !h.Valid() })
	err := in(forms, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var once isnad.Hash
			var id string
			err := row.Scan(&once, &id)
			out[once] = id
			return err
		}, "SELECT once, id FROM cases WHERE once IN "+list+" AND opened >= ? ORDER BY number", append(slices.Clone(args), micros(since))...)
	})
	if err != nil {
		return nil, fmt.Errorf("looking whether a form was handed in before: %w", err)
	}
	return out, nil
}

// PutCase records how a case that is there stands now; its acts are put by PutCaseAct.
func (tx *Tx) PutCase(c *isnad.Case) error {
	values, err := tx.caseValues(c)
	if err == nil {
		var n int64
		n, err = tx.exec("UPDATE cases SET state = ?, due = ?, handler = ?, decision = ?, decided = ?, folded = ?, doc = ?, sum = ? WHERE id = ?", append(values, c.ID)...)
		if err == nil && n == 0 {
			err = isnad.ErrNotFound
		}
	}
	if err != nil {
		return fmt.Errorf("recording case %s: %w", c.ID, err)
	}
	return nil
}

// caseValues is what of a case's row may change: state, due, handler, decision,
// decided, folded, doc, sum.
func (tx *Tx) caseValues(c *isnad.Case) ([]any, error) {
	doc, err := caseDoc(c)
	return []any{string(c.State), micros(c.Due), short(c.Handler), string(c.Decision), micros(c.Decided), tx.foldedCase(c), doc, rowSum(doc)}, err
}

// caseDoc is a case without its acts, which have rows of their own.
func caseDoc(c *isnad.Case) (string, error) {
	bare := *c
	bare.Acts = nil
	doc, err := json.Marshal(bare)
	return clean(string(doc)), err
}

// foldedCase is the words that a case is found by: its ID and number, who opened
// it, and the beginning of what they say.
func (tx *Tx) foldedCase(c *isnad.Case) string {
	f := &c.Form
	said := []rune(clean(strings.Join([]string{f.Text, f.Right, f.Reply}, "\n")))
	return foldedWords(tx.stemmer(), strings.Join([]string{c.ID, strconv.FormatInt(c.Number, 10), c.About, c.Report, f.Name, f.Email, f.OnBehalf,
		f.Owner, f.Work, f.Court, f.Reference, string(said[:min(len(said), 2000)])}, "\n"))
}

// foldedWords is the words of a text, folded, with a space before and after each.
func foldedWords(s *stemmer, text string) string {
	b := []byte{' '}
	cutWords(text, func(_, _ int, word string) bool {
		if exact, _ := s.forms(word); exact != "" {
			b = append(append(b, exact...), ' ')
		}
		return len(b) < 20_000
	})
	return string(b)
}

const insertCaseAct = "INSERT INTO case_acts (case_id, number, time, kind, person, doc, sum)"

// PutCaseAct records an act of a case under its number, and enters a decision and
// its carrying-out for the log.
func (tx *Tx) PutCaseAct(id string, a *isnad.CaseAct) error {
	row, err := tx.caseActRow(id, a)
	if err != nil {
		return err
	}
	if err := tx.insert(insertCaseAct, [][]any{row}, ""); err != nil {
		return fmt.Errorf("recording act %d of case %s: %w", a.Number, id, err)
	}
	return nil
}

// caseActRow makes the row of an act, and enters it for the log where it belongs there.
func (tx *Tx) caseActRow(id string, a *isnad.CaseAct) ([]any, error) {
	doc, err := json.Marshal(a)
	if err == nil {
		var kind isnad.EntryKind
		var statement any
		if kind, statement, err = actOfCaseStatement(id, a); err == nil && kind != "" {
			err = tx.Enter(kind, id, statement)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("recording act %d of case %s: %w", a.Number, id, err)
	}
	text := clean(string(doc))
	return []any{id, a.Number, micros(a.Time), string(a.Kind), short(a.Person), text, rowSum(text)}, nil
}

// RewriteCaseAct records an act that is there anew: with words blotted out by an
// erasure, or with evidence that was captured since. Everything else must be as it was.
func (tx *Tx) RewriteCaseAct(id string, a *isnad.CaseAct) error {
	doc, err := json.Marshal(a)
	if err == nil {
		text := clean(string(doc))
		var n int64
		n, err = tx.exec("UPDATE case_acts SET doc = ?, sum = ? WHERE case_id = ? AND number = ? AND kind = ? AND time = ?",
			text, rowSum(text), id, a.Number, string(a.Kind), micros(a.Time))
		if err == nil && n == 0 {
			err = isnad.ErrNotFound
		}
	}
	if err != nil {
		return fmt.Errorf("writing act %d of case %s anew: %w", a.Number, id, err)
	}
	return nil
}

// Case returns a case with its acts.
func (s *Store) Case(ctx context.Context, id string) (isnad.Case, error) {
	return s.oneCase(ctx, fmt.Sprintf("case %.40q", id), "SELECT doc FROM cases WHERE id = ?", safe(id))
}

// CaseOf returns the case of a secret address, with its acts: token is the hash of
// the token in it.
func (s *Store) CaseOf(ctx context.Context, token isnad.Hash) (isnad.Case, error) {
	return s.oneCase(ctx, "the case of an address", "SELECT c.doc FROM case_tokens t JOIN cases c ON c.id = t.case_id WHERE t.token = ?", safe(string(token)))
}

func (s *Store) oneCase(ctx context.Context, what, query string, arg any) (x isnad.Case, err error) {
	err = s.read(ctx, func(c *conn) error {
		x, err = c.oneCase(query, arg)
		return err
	})
	if err != nil {
		return x, fmt.Errorf("reading %s: %w", what, err)
	}
	return x, nil
}

// Case is as Store.Case within the transaction.
func (tx *Tx) Case(id string) (isnad.Case, error) {
	x, err := tx.oneCase("SELECT doc FROM cases WHERE id = ?", safe(id))
	if err != nil {
		return x, fmt.Errorf("reading case %.40q: %w", id, err)
	}
	return x, nil
}

// CaseSecret returns the token of a case's secret address, "" where it is not kept.
func (tx *Tx) CaseSecret(id string) (string, error) {
	var secret string
	if _, err := tx.one("SELECT secret FROM cases WHERE id = ?", []any{safe(id)}, &secret); err != nil {
		return "", fmt.Errorf("reading the address of case %.40q: %w", id, err)
	}
	return secret, nil
}

func (c *conn) oneCase(query string, arg any) (x isnad.Case, err error) {
	found := false
	err = c.each(func(row *sql.Rows) error {
		found = true
		x, err = scanCase(row)
		return err
	}, query, arg)
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	if err == nil {
		x.Acts, err = c.caseActs(x.ID)
	}
	return x, err
}

func scanCase(row *sql.Rows, more ...any) (isnad.Case, error) {
	var x isnad.Case
	var doc string
	if err := row.Scan(append([]any{&doc}, more...)...); err != nil {
		return x, err
	}
	if err := json.Unmarshal([]byte(doc), &x); err != nil {
		return x, fmt.Errorf("reading a case: %w", err)
	}
	return x, nil
}

func (c *conn) caseActs(id string) ([]isnad.CaseAct, error) {
	var acts []isnad.CaseAct
	err := c.each(func(row *sql.Rows) error {
		var doc string
		if err := row.Scan(&doc); err != nil {
			return err
		}
		var a isnad.CaseAct
		err := json.Unmarshal([]byte(doc), &a)
		acts = append(acts, a)
		return err
	}, "SELECT doc FROM case_acts WHERE case_id = ? ORDER BY number", id)
	if err != nil {
		return nil, fmt.Errorf("reading the acts of case %s: %w", id, err)
	}
	return acts, nil
}

// CasesAbout returns all cases about one of these IDs or their reports, oldest
// first, with their acts: for who looks through what people said of them.
func (tx *Tx) CasesAbout(ids []string) ([]isnad.Case, error) {
	found := map[int64]isnad.Case{}
	err := in(ids, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			x, err := scanCase(row)
			found[x.Number] = x
			return err
		}, "SELECT doc FROM cases WHERE about IN "+list+" OR report IN "+list, append(slices.Clone(args), args...)...)
	})
	if err != nil {
		return nil, fmt.Errorf("reading the cases about a report: %w", err)
	}
	out := make([]isnad.Case, 0, len(found))
	for _, x := range found {
		if x.Acts, err = tx.caseActs(x.ID); err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b isnad.Case) int { return int(a.Number - b.Number) })
	return out, nil
}
