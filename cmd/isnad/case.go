package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

type caseCommand struct {
	Open        caseOpen     `cmd:"" help:"Open a case, for a person who wrote or called."`
	List        caseList     `cmd:"" help:"List cases, those that are due first."`
	Show        caseShow     `cmd:"" help:"Print one case with all that happened in it."`
	Acknowledge caseAct      `cmd:"" help:"Say that it was received."`
	TakeUp      caseAct      `cmd:"" help:"Look at it: it is in review."`
	Ask         caseAct      `cmd:"" help:"Ask the person something."`
	Answer      caseAct      `cmd:"" help:"Write down what the person answered."`
	Note        caseAct      `cmd:"" help:"Note something for the desk only."`
	Withdraw    caseAct      `cmd:"" help:"Withdraw it, or its appeal, for the person."`
	Appeal      caseAct      `cmd:"" help:"Appeal the decision, for the person."`
	Decide      caseDecide   `cmd:"" help:"Decide it, with reasons."`
	CarryOut    caseCarryOut `cmd:"" help:"Do what was decided."`
	Close       caseAct      `cmd:"" help:"Close it once nothing is left to do."`
	Add         caseAct      `cmd:"" help:"Write down what the person adds."`
	ActionFiled caseAct      `cmd:"" help:"Of a counter-notice: who gave the notice has filed an action. Nothing is put back."`
}

// caseURL is where letters lead.
type caseURL struct {
	URL string `help:"Address that readers use, for links in letters; else the one that serve was told." placeholder:"URL" env:"ISNAD_URL"`
}

type caseOpen struct {
	caseURL
	Kind     string   `required:"" help:"correction, complaint, right_of_reply, copyright, counter_notice, privacy or court_order."`
	About    string   `required:"" help:"ID of the report, claim, incident or source that it is about; of a counter_notice of the report or the case."`
	Span     string   `help:"The passage: first and last character, counted from 0, the last not in it." placeholder:"A:B"`
	InTitle  bool     `help:"The passage stands in the title."`
	Revision int      `help:"Version of the report that the person looked at; else the present one." placeholder:"N"`
	Address  string   `help:"Exact address of what is meant, as the person gave it." placeholder:"URL"`
	Text     string   `help:"What is wrong, in the person's words. Where --right, --reply or --work is asked for and not given, it is taken for that too."`
	Right    string   `help:"correction: what is right."`
	Reply    string   `help:"right_of_reply: the words to be published."`
	Work     string   `help:"copyright: the work, and where it can be seen."`
	Owner    string   `help:"copyright: who holds the right."`
	Evidence []string `help:"A file or an address that shows it." placeholder:"FILE|URL" sep:"none"`

	Name      string `help:"Name of the person."`
	Email     string `help:"Where to write to them."`
	Phone     string `help:"Telephone number."`
	Postal    string `help:"Postal address."`
	OnBehalf  string `help:"Whom the person acts for." placeholder:"NAME"`
	Language  string `help:"Language to write to them in." placeholder:"TAG"`
	Named     bool   `help:"The person wishes to be named in the register."`
	Signature string `help:"Their signature: the name, typed." placeholder:"NAME"`
	Declare   bool   `help:"The person signed with their name and declared: good faith, accuracy, and for a counter_notice consent to jurisdiction."`

	Court     string `help:"court_order: who orders."`
	Reference string `help:"court_order: docket number. privacy: the law."`
	Ordered   string `help:"court_order: day of the order." placeholder:"YYYY-MM-DD"`
}

