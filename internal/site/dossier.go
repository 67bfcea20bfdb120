package site

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"isnad"
)

// Dossier is everything about one incident, ready to be written as one file.
type Dossier struct {
	Name  string // of the file: letters, digits, hyphens and its ending
	Write func(ctx context.Context, w io.Writer) error
}

// mayHaveDossiers tells whether the visitor may take dossiers away. The answer to
// whoever is signed in is kept by nobody.
func (s *site) mayHaveDossiers(w http.ResponseWriter, r *http.Request) (bool, error) {
	if s.o.Dossier == nil || s.o.Desk.People == nil {
		return false, nil
	}
	w.Header().Add("Vary", "Cookie")
	me, err := s.whoIs(r)
	if err != nil {
		return false, err
	}
	if me.in() {
		private(w)
	}
	return me.Person.May(isnad.RoleContributor), nil
}

// perStep is how long a visitor may take for a piece of a dossier.
const perStep = time.Minute

// dossier sends everything about an incident as one file. The originals in it
// belong to others and may harm, so it is for people at the desk alone.
func (s *site) dossier(w http.ResponseWriter, r *http.Request, _ who) error {
	ctx := r.Context()
	id, err := s.store.Redirect(ctx, r.PathValue("id"))
	if err != nil {
		return err
	}
	if _, err := s.store.Incident(ctx, id); err != nil {
		return err
	}
	if s.o.Dossier == nil {
		return fmt.Errorf("dossiers: %w", isnad.ErrNotFound)
	}
	select {
	case s.dossiers <- struct{}{}:
		defer func() { <-s.dossiers }()
	default:
		w.Header().Set("Retry-After", "30")
		return s.render(w, r, http.StatusServiceUnavailable, "fault", view{Title: "Other dossiers are being written",
			Body: fault{Status: http.StatusServiceUnavailable, Head: "Other dossiers are being written", Text: "Two are written at once. Come again in a minute."}})
	}
	d, err := s.o.Dossier(ctx, r.PathValue("id"))
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		refused := errors.Is(err, isnad.ErrRefused)
		if !refused {
			s.o.Logger.ErrorContext(ctx, "dossier failed", "incident", id, "error", err)
		}
		f := fault{Status: http.StatusInternalServerError, Head: "The dossier cannot be made", Text: "Nothing was sent. What stands in the way:"}
		if errors.Is(err, isnad.ErrTooLarge) {
			f.Status = http.StatusRequestEntityTooLarge
		}
		if refused {
			f.Status = http.StatusConflict
		}
		for line := range strings.Lines(err.Error()) {
			if len(f.Points) < 20 {
				f.Points = append(f.Points, cut(300, strings.TrimSpace(line)))
			}
		}
		return s.render(w, r, f.Status, "fault", view{Title: f.Head, Body: f})
	}
	h := w.Header()
	h.Set("Content-Type", "application/zip")
	h.Set("Content-Disposition", `attachment; filename="`+d.Name+`"`)
	if r.Method == http.MethodHead {
		return nil
	}
	if err := d.Write(ctx, &patient{w, http.NewResponseController(w)}); err != nil {
		if ctx.Err() == nil {
			s.o.Logger.ErrorContext(ctx, "dossier broke off", "incident", id, "error", err)
		}
		panic(http.ErrAbortHandler) // so that the visitor sees that the file is not whole
	}
	return nil
}

// patient gives each piece its own time: the whole may take longer than a page.
type patient struct {
	http.ResponseWriter
	control *http.ResponseController
}

func (p *patient) Write(b []byte) (int, error) {
	_ = p.control.SetWriteDeadline(time.Now().Add(perStep)) // not every writer has one
	return p.ResponseWriter.Write(b)
}
