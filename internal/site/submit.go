package site

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"isnad"
	"isnad/internal/site/gate"
	"isnad/internal/store"
)

// submitPage is the form by which a report is handed in.
type submitPage struct {
	isnad.Offer
	Day     string // as typed
	Problem string
	Lost    bool // files were chosen and are not kept
	Done    bool
	In      bool // somebody is signed in
	Task    caseTask
}

// submitter is who hands a report in. Where the public may not, only those who are
// signed in may.
func (s *site) submitter(w http.ResponseWriter, r *http.Request) (me who, may bool, err error) {
	private(w)
	if s.o.Safety.HandIn == nil {
		return me, false, fmt.Errorf("handing in: %w", isnad.ErrNotFound)
	}
	if s.o.Desk.People != nil {
		w.Header().Set("Vary", "Cookie")
		if me, err = s.whoIs(r); err != nil {
			return me, false, err
		}
	}
	if !me.Person.May(isnad.RoleContributor) && !s.o.Safety.Public {
		if s.o.Desk.People == nil {
			return me, false, fmt.Errorf("handing in: %w", isnad.ErrNotFound)
		}
		return me, false, nil
	}
	return me, true, nil
}

func (s *site) submitForm(w http.ResponseWriter, r *http.Request) error {
	me, may, err := s.submitter(w, r)
	if err != nil {
		return err
	}
	if !may {
		http.Redirect(w, r, "/desk/sign-in", http.StatusSeeOther)
		return nil
	}
	return s.showSubmit(w, r, me, http.StatusOK, submitPage{Done: r.URL.Query().Get("done") != ""})
}

func (s *site) showSubmit(w http.ResponseWriter, r *http.Request, me who, status int, p submitPage) error {
	p.In = me.in()
	p.Task = s.caseTask(p.Task.Task)
	return s.render(w, r, status, "submit", view{Title: "Hand in a report", Body: p})
}

// submit takes a report in.
func (s *site) submit(w http.ResponseWriter, r *http.Request) error {
	me, may, err := s.submitter(w, r)
	if err != nil {
		return err
	}
	if !may {
		return errSignedOut
	}
	from := s.visitor(r)
	if !me.in() {
		if err := s.o.Cases.Gate.Try(from); err != nil {
			return tooMany(w, err)
		}
	}
	in, err := s.readSent(w, r)
	defer in.close()
	switch {
	case errors.Is(err, errTyped):
		return s.showSubmit(w, r, me, http.StatusBadRequest, submitPage{Problem: "What was sent is no form, or only a part of one arrived. Send it again."})
	case errors.Is(err, errBusy):
		return tooBusy(w)
	case errors.Is(err, isnad.ErrTooLarge):
		return &http.MaxBytesError{Limit: mostTyped}
	case err != nil:
		return err
	}
	get := func(name string) string { return typedText(in.values.Get(name)) }
	p := submitPage{Task: caseTask{Task: in.values.Get("task")}, Day: get("published"), Lost: len(in.files) > 0 || in.wrong != "", Offer: isnad.Offer{Link: withScheme(get("link")), Title: get("title"), Text: get("text"), Source: get("source"),
		Remarks: get("remarks"), Name: get("name"), Contact: get("contact"), Named: in.values.Get("named") != ""}}
	if me.in() {
		p.Person, p.Name = me.ID, me.Name
	}
	wrong := func(status int, why string) error {
		p.Problem = why
		return s.showSubmit(w, r, me, status, p)
	}
	if in.wrong != "" {
		return wrong(http.StatusRequestEntityTooLarge, "The files were not taken. "+in.wrong)
	}
	if p.Day != "" {
		if p.Published, err = isnad.ParseDay(p.Day); err != nil {
			return wrong(http.StatusUnprocessableEntity, "The day is none: write it as 2031-05-04.")
		}
	}
	hand := func() (string, error) {
		o, err := s.o.Safety.HandIn(r.Context(), p.Offer, in.files)
		return o.ID, err
	}
	switch {
	case !me.in():
		_, err = s.o.Cases.Gate.Take(from, p.Task.Task, in.values.Get("answer"), in.digest(), hand)
	case p.Task.Task != "": // pressed twice it is taken once
		_, err = s.o.Cases.Gate.Once(p.Task.Task, in.digest(), hand)
	default:
		_, err = hand()
	}
	if err == nil {
		http.Redirect(w, r, "/submit?done=1", http.StatusSeeOther)
		return nil
	}
	if problem, status := gateWords(w, err); problem != "" {
		if errors.Is(err, gate.ErrTask) {
			p.Task = caseTask{}
		}
		return wrong(status, problem)
	}
	if why, ok := refusedWhy(err); ok {
		status := http.StatusUnprocessableEntity
		if errors.Is(err, isnad.ErrTooLarge) {
			status = http.StatusRequestEntityTooLarge
		}
		return wrong(status, "Nothing was taken: "+strings.TrimSuffix(why, ".")+".")
	}
	return err
}

