package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"isnad"
)

// PutSources, PutPlaces and PutParties record names that claims and reports speak of; known ones are replaced.
func (tx *Tx) PutSources(x []isnad.Source) error {
	return putNames(tx, classSource, x, func(s isnad.Source) nameRow {
		return nameRow{s.ID, s.ID, s.Name, string(s.Kind), "", s.Names}
	})
}

func (tx *Tx) PutPlaces(x []isnad.Place) error {
	return putNames(tx, classPlace, x, func(p isnad.Place) nameRow {
		ref := p.ID
		if p.Kind == isnad.KindCountry && p.Country != "" {
			ref = countryRef(p.Country)
		}
		return nameRow{p.ID, ref, p.Name, string(p.Kind), p.Country, p.Names}
	})
}

func (tx *Tx) PutParties(x []isnad.Party) error {
	return putNames(tx, classParty, x, func(p isnad.Party) nameRow {
		return nameRow{p.ID, p.ID, p.Name, p.Kind, p.Country, p.Names}
	})
}

type nameRow struct {
	id, ref, name, kind, country string
	names                        []isnad.Name
}

// folded is all names in folded form, one a line, for narrowing lists.
func (n *nameRow) folded(s *stemmer) string {
	lines := []string{s.foldText(n.name)}
	for _, x := range n.names {
		if f := s.foldText(x.Text); !slices.Contains(lines, f) {
			lines = append(lines, f)
		}
	}
	return "\n" + strings.Join(lines, "\n") + "\n"
}

// foldText folds every word of a text and parts them by single spaces.
func (s *stemmer) foldText(text string) string {
	var words []string
	cutWords(text, func(_, _ int, word string) bool {
		if exact, _ := s.forms(word); exact != "" {
			words = append(words, exact)
		}
		return len(words) < 64
	})
	return strings.Join(words, " ")
}

// putNames writes only what is new or differs: most are the same again and again,
// and rows that are not written are not waited for by other processes.
func putNames[T any](tx *Tx, class string, things []T, row func(T) nameRow) error {
	tx.spoken = nil
	docs := map[string]string{}
	rows := map[string]nameRow{}
	var ids []string
	for _, x := range things {
		n := row(x)
		if strings.ContainsRune(n.name, isnad.Blot) {
			continue // a name that was blotted out gets no page
		}
		if err := checkID(n.id); err != nil {
			return fmt.Errorf("recording a %s: %w", class, err)
		}
		doc, err := json.Marshal(x)
		if err != nil {
			return fmt.Errorf("recording %s %s: %w", class, n.id, err)
		}
		if _, twice := docs[n.id]; !twice {
			ids = append(ids, n.id)
		}
		docs[n.id], rows[n.id] = string(doc), n
	}
	slices.Sort(ids) // two processes that write the same names do so in one order
	same := map[string]bool{}
	err := in(ids, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var id, doc string
			err := row.Scan(&id, &doc)
			same[id] = doc == docs[id]
			return err
		}, "SELECT id, doc FROM names WHERE class = ? AND id IN "+list, append([]any{class}, args...)...)
	})
	if err != nil {
		return fmt.Errorf("recording names (%s): %w", class, err)
	}
	var values [][]any
	for _, id := range ids {
		if n := rows[id]; !same[id] {
			values = append(values, []any{class, id, short(n.ref), clean(n.name), short(n.kind), short(n.country), n.folded(tx.stemmer()), docs[id]})
		}
	}
	err = tx.insert("INSERT INTO names (class, id, ref, name, kind, country, folded, doc)", values,
		`ON CONFLICT (class, id) DO UPDATE SET ref = excluded.ref, name = excluded.name, kind = excluded.kind,
		country = excluded.country, folded = excluded.folded, doc = excluded.doc`)
	if err != nil {
		return fmt.Errorf("recording names (%s): %w", class, err)
	}
	return nil
}

// namesOf returns all names of a place or party, folded; empty when it was never recorded.
func (tx *Tx) namesOf(class, ref string) (string, error) {
	key := class + "\x00" + ref
	if n, ok := tx.spoken[key]; ok {
		return n, nil
	}
	if tx.spoken == nil {
		tx.spoken = map[string]string{}
	}
	var n string
	if _, err := tx.one("SELECT folded FROM names WHERE class = ? AND ref = ? ORDER BY seq", []any{class, ref}, &n); err != nil {
		return "", err
	}
	tx.spoken[key] = n
	return n, nil
}

func named[T any](ctx context.Context, s *Store, class, id string) (T, error) {
	var x T
	err := s.read(ctx, func(c *conn) error {
		var doc string
		found, err := c.one("SELECT doc FROM names WHERE class = ? AND id = ?", []any{class, id}, &doc)
		if err == nil && !found {
			err = isnad.ErrNotFound
		}
		if err == nil {
			err = json.Unmarshal([]byte(doc), &x)
		}
		return err
	})
	if err != nil {
		return x, fmt.Errorf("reading %s %q: %w", class, id, err)
	}
	return x, nil
}

// Source returns one source.
func (s *Store) Source(ctx context.Context, id string) (isnad.Source, error) {
	return named[isnad.Source](ctx, s, classSource, id)
}

// Place returns one place: one that a claim speaks of, or one that was added here.
func (s *Store) Place(ctx context.Context, id string) (isnad.Place, error) {
	p, err := named[isnad.Place](ctx, s, classPlace, id)
	if !errors.Is(err, isnad.ErrNotFound) {
		return p, err
	}
	if added, err := s.AddedPlace(ctx, id); !errors.Is(err, isnad.ErrNotFound) {
		return added.Place, err
	}
	return p, err
}

// Party returns one party.
func (s *Store) Party(ctx context.Context, id string) (isnad.Party, error) {
	return named[isnad.Party](ctx, s, classParty, id)
}
