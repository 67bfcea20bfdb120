package pipeline

import (
	"context"
	"errors"
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
		if len(fresh) == 0 && len(j.Incidents) == 0 {
			return nil
		}
		near, err := tx.ClaimsAround(blocks)
		if err != nil {
			return fmt.Errorf("getting the claims around: %w", err)
		}
		groups, err := p.group(tx, j, fresh, near)
		if err != nil {
			return err
		}
		done.Claims, done.Incidents = len(fresh), len(groups)
		return p.put(tx, groups)
	})
	return done, err
}

// group is the incidents that change: by claims that are fresh, by what people
// decided about those near them, and those that the step names.
func (p *Pipeline) group(tx *store.Tx, j *store.Job, fresh, near []isnad.Claim) ([]group, error) {
	known, err := p.withPinned(tx, j, fresh, near)
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(fresh)+len(known))
	for i := range fresh {
		ids = append(ids, fresh[i].ID)
	}
	for i := range known {
		ids = append(ids, known[i].ID)
	}
	pins, err := tx.Pins(ids, nil)
	if err != nil {
		return nil, err
	}
	for i := range known { // what an act that was undone had moved goes back
		c := &known[i]
		if to := j.Moves[c.ID]; to != "" && pins[c.ID] == "" {
			pins[c.ID] = to
		}
	}
	var failed error
	groups := reconcile.AssignPinned(fresh, groupsOf(known), reconcile.Pins{Of: pins, Taken: func(id string) bool {
		taken, err := tx.IncidentNames([]string{id})
		failed = errors.Join(failed, err)
		return taken[id] // after a failure nothing is written
	}})
	if failed != nil {
		return nil, failed
	}
	have := map[string]bool{}
	for _, g := range groups {
		have[g.ID] = true
	}
	stand := groupsOf(known)
	for _, id := range j.Incidents {
		if have[id] {
			continue
		}
		have[id] = true
		g := group{ID: id} // without claims it is deleted
		if n := slices.IndexFunc(stand, func(g group) bool { return g.ID == id }); n >= 0 {
			g = stand[n]
		}
		groups = append(groups, g)
	}
	return groups, nil
}

// withPinned adds to the claims near those of the incidents that people put one
// of the claims into, and of those that the step names.
func (p *Pipeline) withPinned(tx *store.Tx, j *store.Job, fresh, near []isnad.Claim) ([]isnad.Claim, error) {
	var ids []string
	for _, list := range [][]isnad.Claim{fresh, near} {
		for i := range list {
			ids = append(ids, list[i].ID)
		}
	}
	for id := range j.Moves {
		ids = append(ids, id)
	}
	pins, err := tx.Pins(ids, j.Incidents)
	if err != nil {
		return nil, err
	}
	if len(pins) == 0 && len(j.Incidents) == 0 && len(j.Moves) == 0 {
		return near, nil
	}
	incidents := slices.Clone(j.Incidents)
	for i := range near {
		incidents = append(incidents, near[i].Incident)
	}
	var pinned []string
	for claim, id := range pins {
		incidents = append(incidents, id)
		pinned = append(pinned, claim)
	}
	for claim, id := range j.Moves {
		incidents = append(incidents, id)
		pinned = append(pinned, claim)
	}
	// A pinned claim may still be in an incident that nothing here names.
	in, err := tx.IncidentsOf(pinned)
	if err != nil {
		return nil, err
	}
	claims, err := tx.ClaimsOf(nil, append(incidents, in...))
	if err != nil {
		return nil, fmt.Errorf("getting the claims of incidents: %w", err)
	}
	return claims, nil
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

func (p *Pipeline) put(tx *store.Tx, groups []group) error {
	if err := p.spread(tx, groups); err != nil {
		return err
	}
	var reports, ids []string
	for _, g := range groups {
		ids = append(ids, g.ID)
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
	verdicts, err := tx.Verdicts(ids)
	if err != nil {
		return err
	}
	for _, g := range groups {
		incident := reconcile.Sum(g, func(report string) (id, name string) {
			o := outlets[report]
			return o[0], o[1]
		}, func(report string) []isnad.Citation { return copies[report] })
		if len(g.Claims) > 0 && !slices.ContainsFunc(g.Claims, func(c isnad.Claim) bool { return c.Review != isnad.Rejected }) {
			incident.Review = isnad.Rejected // people rejected all that tells of it
		}
		if err := overlay(&incident, verdicts[g.ID]); err != nil {
			return err
		}
		if err := tx.PutIncident(incident); err != nil {
			return fmt.Errorf("recording incident %s: %w", g.ID, err)
		}
	}
	return nil
}

type group = reconcile.Group

// groupsOf gathers claims by their incident, in the order of first sight.
func groupsOf(claims []isnad.Claim) []group {
	var out []group
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
			out = append(out, group{ID: id})
		}
		out[n].Claims = append(out[n].Claims, claims[i])
	}
	return out
}
