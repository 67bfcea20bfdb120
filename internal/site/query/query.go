// Package query reads the words of a request's address into the questions of
// the store, so that a page, a feed and the API understand the very same
// parameters and refuse the same mistakes.
//
//	incidents  q kind* from to country place party source status grading min_killed bbox order limit after
//	reports    q source language place party incident capture from to limit after
//	claims     report version incident source place party limit after
//	citations  report cited basis kind missing limit after
//	names      q limit after
//	notices    report case kind limit after
//	decisions  kind decision report from to limit after (cases of the register)
//	queue      q kind* country stand order limit after (incidents at the desk)
//
// A parameter that is absent or empty filters nothing, since a form sends its
// empty fields too. Only the kind of an incident may stand several times. Parameters of other
// names are left alone here; see [Unknown] for those who want to refuse them.
//
// Everything is bounded and checked: what a query holds can go to either
// database as it is. A mistake comes back as an [*Error] that names the
// parameter, joined with the others when there are several; see [Mistakes].
package query

import (
	"net/url"

	"isnad"
	"isnad/internal/store"
)

// Names of the parameters of each function, in the order of its docs.
func IncidentParams() []string {
	return []string{"q", "kind", "from", "to", "country", "place", "party", "source", "status", "grading",
		"min_killed", "bbox", "order", "limit", "after"}
}
func ReportParams() []string {
	return []string{"q", "source", "language", "place", "party", "incident", "capture", "from", "to", "limit", "after"}
}
func ClaimParams() []string {
	return []string{"report", "version", "incident", "source", "place", "party", "limit", "after"}
}
func CitationParams() []string {
	return []string{"report", "cited", "basis", "kind", "missing", "limit", "after"}
}
func NameParams() []string   { return []string{"q", "limit", "after"} }
func NoticeParams() []string { return []string{"report", "case", "kind", "limit", "after"} }
func DecisionParams() []string {
	return []string{"kind", "decision", "report", "from", "to", "limit", "after"}
}

// Outcomes lists what decisions may say.
func Outcomes() []isnad.CaseOutcome {
	return []isnad.CaseOutcome{isnad.CaseUpheld, isnad.CasePartlyUpheld, isnad.CaseRejected}
}

// Bases and CitationKinds list what the parameters of citations may say.
func Bases() []isnad.CitationBasis {
	return []isnad.CitationBasis{isnad.CitationDeclared, isnad.CitationDetected}
}
func CitationKinds() []isnad.CitationKind {
	return []isnad.CitationKind{isnad.CiteAgency, isnad.CiteByline, isnad.CiteSubmitter, isnad.CiteAttribution, isnad.CiteVia, isnad.CiteLink,
		isnad.CiteCopy, isnad.CiteQuote, isnad.CiteVersion}
}

// Statuses, Gradings and Orders list what the parameters of these names may say.
func Statuses() []isnad.StrikeStatus {
	return []isnad.StrikeStatus{isnad.StrikeDeclared, isnad.StrikeLikely, isnad.StrikeContested, isnad.StrikeSingleSource}
}
func Gradings() []isnad.Grading {
	return []isnad.Grading{isnad.GradeConfirmed, isnad.GradeFair, isnad.GradeWeak, isnad.GradeContested,
		isnad.GradeDiscounted, isnad.GradeNoHarm}
}
func Orders() []string { return []string{"date", "added", "killed"} }

// Stands and QueueOrders list what the parameters stand and order of the queue
// may say; the first of each is meant where nothing is said.
func Stands() []string {
	return []string{store.StandOpen, store.StandSecond, store.StandConfirmed, "all"}
}
func QueueOrders() []string { return []string{"harm", "apart", "origins"} }

