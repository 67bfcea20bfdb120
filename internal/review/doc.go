// Package review says how claims and incidents stand after people have decided
// about them, whatever machines read before or since.
//
// # Which acts hold
//
// An act holds unless an act that holds undoes it. Where a second pair of eyes is
// asked for, it holds from when another person has seconded it, and waits until
// then. [Rules.Check] says whether an act may be recorded: what later acts rest
// on can be undone only after them, so that undoing always gives back what stood
// before.
//
// # Claims
//
// [Stand] takes what the machine reads in one version of a report and all acts
// that speak of claims of that report, and gives the claims as they stand. It
// knows no history but the acts, so a rebuild, a better reader or a later version
// of the report come to the same.
//
// A claim that a person has decided about stands as that person saw it, with the
// slots that were set. It keeps its ID. The machine's reading of the same passage
// (see [Stand] for what counts as the same) goes into it instead of standing
// beside it: so what was rejected is not suggested again. Where the machine reads
// no such thing any more, the claim stands from the act alone. In a later version
// of the report it stands where the passage stands; where the passage is gone it
// is marked, for people to look again.
//
// # Incidents
//
// [Members] gives for claims that people put together or kept apart the incident
// each belongs to. These pins are obeyed by reconcile before it compares anything.
// An incident that was merged goes on under another ID; following these IDs ends,
// since each act begins from where earlier ones lead to.
package review
