package dossier

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/isnadtest/fixture"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

// house is contents with the keepers behind them.
type house struct {
	Contents
	texts map[string]isnad.Report // by anchor
	bytes map[isnad.Hash][]byte
}

func (h *house) keepers() Keepers {
	return Keepers{
		Report: func(_ context.Context, id string, version int) (isnad.Report, error) {
			r, ok := h.texts[anchor(isnad.Report{ID: id, Version: version})]
			if !ok {
				return r, isnad.ErrNotFound
			}
			return r, nil
		},
		Bytes: func(x isnad.Hash) (io.ReadCloser, error) {
			b, ok := h.bytes[x]
			if !ok {
				return nil, isnad.ErrNotFound
			}
			return io.NopCloser(bytes.NewReader(b)), nil
		},
	}
}

// market is the incident of the fixture that claimants disagree most about.
func market(t testing.TB) *house {
	t.Helper()
	d, err := fixture.World()
	if err != nil {
		t.Fatal(err)
	}
	h := &house{texts: map[string]isnad.Report{}, bytes: map[isnad.Hash][]byte{}}
	h.Incident = d.Incidents[slices.IndexFunc(d.Incidents, func(i isnad.Incident) bool { return i.ID == fixture.ID("market") })]
	tells := map[string]bool{}
	for _, c := range d.Claims {
		if c.Incident == h.ID {
			h.Told = append(h.Told, c)
			tells[c.Report] = true
		}
	}
	h.StatusReason = isnad.Reason{Rule: isnad.RuleSeveralOrigins, Claims: []string{h.Told[0].ID, h.Told[1].ID}}
	h.GradingReason = isnad.Reason{Rule: isnad.RulePerson}
	h.Incident.Roots = []isnad.Root{{Source: h.Told[0].Claimant, Name: "the first"}}
	for n, r := range d.Reports {
		if !tells[r.ID] {
			continue
		}
		h.texts[anchor(r)] = r
		body := []byte(r.Title + "\n\n" + r.Text + "\n") // as the fixture makes them
		h.bytes[r.SHA256] = body
		r.Text = ""
		h.Reports = append(h.Reports, Report{Report: r, Present: true, Tells: true})
		h.Captures = append(h.Captures, Capture{Capture: d.Captures[n]})
		for _, x := range d.Citations {
			if x.From == r.ID {
				h.Citations = append(h.Citations, x)
			}
		}
	}
	h.Sources = d.Sources
	for _, p := range d.Places {
		if p.ID == h.Incident.Place.ID {
			h.Place = p
		}
	}
	h.Told[0].Filled = map[string]isnad.Filled{"weapon": {By: "model orchard-7b", Words: "Jets of the Coastal Air Command"}}
	h.Told[1].Decision = &isnad.Decision{Kind: isnad.ActEditClaim, Slots: []string{"killed", "place"}}
	h.Acts = []isnad.Act{{ID: isnad.MakeID('a', "x"), Number: 1, Time: time.Date(2031, 6, 2, 10, 0, 0, 0, time.UTC), Person: "u1", Name: "Nora", Kind: isnad.ActGradeIncident, About: h.ID, Grading: isnad.GradeFair, Reason: "two hospitals"}}
	return h
}