// Queue reads a question for the queue of incidents at the desk.
func Queue(v url.Values) (store.IncidentQuery, error) {
	r := reader{v: v}
	q := store.IncidentQuery{
		Words:   r.words("q"),
		Events:  list(&r, "kind", isnad.Events()),
		Country: r.country("country"),
		Stand:   one(&r, "stand", Stands()),
		Order:   one(&r, "order", QueueOrders()),
		Page:    r.page(),
	}
	switch q.Stand {
	case "":
		q.Stand = store.StandOpen
	case "all":
		q.Stand = ""
	}
	if q.Order == "" {
		q.Order = QueueOrders()[0]
	}
	return q, r.err()
}

// Incidents reads a question for incidents.
func Incidents(v url.Values) (store.IncidentQuery, error) {
	r := reader{v: v}
	q := store.IncidentQuery{
		Words:     r.words("q"),
		Events:    list(&r, "kind", isnad.Events()),
		Country:   r.country("country"),
		Place:     r.id("place"),
		Party:     r.id("party"),
		Source:    r.id("source"),
		Status:    one(&r, "status", Statuses()),
		Grading:   one(&r, "grading", Gradings()),
		MinKilled: r.number("min_killed", 0, 1_000_000_000),
		BBox:      r.bbox("bbox"),
		Order:     one(&r, "order", Orders()),
		Page:      r.page(),
	}
	q.From, q.To = r.days("from", "to")
	return q, r.err()
}

// Reports reads a question for reports. from and to are days of publication.
func Reports(v url.Values) (store.ReportQuery, error) {
	r := reader{v: v}
	q := store.ReportQuery{
		Words:    r.words("q"),
		Source:   r.id("source"),
		Language: r.language("language"),
		Place:    r.id("place"),
		Party:    r.id("party"),
		Incident: r.id("incident"),
		Capture:  r.id("capture"),
		Page:     r.page(),
	}
	q.From, q.To = r.days("from", "to")
	return q, r.err()
}

// Claims reads a question for claims. source is the claimant.
func Claims(v url.Values) (store.ClaimQuery, error) {
	r := reader{v: v}
	q := store.ClaimQuery{
		Report:   r.id("report"),
		Version:  r.number("version", 0, 1_000_000),
		Incident: r.id("incident"),
		Claimant: r.id("source"),
		Place:    r.id("place"),
		Party:    r.id("party"),
		Page:     r.page(),
	}
	return q, r.err()
}

// Names reads a question for sources, places or parties.
func Names(v url.Values) (words string, p store.Page, err error) {
	r := reader{v: v}
	words, p = r.words("q"), r.page()
	return words, p, r.err()
}

// Notices reads a question for notices.
func Notices(v url.Values) (store.NoticeQuery, error) {
	r := reader{v: v}
	q := store.NoticeQuery{Report: r.id("report"), Case: r.id("case"), Kind: one(&r, "kind", isnad.NoticeKinds()), Page: r.page()}
	return q, r.err()
}

// Decisions reads a question for the cases of the register: those that were
// decided, the last decided first; from and to are days of the decision.
func Decisions(v url.Values) (store.CaseQuery, error) {
	r := reader{v: v}
	q := store.CaseQuery{Kind: one(&r, "kind", isnad.CaseKinds()), Decision: one(&r, "decision", Outcomes()), Report: r.id("report"), Public: true, Order: store.CasesRuled, Page: r.page()}
	from, to := r.days("from", "to")
	if !from.IsZero() {
		q.Ruled[0] = from.Time()
	}
	if !to.IsZero() {
		q.Ruled[1] = to.AddDays(1).Time()
	}
	return q, r.err()
}

// Citations reads a question for links of the chain: from the report that cites,
// to the source or report that is cited.
func Citations(v url.Values) (store.CitationQuery, error) {
	r := reader{v: v}
	q := store.CitationQuery{
		From:    r.id("report"),
		To:      r.id("cited"),
		Basis:   one(&r, "basis", Bases()),
		Kind:    one(&r, "kind", CitationKinds()),
		Missing: one(&r, "missing", []string{"true"}) != "",
		Page:    r.page(),
	}
	return q, r.err()
}
