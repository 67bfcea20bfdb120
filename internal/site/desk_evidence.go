package site

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"isnad"
	"isnad/internal/evidence"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// evidenceFile serves a file that somebody handed in, as it came: for saving only,
// under no type that a browser would run. That it is looked at is recorded first.
func (s *site) evidenceFile(w http.ResponseWriter, r *http.Request, me who) error {
	c, b, err := s.evidenceBytes(r, me, isnad.AccessEvidence)
	if err != nil {
		return err
	}
	name := evidence.Name(strings.TrimPrefix(c.Address, "file:"))
	if name == "" || strings.ContainsFunc(name, func(r rune) bool { return r > 0x7E }) || strings.Contains(c.Address, "://") {
		name = "evidence-" + c.ID
	}
	h := w.Header()
	sealed(h)
	h.Set("Content-Type", "application/octet-stream")
	h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	h.Set("Content-Length", strconv.Itoa(len(b)))
	_, err = w.Write(b)
	return gone(err)
}

// evidencePicture shows a picture that somebody handed in as a copy of its pixels.
func (s *site) evidencePicture(w http.ResponseWriter, r *http.Request, me who) error {
	_, b, err := s.evidenceBytes(r, me, isnad.AccessPicture)
	if err != nil {
		return err
	}
	select { // decoding takes memory
	case s.pictures <- struct{}{}:
		defer func() { <-s.pictures }()
	case <-r.Context().Done():
		return r.Context().Err()
	}
	p, err := evidence.Copy(b, evidence.Default())
	if errors.Is(err, isnad.ErrRefused) {
		return fmt.Errorf("a copy of a picture: %w", isnad.ErrNotFound)
	}
	if err != nil {
		return err
	}
	h := w.Header()
	sealed(h)
	h.Set("Content-Type", p.MediaType)
	h.Set("Content-Length", strconv.Itoa(len(p.Bytes)))
	_, err = w.Write(p.Bytes)
	return gone(err)
}

// sealed has a browser run nothing of an answer.
func sealed(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}

// gone passes over that the visitor left.
func gone(error) error { return nil }

// evidenceBytes records the access and reads the bytes of what was handed in. Other
// captures are none of its concern.
func (s *site) evidenceBytes(r *http.Request, me who, what string) (isnad.Capture, []byte, error) {
	ctx := r.Context()
	c, _, err := s.store.Capture(ctx, r.PathValue("id"))
	if err != nil {
		return c, nil, err
	}
	if c.Evidence() == "" || s.o.Safety.Bytes == nil {
		return c, nil, fmt.Errorf("evidence %q: %w", c.ID, isnad.ErrNotFound)
	}
	if err := s.store.RecordAccess(ctx, isnad.Access{Time: time.Now(), Person: me.ID, Name: me.Name, What: what, About: c.ID, Part: c.Evidence()}); err != nil {
		return c, nil, err
	}
	body, err := s.o.Safety.Bytes(c.SHA256)
	if err != nil {
		return c, nil, err
	}
	defer body.Close() // only read
	b, err := io.ReadAll(io.LimitReader(body, mostFile+1))
	if err != nil {
		return c, nil, fmt.Errorf("reading evidence: %w", err)
	}
	return c, b, nil
}

type accessesPage struct {
	Person, About string
	Rows          []isnad.Access
	Next          string
}

// accesses lists who looked at what is not shown to all.
func (s *site) accesses(w http.ResponseWriter, r *http.Request, me who) error {
	v := r.URL.Query()
	p := accessesPage{Person: cut(query.MaxID, v.Get("person")), About: cut(query.MaxID, strings.TrimSpace(v.Get("about")))}
	list, next, err := s.store.Accesses(r.Context(), store.AccessQuery{Person: p.Person, About: p.About, Page: store.Page{Limit: 100, After: v.Get("after")}})
	if err != nil {
		return err
	}
	p.Rows = list
	if next != "" {
		v.Set("after", next)
		p.Next = "/desk/accesses?" + v.Encode()
	}
	return s.renderDesk(w, r, me, http.StatusOK, "desk-accesses", view{Title: "Who looked at originals", Body: p})
}