// form is what the person handed in.
func (o *caseOpen) form() (isnad.CaseForm, []string, error) {
	f := isnad.CaseForm{
		Kind: isnad.CaseKind(o.Kind), About: o.About, Version: o.Revision, Address: o.Address,
		Text: o.Text, Right: o.Right, Reply: o.Reply, Work: o.Work, Owner: o.Owner,
		Name: o.Name, Email: o.Email, Phone: o.Phone, Postal: o.Postal, OnBehalf: o.OnBehalf, Language: o.Language, Named: o.Named,
		Signature: o.Signature, Court: o.Court, Reference: o.Reference,
	}
	var err error
	if f.Ordered, err = dayOrNone(o.Ordered); err != nil {
		return f, nil, fmt.Errorf("%w: --ordered: %w", errUse, err)
	}
	if o.Span != "" {
		a, b, ok := strings.Cut(o.Span, ":")
		start, err1 := strconv.Atoi(a)
		end, err2 := strconv.Atoi(b)
		if !ok || err1 != nil || err2 != nil {
			return f, nil, fmt.Errorf("%w: --span takes two numbers like 120:164, not %q", errUse, o.Span)
		}
		f.Span = &isnad.Span{Start: start, End: end, InTitle: o.InTitle}
	}
	if o.Declare {
		f.Faith, f.Accuracy, f.Consent = true, true, true
		if f.Signature == "" {
			f.Signature = f.Name
		}
	}
	for kind, p := range map[isnad.CaseKind]*string{isnad.CaseCorrection: &f.Right, isnad.CaseRightOfReply: &f.Reply, isnad.CaseCopyright: &f.Work} {
		if f.Kind == kind && *p == "" {
			*p = f.Text
		}
	}
	var files []string
	for _, e := range o.Evidence {
		if strings.HasPrefix(e, "http://") || strings.HasPrefix(e, "https://") {
			f.Evidence = append(f.Evidence, isnad.Evidence{Address: e})
		} else {
			files = append(files, e)
		}
	}
	return f, files, nil
}

func dayOrNone(s string) (isnad.Day, error) {
	if s == "" {
		return isnad.Day{}, nil
	}
	return isnad.ParseDay(s)
}

// Run opens the case, waits until its evidence is kept, and prints it.
func (o *caseOpen) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	f, names, err := o.form()
	if err != nil {
		return err
	}
	var files []isnad.Upload
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			return fmt.Errorf("reading evidence: %w", err)
		}
		defer file.Close()
		files = append(files, isnad.Upload{Name: filepath.Base(name), Body: file})
	}
	var opened isnad.Case
	var token, base string
	err = cmds.inCases(ctx, o.URL, log, func(h *house) (err error) {
		base = h.pipeline.BaseURL
		opened, token, err = h.pipeline.OpenCase(ctx, f, files, operatorBy())
		return err
	})
	if err != nil {
		return err
	}
	if cmds.Format == "jsonl" {
		return json.NewEncoder(c.out).Encode(map[string]any{"id": opened.ID, "token": token, "state": opened.State})
	}
	if base != "" {
		_, err = fmt.Fprintf(c.out, "%s\nThe person follows it at this secret address:\n%s/cases/%s\n", plain(caseLine(&opened)), strings.TrimSuffix(base, "/"), token)
		return err
	}
	_, err = fmt.Fprintf(c.out, "%s\nThe person follows it with this token (/cases/%s):\n%s\n", plain(caseLine(&opened)), token, token)
	return err
}

// inCases does something in the cases, and then all steps that follow from it.
func (cmds *commands) inCases(ctx context.Context, url string, log *slog.Logger, do func(h *house) error) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	if h.pipeline.BaseURL, err = h.address(ctx, url); err != nil {
		return err
	}
	if err := do(h); err != nil {
		return err
	}
	working, finish := h.work(ctx, true)
	err = outcome(h.settle(working), finish())
	h.writeLog(ctx, log)
	return err
}

// address is the address that readers use: the one that is said, else the one that
// serve was last told.
func (h *house) address(ctx context.Context, said string) (string, error) {
	if said != "" {
		return said, nil
	}
	return h.store.Setting(ctx, store.SettingURL)
}

func operatorBy() casework.By {
	return casework.By{Actor: isnad.ActorOperator, At: time.Now().UTC()}
}

type caseAct struct {
	caseURL
	ID     string `arg:"" help:"ID of the case."`
	Text   string `help:"What is said, asked or noted, and why."`
	Way    string `help:"How words came that are written down for somebody: letter, telephone, e-mail, in_person." placeholder:"WAY"`
	Notice string `help:"action-filed: the case of the notice whose giver filed it, where there are several." placeholder:"ID"`
}

