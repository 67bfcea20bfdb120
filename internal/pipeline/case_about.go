package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/names"
	"isnad/internal/store"
)

// maxQuote is how many characters of a passage are kept with the case.
const maxQuote = 4000

// absentError says that what a case is about is not there. It is a gap of the form
// and isnad.ErrNotFound both.
type absentError struct{ casework.MissingError }

func (e *absentError) Unwrap() []error { return []error{&e.MissingError, isnad.ErrNotFound} }

func absent(words string) error {
	return &absentError{casework.MissingError{Elements: []casework.Element{{Field: "about", Words: words}}}}
}

func gap(field, format string, args ...any) error {
	return &casework.MissingError{Elements: []casework.Element{{Field: field, Words: fmt.Sprintf(format, args...)}}}
}

// locate finds what a case is about, and fills in its report, version and passage.
// A case may be about a report that was removed: of that nothing is quoted.
func (p *Pipeline) locate(ctx context.Context, c *isnad.Case) error {
	if c.About == "" {
		return nil
	}
	switch c.About[0] {
	case 'r':
		c.Report = c.About
		return p.locatePassage(ctx, c)
	case 'k':
		k, err := p.Store.Claim(ctx, c.About)
		if errors.Is(err, isnad.ErrNotFound) {
			return absent("there is no such claim; its report may have been changed or removed since")
		}
		if err != nil {
			return err
		}
		c.Report = k.Report
		if c.Span != nil {
			return p.locatePassage(ctx, c)
		}
		span := k.Span
		c.Version, c.Span, c.Quote = k.Version, &span, cut(k.Quote)
	case 'i':
		id, err := p.Store.Redirect(ctx, c.About)
		if err != nil {
			return err
		}
		if _, err = p.Store.Incident(ctx, id); errors.Is(err, isnad.ErrNotFound) {
			return absent("there is no such incident")
		}
		c.About = id
		return err
	case 's':
		_, err := p.Store.Source(ctx, c.About)
		if errors.Is(err, isnad.ErrNotFound) {
			return absent("there is no such source")
		}
		return err
	case 'd':
		of, err := p.Store.Case(ctx, c.About)
		if errors.Is(err, isnad.ErrNotFound) {
			return absent("there is no such case")
		}
		c.Report = of.Report
		return err
	}
	return nil
}

// locatePassage looks the passage up in the version that the person saw.
func (p *Pipeline) locatePassage(ctx context.Context, c *isnad.Case) error {
	r, err := p.Store.Report(ctx, c.Report, c.Version)
	if errors.Is(err, isnad.ErrNotFound) {
		standings, err := p.Store.Standings(ctx, []string{c.Report})
		switch {
		case err != nil:
			return err
		case standings[c.Report].Removed != "":
			c.Span, c.Form.Span = nil, nil
			return nil
		}
		if c.Version > 0 {
			if _, err := p.Store.Report(ctx, c.Report, 0); err == nil {
				return gap("version", "the report has no version %d", c.Version)
			}
		}
		return absent("there is no such report")
	}
	if err != nil {
		return err
	}
	c.Version = r.Version
	if c.Span == nil {
		return nil
	}
	text := r.Text
	if c.Span.InTitle {
		text = r.Title
	}
	if n := utf8.RuneCountInString(text); c.Span.End > n {
		return gap("span", "the passage ends at character %d, the text has %d", c.Span.End, n)
	}
	c.Quote = cut(c.Span.Of(text))
	return nil
}

// cut bounds a quote.
func cut(s string) string {
	if utf8.RuneCountInString(s) > maxQuote {
		return isnad.Span{End: maxQuote}.Of(s) + "…"
	}
	return s
}

