package casework

import (
	"slices"
	"time"

	"isnad"
)

// Report is what a year of cases comes to: the figures of DSA art. 15 and 24.
type Report struct {
	Year  int          `json:"year"` // 0 for all years
	Kinds []KindReport `json:"kinds"`
	All   KindReport   `json:"all"`
}

// KindReport counts the cases of one kind that were received in the year.
type KindReport struct {
	Kind     isnad.CaseKind            `json:"kind,omitempty"` // empty: of all kinds
	Received int                       `json:"received"`
	Open     int                       `json:"open"` // not decided and not withdrawn
	Outcomes map[isnad.CaseOutcome]int `json:"outcomes"`
	Effects  map[isnad.Effect]int      `json:"effects"` // of the last decisions
	Appealed int                       `json:"appealed"`
	// Median days; -1 where there is none to count.
	ToDecide   float64 `json:"median_days_to_decide"` // from receipt to the last decision, where acts are given to the first
	ToCarryOut float64 `json:"median_days_to_carry_out"`
}

// Figures counts the cases that were received in a year of UTC, or in all years for
// year 0. Cases may come without their acts.
func Figures(cases []isnad.Case, year int) Report {
	rep := Report{Year: year}
	var in []isnad.Case
	for _, c := range cases {
		if year == 0 || c.Opened.UTC().Year() == year {
			in = append(in, c)
		}
	}
	for _, k := range isnad.CaseKinds() {
		rep.Kinds = append(rep.Kinds, count(k, in))
	}
	rep.All = count("", in)
	return rep
}

func count(k isnad.CaseKind, cases []isnad.Case) KindReport {
	out := KindReport{Kind: k, Outcomes: map[isnad.CaseOutcome]int{}, Effects: map[isnad.Effect]int{}}
	var decide, carry []float64
	for i := range cases {
		c := &cases[i]
		if k != "" && c.Kind != k {
			continue
		}
		out.Received++
		if c.Decision == "" {
			out.Open++
		} else {
			out.Outcomes[c.Decision]++
		}
		if c.Ruling != nil && c.Ruling.Effect != "" {
			out.Effects[c.Ruling.Effect]++
		}
		if c.Appeals > 0 {
			out.Appealed++
		}
		if at := firstDecided(c); !at.IsZero() {
			decide = append(decide, at.Sub(c.Opened).Hours()/24)
		}
		if !c.CarriedOut.IsZero() && !c.Decided.IsZero() && !c.CarriedOut.Before(c.Decided) {
			carry = append(carry, c.CarriedOut.Sub(c.Decided).Hours()/24)
		}
	}
	out.ToDecide, out.ToCarryOut = median(decide), median(carry)
	return out
}

func firstDecided(c *isnad.Case) time.Time {
	for _, a := range c.Acts {
		if a.Kind == isnad.CaseDecide {
			return a.Time
		}
	}
	return c.Decided
}

func median(x []float64) float64 {
	if len(x) == 0 {
		return -1
	}
	slices.Sort(x)
	if n := len(x); n%2 == 0 {
		return (x[n/2-1] + x[n/2]) / 2
	}
	return x[len(x)/2]
}
