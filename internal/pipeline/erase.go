package pipeline

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/archive/warc"
	"isnad/internal/extract"
	"isnad/internal/store"
)

// erase destroys the bytes that wait for it. For each file of the archive it makes
// what is kept instead, records that, and only then takes the old bytes away; at
// last it has the database forget. A step that was cut short is done again from
// wherever it was.
func (p *Pipeline) erase(ctx context.Context, j *store.Job) (Done, error) {
	cuts, err := p.Store.WaitingCuts(ctx)
	if err != nil {
		return Done{}, err
	}
	within, err := p.cutsInWARCs(ctx, cuts)
	if err != nil {
		return Done{}, err
	}
	cuts = append(cuts, within...)
	by := map[isnad.Hash][]store.Cut{}
	var order []isnad.Hash
	for _, k := range cuts {
		if by[k.SHA256] == nil {
			order = append(order, k.SHA256)
		}
		by[k.SHA256] = append(by[k.SHA256], k)
	}
	var done []store.Cut
	for _, h := range order {
		carried, err := p.cut(ctx, h, by[h])
		if err != nil {
			return Done{}, fmt.Errorf("destroying bytes of %s: %w", h, err)
		}
		done = append(done, carried...)
	}
	if len(done) > 0 {
		if err := p.Store.BareCaptures(ctx, order); err != nil {
			return Done{}, err
		}
		if err := p.Store.Purge(ctx); err != nil {
			return Done{}, err
		}
	}
	return Done{}, j.Complete(ctx, func(tx *store.Tx) error {
		if err := tx.CutDone(done); err != nil {
			return err
		}
		return enterErasures(tx, done)
	})
}

// enterErasures has it stand in the log what was destroyed.
func enterErasures(tx *store.Tx, done []store.Cut) error {
	type run struct {
		Bytes  isnad.Hash `json:"bytes"`
		Start  int64      `json:"start"`
		Length int64      `json:"length"`
		Digest isnad.Hash `json:"digest"`
	}
	by := map[string][]run{}
	var order []string
	for _, k := range done {
		if by[k.Notice] == nil {
			order = append(order, k.Notice)
		}
		by[k.Notice] = append(by[k.Notice], run{k.SHA256, k.Start, k.Length, k.Digest})
	}
	for _, notice := range order {
		for part := range slices.Chunk(by[notice], 100) {
			if err := tx.Enter(isnad.EntryErasure, notice, map[string]any{"notice": notice, "cuts": part}); err != nil {
				return err
			}
		}
	}
	return nil
}

// cutsInWARCs looks into every WARC for records that hold bytes of which some are
// to be destroyed. A WARC is read whole for it: the same page may stand in several,
// of which only the first is known to hold it.
func (p *Pipeline) cutsInWARCs(ctx context.Context, cuts []store.Cut) ([]store.Cut, error) {
	of := map[isnad.Hash]store.Cut{}
	for _, k := range cuts {
		if k.Payload == "" {
			of[k.SHA256] = k
		}
	}
	if len(of) == 0 {
		return nil, nil
	}
	all, err := p.Store.Containers(ctx)
	if err != nil {
		return nil, err
	}
	var out []store.Cut
	for _, h := range all {
		blob, _, err := p.OpenBytes(ctx, h)
		if errors.Is(err, isnad.ErrNotFound) {
			continue // Verify says so
		}
		if err != nil {
			return nil, err
		}
		found := map[isnad.Hash]bool{}
		_, _, err = warc.Without(io.Discard, blob, blob.Size(), func(_ int, rec *warc.Record) (bool, error) {
			if sum, ok := payloadSum(rec); ok && !found[sum] {
				if k, cut := of[sum]; cut {
					found[sum] = true
					out = append(out, store.Cut{SHA256: h, Payload: sum, Length: -1, Report: k.Report, Notice: k.Notice})
				}
			}
			return true, ctx.Err() // nothing is copied
		})
		if err := errors.Join(err, blob.Close()); err != nil {
			return nil, fmt.Errorf("looking into WARC %s: %w", h, err)
		}
	}
	return out, nil
}

// payloadSum is the hash that the payload of a record is kept under, where it has one.
func payloadSum(rec *warc.Record) (isnad.Hash, bool) {
	if rec.Type != warc.Response && rec.Type != warc.Resource {
		return "", false
	}
	payload, err := rec.Payload(maxPayload)
	if err != nil {
		return "", false
	}
	return isnad.HashOf(payload.Body), true
}

