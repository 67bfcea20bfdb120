package pipeline

import (
	"context"
	"errors"
	"time"

	"isnad"
)

// Retention says how long what tells of people is kept; 0 is for ever.
type Retention struct {
	Offers   time.Duration // who handed in a report, after it was decided about
	Accesses time.Duration // who looked at originals
}

// Forget does what time does to what tells of people. Several processes may call
// it; it is called by the clock.
func (p *Pipeline) Forget(ctx context.Context, now time.Time) error {
	var errs []error
	if p.Retention.Accesses > 0 {
		_, err := p.Store.ForgetAccesses(ctx, now.Add(-p.Retention.Accesses))
		errs = append(errs, err)
	}
	if p.Retention.Offers > 0 {
		ids, err := p.Store.OldOffers(ctx, now.Add(-p.Retention.Offers))
		errs = append(errs, err)
		for _, id := range ids {
			_, err := p.decideOffer(ctx, id, func(o *isnad.Offer) error {
				o.Person, o.Name, o.Contact, o.Remarks, o.Blotted = "", "", "", "", now.UTC().Truncate(time.Microsecond)
				return nil
			})
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}
