// Package reconcile suggests which claims are about the same incident, and sums
// up what the claims of one incident say.
package reconcile

import "isnad"

// Version names the rules; incidents carry it.
const Version = "reconcile/1"

// Group is the claims that are taken for one incident. ID is empty for a new one.
type Group struct {
	ID     string
	Claims []isnad.Claim
}

// Assign puts each claim that is fresh into one of the known groups or into new
// ones, in order, and returns the groups that changed or are new; each new one
// has its ID. Known groups are never split or joined.
func Assign(fresh []isnad.Claim, known []Group) []Group { return nil }

// Block is where the incidents stand that a claim may belong to: the store asks
// for the claims of incidents that meet it.
type Block struct {
	From, To                       isnad.Day // days, both included; zero when the claim has no date
	Country                        string    // ISO code, empty for anywhere
	MinLat, MaxLat, MinLon, MaxLon float64   // all zero when the claim has no drawable place
	Province                       string    // Place ID, for claims known to a province only
	Events                         []isnad.Event
}

// BlockOf returns the block of a claim, wide enough that no group that Assign
// would choose lies outside it.
func BlockOf(c *isnad.Claim) Block { return Block{} }

// Sum makes the incident of a group: its title, kind, time, place, figures per
// claimant, status and grading. outlet names the outlet (Source ID and name) of a report.
func Sum(g Group, outlet func(report string) (id, name string)) isnad.Incident {
	return isnad.Incident{}
}
