package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"

	"isnad"
	"isnad/docs"
	"isnad/internal/dossier"
	"isnad/internal/ledger"
	"isnad/internal/site"
	"isnad/internal/site/basemap"
)

type dossierCommand struct {
	Incident string `arg:"" help:"ID of the incident."`
	Output   string `short:"o" help:"File to write; dossier-ID.zip when absent. One that is there is replaced once the new one is whole." placeholder:"F.zip" type:"path"`
	MaxSize  int64  `help:"Most that the dossier may hold before packing, in MiB." default:"2048" placeholder:"MIB"`
}

// Run writes everything about one incident into one ZIP file. Nothing is written
// where a capture is missing or damaged.
func (d *dossierCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	if d.MaxSize < 1 || d.MaxSize > 1<<30 {
		return fmt.Errorf("%w: --max-size is a number of MiB, 1 at least", errUse)
	}
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	g := gatherer{h.store, basemap.New()}
	contents, err := g.dossier(ctx, d.Incident)
	if err != nil {
		return err
	}
	h.writeLog(ctx, log)
	if err := h.prove(ctx, contents); err != nil {
		return err
	}
	keepers := h.keepers()
	if err := dossier.Check(ctx, contents, keepers, d.MaxSize<<20); err != nil {
		return err
	}
	to := d.Output
	if to == "" {
		to = dossier.Name(contents.ID) + ".zip"
	}
	err = replaceFile(to, func(w io.Writer) error { return dossier.Write(ctx, w, contents, keepers, d.MaxSize<<20) })
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "%s: %d claims, %d versions of reports, %d captures\n", plain(to), len(contents.Told), len(contents.Reports), len(contents.Captures))
	return err
}

// replaceFile writes a file beside its place, and puts it there when it is whole
// and on the disk.
func replaceFile(name string, write func(io.Writer) error) (err error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%w: %s is there and is no file", errUse, name)
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".isnad-*.part")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	d, err := os.Open(filepath.Dir(name))
	if err == nil {
		err = errors.Join(d.Sync(), d.Close())
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// keepers are the store's texts and the archive's bytes.
func (h *house) keepers() dossier.Keepers {
	return dossier.Keepers{
		Report: h.store.Report,
		Bytes:  func(hash isnad.Hash) (io.ReadCloser, error) { return h.archive.Open(hash) },
	}
}

// dossierFor makes the dossier of an incident ready for the site: all is read
// and checked before the first byte goes out.
func (h *house) dossierFor(ctx context.Context, incident string) (site.Dossier, error) {
	contents, err := gatherer{h.store, basemap.New()}.dossier(ctx, incident)
	if err != nil {
		return site.Dossier{}, err
	}
	if err := h.prove(ctx, contents); err != nil {
		return site.Dossier{}, err
	}
	keepers := h.keepers()
	if err := dossier.Check(ctx, contents, keepers, dossier.DefaultMax); err != nil {
		return site.Dossier{}, err
	}
	return site.Dossier{Name: dossier.Name(contents.ID) + ".zip", Write: func(ctx context.Context, w io.Writer) error {
		return dossier.Write(ctx, w, contents, keepers, dossier.DefaultMax)
	}}, nil
}

// actsAsked is how many acts are asked about at once, and actsInProof how many
// entries about acts one proof holds.
const (
	actsAsked   = 500
	actsInProof = 500
)

// prove adds to a dossier what proves that it stands in the log; nothing where there
// is no log here.
func (h *house) prove(ctx context.Context, c *dossier.Contents) error {
	l, err := ledger.Open(h.pipeline.Ledger.Dir)
	if errors.Is(err, isnad.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	add := func(name string, entries []isnad.Entry, err error) error {
		var b ledger.Bundle
		if err == nil {
			b, err = l.Bundle(ctx, name, entries)
		}
		if errors.Is(err, isnad.ErrNotFound) {
			return nil // none of it is in the log yet
		}
		if err != nil {
			return err
		}
		text, err := json.MarshalIndent(b, "", "  ")
		c.Proofs = append(c.Proofs, dossier.Proof{Name: name, JSON: append(text, '\n')})
		return err
	}
	seen := map[string]bool{}
	for _, r := range c.Reports {
		if seen[r.ID] {
			continue
		}
		seen[r.ID] = true
		entries, err := h.store.Provable(ctx, r.ID)
		if err := add(r.ID, entries, err); err != nil {
			return err
		}
	}
	n := 0
	for acts := range slices.Chunk(c.Acts, actsAsked) {
		var ids []string
		for _, a := range acts {
			ids = append(ids, a.ID)
		}
		all, err := h.store.EntriesOf(ctx, ids...)
		if err != nil {
			return err
		}
		for entries := range slices.Chunk(all, actsInProof) {
			n++
			if err := add(fmt.Sprintf("acts-%d", n), entries, nil); err != nil {
				return err
			}
		}
	}
	c.Verifier = l.Verifier()
	c.Checker, err = checker()
	return err
}

// checker is the program in docs/log.md that checks a proof.
func checker() ([]byte, error) {
	_, rest, begins := bytes.Cut(docs.Log, []byte("```python\n"))
	script, _, ends := bytes.Cut(rest, []byte("```"))
	if !begins || !ends {
		return nil, errors.New("docs/log.md holds no program that checks a proof")
	}
	return script, nil
}
