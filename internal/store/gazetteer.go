package store

import (
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"

	"isnad"
)

// The places that an archive added to the gazetteer. Processes hold them in memory
// and look at the version of their origin before each step.

// GazetteerVersions is how often the added places of each origin have changed.
type GazetteerVersions struct {
	Imported, OfPeople int64
}

// GazetteerVersions returns the present versions; both are 0 where nothing was added.
func (s *Store) GazetteerVersions(ctx context.Context) (v GazetteerVersions, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var origin string
			var n int64
			err := row.Scan(&origin, &n)
			if origin == string(isnad.PlaceImported) {
				v.Imported = n
			} else {
				v.OfPeople = n
			}
			return err
		}, "SELECT origin, version FROM gazetteer")
	})
	if err != nil {
		return v, fmt.Errorf("looking at the gazetteer's versions: %w", err)
	}
	return v, nil
}

// AddedPlaces calls fn for every added place of an origin, withdrawn ones too, in
// the order they were added.
func (s *Store) AddedPlaces(ctx context.Context, origin isnad.PlaceOrigin, fn func(isnad.AddedPlace)) error {
	err := s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			p, err := scanAdded(row)
			if err == nil {
				fn(p)
			}
			return err
		}, "SELECT doc FROM added_places WHERE origin = ? ORDER BY seq", string(origin))
	})
	if err != nil {
		return fmt.Errorf("reading the added places: %w", err)
	}
	return nil
}

func scanAdded(row *sql.Rows, more ...any) (isnad.AddedPlace, error) {
	var p isnad.AddedPlace
	var doc string
	if err := row.Scan(append([]any{&doc}, more...)...); err != nil {
		return p, err
	}
	if err := json.Unmarshal([]byte(doc), &p); err != nil {
		return p, fmt.Errorf("reading an added place: %w", err)
	}
	return p, nil
}

// AddedPlace returns one added place.
func (s *Store) AddedPlace(ctx context.Context, id string) (p isnad.AddedPlace, err error) {
	err = s.read(ctx, func(c *conn) error { p, err = c.addedPlace(id); return err })
	if err != nil {
		return p, fmt.Errorf("reading added place %q: %w", id, err)
	}
	return p, nil
}

// AddedPlace is that of the Store, within a transaction.
func (tx *Tx) AddedPlace(id string) (isnad.AddedPlace, error) {
	p, err := tx.addedPlace(id)
	if err != nil {
		return p, fmt.Errorf("reading added place %q: %w", id, err)
	}
	return p, nil
}

func (c *conn) addedPlace(id string) (p isnad.AddedPlace, err error) {
	found := false
	err = c.each(func(row *sql.Rows) error {
		found = true
		p, err = scanAdded(row)
		return err
	}, "SELECT doc FROM added_places WHERE id = ?", safe(id))
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	return p, err
}

// LockGazetteer keeps every other process from adding places until the transaction ends.
func (tx *Tx) LockGazetteer() error {
	if err := tx.e.lock(&tx.conn, "gazetteer", false); err != nil {
		return fmt.Errorf("waiting for the gazetteer: %w", err)
	}
	return nil
}

