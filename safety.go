package isnad

import "time"

// MeasureKind is what is done so that what is shown puts nobody in danger.
type MeasureKind string

const (
	MeasureRedact  MeasureKind = "redact"  // words are blotted out
	MeasureCoarsen MeasureKind = "coarsen" // where it happened is told less closely
	MeasureHold    MeasureKind = "hold"    // nothing of it is shown before a time
)

// MeasureKinds lists every kind.
func MeasureKinds() []MeasureKind {
	return []MeasureKind{MeasureRedact, MeasureCoarsen, MeasureHold}
}

// MarkKind is what marked words are, for those who read the list of marks. All
// are blotted out in the same way.
type MarkKind string

const (
	MarkName    MarkKind = "name"    // of a person
	MarkPassage MarkKind = "passage" // that tells who or where somebody is
	MarkCaption MarkKind = "caption" // of a picture with a face
)

// MarkKinds lists every kind.
func MarkKinds() []MarkKind { return []MarkKind{MarkName, MarkPassage, MarkCaption} }

// Mark is words that are blotted out wherever they stand in a report: in every
// version, in its title, text, captions and addresses, and in all that is derived
// from it. Case, vowel signs and the forms of a letter make no difference.
type Mark struct {
	Kind  MarkKind `json:"kind"`
	Words string   `json:"words"`
}

// Measure is what an editor does about a report or an incident for the safety of
// people. It holds until somebody lifts it, or until its time. What was received
// stays as it is; what is derived from it and shown is changed.
type Measure struct {
	ID     string      `json:"id"` // 'm' and 20 hexadecimal digits, drawn at random
	Number int64       `json:"number"`
	Kind   MeasureKind `json:"kind"`
	About  string      `json:"about"`  // Report or Incident ID
	Reason string      `json:"reason"` // in the person's words, for the desk alone
	Person string      `json:"person"` // ID
	Name   string      `json:"name"`   // as the person was called then
	Time   time.Time   `json:"time"`   // UTC

	Marks     []Mark    `json:"marks,omitempty"`     // redact; of coarsen the names of the place
	Addresses bool      `json:"addresses,omitempty"` // redact: the addresses of the report are cut to their host too
	Degrees   float64   `json:"degrees,omitempty"`   // coarsen: coordinates are rounded to a grid of so many degrees
	Area      PlaceKind `json:"area,omitempty"`      // coarsen: the place is told as its district, province or country
	Until     time.Time `json:"until,omitzero"`      // hold, UTC

	Lifted time.Time `json:"lifted,omitzero"`     // UTC; zero while it holds
	By     string    `json:"lifted_by,omitempty"` // name of who lifted it; empty where its time came
}

// InForce tells whether the measure holds.
func (m *Measure) InForce() bool { return m.Lifted.IsZero() }

// Access is that somebody looked at what is not shown to all.
type Access struct {
	Number int64     `json:"number"`
	Time   time.Time `json:"time"`   // UTC
	Person string    `json:"person"` // ID; empty for the operator
	Name   string    `json:"name"`   // as the person was called then
	What   string    `json:"what"`   // AccessOriginal, …
	About  string    `json:"about"`  // ID of the report, capture or offer
	Part   string    `json:"part,omitempty"`
}

// What is looked at.
const (
	AccessOriginal = "original" // a report as it was received, without redaction
	AccessEvidence = "evidence" // a file that was handed in
	AccessPicture  = "picture"  // the copy of a picture that was handed in, without what stood beside its pixels
)
