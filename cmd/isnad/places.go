package main

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"isnad"
	"isnad/internal/pipeline"
	"isnad/internal/places"
	"isnad/internal/site"
	"isnad/internal/store"
)

type placesCommand struct {
	Import   placesImport   `cmd:"" help:"Read a country file of GeoNames (UA.txt or UA.zip from download.geonames.org/export/dump, or allCountries) into the archive's gazetteer."`
	Add      placesAdd      `cmd:"" help:"Add a place that the gazetteer lacks."`
	Withdraw placesWithdraw `cmd:"" help:"Take back a place that was added by hand; reports are read without it from then on."`
	List     placesList     `cmd:"" help:"List the places that were added by hand, or find any place by its name."`
}

type placesImport struct {
	File    string   `arg:"" help:"The file, or - for standard input." type:"path"`
	Country []string `help:"Only places of these countries (ISO codes); all of the file's when none is given." placeholder:"XX"`
}

// maxUnzipped bounds what one file in an archive may become; allCountries.txt has 1.7 GB.
const maxUnzipped = 8 << 30

// Run imports a file. Bad lines are passed over and named; the exit status is then 1.
func (i placesImport) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	var want func(string) bool
	if len(i.Country) > 0 {
		for n, code := range i.Country {
			if i.Country[n] = strings.ToUpper(code); len(code) != 2 {
				return fmt.Errorf("%w: --country takes ISO codes of two letters, not %q", errUse, code)
			}
		}
		want = func(code string) bool { return slices.Contains(i.Country, code) }
	}
	r, closing, err := rowsIn(c, i.File)
	if err != nil {
		return err
	}
	defer closing()
	h, err := cmds.open(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	bar := newProgress(c.err)
	done, err := h.pipeline.ImportPlaces(ctx, r, filepath.Base(i.File), want, func(line int, why error) {
		bar.clear()
		fmt.Fprintf(c.err, "isnad: line %d: %s\n", line, plain(why.Error()))
	}, func(d pipeline.Imported) { bar.places(d.Lines, d.New+d.Other) })
	bar.end()
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(c.out, "%d places read: %d new, %d changed\n", done.Places, done.New, done.Other); err != nil {
		return err
	}
	if done.Bad > 0 {
		fmt.Fprintf(c.err, "isnad: %d lines could not be read and were passed over\n", done.Bad)
		return errReported
	}
	return nil
}

// rowsIn opens a country file. Of a ZIP archive it takes the one text file that is
// no description.
func rowsIn(c console, name string) (io.Reader, func() error, error) {
	if filepath.Base(name) == "-" {
		return c.in, func() error { return nil }, nil
	}
	if !strings.EqualFold(filepath.Ext(name), ".zip") {
		f, err := os.Open(name)
		if err != nil {
			return nil, nil, fmt.Errorf("opening the file of places: %w", err)
		}
		return f, f.Close, nil
	}
	z, err := zip.OpenReader(name)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the file of places: %w", err)
	}
	var found *zip.File
	for _, f := range z.File {
		if strings.EqualFold(filepath.Ext(f.Name), ".txt") && !strings.EqualFold(filepath.Base(f.Name), "readme.txt") {
			if found != nil {
				return nil, nil, errors.Join(fmt.Errorf("%w: the archive holds several text files; take one out of it", errUse), z.Close())
			}
			found = f
		}
	}
	if found == nil {
		return nil, nil, errors.Join(fmt.Errorf("%w: there is no text file in the archive", errUse), z.Close())
	}
	r, err := found.Open()
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("opening %s in the archive: %w", plain(found.Name), err), z.Close())
	}
	return io.LimitReader(r, maxUnzipped), func() error { return errors.Join(r.Close(), z.Close()) }, nil
}

type placesAdd struct {
	Names  []string `arg:"" help:"Its names in any scripts, the main one first."`
	At     string   `required:"" help:"Latitude and longitude in degrees." placeholder:"LAT,LON"`
	In     string   `required:"" help:"What it lies in: the name or ID of a town, district, province or country; \"Idlib, Syria\" where the name alone is not enough."`
	Kind   string   `enum:"town,quarter" default:"town" help:"town (any populated place) or quarter (part of one)."`
	Near   bool     `help:"The coordinates are near by and not its own."`
	Reason string   `help:"Where this is known from, for the record."`
}

// Run adds a place as the operator.
func (a placesAdd) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	lat, lon, err := isnad.ParsePoint(a.At)
	if err != nil {
		return fmt.Errorf("%w: --at: %w", errUse, err)
	}
	h, err := cmds.open(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	q := places.Proposal{Names: a.Names, Lat: lat, Lon: lon, Kind: isnad.PlaceKind(a.Kind), In: a.In, Precision: isnad.PlaceExact}
	if a.Near {
		q.Precision = isnad.PlaceNear
	}
	p, err := h.pipeline.AddPlace(ctx, q, isnad.PlaceAct{Reason: a.Reason})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(c.out, plain(placeLine(&p)))
	return err
}

type placesWithdraw struct {
	ID     string `arg:"" help:"ID of the place."`
	Reason string `help:"Why, for the record."`
}

// Run withdraws a place as the operator.
func (w placesWithdraw) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	if err := h.pipeline.WithdrawPlace(ctx, w.ID, isnad.PlaceAct{Reason: w.Reason}); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "%s is withdrawn\n", plain(w.ID))
	return err
}

type placesList struct {
	Name string `arg:"" optional:"" help:"Find places that this name may mean, the gazetteer's own too."`
}

// Run lists.
func (l placesList) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	if l.Name != "" {
		found, err := h.pipeline.FindPlaces(ctx, l.Name, 20)
		for i := range found {
			if err == nil {
				_, err = fmt.Fprintln(c.out, plain(placeLine(&isnad.AddedPlace{Place: found[i]})))
			}
		}
		return err
	}
	return everything(func(p store.Page) ([]isnad.AddedPlace, string, error) {
		return h.store.ListAddedPlaces(ctx, store.AddedPlaceQuery{Origin: isnad.PlaceOfPerson, Page: p})
	}, func(p isnad.AddedPlace) error {
		_, err := fmt.Fprintln(c.out, plain(placeLine(&p)))
		return err
	})
}

func placeLine(p *isnad.AddedPlace) string {
	names := []string{p.Name}
	for _, n := range p.Names {
		names = append(names, n.Text)
	}
	s := fmt.Sprintf("%s  %s  %s  %.5f,%.5f  %s", p.ID, p.Kind, p.Country, p.Lat, p.Lon, strings.Join(names[:min(len(names), 8)], ", "))
	if p.Precision == isnad.PlaceNear {
		s += "  (near by)"
	}
	if p.Withdrawn {
		s += "  (withdrawn)"
	}
	return s
}

// gazetteer is the archive's gazetteer as the desk asks it.
type gazetteer struct{ p *pipeline.Pipeline }

func (g gazetteer) Add(ctx context.Context, p site.PlaceProposal, who isnad.PlaceAct) (isnad.AddedPlace, error) {
	return g.p.AddPlace(ctx, places.Proposal(p), who)
}

func (g gazetteer) Withdraw(ctx context.Context, id string, who isnad.PlaceAct) error {
	return g.p.WithdrawPlace(ctx, id, who)
}

func (g gazetteer) Find(ctx context.Context, name string, n int) ([]isnad.Place, error) {
	return g.p.FindPlaces(ctx, name, n)
}
