package fetch

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"isnad"
	"isnad/internal/coding"
)

const page = "<title>Nine were taken to the clinic</title>"

// serve answers with what the mux says; robots.txt is absent unless it says so.
func serve(t testing.TB, handlers map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h := handlers[r.URL.Path]; h != nil {
			h(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func local(t testing.TB, o Options) *Fetcher {
	o.Allow = append(o.Allow, "127.0.0.1")
	return fetcher(t, o)
}

func packed(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

func TestGet(t *testing.T) {
	var got http.Header
	s := serve(t, map[string]http.HandlerFunc{
		"/a": func(w http.ResponseWriter, r *http.Request) {
			got = r.Header.Clone()
			w.Header().Set("Content-Type", "text/html; charset=windows-1256")
			w.Header().Set("ETag", `"1"`)
			w.Header().Add("Link", "<a>")
			w.Header().Add("Link", "<b>")
			w.Header().Set("X-Place", "M\xfcnster")
			http.SetCookie(w, &http.Cookie{Name: "id", Value: "secret"})
			io.WriteString(w, page)
		},
	})
	f := local(t, Options{UserAgent: "isnad/1 (+https://desk.example)"})
	address := strings.Replace(s.URL, "http", "HTTP", 1) + "/a#part"
	before := time.Now()
	res, err := f.Get(t.Context(), address, Validators{})
	if err != nil {
		t.Fatal(err)
	}
	if string(res.Body) != page || res.Status != 200 || res.NotModified || res.Address != address || res.Final != s.URL+"/a" || len(res.Redirects) > 0 || res.MediaType != "text/html; charset=windows-1256" {
		t.Errorf("%+v", res)
	}
	if res.Received.Before(before.Add(-time.Second)) || res.Received.After(time.Now()) || res.Received.Location() != time.UTC {
		t.Errorf("received %s", res.Received)
	}
	h := maps.Clone(res.Headers)
	delete(h, "date")
	want := map[string]string{"content-type": "text/html; charset=windows-1256", "etag": `"1"`, "link": "<a>, <b>", "x-place": "Münster", "content-length": fmt.Sprint(len(page))}
	if !maps.Equal(h, want) {
		t.Errorf("headers %v, want %v", h, want)
	}
	if got.Get("User-Agent") != "isnad/1 (+https://desk.example)" || got.Get("Accept-Encoding") != coding.Accept || got.Get("Cookie") != "" || got.Get("Referer") != "" || got.Get("If-None-Match") != "" {
		t.Errorf("asked with %v", got)
	}
}

func TestGetConditional(t *testing.T) {
	var got http.Header
	s := serve(t, map[string]http.HandlerFunc{
		"/a": func(w http.ResponseWriter, r *http.Request) {
			got = r.Header.Clone()
			if r.Header.Get("If-None-Match") == `"1"` {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			io.WriteString(w, page)
		},
		"/never": func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNotModified) },
	})
	f := local(t, Options{})
	const monday = "Mon, 23 Oct 2017 07:00:00 GMT"
	res, err := f.Get(t.Context(), s.URL+"/a", Validators{ETag: `"1"`, LastModified: monday})
	if err != nil || !res.NotModified || res.Status != 304 || res.Body != nil || got.Get("If-Modified-Since") != monday {
		t.Errorf("%+v, %v, asked with %v", res, err, got)
	}
	res, err = f.Get(t.Context(), s.URL+"/a", Validators{ETag: `"0"`})
	if err != nil || res.NotModified || string(res.Body) != page {
		t.Errorf("%+v, %v", res, err)
	}
	// What a server once sent cannot make the next request a different one.
	if _, err = f.Get(t.Context(), s.URL+"/a", Validators{ETag: "\"1\"\r\nX: y", LastModified: strings.Repeat("x", 2000)}); err != nil || got.Get("If-None-Match") != "" || got.Get("If-Modified-Since") != "" {
		t.Errorf("%v, asked with %v", err, got)
	}
	// "Not modified" without having been asked is no answer.
	var status *StatusError
	if _, err = f.Get(t.Context(), s.URL+"/never", Validators{}); !errors.As(err, &status) || status.Status != 304 {
		t.Errorf("%v", err)
	}
}

func TestGetStatus(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var status int
		fmt.Sscanf(r.URL.Path, "/%d", &status)
		w.Header().Set("Retry-After", r.URL.RawQuery)
		if status == 0 {
			status = 404
		}
		w.WriteHeader(status)
	}))
	defer s.Close()
	for _, c := range []struct {
		path   string
		absent bool
		after  time.Duration
	}{
		{"/404", true, 0}, {"/410", true, 0}, {"/403", false, 0}, {"/500", false, 0}, {"/206", false, 0}, {"/300", false, 0},
		{"/403?17", false, 17 * time.Second}, {"/403?soon", false, 0}, {"/403?-3", false, 0}, {"/403?999999999", false, maxRetryAfter},
		{"/403?" + time.Now().Add(-time.Hour).UTC().Format(http.TimeFormat), false, 0},
	} {
		_, err := local(t, Options{}).Get(t.Context(), s.URL+strings.ReplaceAll(c.path, " ", "%20"), Validators{})
		var status *StatusError
		if !errors.As(err, &status) || fmt.Sprint("/", status.Status) != c.path[:4] && fmt.Sprintf("/%d", status.Status) != c.path[:4] {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		if errors.Is(err, isnad.ErrNotFound) != c.absent || status.RetryAfter != c.after {
			t.Errorf("%s: absent %v, retry after %s", c.path, errors.Is(err, isnad.ErrNotFound), status.RetryAfter)
		}
	}
	if res, err := local(t, Options{}).Get(t.Context(), s.URL+"/204", Validators{}); err != nil || res.Status != 204 || len(res.Body) > 0 {
		t.Errorf("%+v, %v", res, err)
	}
}

func TestGetRedirects(t *testing.T) {
	to := func(location string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if location != "" {
				w.Header().Set("Location", location)
			}
			w.WriteHeader(http.StatusFound)
		}
	}
	var auth string
	handlers := map[string]http.HandlerFunc{
		"/page": func(w http.ResponseWriter, r *http.Request) {
			auth = r.Header.Get("Authorization")
			io.WriteString(w, page)
		},
		"/1": to("/2"), "/2": to("page?x#y"), "/loop": to("/pool"), "/pool": to("/loop"), "/self": to("/self"),
		"/nowhere": to(""), "/file": to("file:///etc/passwd"), "/broken": to("http://[::1"), "/long": to("/" + strings.Repeat("x", maxAddress)),
		"/gone": to("/not-there"),
	}
	s := serve(t, handlers)
	handlers["/secret"] = to(strings.Replace(s.URL, "http://", "http://who:secret@", 1) + "/page")
	for i := range 30 {
		handlers[fmt.Sprintf("/deep/%d", i)] = to(fmt.Sprintf("/deep/%d", i+1))
	}
	handlers["/deep/30"] = handlers["/page"]
	f := local(t, Options{})

	res, err := f.Get(t.Context(), s.URL+"/1", Validators{})
	if err != nil || string(res.Body) != page || res.Address != s.URL+"/1" || res.Final != s.URL+"/page?x" || !slices.Equal(res.Redirects, []string{s.URL + "/2", s.URL + "/page?x"}) {
		t.Errorf("%+v, %v", res, err)
	}
	// A password that a redirect carries is neither sent nor kept.
	res, err = f.Get(t.Context(), s.URL+"/secret", Validators{})
	if err != nil || auth != "" || res.Final != s.URL+"/page" || strings.Contains(fmt.Sprint(res.Redirects), "secret@") {
		t.Errorf("%+v, %v, sent %q", res, err, auth)
	}
	for path, saying := range map[string]string{
		"/loop": "in a circle", "/self": "in a circle", "/deep/0": "more than 10", "/nowhere": "does not say where", "/file": `"file"`, "/broken": "missing ']'", "/long": "bytes",
	} {
		if _, err := f.Get(t.Context(), s.URL+path, Validators{}); !errors.Is(err, ErrRedirects) || !strings.Contains(err.Error(), saying) || len(err.Error()) > 500 {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := f.Get(t.Context(), s.URL+"/gone", Validators{}); !errors.Is(err, isnad.ErrNotFound) || !strings.Contains(err.Error(), "/not-there") {
		t.Errorf("the error does not say which address failed: %v", err)
	}
	for limit, ok := range map[int]bool{30: true, 29: false} {
		if _, err := local(t, Options{MaxRedirects: limit}).Get(t.Context(), s.URL+"/deep/0", Validators{}); (err == nil) != ok {
			t.Errorf("30 redirects of %d: %v", limit, err)
		}
	}
	if _, err := local(t, Options{MaxRedirects: -1}).Get(t.Context(), s.URL+"/2", Validators{}); !errors.Is(err, ErrRedirects) {
		t.Errorf("none allowed: %v", err)
	}
}

func TestGetRefusesAddresses(t *testing.T) {
	asked, s := counting(t)
	for _, address := range []string{"", "ftp://outlet.example/", "outlet.example/a", strings.Replace(s.URL, "://", "://who:secret@", 1), strings.Replace(s.URL, "://", "://who@", 1)} {
		_, err := local(t, Options{}).Get(t.Context(), address, Validators{})
		if !errors.Is(err, ErrAddress) || strings.Contains(fmt.Sprint(err), "secret") {
			t.Errorf("%q: %v", address, err)
		}
	}
	if asked.Load() > 0 {
		t.Error("something was asked")
	}
}

func TestGetDecodes(t *testing.T) {
	answer := func(encoding string, body []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", encoding)
			w.Write(body)
		}
	}
	var z bytes.Buffer
	zw := zlib.NewWriter(&z)
	io.WriteString(zw, page)
	zw.Close()
	zeros := make([]byte, 8<<20)
	random := bytes.Repeat([]byte("0123456789abcdefghijklmnopqrstuvwxyz"), 40)
	s := serve(t, map[string]http.HandlerFunc{
		"/gzip": answer("gzip", packed([]byte(page))), "/deflate": answer("deflate", z.Bytes()), "/twice": answer("gzip, gzip", packed(packed([]byte(page)))),
		"/br": answer("br", []byte("xx")), "/bomb": answer("gzip", packed(zeros)), "/nested": answer("gzip, gzip", packed(packed(zeros))),
		"/cut": answer("gzip", packed([]byte(page))[:30]), "/large": answer("gzip", packed(random)), "/mislabelled": answer("gzip", []byte(page)),
	})
	for _, path := range []string{"/gzip", "/deflate", "/twice"} {
		if res, err := local(t, Options{}).Get(t.Context(), s.URL+path, Validators{}); err != nil || string(res.Body) != page {
			t.Errorf("%s: %+v, %v", path, res, err)
		}
	}
	for path, want := range map[string]error{
		"/br": coding.ErrUnsupported, "/bomb": coding.ErrBomb, "/nested": coding.ErrBomb, "/cut": io.ErrUnexpectedEOF, "/large": isnad.ErrTooLarge, "/mislabelled": nil,
	} {
		o := Options{}
		if path == "/large" {
			o.MaxBytes = int64(len(random)) - 1
		}
		if _, err := local(t, o).Get(t.Context(), s.URL+path, Validators{}); err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestGetTooLarge(t *testing.T) {
	body := bytes.Repeat([]byte("x"), 1000)
	s := serve(t, map[string]http.HandlerFunc{
		"/told":   func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Length", "1000"); w.Write(body) },
		"/untold": func(w http.ResponseWriter, r *http.Request) { w.(http.Flusher).Flush(); w.Write(body) },
		"/endless": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write(body); err != nil {
					return
				}
			}
		},
		"/header": func(w http.ResponseWriter, r *http.Request) {
			for i := range 500 {
				w.Header().Set(fmt.Sprint("X-", i), string(body))
			}
		},
	})
	for _, path := range []string{"/told", "/untold"} {
		if res, err := local(t, Options{MaxBytes: 1000}).Get(t.Context(), s.URL+path, Validators{}); err != nil || len(res.Body) != 1000 {
			t.Errorf("%s: %v", path, err)
		}
		if _, err := local(t, Options{MaxBytes: 999}).Get(t.Context(), s.URL+path, Validators{}); !errors.Is(err, isnad.ErrTooLarge) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := local(t, Options{MaxBytes: 1 << 20}).Get(t.Context(), s.URL+"/endless", Validators{}); !errors.Is(err, isnad.ErrTooLarge) {
		t.Errorf("%v", err)
	}
	if _, err := local(t, Options{}).Get(t.Context(), s.URL+"/header", Validators{}); !errors.Is(err, ErrUnreachable) {
		t.Errorf("half a megabyte of headers: %v", err)
	}
}

// The time is for everything: silence, a body that drips, redirects one after the
// other. A caller who gives up gets the context's own error.
func TestGetTimeout(t *testing.T) {
	hang := func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	drip := func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			io.WriteString(w, "x")
			w.(http.Flusher).Flush()
			time.Sleep(10 * time.Millisecond)
		}
	}
	var n atomic.Int64
	s := serve(t, map[string]http.HandlerFunc{"/hang": hang, "/drip": drip, "/slow": func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(100 * time.Millisecond)
		http.Redirect(w, r, fmt.Sprint("/slow?", n.Add(1)), http.StatusFound)
	}})
	silent := serve(t, map[string]http.HandlerFunc{"/robots.txt": hang})
	for _, address := range []string{s.URL + "/hang", s.URL + "/drip", s.URL + "/slow", silent.URL + "/a"} {
		begin := time.Now()
		_, err := local(t, Options{Timeout: 300 * time.Millisecond}).Get(t.Context(), address, Validators{})
		if d := time.Since(begin); !errors.Is(err, ErrTimeout) || d > 3*time.Second {
			t.Errorf("%s: %v after %s", address, err, d)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		if _, err := local(t, Options{}).Get(ctx, address, Validators{}); !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, ErrTimeout) {
			t.Errorf("%s, given up: %v", address, err)
		}
		cancel()
	}
}

