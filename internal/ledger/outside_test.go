package ledger

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	formats "github.com/transparency-dev/formats/log"
	f_note "github.com/transparency-dev/formats/note"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
)

// witness is a small server of C2SP tlog-witness: it cosigns checkpoints of one log
// that only grows.
type witness struct {
	log    note.Verifier
	signer note.Signer
	size   uint64
	root   []byte
	asked  int
}

func (w *witness) ServeHTTP(res http.ResponseWriter, req *http.Request) {
	w.asked++
	body, err := io.ReadAll(io.LimitReader(req.Body, 1<<20))
	head, text, ok := bytes.Cut(body, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	old, err2 := strconv.ParseUint(strings.TrimPrefix(lines[0], "old "), 10, 64)
	if err != nil || err2 != nil || !ok || req.URL.Path != "/add-checkpoint" {
		http.Error(res, "not understood", http.StatusBadRequest)
		return
	}
	if old != w.size {
		res.Header().Set("Content-Type", "text/x.tlog.size")
		res.WriteHeader(http.StatusConflict)
		fmt.Fprintln(res, w.size)
		return
	}
	cp, _, n, err := formats.ParseCheckpoint(text, w.log.Name(), w.log)
	if err != nil {
		http.Error(res, err.Error(), http.StatusForbidden)
		return
	}
	var hashes [][]byte
	for _, l := range lines[1:] {
		h, err := base64.StdEncoding.DecodeString(l)
		if err != nil {
			http.Error(res, err.Error(), http.StatusBadRequest)
			return
		}
		hashes = append(hashes, h)
	}
	if old > 0 {
		if err := proof.VerifyConsistency(rfc6962.DefaultHasher, old, cp.Size, hashes, w.root, cp.Hash); err != nil {
			http.Error(res, err.Error(), http.StatusUnprocessableEntity)
			return
		}
	}
	w.size, w.root = cp.Size, cp.Hash
	signed, err := note.Sign(&note.Note{Text: n.Text}, w.signer)
	if err != nil {
		http.Error(res, err.Error(), http.StatusInternalServerError)
		return
	}
	_, sigs, _ := bytes.Cut(signed, []byte("\n\n"))
	res.Write(sigs)
}

func TestWitness(t *testing.T) {
	l := newLog(t)
	secret, public, err := note.GenerateKey(rand.Reader, "lighthouse.example")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := f_note.NewSignerForCosignatureV1(secret)
	if err != nil {
		t.Fatal(err)
	}
	log, err := note.NewVerifier(l.Verifier())
	if err != nil {
		t.Fatal(err)
	}
	w := &witness{log: log, signer: signer}
	server := httptest.NewServer(w)
	defer server.Close()
	cosigner, err := f_note.NewVerifierForCosignatureV1(public)
	if err != nil {
		t.Fatal(err)
	}
	witnesses, err := ReadWitnesses(fmt.Appendf(nil, "witness lighthouse %s %s\nquorum lighthouse\n", public, server.URL))
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		size, _ := l.Size()
		if err := l.Append(t.Context(), made(size, 30)); err != nil {
			t.Fatal(err)
		}
		if _, err := l.Publish(t.Context(), Publishing{Witnesses: witnesses}); err != nil {
			t.Fatal(err)
		}
		c, err := l.Checkpoint()
		if err != nil {
			t.Fatal(err)
		}
		n, err := note.Open(c.Text, note.VerifierList(log, cosigner))
		if err != nil || len(n.Sigs) != 2 || c.Cosignatures != 1 {
			t.Fatalf("the checkpoint is not signed by log and witness: %v\n%s", err, c.Text)
		}
	}
	// A witness that is gone does not stop the log, and its signature is missing.
	server.Close()
	size, _ := l.Size()
	if err := l.Append(t.Context(), made(size, 1)); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Publish(t.Context(), Publishing{Witnesses: witnesses}); err != nil {
		t.Fatal(err)
	}
	if c, err := l.Checkpoint(); err != nil || c.Size != size+1 || c.Cosignatures != 0 {
		t.Errorf("without a witness: %+v %v", c, err)
	}
	for _, bad := range []string{"", "witness a b c\nquorum a\n", "quorum nobody\n", "gossip\n"} {
		if _, err := ReadWitnesses([]byte(bad)); err == nil {
			t.Errorf("policy %q is taken", bad)
		}
	}
}

