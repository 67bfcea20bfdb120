package site

import (
	"strconv"
	"strings"

	"isnad"
)

// number writes n with commas between thousands.
func number(n int) string {
	s := strconv.Itoa(n)
	neg := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	if neg {
		return "−" + s
	}
	return s
}

// rangeWords writes bounds: "14", "14–41"; empty when nobody gave a figure.
func rangeWords(b isnad.Bounds) string {
	switch {
	case !b.Known:
		return ""
	case b.Low == b.High:
		return number(b.Low)
	}
	return number(b.Low) + "–" + number(b.High)
}

// claimedWords writes what one claim says: "at least 14", "14 to 20".
func claimedWords(r *isnad.Range) string {
	switch {
	case r == nil || r.Min == nil && r.Max == nil:
		return ""
	case r.Min == nil:
		return "up to " + number(*r.Max)
	case r.Max == nil:
		return "at least " + number(*r.Min)
	}
	s := rangeWords(isnad.Bounds{Low: *r.Min, High: *r.Max, Known: true})
	if r.Approx {
		s = "about " + s
	}
	return s
}

// plural writes "1 source", "5 sources".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// figuresWords is the sentence on an incident's figures and who stands behind
// them: "14–41 killed and 40 injured, as claimed by 5 sources".
func figuresWords(i isnad.Incident) string {
	var said []string
	if i.Killed.Known {
		said = append(said, rangeWords(i.Killed)+" killed")
	}
	if i.Injured.Known {
		said = append(said, rangeWords(i.Injured)+" injured")
	}
	n := len(i.BySource)
	by := plural(n, "source", "sources")
	switch {
	case len(said) == 0 && n == 0:
		return "no figures claimed"
	case len(said) == 0:
		return "reported by " + by + ", without figures"
	case n == 0:
		return strings.Join(said, " and ") + ", as claimed"
	}
	return strings.Join(said, " and ") + ", as claimed by " + by
}

// spreadWords says how many stand behind an incident: through how many outlets,
// and how many do not draw on each other.
// figureWords writes a figure as claimed: "14 killed".
func figureWords(f isnad.Figure) string {
	n := number(f.Low)
	if f.High != f.Low {
		n += "–" + number(f.High)
	}
	return n + " " + outcomeWords(f.Outcome)
}

func spreadWords(i isnad.Incident) string {
	s := "Carried by " + plural(i.Outlets, "outlet", "outlets")
	if i.Origins > 0 {
		s += "; " + plural(i.Origins, "independent origin", "independent origins")
	}
	return s + "."
}

// countWords writes one count of a claim: "at least 4 killed, children".
func countWords(c isnad.Count) string {
	words := strings.TrimSpace(c.Words)
	if words == "" {
		words = claimedWords(&isnad.Range{Min: c.Min, Max: c.Max})
	}
	s := cut(80, words)
	if o := outcomeWords(c.Outcome); !strings.Contains(strings.ToLower(words), o) { // not "nobody was killed killed"
		s += " " + o
	}
	if w := categoryWords(c.Category); w != "" {
		s += " (" + w + ")"
	}
	switch c.Scope {
	case isnad.ScopeRunning:
		s += ", a running toll"
	case isnad.ScopePeriod:
		s += ", over a longer time"
	}
	return s
}
