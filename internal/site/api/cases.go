package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/netip"
	"reflect"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/export"
	"isnad/internal/site/gate"
	"isnad/internal/site/query"

	"github.com/danielgtaylor/huma/v2"
)

// Cases say how cases are taken in. Without Open none are.
type Cases struct {
	Open    func(ctx context.Context, f isnad.CaseForm, files []isnad.Upload, by casework.By) (c isnad.Case, token string, err error)
	Gate    *gate.Gate     // shared with the form of the site
	Proxies []netip.Prefix // web servers in front, whose word about the address of a visitor is taken
}

const casesPath = "/api/v1/cases"

// maxCase bounds the form of a case: its texts have 20,000 characters each, of
// four bytes, and in JSON a byte may be written as \u00xx.
const maxCase = 1 << 20

// visitorKey is where front leaves the address that a request comes from.
type visitorKey struct{}

func (a *api) caseRoutes(h huma.API) {
	get(h, "/api/v1/notices", "corrections", "List notices", "What the world was told after decisions, newest first.", noticeParams(), a.notices)
	get(h, "/api/v1/notices/{id}", "corrections", "Show one notice", "", nil, a.notice)
	get(h, casesPath, "corrections", "List decided cases", "The public register, last decided first: without who asked, unless they wished to be named and were upheld.", decisionParams(), a.cases)
	get(h, casesPath+"/{id}", "corrections", "Show one decided case", "With its history and the statement of reasons in the fields of the EU DSA Transparency Database.", nil, a.oneCase)
	download(h, "/api/v1/notices.csv", "downloads", "Notices for a table", export.CSV, noticeParams(), a.noticeFile(export.CSV, 1000))
	for _, f := range []export.Format{export.Atom, export.RSS, export.JSONFeed} {
		download(h, "/feeds/corrections."+string(f), "feeds", "Corrections and other notices, latest first", f, noticeParams(), a.noticeFile(f, 50))
	}
	get(h, casesPath+"/task", "corrections", "Ask for a task", "A small task to be done before a case is opened: find the smallest whole number n such that the SHA-256 of the task, a full stop and n in decimal begins with as many zero bits as bits says.", nil, a.task)
	opening(h, a.openCase)
}

func noticeParams() []string {
	names := query.NoticeParams()
	for n, name := range names {
		if name == "kind" {
			names[n] = noticeKind
		}
	}
	return names
}

func decisionParams() []string {
	names := query.DecisionParams()
	for n, name := range names {
		if name == "kind" {
			names[n] = caseKind
		}
	}
	return names
}

func (a *api) notices(ctx context.Context, in *asking) (*reply[list[export.NoticeLine]], error) {
	q, err := query.Notices(in.values)
	if err := in.check(err, query.NoticeParams()); err != nil {
		return nil, err
	}
	rows, next, err := a.st.Notices(ctx, q)
	if err != nil {
		return nil, a.failed(ctx, err, "list of notices")
	}
	return answerList(in, each(rows, export.NoticeOf), next), nil
}

func (a *api) notice(ctx context.Context, in *one) (*reply[export.NoticeLine], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	n, err := a.st.Notice(ctx, in.ID)
	return detail(ctx, a, err, "notice", in.ID, func() export.NoticeLine { return export.NoticeOf(n) })
}

// shown tells whether a case stands in the register, as on the pages.
func shown(c *isnad.Case) bool { return !c.Decided.IsZero() && c.Decision != "" }

func (a *api) cases(ctx context.Context, in *asking) (*reply[list[export.CaseLine]], error) {
	q, err := query.Decisions(in.values)
	if err := in.check(err, query.DecisionParams()); err != nil {
		return nil, err
	}
	rows, next, err := a.st.Cases(ctx, q)
	if err != nil {
		return nil, a.failed(ctx, err, "list of cases")
	}
	var public []isnad.Case
	for i := range rows {
		if shown(&rows[i]) {
			public = append(public, casework.Public(&rows[i]))
		}
	}
	if err := a.st.VeilCases(ctx, public); err != nil {
		return nil, a.failed(ctx, err, "list of cases")
	}
	lines := []export.CaseLine{}
	for i := range public {
		lines = append(lines, export.CaseOf(public[i]))
	}
	return answerList(in, lines, next), nil
}

func (a *api) oneCase(ctx context.Context, in *one) (*reply[export.CaseLine], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	c, err := a.st.Case(ctx, in.ID)
	if err == nil && !shown(&c) {
		err = isnad.ErrNotFound
	}
	public := []isnad.Case{casework.Public(&c)}
	if err == nil {
		err = a.st.VeilCases(ctx, public)
	}
	return detail(ctx, a, err, "decided case", in.ID, func() export.CaseLine { return export.CaseOf(public[0]) })
}

