package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"isnad/internal/archive"
	"isnad/internal/archive/warc"
	"isnad/internal/isnadtest/wire"
)

// scriptCommands is what scripts can do beyond running isnad.
func scriptCommands() map[string]func(ts *testscript.TestScript, neg bool, args []string) {
	return map[string]func(ts *testscript.TestScript, neg bool, args []string){
		"webserver":    webserver,
		"model":        model,
		"spoil":        spoil,
		"flip":         flip,
		"sameincident": sameIncident,
		"makewarc":     makeWARC,
		"latin1":       latin1,
		"zeros":        zeros,
		"repeat":       repeat,
		"gzip":         gzipFile,
		"cut":          cut,
		"wire":         wireFile,
		"freeport":     freePort,
		"reportid":     reportID,
		"claimid":      claimID,
		"placeid":      placeID,
		"caseid":       caseID,
		"checkproofs":  checkProofs,
	}
}

// webserver DIR serves a folder on loopback until the script ends; $URL is its
// address. /loop redirects to itself, /away to a private address, /bomb sends a
// megabyte of zeros for every kilobyte.
func webserver(ts *testscript.TestScript, neg bool, args []string) {
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(ts.MkAbs(args[0]))))
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest/", http.StatusFound)
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for range 200 {
			if _, err := z.Write(make([]byte, 1<<20)); err != nil {
				return // the reader hung up, as it should
			}
		}
		z.Close()
	})
	s := httptest.NewServer(mux)
	ts.Defer(s.Close)
	ts.Setenv("URL", s.URL)
}

// model FILE serves the chat interface of a language model that gives one answer
// to everything, to who has the key "a-secret-key", until the script ends; $MODEL is its address.
func model(ts *testscript.TestScript, neg bool, args []string) {
	answer := ts.ReadFile(args[0])
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer a-secret-key" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": answer}}}})
	}))
	ts.Defer(s.Close)
	ts.Setenv("MODEL", s.URL)
}

// zeros FILE BYTES makes a file of zeros that takes no room on the disk.
func zeros(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(f.Truncate(n))
	ts.Check(f.Close())
}

// repeat FILE TIMES BEFORE AGAIN AFTER writes BEFORE, AGAIN so many times, AFTER.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(args[2]+strings.Repeat(args[3], n)+args[4]), 0o600))
}

// gzip FILE replaces FILE by FILE.gz.
func gzipFile(ts *testscript.TestScript, neg bool, args []string) {
	b, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, err = z.Write(b)
	ts.Check(err)
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0])+".gz", out.Bytes(), 0o600))
	ts.Check(os.Remove(ts.MkAbs(args[0])))
}

// cut FILE BYTES takes as many bytes off the end of FILE.
func cut(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), info.Size()-n))
}

// wire FILE N writes N made-up reports as JSON lines.
func wireFile(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(wire.Write(f, 1, 0, n))
	ts.Check(f.Close())
}

// freeport sets $PORT to a port of loopback that nothing listens on.
func freePort(ts *testscript.TestScript, neg bool, args []string) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Setenv("PORT", fmt.Sprint(l.Addr().(*net.TCPAddr).Port))
	ts.Check(l.Close())
}

// spoil add|alter|restore|remove DIR does to the archive in DIR what should not be
// done: puts a blob there that nothing speaks of; alters, mends or removes the
// blob that was there first.
func spoil(ts *testscript.TestScript, neg bool, args []string) {
	if args[0] == "add" {
		ar, err := archive.Open(args[1])
		ts.Check(err)
		_, _, _, err = ar.Put(strings.NewReader("nobody speaks of this"), 1000)
		ts.Check(err)
		return
	}
	var blob string
	ts.Check(filepath.WalkDir(args[1], func(path string, d fs.DirEntry, err error) error {
		if err == nil && len(d.Name()) == 64 {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if !bytes.Contains(b, []byte("nobody speaks")) {
				blob = path
			}
		}
		return err
	}))
	b, err := os.ReadFile(blob)
	ts.Check(err)
	ts.Check(os.Chmod(blob, 0o600))
	switch args[0] {
	case "alter", "restore": // the same change done twice is none
		b[len(b)/2] ^= 1
		ts.Check(os.WriteFile(blob, b, 0o600))
	case "remove":
		ts.Check(os.Remove(blob))
	}
}

// flip FILE alters one byte in the middle of a file; done twice it alters nothing.
func flip(ts *testscript.TestScript, neg bool, args []string) {
	b, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	b[len(b)/2] ^= 1
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
}

