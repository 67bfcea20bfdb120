package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"isnad"
)

// Acts are only ever added. Their claims are rows of their own, so that the acts
// of one report can be read without those of all others.

// LockActs keeps every other process from recording acts until the transaction
// ends: for who records one, so that it stands on all it was checked against; for
// who only applies acts (shared), so that none is missed. It is to be asked for
// before LockIncidents.
func (tx *Tx) LockActs(shared bool) error {
	if err := tx.e.lock(&tx.conn, "acts", shared); err != nil {
		return fmt.Errorf("waiting for the acts: %w", err)
	}
	return nil
}

// NextAct is the number that the next act gets. It is to be asked for after LockActs.
func (tx *Tx) NextAct() (int64, error) {
	var n int64
	if _, err := tx.one("SELECT coalesce(max(number), 0) + 1 FROM acts", nil, &n); err != nil {
		return 0, fmt.Errorf("numbering an act: %w", err)
	}
	return n, nil
}

// PutAct records an act under its number. refs are what it bears on beside its
// claims and their reports: claims and incidents.
func (tx *Tx) PutAct(a *isnad.Act, refs []string) error {
	if err := checkID(a.ID); err != nil {
		return fmt.Errorf("recording an act: %w", err)
	}
	bare := *a
	bare.Claims = nil
	doc, err := json.Marshal(bare)
	if err == nil {
		err = tx.insert("INSERT INTO acts (number, id, time, person, kind, about, doc, sum)",
			[][]any{{a.Number, a.ID, micros(a.Time), short(a.Person), short(string(a.Kind)), short(a.About), string(doc), rowSum(string(doc))}}, "")
	}
	if err != nil {
		return fmt.Errorf("recording act %s: %w", a.ID, err)
	}
	docs := []string{string(doc)}
	all := map[string]bool{}
	for _, r := range refs {
		all[short(r)] = true
	}
	var rows [][]any
	for i := range a.Claims {
		c := &a.Claims[i]
		doc, err := json.Marshal(c)
		if err != nil {
			return fmt.Errorf("recording act %s: claim %s: %w", a.ID, c.ID, err)
		}
		rows = append(rows, []any{a.Number, i, c.ID, c.Report, string(doc)})
		docs = append(docs, string(doc))
		all[c.ID], all[c.Report] = true, true
	}
	if err := tx.insert("INSERT INTO act_claims (act, ordinal, claim, report, doc)", rows, ""); err != nil {
		return fmt.Errorf("recording the claims of act %s: %w", a.ID, err)
	}
	rows = nil
	for r := range all {
		if r != "" {
			rows = append(rows, []any{r, a.Number})
		}
	}
	if err := tx.insert("INSERT INTO act_refs (ref, act)", rows, ""); err != nil {
		return fmt.Errorf("recording what act %s bears on: %w", a.ID, err)
	}
	return tx.Enter(isnad.EntryAct, a.ID, actStatement(a.ID, docs))
}

// ActRefs are the reports, claims and incidents that an act bears on.
func (tx *Tx) ActRefs(number int64) ([]string, error) {
	var out []string
	err := tx.each(func(row *sql.Rows) error {
		var r string
		err := row.Scan(&r)
		out = append(out, r)
		return err
	}, "SELECT ref FROM act_refs WHERE act = ? ORDER BY ref", number)
	if err != nil {
		return nil, fmt.Errorf("reading what an act bears on: %w", err)
	}
	return out, nil
}

// ActsOn returns the acts that bear on any of these reports, claims or incidents,
// in the order of their numbers, with all their claims.
func (tx *Tx) ActsOn(refs []string) ([]isnad.Act, error) {
	acts, err := tx.actsOn(refs, nil)
	if err != nil {
		return nil, fmt.Errorf("reading acts: %w", err)
	}
	return acts, nil
}

// ActsOfReports is as ActsOn for reports; of the claims of the acts only those of
// these reports are read.
func (tx *Tx) ActsOfReports(reports []string) ([]isnad.Act, error) {
	acts, err := tx.actsOn(reports, reports)
	if err != nil {
		return nil, fmt.Errorf("reading the acts about reports: %w", err)
	}
	return acts, nil
}

