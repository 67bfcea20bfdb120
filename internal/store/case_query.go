package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"isnad"
)

// Orders of cases, for CaseQuery.Order.
const (
	CasesNewest = ""       // opened last first
	CasesDue    = "due"    // due first; those with nothing due last
	CasesRuled  = "ruled"  // decided last first; those not decided are left out
	CasesOldest = "oldest" // opened first first
)

// CaseQuery selects cases; every filter that is set must hold.
type CaseQuery struct {
	State     isnad.CaseState
	Kind      isnad.CaseKind
	Looked    bool // somebody of the desk acknowledged it, took it up, asked or decided
	Open      bool // somebody is still to act: any state but carried_out and closed
	Decision  isnad.CaseOutcome
	DueBefore time.Time    // something is due before then
	Handler   string       // Person ID; "-" for cases that nobody has
	Report    string       // Report ID
	About     string       // ID of what the case is about
	Text      string       // words of the case's ID, of names and of what was said; all must be found
	From, To  time.Time    // opened in [From, To)
	Ruled     [2]time.Time // decided in [0, 1)
	Public    bool         // for readers: what is held back leads to no case
	Order     string
	Page
}

// Cases returns a page of cases, without their acts.
func (s *Store) Cases(ctx context.Context, q CaseQuery) (cases []isnad.Case, next string, err error) {
	err = s.read(ctx, func(c *conn) error {
		cases, next, err = c.listCases(q)
		return err
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing cases: %w", err)
	}
	return cases, next, nil
}

// where is the condition of the filters.
func (q CaseQuery) where() conditions {
	var w conditions
	for _, f := range []struct{ column, value string }{
		{"state", string(q.State)}, {"kind", string(q.Kind)}, {"decision", string(q.Decision)},
		{"report", q.Report}, {"about", q.About},
	} {
		if f.value != "" {
			w.add("c."+f.column+" = ?", safe(f.value))
		}
	}
	if q.Public && q.Report+q.About != "" { // else they are found, and emptied by VeilCases
		w.add(unheld("c.report"))
		w.add(unheld("c.about"))
	}
	switch q.Handler {
	case "":
	case "-":
		w.add("c.handler = ''")
	default:
		w.add("c.handler = ?", safe(q.Handler))
	}
	if q.Looked {
		w.add("EXISTS (SELECT 1 FROM case_acts a WHERE a.case_id = c.id AND a.kind IN ('acknowledge', 'take_up', 'ask', 'decide'))")
	}
	if q.Open {
		w.add("c.state <> ? AND c.state <> ?", string(isnad.CaseCarriedOut), string(isnad.CaseClosed))
	}
	if !q.DueBefore.IsZero() {
		w.add("c.due > 0 AND c.due < ?", micros(q.DueBefore))
	}
	for _, f := range []struct {
		column string
		from   time.Time
		to     time.Time
	}{{"opened", q.From, q.To}, {"decided", q.Ruled[0], q.Ruled[1]}} {
		if !f.from.IsZero() {
			w.add("c."+f.column+" >= ?", micros(f.from))
		}
		if !f.to.IsZero() {
			w.add("c."+f.column+" > 0 AND c."+f.column+" < ?", micros(f.to))
		}
	}
	for n, word := range strings.Fields(foldedWords(newStemmer(), safe(q.Text))) {
		if n == 10 {
			break
		}
		w.add("c.folded LIKE ?", "% "+word+"%") // letters and digits only: nothing in it is a pattern
	}
	return w
}

func (c *conn) listCases(q CaseQuery) (cases []isnad.Case, next string, err error) {
	w := q.where()
	var key func(*isnad.Case) []int64
	// Rows with nothing due come last: far is later than every time.
	const far = int64(1) << 62
	dued := fmt.Sprintf("CASE WHEN c.due = 0 THEN %d ELSE c.due END", far)
	order, more := "", ""
	switch q.Order {
	case CasesNewest, CasesOldest:
		key = func(x *isnad.Case) []int64 { return []int64{x.Number} }
		order, more = "c.number DESC", "c.number < ?"
		if q.Order == CasesOldest {
			order, more = "c.number", "c.number > ?"
		}
	case CasesDue:
		key = func(x *isnad.Case) []int64 {
			if x.Due.IsZero() {
				return []int64{far, x.Number}
			}
			return []int64{micros(x.Due), x.Number}
		}
		order, more = dued+", c.number", "("+dued+", c.number) > (?, ?)"
	case CasesRuled:
		w.add("c.decided > 0")
		key = func(x *isnad.Case) []int64 { return []int64{micros(x.Decided), x.Number} }
		order, more = "c.decided DESC, c.number DESC", "(c.decided, c.number) < (?, ?)"
	default:
		return nil, "", fmt.Errorf("%w: no order %.40q", ErrQuery, q.Order)
	}
	name := "cases " + q.Order
	keys := strings.Count(more, "?")
	if k, ok, err := q.cursor(name, keys); err != nil {
		return nil, "", err
	} else if ok {
		args := make([]any, keys)
		for i, n := range k.Keys {
			args[i] = n
		}
		w.add(more, args...)
	}
	limit := q.limit()
	err = c.each(func(row *sql.Rows) error {
		x, err := scanCase(row)
		cases = append(cases, x)
		return err
	}, "SELECT c.doc FROM cases c WHERE "+w.String()+" ORDER BY "+order+" LIMIT ?", append(w.args, limit+1)...)
	if err != nil {
		return nil, "", err
	}
	if len(cases) > limit {
		cases = cases[:limit]
		next = cursor{Order: name, Keys: key(&cases[limit-1])}.String()
	}
	return cases, next, nil
}

// CaseCount is how many cases of a kind are in a state, and how many of them were due.
type CaseCount struct {
	Kind    isnad.CaseKind
	State   isnad.CaseState
	Cases   int
	Overdue int // due before the moment that was asked for
}

// CaseCounts counts all cases by kind and state.
func (s *Store) CaseCounts(ctx context.Context, now time.Time) (counts []CaseCount, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var n CaseCount
			err := row.Scan(&n.Kind, &n.State, &n.Cases, &n.Overdue)
			counts = append(counts, n)
			return err
		}, "SELECT kind, state, count(*), sum(CASE WHEN due > 0 AND due < ? THEN 1 ELSE 0 END) FROM cases GROUP BY kind, state ORDER BY kind, state", micros(now))
	})
	if err != nil {
		return nil, fmt.Errorf("counting cases: %w", err)
	}
	return counts, nil
}
