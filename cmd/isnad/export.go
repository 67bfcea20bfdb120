package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/export"
	"isnad/internal/store"
)

type exportCommand struct {
	Kind string `arg:"" enum:"reports,sources,citations,claims,incidents,acts,cases,notices,log,removals" help:"reports, sources, citations, claims, incidents, acts (what people decided about claims and incidents), cases, notices, log: its entries as anybody may see them, or removals: what is removed, hidden or held back now, for isnad restore --removals (secret: the hidden words stand in it)."`
	URL  string `help:"Address of the site, for feeds." default:"http://localhost:8400" placeholder:"URL"`

	Basis   string `help:"Of citations: only those that reports declare themselves, or that their texts show." enum:",declared,detected" default:"" placeholder:"declared|detected"`
	Missing bool   `help:"Of citations: only copies in which no citation was found."`

	Private bool `help:"Of cases: everything that is kept of them, as JSON lines, names and addresses too. Without it they are as the public register shows them."`
}

// Run prints everything of one kind, the present versions of reports with all
// their words. Memory stays flat: one page of the database at a time.
func (e *exportCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	if e.Kind != "citations" && (e.Basis != "" || e.Missing) {
		return fmt.Errorf("%w: --basis and --missing are for citations", errUse)
	}
	if e.Private && (e.Kind != "cases" || cmds.Format != string(export.JSONL)) {
		return fmt.Errorf("%w: --private is for cases, as --format jsonl", errUse)
	}
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	out := bufio.NewWriter(c.out)
	var failed error // of a look-up within a writer, which knows only present and absent
	x := exporter{h.store, out, export.Format(cmds.Format), export.Options{
		BaseURL: e.URL, Title: "isnad",
		Place: func(id string) (isnad.Place, bool) {
			p, err := h.store.Place(ctx, id)
			if err != nil && !errors.Is(err, isnad.ErrNotFound) {
				failed = errors.Join(failed, fmt.Errorf("looking up place %s: %w", id, err))
			}
			return p, err == nil
		},
	}}
	switch e.Kind {
	case "reports":
		err = x.reports(ctx)
	case "sources":
		err = x.sources(ctx)
	case "citations":
		err = x.citations(ctx, store.CitationQuery{Basis: isnad.CitationBasis(e.Basis), Missing: e.Missing})
	case "claims":
		err = x.claims(ctx)
	case "incidents":
		if x.format == export.UCDP || x.format == export.Airwars {
			err = x.records(ctx, c.err)
		} else {
			err = x.incidents(ctx)
		}
	case "acts":
		err = x.acts(ctx)
	case "cases":
		err = x.cases(ctx, e.Private)
	case "notices":
		err = x.notices(ctx)
	case "log":
		err = x.log(ctx, h.pipeline.Ledger.Dir)
	case "removals":
		err = x.removals(ctx, h.pipeline)
	}
	return errors.Join(err, failed, out.Flush())
}

type exporter struct {
	store  *store.Store
	out    io.Writer
	format export.Format
	opt    export.Options
}

// everything asks for one page after the other and hands on each item.
func everything[T any](page func(store.Page) ([]T, string, error), each func(T) error) error {
	p := store.Page{Limit: 1000}
	for {
		items, next, err := page(p)
		if err != nil {
			return fmt.Errorf("reading the database: %w", err)
		}
		for _, x := range items {
			if err := each(x); err != nil {
				return err
			}
		}
		if next == "" {
			return nil
		}
		p.After = next
	}
}

// encoder is the encoder of a kind in the format asked for; text is the line for
// people.
func encoder[T any](x exporter, open func(io.Writer, export.Format, export.Options) (export.Encoder[T], error), text func(T) string) (export.Encoder[T], error) {
	if x.format == "text" {
		return lines[T]{x.out, text}, nil
	}
	enc, err := open(x.out, x.format, x.opt)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errUse, err)
	}
	return enc, nil
}

// lines prints one line for people for every item.
type lines[T any] struct {
	out  io.Writer
	text func(T) string
}

func (l lines[T]) Encode(x T) error {
	_, err := fmt.Fprintln(l.out, plain(l.text(x)))
	return err
}

func (l lines[T]) Close() error { return nil }

func (x exporter) reports(ctx context.Context) error {
	enc, err := encoder(x, export.Reports, func(r isnad.Report) string {
		return fmt.Sprintf("%s  v%d  %s  %s: %s", r.ID, r.Version, isnad.DayOf(r.Published), r.Source, r.Title)
	})
	if err != nil {
		return err
	}
	return errors.Join(everything(func(p store.Page) ([]store.ReportRow, string, error) {
		return x.store.Reports(ctx, store.ReportQuery{Page: p})
	}, func(row store.ReportRow) error {
		r, err := x.store.Report(ctx, row.ID, row.Version)
		if err != nil {
			return fmt.Errorf("reading report %s: %w", row.ID, err)
		}
		return enc.Encode(r)
	}), enc.Close())
}

