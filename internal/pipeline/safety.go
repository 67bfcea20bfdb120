package pipeline

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"isnad"
	"isnad/internal/store"
)

// Bounds of a measure.
const (
	maxMarks     = 200
	maxMarkRunes = 2000
	maxHold      = 5 * 366 * 24 * time.Hour
)

// Protect records a measure for the safety of people and puts it into force, in
// one transaction: when it returns, nothing that anybody can read shows what it
// hides. Of m are given Kind, About, the data of the kind, Reason, Person and
// Name. A measure about an incident falls on every report that tells of it, those
// that come later too. Errors wrap isnad.ErrRefused with words for the person, and
// isnad.ErrNotFound.
func (p *Pipeline) Protect(ctx context.Context, m isnad.Measure) (isnad.Measure, error) {
	id, err := drawID('m')
	if err == nil {
		m.ID, m.Time = id, now()
		err = p.protect(ctx, &m)
	}
	if err != nil {
		return isnad.Measure{}, err
	}
	return m, nil
}

// protect puts a measure with its ID and time into force.
func (p *Pipeline) protect(ctx context.Context, m *isnad.Measure) error {
	m.Lifted, m.By, m.Number = time.Time{}, "", 0
	err := checkMeasure(m)
	if err == nil {
		err = p.Store.Begin(ctx, func(tx *store.Tx) error {
			if err := lockForSafety(tx); err != nil {
				return err
			}
			reports, err := fallsOn(tx, m)
			if err != nil {
				return err
			}
			if err := tx.PutMeasure(m, append(slices.Clone(reports), m.About)); err != nil {
				return err
			}
			if m.Kind == isnad.MeasureHold {
				return p.hold(tx, reports)
			}
			return p.reapply(tx, reports)
		})
	}
	if err != nil {
		return fmt.Errorf("protecting %q: %w", m.About, err)
	}
	return nil
}

// Lift ends a measure. What it hid is read again out of the bytes received, by
// steps that are queued. by is the name of who does it, empty where its time came.
// Errors wrap isnad.ErrConflict where it was lifted before, and isnad.ErrNotFound.
func (p *Pipeline) Lift(ctx context.Context, id, by string) error {
	err := p.Store.Begin(ctx, func(tx *store.Tx) error {
		if err := lockForSafety(tx); err != nil {
			return err
		}
		_, refs, err := tx.LiftMeasure(id, by, now())
		if err != nil {
			return err
		}
		var steps []store.Step
		for _, r := range refs {
			if !strings.HasPrefix(r, "r") {
				continue
			}
			from, err := tx.Unhide(r)
			if err != nil {
				return err
			}
			for _, x := range from {
				steps = append(steps, store.Step{Kind: store.StepExtract, Capture: x.Capture, Offset: x.Place, Only: r})
			}
		}
		return tx.Queue(steps...)
	})
	if err != nil {
		return fmt.Errorf("lifting a measure: %w", err)
	}
	return nil
}

// lockForSafety keeps steps and people from writing what a measure would hide.
func lockForSafety(tx *store.Tx) error {
	return errors.Join(tx.LockEffects(), tx.LockActs(false), tx.LockIncidents())
}

