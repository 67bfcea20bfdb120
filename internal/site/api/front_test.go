package api

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// An answer can be kept, and need not be sent again while it is the same.
func TestETag(t *testing.T) {
	w := open(t)
	first := w.ask("GET", "/api/v1/incidents")
	tag := first.Header().Get("ETag")
	if tag == "" || first.Header().Get("Cache-Control") != "public, max-age=60" {
		t.Fatal(first.Header())
	}
	if again := w.ask("GET", "/api/v1/incidents", "If-None-Match", `"x", `+tag); again.Code != 304 || again.Body.Len() != 0 || again.Header().Get("ETag") != tag {
		t.Errorf("%d %s", again.Code, again.Header())
	}
	if other := w.ask("GET", "/api/v1/incidents?country=SY", "If-None-Match", tag); other.Code != 200 {
		t.Errorf("another list has the same tag: %d", other.Code)
	}
	if bad := w.ask("GET", "/api/v1/incidents?limit=x"); bad.Header().Get("Cache-Control") != "no-store" || bad.Header().Get("ETag") != "" {
		t.Errorf("a mistake may be kept: %v", bad.Header())
	}
	packed := w.ask("GET", "/api/v1/incidents", "Accept-Encoding", "br, gzip")
	if packed.Header().Get("Content-Encoding") != "gzip" || packed.Body.Len() >= first.Body.Len() || packed.Header().Get("ETag") != tag {
		t.Errorf("%v, %d bytes for %d", packed.Header(), packed.Body.Len(), first.Body.Len())
	}
	if plain := w.ask("GET", "/api/v1/incidents", "Accept-Encoding", "gzip;q=0"); plain.Header().Get("Content-Encoding") != "" {
		t.Error("packed for one who will not have it")
	}
	if head := w.ask("HEAD", "/api/v1/incidents"); head.Code != 200 || head.Body.Len() != 0 || head.Header().Get("Content-Length") != itoa(first.Body.Len()) {
		t.Errorf("HEAD: %d, %d bytes, %v", head.Code, head.Body.Len(), head.Header())
	}
}

// Any site may read; nobody may write.
func TestMethods(t *testing.T) {
	w := open(t)
	if got := w.ask("GET", "/api/v1/totals", "Origin", "https://elsewhere.example").Header().Get("Access-Control-Allow-Origin"); got != "*" {
		t.Errorf("origin %q", got)
	}
	pre := w.ask("OPTIONS", "/api/v1/totals", "Origin", "https://elsewhere.example", "Access-Control-Request-Method", "GET")
	if pre.Code != 204 || pre.Header().Get("Access-Control-Allow-Methods") != "GET, HEAD" || pre.Header().Get("Access-Control-Allow-Credentials") != "" {
		t.Errorf("%d %v", pre.Code, pre.Header())
	}
	for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "BREW"} {
		if rec := w.ask(method, "/api/v1/incidents"); rec.Code != 405 || rec.Header().Get("Allow") == "" {
			t.Errorf("%s: %d", method, rec.Code)
		}
	}
}

// A crowd waits its turn and is not let in all at once; who waits in vain is told.
func TestTurns(t *testing.T) {
	a := &api{o: Options{AtOnce: 2}, wait: 300 * time.Millisecond, longest: time.Minute}
	inside, gate := make(chan struct{}), make(chan struct{})
	h := a.front(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		inside <- struct{}{}
		<-gate
	}))
	done := make(chan int)
	ask := func() {
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, httptest.NewRequest("GET", "/api/", nil))
		done <- rec.Code
	}
	for range 3 {
		go ask()
	}
	<-inside
	<-inside
	select {
	case <-inside:
		t.Fatal("three at once")
	case code := <-done:
		if code != 503 {
			t.Errorf("who waited in vain got %d", code)
		}
	}
	go ask() // who comes when there is room gets in
	gate <- struct{}{}
	<-inside
	close(gate)
	for range 3 {
		if code := <-done; code != 200 {
			t.Errorf("status %d", code)
		}
	}
}

// A request that takes too long ends, and says so.
func TestTooLong(t *testing.T) {
	w := open(t)
	a := &api{st: w.st, o: Options{AtOnce: 1, Logger: slog.New(slog.NewTextHandler(io.Discard, nil))}, wait: time.Second, longest: time.Nanosecond}
	w.h = a.front(a.mux())
	for _, target := range []string{"/api/v1/incidents", "/api/v1/search?q=x", "/api/v1/incidents.geojson", "/feeds/reports.atom"} {
		w.get(target, 503)
	}
}
