package store

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"isnad"
)

func write(t testing.TB, s *Store, mails ...Mail) []Mail {
	t.Helper()
	begin(t, s, func(tx *Tx) error {
		for i := range mails {
			if err := tx.PutMail(&mails[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return mails
}

// dueNow ends the pause of every letter that waits, and the hold of who had it.
func dueNow(t testing.TB, s *Store) {
	t.Helper()
	err := s.write(t.Context(), func(c *conn) error {
		_, err := c.exec("UPDATE mail SET due = 0")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A letter goes out once. It is tried again while there is hope, and once it has
// ended in any way nothing of its words is kept.
func TestMail(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		c := newCase(1, 0)
		openCase(t, s, &c, CaseKeys{Token: isnad.HashOf([]byte("token"))})
		none := func(why string) {
			t.Helper()
			if m, err := s.NextMail(ctx); !errors.Is(err, isnad.ErrNotFound) {
				t.Errorf("%s: letter %+v, %v", why, m, err)
			}
		}
		none("nothing was written")
		put := write(t, s, Mail{About: c.ID, Act: 1, To: "samira@example.org", Subject: "Received", Text: "It was received.\nقال المكتب\x00"})[0]
		m := must[Mail](t)(s.NextMail(ctx))
		if m.ID != put.ID || m.To != put.To || m.Subject != "Received" || !strings.HasPrefix(m.Text, "It was received.\nقال") || m.Act != 1 || m.Tries != 1 || !m.Written.Equal(put.Written) {
			t.Errorf("wrote %+v, got %+v", put, m)
		}
		none("another process sends it")
		if err := s.MailFailed(ctx, m, "the server is busy", true); err != nil {
			t.Fatal(err)
		}
		none("it is not tried again at once")
		dueNow(t, s)
		again := must[Mail](t)(s.NextMail(ctx))
		if again.ID != m.ID || again.Tries != 2 || again.Error != "the server is busy" {
			t.Errorf("tried again: %+v", again)
		}
		// Who was taken for dead says nothing any more.
		if err := s.MailSent(ctx, m); err != nil {
			t.Fatal(err)
		}
		if list := must[[]Mail](t)(s.Mails(ctx, c.ID)); list[0].State != MailWaiting {
			t.Errorf("who had lost it ended it: %+v", list[0])
		}
		if err := s.MailSent(ctx, again); err != nil {
			t.Fatal(err)
		}
		dueNow(t, s)
		none("it was sent")
		list := must[[]Mail](t)(s.Mails(ctx, c.ID))
		if len(list) != 1 || list[0].State != MailSent || list[0].Ended.IsZero() || list[0].To+list[0].Text != "" {
			t.Errorf("%+v", list)
		}

		// One is given up, one is dropped, one waits.
		write(t, s, Mail{About: c.ID, Act: 2, To: "a@example.org", Text: "SECRET words"})
		m = must[Mail](t)(s.NextMail(ctx))
		if err := s.MailFailed(ctx, m, "there is no such address", false); err != nil {
			t.Fatal(err)
		}
		write(t, s, Mail{About: c.ID, Act: 3, To: "a@example.org", Text: "SECRET words"})
		begin(t, s, func(tx *Tx) error { return tx.DropMail(c.ID, "d00000000000000000099") })
		none("its words were erased")
		old := write(t, s, Mail{About: c.ID, Act: 4, To: "a@example.org", Text: "SECRET words", Written: time.Now().Add(-mailTime - time.Hour)},
			Mail{About: c.ID, Act: 5, To: "a@example.org", Text: "words"})
		if err := s.GiveUpMail(ctx, time.Now()); err != nil {
			t.Fatal(err)
		}
		m = must[Mail](t)(s.NextMail(ctx))
		if m.ID != old[1].ID {
			t.Errorf("letter of act %d is to be sent", m.Act)
		}
		var states []string
		for _, x := range must[[]Mail](t)(s.Mails(ctx, c.ID)) {
			states = append(states, string(x.State))
		}
		if want := []string{"sent", "failed", "dropped", "failed", "waiting"}; !slices.Equal(states, want) {
			t.Errorf("the letters are %v, want %v", states, want)
		}
		kept := ""
		err := s.read(ctx, func(c *conn) error {
			_, err := c.one("SELECT id FROM mail WHERE doc LIKE '%SECRET%'", nil, &kept)
			return err
		})
		if err != nil || kept != "" {
			t.Errorf("the words of letter %s, which has ended, are still kept: %v", kept, err)
		}
		checkClean(t, s)
		begin(t, s, func(tx *Tx) error { return tx.PutMail(&Mail{About: "d99", To: "a@example.org", Text: "x"}) })
		if f := faults(t, s); len(f) != 1 || !strings.Contains(f[0], "case that is not there") {
			t.Errorf("faults %v", f)
		}
	})
}

// What cannot be a letter is refused, and with it everything of its transaction.
func TestMailIsBounded(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		for _, m := range []Mail{
			{About: "d1", Subject: "no address"},
			{About: "d1", To: "a@example.org\r\nBcc: b@example.org"},
			{About: "d1", To: "a@example.org", Subject: "x\nBcc: b@example.org"},
			{About: "d1", To: "a@example.org", Text: strings.Repeat("x", maxLetter+1)},
		} {
			if err := s.Begin(t.Context(), func(tx *Tx) error { return tx.PutMail(&m) }); err == nil {
				t.Errorf("%.80v was taken", m)
			}
		}
	})
}

// Of many processes that send letters each letter is taken by one.
func TestMailIsTakenOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := newCase(1, 0)
		openCase(t, s, &c, CaseKeys{Token: isnad.HashOf([]byte("token"))})
		var all []Mail
		for n := range 40 {
			all = append(all, Mail{About: c.ID, Act: n, To: "a@example.org", Text: "words"})
		}
		write(t, s, all...)
		var mu sync.Mutex
		taken := map[string]int{}
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for {
					m, err := s.NextMail(t.Context())
					if errors.Is(err, isnad.ErrNotFound) {
						return
					}
					if err == nil {
						err = s.MailSent(t.Context(), m)
					}
					if err != nil {
						t.Error(err)
						return
					}
					mu.Lock()
					taken[m.ID]++
					mu.Unlock()
				}
			})
		}
		wg.Wait()
		for id, n := range taken {
			if n != 1 {
				t.Errorf("letter %s was taken %d times", id, n)
			}
		}
		// A process may see nothing free while others hold all that is left.
		if n := len(taken); n != len(all) {
			t.Errorf("%d letters of %d were taken", n, len(all))
		}
	})
}
