package pipeline_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/archive/warc"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// The words of the report that is erased in these tests, which stand nowhere else.
const (
	secretTitle = "Quillfeather mill burnt"
	secretName  = "Zabulistani"
	secretText  = "BINNISH, March 4, 2024 - Three quillfeather workers were killed on Monday when shelling hit a mill in Binnish, the witness Zabulistani Orrery told the Velvetsmith bulletin from the yard."
)

var secretWords = []string{"uillfeather", "abulistani", "rrery told", "elvetsmith"}

func secretLine(source string) string { return line(source, "2024-03-05", secretTitle, secretText) }

// leaks are the places where any of the words stand: rows of the database, files
// of the data folder, plain and unpacked.
func (h court) leaks(words ...string) (found []string) {
	h.t.Helper()
	lower := make([]string, len(words))
	for i, w := range words {
		lower[i] = strings.ToLower(w)
	}
	look := func(where string, b []byte) {
		text := strings.ToLower(string(b))
		for _, w := range lower {
			if strings.Contains(text, w) {
				found = append(found, fmt.Sprintf("%s holds %q", where, w))
			}
		}
	}
	if strings.HasPrefix(h.database, "postgres") {
		db, err := sql.Open("pgx", h.database)
		if err != nil {
			h.t.Fatal(err)
		}
		defer db.Close()
		dump(h.t, db, "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()", look)
	} else {
		db, err := sql.Open("sqlite", h.database)
		if err != nil {
			h.t.Fatal(err)
		}
		dump(h.t, db, "SELECT name FROM sqlite_master WHERE type = 'table'", look)
		if err := db.Close(); err != nil {
			h.t.Fatal(err)
		}
	}
	err := filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(h.dir, path)
		look("file "+name+" by its name,", []byte(name))
		look("file "+name, b)
		for at := 0; ; { // gzip members, wherever they begin
			i := bytes.Index(b[at:], []byte{0x1f, 0x8b, 8})
			if i < 0 {
				break
			}
			at += i
			if z, err := gzip.NewReader(bytes.NewReader(b[at:])); err == nil {
				unpacked, _ := io.ReadAll(z)
				look("file "+name+" unpacked", unpacked)
			}
			at++
		}
		return nil
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return found
}

