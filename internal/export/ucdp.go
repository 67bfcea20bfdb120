package export

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"isnad"
)

// The columns are those of UCDP GED, version 26.1, in its order. What isnad does
// not know stays empty: numbers of UCDP's own conflicts, dyads and actors, what
// its coders judge (event_clarity, code_status), its spelling of countries and
// regions. docs/formats.md tells each column.

func ucdpColumns() []column[Record] {
	type r = Record
	empty := func(names ...string) []column[r] {
		list := make([]column[r], len(names))
		for n, name := range names {
			list[n] = text(name, func(r) string { return "" })
		}
		return list
	}
	one := func(name string, cell func(v *r) string) column[r] {
		return text(name, func(v r) string { return cell(&v) })
	}
	figure := func(name string, of func(d deaths) *int) column[r] {
		return number(name, func(v r) (int, bool) {
			if n := of(v.deaths()); n != nil {
				return *n, true
			}
			return 0, false
		})
	}
	return together([]column[r]{
		one("id", func(v *r) string { return v.ID }),
		one("relid", func(v *r) string { return v.ID }),
		number("year", func(v r) (int, bool) { return v.When.From.Year(), !v.When.From.IsZero() }),
	}, empty("active_year", "code_status"), []column[r]{
		one("type_of_violence", (*r).typeOfViolence),
	}, empty("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id"), []column[r]{
		one("dyad_name", func(v *r) string {
			if a, b := v.sides(); a != "" && b != "" {
				return a + " - " + b
			}
			return ""
		}),
	}, empty("side_a_dset_id", "side_a_new_id"), []column[r]{
		one("side_a", func(v *r) string { a, _ := v.sides(); return a }),
	}, empty("side_b_dset_id", "side_b_new_id"), []column[r]{
		one("side_b", func(v *r) string { _, b := v.sides(); return b }),
		number("number_of_sources", func(v r) (int, bool) { return v.Origins, v.Origins > 0 }),
		one("source_article", func(v *r) string {
			return v.perReport(func(x isnad.Report) string {
				return `"` + strings.ReplaceAll(x.Source+","+publishedDay(x)+","+line(x.Title), `"`, "'") + `"`
			})
		}),
		one("source_office", func(v *r) string { return v.perReport(func(x isnad.Report) string { return x.Source }) }),
		one("source_date", func(v *r) string { return v.perReport(publishedDay) }),
		one("source_headline", func(v *r) string { return v.perReport(func(x isnad.Report) string { return x.Title }) }),
		one("source_original", func(v *r) string { return semicolons(rootNames(v.Roots)) }),
		number("where_prec", func(v r) (int, bool) { return int(v.Place.Precision), v.Place.Precision != isnad.PlaceUnknown }),
		one("where_coordinates", func(v *r) string { return v.Place.At }),
		one("where_description", func(v *r) string {
			if v.Place.Name == "" {
				return ""
			}
			return line(strings.Join(append([]string{v.Place.Name}, v.Place.Within...), ", "))
		}),
		one("adm_1", func(v *r) string { return v.Province }),
		one("adm_2", func(v *r) string { return v.District }),
		decimal("latitude", func(v r) *float64 { lat, _ := v.coordinates(); return lat }),
		decimal("longitude", func(v r) *float64 { _, lon := v.coordinates(); return lon }),
		one("geom_wkt", func(v *r) string {
			lat, lon := v.coordinates()
			if lat == nil {
				return ""
			}
			return "POINT (" + strconv.FormatFloat(*lon, 'f', -1, 64) + " " + strconv.FormatFloat(*lat, 'f', -1, 64) + ")"
		}),
		number("priogrid_gid", func(v r) (int, bool) {
			lat, lon := v.coordinates()
			if lat == nil {
				return 0, false
			}
			return priogrid(*lat, *lon), true
		}),
		one("country", func(v *r) string { return v.Country }),
	}, empty("country_id", "region", "event_clarity"), []column[r]{
		number("date_prec", func(v r) (int, bool) { return int(v.When.Precision), v.When.Precision != isnad.DateUnknown }),
		one("date_start", func(v *r) string { return midnight(v.When.From) }),
		one("date_end", func(v *r) string {
			if v.When.To.IsZero() {
				return midnight(v.When.From)
			}
			return midnight(v.When.To)
		}),
		figure("deaths_a", func(d deaths) *int { return d.a }),
		figure("deaths_b", func(d deaths) *int { return d.b }),
		figure("deaths_civilians", func(d deaths) *int { return d.civilians }),
		figure("deaths_unknown", func(d deaths) *int { return d.unknown }),
		figure("best", func(d deaths) *int { return d.best }),
		number("high", func(v r) (int, bool) { return v.Killed.High, v.Killed.Known }),
		number("low", func(v r) (int, bool) { return v.Killed.Low, v.Killed.Known }),
	}, empty("gwnoa", "gwnob"))
}

