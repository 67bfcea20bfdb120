package dossier

import (
	"context"
	"io"
	"regexp"

	"isnad"
	"isnad/internal/export"
	"isnad/internal/export/republish"
)

// Contents is what a dossier is made of.
type Contents struct {
	export.Record // the incident, its claims and the names of what it speaks of; Record.Reports is not used

	Asked     string           // the ID that was asked for, where people merged it into this incident
	Reports   []Report         // every version of every report that the claims stand in, and what those copy, in the order to be shown
	Citations []isnad.Citation // links of the chain from these reports, and between them and copies that tell nothing of the incident
	Others    []isnad.Report   // reports that links lead to or from and that are not in Reports, without their texts
	Sources   []isnad.Source   // that any of it names
	Acts      []isnad.Act      // what people decided about the incident and its claims, the oldest first
	Captures  []Capture        // that the reports were read from
	Proofs    []Proof          // from the log of the server; none where it has no log
	Checker   []byte           // program that checks a proof
	Verifier  string           // public key of the log, as the server tells it
	Place     isnad.Place      // what the map draws: the town, the district or the province; zero for none
}

// Report is one version of a report without its text, and what its terms allow.
type Report struct {
	isnad.Report
	Leave   republish.Leave
	Present bool // it is the present version
	Tells   bool // a claim of the incident stands in it
}

// Capture is a capture and what could not be read of it.
type Capture struct {
	isnad.Capture
	Notes []string
}

// Proof is what proves that things stand in the log: of a report its captures,
// versions, notices and decisions; or acts of people.
type Proof struct {
	Name string // ID of the report; acts and a number
	JSON []byte
}

// Keepers are asked for what is too large to be held at once.
type Keepers struct {
	Report func(ctx context.Context, id string, version int) (isnad.Report, error) // with its text
	Bytes  func(h isnad.Hash) (io.ReadCloser, error)                               // isnad.ErrNotFound where they are absent
}

// DefaultMax is how large a dossier may become where nobody says otherwise, bytes
// before packing.
const DefaultMax = 2 << 30

var proofForm = regexp.MustCompile(`^(r[0-9a-f]{20}|acts-[0-9]{1,6})$`)

var idForm = regexp.MustCompile(`^[a-z][0-9a-f]{20}$`)

// Name is the name of the dossier of an incident, without an ending.
func Name(incident string) string { return "dossier-" + incident }
