package site

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

// decidePage is the form on which a case is decided. It is looked at before it is
// recorded: what is recorded is what was shown.
type decidePage struct {
	*deskCasePage
	Form     decideForm
	Outcomes []choice
	Effects  []effectChoice
	Notices  []isnad.Notice // in force, which a restoration may be about
	Fields   []statementField
	On       *isnad.Report // the report that the decision falls on; nil where it is not shown
	Preview  *effectView
	Letters  []casework.Letter
	Digest   string // of what is shown in the preview
	Base     string // of the statement of reasons as it was filled in
	BodyOf   string // which text the wording began with
	Note     string
	Waits    string // how long what is put back waits
	Files    []fileChoice
}

// fileChoice is a file that was handed in and may be erased with the report.
type fileChoice struct {
	store.HandedFile
	On bool
}

// effectChoice is an effect that a person may choose.
type effectChoice struct {
	Effect isnad.Effect
	On     bool
	Needs  isnad.Role // the role that it asks for and the reader has not
}

// decideForm is what a person typed.
type decideForm struct {
	Decision isnad.CaseOutcome
	Reasons  string
	Effect   isnad.Effect
	Chosen   bool // an effect, or that there is none, was chosen
	Report   string
	Of       string
	Title    string
	Body     string
	Words    string // clarification
	Reply    string
	Legal    bool
	NotFor   string
	Files    []string // Capture IDs
}

// maxFilesTicked bounds the files of one decision.
const maxFilesTicked = 500

// noEffect stands in the form for a decision that changes nothing.
const noEffect = "none"

// maxDecideForm bounds the form of a decision: it holds a whole text.
const maxDecideForm = 8 << 20

// decideCaseForm shows the form of a decision.
func (s *site) decideCaseForm(w http.ResponseWriter, r *http.Request, me who) error {
	p, err := s.decidePageOf(r, me)
	if err != nil {
		return err
	}
	if !p.May(string(isnad.CaseDecide)) { // the page of the case says why
		return s.showDeskCase(w, r, me, http.StatusOK, p.deskCasePage)
	}
	p.Form = beginDecision(&p.Case)
	if err := s.decideOn(r.Context(), p, ""); err != nil {
		return err
	}
	return s.showDecision(w, r, me, http.StatusOK, p)
}

func (s *site) showDecision(w http.ResponseWriter, r *http.Request, me who, status int, p *decidePage) error {
	by, err := s.by(r.Context(), me.Person, &p.Case)
	if err != nil {
		return err
	}
	for _, o := range []isnad.CaseOutcome{isnad.CaseUpheld, isnad.CasePartlyUpheld, isnad.CaseRejected} {
		p.Outcomes = append(p.Outcomes, choice{string(o), decisionWords(o), p.Form.Decision == o})
	}
	mine := s.o.Cases.Rules.Effects(&p.Case, by)
	for _, e := range casework.AllowedEffects(&p.Case) {
		if p.On == nil && e != isnad.EffectRestoration && e != isnad.EffectErasure && p.Form.Report+p.Case.Report != "" {
			continue // it is not shown: there is nothing to do these to
		}
		if e == isnad.EffectRestoration && len(p.Notices) == 0 {
			continue
		}
		x := effectChoice{Effect: e, On: p.Form.Chosen && p.Form.Effect == e}
		if !slices.Contains(mine, e) {
			x.Needs = casework.NeedsEffect(&p.Case, e)
		}
		p.Effects = append(p.Effects, x)
	}
	return s.renderDesk(w, r, me, status, "desk-case-decide", view{Title: "Decide: " + p.Head, Body: p})
}

func (s *site) decidePageOf(r *http.Request, me who) (*decidePage, error) {
	c, err := s.deskCaseOf(r, me)
	if err != nil {
		return nil, err
	}
	p := &decidePage{deskCasePage: c}
	terms, ok := s.o.Cases.Rules.Terms[c.Kind]
	if !ok {
		terms = casework.Default().Terms[c.Kind]
	}
	if terms.PutBackMin > 0 {
		p.Waits = number(terms.PutBackMin) + " to " + number(terms.PutBackMax-1) + " working days"
	}
	return p, nil
}

