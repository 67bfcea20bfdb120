package pipeline

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

// onceFor is how long the same form counts as handed in twice.
const onceFor = 24 * time.Hour

// minOnce is how long a mark of a form must be, so that it cannot be guessed: who
// hands the same form in again gets an address of the case.
const minOnce = 16

// OpenCase opens a case with the files that were handed in with its form, and
// returns it with the secret token by which the person follows it. The case, what
// was given as evidence, the letter to the person and the entry of the log stand
// together or not at all. The same form handed in twice (CaseForm.Once) is one
// case; each time gets a token of its own.
//
// by says who hands it in: a claimant where no actor is named. Of the evidence in
// the form only addresses are taken. They are fetched by a step of their own.
//
// Errors wrap *casework.MissingError, isnad.ErrRefused, isnad.ErrNotFound or
// isnad.ErrTooLarge, with words for the person.
func (p *Pipeline) OpenCase(ctx context.Context, f isnad.CaseForm, files []isnad.Upload, by casework.By) (c isnad.Case, token string, err error) {
	once := f.Once
	f.Evidence = given(f.Evidence, files)
	c, err = p.Casework.Open(f, p.caseTime()) // before anything is kept
	if err == nil {
		err = p.locate(ctx, &c)
	}
	if err != nil {
		return c, "", fmt.Errorf("opening a case: %w", err)
	}
	if c.ID, err = drawID('d'); err != nil {
		return c, "", fmt.Errorf("opening a case: %w", err)
	}
	captures, err := p.keepFiles(ctx, c.ID, c.Opened, c.Form.Evidence, files)
	if err != nil {
		return c, "", fmt.Errorf("opening a case: %w", err)
	}
	first := &c.Acts[0]
	first.Evidence = slices.Clone(c.Form.Evidence)
	if by.Actor == isnad.ActorOperator || by.Actor == isnad.ActorDesk {
		first.Actor, first.Person, first.Name, first.Role = by.Actor, by.Person.ID, by.Person.Name, by.Person.Role
	}
	token = rand.Text()
	keys := store.CaseKeys{Token: isnad.HashOf([]byte(token))}
	if casework.IsEmail(c.Form.Email) {
		keys.Secret = token
	}
	if keys.Once, err = onceOf(once, &c.Form); err != nil {
		return c, "", fmt.Errorf("opening a case: %w", err)
	}
	o := opening{Case: c, captures: captures, keys: keys, token: token}
	if err := p.openings.write(p, &o); err != nil {
		return isnad.Case{}, "", fmt.Errorf("opening a case: %w", err)
	}
	return o.Case, token, nil
}

// onceOf is what tells that the same form came twice; empty without a mark.
func onceOf(once string, f *isnad.CaseForm) (isnad.Hash, error) {
	if len(once) < minOnce || len(once) > 200 {
		return "", nil
	}
	same := *f
	same.Evidence = slices.Clone(f.Evidence)
	for i := range same.Evidence {
		e := &same.Evidence[i]
		e.Capture, e.Given = "", time.Time{} // another each time
	}
	form, err := digest(same)
	return isnad.HashOf([]byte(once + "\x00" + string(form))), err
}

// digest is the hash of a value's JSON.
func digest(v any) (isnad.Hash, error) {
	doc, err := json.Marshal(v)
	return isnad.HashOf(doc), err
}

// drawID draws an ID that nothing has and nobody can guess.
func drawID(kind byte) (string, error) {
	b := make([]byte, 10)
	if _, err := rand.Read(b); err != nil {
		return "", fmt.Errorf("drawing an ID: %w", err)
	}
	return string(kind) + hex.EncodeToString(b), nil
}

// ActOnCase does an act in a case and returns the case as it stands then. Of a are
// given Kind, the data of the kind, and Seen; who does it by says. What follows
// from it (effects on what is shown, notices, letters, entries of the log) stands
// together with it, or nothing does. A decision is carried out by an act of its
// own, isnad.CaseCarryOut.
//
// Errors wrap isnad.ErrConflict where others acted since Seen, isnad.ErrRefused
// with words for the person, isnad.ErrNotFound and isnad.ErrTooLarge.
func (p *Pipeline) ActOnCase(ctx context.Context, id string, a isnad.CaseAct, files []isnad.Upload, by casework.By) (isnad.Case, error) {
	a.Time = p.caseTime()
	c, err := p.actOnCase(ctx, id, a, files, by)
	if err != nil {
		return isnad.Case{}, fmt.Errorf("%s in a case: %w", strings.ReplaceAll(string(a.Kind), "_", " "), err)
	}
	return c, nil
}

