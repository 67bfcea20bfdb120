package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/archive/warc"
	"isnad/internal/extract"
	"isnad/internal/fetch"
	"isnad/internal/store"
)

// maxPayload bounds one response of a WARC, decoded, as fetch bounds one answer.
const maxPayload = 32 << 20

// unpackBatch is how many records one step reads.
const unpackBatch = 200

// unpack keeps responses and resources of a WARC as captures of their own, from
// the job's position on. Records that hold nothing readable (pictures, scripts,
// errors of servers) are counted in a note and otherwise passed over: their bytes
// stay in the WARC.
func (p *Pipeline) unpack(ctx context.Context, j *store.Job) (Done, error) {
	c, _, err := p.Store.Capture(ctx, j.Capture)
	if err != nil {
		return Done{}, fmt.Errorf("finding the capture: %w", err)
	}
	blob, now, err := p.OpenBytes(ctx, c.SHA256)
	if err != nil {
		return Done{}, fmt.Errorf("opening its bytes: %w", err)
	}
	defer blob.Close() // only read

	r := warc.NewReaderAt(blob, blob.Size(), warc.Position{Offset: j.Offset, Inner: j.Inner})
	found, err := p.unpackSome(ctx, c, r)
	if err != nil {
		return Done{}, err
	}
	done := Done{Captures: len(found.captures), Offset: c.Size, Size: c.Size}
	if found.next != nil {
		done.Offset = found.next.Offset
	}
	return done, j.Complete(ctx, func(tx *store.Tx) error {
		for _, child := range found.captures {
			if _, _, err := tx.AddCapture(child, store.Step{Kind: store.StepExtract, Capture: child.ID}); err != nil {
				return fmt.Errorf("recording %s: %w", child.Address, err)
			}
		}
		for _, n := range found.notes {
			if err := tx.Note(c.ID, n); err != nil {
				return err
			}
		}
		for _, h := range found.erased {
			if err := p.cutRecord(tx, c, h); err != nil {
				return err
			}
		}
		cut, isCut, err := tx.CutBlob(c.SHA256)
		if err != nil {
			return err
		}
		if isCut && cut.Now != now { // it was written anew meanwhile: other places
			return tx.Queue(store.Step{Kind: store.StepUnpack, Capture: c.ID})
		}
		if found.next == nil {
			return nil
		}
		return tx.Queue(store.Step{Kind: store.StepUnpack, Capture: c.ID, Offset: found.next.Offset, Inner: found.next.Inner})
	})
}

// unpacked is what one step read of a WARC.
type unpacked struct {
	captures []isnad.Capture
	notes    []string
	erased   []isnad.Hash   // of records that hold what was erased
	next     *warc.Position // nil when the WARC is read to its end, or cannot be read further
}

func (p *Pipeline) unpackSome(ctx context.Context, c isnad.Capture, r *warc.Reader) (unpacked, error) {
	var u unpacked
	passed := 0
	for n := 0; ; n++ {
		if err := ctx.Err(); err != nil {
			return u, err
		}
		if n == unpackBatch {
			at, err := r.Position()
			if err == nil {
				u.next = &at
			} else if err != io.EOF {
				u.notes = append(u.notes, err.Error())
			}
			break
		}
		rec, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			u.notes = append(u.notes, err.Error())
			if errors.Is(err, isnad.ErrTooLarge) { // the next call passes over it
				continue
			}
			break
		}
		if rec.Type != warc.Response && rec.Type != warc.Resource {
			continue
		}
		child, err := p.keepRecord(ctx, c, rec)
		var gone *erasedError
		if errors.As(err, &gone) {
			u.erased = append(u.erased, gone.hash)
			u.notes = append(u.notes, fmt.Sprintf("record at byte %s: %v", rec.Position, err))
			if !gone.apart {
				continue
			}
			err = nil
		}
		switch {
		case err == nil:
			u.captures = append(u.captures, child)
		case errors.Is(err, errPassedOver):
			passed++
		case isDisk(err):
			return u, err
		default:
			u.notes = append(u.notes, fmt.Sprintf("record at byte %s, %s: %v", rec.Position, rec.TargetURI, err))
		}
	}
	if passed > 0 {
		p.Log.Info("records of a WARC hold no page or feed that isnad reads; they stay in it", "capture", c.ID, "records", passed)
	}
	return u, nil
}

// errPassedOver is for a record that is whole but holds no report.
var errPassedOver = errors.New("passed over")

// erasedError is of a record whose bytes were erased; apart tells that what was not
// erased of them stands on its own.
type erasedError struct {
	hash  isnad.Hash
	apart bool
}

func (*erasedError) Error() string { return ErrErased.Error() }

// cutRecord has a record taken out of a WARC whose bytes were erased before.
func (p *Pipeline) cutRecord(tx *store.Tx, container isnad.Capture, h isnad.Hash) error {
	cuts, err := tx.CutsOf(h)
	if err != nil || len(cuts) == 0 {
		return err
	}
	return tx.AddCut(store.Cut{SHA256: container.SHA256, Payload: h, Report: cuts[0].Report, Notice: cuts[0].Notice}, container.ID)
}

// keepRecord archives the payload of a record and gives the capture it makes. The
// capture is given with an *erasedError too.
func (p *Pipeline) keepRecord(ctx context.Context, container isnad.Capture, rec *warc.Record) (isnad.Capture, error) {
	payload, err := rec.Payload(maxPayload)
	if err != nil {
		return isnad.Capture{}, err
	}
	if len(payload.Body) == 0 || payload.Status >= http.StatusMultipleChoices {
		return isnad.Capture{}, errPassedOver
	}
	form := extract.Sniff(payload.MediaType, rec.TargetURI, payload.Body[:min(headSize, len(payload.Body))])
	if form == extract.FormUnknown || form == extract.FormWARC {
		return isnad.Capture{}, errPassedOver
	}
	h, size, err := p.Archive.PutUnless(bytes.NewReader(payload.Body), maxPayload, p.condemned(ctx))
	condemned := errors.Is(err, archive.ErrCondemned)
	if err != nil && !condemned {
		return isnad.Capture{}, fmt.Errorf("keeping it: %w", err)
	}
	place := rec.TargetURI
	if n, err := fetch.Normalise(place); err == nil {
		place = n
	}
	child := isnad.Capture{
		SHA256: h, Size: size, MediaType: payload.MediaType, Address: rec.TargetURI, Place: place,
		Status: payload.Status, Headers: payload.Headers, Container: container.SHA256,
		Received: container.Received, Observed: rec.Date,
		Source: container.Source, Published: container.Published,
	}
	if child.MediaType == "" {
		child.MediaType = mediaType(form)
	}
	complete(&child)
	if condemned {
		apart, err := p.apart(ctx, h, form)
		if err != nil {
			return child, err
		}
		return child, &erasedError{h, apart}
	}
	return child, nil
}