// PutAddedPlaces records places and tells how many were not there and how many
// were there otherwise; what is there already is not written. An imported place
// that was withdrawn stays so. It is to be called after LockGazetteer; until
// BumpGazetteer other processes go on with what they hold.
func (tx *Tx) PutAddedPlaces(places []isnad.AddedPlace) (fresh, other int, err error) {
	docs := map[string]string{}
	ids := make([]string, 0, len(places))
	for i := range places {
		p := &places[i]
		if err := checkID(p.ID); err != nil {
			return 0, 0, fmt.Errorf("adding a place: %w", err)
		}
		doc, err := json.Marshal(p)
		if err != nil {
			return 0, 0, fmt.Errorf("adding place %s: %w", p.ID, err)
		}
		if _, twice := docs[p.ID]; !twice {
			ids = append(ids, p.ID)
		}
		docs[p.ID] = string(doc)
	}
	had := map[string]string{}
	var last int64
	if _, err = tx.one("SELECT coalesce(max(seq), 0) FROM added_places", nil, &last); err != nil {
		return 0, 0, fmt.Errorf("adding places: %w", err)
	}
	err = in(ids, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var id, doc string
			err := row.Scan(&id, &doc)
			had[id] = doc
			return err
		}, "SELECT id, doc FROM added_places WHERE id IN "+list, args...)
	})
	if err != nil {
		return 0, 0, fmt.Errorf("adding places: %w", err)
	}
	at := map[string]int{}
	for i := range places {
		at[places[i].ID] = i // of two in one call the last counts
	}
	var rows [][]any
	for _, id := range ids {
		p, doc := &places[at[id]], docs[id]
		was, there := had[id]
		switch {
		case was == doc:
			continue
		case there:
			other++
		default:
			fresh++
		}
		last++
		rows = append(rows, []any{id, last, short(string(p.Origin)), short(p.Country), bit(p.Withdrawn), tx.foldedPlace(p), doc, rowSum(doc)})
	}
	err = tx.insert("INSERT INTO added_places (id, seq, origin, country, withdrawn, folded, doc, sum)", rows,
		`ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, country = excluded.country, withdrawn = excluded.withdrawn,
		folded = excluded.folded, doc = excluded.doc, sum = excluded.sum`)
	if err != nil {
		return 0, 0, fmt.Errorf("adding places: %w", err)
	}
	return fresh, other, nil
}

func (tx *Tx) foldedPlace(p *isnad.AddedPlace) string {
	n := nameRow{name: p.Name, names: p.Names}
	return n.folded(tx.stemmer())
}

// BumpGazetteer tells every process that the added places of an origin have changed.
func (tx *Tx) BumpGazetteer(origin isnad.PlaceOrigin) error {
	if _, err := tx.exec("INSERT INTO gazetteer (origin, version) VALUES (?, 1) ON CONFLICT (origin) DO UPDATE SET version = gazetteer.version + 1", string(origin)); err != nil {
		return fmt.Errorf("counting a change of the gazetteer: %w", err)
	}
	return nil
}

// PutPlaceAct records what somebody did to the gazetteer and returns it with its
// number. It is to be called after LockGazetteer.
func (tx *Tx) PutPlaceAct(a isnad.PlaceAct) (isnad.PlaceAct, error) {
	if _, err := tx.one("SELECT coalesce(max(number), 0) + 1 FROM place_acts", nil, &a.Number); err != nil {
		return a, fmt.Errorf("numbering an act on the gazetteer: %w", err)
	}
	a.Reason, a.Name = clean(a.Reason), clean(a.Name)
	doc, err := json.Marshal(a)
	if err == nil {
		_, err = tx.exec("INSERT INTO place_acts (number, place, doc, sum) VALUES (?,?,?,?)", a.Number, short(a.Place), string(doc), rowSum(string(doc)))
	}
	if err != nil {
		return a, fmt.Errorf("recording an act on the gazetteer: %w", err)
	}
	return a, nil
}

// PlaceActs returns what was done to the gazetteer, the last first; about one
// place where its ID is given.
func (s *Store) PlaceActs(ctx context.Context, place string, p Page) (acts []isnad.PlaceAct, next string, err error) {
	var w conditions
	if place != "" {
		w.add("place = ?", safe(place))
	}
	k, ok, err := p.cursor("place acts", 1)
	if err != nil {
		return nil, "", err
	}
	if ok {
		w.add("number < ?", k.Keys[0])
	}
	where := ""
	if len(w.args) > 0 {
		where = " WHERE " + w.String()
	}
	limit := p.limit()
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var doc string
			if err := row.Scan(&doc); err != nil {
				return err
			}
			var a isnad.PlaceAct
			err := json.Unmarshal([]byte(doc), &a)
			acts = append(acts, a)
			return err
		}, "SELECT doc FROM place_acts"+where+" ORDER BY number DESC LIMIT ?", append(w.args, limit+1)...)
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing acts on the gazetteer: %w", err)
	}
	if len(acts) > limit {
		acts = acts[:limit]
		next = cursor{Order: "place acts", Keys: []int64{acts[limit-1].Number}}.String()
	}
	return acts, next, nil
}

// AddedPlaceQuery selects added places.
type AddedPlaceQuery struct {
	Words  string            // of their names; empty for all
	Origin isnad.PlaceOrigin // empty for all
	Page
}