// Run does what the chosen command says.
func (a *caseAct) Run(ctx context.Context, selected caseKindOf, c console, cmds *commands, log *slog.Logger) error {
	return cmds.actOnCase(ctx, a.URL, c, log, a.ID, isnad.CaseAct{Kind: selected.kind, Text: a.Text, Way: isnad.CaseWay(a.Way), Notice: a.Notice})
}

// caseKindOf is the kind of act that the words on the command line stand for.
type caseKindOf struct{ kind isnad.CaseActKind }

func caseKindFor(command string) caseKindOf {
	words := strings.Fields(command)
	if len(words) < 2 || words[0] != "case" {
		return caseKindOf{}
	}
	return caseKindOf{isnad.CaseActKind(strings.ReplaceAll(words[1], "-", "_"))}
}

type caseDecide struct {
	caseURL
	ID       string `arg:"" help:"ID of the case."`
	Decision string `required:"" help:"upheld, partly_upheld or rejected."`
	Reasons  string `required:"" help:"Why, for the person and the register."`
	Effect   string `help:"What it does to what is shown: correction, clarification, retraction, removal, erasure, restoration or reply."`
	Body     string `help:"File with the text: of a correction the whole text as it should be, of a clarification or a reply its words; - is standard input." placeholder:"FILE"`
	Title    string `help:"correction: the title as it should be, where it changes."`
	Report   string `help:"Report that the effect falls on, where the case is not about it." placeholder:"ID"`
	Of       string `help:"restoration: the notice whose effect no longer holds; else the last one." placeholder:"ID"`
	Legal    bool   `help:"removal: by law or order (451 rather than 410)."`
	NotFor   int    `help:"restoration after a counter_notice: working days to wait." placeholder:"DAYS"`
}

func (d *caseDecide) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	r := &isnad.Ruling{Decision: isnad.CaseOutcome(d.Decision), Reasons: d.Reasons, Effect: isnad.Effect(d.Effect), Report: d.Report, Of: d.Of, Legal: d.Legal, NotFor: d.NotFor}
	if d.Title != "" {
		r.Title = &d.Title
	}
	var err error
	if r.Body, err = readBody(d.Body, c.in); err != nil {
		return err
	}
	return cmds.actOnCase(ctx, d.URL, c, log, d.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: r})
}

// maxBodyFile bounds the file of a corrected text.
const maxBodyFile = 4 << 20

func readBody(name string, in io.Reader) (string, error) {
	if name == "" {
		return "", nil
	}
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return "", fmt.Errorf("reading the text: %w", err)
		}
		defer file.Close()
		in = file
	}
	b, err := io.ReadAll(io.LimitReader(in, maxBodyFile+1))
	if err != nil {
		return "", fmt.Errorf("reading the text: %w", err)
	}
	if len(b) > maxBodyFile {
		return "", fmt.Errorf("reading the text: %w", isnad.ErrTooLarge)
	}
	return strings.TrimRight(string(b), "\n"), nil
}

type caseCarryOut struct {
	caseURL
	ID string `arg:"" help:"ID of the case."`
}

func (d *caseCarryOut) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	return cmds.actOnCase(ctx, d.URL, c, log, d.ID, isnad.CaseAct{Kind: isnad.CaseCarryOut})
}

// actOnCase does an act of the operator, waits for the steps that follow, and
// prints the case.
func (cmds *commands) actOnCase(ctx context.Context, url string, c console, log *slog.Logger, id string, a isnad.CaseAct) error {
	var out isnad.Case
	err := cmds.inCases(ctx, url, log, func(h *house) (err error) {
		out, err = h.pipeline.ActOnCase(ctx, id, a, nil, operatorBy())
		return err
	})
	if err != nil {
		return err
	}
	return printCase(c.out, cmds.Format, &out, false)
}

type caseList struct {
	State   string `help:"Only those in this state."`
	Kind    string `help:"Only those of this kind."`
	Open    bool   `help:"Only those in which somebody is still to act."`
	Overdue bool   `help:"Only those that are overdue."`
}

