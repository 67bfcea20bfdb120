package site

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"isnad"
	"isnad/internal/store"
)

// comparePage is a copy beside what it copies, or two reports that give the same
// words of a speaker.
type comparePage struct {
	Copy, Original isnad.Report
	isnad.Citation
	Passages passages
}

// passages are those of two texts that stand in both, side by side.
type passages struct {
	Copy, Original string // languages
	Pairs          []comparePair
	Cut            bool // there are more
}

// comparePair is one passage on both sides, with what was changed marked.
type comparePair struct {
	Copy, Original []piece
}

const maxPairs = 200

// passagesOf cuts the passages of a citation out of both reports.
func passagesOf(from, to *isnad.Report, link *isnad.Citation) passages {
	out := passages{Copy: from.Language, Original: to.Language}
	copied, original := []rune(from.Text), []rune(to.Text)
	var here, there []isnad.Span
	for _, c := range link.Changes {
		here, there = append(here, c.Copy), append(there, c.Original)
	}
	for _, x := range link.Passages {
		if x.Original == nil {
			continue
		}
		if len(out.Pairs) == maxPairs {
			out.Cut = true
			break
		}
		out.Pairs = append(out.Pairs, comparePair{piecesOf(copied, x.Span, here), piecesOf(original, *x.Original, there)})
	}
	return out
}

// changed is a change with the languages in which its words stand.
type changed struct {
	isnad.Change
	NowIn, WasIn string
}

// changedIn is the change with those languages.
func changedIn(now, was string, c isnad.Change) changed { return changed{c, now, was} }

// compare is the page of one copy beside its original.
func (s *site) compare(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	from, to := r.PathValue("id"), r.PathValue("original")
	link, err := s.linkBetween(ctx, from, to)
	if errors.Is(err, isnad.ErrNotFound) {
		return s.removedAmong(r, from, to)
	}
	if err != nil {
		return err
	}
	p := comparePage{Citation: link}
	if p.Copy, err = s.store.Report(ctx, from, link.Version); err != nil {
		return err
	}
	if p.Original, err = s.store.Report(ctx, to, link.ToVer); err != nil {
		return err
	}
	p.Passages = passagesOf(&p.Copy, &p.Original, &link)
	title := "What " + plainText(p.Copy.Source) + " has from " + plainText(p.Original.Source)
	if link.Kind == isnad.CiteQuote {
		title = "The same words in " + plainText(p.Copy.Source) + " and " + plainText(p.Original.Source)
	}
	return s.render(w, r, http.StatusOK, "compare", view{Title: title, Body: p})
}

// linkBetween is the detected citation from one report to another.
func (s *site) linkBetween(ctx context.Context, from, to string) (isnad.Citation, error) {
	page := store.Page{Limit: 1000}
	for {
		cites, next, err := s.store.Citations(ctx, store.CitationQuery{From: from, To: to, Page: page})
		if err != nil {
			return isnad.Citation{}, err
		}
		for _, c := range cites {
			if c.Basis == isnad.CitationDetected && (c.Kind == isnad.CiteCopy || c.Kind == isnad.CiteQuote) {
				return c, nil
			}
		}
		if page.After = next; next == "" {
			return isnad.Citation{}, fmt.Errorf("report %q draws on %q: %w", from, to, isnad.ErrNotFound)
		}
	}
}

// piecesOf cuts a passage of a text at the changes that lie in it.
func piecesOf(text []rune, passage isnad.Span, changes []isnad.Span) []piece {
	start, end := min(max(passage.Start, 0), len(text)), min(max(passage.End, 0), len(text))
	var inside []isnad.Span
	for _, c := range changes {
		if a, b := max(c.Start, start), min(c.End, end); !c.InTitle && a < b {
			inside = append(inside, isnad.Span{Start: a, End: b})
		}
	}
	slices.SortFunc(inside, func(a, b isnad.Span) int { return cmp.Compare(a.Start, b.Start) })
	var out []piece
	at := start
	put := func(to, marks int) {
		if to > at {
			out = append(out, piece{Text: string(text[at:to]), Marks: marks})
			at = to
		}
	}
	for _, c := range inside {
		put(c.Start, 0)
		put(max(c.End, at), 1)
	}
	put(end, 0)
	return out
}