// beginDecision is the form as it is first shown. A decision that was not carried
// out yet is begun with, since another takes its place; on appeal only with what it
// does, since whoever decides then finds reasons of their own.
func beginDecision(c *isnad.Case) decideForm {
	f := decideForm{Report: c.Report, Reply: c.Form.Reply, Legal: c.Kind == isnad.CaseCourtOrder}
	switch c.Kind { // what such cases ask for; removals are never chosen beforehand
	case isnad.CaseCorrection:
		f.Effect, f.Chosen = isnad.EffectCorrection, true
	case isnad.CaseRightOfReply:
		f.Effect, f.Chosen = isnad.EffectReply, true
	case isnad.CaseCounterNotice:
		f.Effect, f.Chosen = isnad.EffectRestoration, true
	}
	if d := c.Ruling; d != nil && (c.State == isnad.CaseDecided || casework.Pending(c)) {
		f.Effect, f.Chosen, f.Report, f.Of, f.Legal = d.Effect, true, first(d.Report, c.Report), d.Of, d.Legal
		if c.State == isnad.CaseDecided {
			f.Decision, f.Reasons = d.Decision, d.Reasons
		}
		if d.NotFor > 0 {
			f.NotFor = strconv.Itoa(d.NotFor)
		}
		f.Files = d.Files
		switch d.Effect {
		case isnad.EffectCorrection:
			f.Body = d.Body
			if d.Title != nil {
				f.Title = *d.Title
			}
		case isnad.EffectClarification:
			f.Words = d.Body
		case isnad.EffectReply:
			f.Reply = first(d.Body, c.Form.Reply)
		}
	}
	return f
}

// decideOn finds the report that the decision falls on and what is in force about
// it, and begins the wording with its text. of names the text that the wording of
// the form began with.
func (s *site) decideOn(ctx context.Context, p *decidePage, of string) error {
	id := first(p.Form.Report, p.Case.Report)
	if id == "" {
		return nil
	}
	rep, err := s.store.Report(ctx, id, 0)
	switch {
	case err == nil:
		p.On = &rep
		p.BodyOf = rep.ID + "@" + strconv.Itoa(rep.Version)
		if was, _, _ := strings.Cut(of, "@"); was != rep.ID && (of != "" || p.Form.Body == "") {
			p.Form.Title, p.Form.Body = rep.Title, rep.Text
			if of != "" && p.Form.Effect == isnad.EffectCorrection {
				p.Note = "The wording below begins with the text of the report that you named."
			}
		} else if of == "" && p.Form.Title == "" {
			p.Form.Title = rep.Title
		}
	case !errors.Is(err, isnad.ErrNotFound):
		return err
	}
	standing, err := s.standingOf(ctx, id)
	if err != nil {
		return err
	}
	for _, n := range slices.Backward(standing.Notices) {
		if n.Undone == "" && n.Kind != isnad.NoticeRestoration && !n.Erased {
			p.Notices = append(p.Notices, n)
		}
	}
	files, err := s.store.FilesAbout(ctx, id)
	for _, f := range files {
		p.Files = append(p.Files, fileChoice{f, slices.Contains(p.Form.Files, f.Capture)})
	}
	return err
}

// typedDecision reads the form.
func typedDecision(r *http.Request) decideForm {
	get := func(name string) string { return typedText(r.PostFormValue(name)) }
	f := decideForm{Decision: isnad.CaseOutcome(get("decision")), Reasons: get("reasons"), Report: reportID(get("report")), Of: cutBytes(100, get("of")),
		Title: oneTyped(get("title")), Body: get("body"), Words: get("words"), Reply: get("reply"), Legal: get("legal") == "yes", NotFor: cutBytes(10, get("not_for"))}
	for _, id := range r.PostForm["file"] { // PostFormValue has read the form
		if casework.IsID(id, "c") && len(f.Files) < maxFilesTicked {
			f.Files = append(f.Files, id)
		}
	}
	effect := get("effect")
	f.Chosen = effect != ""
	if effect != noEffect {
		f.Effect = isnad.Effect(effect)
	}
	return f
}

func oneTyped(s string) string { return strings.Join(strings.Fields(s), " ") }

// ruling is the form as a decision, or what it lacks, in words for the person.
func (f *decideForm) ruling(c *isnad.Case, on *isnad.Report) (d isnad.Ruling, missing string) {
	d = isnad.Ruling{Decision: f.Decision, Reasons: f.Reasons}
	if f.Decision != isnad.CaseRejected {
		d.Effect = f.Effect
	}
	if d.Effect != "" && f.Report != "" && f.Report != c.Report {
		d.Report = f.Report
	}
	switch d.Effect {
	case isnad.EffectCorrection:
		d.Body = f.Body
		if on != nil && f.Title != oneTyped(on.Title) {
			d.Title = &f.Title
		}
	case isnad.EffectClarification:
		d.Body = f.Words
	case isnad.EffectReply:
		if f.Reply != typedText(c.Form.Reply) {
			d.Body = f.Reply
		}
	case isnad.EffectRemoval, isnad.EffectErasure:
		d.Legal = f.Legal
		if d.Effect == isnad.EffectErasure {
			d.Files = f.Files
		}
	case isnad.EffectRestoration:
		d.Of = f.Of
		if f.NotFor != "" {
			n, err := strconv.Atoi(f.NotFor)
			if err != nil || n < 0 {
				return d, "Write the working days that it waits as a number."
			}
			d.NotFor = n
		}
	}
	switch {
	case f.Decision == "":
		return d, "Say first whether the case is upheld, partly upheld or rejected."
	case f.Reasons == "":
		return d, "Write the reasons. The person reads them, and so does everybody else in the register."
	case f.Decision != isnad.CaseRejected && !f.Chosen:
		return d, "Say what is to change, or that nothing changes."
	case d.Effect != "" && f.Report == "" && c.Report == "":
		return d, "The case is about no one report: name the report that the decision falls on."
	case d.Effect == isnad.EffectCorrection && on == nil:
		return d, "There is no such report, or it is not shown: it cannot be corrected."
	case d.Effect == isnad.EffectCorrection && d.Title == nil && !diffText(on.Text, d.Body).Any():
		return d, "The corrected text is the same as the present one. Change what is wrong in it, or choose another effect."
	case d.Effect == isnad.EffectClarification && d.Body == "":
		return d, "Write the words that are to stand beside the text."
	}
	return d, ""
}

