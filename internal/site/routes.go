package site

import (
	"net/http"

	"isnad/internal/export/republish"
)

// routes is every address of the site.
func (s *site) routes() http.Handler {
	mux := http.NewServeMux()
	get := func(pattern string, h func(http.ResponseWriter, *http.Request) error) {
		mux.Handle("GET "+pattern, s.page(h))
	}

	get("/{$}", s.front)

	get("/reports", s.reports)
	get("/reports/{id}", s.report)
	get("/reports/{id}/v/{version}", s.report)
	get("/reports/{id}/from/{original}", s.compare)
	get("/reports/{id}/republish", s.republish)
	for _, f := range republish.Forms() {
		get("/reports/{id}/republish."+string(f), s.copyFile(f, true))
		get("/reports/{id}/citation."+string(f), s.copyFile(f, false))
	}
	get("/captures/{id}", s.capture)

	get("/incidents", s.incidents)
	get("/incidents/{id}", s.incident)
	get("/map", s.mapPage)
	get("/timeline", s.timeline)

	get("/sources", s.sources)
	get("/sources/{id}", s.source)
	get("/places", s.places)
	get("/places/{id}", s.place)
	get("/parties", s.parties)
	get("/parties/{id}", s.party)

	get("/log", s.logFront)
	get("/log/entries", s.logEntries)
	get("/log/entries.jsonl", s.logEntriesLines)
	get("/log/checkpoint", s.logCheckpoint)
	get("/log/verifier", s.logVerifier)
	get("/log/how.md", s.logHow)
	get("/log/tile/{name...}", s.logTile)
	get("/log/hourly/{hour}", s.logHour)
	get("/log/inclusion", s.logInclusion)
	get("/log/consistency", s.logConsistency)
	get("/reports/{id}/proof.json", s.reportProof)
	get("/cases/{token}/proof.json", s.caseProof)
	get("/corrections/{case}/proof.json", s.ruledProof)

	get("/search", s.search)
	get("/trace", s.traceForm)
	mux.Handle("POST /trace", http.NewCrossOriginProtection().Handler(s.page(s.traceText)))
	get("/about", s.about)

	get("/corrections", s.corrections)
	get("/corrections/decisions", s.decisions)
	get("/corrections/figures", s.yearly)
	get("/corrections/figures.csv", s.yearFile)
	get("/corrections/statements.json", s.statements)
	get("/corrections/{case}", s.decisionPageOf)
	get("/corrections/{case}/statement.json", s.caseStatements)
	s.cases(mux)

	get("/assets/{file...}", s.asset)
	get("/basemap/{hash}/labels.json", s.labels)
	get("/basemap/{hash}/{theme}/{z}/{x}/{y}", s.tile)

	if s.o.API != nil {
		mux.Handle("/api/", s.o.API)
		mux.Handle("/openapi.json", s.o.API)
		mux.Handle("/feeds/", s.o.API)
	}
	if s.o.Safety.HandIn != nil {
		get("/submit", s.submitForm)
		mux.Handle("POST /submit", http.NewCrossOriginProtection().Handler(s.page(s.submit)))
	}
	s.desk(mux)
	mux.Handle("/", s.page(s.nowhere))
	return mux
}
