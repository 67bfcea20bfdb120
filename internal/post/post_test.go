package post

import (
	"bytes"
	"context"
	"crypto/tls"
	"database/sql"
	"fmt"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"isnad/internal/isnadtest/mailbox"
	"isnad/internal/store"
)

// office is a store with letters in it, and a way to a server.
type office struct {
	*store.Store
	path string
	log  bytes.Buffer
}

func open(t *testing.T) *office {
	t.Helper()
	o := &office{path: filepath.Join(t.TempDir(), "isnad.db")}
	var err error
	if o.Store, err = store.Open(t.Context(), o.path); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.Close() })
	return o
}

const about = "d00000000000000000001"

func (o *office) write(t *testing.T, to, subject, text string) store.Mail {
	t.Helper()
	m := store.Mail{About: about, Act: 1, To: to, Subject: subject, Text: text}
	if err := o.Begin(t.Context(), func(tx *store.Tx) error { return tx.PutMail(&m) }); err != nil {
		t.Fatal(err)
	}
	return m
}

func (o *office) post(t *testing.T, address string, config *tls.Config) *Post {
	t.Helper()
	s, err := parseServer(address, "The desk <desk@news.example>", config)
	if err != nil {
		t.Fatal(err)
	}
	return New(o.Store, s, slog.New(slog.NewTextHandler(&o.log, nil)))
}

// hurry ends the pause of every letter that waits.
func (o *office) hurry(t *testing.T) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+o.path+"?_pragma=busy_timeout(10000)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("UPDATE mail SET due = 0"); err != nil {
		t.Fatal(err)
	}
}

func (o *office) states(t *testing.T) map[store.MailState]int {
	t.Helper()
	list, err := o.Mails(t.Context(), about)
	if err != nil {
		t.Fatal(err)
	}
	out := map[store.MailState]int{}
	for _, m := range list {
		out[m.State]++
	}
	return out
}

