package store

import (
	"context"
	"database/sql"
	"fmt"
)

// stepReports is how many reports one step takes that Clear queues.
const stepReports = 200

// AskReports is how many reports one StepAsk takes: few, since answers are kept
// when the step is done, and each may take a minute.
const AskReports = 20

// Clear deletes what was derived from stage on (StepExtract, StepAttribute,
// StepTrace or StepReconcile), and queues that stage again for everything kept, all in one
// transaction. Captures, their notes from before the stage and the numbers of
// versions stay. Steps that are being done lose their right to complete. StepAsk
// clears nothing: what has no answer yet is asked again.
func (s *Store) Clear(ctx context.Context, stage StepKind) error {
	stages := map[StepKind]int{StepExtract: 4, StepAttribute: 3, StepTrace: 2, StepReconcile: 1}
	depth := stages[stage]
	if depth == 0 && stage != StepAsk {
		return fmt.Errorf("clearing %q: %w: no such stage can be done again", stage, ErrQuery)
	}
	err := s.Begin(ctx, func(tx *Tx) error {
		for _, name := range []string{"steps", "reports", "incidents"} {
			if err := tx.e.lock(&tx.conn, name, false); err != nil {
				return err
			}
		}
		if stage == StepAsk {
			return tx.queueReports(stage, `SELECT v.report, v.version, v.capture FROM versions v JOIN reports r ON r.id = v.report AND r.version = v.version
				WHERE EXISTS (SELECT 1 FROM claims k WHERE k.report = v.report AND k.version = v.version) ORDER BY v.seq`)
		}
		if err := tx.clear(depth); err != nil {
			return err
		}
		switch stage {
		case StepExtract:
			return tx.queueCaptures()
		case StepAttribute, StepTrace:
			return tx.queueReports(stage, "SELECT v.report, v.version, v.capture FROM versions v ORDER BY v.seq")
		}
		return tx.queueReports(stage, `SELECT v.report, v.version, v.capture FROM versions v JOIN reports r ON r.id = v.report AND r.version = v.version
			WHERE EXISTS (SELECT 1 FROM claims k WHERE k.report = v.report AND k.version = v.version) ORDER BY v.seq`)
	})
	if err != nil {
		return fmt.Errorf("clearing from %s on: %w", stage, err)
	}
	return nil
}

func (tx *Tx) clear(depth int) error {
	run := func(statements ...string) error {
		for _, q := range statements {
			if _, err := tx.exec(q); err != nil {
				return err
			}
		}
		return nil
	}
	if err := run(
		"DELETE FROM jobs WHERE kind = 'reconcile'",
		"DELETE FROM notes WHERE stage = 'reconcile'",
		"DELETE FROM incident_refs",
		"DELETE FROM incidents",
		"UPDATE claims SET incident = '' WHERE incident <> ''",
	); err != nil {
		return err
	}
	if err := tx.e.clearWords(&tx.conn, "incident_words"); err != nil || depth < 2 {
		return err
	}
	if err := run(
		"DELETE FROM jobs WHERE kind = 'trace'",
		"DELETE FROM notes WHERE stage = 'trace'",
		"DELETE FROM sketches",
		// A row of no report tells processes that hold an index to begin anew.
		"INSERT INTO sketches (doc, report, version, source, day, at) VALUES (0, '', 0, '', 0, 0)",
		"DELETE FROM citations WHERE basis = 'detected'",
	); err != nil || depth < 3 {
		return err
	}
	if err := run(
		"DELETE FROM jobs WHERE kind IN ('attribute', 'ask')",
		"DELETE FROM notes WHERE stage IN ('attribute', 'ask')",
		"DELETE FROM claim_refs",
		"DELETE FROM claims",
		"DELETE FROM tolls",
		"DELETE FROM citations",
		"DELETE FROM names WHERE class <> 'source' OR id NOT IN (SELECT source_id FROM reports)",
	); err != nil || depth < 4 {
		return err
	}
	if err := run(
		"DELETE FROM jobs WHERE kind = 'extract'",
		"DELETE FROM notes WHERE stage = 'extract'",
		"DELETE FROM names",
		"DELETE FROM versions",
		"DELETE FROM reports",
	); err != nil {
		return err
	}
	return tx.e.clearWords(&tx.conn, "report_words")
}

// queueCaptures queues StepExtract for every capture that began with it. Those
// that began with StepUnpack gave other captures, which are kept.
func (tx *Tx) queueCaptures() error {
	var steps []Step
	err := tx.each(func(row *sql.Rows) error {
		s := Step{Kind: StepExtract}
		err := row.Scan(&s.Capture)
		steps = append(steps, s)
		return err
	}, "SELECT id FROM captures WHERE first_step = 'extract' ORDER BY seq")
	if err != nil {
		return err
	}
	return tx.Queue(steps...)
}

// queueReports queues a stage for the reports of a query, in its order; each step
// takes reports of one capture.
func (tx *Tx) queueReports(stage StepKind, query string) error {
	var steps []Step
	most := stepReports
	if stage == StepAsk {
		most = AskReports
	}
	err := tx.each(func(row *sql.Rows) error {
		var ref ReportRef
		var capture string
		if err := row.Scan(&ref.ID, &ref.Version, &capture); err != nil {
			return err
		}
		if n := len(steps); n == 0 || steps[n-1].Capture != capture || len(steps[n-1].Reports) >= most {
			steps = append(steps, Step{Kind: stage, Capture: capture})
		}
		last := &steps[len(steps)-1]
		last.Reports = append(last.Reports, ref)
		return nil
	}, query)
	if err != nil {
		return err
	}
	return tx.Queue(steps...)
}
