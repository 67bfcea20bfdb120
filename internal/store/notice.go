package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"isnad"
)

// NextNotice is the number that the next notice gets. It is to be asked for after LockCases.
func (tx *Tx) NextNotice() (int64, error) {
	var n int64
	if _, err := tx.one("SELECT coalesce(max(number), 0) + 1 FROM notices", nil, &n); err != nil {
		return 0, fmt.Errorf("numbering a notice: %w", err)
	}
	return n, nil
}

// PutNotice records a notice under its number, and enters it for the log. Where it is a restoration, the
// notice that it ends (Of) is undone with it.
func (tx *Tx) PutNotice(n *isnad.Notice) error {
	if err := checkID(n.ID); err != nil {
		return fmt.Errorf("recording a notice: %w", err)
	}
	doc, err := noticeDoc(n)
	if err == nil {
		err = tx.insert("INSERT INTO notices (number, id, kind, report, case_id, act, issued, undone, to_version, doc, sum)",
			[][]any{{n.Number, n.ID, string(n.Kind), short(n.Report), short(n.Case), n.Act, micros(n.Issued), short(n.Undone), n.To, doc, rowSum(doc)}}, "")
	}
	if err == nil && n.Kind == isnad.NoticeRestoration && n.Of != "" {
		err = tx.undoNotice(n.Of, n.ID)
	}
	if err == nil {
		err = tx.Enter(isnad.EntryNotice, n.ID, noticeStatement(n))
	}
	if err != nil {
		return fmt.Errorf("recording notice %s: %w", n.ID, err)
	}
	return nil
}

// noticeDoc is a notice without what becomes known later.
func noticeDoc(n *isnad.Notice) (string, error) {
	bare := *n
	bare.Undone, bare.To = "", 0
	doc, err := json.Marshal(bare)
	return clean(string(doc)), err
}

// undoNotice says which restoration ended a notice. The first one counts.
func (tx *Tx) undoNotice(id, restoration string) error {
	var undone string
	found, err := tx.one("SELECT undone FROM notices WHERE id = ?", []any{safe(id)}, &undone)
	switch {
	case err != nil:
		return err
	case !found:
		return fmt.Errorf("notice %.40q, which it ends: %w", id, isnad.ErrNotFound)
	case undone != "":
		return fmt.Errorf("notice %s was ended before, by notice %s: %w", id, undone, isnad.ErrRefused)
	}
	_, err = tx.exec("UPDATE notices SET undone = ? WHERE id = ?", restoration, safe(id))
	return err
}

// NoticeVersion says which version of its report a correction made, once it was read.
func (tx *Tx) NoticeVersion(id string, version int) error {
	n, err := tx.exec("UPDATE notices SET to_version = ? WHERE id = ?", version, safe(id))
	if err == nil && n == 0 {
		err = isnad.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("recording what notice %.40q made: %w", id, err)
	}
	return nil
}

// RewriteNotice records a notice that is there anew, with words blotted out by an
// erasure. Everything else must be as it was.
func (tx *Tx) RewriteNotice(n *isnad.Notice) error {
	doc, err := noticeDoc(n)
	if err == nil {
		var changed int64
		changed, err = tx.exec("UPDATE notices SET doc = ?, sum = ? WHERE id = ? AND number = ? AND kind = ? AND report = ?",
			doc, rowSum(doc), n.ID, n.Number, string(n.Kind), short(n.Report))
		if err == nil && changed == 0 {
			err = isnad.ErrNotFound
		}
	}
	if err != nil {
		return fmt.Errorf("writing notice %s anew: %w", n.ID, err)
	}
	return nil
}

const noticeColumns = "n.doc, n.undone, n.to_version"

func scanNotice(row *sql.Rows, more ...any) (isnad.Notice, error) {
	var n isnad.Notice
	var doc, undone string
	var to int
	if err := row.Scan(append([]any{&doc, &undone, &to}, more...)...); err != nil {
		return n, err
	}
	if err := json.Unmarshal([]byte(doc), &n); err != nil {
		return n, fmt.Errorf("reading a notice: %w", err)
	}
	n.Undone, n.To = undone, to
	return n, nil
}

// Notice returns one notice; isnad.ErrNotFound where its report is held back.
func (s *Store) Notice(ctx context.Context, id string) (n isnad.Notice, err error) {
	err = s.read(ctx, func(c *conn) error {
		if n, err = c.notice(id); err != nil {
			return err
		}
		held, err := c.held([]string{n.Report})
		if err == nil && held[n.Report] {
			err = isnad.ErrNotFound
		}
		if err != nil {
			return err
		}
		one := []isnad.Notice{n}
		err = c.veil(one)
		n = one[0]
		return err
	})
	if err != nil {
		return n, fmt.Errorf("reading notice %.40q: %w", id, err)
	}
	return n, nil
}

