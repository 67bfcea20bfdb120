package main

import (
	"context"
	"fmt"
	"runtime/debug"

	"isnad/internal/attribute"
	"isnad/internal/attribute/batch"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/reconcile"
	"isnad/internal/sources"
)

type claimsCommand struct{}

// garbagePercent is how much may be allocated before memory is collected, in
// percent of what is in use. A batch keeps only the claims it has read, some
// kilobytes a report, so that most of what is allocated is soon garbage: waiting
// longer spares looking through the claims again and again.
const garbagePercent = 400

// Run reads reports and writes their claims, each with the key of its incident
// over the batch. A line that is no report is named on standard error and the
// others are read all the same.
func (claimsCommand) Run(ctx context.Context, c console) error {
	defer debug.SetGCPercent(debug.SetGCPercent(garbagePercent))
	reader := attribute.New(places.Embedded(), parties.Embedded(), sources.Embedded())
	broken := 0
	err := batch.Claims(ctx, c.in, c.out, reader, reconcile.Batch, func(line int, err error) {
		broken++
		fmt.Fprintf(c.err, "isnad: line %d: %s\n", line, plainLines(err.Error()))
	})
	if err != nil {
		return err
	}
	if broken > 0 {
		return errReported
	}
	return nil
}
