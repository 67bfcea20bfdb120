package export

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"isnad"
)

func reportColumns() []column[isnad.Report] {
	type r = isnad.Report
	return []column[r]{
		text("id", func(v r) string { return v.ID }),
		number("version", func(v r) (int, bool) { return v.Version, true }),
		text("source", func(v r) string { return v.Source }),
		text("source_id", func(v r) string { return v.SourceID }),
		text("title", func(v r) string { return v.Title }),
		text("bylines", func(v r) string { return several(v.Bylines) }),
		text("agency", func(v r) string { return v.Agency }),
		text("dateline_place", func(v r) string { return v.Dateline.Place }),
		date("dateline_date", func(v r) isnad.Day { return v.Dateline.Date }),
		instant("published", func(v r) time.Time { return v.Published }),
		instant("changed", func(v r) time.Time { return v.Changed }),
		instant("observed", func(v r) time.Time { return v.Observed }),
		instant("received", func(v r) time.Time { return v.Received }),
		text("language", func(v r) string { return v.Language }),
		text("submitter", func(v r) string { return v.Submitter }),
		text("terms", func(v r) string { return v.Terms }),
		text("address", func(v r) string { return v.Address }),
		text("canonical", func(v r) string { return v.Canonical }),
		text("capture", func(v r) string { return v.Capture }),
		text("sha256", func(v r) string { return string(v.SHA256) }),
		text("reader", func(v r) string { return v.Reader }),
	}
}

func claimColumns() []column[isnad.Claim] {
	type c = isnad.Claim
	return together([]column[c]{
		text("id", func(v c) string { return v.ID }),
		text("report", func(v c) string { return v.Report }),
		number("version", func(v c) (int, bool) { return v.Version, true }),
		text("incident", func(v c) string { return v.Incident }),
		text("event", func(v c) string { return string(v.Event) }),
		text("stage", func(v c) string { return string(v.Stage) }),
		text("polarity", func(v c) string { return string(v.Polarity) }),
		text("stance", func(v c) string { return string(v.Stance) }),
	}, period(func(v c) isnad.Period { return v.When }), []column[c]{
		text("date_words", func(v c) string { return v.When.Words }),
	}, where(func(v c) isnad.Where { return v.Place }), []column[c]{
		text("actors", func(v c) string { return actorNames(v.Actors) }),
		text("actor_ids", func(v c) string { return actorIDs(v.Actors) }),
		text("targets", func(v c) string { return several(v.Targets) }),
	}, bounds("killed", func(v c) *isnad.Range { return v.Killed }),
		bounds("injured", func(v c) *isnad.Range { return v.Injured }),
		bounds("casualties", func(v c) *isnad.Range { return v.Casualties }), []column[c]{
			truth("approximate", func(v c) bool {
				return v.Killed != nil && v.Killed.Approx || v.Injured != nil && v.Injured.Approx || v.Casualties != nil && v.Casualties.Approx
			}),
			text("victims", func(v c) string { return victims(v.Victims) }),
			text("weapon", func(v c) string { return v.Weapon }),
			text("attribution", func(v c) string { return several(v.Attribution) }),
			text("claimant", func(v c) string { return v.Claimant }),
			text("via", func(v c) string { return several(v.Via) }),
			truth("background", func(v c) bool { return v.Background }),
			number("span_start", func(v c) (int, bool) { return v.Span.Start, true }),
			number("span_end", func(v c) (int, bool) { return v.Span.End, true }),
			truth("span_in_title", func(v c) bool { return v.Span.InTitle }),
			text("quote", func(v c) string { return v.Quote }),
			decimal("confidence", func(v c) *float64 { return &v.Confidence }),
			text("filled", func(v c) string { return filledBy(v.Filled) }),
			text("reader", func(v c) string { return v.Reader }),
			text("review", func(v c) string { return string(v.Review) }),
		})
}

// filledBy names the fields that a model filled: "place: model orchard-7b".
func filledBy(m map[string]isnad.Filled) string {
	var out []string
	for _, slot := range slices.Sorted(maps.Keys(m)) {
		out = append(out, slot+": "+m[slot].By)
	}
	return several(out)
}

func incidentColumns() []column[isnad.Incident] {
	type i = isnad.Incident
	return together([]column[i]{
		text("id", func(v i) string { return v.ID }),
		text("title", func(v i) string { return v.Title }),
		text("event", func(v i) string { return string(v.Event) }),
	}, period(func(v i) isnad.Period { return v.When }), where(func(v i) isnad.Where { return v.Place }), []column[i]{
		text("actors", func(v i) string { return actorNames(v.Actors) }),
		text("actor_ids", func(v i) string { return actorIDs(v.Actors) }),
		text("strike_status", func(v i) string { return string(v.Status) }),
		text("strike_status_rule", func(v i) string { return string(v.StatusReason.Rule) }),
		text("grading", func(v i) string { return string(v.Grading) }),
		text("grading_rule", func(v i) string { return string(v.GradingReason.Rule) }),
		number("killed_low", func(v i) (int, bool) { return v.Killed.Low, v.Killed.Known }),
		number("killed_high", func(v i) (int, bool) { return v.Killed.High, v.Killed.Known }),
		number("injured_low", func(v i) (int, bool) { return v.Injured.Low, v.Injured.Known }),
		number("injured_high", func(v i) (int, bool) { return v.Injured.High, v.Injured.Known }),
	}, byCategory(func(v i) []isnad.CategoryFigures { return v.ByCategory }), []column[i]{
		text("by_source", func(v i) string {
			said := make([]string, len(v.BySource))
			for n, s := range v.BySource {
				said[n] = says(s)
			}
			return several(said)
		}),
		text("figures", func(v i) string {
			supported := make([]string, len(v.Figures))
			for n, f := range v.Figures {
				supported[n] = supports(f)
			}
			return several(supported)
		}),
		number("outlets", func(v i) (int, bool) { return v.Outlets, true }),
		number("origins", func(v i) (int, bool) { return v.Origins, true }),
		text("roots", func(v i) string { return several(rootNames(v.Roots)) }),
		text("claims", func(v i) string { return several(v.Claims) }),
		text("review", func(v i) string { return string(v.Review) }),
	})
}

