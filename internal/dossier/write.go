package dossier

import (
	"archive/zip"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"isnad"
	"isnad/internal/export"
)

// Write writes the dossier as a ZIP file, at most so many bytes before packing.
// After an error what was written is of no use. It does not close w.
func Write(ctx context.Context, w io.Writer, c *Contents, k Keepers, most int64) error {
	if !idForm.MatchString(c.ID) {
		return fmt.Errorf("making a dossier: %.40q is no ID of an incident", c.ID)
	}
	d := &writer{ctx: ctx, zip: zip.NewWriter(w), folder: Name(c.ID) + "/", at: newest(c), left: most, most: most}
	d.file("README.txt", d.at, func(w io.Writer) error { return writeReadme(w, c) })
	d.file("index.html", d.at, func(w io.Writer) error { return writePage(ctx, w, c, k) })
	d.data(c, k)
	d.proofs(c)
	captures := distinct(c.Captures)
	slices.SortFunc(captures, func(a, b Capture) int { return cmp.Compare(a.SHA256, b.SHA256) })
	for _, x := range captures {
		d.capture(x, k)
	}
	d.sums()
	if d.err == nil {
		d.err = d.zip.Close()
	}
	if d.err != nil {
		return fmt.Errorf("writing the dossier of %s: %w", c.ID, d.err)
	}
	return nil
}

// writer puts files into the ZIP and keeps their hashes. After an error it does
// nothing more.
type writer struct {
	ctx        context.Context
	zip        *zip.Writer
	folder     string
	at         time.Time
	left, most int64
	list       []sum
	err        error
}

type sum struct {
	name string
	hash string
}

// file adds a file. Its name is ours, or made of IDs and hashes.
func (d *writer) file(name string, at time.Time, fill func(io.Writer) error) {
	if d.err != nil {
		return
	}
	if d.err = d.ctx.Err(); d.err != nil {
		return
	}
	h := &zip.FileHeader{Name: d.folder + name, Method: zip.Deflate, Modified: dosTime(at)}
	h.SetMode(0o644)
	entry, err := d.zip.CreateHeader(h)
	if err != nil {
		d.err = fmt.Errorf("%s: %w", name, err)
		return
	}
	hash := sha256.New()
	if err := fill(&bounded{io.MultiWriter(entry, hash), d}); err != nil {
		d.err = fmt.Errorf("%s: %w", name, err)
		return
	}
	d.list = append(d.list, sum{name, hex.EncodeToString(hash.Sum(nil))})
}

// bounded counts what all files have together.
type bounded struct {
	w io.Writer
	d *writer
}

func (b *bounded) Write(p []byte) (int, error) {
	if b.d.left -= int64(len(p)); b.d.left < 0 {
		return 0, tooLarge(b.d.most)
	}
	return b.w.Write(p)
}

// data adds what programs read.
func (d *writer) data(c *Contents, k Keepers) {
	incident := []isnad.Incident{c.Incident}
	d.file("data/acts.jsonl", d.at, func(w io.Writer) error { return jsonLines(w, c.Acts) })
	d.file("data/captures.jsonl", d.at, func(w io.Writer) error {
		list := make([]captureLine, len(c.Captures))
		for n, x := range c.Captures {
			list[n] = captureLine(x)
		}
		return jsonLines(w, list)
	})
	d.file("data/citations.csv", d.at, encode(c.Citations, export.Citations, export.CSV))
	d.file("data/citations.jsonl", d.at, encode(c.Citations, export.Citations, export.JSONL))
	d.file("data/claims.csv", d.at, encode(c.Told, export.Claims, export.CSV))
	d.file("data/claims.jsonl", d.at, encode(c.Told, export.Claims, export.JSONL))
	d.file("data/incident.csv", d.at, encode(incident, export.Incidents, export.CSV))
	d.file("data/incident.json", d.at, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(export.IncidentOf(c.Incident))
	})
	d.file("data/reports.csv", d.at, func(w io.Writer) error {
		list := make([]isnad.Report, len(c.Reports))
		for n, r := range c.Reports {
			list[n] = r.Report
		}
		return encode(list, export.Reports, export.CSV)(w)
	})
	d.file("data/reports.jsonl", d.at, func(w io.Writer) error {
		e, err := export.Reports(w, export.JSONL, export.Options{})
		if err != nil {
			return err
		}
		for _, r := range c.Reports {
			x, err := k.Report(d.ctx, r.ID, r.Version)
			if err == nil {
				err = e.Encode(x)
			}
			if err != nil {
				return err
			}
		}
		return e.Close()
	})
	d.file("data/sources.jsonl", d.at, encode(c.Sources, export.Sources, export.JSONL))
}

