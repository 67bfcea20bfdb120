package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"isnad"
	"isnad/internal/reconcile"
	"isnad/internal/review"
	"isnad/internal/store"
)

const (
	similarBlocks = 4  // areas and times that incidents near one are looked for in
	similarNear   = 40 // incidents looked at in each
	similarMost   = 10 // suggested for one
)

// Similar gives for each of these incidents those that nearly joined it, the most
// alike first, at most ten. Incidents that people parted or linked are not
// suggested for each other. Those that are not there are left out.
func (p *Pipeline) Similar(ctx context.Context, incidents []string) (map[string][]reconcile.Nearby, error) {
	own, err := p.Store.Near(ctx, incidents, nil, 0)
	if err != nil {
		return nil, fmt.Errorf("finding similar incidents: %w", err)
	}
	groups := groupsOf(own.Claims)
	var blocks []store.Block
	for _, g := range groups {
		blocks = append(blocks, blocksOf(g.Claims)...)
	}
	all, err := p.Store.Near(ctx, incidents, blocks, similarNear)
	if err != nil {
		return nil, fmt.Errorf("finding similar incidents: %w", err)
	}
	around := groupsOf(all.Claims)
	out := map[string][]reconcile.Nearby{}
	for _, g := range groups {
		parted := map[string]bool{}
		if doc := all.Verdicts[g.ID].Doc; doc != "" {
			var v review.Verdict
			if err := json.Unmarshal([]byte(doc), &v); err != nil {
				return nil, fmt.Errorf("what people said of incident %s: %w", g.ID, err)
			}
			for _, id := range v.Parted {
				parted[id] = true
			}
		}
		others := slices.DeleteFunc(slices.Clone(around), func(o group) bool { return parted[o.ID] })
		if near := reconcile.Near(g, others, similarMost); len(near) > 0 {
			out[g.ID] = near
		}
	}
	return out, nil
}

// blocksOf are a few different places and times that claims of an incident give.
func blocksOf(claims []isnad.Claim) []store.Block {
	type key struct {
		from, to          isnad.Day
		country, province string
		lat, lon          float64
	}
	seen := map[key]bool{}
	var out []store.Block
	for i := range claims {
		b := store.Block(reconcile.BlockOf(&claims[i]))
		k := key{b.From, b.To, b.Country, b.Province, b.MinLat, b.MinLon}
		if !seen[k] && len(out) < similarBlocks {
			seen[k] = true
			out = append(out, b)
		}
	}
	return out
}
