package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"isnad"

	"github.com/mmcdole/gofeed"
)

var feeds = []Format{Atom, RSS, JSONFeed}

func parse(t testing.TB, file []byte) *gofeed.Feed {
	t.Helper()
	f, err := gofeed.NewParser().Parse(bytes.NewReader(file))
	if err != nil {
		t.Fatalf("%v\n%s", err, file)
	}
	return f
}

// A reader of feeds finds the same in all three formats.
func TestReportFeeds(t *testing.T) {
	for _, format := range feeds {
		f := parse(t, reports(t, format, site(), sampleReport(), arabicReport()))
		if f.Title != "Example record" || f.Link != "https://reports.example.org/" || len(f.Items) != 2 {
			t.Fatalf("%s: %q %q %d items", format, f.Title, f.Link, len(f.Items))
		}
		if f.FeedLink != "https://reports.example.org/feeds/x" {
			t.Errorf("%s: self is %q", format, f.FeedLink)
		}
		i := f.Items[0]
		if i.GUID != "https://reports.example.org/reports/r0a" || i.Link != i.GUID {
			t.Errorf("%s: id %q, link %q", format, i.GUID, i.Link)
		}
		if i.Title != `Shells hit "old" market & <port>` {
			t.Errorf("%s: title %q", format, i.Title)
		}
		body := i.Content + i.Description
		for _, want := range []string{"Published by Harbour Post on 2 March 2031.", "Written by Mira Tolan, Sam Oke.", "Agency credited: CNA.", "Four shells fell", "not established facts"} {
			if !strings.Contains(body, want) {
				t.Errorf("%s: %q is not in %q", format, want, body)
			}
		}
		if i.PublishedParsed == nil || !i.PublishedParsed.Equal(time.Date(2031, 3, 2, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%s: published %v", format, i.PublishedParsed)
		}
		if format != RSS && (i.UpdatedParsed == nil || !i.UpdatedParsed.Equal(sampleReport().Received)) {
			t.Errorf("%s: a second version is news when it was received, not %v", format, i.UpdatedParsed)
		}
		if len(i.Authors) != 1 || i.Authors[0].Name != "Harbour Post" {
			t.Errorf("%s: authors %v", format, i.Authors)
		}
		if len(i.Categories) != 4 {
			t.Errorf("%s: categories %v", format, i.Categories)
		}
		if strings.Contains(strings.Join(f.Items[1].Links, " "), "file:") {
			t.Errorf("%s: a path of this machine got out: %v", format, f.Items[1].Links)
		}
	}
}

func TestIncidentFeeds(t *testing.T) {
	o := site()
	when := time.Date(2031, 3, 5, 6, 7, 8, 0, time.UTC)
	o.Changed = func(isnad.Incident) time.Time { return when }
	for _, format := range feeds {
		i := parse(t, incidents(t, format, o, sampleIncident())).Items[0]
		body := i.Content + i.Description
		for _, want := range []string{"Claimed: shelling, the old market, Hodeidah (YE), 2 March 2031.", "Killed: 3 to 5. Injured: no figure given.", "Who says so:",
			"the health office: killed 3 to 5 (asserted), in 2 outlets", "Northern Brigade: no figure (denied)", "Strike status: contested."} {
			if !strings.Contains(body, want) {
				t.Errorf("%s: %q is not in %q", format, want, body)
			}
		}
		got := i.UpdatedParsed
		if format == RSS {
			got = i.PublishedParsed
		}
		if got == nil || !got.Equal(when) {
			t.Errorf("%s: time %v", format, got)
		}
	}
}

// An entry of a missing citation says what was found and how it is known which
// stood first. It names no culprit, and says that no person has looked.
func TestMissingCitationFeeds(t *testing.T) {
	for _, format := range feeds {
		i := parse(t, uncited(t, format, site(), sampleUncited())).Items[0]
		if i.GUID != "https://reports.example.org/reports/r0b/from/r0a" || i.Link != i.GUID {
			t.Errorf("%s: id %q, link %q", format, i.GUID, i.Link)
		}
		if i.Title != "Text of Harbour Post also stands in صوت الميناء; no citation of it found" {
			t.Errorf("%s: title %q", format, i.Title)
		}
		body := i.Content + strings.ReplaceAll(i.Description, "<br>", "\n")
		for _, want := range []string{"88 % of the text of صوت الميناء", "first seen here at Harbour Post", "does not show that it was published there first",
			"published as it says 2 March 2031, received here 4 March 2031 09:00", "number: “three” became “30”", "hedge dropped: “allegedly” is gone",
			"Found by machine, seen by no person."} {
			if !strings.Contains(body, want) {
				t.Errorf("%s: %q is not in %q", format, want, body)
			}
		}
		if strings.Contains(body, "Sabā") {
			t.Errorf("%s: a respelt name stands among what alters the meaning: %q", format, body)
		}
		for _, never := range []string{"stolen", "stole", "plagiar", "thief", "theft", "guilty", "culprit", "fraud"} {
			if strings.Contains(strings.ToLower(i.Title+body), never) {
				t.Errorf("%s: it accuses: %q", format, body)
			}
		}
	}
	// Which time told is told: nothing was first seen here where both claim a time.
	for order, want := range map[isnad.OrderBasis]string{isnad.OrderPublished: "By the times that both claim", isnad.OrderObserved: "first observed at", isnad.OrderReceived: "first seen here at"} {
		u := sampleUncited()
		u.Order = order
		body := parse(t, uncited(t, Atom, site(), u)).Items[0].Content
		if !strings.Contains(body, want) || strings.Contains(body, "first seen here") != (order == isnad.OrderReceived) {
			t.Errorf("%s: %q", order, body)
		}
	}
	// The pair is news since both reports are here, whichever came last.
	u := sampleUncited()
	u.Original.Received = u.Copy.Received.Add(48 * time.Hour)
	if got := parse(t, uncited(t, Atom, site(), u)).Items[0].UpdatedParsed; got == nil || !got.Equal(u.Original.Received) {
		t.Errorf("updated %v", got)
	}
}

// The order of time: the feed is as new as its newest entry, told or counted.
func TestFeedUpdated(t *testing.T) {
	want := sampleReport().Received.Add(time.Hour) // arabicReport's
	if got := parse(t, reports(t, Atom, site(), sampleReport(), arabicReport())).UpdatedParsed; !got.Equal(want) {
		t.Errorf("counted: %v, want %v", got, want)
	}
	o := site()
	o.Updated = time.Date(2032, 1, 1, 0, 0, 0, 0, time.UTC)
	if got := parse(t, reports(t, Atom, o, sampleReport())).UpdatedParsed; !got.Equal(o.Updated) {
		t.Errorf("told: %v", got)
	}
}

func TestFeedNeedsAnAddress(t *testing.T) {
	for _, base := range []string{"", "reports.example.org", "javascript:alert(1)", "file:///tmp"} {
		if _, err := Reports(io.Discard, Atom, Options{BaseURL: base}); err == nil {
			t.Errorf("%q taken", base)
		}
	}
}

// The elements that RFC 4287 and RSS 2.0 demand are there, and the XML is well
// formed with every namespace declared.
func TestFeedElements(t *testing.T) {
	for format, want := range map[Format]string{
		Atom: "feed id title updated author name entry link content category published",
		RSS:  "rss channel title link description item guid pubDate creator",
	} {
		seen := map[string]bool{}
		d := xml.NewDecoder(bytes.NewReader(reports(t, format, site(), sampleReport())))
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if e, ok := tok.(xml.StartElement); ok {
				seen[e.Name.Local] = true
				if format == Atom && e.Name.Space != "http://www.w3.org/2005/Atom" {
					t.Errorf("%s is in %q", e.Name.Local, e.Name.Space)
				}
				if e.Name.Local == "creator" && e.Name.Space != "http://purl.org/dc/elements/1.1/" {
					t.Errorf("creator is in %q", e.Name.Space)
				}
			}
		}
		for _, name := range strings.Fields(want) {
			if !seen[name] {
				t.Errorf("%s has no %s", format, name)
			}
		}
	}
}

