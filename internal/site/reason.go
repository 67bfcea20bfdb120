package site

import (
	"net/url"
	"strconv"

	"isnad"
	"isnad/internal/export"
)

// reasonBit is a piece of the sentence on why an incident has its status or
// grading: words, or who makes a claim with a link to its passage.
type reasonBit struct {
	Text, Href string
	Name       bool
}

// because is why, as a sentence; empty where no reason is known.
func because(r isnad.Reason, rows []sourceRow) []reasonBit {
	type claim struct {
		export.Claimant
		href string
	}
	known := map[string]claim{}
	for _, row := range rows {
		for _, id := range row.SourceFigures.Claims {
			known[id] = claim{Claimant: export.Claimant{Name: cut(100, oneLine(row.Display))}}
		}
		for _, s := range row.Said {
			c := known[s.ID]
			c.href = "/reports/" + url.PathEscape(s.Report) + "/v/" + strconv.Itoa(s.Version) + "#" + url.PathEscape(s.ID)
			for _, a := range s.Actors {
				if a.ID != "" {
					c.Parties = append(c.Parties, a.Name)
				}
			}
			known[s.ID] = c
		}
	}
	var out []reasonBit
	for _, b := range export.Because(r, func(id string) (export.Claimant, bool) { c, ok := known[id]; return c.Claimant, ok }) {
		out = append(out, reasonBit{Text: b.Text, Href: known[b.Claim].href, Name: b.Name})
	}
	return out
}
