// Package store is the database: SQLite or PostgreSQL.
package store

import (
	"context"

	"isnad"
)

// Store keeps captures, reports, claims, incidents and the steps still to do.
type Store struct{}

// Open opens the database: a path for SQLite, a postgres:// URL for PostgreSQL,
// and brings its tables up to date.
func Open(ctx context.Context, dsn string) (*Store, error) { return &Store{}, nil }

// Close ends all connections.
func (s *Store) Close() error { return nil }

// StepKind is one step of the life of a report.
type StepKind string

const (
	StepUnpack    StepKind = "unpack"    // WARC → captures
	StepExtract   StepKind = "extract"   // capture → reports
	StepAttribute StepKind = "attribute" // reports → claims
	StepReconcile StepKind = "reconcile" // claims → incidents
)

// Step is a piece of work queued with the data it belongs to.
type Step struct {
	Kind    StepKind    `json:"kind"`
	Capture string      `json:"capture"`           // the capture it began with
	Offset  int64       `json:"offset,omitempty"`  // unpack and extract go on here
	Reports []ReportRef `json:"reports,omitempty"` // attribute and reconcile: whose claims
}

// ReportRef names one version of a report.
type ReportRef struct {
	ID      string `json:"id"`
	Version int    `json:"version"`
}

// AddCapture records a capture and queues its steps in one transaction. When the
// capture is there already, nothing changes and added is false; the capture
// returned is the one that stands in the database.
func (s *Store) AddCapture(ctx context.Context, c isnad.Capture, steps ...Step) (kept isnad.Capture, added bool, err error) {
	return c, false, nil
}

// Job is a step that this process is to do now.
type Job struct {
	Step
	Attempt int
}

// Complete runs fn and marks the job done in one transaction: what fn wrote and
// the steps it queued stand, or nothing does. It may be called once.
func (j *Job) Complete(ctx context.Context, fn func(tx *Tx) error) error { return nil }

// Tx is an open transaction.
type Tx struct{}

// Queue adds steps.
func (tx *Tx) Queue(steps ...Step) error { return nil }

// AddCapture is as Store.AddCapture, inside the transaction.
func (tx *Tx) AddCapture(c isnad.Capture, steps ...Step) (kept isnad.Capture, added bool, err error) {
	return c, false, nil
}

// PutReports records reports of one capture. Each gets its version: that of the
// same capture when it was read before (the reading is replaced), the present
// one when the words did not change since, else a new one. It returns the refs
// of those that are new or were replaced, in order.
func (tx *Tx) PutReports(reports []isnad.Report) ([]ReportRef, error) { return nil, nil }

// Reports returns these versions, in order.
func (tx *Tx) Reports(refs []ReportRef) ([]isnad.Report, error) { return nil, nil }

// PutClaims replaces what was read of one version of a report. Incidents that
// lose a claim by it are named in touched; older versions' claims are kept but
// no longer belong to an incident.
func (tx *Tx) PutClaims(ref ReportRef, claims []isnad.Claim, tolls []isnad.Toll, cites []isnad.Citation) (touched []string, err error) {
	return nil, nil
}

// PutSources, PutPlaces and PutParties record names that claims and reports speak of; known ones are replaced.
func (tx *Tx) PutSources(x []isnad.Source) error { return nil }
func (tx *Tx) PutPlaces(x []isnad.Place) error   { return nil }
func (tx *Tx) PutParties(x []isnad.Party) error  { return nil }

// LockIncidents keeps every other process from changing incidents until the
// transaction ends.
func (tx *Tx) LockIncidents() error { return nil }

// Block is where to look for incidents; see reconcile.Block.
type Block struct {
	From, To                       isnad.Day
	Country                        string
	MinLat, MaxLat, MinLon, MaxLon float64
	Province                       string
	Events                         []isnad.Event
}

// ClaimsAround returns the present claims of every incident that meets one of the blocks.
func (tx *Tx) ClaimsAround(blocks []Block) ([]isnad.Claim, error) { return nil, nil }

// ClaimsOf returns the present claims of reports or of incidents.
func (tx *Tx) ClaimsOf(reports []ReportRef, incidents []string) ([]isnad.Claim, error) {
	return nil, nil
}

// PutIncident records an incident and puts its claims into it; an incident
// without claims is deleted.
func (tx *Tx) PutIncident(i isnad.Incident) error { return nil }

// Outlets returns the outlet's source ID and name of each report.
func (tx *Tx) Outlets(reports []string) (map[string][2]string, error) { return nil, nil }

// Note records what could not be read of a capture, for people.
func (tx *Tx) Note(capture, note string) error { return nil }
