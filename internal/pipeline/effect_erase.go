package pipeline

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"isnad"
	"isnad/internal/store"
)

const blotted = store.Blotted

// erase removes the report, and every other that was read out of the same bytes
// at another address, blots out their words wherever they stand, and has their
// bytes destroyed by a step of its own.
func (e *effect) erase() ([]isnad.Notice, error) {
	texts, err := e.p.textsOf(e, e.report)
	if err != nil {
		return nil, err
	}
	files, err := e.named() // before the report is not known to have them any more
	if err != nil {
		return nil, err
	}
	reports := []string{e.report}
	same, err := e.tx.SameBytes(e.report)
	if err != nil {
		return nil, err
	}
	for _, other := range same {
		theirs, err := e.p.textsOf(e, other)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(theirs, func(t string) bool { return len(t) > 0 && slices.Contains(texts, t) }) {
			reports, texts = append(reports, other), append(texts, theirs...)
		}
	}
	quotes := quotedIn(texts...)
	var notices []isnad.Notice
	var forget []string
	for _, report := range reports {
		n := e.removal(report)
		n.Erased = true
		if quotes.in(n.Text) {
			n.Text = blotted
		}
		claims, err := e.tx.ClaimIDs(report)
		if err != nil {
			return nil, err
		}
		if _, err := e.tx.CutReport(report, n.ID); err != nil {
			return nil, err
		}
		if err := e.remove(&n); err != nil {
			return nil, err
		}
		changed, err := e.tx.Erase(store.Erasure{Report: report, Notice: n.ID, Quotes: quotes.in, Passages: quotes.blot})
		if err != nil {
			return nil, err
		}
		cases, err := e.blotCases(report, claims, n.ID, quotes)
		if err != nil {
			return nil, err
		}
		forget = append(append(append(forget, report), changed...), cases...)
		notices = append(notices, n)
	}
	for _, f := range files {
		if err := e.tx.AddCut(store.Cut{SHA256: f.SHA256, Report: e.report, Notice: notices[0].ID}, f.Capture); err != nil {
			return nil, err
		}
	}
	slices.Sort(forget)
	if err := e.tx.DropMail(forget...); err != nil { // of cases; nothing else is written about
		return nil, err
	}
	return notices, e.tx.EraseEntries(slices.Compact(forget)...)
}

// named is the files that the decision names: pictures and documents that show what
// is erased, as the deciding person saw, since no search of text finds it in them.
// Those whose bytes another decision destroyed since are left out.
func (e *effect) named() (files []store.HandedFile, err error) {
	if len(e.r.Files) == 0 {
		return nil, nil
	}
	all, err := e.tx.FilesAbout(e.report)
	if err != nil {
		return nil, err
	}
	for _, id := range e.r.Files {
		i := slices.IndexFunc(all, func(f store.HandedFile) bool { return f.Capture == id })
		if i >= 0 {
			files = append(files, all[i])
			continue
		}
		destroyed, err := e.destroyed(id)
		if err != nil {
			return nil, err
		}
		if !destroyed {
			return nil, refuse("the file %.40q that the decision names is not among the %d files about this report that are listed now: decide again on those that are", id, len(all))
		}
	}
	return files, nil
}

// destroyed tells whether the bytes of a capture are to be destroyed already.
func (e *effect) destroyed(capture string) (bool, error) {
	c, err := e.tx.Capture(capture)
	if errors.Is(err, isnad.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("looking for file %s: %w", capture, err)
	}
	cuts, err := e.tx.CutsOf(c.SHA256)
	return len(cuts) > 0, err
}