func TestJSONFeedFields(t *testing.T) {
	var f map[string]any
	if err := json.Unmarshal(reports(t, JSONFeed, site(), sampleReport()), &f); err != nil {
		t.Fatal(err)
	}
	item := f["items"].([]any)[0].(map[string]any)
	if f["version"] != "https://jsonfeed.org/version/1.1" || item["external_url"] != "https://harbour.example/1?x=1&y=2" || item["id"] != item["url"] || item["content_text"] == "" {
		t.Errorf("%v", item)
	}
}

// What is in a report cannot become markup, an address or an entry of its own,
// and no character breaks the file.
func hostileFeed(t testing.TB, s string) {
	r := sampleReport()
	r.Title, r.Text, r.Source, r.Agency, r.Bylines, r.Address, r.Language, r.ID, r.Dateline.Place = s, s, s, s, []string{s}, s, s, s, s
	i := sampleIncident()
	i.Title, i.Place.Name, i.Place.Country, i.Actors, i.BySource[0].Name = s, s, s, []isnad.Actor{{ID: s, Name: s}}, s
	u := Uncited{sampleCopy(), r, r}
	u.From, u.To, u.Order, u.Changes = s, s, isnad.OrderBasis(s), []isnad.Change{{Kind: isnad.ChangeKind(s), Now: s, Was: s, Meaning: true}}
	if s == "" {
		r.ID, u.From, u.To = "r1", "r1", "r2" // nothing has an empty name
	}
	o := site()
	o.Title = s
	for _, format := range feeds {
		for _, file := range [][]byte{reports(t, format, o, r), incidents(t, format, o, i), uncited(t, format, o, u)} {
			f := parse(t, file)
			if len(f.Items) != 1 {
				t.Fatalf("%s: %d items from %q", format, len(f.Items), s)
			}
			for _, link := range f.Items[0].Links {
				if !strings.HasPrefix(link, "http://") && !strings.HasPrefix(link, "https://") {
					t.Fatalf("%s: link %q from %q", format, link, s)
				}
			}
			if format == RSS && strings.Contains(strings.ReplaceAll(f.Items[0].Description, "<br>", ""), "<") {
				t.Fatalf("markup got through: %q", f.Items[0].Description)
			}
			if format != JSONFeed {
				d := xml.NewDecoder(bytes.NewReader(file))
				for {
					if _, err := d.Token(); err == io.EOF {
						break
					} else if err != nil {
						t.Fatalf("%s from %q: %v", format, s, err)
					}
				}
			}
		}
	}
}