// dump looks at every value of every row.
func dump(t *testing.T, db *sql.DB, tables string, look func(string, []byte)) {
	t.Helper()
	rows, err := db.Query(tables)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for rows.Next() {
		var n string
		if err := rows.Scan(&n); err != nil {
			t.Fatal(err)
		}
		names = append(names, n)
	}
	rows.Close()
	for _, n := range names {
		rows, err := db.Query(`SELECT * FROM "` + n + `"`)
		if err != nil {
			t.Fatalf("%s: %v", n, err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		for rows.Next() {
			if err := rows.Scan(values...); err != nil {
				t.Fatal(err)
			}
			for i, v := range values {
				switch x := (*v.(*any)).(type) {
				case string:
					look("table "+n+"."+columns[i], []byte(x))
				case []byte:
					look("table "+n+"."+columns[i], x)
				}
			}
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			t.Fatal(err)
		}
	}
}

func (h court) clean(when string) {
	h.t.Helper()
	for _, l := range h.leaks(secretWords...) {
		h.t.Errorf("%s: %s", when, l)
	}
}

// erase erases a report and looks whether the tombstone stands.
func (h court) erase(report string) isnad.Notice {
	h.t.Helper()
	n := h.must(report, isnad.Ruling{Effect: isnad.EffectErasure, Reasons: "The safety of a witness."})
	if m := h.gone(report); !m.Erased || m.Notice != n.ID {
		h.t.Errorf("%+v", m)
	}
	if s := h.standing(report); s.Removed != n.ID || !s.Erased {
		h.t.Errorf("%+v", s)
	}
	h.refuses(report, isnad.Ruling{Effect: isnad.EffectRestoration})
	h.refuses(report, isnad.Ruling{Effect: isnad.EffectErasure})
	return n
}

// Whatever a report was read from and whatever was made of its words: after an
// erasure they are nowhere, the others go on, and neither a rebuild nor the same
// bytes again bring them back.
func TestErasure(t *testing.T) {
	const page = "https://valley.example/quillfeather-mill-burnt"
	feed := func(extra string) string {
		item := func(link, title, text string) string {
			return "<item><guid>" + link + "</guid><link>" + link + "</link><title>" + title + "</title><description>" + text + "</description><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate></item>"
		}
		return `<?xml version="1.0"?><rss version="2.0"><channel><title>Valley Gazette</title><link>https://valley.example/</link><description>News</description>` +
			item(page, secretTitle, secretText+extra) + item("https://valley.example/mine", "Mine kills driver near Taiz", "A landmine killed one driver near Taiz on Thursday, a local official said.") + "</channel></rss>"
	}
	whole := secretTitle + "\n\n" + secretText + "\n"
	type again func(h court)
	for name, c := range map[string]struct {
		add    func(h court) []again // what is to bring nothing back
		others int                   // reports that go on, beside those of mills
	}{
		"line of a file": {func(h court) []again {
			lines := mills() + secretLine("Valley Gazette") + line("Dune Radio", "2024-03-09", "Quiet day in Taiz", "No fighting was heard in Taiz on Saturday, residents said.")
			first := secretLine("Valley Gazette") + mills()
			h.addLines(lines)
			h.addLines(first)
			return []again{
				func(h court) { h.addLines(lines) },
				func(h court) { h.addLines(first) },
				func(h court) { h.addLines(secretLine("Valley Gazette") + "\n\n") },
			}
		}, 1},
		"page of one report": {func(h court) []again {
			h.keep(page, whole)
			h.settle()
			h.keep(page, whole+"\nAmended at noon by the Velvetsmith desk, with the account of Zabulistani.\n")
			h.settle()
			return []again{
				func(h court) { h.keep(page, whole) },
				func(h court) { h.keepNot("https://elsewhere.example/x", whole) },
				func(h court) { h.keep(page, whole+"\nA third time.\n") },
			}
		}, 0},
		"feed of two reports": {func(h court) []again {
			h.feed(feed(""))
			h.settle()
			h.feed(feed(" Amended."))
			h.settle()
			return []again{
				func(h court) { h.feed(feed("")) },
				func(h court) { h.feed(feed(" A third time.")) },
			}
		}, 1},
		"corrected": {func(h court) []again {
			h.keep(page, whole)
			h.settle()
			r := h.reportBy("valley.example")
			title := "Quillfeather mill hit"
			h.must(r.ID, isnad.Ruling{Effect: isnad.EffectCorrection, Body: strings.Replace(r.Text, "Three", "Two", 1), Title: &title, Reasons: "Two quillfeather workers, says the witness Zabulistani Orrery."})
			h.must(r.ID, isnad.Ruling{Effect: isnad.EffectClarification, Body: "The witness Zabulistani Orrery told the Velvetsmith bulletin so again."})
			return nil
		}, 0},
		"removed before": {func(h court) []again {
			h.keep(page, whole)
			h.settle()
			h.must(h.reportBy("valley.example").ID, isnad.Ruling{Effect: isnad.EffectRemoval})
			return nil
		}, 0},
		"in WARCs": {func(h court) []again {
			h.warc("one.warc.gz", true, page, whole)
			h.warc("two.warc", false, page, whole)
			h.warc("three.warc.gz", true, page, whole+"\nAmended.\n")
			return []again{
				func(h court) { h.warc("one.warc.gz", true, page, whole) },
				func(h court) { h.warc("four.warc", false, page, whole) },
				func(h court) { h.warc("five.warc.gz", true, page, whole+"\nA fifth time.\n") },
				func(h court) { h.warc("six.warc.gz", true, "https://elsewhere.example/y", whole) },
			}
		}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			inCourt(t, func(h court) {
				if strings.HasPrefix(h.database, "postgres") && name != "line of a file" && name != "corrected" && name != "feed of two reports" {
					return // what differs between them is no matter of the database
				}
				h.addLines(mills())
				again := c.add(h)
				h.aside()
				id := h.secret()
				if len(h.leaks(secretWords...)) == 0 {
					t.Fatal("the words are nowhere before")
				}
				h.erase(id)
				h.clean("after the erasure")
				if rows, _, err := h.Store.Reports(t.Context(), store.ReportQuery{}); err != nil || len(rows) != 3+c.others+1 {
					t.Errorf("%d reports go on, want %d, %v", len(rows), 3+c.others+1, err)
				}
				before := h.state()
				h.rebuild(store.StepExtract)
				h.same("rebuilt", before, h.state())
				h.clean("after a rebuild")
				for i, f := range again {
					f(h)
					h.settle()
					h.agrees()
					h.clean(fmt.Sprintf("added again, %d", i))
					h.same(fmt.Sprintf("added again, %d", i), before, h.state())
				}
				h.rebuild(store.StepExtract)
				h.clean("after all and a rebuild")
			})
		})
	}
}

// secret is the report that is to be erased.
func (h court) secret() string {
	h.t.Helper()
	rows, _, err := h.Store.Reports(h.t.Context(), store.ReportQuery{Page: store.Page{Limit: 1000}})
	if err != nil {
		h.t.Fatal(err)
	}
	for _, r := range rows {
		if strings.Contains(r.Text, "uillfeather") && r.Source != "Copper Post" {
			return r.ID
		}
	}
	list, err := h.Store.LastRemoved(h.t.Context(), 1)
	if err != nil || len(list) != 1 {
		h.t.Fatal("there is no such report", err)
	}
	return list[0].Report
}

// aside is what else is made of the report's words: acts of people, another report
// that has text of it, a case that quotes it, an answer of a model.
func (h court) aside() {
	h.t.Helper()
	own := "A market in Sarmin was closed on Tuesday after the shelling, traders there said. "
	shared := strings.NewReplacer("quillfeather ", "", "the witness Zabulistani Orrery told the Velvetsmith bulletin", "a witness told the bulletin").Replace(secretText)
	h.addLines(line("Copper Post", "2024-03-06", "Mill burnt in Binnish", own+shared))
	for _, c := range h.claims() {
		if !strings.Contains(c.Quote, "uillfeather") {
			continue
		}
		h.decide(isnad.Act{Kind: isnad.ActEditClaim, About: c.ID, Reason: "The witness Zabulistani Orrery told the Velvetsmith bulletin so.", Edit: isnad.Edit{"targets": json.RawMessage(`["quillfeather workers"]`)}})
		if c.Incident != "" {
			h.decide(isnad.Act{Kind: isnad.ActConfirmIncident, About: c.Incident})
		}
		err := h.Store.Begin(h.t.Context(), func(tx *store.Tx) error {
			return tx.PutAnswers([]store.Answer{{Question: "q1", Report: c.Report, Model: "m", Text: "quillfeather workers"}})
		})
		if err != nil {
			h.t.Fatal(err)
		}
	}
	id := h.secret()
	notices, err := h.carry(id, isnad.Ruling{Reasons: "No effect.", Decision: isnad.CaseRejected})
	if err != nil || len(notices) != 0 {
		h.t.Fatal(notices, err)
	}
	c, err := h.Store.Case(h.t.Context(), fmt.Sprintf("d%020x", *h.cases))
	if err != nil {
		h.t.Fatal(err)
	}
	c.Quote = "Three quillfeather workers were killed on Monday"
	c.Form.Text = "It says that three quillfeather workers were killed on Monday when shelling hit, which is wrong."
	c.Form.Address = "https://valley.example/quillfeather-mill-burnt"
	c.Acts[1].Text = c.Form.Text
	err = h.Store.Begin(h.t.Context(), func(tx *store.Tx) error {
		return errors.Join(tx.PutCase(&c), tx.RewriteCaseAct(c.ID, &c.Acts[1]))
	})
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h court) feed(body string) {
	h.t.Helper()
	if _, _, err := h.Keep(h.t.Context(), isnad.Capture{Address: "https://valley.example/feed", MediaType: "application/rss+xml"}, strings.NewReader(body), 1<<20); err != nil {
		h.t.Fatal(err)
	}
}

// keepNot adds bytes of which nothing may be kept.
func (h court) keepNot(address, text string) {
	h.t.Helper()
	_, _, err := h.Keep(h.t.Context(), isnad.Capture{Address: address, MediaType: "text/plain"}, strings.NewReader(text), 1<<20)
	if !errors.Is(err, pipeline.ErrErased) {
		h.t.Errorf("%v", err)
	}
}

// warc adds a WARC of two pages.
func (h court) warc(name string, packed bool, address, text string) {
	h.t.Helper()
	var b bytes.Buffer
	w := warc.NewWriter(&b, packed)
	at := time.Date(2024, 3, 4, 0, 0, 0, 0, time.UTC)
	headers := map[string]string{"content-type": "text/plain; charset=utf-8"}
	err := errors.Join(w.Response(address, at, 200, headers, []byte(text)),
		w.Response("https://dune.example/taiz", at, 200, headers, []byte("Quiet day in Taiz\n\nTAIZ, March 9, 2024 - No fighting was heard in Taiz on Saturday, residents said.\n")))
	if err != nil {
		h.t.Fatal(err)
	}
	if _, _, err := h.Keep(h.t.Context(), isnad.Capture{Address: "file:" + name, Place: "file:" + name}, &b, pipeline.MaxLocal); err != nil {
		h.t.Fatal(err)
	}
	h.settle()
}

// A process that ends between the transaction and the destroying of bytes, or at
// any point of it, leaves it to the next one.
func TestErasureAfterACrash(t *testing.T) {
	for _, at := range []string{"before the step", "after the bytes were cut"} {
		t.Run(at, func(t *testing.T) {
			dir := t.TempDir()
			h := court{buildOn(t, filepath.Join(dir, "archive"), filepath.Join(dir, "isnad.db")), dir, filepath.Join(dir, "isnad.db"), new(int)}
			ctx, stop := context.WithCancel(t.Context())
			done := make(chan error, 1)
			go func() { done <- h.Work(ctx, 2) }()
			h.addLines(secretLine("Valley Gazette") + mills())
			stop()
			<-done
			r := h.reportBy("Valley Gazette")
			at0 := time.Date(2025, 1, 1, 1, 0, 0, 0, time.UTC)
			ruling := isnad.Ruling{Effect: isnad.EffectErasure, Reasons: "So."}
			c := isnad.Case{ID: "d00000000000000000001", Number: 1, Kind: isnad.CaseComplaint, State: isnad.CaseReceived, Opened: at0, About: r.ID, Report: r.ID, Notices: []string{},
				Acts: []isnad.CaseAct{{Number: 1, Time: at0, Kind: isnad.CaseOpen, Actor: isnad.ActorClaimant, State: isnad.CaseReceived}}}
			err := h.Store.Begin(t.Context(), func(tx *store.Tx) error {
				if err := tx.OpenCase(&c, store.CaseKeys{Token: isnad.HashOf(nil)}); err != nil {
					return err
				}
				notices, err := h.Effect(t.Context(), tx, &c, &ruling, &isnad.CaseAct{Number: 2, Time: at0})
				if err != nil {
					return err
				}
				notices[0].Number = 1
				c.State, c.Notices = isnad.CaseCarriedOut, []string{notices[0].ID}
				return errors.Join(tx.PutCaseAct(c.ID, &isnad.CaseAct{Number: 2, Time: at0, Kind: isnad.CaseCarryOut, Actor: isnad.ActorDesk, From: isnad.CaseReceived, State: isnad.CaseCarriedOut, Notices: c.Notices}),
					tx.PutCase(&c), tx.PutNotice(&notices[0]))
			})
			if err != nil {
				t.Fatal(err)
			}
			if at != "before the step" { // the file stands anew, and nothing is done with the old one
				cuts, err := h.Store.WaitingCuts(t.Context())
				if err != nil || len(cuts) != 1 {
					t.Fatal(cuts, err)
				}
				blob, err := h.Archive.Open(cuts[0].SHA256)
				if err != nil {
					t.Fatal(err)
				}
				b, _ := io.ReadAll(blob)
				blob.Close()
				b = append(bytes.Repeat([]byte(" "), len(secretLine("Valley Gazette"))-1), b[len(secretLine("Valley Gazette"))-1:]...)
				now, _, _, err := h.Archive.Put(bytes.NewReader(b), 1<<20)
				if err != nil {
					t.Fatal(err)
				}
				cuts[0].Length, cuts[0].Digest = int64(len(secretLine("Valley Gazette"))-1), isnad.HashOf(nil)
				if err := h.Store.PutCutBlob(t.Context(), store.CutBlob{SHA256: cuts[0].SHA256, Form: store.CutLines, Now: now, Stale: cuts[0].SHA256}, cuts); err != nil {
					t.Fatal(err)
				}
			}
			if len(h.leaks(secretWords...)) == 0 {
				t.Fatal("the bytes are gone before the step")
			}
			if err := h.Store.Close(); err != nil {
				t.Fatal(err)
			}
			ar, err := archive.Open(filepath.Join(dir, "archive"))
			if err != nil {
				t.Fatal(err)
			}
			st, err := store.Open(t.Context(), h.database)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { st.Close() })
			h.house = house{pipeline.New(st, ar, slog.New(slog.DiscardHandler)), t}
			h.work()
			h.settle()
			h.agrees()
			h.clean("in the next process")
		})
	}
}

