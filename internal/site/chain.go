package site

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

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
	Many    int // changes in all
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
		row := chainRow{Citation: l, Compare: "/reports/" + url.PathEscape(l.From) + "/from/" + url.PathEscape(l.To), Many: len(l.Changes)}
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
		case l.Kind == isnad.CiteQuote:
			if l.From == me || l.To == me {
				v.Quotes = append(v.Quotes, row)
			}
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

// comparePage is a copy beside what it copies.
type comparePage struct {
	Copy, Original isnad.Report
	isnad.Citation
	Pairs []comparePair
	Cut   bool
}

// comparePair is one passage on both sides, with what was changed marked.
type comparePair struct {
	Copy, Original []piece
}

const maxPairs = 200

// compare is the page of one copy beside its original.
func (s *site) compare(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	from, to := r.PathValue("id"), r.PathValue("original")
	link, err := s.linkBetween(ctx, from, to)
	if err != nil {
		return err
	}
	p := comparePage{Citation: link}
	if p.Copy, err = s.store.Report(ctx, from, link.Version); err != nil {
		return err
	}
	if p.Original, err = s.store.Report(ctx, to, link.ToVer); err != nil {
		return err
	}
	copied, original := []rune(p.Copy.Text), []rune(p.Original.Text)
	for _, x := range link.Passages {
		if x.Original == nil {
			continue
		}
		if len(p.Pairs) == maxPairs {
			p.Cut = true
			break
		}
		var here, there []isnad.Span
		for _, c := range link.Changes {
			here, there = append(here, c.Copy), append(there, c.Original)
		}
		p.Pairs = append(p.Pairs, comparePair{piecesOf(copied, x.Span, here), piecesOf(original, *x.Original, there)})
	}
	return s.render(w, r, http.StatusOK, "compare", view{Title: "What " + plainText(p.Copy.Source) + " has from " + plainText(p.Original.Source), Body: p})
}

// linkBetween is the detected citation from one report to another.
func (s *site) linkBetween(ctx context.Context, from, to string) (isnad.Citation, error) {
	page := store.Page{Limit: 1000}
	for {
		cites, next, err := s.store.Citations(ctx, store.CitationQuery{From: from, To: to, Page: page})
		if err != nil {
			return isnad.Citation{}, err
		}
		for _, c := range cites {
			if c.Basis == isnad.CitationDetected && (c.Kind == isnad.CiteCopy || c.Kind == isnad.CiteQuote) {
				return c, nil
			}
		}
		if page.After = next; next == "" {
			return isnad.Citation{}, fmt.Errorf("report %q draws on %q: %w", from, to, isnad.ErrNotFound)
		}
	}
}

// piecesOf cuts a passage of a text at the changes that lie in it.
func piecesOf(text []rune, passage isnad.Span, changes []isnad.Span) []piece {
	start, end := min(max(passage.Start, 0), len(text)), min(max(passage.End, 0), len(text))
	var inside []isnad.Span
	for _, c := range changes {
		if a, b := max(c.Start, start), min(c.End, end); !c.InTitle && a < b {
			inside = append(inside, isnad.Span{Start: a, End: b})
		}
	}
	slices.SortFunc(inside, func(a, b isnad.Span) int { return cmp.Compare(a.Start, b.Start) })
	var out []piece
	at := start
	put := func(to, marks int) {
		if to > at {
			out = append(out, piece{Text: string(text[at:to]), Marks: marks})
			at = to
		}
	}
	for _, c := range inside {
		put(c.Start, 0)
		put(max(c.End, at), 1)
	}
	put(end, 0)
	return out
}

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

const maxTies = 8

// networkOf draws the network of a source, nil when its texts show none.
func (s *site) networkOf(ctx context.Context, source, name string) (*networkView, error) {
	from, by, more, err := s.store.Network(ctx, source)
	if err != nil {
		return nil, err
	}
	if len(from)+len(by) == 0 {
		return nil, nil
	}
	v := &networkView{From: from[:min(len(from), 100)], By: by[:min(len(by), 100)], More: more, Name: cut(boxName, plainText(name))}
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

// tracePage is where a text can be pasted.
type tracePage struct {
	Open  bool // texts can be traced here
	Text  string
	Done  bool
	Found []tracedRow
	Fault string
}

// tracedRow is one report that a pasted text draws on.
type tracedRow struct {
	Traced
	Pairs []comparePair
	Cut   bool
}

// maxPasted is the size, in bytes, of a text that is pasted.
const maxPasted = 300_000

// traceForm is the page where a text can be pasted to see its chain.
func (s *site) traceForm(w http.ResponseWriter, r *http.Request) error {
	return s.render(w, r, http.StatusOK, "trace", view{Title: "Trace a text", Body: tracePage{Open: s.o.Trace != nil}})
}

// traceText traces what was pasted. Nothing of it is kept.
func (s *site) traceText(w http.ResponseWriter, r *http.Request) error {
	p := tracePage{Open: s.o.Trace != nil}
	status := http.StatusOK
	r.Body = http.MaxBytesReader(w, r.Body, maxPasted+10_000)
	switch err := r.ParseForm(); {
	case s.o.Trace == nil:
		status = http.StatusNotFound
	case err != nil:
		status, p.Fault = http.StatusRequestEntityTooLarge, "The text is longer than can be traced here; the command isnad trace takes more."
	case strings.TrimSpace(r.PostForm.Get("text")) == "":
		status, p.Fault = http.StatusBadRequest, "Paste the text of a report first."
	default:
		p.Text = strings.ToValidUTF8(strings.ReplaceAll(r.PostForm.Get("text"), "\r\n", "\n"), "\uFFFD")
		found, err := s.o.Trace(r.Context(), p.Text)
		if err != nil {
			return err
		}
		p.Done = true
		text := []rune(p.Text)
		for _, f := range found {
			row := tracedRow{Traced: f}
			original := []rune(f.Original.Text)
			for i, x := range f.Passages {
				if x.Original == nil {
					continue
				}
				if i >= maxPairs {
					row.Cut = true
					break
				}
				var here, there []isnad.Span
				for _, c := range f.Changes {
					here, there = append(here, c.Copy), append(there, c.Original)
				}
				row.Pairs = append(row.Pairs, comparePair{piecesOf(text, x.Span, here), piecesOf(original, *x.Original, there)})
			}
			p.Found = append(p.Found, row)
		}
	}
	return s.render(w, r, status, "trace", view{Title: "Trace a text", Body: p})
}
