package site

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

// followPage is one's own case, at its secret address.
type followPage struct {
	Case    isnad.Case // as casework.Mine gives it
	Subject *caseSubject
	Address string // the secret address, whole
	Path    string
	Opened  bool // it was opened just now
	Done    string
	Acts    []followAct
	Public  bool // it stands in the register

	Now, Next, When string // what it stands at, what comes next, by when
	Question        string // that waits for an answer
	Counters        []counterNotice

	Can     map[string]bool // what the person may do
	Until   time.Time       // of an appeal
	Pending isnad.Effect    // what was decided and is not carried out
	Appeal  bool            // an appeal is open
	Do      string          // what was tried and refused
	Text    string          // typed with it
	Links   string          // addresses typed with it
	Problem string
	Lost    bool

	Task caseTask
	Mail bool
	Max  int
}

// followAct is one thing that happened, for the person.
type followAct struct {
	isnad.CaseAct
	Mine   bool
	Ruling *isnad.Ruling
}

// counterNotice is a counter-notice against one's own notice, as far as the law has
// its sender told to who gave the notice.
type counterNotice struct {
	ID                             string
	Number                         int64
	Opened, From, By               time.Time // when it came; when the text is put back, unless an action is filed
	Text                           string
	Name, Postal, Phone, Signature string
	Filed, Stopped, Can            bool // word of their action came; of another's; it can be given
	State                          isnad.CaseState
	Form                           stepForm
}

// maxToken bounds a secret address.
const maxToken = 200

// caseOf is the case of a secret address.
func (s *site) caseOf(r *http.Request) (isnad.Case, error) {
	token := r.PathValue("token")
	if token == "" || len(token) > maxToken {
		return isnad.Case{}, isnad.ErrNotFound
	}
	return s.store.CaseOf(r.Context(), isnad.HashOf([]byte(token)))
}

// secret keeps a page whose address is a secret out of caches, search engines and
// the logs of others.
func secret(w http.ResponseWriter) {
	private(w)
	w.Header().Set("Referrer-Policy", "no-referrer")
}

// followCase shows one's own case.
func (s *site) followCase(w http.ResponseWriter, r *http.Request) error {
	secret(w)
	c, err := s.caseOf(r)
	if err != nil {
		return noCase(err)
	}
	p := followPage{Opened: r.URL.Query().Get("opened") != "", Done: r.URL.Query().Get("done")}
	if !slices.Contains([]string{"answer", "add", "withdraw", "appeal", "action_filed"}, p.Done) {
		p.Done = ""
	}
	return s.showCase(w, r, http.StatusOK, c, p)
}

// noCase says that a secret address leads nowhere, without saying whether it did.
func noCase(err error) error {
	if errors.Is(err, isnad.ErrNotFound) {
		return &told{Status: http.StatusNotFound, Head: "There is no case at this address",
			Text: "A secret address is long, and a single letter lost makes it another one. Open it as you kept it, or as it stands in a letter from us."}
	}
	return err
}

func (s *site) showCase(w http.ResponseWriter, r *http.Request, status int, c isnad.Case, p followPage) error {
	var err error
	if p.Case, err = s.mine(r.Context(), &c); err != nil {
		return err
	}
	p.Path = "/cases/" + url.PathEscape(r.PathValue("token"))
	p.Address = first(s.o.BaseURL, "http://"+r.Host) + p.Path
	p.Mail = s.o.Cases.Mail && c.Form.Email != ""
	p.Max = casework.MaxText
	p.Public = inRegister(&c)
	p.Task = s.caseTask("")
	x, err := s.subjectOf(r.Context(), c.About, c.Version, c.Span)
	if err != nil && !errors.Is(err, isnad.ErrNotFound) {
		return err
	}
	p.Subject = x
	if x != nil && !x.Gone && x.Quote == "" {
		x.Quote = p.Case.Quote
	}
	for _, a := range p.Case.Acts {
		p.Acts = append(p.Acts, followAct{CaseAct: a, Mine: a.Actor == isnad.ActorClaimant, Ruling: a.Ruling})
	}
	p.Can = map[string]bool{}
	for _, k := range s.o.Cases.Rules.Acts(&c, claimant(s.now())) {
		p.Can[string(k)] = true
	}
	p.Appeal = casework.OnAppeal(&c)
	if casework.Pending(&c) {
		p.Pending = c.Ruling.Effect
	}
	p.Until = s.o.Cases.Rules.AppealEnd(&c)
	p.tell(&p.Case, s.now())
	if err := s.countered(r.Context(), &c, &p); err != nil {
		return err
	}
	return s.render(w, r, status, "case", view{Title: "Your case", Body: p})
}

const (
	// maxCounters bounds the counter-notices that are shown to who gave a notice.
	maxCounters = 20
	// maxLooked bounds those that are looked through for them. The desk acted in each.
	maxLooked = 500
)