// Notice is as Store.Notice within the transaction.
func (tx *Tx) Notice(id string) (isnad.Notice, error) {
	n, err := tx.notice(id)
	if err != nil {
		return n, fmt.Errorf("reading notice %.40q: %w", id, err)
	}
	return n, nil
}

func (c *conn) notice(id string) (n isnad.Notice, err error) {
	found := false
	err = c.each(func(row *sql.Rows) error {
		found = true
		n, err = scanNotice(row)
		return err
	}, "SELECT "+noticeColumns+" FROM notices n WHERE n.id = ?", safe(id))
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	return n, err
}

// NoticeQuery selects notices; every filter that is set must hold.
type NoticeQuery struct {
	Report string
	Case   string
	Kind   isnad.NoticeKind
	Oldest bool // the oldest first instead of the newest
	Page
}

// Notices returns a page of notices, the newest first. Those about reports that are
// held back are left out.
func (s *Store) Notices(ctx context.Context, q NoticeQuery) (notices []isnad.Notice, next string, err error) {
	err = s.read(ctx, func(c *conn) error {
		if notices, next, err = c.listNotices(q); err != nil {
			return err
		}
		return c.veil(notices)
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing notices: %w", err)
	}
	return notices, next, nil
}

func (c *conn) listNotices(q NoticeQuery) (notices []isnad.Notice, next string, err error) {
	var w conditions
	w.add(unheld("n.report"))
	if q.Report != "" {
		w.add("n.report = ?", safe(q.Report))
	}
	if q.Case != "" {
		w.add("n.case_id = ?", safe(q.Case))
	}
	if q.Kind != "" {
		w.add("n.kind = ?", safe(string(q.Kind)))
	}
	order, name, than := "DESC", "notices newest", "<"
	if q.Oldest {
		order, name, than = "ASC", "notices oldest", ">"
	}
	if k, ok, err := q.cursor(name, 1); err != nil {
		return nil, "", err
	} else if ok {
		w.add("n.number "+than+" ?", k.Keys[0])
	}
	limit := q.limit()
	err = c.each(func(row *sql.Rows) error {
		n, err := scanNotice(row)
		notices = append(notices, n)
		return err
	}, "SELECT "+noticeColumns+" FROM notices n WHERE "+w.String()+" ORDER BY n.number "+order+" LIMIT ?", append(w.args, limit+1)...)
	if err != nil {
		return nil, "", err
	}
	if len(notices) > limit {
		notices = notices[:limit]
		next = cursor{Order: name, Keys: []int64{notices[limit-1].Number}}.String()
	}
	return notices, next, nil
}

// Standings returns what notices make of these reports; reports that no notice
// speaks of are left out.
func (s *Store) Standings(ctx context.Context, reports []string) (out map[string]isnad.Standing, err error) {
	err = s.read(ctx, func(c *conn) error {
		if out, err = c.standings(reports); err != nil {
			return err
		}
		for _, x := range out {
			if err := c.veil(x.Notices); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading what notices say of reports: %w", err)
	}
	return out, nil
}

// Standings is as Store.Standings within the transaction.
func (tx *Tx) Standings(reports []string) (map[string]isnad.Standing, error) {
	out, err := tx.standings(reports)
	if err != nil {
		return nil, fmt.Errorf("reading what notices say of reports: %w", err)
	}
	return out, nil
}

// Standing is what notices make of one report.
func (tx *Tx) Standing(report string) (isnad.Standing, error) {
	all, err := tx.Standings([]string{report})
	s := all[report]
	s.Report = report
	return s, err
}

func (c *conn) standings(reports []string) (map[string]isnad.Standing, error) {
	out := map[string]isnad.Standing{}
	ids := make([]string, len(reports))
	for i, id := range reports {
		ids[i] = safe(id)
	}
	err := in(ids, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			n, err := scanNotice(row)
			if err != nil {
				return err
			}
			s := out[n.Report]
			s.Report = n.Report
			s.Notices = append(s.Notices, n)
			out[n.Report] = s
			return nil
		}, "SELECT "+noticeColumns+" FROM notices n WHERE n.report IN "+list+" ORDER BY n.number", args...)
	})
	for id, s := range out {
		stand(&s)
		out[id] = s
	}
	return out, err
}

// stand says which notices are in force. Bytes that were destroyed stay so, whatever
// came after: Erased holds once any removal did it.
func stand(s *isnad.Standing) {
	for i := range s.Notices {
		n := &s.Notices[i]
		if n.Kind == isnad.NoticeRemoval && n.Erased {
			s.Erased = true
		}
		if n.Undone != "" {
			continue
		}
		switch n.Kind {
		case isnad.NoticeRetraction:
			s.Retracted = n.ID
		case isnad.NoticeRemoval:
			s.Removed, s.Legal = n.ID, n.Legal
		}
	}
}