// Verify names erased bytes that somebody put back, and a cut file that was altered.
func TestVerifyAfterCuts(t *testing.T) {
	dir := t.TempDir()
	h := court{buildOn(t, filepath.Join(dir, "archive"), filepath.Join(dir, "isnad.db")), dir, filepath.Join(dir, "isnad.db"), new(int)}
	h.work()
	lines := mills() + secretLine("Valley Gazette")
	h.addLines(lines)
	h.erase(h.reportBy("Valley Gazette").ID)
	faults := func() (list []string) {
		if err := h.Verify(t.Context(), func(s string) { list = append(list, s) }, func(string) {}, func() {}); err != nil {
			t.Fatal(err)
		}
		return list
	}
	if f := faults(); len(f) > 0 {
		t.Fatal(f)
	}
	if _, _, _, err := h.Archive.Put(strings.NewReader(lines), 1<<20); err != nil {
		t.Fatal(err)
	}
	if f := faults(); len(f) != 1 || !strings.Contains(f[0], "were erased and are in the archive") {
		t.Errorf("%q", f)
	}
	if err := h.Archive.Remove(isnad.HashOf([]byte(lines))); err != nil {
		t.Fatal(err)
	}
	b, cut, err := h.Store.CutBlob(t.Context(), isnad.HashOf([]byte(lines)))
	if err != nil || !cut {
		t.Fatal(b, err)
	}
	path := filepath.Join(dir, "archive", string(b.Now[:2]), string(b.Now[2:4]), string(b.Now))
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("altered"), 0o600); err != nil {
		t.Fatal(err)
	}
	if f := faults(); len(f) != 1 || !strings.Contains(f[0], "were changed or cut since") {
		t.Errorf("%q", f)
	}
}

// What quotes a text shares five words in a row with it, however they are written.
func TestQuotes(t *testing.T) {
	for text, want := range map[string]bool{
		"He says “THREE quillfeather workers, were killed” and more":        true,
		"quillfeather workers were hurt":                                    false,
		"the mill in question":                                              false,
		"about " + strings.ToLower(secretTitle) + " it is":                  true,
		"الشاهد قال إن أربعة عمال قتلوا في المطحنة":                         true,
		"workers were killed on Monday, as the ministry says of that place": true,
		"": false,
	} {
		if got := pipeline.Quotes(text, secretTitle, secretText, "قال إنّ أربعة عمّال قتلوا في المطحنة يوم الاثنين"); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
