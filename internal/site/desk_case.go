package site

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

// deskCasePage is one case with all that is needed to act on it.
type deskCasePage struct {
	isnad.Case
	Queue         caseQueue
	Before, After string // addresses of its neighbours in the queue
	Waiting       int    // cases in the queue, as far as they were counted
	Head          string
	Due           dueView
	Handled       string // name of whom it is given to
	About         aboutCase
	Report        *isnad.Report
	Text          *passageText // the text that it is about, with its passage marked
	Gone          bool         // the report is not shown any more
	Contact       bool         // the reader may see how to reach the person
	Facts         []caseFact
	Standing      []noticeRow
	Others        []isnad.Case // other cases about the same report
	Rows          []caseActRow // the latest first
	People        []isnad.Person
	Last          int // number of the last act shown

	may      []isnad.CaseActKind
	Next     isnad.CaseActKind // the step that is to be done now, where the reader may do it
	Barred   *barredView
	Effect   *effectView // what carrying out will change
	PutBack  *putBack
	Appealed bool                // an appeal is open
	Pending  bool                // what was decided is not carried out
	Mail     bool                // the person is written to
	Down     []isnad.CaseActKind // what can be written down for somebody who wrote or called
	Ways     []isnad.CaseWay
	Notified []notifiedRow // who is to have a copy of the counter-notice

	Done     string // what the person has just done
	Problem  string
	Acting   string // what was tried
	Typed    string // the words that were not taken
	TypedWay isnad.CaseWay
	Whose    string // Case ID of the notice that was chosen with what was typed
	Changed  []caseActRow
}

// May tells whether the reader may do an act now.
func (p *deskCasePage) May(kind string) bool { return slices.Contains(p.may, isnad.CaseActKind(kind)) }

// caseFact is one thing that the person wrote into their form.
type caseFact struct {
	Name, Value string
	Long        bool // in paragraphs
}

// noticeRow is a notice that bears on the report of a case.
type noticeRow struct {
	isnad.Notice
	Here bool // of this case
}

// caseActRow is one thing that happened in a case.
type caseActRow struct {
	isnad.CaseAct
	Who    string
	Inside bool   // the person who opened the case does not see it
	To     string // name of whom it was given to
}

// barredView says why the reader does not decide, and who may.
type barredView struct {
	Why      string
	Conflict bool // of interest
	People   []isnad.Person
}

// putBack is the time for which what a counter-notice has put back waits.
type putBack struct {
	From, By time.Time
	Waits    bool // it is not yet time
	Left     string
}

// casePageOf shows one case.
func (s *site) caseDesk(w http.ResponseWriter, r *http.Request, me who) error {
	p, err := s.deskCaseOf(r, me)
	if err != nil {
		return err
	}
	if n, err := strconv.Atoi(r.URL.Query().Get("done")); err == nil && n > 0 && n <= len(p.Acts) {
		if a := p.Acts[n-1]; a.Person == me.ID {
			p.Done = doneWords(&a, p.Mail)
		}
	}
	return s.showDeskCase(w, r, me, http.StatusOK, p)
}

func (s *site) showDeskCase(w http.ResponseWriter, r *http.Request, me who, status int, p *deskCasePage) error {
	return s.renderDesk(w, r, me, status, "desk-case", view{Title: p.Head, Body: p})
}

// blotFor blots out of cases, for who may not read originals, what measures hide of
// the reports that they are about.
func (s *site) blotFor(ctx context.Context, me who, cases []*isnad.Case) error {
	if me.Person.May(isnad.RoleEditor) {
		return nil
	}
	list := make([]isnad.Case, len(cases))
	for i, c := range cases {
		list[i] = *c
	}
	err := s.store.BlotCases(ctx, list)
	for i, c := range cases {
		*c = list[i]
	}
	return err
}