func bounds[T any](name string, of func(T) *isnad.Range) []column[T] {
	return []column[T]{
		number(name+"_min", func(v T) (int, bool) {
			if r := of(v); r != nil && r.Min != nil {
				return *r.Min, true
			}
			return 0, false
		}),
		number(name+"_max", func(v T) (int, bool) {
			if r := of(v); r != nil && r.Max != nil {
				return *r.Max, true
			}
			return 0, false
		}),
	}
}

// categories are those that have columns, in order.
var categories = []isnad.Category{isnad.CategoryCivilians, isnad.CategoryChildren, isnad.CategoryWomen, isnad.CategoryMen,
	isnad.CategoryCombatants, isnad.CategoryMedics, isnad.CategoryJournalists, isnad.CategoryAidWorkers}

// byCategory is four columns for each category: killed and injured, low and high.
func byCategory[T any](of func(T) []isnad.CategoryFigures) []column[T] {
	var out []column[T]
	for _, c := range categories {
		for _, o := range []isnad.Outcome{isnad.Killed, isnad.Injured} {
			out = append(out, lowHigh(string(o)+"_"+string(c), "low", "high", func(v T) isnad.Bounds { return figuresOf(of(v), c, o) })...)
		}
	}
	return out
}

// lowHigh is the two columns of bounds.
func lowHigh[T any](name, low, high string, of func(T) isnad.Bounds) []column[T] {
	return []column[T]{
		number(name+"_"+low, func(v T) (int, bool) { b := of(v); return b.Low, b.Known }),
		number(name+"_"+high, func(v T) (int, bool) { b := of(v); return b.High, b.Known }),
	}
}

// figuresOf is what is claimed of one category.
func figuresOf(list []isnad.CategoryFigures, c isnad.Category, o isnad.Outcome) isnad.Bounds {
	for _, f := range list {
		switch {
		case f.Category != c:
		case o == isnad.Killed:
			return f.Killed
		default:
			return f.Injured
		}
	}
	return isnad.Bounds{}
}

func rootNames(roots []isnad.Root) []string {
	list := make([]string, len(roots))
	for n, r := range roots {
		list[n] = r.Name
	}
	return list
}

func actorNames(actors []isnad.Actor) string {
	list := make([]string, len(actors))
	for n, a := range actors {
		list[n] = a.Name
	}
	return several(list)
}

// actorIDs keeps the order and the number of the names: who was not recognised
// has an empty ID.
func actorIDs(actors []isnad.Actor) string {
	list := make([]string, len(actors))
	for n, a := range actors {
		list[n] = a.ID
	}
	return several(list)
}

func victims(by map[isnad.Category]int) string {
	list := make([]string, 0, len(by))
	for category, n := range by {
		list = append(list, string(category)+" "+strconv.Itoa(n))
	}
	slices.Sort(list)
	return several(list)
}

// says tells in words what one claimant says of an incident:
// "Health office of Sarim: killed 3 to 5, injured 9 (asserted)".
func says(s isnad.SourceFigures) string {
	var parts []string
	if s.Killed.Known {
		parts = append(parts, "killed "+figures(s.Killed))
	}
	if s.Injured.Known {
		parts = append(parts, "injured "+figures(s.Injured))
	}
	if len(parts) == 0 {
		parts = append(parts, "no figure")
	}
	return fmt.Sprintf("%s: %s (%s)", s.Name, strings.Join(parts, ", "), words(string(s.Stance)))
}

// supports tells in words how many stand behind a figure: "killed 14 (7 outlets, 2 origins)".
func supports(f isnad.Figure) string {
	return fmt.Sprintf("%s %s (%s, %s)", words(string(f.Outcome)), figures(isnad.Bounds{Low: f.Low, High: f.High}),
		counted(f.Outlets, "outlet"), counted(f.Origins, "origin"))
}

// counted is a number with its noun, "2 outlets".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func figures(b isnad.Bounds) string {
	if b.Low == b.High {
		return strconv.Itoa(b.Low)
	}
	return strconv.Itoa(b.Low) + " to " + strconv.Itoa(b.High)
}

// words makes a term readable: "self_claimed" is "self claimed".
func words(term string) string { return strings.ReplaceAll(term, "_", " ") }
