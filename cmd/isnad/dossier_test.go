package main

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"isnad/internal/dossier"
	"isnad/internal/isnadtest/schema"
	"isnad/internal/site/basemap"
	"isnad/internal/store"
)

// Every incident of the samples has a dossier, in both databases, and the same
// bytes each time.
func TestDossiersOfTheSamples(t *testing.T) {
	t.Parallel()
	for name, database := range map[string]string{"sqlite": "", "postgres": schema.New(t)} {
		t.Run(name, func(t *testing.T) {
			h := demoHouse(t, database)
			g := gatherer{h.store, basemap.New()}
			list, _, err := h.store.Incidents(t.Context(), store.IncidentQuery{Page: store.Page{Limit: 1000}})
			if err != nil {
				t.Fatal(err)
			}
			linked := 0
			for _, i := range list {
				var files [2]bytes.Buffer
				for n := range files {
					c, err := g.dossier(t.Context(), i.ID)
					if err != nil {
						t.Fatal(err)
					}
					if err := dossier.Check(t.Context(), c, h.keepers(), dossier.DefaultMax); err != nil {
						t.Fatal(err)
					}
					if err := dossier.Write(t.Context(), &files[n], c, h.keepers(), dossier.DefaultMax); err != nil {
						t.Fatal(err)
					}
					if len(c.Told) != len(i.Claims) || len(c.Reports) == 0 || len(c.Captures) == 0 {
						t.Errorf("%s: %d of %d claims, %d reports, %d captures", i.Title, len(c.Told), len(i.Claims), len(c.Reports), len(c.Captures))
					}
					linked += len(c.Citations)
				}
				if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
					t.Errorf("%s: two dossiers differ", i.Title)
				}
			}
			if len(list) < 10 || linked == 0 {
				t.Errorf("%d incidents, %d links", len(list), linked)
			}
		})
	}
}

// A person at the desk follows the link on the page of an incident and gets the
// file that the command writes; others get neither.
func TestServeSendsDossiers(t *testing.T) {
	data := t.TempDir()
	sample := filepath.Join(t.TempDir(), "sample.jsonl")
	if err := os.WriteFile(sample, []byte(`{"id":"a","source":"Hill","published":"2024-03-05","title":"Market hit","text":"Seven people were killed on Monday in an air strike on a market in Binnish, medical sources said."}`), 0o600); err != nil {
		t.Fatal(err)
	}
	command := func(args ...string) string {
		var out, err bytes.Buffer
		if code := run(t.Context(), append([]string{"--data", data}, args...), console{strings.NewReader(""), &out, &err}); code != 0 {
			t.Fatalf("%v: %d, %s", args, code, err.String())
		}
		return out.String()
	}
	command("add", sample)
	id := regexp.MustCompile(`^i[0-9a-f]{20}`).FindString(command("export", "incidents"))
	file := filepath.Join(t.TempDir(), "d.zip")
	command("dossier", id, "-o", file)
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out, ended := &lockedBuffer{}, make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"--data", data, "serve", "--listen", "127.0.0.1:0"}, console{strings.NewReader(""), out, out})
	}()
	join := out.wait(t, regexp.MustCompile(`http://127\.0\.0\.1:\d+/desk/join/\w+`))
	base := regexp.MustCompile(`http://[^/]+`).FindString(join)
	get := func(c *http.Client, address string) (*http.Response, []byte) {
		r, err := c.Get(base + address)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		b, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		return r, b
	}
	stranger := &http.Client{}
	link := "/desk/incidents/" + id + "/dossier.zip"
	if _, page := get(stranger, "/incidents/"+id); bytes.Contains(page, []byte(link)) {
		t.Error("a stranger sees the link")
	}
	if r, _ := get(stranger, link); r.Request.URL.Path != "/desk/sign-in" {
		t.Errorf("a stranger is led to %s", r.Request.URL)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	admin := &http.Client{Jar: jar}
	r, err := admin.PostForm(join, url.Values{"name": {"Rima"}, "password": {"four plain words here"}, "again": {"four plain words here"}})
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if _, page := get(admin, "/incidents/"+id); !bytes.Contains(page, []byte(link)) {
		t.Error("who is signed in sees no link")
	}
	r, got := get(admin, link)
	if r.StatusCode != http.StatusOK || r.Header.Get("Content-Disposition") != `attachment; filename="dossier-`+id+`.zip"` {
		t.Fatalf("%d %v", r.StatusCode, r.Header)
	}
	z, err := zip.NewReader(bytes.NewReader(got), int64(len(got)))
	if err != nil || !bytes.Equal(got, want) {
		t.Fatalf("%v; %d bytes from the site, %d from the command", err, len(got), len(want))
	}
	proofs := 0
	for _, f := range z.File {
		if strings.Contains(f.Name, "/proofs/") { // of the report, and what checks it
			proofs++
		}
	}
	if len(z.File) != 17 || proofs != 2 {
		t.Errorf("%d files, %d of them proofs", len(z.File), proofs)
	}
	cancel()
	<-ended
}