func (a *api) noticeFile(f export.Format, usual int) func(context.Context, *asking) (*file, error) {
	return func(ctx context.Context, in *asking) (*file, error) {
		q, err := query.Notices(in.values)
		if err := in.check(errors.Join(err, page(&q.Page, f, usual)), query.NoticeParams()); err != nil {
			return nil, err
		}
		rows, next, err := a.st.Notices(ctx, q)
		if err != nil {
			return nil, a.failed(ctx, err, "list of notices")
		}
		return encode(ctx, a, in, f, next, rows, export.Notices, a.options(ctx, in, "corrections"))
	}
}

// taskReply is a task.
type taskReply struct {
	Task string `json:"task" doc:"Taken once, within a day"`
	Bits int    `json:"bits" minimum:"1" doc:"Zero bits that its hash is to begin with"`
}

func (a *api) task(_ context.Context, in *asking) (*reply[taskReply], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	if a.o.Cases.Open == nil {
		return nil, huma.Error404NotFound("no cases are opened here")
	}
	return &reply[taskReply]{Body: taskReply{a.o.Cases.Gate.Task(), a.o.Cases.Gate.Bits()}}, nil
}

// handedIn is the form of a case with the task that was done for it.
type handedIn struct {
	isnad.CaseForm
	Task   string `json:"task"`
	Answer string `json:"answer"`
}

// handedInDoc describes handedIn.
type handedInDoc struct {
	Task      string        `json:"task" doc:"From /api/v1/cases/task"`
	Answer    string        `json:"answer" doc:"The number found, in decimal"`
	Kind      string        `json:"kind" enum:"correction,complaint,right_of_reply,copyright,counter_notice,privacy,court_order"`
	About     string        `json:"about" doc:"ID of a report, claim, incident or source; of a counter_notice also of the case"`
	Version   int           `json:"version,omitempty" doc:"Of the report"`
	Span      *isnad.Span   `json:"span,omitempty" doc:"The passage, in code points of that version's text"`
	Address   string        `json:"address,omitempty" doc:"Where it stands, as the person gives it"`
	Text      string        `json:"text" doc:"What is wrong"`
	Right     string        `json:"right,omitempty" doc:"What is right"`
	Reply     string        `json:"reply,omitempty" doc:"The words to be published"`
	Name      string        `json:"name,omitempty"`
	Email     string        `json:"email,omitempty"`
	Phone     string        `json:"phone,omitempty"`
	Postal    string        `json:"postal,omitempty"`
	OnBehalf  string        `json:"on_behalf,omitempty"`
	Language  string        `json:"language,omitempty" doc:"To be written to in (BCP 47)"`
	Named     bool          `json:"named,omitempty" doc:"The person wishes to be named in the register"`
	Work      string        `json:"work,omitempty" doc:"The work that is infringed, and where it can be seen"`
	Owner     string        `json:"owner,omitempty" doc:"Who holds the right"`
	Signature string        `json:"signature,omitempty" doc:"The full name, typed"`
	Faith     bool          `json:"good_faith,omitempty" doc:"Statement of good faith"`
	Accuracy  bool          `json:"accuracy,omitempty" doc:"Statement under penalty of perjury"`
	Consent   bool          `json:"jurisdiction,omitempty" doc:"Consent to jurisdiction and to service of process"`
	Court     string        `json:"court,omitempty"`
	Reference string        `json:"reference,omitempty"`
	Ordered   string        `json:"ordered,omitempty" format:"date"`
	Evidence  []evidenceDoc `json:"evidence,omitempty" doc:"Files are added at the secret address"`
}

type evidenceDoc struct {
	Address string `json:"address" doc:"Fetched and kept as it is then"`
}

// openedCase is what comes of a form.
type openedCase struct {
	ID     string `json:"id"`
	Token  string `json:"token" doc:"The secret of its address; it is not told again"`
	State  string `json:"state"`
	Follow string `json:"follow" doc:"The secret address, at which it is followed"`
}

