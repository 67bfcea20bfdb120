package site

import (
	"context"
	"errors"
	"strings"

	"isnad"
	"isnad/internal/store"
)

// effectView tells what carrying out a ruling will change, before it is done.
type effectView struct {
	Effect isnad.Effect
	Ruling *isnad.Ruling
	Report *isnad.Report // as it is shown now; nil where it is not shown
	Points []string
	Title  *textDiff // of a correction that changes the title
	Text   *textDiff // of a correction
	Words  string    // of a clarification or a reply: what will stand beside the text
	Undone *isnad.Notice
	Final  bool // nobody can bring it back
}

// effectOf works out what a ruling on a case will change.
func (s *site) effectOf(ctx context.Context, c *isnad.Case, d *isnad.Ruling) (*effectView, error) {
	v := &effectView{Effect: d.Effect, Ruling: d}
	if d.Effect == "" {
		v.Points = []string{"Nothing that is shown changes."}
		return v, nil
	}
	id := first(d.Report, c.Report)
	rep, err := s.store.Report(ctx, id, 0)
	switch {
	case err == nil:
		v.Report = &rep
	case !errors.Is(err, isnad.ErrNotFound):
		return nil, err
	}
	switch d.Effect {
	case isnad.EffectCorrection:
		err = s.previewCorrection(ctx, v, d)
	case isnad.EffectClarification:
		v.Words = d.Body
		v.Points = []string{"The text stays as it is. These words stand beside it, on its page, in its feeds and in the copies that are handed out."}
	case isnad.EffectReply:
		v.Words = first(d.Body, c.Form.Reply)
		v.Points = []string{"The text stays as it is. The reply stands beside it."}
	case isnad.EffectRetraction:
		v.Points = []string{"The text stays readable, marked as retracted on its page and wherever it is listed."}
	case isnad.EffectRemoval, isnad.EffectErasure:
		err = s.previewRemoval(ctx, v, d)
	case isnad.EffectRestoration:
		err = s.previewRestoration(ctx, v, id, d)
	}
	if err != nil {
		return nil, err
	}
	v.Points = append(v.Points, "A notice is issued, in the register of corrections and its feeds, and the log takes an entry of it.")
	return v, nil
}

func (s *site) previewCorrection(ctx context.Context, v *effectView, d *isnad.Ruling) error {
	if v.Report == nil {
		v.Points = append(v.Points, "The report is not shown, so it cannot be corrected.")
		return nil
	}
	text := diffText(v.Report.Text, typedText(d.Body))
	v.Text = &text
	if d.Title != nil && *d.Title != v.Report.Title {
		title := diffLine(v.Report.Title, *d.Title)
		v.Title = &title
	}
	claims, _, err := s.store.Claims(ctx, store.ClaimQuery{Report: v.Report.ID, Version: v.Report.Version, Page: store.Page{Limit: maxClaims}})
	if err != nil {
		return err
	}
	v.Points = append(v.Points, "Version "+number(v.Report.Version+1)+" takes the place of version "+number(v.Report.Version)+", which stays readable. The words that changed are marked.")
	if len(claims) > 0 {
		v.Points = append(v.Points, plural(len(claims), "claim was", "claims were")+" read out of the present version. The new one is read again, and the incidents are summed up again.")
	}
	return nil
}

func (s *site) previewRemoval(ctx context.Context, v *effectView, d *isnad.Ruling) error {
	status := "410, removed"
	if d.Legal {
		status = "451, for legal reasons"
	}
	v.Points = append(v.Points, "Nothing of the report is shown any more: not its page, its versions, its copies, search, feeds or API. At its address stands a note that names this decision and its date ("+status+").")
	if v.Report == nil {
		v.Points = append(v.Points, "It is not shown now either.")
	} else {
		versions, err := s.store.Versions(ctx, v.Report.ID)
		if err != nil {
			return err
		}
		claims, _, err := s.store.Claims(ctx, store.ClaimQuery{Report: v.Report.ID, Version: v.Report.Version, Page: store.Page{Limit: maxClaims}})
		if err != nil {
			return err
		}
		incidents := map[string]bool{}
		for _, c := range claims {
			if c.Incident != "" {
				incidents[c.Incident] = true
			}
		}
		what := []string{plural(len(versions), "version", "versions")}
		if len(claims) > 0 {
			what = append(what, plural(len(claims), "claim", "claims"))
		}
		line := "With it go " + strings.Join(what, " and ")
		if len(incidents) > 0 {
			line += "; " + plural(len(incidents), "incident is", "incidents are") + " summed up again without them"
		}
		v.Points = append(v.Points, line+".")
	}
	if d.Effect == isnad.EffectErasure {
		v.Final = true
		v.Points = append(v.Points, "The bytes that hold it are destroyed, in the archive and everywhere else here. Other reports that came in the same bytes go on. The log keeps a salted hash, which tells nothing of it.")
	} else {
		v.Points = append(v.Points, "The bytes are kept, so that another decision can restore it.")
	}
	return nil
}

func (s *site) previewRestoration(ctx context.Context, v *effectView, report string, d *isnad.Ruling) error {
	standing, err := s.standingOf(ctx, report)
	if err != nil {
		return err
	}
	for i := range standing.Notices {
		n := &standing.Notices[i]
		if n.Undone == "" && n.Kind != isnad.NoticeRestoration && (d.Of == "" || n.ID == d.Of) {
			v.Undone = n // the last one
		}
	}
	switch n := v.Undone; {
	case n == nil:
		v.Points = append(v.Points, "No notice is in force that could be taken back.")
	case n.Erased:
		v.Points = append(v.Points, "The bytes of the report were destroyed: there is nothing to show again.")
	case n.Kind == isnad.NoticeRemoval:
		v.Points = append(v.Points, "The report is shown again at its old address, under its old versions. Claims are read out of it again.")
	case n.Kind == isnad.NoticeCorrection:
		v.Points = append(v.Points, "The wording before the correction becomes the newest version again. The corrected one stays readable.")
	default:
		v.Points = append(v.Points, "The "+strings.ToLower(noticeWords(n.Kind))+" of "+momentWords(n.Issued)+" no longer holds. That it was there stays in the register.")
	}
	return nil
}