// ListAddedPlaces returns added places, those added last first.
func (s *Store) ListAddedPlaces(ctx context.Context, q AddedPlaceQuery) (places []isnad.AddedPlace, next string, err error) {
	var w conditions
	w.add("seq > ?", 0)
	if q.Origin != "" {
		w.add("origin = ?", string(q.Origin))
	}
	if strings.TrimSpace(q.Words) != "" {
		folded := strings.Fields(newStemmer().foldText(cut(q.Words, maxQueryRunes)))
		if len(folded) == 0 {
			return nil, "", nil
		}
		for _, f := range folded[:min(len(folded), maxQueryTerms)] {
			// Folded words hold letters and digits only: nothing in them is a wildcard.
			w.add("folded LIKE ?", "%"+f+"%")
		}
	}
	k, ok, err := q.cursor("added places", 1)
	if err != nil {
		return nil, "", err
	}
	if ok {
		w.add("seq < ?", k.Keys[0])
	}
	limit := q.limit()
	var at []int64
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var seq int64
			p, err := scanAdded(row, &seq)
			places, at = append(places, p), append(at, seq)
			return err
		}, "SELECT doc, seq FROM added_places WHERE "+w.String()+" ORDER BY seq DESC LIMIT ?", append(w.args, limit+1)...)
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing added places: %w", err)
	}
	if len(places) > limit {
		places = places[:limit]
		next = cursor{Order: "added places", Keys: []int64{at[limit-1]}}.String()
	}
	return places, next, nil
}

// CompiledPlaces returns what PutCompiledPlaces kept of the version by the same
// maker; isnad.ErrNotFound where there is none, or it is damaged.
func (s *Store) CompiledPlaces(ctx context.Context, origin isnad.PlaceOrigin, version int64, maker string) (data []byte, err error) {
	var text, sum string
	err = s.read(ctx, func(c *conn) error {
		found, err := c.one("SELECT data, sum FROM compiled_places WHERE origin = ? AND version = ? AND maker = ?", []any{string(origin), version, maker}, &text, &sum)
		if err == nil && (!found || rowSum(text) != sum) {
			err = isnad.ErrNotFound
		}
		return err
	})
	if err == nil {
		data, err = base64.StdEncoding.DecodeString(text)
	}
	if err != nil {
		return nil, fmt.Errorf("reading compiled places: %w", err)
	}
	return data, nil
}

// PutCompiledPlaces keeps the added places of an origin, of one version, as a maker
// compiled them.
func (s *Store) PutCompiledPlaces(ctx context.Context, origin isnad.PlaceOrigin, version int64, maker string, data []byte) error {
	text := base64.StdEncoding.EncodeToString(data)
	err := s.write(ctx, func(c *conn) error {
		_, err := c.exec(`INSERT INTO compiled_places (origin, version, maker, data, sum) VALUES (?,?,?,?,?) ON CONFLICT (origin) DO UPDATE
			SET version = excluded.version, maker = excluded.maker, data = excluded.data, sum = excluded.sum`, string(origin), version, maker, text, rowSum(text))
		return err
	})
	if err != nil {
		return fmt.Errorf("keeping compiled places: %w", err)
	}
	return nil
}

// gazetteer holds the added places and the acts on them against their sums.
func (k checker) gazetteer() error {
	err := k.each(func(row *sql.Rows) error {
		var id, doc, sum string
		if err := row.Scan(&id, &doc, &sum); err != nil {
			return err
		}
		if rowSum(doc) != sum {
			k.faultf("added place %s is not as it was written: its checksum does not match", id)
		}
		return nil
	}, "SELECT id, doc, sum FROM added_places")
	if err != nil {
		return err
	}
	next := int64(1)
	return k.each(func(row *sql.Rows) error {
		var number int64
		var doc, sum string
		if err := row.Scan(&number, &doc, &sum); err != nil {
			return err
		}
		if rowSum(doc) != sum || number != next {
			k.faultf("act %d on the gazetteer is not as it was written, or one before it is missing", number)
		}
		next = number + 1
		return nil
	}, "SELECT number, doc, sum FROM place_acts ORDER BY number")
}
