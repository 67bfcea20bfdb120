package endpoint

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"isnad/internal/ask"
)

// clock is the time of a test: pauses pass it on.
type clock struct {
	now    time.Time
	pauses []time.Duration
}

func (c *clock) Now() time.Time { return c.now }

func (c *clock) Pause(_ context.Context, d time.Duration) error {
	c.now, c.pauses = c.now.Add(d), append(c.pauses, d)
	return nil
}

// serve answers with one handler for each request, the last one for all further.
func serve(t *testing.T, o Options, handlers ...http.HandlerFunc) (*Client, *clock, *atomic.Int64) {
	t.Helper()
	var n atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		i := int(n.Add(1)) - 1
		handlers[min(i, len(handlers)-1)](w, r)
	}))
	t.Cleanup(s.Close)
	k := &clock{now: time.Date(2024, 3, 4, 12, 0, 0, 0, time.UTC)}
	o.URL, o.Now, o.Pause = s.URL+"/v1", k.Now, k.Pause
	if o.Model == "" {
		o.Model = "orchard-7b"
	}
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c, k, &n
}

func says(content string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		if err := json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]any{"role": "assistant", "content": content}}}}); err != nil {
			panic(err)
		}
	}
}

func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
	}
}

func raw(s string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, s) }
}

// The request is what the interface asks for, and the key goes in its header only.
func TestRequest(t *testing.T) {
	c, _, _ := serve(t, Options{Key: "a-key"}, func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		var q struct {
			Model    string
			Messages []struct{ Role, Content string }
			Format   struct{ Type string } `json:"response_format"`
		}
		if err != nil || json.Unmarshal(body, &q) != nil {
			t.Errorf("body %q, error %v", body, err)
		}
		if r.Method != http.MethodPost || r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer a-key" || bytes.Contains(body, []byte("a-key")) {
			t.Errorf("%s %s with %v", r.Method, r.URL, r.Header)
		}
		if q.Model != "orchard-7b" || len(q.Messages) != 2 || q.Messages[0].Content != "rules" || q.Messages[1].Content != `{"passage":"x"}` || q.Format.Type != "json_object" {
			t.Errorf("asked %+v", q)
		}
		says(`{"place":null}`)(w, r)
	})
	got, err := c.Ask(t.Context(), "rules", `{"passage":"x"}`)
	if err != nil || got != `{"place":null}` {
		t.Errorf("answer %q, %v", got, err)
	}
}

// What a server may do, and what comes of it.
func TestAnswers(t *testing.T) {
	huge := strings.Repeat("x", maxBody)
	for _, c := range []struct {
		name     string
		handlers []http.HandlerFunc
		want     string // answer
		err      error
		asked    int64
		resting  bool
	}{
		{"busy, then answers", []http.HandlerFunc{status(429, "Retry-After", "7"), says("a")}, "a", nil, 2, false},
		{"broken, then answers", []http.HandlerFunc{status(500), status(503), says("a")}, "a", nil, 3, false},
		{"broken for good", []http.HandlerFunc{status(500)}, "", ErrFailed, 3, true},
		{"busy for an hour", []http.HandlerFunc{status(429, "Retry-After", "3600")}, "", ErrFailed, 1, true},
		{"does not know response_format", []http.HandlerFunc{status(400), says("a")}, "a", nil, 2, false},
		{"refuses the question", []http.HandlerFunc{status(400), status(400)}, "", ask.ErrNoAnswer, 2, false},
		{"too long a question", []http.HandlerFunc{status(413)}, "", ask.ErrNoAnswer, 1, false},
		{"wrong key", []http.HandlerFunc{status(401)}, "", ErrFailed, 1, true},
		{"no such model", []http.HandlerFunc{status(404)}, "", ErrFailed, 1, true},
		{"sends elsewhere", []http.HandlerFunc{status(307, "Location", "http://127.0.0.1:1/")}, "", ErrFailed, 1, true},
		{"half a JSON", []http.HandlerFunc{raw(`{"choices":[{"message":{"content":"a`)}, "", ask.ErrNoAnswer, 1, false},
		{"a page", []http.HandlerFunc{raw("<html>")}, "", ask.ErrNoAnswer, 1, false},
		{"nothing", []http.HandlerFunc{raw("")}, "", ask.ErrNoAnswer, 1, false},
		{"no choices", []http.HandlerFunc{raw(`{"choices":[]}`)}, "", ask.ErrNoAnswer, 1, false},
		{"no content", []http.HandlerFunc{raw(`{"choices":[{"message":{"content":null}}]}`)}, "", ask.ErrNoAnswer, 1, false},
		{"content of a wrong type", []http.HandlerFunc{raw(`{"choices":[{"message":{"content":7}}]}`)}, "", ask.ErrNoAnswer, 1, false},
		{"a huge body", []http.HandlerFunc{says(huge)}, "", ask.ErrNoAnswer, 1, false},
		{"breaks off", []http.HandlerFunc{func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			_, _ = io.WriteString(w, "{")
		}}, "", ErrFailed, 3, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			client, _, n := serve(t, Options{}, c.handlers...)
			got, err := client.Ask(t.Context(), "rules", "question")
			if got != c.want || !errors.Is(err, c.err) || n.Load() != c.asked {
				t.Errorf("answer %q, error %v, %d requests; want %q, %v, %d", got, err, n.Load(), c.want, c.err, c.asked)
			}
			if err != nil && (strings.Contains(err.Error(), "127.0.0.1") || strings.Contains(err.Error(), "http:")) {
				t.Errorf("the error names the address: %v", err)
			}
			_, err = client.Ask(t.Context(), "rules", "another")
			if errors.Is(err, ErrResting) != c.resting {
				t.Errorf("then: %v, resting %v wanted", err, c.resting)
			}
		})
	}
}

