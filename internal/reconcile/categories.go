package reconcile

import (
	"slices"

	"isnad"
)

// counted are the categories that figures are kept of, in the order they are shown.
var counted = []isnad.Category{
	isnad.CategoryCivilians, isnad.CategoryChildren, isnad.CategoryWomen, isnad.CategoryMen,
	isnad.CategoryCombatants, isnad.CategoryMedics, isnad.CategoryJournalists, isnad.CategoryAidWorkers,
}

// categories are the figures of one claim by category. A category that is
// counted twice ("two children in one house, three in the next") is a range, for
// nothing is added up; a number that is part of another of its own category is
// left out, as is one over a longer time or a wider area, and people of whom the
// claim does not say whether they were killed or injured.
func categories(c *isnad.Claim) []isnad.CategoryFigures {
	var out []isnad.CategoryFigures
	for _, category := range counted {
		f := isnad.CategoryFigures{Category: category}
		for i := range c.Counts {
			n := &c.Counts[i]
			if n.Category != category || n.Scope != isnad.ScopeIncident && n.Scope != "" || partOfSame(c.Counts, i) {
				continue
			}
			r := sound(&isnad.Range{Min: n.Min, Max: n.Max})
			switch n.Outcome {
			case isnad.Killed:
				f.Killed = f.Killed.Add(r)
			case isnad.Injured:
				f.Injured = f.Injured.Add(r)
			}
		}
		if len(c.Counts) == 0 {
			f = fromVictims(c, category)
		}
		if f.Killed.Known || f.Injured.Known {
			out = append(out, f)
		}
	}
	return out
}

// partOfSame tells whether count i is a part of another of the same category and outcome.
func partOfSame(counts []isnad.Count, i int) bool {
	n := counts[i]
	if n.SubsetOf == nil || *n.SubsetOf < 0 || *n.SubsetOf >= len(counts) || *n.SubsetOf == i {
		return false
	}
	whole := counts[*n.SubsetOf]
	return whole.Category == n.Category && whole.Outcome == n.Outcome && (whole.Min != nil || whole.Max != nil)
}

// fromVictims is what a claim without counts says of a category: its lower bound
// among the killed, or among the injured where no one was killed.
func fromVictims(c *isnad.Claim, category isnad.Category) isnad.CategoryFigures {
	f := isnad.CategoryFigures{Category: category}
	n, ok := c.Victims[category]
	if !ok {
		return f
	}
	r := sound(&isnad.Range{Min: &n})
	if c.Killed.High() > 0 {
		f.Killed = f.Killed.Add(r)
	} else if c.Injured.High() > 0 {
		f.Injured = f.Injured.Add(r)
	}
	return f
}

// joinCategories widens each category of a by that of b, in the order of counted.
func joinCategories(a, b []isnad.CategoryFigures) []isnad.CategoryFigures {
	if len(b) == 0 {
		return a
	}
	out := slices.Clone(a)
	for _, f := range b {
		at := slices.IndexFunc(out, func(g isnad.CategoryFigures) bool { return g.Category == f.Category })
		if at < 0 {
			out = append(out, f)
			continue
		}
		out[at].Killed = join(out[at].Killed, f.Killed)
		out[at].Injured = join(out[at].Injured, f.Injured)
	}
	slices.SortFunc(out, func(x, y isnad.CategoryFigures) int {
		return slices.Index(counted, x.Category) - slices.Index(counted, y.Category)
	})
	return out
}
