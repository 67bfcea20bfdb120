package site

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"isnad"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// safetyForm is what somebody typed about a measure.
type safetyForm struct {
	About, Kind, Reason       string
	Names, Passages, Captions string
	Addresses                 bool
	Degrees, Area, Until      string
}

type safetyPage struct {
	Form     safetyForm
	Problem  string
	Done     *isnad.Measure
	Report   *isnad.Report
	Incident *isnad.Incident
	Rows     []isnad.Measure
	Next     string
	On       bool // measures can be taken here
}

// safetyDesk lists the measures, those about one thing where it is named, and has
// the form for another.
func (s *site) safetyDesk(w http.ResponseWriter, r *http.Request, me who) error {
	v := r.URL.Query()
	p := safetyPage{Form: safetyForm{About: cut(query.MaxID, strings.TrimSpace(v.Get("about"))), Kind: v.Get("kind"), Names: cut(2000, v.Get("words"))}}
	if id := v.Get("done"); id != "" {
		m, _, err := s.store.Measure(r.Context(), id)
		if err != nil && !errors.Is(err, isnad.ErrNotFound) {
			return err
		}
		if err == nil {
			p.Done = &m
		}
	}
	return s.showSafety(w, r, me, http.StatusOK, p)
}

func (s *site) showSafety(w http.ResponseWriter, r *http.Request, me who, status int, p safetyPage) error {
	ctx := r.Context()
	p.On = s.o.Safety.Protect != nil
	switch about := p.Form.About; {
	case strings.HasPrefix(about, "r"):
		x, err := s.store.Report(ctx, about, 0)
		if err != nil && !errors.Is(err, isnad.ErrNotFound) {
			return err
		}
		if err == nil {
			p.Report = &x
		}
	case strings.HasPrefix(about, "i"):
		x, err := s.store.Incident(ctx, about)
		if err != nil && !errors.Is(err, isnad.ErrNotFound) {
			return err
		}
		if err == nil {
			p.Incident = &x
		}
	}
	list, next, err := s.store.Measures(ctx, store.MeasureQuery{Ref: p.Form.About, Ended: true, Page: store.Page{Limit: 50, After: r.URL.Query().Get("after")}})
	if err != nil {
		return err
	}
	p.Rows = list
	if next != "" {
		p.Next = "/desk/safety?" + url.Values{"about": {p.Form.About}, "after": {next}}.Encode()
	}
	return s.renderDesk(w, r, me, status, "desk-safety", view{Title: "Safety of people", Body: p})
}

// Bounds of the form of a measure, in characters.
const (
	mostMarked = 25_000 // of the names, the passages and the captions each
	mostWhy    = 5000
)

// protect takes a measure.
func (s *site) protect(w http.ResponseWriter, r *http.Request, me who) error {
	if s.o.Safety.Protect == nil {
		return errForbidden
	}
	get := func(name string) string { return typedText(r.PostForm.Get(name)) }
	f := safetyForm{About: cutBytes(query.MaxID, get("about")), Kind: cutBytes(20, get("kind")), Reason: get("reason"), Names: get("names"), Passages: get("passages"),
		Captions: get("captions"), Addresses: r.PostForm.Get("addresses") != "", Degrees: cutBytes(10, get("degrees")), Area: cutBytes(20, get("area")), Until: cutBytes(40, get("until"))}
	// What is cut would not be blotted out, and nobody would know.
	for _, x := range []struct {
		what, typed string
		most        int
	}{{"names", f.Names, mostMarked}, {"passages", f.Passages, mostMarked}, {"captions", f.Captions, mostMarked}, {"reason", f.Reason, mostWhy}} {
		if n := utf8.RuneCountInString(x.typed); n > x.most {
			return s.showSafety(w, r, me, http.StatusRequestEntityTooLarge, safetyPage{Form: f, Problem: fmt.Sprintf("Nothing was done: the %s have %d characters, and %d at most are taken at once. Take them in several measures.", x.what, n, x.most)})
		}
	}
	m := isnad.Measure{Kind: isnad.MeasureKind(f.Kind), About: f.About, Reason: f.Reason, Person: me.ID, Name: me.Name, Addresses: f.Addresses, Area: isnad.PlaceKind(f.Area)}
	m.Degrees, _ = strconv.ParseFloat(f.Degrees, 64) // what is no number is refused as no precision
	for kind, typed := range map[isnad.MarkKind]string{isnad.MarkName: f.Names, isnad.MarkPassage: f.Passages, isnad.MarkCaption: f.Captions} {
		for line := range strings.Lines(typed) {
			if line = strings.TrimSpace(line); line != "" {
				m.Marks = append(m.Marks, isnad.Mark{Kind: kind, Words: line})
			}
		}
	}
	if f.Until != "" {
		t, err := time.Parse("2006-01-02T15:04", f.Until)
		if err != nil {
			return s.showSafety(w, r, me, http.StatusUnprocessableEntity, safetyPage{Form: f, Problem: "The time is none: write it as 2031-05-04T18:00."})
		}
		m.Until = t
	}
	done, err := s.o.Safety.Protect(r.Context(), m)
	if why, ok := refusedWhy(err); ok {
		return s.showSafety(w, r, me, http.StatusUnprocessableEntity, safetyPage{Form: f, Problem: "Nothing was done: " + why + "."})
	}
	if errors.Is(err, isnad.ErrNotFound) {
		return s.showSafety(w, r, me, http.StatusUnprocessableEntity, safetyPage{Form: f, Problem: "Nothing was done: there is no such report or incident, or nothing of it is shown."})
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/desk/safety?"+url.Values{"about": {done.About}, "done": {done.ID}}.Encode(), http.StatusSeeOther)
	return nil
}

// lift ends a measure.
func (s *site) lift(w http.ResponseWriter, r *http.Request, me who) error {
	if s.o.Safety.Lift == nil {
		return errForbidden
	}
	m, _, err := s.store.Measure(r.Context(), r.PathValue("id"))
	if err == nil {
		err = s.o.Safety.Lift(r.Context(), m.ID, me.Name)
	}
	if errors.Is(err, isnad.ErrConflict) {
		return s.showSafety(w, r, me, http.StatusConflict, safetyPage{Form: safetyForm{About: m.About}, Problem: "Nothing was done: somebody lifted it before."})
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/desk/safety?"+url.Values{"about": {m.About}}.Encode(), http.StatusSeeOther)
	return nil
}

type originalPage struct {
	isnad.Report
	Paras []string
}

// original shows a report as it was received. That it is looked at is recorded first.
func (s *site) original(w http.ResponseWriter, r *http.Request, me who) error {
	id := r.PathValue("id")
	version, _ := strconv.Atoi(r.URL.Query().Get("version")) // 0 is the last one
	if s.o.Safety.Original == nil || len(id) > query.MaxID {
		return fmt.Errorf("the original of %.40q: %w", id, isnad.ErrNotFound)
	}
	if _, err := s.store.ReadingOf(r.Context(), id, version); err != nil {
		return err
	}
	if err := s.store.RecordAccess(r.Context(), isnad.Access{Time: time.Now(), Person: me.ID, Name: me.Name, What: isnad.AccessOriginal, About: id, Part: strconv.Itoa(version)}); err != nil {
		return err
	}
	x, err := s.o.Safety.Original(r.Context(), id, version)
	if err != nil {
		return err
	}
	return s.renderDesk(w, r, me, http.StatusOK, "desk-original", view{Title: "Original", Body: originalPage{x, strings.Split(x.Text, "\n\n")}})
}