// CaseBy fills in of by what the rules ask about a person of the desk: whether
// they wrote what the case is about or opened it, whether nobody else could
// decide, and the notice that a counter-notice is against where it is one. It is asked for again when an act is done.
func (p *Pipeline) CaseBy(ctx context.Context, c *isnad.Case, by casework.By) (casework.By, error) {
	if by.Actor == isnad.ActorNotifier {
		return by, p.checkNotifier(ctx, c, by.Notice)
	}
	if by.Actor != isnad.ActorDesk {
		return by, nil
	}
	desk, err := p.Store.People(ctx)
	if err != nil {
		return by, err
	}
	barred, err := p.authors(ctx, c, desk)
	if err != nil {
		return by, err
	}
	if notices, err := p.noticesAgainst(ctx, c); err != nil {
		return by, err
	} else if len(notices) == 1 {
		by.Notice = notices[0].ID
	}
	by.Author = by.Author || slices.Contains(barred, by.Person.ID)
	by.Alone = casework.Alone(c, by.Person.ID, desk, barred)
	return by, nil
}

// authors is the IDs of the people who wrote what a case is about or opened it:
// who has the name of its author or submitter or handed it in, who corrected it
// before, who decided on the claim, the incident or a claim of the passage, and of a
// counter-notice who decided the removal.
func (p *Pipeline) authors(ctx context.Context, c *isnad.Case, desk []isnad.Person) ([]string, error) {
	var out []string
	if len(c.Acts) > 0 {
		out = append(out, c.Acts[0].Person)
	}
	if c.Report != "" {
		wrote, err := p.reportAuthors(ctx, c, desk)
		if err != nil {
			return nil, err
		}
		out = append(out, wrote...)
	}
	if c.About != "" && (c.About[0] == 'k' || c.About[0] == 'i') {
		wrote, err := p.deciders(ctx, c.About)
		if err != nil {
			return nil, err
		}
		out = append(out, wrote...)
	}
	if c.Kind == isnad.CaseCounterNotice {
		deciders, err := p.removers(ctx, c)
		if err != nil {
			return nil, err
		}
		out = append(out, deciders...)
	}
	out = slices.DeleteFunc(out, func(id string) bool { return id == "" })
	slices.Sort(out)
	return slices.Compact(out), nil
}

// reportAuthors is who at the desk wrote the report that a case is about, handed it
// in, put other words into it or beside it, or decided on a claim of the passage.
func (p *Pipeline) reportAuthors(ctx context.Context, c *isnad.Case, desk []isnad.Person) ([]string, error) {
	versions, err := p.Store.Versions(ctx, c.Report)
	if err != nil && !errors.Is(err, isnad.ErrNotFound) {
		return nil, err
	}
	var captures []string
	printed := map[string]bool{}
	for i := range versions {
		r := &versions[i]
		captures = append(captures, r.Capture)
		if c.Version != 0 && r.Version != c.Version {
			continue
		}
		for _, name := range append(slices.Clone(r.Bylines), r.Submitter) {
			printed[names.Fold(name)] = true
		}
	}
	delete(printed, "")
	out, err := p.Store.Offerers(ctx, captures)
	if err != nil {
		return nil, err
	}
	for _, x := range desk {
		if printed[names.Fold(x.Name)] {
			out = append(out, x.ID)
		}
	}
	wrote, err := p.correctors(ctx, c)
	if err != nil || c.Span == nil {
		return append(out, wrote...), err
	}
	out = append(out, wrote...)
	claims, _, err := p.Store.Claims(ctx, store.ClaimQuery{Report: c.Report, Page: store.Page{Limit: 1000}})
	if err != nil {
		return nil, err
	}
	for _, k := range claims {
		if k.ID == c.About || k.Version != c.Version || k.Span.InTitle != c.Span.InTitle || k.Span.Start >= c.Span.End || c.Span.Start >= k.Span.End {
			continue
		}
		if wrote, err = p.deciders(ctx, k.ID); err != nil {
			return nil, err
		}
		out = append(out, wrote...)
	}
	return out, nil
}

// deciders is who decided on a claim or an incident.
func (p *Pipeline) deciders(ctx context.Context, id string) (out []string, err error) {
	acts, _, err := p.Store.Acts(ctx, store.ActQuery{Bears: id, Page: store.Page{Limit: 1000}})
	for i := range acts {
		if acts[i].About == id {
			out = append(out, acts[i].Person)
		}
	}
	return out, err
}

