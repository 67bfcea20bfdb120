package extract

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"isnad"
)

var update = flag.Bool("update", false, "write what is read into the want files of testdata/cases")

// TestCases reads every case of testdata/cases. A case holds the comment that says
// what it protects, the bytes (input.txt, .md, .html, .xml, .json, .jsonl), what is known of the
// capture ("capture", optional) and what must be read ("want").
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 40 {
		t.Fatalf("only %d cases in testdata/cases", len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c := &isnad.Capture{ID: "c0", Place: "place"}
			var input, want []byte
			wantAt := -1
			for i, f := range a.Files {
				switch {
				case f.Name == "want":
					want, wantAt = f.Data, i
				case f.Name == "capture":
					setCapture(t, c, string(f.Data))
				case strings.HasPrefix(f.Name, "input."):
					input = f.Data
					if c.Address == "" {
						c.Address = "file:" + f.Name
					}
				}
			}
			res, err := Read(context.Background(), c, bytes.NewReader(input), 0, 0)
			got := show(res, err)
			if *update {
				if wantAt < 0 {
					a.Files = append(a.Files, txtar.File{Name: "want"})
					wantAt = len(a.Files) - 1
				}
				a.Files[wantAt].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(want), got); d != "" {
				t.Errorf("%s(-want +got):\n%s", a.Comment, d)
			}
		})
	}
}

func setCapture(t *testing.T, c *isnad.Capture, s string) {
	t.Helper()
	for line := range strings.Lines(s) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "address":
			c.Address, c.Place = value, value
		case "type":
			c.MediaType = value
		case "source":
			c.Source = value
		case "published":
			d, err := isnad.ParseDay(value)
			if err != nil {
				t.Fatal(err)
			}
			c.Published = d
		default:
			t.Fatalf("unknown field %q of the capture", key)
		}
	}
}

// show prints what was read, leaving out what is empty.
func show(res Result, err error) string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, value)
		}
	}
	if err != nil {
		line("error", err.Error())
	}
	for i, r := range res.Reports {
		fmt.Fprintf(&b, "== report %d\n", i+1)
		line("title", r.Title)
		line("source", r.Source)
		line("bylines", strings.Join(r.Bylines, " | "))
		line("agency", r.Agency)
		line("place", r.Dateline.Place)
		line("date", r.Dateline.Date.String())
		line("words", r.Dateline.Words)
		if !r.Published.IsZero() {
			line("published", r.Published.Format("2006-01-02 15:04"))
		}
		if !r.Changed.IsZero() {
			line("changed", r.Changed.Format("2006-01-02 15:04"))
		}
		line("language", r.Language)
		line("submitter", r.Submitter)
		line("terms", r.Terms)
		for _, n := range r.Notes {
			line("note", n)
		}
		line("canonical", r.Canonical)
		line("key", strings.ReplaceAll(r.Key, "\x00", " "))
		for _, l := range r.Links {
			s := l.Rel + " " + l.URL
			if l.Lat != nil && l.Lon != nil {
				s += fmt.Sprintf(" (%v, %v)", *l.Lat, *l.Lon)
			}
			if l.Text != "" {
				s += " " + fmt.Sprintf("%q", l.Text)
			}
			line("link", strings.TrimSpace(s))
		}
		for _, m := range r.Media {
			line("media", strings.TrimSpace(m.Kind+" "+m.URL+" "+m.Caption))
		}
		for _, d := range r.Doubts {
			line("doubt", d)
		}
		if r.Bytes != nil {
			line("bytes", fmt.Sprintf("%d+%d", r.Bytes.Offset, r.Bytes.Length))
		}
		for p := range strings.SplitSeq(r.Text, "\n\n") {
			line("|", p)
		}
	}
	for _, n := range res.Notes {
		line("not read", n)
	}
	return b.String()
}
