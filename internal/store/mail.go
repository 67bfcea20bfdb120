package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"isnad"
)

// Letters stand in one table until they are sent. A letter is held by one process
// while it sends it; when that is killed the letter is anybody's after mailLease.
// So a letter may be sent twice where the process was killed between the mail
// server's yes and ours: its ID, which is the same both times, tells that they are one.

// MailState is what became of a letter.
type MailState string

const (
	MailWaiting MailState = "waiting" // to be sent, for the first time or again
	MailSent    MailState = "sent"
	MailFailed  MailState = "failed"  // given up
	MailDropped MailState = "dropped" // its words were erased before it was sent
)

// MailReader is who a letter is to.
type MailReader string

const (
	MailToPerson   MailReader = ""         // who opened the case
	MailToNotifier MailReader = "notifier" // who gave the notice that a counter-notice is against
	MailToDesk     MailReader = "desk"     // a person of the desk, about what happened in all cases
)

// Mail is one letter to one person. Once it has ended in any way, To, Subject,
// Text, Language and Stop are empty.
type Mail struct {
	ID      string     // 'm' and 20 hexadecimal digits, drawn at random
	About   string     // ID of the case that it tells of; of a letter to the desk of the person
	Act     int        // number of the act in it; 0 in a letter to the desk
	Reader  MailReader // to whom
	Written time.Time  // UTC
	State   MailState
	Tries   int       // so far
	Ended   time.Time // when it was sent, given up or dropped
	Error   string    // of the last try

	To       string // an e-mail address
	Subject  string // one line
	Text     string
	Language string // BCP 47; empty where it is not known
	Thread   string // ID of what the letter stands together with in a mailbox; About where empty
	Stop     string // address of a page on which its reader has no more of the kind written; empty for none

	holder string
}

const (
	mailLease = 2 * time.Minute // longer than one letter may take
	maxLetter = 200_000         // bytes
	// A letter that could not be sent in mailTime is given up. It is written about
	// something that is due in days.
	mailTime = 5 * 24 * time.Hour
)

// letter is what of a Mail is forgotten once it has ended.
type letter struct {
	To       string `json:"to"`
	Subject  string `json:"subject"`
	Text     string `json:"text"`
	Language string `json:"language,omitempty"`
	Thread   string `json:"thread,omitempty"` // of letters from before it had a column
	Stop     string `json:"stop,omitempty"`
}

// PutMail has a letter sent once the transaction stands. To, Subject, Text, About
// and Act are given; ID and Written are set.
func (tx *Tx) PutMail(m *Mail) error {
	switch {
	case m.To == "" || strings.ContainsAny(m.To+m.Subject+m.Language+m.Thread+m.Stop, "\r\n\x00"):
		return fmt.Errorf("%w: a letter to %.60q about %.60q", ErrQuery, m.To, m.Subject)
	case len(m.To)+len(m.Subject)+len(m.Text) > maxLetter:
		return fmt.Errorf("a letter of more than %d bytes: %w", maxLetter, isnad.ErrTooLarge)
	}
	b := make([]byte, 10)
	if _, err := rand.Read(b); err != nil {
		return fmt.Errorf("naming a letter: %w", err)
	}
	m.ID, m.State = "m"+hex.EncodeToString(b), MailWaiting
	if m.Written.IsZero() {
		m.Written = time.Now().UTC().Truncate(time.Microsecond)
	}
	doc, err := json.Marshal(letter{To: m.To, Subject: m.Subject, Text: m.Text, Language: m.Language, Stop: m.Stop})
	if err == nil {
		err = tx.insert("INSERT INTO mail (id, about, act, reader, thread, written, state, tries, due, holder, ended, error, doc)",
			[][]any{{m.ID, short(m.About), m.Act, string(m.Reader), short(m.Thread), micros(m.Written), string(MailWaiting), 0, 0, "", 0, "", clean(string(doc))}}, "")
	}
	if err != nil {
		return fmt.Errorf("writing a letter about %s: %w", m.About, err)
	}
	return nil
}

// DropMail erases the words of letters about cases that were not sent yet, so that
// they are not sent. Of those that were nothing is kept anyway.
func (tx *Tx) DropMail(about ...string) error {
	for _, id := range about {
		_, err := tx.exec("UPDATE mail SET state = ?, ended = ?, holder = '', doc = '' WHERE about = ? AND state = ?",
			string(MailDropped), micros(time.Now()), short(id), string(MailWaiting))
		if err != nil {
			return fmt.Errorf("dropping letters about %s: %w", id, err)
		}
	}
	return nil
}

const mailColumns = "id, about, act, reader, thread, written, state, tries, ended, error, holder, doc"

func scanMail(scan func(...any) error) (Mail, error) {
	var m Mail
	var state, reader, doc string
	var written, ended int64
	if err := scan(&m.ID, &m.About, &m.Act, &reader, &m.Thread, &written, &state, &m.Tries, &ended, &m.Error, &m.holder, &doc); err != nil {
		return m, err
	}
	m.State, m.Reader, m.Written, m.Ended = MailState(state), MailReader(reader), moment(written), moment(ended)
	if doc == "" {
		return m, nil
	}
	var l letter
	err := json.Unmarshal([]byte(doc), &l)
	m.To, m.Subject, m.Text, m.Language, m.Stop = l.To, l.Subject, l.Text, l.Language, l.Stop
	if m.Thread == "" {
		m.Thread = l.Thread
	}
	return m, err
}