// caseTime is when somebody acts in a case, if now.
func (p *Pipeline) caseTime() time.Time {
	if p.Now == nil {
		return now()
	}
	return p.Now().UTC().Truncate(time.Microsecond)
}

// errMoved says that somebody acted while the act was being prepared.
var errMoved = fmt.Errorf("somebody else acted on it: %w", isnad.ErrConflict)

func (p *Pipeline) actOnCase(ctx context.Context, id string, a isnad.CaseAct, files []isnad.Upload, by casework.By) (out isnad.Case, err error) {
	a.Notices = nil
	a.Evidence = given(a.Evidence, files)
	var captures []isnad.Capture
	for try := range 5 {
		c, err := p.Store.Case(ctx, id)
		if err != nil {
			return c, err
		}
		if by, err = p.CaseBy(ctx, &c, by); err != nil {
			return c, err
		}
		if a.Kind == isnad.CaseActionFiled && by.Actor != isnad.ActorNotifier {
			if by.Notice, err = p.filer(ctx, &c, a.Notice); err != nil {
				return c, err
			}
		}
		if err := p.checkAct(ctx, &c, a, by); err != nil {
			return c, err
		}
		if try == 0 { // the files can be read once; until here none was kept
			if captures, err = p.keepFiles(ctx, c.ID, a.Time, a.Evidence, files); err != nil {
				return c, err
			}
		}
		err = p.Store.Begin(ctx, func(tx *store.Tx) error {
			if a.Kind == isnad.CaseCarryOut {
				if err := tx.LockEffects(); err != nil {
					return err
				}
			}
			if err := tx.LockCases(); err != nil {
				return err
			}
			now, err := tx.Case(id)
			if err == nil && len(now.Acts) != len(c.Acts) {
				err = errMoved // who may do what was looked up for the case as it was
			}
			if err != nil {
				return err
			}
			w := caseWork{p: p, tx: tx}
			out, err = w.act(ctx, now, a, captures, by)
			return err
		})
		if !errors.Is(err, errMoved) || ctx.Err() != nil {
			return out, err
		}
	}
	return out, errMoved
}

// checkAct tells whether the act can be done in the case as it stands.
func (p *Pipeline) checkAct(ctx context.Context, c *isnad.Case, a isnad.CaseAct, by casework.By) error {
	if a.Seen != 0 && a.Seen != len(c.Acts) {
		return fmt.Errorf("case %d: more happened in it since you looked: %w", c.Number, isnad.ErrConflict)
	}
	if a.Kind == isnad.CaseAssign {
		switch to, err := p.Store.Person(ctx, a.To); {
		case errors.Is(err, isnad.ErrNotFound):
			return fmt.Errorf("nobody at the desk has that ID: %w", isnad.ErrRefused)
		case err != nil:
			return err
		case !to.May(isnad.RoleEditor):
			return fmt.Errorf("%s could not decide on it: that needs the role of editor: %w", to.Name, isnad.ErrRefused)
		}
	}
	_, err := p.Casework.Apply(*c, a, by)
	return err
}

// caseWork is one transaction in which something happens in a case.
type caseWork struct {
	p  *Pipeline
	tx *store.Tx
}

// act applies an act and writes everything that follows from it.
func (w caseWork) act(ctx context.Context, c isnad.Case, a isnad.CaseAct, captures []isnad.Capture, by casework.By) (isnad.Case, error) {
	next, err := w.p.Casework.Apply(c, a, by)
	switch {
	case err != nil:
	case a.Kind == isnad.CaseDecide:
		err = w.p.checkEffect(ctx, w.tx, &next, next.Ruling)
	case a.Kind == isnad.CaseCarryOut:
		next, err = w.carryOut(ctx, c, next, a, by)
	}
	if err != nil {
		return c, err
	}
	last := &next.Acts[len(next.Acts)-1]
	if err := w.tx.PutCase(&next); err != nil {
		return c, err
	}
	if err := w.tx.PutCaseAct(next.ID, last); err != nil {
		return c, err
	}
	if err := w.takeIn(&next, captures); err != nil {
		return c, err
	}
	token, err := w.tx.CaseSecret(next.ID)
	if err != nil {
		return c, err
	}
	return next, w.write(&next, token)
}