// caseOf gathers the page of the case that the address names.
func (s *site) deskCaseOf(r *http.Request, me who) (*deskCasePage, error) {
	ctx, now := r.Context(), s.now()
	c, err := s.store.Case(ctx, r.PathValue("id"))
	if err == nil {
		err = s.blotFor(ctx, me, []*isnad.Case{&c})
	}
	if err != nil {
		return nil, err
	}
	p := &deskCasePage{Case: c, Head: caseHead(&c), Due: dueOf(&c, now), Contact: me.Person.May(isnad.RoleEditor), Appealed: casework.OnAppeal(&c), Pending: casework.Pending(&c),
		Mail: s.o.Cases.Mail && c.Form.Email != ""}
	p.Queue, _ = caseQueueFrom(r.URL.Query())
	if n := len(c.Acts); n > 0 {
		p.Last = c.Acts[n-1].Number
	}
	if err := s.caseNear(ctx, me, p, now); err != nil {
		return nil, err
	}
	if p.People, err = s.atTheDesk(ctx); err != nil {
		return nil, err
	}
	if p.About, err = s.aboutOf(ctx, &c); err != nil {
		return nil, err
	}
	if err := s.caseText(ctx, p); err != nil {
		return nil, err
	}
	if err := s.caseAround(ctx, p); err != nil {
		return nil, err
	}
	p.Facts = caseFacts(&c, p.Contact)
	if err := s.caseHistory(ctx, p); err != nil {
		return nil, err
	}
	by, err := s.by(ctx, me.Person, &c)
	if err != nil {
		return nil, err
	}
	p.may = s.caseActs(&c, by)
	p.Down, p.Ways = casework.WrittenDown(p.may), isnad.CaseWays()
	p.next()
	if p.Notified, err = s.notified(ctx, &c); err != nil {
		return nil, err
	}
	if err := s.barredFrom(ctx, p, by); err != nil {
		return nil, err
	}
	if c.State == isnad.CaseDecided && c.Ruling != nil {
		if p.Effect, err = s.effectOf(ctx, &c, c.Ruling); err != nil {
			return nil, err
		}
		if !c.CarryFrom.IsZero() {
			p.PutBack = &putBack{From: c.CarryFrom, By: c.CarryBy, Waits: now.Before(c.CarryFrom), Left: lengthWords(c.CarryFrom.Sub(now))}
		}
	}
	return p, nil
}

// notifiedRow is a notice that a counter-notice is against, and what became of the
// copy for who gave it.
type notifiedRow struct {
	isnad.Case
	Sent  []store.Mail
	Reach bool // they left an address for letters
	Filed bool // word came that they filed an action
}

// notified lists the copyright notices that a counter-notice is against.
func (s *site) notified(ctx context.Context, c *isnad.Case) (out []notifiedRow, err error) {
	if c.Kind != isnad.CaseCounterNotice {
		return nil, nil
	}
	standing, err := s.standingOf(ctx, c.Report)
	if err != nil {
		return nil, err
	}
	letters, err := s.store.Mails(ctx, c.ID)
	if err != nil {
		return nil, err
	}
	for _, id := range casework.NoticesAgainst(c, standing) {
		x, err := s.store.Case(ctx, id)
		if err != nil {
			return nil, err
		}
		if casework.Removed(&x) {
			out = append(out, notifiedRow{Case: x, Reach: casework.IsEmail(x.Form.Email), Filed: casework.FiledBy(c, x.ID),
				Sent: slices.DeleteFunc(slices.Clone(letters), func(m store.Mail) bool {
					return m.Reader != store.MailToNotifier || m.Thread != "" && m.Thread != x.ID // empty: from before it was kept
				})})
		}
	}
	return out, nil
}

// by is the person at the desk, with what the rules ask about them.
func (s *site) by(ctx context.Context, p isnad.Person, c *isnad.Case) (casework.By, error) {
	by := casework.By{Actor: isnad.ActorDesk, Person: p, At: s.now()}
	if s.o.Cases.By == nil {
		return by, nil
	}
	return s.o.Cases.By(ctx, c, by)
}

// standingOf is what notices make of a report.
func (s *site) standingOf(ctx context.Context, report string) (isnad.Standing, error) {
	all, err := s.store.Standings(ctx, []string{report})
	return all[report], err
}

// caseActs is what who may do now, none where the site cannot act on cases.
func (s *site) caseActs(c *isnad.Case, by casework.By) []isnad.CaseActKind {
	if s.o.Cases.Act == nil {
		return nil
	}
	return s.o.Cases.Rules.Acts(c, by)
}

