package store

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"isnad/internal/isnadtest/schema"
)

// Both engines have the same tables with the same columns, so that the rows of one
// fit into the other. A new table is copied without anybody thinking of it.
func TestDumpIsTheSameOnBothEngines(t *testing.T) {
	shape := func(s *Store) map[string][]string {
		out := map[string][]string{}
		err := s.read(t.Context(), func(c *conn) error {
			tables, err := c.dumped()
			for _, table := range tables {
				var columns []string
				if columns, err = c.columnsOf(table); err != nil {
					return err
				}
				out[table] = slices.Sorted(slices.Values(columns))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	var shapes []map[string][]string
	for _, dsn := range []string{t.TempDir() + "/isnad.db", schema.New(t)} {
		s, err := Open(t.Context(), dsn)
		if err != nil {
			t.Fatal(err)
		}
		shapes = append(shapes, shape(s))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(shapes[0], shapes[1]); d != "" || len(shapes[0]) < 40 {
		t.Errorf("%d tables; SQLite and PostgreSQL differ: %s", len(shapes[0]), d)
	}
	for _, secret := range []string{"sessions", "ceremonies", "invitations"} {
		if shapes[0][secret] != nil {
			t.Errorf("table %s is copied: who was let in would be let in again", secret)
		}
	}
}

// Values come back as they were, whatever they hold.
func TestDumpedValues(t *testing.T) {
	want := []any{nil, int64(0), int64(-1 << 62), 36.0, 0.1, 1e300, "", "a\"b\n\u2028<é\x00", "\xff\xfe", []byte{0, 255}, []byte{}}
	var line bytes.Buffer
	if err := writeRow(&line, want); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(line.String(), "\n") {
		t.Errorf("more than a line: %q", &line)
	}
	got, err := readRow(line.Bytes())
	if err != nil || !cmp.Equal(got, want) {
		t.Errorf("%v: %s", err, cmp.Diff(want, got))
	}
	for _, bad := range []string{`{}`, `[`, `[true]`, `[[1,2]]`, `[["x","bytes"]]`, `[["eA==","other"]]`, `[99999999999999999999]`, `[{"a":1}]`} {
		if got, err := readRow([]byte(bad)); err == nil {
			t.Errorf("%s is read as %v", bad, got)
		}
	}
}
