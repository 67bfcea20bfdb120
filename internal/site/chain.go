package site

import (
	"context"
	"fmt"
	"maps"
	"net/url"
	"slices"

	"isnad"
	"isnad/internal/store"
)

// Bounds of a chain that is drawn.
const (
	maxChain  = 60 // reports
	maxColumn = 7  // boxes above each other; the list has all
)

// chainView is who drew on whom around one report, drawn and as a list.
type chainView struct {
	Width, Height float64
	Boxes         []chainBox
	Ties          []chainTie
	Heads         []chainHead
	Originals     []chainRow // what it draws on, the nearest first
	Copies        []chainRow // what draws on it
	Quotes        []chainRow // reports that give the same words of a speaker
	More          bool
}

// chainBox is a report, or someone whom a report names, as drawn.
type chainBox struct {
	X, Y         float64
	Name, Second string
	Href         string
	Me, Voice    bool
}

// chainTie is a line from whom something was had to who had it.
type chainTie struct {
	Path     string
	Width    float64
	Declared bool // declared only, or the report itself says so
	Missing  bool
}

type chainHead struct {
	X    float64
	Text string
}

// chainRow is one link of the chain in words.
type chainRow struct {
	isnad.Citation
	Other   isnad.Report // the report at the other end
	Through string       // outlet through which it is linked, when not directly
	Compare string       // address of both side by side
	Changes []isnad.Change
	Many    int    // changes in all
	Now     string // language of the report that draws on the other
	Was     string // language of the other
}

// Sizes of the drawing, in pixels.
const (
	boxW, boxH       = 190.0, 44.0
	columnGap        = 58.0
	boxGap           = 12.0
	headH            = 26.0
	boxName, boxLine = 23, 30 // characters
)

// chainOf draws the chain around a report, nil when nothing is known of one.
func (s *site) chainOf(ctx context.Context, me string) (*chainView, error) {
	ch, err := s.store.Chain(ctx, me, maxChain)
	if err != nil {
		return nil, err
	}
	v := &chainView{More: ch.More}
	columns := map[int][]string{}
	drawn := map[string]bool{me: true}
	for _, l := range ch.Links {
		if l.Kind == isnad.CiteCopy {
			drawn[l.From], drawn[l.To] = true, true
		}
	}
	for id, x := range ch.Reports {
		if drawn[id] {
			columns[x.Depth] = append(columns[x.Depth], id)
		}
	}
	v.rows(ch, me)
	roots := rootsOf(ch, me)
	voices, err := s.voicesOf(ctx, roots)
	if err != nil {
		return nil, err
	}
	if len(v.Originals)+len(v.Copies)+len(v.Quotes)+len(voices) == 0 {
		return nil, nil
	}
	v.draw(ch, me, columns, voices)
	return v, nil
}

// rows tells the links in words.
func (v *chainView) rows(ch store.Chain, me string) {
	for _, l := range ch.Links {
		from, to := ch.Reports[l.From], ch.Reports[l.To]
		row := chainRow{Citation: l, Compare: "/reports/" + url.PathEscape(l.From) + "/from/" + url.PathEscape(l.To), Many: len(l.Changes), Now: from.Language, Was: to.Language}
		for _, c := range l.Changes {
			if c.Meaning && len(row.Changes) < 4 {
				row.Changes = append(row.Changes, c)
			}
		}
		up := from.Depth <= 0 && to.Depth < 0
		row.Other = from.Report
		if up {
			row.Other = to.Report
		}
		if up && l.From != me {
			row.Through = from.Source
		} else if !up && l.To != me {
			row.Through = to.Source
		}
		switch {
		case l.Kind == isnad.CiteQuote: // one end of it is me
			if row.Other = from.Report; l.From == me {
				row.Other = to.Report
			}
			v.Quotes = append(v.Quotes, row)
		case up:
			v.Originals = append(v.Originals, row)
		default:
			v.Copies = append(v.Copies, row)
		}
	}
	byTime := func(a, b chainRow) int {
		order, _ := isnad.CompareOrder(&a.Other, &b.Other)
		return order
	}
	slices.SortStableFunc(v.Copies, byTime)
	slices.SortStableFunc(v.Quotes, byTime)
	slices.SortStableFunc(v.Originals, func(a, b chainRow) int { return byTime(b, a) })
}

// rootsOf are the reports of the chain that draw on no other, as far as the texts show.
func rootsOf(ch store.Chain, me string) []isnad.Report {
	draws := map[string]bool{}
	for _, l := range ch.Links {
		if l.Kind == isnad.CiteCopy && ch.Reports[l.From].Depth <= 0 {
			draws[l.From] = true
		}
	}
	var out []isnad.Report
	for id, x := range ch.Reports {
		if x.Depth < 0 && !draws[id] && isAncestor(ch, id) || id == me && !draws[id] {
			out = append(out, x.Report)
		}
	}
	slices.SortFunc(out, func(a, b isnad.Report) int {
		order, _ := isnad.CompareOrder(&a, &b)
		return order
	})
	return out[:min(len(out), 3)]
}

