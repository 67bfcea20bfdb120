package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"isnad"
)

// PutOffer records an offer as it stands; a new one, without a number, gets one.
// It is to be called after LockOffers.
func (tx *Tx) PutOffer(o *isnad.Offer) error {
	err := checkID(o.ID)
	if err == nil && o.Number == 0 {
		_, err = tx.one("SELECT coalesce(max(number), 0) + 1 FROM offers", nil, &o.Number)
	}
	var doc []byte
	if err == nil {
		doc, err = json.Marshal(o)
	}
	if err == nil {
		err = tx.insert("INSERT INTO offers (number, id, state, person, decided, blotted, doc, sum)",
			[][]any{{o.Number, o.ID, string(o.State), short(o.Person), micros(o.Decided), micros(o.Blotted), string(doc), rowSum(string(doc))}},
			`ON CONFLICT (number) DO UPDATE SET state = excluded.state, decided = excluded.decided, blotted = excluded.blotted, person = excluded.person,
			doc = excluded.doc, sum = excluded.sum`)
	}
	if err != nil {
		return fmt.Errorf("recording offer %s: %w", o.ID, err)
	}
	return nil
}

// LockOffers keeps every other process from changing offers until the transaction ends.
func (tx *Tx) LockOffers() error {
	if err := tx.e.lock(&tx.conn, "offers", false); err != nil {
		return fmt.Errorf("waiting for the offers: %w", err)
	}
	return nil
}

func scanOffer(row *sql.Rows) (o isnad.Offer, err error) {
	var doc string
	if err := row.Scan(&doc); err != nil {
		return o, err
	}
	if err := json.Unmarshal([]byte(doc), &o); err != nil {
		return o, fmt.Errorf("reading an offer: %w", err)
	}
	return o, nil
}

func (c *conn) offer(id string) (o isnad.Offer, err error) {
	found := false
	err = c.each(func(row *sql.Rows) error {
		found = true
		o, err = scanOffer(row)
		return err
	}, "SELECT doc FROM offers WHERE id = ?", safe(id))
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	if err != nil {
		return o, fmt.Errorf("reading offer %q: %w", id, err)
	}
	return o, nil
}

// Offer returns one offer.
func (tx *Tx) Offer(id string) (isnad.Offer, error) { return tx.offer(id) }

// Offer returns one offer.
func (s *Store) Offer(ctx context.Context, id string) (o isnad.Offer, err error) {
	err = s.read(ctx, func(c *conn) error {
		o, err = c.offer(id)
		return err
	})
	return o, err
}

// OfferQuery selects offers; every filter that is set must hold.
type OfferQuery struct {
	State  isnad.OfferState
	Person string
	Oldest bool // the oldest first instead of the newest
	Page
}

// Offers returns a page of offers.
func (s *Store) Offers(ctx context.Context, q OfferQuery) (list []isnad.Offer, next string, err error) {
	var w conditions
	if q.State != "" {
		w.add("f.state = ?", safe(string(q.State)))
	}
	if q.Person != "" {
		w.add("f.person = ?", safe(q.Person))
	}
	order, than, name := "DESC", "<", "offers newest"
	if q.Oldest {
		order, than, name = "ASC", ">", "offers oldest"
	}
	k, ok, err := q.cursor(name, 1)
	if err != nil {
		return nil, "", fmt.Errorf("listing offers: %w", err)
	}
	if ok {
		w.add("f.number "+than+" ?", k.Keys[0])
	}
	limit := q.limit()
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			o, err := scanOffer(row)
			list = append(list, o)
			return err
		}, "SELECT f.doc FROM offers f WHERE "+w.String()+" ORDER BY f.number "+order+" LIMIT ?", append(w.args, limit+1)...)
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing offers: %w", err)
	}
	if len(list) > limit {
		list = list[:limit]
		next = cursor{Order: name, Keys: []int64{list[limit-1].Number}}.String()
	}
	return list, next, nil
}

// CountOffers returns how many offers are in a state.
func (s *Store) CountOffers(ctx context.Context, state isnad.OfferState) (n int, err error) {
	err = s.read(ctx, func(c *conn) error {
		_, err := c.one("SELECT count(*) FROM offers WHERE state = ?", []any{string(state)}, &n)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("counting offers: %w", err)
	}
	return n, nil
}

// Offerers returns the IDs of the people at the desk who handed in what was taken
// in as one of the captures, as far as that is still known.
func (s *Store) Offerers(ctx context.Context, captures []string) (people []string, err error) {
	err = s.read(ctx, func(c *conn) error {
		for _, id := range captures {
			err := c.each(func(row *sql.Rows) error {
				var person string
				err := row.Scan(&person)
				people = append(people, person)
				return err
			}, "SELECT person FROM offers WHERE person <> '' AND state = ? AND doc LIKE ? LIMIT 100", string(isnad.OfferAccepted), `%"capture":"`+safe(id)+`"%`)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("looking for who handed a report in: %w", err)
	}
	return people, nil
}

// OldOffers returns the IDs of offers that were decided before a time and still
// say who handed them in, at most [MostOld].
func (s *Store) OldOffers(ctx context.Context, before time.Time) (ids []string, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var id string
			err := row.Scan(&id)
			ids = append(ids, id)
			return err
		}, "SELECT id FROM offers WHERE blotted = 0 AND decided > 0 AND decided < ? ORDER BY number LIMIT ?", micros(before), MostOld)
	})
	if err != nil {
		return nil, fmt.Errorf("looking for old offers: %w", err)
	}
	return ids, nil
}

// offers holds offers against their sums.
func (k checker) offers() error {
	next := int64(1)
	return k.each(func(row *sql.Rows) error {
		var number int64
		var id, state, doc, sum string
		if err := row.Scan(&number, &id, &state, &doc, &sum); err != nil {
			return err
		}
		var o isnad.Offer
		if err := json.Unmarshal([]byte(doc), &o); err != nil {
			k.faultf("offer %s cannot be read: %v", id, err)
			return nil
		}
		if rowSum(doc) != sum || o.ID != id || o.Number != number || string(o.State) != state {
			k.faultf("offer %s is not as it was written: its checksum does not match", id)
		}
		if number != next {
			k.faultf("offers from number %d to %d are missing", next, number-1)
		}
		next = number + 1
		return nil
	}, "SELECT number, id, state, doc, sum FROM offers ORDER BY number")
}
