package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"

	"isnad"
)

// fewSlots are those in which the parts of a split claim usually differ. All
// others are as in the claim, and each part can be edited afterwards.
var fewSlots = []string{"event", "when", "place", "killed", "injured", "casualties"}

// mostParts is how many parts the form offers.
const mostParts = 8

type splitPage struct {
	*claimPage
	Parts   []slotForm
	Ask     string
	AskAt   string
	Back    string
	Base    string
	Looking string
	More    bool
}

func (s *site) splitForm(w http.ResponseWriter, r *http.Request, me who) error {
	p, err := s.claimOf(r, me)
	if err != nil {
		return err
	}
	now := s.fieldsNow(p)
	return s.showSplit(w, r, me, http.StatusOK, &splitPage{claimPage: p, Parts: []slotForm{{F: maps.Clone(now)}, {F: maps.Clone(now)}}})
}

func (s *site) showSplit(w http.ResponseWriter, r *http.Request, me who, status int, p *splitPage) error {
	p.Back, p.Base, p.More = p.Queue.Claim(p.ID, ""), s.fieldsNow(p.claimPage).base(), len(p.Parts) < mostParts
	for i := range p.Parts {
		f := &p.Parts[i]
		f.Few, f.Prefix, f.Action, f.Part = true, fmt.Sprintf("p%d-", i), p.Queue.Claim(p.ID, "split"), i+1
		if err := s.meanings(r.Context(), f, &p.Claim, p.Report.SourceID); err != nil {
			return err
		}
	}
	return s.renderDesk(w, r, me, status, "desk-split", view{Title: "Split: " + s.claimHead(&p.Claim), Body: p})
}

// onlyFew is what was typed of a part; all else is as in the claim.
func onlyFew(typed, now fields) fields {
	out := fields{}
	for _, slot := range slotOrder {
		if slices.Contains(fewSlots, slot) {
			maps.Copy(out, typed.slot(slot))
		} else {
			maps.Copy(out, now.slot(slot))
		}
	}
	return out
}

// typedParts reads the parts of a split.
func (s *site) typedParts(r *http.Request, p *splitPage) (changed bool, err error) {
	n, err := strconv.Atoi(r.PostFormValue("parts"))
	if err != nil {
		n = 2
	}
	p.Parts = nil
	for i := range max(2, min(n, mostParts)) {
		f, conflict, err := s.typedForm(r, p.claimPage, fmt.Sprintf("p%d-", i))
		if err != nil {
			return false, tooLarge(err)
		}
		f.F = onlyFew(f.F, s.fieldsNow(p.claimPage))
		changed = changed || conflict
		p.Parts = append(p.Parts, f)
	}
	return changed, nil
}

// splitClaim says that the passage tells of several incidents.
func (s *site) splitClaim(w http.ResponseWriter, r *http.Request, me who) error {
	ctx := r.Context()
	if err := r.ParseForm(); err != nil {
		return fmt.Errorf("reading a form: %w", err)
	}
	c, err := s.claimOf(r, me)
	if err != nil {
		return err
	}
	p := &splitPage{claimPage: c}
	p.Reason = reasonOf(r)
	changed, err := s.typedParts(r, p)
	if err != nil {
		return err
	}
	if changed {
		p.Conflict = p.since(r.PostFormValue("last"))
		return s.showSplit(w, r, me, http.StatusConflict, p)
	}
	now := s.fieldsNow(c)
	switch look := r.PostFormValue("look"); {
	case look == "part" && len(p.Parts) < mostParts:
		p.Parts = append(p.Parts, slotForm{F: maps.Clone(now)})
		p.Looking = fmt.Sprintf("part-%d", len(p.Parts))
		return s.showSplit(w, r, me, http.StatusOK, p)
	case look != "":
		p.Looking = look
		return s.showSplit(w, r, me, http.StatusOK, p)
	}
	var parts []isnad.Edit
	for i := range p.Parts {
		f := &p.Parts[i]
		if s.choosePlace(f, now, &c.Claim) && p.Ask == "" {
			p.Ask, p.Looking = fmt.Sprintf("Which place is that of part %d? Choose one and save again.", i+1), fmt.Sprintf("p%d-place", i)
		}
		out, wrong, err := s.setSlots(ctx, &c.Claim, now, f.F, c.Report.SourceID)
		if err != nil {
			return err
		}
		if len(wrong) > 0 && p.Problem == "" {
			f.Wrong, p.Problem = wrong, fmt.Sprintf("Part %d. %s", i+1, wrong.words())
		}
		edit, err := isnad.EditOf(&c.Claim, &out)
		if err != nil {
			return err
		}
		parts = append(parts, edit)
	}
	if p.Problem == "" && p.Ask == "" {
		p.Problem = twice(parts)
	}
	if p.Problem == "" && p.Ask != "" {
		return s.showSplit(w, r, me, http.StatusOK, p)
	}
	if p.Problem != "" {
		return s.showSplit(w, r, me, http.StatusUnprocessableEntity, p)
	}
	act := isnad.Act{Kind: isnad.ActSplitClaim, About: p.ID, Seen: p.Seen, Parts: parts, Reason: p.Reason}
	return s.decideTyped(w, r, me, act, func(status int, problem string) error {
		now, err := s.claimOf(r, me)
		if err != nil {
			return err
		}
		now.Problem, now.Reason = problem, p.Reason
		p.claimPage = now
		if _, err := s.typedParts(r, p); err != nil {
			return err
		}
		if status == http.StatusConflict {
			now.Conflict = now.since(r.PostFormValue("last"))
		}
		return s.showSplit(w, r, me, status, p)
	})
}

// twice tells that two parts say the same, which would be one incident told twice.
func twice(parts []isnad.Edit) string {
	same := func(a, b isnad.Edit) bool {
		return maps.EqualFunc(a, b, func(x, y json.RawMessage) bool { return string(x) == string(y) })
	}
	for i := range parts {
		for j := range i {
			if same(parts[i], parts[j]) {
				return fmt.Sprintf("Parts %d and %d say the same. Change what tells them apart: the kind, the day, the place or the figures.", j+1, i+1)
			}
		}
	}
	return ""
}