// typeOfViolence is UCDP's number by the kind and the parties, as docs/kinds.md
// has it; empty where they do not tell.
func (r *Record) typeOfViolence() string {
	kind, ok := KindOf(r.Event)
	if !ok {
		return ""
	}
	var known []Condition
	if r.civiliansOnly() && r.recognised() && len(kind.UCDP) == 1 {
		// These kinds are done to people in hand, so that who was harmed was the target.
		known = append(known, CiviliansTargeted)
	}
	if r.Event == isnad.EventClash || r.Event == isnad.EventTerritoryChange {
		known = append(known, r.fighters()...)
	}
	return Pick(kind.UCDP, known...)
}

// recognised tells whether somebody is accused, and all who are are armed actors
// of the book.
func (r *Record) recognised() bool {
	named := r.accused(false)
	return len(named) > 0 && !slices.ContainsFunc(named, func(a isnad.Actor) bool { return r.Parties[a.ID].ID == "" })
}

// civiliansOnly tells whether all who count the dead by what they were count
// civilians, and somebody does.
func (r *Record) civiliansOnly() bool {
	return figuresOf(r.ByCategory, isnad.CategoryCivilians, isnad.Killed).High > 0 && !figuresOf(r.ByCategory, isnad.CategoryCombatants, isnad.Killed).Known
}

// fighters is who fights in a clash, where at least two sides are named and it is
// known of each whether it is of a state.
func (r *Record) fighters() []Condition {
	sides := r.accused(false)
	state := false
	for _, a := range sides {
		p, ok := r.Parties[a.ID]
		if !ok || p.Kind == "" {
			return nil
		}
		switch p.Kind {
		case "state_force":
			state = true
		case "armed_group", "militia", "criminal":
		default: // paramilitaries, coalitions and contractors fight on either's behalf
			return nil
		}
	}
	switch {
	case len(sides) < 2:
		return nil
	case state:
		return []Condition{StateAndGroup}
	}
	return []Condition{GroupAndGroup}
}

// sides are UCDP's two sides. Of a clash of two they are those, a state first; of
// one-sided violence the second is "Civilians", as UCDP writes. Several parties
// that are named for one side stand together.
func (r *Record) sides() (a, b string) {
	named := r.accused(false)
	if r.Event == isnad.EventClash || r.Event == isnad.EventTerritoryChange {
		if len(named) == 2 {
			if r.Parties[named[1].ID].Kind == "state_force" && r.Parties[named[0].ID].Kind != "state_force" {
				named[0], named[1] = named[1], named[0]
			}
			return line(r.party(named[0])), line(r.party(named[1]))
		}
		return semicolons(r.partyNames(named)), ""
	}
	if r.typeOfViolence() == "3" {
		b = "Civilians"
	}
	return semicolons(r.partyNames(named)), b
}

// deaths are UCDP's estimates; nil where no claim gives the number and it does
// not follow from numbers of one claimant.
type deaths struct{ a, b, civilians, unknown, best *int }