// decideCase looks a decision over with the person, and records it once they have
// seen what it does.
func (s *site) decideCase(w http.ResponseWriter, r *http.Request, me who) error {
	ctx := r.Context()
	p, err := s.decidePageOf(r, me)
	if err != nil {
		return err
	}
	p.Form = typedDecision(r)
	if err := s.decideOn(ctx, p, cutBytes(200, r.PostFormValue("body_of"))); err != nil {
		return err
	}
	refuse := func(status int, why string) error {
		p.Problem = why
		p.Fields, p.Base = typedStatement(r)
		return s.showDecision(w, r, me, status, p)
	}
	seen := seenAct(r)
	if seen != p.Last {
		p.since(seen)
		return refuse(http.StatusConflict, "")
	}
	d, missing := p.Form.ruling(&p.Case, p.On)
	if missing != "" {
		return refuse(http.StatusUnprocessableEntity, missing)
	}
	if d.Effect == isnad.EffectCorrection {
		if was := cutBytes(200, r.PostFormValue("body_of")); was != p.BodyOf && strings.HasPrefix(was, p.On.ID+"@") {
			p.Note = "The report was read anew while you were writing: it is at version " + number(p.On.Version) + " now. What you see is compared with that one."
		}
	}
	if err := s.fillStatement(p, &d, r); err != nil {
		return refuse(http.StatusUnprocessableEntity, err.Error())
	}
	a := isnad.CaseAct{Kind: isnad.CaseDecide, Time: s.now().UTC(), Ruling: &d, Seen: seen}
	by, err := s.by(ctx, me.Person, &p.Case)
	if err != nil {
		return err
	}
	after, err := s.o.Cases.Rules.Apply(p.Case, a, by)
	if why, refused := refusedWhy(err); refused {
		return refuse(http.StatusUnprocessableEntity, "That cannot be decided so: "+why+".")
	}
	if err != nil {
		return err
	}
	digest := p.digest(&d)
	if r.PostFormValue("do") == "record" && r.PostFormValue("shown") == digest {
		c, err := s.recordCaseAct(r, me, a)
		switch why, refused := refusedWhy(err); {
		case err == nil:
			http.Redirect(w, r, s.caseAfter(r, &c), http.StatusSeeOther)
			return nil
		case errors.Is(err, isnad.ErrConflict):
			p.Changed = []caseActRow{}
			return refuse(http.StatusConflict, "")
		case refused:
			return refuse(http.StatusUnprocessableEntity, "That was not recorded: "+why+".")
		}
		return err
	}
	if r.PostFormValue("do") == "record" {
		p.Note = first(p.Note, "You changed something since you looked at what it does, so nothing is recorded yet. This is what it would do now.")
	}
	p.Digest = digest
	ruled := after.Acts[len(after.Acts)-1]
	if p.Preview, err = s.effectOf(ctx, &after, ruled.Ruling); err != nil {
		return err
	}
	if d.Effect == isnad.EffectErasure && len(p.Files) > 0 {
		p.Preview.Points = append(p.Preview.Points, number(len(d.Files))+" of "+plural(len(p.Files), "file", "files")+" that people handed in about it are destroyed too. The others stay.")
	}
	if was := p.Case.Ruling; casework.Pending(&p.Case) && d.Effect != was.Effect {
		p.Preview.Points = append([]string{"What was decided before is not carried out any more: " + effectWords(was.Effect) + "."}, p.Preview.Points...)
	}
	copied := slices.ContainsFunc(p.Notified, func(x notifiedRow) bool {
		return len(s.o.Cases.Rules.NotifierLetters(&after, &ruled, &x.Case, "")) > 0
	})
	p.Letters = s.o.Cases.Rules.Letters(&after, &ruled, "", copied)
	return s.showDecision(w, r, me, http.StatusOK, p)
}

// digest names what the person is shown: the decision, the version that it falls
// on, and what had happened in the case.
func (p *decidePage) digest(d *isnad.Ruling) string {
	doc, err := json.Marshal(d)
	if err != nil { // unreachable: text and numbers only
		return ""
	}
	return isnad.MakeID('v', string(doc), p.BodyOf, strconv.Itoa(p.Last))
}
