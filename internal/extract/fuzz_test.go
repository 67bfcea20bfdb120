package extract

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"isnad"
)

// seeds gives the inputs of the cases with one of the endings to a fuzz target.
func seeds(f *testing.F, endings ...string) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, a := range txtar.Parse(raw).Files {
			for _, e := range endings {
				if a.Name == "input."+e {
					f.Add(string(a.Data))
				}
			}
		}
	}
}

// sound checks what must hold of every report, whatever it was read out of.
func sound(t *testing.T, res Result) {
	t.Helper()
	ids := map[string]bool{}
	for i := range res.Reports {
		r := &res.Reports[i]
		if r.ID != isnad.MakeID('r', r.Key) || r.Key == "" || r.Source == "" || r.Reader != Version {
			t.Fatalf("report without identity: %+v", r)
		}
		if r.Bytes == nil && ids[r.ID] && len(res.Reports) > 1 && !strings.HasPrefix(r.Key, "feed") && !strings.HasPrefix(r.Key, "http") {
			t.Fatalf("two reports of a page share the key %q", r.Key)
		}
		ids[r.ID] = true
		for _, s := range append([]string{r.Title, r.Text, r.Agency, r.Submitter, r.Terms, r.Source, r.Dateline.Place, r.Dateline.Words}, append(r.Bylines, r.Notes...)...) {
			if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
				t.Fatalf("not clean: %q", s)
			}
		}
		if r.Bytes == nil && (strings.Contains(r.Text, "\n\n\n") || strings.TrimSpace(r.Text) != r.Text) {
			t.Fatalf("paragraphs are not parted by one empty line: %q", r.Text)
		}
		for _, l := range r.Links {
			if (l.Lat == nil) != (l.Lon == nil) {
				t.Fatalf("half a point: %+v", l)
			}
			if l.Lat != nil && (*l.Lat < -90 || *l.Lat > 90 || *l.Lon < -180 || *l.Lon > 180 || *l.Lat != *l.Lat) {
				t.Fatalf("a point outside the earth: %+v", l)
			}
			if !strings.HasPrefix(l.URL, "http") && !strings.HasPrefix(l.URL, "geo:") && !strings.HasPrefix(strings.ToLower(l.URL), "http") && !strings.HasPrefix(strings.ToLower(l.URL), "geo:") {
				t.Fatalf("link with another scheme: %q", l.URL)
			}
		}
		if len(r.Links) > maxLinks {
			t.Fatalf("%d links", len(r.Links))
		}
		for _, c := range Cites(r) {
			if c.From != r.ID || c.Basis != isnad.CitationDeclared || c.ToName == "" && c.ToURL == "" {
				t.Fatalf("unsound citation: %+v", c)
			}
			for _, p := range c.Passages {
				if p.Of(r.Text) != c.ToName {
					t.Fatalf("passage %+v is %q, not %q", p, p.Of(r.Text), c.ToName)
				}
			}
		}
	}
}

func fuzzForm(f *testing.F, file, mediaType string) {
	f.Fuzz(func(t *testing.T, in string) {
		c := &isnad.Capture{ID: "c0", Address: "file:" + file, Place: "place", MediaType: mediaType}
		res, err := Read(context.Background(), c, strings.NewReader(in), 0, 0)
		if err == nil && len(res.Reports) == 0 {
			t.Fatal("neither reports nor an error")
		}
		sound(t, res)
	})
}

func FuzzText(f *testing.F) {
	seeds(f, "txt")
	fuzzForm(f, "x.txt", "text/plain")
}

func FuzzMarkdown(f *testing.F) {
	seeds(f, "md", "txt")
	fuzzForm(f, "x.md", "text/markdown")
}

func FuzzHTML(f *testing.F) {
	seeds(f, "html")
	fuzzForm(f, "x.html", "text/html")
}