func (h *house) write(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(t.Context(), &b, &h.Contents, h.keepers(), DefaultMax); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unpack is every file of a dossier by its name, in its folder.
func unpack(t testing.TB, file []byte, folder string) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		name, ok := strings.CutPrefix(f.Name, folder+"/")
		if _, twice := out[name]; !ok || twice {
			t.Errorf("%q lies outside of its folder, or twice in it", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(b)
	}
	return out
}

func TestDossierHoldsAll(t *testing.T) {
	h := market(t)
	if err := Check(t.Context(), &h.Contents, h.keepers(), DefaultMax); err != nil {
		t.Fatal(err)
	}
	files := unpack(t, h.write(t), Name(h.ID))
	want := []string{"README.txt", "SHA256SUMS", "data/acts.jsonl", "data/captures.jsonl", "data/citations.csv", "data/citations.jsonl", "data/claims.csv", "data/claims.jsonl",
		"data/incident.csv", "data/incident.json", "data/reports.csv", "data/reports.jsonl", "data/sources.jsonl", "index.html"}
	for hash := range h.bytes {
		want = append(want, "captures/"+string(hash))
	}
	var got []string
	for name := range files {
		got = append(got, name)
	}
	slices.Sort(want)
	slices.Sort(got)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
	// Every file but the list itself stands in the list with its hash, in order.
	var sums strings.Builder
	for _, name := range got {
		if name != "SHA256SUMS" {
			fmt.Fprintf(&sums, "%s  %s\n", isnad.HashOf([]byte(files[name])), name)
		}
	}
	if files["SHA256SUMS"] != sums.String() {
		t.Errorf("SHA256SUMS:\n%s\nwant\n%s", files["SHA256SUMS"], sums.String())
	}
	for hash, b := range h.bytes {
		if files["captures/"+string(hash)] != string(b) {
			t.Errorf("capture %s is not what was kept", hash)
		}
	}
	// A claim leads to its words without isnad: report, version, span, capture.
	reports := map[string]struct{ Text, SHA256 string }{}
	for line := range strings.Lines(files["data/reports.jsonl"]) {
		var r struct {
			ID, Text, SHA256 string
			Version          int
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		reports[fmt.Sprintf("%s %d", r.ID, r.Version)] = struct{ Text, SHA256 string }{r.Text, r.SHA256}
	}
	claims := 0
	for line := range strings.Lines(files["data/claims.jsonl"]) {
		var c struct {
			Report, Quote string
			Version       int
			Span          isnad.Span
		}
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		claims++
		r := reports[fmt.Sprintf("%s %d", c.Report, c.Version)]
		if c.Span.Of(r.Text) != c.Quote || !strings.Contains(files["captures/"+r.SHA256], c.Quote) {
			t.Errorf("%q does not stand where it says", c.Quote)
		}
	}
	if claims != len(h.Told) || claims < 3 {
		t.Errorf("%d claims", claims)
	}
}

// What the page tells is compared as text, section by section.
func TestPageGolden(t *testing.T) {
	h := market(t)
	n, err := html.Parse(strings.NewReader(unpack(t, h.write(t), Name(h.ID))["index.html"]))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type != html.TextNode || slices.Contains([]string{"style", "title"}, c.Parent.Data) {
			continue
		}
		block := c.Parent
		for block.Parent != nil && slices.Contains([]string{"bdi", "a", "mark", "span", "sup", "time", "code", "b"}, block.Data) && !strings.Contains(attr(block, "class"), "why") {
			block = block.Parent
		}
		if text := strings.Join(strings.Fields(c.Data), " "); text != "" {
			if c.PrevSibling == nil && block == c.Parent {
				b.WriteString("\n")
			}
			b.WriteString(text + " ")
		}
	}
	path := filepath.Join("testdata", "market.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(b.String()+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()+"\n"); d != "" {
		t.Errorf("%s (run with -update to accept):\n%s", path, d)
	}
}

// The same contents give the same bytes, whenever and wherever they are written,
// and captures that hold the same bytes are one file.
func TestDossierIsDeterministic(t *testing.T) {
	a := market(t).write(t)
	b := market(t)
	twin := b.Captures[0]
	twin.ID, twin.Address, twin.Received = isnad.MakeID('c', "twin"), "https://elsewhere.example/", twin.Received.Add(-time.Hour)
	if !bytes.Equal(a, b.write(t)) {
		t.Error("two dossiers of one state differ")
	}
	b.Captures = append(b.Captures, twin)
	b.write(t) // the names in it are told apart by unpack
	if files := unpack(t, b.write(t), Name(b.ID)); strings.Count(files["data/captures.jsonl"], "\n") != len(b.Captures) {
		t.Error("a capture is missing in the list")
	}
}

// What is missing or damaged is named, all of it, and nothing is written for it.
func TestFaultsAreNamed(t *testing.T) {
	h := market(t)
	gone, bad := h.Captures[0], h.Captures[1]
	delete(h.bytes, gone.SHA256)
	h.bytes[bad.SHA256] = append([]byte("x"), h.bytes[bad.SHA256]...)
	err := Check(t.Context(), &h.Contents, h.keepers(), DefaultMax)
	if err == nil || !strings.Contains(err.Error(), gone.ID) || !strings.Contains(err.Error(), bad.ID) || errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("%v", err)
	}
	if err := Write(t.Context(), io.Discard, &h.Contents, h.keepers(), DefaultMax); err == nil {
		t.Error("written all the same")
	}
	h = market(t)
	if err := Check(t.Context(), &h.Contents, h.keepers(), 100); !errors.Is(err, isnad.ErrTooLarge) {
		t.Errorf("captures beyond the limit: %v", err)
	}
	if err := Write(t.Context(), io.Discard, &h.Contents, h.keepers(), 5000); !errors.Is(err, isnad.ErrTooLarge) {
		t.Errorf("files beyond the limit: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Write(ctx, io.Discard, &h.Contents, h.keepers(), DefaultMax); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if err := Write(t.Context(), &full{1000}, &h.Contents, h.keepers(), DefaultMax); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("a full disk: %v", err)
	}
}

type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, os.ErrDeadlineExceeded
	}
	return len(p), nil
}