// ActsAround returns all acts that bear on each other and on one of the claims or
// incidents: with each act also those that share a claim or an incident with it.
// Acts about what claims say do not lead on.
func (tx *Tx) ActsAround(refs []string) ([]isnad.Act, error) {
	seen := map[string]bool{}
	numbers := map[int64]bool{}
	for len(refs) > 0 {
		var next []string
		err := in(refs, func(list string, args []any) error {
			var found []int64
			err := tx.each(func(row *sql.Rows) error {
				var n int64
				err := row.Scan(&n)
				if err == nil && !numbers[n] {
					numbers[n] = true
					found = append(found, n)
				}
				return err
			}, "SELECT DISTINCT act FROM act_refs WHERE ref IN "+list, args...)
			if err != nil {
				return err
			}
			return in(found, func(list string, args []any) error {
				return tx.each(func(row *sql.Rows) error {
					var ref string
					err := row.Scan(&ref)
					if err == nil && !seen[ref] && (ref[0] == 'k' || ref[0] == 'i') {
						seen[ref] = true
						next = append(next, ref)
					}
					return err
				}, "SELECT DISTINCT ref FROM act_refs WHERE act IN "+list, args...)
			})
		})
		if err != nil {
			return nil, fmt.Errorf("reading acts that bear on each other: %w", err)
		}
		refs = next
	}
	acts, err := tx.actsNumbered(numbers, nil)
	if err != nil {
		return nil, fmt.Errorf("reading acts that bear on each other: %w", err)
	}
	return acts, nil
}

func (c *conn) actsOn(refs, reports []string) ([]isnad.Act, error) {
	numbers := map[int64]bool{}
	err := in(refs, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var n int64
			err := row.Scan(&n)
			numbers[n] = true
			return err
		}, "SELECT act FROM act_refs WHERE ref IN "+list, args...)
	})
	if err != nil || len(numbers) == 0 {
		return nil, err
	}
	return c.actsNumbered(numbers, reports)
}

// actsNumbered reads acts; claims of the reports only where any are named.
func (c *conn) actsNumbered(numbers map[int64]bool, reports []string) ([]isnad.Act, error) {
	list := make([]int64, 0, len(numbers))
	for n := range numbers {
		list = append(list, n)
	}
	slices.Sort(list)
	var acts []isnad.Act
	at := map[int64]int{}
	err := in(list, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			a, err := scanAct(row)
			at[a.Number] = len(acts)
			acts = append(acts, a)
			return err
		}, "SELECT doc FROM acts WHERE number IN "+list+" ORDER BY number", args...)
	})
	if err != nil {
		return nil, err
	}
	put := func(row *sql.Rows) error {
		var n int64
		var doc string
		if err := row.Scan(&n, &doc); err != nil {
			return err
		}
		i, ok := at[n]
		if !ok {
			return nil
		}
		var k isnad.Claim
		if err := json.Unmarshal([]byte(doc), &k); err != nil {
			return fmt.Errorf("reading a claim of act %d: %w", n, err)
		}
		acts[i].Claims = append(acts[i].Claims, k)
		return nil
	}
	if reports != nil {
		err = in(reports, func(list string, args []any) error {
			return c.each(put, "SELECT act, doc FROM act_claims WHERE report IN "+list+" ORDER BY act, ordinal", args...)
		})
	} else {
		err = in(list, func(list string, args []any) error {
			return c.each(put, "SELECT act, doc FROM act_claims WHERE act IN "+list+" ORDER BY act, ordinal", args...)
		})
	}
	if err == nil {
		err = c.blotActs(acts)
	}
	return acts, err
}

func scanAct(row *sql.Rows, more ...any) (isnad.Act, error) {
	var a isnad.Act
	var doc string
	if err := row.Scan(append([]any{&doc}, more...)...); err != nil {
		return a, err
	}
	if err := json.Unmarshal([]byte(doc), &a); err != nil {
		return a, fmt.Errorf("reading an act: %w", err)
	}
	return a, nil
}

// Act returns one act with its claims.
func (s *Store) Act(ctx context.Context, id string) (a isnad.Act, err error) {
	err = s.read(ctx, func(c *conn) error {
		a, err = c.act(id)
		return err
	})
	if err != nil {
		return a, fmt.Errorf("reading act %q: %w", id, err)
	}
	return a, nil
}