// Answers that are no HTTP, break off, or do not come.
func TestGetUnreachable(t *testing.T) {
	for name, answer := range map[string]string{
		"no HTTP": "220 mail.example ESMTP\r\n", "nothing": "", "half a head": "HTTP/1.1 200 OK\r\nContent-", "half a body": "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
		"half a chunk": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf",
	} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			for {
				c, err := l.Accept()
				if err != nil {
					return
				}
				c.Read(make([]byte, 4096))
				io.WriteString(c, answer)
				c.Close()
			}
		}()
		for _, ignoreRobots := range []bool{false, true} {
			if res, err := local(t, Options{IgnoreRobots: ignoreRobots}).Get(t.Context(), "http://"+l.Addr().String()+"/a", Validators{}); !errors.Is(err, ErrUnreachable) {
				t.Errorf("%s: %+v, %v", name, res, err)
			}
		}
		l.Close()
		if _, err := local(t, Options{}).Get(t.Context(), "http://"+l.Addr().String()+"/a", Validators{}); !errors.Is(err, ErrUnreachable) || !strings.Contains(err.Error(), "refused") {
			t.Errorf("no one listens: %v", err)
		}
	}
}

// Over TLS, where the protocol is HTTP/2 and a certificate that no one vouches for
// is an error.
func TestGetTLS(t *testing.T) {
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, r.Proto) }))
	s.EnableHTTP2 = true
	s.Config.ErrorLog = log.New(io.Discard, "", 0) // of the handshake that fails on purpose
	s.StartTLS()
	defer s.Close()
	f := local(t, Options{})
	if _, err := f.Get(t.Context(), s.URL, Validators{}); !errors.Is(err, ErrUnreachable) || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("%v", err)
	}
	f = local(t, Options{})
	f.transport.TLSClientConfig = s.Client().Transport.(*http.Transport).TLSClientConfig.Clone()
	f.transport.TLSClientConfig.NextProtos = nil
	if res, err := f.Get(t.Context(), s.URL, Validators{}); err != nil || string(res.Body) != "HTTP/2.0" {
		t.Errorf("%+v, %v", res, err)
	}
}

// The environment sends nothing of ours through a proxy.
func TestGetNoProxy(t *testing.T) {
	proxied, proxy := counting(t)
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	if f := fetcher(t, Options{}); f.transport.Proxy != nil {
		t.Error("the environment's proxy is used")
	}
	if _, err := fetcher(t, Options{IgnoreRobots: true}).Get(t.Context(), "http://10.0.0.1/", Validators{}); !errors.Is(err, ErrRefusedAddress) || proxied.Load() > 0 {
		t.Errorf("%v", err)
	}
}