// authority runs `openssl ts` as a time-stamping authority and returns its address
// and the file of its root certificate.
func authority(t *testing.T) (address, ca string) {
	t.Helper()
	dir := t.TempDir()
	run := func(args ...string) {
		t.Helper()
		cmd := exec.Command("openssl", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("openssl %v: %v\n%s", args, err, out)
		}
	}
	conf := `[req]
distinguished_name = dn
prompt = no
[dn]
CN = Clock Tower Test Authority
[tsa_ext]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = tower
[tower]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
certs = ca.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`
	for name, text := range map[string]string{"conf": conf, "serial": "01\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-config", "conf")
	run("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-config", "conf")
	run("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-out", "tsa.pem", "-extfile", "conf", "-extensions", "tsa_ext")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query, err := io.ReadAll(io.LimitReader(r.Body, 1<<16))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, "query"), query, 0o600)
		}
		if err != nil || r.Header.Get("Content-Type") != "application/timestamp-query" {
			http.Error(w, "not a query", http.StatusBadRequest)
			return
		}
		cmd := exec.Command("openssl", "ts", "-reply", "-config", "conf", "-queryfile", "query", "-out", "reply")
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			http.Error(w, string(out), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/timestamp-reply")
		http.ServeFile(w, r, filepath.Join(dir, "reply"))
	}))
	t.Cleanup(server.Close)
	return server.URL, filepath.Join(dir, "ca.pem")
}

// The first checkpoint of an hour is kept and stamped; openssl checks the stamp
// against the file as it lies there.
func TestHoursAndStamps(t *testing.T) {
	l := newLog(t)
	address, ca := authority(t)
	stamps, err := NewStamps(address)
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2024, 3, 5, 10, 59, 0, 0, time.UTC)
	if err := l.KeepHour(t.Context(), at, stamps); err != nil {
		t.Fatal(err) // nothing to keep yet
	}
	first := grow(t, l, 20)
	for _, now := range []time.Time{at, at.Add(30 * time.Second), at.Add(time.Hour)} { // nothing grew in the second hour
		if err := l.KeepHour(t.Context(), now, stamps); err != nil {
			t.Fatal(err)
		}
	}
	grow(t, l, 20)
	if err := l.KeepHour(t.Context(), at.Add(2*time.Hour), nil); err != nil { // no authority
		t.Fatal(err)
	}
	names, err := l.Hours()
	if err != nil || fmt.Sprint(names) != "[2024-03-05T12Z 2024-03-05T10Z]" {
		t.Fatalf("hours %v %v", names, err)
	}
	h, err := l.Hour("2024-03-05T10Z")
	if err != nil || h.Size != first.Size || time.Since(h.StampedAt()) > time.Minute {
		t.Fatalf("hour %+v: %v", h, err)
	}
	verify := func() error {
		out, err := exec.Command("openssl", "ts", "-verify", "-data", l.hour(h.Name), "-in", l.hour(h.Name)+".tsr", "-CAfile", ca).CombinedOutput()
		if err != nil {
			return fmt.Errorf("%w: %s", err, out)
		}
		return nil
	}
	if err := verify(); err != nil {
		t.Error(err)
	}
	b, err := l.Bundle(t.Context(), "x", made(3, 2))
	if err == nil {
		err = CheckBundle(&b, l)
	}
	if err != nil || b.Stamp == nil {
		t.Fatalf("bundle %+v: %v", b, err)
	}
	if err := os.WriteFile(l.hour(h.Name), append(h.Text, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
	if verify() == nil {
		t.Error("openssl takes the stamp for another checkpoint")
	}
	if faults := checkLog(t, l); len(faults) != 1 || !strings.Contains(faults[0], h.Name) {
		t.Errorf("faults %q", faults)
	}
	for _, bad := range []string{"", "../key", "2024-03-05", "2024-03-05T11Z"} {
		if _, err := l.Hour(bad); err == nil {
			t.Errorf("hour %q", bad)
		}
	}
	// An authority that answers with something else is not believed.
	liar := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write(h.Stamp) }))
	defer liar.Close()
	stamps, err = NewStamps(liar.URL)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.KeepHour(t.Context(), at.Add(2*time.Hour), stamps); err == nil || !strings.Contains(err.Error(), "something else") {
		t.Errorf("a stamp of something else: %v", err)
	}
	if _, err := NewStamps("ftp://x"); err == nil {
		t.Error("ftp is taken")
	}
}

