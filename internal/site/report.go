package site

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"isnad"
	"isnad/internal/store"
)

type reportPage struct {
	isnad.Report
	Headline []piece
	HeadNote []note
	Paras    []paragraph
	Left     []note // claims whose passage is not in the text shown
	Whole    bool
	Tolls    []isnad.Toll
	Cites    []cite
	Chain    *chainView
	Edits    *isnad.Citation // what was changed since the version before
	WasIn    string          // language of the version before
	Silent   bool            // of Edits: the meaning was altered, and no note says so
	Decided  string          // case whose correction made this version
	Versions []isnad.Report
	Present  bool // this is the present version
	Newest   int
	Links    []isnad.Link
	Media    []isnad.Media
	Claims   int
	LD       any
	Notices  []notice // at its head
	Cases    bool     // cases can be opened
}

// cite is one declared link of the chain.
type cite struct {
	isnad.Citation
	Href string // page of the source or report, when there is one here
	Home bool   // Href leads outside
}

// report is one version of a report: its text with the claims marked, and
// everything that was read out of the same bytes.
func (s *site) report(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id := r.PathValue("id")
	asked := first(r.PathValue("version"), r.URL.Query().Get("version"))
	version := 0
	if asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil || n < 1 || n > 1_000_000 {
			return fmt.Errorf("version %q of report %q: %w", asked, id, isnad.ErrNotFound)
		}
		version = n
	}
	x, err := s.store.Report(ctx, id, version)
	if err != nil {
		return err
	}
	p := reportPage{Report: x}
	if p.Versions, err = s.store.Versions(ctx, id); err != nil {
		return err
	}
	p.Versions = p.Versions[:min(len(p.Versions), 100)]
	p.Newest = x.Version
	if version != 0 { // the present one need not have the highest number: a correction stands
		now, err := s.store.Report(ctx, id, 0)
		if err != nil {
			return err
		}
		p.Newest = now.Version
	}
	p.Present = x.Version == p.Newest
	claims, _, err := s.store.Claims(ctx, store.ClaimQuery{Report: id, Version: x.Version, Page: store.Page{Limit: maxClaims}})
	if err != nil {
		return err
	}
	p.Claims = len(claims)
	standing, err := s.standingOf(ctx, id)
	if err != nil {
		return err
	}
	p.Cases = s.o.Cases.on()
	for _, n := range standing.Notices {
		if n.Kind == isnad.NoticeCorrection && n.To == x.Version {
			p.Decided = n.Case
		}
	}
	var replies map[string][]notice
	p.Notices, replies = reportNotices(standing)
	p.mark(claims, replies)
	for _, left := range replies { // to a claim that is not in this version
		p.Notices = append(p.Notices, left...)
	}
	if p.Tolls, err = s.store.Tolls(ctx, id, x.Version); err != nil {
		return err
	}
	cites, _, err := s.store.Citations(ctx, store.CitationQuery{From: id, Page: store.Page{Limit: 200}})
	if err != nil {
		return err
	}
	p.Cites = citesOf(cites, x.Version)
	for i, c := range cites {
		if c.Kind == isnad.CiteVersion && c.Version == x.Version {
			p.Edits, p.Silent = &cites[i], silent(c.Changes)
			for _, v := range p.Versions {
				if v.Version == c.ToVer {
					p.WasIn = v.Language
				}
			}
		}
	}
	if p.Chain, err = s.chainOf(ctx, id); err != nil {
		return err
	}
	p.Links, p.Media = x.Links[:min(len(x.Links), 200)], x.Media[:min(len(x.Media), 100)]
	p.LD = s.linkedData(x, p.Cites, standing)
	title := plainText(x.Title)
	if title == "" {
		title = "Report of " + plainText(x.Source)
	}
	return s.render(w, r, http.StatusOK, "report", view{Title: title, Description: plainText(cut(200, x.Text)), Body: p})
}

// silent tells whether the meaning was altered without a note that says so.
func silent(changes []isnad.Change) bool {
	altered := false
	for _, c := range changes {
		if c.Kind == isnad.ChangeCorrectionNote {
			return false
		}
		altered = altered || c.Meaning
	}
	return altered
}

