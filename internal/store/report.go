package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"isnad"
)

// A version belongs to the reading that was received first of those that gave
// it. readings remembers which version each reading gave: that of the same bytes
// of the same capture is replaced, never doubled.

type reading struct {
	report, capture string
	place           int64 // where in the capture; 0 when it is read whole
}

type versionRow struct {
	seq      int64
	owner    reading
	received int64
	wording  string
}

// PutReports records reports of one capture. Each gets its version: that of the
// same capture when it was read before (the reading is replaced), the present
// one when the words did not change since, else a new one. It returns the refs
// of those that are new or were replaced, in order.
//
// The words are the title, the text and what says who published it and when;
// bytes that differ elsewhere make no new version. Numbers are given in the order
// of the calls; the present version is the one received last, but a correction
// stands before all that is received after it. Two reports of the same ID at
// different places of one capture are two readings, the later one the newer.
// Reports that were removed are passed over.
func (tx *Tx) PutReports(reports []isnad.Report) ([]ReportRef, error) {
	if len(reports) == 0 {
		return nil, nil
	}
	if err := tx.settle(); err != nil {
		return nil, err
	}
	refs, err := tx.putReports(reports)
	if err != nil {
		return nil, fmt.Errorf("recording reports of capture %s: %w", reports[0].Capture, err)
	}
	return refs, nil
}

func (tx *Tx) putReports(reports []isnad.Report) ([]ReportRef, error) {
	reports, err := tx.protectReports(reports)
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(reports))
	for i := range reports {
		r := &reports[i]
		if err := checkID(r.ID); err != nil {
			return nil, err
		}
		if err := checkID(r.Capture); err != nil {
			return nil, err
		}
		ids = append(ids, r.ID)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	// Two processes must not give the same number to two versions.
	if err := tx.e.lock(&tx.conn, "reports", false); err != nil {
		return nil, err
	}
	removed, err := tx.removed(ids)
	if err != nil {
		return nil, err
	}
	if err := tx.withHeld(ids, removed); err != nil {
		return nil, err
	}
	if reports, err = tx.passOver(reports, removed); err != nil || len(reports) == 0 {
		return nil, err
	}
	known, err := tx.loadKnown(ids)
	if err != nil {
		return nil, err
	}
	b := newReportBatch(tx, known)
	var refs []ReportRef
	seen := map[ReportRef]bool{}
	for i := range reports {
		ref, fresh, err := b.put(&reports[i])
		if err != nil {
			return nil, err
		}
		if fresh && !seen[ref] {
			seen[ref] = true
			refs = append(refs, ref)
		}
	}
	return refs, b.flush()
}

// knownReport is what stands in the database of one report, and what this
// transaction adds.
type knownReport struct {
	seq      int64 // 0 when there is no row yet
	readings map[reading]int
	rows     map[int]versionRow
	made     map[string]int // captures that hold a correction of it: 1 while it holds, -1 once it was undone
}

// next is the number for a new version: beyond all that ever were.
func (k *knownReport) next() int {
	n := 0
	for _, v := range k.readings {
		n = max(n, v)
	}
	for v := range k.rows {
		n = max(n, v)
	}
	return n + 1
}

// present is the last version of those that stand, 0 for none: a correction that
// holds, else what was received last. Steps run side by side, so a version may be
// recorded after a later one.
func (k *knownReport) present() int {
	n := 0
	for v, row := range k.rows {
		if n == 0 || cmp.Or(cmp.Compare(k.made[row.owner.capture], k.made[k.rows[n].owner.capture]),
			cmp.Compare(row.received, k.rows[n].received), cmp.Compare(v, n)) > 0 {
			n = v
		}
	}
	return n
}

