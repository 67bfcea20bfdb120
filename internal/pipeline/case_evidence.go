package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/evidence"
	"isnad/internal/fetch"
	"isnad/internal/store"
)

// maxTogether is how many bytes the files of one form may have together.
const maxTogether = 60 << 20

// given is the evidence that somebody gives: the addresses among list, then the
// files. Whatever else list says is not believed: only who keeps bytes knows which
// they are.
func given(list []isnad.Evidence, files []isnad.Upload) []isnad.Evidence {
	var out []isnad.Evidence
	for _, e := range list {
		if e.Address != "" {
			out = append(out, isnad.Evidence{Address: e.Address})
		}
	}
	for _, f := range files {
		name := evidence.Name(f.Name)
		if name == "" {
			name = "file"
		}
		out = append(out, isnad.Evidence{Name: name})
	}
	return out
}

// keepFiles puts files into the archive, fills in what is known of them then in
// the last entries of list, and returns their captures. Nothing is read out of
// them: they get no step. A file that harms whoever opens it is refused.
func (p *Pipeline) keepFiles(ctx context.Context, caseID string, at time.Time, list []isnad.Evidence, files []isnad.Upload) ([]isnad.Capture, error) {
	for i := range list {
		list[i].Given = at
	}
	if len(files) > len(list) {
		return nil, fmt.Errorf("there are more files than evidence: %w", isnad.ErrRefused)
	}
	seen, total := make([]evidence.File, len(files)), int64(0)
	for i := range files { // all of them, before any is kept
		e := &list[len(list)-len(files)+i]
		err := p.held(ctx, &files[i], func(b []byte) (err error) {
			if total += int64(len(b)); total > maxTogether {
				return fmt.Errorf("the files together are larger than %d MB: %w: %w", maxTogether>>20, isnad.ErrRefused, isnad.ErrTooLarge)
			}
			seen[i], err = lookAt(b, e)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	var captures []isnad.Capture
	for i := range files {
		e := &list[len(list)-len(files)+i]
		err := p.held(ctx, &files[i], func(b []byte) error {
			c, err := p.keepEvidence(ctx, caseID, "file:"+e.Name, at, b, seen[i], e)
			captures = append(captures, c)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return captures, nil
}

// held reads a file into memory for as long as do takes, and makes it ready to be read
// again. Few are held at once, however many people hand in theirs.
func (p *Pipeline) held(ctx context.Context, f *isnad.Upload, do func(b []byte) error) error {
	select {
	case p.looking <- struct{}{}:
		defer func() { <-p.looking }()
	case <-ctx.Done():
		return ctx.Err()
	}
	b, err := io.ReadAll(io.LimitReader(f.Body, evidence.Default().Size+1))
	if err == nil {
		_, err = f.Body.Seek(0, io.SeekStart)
	}
	if err != nil {
		return fmt.Errorf("reading %q: %w", f.Name, err)
	}
	return do(b)
}

// lookAt says what the bytes are, or refuses them in words for the person.
func lookAt(b []byte, e *isnad.Evidence) (evidence.File, error) {
	seen, err := evidence.Look(b, evidence.Default())
	if err != nil {
		return seen, fmt.Errorf("%q is not taken: %w", e.Name+e.Address, err)
	}
	return seen, nil
}

// keepEvidence puts bytes that were looked at into the archive and fills in e.
func (p *Pipeline) keepEvidence(ctx context.Context, caseID, address string, at time.Time, b []byte, seen evidence.File, e *isnad.Evidence) (isnad.Capture, error) {
	// The place is the case's own: bytes that came from the same address otherwise
	// are another capture, which is read.
	c := isnad.Capture{Address: address, Place: "case:" + caseID + " " + e.Address, MediaType: seen.MediaType, Received: at, Origin: isnad.EvidenceOf(caseID)}
	var err error
	c.SHA256, c.Size, err = p.Archive.PutUnless(bytes.NewReader(b), int64(len(b)), p.condemned(ctx))
	if errors.Is(err, archive.ErrCondemned) {
		return c, fmt.Errorf("%q is not taken: it was erased by a decision and is not kept again: %w", e.Name+e.Address, isnad.ErrRefused)
	}
	if err != nil {
		return c, fmt.Errorf("keeping evidence: %w", err)
	}
	complete(&c)
	e.Capture, e.SHA256, e.Size, e.MediaType = c.ID, c.SHA256, c.Size, c.MediaType
	return c, nil
}

// takeIn records the captures of the last act of a case, and queues the fetching
// of the addresses that it names.
func (w caseWork) takeIn(c *isnad.Case, captures []isnad.Capture) error {
	for _, x := range captures {
		if _, _, err := w.tx.AddCapture(x); err != nil {
			return err
		}
	}
	last := &c.Acts[len(c.Acts)-1]
	for i, e := range last.Evidence {
		if e.Address == "" {
			continue
		}
		if err := w.tx.Queue(store.Step{Kind: store.StepEvidence, Case: c.ID, Act: last.Number, Item: i}); err != nil {
			return err
		}
	}
	return nil
}

// tries is how often an address that gives no answer is asked.
const tries = 3

// errGone says that the evidence of a step is not there any more: it was erased.
var errGone = errors.New("the evidence is gone")

// evidence fetches an address that somebody named as evidence. What keeps it from
// being fetched is told in the case, in words.
func (p *Pipeline) evidence(ctx context.Context, j *store.Job) (Done, error) {
	c, err := p.Store.Case(ctx, j.Case)
	if err != nil {
		return Done{}, err
	}
	e, err := evidenceOf(&c, j.Step)
	if errors.Is(err, errGone) || err == nil && (e.Capture != "" || e.Failed != "") {
		return Done{}, j.Complete(ctx, func(*store.Tx) error { return nil })
	}
	var capture isnad.Capture
	switch {
	case p.Fetcher == nil:
		e.Failed = "addresses are not fetched here"
	default:
		res, err := p.Fetcher.Get(ctx, e.Address, fetch.Validators{})
		switch {
		case ctx.Err() != nil:
			return Done{}, ctx.Err()
		case err != nil && j.Attempt < tries && passing(err):
			return Done{}, fmt.Errorf("fetching evidence: %w", err)
		case err != nil:
			e.Failed = whyFailed(err)
		default:
			seen, err := lookAt(res.Body, &e)
			if err == nil {
				capture, err = p.keepEvidence(ctx, c.ID, e.Address, res.Received, res.Body, seen, &e)
			}
			if errors.Is(err, isnad.ErrRefused) {
				e.Failed = whyFailed(err)
			} else if err != nil {
				return Done{}, err
			}
			capture.Status, capture.Headers, capture.Redirects = res.Status, res.Headers, res.Redirects
			if res.Final != e.Address {
				capture.Final = res.Final
			}
		}
	}
	return Done{}, j.Complete(ctx, func(tx *store.Tx) error {
		if err := tx.LockCases(); err != nil {
			return err
		}
		c, err := tx.Case(j.Case)
		if err != nil {
			return err
		}
		if was, err := evidenceOf(&c, j.Step); errors.Is(err, errGone) || was.Address != e.Address {
			return nil // erased meanwhile: the bytes in the archive belong to nobody
		}
		act := &c.Acts[j.Act-1]
		act.Evidence[j.Item] = e
		if j.Act == 1 && j.Item < len(c.Form.Evidence) {
			c.Form.Evidence[j.Item] = e
			if err := tx.PutCase(&c); err != nil {
				return err
			}
		}
		if capture.ID != "" && e.Failed == "" {
			if _, _, err := tx.AddCapture(capture); err != nil {
				return err
			}
		}
		return tx.RewriteCaseAct(c.ID, act)
	})
}

// evidenceOf is the evidence that a step is about.
func evidenceOf(c *isnad.Case, s store.Step) (isnad.Evidence, error) {
	i := slices.IndexFunc(c.Acts, func(a isnad.CaseAct) bool { return a.Number == s.Act })
	if i < 0 || s.Item < 0 || s.Item >= len(c.Acts[i].Evidence) || c.Acts[i].Evidence[s.Item].Address == "" {
		return isnad.Evidence{}, errGone
	}
	return c.Acts[i].Evidence[s.Item], nil
}

// passing tells whether an error may be gone a little later.
func passing(err error) bool {
	var status *fetch.StatusError
	return errors.Is(err, fetch.ErrTimeout) || errors.Is(err, fetch.ErrUnreachable) || errors.As(err, &status) && status.Status >= 500
}

// whyFailed is why an address was not captured, for people. What the other side
// wrote is not repeated.
func whyFailed(err error) string {
	var status *fetch.StatusError
	var refused *evidence.RefusedError
	for _, x := range []struct {
		is    error
		words string
	}{
		{fetch.ErrRefusedAddress, "the address is not one of the public web"},
		{fetch.ErrAddress, "this is not an address that can be fetched"},
		{fetch.ErrRobots, "the site does not allow programs to fetch it"},
		{fetch.ErrRedirects, "the address leads from one place to another and to no page"},
		{fetch.ErrTimeout, "the site gave no whole answer in time"},
		{fetch.ErrUnreachable, "the site could not be reached"},
	} {
		if errors.Is(err, x.is) {
			return x.words
		}
	}
	switch {
	case errors.As(err, &refused):
		return "what is there is not taken: " + refused.Words
	case errors.As(err, &status):
		return fmt.Sprintf("the site answered with status %d", status.Status)
	case errors.Is(err, isnad.ErrTooLarge):
		return "what is there is too large"
	}
	return "it could not be fetched"
}
