package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Purge makes the files of the database forget rows that were deleted: until then
// their bytes may still lie in free space, in the search index or in the
// write-ahead log. It writes the whole database anew, and others that write wait.
// What a server of PostgreSQL keeps elsewhere (its own log, copies) is beyond it.
func (s *Store) Purge(ctx context.Context) error {
	if err := s.e.purge(ctx, s); err != nil {
		return fmt.Errorf("making the database forget: %w", s.e.explain(err))
	}
	return nil
}

// purge merges the search indexes, in which deleted words stay until then, writes
// the file anew without free space, and empties the write-ahead log.
func (sqliteEngine) purge(ctx context.Context, s *Store) (err error) {
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	run := func(q string) error {
		_, err := conn.ExecContext(ctx, q)
		return err
	}
	for _, table := range []string{"report_words", "incident_words"} {
		if err := run("INSERT INTO " + table + " (" + table + ") VALUES ('optimize')"); err != nil {
			return fmt.Errorf("merging %s: %w", table, err)
		}
	}
	// The copy may be larger than the memory.
	err = run("PRAGMA temp_store = FILE")
	if err == nil {
		err = run("VACUUM")
	}
	if err = errors.Join(err, run("PRAGMA temp_store = MEMORY")); err != nil {
		return fmt.Errorf("writing the file anew: %w", err)
	}
	for try := range 40 {
		var busy, frames, done int
		if err := conn.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &done); err != nil {
			return fmt.Errorf("emptying the write-ahead log: %w", err)
		}
		if busy == 0 {
			return nil
		}
		select { // somebody reads what was before
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(50*(try+1)) * time.Millisecond):
		}
	}
	return errors.New("emptying the write-ahead log: somebody has been reading the database for too long")
}

// purge writes every table anew.
func (p postgres) purge(ctx context.Context, s *Store) error {
	rows, err := s.writer.QueryContext(ctx, "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
	if err != nil {
		return err
	}
	defer rows.Close()
	var tables []string
	for rows.Next() {
		var t string
		if err := rows.Scan(&t); err != nil {
			return err
		}
		tables = append(tables, t)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, t := range tables {
		if _, err := s.writer.ExecContext(ctx, `VACUUM (FULL) "`+strings.ReplaceAll(t, `"`, `""`)+`"`); err != nil {
			return fmt.Errorf("writing table %s anew: %w", t, err)
		}
	}
	return nil
}