// countered finds the counter-notices against a notice that were passed on to who
// gave it, the newest first. Forms that the desk has not looked at are none of them,
// however many there are.
func (s *site) countered(ctx context.Context, c *isnad.Case, p *followPage) error {
	if !casework.Removed(c) || c.Report == "" {
		return nil
	}
	standing, err := s.standingOf(ctx, c.Report)
	if err != nil {
		return err
	}
	q := store.CaseQuery{Kind: isnad.CaseCounterNotice, Report: c.Report, Looked: true, Page: store.Page{Limit: 100}}
	for seen := 0; seen < maxLooked && len(p.Counters) < maxCounters; {
		list, next, err := s.store.Cases(ctx, q)
		if err != nil {
			return err
		}
		seen += len(list)
		for _, x := range list {
			if x, err = s.store.Case(ctx, x.ID); err != nil { // with its acts
				return err
			}
			if !casework.PassedOn(&x).IsZero() && slices.Contains(casework.NoticesAgainst(&x, standing), c.ID) && len(p.Counters) < maxCounters {
				p.Counters = append(p.Counters, s.counterOf(c, &x, p))
			}
		}
		if q.After = next; next == "" {
			break
		}
	}
	return nil
}

// counterOf is a counter-notice x as who gave the notice c sees it.
func (s *site) counterOf(c, x *isnad.Case, p *followPage) counterNotice {
	n := counterNotice{ID: x.ID, Number: x.Number, Opened: x.Opened, Text: x.Form.Text, Name: x.Form.Name, Postal: x.Form.Postal, Phone: x.Form.Phone, Signature: x.Form.Signature,
		Filed: casework.FiledBy(x, c.ID), State: x.State}
	n.Stopped = !n.Filed && casework.ActionFiled(x)
	n.From, n.By = s.o.Cases.Rules.PutBack(x)
	n.Can = slices.Contains(s.o.Cases.Rules.Acts(x, notifier(c, s.now())), isnad.CaseActionFiled)
	n.Form = stepOf(*p, string(isnad.CaseActionFiled), "The court, the number of the action, and the day on which it was filed", "I have filed an action")
	n.Form.Counter = x.ID
	return n
}

// notifier is who gave a notice, and speaks of a counter-notice against it.
func notifier(c *isnad.Case, at time.Time) casework.By {
	return casework.By{Actor: isnad.ActorNotifier, Notice: c.ID, At: at}
}

// mine is a case as the person sees it who opened it: with all that they wrote, and
// without the words that measures hide of its report in what others wrote.
func (s *site) mine(ctx context.Context, c *isnad.Case) (isnad.Case, error) {
	theirs := casework.Mine(c)
	form := theirs.Form
	form.Evidence = slices.Clone(form.Evidence)
	own := map[int]isnad.CaseAct{}
	for i, a := range theirs.Acts {
		if a.Actor == isnad.ActorClaimant {
			a.Evidence = slices.Clone(a.Evidence)
			own[i] = a
		}
	}
	shown := []isnad.Case{theirs}
	err := s.store.BlotCases(ctx, shown)
	shown[0].Form = form
	for i, a := range own {
		shown[0].Acts[i] = a
	}
	return shown[0], err
}

// claimant is who follows a case.
func claimant(at time.Time) casework.By {
	return casework.By{Actor: isnad.ActorClaimant, Author: true, At: at}
}

// tell says in plain words where the case stands, what comes next and by when.
func (p *followPage) tell(c *isnad.Case, now time.Time) {
	if !c.Due.IsZero() {
		p.When = dayWords(isnad.DayOf(c.Due))
	}
	switch c.State {
	case isnad.CaseReceived:
		p.Now, p.Next = "It has arrived.", "Somebody will confirm that they have it"
	case isnad.CaseAcknowledged:
		p.Now, p.Next = "It has arrived, and the desk has confirmed that.", "A person looks at it and decides"
	case isnad.CaseInReview:
		p.Now, p.Next = "A person is looking at it.", "They decide"
	case isnad.CaseWaiting:
		p.Now, p.Next = "The desk has asked you something.", "Please answer"
		for _, a := range slices.Backward(c.Acts) {
			if a.Kind == isnad.CaseAsk {
				p.Question = a.Text
				break
			}
		}
	case isnad.CaseAppealed:
		p.Now, p.Next = "You appealed. Another person looks at it, where there is one.", "They decide"
		if casework.Pending(c) {
			p.Now += " What was decided before waits."
		}
	case isnad.CaseDecided:
		p.Now = "It is decided: " + decisionWords(c.Decision) + "."
		if casework.Pending(c) {
			p.Next = "What was decided is carried out"
			if !c.CarryFrom.IsZero() && now.Before(c.CarryFrom) {
				p.Next += " from " + dayWords(isnad.DayOf(c.CarryFrom)) + " on"
			}
		}
	case isnad.CaseCarriedOut:
		p.Now = "It is decided, " + decisionWords(c.Decision) + ", and carried out."
	case isnad.CaseClosed:
		p.Now = "It is closed."
		if c.Decision == isnad.CaseWithdrawn {
			p.Now = "You withdrew it."
		} else if c.Decision != "" {
			p.Now = "It was decided, " + decisionWords(c.Decision) + ", and is closed."
		}
	}
}

