package store

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"

	"isnad"
)

// Blotted stands in place of words that an erasure destroyed.
const Blotted = "[erased]"

// Erasure is a report whose words are to be nowhere. Quotes tells whether a text
// holds any of them.
type Erasure struct {
	Report string
	Notice string
	Claims []string // IDs that claims of the report had, as far as they are known
	Quotes func(text string) bool
	// Passages is a text of somebody else with the passages of the report blotted out
	// that are too long to stand there by chance; the rest stays.
	Passages func(text string) string
}

// Erase blots out what is kept of a report's words beside what was read out of
// it: in people's acts, a model's answers, notes and errors, measures, reports handed in and earlier
// notices. It returns the IDs of what changed, whose entries in
// the log are to be forgotten. Cases and letters are left to the caller.
func (tx *Tx) Erase(e Erasure) (changed []string, err error) {
	for _, part := range []func(*Erasure) ([]string, error){tx.eraseActs, tx.eraseNotices, tx.eraseNotes, tx.eraseMeasures, tx.eraseOffers} {
		if err == nil {
			var more []string
			more, err = part(&e)
			changed = append(changed, more...)
		}
	}
	if err == nil {
		_, err = tx.exec("DELETE FROM answers WHERE report = ?", e.Report)
	}
	if err != nil {
		return nil, fmt.Errorf("blotting out the words of report %s: %w", e.Report, err)
	}
	return changed, nil
}

// eraseActs leaves of claims of the report in acts which they were, and of the
// acts who decided what about them, and when.
func (tx *Tx) eraseActs(e *Erasure) (changed []string, err error) {
	type row struct {
		act     int64
		ordinal int
		doc     string
	}
	var claims []row
	err = tx.each(func(r *sql.Rows) error {
		var x row
		var doc string
		if err := r.Scan(&x.act, &x.ordinal, &doc); err != nil {
			return err
		}
		var c isnad.Claim
		if err := json.Unmarshal([]byte(doc), &c); err != nil {
			return fmt.Errorf("a claim of act %d: %w", x.act, err)
		}
		bare, err := json.Marshal(isnad.Claim{ID: c.ID, Report: c.Report, Version: c.Version, Incident: c.Incident})
		x.doc = string(bare)
		claims = append(claims, x)
		return err
	}, "SELECT act, ordinal, doc FROM act_claims WHERE report = ? ORDER BY act, ordinal", e.Report)
	if err != nil {
		return nil, err
	}
	of := map[int64]bool{}
	for _, x := range claims {
		of[x.act] = true
		if _, err := tx.exec("UPDATE act_claims SET doc = ? WHERE act = ? AND ordinal = ?", x.doc, x.act, x.ordinal); err != nil {
			return nil, err
		}
	}
	acts, err := tx.actsOn([]string{e.Report}, []string{})
	if err != nil {
		return nil, err
	}
	for i := range acts {
		a := &acts[i]
		a.Claims = nil
		if a.Kind.OfClaim() && of[a.Number] {
			a.Edit = nil
			a.Parts = make([]isnad.Edit, len(a.Parts))
		}
		if e.Quotes(a.Reason) {
			a.Reason = Blotted
		}
		doc, err := json.Marshal(a)
		if err != nil {
			return nil, fmt.Errorf("act %s: %w", a.ID, err)
		}
		n, err := tx.exec("UPDATE acts SET doc = ?, sum = ? WHERE number = ? AND doc <> ?", string(doc), rowSum(string(doc)), a.Number, string(doc))
		if err != nil {
			return nil, err
		}
		if n > 0 || of[a.Number] {
			changed = append(changed, a.ID)
		}
	}
	return changed, nil
}

// eraseNotices blots out earlier notices about the report.
func (tx *Tx) eraseNotices(e *Erasure) (changed []string, err error) {
	var all []isnad.Notice
	err = tx.each(func(row *sql.Rows) error {
		n, err := scanNotice(row)
		all = append(all, n)
		return err
	}, "SELECT "+noticeColumns+" FROM notices n WHERE n.report = ? ORDER BY n.number", e.Report)
	for i := range all {
		n := &all[i]
		if err != nil {
			break
		}
		was := *n
		n.Title = ""
		// What was said of its text speaks of its words; why it was removed need not.
		if n.Kind != isnad.NoticeRemoval && n.Kind != isnad.NoticeRestoration || e.Quotes(n.Text) {
			n.Text = Blotted
		}
		if was.Title == n.Title && was.Text == n.Text {
			continue
		}
		err = tx.RewriteNotice(n)
		changed = append(changed, n.ID)
	}
	return changed, err
}