// Act is as Store.Act within the transaction.
func (tx *Tx) Act(id string) (isnad.Act, error) {
	a, err := tx.act(id)
	if err != nil {
		return a, fmt.Errorf("reading act %q: %w", id, err)
	}
	return a, nil
}

func (c *conn) act(id string) (isnad.Act, error) {
	var n int64
	found, err := c.one("SELECT number FROM acts WHERE id = ?", []any{safe(id)}, &n)
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	if err != nil {
		return isnad.Act{}, err
	}
	acts, err := c.actsNumbered(map[int64]bool{n: true}, nil)
	if err != nil {
		return isnad.Act{}, err
	}
	return acts[0], nil
}

// ActQuery selects acts; every filter that is set must hold.
type ActQuery struct {
	Bears  string // ID of a claim, an incident or a report that they bear on
	Person string
	Kind   isnad.ActKind
	Oldest bool // the oldest first instead of the newest
	Whole  bool // with the claims as the persons saw them
	Page
}

// Acts returns a page of acts.
func (s *Store) Acts(ctx context.Context, q ActQuery) (acts []isnad.Act, next string, err error) {
	err = s.read(ctx, func(c *conn) error {
		acts, next, err = c.listActs(q)
		return err
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing acts: %w", err)
	}
	return acts, next, nil
}

func (c *conn) listActs(q ActQuery) (acts []isnad.Act, next string, err error) {
	var w conditions
	if q.Bears != "" {
		w.add("a.number IN (SELECT x.act FROM act_refs x WHERE x.ref = ?)", safe(q.Bears))
	}
	if q.Person != "" {
		w.add("a.person = ?", safe(q.Person))
	}
	if q.Kind != "" {
		w.add("a.kind = ?", safe(string(q.Kind)))
	}
	order, name, than := "DESC", "acts newest", "<"
	if q.Oldest {
		order, name, than = "ASC", "acts oldest", ">"
	}
	if k, ok, err := q.cursor(name, 1); err != nil {
		return nil, "", err
	} else if ok {
		w.add("a.number "+than+" ?", k.Keys[0])
	}
	limit := q.limit()
	err = c.each(func(row *sql.Rows) error {
		a, err := scanAct(row)
		acts = append(acts, a)
		return err
	}, "SELECT a.doc FROM acts a WHERE "+w.String()+" ORDER BY a.number "+order+" LIMIT ?", append(w.args, limit+1)...)
	if err != nil {
		return nil, "", err
	}
	if len(acts) > limit {
		acts = acts[:limit]
		next = cursor{Order: name, Keys: []int64{acts[limit-1].Number}}.String()
	}
	if q.Whole {
		numbers := map[int64]bool{}
		for i := range acts {
			numbers[acts[i].Number] = true
		}
		whole, err := c.actsNumbered(numbers, nil)
		if err != nil {
			return nil, "", err
		}
		if acts = whole; !q.Oldest {
			slices.Reverse(acts)
		}
		return acts, next, nil
	}
	return acts, next, c.blotActs(acts)
}

// Verdict is a decided_incidents row: what people made of an incident.
type Verdict struct {
	GoesTo string // Incident ID it was merged into at last, "" for none
	Doc    string // of package review
}

// PutMembers replaces what acts say of these claims and incidents: pins by Claim
// ID, verdicts by Incident ID. Those that are not given any more are forgotten.
func (tx *Tx) PutMembers(claims, incidents []string, pins map[string]string, verdicts map[string]Verdict) error {
	err := in(claims, func(list string, args []any) error {
		_, err := tx.exec("DELETE FROM pins WHERE claim IN "+list, args...)
		return err
	})
	if err == nil {
		err = in(incidents, func(list string, args []any) error {
			_, err := tx.exec("DELETE FROM decided_incidents WHERE id IN "+list, args...)
			return err
		})
	}
	var rows, said [][]any
	for c, i := range pins {
		rows = append(rows, []any{c, i})
	}
	for id, v := range verdicts {
		said = append(said, []any{id, v.GoesTo, v.Doc})
	}
	if err == nil {
		err = tx.insert("INSERT INTO pins (claim, incident)", rows, "")
	}
	if err == nil {
		err = tx.insert("INSERT INTO decided_incidents (id, goes_to, doc)", said, "")
	}
	if err != nil {
		return fmt.Errorf("recording what people decided about incidents: %w", err)
	}
	return nil
}

// Pins returns the incident of each claim that people assigned to one, of these
// claims and of all claims assigned to these incidents.
func (tx *Tx) Pins(claims, incidents []string) (map[string]string, error) {
	out, err := tx.pins(claims, incidents)
	if err != nil {
		return nil, fmt.Errorf("reading which incidents people assigned: %w", err)
	}
	return out, nil
}

func (c *conn) pins(claims, incidents []string) (map[string]string, error) {
	out := map[string]string{}
	read := func(column string) func(list string, args []any) error {
		return func(list string, args []any) error {
			return c.each(func(row *sql.Rows) error {
				var claim, incident string
				err := row.Scan(&claim, &incident)
				out[claim] = incident
				return err
			}, "SELECT claim, incident FROM pins WHERE "+column+" IN "+list, args...)
		}
	}
	err := in(claims, read("claim"))
	if err == nil {
		err = in(incidents, read("incident"))
	}
	return out, err
}

// Verdicts returns what people made of these incidents.
func (tx *Tx) Verdicts(incidents []string) (map[string]Verdict, error) {
	out, err := tx.verdicts(incidents)
	if err != nil {
		return nil, fmt.Errorf("reading what people said of incidents: %w", err)
	}
	return out, nil
}

func (c *conn) verdicts(incidents []string) (map[string]Verdict, error) {
	out := map[string]Verdict{}
	err := in(incidents, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var id string
			var v Verdict
			err := row.Scan(&id, &v.GoesTo, &v.Doc)
			out[id] = v
			return err
		}, "SELECT id, goes_to, doc FROM decided_incidents WHERE id IN "+list, args...)
	})
	return out, err
}

