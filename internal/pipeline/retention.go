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

// Retention says how long what tells of people is kept; 0 is for ever.
type Retention struct {
	Offers   time.Duration // who handed in a report, after it was decided about
	Accesses time.Duration // who looked at originals
	Cases    time.Duration // who opened a case, after it was closed
}

// Old is what is due to be forgotten, or was.
type Old struct {
	Offers, Cases               []string // IDs
	Accesses, Sessions, SignIns int
	More                        bool // more offers or cases may be due: not all were looked at
}

// Old returns what Forget would forget now, of at most [store.MostOld] offers and
// cases each. With an error it is what could be found all the same.
func (p *Pipeline) Old(ctx context.Context, now time.Time) (o Old, err error) {
	o, err = p.due(ctx, now)
	errs := []error{err}
	if p.Retention.Accesses > 0 {
		o.Accesses, err = p.Store.CountAccesses(ctx, now.Add(-p.Retention.Accesses))
		errs = append(errs, err)
	}
	o.Sessions, o.SignIns, err = p.Store.CountSignIns(ctx, now)
	return o, errors.Join(append(errs, err)...)
}

// due finds the offers and cases that are due. What cannot be read holds up nothing else.
func (p *Pipeline) due(ctx context.Context, now time.Time) (o Old, err error) {
	var errs []error
	if p.Retention.Offers > 0 {
		o.Offers, err = p.Store.OldOffers(ctx, now.Add(-p.Retention.Offers))
		errs = append(errs, err)
		o.More = len(o.Offers) >= store.MostOld
	}
	if p.Retention.Cases > 0 {
		ids, err := p.Store.OldCases(ctx, now.Add(-p.Retention.Cases))
		errs = append(errs, err)
		o.More = o.More || len(ids) >= store.MostOld
		for _, id := range ids {
			c, err := p.Store.Case(ctx, id)
			if ctx.Err() != nil {
				return o, errors.Join(append(errs, ctx.Err())...)
			}
			if err != nil {
				errs = append(errs, err)
			} else if !p.Casework.AppealEnd(&c).After(now) { // until then they may come back
				o.Cases = append(o.Cases, id)
			}
		}
	}
	return o, errors.Join(errs...)
}

// Forget does what time does to what tells of people, and returns what it did, with
// an error too: what fails holds up nothing else. Several processes may call it; it
// is called by the clock.
func (p *Pipeline) Forget(ctx context.Context, now time.Time) (done Old, err error) {
	due, err := p.due(ctx, now)
	errs := []error{err}
	done.More = due.More
	done.Sessions, done.SignIns, err = p.Store.ForgetSignIns(ctx, now)
	errs = append(errs, err)
	if p.Retention.Accesses > 0 {
		n, err := p.Store.ForgetAccesses(ctx, now.Add(-p.Retention.Accesses))
		errs = append(errs, err)
		done.Accesses = int(n)
	}
	each := func(ids []string, forget func(id string) error) (did []string) {
		for _, id := range ids {
			if ctx.Err() != nil {
				errs = append(errs, ctx.Err())
				return did
			}
			switch err := forget(id); {
			case err == nil:
				did = append(did, id)
			case !errors.Is(err, errForgotten):
				errs = append(errs, err)
			}
		}
		return did
	}
	done.Offers = each(due.Offers, func(id string) error { return p.forgetOffer(ctx, id, now) })
	done.Cases = each(due.Cases, func(id string) error { return p.forgetCase(ctx, id, now) })
	return done, errors.Join(errs...)
}

// errForgotten says that somebody else was first.
var errForgotten = errors.New("it is forgotten already")

// forgetOffer forgets who handed in a report.
func (p *Pipeline) forgetOffer(ctx context.Context, id string, now time.Time) error {
	_, err := p.decideOffer(ctx, id, func(o *isnad.Offer) error {
		if !o.Blotted.IsZero() {
			return errForgotten
		}
		o.Person, o.Name, o.Contact, o.Remarks, o.Blotted = "", "", "", "", now.UTC().Truncate(time.Microsecond)
		return nil
	})
	if err != nil {
		return fmt.Errorf("forgetting who handed in %s: %w", id, err)
	}
	return nil
}

// forgetCase forgets who opened a case, in one transaction: with it goes what the
// log says of the form, and the files that were handed in are to be destroyed.
func (p *Pipeline) forgetCase(ctx context.Context, id string, now time.Time) error {
	err := p.Store.Begin(ctx, func(tx *store.Tx) error {
		if err := errors.Join(tx.LockEffects(), tx.LockCases()); err != nil {
			return err
		}
		c, err := tx.Case(id)
		if err != nil {
			return err
		}
		if c.State != isnad.CaseClosed || !c.Forgotten.IsZero() {
			return errForgotten
		}
		files := c.Form.Evidence
		for i := range c.Acts {
			files = append(files[:len(files):len(files)], c.Acts[i].Evidence...)
		}
		c, acts, rulings := casework.Forget(c, now)
		if err := tx.ForgetCase(&c, acts, rulings); err != nil {
			return err
		}
		return destroyFiles(tx, id, files)
	})
	if err != nil {
		return fmt.Errorf("forgetting case %s: %w", id, err)
	}
	return nil
}

// destroyFiles has files destroyed that were handed in with a case, but those that
// are kept for another reason too. What was fetched from an address is public there.
func destroyFiles(tx *store.Tx, id string, files []isnad.Evidence) error {
	for _, f := range files {
		if f.Capture == "" || f.Address != "" {
			continue
		}
		alone, err := tx.OnlyOf(f.SHA256, isnad.EvidenceOf(id))
		if err == nil && alone {
			err = tx.AddCut(store.Cut{SHA256: f.SHA256, Notice: id}, f.Capture)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