// eraseNotes deletes notes on captures, and empties errors of steps, that hold words of the report.
func (tx *Tx) eraseNotes(e *Erasure) ([]string, error) {
	var seqs []int64
	err := tx.each(func(row *sql.Rows) error {
		var seq int64
		var note string
		err := row.Scan(&seq, &note)
		if err == nil && e.Quotes(note) {
			seqs = append(seqs, seq)
		}
		return err
	}, "SELECT seq, note FROM notes WHERE capture IN (SELECT capture FROM readings WHERE report = ?)", e.Report)
	if err != nil {
		return nil, err
	}
	err = in(seqs, func(list string, args []any) error {
		_, err := tx.exec("DELETE FROM notes WHERE seq IN "+list, args...)
		return err
	})
	if err != nil {
		return nil, err
	}
	_, err = tx.exec("UPDATE jobs SET error = '' WHERE error <> '' AND capture IN (SELECT capture FROM readings WHERE report = ?)", e.Report)
	return nil, err
}

// eraseMeasures blots out the words that measures for the safety of people name.
func (tx *Tx) eraseMeasures(e *Erasure) (changed []string, err error) {
	var all []isnad.Measure
	err = tx.each(func(row *sql.Rows) error {
		var doc string
		var m isnad.Measure
		err := row.Scan(&doc)
		if err == nil {
			err = json.Unmarshal([]byte(doc), &m)
		}
		all = append(all, m)
		return err
	}, "SELECT doc FROM measures WHERE about = ? ORDER BY number", e.Report)
	for i := range all {
		m := &all[i]
		for k := range m.Marks {
			m.Marks[k].Words = Blotted
		}
		if e.Quotes(m.Reason) {
			m.Reason = Blotted
		}
		if err == nil {
			var doc []byte
			doc, err = json.Marshal(m)
			if err == nil {
				_, err = tx.exec("UPDATE measures SET doc = ?, sum = ? WHERE id = ?", string(doc), rowSum(string(doc)), m.ID)
			}
		}
		changed = append(changed, m.ID)
	}
	return changed, err
}

// eraseOffers blots out the words in what people handed in. Of what became the report
// nothing stays that could hold them; in what waits or was refused only passages of it
// are blotted out: that is the work of others. What became another report is its own.
func (tx *Tx) eraseOffers(e *Erasure) (changed []string, err error) {
	if err := tx.LockOffers(); err != nil {
		return nil, err
	}
	from, err := tx.capturesRead(e.Report)
	if err != nil {
		return nil, err
	}
	var all []isnad.Offer
	err = tx.each(func(row *sql.Rows) error {
		o, err := scanOffer(row)
		if err != nil {
			return err
		}
		of := from[o.Capture]
		if of && e.blotOffer(&o) || !of && o.State != isnad.OfferAccepted && e.blotPassages(&o) {
			all = append(all, o)
		}
		return nil
	}, "SELECT doc FROM offers ORDER BY number")
	for i := range all {
		if err == nil {
			err = tx.PutOffer(&all[i])
		}
		changed = append(changed, all[i].ID)
	}
	return changed, err
}

func (e *Erasure) blotOffer(o *isnad.Offer) (some bool) {
	put := func(words *string, instead string) {
		if *words != "" && *words != instead {
			*words, some = instead, true
		}
	}
	put(&o.Title, Blotted)
	put(&o.Text, Blotted)
	link := ""
	if u, err := url.Parse(o.Link); err == nil && u.Host != "" {
		link = u.Scheme + "://" + u.Host + "/" // its path may hold words of a title
	}
	put(&o.Link, link)
	put(&o.Failed, "")
	for i := range o.Files {
		put(&o.Files[i].Name, "")
	}
	for _, words := range []*string{&o.Remarks, &o.Reason} {
		if e.Quotes(*words) {
			put(words, Blotted)
		}
	}
	return some
}