// carryOut does what was decided. next is the case after the act, but for the
// notices that come of it.
func (w caseWork) carryOut(ctx context.Context, c, next isnad.Case, a isnad.CaseAct, by casework.By) (isnad.Case, error) {
	act := next.Acts[len(next.Acts)-1]
	var notices []isnad.Notice
	var err error
	if next.Ruling.Effect != "" {
		if notices, err = w.p.effect(ctx, w.tx, &next, next.Ruling, &act); err != nil {
			return c, err
		}
		// An erasure blots out words of the case itself.
		c.Quote, c.Form, c.Reasons, c.Ruling, c.Acts = next.Quote, next.Form, next.Reasons, next.Ruling, next.Acts[:len(c.Acts):len(c.Acts)]
		a.Text, a.Erased = act.Text, act.Erased
	}
	for i := range notices {
		n := &notices[i]
		if n.Number, err = w.tx.NextNotice(); err != nil {
			return c, err
		}
		n.Case, n.Act, n.Issued = next.ID, act.Number, act.Time
		if n.By = act.Name; n.By == "" {
			n.By = operator
		}
		if n.ID == "" {
			n.ID = NoticeID(next.ID, act.Number, n.Report)
		}
		if err := w.tx.PutNotice(n); err != nil {
			return c, err
		}
		a.Notices = append(a.Notices, n.ID)
	}
	return w.p.Casework.Apply(c, a, by)
}

// NoticeID is the ID of the notice about a report that comes of an act.
func NoticeID(caseID string, act int, report string) string {
	return isnad.MakeID('n', caseID, fmt.Sprint(act), report)
}

// write queues the letters that are written about the last act of a case.
func (w caseWork) write(c *isnad.Case, token string) error {
	last := &c.Acts[len(c.Acts)-1]
	others, err := w.notifierLetters(c, last)
	if err != nil {
		return err
	}
	if err := w.post(c, c.ID, store.MailToPerson, w.p.Casework.Letters(c, last, w.p.caseLink(token), len(others) > 0)); err != nil {
		return err
	}
	for _, x := range others {
		if err := w.post(c, x.notice, store.MailToNotifier, x.letters); err != nil {
			return err
		}
	}
	return nil
}

// notified is what is written to who gave a notice.
type notified struct {
	notice  string // Case ID
	letters []casework.Letter
}

// notifierLetters are the letters about an act of a counter-notice to those who gave
// the notices that it is against; those who are written nothing are left out.
func (w caseWork) notifierLetters(c *isnad.Case, last *isnad.CaseAct) (out []notified, err error) {
	if c.Kind != isnad.CaseCounterNotice {
		return nil, nil
	}
	standings, err := w.tx.Standings([]string{c.Report})
	if err != nil {
		return nil, err
	}
	for _, id := range casework.NoticesAgainst(c, standings[c.Report]) {
		notice, err := w.tx.Case(id)
		if err != nil {
			return nil, err
		}
		token, err := w.tx.CaseSecret(id)
		if err != nil {
			return nil, err
		}
		if l := w.p.Casework.NotifierLetters(c, last, &notice, w.p.caseLink(token)); len(l) > 0 {
			out = append(out, notified{id, l})
		}
	}
	return out, nil
}

// caseLink is the secret address of a case; empty where it is not known.
func (p *Pipeline) caseLink(token string) string {
	if token == "" || p.BaseURL == "" {
		return ""
	}
	return strings.TrimSuffix(p.BaseURL, "/") + "/cases/" + token
}

// post queues letters about the last act of a case, which stand together with those
// about the reader's own, of the ID own.
func (w caseWork) post(c *isnad.Case, own string, reader store.MailReader, letters []casework.Letter) error {
	for _, l := range letters {
		m := store.Mail{About: c.ID, Act: c.Acts[len(c.Acts)-1].Number, Reader: reader, To: l.To, Subject: l.Subject, Text: l.Text, Language: l.Language, Thread: own}
		if err := w.tx.PutMail(&m); err != nil {
			return err
		}
	}
	return nil
}