// correctors is who decided, in other cases, on words that stand in the report or
// beside it now.
func (p *Pipeline) correctors(ctx context.Context, c *isnad.Case) (out []string, err error) {
	standings, err := p.Store.Standings(ctx, []string{c.Report})
	if err != nil {
		return nil, err
	}
	for _, n := range standings[c.Report].Notices {
		if n.Case == c.ID || n.Undone != "" || !slices.Contains([]isnad.NoticeKind{isnad.NoticeCorrection, isnad.NoticeClarification, isnad.NoticeRetraction}, n.Kind) {
			continue
		}
		of, err := p.Store.Case(ctx, n.Case)
		if err != nil {
			return nil, err
		}
		for i := range of.Acts {
			if of.Acts[i].Kind == isnad.CaseDecide {
				out = append(out, of.Acts[i].Person)
			}
		}
	}
	return out, nil
}

// removers is who decided what a counter-notice is against.
func (p *Pipeline) removers(ctx context.Context, c *isnad.Case) ([]string, error) {
	standings, err := p.Store.Standings(ctx, []string{c.Report})
	if err != nil {
		return nil, err
	}
	var out []string
	for _, id := range casework.NoticesAgainst(c, standings[c.Report]) {
		of, err := p.Store.Case(ctx, id)
		if err != nil {
			return nil, err
		}
		for i := range of.Acts {
			if of.Acts[i].Kind == isnad.CaseDecide {
				out = append(out, of.Acts[i].Person)
			}
		}
	}
	return out, nil
}

// noticesAgainst lists the copyright notices that a counter-notice is against.
func (p *Pipeline) noticesAgainst(ctx context.Context, c *isnad.Case) (out []isnad.Case, err error) {
	if c.Kind != isnad.CaseCounterNotice {
		return nil, nil
	}
	standings, err := p.Store.Standings(ctx, []string{c.Report})
	if err != nil {
		return nil, err
	}
	for _, id := range casework.NoticesAgainst(c, standings[c.Report]) {
		notice, err := p.Store.Case(ctx, id)
		if err != nil {
			return nil, err
		}
		if casework.Removed(&notice) {
			out = append(out, notice)
		}
	}
	return out, nil
}

// checkNotifier refuses who speaks of a counter-notice as the one who gave the
// notice in another case, and is not, or was not sent the counter-notice.
func (p *Pipeline) checkNotifier(ctx context.Context, c *isnad.Case, notice string) error {
	notices, err := p.noticesAgainst(ctx, c)
	if err == nil && (casework.PassedOn(c).IsZero() || !slices.ContainsFunc(notices, func(n isnad.Case) bool { return n.ID == notice })) {
		err = fmt.Errorf("this counter-notice is against no notice of yours: %w", isnad.ErrRefused)
	}
	return err
}

// filer is the ID of the case of the notice whose giver filed an action, where somebody
// else writes that down: the one that is said, else the only one; empty where the
// counter-notice is against none.
func (p *Pipeline) filer(ctx context.Context, c *isnad.Case, said string) (string, error) {
	notices, err := p.noticesAgainst(ctx, c)
	if err != nil {
		return "", err
	}
	var numbers []string
	for i := range notices {
		if notices[i].ID == said {
			return said, nil
		}
		numbers = append(numbers, fmt.Sprint(notices[i].Number))
	}
	switch {
	case said != "":
		return "", fmt.Errorf("this counter-notice is against no notice of the case %.40q: %w", said, isnad.ErrRefused)
	case len(notices) > 1:
		return "", fmt.Errorf("this counter-notice is against the notices of the cases %s: say who filed the action: %w", strings.Join(numbers, ", "), isnad.ErrRefused)
	case len(notices) == 1:
		return notices[0].ID, nil
	}
	return "", nil
}