func (e *Erasure) blotPassages(o *isnad.Offer) (some bool) {
	for _, words := range []*string{&o.Title, &o.Text, &o.Remarks, &o.Reason} {
		if left := e.Passages(*words); left != *words {
			*words, some = left, true
		}
	}
	return some
}

// bareCaptures leaves of the captures of bytes of which nothing is kept what they
// were known by: hash, size and time. The address may hold words of a title.
func (tx *Tx) bareCaptures(h isnad.Hash) error {
	all, err := tx.capturesOf(h)
	if err != nil {
		return err
	}
	for _, c := range all {
		doc, err := json.Marshal(isnad.Capture{ID: c.ID, SHA256: c.SHA256, Size: c.Size, MediaType: c.MediaType, Status: c.Status,
			Container: c.Container, Received: c.Received, Observed: c.Observed, Source: c.Source, Published: c.Published})
		if err != nil {
			return fmt.Errorf("capture %s: %w", c.ID, err)
		}
		if _, err := tx.exec("UPDATE captures SET doc = ?, place = '', place_sum = '' WHERE id = ?", string(doc), c.ID); err != nil {
			return err
		}
		if _, err := tx.exec("DELETE FROM notes WHERE capture = ?", c.ID); err != nil {
			return err
		}
		if err := tx.EraseEntries(c.ID); err != nil {
			return err
		}
	}
	return nil
}

// ClaimIDs returns the IDs that claims of a report have or had, as far as they or
// acts about them are kept.
func (tx *Tx) ClaimIDs(report string) (ids []string, err error) {
	err = tx.each(func(row *sql.Rows) error {
		var id string
		err := row.Scan(&id)
		ids = append(ids, id)
		return err
	}, "SELECT id FROM claims WHERE report = ? UNION SELECT claim FROM act_claims WHERE report = ? ORDER BY 1", report, report)
	if err != nil {
		return nil, fmt.Errorf("reading the claims of report %s: %w", report, err)
	}
	return ids, nil
}

// CasesTouching returns the IDs of cases about any of these, or whose effect fell on
// one of them, in the order they were opened.
func (tx *Tx) CasesTouching(ids []string) (cases []string, err error) {
	type row struct {
		number int64
		id     string
	}
	var found []row
	err = in(ids, func(list string, args []any) error {
		return tx.each(func(r *sql.Rows) error {
			var x row
			err := r.Scan(&x.number, &x.id)
			found = append(found, x)
			return err
		}, "SELECT number, id FROM cases WHERE about IN "+list+" OR report IN "+list+" OR id IN (SELECT case_id FROM notices WHERE report IN "+list+")",
			append(append(slices.Clone(args), args...), args...)...)
	})
	if err != nil {
		return nil, fmt.Errorf("looking for cases: %w", err)
	}
	slices.SortFunc(found, func(a, b row) int { return cmp.Compare(a.number, b.number) })
	for _, x := range found {
		cases = append(cases, x.id)
	}
	return unique(cases), nil
}

// AllVersions returns all versions of a report that stand, the first first.
func (tx *Tx) AllVersions(report string) (list []isnad.Report, err error) {
	err = tx.each(func(row *sql.Rows) error {
		r, err := scanVersion(row)
		list = append(list, r)
		return err
	}, "SELECT "+versionColumns+" FROM versions v WHERE v.report = ? ORDER BY v.version", report)
	if err != nil {
		return nil, fmt.Errorf("reading the versions of report %s: %w", report, err)
	}
	return list, nil
}

// ReadAt returns where a report was read, in the order in which the captures were received.
func (tx *Tx) ReadAt(report string) (from []Reread, err error) {
	err = tx.each(func(row *sql.Rows) error {
		var r Reread
		err := row.Scan(&r.Capture, &r.Place)
		from = append(from, r)
		return err
	}, "SELECT x.capture, x.place FROM readings x JOIN captures c ON c.id = x.capture WHERE x.report = ? ORDER BY c.seq, x.place", report)
	if err != nil {
		return nil, fmt.Errorf("reading where report %s was read: %w", report, err)
	}
	return from, nil
}

// Capture returns a capture.
func (tx *Tx) Capture(id string) (isnad.Capture, error) { return tx.capture(id) }