// openCase opens a case. What the form lacks is told element by element.
func (a *api) openCase(ctx context.Context, in *posting) (*reply[openedCase], error) {
	if err := in.check(nil, nil); err != nil {
		return nil, err
	}
	if a.o.Cases.Open == nil {
		return nil, huma.Error404NotFound("no cases are opened here")
	}
	from, _ := ctx.Value(visitorKey{}).(netip.Addr)
	if err := a.o.Cases.Gate.Try(from); err != nil {
		return nil, a.notTaken(ctx, err)
	}
	f, err := in.form()
	if err != nil {
		return nil, err
	}
	f.Once = f.Task
	if gaps := casework.Missing(&f.CaseForm); len(gaps) > 0 {
		return nil, a.notTaken(ctx, &casework.MissingError{Elements: gaps})
	}
	var state isnad.CaseState
	got, err := a.o.Cases.Gate.Take(from, f.Task, f.Answer, string(isnad.HashOf(in.RawBody)), func() (string, error) {
		c, token, err := a.o.Cases.Open(ctx, f.CaseForm, nil, casework.By{Actor: isnad.ActorClaimant, Author: true})
		state = c.State
		return c.ID + " " + token, err
	})
	if err != nil {
		return nil, a.notTaken(ctx, err)
	}
	id, token, _ := strings.Cut(got, " ")
	if state == "" { // a second press of the same button
		state = isnad.CaseReceived
	}
	return &reply[openedCase]{Body: openedCase{id, token, string(state), a.base(ctx) + "/cases/" + token}}, nil
}

// form is the form in the body.
func (p *posting) form() (f handedIn, err error) {
	if kind, _, err := mime.ParseMediaType(p.kind); p.kind != "" && (err != nil || kind != "application/json") {
		return f, huma.Error415UnsupportedMediaType("the body must be application/json")
	}
	if len(p.RawBody) > maxCase {
		return f, huma.NewError(http.StatusRequestEntityTooLarge, fmt.Sprintf("the body must have at most %d bytes", maxCase))
	}
	d := json.NewDecoder(bytes.NewReader(p.RawBody))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return f, huma.Error400BadRequest("body must be a JSON object with the fields of a case and no others", &huma.ErrorDetail{Message: clip(err.Error()), Location: "body"})
	}
	if _, err := d.Token(); err != io.EOF {
		return f, huma.Error400BadRequest("body must be one JSON object")
	}
	for i, e := range f.Evidence { // what else stands in it is ours to say
		f.Evidence[i] = isnad.Evidence{Address: e.Address}
	}
	return f, nil
}

// notTaken tells why a form was not taken.
func (a *api) notTaken(ctx context.Context, err error) error {
	var missing *casework.MissingError
	var wait *gate.WaitError
	switch {
	case errors.As(err, &missing):
		var details []error
		for _, e := range missing.Elements {
			words := e.Words
			if e.Rule != "" {
				words += " (" + e.Rule + ")"
			}
			details = append(details, &huma.ErrorDetail{Message: words, Location: "body." + e.Field})
		}
		return huma.Error422UnprocessableEntity("the form is not complete; nothing was opened", details...)
	case errors.Is(err, gate.ErrTask):
		return huma.Error400BadRequest("body.task must be one from "+casesPath+"/task, not older than a day", &huma.ErrorDetail{Message: "is none of this site", Location: "body.task"})
	case errors.As(err, &wait):
		detail := "too many came from your address"
		if wait.Early {
			detail = "body.answer does not solve body.task; without that a form is taken once its task is some seconds old"
		}
		return huma.ErrorWithHeaders(huma.Error429TooManyRequests(detail), http.Header{"Retry-After": {strconv.Itoa(int(wait.For.Seconds()) + 1)}})
	case errors.Is(err, isnad.ErrNotFound):
		return huma.Error422UnprocessableEntity("the form is not complete; nothing was opened", &huma.ErrorDetail{Message: "nothing is known by this name here", Location: "body.about"})
	case errors.Is(err, isnad.ErrTooLarge):
		return huma.NewError(http.StatusRequestEntityTooLarge, "what was sent is more than is taken")
	case errors.Is(err, isnad.ErrRefused):
		return huma.Error422UnprocessableEntity(clip(err.Error()))
	}
	return a.failed(ctx, err, "case")
}

// opening registers the operation that opens a case.
func opening(h huma.API, handler func(context.Context, *posting) (*reply[openedCase], error)) {
	op := operation(h, casesPath, "corrections", "Open a case",
		"A correction, complaint, reply, copyright notice, counter-notice, privacy request or order. 422 names each element that is missing, and the rule that asks for it. The secret address is told once.", nil)
	op.Method, op.OperationID, op.MaxBodyBytes, op.SkipValidateBody = http.MethodPost, "open-case", maxCase, true
	problems := op.Responses["404"].Content
	for status, when := range map[string]string{"413": "Too much", "415": "The body is not JSON", "422": "An element is missing", "429": "The task is not done, or too many came"} {
		op.Responses[status] = &huma.Response{Description: when, Content: problems}
	}
	huma.Register(h, op, handler)
	registered := h.OpenAPI().Paths[casesPath].Post
	registered.RequestBody.Required = true
	registered.RequestBody.Content["application/json"].Schema = h.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[handedInDoc](), true, "")
}
