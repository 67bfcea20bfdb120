package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"isnad"
)

const (
	noDay     = -1_000_000 // stands for an unknown day
	wideDays  = 14         // periods longer than this are looked for apart
	widestDay = 400        // no period counts as longer when incidents are looked for
)

// dayNumber counts days from 1970-01-01.
func dayNumber(d isnad.Day) int64 {
	if d.IsZero() {
		return noDay
	}
	return d.Time().Unix() / 86400
}

func dayOf(n int64) isnad.Day {
	if n == noDay {
		return isnad.Day{}
	}
	d, _ := isnad.NewDay(1970, 1, 1)
	return d.AddDays(int(n))
}

// PutIncident records an incident and puts its claims into it; an incident
// without claims is deleted. A claim that the incident held and no longer names
// belongs to none, unless another incident took it.
func (tx *Tx) PutIncident(i isnad.Incident) error {
	if err := tx.putIncident(i); err != nil {
		return fmt.Errorf("recording incident %s: %w", i.ID, err)
	}
	return nil
}

func (tx *Tx) putIncident(i isnad.Incident) error {
	if err := checkID(i.ID); err != nil {
		return err
	}
	if err := tx.moveClaims(i.ID, i.Claims); err != nil {
		return err
	}
	if len(i.Claims) == 0 {
		return tx.dropIncident(i.ID)
	}
	doc, err := json.Marshal(i)
	if err != nil {
		return err
	}
	from, to := dayNumber(i.When.From), dayNumber(i.When.To)
	if to < from {
		to = from
	}
	var seq int64
	_, err = tx.one(`INSERT INTO incidents (id, event, day_from, day_to, wide, country, province, lat, lon, status, grading,
			killed_known, killed_low, killed_high, injured_low, injured_high, injured_known, doc, sum)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET event = excluded.event, day_from = excluded.day_from, day_to = excluded.day_to, wide = excluded.wide,
			country = excluded.country, province = excluded.province, lat = excluded.lat, lon = excluded.lon, status = excluded.status,
			grading = excluded.grading, killed_known = excluded.killed_known, killed_low = excluded.killed_low, killed_high = excluded.killed_high,
			injured_low = excluded.injured_low, injured_high = excluded.injured_high,
			injured_known = excluded.injured_known, doc = excluded.doc, sum = excluded.sum
		RETURNING seq`,
		[]any{i.ID, short(string(i.Event)), from, to, bit(to-from > wideDays), short(i.Place.Country), short(i.Place.Province), nullable(i.Place.Lat), nullable(i.Place.Lon),
			short(string(i.Status)), short(string(i.Grading)), bit(i.Killed.Known), int64(i.Killed.Low), int64(i.Killed.High), int64(i.Injured.Low), int64(i.Injured.High), bit(i.Injured.Known),
			string(doc), rowSum(string(doc))}, &seq)
	if err != nil {
		return err
	}
	if err := tx.putIncidentRefs(seq, &i); err != nil {
		return err
	}
	words, err := tx.incidentWords(&i)
	if err != nil {
		return err
	}
	return tx.e.putWords(&tx.conn, "incident_words", []wordsRow{{seq, words}})
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func nullable(f *float64) any {
	if f == nil {
		return nil
	}
	return *f
}

// moveClaims makes exactly these claims belong to the incident.
func (tx *Tx) moveClaims(incident string, claims []string) error {
	want := map[string]bool{}
	for _, id := range claims {
		want[id] = true
	}
	var lost []string
	err := tx.each(func(row *sql.Rows) error {
		var id string
		if err := row.Scan(&id); err != nil {
			return err
		}
		if want[id] {
			delete(want, id)
		} else {
			lost = append(lost, id)
		}
		return nil
	}, "SELECT id FROM claims WHERE incident = ?", incident)
	if err != nil {
		return err
	}
	set := func(ids []string, to string) error {
		return in(ids, func(list string, args []any) error {
			n, err := tx.exec("UPDATE claims SET incident = ? WHERE present = 1 AND id IN "+list, append([]any{to}, args...)...)
			if err == nil && n != int64(len(args)) {
				err = fmt.Errorf("%d of its claims are not there or not present: %w", int64(len(args))-n, isnad.ErrNotFound)
			}
			return err
		})
	}
	if err := set(lost, ""); err != nil {
		return err
	}
	gained := make([]string, 0, len(want))
	for id := range want {
		gained = append(gained, id)
	}
	slices.Sort(gained)
	return set(gained, incident)
}

func (tx *Tx) dropIncident(id string) error {
	var seq int64
	found, err := tx.one("SELECT seq FROM incidents WHERE id = ?", []any{id}, &seq)
	if err != nil || !found {
		return err
	}
	if _, err := tx.exec("DELETE FROM incident_refs WHERE incident = ?", seq); err != nil {
		return err
	}
	if err := tx.e.dropWords(&tx.conn, "incident_words", []int64{seq}); err != nil {
		return err
	}
	_, err = tx.exec("DELETE FROM incidents WHERE seq = ?", seq)
	return err
}

func incidentRefs(i *isnad.Incident) [][2]string {
	var out [][2]string
	add := func(class, ref string) {
		if r := [2]string{class, short(ref)}; ref != "" && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	for _, p := range placeRefs(i.Place) {
		add(classPlace, p)
	}
	for _, a := range i.Actors {
		add(classParty, a.ID)
	}
	for _, s := range i.BySource {
		add(classSource, s.Source)
		for _, o := range s.Outlets {
			add(classSource, o)
		}
	}
	return out
}

func (tx *Tx) putIncidentRefs(seq int64, i *isnad.Incident) error {
	want := incidentRefs(i)
	var gone [][2]string
	err := tx.each(func(row *sql.Rows) error {
		var r [2]string
		if err := row.Scan(&r[0], &r[1]); err != nil {
			return err
		}
		if k := slices.Index(want, r); k >= 0 {
			want = slices.Delete(want, k, k+1)
		} else {
			gone = append(gone, r)
		}
		return nil
	}, "SELECT class, ref FROM incident_refs WHERE incident = ?", seq)
	if err != nil {
		return err
	}
	for _, r := range gone {
		if _, err := tx.exec("DELETE FROM incident_refs WHERE class = ? AND ref = ? AND incident = ?", r[0], r[1], seq); err != nil {
			return err
		}
	}
	rows := make([][]any, len(want))
	for k, r := range want {
		rows[k] = []any{r[0], r[1], seq}
	}
	return tx.insert("INSERT INTO incident_refs (class, ref, incident)", rows, "ON CONFLICT (class, ref, incident) DO NOTHING")
}

const maxIndexedQuotes = 40 // of one incident; more say the same

// incidentWords gathers what an incident is found by: its title, the names of its
// place and parties in every script, and the quotes of its claims.
func (c *Tx) incidentWords(i *isnad.Incident) (indexWords, error) {
	var body []string
	body = append(body, i.Place.Name, i.Place.At)
	body = append(body, i.Place.Within...)
	for _, a := range i.Actors {
		body = append(body, a.Name)
	}
	for _, r := range incidentRefs(i) {
		if r[0] == classSource {
			continue
		}
		names, err := c.namesOf(r[0], r[1])
		if err != nil {
			return indexWords{}, err
		}
		body = append(body, names)
	}
	ids := slices.Sorted(slices.Values(i.Claims))
	err := in(ids[:min(len(ids), maxIndexedQuotes)], func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var doc string
			if err := row.Scan(&doc); err != nil {
				return err
			}
			var q struct {
				Quote string `json:"quote"`
			}
			err := json.Unmarshal([]byte(doc), &q)
			body = append(body, q.Quote)
			return err
		}, "SELECT doc FROM claims WHERE id IN "+list+" ORDER BY id", args...)
	})
	return c.stemmer().index(i.Title, strings.Join(body, "\n")), err
}

