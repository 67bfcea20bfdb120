package site

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"isnad"
)

type editPage struct {
	*claimPage
	Form    slotForm
	Ask     string // what the person is to choose before it is done
	Kinds   []isnad.Event
	Back    string
	Looking string // which look-up was asked for, so that the page begins there
}

func (s *site) editForm(w http.ResponseWriter, r *http.Request, me who) error {
	p, err := s.claimOf(r, me)
	if err != nil {
		return err
	}
	e := editPage{claimPage: p, Form: slotForm{F: s.fieldsNow(p)}}
	return s.showEdit(w, r, me, http.StatusOK, &e)
}

// fieldsNow is the claim of a page as its form begins.
func (s *site) fieldsNow(p *claimPage) fields {
	return fieldsOf(&p.Claim, s.auto(p.Attribution, p.Report.SourceID))
}

func (s *site) showEdit(w http.ResponseWriter, r *http.Request, me who, status int, e *editPage) error {
	e.Kinds, e.Back = isnad.Events(), e.Queue.Claim(e.ID, "")
	e.Form.Action = e.Queue.Claim(e.ID, "edit")
	e.Form.Base = s.fieldsNow(e.claimPage).base()
	if err := s.meanings(r.Context(), &e.Form, &e.Claim, e.Report.SourceID); err != nil {
		return err
	}
	return s.renderDesk(w, r, me, status, "desk-edit", view{Title: "Edit: " + s.claimHead(&e.Claim), Body: e})
}

// typedForm reads the form about a claim as it stands now. conflict tells that
// the claim changed since the form was made; what was typed then stands over what
// it is now.
func (s *site) typedForm(r *http.Request, p *claimPage, prefix string) (f slotForm, conflict bool, err error) {
	if f.F, err = typedFields(r.PostForm, prefix); err != nil {
		return f, false, err
	}
	f.Prefix = prefix
	f.FindSource = oneLine(strings.ToValidUTF8(r.PostFormValue(prefix+"find-claimant"), " "))
	f.AskedPlace = typedText(cutBytes(maxField, r.PostFormValue(prefix+"asked-place")))
	if r.PostFormValue("look") == prefix+"place" {
		f.AskedPlace = f.F["place-name"]
	}
	if r.PostFormValue("look") != prefix+"claimant" && f.F["claimant"] == "auto" {
		f.FindSource = ""
	}
	if r.PostFormValue("seen") == p.Seen {
		return f, false, nil
	}
	now := s.fieldsNow(p)
	merged, both := f.F.onto(baseFields(r.PostFormValue("base")), now)
	f.F, f.Meanwhile = merged, map[string]string{}
	for _, slot := range both {
		f.Meanwhile[slot] = first(s.slotWords(&p.Claim, slot), "nothing")
	}
	return f, true, nil
}

// choosePlace asks which place a name means where it was changed and no entry
// was chosen for it; the best is chosen beforehand.
func (s *site) choosePlace(f *slotForm, now fields, c *isnad.Claim) bool {
	name := f.F["place-name"]
	if s.o.Desk.Books == nil || name == now["place-name"] || name == "" || f.AskedPlace == name || f.F["place-id"] != now["place-id"] {
		return false
	}
	f.AskedPlace = name
	f.F["place-id"] = ""
	if all := s.o.Desk.Books.Places(cut(200, name), c.Place.Country); len(all) > 0 {
		f.F["place-id"] = all[0].ID
	}
	return true
}

// editClaim says that the passage says so, with the slots that were typed.
func (s *site) editClaim(w http.ResponseWriter, r *http.Request, me who) error {
	ctx := r.Context()
	if err := r.ParseForm(); err != nil {
		return fmt.Errorf("reading a form: %w", err)
	}
	p, err := s.claimOf(r, me)
	if err != nil {
		return err
	}
	e := editPage{claimPage: p}
	p.Reason = reasonOf(r)
	var changed bool
	if e.Form, changed, err = s.typedForm(r, p, ""); err != nil {
		return tooLarge(err)
	}
	if changed {
		p.Conflict = p.since(r.PostFormValue("last"))
		return s.showEdit(w, r, me, http.StatusConflict, &e)
	}
	if look := r.PostFormValue("look"); look != "" {
		e.Looking = look
		return s.showEdit(w, r, me, http.StatusOK, &e)
	}
	now := s.fieldsNow(p)
	if s.choosePlace(&e.Form, now, &p.Claim) {
		e.Ask, e.Looking = "Which place is that? Choose one and save again.", "place"
		return s.showEdit(w, r, me, http.StatusOK, &e)
	}
	out, wrong, err := s.setSlots(ctx, &p.Claim, now, e.Form.F, p.Report.SourceID)
	if err != nil {
		return err
	}
	if len(wrong) > 0 {
		e.Form.Wrong = wrong
		p.Problem = wrong.words()
		return s.showEdit(w, r, me, http.StatusUnprocessableEntity, &e)
	}
	edit, err := isnad.EditOf(&p.Claim, &out)
	if err != nil {
		return err
	}
	if len(edit) == 0 {
		p.Problem = "Nothing is different. To say that it is right as it is, accept it."
		return s.showEdit(w, r, me, http.StatusUnprocessableEntity, &e)
	}
	return s.decideTyped(w, r, me, isnad.Act{Kind: isnad.ActEditClaim, About: p.ID, Seen: p.Seen, Edit: edit, Reason: p.Reason}, func(status int, problem string) error {
		now, err := s.claimOf(r, me)
		if err != nil {
			return err
		}
		now.Problem, now.Reason = problem, p.Reason
		e.claimPage = now
		if status == http.StatusConflict { // somebody was faster by a moment
			if e.Form, _, err = s.typedForm(r, now, ""); err != nil {
				return tooLarge(err)
			}
			now.Conflict = now.since(r.PostFormValue("last"))
		}
		return s.showEdit(w, r, me, status, &e)
	})
}

// decideTyped records an act that was typed in a form and goes on to the next in
// the queue; again shows the form once more where it was not taken.
func (s *site) decideTyped(w http.ResponseWriter, r *http.Request, me who, a isnad.Act, again func(status int, problem string) error) error {
	q, _ := queueFrom(r.URL.Query())
	next, err := s.onward(r.Context(), q, a.About)
	if err != nil {
		return err
	}
	done, err := s.decide(r.Context(), me, a)
	if errors.Is(err, isnad.ErrConflict) {
		return again(http.StatusConflict, "")
	}
	if why, ok := refusedWhy(err); ok {
		return again(http.StatusUnprocessableEntity, "This was not done: "+why+".")
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, withDone(next, done.ID), http.StatusSeeOther)
	return nil
}

// tooLarge makes an error of a form that is beyond its bounds one of its sender.
func tooLarge(err error) error {
	if errors.Is(err, isnad.ErrTooLarge) {
		return fmt.Errorf("%w: %w", err, &http.MaxBytesError{Limit: maxField})
	}
	return err
}

// words names what is wrong, slot by slot.
func (w slotErrors) words() string {
	var out []string
	for _, slot := range slotOrder {
		if why := w[slot]; why != "" {
			out = append(out, slotNames[slot]+": "+why)
		}
	}
	return strings.Join(out, ". ") + "."
}
