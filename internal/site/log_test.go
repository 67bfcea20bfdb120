package site

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	formats "github.com/transparency-dev/formats/log"
	"github.com/transparency-dev/formats/proof"
	merkle "github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera/api"
	"github.com/transparency-dev/tessera/client"
	"github.com/transparency-dev/tessera/fsck"
	sumnote "golang.org/x/mod/sumdb/note"

	"isnad"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/ledger"
	"isnad/internal/store"
)

// logWorld is the world with a log of everything in it.
func logWorld(t testing.TB) (http.Handler, *store.Store, *ledger.Log) {
	t.Helper()
	st := newStore(t)
	if _, err := fixture.Fill(context.Background(), st); err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Create(filepath.Join(t.TempDir(), "log"), "courier.example/log")
	if err != nil {
		t.Fatal(err)
	}
	growLog(t, st, l)
	return serve(t, st, Options{Log: func() (*ledger.Log, error) { return l, nil }}), st, l
}

// growLog puts all that waits into the log.
func growLog(t testing.TB, st *store.Store, l *ledger.Log) {
	t.Helper()
	ctx := t.Context()
	_, err := st.PlaceEntries(ctx, 10_000)
	size, err2 := l.Size()
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	es, err := st.EntriesFrom(ctx, size, 10_000)
	if err == nil {
		err = l.Append(ctx, es)
	}
	if err == nil {
		_, err = l.Publish(ctx, ledger.Publishing{})
	}
	if err == nil {
		err = l.KeepHour(ctx, time.Date(2031, 3, 4, 5, 6, 0, 0, time.UTC), nil)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// The tools of others read the log over HTTP from where the site says that it is.
func TestLogForOthers(t *testing.T) {
	h, st, l := logWorld(t)
	growTo := func(n int) {
		err := st.Begin(t.Context(), func(tx *store.Tx) error {
			for i := range n {
				if err := tx.Enter(isnad.EntryCase, "d1", i); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		growLog(t, st, l)
	}
	server := httptest.NewServer(h)
	defer server.Close()
	root, err := url.Parse(server.URL + "/log/")
	if err != nil {
		t.Fatal(err)
	}
	f, err := client.NewHTTPFetcher(root, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, page := get(t, h, "/log")
	_, how := get(t, h, "/log/how.md")
	if !strings.Contains(page, `href="/log/how.md"`) || !strings.Contains(how, "## How to check a proof") {
		t.Error("the page of the log does not lead a stranger to how it is checked")
	}
	_, key := get(t, h, "/log/verifier")
	v, err := sumnote.NewVerifier(strings.TrimSpace(key))
	if err != nil {
		t.Fatal(err)
	}
	hash := func(bundle []byte) ([][]byte, error) {
		var b api.EntryBundle
		err := b.UnmarshalText(bundle)
		var out [][]byte
		for _, e := range b.Entries {
			out = append(out, rfc6962.DefaultHasher.HashLeaf(e))
		}
		return out, err
	}
	var old *formats.Checkpoint
	for range 3 {
		growTo(300)
		if err := fsck.New(v.Name(), v, f, hash, fsck.Opts{N: 2}).Check(t.Context()); err != nil {
			t.Fatal(err)
		}
		cp, _, _, err := client.FetchCheckpoint(t.Context(), f.ReadCheckpoint, v, v.Name())
		if err != nil {
			t.Fatal(err)
		}
		if old != nil {
			_, body := get(t, h, "/log/consistency?from="+number64(old.Size)+"&size="+number64(cp.Size))
			var p treeProof
			if err := json.Unmarshal([]byte(body), &p); err != nil {
				t.Fatal(err)
			}
			if err := merkle.VerifyConsistency(rfc6962.DefaultHasher, old.Size, cp.Size, p.Hashes, old.Hash, cp.Hash); err != nil {
				t.Error(err)
			}
		}
		old = cp
	}
	_, lines := get(t, h, "/log/entries.jsonl?from=7")
	var line ledger.Line
	if err := json.Unmarshal([]byte(strings.SplitN(lines, "\n", 2)[0]), &line); err != nil || line.Index != 7 {
		t.Fatalf("%+v %v", line, err)
	}
	_, body := get(t, h, "/log/inclusion?index=7")
	var p treeProof
	if err := json.Unmarshal([]byte(body), &p); err != nil {
		t.Fatal(err)
	}
	if err := merkle.VerifyInclusion(rfc6962.DefaultHasher, 7, old.Size, rfc6962.DefaultHasher.HashLeaf([]byte(line.Leaf)), p.Hashes, old.Hash); err != nil {
		t.Error(err)
	}
}

func number64(n uint64) string { b, _ := json.Marshal(n); return string(b) }

// A report's proof vouches for its bytes and its words, and holds with the
// packages of others too; what the log has of it is what the page shows.
func TestProofOfAReport(t *testing.T) {
	h, st, l := logWorld(t)
	rows, _, err := st.Reports(t.Context(), store.ReportQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		code, body := get(t, h, "/reports/"+row.ID+"/proof.json")
		var b ledger.Bundle
		if err := json.Unmarshal([]byte(body), &b); err != nil || code != http.StatusOK {
			t.Fatalf("%d %v\n%s", code, err, body)
		}
		if err := ledger.CheckBundle(&b, l); err != nil {
			t.Error(err)
		}
		r, err := st.Report(t.Context(), row.ID, 0)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(body, string(isnad.HashOf([]byte(r.Text)))) || !strings.Contains(body, string(r.SHA256)) {
			t.Errorf("the proof of %s vouches neither for its words nor for its bytes:\n%s", row.ID, body)
		}
		c, err := l.Checkpoint()
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range b.Entries {
			var p proof.TLogProof
			if err := p.Unmarshal([]byte(e.Proof)); err != nil {
				t.Fatal(err)
			}
			var hashes [][]byte
			for _, h := range p.Hashes {
				hashes = append(hashes, h[:])
			}
			if err := merkle.VerifyInclusion(rfc6962.DefaultHasher, p.Index, uint64(c.Size), rfc6962.DefaultHasher.HashLeaf([]byte(e.Leaf)), hashes, c.Root); err != nil || !bytes.Equal(p.Checkpoint, c.Text) {
				t.Error(err)
			}
		}
	}
	n := page(t, h, "/reports/"+rows[0].ID)
	found := false
	for _, a := range find(n, "a", "") {
		found = found || strings.HasSuffix(attr(a, "href"), "/proof.json")
	}
	if !found {
		t.Error("the page of a report does not lead to its proof")
	}
}

func TestLogPages(t *testing.T) {
	h, _, l := logWorld(t)
	c, err := l.Checkpoint()
	if err != nil {
		t.Fatal(err)
	}
	all := text(page(t, h, "/log"))
	mustHave(t, "log", all, "courier.example/log", c.RootText(), l.Verifier(), "2031-03-04T05Z", "a version of a report was read")
	mustHave(t, "entries", text(page(t, h, "/log/entries?to=3")), "0 to 3", "bytes were received", "Newer entries")
	for address, want := range map[string]int{
		"/log/checkpoint": 200, "/log/hourly/2031-03-04T05Z": 200, "/log/hourly/2031-03-04T05Z.tsr": 404, "/log/hourly/2031-03-04T06Z": 404,
		"/log/tile/0/001": 404, "/log/tile/..%2f..%2fkey": 404, "/log/tile/entries/000.p/999": 404, "/log/tile/../../key": 404,
		"/log/inclusion?index=999999": 404, "/log/inclusion?index=x": 400, "/log/consistency?from=0": 404, "/log/consistency?from=1&size=99999": 404,
		"/log/entries?to=x": 200, "/log/entries?to=-5": 200, "/log/entries.jsonl?from=99999": 200, "/log/entries.jsonl?from=-1": 400,
		"/reports/r0000/proof.json": 404, "/cases/nobody/proof.json": 404, "/corrections/d0/proof.json": 404, "/log/key": 404, "/log/.state/treeState": 404,
	} {
		if code, body := get(t, h, address); code != want && !(want == 404 && code/100 == 3) || strings.Contains(body, "PRIVATE") {
			t.Errorf("%s: %d, want %d", address, code, want)
		}
	}
	// Where the log is kept elsewhere, or there is none yet, the page says so.
	for _, o := range []Options{{}, {Log: func() (*ledger.Log, error) { return ledger.Open(t.TempDir()) }}} {
		h := world(t, o)
		mustHave(t, "no log", text(page(t, h, "/log")), "There is no log here yet")
		if code, _ := get(t, h, "/log/checkpoint"); code != http.StatusNotFound {
			t.Errorf("no log: checkpoint %d", code)
		}
	}
}

// A removed report is proved without what is no longer shown, and a case without
// the hash of its form, but to who opened it.
func TestProofsWithhold(t *testing.T) {
	h, st, l := logWorld(t)
	rows, _, err := st.Reports(t.Context(), store.ReportQuery{})
	if err != nil {
		t.Fatal(err)
	}
	id := rows[0].ID
	err = st.Begin(t.Context(), func(tx *store.Tx) error {
		n := isnad.Notice{ID: isnad.MakeID('n', "x"), Number: 1, Kind: isnad.NoticeRemoval, Report: id, Text: "Removed.", Issued: time.Now().UTC(), Case: "d00000000000000000001", Act: 3}
		return tx.PutNotice(&n)
	})
	if err != nil {
		t.Fatal(err)
	}
	growLog(t, st, l)
	code, body := get(t, h, "/reports/"+id+"/proof.json")
	var b ledger.Bundle
	if err := json.Unmarshal([]byte(body), &b); err != nil || code != http.StatusOK {
		t.Fatalf("%d %v\n%s", code, err, body)
	}
	if err := ledger.CheckBundle(&b, l); err != nil {
		t.Error(err)
	}
	notices := 0
	for _, e := range b.Entries {
		leaf, err := ledger.ReadLeaf([]byte(e.Leaf))
		if err != nil {
			t.Fatal(err)
		}
		if leaf.Kind == isnad.EntryNotice {
			notices++
		}
		if (leaf.Kind == isnad.EntryVersion || leaf.Kind == isnad.EntryCapture) && (e.Statement != "" || e.Salt != "") {
			t.Errorf("a removed report: %s", e.Statement)
		}
	}
	if notices != 1 || len(b.Entries) < 2 {
		t.Errorf("%d entries, %d notices", len(b.Entries), notices)
	}
}
