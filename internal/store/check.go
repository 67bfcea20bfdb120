package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"isnad"
)

// Check reads the whole database, as it stands at one moment, and calls fault for
// everything that does not agree with itself: a claim without its report, an
// incident without claims, a capture with no blob in blobs, sums that do not
// match, a search index out of step. The error is for what kept it from reading.
//
// While steps are waiting, an incident may still name claims that are gone; that
// is a fault only when nothing is left to do.
func (s *Store) Check(ctx context.Context, fault func(what string)) error {
	err := s.read(ctx, func(c *conn) error {
		k := checker{c, fault}
		for _, part := range []func() error{
			func() error { return c.e.check(c, fault) },
			k.absent, k.captures, k.versions, k.reports, k.claims, k.incidents, k.acts, k.answers, k.gazetteer, k.entries, k.cases, k.notices, k.mail,
			k.measures, k.offers, k.removals,
		} {
			if err := part(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("reading everything: %w", err)
	}
	return nil
}

type checker struct {
	*conn
	fault func(string)
}

func (k checker) faultf(format string, args ...any) { k.fault(fmt.Sprintf(format, args...)) }

// absent looks for rows that speak of rows which are not there.
func (k checker) absent() error {
	for _, q := range []struct{ what, query string }{
		{"capture %s has no blob", "SELECT c.id FROM captures c LEFT JOIN blobs b ON b.sha256 = c.sha256 WHERE b.sha256 IS NULL"},
		{"capture %s was unpacked from bytes that no capture has", "SELECT c.id FROM captures c WHERE c.container <> '' AND c.container NOT IN (SELECT sha256 FROM captures)"},
		{"blob %s belongs to no capture", "SELECT b.sha256 FROM blobs b LEFT JOIN captures c ON c.sha256 = b.sha256 WHERE c.id IS NULL"},
		{"a note speaks of capture %s, which is not there", "SELECT n.capture FROM notes n LEFT JOIN captures c ON c.id = n.capture WHERE c.id IS NULL"},
		{"a step is to be done for capture %s, which is not there", "SELECT j.capture FROM jobs j LEFT JOIN captures c ON c.id = j.capture WHERE c.id IS NULL AND j.kind <> 'evidence'"},
		{"report %s has a version that was read from no capture", "SELECT v.report FROM versions v LEFT JOIN captures c ON c.id = v.capture WHERE c.id IS NULL"},
		{"a version of report %s has no report", "SELECT v.report FROM versions v LEFT JOIN reports r ON r.id = v.report WHERE r.id IS NULL"},
		{"report %s has no reading for one of its versions", "SELECT v.report FROM versions v LEFT JOIN readings x ON x.report = v.report AND x.capture = v.capture AND x.place = v.place AND x.version = v.version WHERE x.report IS NULL"},
		{"report %s was read from a capture that is not there", "SELECT x.report FROM readings x LEFT JOIN captures c ON c.id = x.capture WHERE c.id IS NULL"},
		{"report %s does not have as many versions as it says", "SELECT r.id FROM reports r LEFT JOIN (SELECT report, count(*) AS n FROM versions GROUP BY report) v ON v.report = r.id WHERE v.n IS NULL OR v.n <> r.versions"},
		{"report %s does not show the version that was received last, or the correction that holds", `SELECT r.id FROM reports r LEFT JOIN versions v ON v.report = r.id AND v.version = r.version
			LEFT JOIN corrected o ON o.capture = v.capture WHERE v.report IS NULL OR EXISTS (SELECT 1 FROM versions w LEFT JOIN corrected x ON x.capture = w.capture
				WHERE w.report = r.id AND (coalesce(1 - 2 * x.undone, 0), w.received, w.version) > (coalesce(1 - 2 * o.undone, 0), v.received, v.version))`},
		{"claim %s has no report", "SELECT k.id FROM claims k LEFT JOIN versions v ON v.report = k.report AND v.version = k.version WHERE v.report IS NULL"},
		{"claim %s is not of the present version of its report but counts as present", "SELECT k.id FROM claims k JOIN reports r ON r.id = k.report WHERE k.present = 1 AND k.version <> r.version AND NOT EXISTS (SELECT 1 FROM jobs)"},
		{"claim %s belongs to an incident that is not there", "SELECT k.id FROM claims k LEFT JOIN incidents i ON i.id = k.incident WHERE k.incident <> '' AND i.id IS NULL"},
		{"claim %s is not of the present version but belongs to an incident", "SELECT k.id FROM claims k WHERE k.incident <> '' AND k.present = 0"},
		{"incident %s has no claims", "SELECT i.id FROM incidents i LEFT JOIN claims k ON k.incident = i.id WHERE k.id IS NULL"},
		{"a place or party is noted for claim %s, which is not there", "SELECT x.claim FROM claim_refs x LEFT JOIN claims k ON k.seq = x.claim WHERE k.seq IS NULL"},
		{"a place, party or source is noted for incident %s, which is not there", "SELECT x.incident FROM incident_refs x LEFT JOIN incidents i ON i.seq = x.incident WHERE i.seq IS NULL"},
		{"a toll belongs to a version of report %s that is not there", "SELECT t.report FROM tolls t LEFT JOIN versions v ON v.report = t.report AND v.version = t.version WHERE v.report IS NULL"},
		{"a citation belongs to a version of report %s that is not there", "SELECT t.report FROM citations t LEFT JOIN versions v ON v.report = t.report AND v.version = t.version WHERE v.report IS NULL"},
		{"a sketch is kept of report %s, which is not there", "SELECT x.report FROM sketches x LEFT JOIN reports r ON r.seq = x.doc AND r.id = x.report WHERE r.id IS NULL AND x.report <> '' AND x.sketch IS NOT NULL"},
		{"report %s was traced in an older version", "SELECT x.report FROM sketches x JOIN reports r ON r.id = x.report WHERE x.version <> r.version AND x.sketch IS NOT NULL AND NOT EXISTS (SELECT 1 FROM jobs)"},
		{"a detected citation of report %s names a report that is not there", "SELECT c.report FROM citations c LEFT JOIN reports r ON r.id = c.cited WHERE c.basis = 'detected' AND r.id IS NULL AND NOT EXISTS (SELECT 1 FROM jobs)"},
		{"a passkey belongs to person %s, who has no account", "SELECT x.person FROM passkeys x LEFT JOIN people p ON p.id = x.person AND p.removed = 0 WHERE p.id IS NULL"},
		{"one-time codes are kept of person %s, who has no account", "SELECT x.person FROM code_keys x LEFT JOIN people p ON p.id = x.person AND p.removed = 0 WHERE p.id IS NULL"},
		{"recovery codes are kept of person %s, who has no account", "SELECT DISTINCT x.person FROM recovery_codes x LEFT JOIN people p ON p.id = x.person AND p.removed = 0 WHERE p.id IS NULL"},
		{"a login belongs to person %s, who has no account", "SELECT x.person FROM logins x LEFT JOIN people p ON p.id = x.person AND p.removed = 0 WHERE p.id IS NULL"},
		{"a session is of person %s, who has no account", "SELECT x.person FROM sessions x LEFT JOIN people p ON p.id = x.person AND p.removed = 0 WHERE p.id IS NULL"},
		{"the record of accounts names person %s, who is not there", "SELECT DISTINCT e.person FROM person_events e LEFT JOIN people p ON p.id = e.person WHERE e.person <> '' AND p.id IS NULL"},
		{"search index: row %s belongs to no report", "SELECT w." + k.e.rowID() + " FROM report_words w LEFT JOIN reports r ON r.seq = w." + k.e.rowID() + " WHERE r.seq IS NULL"},
		{"search index: row %s belongs to no incident", "SELECT w." + k.e.rowID() + " FROM incident_words w LEFT JOIN incidents i ON i.seq = w." + k.e.rowID() + " WHERE i.seq IS NULL"},
	} {
		err := k.each(func(row *sql.Rows) error {
			var id string
			err := row.Scan(&id)
			k.faultf(q.what, id)
			return err
		}, q.query)
		if err != nil {
			return err
		}
	}
	return nil
}

func (k checker) captures() error {
	return k.each(func(row *sql.Rows) error {
		var id, sum, doc, place string
		var size sql.NullInt64
		if err := row.Scan(&id, &sum, &doc, &place, &size); err != nil {
			return err
		}
		c, err := readCapture(doc, place)
		switch {
		case err != nil:
			k.faultf("capture %s cannot be read: %v", id, err)
		case c.ID != id || string(c.SHA256) != sum:
			k.faultf("capture %s is not what its row says", id)
		case size.Valid && c.Size != size.Int64:
			k.faultf("capture %s says %d bytes, its blob %d", id, c.Size, size.Int64)
		}
		return nil
	}, "SELECT c.id, c.sha256, c.doc, c.place, b.size FROM captures c LEFT JOIN blobs b ON b.sha256 = c.sha256")
}

// versions reads every version again, and asks the search index for words of present ones.
func (k checker) versions() error {
	stem := newStemmer()
	type present struct {
		id    string
		seq   int64
		words []string
	}
	var batch []present
	flush := func() error {
		for _, p := range batch {
			ok, err := k.holds("report_words", p.seq, p.words)
			if err != nil {
				return err
			}
			if !ok {
				k.faultf("search index: report %s is not found by its own words", p.id)
			}
		}
		batch = batch[:0]
		return nil
	}
	last := int64(0)
	for more := true; more; {
		more = false
		err := k.each(func(row *sql.Rows) error {
			more = true
			var seq sql.NullInt64
			var report, title, text, doc, sum, wording string
			var version int
			if err := row.Scan(&last, &report, &version, &title, &text, &doc, &sum, &wording, &seq); err != nil {
				return err
			}
			var r isnad.Report
			if err := json.Unmarshal([]byte(doc), &r); err != nil {
				k.faultf("report %s version %d cannot be read: %v", report, version, err)
				return nil
			}
			r.Title, r.Text = title, text
			if rowSum(title, text, doc) != sum || r.ID != report || r.Version != version || wordingOf(&r) != wording {
				k.faultf("report %s version %d is not as it was written: its checksum does not match", report, version)
			}
			if seq.Valid {
				w := stem.index(title, text)
				batch = append(batch, present{report, seq.Int64, someWords(append(w.title, w.body...))})
			}
			return nil
		}, `SELECT v.seq, v.report, v.version, v.title, v.text, v.doc, v.sum, v.wording, r.seq FROM versions v
			LEFT JOIN reports r ON r.id = v.report AND r.version = v.version WHERE v.seq > ? ORDER BY v.seq LIMIT 500`, last)
		if err != nil {
			return err
		}
		if err := flush(); err != nil {
			return err
		}
	}
	return nil
}

// someWords picks different words from the beginning and the end.
func someWords(words []string) []string {
	var out []string
	for i := 0; i < len(words) && len(out) < 8; i++ {
		if !slices.Contains(out, words[i]) {
			out = append(out, words[i])
		}
	}
	for i := len(words) - 1; i >= 0 && len(out) < 16; i-- {
		if !slices.Contains(out, words[i]) {
			out = append(out, words[i])
		}
	}
	return out
}

// holds tells whether the index has all these words for a row; without words,
// whether it has the row.
func (k checker) holds(table string, seq int64, words []string) (bool, error) {
	var at int64
	id := table + "." + k.e.rowID()
	if len(words) == 0 {
		return k.one("SELECT "+id+" FROM "+table+" WHERE "+id+" = ?", []any{seq}, &at)
	}
	where, arg := k.e.matching(table, wordQuery{stems: words})
	return k.one("SELECT "+id+" FROM "+table+" WHERE "+where+" AND "+id+" = ?", []any{arg, seq}, &at)
}

func (k checker) reports() error {
	return k.each(func(row *sql.Rows) error {
		var id, source, language, doc string
		var published int64
		if err := row.Scan(&id, &source, &language, &published, &doc); err != nil {
			return err
		}
		var r isnad.Report
		if err := json.Unmarshal([]byte(doc), &r); err != nil {
			return nil // said by versions
		}
		if short(r.SourceID) != source || short(r.Language) != language || micros(r.Published) != published {
			k.faultf("report %s is listed otherwise than it reads", id)
		}
		return nil
	}, "SELECT r.id, r.source_id, r.language, r.published, v.doc FROM reports r JOIN versions v ON v.report = r.id AND v.version = r.version")
}

func (k checker) claims() error {
	refs := map[int64]int{}
	err := k.each(func(row *sql.Rows) error {
		var seq int64
		var n int
		err := row.Scan(&seq, &n)
		refs[seq] = n
		return err
	}, "SELECT claim, count(*) FROM claim_refs GROUP BY claim")
	if err != nil {
		return err
	}
	return k.each(func(row *sql.Rows) error {
		var seq int64
		var id, report, claimant, doc, sum, reading, review string
		var version, present, open int
		if err := row.Scan(&seq, &id, &report, &version, &claimant, &present, &doc, &sum, &reading, &review, &open); err != nil {
			return err
		}
		var c isnad.Claim
		if err := json.Unmarshal([]byte(doc), &c); err != nil {
			k.faultf("claim %s cannot be read: %v", id, err)
			return nil
		}
		if reviewedSum(doc, reading) != sum || c.ID != id || c.Report != report || c.Version != version || short(c.Claimant) != claimant {
			k.faultf("claim %s is not as it was written: its checksum does not match", id)
		}
		if present == 1 && (string(c.Review) != review || openness(&c) != open) {
			k.faultf("claim %s waits for people otherwise than it reads", id)
		}
		want := len(claimRefs(&c))
		if present == 1 && want != refs[seq] || present == 0 && refs[seq] != 0 {
			k.faultf("claim %s is not listed by its places and parties", id)
		}
		return nil
	}, "SELECT seq, id, report, version, claimant, present, doc, sum, reading, review, open FROM claims")
}

// acts holds the acts against their sums, their claims and the rows that follow from them.
func (k checker) acts() error {
	next := int64(1)
	err := k.each(func(row *sql.Rows) error {
		var number int64
		var id, person, kind, about, doc, sum string
		if err := row.Scan(&number, &id, &person, &kind, &about, &doc, &sum); err != nil {
			return err
		}
		var a isnad.Act
		if err := json.Unmarshal([]byte(doc), &a); err != nil {
			k.faultf("act %s cannot be read: %v", id, err)
			return nil
		}
		if rowSum(doc) != sum || a.ID != id || a.Number != number || short(a.Person) != person || string(a.Kind) != kind || a.About != about {
			k.faultf("act %s is not as it was written: its checksum does not match", id)
		}
		if number != next {
			k.faultf("acts from number %d to %d are missing", next, number-1)
		}
		next = number + 1
		return nil
	}, "SELECT number, id, person, kind, about, doc, sum FROM acts ORDER BY number")
	if err != nil {
		return err
	}
	for _, q := range []struct{ what, query string }{
		{"act number %s, which is not there, has claims", "SELECT DISTINCT x.act FROM act_claims x LEFT JOIN acts a ON a.number = x.act WHERE a.number IS NULL"},
		{"act %s rests on no claims", "SELECT a.id FROM acts a LEFT JOIN act_claims x ON x.act = a.number WHERE x.act IS NULL AND a.kind NOT IN ('second', 'undo')"},
		{"act %s bears on nothing", "SELECT a.id FROM acts a LEFT JOIN act_refs x ON x.act = a.number WHERE x.act IS NULL"},
		{"claim %s does not belong to the incident that a person put it into", "SELECT k.id FROM claims k JOIN pins p ON p.claim = k.id WHERE k.present = 1 AND k.incident <> p.incident AND NOT EXISTS (SELECT 1 FROM jobs)"},
		{"incident %s was merged into another and is still there", "SELECT i.id FROM incidents i JOIN decided_incidents d ON d.id = i.id WHERE d.goes_to <> '' AND NOT EXISTS (SELECT 1 FROM jobs)"},
		{"claim %s is decided by an act that is not there", "SELECT p.claim FROM pins p LEFT JOIN act_refs x ON x.ref = p.claim WHERE x.ref IS NULL"},
	} {
		err := k.each(func(row *sql.Rows) error {
			var id string
			err := row.Scan(&id)
			k.faultf(q.what, id)
			return err
		}, q.query)
		if err != nil {
			return err
		}
	}
	return nil
}

func (k checker) incidents() error {
	var waiting int
	if _, err := k.one("SELECT count(*) FROM jobs WHERE state <> 'failed'", nil, &waiting); err != nil {
		return err
	}
	held := map[string][]string{}
	err := k.each(func(row *sql.Rows) error {
		var incident, id string
		err := row.Scan(&incident, &id)
		held[incident] = append(held[incident], id)
		return err
	}, "SELECT incident, id FROM claims WHERE incident <> ''")
	if err != nil {
		return err
	}
	refs := map[int64]int{}
	err = k.each(func(row *sql.Rows) error {
		var seq int64
		var n int
		err := row.Scan(&seq, &n)
		refs[seq] = n
		return err
	}, "SELECT incident, count(*) FROM incident_refs GROUP BY incident")
	if err != nil {
		return err
	}
	type indexed struct {
		id    string
		seq   int64
		title string
	}
	var all []indexed
	err = k.each(func(row *sql.Rows) error {
		var seq, from, low, high int64
		var id, event, doc, sum string
		if err := row.Scan(&seq, &id, &event, &from, &low, &high, &doc, &sum); err != nil {
			return err
		}
		var i isnad.Incident
		if err := json.Unmarshal([]byte(doc), &i); err != nil {
			k.faultf("incident %s cannot be read: %v", id, err)
			return nil
		}
		if rowSum(doc) != sum || i.ID != id || string(i.Event) != event || dayNumber(i.When.From) != from || figure(i.Killed.Low) != low || figure(i.Killed.High) != high {
			k.faultf("incident %s is not as it was written: its checksum does not match", id)
		}
		if len(incidentRefs(&i)) != refs[seq] {
			k.faultf("incident %s is not listed by its places, parties and sources", id)
		}
		a, b := slices.Clone(i.Claims), held[id]
		slices.Sort(a)
		slices.Sort(b)
		if waiting == 0 && !slices.Equal(slices.Compact(a), b) {
			k.faultf("incident %s names other claims than belong to it", id)
		}
		all = append(all, indexed{id, seq, i.Title})
		return nil
	}, "SELECT seq, id, event, day_from, killed_low, killed_high, doc, sum FROM incidents")
	if err != nil {
		return err
	}
	stem := newStemmer()
	for _, i := range all {
		ok, err := k.holds("incident_words", i.seq, someWords(stem.index(i.title, "").title))
		if err != nil {
			return err
		}
		if !ok {
			k.faultf("search index: incident %s is not found by its own words", i.id)
		}
	}
	return nil
}
