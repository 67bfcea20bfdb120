package site

import (
	"fmt"
	"slices"
	"strconv"

	"isnad"
)

// outcomes are what may be counted, in the order they are shown.
var outcomes = []isnad.Outcome{isnad.Killed, isnad.Injured, isnad.Casualties, isnad.Missing, isnad.Detained, isnad.Displaced}

// scopes are what a count may cover.
var scopes = []isnad.Scope{isnad.ScopeIncident, isnad.ScopeRunning, isnad.ScopePeriod}

// setCounts reads the rows of single counts. A row left as it was keeps all that
// the text gave; one without a figure goes.
func setCounts(out, was *isnad.Claim, now, f fields) string {
	counts, of := []isnad.Count{}, map[int]int{} // rows → counts
	parts := map[int]string{}                    // counts → rows
	for _, i := range f.rows("c", "figure") {
		p := fmt.Sprintf("c%d-", i)
		if f[p+"figure"] == "" {
			continue
		}
		var n isnad.Count
		if k, err := strconv.Atoi(f[p+"was"]); err == nil && k >= 0 && k < len(was.Counts) {
			n = was.Counts[k]
		}
		if f[p+"figure"] != now[p+"figure"] || f[p+"was"] != now[p+"was"] {
			r, err := readFigure(f[p+"figure"])
			if err != nil {
				return fmt.Sprintf("count %d: %v", i+1, err)
			}
			n.Min, n.Max, n.Qualifier = r.Min, r.Max, qualifierOf(r)
			n.Words, n.Span = "", isnad.Span{} // another number than the words give
		}
		n.Outcome, n.Category, n.Scope = isnad.Outcome(f[p+"outcome"]), isnad.Category(f[p+"category"]), isnad.Scope(f[p+"scope"])
		if n.Category == "" {
			n.Category = isnad.CategoryAll
		}
		if n.Scope == "" {
			n.Scope = isnad.ScopeIncident
		}
		if !slices.Contains(outcomes, n.Outcome) || n.Category != isnad.CategoryAll && !slices.Contains(categories, n.Category) || !slices.Contains(scopes, n.Scope) {
			return fmt.Sprintf("count %d: choose what was counted", i+1)
		}
		n.SubsetOf = nil
		if f[p+"part"] != "" {
			parts[len(counts)] = f[p+"part"]
		}
		of[i] = len(counts)
		counts = append(counts, n)
	}
	for k, row := range parts {
		i, err := strconv.Atoi(row)
		whole, ok := of[i]
		if err != nil {
			return "a count is part of another one"
		}
		if ok && whole != k { // a part of what is gone stands alone
			counts[k].SubsetOf = &whole
		}
	}
	out.Counts = counts
	return ""
}

// followFigures makes the single counts that gave a figure follow it where a
// person corrected the figure alone, and so the numbers by group: otherwise the
// claim would say two things.
func followFigures(was, out *isnad.Claim, victimsSet bool) {
	for _, x := range []struct {
		outcome  isnad.Outcome
		was, now *isnad.Range
	}{{isnad.Killed, was.Killed, out.Killed}, {isnad.Injured, was.Injured, out.Injured}, {isnad.Casualties, was.Casualties, out.Casualties}} {
		if x.was == nil || x.now == nil || claimedWords(x.was) == claimedWords(x.now) {
			continue
		}
		for i, n := range was.Counts {
			if n.Outcome != x.outcome || n.SubsetOf != nil || n.Scope != isnad.ScopeIncident && n.Scope != "" || !sameBounds(n.Min, x.was.Min) || !sameBounds(n.Max, x.was.Max) {
				continue
			}
			out.Counts = slices.Clone(out.Counts)
			c := &out.Counts[i]
			c.Min, c.Max, c.Qualifier, c.Words, c.Span = x.now.Min, x.now.Max, qualifierOf(x.now), "", isnad.Span{}
			if v, ok := was.Victims[n.Category]; ok && !victimsSet && v == x.was.Low() && x.now.Low() > 0 {
				victims := map[isnad.Category]int{}
				for k, m := range out.Victims {
					victims[k] = m
				}
				victims[n.Category] = x.now.Low()
				out.Victims = victims
			}
		}
	}
}

func sameBounds(a, b *int) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