// IncidentNames returns which of the IDs are taken: by an incident that is there,
// or by one that people spoke of.
func (tx *Tx) IncidentNames(ids []string) (map[string]bool, error) {
	out := map[string]bool{}
	err := in(ids, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var id string
			err := row.Scan(&id)
			out[id] = true
			return err
		}, "SELECT id FROM incidents WHERE id IN "+list+" UNION SELECT id FROM decided_incidents WHERE id IN "+list+" UNION SELECT incident FROM pins WHERE incident IN "+list,
			append(append(slices.Clone(args), args...), args...)...)
	})
	if err != nil {
		return nil, fmt.Errorf("looking which incidents there are: %w", err)
	}
	return out, nil
}

// Redirect returns the ID that an incident has now: another one where people
// merged it, id itself otherwise.
func (s *Store) Redirect(ctx context.Context, id string) (string, error) {
	to := ""
	err := s.read(ctx, func(c *conn) error {
		_, err := c.one("SELECT goes_to FROM decided_incidents WHERE id = ?", []any{safe(id)}, &to)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("looking where incident %q went: %w", id, err)
	}
	if to == "" {
		return id, nil
	}
	return to, nil
}

// Present returns the present versions of reports.
func (tx *Tx) Present(reports []string) (map[ReportRef]bool, error) {
	out := map[ReportRef]bool{}
	err := in(reports, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var r ReportRef
			err := row.Scan(&r.ID, &r.Version)
			out[r] = true
			return err
		}, "SELECT id, version FROM reports WHERE id IN "+list, args...)
	})
	if err != nil {
		return nil, fmt.Errorf("reading which versions are present: %w", err)
	}
	return out, nil
}

// Incident is as Store.Incident within the transaction.
func (tx *Tx) Incident(id string) (i isnad.Incident, err error) {
	if err := tx.settle(); err != nil {
		return i, err
	}
	found := false
	err = tx.each(func(row *sql.Rows) error {
		found = true
		i, err = scanIncident(row)
		return err
	}, "SELECT doc FROM incidents WHERE id = ?", safe(id))
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	if err != nil {
		return i, fmt.Errorf("reading incident %q: %w", id, err)
	}
	return i, nil
}

// IncidentsOf returns the incidents that present claims are in.
func (tx *Tx) IncidentsOf(claims []string) ([]string, error) {
	var out []string
	err := in(claims, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var id string
			err := row.Scan(&id)
			out = append(out, id)
			return err
		}, "SELECT DISTINCT incident FROM claims WHERE present = 1 AND incident <> '' AND id IN "+list, args...)
	})
	if err != nil {
		return nil, fmt.Errorf("reading the incidents of claims: %w", err)
	}
	return out, nil
}
