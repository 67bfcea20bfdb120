package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/extract"
	"isnad/internal/store"
)

// What is read for reports is mostly what was received. Two things are not: the
// text that a correction made, and what is kept instead of bytes of which some
// were destroyed. Both are documents of our own. The database says which bytes
// they are; no media type and no address makes bytes from outside one of them.

// CorrectionType is the media type of a corrected report.
const CorrectionType = "application/vnd.isnad.correction+json"

// correctionAddress begins the address of a capture that a case made.
const correctionAddress = "isnad:case/"

// keptReport is a report in a document of our own. Its ID stands with it: the
// store gives keys back with other signs in place of some, so an ID cannot be made
// of one that was kept.
type keptReport struct {
	Key string `json:"key"`
	isnad.Report
}

func keep(r isnad.Report) keptReport {
	r.Version, r.Capture, r.SHA256, r.Bytes = 0, "", "", nil
	return keptReport{r.Key, r}
}

// report gives the report back as one of a capture.
func (k *keptReport) report(c *isnad.Capture) isnad.Report {
	r := k.Report
	r.Key, r.Version = k.Key, 1
	r.Capture, r.SHA256, r.Received, r.Observed, r.Bytes = c.ID, c.SHA256, c.Received, c.Observed, nil
	return r
}

// correction is the document of a corrected report.
type correction struct {
	Isnad  string     `json:"isnad"` // "correction/1"
	Case   string     `json:"case"`
	Act    int        `json:"act"`
	Of     int        `json:"of"` // the version that it corrects
	Report keptReport `json:"report"`
}

// readings is what is kept instead of a page of which one report was erased: the
// others, by capture.
type readings struct {
	Isnad    string                  `json:"isnad"` // "readings/1"
	Reader   string                  `json:"reader"`
	Captures map[string][]keptReport `json:"captures"`
}

const maxKept = 256 << 20 // bytes of a document of our own

func (p *Pipeline) readKept(h isnad.Hash, doc any) error {
	blob, err := p.Archive.Open(h)
	if err != nil {
		return fmt.Errorf("opening what is kept: %w", err)
	}
	defer blob.Close() // only read
	if blob.Size() > maxKept {
		return fmt.Errorf("what is kept: %w", isnad.ErrTooLarge)
	}
	if err := json.NewDecoder(blob).Decode(doc); err != nil {
		return fmt.Errorf("reading what is kept: %w", err)
	}
	return nil
}

// readCapture reads reports out of a capture from an offset on, as they stand
// after corrections and erasures. An error wraps errBytes where the bytes
// themselves cannot be had; any other is about what stands in them.
func (p *Pipeline) readCapture(ctx context.Context, c *isnad.Capture, offset int64, batch int) (extract.Result, error) {
	_, _, corrected, err := p.Store.Correction(ctx, c.ID)
	if err != nil {
		return extract.Result{}, fmt.Errorf("%w: %w", errBytes, err)
	}
	cut, isCut, err := p.Store.CutBlob(ctx, c.SHA256)
	if err != nil {
		return extract.Result{}, fmt.Errorf("%w: %w", errBytes, err)
	}
	switch {
	case isCut && cut.Form == store.CutWhole:
		return extract.Result{}, nil
	case corrected:
		var doc correction
		if err := p.readKept(c.SHA256, &doc); err != nil {
			return extract.Result{}, fmt.Errorf("%w: %w", errBytes, err)
		}
		return extract.Result{Reports: []isnad.Report{doc.Report.report(c)}}, nil
	case isCut && cut.Form == store.CutReadings:
		var doc readings
		if err := p.readKept(cut.Now, &doc); err != nil {
			return extract.Result{}, fmt.Errorf("%w: %w", errBytes, err)
		}
		var res extract.Result
		for i := range doc.Captures[c.ID] {
			res.Reports = append(res.Reports, doc.Captures[c.ID][i].report(c))
		}
		return res, nil
	}
	blob, err := p.openKept(cut, isCut)
	if err != nil {
		return extract.Result{}, fmt.Errorf("%w: %w", errBytes, err)
	}
	defer blob.Close() // only read
	if isCut && cut.Form == store.CutLines {
		res, err := extract.ReadLines(ctx, c, blob, offset, batch)
		if err != nil && ctx.Err() == nil && !isDisk(err) && offset == 0 { // no line is left
			return extract.Result{}, nil
		}
		return res, err
	}
	return extract.Read(ctx, c, blob, offset, batch)
}

