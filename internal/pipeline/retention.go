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

// Old is what is due to be forgotten.
type Old struct {
	Offers, Cases               []string // IDs
	Accesses, Sessions, SignIns int
}

// Old returns what Forget would forget now, at most 1000 offers and cases.
func (p *Pipeline) Old(ctx context.Context, now time.Time) (o Old, err error) {
	if p.Retention.Offers > 0 {
		if o.Offers, err = p.Store.OldOffers(ctx, now.Add(-p.Retention.Offers)); err != nil {
			return o, err
		}
	}
	if p.Retention.Cases > 0 {
		ids, err := p.Store.OldCases(ctx, now.Add(-p.Retention.Cases))
		if err != nil {
			return o, err
		}
		for _, id := range ids {
			c, err := p.Store.Case(ctx, id)
			if err != nil {
				return o, err
			}
			if !p.Casework.AppealEnd(&c).After(now) { // until then they may come back
				o.Cases = append(o.Cases, id)
			}
		}
	}
	if p.Retention.Accesses > 0 {
		if o.Accesses, err = p.Store.CountAccesses(ctx, now.Add(-p.Retention.Accesses)); err != nil {
			return o, err
		}
	}
	o.Sessions, o.SignIns, err = p.Store.CountSignIns(ctx, now)
	return o, err
}

// Forget does what time does to what tells of people. Several processes may call
// it; it is called by the clock.
func (p *Pipeline) Forget(ctx context.Context, now time.Time) error {
	old, err := p.Old(ctx, now)
	errs := []error{err, p.Store.ForgetSignIns(ctx, now)}
	if old.Accesses > 0 {
		_, err := p.Store.ForgetAccesses(ctx, now.Add(-p.Retention.Accesses))
		errs = append(errs, err)
	}
	for _, id := range old.Offers {
		_, err := p.decideOffer(ctx, id, func(o *isnad.Offer) error {
			o.Person, o.Name, o.Contact, o.Remarks, o.Blotted = "", "", "", "", now.UTC().Truncate(time.Microsecond)
			return nil
		})
		errs = append(errs, err)
	}
	for _, id := range old.Cases {
		errs = append(errs, p.forgetCase(ctx, id, now))
	}
	return errors.Join(errs...)
}

// forgetCase forgets who opened a case, in one transaction: with it goes what the
// log says of the form, and the files that were handed in are to be destroyed.
func (p *Pipeline) forgetCase(ctx context.Context, id string, now time.Time) error {
	err := p.Store.Begin(ctx, func(tx *store.Tx) error {
		if err := errors.Join(tx.LockEffects(), tx.LockCases()); err != nil {
			return err
		}
		c, err := tx.Case(id)
		if err != nil || c.State != isnad.CaseClosed || !c.Forgotten.IsZero() {
			return err // somebody was first
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
