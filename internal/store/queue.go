package store

import (
	"context"
	"encoding/json"
	"fmt"

	"isnad"
)

// Stands of an incident in the queue, for IncidentQuery.Stand.
const (
	StandOpen      = "open"      // a person is to look at it
	StandConfirmed = "confirmed" // a person confirmed it
	StandSecond    = "second"    // an act about it waits for a second person
)

// queueRow is what the queue sorts incidents by: review, open, paired, harm,
// apart, origins.
//
//   - open: nobody confirmed or rejected it, or an act waits for a second person
//   - harm: the people it is claimed to have killed fourfold, and those injured
//   - apart: those first whose claimants contradict each other over who did it or
//     whether anybody was harmed; then by how far their figures lie apart, counted
//     as for harm
func queueRow(i *isnad.Incident) []any {
	paired := i.Decision != nil && len(i.Decision.Waiting) > 0
	open := paired || i.Review != isnad.Confirmed && i.Review != isnad.Rejected
	apart := 4*(figure(i.Killed.High)-figure(i.Killed.Low)) + figure(i.Injured.High) - figure(i.Injured.Low)
	if i.Status == isnad.StrikeContested || i.Grading == isnad.GradeContested {
		apart += 10_000_000_000 // more than all figures together
	}
	return []any{short(string(i.Review)), bit(open), bit(paired), 4*figure(i.Killed.High) + figure(i.Injured.High), apart, figure(i.Origins)}
}

// stand adds the condition for a stand in the queue.
func (w *conditions) stand(s string) error {
	switch s {
	case "":
	case StandOpen:
		w.add("i.open = 1")
	case StandConfirmed:
		w.add("i.review = ?", string(isnad.Confirmed))
	case StandSecond:
		w.add("i.paired = 1")
	default:
		return fmt.Errorf("%w: no stand %.40q", ErrQuery, s)
	}
	return nil
}

// LastAct returns the ID of the last act about an incident, "" where there is
// none. It is known as soon as the act is recorded, while Incident.Decision
// follows with the next step.
func (s *Store) LastAct(ctx context.Context, incident string) (string, error) {
	var said struct {
		Last string `json:"last"`
	}
	err := s.read(ctx, func(c *conn) error {
		doc := ""
		found, err := c.one("SELECT doc FROM decided_incidents WHERE id = ?", []any{safe(incident)}, &doc)
		if err != nil || !found {
			return err
		}
		return json.Unmarshal([]byte(doc), &said)
	})
	if err != nil {
		return "", fmt.Errorf("reading the last act about incident %q: %w", incident, err)
	}
	return said.Last, nil
}

// Pinned returns the incident of each of these claims that people assigned to one.
func (s *Store) Pinned(ctx context.Context, claims []string) (out map[string]string, err error) {
	err = s.read(ctx, func(c *conn) error {
		out, err = c.pins(claims, nil)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading which incidents people assigned: %w", err)
	}
	return out, nil
}
