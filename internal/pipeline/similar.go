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
	maxParted     = 50 // of those found that people parted from it before
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
	out := map[string][]reconcile.Nearby{}
	for id, near := range reconcile.Near(incidents, groupsOf(all.Claims), similarMost+maxParted) {
		parted, err := partedFrom(id, all.Verdicts[id])
		if err != nil {
			return nil, err
		}
		near = slices.DeleteFunc(near, func(x reconcile.Nearby) bool { return slices.Contains(parted, x.ID) })
		if near = near[:min(len(near), similarMost)]; len(near) > 0 {
			out[id] = near
		}
	}
	return out, nil
}

// partedFrom is the incidents that people said an incident is not the same as.
func partedFrom(id string, said store.Verdict) ([]string, error) {
	if said.Doc == "" {
		return nil, nil
	}
	var v review.Verdict
	if err := json.Unmarshal([]byte(said.Doc), &v); err != nil {
		return nil, fmt.Errorf("what people said of incident %s: %w", id, err)
	}
	return v.Parted, nil
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