func TestBundleOfAnErasedEntry(t *testing.T) {
	l := newLog(t)
	grow(t, l, 9)
	es := append(made(4, 2), made(20, 1)...)
	es[0].Salt, es[0].Statement = nil, ""
	b, err := l.Bundle(t.Context(), "x", es)
	if err != nil || len(b.Entries) != 2 || b.Waiting != 1 || b.Entries[0].Statement != "" {
		t.Fatalf("%+v %v", b, err)
	}
	if err := CheckBundle(&b, l); err != nil {
		t.Error(err)
	}
	for name, spoil := range map[string]func(*Bundle){
		"leaf":      func(b *Bundle) { b.Entries[1].Leaf = strings.Replace(b.Entries[1].Leaf, "2", "3", 1) },
		"statement": func(b *Bundle) { b.Entries[1].Statement = `{"n":6}` },
		"salt":      func(b *Bundle) { b.Entries[1].Salt = strings.Repeat("00", 32) },
		"index":     func(b *Bundle) { b.Entries[1].Index-- },
		"hash":      func(b *Bundle) { b.Entries[1].Hashes[0] = strings.Repeat("00", 32) },
		"proof":     func(b *Bundle) { b.Entries[1].Proof = b.Entries[0].Proof },
		"check":     func(b *Bundle) { b.Checkpoint = strings.Replace(b.Checkpoint, "\n9\n", "\n8\n", 1) },
	} {
		bad, err := l.Bundle(t.Context(), "x", es)
		if err != nil {
			t.Fatal(err)
		}
		spoil(&bad)
		if CheckBundle(&bad, l) == nil {
			t.Errorf("%s altered: taken", name)
		}
	}
}

// The procedure of docs/log.md, as it stands there, checks a proof and sees every lie.
func TestTheDocumentedProcedure(t *testing.T) {
	doc, err := os.ReadFile("../../docs/log.md")
	if err != nil {
		t.Fatal(err)
	}
	_, script, _ := strings.Cut(string(doc), "```python\n")
	script, _, ok := strings.Cut(script, "```")
	dir := t.TempDir()
	if !ok || os.WriteFile(filepath.Join(dir, "check.py"), []byte(script), 0o600) != nil {
		t.Fatal("docs/log.md has no script")
	}
	l := newLog(t)
	grow(t, l, 700)
	run := func(b Bundle) (string, error) {
		t.Helper()
		text, err := json.Marshal(b)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, "proof.json"), text, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("python3", "check.py", "proof.json", l.Verifier())
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	bundle := func() Bundle {
		t.Helper()
		b, err := l.Bundle(t.Context(), "x", append(append(made(0, 1), made(300, 2)...), made(699, 1)...))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	out, err := run(bundle())
	if err != nil || !strings.Contains(out, "4 entries of 700 checked") || !strings.Contains(out, `{"n":301}`) {
		t.Fatalf("%v\n%s", err, out)
	}
	for name, spoil := range map[string]func(*Bundle){
		"statement": func(b *Bundle) { b.Entries[1].Statement = `{"n":6}` },
		"leaf":      func(b *Bundle) { b.Entries[1].Leaf = b.Entries[2].Leaf },
		"index":     func(b *Bundle) { b.Entries[1].Index++ },
		"hash":      func(b *Bundle) { b.Entries[3].Hashes = b.Entries[3].Hashes[1:] },
		"size":      func(b *Bundle) { b.Checkpoint = strings.Replace(b.Checkpoint, "\n700\n", "\n701\n", 1) },
		"signature": func(b *Bundle) {
			b.Checkpoint = strings.Replace(b.Checkpoint, "courier.example/log ", "tabloid.example/log ", 1)
		},
	} {
		b := bundle()
		spoil(&b)
		if out, err := run(b); err == nil {
			t.Errorf("%s altered: %s", name, out)
		}
	}
}