// caseStep takes what the person sends to their case.
func (s *site) caseStep(w http.ResponseWriter, r *http.Request) error {
	secret(w)
	kinds := map[string]isnad.CaseActKind{"answer": isnad.CaseAnswer, "add": isnad.CaseAdd, "withdraw": isnad.CaseWithdraw, "appeal": isnad.CaseAppeal, string(isnad.CaseActionFiled): isnad.CaseActionFiled}
	kind, ok := kinds[r.PathValue("act")]
	if !ok {
		return isnad.ErrNotFound
	}
	if err := s.o.Cases.Gate.Try(s.visitor(r)); err != nil {
		return tooMany(w, err)
	}
	c, err := s.caseOf(r)
	if err != nil {
		return noCase(err)
	}
	in, err := s.readSent(w, r)
	defer in.close()
	switch {
	case errors.Is(err, errTyped):
		return &told{Status: http.StatusBadRequest, Head: "That was no form", Text: "Only a part of it arrived. Go back and send it again."}
	case errors.Is(err, errBusy):
		return tooBusy(w)
	case errors.Is(err, isnad.ErrTooLarge):
		return &http.MaxBytesError{Limit: mostTyped}
	case err != nil:
		return err
	}
	p := followPage{Do: string(kind), Text: strings.ReplaceAll(strings.ToValidUTF8(in.values.Get("text"), "\uFFFD"), "\r\n", "\n"), Links: in.values.Get("addresses")}
	a := isnad.CaseAct{Kind: kind, Text: p.Text, Evidence: in.evidence("addresses")}
	fail := func(status int, problem string) error {
		p.Problem, p.Lost = problem, len(in.files) > 0
		if c, err = s.caseOf(r); err != nil {
			return noCase(err)
		}
		return s.showCase(w, r, status, c, p)
	}
	if in.wrong != "" {
		return fail(http.StatusUnprocessableEntity, "The files were not taken. "+in.wrong)
	}
	if kind == isnad.CaseWithdraw && in.values.Get("sure") == "" {
		return fail(http.StatusUnprocessableEntity, "Tick the box if you are sure: what was withdrawn is not taken up again.")
	}
	id, by := c.ID, claimant(time.Time{})
	if kind == isnad.CaseActionFiled { // it is said in the counter-notice; whether that is theirs to say is looked at there
		if id, by = in.values.Get("counter"), notifier(&c, time.Time{}); !casework.IsID(id, "d") {
			return isnad.ErrNotFound
		}
	}
	_, err = s.o.Cases.Gate.Once(in.values.Get("task"), string(kind)+" "+in.digest(), func() (string, error) {
		_, err := s.o.Cases.Act(r.Context(), id, a, in.files, by)
		return "", err
	})
	if err == nil {
		http.Redirect(w, r, "/cases/"+url.PathEscape(r.PathValue("token"))+"?done="+string(kind), http.StatusSeeOther)
		return nil
	}
	if problem, status := gateWords(w, err); problem != "" {
		return fail(status, problem)
	}
	switch why, refused := refusedWhy(err); {
	case errors.Is(err, isnad.ErrTooLarge):
		return fail(http.StatusRequestEntityTooLarge, "The evidence is larger than is taken: 20 files, 25 MB each, 60 MB together.")
	case errors.Is(err, isnad.ErrConflict):
		return fail(http.StatusConflict, "Something happened in the case at the same moment. Look at it below, and send again what still holds.")
	case refused:
		return fail(http.StatusUnprocessableEntity, upperFirst(why)+".")
	}
	return err
}

// inRegister tells whether a case stands in the public register: once it was
// decided. Until then only its kind is counted, so that nobody is shamed by a
// form that anybody can send.
func inRegister(c *isnad.Case) bool { return !c.Decided.IsZero() && c.Decision != "" }

// stepForm is a form on the page of one's own case.
type stepForm struct {
	Path, Do, Label, Button string
	Task, Text, Links       string
	Max                     int
	Counter                 string // ID of the counter-notice that is spoken of
}

// stepOf prepares the form for one thing that a person may do, with what they
// typed where it was refused.
func stepOf(p followPage, do, label, button string) stepForm {
	f := stepForm{Path: p.Path + "/" + do, Do: do, Label: label, Button: button, Task: p.Task.Task, Max: p.Max}
	if p.Do == do {
		f.Text, f.Links = p.Text, p.Links
	}
	return f
}
