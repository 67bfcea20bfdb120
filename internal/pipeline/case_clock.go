package pipeline

import (
	"context"
	"errors"
	"fmt"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

// Clock does in all cases what time does by itself: it reminds, and closes what
// is long over. Several processes may call it; each thing happens once. A case in
// which it fails keeps no other from being looked at; the errors come together.
func (p *Pipeline) Clock(ctx context.Context, now time.Time) error {
	var errs []error
	for _, q := range []store.CaseQuery{
		{Order: store.CasesDue, DueBefore: now.Add(p.Casework.RemindAhead + time.Second)},
		{State: isnad.CaseDecided, Order: store.CasesRuled, Ruled: [2]time.Time{{}, now}},
		{State: isnad.CaseCarriedOut, Order: store.CasesRuled, Ruled: [2]time.Time{{}, now}},
	} {
		if q.State != "" { // no appeal ends before so many days are over
			q.Ruled[1] = now.AddDate(0, 0, -p.shortestAppeal())
		}
		// All are listed before any is changed: an act moves a case in the list.
		ids, err := p.caseIDs(ctx, q)
		if err != nil {
			return fmt.Errorf("looking for cases that are due: %w", err)
		}
		for _, id := range ids {
			if err := p.tick(ctx, id, now); err != nil {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				errs = append(errs, fmt.Errorf("case %s: %w", id, err))
			}
		}
	}
	return errors.Join(errs...)
}

func (p *Pipeline) caseIDs(ctx context.Context, q store.CaseQuery) ([]string, error) {
	var ids []string
	q.Limit = 1000
	for {
		cases, next, err := p.Store.Cases(ctx, q)
		if err != nil {
			return nil, err
		}
		for i := range cases {
			ids = append(ids, cases[i].ID)
		}
		if q.After = next; next == "" {
			return ids, nil
		}
	}
}

// shortestAppeal is in how many days after a decision at least the time for an
// appeal ends, whatever the kind of case.
func (p *Pipeline) shortestAppeal() int {
	least := -1
	for _, k := range isnad.CaseKinds() {
		days := p.Casework.Terms[k].Appeal.Days
		if least < 0 || days < least {
			least = days
		}
	}
	return max(least, 0)
}

// tick does in one case what is due now.
func (p *Pipeline) tick(ctx context.Context, id string, now time.Time) error {
	clock := casework.By{Actor: isnad.ActorClock, At: now}
	for range 3 { // a case may be reminded of and then closed
		c, err := p.Store.Case(ctx, id)
		if err != nil {
			return err
		}
		kind := p.Casework.Due(&c, now)
		if kind == "" {
			return nil
		}
		_, err = p.actOnCase(ctx, id, isnad.CaseAct{Kind: kind, Time: now, Seen: len(c.Acts)}, nil, clock)
		if errors.Is(err, isnad.ErrConflict) || errors.Is(err, isnad.ErrRefused) {
			return nil // somebody acted meanwhile; the next look sees what is due then
		}
		if err != nil {
			return err
		}
	}
	return nil
}