// deaths takes as best the exact number that more independent origins give than
// any other. Who died is told where all who give that number and say so agree,
// and nobody else speaks of it: civilians as they count them, and as unknown what
// is left of the total where they count no fighters. Of which side the fighters
// were that somebody counts no claim tells, so a and b are never more than 0, and
// 0 stands only where the others make up the whole.
func (r *Record) deaths() deaths {
	var d deaths
	best, ok := r.best()
	if !ok {
		return d
	}
	d.best = &best
	exact := slices.ContainsFunc(r.happened(), func(c *isnad.Claim) bool {
		k := c.Killed
		return k != nil && !k.Approx && k.Min != nil && k.Max != nil && *k.Min == best && *k.Max == best
	})
	var civilians, fighters *int
	for n := range r.BySource {
		s := &r.BySource[n]
		c, f := figuresOf(s.ByCategory, isnad.CategoryCivilians, isnad.Killed), figuresOf(s.ByCategory, isnad.CategoryCombatants, isnad.Killed)
		told := slices.ContainsFunc(s.ByCategory, func(x isnad.CategoryFigures) bool { return x.Killed.Known })
		if s.Killed != (isnad.Bounds{Low: best, High: best, Known: true}) {
			if told {
				return d // somebody who gives another total says who died
			}
			continue
		}
		if told && !c.Known && !f.Known {
			return d // children or medics, who are a part of the civilians or are not
		}
		for _, x := range []struct {
			b  isnad.Bounds
			to **int
		}{{c, &civilians}, {f, &fighters}} {
			switch {
			case !x.b.Known:
			case x.b.Low != x.b.High || x.b.High > best || *x.to != nil && **x.to != x.b.Low:
				return d
			default:
				*x.to = &x.b.Low
			}
		}
	}
	zero := 0
	switch {
	case !exact && (civilians != nil || fighters != nil):
		d.civilians = civilians // "at least 10" leaves open how many more there were, and who
	case civilians != nil && *civilians == best && (fighters == nil || *fighters == 0):
		d.a, d.b, d.civilians, d.unknown = &zero, &zero, civilians, &zero
	case fighters == nil && civilians == nil:
		d.unknown = &best
	case fighters == nil:
		rest := best - *civilians
		d.civilians, d.unknown = civilians, &rest
	case civilians != nil && *civilians+*fighters == best:
		d.civilians, d.unknown = civilians, &zero
	case civilians == nil && *fighters == best:
		d.civilians, d.unknown = &zero, &zero
	default:
		d.civilians = civilians
	}
	return d
}

// best is the number of dead that more independent origins give than any other,
// where it is one number and not said to be vague.
func (r *Record) best() (int, bool) {
	var killed []isnad.Figure
	for _, f := range r.Figures {
		if f.Outcome == isnad.Killed {
			killed = append(killed, f)
		}
	}
	slices.SortStableFunc(killed, func(a, b isnad.Figure) int { return b.Origins - a.Origins })
	if len(killed) == 0 || killed[0].Low != killed[0].High || len(killed) > 1 && killed[1].Origins == killed[0].Origins {
		return 0, false
	}
	n := killed[0].Low
	exact := slices.ContainsFunc(r.happened(), func(c *isnad.Claim) bool {
		return given(c.Killed) && !c.Killed.Approx && c.Killed.Low() == n && c.Killed.High() == n
	})
	return n, exact
}

// coordinates are those that a map may show.
func (r *Record) coordinates() (lat, lon *float64) {
	if x, y, ok := point(r.Place); ok {
		return &x, &y
	}
	return nil, nil
}

// priogrid is the number of the cell of PRIO-GRID that coordinates lie in: half a
// degree each way, from the south-west corner eastwards, then northwards, from 1
// (Tollefsen, Strand and Buhaug 2012).
func priogrid(lat, lon float64) int {
	row := min(int(math.Floor((lat+90)*2)), 359)
	col := min(int(math.Floor((lon+180)*2)), 719)
	return row*720 + col + 1
}

// perReport joins what each report gives.
func (r *Record) perReport(of func(isnad.Report) string) string {
	list := make([]string, len(r.Reports))
	for n, x := range r.Reports {
		list[n] = of(x)
	}
	return semicolons(list)
}

// semicolons joins the values of one cell as UCDP does; a semicolon inside a value
// becomes a comma, so that lists of one length stay so.
func semicolons(values []string) string {
	parts := make([]string, len(values))
	for n, v := range values {
		parts[n] = Cell(strings.ReplaceAll(line(v), ";", ",")) // some spreadsheets cut a cell at semicolons
	}
	return strings.Join(parts, ";")
}

func publishedDay(r isnad.Report) string {
	if r.Published.IsZero() {
		return ""
	}
	return isnad.DayOf(r.Published.UTC()).String()
}

// midnight is a day as GED's CSV writes it.
func midnight(d isnad.Day) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s 00:00:00.000", d)
}