// checkMeasure refuses what makes no sense.
func checkMeasure(m *isnad.Measure) error {
	refuse := func(words string) error { return fmt.Errorf("%s: %w", words, isnad.ErrRefused) }
	incident := strings.HasPrefix(m.About, "i")
	if !incident && !strings.HasPrefix(m.About, "r") {
		return refuse("a measure is about a report or an incident")
	}
	if strings.TrimSpace(m.Reason) == "" {
		return refuse("a measure needs a reason")
	}
	if len(m.Reason) > 10_000 {
		return refuse("the reason is too long")
	}
	if len(m.Marks) > maxMarks {
		return refuse(fmt.Sprintf("more than %d passages are marked", maxMarks))
	}
	for i := range m.Marks {
		k := &m.Marks[i]
		k.Words = strings.TrimSpace(k.Words)
		switch {
		case !k.Telling():
			return refuse(fmt.Sprintf("%q is too short to be blotted out", k.Words))
		case utf8.RuneCountInString(k.Words) > maxMarkRunes:
			return refuse("a marked passage is too long: mark its parts")
		}
		if !slices.Contains(isnad.MarkKinds(), k.Kind) {
			k.Kind = isnad.MarkPassage
		}
	}
	switch m.Kind {
	case isnad.MeasureRedact:
		if len(m.Marks) == 0 && !m.Addresses {
			return refuse("nothing is marked")
		}
		m.Degrees, m.Area, m.Until = 0, "", time.Time{}
	case isnad.MeasureCoarsen:
		if !(m.Degrees > 0 && m.Degrees <= 10) && !slices.Contains([]isnad.PlaceKind{isnad.KindDistrict, isnad.KindProvince, isnad.KindCountry}, m.Area) {
			return refuse("say how closely the place may be told")
		}
		m.Addresses, m.Until = false, time.Time{}
	case isnad.MeasureHold:
		m.Until = m.Until.UTC().Truncate(time.Second)
		if !m.Until.After(m.Time) || m.Until.After(m.Time.Add(maxHold)) {
			return refuse("the time must lie ahead, and no more than five years")
		}
		m.Marks, m.Degrees, m.Area, m.Addresses = nil, 0, "", false
	default:
		return refuse("there is no such measure")
	}
	return nil
}

// fallsOn is the reports that a measure falls on. To tell a place less closely its
// names are marked too: the text would tell it.
func fallsOn(tx *store.Tx, m *isnad.Measure) ([]string, error) {
	var claims []isnad.Claim
	var reports []string
	if strings.HasPrefix(m.About, "i") {
		var err error
		if claims, err = tx.ClaimsOf(nil, []string{m.About}); err != nil {
			return nil, err
		}
		for i := range claims {
			if !slices.Contains(reports, claims[i].Report) {
				reports = append(reports, claims[i].Report)
			}
		}
	} else {
		refs, err := tx.VersionsOf(m.About)
		if err != nil {
			return nil, err
		}
		if len(refs) > 0 {
			reports = []string{m.About}
		}
		if claims, err = tx.ClaimsOf(refs, nil); err != nil {
			return nil, err
		}
	}
	if len(reports) == 0 {
		return nil, fmt.Errorf("%q: %w", m.About, isnad.ErrNotFound)
	}
	if m.Area != "" {
		for _, k := range placeMarks(claims, m.Area) {
			if !slices.Contains(m.Marks, k) { // it may have them from where it was taken first
				m.Marks = append(m.Marks, k)
			}
		}
	}
	return reports, nil
}

// placeMarks is the names of the places of claims, but for those that may be told.
func placeMarks(claims []isnad.Claim, area isnad.PlaceKind) []isnad.Mark {
	var marks []isnad.Mark
	add := func(words string) {
		k := isnad.Mark{Kind: isnad.MarkPassage, Words: words}
		if k.Telling() && !slices.Contains(marks, k) && len(marks) < maxMarks {
			marks = append(marks, k)
		}
	}
	for i := range claims {
		w := &claims[i].Place
		told := w.Precision >= isnad.PlaceDistrict && area == isnad.KindDistrict ||
			w.Precision >= isnad.PlaceProvince && area == isnad.KindProvince || w.Precision >= isnad.PlaceCountry
		if !told {
			add(w.Name)
			add(w.At)
		}
	}
	return marks
}

// hold takes reports away until the hold is lifted.
func (p *Pipeline) hold(tx *store.Tx, reports []string) error {
	for _, id := range reports {
		left, err := tx.Hold(id)
		if err != nil {
			return err
		}
		if err := (&effect{p: p, tx: tx}).settle(left); err != nil {
			return err
		}
	}
	return nil
}

// LiftHolds lifts the holds whose time has come. It is called by the clock.
func (p *Pipeline) LiftHolds(ctx context.Context, now time.Time) error {
	ids, err := p.Store.HoldsOver(ctx, now)
	for _, id := range ids {
		if e := p.Lift(ctx, id, ""); !errors.Is(e, isnad.ErrConflict) { // another process was first
			err = errors.Join(err, e)
		}
	}
	return err
}

