package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/isnadtest/schema"
	"isnad/internal/pipeline"
	"isnad/internal/site"
	"isnad/internal/store"
)

// After a removal with erasure nobody finds the words: not by a page, the search, a
// feed, the API or an export, and not in any file of the data folder. What stands
// is that something was there, who decided, and why. Nor do they stand in a backup
// that is made after it; and one that was made before it, which does hold them, does
// not bring them back where it is told what was removed since.
func TestErasedWordsAreNowhere(t *testing.T) {
	t.Parallel()
	t.Run("sqlite", func(t *testing.T) { erasedNowhere(t, func() string { return "" }) })
	t.Run("postgres", func(t *testing.T) { erasedNowhere(t, func() string { return schema.New(t) }) })
}

const (
	erasedWords = "the pharmacist Tamim Oddly hid eleven neighbours under the mill"
	erasedName  = "Oddly"
)

func erasedNowhere(t *testing.T, database func() string) {
	const words, name = erasedWords, erasedName
	data, db := t.TempDir(), database()
	cmds := commands{Data: data, Database: db}
	log := slog.New(slog.DiscardHandler)
	h, err := cmds.open(t.Context(), log)
	if err != nil {
		t.Fatal(err)
	}
	open := true
	defer func() {
		if open {
			h.close()
		}
	}()
	keepLog := h.keepLog(t.Context())
	for n, text := range []string{
		"Shells kill four in Karm\n\nKARM, March 4, 2024 - Shelling killed four people in Karm on Monday, medics said, and " + words + ".\n",
		"Five dead in Idlib\n\nIDLIB, March 5, 2024 - An air strike killed five people in Idlib on Tuesday, rescuers said.\n",
	} {
		_, _, err := h.pipeline.Keep(t.Context(), isnad.Capture{Address: fmt.Sprintf("https://hill.example/%d", n), MediaType: "text/plain", Source: "Hill Post"}, strings.NewReader(text), pipeline.MaxLocal)
		if err != nil {
			t.Fatal(err)
		}
	}
	waiting := filepath.Join(t.TempDir(), "waiting.tar.gz") // bytes are kept, and nothing was read out of them yet
	isnadRun(t, data, db, "backup", waiting)
	finish := h.workOn(t.Context(), log)
	if err := h.settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	rows, _, err := h.store.Reports(t.Context(), store.ReportQuery{Words: name})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d reports, %v", len(rows), err)
	}
	report := rows[0].ID
	claims, _, err := h.store.Claims(t.Context(), store.ClaimQuery{Report: report})
	if err != nil {
		t.Fatal(err)
	}

	walk := func() ([]string, int) { return walkHouse(t, h, report, claims) }
	before, _ := walk()
	if len(before) < 8 {
		t.Fatalf("the words are found on %d pages before they are erased: %v", len(before), before)
	}
	if got := exports(t, h.store); !strings.Contains(got, words) {
		t.Fatal("no export held the words")
	}
	early := filepath.Join(t.TempDir(), "early.tar.gz")
	isnadRun(t, data, db, "backup", early)
	if !unpackedHolds(t, early, "Tamim") {
		t.Fatal("the backup made before does not hold the words: the test would show nothing")
	}

	by := casework.By{Actor: isnad.ActorOperator}
	c, token, err := h.pipeline.OpenCase(t.Context(), isnad.CaseForm{Kind: isnad.CasePrivacy, About: report, Text: "He is in danger since."}, nil, by)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []isnad.CaseAct{
		{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "A person is at risk.", Effect: isnad.EffectErasure}},
		{Kind: isnad.CaseCarryOut},
	} {
		if c, err = h.pipeline.ActOnCase(t.Context(), c.ID, a, nil, by); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	after, seen := walk()
	if len(after) > 0 || seen < 30 {
		t.Errorf("of %d pages these hold the words: %v", seen, after)
	}
	if got := exports(t, h.store); strings.Contains(got, "Tamim") || !strings.Contains(got, "Idlib") {
		t.Errorf("the exports hold the words, or nothing of the other report:\n%.2000s", got)
	}
	srv := serveHouse(t, h)
	if res, err := http.Get(srv.URL + "/reports/" + report); err != nil || res.StatusCode != http.StatusGone {
		t.Errorf("the page of the report: %v %v", res, err)
	} else if b, err := io.ReadAll(res.Body); err != nil || res.Body.Close() != nil || !strings.Contains(string(b), c.ID) || !strings.Contains(string(b), "A person is at risk.") {
		t.Errorf("the tombstone does not name the decision: %v\n%s", err, b)
	}
	if err := h.pipeline.Verify(t.Context(), func(what string) { t.Errorf("verify: %s", what) }, func(string) {}, func() {}); err != nil {
		t.Error(err)
	}

	late := filepath.Join(t.TempDir(), "late.tar.gz")
	isnadRun(t, data, db, "backup", late)
	if unpackedHolds(t, late, "Tamim") || unpackedHolds(t, late, "tamim") {
		t.Error("a backup made after the erasure holds the words")
	}
	if !unpackedHolds(t, late, "Idlib") {
		t.Error("a backup made after the erasure holds nothing of the other report")
	}
	// Who reads of the decision is led to what proves it.
	for page, proof := range map[string]string{"/corrections/" + c.ID: "/corrections/" + c.ID + "/proof.json",
		"/corrections/decisions": "/corrections/" + c.ID + "/proof.json", "/cases/" + token: "/cases/" + token + "/proof.json"} {
		if body := get(t, srv.URL+page); !strings.Contains(body, `href="`+proof+`"`) {
			t.Errorf("%s does not lead to %s", page, proof)
		}
		if body := get(t, srv.URL+proof); !strings.Contains(body, `"checkpoint": "`) {
			t.Errorf("%s proves nothing: %.300s", proof, body)
		}
	}
	removals := filepath.Join(t.TempDir(), "removals.jsonl")
	if err := os.WriteFile(removals, []byte(isnadRun(t, data, db, "export", "removals", "--format", "jsonl")), 0o600); err != nil {
		t.Fatal(err)
	}

	finish()
	keepLog() // it writes what is left to write
	open = false
	h.close()
	noFileHolds(t, data)

	from := removals // what was exported, or the database itself
	if db != "" {
		from = db
	}
	for _, restored := range []struct {
		what string
		args []string
	}{
		{"a backup made after", []string{"restore", late}},
		{"a backup made before, told what was removed since", []string{"restore", early, "--removals", from}},
		{"a backup made before it was read, told the same", []string{"restore", waiting, "--removals", from}},
	} {
		data, db := filepath.Join(t.TempDir(), "data"), database()
		out := isnadRun(t, data, db, restored.args...)
		if !strings.Contains(out, "agree") || len(restored.args) > 2 && !strings.Contains(out, "1 erasures") {
			t.Errorf("%s: %s", restored.what, out)
		}
		cmds := commands{Data: data, Database: db}
		h, err := cmds.open(t.Context(), log)
		if err != nil {
			t.Fatal(err)
		}
		found, seen := walkHouse(t, h, report, claims)
		if len(found) > 0 || seen < 30 {
			t.Errorf("%s: of %d pages these hold the words: %v", restored.what, seen, found)
		}
		if got := exports(t, h.store); strings.Contains(got, "Tamim") || !strings.Contains(got, "Idlib") {
			t.Errorf("%s: the exports hold the words, or nothing of the other report", restored.what)
		}
		if err := h.close(); err != nil {
			t.Error(err)
		}
		noFileHolds(t, data)
		again := filepath.Join(t.TempDir(), "again.tar.gz") // of PostgreSQL the rows, whose files are not ours to read
		isnadRun(t, data, db, "backup", again)
		if unpackedHolds(t, again, "Tamim") {
			t.Errorf("%s: the database holds the words", restored.what)
		}
	}
}

