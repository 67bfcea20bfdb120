package site

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/site/gate"
)

// casePage is the page on which a case is opened: the kinds to choose from, or the
// form of one.
type casePage struct {
	Offers    []caseOffer
	Offer     *caseOffer
	Keep      string // address of the kinds to choose from, about the same
	Kind      isnad.CaseKind
	Subject   *caseSubject
	About     string // as typed
	Version   int
	Span      string
	Passage   string // the words that are wrong, as typed
	Addresses string // of evidence, as typed
	Ask       askPassage
	Wrong     map[string]casework.Element
	Gaps      []caseGap // what is missing, in the order of the page
	Groups    []caseGroup
	Terms     string // by when what happens
	Problem   string
	Lost      bool // files came and are not kept

	Task caseTask
	Mail bool
	Max  int
}

// caseTask is the small task that a page gives to a browser.
type caseTask struct {
	Task string
	Bits int
}

// caseGap is one thing that a form lacks, and where it is typed.
type caseGap struct{ Input, Label, Words, Rule string }

// askPassage says how the form asks for a passage.
type askPassage struct {
	On     bool
	Needed bool
}

// maxPassage bounds the words of a passage in an address, in characters.
const maxPassage = 2000

// maxAbout bounds what names the subject of a case in an address.
const maxAbout = 300

// newCase is the form, empty, or the choice of a kind.
func (s *site) newCase(w http.ResponseWriter, r *http.Request) error {
	v := r.URL.Query()
	p := casePage{Kind: isnad.CaseKind(v.Get("kind")), Span: spanWords(readSpan(v.Get("span"))), Passage: cut(maxPassage, v.Get("passage"))}
	p.About, p.Version = readAbout(cut(maxAbout, v.Get("about")))
	if n, err := strconv.Atoi(v.Get("version")); err == nil && n > 0 && n < 1_000_000 {
		p.Version = n
	}
	f := isnad.CaseForm{Kind: p.Kind, About: p.About, Version: p.Version, Span: readSpan(p.Span), Language: askedLanguage(r)}
	return s.showForm(w, r, http.StatusOK, p, f)
}

// askedLanguage is the first language that a browser asks for, of those offered.
func askedLanguage(r *http.Request) string {
	tag, _, _ := strings.Cut(r.Header.Get("Accept-Language"), ",")
	tag, _, _ = strings.Cut(tag, ";")
	tag, _, _ = strings.Cut(strings.TrimSpace(tag), "-")
	if slices.Contains(caseTongues, strings.ToLower(tag)) {
		return strings.ToLower(tag)
	}
	return ""
}

// showForm renders the form with what was typed into it.
func (s *site) showForm(w http.ResponseWriter, r *http.Request, status int, p casePage, f isnad.CaseForm) error {
	if status == http.StatusOK { // not no-store: who goes back finds what they typed
		w.Header().Set("Cache-Control", "no-cache, private")
	}
	w.Header().Set("X-Robots-Tag", "noindex")
	keep := url.Values{}
	for name, value := range map[string]string{"about": p.About, "span": p.Span, "passage": cut(maxPassage, p.Passage)} {
		if value != "" {
			keep.Set(name, value)
		}
	}
	if p.Version > 0 {
		keep.Set("version", strconv.Itoa(p.Version))
	}
	p.Keep = formAddress(keep)
	if p.Subject == nil && p.About != "" {
		x, err := s.subjectOf(r.Context(), p.About, p.Version, f.Span)
		switch {
		case err == nil:
			p.Subject = x
		case !errors.Is(err, isnad.ErrNotFound):
			return err
		}
	}
	o, ok := offerOf(p.Kind)
	if !ok {
		p.Offers = caseOffers()
		for i := range p.Offers {
			keep.Set("kind", string(p.Offers[i].Kind))
			p.Offers[i].Href = formAddress(keep)
		}
		return s.render(w, r, status, "case-new", view{Title: "Something wrong?", Body: p})
	}
	p.Offer = &o
	p.Ask.On = p.Subject == nil || p.Subject.report != nil && p.Subject.What == "report"
	if p.Kind == isnad.CaseCounterNotice || p.Kind == isnad.CaseCourtOrder || p.Subject != nil && p.Subject.Gone {
		p.Ask.On = false
	}
	p.Ask.Needed = p.Kind == isnad.CaseCorrection && p.Subject != nil && p.Ask.On
	if p.Passage == "" && p.Ask.On && f.Span != nil && p.Subject != nil {
		p.Passage = p.Subject.Quote
	}
	p.Max = casework.MaxText
	p.Mail = s.o.Cases.Mail
	p.Terms = s.termsWords(p.Kind)
	p.Task = s.caseTask(p.Task.Task)
	p.Groups = filledGroups(p.Kind, &f, p.Wrong)
	for i := range p.Groups {
		for j := range p.Groups[i].Fields {
			if x := &p.Groups[i].Fields[j]; x.Name == "addresses" {
				x.Value = p.Addresses
			}
		}
	}
	return s.render(w, r, status, "case-new", view{Title: o.Title, Body: p})
}

