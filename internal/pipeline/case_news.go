package pipeline

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"isnad"
	"isnad/internal/store"
)

const (
	// newsEvery is how often a person of the desk is written to at most, however many
	// forms come in.
	newsEvery = time.Hour
	// newsAfter is how long after something happened it is told: an act is dated
	// before it stands, and none may be passed over.
	newsAfter = 2 * time.Minute
	// newsLines bounds a letter.
	newsLines = 50
)

// TellDesk writes to the people of the desk who wish it what others did in cases
// since they were last written to, and what became overdue: one letter an hour at
// most. Several processes may call it; each thing is told once to each.
func (p *Pipeline) TellDesk(ctx context.Context, now time.Time) error {
	wishes, err := p.Store.MailWishes(ctx)
	if err != nil {
		return err
	}
	to := now.Add(-newsAfter)
	var errs []error
	for _, w := range wishes {
		if now.Before(w.Sent.Add(newsEvery)) || !to.After(w.Told) {
			continue
		}
		if err := p.tellOne(ctx, w, to, now); err != nil {
			errs = append(errs, fmt.Errorf("telling the desk what happened in cases: %w", err))
		}
	}
	return errors.Join(errs...)
}

func (p *Pipeline) tellOne(ctx context.Context, w store.MailWish, to, now time.Time) error {
	news, total, err := p.Store.CaseNews(ctx, w.Person, w.Told, to)
	if err != nil {
		return err
	}
	if total == 0 {
		return p.toldNothing(ctx, w, to)
	}
	base := strings.TrimSuffix(p.BaseURL, "/")
	m := store.Mail{About: w.Person, Reader: store.MailToDesk, To: w.Address, Language: "en", Subject: newsSubject(total), Text: newsText(news, total, base)}
	if base != "" {
		m.Stop = base + "/desk/account"
	}
	return p.Store.Begin(ctx, func(tx *store.Tx) error {
		if ok, err := tx.TellMailWish(w, to, now); err != nil || !ok {
			return err
		}
		return tx.PutMail(&m)
	})
}

// toldNothing moves on up to when a person was told, where there was nothing to
// tell, so that what is looked through does not grow. It need not be written often.
func (p *Pipeline) toldNothing(ctx context.Context, w store.MailWish, to time.Time) error {
	if to.Before(w.Told.Add(newsEvery)) {
		return nil
	}
	return p.Store.Begin(ctx, func(tx *store.Tx) error {
		_, err := tx.TellMailWish(w, to, w.Sent)
		return err
	})
}

func newsSubject(total int) string {
	if total == 1 {
		return "One thing happened in the cases"
	}
	return fmt.Sprintf("%d things happened in the cases", total)
}

// newsText tells the first things of a total. It names no person and none of their
// words: letters go through many hands.
func newsText(news []store.CaseNews, total int, base string) string {
	words := map[isnad.CaseActKind]string{"": "is overdue", isnad.CaseOpen: "came in", isnad.CaseAnswer: "was answered", isnad.CaseAdd: "was added to",
		isnad.CaseWithdraw: "was withdrawn, or its appeal", isnad.CaseAppeal: "was appealed", isnad.CaseActionFiled: "has word of an action: nothing is put back"}
	var b strings.Builder
	shown := news[:min(len(news), newsLines)]
	for _, n := range shown {
		fmt.Fprintf(&b, "Case %d (%s) %s", n.Number, strings.ReplaceAll(string(n.Of), "_", " "), words[n.Kind])
		if !n.Due.IsZero() {
			fmt.Fprintf(&b, "; due %s", n.Due.Format(time.DateOnly))
		}
		if base != "" {
			fmt.Fprintf(&b, "\n%s/desk/cases/%s", base, n.Case)
		}
		b.WriteString("\n\n")
	}
	if more := total - len(shown); more > 0 {
		fmt.Fprintf(&b, "and %d more\n", more)
	}
	if base != "" {
		fmt.Fprintf(&b, "All cases: %s/desk/cases\nTo have no more of these letters: %s/desk/account\n", base, base)
	}
	return b.String()
}
