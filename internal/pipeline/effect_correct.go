package pipeline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/store"
)

// A correction is kept like everything else that reports are read from: as bytes
// in the archive, of a capture. A rebuild reads it again and comes to the same.

// corrected is the present version with the words of the ruling.
func (e *effect) corrected() isnad.Report {
	r := *e.stands
	if e.r.Title != nil {
		r.Title = strings.Join(strings.Fields(*e.r.Title), " ")
	}
	r.Text = strings.TrimSpace(strings.ReplaceAll(e.r.Body, "\r\n", "\n"))
	return r
}

// correct keeps the corrected text and queues the step that reads it.
func (e *effect) correct(n *isnad.Notice) error {
	fixed := e.corrected()
	fixed.Reader, fixed.Doubts = "correction/1", nil
	doc, err := json.Marshal(correction{Isnad: fixed.Reader, Case: e.c.ID, Act: e.act.Number, Of: e.stands.Version, Report: keep(fixed)})
	if err != nil {
		return fmt.Errorf("writing the corrected report: %w", err)
	}
	c := isnad.Capture{
		MediaType: CorrectionType, Address: correctionAddress + e.c.ID, Place: correctionAddress + e.c.ID + "/" + strconv.Itoa(e.act.Number),
		Received: e.act.Time, Origin: "correction:" + e.c.ID,
	}
	// The bytes are on the disk before the transaction that speaks of them ends.
	if c.SHA256, c.Size, _, err = e.p.Archive.Put(bytes.NewReader(doc), int64(len(doc))); err != nil {
		return fmt.Errorf("keeping the corrected report: %w", err)
	}
	complete(&c)
	if _, _, err := e.tx.AddCapture(c, store.Step{Kind: store.StepExtract, Capture: c.ID}); err != nil {
		return err
	}
	n.Capture = c.ID
	return e.tx.Correct(c.ID, e.report, n.ID)
}