// before is the version that a new reading may only repeat: the one received last
// of those that the outlet published, 0 for none. A correction repeats nothing.
func (k *knownReport) before(r *reading) int {
	n := 0
	if k.made[r.capture] != 0 {
		return 0
	}
	for v, row := range k.rows {
		if k.made[row.owner.capture] != 0 {
			continue
		}
		if n == 0 || cmp.Or(cmp.Compare(row.received, k.rows[n].received), cmp.Compare(v, n)) > 0 {
			n = v
		}
	}
	return n
}

func (tx *Tx) loadKnown(ids []string) (map[string]*knownReport, error) {
	known := map[string]*knownReport{}
	for _, id := range ids {
		known[id] = &knownReport{readings: map[reading]int{}, rows: map[int]versionRow{}, made: map[string]int{}}
	}
	err := in(ids, func(list string, args []any) error {
		err := tx.each(func(row *sql.Rows) error {
			var id string
			var seq int64
			if err := row.Scan(&id, &seq); err != nil {
				return err
			}
			known[id].seq = seq
			return nil
		}, "SELECT id, seq FROM reports WHERE id IN "+list, args...)
		if err != nil {
			return err
		}
		err = tx.each(func(row *sql.Rows) error {
			var r reading
			var v int
			if err := row.Scan(&r.report, &r.capture, &r.place, &v); err != nil {
				return err
			}
			known[r.report].readings[r] = v
			return nil
		}, "SELECT report, capture, place, version FROM readings WHERE report IN "+list, args...)
		if err != nil {
			return err
		}
		err = tx.each(func(row *sql.Rows) error {
			var id, capture string
			var undone int
			err := row.Scan(&id, &capture, &undone)
			known[id].made[capture] = 1 - 2*undone
			return err
		}, "SELECT report, capture, undone FROM corrected WHERE report IN "+list, args...)
		if err != nil {
			return err
		}
		return tx.each(func(row *sql.Rows) error {
			var r versionRow
			var v int
			if err := row.Scan(&r.owner.report, &v, &r.seq, &r.owner.capture, &r.owner.place, &r.received, &r.wording); err != nil {
				return err
			}
			known[r.owner.report].rows[v] = r
			return nil
		}, "SELECT report, version, seq, capture, place, received, wording FROM versions WHERE report IN "+list, args...)
	})
	return known, err
}

// reportBatch gathers rows, so that many reports cost few statements.
type reportBatch struct {
	tx       *Tx
	known    map[string]*knownReport
	readings [][]any
	versions [][]any
	pending  map[ReportRef]int // index in versions
	changed  map[string]bool   // reports whose row and index follow
	order    []string
	latest   map[ReportRef]*isnad.Report
	again    map[string]bool // reports that were read before, so that the log may have what is read now
}

func newReportBatch(tx *Tx, known map[string]*knownReport) *reportBatch {
	return &reportBatch{tx: tx, known: known, pending: map[ReportRef]int{}, changed: map[string]bool{}, latest: map[ReportRef]*isnad.Report{}, again: map[string]bool{}}
}

func (b *reportBatch) put(r *isnad.Report) (ref ReportRef, fresh bool, err error) {
	k := b.known[r.ID]
	at := reading{r.ID, r.Capture, 0}
	if r.Bytes != nil {
		at.place = r.Bytes.Offset
	}
	words := wordingOf(r)
	v, read := k.readings[at]
	if len(k.readings) > 0 {
		b.again[r.ID] = true
	}
	if !read {
		if p := k.before(&at); p > 0 && k.rows[p].wording == words {
			v = p
		} else {
			v, fresh = k.next(), true
		}
		k.readings[at] = v
		b.readings = append(b.readings, []any{at.report, at.capture, at.place, v})
	} else {
		row, stands := k.rows[v]
		fresh = !stands || row.owner == at || earlier(r, at, row)
	}
	ref = ReportRef{r.ID, v}
	if !fresh {
		return ref, false, nil
	}
	return ref, true, b.write(r, at, ref, words)
}