// formAddress is the address of the form with what is known already. It is made
// whole: a template would take what stands behind a question mark for one word.
func formAddress(keep url.Values) string {
	if len(keep) == 0 {
		return "/cases/new"
	}
	return "/cases/new?" + keep.Encode()
}

// caseTask is a task for a page: the one it had, while that is still taken.
func (s *site) caseTask(had string) caseTask {
	if !s.o.Cases.Gate.Takes(had) {
		had = s.o.Cases.Gate.Task()
	}
	return caseTask{had, s.o.Cases.Gate.Bits()}
}

// filledGroups are the fields of a form with what was typed and what is missing.
func filledGroups(k isnad.CaseKind, f *isnad.CaseForm, wrong map[string]casework.Element) []caseGroup {
	need := neededFields(k)
	groups := caseGroups(k)
	for i := range groups {
		for j := range groups[i].Fields {
			x := &groups[i].Fields[j]
			_, ok := need[x.Name]
			x.Needed = ok && !(x.Name == "addresses") && !(x.Name == "email" && reachedOtherwise(k)) // an address or a file; one way of several
			if w, ok := wrong[x.Name]; ok {
				x.Wrong, x.Rule = wrongWords(w), lawOf(w.Rule)
			}
			fillField(x, f)
		}
	}
	return groups
}

func fillField(x *caseField, f *isnad.CaseForm) {
	for name, ptr := range formTexts(f) {
		if name == x.Name {
			x.Value = *ptr
		}
	}
	for name, ptr := range formTicks(f) {
		if name == x.Name {
			x.On = *ptr
		}
	}
	switch x.Input {
	case "day":
		if !f.Ordered.IsZero() {
			x.Value = f.Ordered.String()
		}
	case "language":
		x.Lang = append(x.Lang, choice{"", "any", f.Language == ""})
		for _, tag := range caseTongues {
			x.Lang = append(x.Lang, choice{tag, languageSelf(tag), tag == f.Language})
		}
	}
}

// formTexts are the texts of a form by the names of their inputs.
func formTexts(f *isnad.CaseForm) map[string]*string {
	return map[string]*string{"text": &f.Text, "right": &f.Right, "reply": &f.Reply, "name": &f.Name, "email": &f.Email, "phone": &f.Phone,
		"postal": &f.Postal, "on_behalf": &f.OnBehalf, "language": &f.Language, "work": &f.Work, "owner": &f.Owner, "signature": &f.Signature,
		"court": &f.Court, "reference": &f.Reference}
}

func formTicks(f *isnad.CaseForm) map[string]*bool {
	return map[string]*bool{"named": &f.Named, "good_faith": &f.Faith, "accuracy": &f.Accuracy, "jurisdiction": &f.Consent}
}

