package trace

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what is found into testdata")

// desk traces one report after the other as a keeper of texts would.
type desk struct {
	index   Index
	tracer  Tracer
	finding Finding
	words   [][]Word
	texts   []string
}

func (d *desk) report(t testing.TB, source uint32, day int32, text string) []Link {
	t.Helper()
	words := AppendWords(nil, text)
	marks := AppendMarks(nil, words)
	e := Entry{Doc: uint32(len(d.words)), Source: source, Day: day}
	d.index.Look(&d.finding, marks, source, day)
	links := d.tracer.Trace(Report{e, words, marks}, &d.finding, func(c Candidate) []Word { return d.words[c.Doc] })
	if err := d.index.Add(e, AppendSketch(nil, marks)); err != nil {
		t.Fatal(err)
	}
	d.words, d.texts = append(d.words, words), append(d.texts, text)
	return links
}

// The cases in testdata show each kind of copy and of trap: reports with source
// and day, in order of arrival, and the links that are wanted.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var d desk
			var got strings.Builder
			sources := map[string]uint32{}
			for _, f := range a.Files[:len(a.Files)-1] {
				n, rest, _ := strings.Cut(f.Name, " ")
				at := strings.LastIndexByte(rest, ' ')
				day, err := time.Parse(time.DateOnly, rest[at+1:])
				if err != nil {
					t.Fatal(err)
				}
				source := rest[:at]
				if sources[source] == 0 {
					sources[source] = uint32(len(sources) + 1)
				}
				text := strings.TrimSuffix(string(f.Data), "\n")
				for _, l := range d.report(t, sources[source], int32(day.Unix()/86400), text) {
					fmt.Fprintf(&got, "%s %s %d share %.2f\n", n, l.Kind, l.Original.Doc+1, l.Share)
					for _, p := range l.Passages {
						fmt.Fprintf(&got, "  %s\n  = %s\n", ends(p.Copy.Of(text)), ends(p.Original.Of(d.texts[l.Original.Doc])))
					}
				}
			}
			want := &a.Files[len(a.Files)-1]
			if *update {
				want.Data = []byte(got.String())
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got.String() != string(want.Data) {
				t.Errorf("got\n%swant\n%s", got.String(), want.Data)
			}
		})
	}
}

// ends shows the beginning and the end of a passage.
func ends(s string) string {
	if r := []rune(s); len(r) > 60 {
		return fmt.Sprintf("%q … %q", string(r[:28]), string(r[len(r)-28:]))
	}
	return fmt.Sprintf("%q", s)
}