// blotCases blots out the words of a report in every case about it or its claims,
// and in the case that is being carried out. It returns the IDs of those changed.
func (e *effect) blotCases(report string, claims []string, notice string, quotes *quoted) ([]string, error) {
	ids, err := e.tx.CasesTouching(append([]string{report}, claims...))
	if err != nil {
		return nil, err
	}
	var changed []string
	for _, id := range ids {
		if id == e.c.ID {
			continue
		}
		c, err := e.tx.Case(id)
		if err != nil {
			return nil, err
		}
		if err := e.cutEvidence(&c, report, notice, quotes); err != nil {
			return nil, err
		}
		acts, some := blotCase(&c, notice, report, quotes.in)
		if !some {
			continue
		}
		changed = append(changed, id)
		if err := e.rewrite(&c, acts); err != nil {
			return nil, err
		}
	}
	if err := e.cutEvidence(e.c, report, notice, quotes); err != nil {
		return nil, err
	}
	// Its own row and last act are recorded by who carries it out, as they are now.
	acts, some := blotCase(e.c, notice, report, quotes.in)
	more, here := blotCase(&isnad.Case{Report: e.c.Report, Acts: []isnad.CaseAct{*e.act}, Ruling: e.r}, notice, report, quotes.in)
	if len(more) > 0 && e.act.Text != "" {
		e.act.Text, e.act.Erased = blotted, notice
	}
	if some || here {
		changed = append(changed, e.c.ID)
	}
	return changed, e.rewriteActs(e.c, acts)
}

// cutEvidence has what was given as evidence destroyed too where it is text and
// quotes the report. What a picture or a document of another kind shows nobody here can read.
func (e *effect) cutEvidence(c *isnad.Case, report, notice string, quotes *quoted) error {
	list := slices.Clone(c.Form.Evidence)
	for i := range c.Acts {
		list = append(list, c.Acts[i].Evidence...)
	}
	seen := map[isnad.Hash]bool{}
	for _, x := range list {
		if x.Capture == "" || seen[x.SHA256] || !strings.HasPrefix(x.MediaType, "text/") && x.MediaType != "application/json" {
			continue
		}
		seen[x.SHA256] = true
		blob, _, err := e.p.OpenBytes(e.ctx, x.SHA256)
		if errors.Is(err, isnad.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		b, err := io.ReadAll(blob)
		if err := errors.Join(err, blob.Close()); err != nil {
			return fmt.Errorf("reading evidence: %w", err)
		}
		if !quotes.in(string(b)) {
			continue
		}
		if err := e.tx.AddCut(store.Cut{SHA256: x.SHA256, Report: report, Notice: notice}, x.Capture); err != nil {
			return err
		}
	}
	return nil
}

func (e *effect) rewrite(c *isnad.Case, acts []int) error {
	if err := e.tx.PutCase(c); err != nil {
		return err
	}
	return e.rewriteActs(c, acts)
}

func (e *effect) rewriteActs(c *isnad.Case, acts []int) error {
	for i := range c.Acts {
		a := &c.Acts[i]
		if !slices.Contains(acts, a.Number) || c.ID == e.c.ID && a.Number == e.act.Number {
			continue
		}
		if err := e.tx.RewriteCaseAct(c.ID, a); err != nil {
			return err
		}
	}
	return nil
}

// textsOf is the titles and texts of all versions of a report, as they are shown and
// as they stand in its bytes: of a removed one there are no others, and of others
// words may be blotted out.
func (p *Pipeline) textsOf(e *effect, report string) ([]string, error) {
	var texts []string
	add := func(r *isnad.Report) {
		for _, t := range []string{r.Title, r.Text} {
			if t != "" && !slices.Contains(texts, t) {
				texts = append(texts, t)
			}
		}
	}
	versions, err := e.tx.AllVersions(report)
	if err != nil {
		return nil, err
	}
	for i := range versions {
		add(&versions[i])
	}
	places, err := e.tx.ReadAt(report)
	if err != nil {
		return nil, err
	}
	for _, at := range places {
		c, err := e.tx.Capture(at.Capture)
		if err != nil {
			return nil, err
		}
		res, err := p.readCapture(e.ctx, &c, at.Place, 1)
		if errors.Is(err, errBytes) || e.ctx.Err() != nil {
			return nil, fmt.Errorf("reading what is to be erased: %w", err)
		}
		for i := range res.Reports { // bytes that cannot be read have no words
			if res.Reports[i].ID == report {
				add(&res.Reports[i])
			}
		}
	}
	return texts, nil
}