// openCase takes a form in. Whatever stands against it is told beside the fields,
// which keep what was typed.
func (s *site) openCase(w http.ResponseWriter, r *http.Request) error {
	from := s.visitor(r)
	p := casePage{}
	if err := s.o.Cases.Gate.Try(from); err != nil {
		return tooMany(w, err)
	}
	in, err := s.readSent(w, r)
	defer in.close()
	switch {
	case errors.Is(err, errTyped):
		p.Problem = "What was sent is no form, or only a part of one arrived. Send it again."
		return s.showForm(w, r, http.StatusBadRequest, p, isnad.CaseForm{})
	case errors.Is(err, errBusy):
		return tooBusy(w)
	case errors.Is(err, isnad.ErrTooLarge):
		return &http.MaxBytesError{Limit: mostTyped}
	case err != nil:
		return err
	}
	f, p, err := s.readCase(r.Context(), in)
	if err != nil {
		return err
	}
	if len(p.Gaps) > 0 {
		p.Lost = len(in.files) > 0
		return s.showForm(w, r, http.StatusUnprocessableEntity, p, f)
	}
	token, err := s.o.Cases.Gate.Take(from, p.Task.Task, in.values.Get("answer"), in.digest(), func() (string, error) {
		_, token, err := s.o.Cases.Open(r.Context(), f, in.files, casework.By{Actor: isnad.ActorClaimant, Author: true})
		return token, err
	})
	if err == nil {
		http.Redirect(w, r, "/cases/"+url.PathEscape(token)+"?opened=1", http.StatusSeeOther)
		return nil
	}
	p.Lost = len(in.files) > 0
	status, ok := s.sayRefused(w, err, &p)
	if !ok {
		return err
	}
	return s.showForm(w, r, status, p, f)
}

// sayRefused says on the page why a form was not taken; false for what is a
// failure of ours.
func (s *site) sayRefused(w http.ResponseWriter, err error, p *casePage) (int, bool) {
	var missing *casework.MissingError
	switch {
	case errors.As(err, &missing):
		p.missing(missing.Elements)
		return http.StatusUnprocessableEntity, true
	case errors.Is(err, isnad.ErrNotFound):
		p.missing([]casework.Element{{Field: "about", Words: "nothing is known by this name here"}})
		return http.StatusUnprocessableEntity, true
	case errors.Is(err, isnad.ErrTooLarge):
		p.missing([]casework.Element{{Field: "evidence", Words: "the evidence is larger than is taken: 20 files, 25 MB each, 60 MB together"}})
		return http.StatusRequestEntityTooLarge, true
	}
	if problem, status := gateWords(w, err); problem != "" {
		if p.Problem = problem; errors.Is(err, gate.ErrTask) {
			p.Task = caseTask{}
		}
		return status, true
	}
	if why, ok := refusedWhy(err); ok {
		p.Problem = upperFirst(why) + "."
		return http.StatusUnprocessableEntity, true
	}
	return 0, false
}

// gateWords says in words for the person what the gate says, and for how long.
func gateWords(w http.ResponseWriter, err error) (string, int) {
	var wait *gate.WaitError
	switch {
	case errors.Is(err, gate.ErrTask):
		return "This form was open for very long, or was sent before with other words, so it was given a new mark. Nothing that you typed is lost: press Send again.", http.StatusConflict
	case errors.As(err, &wait):
		w.Header().Set("Retry-After", strconv.Itoa(int(wait.For.Seconds())+1))
		if wait.Early {
			return fmt.Sprintf("This came faster than people write, and your browser did not do the small task that shows machines away. Nothing that you typed is lost: wait %s and press Send again.", waitWords(wait.For)), http.StatusTooManyRequests
		}
		return fmt.Sprintf("Many forms came from your address. Nothing that you typed is lost: press Send again in %s, or open this page in a browser with JavaScript.", waitWords(wait.For)), http.StatusTooManyRequests
	}
	return "", 0
}

// tooMany is what is said to an address from which too much comes, before
// anything of it is read.
func tooMany(w http.ResponseWriter, err error) error {
	if problem, status := gateWords(w, err); problem != "" {
		return &told{Status: status, Head: "Not so fast", Text: "Too much came from your address at once. Go back, so that nothing you typed is lost, and send it again in a minute."}
	}
	return err
}