// A letter comes out at the other end as it was written, over TLS, from who it is
// from, and says that no person wrote it.
func TestLetterArrives(t *testing.T) {
	s := mailbox.Serve(t, mailbox.WithPassword("p@ss/word"))
	o := open(t)
	m := o.write(t, "samira@example.org", "وصلت: case 1 (complaint)", "It was received.\n\nhttps://news.example/cases/TOKEN\n.\nقال المكتب")
	n, err := o.post(t, "smtp://desk:p%40ss%2Fword@"+s.Address, s.TLS).Deliver(t.Context())
	got := s.Got()
	if err != nil || n != 1 || len(got) != 1 {
		t.Fatalf("%d sent, %d came, %v", n, len(got), err)
	}
	r := got[0]
	h := r.Message.Header
	if subject := r.Subject(t); subject != m.Subject {
		t.Errorf("subject %q", subject)
	}
	if r.From != "desk@news.example" || r.To != "samira@example.org" || !r.TLS || r.User != "desk" {
		t.Errorf("from %s to %s, TLS %v, signed in as %q", r.From, r.To, r.TLS, r.User)
	}
	for name, want := range map[string]string{"Message-ID": "<" + m.ID + "@news.example>", "Auto-Submitted": "auto-generated",
		"References": "<" + about + "@news.example>", "From": `"The desk" <desk@news.example>`, "To": "<samira@example.org>"} {
		if got := h.Get(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if when, err := h.Date(); err != nil || !when.Equal(m.Written.Truncate(time.Second)) {
		t.Errorf("date %s, want %s: %v", when, m.Written, err)
	}
	if text := r.Text(t); text != m.Text {
		t.Errorf("text %q", text)
	}
	if got := o.states(t); got[store.MailSent] != 1 {
		t.Errorf("%v", got)
	}
	if strings.Contains(o.log.String(), "samira") || strings.Contains(o.log.String(), "TOKEN") {
		t.Errorf("the log tells: %s", o.log.String())
	}
}

// TestImplicit sends over smtps://.
func TestImplicit(t *testing.T) {
	s := mailbox.ServeImplicit(t)
	o := open(t)
	o.write(t, "samira@example.org", "Received", "text")
	if n, err := o.post(t, "smtps://"+s.Address, s.TLS).Deliver(t.Context()); err != nil || n != 1 || !s.Got()[0].TLS {
		t.Errorf("%d sent, %v", n, err)
	}
}

// A server that cannot prove who it is, or knows no TLS, gets no letter and no password.
func TestNoTLS(t *testing.T) {
	plain := mailbox.Serve(t, mailbox.Plain)
	asks := mailbox.Serve(t, mailbox.Plain, mailbox.WithPassword("secret"))
	proves := mailbox.Serve(t)
	_, port, _ := net.SplitHostPort(plain.Address)
	_, asksPort, _ := net.SplitHostPort(asks.Address)
	o := open(t)
	o.write(t, "samira@example.org", "Received", "text")
	for name, address := range map[string]string{
		"no TLS":           "smtp://0.0.0.0:" + port, // reaches this machine, and is not taken for it
		"a password":       "smtp://desk:secret@localhost:" + asksPort,
		"a password, none": "smtp://desk:secret@localhost:" + asksPort + "?tls=none",
		"a false name":     "smtp://" + proves.Address,
	} {
		o.hurry(t)
		n, err := o.post(t, address, nil).Deliver(t.Context())
		if err == nil || n != 0 || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %d sent, %v", name, n, err)
		}
	}
	if len(plain.Got())+len(asks.Got())+len(proves.Got()) != 0 || o.states(t)[store.MailWaiting] != 1 {
		t.Errorf("letters came, or none waits: %v", o.states(t))
	}
	// To this machine, and where the operator says so, it may be in the clear.
	for _, address := range []string{"smtp://localhost:" + port, "smtp://0.0.0.0:" + port + "?tls=none"} {
		o.hurry(t)
		if n, err := o.post(t, address, nil).Deliver(t.Context()); err != nil || n != 1 {
			t.Errorf("%s: %d sent, %v", address, n, err)
		}
		o.write(t, "samira@example.org", "Received", "text")
	}
}

// Refused for good is given up, refused for now is tried again, and one letter
// holds up no other. What is kept of a failure names no address.
func TestRefused(t *testing.T) {
	busy := true
	s := mailbox.Serve(t)
	s.Refuse(func(to string) error {
		switch {
		case strings.HasPrefix(to, "nobody"):
			return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "<" + to + "> is unknown"}
		case strings.HasPrefix(to, "later") && busy:
			return &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 7, 1}, Message: "come again"}
		}
		return nil
	})
	o := open(t)
	for _, to := range []string{"nobody@example.org", "later@example.org", "first@example.org", "second@example.org"} {
		o.write(t, to, "Received", "text")
	}
	p := o.post(t, "smtp://"+s.Address, s.TLS)
	n, err := p.Deliver(t.Context())
	if err != nil || n != 2 {
		t.Errorf("%d sent, %v", n, err)
	}
	if got := o.states(t); got[store.MailSent] != 2 || got[store.MailFailed] != 1 || got[store.MailWaiting] != 1 {
		t.Errorf("%v", got)
	}
	list, err := o.Mails(t.Context(), about)
	if err != nil {
		t.Fatal(err)
	}
	told := o.log.String()
	for _, m := range list {
		told += m.Error
	}
	if !strings.Contains(told, "550") || !strings.Contains(told, "451") || strings.Contains(told, "@example.org") {
		t.Errorf("what is told of it: %s", told)
	}
	busy = false
	o.hurry(t)
	if n, err := p.Deliver(t.Context()); err != nil || n != 1 || o.states(t)[store.MailWaiting] != 0 {
		t.Errorf("later: %d sent, %v, %v", n, err, o.states(t))
	}
}