// noFileHolds demands that no file of a data folder holds the words.
func noFileHolds(t *testing.T, data string) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(data, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		files++
		if bytes.Contains(b, []byte("Tamim")) || bytes.Contains(b, []byte("tamim")) {
			t.Errorf("the file %s holds the words", p)
		}
		return err
	})
	if err != nil || files < 4 {
		t.Errorf("%d files, %v", files, err)
	}
}

// unpackedHolds tells whether a backup holds words once it is unpacked.
func unpackedHolds(t *testing.T, name, words string) bool {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Contains(b, []byte(words))
}

// isnadRun runs a command in this process and returns what it printed.
func isnadRun(t *testing.T, data, database string, args ...string) string {
	t.Helper()
	var out, told bytes.Buffer
	if database != "" {
		args = append([]string{"--database", database}, args...)
	}
	if code := run(t.Context(), append([]string{"--data", data}, args...), console{strings.NewReader(""), &out, &told}); code != 0 {
		t.Fatalf("isnad %v: %d\n%s%s", args, code, &out, &told)
	}
	return out.String()
}

func serveHouse(t *testing.T, h *house) *httptest.Server {
	t.Helper()
	handler, err := h.handler(site.Options{BaseURL: "http://isnad.example", Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(handler)
	t.Cleanup(srv.Close)
	return srv
}

// walkHouse asks for every page that leads from one to another, so that none is
// forgotten, and returns those that hold the words.
func walkHouse(t *testing.T, h *house, report string, claims []isnad.Claim) (found []string, seen int) {
	t.Helper()
	seeds := []string{"/", "/reports/" + report, "/reports/" + report + "/v/1", "/search?q=" + erasedName, "/search?q=mill", "/api/v1/search?q=" + erasedName,
		"/feeds/reports.rss", "/feeds/reports.json", "/sitemap.xml", "/log/entries.jsonl"}
	for _, c := range claims {
		seeds = append(seeds, "/api/v1/claims/"+c.ID, "/incidents/"+c.Incident)
	}
	w := walker{t: t, url: serveHouse(t, h).URL}
	seen = w.walk(seeds, func(a answer) {
		if strings.Contains(a.text, erasedWords) || strings.Contains(a.text, "Tamim") {
			found = append(found, a.path)
		}
	})
	return found, seen
}

func get(t *testing.T, address string) string {
	t.Helper()
	res, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(io.LimitReader(res.Body, 4<<20))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// exports is everything that isnad export prints.
// exports is everything that is exported, in every format, as one text.
func exports(t *testing.T, st *store.Store) string {
	t.Helper()
	return strings.Join(slices.Sorted(maps.Values(everyExport(t, st))), "\n")
}
