package site

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"isnad"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// page is a handler that may fail. An error becomes a page that says what
// happened: absent is 404, an address that cannot be understood 400, all else
// 500 and a line in the log.
func (s *site) page(h func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := h(w, r)
		if err == nil || errors.Is(err, context.Canceled) && r.Context().Err() != nil {
			return
		}
		var removed *store.RemovedError
		if errors.As(err, &removed) {
			if err = s.gone(w, r, []store.Removal{removed.Removal}, false); err == nil {
				return
			}
		}
		f := fault{Status: http.StatusInternalServerError, Head: "Something went wrong here",
			Text: "The page could not be made. This is our fault, not yours; it has been logged. What is kept is not harmed by it."}
		var large *http.MaxBytesError
		var said *told
		switch mistakes := query.Mistakes(err); {
		case errors.Is(err, errWrongMethod):
			w.Header().Set("Allow", "GET, HEAD")
			f = fault{Status: http.StatusMethodNotAllowed, Head: "This page can only be read",
				Text: "Nothing can be sent to this address."}
		case len(mistakes) > 0:
			f = fault{Status: http.StatusBadRequest, Head: "That address cannot be understood", Text: "Something in the address is not as it should be:"}
			for _, m := range mistakes[:min(len(mistakes), 10)] {
				f.Points = append(f.Points, m.Error())
			}
		case errors.Is(err, store.ErrQuery):
			f = fault{Status: http.StatusBadRequest, Head: "That address cannot be understood",
				Text: "It may come from a list that has since been ordered anew. Begin the list again from its first page."}
		case errors.Is(err, errSignedOut):
			f = fault{Status: http.StatusUnauthorized, Head: "You are not signed in",
				Text: "Your session has ended, so nothing was done. Go back, copy what you wrote if it is long, and sign in again at /desk."}
		case errors.Is(err, errForbidden):
			f = fault{Status: http.StatusForbidden, Head: "This is not for you to do",
				Text: "Your role does not cover it, or it was sent from a page of another site. Nothing was done."}
		case errors.As(err, &said):
			f = fault{Status: said.Status, Head: said.Head, Text: said.Text}
		case errors.As(err, &large):
			f = fault{Status: http.StatusRequestEntityTooLarge, Head: "That is too much at once", Text: "What was sent is larger than this page takes. Nothing was done."}
		case errors.Is(err, isnad.ErrNotFound):
			f = fault{Status: http.StatusNotFound, Head: "There is no such page",
				Text: "Nothing stands at this address. It may be mistyped, or what stood here was read anew and now has another address; the search will find it."}
		default:
			s.o.Logger.ErrorContext(r.Context(), "page failed", "path", r.URL.Path, "error", err)
		}
		if err := s.render(w, r, f.Status, "fault", view{Title: f.Head, Body: f}); err != nil {
			s.o.Logger.ErrorContext(r.Context(), "error page failed", "path", r.URL.Path, "error", err)
		}
	})
}

// told is an error that is told in its own words.
type told struct {
	Status     int
	Head, Text string
}

func (e *told) Error() string { return e.Head }

// errWrongMethod says that something was sent to a page.
var errWrongMethod = errors.New("method not allowed")

func (s *site) nowhere(_ http.ResponseWriter, r *http.Request) error {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return errWrongMethod
	}
	return isnad.ErrNotFound
}

// fault is what an error page says.
type fault struct {
	Status     int
	Head, Text string
	Points     []string
}

// view is what every page hands to the layout.
type view struct {
	Title       string // of the window, without the name of the site
	Description string
	Feed        string    // address of a feed with the same content, without its ending
	Map         bool      // the page has a map that moves
	Desk        *deskView // of a page of the desk
	Body        any

	Site  string // set by render
	Path  string
	Canon string
	Front bool

	HasDesk  bool // there is a desk
	HasCases bool // cases can be opened
}

// render executes a page in memory first, so that a failure never leaves half
// a page behind.
func (s *site) render(w http.ResponseWriter, r *http.Request, status int, name string, v view) error {
	v.Site, v.Path = s.o.Title, r.URL.Path
	v.Front = r.URL.Path == "/"
	v.HasDesk, v.HasCases = s.o.Desk.People != nil, s.o.Cases.on()
	v.Map = v.Map && s.assets.leaflet
	if s.o.BaseURL != "" && status == http.StatusOK && v.Desk == nil {
		v.Canon = s.o.BaseURL + r.URL.EscapedPath()
	}
	if s.o.API == nil {
		v.Feed = ""
	}
	var b bytes.Buffer
	t, ok := s.pages[name]
	if !ok {
		return fmt.Errorf("no template %s", name)
	}
	if err := t.ExecuteTemplate(&b, "layout", v); err != nil {
		return fmt.Errorf("rendering %s: %w", name, err)
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	if h.Get("Cache-Control") == "" { // set by who knows better
		h.Set("Cache-Control", "no-cache")
	}
	if status != http.StatusOK {
		h.Set("Cache-Control", "no-store")
	}
	w.WriteHeader(status)
	_, err := w.Write(b.Bytes())
	if err != nil && (r.Context().Err() != nil || strings.Contains(err.Error(), "broken pipe")) {
		return nil // the visitor left
	}
	return err
}