// earlier tells whether a reading comes before the one that a version belongs to:
// after Clear, captures may be read again in another order.
func earlier(r *isnad.Report, at reading, row versionRow) bool {
	return cmp.Or(cmp.Compare(micros(r.Received), row.received), cmp.Compare(at.capture, row.owner.capture), cmp.Compare(at.place, row.owner.place)) < 0
}

func (b *reportBatch) write(r *isnad.Report, at reading, ref ReportRef, words string) error {
	k := b.known[r.ID]
	kept := *r
	kept.Version = ref.Version
	kept.Title, kept.Text = clean(r.Title), clean(r.Text)
	rest := kept
	rest.Title, rest.Text = "", ""
	doc, err := json.Marshal(rest)
	if err != nil {
		return fmt.Errorf("report %s: %w", r.ID, err)
	}
	row := []any{r.ID, ref.Version, at.capture, at.place, micros(r.Received), clean(r.Key), words, kept.Title, kept.Text, string(doc), rowSum(kept.Title, kept.Text, string(doc))}
	if i, ok := b.pending[ref]; ok {
		b.versions[i] = row
	} else {
		b.pending[ref] = len(b.versions)
		b.versions = append(b.versions, row)
	}
	old := k.rows[ref.Version]
	k.rows[ref.Version] = versionRow{seq: old.seq, owner: at, received: micros(r.Received), wording: words}
	b.latest[ref] = &kept
	if !b.changed[r.ID] {
		b.changed[r.ID] = true
		b.order = append(b.order, r.ID)
	}
	return nil
}

func (b *reportBatch) flush() error {
	tx := b.tx
	if err := tx.insert("INSERT INTO readings (report, capture, place, version)", b.readings, "ON CONFLICT (report, capture, place) DO NOTHING"); err != nil {
		return err
	}
	err := tx.insert("INSERT INTO versions (report, version, capture, place, received, key, wording, title, text, doc, sum)", b.versions,
		`ON CONFLICT (report, version) DO UPDATE SET capture = excluded.capture, place = excluded.place, received = excluded.received,
		key = excluded.key, wording = excluded.wording, title = excluded.title, text = excluded.text, doc = excluded.doc, sum = excluded.sum`)
	if err != nil {
		return err
	}
	if err := b.enter(); err != nil {
		return err
	}
	present, err := b.present()
	if err != nil {
		return err
	}
	var rows [][]any
	for _, id := range b.order {
		k, r := b.known[id], present[id]
		p := k.present()
		sorted := micros(r.Published)
		if sorted == 0 {
			sorted = micros(r.Received)
		}
		rows = append(rows, []any{id, p, len(k.rows), short(r.SourceID), clean(r.Source), short(r.Language), micros(r.Published), sorted})
	}
	err = tx.insert("INSERT INTO reports (id, version, versions, source_id, source, language, published, sorted)", rows,
		`ON CONFLICT (id) DO UPDATE SET version = excluded.version, versions = excluded.versions, source_id = excluded.source_id,
		source = excluded.source, language = excluded.language, published = excluded.published, sorted = excluded.sorted`)
	if err != nil {
		return err
	}
	return b.index(present)
}

// present returns the present versions of the changed reports. Most were just
// written; where an older one was, the present one is read again.
func (b *reportBatch) present() (map[string]*isnad.Report, error) {
	present := map[string]*isnad.Report{}
	var other []ReportRef
	for _, id := range b.order {
		ref := ReportRef{id, b.known[id].present()}
		if present[id] = b.latest[ref]; present[id] == nil {
			other = append(other, ref)
		}
	}
	stand, err := b.tx.reportsAt(other)
	for i := range stand {
		present[stand[i].ID] = &stand[i]
	}
	return present, err
}

