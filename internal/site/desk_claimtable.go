package site

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"isnad"
)

// claimRow is one claim in the table where the claims of an incident stand side
// by side. The flags say where it differs from what stands for the incident.
type claimRow struct {
	isnad.Claim
	Who       string // the claimant's name as the source has it
	WhoKind   isnad.SourceKind
	Inner     []string // from whom the claimant has it, as written
	Outlet    string
	Title     string
	Language  string
	Published time.Time

	Carried bool // it stands in words copied from another report
	Pinned  bool // a person put it here, or kept it here
	Ticked  bool
	Fresh   bool // it joined the incident since the person looked

	OtherWhen, OtherWhere, OtherKind, OtherKilled, OtherInjured, OtherParties, Denies bool
}

// Rejected tells that people took the claim out of the count.
func (r claimRow) Rejected() bool { return r.Review == isnad.Rejected }

// compareRows marks in each row what differs from the incident: another day, place or
// kind than stands for it, a figure that does not meet the one with most origins
// behind it, parties none of which the others name, a denial. What a claim leaves
// open differs from nothing.
func compareRows(i *isnad.Incident, rows []claimRow) {
	killed, injured := mainFigure(i, isnad.Killed), mainFigure(i, isnad.Injured)
	party := mainParty(rows)
	for k := range rows {
		r := &rows[k]
		if r.Rejected() {
			continue
		}
		r.OtherWhen = !r.When.IsZero() && !i.When.IsZero() && !meet(r.When, i.When)
		r.OtherWhere = r.Place.ID != "" && i.Place.ID != "" && !nested(&r.Place, &i.Place) // a name that no gazetteer knows may mean the same
		r.OtherKind = r.Event != "" && r.Event != i.Event
		r.OtherKilled = killed.missedBy(r.Killed)
		r.OtherInjured = injured.missedBy(r.Injured)
		r.OtherParties = party != "" && len(r.Actors) > 0 && !slices.ContainsFunc(r.Actors, func(a isnad.Actor) bool { return partyKey(a) == party })
		r.Denies = r.Stance == isnad.StanceDenied || r.Polarity == isnad.Denied
	}
	slices.SortStableFunc(rows, func(a, b claimRow) int {
		if a.Rejected() != b.Rejected() {
			if a.Rejected() {
				return 1
			}
			return -1
		}
		return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Span.Start, b.Span.Start))
	})
}

// support is the figure of an outcome with most behind it.
type support struct {
	*isnad.Figure      // nil where none is claimed
	tied          bool // another has as many: neither stands for the incident
}

func mainFigure(i *isnad.Incident, o isnad.Outcome) support {
	var best support
	for k := range i.Figures {
		f := &i.Figures[k]
		switch {
		case f.Outcome != o:
		case best.Figure == nil || f.Origins > best.Origins || f.Origins == best.Origins && f.Outlets > best.Outlets:
			best = support{f, false}
		case f.Origins == best.Origins && f.Outlets == best.Outlets:
			best.tied = true
		}
	}
	return best
}

// missedBy tells that a claimed number does not meet the figure.
func (f support) missedBy(r *isnad.Range) bool {
	if r == nil || f.Figure == nil || r.Min == nil && r.Max == nil {
		return false
	}
	return f.tied || r.Min != nil && *r.Min > f.High || r.Max != nil && *r.Max < f.Low
}

func meet(a, b isnad.Period) bool {
	end := func(p isnad.Period) isnad.Day {
		if p.To.IsZero() {
			return p.From
		}
		return p.To
	}
	return !end(a).Before(b.From) && !end(b).Before(a.From)
}

// nested tells that two places are the same, or one lies within the other as far
// as they say it.
func nested(a, b *isnad.Where) bool {
	lies := func(a, b *isnad.Where) bool {
		if b.ID != "" && (a.ID == b.ID || a.District == b.ID || a.Province == b.ID) || a.Country != "" && a.Country == b.Country && b.Precision >= isnad.PlaceCountry {
			return true
		}
		return slices.ContainsFunc(a.Within, func(w string) bool { return similar(w, b.Name) })
	}
	return similar(a.Name, b.Name) || lies(a, b) || lies(b, a)
}

// mainParty is the party that most claims name, "" where they name none.
func mainParty(rows []claimRow) string {
	n := map[string]int{}
	best := ""
	for k := range rows {
		if rows[k].Rejected() {
			continue
		}
		for _, a := range rows[k].Actors {
			key := partyKey(a)
			n[key]++
			if n[key] > n[best] || n[key] == n[best] && key < best {
				best = key
			}
		}
	}
	return best
}

func partyKey(a isnad.Actor) string {
	if a.ID != "" {
		return a.ID
	}
	return "\x00" + strings.ToLower(a.Name)
}

// apart is one thing that claims differ over, with all that is said of it.
type apart struct {
	What string
	Said []string
}

// apartIn gathers what the claims of an incident differ over, with how many say what.
func (s *site) apartIn(rows []claimRow) []apart {
	var out []apart
	for _, x := range []struct {
		what   string
		differ func(r *claimRow) bool
		say    func(r *claimRow) string
	}{
		{"Killed", func(r *claimRow) bool { return r.OtherKilled }, func(r *claimRow) string { return claimedWords(r.Killed) }},
		{"Injured", func(r *claimRow) bool { return r.OtherInjured }, func(r *claimRow) string { return claimedWords(r.Injured) }},
		{"When", func(r *claimRow) bool { return r.OtherWhen }, func(r *claimRow) string {
			if r.When.IsZero() {
				return ""
			}
			return whenWords(r.When)
		}},
		{"Where", func(r *claimRow) bool { return r.OtherWhere }, func(r *claimRow) string {
			if r.Place.IsZero() {
				return ""
			}
			return s.whereWords(r.Place)
		}},
		{"Kind", func(r *claimRow) bool { return r.OtherKind }, func(r *claimRow) string { return eventWords(r.Event) }},
		{"Parties", func(r *claimRow) bool { return r.OtherParties }, func(r *claimRow) string { return actorWords(r.Actors) }},
		{"Denied by", func(r *claimRow) bool { return r.Denies }, nil},
	} {
		a := apart{What: x.what}
		n := map[string]int{}
		differ := false
		for k := range rows {
			r := &rows[k]
			if r.Rejected() {
				continue
			}
			d := x.differ(r)
			differ = differ || d
			said := ""
			switch {
			case x.say != nil:
				said = x.say(r)
			case d:
				said = r.Who
			}
			if said = plainText(cut(80, said)); said != "" {
				if n[said] == 0 {
					a.Said = append(a.Said, said)
				}
				n[said]++
			}
		}
		if !differ {
			continue
		}
		for k, said := range a.Said {
			if n[said] > 1 {
				a.Said[k] += " (" + number(n[said]) + ")"
			}
		}
		a.Said = a.Said[:min(len(a.Said), 12)]
		out = append(out, a)
	}
	return out
}

func actorWords(actors []isnad.Actor) string {
	var out []string
	for _, a := range actors[:min(len(actors), 6)] {
		out = append(out, a.Name)
	}
	return strings.Join(out, ", ")
}