func FuzzFeed(f *testing.F) {
	seeds(f, "xml", "json")
	f.Fuzz(func(t *testing.T, in string) {
		res, err := readFeed(context.Background(), &isnad.Capture{Address: "https://x.example/feed", Place: "p"}, []byte(in))
		if err == nil {
			sound(t, res)
		}
	})
}

func FuzzJSONL(f *testing.F) {
	seeds(f, "jsonl")
	f.Fuzz(func(t *testing.T, in string) {
		res, err := readLines(context.Background(), &isnad.Capture{Address: "stdin:", Place: "p"}, strings.NewReader(in), 0, 3)
		if err == nil {
			sound(t, res)
		}
	})
}

func FuzzSniff(f *testing.F) {
	seeds(f, "txt", "md", "html", "xml", "json", "jsonl")
	f.Add("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x0b")
	f.Fuzz(func(t *testing.T, in string) {
		switch form := Sniff("", "x", []byte(in)); form {
		case FormText, FormMarkdown, FormHTML, FormFeed, FormJSONL, FormNinjs, FormWARC:
		case FormUnknown:
			if describe([]byte(in)) == "" {
				t.Fatal("unknown without a description")
			}
		default:
			t.Fatalf("form %q", form)
		}
	})
}

func FuzzLinks(f *testing.F) {
	for _, s := range []string{"http://wikimapia.org/#lang=en&lat=35.5&lon=-38.2&z=9&m=bclick to open", "see https://www.google.com/maps/@1,2,3z.", "geo:48.2,16.3;crs=wgs84", "https://yandex.com/maps/?ll=39.01%2C35.95&z=12"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, l := range textLinks(s) {
			if l.start < at || l.end > len(s) || l.end <= l.start || s[l.start:l.end] != l.url {
				t.Fatalf("%+v in %q", l, s)
			}
			at = l.end
			if m, ok := makeLink(nil, l.url, "", ""); ok && m.Lat != nil && (*m.Lat < -90 || *m.Lat > 90 || *m.Lon < -180 || *m.Lon > 180) {
				t.Fatalf("%+v", m)
			}
		}
	})
}

// Documents of ninjs and pages with citation blocks: whatever they hold, what is read is sound.
func FuzzNinjs(f *testing.F) {
	seeds(f, "json")
	f.Fuzz(func(t *testing.T, s string) {
		c := &isnad.Capture{ID: "c0", Place: "place", Address: "file:a.json"}
		if !strings.Contains(s, `"ninjs"`) {
			s = `{"standard":{"name":"ninjs"},"descriptions":[{"role":"citation","value":` + s + `}]}`
		}
		res, err := readNinjs(context.Background(), c, []byte(s))
		if err != nil {
			return
		}
		for i := range res.Reports {
			r := &res.Reports[i]
			if r.ID != isnad.MakeID('r', r.Key) || !utf8.ValidString(r.Text) || strings.ContainsRune(r.Text, 0) {
				t.Fatalf("%+v", r)
			}
		}
	})
}

func FuzzCopy(f *testing.F) {
	seeds(f, "html", "txt", "md")
	f.Fuzz(func(t *testing.T, s string) {
		for _, ending := range []string{"html", "txt", "md"} {
			c := &isnad.Capture{ID: "c0", Place: "place", Address: "file:a." + ending}
			doc := s + "\n\nCitation (isnad citation block 1)\nTitle: " + s + "\nText: 9 characters without white space, SHA-256 " + strings.Repeat("0", 64) + "\nEnd of citation\n"
			res, err := Read(context.Background(), c, strings.NewReader(doc), 0, 0)
			if err != nil {
				continue
			}
			for i := range res.Reports {
				r := &res.Reports[i]
				if r.ID != isnad.MakeID('r', r.Key) || !utf8.ValidString(r.Text) || strings.ContainsRune(r.Text, 0) {
					t.Fatalf("%+v", r)
				}
			}
		}
	})
}