// cut makes what is kept instead of bytes, and takes the old ones away.
func (p *Pipeline) cut(ctx context.Context, h isnad.Hash, cuts []store.Cut) ([]store.Cut, error) {
	now, isCut, err := p.Store.CutBlob(ctx, h)
	if err != nil {
		return nil, err
	}
	if !isCut || slices.ContainsFunc(cuts, func(k store.Cut) bool { return k.Length < 0 }) {
		if now, cuts, err = p.make(ctx, now, isCut, cuts); err != nil {
			return nil, err
		}
		if err := p.Store.PutCutBlob(ctx, now, cuts); err != nil {
			return nil, err
		}
	}
	for _, old := range []isnad.Hash{now.SHA256, now.Stale} {
		if old == "" || old == now.Now {
			continue
		}
		if err := p.Archive.Remove(old); err != nil {
			return nil, err
		}
	}
	return cuts, nil
}

// make makes what is kept of bytes from what is kept of them now.
func (p *Pipeline) make(ctx context.Context, was store.CutBlob, isCut bool, cuts []store.Cut) (store.CutBlob, []store.Cut, error) {
	now := store.CutBlob{SHA256: was.SHA256, Form: store.CutWhole, Stale: was.SHA256}
	if isCut {
		now.Stale = was.Now
	}
	captures, err := p.Store.CapturesOf(ctx, was.SHA256)
	if err != nil {
		return now, nil, err
	}
	blob, err := p.openKept(was, isCut)
	if errors.Is(err, isnad.ErrNotFound) || isCut && was.Form == store.CutWhole {
		return now, measured(cuts, 0, ""), nil // there is nothing to be destroyed
	}
	if err != nil {
		return now, nil, err
	}
	defer blob.Close() // only read
	switch {
	case cuts[0].Payload != "" || isCut && was.Form == store.CutRecords:
		return p.cutRecords(ctx, now, blob, cuts)
	case isCut && was.Form == store.CutLines:
		return p.cutLines(now, blob, cuts)
	case isCut || len(captures) == 0:
	default:
		_, _, corrected, err := p.Store.Correction(ctx, captures[0].ID)
		if err != nil {
			return now, nil, err
		}
		form, err := extract.FormOf(&captures[0], blob)
		if err != nil {
			return now, nil, err
		}
		lines := slices.ContainsFunc(captures, func(c isnad.Capture) bool { return c.Evidence() == "" })
		if form == extract.FormJSONL && !corrected && lines {
			return p.cutLines(now, blob, cuts)
		}
	}
	return p.cutReports(ctx, now, blob, captures, cuts)
}

// measured fills in how many bytes whole cuts are, and their digest.
func measured(cuts []store.Cut, length int64, digest isnad.Hash) []store.Cut {
	cuts = slices.Clone(cuts)
	for i := range cuts {
		if cuts[i].Length < 0 {
			cuts[i].Length, cuts[i].Digest = length, digest
		}
	}
	return cuts
}

// saltedSum is a digest of bytes with a salt that nobody keeps: it stands for them
// in records, and no guess at them can be tried against it.
func saltedSum(r io.Reader) (isnad.Hash, error) {
	salt := make([]byte, 32)
	if _, err := rand.Read(salt); err != nil {
		return "", err
	}
	sum := sha256.New()
	sum.Write(salt) // never fails
	if _, err := io.Copy(sum, r); err != nil {
		return "", err
	}
	return isnad.Hash(hex.EncodeToString(sum.Sum(nil))), nil
}

// cutLines puts spaces in place of lines, so that all others stand where they stood.
func (p *Pipeline) cutLines(now store.CutBlob, blob archive.Blob, cuts []store.Cut) (store.CutBlob, []store.Cut, error) {
	now.Form = store.CutLines
	cuts = slices.Clone(cuts)
	var runs []isnad.Bytes
	for i := range cuts {
		k := &cuts[i]
		if k.Payload != "" {
			continue
		}
		length, err := lineLength(blob, k.Start)
		if err != nil {
			return now, nil, err
		}
		run := isnad.Bytes{Offset: k.Start, Length: length}
		runs = append(runs, run)
		if k.Length >= 0 {
			continue
		}
		k.Length = length
		if k.Digest, err = saltedSum(io.NewSectionReader(blob, run.Offset, run.Length)); err != nil {
			return now, nil, err
		}
	}
	var err error
	now.Now, _, _, err = p.Archive.Put(io.NewSectionReader(blanked{blob, runs}, 0, blob.Size()), blob.Size())
	return now, cuts, err
}

