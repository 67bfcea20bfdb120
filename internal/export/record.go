package export

import (
	"slices"
	"strings"

	"isnad"
)

// Record is an incident with all that a row in the columns of another project
// needs. Names that are not known are left empty.
type Record struct {
	isnad.Incident
	Told    []isnad.Claim  // the claims of the incident
	Reports []isnad.Report // that they stand in, each once; texts are not needed

	Parties  map[string]isnad.Party // of the actors, by Party ID
	Country  string                 // English name of the country
	Province string                 // name of the first-order division
	District string                 // name of the second-order division
	Kind     isnad.PlaceKind        // of the gazetteer entry that the incident stands at
}

// Belongs tells whether an incident is one that the project of f records, as far
// as its claims tell:
//
//   - UCDP GED: somebody says that it took place and killed at least one person,
//   - Airwars: somebody says that people were killed or injured in it, or how many
//     with none, and its kind is one that explosive weapons are used in.
//
// What is only denied, threatened, attempted or foiled, and what people rejected,
// belongs to neither.
func Belongs(f Format, r *Record) bool {
	if r.Review == isnad.Rejected {
		return false
	}
	for _, c := range r.happened() {
		switch {
		case f == UCDP && r.Killed.High > 0 && c.Killed.High() > 0:
			return true
		case f == Airwars && explosive(r.Event) && (given(c.Killed) || given(c.Injured) || given(c.Casualties)):
			return true
		}
	}
	return false
}

// explosive tells the kinds of incidents that Airwars records: those with
// explosive weapons, and attacks of which nobody says with what.
func explosive(e isnad.Event) bool {
	switch e {
	case isnad.EventAirStrike, isnad.EventDroneStrike, isnad.EventShelling, isnad.EventBombing, isnad.EventSuicideBombing,
		isnad.EventLandmine, isnad.EventExplosion, isnad.EventChemicalAttack, isnad.EventAttack:
		return true
	}
	return false
}

func given(r *isnad.Range) bool { return r != nil && (r.Min != nil || r.Max != nil) }

// happened are the claims that say that it took place, but those that people
// rejected.
func (r *Record) happened() []*isnad.Claim {
	var out []*isnad.Claim
	for n := range r.Told {
		c := &r.Told[n]
		if c.Review != isnad.Rejected && c.Polarity != isnad.Denied && c.Stance != isnad.StanceDenied && (c.Stage == isnad.StageAccomplished || c.Stage == "") {
			out = append(out, c)
		}
	}
	return out
}

// accused are the parties that somebody says did it, each once, in the order they
// were first named; of a clash all sides. owned takes those alone that a claimant
// says of themselves.
func (r *Record) accused(owned bool) []isnad.Actor {
	var out []isnad.Actor
	for _, c := range r.happened() {
		if owned && c.Stance != isnad.StanceSelfClaimed {
			continue
		}
		for _, a := range c.Actors {
			same := func(b isnad.Actor) bool {
				return a.ID != "" && a.ID == b.ID || a.ID == "" && b.ID == "" && strings.EqualFold(a.Name, b.Name)
			}
			if a.Name != "" && !slices.ContainsFunc(out, same) {
				out = append(out, a)
			}
		}
	}
	return out
}

// party is the name of an actor: the book's where it was recognised.
func (r *Record) party(a isnad.Actor) string {
	if p, ok := r.Parties[a.ID]; ok && p.Name != "" {
		return p.Name
	}
	return a.Name
}

func (r *Record) partyNames(list []isnad.Actor) []string {
	out := make([]string, len(list))
	for n, a := range list {
		out[n] = r.party(a)
	}
	return out
}

// weapons are those named, as written, each once.
func (r *Record) weapons() []string {
	var out []string
	for _, c := range r.happened() {
		if c.Weapon != "" && !slices.Contains(out, c.Weapon) {
			out = append(out, c.Weapon)
		}
	}
	return out
}