type offersPage struct {
	State   isnad.OfferState
	Rows    []isnad.Offer
	Next    string
	Waiting int
	All     bool // who reads may decide
}

// submissions is the queue of what was handed in. A contributor sees their own.
func (s *site) submissions(w http.ResponseWriter, r *http.Request, me who) error {
	v := r.URL.Query()
	p := offersPage{State: isnad.OfferState(v.Get("state")), All: me.Person.May(isnad.RoleEditor)}
	q := store.OfferQuery{State: p.State, Page: store.Page{Limit: 50, After: v.Get("after")}}
	if p.All && p.State == "" {
		q.State, p.State = isnad.OfferWaiting, isnad.OfferWaiting
	}
	if p.State == "all" {
		q.State = ""
	}
	q.Oldest = q.State == isnad.OfferWaiting
	if !p.All {
		q.Person = me.ID
	}
	list, next, err := s.store.Offers(r.Context(), q)
	if err != nil {
		return err
	}
	p.Rows = list
	if p.Waiting, err = s.store.CountOffers(r.Context(), isnad.OfferWaiting); err != nil {
		return err
	}
	if next != "" {
		p.Next = "/desk/submissions?" + url.Values{"state": {string(p.State)}, "after": {next}}.Encode()
	}
	return s.renderDesk(w, r, me, http.StatusOK, "desk-submissions", view{Title: "Submissions", Body: p})
}

type offerPage struct {
	isnad.Offer
	Paras   []string
	Problem string
	Typed   string
	All     bool
	Reports []store.ReportRow
}

func (s *site) submission(w http.ResponseWriter, r *http.Request, me who) error {
	return s.showSubmission(w, r, me, http.StatusOK, "", "")
}

func (s *site) showSubmission(w http.ResponseWriter, r *http.Request, me who, status int, problem, typed string) error {
	o, err := s.store.Offer(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	p := offerPage{Offer: o, Problem: problem, Typed: typed, All: me.Person.May(isnad.RoleEditor), Paras: strings.Split(o.Text, "\n\n")}
	if !p.All && o.Person != me.ID {
		return errForbidden
	}
	if o.Capture != "" {
		if p.Reports, _, err = s.store.Reports(r.Context(), store.ReportQuery{Capture: o.Capture, Page: store.Page{Limit: 20}}); err != nil {
			return err
		}
	}
	return s.renderDesk(w, r, me, status, "desk-submission", view{Title: "Submission", Body: p})
}

// decideSubmission accepts or refuses what was handed in.
func (s *site) decideSubmission(accept bool) func(w http.ResponseWriter, r *http.Request, me who) error {
	return func(w http.ResponseWriter, r *http.Request, me who) error {
		do := s.o.Safety.Refuse
		if accept {
			do = s.o.Safety.Accept
		}
		if do == nil {
			return errForbidden
		}
		id, reason := r.PathValue("id"), reasonOf(r)
		_, err := do(r.Context(), id, reason, me.Person)
		if why, ok := refusedWhy(err); ok {
			return s.showSubmission(w, r, me, http.StatusUnprocessableEntity, "Nothing was done: "+why+".", reason)
		}
		if errors.Is(err, isnad.ErrConflict) {
			return s.showSubmission(w, r, me, http.StatusConflict, "Nothing was done: somebody decided about it before.", reason)
		}
		if err != nil {
			return err
		}
		http.Redirect(w, r, "/desk/submissions/"+url.PathEscape(id), http.StatusSeeOther)
		return nil
	}
}
