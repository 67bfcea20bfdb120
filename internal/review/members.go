package review

import (
	"cmp"
	"slices"

	"isnad"
)

// Membership is what people decided about incidents.
type Membership struct {
	Pins   map[string]string  // Claim ID → ID of the incident that it belongs to
	GoesTo map[string]string  // Incident ID → ID of the incident that it is now, at the end of all mergers
	Said   map[string]Verdict // Incident ID → what people said of it, of those that were merged into it too
}

// Verdict is what people said of an incident as a whole.
type Verdict struct {
	Confirmed bool          `json:"confirmed,omitempty"`
	Grading   isnad.Grading `json:"grading,omitempty"` // "" where nobody graded it

	Status isnad.StrikeStatus `json:"strike_status,omitempty"` // "" where nobody said
	Parted []string           `json:"parted,omitempty"`        // IDs of incidents that people split it from or say are related: not the same, whatever a machine finds

	isnad.Decision
}

// Members gives the incidents of claims as people decided, from all acts that
// bear on each other, in the order of their numbers. Where acts differ, the one
// that came to hold last counts.
func Members(acts []isnad.Act) Membership {
	m := Membership{Pins: map[string]string{}, GoesTo: map[string]string{}, Said: map[string]Verdict{}}
	st := sift(acts)
	for i := range st.held {
		m.apply(&st.held[i])
	}
	for id := range m.GoesTo {
		m.GoesTo[id] = m.now(id)
	}
	for id, p := range m.Pins {
		m.Pins[id] = m.now(p)
	}
	for id, v := range m.Said {
		v.Related, v.Parted = m.others(v.Related, id), m.others(v.Parted, id)
		m.Said[id] = v
	}
	m.note(acts, &st)
	return m
}

// now is the incident that id is now. Each merger leads from an incident that
// led nowhere to another that led nowhere, so there is an end.
func (m *Membership) now(id string) string {
	for m.GoesTo[id] != "" {
		id = m.GoesTo[id]
	}
	return id
}

func (m *Membership) apply(h *held) {
	if !h.Kind.OfIncident() {
		return
	}
	about := m.now(h.About)
	stay := about
	moved := about
	switch h.Kind {
	case isnad.ActSplitIncident:
		moved = m.now(h.Into)
		m.part(about, moved, false)
	case isnad.ActRelateIncidents:
		m.relate(h, about, m.now(h.Into))
		return
	case isnad.ActMergeIncidents:
		stay = m.now(h.Into)
		if stay != about {
			m.GoesTo[about] = stay
			m.join(about, stay)
		}
	}
	for i := range h.Claims {
		id := h.Claims[i].ID
		if slices.Contains(h.Moved, id) {
			m.Pins[id] = moved
		} else {
			m.Pins[id] = stay
		}
	}
	v := m.Said[stay]
	switch h.Kind {
	case isnad.ActConfirmIncident:
		v.Confirmed = true
	case isnad.ActGradeIncident:
		v.Grading = cmp.Or(h.Grading, v.Grading)
		v.Status = cmp.Or(h.Status, v.Status)
	}
	v.hold(h)
	m.Said[stay] = v
}

// relate keeps the claims of two incidents apart, each where it was.
func (m *Membership) relate(h *held, about, other string) {
	for i := range h.Claims {
		c := &h.Claims[i]
		m.Pins[c.ID] = about
		if m.now(c.Incident) == other {
			m.Pins[c.ID] = other
		}
	}
	m.part(about, other, true)
	for _, id := range []string{about, other} {
		v := m.Said[id]
		v.hold(h)
		m.Said[id] = v
	}
}

// part notes that two incidents are not the same.
func (m *Membership) part(a, b string, related bool) {
	for _, x := range [][2]string{{a, b}, {b, a}} {
		v := m.Said[x[0]]
		v.Parted = append(slices.Clone(v.Parted), x[1])
		if related {
			v.Related = append(slices.Clone(v.Related), x[1])
		}
		m.Said[x[0]] = v
	}
}

// others are the incidents that these are now, each once, without id itself.
func (m *Membership) others(list []string, id string) []string {
	var out []string
	for _, x := range list {
		if x = m.now(x); x != id && !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

func (v *Verdict) hold(h *held) {
	v.Act, v.Kind, v.Person, v.Name, v.Time, v.Seconds = h.ID, h.Kind, h.Person, h.Name, h.Time, h.seconds
}

// join makes what was said of one incident be said of the one it was merged
// into. What people said of that one itself goes before.
func (m *Membership) join(from, into string) {
	a, b := m.Said[from], m.Said[into]
	b.Confirmed = b.Confirmed || a.Confirmed
	if b.Grading == "" {
		b.Grading = a.Grading
	}
	if b.Status == "" {
		b.Status = a.Status
	}
	b.Related = append(slices.Clone(b.Related), a.Related...)
	b.Parted = append(slices.Clone(b.Parted), a.Parted...)
	m.Said[into] = b
	delete(m.Said, from)
}

// note adds to each incident its last act and the acts that wait.
func (m *Membership) note(acts []isnad.Act, st *standing) {
	subject := map[string]*isnad.Act{}
	for i := range acts {
		a := &acts[i]
		of := a
		if ofAct(a.Kind) {
			if of = subject[a.Of]; of == nil {
				continue
			}
		}
		subject[a.ID] = of
		if !of.Kind.OfIncident() {
			continue
		}
		waits := slices.ContainsFunc(st.waiting, func(w *isnad.Act) bool { return w.ID == a.ID })
		for _, id := range slices.Compact([]string{of.About, of.Into}) {
			if id == "" {
				continue
			}
			id = m.now(id)
			v := m.Said[id]
			v.Last = a.ID
			if waits && !slices.Contains(v.Waiting, a.ID) {
				v.Waiting = append(v.Waiting, a.ID)
			}
			m.Said[id] = v
		}
	}
}

// Overlay puts what people said of an incident over what the machine made of it.
func (v *Verdict) Overlay(i *isnad.Incident) {
	if v.Confirmed {
		i.Review = isnad.Confirmed
	}
	if v.Grading != "" {
		i.Grading, i.GradingReason = v.Grading, isnad.Reason{Rule: isnad.RulePerson}
	}
	if v.Status != "" {
		i.Status, i.StatusReason = v.Status, isnad.Reason{Rule: isnad.RulePerson}
	}
	d := v.Decision
	i.Decision = &d
}
