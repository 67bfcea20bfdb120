package isnad

import (
	"encoding/json"
	"slices"
	"strconv"
	"time"
)

// ActKind is what a person did.
type ActKind string

const (
	// Acts about one claim.
	ActAcceptClaim ActKind = "accept_claim" // the passage says so, as read
	ActEditClaim   ActKind = "edit_claim"   // the passage says so, with the slots of Edit
	ActRejectClaim ActKind = "reject_claim" // the passage does not say so
	ActSplitClaim  ActKind = "split_claim"  // the passage tells of several incidents, one for each of Parts

	// Acts about incidents.
	ActConfirmIncident ActKind = "confirm_incident" // it took place, and these claims tell of it
	ActSplitIncident   ActKind = "split_incident"   // the claims in Moved tell of another incident, Into
	ActMergeIncidents  ActKind = "merge_incidents"  // it is the incident Into, whose address it takes
	ActMoveClaims      ActKind = "move_claims"      // the claims in Moved tell of the incident it is about
	ActRelateIncidents ActKind = "relate_incidents" // it has to do with the incident Into, and is not the same
	ActGradeIncident   ActKind = "grade_incident"   // its casualties are supported as Grading says, who did it is known as Status says

	// Acts about another act, Of.
	ActSecond ActKind = "second" // another person says the same
	ActUndo   ActKind = "undo"   // the act no longer holds
)

// ActKinds lists every kind.
func ActKinds() []ActKind {
	return []ActKind{ActAcceptClaim, ActEditClaim, ActRejectClaim, ActSplitClaim,
		ActConfirmIncident, ActSplitIncident, ActMergeIncidents, ActMoveClaims, ActRelateIncidents, ActGradeIncident, ActSecond, ActUndo}
}

// OfClaim tells whether acts of the kind are about one claim.
func (k ActKind) OfClaim() bool {
	return k == ActAcceptClaim || k == ActEditClaim || k == ActRejectClaim || k == ActSplitClaim
}

// OfIncident tells whether acts of the kind are about incidents.
func (k ActKind) OfIncident() bool {
	return k == ActConfirmIncident || k == ActSplitIncident || k == ActMergeIncidents || k == ActMoveClaims || k == ActRelateIncidents || k == ActGradeIncident
}

// Act is what one person decided about one claim or incident. It is never
// changed and never deleted: to undo is another act. It holds the claims as the
// person saw them, so that it stands whatever a machine reads later.
type Act struct {
	ID     string    `json:"id"`     // MakeID('a', what is decided, and the act it follows)
	Number int64     `json:"number"` // place among all acts, from 1, in the order they were recorded
	Time   time.Time `json:"time"`   // UTC
	Person string    `json:"person"` // ID of who decided
	Name   string    `json:"name"`   // as the person was called then
	Kind   ActKind   `json:"kind"`
	About  string    `json:"about"`            // Claim or Incident ID; of an act about an act what that one is about
	Reason string    `json:"reason,omitempty"` // in the person's words
	// SeenToo is Incident.State of the other incidents of the act as the person saw
	// them, by ID. They are checked like Seen and not recorded.
	SeenToo map[string]string `json:"-"`
	Seen    string            `json:"seen,omitempty"` // Claim.State or Incident.State of what the person looked at; empty is not checked

	Edit    Edit         `json:"edit,omitempty"`          // edit_claim: the slots set
	Parts   []Edit       `json:"parts,omitempty"`         // split_claim: the slots of each part, that of the claim itself first; two at least
	Moved   []string     `json:"moved,omitempty"`         // split_incident, move_claims: Claim IDs
	Into    string       `json:"into,omitempty"`          // merge_incidents, relate_incidents: Incident ID; split_incident: that of the new one, set when it is recorded
	Grading Grading      `json:"grading,omitempty"`       // grade_incident; it, Status or both
	Status  StrikeStatus `json:"strike_status,omitempty"` // grade_incident
	Of      string       `json:"of,omitempty"`            // second, undo: Act ID
	Paired  bool         `json:"paired,omitempty"`        // it holds only once another person has seconded it; set when it is recorded, where the rules ask for it or the person may only propose: a change of the rules changes nothing decided

	Claims []Claim `json:"claims,omitempty"` // the claims it rests on, as the person saw them; set when it is recorded
}

// Part is the ID of the n-th part of a claim that act a splits, from 0: the
// first part is the claim itself.
func (a *Act) Part(n int) string {
	if n == 0 {
		return a.About
	}
	return MakeID('k', a.ID, strconv.Itoa(n))
}

// Decision is what people's acts make of a claim or an incident, for those who
// read it: who decided, what, and what is open.
type Decision struct {
	Act     string    `json:"act,omitempty"`     // ID of the act that holds; empty while none does
	Kind    ActKind   `json:"kind,omitempty"`    // of Act
	Person  string    `json:"person,omitempty"`  // who decided
	Name    string    `json:"name,omitempty"`    //
	Time    time.Time `json:"time,omitzero"`     //
	Version int       `json:"version,omitempty"` // version of the report that the person looked at

	Slots   []string `json:"slots,omitempty"`   // of a claim: what a person set, by their JSON names
	Seconds []string `json:"seconds,omitempty"` // names of those who seconded Act
	Waiting []string `json:"waiting,omitempty"` // IDs of acts that wait for a second person
	Last    string   `json:"last,omitempty"`    // ID of the last act of all, those undone and undoing too

	Related []string `json:"related,omitempty"` // of an incident: IDs of those that people say have to do with it and are not the same

	Again   bool   `json:"again,omitempty"`   // of a claim: its passage is not in the present version, so people should look again
	Reading string `json:"reading,omitempty"` // of a claim: what the machine makes of it now, where not the same; see ReadOtherwise
}

// What the machine makes now of a claim that people decided about.
const (
	ReadOtherwise = "otherwise" // it reads other slots than a person saw
	ReadNoLonger  = "no_longer" // it reads no such claim
)

// State is a digest of all that a person sees of the claim before deciding about
// it. An act that holds it is refused when the claim has changed since.
func (c *Claim) State() string {
	seen := *c
	seen.Incident = ""
	doc, err := json.Marshal(seen)
	if err != nil { // a number that JSON cannot write: no state is this one's
		return "unreadable " + c.ID
	}
	return MakeID('v', string(doc))
}

// State is a digest of what decisions about the incident rest on: its claims and
// the acts so far. Figures that change with the reading of a claim leave it alone.
func (i *Incident) State() string {
	parts := slices.Sorted(slices.Values(i.Claims))
	if i.Decision != nil {
		parts = append(parts, i.Decision.Last)
	}
	return MakeID('v', append([]string{i.ID}, parts...)...)
}
