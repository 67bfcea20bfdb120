package api

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"isnad/internal/site/gate"
)

// front stands before every route: who may ask, how many at once, how long, and
// what a browser may keep. It holds an answer back until it is whole, so that a
// failure half-way is still told as one, and so that its ETag can go ahead of it.
// Answers are bounded in rows, hence in memory.
func (a *api) front(next http.Handler) http.Handler {
	turns := make(chan struct{}, a.o.AtOnce)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Expose-Headers", "Link, ETag")
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
		methods, refusal := []string{http.MethodGet, http.MethodHead}, "this API is read only: GET and HEAD"
		if r.URL.Path == tracePath {
			methods, refusal = []string{http.MethodPost}, "a text to trace is sent with POST"
		}
		if r.URL.Path == casesPath {
			methods, refusal = append(methods, http.MethodPost), "cases are listed with GET and opened with POST"
		}
		switch {
		case r.Method == http.MethodOptions:
			h.Set("Allow", strings.Join(methods, ", ")+", OPTIONS")
			h.Set("Access-Control-Allow-Methods", strings.Join(methods, ", "))
			h.Set("Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match")
			h.Set("Access-Control-Max-Age", "86400")
			w.WriteHeader(http.StatusNoContent)
			return
		case !slices.Contains(methods, r.Method):
			h.Set("Allow", strings.Join(methods, ", ")+", OPTIONS")
			problem(w, http.StatusMethodNotAllowed, refusal)
			return
		case r.Method == http.MethodPost:
			// Read before a turn is taken, since whoever sends slowly would hold it.
			body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxPosted))
			if err != nil {
				status, detail := http.StatusBadRequest, "the body could not be read"
				if big := new(http.MaxBytesError); errors.As(err, &big) {
					status, detail = http.StatusRequestEntityTooLarge, "the body is too long"
				}
				problem(w, status, detail)
				return
			}
			r.Body = io.NopCloser(bytes.NewReader(body))
		}

		wait := time.NewTimer(a.wait)
		defer wait.Stop()
		select {
		case turns <- struct{}{}:
			defer func() { <-turns }()
		case <-r.Context().Done():
			return
		case <-wait.C:
			h.Set("Retry-After", "5")
			problem(w, http.StatusServiceUnavailable, "too many requests at once; try again in some seconds")
			return
		}
		ctx, cancel := context.WithTimeout(context.WithValue(context.WithValue(r.Context(), askedKey{}, asked(r)), visitorKey{}, gate.Visitor(r, a.o.Cases.Proxies)), a.longest)
		defer cancel()

		held := &answer{header: h, status: http.StatusOK}
		next.ServeHTTP(held, r.WithContext(ctx))
		send(w, r, held)
	})
}

// answer is a response held back.
type answer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (a *answer) Header() http.Header         { return a.header }
func (a *answer) WriteHeader(status int)      { a.status = status }
func (a *answer) Write(b []byte) (int, error) { return a.body.Write(b) }

func send(w http.ResponseWriter, r *http.Request, a *answer) {
	h, body := w.Header(), a.body.Bytes()
	if a.status != http.StatusOK || r.Method == http.MethodPost { // what somebody asked of a text is theirs
		h.Set("Cache-Control", "no-store")
	} else if r.URL.Path == casesPath+"/task" {
		h.Set("Cache-Control", "no-store")
	} else {
		sum := sha256.Sum256(body)
		// Weak, since the same words may come packed or not.
		tag := `W/"` + hex.EncodeToString(sum[:12]) + `"`
		h.Set("ETag", tag)
		h.Set("Cache-Control", "public, max-age=60")
		h.Set("Vary", "Accept-Encoding")
		if matches(r.Header.Get("If-None-Match"), tag) {
			h.Del("Content-Type")
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	if len(body) > 1000 && takesGzip(r.Header.Get("Accept-Encoding")) {
		var packed bytes.Buffer
		z := gzip.NewWriter(&packed)
		_, err := z.Write(body)
		if err = errors.Join(err, z.Close()); err == nil { // else unpacked: a Buffer takes everything
			h.Set("Content-Encoding", "gzip")
			body = packed.Bytes()
		}
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // whoever went away needs no word of it
	}
}

func matches(header, tag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		part = strings.TrimSpace(part)
		if part == "*" || strings.TrimPrefix(part, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

func takesGzip(header string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, quality, _ := strings.Cut(strings.ReplaceAll(part, " ", ""), ";")
		if strings.EqualFold(name, "gzip") {
			q, err := strconv.ParseFloat(strings.TrimPrefix(quality, "q="), 64)
			return err != nil || q > 0
		}
	}
	return false
}

// asked is the address of the site as this request knows it, for links where
// the operator did not set one. A Host that could be anything but a name and a
// port is left out.
func asked(r *http.Request) string {
	if r.Host == "" || len(r.Host) > 255 || strings.Trim(r.Host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]") != "" {
		return "http://localhost"
	}
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// problem writes RFC 9457 problem details where huma does not.
func problem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Set("Cache-Control", "no-store")
	body, err := json.Marshal(map[string]any{"title": http.StatusText(status), "status": status, "detail": detail})
	if err != nil {
		body = nil // a map of words and a number always has a form
	}
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

func clip(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	n := 0
	for i := range s {
		if n == 100 {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