// tooBusy is what is said when more files arrive than can be received at once.
func tooBusy(w http.ResponseWriter) error {
	w.Header().Set("Retry-After", "60")
	return &told{Status: http.StatusServiceUnavailable, Head: "Many files are arriving", Text: "Others are sending files at this moment. Go back, so that nothing you typed is lost, and send it again in a minute; or send it without files and add them later."}
}

func waitWords(d time.Duration) string {
	switch d = d.Round(time.Second); {
	case d <= 0:
		return "a second"
	case d < 90*time.Second:
		return plural(max(int(d.Seconds()), 1), "second", "seconds")
	}
	return plural(int(d.Minutes())+1, "minute", "minutes")
}

// readCase makes a form of what was typed, and says what it lacks.
func (s *site) readCase(ctx context.Context, in *handed) (isnad.CaseForm, casePage, error) {
	v := in.values
	f := isnad.CaseForm{Kind: isnad.CaseKind(v.Get("kind")), Evidence: in.evidence("addresses"), Once: v.Get("task")}
	p := casePage{Kind: f.Kind, Passage: v.Get("passage"), Addresses: v.Get("addresses"), Task: caseTask{Task: v.Get("task")}}
	p.About, f.Version = readAbout(cut(maxAbout, v.Get("about")))
	if n, err := strconv.Atoi(v.Get("version")); err == nil && n > 0 && n < 1_000_000 && f.Version == 0 {
		f.Version = n
	}
	f.About, p.Version = p.About, f.Version
	f.Span = readSpan(v.Get("span"))
	for name, ptr := range formTexts(&f) {
		*ptr = strings.ReplaceAll(strings.ToValidUTF8(v.Get(name), "\uFFFD"), "\r\n", "\n")
	}
	for name, ptr := range formTicks(&f) {
		*ptr = v.Get(name) != ""
	}
	var gaps []casework.Element
	if day := strings.TrimSpace(v.Get("ordered")); day != "" {
		var err error
		if f.Ordered, err = isnad.ParseDay(day); err != nil {
			gaps = append(gaps, casework.Element{Field: "ordered", Words: "this is not a day: write it as 2031-03-01"})
		}
	}
	more, err := s.readSubject(ctx, &f, &p)
	if err != nil {
		return f, p, err
	}
	p.Span = spanWords(f.Span)
	full := f // with the files, which the pipeline adds
	full.Evidence = slices.Clone(f.Evidence)
	for _, u := range in.files {
		full.Evidence = append(full.Evidence, isnad.Evidence{Name: u.Name})
	}
	gaps = append(append(gaps, more...), casework.Missing(&full)...)
	if in.wrong != "" {
		gaps = append(gaps, casework.Element{Field: "files", Words: in.wrong + " Choose them again, or send the form without them and add them later."})
	}
	p.missing(gaps)
	return f, p, nil
}

// readSubject looks up what the form is about, and finds the passage in it.
func (s *site) readSubject(ctx context.Context, f *isnad.CaseForm, p *casePage) ([]casework.Element, error) {
	if f.About == "" {
		return nil, nil
	}
	x, err := s.subjectOf(ctx, f.About, f.Version, f.Span)
	if errors.Is(err, isnad.ErrNotFound) {
		return []casework.Element{{Field: "about", Words: "nothing is known by this name here: paste the address of the page that it is about"}}, nil
	}
	if err != nil {
		return nil, err
	}
	p.Subject = x
	if x.What != "report" || x.report == nil {
		f.Span = nil
		return nil, nil
	}
	words := strings.TrimSpace(p.Passage)
	if words == "" {
		f.Span = nil
		return nil, nil
	}
	if f.Span != nil && strings.TrimSpace(wordsAt(x.report, *f.Span)) == strings.TrimSpace(strings.ReplaceAll(words, "\r\n", "\n")) {
		return nil, nil // as it was chosen
	}
	f.Span, err = findPassage(x.report, words)
	switch {
	case errors.Is(err, errSeveral):
		f.Span = nil
		return []casework.Element{{Field: "span", Words: "these words stand there more than once: copy some more of the words around them"}}, nil
	case err != nil:
		f.Span = nil
		return []casework.Element{{Field: "span", Words: "these words do not stand in the report: copy them from its text, as they stand there"}}, nil
	}
	if f.Version == 0 {
		f.Version = x.report.Version
		p.Version = f.Version
	}
	x.Quote = wordsAt(x.report, *f.Span)
	return nil, nil
}

