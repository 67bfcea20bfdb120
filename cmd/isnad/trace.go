package main

import (
	"context"
	"fmt"

	"isnad/internal/trace/batch"
)

type traceCommand struct {
	Batch  bool   `help:"Read reports as JSON lines on standard input, in the order of their arrival, and write who copied whom; keeps nothing."`
	Quotes bool   `help:"With --batch: write shared quotations too, and the kind of every pair."`
	What   string `arg:"" optional:"" help:"A report to trace."`
}

// Run reads reports and writes the pairs of copy and original among them. A line
// that is no report is named on standard error and the others are traced all the
// same.
func (t *traceCommand) Run(ctx context.Context, c console) error {
	switch {
	case t.What != "":
		return fmt.Errorf("%w: trace WHAT is not there yet; trace --batch reads reports on standard input", errUse)
	case !t.Batch:
		return fmt.Errorf("%w: trace what? --batch reads reports on standard input", errUse)
	}
	broken := 0
	_, err := batch.Trace(ctx, c.in, c.out, batch.Options{Quotes: t.Quotes, Fault: func(line int, err error) {
		broken++
		fmt.Fprintf(c.err, "isnad: line %d: %v\n", line, err)
	}})
	if err != nil {
		return err
	}
	if broken > 0 {
		return errReported
	}
	return nil
}