func isAncestor(ch store.Chain, id string) bool {
	return slices.ContainsFunc(ch.Links, func(l isnad.Citation) bool { return l.Kind == isnad.CiteCopy && l.To == id })
}

// voice is someone whom the root of a chain names: who says so, or through whom.
type voice struct {
	report string
	name   string
	href   string
	via    bool
}

// maxVoices is how many of them one report brings into the drawing.
const maxVoices = 4

func (s *site) voicesOf(ctx context.Context, roots []isnad.Report) ([]voice, error) {
	var out []voice
	for _, r := range roots {
		cites, _, err := s.store.Citations(ctx, store.CitationQuery{From: r.ID, Page: store.Page{Limit: 100}})
		if err != nil {
			return nil, err
		}
		who, via := 0, 0
		for _, c := range citesOf(cites, r.Version) {
			v := voice{report: r.ID, name: first(c.ToName, c.ToURL), href: c.Href}
			switch c.Kind {
			case isnad.CiteAttribution:
				who++
			case isnad.CiteVia, isnad.CiteAgency:
				via++
				v.via = true
			default:
				continue
			}
			if v.via && via <= maxVoices || !v.via && who <= maxVoices {
				out = append(out, v)
			}
		}
	}
	return out, nil
}

// draw lays the boxes out in columns, from who says so on the left to the copies
// of copies on the right.
func (v *chainView) draw(ch store.Chain, me string, columns map[int][]string, voices []voice) {
	depths := slices.Sorted(maps.Keys(columns))
	lines := map[string]int{}
	for _, d := range depths {
		slices.SortFunc(columns[d], func(a, b string) int {
			x, y := ch.Reports[a].Report, ch.Reports[b].Report
			order, _ := isnad.CompareOrder(&x, &y)
			return order
		})
		lines[fmt.Sprint(d)] = min(len(columns[d]), maxColumn+1)
	}
	who, via := slices.DeleteFunc(slices.Clone(voices), func(x voice) bool { return x.via }), slices.DeleteFunc(slices.Clone(voices), func(x voice) bool { return !x.via })
	tallest := max(len(who), len(via), 1)
	for _, n := range lines {
		tallest = max(tallest, n)
	}
	v.Height = headH + float64(tallest)*(boxH+boxGap) + 4
	x := 1.0
	at := map[string]*chainBox{}
	column := func(head string, boxes []chainBox, keys []string) {
		v.Heads = append(v.Heads, chainHead{x, head})
		top := headH + (v.Height-headH-float64(len(boxes))*(boxH+boxGap)+boxGap)/2
		for i := range boxes {
			boxes[i].X, boxes[i].Y = x, top+float64(i)*(boxH+boxGap)
			v.Boxes = append(v.Boxes, boxes[i])
			at[keys[i]] = &boxes[i]
		}
		x += boxW + columnGap
	}
	voiceColumn := func(head, prefix string, list []voice) {
		var boxes []chainBox
		var keys []string
		for _, w := range list {
			if key := prefix + w.name; !slices.Contains(keys, key) {
				keys = append(keys, key)
				boxes = append(boxes, chainBox{Name: cut(boxName, plainText(w.name)), Href: w.href, Voice: true})
			}
		}
		if len(boxes) > 0 {
			column(head, boxes, keys)
		}
	}
	voiceColumn("Who says so", "who ", who)
	voiceColumn("Through whom", "via ", via)
	for _, d := range depths {
		var boxes []chainBox
		var keys []string
		for i, id := range columns[d] {
			r := ch.Reports[id]
			if i == maxColumn && len(columns[d]) > maxColumn+1 {
				boxes = append(boxes, chainBox{Name: fmt.Sprintf("and %d more", len(columns[d])-i), Second: "all stand in the list"})
				keys = append(keys, "more")
				break
			}
			b := chainBox{Name: cut(boxName, plainText(r.Source)), Second: cut(boxLine, orderTime(r.Report)), Me: id == me}
			if !b.Me {
				b.Href = "/reports/" + url.PathEscape(id)
			}
			boxes, keys = append(boxes, b), append(keys, id)
		}
		column(depthWords(d), boxes, keys)
	}
	v.Width = x - columnGap + 1
	tie := func(from, to *chainBox, t chainTie) {
		if from == nil || to == nil || from.X >= to.X {
			return
		}
		x0, y0, x1, y1 := from.X+boxW, from.Y+boxH/2, to.X, to.Y+boxH/2
		half := (x1 - x0) / 2
		t.Path = fmt.Sprintf("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f", x0, y0, x0+half, y0, x1-half, y1, x1, y1)
		v.Ties = append(v.Ties, t)
	}
	through := map[string]bool{}
	for _, w := range via {
		tie(at["via "+w.name], at[w.report], chainTie{Width: 1, Declared: true})
		through[w.report] = true
	}
	for _, w := range who {
		if !through[w.report] {
			tie(at["who "+w.name], at[w.report], chainTie{Width: 1, Declared: true})
			continue
		}
		for _, m := range via {
			if m.report == w.report {
				tie(at["who "+w.name], at["via "+m.name], chainTie{Width: 1, Declared: true})
			}
		}
	}
	for _, l := range ch.Links {
		if l.Kind == isnad.CiteCopy {
			tie(at[l.To], at[l.From], chainTie{Width: 1 + 3*l.Copied, Missing: l.Missing})
		}
	}
}