// index puts the words of present versions into the search index.
func (b *reportBatch) index(present map[string]*isnad.Report) error {
	ids := b.order
	seqs := map[string]int64{}
	err := in(ids, func(list string, args []any) error {
		return b.tx.each(func(row *sql.Rows) error {
			var id string
			var seq int64
			err := row.Scan(&id, &seq)
			seqs[id] = seq
			return err
		}, "SELECT id, seq FROM reports WHERE id IN "+list, args...)
	})
	if err != nil {
		return err
	}
	s := b.tx.stemmer()
	rows := make([]wordsRow, 0, len(ids))
	for _, id := range ids {
		rows = append(rows, wordsRow{seqs[id], s.index(present[id].Title, present[id].Text)})
	}
	return b.tx.e.putWords(&b.tx.conn, "report_words", rows)
}

// wordingOf is a digest of what a reader would call the same report.
func wordingOf(r *isnad.Report) string {
	h := sha256.New()
	for _, s := range []string{r.Title, r.Text, r.Source, r.Agency, strings.Join(r.Bylines, "\x01"), r.Dateline.Words, r.Submitter,
		r.Published.UTC().Format("2006-01-02T15:04:05")} {
		h.Write([]byte(clean(s)))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// rowSum is the checksum of a row.
func rowSum(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// short cuts what is indexed and comes from outside.
func short(s string) string {
	if s = clean(s); len(s) > 200 {
		return strings.ToValidUTF8(s[:200], "")
	}
	return s
}

// Reports returns these versions, in order.
func (tx *Tx) Reports(refs []ReportRef) ([]isnad.Report, error) {
	out, err := tx.reportsAt(refs)
	if err != nil {
		return nil, fmt.Errorf("reading reports: %w", err)
	}
	return out, nil
}

// ReportsAt is as Tx.Reports, without keeping anyone from writing meanwhile.
func (s *Store) ReportsAt(ctx context.Context, refs []ReportRef) (out []isnad.Report, err error) {
	err = s.read(ctx, func(c *conn) error {
		out, err = c.reportsAt(refs)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading reports: %w", err)
	}
	return out, nil
}

const versionColumns = "v.report, v.version, v.key, v.title, v.text, v.doc"

func scanVersion(row *sql.Rows, more ...any) (isnad.Report, error) {
	var r isnad.Report
	var id, key, title, text, doc string
	var v int
	if err := row.Scan(append([]any{&id, &v, &key, &title, &text, &doc}, more...)...); err != nil {
		return r, err
	}
	if err := json.Unmarshal([]byte(doc), &r); err != nil {
		return r, fmt.Errorf("report %s version %d: %w", id, v, err)
	}
	r.ID, r.Version, r.Key, r.Title, r.Text = id, v, key, title, text
	return r, nil
}

func (c *conn) reportsAt(refs []ReportRef) ([]isnad.Report, error) {
	found := map[ReportRef]isnad.Report{}
	ids := make([]string, len(refs))
	want := map[ReportRef]bool{}
	for i, r := range refs {
		ids[i] = r.ID
		want[r] = true
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	err := in(ids, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			r, err := scanVersion(row)
			if ref := (ReportRef{r.ID, r.Version}); err == nil && want[ref] {
				found[ref] = r
			}
			return err
		}, "SELECT "+versionColumns+" FROM versions v WHERE v.report IN "+list, args...)
	})
	if err != nil {
		return nil, err
	}
	out := make([]isnad.Report, len(refs))
	for i, ref := range refs {
		r, ok := found[ref]
		if !ok {
			return nil, fmt.Errorf("report %s version %d: %w", ref.ID, ref.Version, isnad.ErrNotFound)
		}
		out[i] = r
	}
	return out, nil
}

// Outlets returns the outlet's source ID and name of each report.
func (tx *Tx) Outlets(reports []string) (map[string][2]string, error) {
	out := map[string][2]string{}
	err := in(reports, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var id string
			var o [2]string
			err := row.Scan(&id, &o[0], &o[1])
			out[id] = o
			return err
		}, "SELECT id, source_id, source FROM reports WHERE id IN "+list, args...)
	})
	if err != nil {
		return nil, fmt.Errorf("reading the outlets of reports: %w", err)
	}
	return out, nil
}