// next finds the step that is to be done now.
func (p *deskCasePage) next() {
	order := map[isnad.CaseState][]isnad.CaseActKind{
		isnad.CaseReceived:     {isnad.CaseAcknowledge, isnad.CaseTakeUp, isnad.CaseDecide},
		isnad.CaseAcknowledged: {isnad.CaseTakeUp, isnad.CaseDecide},
		isnad.CaseInReview:     {isnad.CaseDecide},
		isnad.CaseWaiting:      {isnad.CaseDecide},
		isnad.CaseAppealed:     {isnad.CaseTakeUp, isnad.CaseDecide},
		isnad.CaseDecided:      {isnad.CaseCarryOut, isnad.CaseClose},
		isnad.CaseCarriedOut:   {isnad.CaseClose},
	}
	for _, k := range order[p.State] {
		if slices.Contains(p.may, k) {
			p.Next = k
			return
		}
	}
}

// barredFrom says why the reader does not take the next step of deciding or
// carrying out, where that is not for lack of time.
func (s *site) barredFrom(ctx context.Context, p *deskCasePage, by casework.By) error {
	step := isnad.CaseDecide
	switch p.State {
	case isnad.CaseDecided:
		step = isnad.CaseCarryOut
	case isnad.CaseCarriedOut, isnad.CaseClosed:
		return nil
	}
	if p.May(string(step)) || s.o.Cases.Act == nil {
		return nil
	}
	b := barredView{Why: sentence(s.o.Cases.Rules.Refusal(&p.Case, step, by))}
	if step == isnad.CaseDecide {
		if why := casework.Conflict(&p.Case, by); why != "" {
			b.Why, b.Conflict = sentence(why), true
		}
	}
	for _, x := range p.People {
		them, err := s.by(ctx, x, &p.Case)
		if err != nil {
			return err
		}
		if slices.Contains(s.o.Cases.Rules.Acts(&p.Case, them), step) {
			b.People = append(b.People, x)
		}
	}
	if len(b.People) == 0 && !b.Conflict { // it is not the person that stands against it
		return nil
	}
	p.Barred = &b
	if p.Next == isnad.CaseTakeUp && b.Conflict { // what is to be done is to give it away
		p.Next = ""
	}
	return nil
}

// sentence begins words with a capital.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// maxNear bounds the queue in which a case's neighbours are looked for.
const maxNear = 500

// caseNear finds what stands around the case in the queue.
func (s *site) caseNear(ctx context.Context, me who, p *deskCasePage, now time.Time) error {
	q := p.Queue.query(me, now)
	q.Page = store.Page{Limit: maxNear}
	list, _, err := s.store.Cases(ctx, q)
	if err != nil {
		return err
	}
	p.Waiting = len(list)
	i := slices.IndexFunc(list, func(c isnad.Case) bool { return c.ID == p.ID })
	switch {
	case i < 0 && len(list) > 0: // it is not in the queue any more: its first is the next
		p.After = p.Queue.Case(list[0].ID, "")
	case i >= 0:
		if i > 0 {
			p.Before = p.Queue.Case(list[i-1].ID, "")
		}
		if i+1 < len(list) {
			p.After = p.Queue.Case(list[i+1].ID, "")
		}
	}
	return nil
}

// caseText is the version of the report that the person looked at, with the
// passage marked.
func (s *site) caseText(ctx context.Context, p *deskCasePage) error {
	if p.Case.Report == "" {
		return nil
	}
	rep, err := s.store.Report(ctx, p.Case.Report, p.Version)
	if errors.Is(err, isnad.ErrNotFound) {
		p.Gone = true
		return nil
	}
	if err != nil {
		return err
	}
	p.Report = &rep
	mark := isnad.Claim{ID: "passage", Quote: p.Quote}
	var marks []isnad.Claim
	if p.Span != nil {
		mark.Span = *p.Span
		marks = append(marks, mark)
	}
	t := passageOf(&rep, &mark, marks, queue{})
	p.Text = &t
	return nil
}