func (x exporter) sources(ctx context.Context) error {
	enc, err := encoder(x, export.Sources, func(s isnad.Source) string {
		return fmt.Sprintf("%s  %s  %s", s.ID, s.Kind, s.Name)
	})
	if err != nil {
		return err
	}
	return errors.Join(everything(func(p store.Page) ([]store.NameRow, string, error) {
		return x.store.Sources(ctx, "", p)
	}, func(row store.NameRow) error {
		s, err := x.store.Source(ctx, row.ID)
		if err != nil {
			return fmt.Errorf("reading source %s: %w", row.ID, err)
		}
		return enc.Encode(s)
	}), enc.Close())
}

func (x exporter) citations(ctx context.Context, q store.CitationQuery) error {
	enc, err := encoder(x, export.Citations, func(c isnad.Citation) string {
		return fmt.Sprintf("%s v%d  %s %s  %s%s", c.From, c.Version, c.Basis, c.Kind, c.ToName, uncited(&c))
	})
	if err != nil {
		return err
	}
	return errors.Join(everything(func(p store.Page) ([]isnad.Citation, string, error) {
		q.Page = p
		return x.store.Citations(ctx, q)
	}, enc.Encode), enc.Close())
}

func (x exporter) claims(ctx context.Context) error {
	enc, err := encoder(x, export.Claims, func(c isnad.Claim) string {
		who := "the outlet itself"
		if len(c.Attribution) > 0 {
			who = strings.Join(c.Attribution, ", ")
		}
		return fmt.Sprintf("%s  %s  %s  %s  %s: %s", c.ID, c.When.From, c.Event, c.Place.Name, who, c.Quote)
	})
	if err != nil {
		return err
	}
	return errors.Join(everything(func(p store.Page) ([]isnad.Claim, string, error) {
		return x.store.Claims(ctx, store.ClaimQuery{Page: p})
	}, enc.Encode), enc.Close())
}

func (x exporter) incidents(ctx context.Context) error {
	enc, err := encoder(x, export.Incidents, func(i isnad.Incident) string {
		return fmt.Sprintf("%s  %s  %s  killed %s, injured %s, %d claims", i.ID, i.When.From, i.Title, bounds(i.Killed), bounds(i.Injured), len(i.Claims))
	})
	if err != nil {
		return err
	}
	return errors.Join(everything(func(p store.Page) ([]isnad.Incident, string, error) {
		return x.store.Incidents(ctx, store.IncidentQuery{Page: p})
	}, enc.Encode), enc.Close())
}

// acts prints what people decided, the oldest first, with the claims as they saw
// them.
func (x exporter) acts(ctx context.Context) error {
	if x.format != "text" && x.format != "jsonl" {
		return fmt.Errorf("%w: acts are exported as text or jsonl", errUse)
	}
	return everything(func(p store.Page) ([]isnad.Act, string, error) {
		p.Limit = 100 // acts about incidents are long
		return x.store.Acts(ctx, store.ActQuery{Oldest: true, Whole: x.format == "jsonl", Page: p})
	}, func(a isnad.Act) error { return printAct(x.out, string(x.format), &a) })
}

// cases prints cases with what happened in them, the oldest first.
func (x exporter) cases(ctx context.Context, private bool) error {
	var enc export.Encoder[isnad.Case]
	var err error
	if private {
		j := json.NewEncoder(x.out)
		j.SetEscapeHTML(false)
		enc = whole[isnad.Case]{j}
	} else {
		enc, err = encoder(x, export.Cases, func(c isnad.Case) string {
			said := cmp.Or(string(c.Decision), "not decided")
			return fmt.Sprintf("%s  %d  %s  %s  %s  about %s: %s", c.ID, c.Number, isnad.DayOf(c.Opened), c.Kind, c.State, c.About, said)
		})
	}
	if err != nil {
		return err
	}
	return errors.Join(everything(func(p store.Page) ([]isnad.Case, string, error) {
		return x.store.Cases(ctx, store.CaseQuery{Order: store.CasesOldest, Page: p})
	}, func(c isnad.Case) error {
		c, err := x.store.Case(ctx, c.ID) // with its acts
		if err != nil {
			return err
		}
		if !private {
			public := []isnad.Case{casework.Public(&c)}
			if err := x.store.VeilCases(ctx, public); err != nil {
				return err
			}
			c = public[0]
		}
		return enc.Encode(c)
	}), enc.Close())
}

// whole prints values with all their fields, one a line.
type whole[T any] struct{ out *json.Encoder }

func (l whole[T]) Encode(x T) error { return l.out.Encode(x) }

func (l whole[T]) Close() error { return nil }

func (x exporter) notices(ctx context.Context) error {
	enc, err := encoder(x, export.Notices, func(n isnad.Notice) string {
		return fmt.Sprintf("%s  %s  %s  of %s, case %s: %s", n.ID, isnad.DayOf(n.Issued), n.Kind, n.Report, n.Case, n.Text)
	})
	if err != nil {
		return err
	}
	return errors.Join(everything(func(p store.Page) ([]isnad.Notice, string, error) {
		return x.store.Notices(ctx, store.NoticeQuery{Oldest: true, Page: p})
	}, enc.Encode), enc.Close())
}

// bounds is a range as people write it; nobody's figure is a dash.
func bounds(b isnad.Bounds) string {
	switch {
	case !b.Known:
		return "–"
	case b.Low == b.High:
		return fmt.Sprint(b.Low)
	}
	return fmt.Sprintf("%d–%d", b.Low, b.High)
}
