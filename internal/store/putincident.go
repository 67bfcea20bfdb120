package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"isnad"
)

// Incidents, like claims, are written together: see putclaims.go.

// incidentWrites are incidents that wait for settle, each as it was put last.
type incidentWrites struct {
	order []string
	byID  map[string]*isnad.Incident
}

// PutIncident records an incident and puts its claims into it; an incident
// without claims is deleted. A claim that the incident held and no longer names
// belongs to none, unless another incident took it.
func (tx *Tx) PutIncident(i isnad.Incident) error {
	if err := checkID(i.ID); err != nil {
		return fmt.Errorf("recording an incident: %w", err)
	}
	if tx.incidents.byID == nil {
		tx.incidents.byID = map[string]*isnad.Incident{}
	}
	if tx.incidents.byID[i.ID] == nil {
		tx.incidents.order = append(tx.incidents.order, i.ID)
	}
	tx.incidents.byID[i.ID] = &i
	if len(tx.incidents.order) >= 500 {
		return tx.settle()
	}
	return nil
}

// settle writes what PutClaims and PutIncident have gathered.
func (tx *Tx) settle() error {
	writes, incidents := tx.writes, tx.incidents
	tx.writes, tx.incidents = claimWrites{}, incidentWrites{}
	tx.stands = nil // it may be of claims that now change
	if err := writes.write(&tx.conn); err != nil {
		return fmt.Errorf("recording claims: %w", err)
	}
	if len(incidents.order) == 0 {
		return nil
	}
	if err := tx.writeIncidents(&incidents); err != nil {
		return fmt.Errorf("recording incidents: %w", err)
	}
	return nil
}

func (tx *Tx) writeIncidents(w *incidentWrites) error {
	if err := tx.moveClaims(w); err != nil {
		return err
	}
	var kept []*isnad.Incident
	var gone []string
	var rows [][]any
	for _, id := range w.order {
		i := w.byID[id]
		if len(i.Claims) == 0 {
			gone = append(gone, id)
			continue
		}
		row, err := incidentRow(i)
		if err != nil {
			return err
		}
		kept, rows = append(kept, i), append(rows, row)
	}
	if err := tx.dropIncidents(gone); err != nil {
		return err
	}
	err := tx.insert(`INSERT INTO incidents (id, event, day_from, day_to, wide, country, province, lat, lon, status, grading,
			killed_known, killed_low, killed_high, injured_known, injured_low, injured_high, review, open, paired, harm, apart, origins, doc, sum)`, rows,
		`ON CONFLICT (id) DO UPDATE SET event = excluded.event, day_from = excluded.day_from, day_to = excluded.day_to, wide = excluded.wide,
			country = excluded.country, province = excluded.province, lat = excluded.lat, lon = excluded.lon, status = excluded.status,
			grading = excluded.grading, killed_known = excluded.killed_known, killed_low = excluded.killed_low, killed_high = excluded.killed_high,
			injured_known = excluded.injured_known, injured_low = excluded.injured_low, injured_high = excluded.injured_high,
			review = excluded.review, open = excluded.open, paired = excluded.paired, harm = excluded.harm, apart = excluded.apart,
			origins = excluded.origins, doc = excluded.doc, sum = excluded.sum`)
	if err != nil {
		return err
	}
	seqs, err := tx.incidentSeqs(kept)
	if err != nil {
		return err
	}
	if err := tx.putIncidentRefs(kept, seqs); err != nil {
		return err
	}
	words, err := tx.incidentWords(kept, seqs)
	if err != nil {
		return err
	}
	return tx.e.putWords(&tx.conn, "incident_words", words)
}

func incidentRow(i *isnad.Incident) ([]any, error) {
	doc, err := json.Marshal(i)
	if err != nil {
		return nil, fmt.Errorf("incident %s: %w", i.ID, err)
	}
	from, to := dayNumber(i.When.From), dayNumber(i.When.To)
	to = max(from, to)
	row := []any{
		i.ID, short(string(i.Event)), from, to, bit(to-from > wideDays), short(i.Place.Country), short(i.Place.Province),
		nullable(i.Place.Lat), nullable(i.Place.Lon), short(string(i.Status)), short(string(i.Grading)),
		bit(i.Killed.Known), figure(i.Killed.Low), figure(i.Killed.High), bit(i.Injured.Known), figure(i.Injured.Low), figure(i.Injured.High),
	}
	return append(append(row, queueRow(i)...), string(doc), rowSum(string(doc))), nil
}

// figure bounds a number of people, so that sums over many incidents cannot overflow.
func figure(n int) int64 { return int64(max(0, min(n, 1_000_000_000))) }