// mark numbers the claims and puts them at their passages.
func (p *reportPage) mark(claims []isnad.Claim, replies map[string][]notice) {
	var head, body []note
	for i, c := range claims {
		n := note{Claim: c, Number: i + 1, Speaker: p.Source, Replies: replies[c.ID], Ask: p.Cases}
		delete(replies, c.ID)
		if len(c.Attribution) > 0 {
			n.Speaker, n.Chain = c.Attribution[0], c.Attribution[1:min(len(c.Attribution), 10)]
		}
		if c.Span.InTitle {
			head = append(head, n)
		} else {
			body = append(body, n)
		}
	}
	title, left, _ := marked(cut(2000, strings.Join(strings.Fields(p.Title), " ")), head)
	for _, t := range title {
		p.Headline = append(p.Headline, t.Pieces...)
		p.HeadNote = append(p.HeadNote, t.Notes...)
	}
	p.Left = append(p.Left, left...)
	p.Paras, left, p.Whole = marked(p.Text, body)
	p.Left = append(p.Left, left...)
}

// citesOf gives each different link of the chain that a report declares once.
func citesOf(all []isnad.Citation, version int) []cite {
	seen := map[string]bool{}
	var out []cite
	for _, c := range all {
		key := string(c.Kind) + "\x00" + c.To + "\x00" + c.ToName + "\x00" + c.ToURL
		if c.Version != version || c.Basis != isnad.CitationDeclared || seen[key] {
			continue
		}
		seen[key] = true
		x := cite{Citation: c}
		switch {
		case strings.HasPrefix(c.To, "s"):
			x.Href = "/sources/" + url.PathEscape(c.To)
		case strings.HasPrefix(c.To, "r"):
			x.Href = "/reports/" + url.PathEscape(c.To)
		case webAddress(c.ToURL):
			x.Href, x.Home = c.ToURL, true
		}
		out = append(out, x)
	}
	return out
}

// linkedData is the report in the words of schema.org, for machines that read pages.
func (s *site) linkedData(x isnad.Report, cites []cite, standing isnad.Standing) any {
	type thing struct {
		Type string `json:"@type"`
		Name string `json:"name,omitempty"`
		URL  string `json:"url,omitempty"`
	}
	type article struct {
		Context   string  `json:"@context"`
		Type      string  `json:"@type"`
		ID        string  `json:"@id,omitempty"`
		Headline  string  `json:"headline,omitempty"`
		Published string  `json:"datePublished,omitempty"`
		Modified  string  `json:"dateModified,omitempty"`
		Language  string  `json:"inLanguage,omitempty"`
		Author    []thing `json:"author,omitempty"`
		Publisher thing   `json:"publisher"`
		BasedOn   string  `json:"isBasedOn,omitempty"`
		Citation  []thing `json:"citation,omitempty"`
		Version   int     `json:"version"`
		Hash      string  `json:"sha256"`
		Terms     string  `json:"usageInfo,omitempty"`
		Status    string  `json:"creativeWorkStatus,omitempty"`

		Correction []correctionComment `json:"correction,omitempty"`
	}
	a := article{Context: "https://schema.org", Type: "NewsArticle", Headline: oneLine(x.Title), Language: validLanguage(x.Language),
		Publisher: thing{Type: "Organization", Name: oneLine(x.Source)}, Version: x.Version, Hash: string(x.SHA256), Terms: oneLine(x.Terms)}
	if s.o.BaseURL != "" {
		a.ID = s.o.BaseURL + "/reports/" + url.PathEscape(x.ID)
	}
	a.Correction = s.correctionsLD(standing)
	if standing.Retracted != "" {
		a.Status = "Retracted"
	}
	if !x.Published.IsZero() {
		a.Published = x.Published.UTC().Format(time.RFC3339)
	}
	if !x.Changed.IsZero() {
		a.Modified = x.Changed.UTC().Format(time.RFC3339)
	}
	for _, b := range x.Bylines[:min(len(x.Bylines), 20)] {
		a.Author = append(a.Author, thing{Type: "Person", Name: oneLine(b)})
	}
	for _, u := range []string{x.Canonical, x.Address} {
		if a.BasedOn == "" && webAddress(u) {
			a.BasedOn = u
		}
	}
	for _, c := range cites[:min(len(cites), 50)] {
		t := thing{Type: "CreativeWork", Name: oneLine(c.ToName)}
		if webAddress(c.ToURL) {
			t.URL = c.ToURL
		}
		a.Citation = append(a.Citation, t)
	}
	return a
}
