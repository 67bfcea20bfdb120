package api

import (
	"context"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"isnad/internal/export"
	"isnad/internal/site/query"

	"github.com/danielgtaylor/huma/v2"
)

// routes is every address of the API but the description of itself.
func (a *api) routes(h huma.API) {
	incidents, reports, claims := query.IncidentParams(), query.ReportParams(), query.ClaimParams()

	get(h, "/api/v1/incidents", "incidents", "List incidents", "What several claims are about, with low and high figures for each source.", incidents, a.incidents)
	get(h, "/api/v1/incidents/{id}", "incidents", "Show one incident", "Who says what of it; its claims are at /api/v1/claims?incident=ID.", nil, a.incident)
	get(h, "/api/v1/claims", "claims", "List claims", "In the order of their reports and passages. Without report and version, of present versions only.", claims, a.claims)
	get(h, "/api/v1/reports", "reports", "List reports", "Present versions, newest first, or the best match first when there are words. The text is cut to its beginning.", reports, a.reports)
	get(h, "/api/v1/reports/{id}", "reports", "Show one report", "The whole text of one version, and the tolls in it that belong to no incident.", []string{"version"}, a.report)
	get(h, "/api/v1/reports/{id}/versions", "reports", "List the versions of a report", "Newest first, the text cut to its beginning.", nil, a.versions)
	copied(h, "/api/v1/reports/{id}/republish", "Copy a report", "Its text with the whole chain as its citation, in one of four forms. 403 where its terms do not allow that, with the words of the terms.", a.copy(true))
	copied(h, "/api/v1/reports/{id}/citation", "Cite a report", "The citation of a report without its text, in one of four forms; whatever its terms say.", a.copy(false))
	get(h, "/api/v1/citations", "reports", "List links of the chain", "Who draws on whom, as far as reports declare it or their texts show it, in the order recorded. A link that is found by machine was seen by no person.", citationParams(), a.citations)
	get(h, "/api/v1/reports/{id}/chain", "reports", "Show the chain of a report", "What it draws on, what that draws on, and so on; its copies and theirs; as far as the texts show. The nearest come first where there are more than asked for.", []string{"limit"}, a.chain)
	tracing(h, a.trace)

	get(h, "/api/v1/sources", "names", "List sources", "Who says or publishes, most incidents first.", query.NameParams(), a.sources)
	get(h, "/api/v1/sources/{id}", "names", "Show one source", "", nil, a.source)
	get(h, "/api/v1/sources/{id}/network", "names", "Show whom a source draws on", "How often its reports draw on those of others and the other way round, as far as the texts show. Found by machine.", nil, a.network)
	get(h, "/api/v1/places", "names", "List places", "Where claims say that something happened, most incidents first.", query.NameParams(), a.places)
	get(h, "/api/v1/places/{id}", "names", "Show one place", "A gazetteer entry. A province or country is an area and has no coordinates.", nil, a.place)
	get(h, "/api/v1/parties", "names", "List parties", "Armed actors, most incidents first.", query.NameParams(), a.parties)
	get(h, "/api/v1/parties/{id}", "names", "Show one party", "", nil, a.party)

	get(h, "/api/v1/search", "overview", "Search everything", "Incidents, reports and names that hold the words, the best of each.", []string{"q", "limit"}, a.search)
	get(h, "/api/v1/timeline", "overview", "Count incidents over time", "Of the incidents that the filters select. What is documented is not the total, and no trend.", timelineParams(), a.timeline)
	get(h, "/api/v1/totals", "overview", "Count everything", "What is documented is not the total.", nil, a.totals)

	download(h, "/api/v1/incidents.geojson", "downloads", "Incidents for a map", export.GeoJSON, incidents, a.incidentFile(export.GeoJSON, 1000))
	download(h, "/api/v1/incidents.csv", "downloads", "Incidents for a table", export.CSV, incidents, a.incidentFile(export.CSV, 1000))
	download(h, "/api/v1/claims.csv", "downloads", "Claims for a table", export.CSV, claims, a.claimFile)
	download(h, "/api/v1/citations.csv", "downloads", "Links of the chain for a table", export.CSV, citationParams(), a.citationFile)
	download(h, "/api/v1/reports.csv", "downloads", "Reports for a table", export.CSV, reports, a.reportFile(export.CSV, 1000))
	a.caseRoutes(h)
	for _, f := range []export.Format{export.Atom, export.RSS, export.JSONFeed} {
		download(h, "/feeds/incidents."+string(f), "feeds", "Incidents, latest first", f, incidents, a.incidentFile(f, 50))
		download(h, "/feeds/reports."+string(f), "feeds", "Reports, latest first", f, reports, a.reportFile(f, 50))
		download(h, "/feeds/missing-citations."+string(f), "feeds", "Copies in which no citation was found, latest first", f, []string{"limit", "after"}, a.missingFile(f))
	}
}

// reply is an answer in JSON.
type reply[T any] struct {
	Link string `header:"Link" doc:"The next page, rel=\"next\""`
	Body T
}

// file is an answer in another format.
type file struct {
	ContentType string `header:"Content-Type"`
	Link        string `header:"Link" doc:"The next page, rel=\"next\""`
	Disposition string `header:"Content-Disposition"`
	Body        []byte
}

// get registers an operation that answers in JSON.
func get[I, O any](h huma.API, path, tag, summary, about string, names []string, handler func(context.Context, *I) (*reply[O], error)) {
	op := operation(h, path, tag, summary, about, names)
	huma.Register(h, op, handler)
}

// download registers an operation that answers in another format.
func download(h huma.API, path, tag, summary string, f export.Format, names []string, handler func(context.Context, *asking) (*file, error)) {
	about := "Takes the same filters as the list in JSON."
	var schema *huma.Schema
	switch f {
	case export.GeoJSON:
		about += " A Point stands only at precision 1 to 3 and has a radius; wider places are Polygons, or have no geometry."
		schema = h.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[featureCollection](), true, "")
	case export.JSONFeed:
		schema = &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true}
	default:
		schema = &huma.Schema{Type: huma.TypeString}
	}
	if f == export.CSV {
		about += " Cells that a spreadsheet would run as formulas have an apostrophe in front."
	}
	op := operation(h, path, tag, summary, about, names)
	op.Responses["200"] = &huma.Response{Description: "OK", Content: map[string]*huma.MediaType{plain(f.MediaType()): {Schema: schema}}}
	huma.Register(h, op, handler)
}

func operation(h huma.API, path, tag, summary, about string, names []string) huma.Operation {
	mistake := h.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[huma.ErrorModel](), true, "Error")
	op := huma.Operation{
		Method: http.MethodGet, Path: path, OperationID: operationID(path), Summary: summary, Description: about, Tags: []string{tag},
		Parameters: params(names), SkipValidateParams: true, Responses: map[string]*huma.Response{},
	}
	problems := map[int]string{
		http.StatusBadRequest: "A parameter is wrong or not known", http.StatusNotFound: "Absent",
		http.StatusInternalServerError: "Failed", http.StatusServiceUnavailable: "Too much at once, or too slow",
	}
	if strings.HasPrefix(path, "/api/v1/reports/{id}") {
		problems[http.StatusGone] = "The report was removed by a decision; the notice is named"
		problems[http.StatusUnavailableForLegalReasons] = "The same, by law or by an order"
	}
	for status, when := range problems {
		op.Responses[strconv.Itoa(status)] = &huma.Response{Description: when,
			Content: map[string]*huma.MediaType{"application/problem+json": {Schema: mistake}}}
	}
	return op
}