// lineLength is how many bytes the line at an offset has, without its end.
func lineLength(r io.ReaderAt, at int64) (int64, error) {
	in := bufio.NewReaderSize(io.NewSectionReader(r, at, 1<<62-at), 64<<10)
	n := int64(0)
	for {
		part, err := in.ReadSlice('\n')
		n += int64(len(bytes.TrimRight(part, "\n")))
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case err == nil || errors.Is(err, io.EOF):
			return n, nil
		default:
			return 0, err
		}
	}
}

// cutRecords writes a WARC without the records that hold what is to be destroyed,
// and without what was made of them.
func (p *Pipeline) cutRecords(ctx context.Context, now store.CutBlob, blob archive.Blob, cuts []store.Cut) (store.CutBlob, []store.Cut, error) {
	now.Form = store.CutRecords
	gone := map[isnad.Hash]bool{}
	whole := false
	for _, k := range cuts {
		gone[k.Payload] = true
		whole = whole || k.Payload == ""
	}
	about := map[string]bool{} // addresses and IDs of records that go
	_, _, err := warc.Without(io.Discard, blob, blob.Size(), func(_ int, rec *warc.Record) (bool, error) {
		if sum, ok := payloadSum(rec); ok && gone[sum] {
			about[rec.TargetURI], about[rec.ID] = true, true
		}
		return true, ctx.Err()
	})
	if err != nil {
		return now, nil, err
	}
	delete(about, "")
	digest, err := saltedSum(io.NewSectionReader(blob, 0, blob.Size()))
	if err != nil {
		return now, nil, err
	}
	in, out := io.Pipe()
	go func() {
		_, _, err := warc.Without(out, blob, blob.Size(), func(_ int, rec *warc.Record) (bool, error) {
			sum, ok := payloadSum(rec)
			if ok {
				return gone[sum], ctx.Err()
			}
			made := about[rec.TargetURI] || about[bare(rec.Headers.Get("WARC-Refers-To"))] || about[bare(rec.Headers.Get("WARC-Concurrent-To"))]
			return made && rec.Type != warc.Response && rec.Type != warc.Resource || whole, ctx.Err()
		})
		out.CloseWithError(err) // nil is the end
	}()
	var size int64
	now.Now, size, _, err = p.Archive.Put(in, 2*blob.Size()+(1<<20))
	if err != nil {
		in.CloseWithError(err)
		return now, nil, err
	}
	return now, measured(cuts, max(blob.Size()-size, 0), digest), nil
}

func bare(id string) string {
	if len(id) > 2 && id[0] == '<' && id[len(id)-1] == '>' {
		return id[1 : len(id)-1]
	}
	return id
}

// cutReports keeps of bytes that are read whole the other reports, as they were
// read; nothing where there are none. What of a page is whose words nobody can tell
// by its bytes.
func (p *Pipeline) cutReports(ctx context.Context, now store.CutBlob, blob archive.Blob, captures []isnad.Capture, cuts []store.Cut) (store.CutBlob, []store.Cut, error) {
	doc := readings{Isnad: "readings/1", Reader: extract.Version, Captures: map[string][]keptReport{}}
	for i := range captures {
		c := &captures[i]
		if c.Evidence() != "" {
			continue // nothing is read out of it
		}
		others, err := p.others(ctx, c)
		if err != nil {
			return now, nil, err
		}
		for _, r := range others {
			doc.Captures[c.ID] = append(doc.Captures[c.ID], keep(r))
		}
	}
	digest, err := saltedSum(io.NewSectionReader(blob, 0, blob.Size()))
	if err != nil {
		return now, nil, err
	}
	cuts = measured(cuts, blob.Size(), digest)
	if len(doc.Captures) == 0 {
		return now, cuts, nil
	}
	b, err := json.Marshal(doc)
	if err != nil {
		return now, nil, fmt.Errorf("writing what is kept: %w", err)
	}
	now.Form = store.CutReadings
	now.Now, _, _, err = p.Archive.Put(bytes.NewReader(b), int64(len(b)))
	return now, cuts, err
}

// others reads the reports of a capture that are not erased.
func (p *Pipeline) others(ctx context.Context, c *isnad.Capture) ([]isnad.Report, error) {
	res, err := p.readCapture(ctx, c, 0, batch)
	var disk *os.PathError
	switch {
	case err == nil:
	case ctx.Err() != nil || errors.Is(err, errBytes) || errors.As(err, &disk):
		return nil, err
	default:
		return nil, nil // there is nothing to be read in it
	}
	ids := make([]string, len(res.Reports))
	for i := range res.Reports {
		ids[i] = res.Reports[i].ID
	}
	removed, err := p.Store.Removed(ctx, ids)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(res.Reports, func(r isnad.Report) bool { return removed[r.ID].Erased }), nil
}