// sameincident stdout A B demands that the first claims of reports A and B carry
// the same key.
func sameIncident(ts *testscript.TestScript, neg bool, args []string) {
	keys := map[string]string{}
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		var r struct {
			ID     string
			Claims []struct{ Incident string }
		}
		ts.Check(json.Unmarshal([]byte(line), &r))
		if len(r.Claims) > 0 {
			keys[r.ID] = r.Claims[0].Incident
		}
	}
	if a, b := keys[args[1]], keys[args[2]]; a == "" || a != b {
		ts.Fatalf("incident of %s is %q, of %s %q", args[1], a, args[2], b)
	}
}

// makewarc FILE writes a WARC of two pages, a picture and an error.
func makeWARC(ts *testscript.TestScript, neg bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	w := warc.NewWriter(f, false)
	at := time.Date(2024, 3, 5, 9, 0, 0, 0, time.UTC)
	ts.Check(w.Info(at, nil))
	page := func(title, text string) []byte {
		return []byte("<!doctype html><html lang=en><head><title>" + title + "</title></head><body><article><h1>" + title +
			"</h1><p>" + text + "</p><p>" + strings.Repeat("The road was closed until the evening and people walked home along the river. ", 4) + "</p></article></body></html>")
	}
	html := map[string]string{"content-type": "text/html; charset=utf-8"}
	ts.Check(w.Response("https://hill.example/one", at, 200, html, page("Mill shelled in Binnish", "March 5, 2024. Four workers were killed on Monday when shelling hit a mill in Binnish, residents said.")))
	ts.Check(w.Response("https://hill.example/two", at, 200, html, page("Mine near Taiz", "March 5, 2024. A landmine killed one man near Taiz on Monday, a local official said.")))
	ts.Check(w.Response("https://hill.example/logo.png", at, 200, map[string]string{"content-type": "image/png"}, []byte("\x89PNG\r\n\x1a\n")))
	ts.Check(w.Response("https://hill.example/gone", at, 404, html, page("Not here", "Gone.")))
	ts.Check(f.Close())
}

// latin1 FILE TEXT writes text in windows-1252, which is no UTF-8.
func latin1(ts *testscript.TestScript, neg bool, args []string) {
	var b []byte
	for _, r := range args[1] {
		b = append(b, byte(r))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
}

// reportid SOURCE sets $REPORT to the ID of the report of that outlet.
func reportID(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(ts.Exec("isnad", "export", "reports", "--format", "jsonl"))
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		var r struct{ ID, Source string }
		ts.Check(json.Unmarshal([]byte(line), &r))
		if r.Source == args[0] {
			ts.Setenv("REPORT", r.ID)
			return
		}
	}
	ts.Fatalf("no report of %s", args[0])
}

// caseid sets $CASE and $TOKEN to those of the case that was opened last, from the
// JSON line printed last.
func caseID(ts *testscript.TestScript, neg bool, args []string) {
	var c struct{ ID, Token, State string }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &c))
	if c.ID == "" || c.Token == "" || c.State != "received" {
		ts.Fatalf("no case was opened: %+v", c)
	}
	ts.Setenv("CASE", c.ID)
	ts.Setenv("TOKEN", c.Token)
}

// placeid sets $PLACE to the first word of what was printed last.
func placeID(ts *testscript.TestScript, neg bool, args []string) {
	id, _, _ := strings.Cut(ts.ReadFile("stdout"), " ")
	ts.Setenv("PLACE", id)
}

// claimid WORDS sets $CLAIM and $INCIDENT to the IDs of the claim whose quote
// holds the words, and of its incident.
func claimID(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(ts.Exec("isnad", "export", "claims", "--format", "jsonl"))
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		var c struct{ ID, Incident, Quote string }
		ts.Check(json.Unmarshal([]byte(line), &c))
		if strings.Contains(c.Quote, args[0]) {
			ts.Setenv("CLAIM", c.ID)
			ts.Setenv("INCIDENT", c.Incident)
			return
		}
	}
	ts.Fatalf("no claim holds %q", args[0])
}

// checkproofs checks every proof of the present folder as the README above it says,
// with Python and OpenSSL, and prints what they tell.
func checkProofs(ts *testscript.TestScript, neg bool, args []string) {
	readme := ts.ReadFile("../" + args[0])
	key := regexp.MustCompile(`check\.py FILE\.json '([^']+)'`).FindStringSubmatch(readme)
	if key == nil {
		ts.Fatalf("README.txt does not tell how to check a proof")
	}
	proofs, err := filepath.Glob(ts.MkAbs("*.json"))
	ts.Check(err)
	all := ""
	for _, p := range proofs {
		ts.Check(ts.Exec("python3", "check.py", filepath.Base(p), key[1]))
		all += ts.ReadFile("stdout")
	}
	_, err = io.WriteString(ts.Stdout(), all)
	ts.Check(err)
}