// moveClaims makes exactly the claims that each incident names belong to it.
func (tx *Tx) moveClaims(w *incidentWrites) error {
	want := map[string]string{} // claim → incident
	for _, id := range w.order {
		for _, c := range w.byID[id].Claims {
			want[c] = id
		}
	}
	move := map[string]string{}
	err := in(w.order, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var id, incident string
			if err := row.Scan(&id, &incident); err != nil {
				return err
			}
			if want[id] == incident {
				delete(want, id)
			} else if want[id] == "" {
				move[id] = ""
			}
			return nil
		}, "SELECT id, incident FROM claims WHERE incident IN "+list, args...)
	})
	if err != nil {
		return err
	}
	for id, incident := range want {
		move[id] = incident
	}
	ids := make([]string, 0, len(move))
	for id := range move {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	if tx.e.prepares() { // a statement is cheap here, a long CASE is not
		for _, id := range ids {
			n, err := tx.exec("UPDATE claims SET incident = ? WHERE present = 1 AND id = ?", move[id], id)
			if err != nil {
				return err
			}
			if n == 0 {
				return fmt.Errorf("claim %s is not there or not of a present version: %w", id, isnad.ErrNotFound)
			}
		}
		return nil
	}
	return in(ids, func(list string, args []any) error {
		cases := make([]any, 0, 3*len(args))
		for _, id := range args {
			cases = append(cases, id, move[id.(string)])
		}
		n, err := tx.exec("UPDATE claims SET incident = CASE id"+strings.Repeat(" WHEN ? THEN ?", len(args))+" END WHERE present = 1 AND id IN "+list, append(cases, args...)...)
		if err == nil && n != int64(len(args)) {
			err = fmt.Errorf("%d of their claims are not there or not of a present version: %w", int64(len(args))-n, isnad.ErrNotFound)
		}
		return err
	})
}

func (tx *Tx) dropIncidents(ids []string) error {
	return in(ids, func(list string, args []any) error {
		var seqs []int64
		err := tx.each(func(row *sql.Rows) error {
			var seq int64
			err := row.Scan(&seq)
			seqs = append(seqs, seq)
			return err
		}, "SELECT seq FROM incidents WHERE id IN "+list, args...)
		if err != nil || len(seqs) == 0 {
			return err
		}
		if err := tx.e.dropWords(&tx.conn, "incident_words", seqs); err != nil {
			return err
		}
		if _, err := tx.exec("DELETE FROM incident_refs WHERE incident IN (SELECT seq FROM incidents WHERE id IN "+list+")", args...); err != nil {
			return err
		}
		_, err = tx.exec("DELETE FROM incidents WHERE id IN "+list, args...)
		return err
	})
}

func (tx *Tx) incidentSeqs(incidents []*isnad.Incident) (map[string]int64, error) {
	ids := make([]string, len(incidents))
	for k, i := range incidents {
		ids[k] = i.ID
	}
	seqs := map[string]int64{}
	err := in(ids, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var id string
			var seq int64
			err := row.Scan(&id, &seq)
			seqs[id] = seq
			return err
		}, "SELECT id, seq FROM incidents WHERE id IN "+list, args...)
	})
	return seqs, err
}

func (tx *Tx) putIncidentRefs(incidents []*isnad.Incident, seqs map[string]int64) error {
	type ref struct {
		class, ref string
		incident   int64
	}
	want := map[ref]bool{}
	var order []ref
	var numbers []int64
	for _, i := range incidents {
		numbers = append(numbers, seqs[i.ID])
		for _, r := range incidentRefs(i) {
			x := ref{r[0], r[1], seqs[i.ID]}
			want[x] = true
			order = append(order, x)
		}
	}
	var gone []ref
	err := in(numbers, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var r ref
			err := row.Scan(&r.class, &r.ref, &r.incident)
			if want[r] {
				want[r] = false // stands already
			} else {
				gone = append(gone, r)
			}
			return err
		}, "SELECT class, ref, incident FROM incident_refs WHERE incident IN "+list, args...)
	})
	if err != nil {
		return err
	}
	for _, r := range gone {
		if _, err := tx.exec("DELETE FROM incident_refs WHERE class = ? AND ref = ? AND incident = ?", r.class, r.ref, r.incident); err != nil {
			return err
		}
	}
	var rows [][]any
	for _, r := range order {
		if want[r] {
			rows = append(rows, []any{r.class, r.ref, r.incident})
		}
	}
	return tx.insert("INSERT INTO incident_refs (class, ref, incident)", rows, "")
}

const maxIndexedQuotes = 40 // of one incident; more say the same

// incidentWords gathers what incidents are found by: the title, the names of
// place and parties in every script, and the quotes of claims.
func (tx *Tx) incidentWords(incidents []*isnad.Incident, seqs map[string]int64) ([]wordsRow, error) {
	var ids []string
	quoted := map[string][]string{}
	for _, i := range incidents {
		claims := slices.Sorted(slices.Values(i.Claims))
		claims = slices.Compact(claims)
		quoted[i.ID] = claims[:min(len(claims), maxIndexedQuotes)]
		ids = append(ids, quoted[i.ID]...)
	}
	quotes := map[string]string{}
	err := in(ids, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var id, quote string
			err := row.Scan(&id, &quote)
			quotes[id] = quote
			return err
		}, "SELECT id, quote FROM claims WHERE present = 1 AND id IN "+list, args...)
	})
	if err != nil {
		return nil, err
	}
	rows := make([]wordsRow, 0, len(incidents))
	for _, i := range incidents {
		body := append([]string{i.Place.Name, i.Place.At}, i.Place.Within...)
		for _, a := range i.Actors {
			body = append(body, a.Name)
		}
		for _, r := range incidentRefs(i) {
			if r[0] == classSource {
				continue
			}
			names, err := tx.namesOf(r[0], r[1])
			if err != nil {
				return nil, err
			}
			body = append(body, names)
		}
		for _, id := range quoted[i.ID] {
			body = append(body, quotes[id])
		}
		rows = append(rows, wordsRow{seqs[i.ID], tx.stemmer().index(i.Title, strings.Join(body, "\n"))})
	}
	return rows, nil
}
