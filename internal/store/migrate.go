package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrateWith brings the tables up to date, or to a level where it is not 0. other is the engine whose files are left out.
func migrateWith(ctx context.Context, db *sql.DB, dialect goose.Dialect, other string, level int64) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return fmt.Errorf("reading the migrations: %w", err)
	}
	theirs, err := fs.Glob(files, "*_"+other+".sql")
	if err != nil {
		return fmt.Errorf("reading the migrations: %w", err)
	}
	p, err := goose.NewProvider(dialect, db, files, goose.WithExcludeNames(theirs), goose.WithDisableGlobalRegistry(true),
		goose.WithAllowOutofOrder(true)) // a number left out by one branch may come after a later one
	if err != nil {
		return fmt.Errorf("reading the migrations: %w", err)
	}
	if level == 0 {
		_, err = p.Up(ctx)
	} else {
		_, err = p.UpTo(ctx, level)
	}
	if err != nil {
		return fmt.Errorf("bringing the tables up to date: %w", err)
	}
	return nil
}

// migrate brings the tables up to date. Two processes may open a new database at
// the same time; the engine makes one wait for the other.
func (s *Store) migrate(ctx context.Context, level int64) error {
	switch s.e.(type) {
	case postgres:
		return migratePostgres(ctx, s.writer, level)
	default:
		return migrateSQLite(ctx, s.writer, level)
	}
}