// reapply writes reports again as their measures say, and queues their reading: a
// rebuild reads the blotted text, and what it finds should stand already.
func (p *Pipeline) reapply(tx *store.Tx, reports []string) error {
	var touched []string
	versions := map[string][]store.ReportRef{}
	for _, id := range reports {
		r, err := tx.Reapply(id)
		if err != nil {
			return err
		}
		touched = append(touched, r.Touched...)
		for c, refs := range r.Versions {
			versions[c] = append(versions[c], refs...)
		}
	}
	if len(touched) > 0 {
		if err := p.sumAgain(tx, touched); err != nil {
			return err
		}
	}
	var steps []store.Step
	for _, c := range slices.Sorted(maps.Keys(versions)) {
		for refs := range slices.Chunk(versions[c], batch) {
			steps = append(steps, store.Step{Kind: store.StepAttribute, Capture: c, Reports: refs})
		}
	}
	return tx.Queue(steps...)
}

// spread has the measures on incidents fall on reports that join them. The claims
// of groups are then those that may be shown.
func (p *Pipeline) spread(tx *store.Tx, groups []group) error {
	ids := make([]string, len(groups))
	for i := range groups {
		ids[i] = groups[i].ID
	}
	on, err := tx.MeasuresOn(ids)
	if err != nil || len(on) == 0 {
		return err
	}
	fresh := map[string]bool{}
	for i := range groups {
		for _, m := range on[groups[i].ID] {
			covered, err := tx.Covered(m.ID)
			if err != nil {
				return err
			}
			var joined []string
			for k := range groups[i].Claims {
				if r := groups[i].Claims[k].Report; !covered[r] {
					joined, fresh[r] = append(joined, r), true
				}
			}
			if err := tx.CoverMeasure(m.ID, joined); err != nil {
				return err
			}
		}
	}
	shown := map[string]isnad.Claim{}
	for _, id := range slices.Sorted(maps.Keys(fresh)) {
		r, err := tx.Reapply(id)
		if err != nil {
			return err
		}
		for c, refs := range r.Versions {
			if err := tx.Queue(store.Step{Kind: store.StepAttribute, Capture: c, Reports: refs}); err != nil {
				return err
			}
			claims, err := tx.ClaimsOf(refs, nil)
			if err != nil {
				return err
			}
			for _, k := range claims {
				shown[k.ID] = k
			}
		}
	}
	for i := range groups {
		for k := range groups[i].Claims {
			if c, ok := shown[groups[i].Claims[k].ID]; ok {
				groups[i].Claims[k] = c
			}
		}
	}
	return nil
}

// Original reads a version of a report out of the bytes received, as it is before
// any measure. Who asks must be entitled, and the access be recorded before.
func (p *Pipeline) Original(ctx context.Context, report string, version int) (isnad.Report, error) {
	r, err := p.original(ctx, report, version)
	if err != nil {
		return r, fmt.Errorf("reading the original of report %q: %w", report, err)
	}
	return r, nil
}

func (p *Pipeline) original(ctx context.Context, report string, version int) (isnad.Report, error) {
	at, err := p.Store.ReadingOf(ctx, report, version)
	if err != nil {
		return isnad.Report{}, err
	}
	c, _, err := p.Store.Capture(ctx, at.Capture)
	if err != nil {
		return isnad.Report{}, err
	}
	for offset := at.Place; ; {
		res, err := p.readCapture(ctx, &c, offset, 1)
		if err != nil {
			return isnad.Report{}, err
		}
		for i := range res.Reports {
			x := res.Reports[i]
			if x.ID == report && (x.Bytes == nil || x.Bytes.Offset == at.Place) {
				x.Version = at.Version
				return x, nil
			}
		}
		if res.Next <= offset {
			return isnad.Report{}, isnad.ErrNotFound
		}
		offset = res.Next
	}
}