// A server's own pause is kept, and after a rest questions are asked again.
func TestPauses(t *testing.T) {
	client, k, n := serve(t, Options{}, status(429, "Retry-After", "7"), status(500), status(500), says("a"))
	if _, err := client.Ask(t.Context(), "", ""); !errors.Is(err, ErrFailed) {
		t.Fatal(err)
	}
	if fmt.Sprint(k.pauses) != "[7s 4s]" {
		t.Errorf("pauses %v", k.pauses)
	}
	if _, err := client.Ask(t.Context(), "", ""); !errors.Is(err, ErrResting) || n.Load() != 3 {
		t.Errorf("%v after %d requests", err, n.Load())
	}
	k.now = k.now.Add(rest)
	if got, err := client.Ask(t.Context(), "", ""); err != nil || got != "a" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestPerHour(t *testing.T) {
	client, k, n := serve(t, Options{PerHour: 3}, says("a"))
	for i := range 5 {
		_, err := client.Ask(t.Context(), "", "")
		if errors.Is(err, ErrResting) != (i >= 3) {
			t.Errorf("question %d: %v", i, err)
		}
	}
	k.now = k.now.Add(time.Hour)
	if _, err := client.Ask(t.Context(), "", ""); err != nil || n.Load() != 4 {
		t.Errorf("an hour later: %v after %d requests", err, n.Load())
	}
}

// A server that says nothing costs no more than the time that was set, and one
// that is not there none.
func TestSlowAndAbsent(t *testing.T) {
	hang := make(chan struct{})
	client, _, _ := serve(t, Options{Timeout: 50 * time.Millisecond}, func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		select {
		case <-r.Context().Done():
		case <-hang:
		}
	})
	defer close(hang)
	began := time.Now()
	if _, err := client.Ask(t.Context(), "", ""); !errors.Is(err, ErrFailed) || !strings.Contains(err.Error(), "too long") {
		t.Errorf("slow: %v", err)
	}
	if d := time.Since(began); d > 5*time.Second {
		t.Errorf("three tries of 50 ms took %s", d)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	k := &clock{now: time.Now()}
	gone, err := New(Options{URL: "http://" + address, Model: "m", Pause: k.Pause, Now: k.Now})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := gone.Ask(t.Context(), "", ""); !errors.Is(err, ErrFailed) || !strings.Contains(err.Error(), "refused") || strings.Contains(err.Error(), address) {
		t.Errorf("absent: %v", err)
	}
}

// Who ends the step ends the question.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	client, _, _ := serve(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		if ctx.Err() != nil {
			says("a")(w, r)
			return
		}
		cancel()
		<-r.Context().Done()
	})
	if _, err := client.Ask(ctx, "", ""); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, err := client.Ask(t.Context(), "", ""); err != nil {
		t.Errorf("a question that was called off made the endpoint rest: %v", err)
	}
}

func TestNew(t *testing.T) {
	for _, c := range []struct {
		name string
		o    Options
		ok   bool
	}{
		{"this machine", Options{URL: "http://localhost:11434/v1", Model: "m"}, true},
		{"this machine with a key", Options{URL: "http://127.0.0.1:8000/v1/", Model: "m", Key: "k\n"}, true},
		{"this network", Options{URL: "http://10.0.0.7:8000/v1", Model: "m"}, true},
		{"this network with a key in the clear", Options{URL: "http://10.0.0.7:8000/v1", Model: "m", Key: "k"}, false},
		{"a service", Options{URL: "https://model.example/v1", Model: "m", Key: "k"}, true},
		{"a key in the address", Options{URL: "https://name:secret@model.example/v1", Model: "m"}, false},
		{"a key in the query", Options{URL: "https://model.example/v1?key=secret", Model: "m"}, false},
		{"no model", Options{URL: "http://localhost/v1"}, false},
		{"a model that turns the line", Options{URL: "http://localhost/v1", Model: "m\u202e"}, false},
		{"no scheme", Options{URL: "localhost:11434/v1", Model: "m"}, false},
		{"a file", Options{URL: "file:///etc/passwd", Model: "m"}, false},
		{"no host", Options{URL: "http:///v1", Model: "m"}, false},
		{"a key of two lines", Options{URL: "http://localhost/v1", Model: "m", Key: "a\r\nHost: b"}, false},
	} {
		if _, err := New(c.o); (err == nil) != c.ok || err != nil && (!errors.Is(err, ErrConfig) || strings.Contains(err.Error(), "secret")) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// An address that clouds keep their secrets at is not connected to.
func TestGuard(t *testing.T) {
	for address, ok := range map[string]bool{
		"127.0.0.1:80": true, "[::1]:80": true, "10.0.0.7:80": true, "203.0.113.9:443": true,
		"169.254.169.254:80": false, "[fe80::1]:80": false, "[::ffff:169.254.169.254]:80": false, "0.0.0.0:80": false, "224.0.0.1:80": false,
	} {
		if err := guard("tcp", address, nil); (err == nil) != ok {
			t.Errorf("%s: %v", address, err)
		}
	}
}
