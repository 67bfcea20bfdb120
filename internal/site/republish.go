package site

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/export/republish"
	"isnad/internal/site/copies"
)

// shownCopy bounds what the page shows of a copy, in characters; the file has all of it.
const shownCopy = 100_000

// republishPage is the page that hands out copies of a report.
type republishPage struct {
	Report   isnad.Report
	Version  int // asked for; 0 for the present one
	Leave    republish.Leave
	Whole    bool // copies with the text are offered
	Operator bool // because the operator says so, where the terms are silent
	Citation bool // the citation alone is shown
	Groups   []copyGroup
	Form     republish.Form
	Shown    string
	Cut      bool
	File     string
	Language string // of what is shown
}

// copyGroup is the forms of a copy, or of a citation.
type copyGroup struct {
	Name  string
	Forms []copyForm
}

type copyForm struct {
	Name, Page, File string
	Current          bool
}

// republish shows a report as what may be taken of it, in one form.
func (s *site) republish(w http.ResponseWriter, r *http.Request) error {
	version, err := askedVersion(r)
	if err != nil {
		return err
	}
	c, err := s.copyOf(r, version)
	if err != nil {
		return err
	}
	form := republish.Form(first(r.URL.Query().Get("form"), string(republish.HTML)))
	p := republishPage{Report: c.Report, Version: version, Leave: c.Leave, Whole: c.Whole, Operator: c.Whole && c.Leave.Verdict == republish.Silent,
		Citation: !c.Whole || r.URL.Query().Get("part") == "citation", Form: form, Language: c.Report.Language}
	c.Whole = c.Whole && !p.Citation
	b, err := republish.Write(c, form)
	if err != nil {
		return fmt.Errorf("%w: %w", err, isnad.ErrNotFound)
	}
	p.Shown = cut(shownCopy, string(b))
	p.Cut = len(p.Shown) < len(b)
	for _, part := range []string{"republish", "citation"} {
		if part == "republish" && !p.Whole {
			continue
		}
		g := copyGroup{Name: "The citation alone"}
		if part == "republish" {
			g.Name = "The text with its citation"
		}
		for _, f := range republish.Forms() {
			x := copyForm{Name: formWords(f), Current: f == form && p.Citation == (part == "citation")}
			v := url.Values{"form": {string(f)}}
			file := ""
			if version > 0 {
				v.Set("version", strconv.Itoa(version))
				file = "?version=" + strconv.Itoa(version)
			}
			if part == "citation" && p.Whole {
				v.Set("part", part)
			}
			base := "/reports/" + url.PathEscape(c.Report.ID) + "/"
			x.Page, x.File = base+"republish?"+v.Encode(), base+part+"."+string(f)+file
			if x.Current {
				p.File = x.File
			}
			g.Forms = append(g.Forms, x)
		}
		p.Groups = append(p.Groups, g)
	}
	title := plainText(c.Report.Title)
	if title == "" {
		title = "a report of " + plainText(c.Report.Source)
	}
	return s.render(w, r, http.StatusOK, "republish", view{Title: "Republish: " + title, Body: p})
}

// copyFile answers with a copy in one form, or with a reference. It is a file to keep: a browser does
// not show it as a page of this site.
func (s *site) copyFile(f republish.Form, whole bool) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		version, err := askedVersion(r)
		if err != nil {
			return err
		}
		c, err := s.copyOf(r, version)
		if err != nil {
			return err
		}
		if whole && !c.Whole {
			x := fault{Status: http.StatusForbidden, Head: "This text is not handed out", Text: refusal(c.Leave) + " The citation is, on the page of the report under “Republish”."}
			for _, words := range c.Leave.Words {
				x.Points = append(x.Points, cut(500, words))
			}
			return s.render(w, r, x.Status, "fault", view{Title: x.Head, Body: x})
		}
		c.Whole = whole
		b, err := republish.Write(c, f)
		if err != nil {
			return err
		}
		name := "citation-"
		if whole {
			name = "report-"
		}
		h := w.Header()
		h.Set("Content-Type", f.MediaType())
		h.Set("Content-Disposition", `attachment; filename="`+name+strings.Trim(url.PathEscape(c.Report.ID), `"\`)+"."+string(f)+`"`)
		h.Set("Cache-Control", "no-cache")
		block := c.Block()
		if u, err := url.Parse(block.Canonical); err == nil && webAddress(block.Canonical) {
			h.Set("Link", "<"+u.String()+`>; rel="canonical"`)
		}
		if _, err := w.Write(b); err != nil && r.Context().Err() == nil && !strings.Contains(err.Error(), "broken pipe") {
			return err
		}
		return nil
	}
}

// refusal says why a text is not handed out.
func refusal(l republish.Leave) string {
	if l.Verdict == republish.Forbidden {
		return "Its terms do not let it be published again without asking."
	}
	return "Nothing is known of its terms, and this site hands out only texts whose terms allow it."
}

func (s *site) copyOf(r *http.Request, version int) (republish.Copy, error) {
	base := s.o.BaseURL
	if base == "" {
		base = copies.Base(r.Host, r.TLS != nil)
	}
	return copies.Of(r.Context(), s.store, r.PathValue("id"), version, base, s.o.Republish)
}

// askedVersion is the version that an address asks for, 0 for the present one.
func askedVersion(r *http.Request) (int, error) {
	asked := r.URL.Query().Get("version")
	if asked == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(asked)
	if err != nil || n < 1 || n > 1_000_000 {
		return 0, fmt.Errorf("version %q: %w", asked, isnad.ErrNotFound)
	}
	return n, nil
}

// formWords names a form for people.
func formWords(f republish.Form) string {
	switch f {
	case republish.HTML:
		return "HTML"
	case republish.Markdown:
		return "Markdown"
	case republish.Text:
		return "Plain text"
	case republish.JSON:
		return "JSON (ninjs)"
	}
	return string(f)
}
