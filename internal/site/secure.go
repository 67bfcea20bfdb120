package site

import (
	"compress/gzip"
	"net/http"
	"strings"
)

// policy lets a page load nothing but our own files. Blocks of type
// application/json and application/ld+json are data, which no policy of
// scripts applies to.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// secure sets the headers that every answer carries. The API may set its own on top.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()")
		next.ServeHTTP(w, r)
	})
}

// compress packs pages and drawings for whoever takes gzip, but none of the
// desk and none of people's own cases: nothing secret stands in the others, so
// what is known of attacks on compression does not apply to them.
func compress(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet || !takesGzip(r) || isAPI(r.URL.Path) || isDesk(r.URL.Path) || strings.HasPrefix(r.URL.Path, "/cases/") {
			next.ServeHTTP(w, r)
			return
		}
		z := &zipped{ResponseWriter: w}
		defer z.close()
		next.ServeHTTP(z, r)
	})
}

// isAPI tells the addresses that stream and pack for themselves.
func isAPI(path string) bool {
	return strings.HasPrefix(path, "/api/") || strings.HasPrefix(path, "/feeds/") || path == "/openapi.json"
}

func isDesk(path string) bool { return path == "/desk" || strings.HasPrefix(path, "/desk/") }

func takesGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(name, "gzip") {
			q = strings.ReplaceAll(q, " ", "")
			return q != "q=0" && !strings.HasPrefix(q, "q=0.000")
		}
	}
	return false
}

// zipped decides with the first write whether an answer is worth packing.
type zipped struct {
	http.ResponseWriter
	z      *gzip.Writer
	status int
	begun  bool
}

func (w *zipped) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
}

func (w *zipped) Write(b []byte) (int, error) {
	w.begin(len(b))
	if w.z != nil {
		return w.z.Write(b)
	}
	return w.ResponseWriter.Write(b)
}

func (w *zipped) begin(size int) {
	if w.begun {
		return
	}
	w.begun = true
	if w.status == 0 {
		w.status = http.StatusOK
	}
	h := w.Header()
	kind, _, _ := strings.Cut(h.Get("Content-Type"), ";")
	switch kind {
	case "text/html", "text/css", "text/javascript", "application/json", "image/svg+xml":
		h.Add("Vary", "Accept-Encoding")
		if size >= 1024 && h.Get("Content-Encoding") == "" && w.status != http.StatusNotModified && w.status != http.StatusPartialContent {
			h.Set("Content-Encoding", "gzip")
			h.Del("Content-Length")
			if tag := h.Get("ETag"); strings.HasSuffix(tag, `"`) && !strings.HasPrefix(tag, "W/") {
				h.Set("ETag", "W/"+tag) // the same page, other bytes
			}
			w.z = gzip.NewWriter(w.ResponseWriter)
		}
	}
	w.ResponseWriter.WriteHeader(w.status)
}

func (w *zipped) close() {
	if !w.begun && w.status != 0 {
		w.begin(0)
	}
	if w.z != nil {
		_ = w.z.Close() // only fails when the visitor left
	}
}
