package main

import (
	"context"
	"fmt"
	"log/slog"

	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
	"isnad/internal/trace/batch"
	"isnad/internal/trace/change"
)

type traceCommand struct {
	Batch   bool   `help:"Read reports as JSON lines on standard input, in the order of their arrival, and write who copied whom; keeps nothing."`
	Quotes  bool   `help:"With --batch: write shared quotations too, and the kind of every pair."`
	Changes bool   `help:"With --batch: also tell what each copy changed. It takes about as long again, and holds all texts in memory."`
	What    string `arg:"" optional:"" help:"A report kept here, by its ID; or a file, an address or - for standard input, which is traced and not kept."`

	Allow        []string `help:"Fetch from this private address, network or host all the same." placeholder:"HOST"`
	IgnoreRobots bool     `help:"Do not ask robots.txt."`
}

// Run traces WHAT. With --batch it reads reports and writes the pairs of copy and original among them. A line
// that is no report is named on standard error and the others are traced all the
// same.
func (t *traceCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	switch {
	case t.Batch && t.What != "":
		return fmt.Errorf("%w: --batch reads standard input and takes no WHAT", errUse)
	case t.What != "":
		return t.what(ctx, c, cmds, log)
	case !t.Batch:
		return fmt.Errorf("%w: trace what? A report, file or address, or --batch for reports on standard input", errUse)
	}
	broken := 0
	o := batch.Options{Quotes: t.Quotes, Fault: func(line int, err error) {
		broken++
		fmt.Fprintf(c.err, "isnad: line %d: %s\n", line, plainLines(err.Error()))
	}}
	if t.Changes {
		o.Changes = change.New(places.Embedded(), parties.Embedded(), sources.Embedded()).Compare
	}
	_, err := batch.Trace(ctx, c.in, c.out, o)
	if err != nil {
		return err
	}
	if broken > 0 {
		return errReported
	}
	return nil
}