// NextMail takes the letter that is to be sent next, for this process alone: it
// tells what became of it by MailSent or MailFailed within two minutes, or another
// process may take it. ErrNotFound says that there is none to be sent now.
func (s *Store) NextMail(ctx context.Context) (m Mail, err error) {
	now := s.e.now()
	ready := "state = 'waiting' AND due <= " + now
	// Looking costs no write lock.
	var some bool
	err = s.read(ctx, func(c *conn) (err error) {
		var id string
		some, err = c.one("SELECT id FROM mail WHERE "+ready+" LIMIT 1", nil, &id)
		return err
	})
	if err == nil && some {
		some = false
		err = s.write(ctx, func(c *conn) error {
			return c.each(func(row *sql.Rows) (err error) {
				some = true
				m, err = scanMail(row.Scan)
				return err
			}, "UPDATE mail SET tries = tries + 1, due = "+now+" + ?, holder = ? WHERE id = (SELECT id FROM mail WHERE "+ready+
				" ORDER BY due, written, id LIMIT 1"+c.e.skipLocked()+") RETURNING "+mailColumns, mailLease.Milliseconds(), rand.Text())
		})
	}
	switch {
	case err != nil:
		return Mail{}, fmt.Errorf("taking a letter: %w", err)
	case !some:
		return Mail{}, fmt.Errorf("a letter to send: %w", isnad.ErrNotFound)
	}
	return m, nil
}

// MailSent says that a letter taken by NextMail was sent. Its words are forgotten.
func (s *Store) MailSent(ctx context.Context, m Mail) error { return s.endMail(ctx, m, MailSent, "") }

// MailFailed says that a letter taken by NextMail was not sent, and why. It is
// tried again after a pause, which grows; where again is false it is given up.
func (s *Store) MailFailed(ctx context.Context, m Mail, why string, again bool) error {
	if !again || time.Since(m.Written) > mailTime {
		return s.endMail(ctx, m, MailFailed, why)
	}
	err := s.write(ctx, func(c *conn) error {
		_, err := c.exec("UPDATE mail SET due = "+c.e.now()+" + ?, holder = '', error = ? WHERE id = ? AND holder = ? AND state = 'waiting'",
			mailPause(m.Tries).Milliseconds(), short(why), m.ID, m.holder)
		return err
	})
	if err != nil {
		return fmt.Errorf("putting off letter %s: %w", m.ID, err)
	}
	return nil
}

// mailPause is the time before the next try after n tries: 1, 5, 25 minutes, 2
// hours, 6 hours.
func mailPause(n int) time.Duration {
	d := time.Minute
	for range n - 1 {
		d = min(5*d, 6*time.Hour)
	}
	return d
}

func (s *Store) endMail(ctx context.Context, m Mail, state MailState, why string) error {
	err := s.write(ctx, func(c *conn) error {
		_, err := c.exec("UPDATE mail SET state = ?, ended = ?, holder = '', error = ?, doc = '' WHERE id = ? AND holder = ? AND state = 'waiting'",
			string(state), micros(time.Now()), short(why), m.ID, m.holder)
		return err
	})
	if err != nil {
		return fmt.Errorf("recording that letter %s was %s: %w", m.ID, state, err)
	}
	return nil
}

// GiveUpMail gives up the letters that waited too long, though nobody tries to
// send them.
func (s *Store) GiveUpMail(ctx context.Context, now time.Time) error {
	err := s.write(ctx, func(c *conn) error {
		_, err := c.exec("UPDATE mail SET state = ?, ended = ?, holder = '', doc = '', error = CASE WHEN error = '' THEN 'nobody sent it in time' ELSE error END WHERE state = 'waiting' AND written < ?",
			string(MailFailed), micros(now), micros(now.Add(-mailTime)))
		return err
	})
	if err != nil {
		return fmt.Errorf("giving up old letters: %w", err)
	}
	return nil
}

// Mails lists what became of the letters about a case, in the order of its acts.
// Their words are not handed out: they hold the secret address of the case, which
// is nobody's but its owner's.
func (s *Store) Mails(ctx context.Context, about string) (list []Mail, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			m, err := scanMail(row.Scan)
			m.To, m.Subject, m.Text, m.Language, m.Stop = "", "", "", "", ""
			list = append(list, m)
			return err
		}, "SELECT "+mailColumns+" FROM mail WHERE about = ? ORDER BY act, written, id", short(about))
	})
	if err != nil {
		return nil, fmt.Errorf("reading the letters about %s: %w", about, err)
	}
	return list, nil
}

// mail looks for letters about no case, and for words that should have been forgotten.
func (k checker) mail() error {
	if err := k.list("SELECT m.id FROM mail m LEFT JOIN cases c ON c.id = m.about WHERE c.id IS NULL AND m.reader <> 'desk'", "letter %s is about a case that is not there"); err != nil {
		return err
	}
	if err := k.list("SELECT id FROM mail WHERE state <> 'waiting' AND doc <> ''", "letter %s has ended and its words are still kept"); err != nil {
		return err
	}
	return k.list("SELECT id FROM mail WHERE state = 'waiting' AND doc = ''", "letter %s waits to be sent and has no words")
}