// errBytes says that bytes could not be had, which trying again may mend.
var errBytes = errors.New("getting the bytes")

// openKept opens what is kept of bytes now.
func (p *Pipeline) openKept(cut store.CutBlob, isCut bool) (archive.Blob, error) {
	h := cut.SHA256
	if isCut {
		h = cut.Now
	}
	blob, err := p.Archive.Open(h)
	if err != nil {
		return nil, fmt.Errorf("opening its bytes: %w", err)
	}
	return blob, nil
}

// OpenBytes opens the bytes of a capture as they are kept: as received, unless
// some of them were destroyed. now is the hash of what is opened.
// isnad.ErrNotFound where nothing is kept.
func (p *Pipeline) OpenBytes(ctx context.Context, received isnad.Hash) (blob archive.Blob, now isnad.Hash, err error) {
	cut, isCut, err := p.Store.CutBlob(ctx, received)
	if err != nil {
		return nil, "", err
	}
	now = received
	if isCut {
		now = cut.Now
	}
	if now == "" {
		return nil, "", fmt.Errorf("bytes %s were erased: %w", received, isnad.ErrNotFound)
	}
	blob, err = p.Archive.Open(now)
	return blob, now, err
}

// condemned is what the archive asks before it keeps bytes.
func (p *Pipeline) condemned(ctx context.Context) func(isnad.Hash) (bool, error) {
	return func(h isnad.Hash) (bool, error) { return p.Store.Condemned(ctx, h) }
}

// ErrErased is returned, wrapped, for bytes that hold a report which was erased by
// a decision, and of which nothing is kept again.
var ErrErased = errors.New("it holds a report that was erased by a decision; nothing of it is kept")

// keepCondemned records a capture of bytes of which some are erased: where the
// others stand on their own, from what is kept of them.
func (p *Pipeline) keepCondemned(ctx context.Context, c isnad.Capture, form extract.Form) (kept isnad.Capture, added bool, err error) {
	complete(&c)
	kept, _, err = p.Store.Capture(ctx, c.ID)
	if err == nil || !errors.Is(err, isnad.ErrNotFound) {
		return kept, false, err
	}
	apart, err := p.apart(ctx, c.SHA256, form)
	if err != nil {
		return c, false, err
	}
	if !apart {
		return c, false, fmt.Errorf("%s: %w", c.Address, ErrErased)
	}
	kept, added, err = p.Store.AddCapture(ctx, c, first(form, c))
	if err != nil {
		return c, false, fmt.Errorf("recording %s: %w", c.Address, err)
	}
	return kept, added, nil
}

// apart tells whether what was not erased of bytes is kept apart from what was.
func (p *Pipeline) apart(ctx context.Context, h isnad.Hash, form extract.Form) (bool, error) {
	if form != extract.FormJSONL && form != extract.FormWARC {
		return false, nil
	}
	cut, isCut, err := p.Store.CutBlob(ctx, h)
	if err != nil {
		return false, err
	}
	return !isCut || cut.Form == store.CutLines || cut.Form == store.CutRecords, nil
}

// blanked reads bytes with spaces in place of runs.
type blanked struct {
	io.ReaderAt
	runs []isnad.Bytes
}

func (b blanked) ReadAt(p []byte, at int64) (int, error) {
	n, err := b.ReaderAt.ReadAt(p, at)
	for _, r := range b.runs {
		from, to := max(r.Offset-at, 0), min(r.Offset+r.Length-at, int64(n))
		for i := from; i < to; i++ {
			p[i] = ' '
		}
	}
	return n, err
}