// No name from outside becomes the name of a file.
func TestNamesAreChecked(t *testing.T) {
	for _, id := range []string{"", "../../etc/passwd", "i1/../../x", "I" + strings.Repeat("a", 20), "i" + strings.Repeat("a", 19) + "/"} {
		h := market(t)
		h.Incident.ID = id
		if err := Check(t.Context(), &h.Contents, h.keepers(), DefaultMax); err == nil {
			t.Errorf("%q was checked", id)
		}
		if err := Write(t.Context(), io.Discard, &h.Contents, h.keepers(), DefaultMax); err == nil {
			t.Errorf("%q was written", id)
		}
	}
	h := market(t)
	h.Captures[0].SHA256 = "../../../x"
	h.bytes["../../../x"] = nil
	if err := Write(t.Context(), io.Discard, &h.Contents, h.keepers(), DefaultMax); err == nil {
		t.Error("a hash that is none was written")
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>` + "\u202Edrowkcab\u2066 {{.}} ]]> --> \x01 &lt; ${1} `x` javascript:alert(3)\r\nSHA256SUMS"

// Hostile text stays text: it makes no element, no attribute, no address that a
// browser would follow or load, no line of the list of hashes.
func TestHostileContents(t *testing.T) {
	h := market(t)
	e := func(s string) string { return s + evil }
	n := 3
	h.Title, h.Maker, h.Asked, h.Country, h.Province = e("t"), e("m"), e("i"), e("c"), e("p")
	h.When.Words = e("w")
	h.Incident.Place.Name, h.Incident.Place.At, h.Incident.Place.Within = e("pl"), e("at"), []string{e("in")}
	h.Incident.Actors = []isnad.Actor{{ID: "p-x", Name: e("a")}}
	h.Incident.Status, h.Incident.Grading, h.Incident.Event = isnad.StrikeStatus(e("s")), isnad.Grading(e("g")), isnad.Event(e("e"))
	h.StatusReason = isnad.Reason{Rule: isnad.RuleDifferentParties, Claims: []string{h.Told[0].ID, e("k")}, Against: []string{h.Told[1].ID}}
	h.Incident.Roots = []isnad.Root{{Name: e("root"), Report: e("r")}}
	h.Incident.ByCategory = []isnad.CategoryFigures{{Category: isnad.Category(e("cat")), Killed: isnad.Bounds{Low: 1, High: 1 << 40, Known: true}}}
	for k := range h.Told {
		c := &h.Told[k]
		c.Actors, c.Attribution, c.Via, c.Weapon, c.Reader = []isnad.Actor{{ID: "p", Name: e("actor")}}, []string{e("by"), e("of")}, []string{e("via")}, e("weapon"), e("reader")
		c.Filled = map[string]isnad.Filled{e("slot"): {By: e("model"), Words: e("words"), Instead: e("instead")}}
		c.Decision = &isnad.Decision{Slots: []string{e("set")}}
		c.Place.Name, c.Quote, c.Killed = e("where"), e("quote"), &isnad.Range{Min: &n}
	}
	h.Told[1].Span = isnad.Span{Start: 1 << 40, End: 1<<40 + 5}
	h.Told[2].Span.InTitle = true
	for k := range h.BySource {
		h.BySource[k].Name = e("source")
	}
	for k := range h.Sources {
		h.Sources[k].Name, h.Sources[k].Kind, h.Sources[k].Terms = e("source"), isnad.SourceKind(e("kind")), e("terms")
	}
	for k := range h.Reports {
		r := &h.Reports[k].Report
		full := h.texts[anchor(*r)]
		full.Title, full.Text, full.Source, full.Bylines, full.Agency, full.Submitter = e("title"), e("First")+"\n\n"+e("Second"), e("outlet"), []string{e("by")}, e("agency"), e("sub")
		full.Language, full.Address, full.Terms, full.Notes, full.Doubts = `ar"><script>`, "javascript:alert(4)//"+evil, e("terms"), []string{e("note")}, []string{e("doubt")}
		full.Dateline.Words, full.Reader = e("dl"), e("reader")
		full.Bytes = &isnad.Bytes{Offset: 1 << 50, Length: 3}
		if k == 1 {
			full.Address = `https://ok.example/"onmouseover=alert(8)`
		}
		h.texts[anchor(full)] = full
		*r = full
		r.Text = ""
		h.Reports[k].Leave.Whose, h.Reports[k].Leave.Licence = e("whose"), e("licence")
	}
	h.Citations = append(h.Citations, isnad.Citation{From: h.Reports[0].ID, Version: h.Reports[0].Version, To: h.Reports[1].ID, ToVer: 1, ToName: e("to"), ToURL: "javascript:alert(9)", Basis: isnad.CitationDetected, Kind: isnad.CiteCopy, Copied: 7, Missing: true,
		Order: isnad.OrderBasis(e("order")), Changes: []isnad.Change{{Kind: isnad.ChangeKind(e("kind")), Was: e("was"), Now: e("now")}}},
		isnad.Citation{From: h.Reports[0].ID, Version: h.Reports[0].Version, To: e("r"), ToName: e("gone"), Basis: isnad.CitationDetected, Kind: isnad.CitationKind(e("kind"))},
		isnad.Citation{From: h.Reports[0].ID, Version: h.Reports[0].Version, ToName: e("link"), ToURL: e("https://x.example/"), Basis: isnad.CitationDeclared, Kind: isnad.CiteLink})
	for k := range h.Captures {
		c := &h.Captures[k]
		c.MediaType, c.Address, c.Final, c.Redirects, c.Headers, c.Source, c.Notes = e("type"), "javascript:alert(5)", e("https://f.example/"), []string{"data:text/html," + evil}, map[string]string{e("name"): e("value")}, e("src"), []string{e("note")}
		c.Container = isnad.Hash(e("warc"))
	}
	h.Acts[0].Name, h.Acts[0].Reason, h.Acts[0].About, h.Acts[0].Kind = e("who"), e("why"), e("about"), isnad.ActKind(e("kind"))
	h.Place.Name = e("place")
	files := unpack(t, h.write(t), Name(h.ID))
	ours := regexp.MustCompile(`^(README\.txt|SHA256SUMS|index\.html|data/[a-z]+\.(jsonl?|csv)|captures/[0-9a-f]{64})$`)
	for name := range files {
		if !ours.MatchString(name) {
			t.Errorf("a file %q", name)
		}
	}
	if got := strings.Count(files["SHA256SUMS"], "\n"); got != len(files)-1 {
		t.Errorf("%d lines for %d files", got, len(files))
	}
	if strings.Contains(files["README.txt"], "\nSHA256SUMS\"") || strings.ContainsRune(files["README.txt"], '\u202E') {
		t.Error("the title turns or breaks a line of README.txt")
	}
	body := files["index.html"]
	if strings.Contains(body, "ZgotmplZ") || len(body) > 400_000 {
		t.Errorf("an address had to be blotted out, or %d bytes", len(body))
	}
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	inert(t, root)
}

