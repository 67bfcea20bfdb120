package main

import (
	"bytes"
	"context"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// While there is nobody, serve prints a link; whoever follows it is admin and
// signed in. Afterwards serve prints none.
func TestServeLetsTheFirstAdminIn(t *testing.T) {
	data := t.TempDir()
	start := func() (out *lockedBuffer, stop func()) {
		ctx, cancel := context.WithCancel(t.Context())
		out = &lockedBuffer{}
		ended := make(chan int, 1)
		go func() {
			ended <- run(ctx, []string{"--data", data, "serve", "--listen", "127.0.0.1:0"}, console{strings.NewReader(""), out, out})
		}()
		return out, func() { cancel(); <-ended }
	}
	out, stop := start()
	link := out.wait(t, regexp.MustCompile(`http://127\.0\.0\.1:\d+/desk/join/\w+`))
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar}
	r, err := client.PostForm(link, url.Values{"name": {"Rima"}, "password": {"four plain words here"}, "again": {"four plain words here"}})
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.StatusCode != http.StatusOK || r.Request.URL.Path != "/desk" {
		t.Errorf("after joining: %d at %s", r.StatusCode, r.Request.URL)
	}
	stop()
	out, stop = start()
	out.wait(t, regexp.MustCompile(`is at http`))
	time.Sleep(200 * time.Millisecond)
	stop()
	if s := out.String(); strings.Contains(s, "join") {
		t.Errorf("a link is printed though there is an admin: %s", s)
	}
}

// lockedBuffer is what a command prints, read while it runs.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(b)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// wait waits until what was printed matches.
func (l *lockedBuffer) wait(t *testing.T, want *regexp.Regexp) string {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if m := want.FindString(l.String()); m != "" {
			return m
		}
	}
	t.Fatalf("%s was never printed: %s", want, l.String())
	return ""
}