// A server that is away loses no letter, and Run begins again when it is back. The
// letters of which it never said yes come again under the same name.
func TestServerAway(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	away := l.Addr().String()
	l.Close()
	o := open(t)
	for i := range 5 {
		o.write(t, fmt.Sprintf("p%d@example.org", i), "Received", "text")
	}
	if n, err := o.post(t, "smtp://"+away, nil).Deliver(t.Context()); err == nil || n != 0 {
		t.Errorf("%d sent to nobody, %v", n, err)
	}
	tried := 0
	list, err := o.Mails(t.Context(), about)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range list {
		tried += m.Tries
	}
	if tried != 1 {
		t.Errorf("%d letters were tried at a server that is away; one shows it", tried)
	}
	fail := 3
	s := mailbox.Serve(t)
	s.After(func() error {
		if fail--; fail >= 0 {
			return &smtp.SMTPError{Code: 451, Message: "the disk is full"}
		}
		return nil
	})
	ctx, stop := context.WithCancel(t.Context())
	p := o.post(t, "smtp://"+s.Address, s.TLS)
	p.Idle = 10 * time.Millisecond
	done := make(chan struct{})
	go func() { defer close(done); p.Run(ctx) }()
	for o.states(t)[store.MailSent] < 5 {
		o.hurry(t)
		time.Sleep(20 * time.Millisecond)
		if t.Context().Err() != nil {
			break
		}
	}
	stop()
	<-done
	names := map[string]int{}
	for _, r := range s.Got() {
		names[r.Message.Header.Get("Message-ID")]++
	}
	if len(names) != 5 || len(s.Got()) < 8 {
		t.Errorf("%d letters came under %d names", len(s.Got()), len(names))
	}
}

// Two processes send the letters of one store, each once.
func TestTwoProcesses(t *testing.T) {
	s := mailbox.Serve(t)
	o := open(t)
	const all = 60
	for i := range all {
		o.write(t, fmt.Sprintf("p%d@example.org", i), "Received", "text")
	}
	other, err := store.Open(t.Context(), o.path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	var wg sync.WaitGroup
	for _, st := range []*store.Store{o.Store, other} {
		wg.Go(func() {
			p := o.post(t, "smtp://"+s.Address, s.TLS)
			p.store, p.log = st, slog.New(slog.DiscardHandler)
			if _, err := p.Deliver(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	to := map[string]int{}
	for _, r := range s.Got() {
		to[r.To]++
	}
	if len(s.Got()) != all || len(to) != all || o.states(t)[store.MailSent] != all {
		t.Errorf("%d letters came to %d people, %v", len(s.Got()), len(to), o.states(t))
	}
}

// TestParseServer names what is wrong with an address, and tells no password.
func TestParseServer(t *testing.T) {
	for address, want := range map[string]string{
		"smtp://mail.example":                       "",
		"smtps://desk:SECRET@mail.example:4650":     "",
		"smtp://[::1]:25":                           "",
		"smtp://mail.example?tls=none":              "",
		"mail.example:25":                           "begins with",
		"http://desk:SECRET@mail.example":           "begins with",
		"smtps://mail.example?tls=none":             "smtps:// is TLS",
		"smtp://desk:SECRET@":                       "no host",
		"smtp://desk:SECRET@mail.example/path":      "ends after",
		"smtp://desk:SECRET@mail.example:99999":     "no port",
		"smtp://desk:SECRET@mail.example?tls=maybe": "?tls=none",
		"smtp://desk:SEC%ZZRET@mail.example":        "cannot be read",
		"smtp://desk:SE CRET@mail.example":          "cannot be read",
	} {
		_, err := ParseServer(address, "desk@news.example")
		if (want == "") != (err == nil) || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", address, err, want)
		}
		if err != nil && strings.Contains(err.Error(), "SE") {
			t.Errorf("the password is told: %v", err)
		}
	}
	for _, from := range []string{"", "desk", "a@b.example, c@d.example", "desk@news.example\r\nBcc: x@y.example"} {
		if _, err := ParseServer("smtp://mail.example", from); err == nil {
			t.Errorf("letters come from %q", from)
		}
	}
}