// proofs adds what proves that it all stands in the log, and what checks it.
func (d *writer) proofs(c *Contents) {
	if len(c.Proofs) == 0 {
		return
	}
	whole := func(b []byte) func(io.Writer) error {
		return func(w io.Writer) error { _, err := w.Write(b); return err }
	}
	d.file("proofs/check.py", d.at, whole(c.Checker))
	for _, p := range c.Proofs {
		if d.err == nil && !proofForm.MatchString(p.Name) {
			d.err = fmt.Errorf("%.40q is no name of a proof", p.Name)
		}
		d.file("proofs/"+p.Name+".json", d.at, whole(p.JSON))
	}
}

type captureLine struct {
	isnad.Capture
	Notes []string `json:"notes,omitempty"`
}

// encode writes values in a format of isnad's exports.
func encode[T any](list []T, open func(io.Writer, export.Format, export.Options) (export.Encoder[T], error), f export.Format) func(io.Writer) error {
	return func(w io.Writer) error {
		e, err := open(w, f, export.Options{})
		if err != nil {
			return err
		}
		for _, x := range list {
			if err := e.Encode(x); err != nil {
				return err
			}
		}
		return e.Close()
	}
}

func jsonLines[T any](w io.Writer, list []T) error {
	e := json.NewEncoder(w)
	for _, x := range list {
		if err := e.Encode(x); err != nil {
			return err
		}
	}
	return nil
}

// capture adds the bytes of a capture and compares them on the way.
func (d *writer) capture(x Capture, k Keepers) {
	if d.err == nil && !x.SHA256.Valid() {
		d.err = fmt.Errorf("capture %.40q: %.80q is no SHA-256", x.ID, x.SHA256)
	}
	d.file("captures/"+string(x.SHA256), x.Received, func(w io.Writer) error {
		r, err := k.Bytes(x.SHA256)
		if err != nil {
			return err
		}
		_, err = io.Copy(w, r)
		return errors.Join(err, r.Close())
	})
	if d.err == nil && d.list[len(d.list)-1].hash != string(x.SHA256) {
		d.err = fmt.Errorf("capture %s: its bytes have the SHA-256 %s and not %s", x.ID, d.list[len(d.list)-1].hash, x.SHA256)
	}
}

// sums adds the hashes of all files before it, in the form of sha256sum.
func (d *writer) sums() {
	list := slices.SortedFunc(slices.Values(d.list), func(a, b sum) int { return cmp.Compare(a.name, b.name) })
	d.file("SHA256SUMS", d.at, func(w io.Writer) error {
		for _, s := range list {
			if _, err := fmt.Fprintf(w, "%s  %s\n", s.hash, s.name); err != nil {
				return err
			}
		}
		return nil
	})
}

// newest is when the last capture of the dossier was received.
func newest(c *Contents) time.Time {
	var at time.Time
	for _, x := range c.Captures {
		if x.Received.After(at) {
			at = x.Received
		}
	}
	return at
}

// dosTime is a time that a ZIP can hold.
func dosTime(t time.Time) time.Time {
	t = t.UTC().Truncate(2 * time.Second)
	if t.Year() < 1980 || t.Year() > 2107 {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return t
}
