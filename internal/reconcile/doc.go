// Package reconcile suggests which claims are about the same incident, and sums
// up what the claims of one incident say.
//
// # How claims are grouped
//
// Claims are sorted so that those that say most (a day, an exact place, figures)
// come first. The claims of one report are grouped among themselves; see story.go.
// Each such story in turn is compared with the groups that stand near it in
// time and space, and joins the best one if that is alike enough; else it is a
// group of its own. So the vague claims ("in the province", "last month") follow
// the precise ones of their report, or choose among groups made of such, and never
// bridge two of them. Groups that are alike as wholes are joined at the end. The result
// depends on the claims and their IDs, not on the order they are given in.
//
// A pair of claims is compared by features: how the days, the places, the kinds,
// the figures, the parties, the targets, the weapons and the words of the
// passages agree. Their weights are the log odds of a logistic model; see
// weights.go for what they were fitted on. Place and time carry most. Figures
// that differ are weak evidence: nine and fourteen dead are what two claimants
// say of one strike. Only figures wildly apart count against.
//
// Two rules stand above the sum and are never outvoted:
//
//   - two exact places far apart are two incidents,
//   - two stated days more than one day apart are two incidents.
//
// How likely two claims of one report are of one incident is weighed by the reader too,
// which has the words around them (isnad.Beside); here that is one feature among others.
//
// That one claimant speaks twice in one report weighs heavily against one
// incident, since the reader has already merged what a claimant repeats; very
// much else must be alike.
//
// A claim without a date, or known to a province or country only, joins what is
// clearly alike, and otherwise stands alone. Better two incidents that a person
// joins than one that nobody can take apart.
//
// [Assign] is for the archive: incidents that are known are never split and
// never joined with each other. [Batch] is for a file of reports. [Why] says in
// words why two claims were held to be the same or not.
//
// # What an incident says
//
// [Sum] never adds up and never picks a winner. Each claimant keeps a low and a
// high figure of its own; the incident has the lowest and the highest of them.
// Strike status and grading follow Airwars' published rules as far as a machine
// may apply them; see status.go. Both come with the reason: the rule that applied
// and the claims it rests on. Nothing is ever graded confirmed here.
package reconcile

// Version names the rules; incidents carry it.
const Version = "reconcile/11"