// missing puts what is missing beside the fields, and at the top in their order.
// What is said first of a field stays.
func (p *casePage) missing(list []casework.Element) {
	if p.Wrong == nil {
		p.Wrong = map[string]casework.Element{}
	}
	for _, e := range list {
		in := inputOf(e.Field)
		if _, ok := p.Wrong[in]; ok {
			continue
		}
		p.Wrong[in] = e
		p.Gaps = append(p.Gaps, caseGap{Input: in, Label: fieldLabel(p.Kind, in), Words: upperFirst(plainText(e.Words)), Rule: lawOf(e.Rule)})
	}
	order := []string{"about", "passage"}
	for _, g := range caseGroups(p.Kind) {
		for _, f := range g.Fields {
			order = append(order, f.Name)
		}
	}
	for i, g := range p.Gaps {
		if !slices.Contains(order, g.Input) { // said at the top alone
			p.Gaps[i].Input = ""
		}
	}
	slices.SortStableFunc(p.Gaps, func(a, b caseGap) int { return slices.Index(order, a.Input) - slices.Index(order, b.Input) })
}

// wrongWords is what is said beside a field.
func wrongWords(e casework.Element) string {
	if e.Rule == "" || strings.HasPrefix(e.Rule, "bounds") {
		return upperFirst(e.Words) + "."
	}
	return "Missing: " + e.Words
}

// wrongOf is what the template shows beside an input: its name, the words, the law.
func wrongOf(input string, e casework.Element) []string {
	if e.Words == "" {
		return []string{input, "", ""}
	}
	return []string{input, wrongWords(e), lawOf(e.Rule)}
}

// lawOf is a rule where it is one of the law; our own say nothing to people.
func lawOf(rule string) string {
	if strings.HasPrefix(rule, "rules ") || strings.HasPrefix(rule, "bounds ") {
		return ""
	}
	return rule
}

// fieldLabel is what an input of the form is called, for what is said at the top.
func fieldLabel(k isnad.CaseKind, input string) string {
	switch input {
	case "about":
		return "What it is about"
	case "passage":
		return "The passage"
	case "addresses":
		return "What shows it"
	case "good_faith", "accuracy", "jurisdiction":
		return "Statements"
	case "signature":
		return "Signature"
	}
	for _, g := range caseGroups(k) {
		for _, f := range g.Fields {
			if f.Name == input {
				return f.Label
			}
		}
	}
	return "The form"
}

// termsWords says by when what happens to a case of a kind.
func (s *site) termsWords(k isnad.CaseKind) string {
	t, ok := s.o.Cases.Rules.Terms[k]
	if !ok {
		t = casework.Default().Terms[k]
	}
	var parts []string
	if t.Acknowledge.Set() {
		parts = append(parts, "you are told that it arrived within "+termWords(t.Acknowledge))
	}
	if t.Decide.Set() {
		parts = append(parts, "a person decides within "+termWords(t.Decide))
	}
	if t.CarryOut.Set() && t.PutBackMin == 0 {
		parts = append(parts, "what was decided is done within "+termWords(t.CarryOut))
	}
	if t.PutBackMin > 0 {
		parts = append(parts, fmt.Sprintf("what is put back is put back after %d to %d working days", t.PutBackMin, t.PutBackMax))
	}
	if len(parts) == 0 {
		return ""
	}
	return upperFirst(strings.Join(parts, "; ")) + "."
}

func termWords(t casework.Term) string {
	if t.Working {
		return plural(t.Days, "working day", "working days")
	}
	return plural(t.Days, "day", "days")
}

func upperFirst(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
