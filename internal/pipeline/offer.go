package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/fetch"
	"isnad/internal/store"
)

// Bounds of an offer, in characters.
const (
	maxOfferText  = 400_000
	maxOfferField = 2000
)

// HandIn records a report that somebody hands in, with its files. Nothing of it is
// read or shown before [Pipeline.AcceptOffer]. Errors wrap isnad.ErrRefused or
// isnad.ErrTooLarge, with words for the person.
func (p *Pipeline) HandIn(ctx context.Context, o isnad.Offer, files []isnad.Upload) (isnad.Offer, error) {
	o.State, o.Received, o.Number = isnad.OfferWaiting, now(), 0
	o.Decided, o.By, o.ByName, o.Reason, o.Capture, o.Failed = o.Blotted, "", "", "", "", ""
	err := checkOffer(&o)
	if err == nil {
		o.ID, err = drawID('f')
	}
	var captures []isnad.Capture
	if err == nil {
		o.Files = given(nil, files)
		captures, err = p.keepFiles(ctx, o.ID, o.Received, o.Files, files)
	}
	if err == nil {
		err = p.Store.Begin(ctx, func(tx *store.Tx) error {
			if err := tx.LockOffers(); err != nil {
				return err
			}
			for _, c := range captures {
				if _, _, err := tx.AddCapture(c); err != nil {
					return err
				}
			}
			return tx.PutOffer(&o)
		})
	}
	if err != nil {
		return isnad.Offer{}, fmt.Errorf("handing in a report: %w", err)
	}
	return o, nil
}

func checkOffer(o *isnad.Offer) error {
	refuse := func(words string) error { return fmt.Errorf("%s: %w", words, isnad.ErrRefused) }
	for _, s := range []*string{&o.Link, &o.Title, &o.Text, &o.Source, &o.Remarks, &o.Name, &o.Contact} {
		most := maxOfferField
		switch s {
		case &o.Text:
			most = maxOfferText
		case &o.Remarks:
			most = 20_000
		}
		*s = strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(*s, "\uFFFD"), "\x00", ""))
		if utf8.RuneCountInString(*s) > most {
			return fmt.Errorf("a field has more than %d characters: %w: %w", most, isnad.ErrRefused, isnad.ErrTooLarge)
		}
	}
	if o.Link == "" && o.Text == "" {
		return refuse("give the address of the report, or its text")
	}
	if o.Link != "" {
		if _, err := fetch.Normalise(o.Link); err != nil {
			return refuse("the address is none that can be fetched: it begins with http:// or https://")
		}
	}
	if o.Text != "" && o.Source == "" {
		return refuse("say who published the text")
	}
	if o.Named && o.Name == "" {
		return refuse("to be named, give a name")
	}
	return nil
}

// RefuseOffer records that an editor does not take an offer, and why. The error
// wraps isnad.ErrConflict where it was decided before.
func (p *Pipeline) RefuseOffer(ctx context.Context, id, reason string, by isnad.Person) (isnad.Offer, error) {
	o, err := p.decideOffer(ctx, id, func(o *isnad.Offer) error {
		if o.State != isnad.OfferWaiting {
			return fmt.Errorf("it was decided before: %w", isnad.ErrConflict)
		}
		if strings.TrimSpace(reason) == "" {
			return fmt.Errorf("a refusal needs a reason: %w", isnad.ErrRefused)
		}
		o.State, o.Reason, o.Decided, o.By, o.ByName = isnad.OfferRefused, strings.TrimSpace(reason), now(), by.ID, by.Name
		return nil
	})
	if err != nil {
		return o, fmt.Errorf("refusing an offer: %w", err)
	}
	return o, nil
}

// AcceptOffer takes in what an offer points to or holds, as any other bytes: its
// link is fetched, its text becomes a report of the source that it names. That is
// decided first and done after it, so that two editors cannot decide otherwise at
// once; what could not be fetched is told in Failed and may be tried again.
func (p *Pipeline) AcceptOffer(ctx context.Context, id, reason string, by isnad.Person) (isnad.Offer, error) {
	o, err := p.decideOffer(ctx, id, func(o *isnad.Offer) error {
		if o.State == isnad.OfferRefused || o.Capture != "" {
			return fmt.Errorf("it was decided before: %w", isnad.ErrConflict)
		}
		if o.State == isnad.OfferWaiting {
			o.State, o.Reason, o.Decided, o.By, o.ByName = isnad.OfferAccepted, strings.TrimSpace(reason), now(), by.ID, by.Name
		}
		return nil
	})
	if err != nil {
		return o, fmt.Errorf("accepting an offer: %w", err)
	}
	capture, failed := p.takeOffer(ctx, &o)
	if failed != nil && ctx.Err() != nil {
		return o, ctx.Err()
	}
	if o, err = p.decideOffer(ctx, id, func(o *isnad.Offer) error {
		o.Capture, o.Failed = capture, ""
		if failed != nil {
			o.Capture, o.Failed = "", whyOfferFailed(failed)
		}
		return nil
	}); err != nil {
		return o, fmt.Errorf("accepting an offer: %w", err)
	}
	return o, nil
}

func whyOfferFailed(err error) string {
	switch {
	case errors.Is(err, ErrUnreadable):
		return "no report can be read out of what is there"
	case errors.Is(err, errNoFetcher):
		return "addresses are not fetched here"
	}
	return whyFailed(err)
}

var errNoFetcher = errors.New("nothing fetches here")

// takeOffer keeps the bytes of an offer and returns the ID of their capture.
func (p *Pipeline) takeOffer(ctx context.Context, o *isnad.Offer) (string, error) {
	said := isnad.Submission{Source: o.Source, Published: o.Published}
	if o.Named {
		said.Submitter = o.Name
	}
	if o.Text == "" {
		if p.Fetcher == nil {
			return "", errNoFetcher
		}
		c, _, err := p.Fetch(ctx, p.Fetcher, o.Link, said)
		return c.ID, err
	}
	doc := map[string]string{"title": o.Title, "text": o.Text, "source": o.Source}
	if o.Link != "" {
		doc["url"] = o.Link
	}
	if !o.Published.IsZero() {
		doc["published"] = o.Published.String()
	}
	if said.Submitter != "" {
		doc["submitter"] = said.Submitter
	}
	line, err := json.Marshal(doc)
	if err != nil {
		return "", err
	}
	line = append(line, '\n')
	name := "file:submission-" + o.ID + ".jsonl"
	c, _, err := p.Keep(ctx, isnad.Capture{Address: name, Place: name, MediaType: "application/jsonl", Source: said.Source, Published: said.Published}, strings.NewReader(string(line)), int64(len(line)))
	return c.ID, err
}

func (p *Pipeline) decideOffer(ctx context.Context, id string, change func(o *isnad.Offer) error) (o isnad.Offer, err error) {
	err = p.Store.Begin(ctx, func(tx *store.Tx) error {
		if err := tx.LockOffers(); err != nil {
			return err
		}
		if o, err = tx.Offer(id); err != nil {
			return err
		}
		if err := change(&o); err != nil {
			return err
		}
		return tx.PutOffer(&o)
	})
	return o, err
}
