package dossier

import (
	"context"
	"embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"

	"isnad"
	"isnad/internal/export"
	"isnad/internal/site/basemap"
)

//go:embed page
var pageFiles embed.FS

// head is what the first part of the page shows.
type head struct {
	*Contents
	Style           template.CSS
	Chart           *chart
	Status, Grading []export.Bit
	Rows            []row
	Links           []link
	Newest          string
}

// row is one claimant with the claims behind its figures.
type row struct {
	isnad.SourceFigures
	Display string
	Kind    isnad.SourceKind
	Outlets []string
	Said    []said
}

// said is one claim and the report it stands in.
type said struct {
	isnad.Claim
	Report  isnad.Report
	Carried bool
}

// link is one link of the chain between two reports.
type link struct {
	isnad.Citation
	From, To     isnad.Report
	FromIn, ToIn bool // they are in the dossier with their texts
	Shown        []isnad.Change
	More         int
	FromLanguage string
	ToLanguage   string
}

// maxShown is how many changes of one link the page shows; data/citations.jsonl
// has all.
const maxShown = 40

// body is one report with its text.
type body struct {
	Report
	Number   int
	Headline []piece
	Paras    [][]piece
	Claims   []numbered
	Cites    []isnad.Citation
}

type numbered struct {
	isnad.Claim
	Number int
	InText bool
}

// writePage writes index.html: the head, each report in its turn, and what
// follows them.
func writePage(ctx context.Context, w io.Writer, c *Contents, k Keepers) error {
	style, err := pageFiles.ReadFile("page/style.css")
	if err != nil {
		return err
	}
	t, err := template.New("").Funcs(funcs).ParseFS(pageFiles, "page/*.html")
	if err != nil {
		return err
	}
	h := head{Contents: c, Style: template.CSS(style), Newest: timeWords(newest(c))} // ours, nothing of it comes from outside
	if h.Chart, err = draw(basemap.New(), c); err != nil {
		return err
	}
	present := map[string]isnad.Report{}
	in := map[string]isnad.Report{} // versions, by anchor
	for _, r := range c.Reports {
		in[anchor(r.Report)] = r.Report
		if r.Present {
			present[r.ID] = r.Report
		}
	}
	names := map[string]isnad.Source{}
	for _, s := range c.Sources {
		names[s.ID] = s
	}
	h.Rows = rowsOf(c, in, names)
	h.Status, h.Grading = because(c.StatusReason, h.Rows), because(c.GradingReason, h.Rows)
	h.Links = linksOf(c, in, present)
	if err := t.ExecuteTemplate(w, "head", h); err != nil {
		return err
	}
	for n, r := range c.Reports {
		if err := ctx.Err(); err != nil {
			return err
		}
		b := body{Report: r, Number: n + 1}
		if r.Report, err = k.Report(ctx, r.ID, r.Version); err != nil {
			return err
		}
		b.Report = r
		b.fill(c)
		if err := t.ExecuteTemplate(w, "report", b); err != nil {
			return err
		}
	}
	return t.ExecuteTemplate(w, "foot", h)
}

// fill marks the claims of the incident in the text.
func (b *body) fill(c *Contents) {
	numbers := map[string]int{}
	var inTitle, inText []isnad.Claim
	for _, x := range c.Told {
		if x.Report != b.ID || x.Version != b.Version {
			continue
		}
		numbers[x.ID] = len(numbers) + 1
		b.Claims = append(b.Claims, numbered{Claim: x, Number: numbers[x.ID]})
		if x.Span.InTitle {
			inTitle = append(inTitle, x)
		} else {
			inText = append(inText, x)
		}
	}
	begun := map[string]bool{}
	b.Headline = paragraph([]rune(b.Title), 0, inTitle, numbers, begun)
	b.Paras = marked(b.Text, inText, numbers)
	for _, p := range b.Paras {
		for _, x := range p {
			for _, id := range x.Start {
				begun[id] = true
			}
		}
	}
	for n := range b.Claims {
		b.Claims[n].InText = begun[b.Claims[n].ID]
	}
	seen := map[string]bool{}
	for _, x := range c.Citations {
		key := fmt.Sprint(x.Kind, x.To, x.ToName, x.ToURL)
		if x.From == b.ID && x.Version == b.Version && x.Basis == isnad.CitationDeclared && !seen[key] {
			seen[key] = true
			b.Cites = append(b.Cites, x)
		}
	}
}

func rowsOf(c *Contents, in map[string]isnad.Report, names map[string]isnad.Source) []row {
	claims := map[string]isnad.Claim{}
	for _, x := range c.Told {
		claims[x.ID] = x
	}
	var out []row
	for _, f := range c.BySource {
		s := names[f.Source]
		r := row{SourceFigures: f, Display: first(s.Name, f.Name, f.Source), Kind: s.Kind}
		for _, id := range f.Outlets {
			r.Outlets = append(r.Outlets, first(names[id].Name, id))
		}
		for _, id := range f.Claims {
			if x, ok := claims[id]; ok {
				r.Said = append(r.Said, said{x, in[anchor(isnad.Report{ID: x.Report, Version: x.Version})], slices.Contains(f.Carried, id)})
			}
		}
		out = append(out, r)
	}
	return out
}

// because is why, as a sentence.
func because(r isnad.Reason, rows []row) []export.Bit {
	who := map[string]export.Claimant{}
	for _, row := range rows {
		for _, id := range row.SourceFigures.Claims {
			who[id] = export.Claimant{Name: cutAt(oneLine(row.Display), 100)}
		}
		for _, s := range row.Said {
			x := who[s.ID]
			for _, a := range s.Actors {
				if a.ID != "" {
					x.Parties = append(x.Parties, a.Name)
				}
			}
			who[s.ID] = x
		}
	}
	return export.Because(r, func(id string) (export.Claimant, bool) { x, ok := who[id]; return x, ok })
}

// linksOf are the detected links of the chain, with the reports at both ends.
func linksOf(c *Contents, in, present map[string]isnad.Report) []link {
	others := map[string]isnad.Report{}
	for _, r := range c.Others {
		others[r.ID] = r
	}
	report := func(id string, version int) (isnad.Report, bool) {
		if r, ok := in[anchor(isnad.Report{ID: id, Version: version})]; ok {
			return r, true
		}
		if r, ok := present[id]; ok {
			return r, true
		}
		return others[id], false
	}
	var out []link
	for _, x := range c.Citations {
		if x.Basis != isnad.CitationDetected {
			continue
		}
		l := link{Citation: x}
		l.From, l.FromIn = report(x.From, x.Version)
		l.To, l.ToIn = report(x.To, x.ToVer)
		if l.From.ID == "" && l.To.ID == "" {
			continue
		}
		l.FromLanguage, l.ToLanguage = l.From.Language, l.To.Language
		l.Shown = x.Changes[:min(len(x.Changes), maxShown)]
		l.More = len(x.Changes) - len(l.Shown)
		out = append(out, l)
	}
	return out
}

// headers are those of a response, by name.
func headers(c isnad.Capture) [][2]string {
	var out [][2]string
	for _, name := range slices.Sorted(maps.Keys(c.Headers)) {
		out = append(out, [2]string{name, c.Headers[name]})
	}
	return out
}

// filledSlot is a slot of a claim whose value a model gave.
type filledSlot struct {
	Slot string
	isnad.Filled
}

// filled are the slots of a claim that a model filled, by name.
func filled(of map[string]isnad.Filled) []filledSlot {
	var out []filledSlot
	for _, slot := range slices.Sorted(maps.Keys(of)) {
		out = append(out, filledSlot{slot, of[slot]})
	}
	return out
}