func (l *caseList) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	q := store.CaseQuery{State: isnad.CaseState(l.State), Kind: isnad.CaseKind(l.Kind), Open: l.Open, Order: store.CasesDue}
	if l.Overdue {
		q.DueBefore = time.Now()
	}
	q.Limit = 200
	for {
		cases, next, err := h.store.Cases(ctx, q)
		if err != nil {
			return err
		}
		for i := range cases {
			if err := printCase(c.out, cmds.Format, &cases[i], false); err != nil {
				return err
			}
		}
		if q.After = next; next == "" {
			return nil
		}
	}
}

type caseShow struct {
	ID string `arg:"" help:"ID of the case."`
}

func (s *caseShow) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	x, err := h.store.Case(ctx, s.ID)
	if err != nil {
		return err
	}
	if err := printCase(c.out, cmds.Format, &x, true); err != nil || cmds.Format == "jsonl" {
		return err
	}
	mails, err := h.store.Mails(ctx, x.ID)
	if err != nil {
		return err
	}
	for _, m := range mails {
		if _, err := fmt.Fprintln(c.out, plain(fmt.Sprintf("  letter about act %d%s: %s %s", m.Act, map[store.MailReader]string{store.MailToNotifier: ", to who gave the notice"}[m.Reader], m.State, m.Error))); err != nil {
			return err
		}
	}
	return nil
}

// printCase prints a case for programs whole, and for people on one line, with
// what happened in it on lines of their own where all is asked for.
func printCase(w io.Writer, format string, c *isnad.Case, all bool) error {
	if format == "jsonl" {
		return json.NewEncoder(w).Encode(c)
	}
	if _, err := fmt.Fprintln(w, plain(caseLine(c))); err != nil || !all {
		return err
	}
	var errs []error
	line := func(format string, args ...any) {
		_, err := fmt.Fprintln(w, plain(fmt.Sprintf(format, args...)))
		errs = append(errs, err)
	}
	for _, x := range []struct{ word, what string }{
		{"passage", c.Quote}, {"what is wrong", c.Form.Text}, {"what is right", c.Form.Right}, {"reply", c.Form.Reply}, {"work", c.Form.Work},
		{"court", c.Form.Court}, {"reference", c.Form.Reference}, {"name", c.Form.Name}, {"e-mail", c.Form.Email}, {"telephone", c.Form.Phone}, {"post", c.Form.Postal},
	} {
		if x.what != "" {
			line("  %s: %s", x.word, x.what)
		}
	}
	for _, a := range c.Acts {
		who := a.Name
		if who == "" {
			who = string(a.Actor)
		}
		line("  %d  %s  %s  %s%s", a.Number, a.Time.Format("2006-01-02 15:04"), who, a.Kind, actWords(&a))
	}
	return errors.Join(errs...)
}

// actWords is what an act of a case says, after its kind.
func actWords(a *isnad.CaseAct) string {
	s := ""
	if a.Way != "" {
		s = " (by " + strings.ReplaceAll(string(a.Way), "_", " ") + ")"
	}
	if a.Ruling != nil {
		s = fmt.Sprintf(" %s: %s", a.Ruling.Decision, a.Ruling.Reasons)
		if a.Ruling.Effect != "" {
			s = fmt.Sprintf(" %s, %s: %s", a.Ruling.Decision, a.Ruling.Effect, a.Ruling.Reasons)
		}
	}
	if a.Text != "" {
		s += ": " + a.Text
	}
	if len(a.Notices) > 0 {
		s += " " + strings.Join(a.Notices, " ")
	}
	for _, e := range a.Evidence {
		s += " [" + strings.TrimSpace(strings.Join([]string{e.Name, e.Address, e.MediaType, e.Failed}, " ")) + "]"
	}
	return s
}

// caseLine is a case on one line for people.
func caseLine(c *isnad.Case) string {
	s := fmt.Sprintf("%s  %d  %s  %s  about %s", c.ID, c.Number, c.Kind, c.State, c.About)
	if c.Decision != "" {
		s += "  " + string(c.Decision)
	}
	if !c.Due.IsZero() {
		s += fmt.Sprintf("  %s due %s", c.DueFor, c.Due.Format(time.DateOnly))
		if casework.Overdue(c, time.Now()) {
			s += " OVERDUE"
		}
	}
	return s
}
