package site

import (
	"errors"
	"net/http"
	"strings"

	"isnad"
)

// tracePage is where a text can be pasted.
type tracePage struct {
	Open   bool // texts can be traced here
	Text   string
	Done   bool
	Found  []tracedRow
	Copies int // those of Found that the text draws on; the others quote the same words
	Fault  string
}

// tracedRow is one report that shares words with a pasted text.
type tracedRow struct {
	Traced
	Passages passages
}

// Bounds of a text that is pasted.
const (
	maxPasted = 300_000               // bytes of UTF-8
	maxForm   = 3*maxPasted + 500_000 // in a form each byte may be written as three; the rest is for breaks of lines, which are written as six
	atATime   = 2                     // texts traced at once, where Options do not say
)

// traceForm is the page where a text can be pasted to see its chain.
func (s *site) traceForm(w http.ResponseWriter, r *http.Request) error {
	return s.render(w, r, http.StatusOK, "trace", view{Title: "Trace a text", Body: tracePage{Open: s.o.Trace != nil}})
}

// traceText traces what was pasted. Nothing of it is kept.
func (s *site) traceText(w http.ResponseWriter, r *http.Request) error {
	p := tracePage{Open: s.o.Trace != nil}
	status, err := s.traced(w, r, &p)
	if err != nil {
		return err
	}
	return s.render(w, r, status, "trace", view{Title: "Trace a text", Body: p})
}

// traced fills the page and says how it is answered.
func (s *site) traced(w http.ResponseWriter, r *http.Request, p *tracePage) (status int, err error) {
	if !p.Open {
		return http.StatusNotFound, nil
	}
	const tooLong = "The text is longer than can be traced here; the command isnad trace takes more."
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		if long := (*http.MaxBytesError)(nil); errors.As(err, &long) {
			p.Fault = tooLong
			return http.StatusRequestEntityTooLarge, nil
		}
		p.Fault = "What was sent is no form, or only a part of one arrived. Send the text again."
		return http.StatusBadRequest, nil
	}
	text := readable(strings.ReplaceAll(r.PostForm.Get("text"), "\r\n", "\n"))
	switch {
	case strings.TrimSpace(text) == "":
		p.Fault = "Paste the text of a report first."
		return http.StatusBadRequest, nil
	case len(text) > maxPasted:
		p.Text, p.Fault = text, tooLong
		return http.StatusRequestEntityTooLarge, nil
	}
	p.Text = text
	select { // nobody waits: who does would hold a connection that others need
	case s.o.Tracing <- struct{}{}:
		defer func() { <-s.o.Tracing }()
	default:
		w.Header().Set("Retry-After", "5")
		p.Fault = "Other texts are being traced. Try again in some seconds; yours still stands below."
		return http.StatusServiceUnavailable, nil
	}
	found, err := s.o.Trace(r.Context(), text)
	if err != nil {
		return 0, err
	}
	p.Done = true
	for _, f := range found {
		// What is shared stands in the language of the report that has it too.
		mine := isnad.Report{Text: text, Language: f.Original.Language}
		p.Found = append(p.Found, tracedRow{f, passagesOf(&mine, &f.Original, &f.Citation)})
		if f.Kind == isnad.CiteCopy {
			p.Copies++
		}
	}
	return http.StatusOK, nil
}