// inert holds a page to what it promises: no script, nothing loaded, no link but
// within the page and to the web, text that cannot turn what stands around it.
func inert(t *testing.T, root *html.Node) {
	t.Helper()
	seen := map[string]bool{}
	for c := range root.Descendants() {
		if c.Type == html.TextNode && strings.ContainsAny(c.Data, "\u202E\u2066") {
			isolated := false
			for up := c.Parent; up != nil; up = up.Parent {
				isolated = isolated || slices.Contains([]string{"bdi", "p", "td", "th", "h3", "li", "mark"}, up.Data) || attr(up, "dir") != ""
			}
			if !isolated {
				t.Errorf("%.60q can turn the text around it", c.Data)
			}
		}
		if c.Type != html.ElementNode {
			continue
		}
		switch c.Data {
		case "script", "img", "iframe", "object", "embed", "link", "base", "form", "audio", "video", "source", "image", "use":
			t.Errorf("an element %s", c.Data)
		}
		for _, a := range c.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "src", a.Key == "srcset", a.Key == "background":
				t.Errorf("an attribute %s of %s", a.Key, c.Data)
			case a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://"):
				t.Errorf("a link to %.60q", a.Val)
			case a.Key == "lang" && a.Val != "en" && a.Val != "ar":
				t.Errorf("lang=%q", a.Val)
			case a.Key == "id":
				if seen[a.Val] {
					t.Errorf("two elements are called %q", a.Val)
				}
				seen[a.Val] = true
			}
		}
	}
	for c := range root.Descendants() {
		if to, ok := strings.CutPrefix(attr(c, "href"), "#"); ok && !seen[to] && !strings.Contains(to, "%") && !strings.ContainsAny(to, "<>") {
			t.Errorf("a link to #%s, which is nowhere", to)
		}
	}
}