// Block is where to look for incidents; see reconcile.Block.
type Block struct {
	From, To                       isnad.Day
	Country                        string
	MinLat, MaxLat, MinLon, MaxLon float64
	Province                       string
	Events                         []isnad.Event
}

func (b *Block) boxed() bool {
	return b.MinLat != 0 || b.MaxLat != 0 || b.MinLon != 0 || b.MaxLon != 0
}

// where returns the condition for incidents of one width class. An incident known
// less closely than the block asks (no coordinates, no province, no country)
// meets it: only the caller can tell whether they may be the same.
func (b *Block) where(wide int) (string, []any) {
	w := []string{"wide = ?"}
	args := []any{wide}
	if b.Country != "" {
		w = append(w, "country IN (?, '')")
		args = append(args, b.Country)
	}
	if !b.From.IsZero() {
		from, to := dayNumber(b.From), dayNumber(b.To)
		back := int64(wideDays)
		if wide == 1 {
			back = widestDay
		}
		w = append(w, "day_from BETWEEN ? AND ?", "day_to >= ?")
		args = append(args, from-back, max(from, to), from)
	}
	switch {
	case b.boxed():
		w = append(w, "(lat IS NULL OR (lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?))")
		args = append(args, b.MinLat, b.MaxLat, b.MinLon, b.MaxLon)
		if b.Province != "" {
			w = append(w, "(lat IS NOT NULL OR province IN (?, ''))")
			args = append(args, b.Province)
		}
	case b.Province != "":
		w = append(w, "province IN (?, '')")
		args = append(args, b.Province)
	}
	if len(b.Events) > 0 {
		w = append(w, "event IN (?"+strings.Repeat(",?", len(b.Events)-1)+")")
		for _, e := range b.Events {
			args = append(args, string(e))
		}
	}
	return strings.Join(w, " AND "), args
}

// ClaimsAround returns the present claims of every incident that meets one of the
// blocks, in the order they were recorded.
func (tx *Tx) ClaimsAround(blocks []Block) ([]isnad.Claim, error) {
	ids := map[string]bool{}
	for k := range blocks {
		for wide := range 2 {
			where, args := blocks[k].where(wide)
			err := tx.each(func(row *sql.Rows) error {
				var id string
				err := row.Scan(&id)
				ids[id] = true
				return err
			}, "SELECT id FROM incidents WHERE "+where, args...)
			if err != nil {
				return nil, fmt.Errorf("looking for incidents around: %w", err)
			}
		}
	}
	list := make([]string, 0, len(ids))
	for id := range ids {
		list = append(list, id)
	}
	var g claimSet
	if err := tx.claimsOfIncidents(&g, list); err != nil {
		return nil, fmt.Errorf("reading the claims of incidents around: %w", err)
	}
	return g.sorted(), nil
}