func depthWords(d int) string {
	switch {
	case d == 0:
		return "This report"
	case d < 0:
		return "What it draws on"
	case d == 1:
		return "Copies of it"
	}
	return "Copies of copies"
}

// orderTime is the time that places a report among others, and what it is.
func orderTime(r isnad.Report) string {
	at, basis := r.Ordered()
	if basis == isnad.OrderPublished {
		return momentWords(r.Published)
	}
	return "seen " + momentWords(at)
}

// orderWords says why one report is held to be the earlier one.
func orderWords(o isnad.OrderBasis) string {
	switch o {
	case isnad.OrderPublished:
		return "the earlier one, as both claim to have been published"
	case isnad.OrderObserved:
		return "the earlier one, as somebody else took them in"
	}
	return "first seen here, which is not first published"
}

func changeWords(k isnad.ChangeKind) string {
	switch k {
	case isnad.ChangeNumber:
		return "number"
	case isnad.ChangeName:
		return "name"
	case isnad.ChangePlace:
		return "place"
	case isnad.ChangeDate:
		return "date"
	case isnad.ChangeAttributionDropped:
		return "who says so is gone"
	case isnad.ChangeAttributionAdded:
		return "who says so is new"
	case isnad.ChangeAttribution:
		return "another says so"
	case isnad.ChangeHedgeDropped:
		return "reserve is gone"
	case isnad.ChangeHedgeAdded:
		return "reserve is new"
	case isnad.ChangeNegation:
		return "said and denied"
	case isnad.ChangeParagraphCut:
		return "paragraph cut"
	case isnad.ChangeParagraphAdded:
		return "paragraph added"
	case isnad.ChangeHeadline:
		return "headline"
	case isnad.ChangeCorrectionNote:
		return "note of a correction"
	}
	return "wording"
}

func percentWords(share float64) string { return fmt.Sprintf("%.0f %%", 100*min(max(share, 0), 1)) }

// networkView is whom an outlet draws on, and who draws on it.
type networkView struct {
	From, By []store.Tie
	More     bool
	Height   float64
	Me       float64 // middle of the box in the middle
	Left     []networkBox
	Right    []networkBox
	Name     string
}

type networkBox struct {
	Y     float64
	Name  string
	Href  string
	N     string
	Path  string
	Width float64
}

// Outlets on either side of a network: those drawn, and those listed.
const (
	maxTies = 8
	maxTied = 100
)

// networkOf draws the network of a source, nil when its texts show none.
func (s *site) networkOf(ctx context.Context, source, name string) (*networkView, error) {
	from, by, more, err := s.store.Network(ctx, source)
	if err != nil {
		return nil, err
	}
	if len(from)+len(by) == 0 {
		return nil, nil
	}
	v := &networkView{From: from[:min(len(from), maxTied)], By: by[:min(len(by), maxTied)], More: more || max(len(from), len(by)) > maxTied, Name: cut(boxName, plainText(name))}
	n := max(min(len(from), maxTies), min(len(by), maxTies), 1)
	v.Height = headH + float64(n)*(boxH+boxGap) + 4
	v.Me = headH + (v.Height-headH)/2
	most := 1
	for _, t := range append(slices.Clone(from), by...) {
		most = max(most, t.Copies)
	}
	side := func(ties []store.Tie, left bool) (out []networkBox) {
		ties = ties[:min(len(ties), maxTies)]
		top := headH + (v.Height-headH-float64(len(ties))*(boxH+boxGap)+boxGap)/2
		for i, t := range ties {
			b := networkBox{Y: top + float64(i)*(boxH+boxGap), Name: cut(boxName, plainText(t.Name)), Href: "/sources/" + url.PathEscape(t.Source), N: plural(t.Copies, "report", "reports")}
			if t.Copies == 0 {
				b.N = plural(t.Quotes, "shared quotation", "shared quotations")
			}
			x0, x1 := boxW, boxW+2*columnGap
			y0, y1 := b.Y+boxH/2, v.Me
			if !left {
				x0, x1 = 2*boxW+2*columnGap, 2*boxW+4*columnGap
				y0, y1 = y1, y0
			}
			half := (x1 - x0) / 2
			b.Path = fmt.Sprintf("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f", x0, y0, x0+half, y0, x1-half, y1, x1, y1)
			b.Width = 1 + 7*float64(t.Copies)/float64(most)
			out = append(out, b)
		}
		return out
	}
	v.Left, v.Right = side(from, true), side(by, false)
	return v, nil
}