// The text stands on the page as it is, whatever passages are marked in it, and
// what is marked as a claim's are the characters of its span.
func TestMarkedKeepsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.StringOfN(rapid.SampledFrom([]rune("ab ق\u0301😀\n")), 0, 9, -1), 1, 5).Draw(t, "paragraphs"), "\n\n")
		runes := []rune(text)
		var claims []isnad.Claim
		numbers := map[string]int{}
		for n := range rapid.IntRange(0, 4).Draw(t, "claims") {
			a := rapid.IntRange(0, len(runes)).Draw(t, "start")
			c := isnad.Claim{ID: fmt.Sprint("k", n), Span: isnad.Span{Start: a, End: rapid.IntRange(a, len(runes)+3).Draw(t, "end")}}
			claims = append(claims, c)
			numbers[c.ID] = n + 1
		}
		var shown strings.Builder
		marks := 0
		for _, p := range marked(text, claims, numbers) {
			for _, x := range p {
				shown.WriteString(x.Text)
				marks += x.Marks * len([]rune(x.Text))
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(shown.String()) != bare(text) {
			t.Fatalf("%q is shown as %q", text, shown.String())
		}
		most := 0
		for _, c := range claims {
			most += min(c.Span.End, len(runes)) - c.Span.Start
		}
		if marks > most {
			t.Fatalf("%d characters are marked, %d claimed", marks, most)
		}
	})
}
