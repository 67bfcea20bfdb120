package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"isnad"
	"isnad/internal/fetch"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

type addCommand struct {
	Source       string   `help:"Name of the source that published it, where the bytes do not say or say it wrongly."`
	Published    string   `help:"Day of publication, YYYY-MM-DD, where the bytes do not say."`
	Wait         bool     `help:"Return when all steps are done; --no-wait: when kept and queued." default:"true" negatable:""`
	Allow        []string `help:"Network (CIDR) or host that may be fetched from although it is private or local." placeholder:"NET"`
	IgnoreRobots bool     `help:"Fetch what robots.txt asks not to."`
	What         []string `arg:"" help:"Files, folders, http(s) addresses, or - for standard input."`
}

// added is one capture that this command received.
type added struct {
	isnad.Capture
	fresh bool
}

// Run keeps everything that is named, then waits until its steps are done. One
// thing that fails does not keep the others back; the exit status tells.
func (a *addCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	said, err := a.submission()
	if err != nil {
		return err
	}
	h, err := cmds.open(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	bar := newProgress(c.err)
	h.pipeline.Progress = bar.done
	in := &intake{house: h, said: said, console: c, bar: bar, fetch: fetch.Options{Allow: a.Allow, IgnoreRobots: a.IgnoreRobots}}

	working, finish := h.work(ctx, a.Wait)
	for _, what := range a.What {
		if working.Err() != nil {
			break
		}
		in.add(working, what)
	}
	err = in.report(working, a.Wait, cmds.Format == "jsonl")
	bar.end()
	err = outcome(err, finish())
	h.writeLog(ctx, log)
	if err != nil {
		return err
	}
	if in.failed > 0 {
		return errReported
	}
	return nil
}

func (a *addCommand) submission() (isnad.Submission, error) {
	said := isnad.Submission{Source: strings.TrimSpace(a.Source)}
	if a.Published != "" {
		d, err := isnad.ParseDay(a.Published)
		if err != nil {
			return said, fmt.Errorf("%w: --published: %w", errUse, err)
		}
		said.Published = d
	}
	return said, nil
}

// intake receives what the arguments name.
type intake struct {
	*house
	console
	said    isnad.Submission
	bar     *progress
	fetch   fetch.Options
	fetcher *fetch.Fetcher // made when the first address is met
	got     []added
	failed  int
}

func (in *intake) fail(what string, err error) {
	in.failed++
	in.bar.clear()
	fmt.Fprintf(in.err, "isnad: %s: %s\n", plain(what), plainLines(err.Error()))
}

func (in *intake) add(ctx context.Context, what string) {
	if u, err := url.Parse(what); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
		if err := in.address(ctx, what); err != nil {
			in.fail(what, err)
		}
		return
	}
	if what == "-" {
		if err := in.keep(ctx, isnad.Capture{Address: "stdin:"}, in.in); err != nil {
			in.fail("standard input", err)
		}
		return
	}
	info, err := os.Stat(what)
	if err != nil {
		in.fail(what, err)
		return
	}
	if !info.IsDir() {
		if err := in.file(ctx, what); err != nil {
			in.fail(what, err)
		}
		return
	}
	err = filepath.WalkDir(what, func(path string, d fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			in.fail(path, err)
		case d.Type().IsRegular() && !strings.HasPrefix(d.Name(), "."):
			if err := in.file(ctx, path); err != nil {
				in.fail(path, err)
			}
		}
		return nil
	})
	if err != nil && ctx.Err() == nil {
		in.fail(what, err)
	}
}

func (in *intake) file(ctx context.Context, path string) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close() // only read
	// The path itself stays out of the database: it may name people.
	return in.keep(ctx, isnad.Capture{
		Address: "file:" + filepath.Base(path),
		Place:   "file:" + string(isnad.HashOf([]byte(abs))),
	}, f)
}

func (in *intake) address(ctx context.Context, address string) error {
	if in.fetcher == nil {
		f, err := fetch.New(in.fetch)
		if err != nil {
			return fmt.Errorf("%w: %w", errUse, err)
		}
		in.fetcher = f
	}
	c, res, err := in.pipeline.Fetch(ctx, in.fetcher, address, in.said)
	if err != nil {
		return err
	}
	in.got = append(in.got, added{c, res})
	return nil
}

func (in *intake) keep(ctx context.Context, c isnad.Capture, r io.Reader) error {
	c.Source, c.Published = in.said.Source, in.said.Published
	kept, fresh, err := in.pipeline.Keep(ctx, c, r, pipeline.MaxLocal)
	if err != nil {
		return err
	}
	in.got = append(in.got, added{kept, fresh})
	in.bar.kept(len(in.got))
	return nil
}

// report prints a line for every capture, each as soon as its steps are done.
func (in *intake) report(ctx context.Context, wait, lines bool) error {
	for i := 0; i < len(in.got); i++ {
		g := in.got[i]
		if wait {
			if err := in.settle(ctx, g.ID); err != nil {
				return err
			}
		}
		children, err := in.store.CapturesIn(ctx, g.SHA256)
		if err != nil {
			return fmt.Errorf("listing what %s holds: %w", g.Address, err)
		}
		if err := in.print(ctx, g, len(children), lines); err != nil {
			return err
		}
		for _, c := range children {
			in.got = append(in.got, added{c, g.fresh})
		}
	}
	return nil
}

// print tells of one capture. One that was kept and gave nothing counts as failed.
func (in *intake) print(ctx context.Context, g added, children int, lines bool) error {
	ids, claims := []string{}, 0
	q := store.ReportQuery{Capture: g.ID, Page: store.Page{Limit: 1000}}
	for {
		rows, next, err := in.store.Reports(ctx, q)
		if err != nil {
			return fmt.Errorf("listing the reports of %s: %w", g.Address, err)
		}
		for _, r := range rows {
			ids = append(ids, r.ID)
			claims += r.Claims
		}
		if q.After = next; next == "" {
			break
		}
	}
	_, notes, err := in.store.Capture(ctx, g.ID)
	if err != nil {
		return fmt.Errorf("reading the notes on %s: %w", g.Address, err)
	}
	in.bar.clear()
	for _, n := range notes {
		fmt.Fprintf(in.err, "isnad: %s: %s\n", plain(g.Address), plain(n))
	}
	if len(ids)+children == 0 && len(notes) > 0 {
		in.failed++
	}
	if lines {
		return json.NewEncoder(in.out).Encode(struct {
			Capture string   `json:"capture"`
			Reports []string `json:"reports"`
			New     bool     `json:"new"`
			Notes   []string `json:"notes,omitempty"`
		}{g.ID, ids, g.fresh, notes})
	}
	state := "nothing new"
	if g.fresh {
		state = "new"
	}
	_, err = fmt.Fprintf(in.out, "%s  %s: %d reports, %d claims (%s)\n", g.ID, plain(g.Address), len(ids), claims, state)
	return err
}