func TestHostileFeeds(t *testing.T) {
	for _, s := range []string{
		"", "\x00\x01\x1b\x7f", "\xff\xfe", "]]>", "</content></entry><entry>", "<script>alert(1)</script>", "&amp;&#0;", "\ufffe\uffff",
		"javascript:alert(1)", "data:text/html,x", `https://x.example/" onclick="x`, "\u202Eabc", strings.Repeat("ق", 5000), "a\r\nb\tc", "http://[::1", "../..",
	} {
		hostileFeed(t, s)
	}
}

func FuzzFeed(f *testing.F) {
	f.Add("]]><x>&\x00\xff")
	f.Fuzz(func(t *testing.T, s string) { hostileFeed(t, s) })
}

func TestBegin(t *testing.T) {
	for _, tt := range []struct {
		in   string
		n    int
		want string
	}{
		{"short", 10, "short"},
		{"one two three", 11, "one two thr …"}, // the word before is too far back
		{"one two three, four", 14, "one two three …"},
		{"قصف على السوق القديم", 14, "قصف على السوق …"},
		{"", 5, ""},
	} {
		if got := begin(tt.in, tt.n); got != tt.want {
			t.Errorf("begin(%q, %d) = %q, want %q", tt.in, tt.n, got, tt.want)
		}
	}
}
