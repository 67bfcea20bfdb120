package pipeline

import (
	"context"
	"fmt"
	"slices"

	"isnad"
	"isnad/internal/reconcile"
	"isnad/internal/store"
)

// reconcile puts the claims of the job's reports into incidents. It reads and
// writes in one transaction, and one such step runs at a time, so that two
// reports of one incident that arrive together do not make two incidents.
func (p *Pipeline) reconcile(ctx context.Context, j *store.Job) (done Done, err error) {
	err = j.Complete(ctx, func(tx *store.Tx) error {
		done = Done{Reports: len(j.Reports)}
		if err := tx.LockIncidents(); err != nil {
			return err
		}
		all, err := tx.ClaimsOf(j.Reports, nil)
		if err != nil {
			return fmt.Errorf("getting the claims: %w", err)
		}
		var fresh []isnad.Claim
		var blocks []store.Block
		for i := range all {
			if all[i].Incident == "" {
				fresh = append(fresh, all[i])
				blocks = append(blocks, store.Block(reconcile.BlockOf(&all[i])))
			}
		}
		if len(fresh) == 0 {
			return nil
		}
		near, err := tx.ClaimsAround(blocks)
		if err != nil {
			return fmt.Errorf("getting the claims around: %w", err)
		}
		groups := reconcile.Assign(fresh, groupsOf(near))
		done.Claims, done.Incidents = len(fresh), len(groups)
		return p.put(tx, groups)
	})
	return done, err
}

// sumAgain sums up incidents anew from the claims they have now.
func (p *Pipeline) sumAgain(tx *store.Tx, incidents []string) error {
	if err := tx.LockIncidents(); err != nil {
		return err
	}
	slices.Sort(incidents)
	incidents = slices.Compact(incidents)
	claims, err := tx.ClaimsOf(nil, incidents)
	if err != nil {
		return fmt.Errorf("getting the claims of incidents: %w", err)
	}
	groups := groupsOf(claims)
	have := map[string]bool{}
	for _, g := range groups {
		have[g.ID] = true
	}
	for _, id := range incidents {
		if !have[id] { // it lost its last claim
			if err := tx.PutIncident(isnad.Incident{ID: id}); err != nil {
				return err
			}
		}
	}
	return p.put(tx, groups)
}

func (p *Pipeline) put(tx *store.Tx, groups []reconcile.Group) error {
	var reports []string
	for _, g := range groups {
		for i := range g.Claims {
			reports = append(reports, g.Claims[i].Report)
		}
	}
	slices.Sort(reports)
	reports = slices.Compact(reports)
	outlets, err := tx.Outlets(reports)
	if err != nil {
		return fmt.Errorf("getting the outlets: %w", err)
	}
	copies, err := tx.Copies(reports)
	if err != nil {
		return fmt.Errorf("getting whom they copy: %w", err)
	}
	for _, g := range groups {
		incident := reconcile.Sum(g, func(report string) (id, name string) {
			o := outlets[report]
			return o[0], o[1]
		}, func(report string) []isnad.Citation { return copies[report] })
		if err := tx.PutIncident(incident); err != nil {
			return fmt.Errorf("recording incident %s: %w", g.ID, err)
		}
	}
	return nil
}

// groupsOf gathers claims by their incident, in the order of first sight.
func groupsOf(claims []isnad.Claim) []reconcile.Group {
	var out []reconcile.Group
	at := map[string]int{}
	for i := range claims {
		id := claims[i].Incident
		if id == "" {
			continue
		}
		n, seen := at[id]
		if !seen {
			n = len(out)
			at[id] = n
			out = append(out, reconcile.Group{ID: id})
		}
		out[n].Claims = append(out[n].Claims, claims[i])
	}
	return out
}