// caseAround is the notices about the report, and the other cases about it.
func (s *site) caseAround(ctx context.Context, p *deskCasePage) error {
	if p.Case.Report == "" {
		return nil
	}
	standing, err := s.standingOf(ctx, p.Case.Report)
	if err != nil {
		return err
	}
	for _, n := range slices.Backward(standing.Notices) {
		p.Standing = append(p.Standing, noticeRow{n, n.Case == p.ID})
	}
	p.Gone = p.Gone || standing.Removed != ""
	others, _, err := s.store.Cases(ctx, store.CaseQuery{Report: p.Case.Report, Page: store.Page{Limit: 20}})
	if err != nil {
		return err
	}
	p.Others = slices.DeleteFunc(others, func(c isnad.Case) bool { return c.ID == p.ID })
	return nil
}

// caseHistory is what happened, the latest first.
func (s *site) caseHistory(ctx context.Context, p *deskCasePage) error {
	everybody, err := s.o.Desk.People.All(ctx)
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, x := range everybody {
		names[x.ID] = x.Name
	}
	p.Handled = names[p.Handler]
	for _, a := range slices.Backward(p.Acts) {
		row := caseActRow{CaseAct: a, To: names[a.To], Inside: a.Kind == isnad.CaseNote || a.Kind == isnad.CaseAssign || a.Kind == isnad.CaseTakeUp}
		switch a.Actor {
		case isnad.ActorDesk:
			row.Who = first(a.Name, names[a.Person], "Somebody at the desk")
		case isnad.ActorOperator:
			row.Who = "The operator"
		case isnad.ActorClock:
			row.Who = "The clock"
		case isnad.ActorNotifier:
			row.Who = "Who gave the notice"
		default:
			row.Who = first(p.Form.Name, "The person who opened it")
		}
		p.Rows = append(p.Rows, row)
	}
	return nil
}

// caseFacts is what the person wrote into the form besides the words that have a
// place of their own. How to reach them is for those who write to them.
func caseFacts(c *isnad.Case, contact bool) []caseFact {
	f := &c.Form
	var out []caseFact
	add := func(name, value string, long bool) {
		if value != "" {
			out = append(out, caseFact{name, value, long})
		}
	}
	yes := func(b bool, words string) string {
		if b {
			return words
		}
		return ""
	}
	add("Name", f.Name, false)
	add("On behalf of", f.OnBehalf, false)
	if contact {
		add("E-mail", f.Email, false)
		add("Telephone", f.Phone, false)
		add("Postal address", f.Postal, true)
	}
	add("Language", languageWords(f.Language), false)
	add("In the register", yes(f.Named, "wishes to be named"), false)
	add("Address given", f.Address, false)
	add("The work", f.Work, true)
	add("Who holds the right", f.Owner, false)
	add("Court or authority", f.Court, false)
	add("Reference", f.Reference, false)
	if !f.Ordered.IsZero() {
		add("Day of the order", dayWords(f.Ordered), false)
	}
	add("Signed", f.Signature, false)
	var declared []string
	for _, d := range []struct {
		on    bool
		words string
	}{{f.Faith, "in good faith"}, {f.Accuracy, "accurate, under penalty of perjury"}, {f.Consent, "consents to jurisdiction"}} {
		if d.on {
			declared = append(declared, d.words)
		}
	}
	add("Declared", strings.Join(declared, "; "), false)
	return out
}

// doneWords says to a person what they have just done. mail says that who opened
// the case is written to.
func doneWords(a *isnad.CaseAct, mail bool) string {
	told := ""
	if mail && slices.Contains([]isnad.CaseActKind{isnad.CaseAcknowledge, isnad.CaseAsk, isnad.CaseDecide, isnad.CaseCarryOut, isnad.CaseClose}, a.Kind) {
		told = " The person is told by e-mail."
	}
	switch a.Kind {
	case isnad.CaseAssign:
		return "You gave the case away, or took it."
	case isnad.CaseAsk:
		return "You asked the person." + told
	case isnad.CaseNote:
		return "You left a note. The desk alone sees it."
	case isnad.CaseCarryOut:
		if len(a.Notices) > 0 {
			return "You carried the decision out: " + plural(len(a.Notices), "notice is", "notices are") + " issued." + told
		}
	}
	return "You " + caseActWords(*a) + "." + told
}
