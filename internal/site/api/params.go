package api

import (
	"isnad"
	"isnad/internal/export/republish"
	"isnad/internal/site/query"

	"github.com/danielgtaylor/huma/v2"
)

// param describes one parameter. Its words are those of room query, which reads it.
func param(name string) *huma.Param {
	p := &huma.Param{Name: name, In: "query", Schema: &huma.Schema{Type: huma.TypeString}}
	s := p.Schema
	switch name {
	case "q":
		p.Description, p.Example = "Words to look for, in English and Arabic", "market shelling"
		s.MaxLength = to(query.MaxWords)
	case "kind":
		p.Description, p.Example = "Kind of incident; may stand several times, and then any of them will do", []string{"air_strike"}
		p.Explode = to(true)
		p.Schema = &huma.Schema{Type: huma.TypeArray, Items: &huma.Schema{Type: huma.TypeString, Enum: words(isnad.Events())}}
	case citationKind:
		p.Name, p.Description = "kind", "What declares the link, or what was found"
		s.Enum = words(query.CitationKinds())
	case noticeKind:
		p.Name, p.Description = "kind", "Kind of notice"
		s.Enum = words(isnad.NoticeKinds())
	case caseKind:
		p.Name, p.Description = "kind", "Kind of case"
		s.Enum = words(isnad.CaseKinds())
	case "decision":
		p.Description = "What was decided"
		s.Enum = words(query.Outcomes())
	case "case":
		p.Description = "Case ID"
	case "basis":
		p.Description = "declared: the report says so itself; detected: its text shows it"
		s.Enum = words(query.Bases())
	case "missing":
		p.Description = "true: only copies in which no citation was found of what they copy, nor of whom that had it from"
		s.Enum = []any{"true"}
	case "from":
		p.Description, p.Example = "First day, included", "2031-03-01"
		s.Format = "date"
	case "to":
		p.Description, p.Example = "Last day, included", "2031-03-31"
		s.Format = "date"
	case "country":
		p.Description, p.Example = "Country by its two letters (ISO 3166-1 alpha-2)", "YE"
	case "place":
		p.Description, p.Example = "Place ID; also what lies within it", "g79415"
	case "party":
		p.Description, p.Example = "Party ID of an alleged perpetrator or side", "p-sdf"
	case "source":
		p.Description = "Source ID of who says so or of the outlet that publishes; for reports of the outlet, for claims of who says so"
	case "status":
		p.Description = "Who owns up to it"
		s.Enum = words(query.Statuses())
	case "grading":
		p.Description = "How well the casualties are supported"
		s.Enum = words(query.Gradings())
	case "min_killed":
		p.Description = "Least number of killed: the lowest figure that anyone claims is at least this"
		s.Type, s.Minimum = huma.TypeInteger, to(0.0)
	case "bbox":
		p.Description, p.Example = "west,south,east,north in degrees; only incidents with coordinates are within a box", "42,12,45,16"
	case "order":
		p.Description = "date: newest first; added: latest taken in first; killed: most killed first"
		s.Enum, s.Default = words(query.Orders()), "date"
	case "limit":
		p.Description = "Rows of a page"
		s.Type, s.Minimum, s.Maximum = huma.TypeInteger, to(1.0), to(float64(query.MaxLimit))
	case "after":
		p.Description = "The next of the page before, as it was given"
	case "language":
		p.Description, p.Example = "Language of the report (BCP 47)", "ar"
	case "incident":
		p.Description = "Incident ID"
	case "capture":
		p.Description = "Capture ID"
	case "report":
		p.Description = "Report ID"
	case "version":
		p.Description = "Version of the report; the present one when absent"
		s.Type, s.Minimum = huma.TypeInteger, to(1.0)
	case "form":
		p.Description = "Form of the copy: HTML with schema.org JSON-LD, Markdown, plain text, or ninjs 3.0 as JSON"
		s.Enum, s.Default = words(republish.Forms()), "json"
	case "cited":
		p.Description = "Source or report ID of what is cited"
	case "unit":
		p.Description = "Length of a stretch of time; weeks begin on Monday"
		s.Enum, s.Default = words(units()), "month"
	default:
		panic("no words for parameter " + name)
	}
	p.Schema.PrecomputeMessages()
	return p
}

// citationKind stands for the kind of a citation, which is told by the same word
// as that of an incident.
const citationKind = "kind of citation"

// noticeKind and caseKind likewise.
const (
	noticeKind = "kind of notice"
	caseKind   = "kind of case"
)

func citationParams() []string {
	names := query.CitationParams()
	for n, name := range names {
		if name == "kind" {
			names[n] = citationKind
		}
	}
	return names
}

func params(names []string) []*huma.Param {
	list := make([]*huma.Param, len(names))
	for n, name := range names {
		list[n] = param(name)
	}
	return list
}

func units() []string { return []string{"day", "week", "month", "year"} }

func words[T ~string](list []T) []any {
	all := make([]any, len(list))
	for n, w := range list {
		all[n] = string(w)
	}
	return all
}

func to[T any](v T) *T { return &v }
