// Package store is the database: SQLite or PostgreSQL.
//
// # The life of a capture here
//
// [Store.AddCapture] writes the capture and the first step in one transaction.
// [Store.Work] hands the step to the pipeline as a [Job]. The pipeline computes,
// then calls [Job.Complete] once: whatever it writes through the [Tx], the steps
// it queues and the end of the job stand together or not at all. So a process may
// be killed at any point: the step is done again by whoever is there, and nothing
// is seen twice.
//
// # Two engines, one text of SQL
//
// All statements are written in the subset that SQLite and PostgreSQL share, with
// ? for parameters. The type engine holds what differs; sqlite.go and postgres.go
// are its two forms. Tables come from the numbered files in migrations/. A row
// keeps the JSON of the whole thing, and in columns what is filtered or sorted by.
// Values from outside are always parameters, never part of a statement.
//
// SQLite has one connection that writes, whose transactions take the write lock
// when they begin, and a pool that reads. It runs with a write-ahead log and
// synchronous=FULL: a transaction that has returned is on the disk, so neither
// kill -9 nor a power cut loses it.
//
// # Search
//
// Words are cut, folded and stemmed here, in Go, for English and Arabic in one
// text, and both engines index the same words. See words.go.
//
// # What outlives Clear
//
// Captures, notes on unpacking, and the numbers of versions (table readings).
// IDs are made from content by the other rooms, so that a report read again has
// the address it had.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"

	"isnad"
)

// Store keeps captures, reports, claims, incidents and the steps still to do. It
// is safe for concurrent use, by several processes too.
type Store struct {
	e       engine
	writer  *sql.DB
	readers *sql.DB

	mu      sync.Mutex
	waiting map[chan struct{}]bool // Work loops to wake when steps were queued
}

// ErrQuery is returned, wrapped, where a query cannot be understood: an After that
// did not come from the same list, a unit of time or an order that is not known.
var ErrQuery = errors.New("query not understood")

// Open opens the database: a path for SQLite, a postgres:// URL for PostgreSQL,
// and brings its tables up to date. The URL may name a schema with search_path.
func Open(ctx context.Context, dsn string) (*Store, error) { return open(ctx, dsn, 0) }

// open brings the tables to a level; 0 for the last one.
func open(ctx context.Context, dsn string, level int64) (*Store, error) {
	open := openSQLite
	if strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://") {
		open = openPostgres
	}
	s, err := open(ctx, dsn)
	if err != nil {
		return nil, err
	}
	s.waiting = map[chan struct{}]bool{}
	if err := s.migrate(ctx, level); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Close ends all connections.
func (s *Store) Close() error {
	err := s.writer.Close()
	if s.readers != s.writer {
		err = errors.Join(err, s.readers.Close())
	}
	if err != nil {
		return fmt.Errorf("closing the database: %w", err)
	}
	return nil
}

// Tx is an open transaction.
type Tx struct {
	conn
	stage  string // kind of the job it completes, "" for none
	queued bool   // steps were added: wake who waits for them
	stem   *stemmer
	safety safetyOf
	spoken map[string]string // class and ref → names, for the search index of incidents

	expected  []ReportRef // what PutClaims will be called for
	stands    map[ReportRef]*standing
	writes    claimWrites
	incidents incidentWrites
	entries   []isnad.Entry // for the log
}

func (tx *Tx) stemmer() *stemmer {
	if tx.stem == nil {
		tx.stem = newStemmer()
	}
	return tx.stem
}

// Begin runs fn in one transaction: all that it wrote stands when Begin returns
// nil, and nothing otherwise. fn must write through tx only: on SQLite another
// transaction that writes would wait for this one for ever.
func (s *Store) Begin(ctx context.Context, fn func(tx *Tx) error) error {
	return s.begin(ctx, &Step{}, fn)
}

func (s *Store) begin(ctx context.Context, step *Step, fn func(tx *Tx) error) error {
	var queued bool
	err := s.write(ctx, func(c *conn) error {
		tx := &Tx{conn: *c, stage: string(step.Kind)}
		if step.Kind == StepAttribute {
			tx.expected = step.Reports
		}
		err := fn(tx)
		queued = tx.queued
		if err == nil {
			err = tx.settle()
		}
		if err == nil {
			err = tx.flushEntries()
		}
		return err
	})
	if err == nil && queued {
		s.wake()
	}
	return err
}

// LockIncidents keeps every other process from changing incidents until the
// transaction ends. On SQLite the transaction holds the write lock anyway.
func (tx *Tx) LockIncidents() error {
	if err := tx.e.lock(&tx.conn, "incidents", false); err != nil {
		return fmt.Errorf("waiting for the incidents: %w", err)
	}
	return nil
}
