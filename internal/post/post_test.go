package post

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"mime"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"isnad/internal/store"
)

// mailServer is a real SMTP server on this machine.
type mailServer struct {
	address  string // host:port
	tls      *tls.Config
	password string // empty: anybody may send

	mu     sync.Mutex
	got    []received
	refuse func(to string) error // what RCPT is answered with
	after  func() error          // what DATA is answered with, once the message was taken
}

type received struct {
	from, to string
	tls      bool
	user     string
	msg      *netmail.Message
	body     string
}

// serve begins a server; change is called before it listens.
func serve(t *testing.T, change func(*mailServer, *smtp.Server)) *mailServer {
	t.Helper()
	m := &mailServer{tls: certificate(t)}
	s := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) { return &session{m: m, c: c}, nil }))
	s.Domain, s.TLSConfig, s.ErrorLog = "mail.example", m.tls, slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	if change != nil {
		change(m, s)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	m.address = l.Addr().String()
	if strings.HasPrefix(t.Name(), "TestImplicit") {
		l = tls.NewListener(l, m.tls)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := s.Serve(l); err != nil && !errors.Is(err, smtp.ErrServerClosed) {
			t.Error(err)
		}
	}()
	t.Cleanup(func() { s.Close(); <-done })
	return m
}

type session struct {
	m    *mailServer
	c    *smtp.Conn
	r    received
	user string
}

func (s *session) AuthMechanisms() []string {
	if s.m.password == "" {
		return nil
	}
	return []string{sasl.Plain}
}

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if password != s.m.password {
			return smtp.ErrAuthFailed
		}
		s.user = user
		return nil
	}), nil
}

func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	if s.m.password != "" && s.user == "" {
		return smtp.ErrAuthRequired
	}
	_, over := s.c.TLSConnectionState()
	s.r = received{from: from, tls: over, user: s.user}
	return nil
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.m.mu.Lock()
	defer s.m.mu.Unlock()
	s.r.to = to
	if s.m.refuse != nil {
		return s.m.refuse(to)
	}
	return nil
}

func (s *session) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if s.r.msg, err = netmail.ReadMessage(bytes.NewReader(raw)); err != nil {
		return err
	}
	body, err := io.ReadAll(s.r.msg.Body)
	if err != nil {
		return err
	}
	s.r.body = string(body)
	s.m.mu.Lock()
	defer s.m.mu.Unlock()
	s.m.got = append(s.m.got, s.r)
	if s.m.after != nil {
		return s.m.after()
	}
	return nil
}

func (s *session) Reset()        {}
func (s *session) Logout() error { return nil }

// certificate is one that is trusted by whoever is handed it.
func certificate(t *testing.T) *tls.Config {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, DNSNames: []string{"localhost"}, IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, c, c, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AddCert(leaf)
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}, RootCAs: roots, ServerName: "localhost"}
}

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
	s := serve(t, func(m *mailServer, _ *smtp.Server) { m.password = "p@ss/word" })
	o := open(t)
	m := o.write(t, "samira@example.org", "وصلت: case 1 (complaint)", "It was received.\n\nhttps://news.example/cases/TOKEN\n.\nقال المكتب")
	n, err := o.post(t, "smtp://desk:p%40ss%2Fword@"+s.address, s.tls).Deliver(t.Context())
	if err != nil || n != 1 || len(s.got) != 1 {
		t.Fatalf("%d sent, %d came, %v", n, len(s.got), err)
	}
	r := s.got[0]
	h := r.msg.Header
	subject, err := new(mime.WordDecoder).DecodeHeader(h.Get("Subject"))
	if err != nil || subject != m.Subject {
		t.Errorf("subject %q, %v", subject, err)
	}
	if r.from != "desk@news.example" || r.to != "samira@example.org" || !r.tls || r.user != "desk" {
		t.Errorf("from %s to %s, TLS %v, signed in as %q", r.from, r.to, r.tls, r.user)
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
	decoded, err := io.ReadAll(quoted(r))
	if err != nil || strings.ReplaceAll(strings.TrimRight(string(decoded), "\r\n"), "\r\n", "\n") != m.Text {
		t.Errorf("text %q, %v", decoded, err)
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
	s := serve(t, nil)
	o := open(t)
	o.write(t, "samira@example.org", "Received", "text")
	if n, err := o.post(t, "smtps://"+s.address, s.tls).Deliver(t.Context()); err != nil || n != 1 || !s.got[0].tls {
		t.Errorf("%d sent, %v", n, err)
	}
}

// A server that cannot prove who it is, or knows no TLS, gets no letter and no password.
func TestNoTLS(t *testing.T) {
	plain := serve(t, func(m *mailServer, s *smtp.Server) { s.TLSConfig = nil })
	asks := serve(t, func(m *mailServer, s *smtp.Server) {
		s.TLSConfig, s.AllowInsecureAuth, m.password = nil, true, "secret"
	})
	proves := serve(t, nil)
	_, port, _ := net.SplitHostPort(plain.address)
	_, asksPort, _ := net.SplitHostPort(asks.address)
	o := open(t)
	o.write(t, "samira@example.org", "Received", "text")
	for name, address := range map[string]string{
		"no TLS":           "smtp://0.0.0.0:" + port, // reaches this machine, and is not taken for it
		"a password":       "smtp://desk:secret@localhost:" + asksPort,
		"a password, none": "smtp://desk:secret@localhost:" + asksPort + "?tls=none",
		"a false name":     "smtp://" + proves.address,
	} {
		o.hurry(t)
		n, err := o.post(t, address, nil).Deliver(t.Context())
		if err == nil || n != 0 || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %d sent, %v", name, n, err)
		}
	}
	if len(plain.got)+len(asks.got)+len(proves.got) != 0 || o.states(t)[store.MailWaiting] != 1 {
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
	s := serve(t, func(m *mailServer, _ *smtp.Server) {
		m.refuse = func(to string) error {
			switch {
			case strings.HasPrefix(to, "nobody"):
				return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "<" + to + "> is unknown"}
			case strings.HasPrefix(to, "later") && busy:
				return &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 7, 1}, Message: "come again"}
			}
			return nil
		}
	})
	o := open(t)
	for _, to := range []string{"nobody@example.org", "later@example.org", "first@example.org", "second@example.org"} {
		o.write(t, to, "Received", "text")
	}
	p := o.post(t, "smtp://"+s.address, s.tls)
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
	s := serve(t, func(m *mailServer, _ *smtp.Server) {
		m.after = func() error {
			if fail--; fail >= 0 {
				return &smtp.SMTPError{Code: 451, Message: "the disk is full"}
			}
			return nil
		}
	})
	ctx, stop := context.WithCancel(t.Context())
	p := o.post(t, "smtp://"+s.address, s.tls)
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
	for _, r := range s.got {
		names[r.msg.Header.Get("Message-ID")]++
	}
	if len(names) != 5 || len(s.got) < 8 {
		t.Errorf("%d letters came under %d names", len(s.got), len(names))
	}
}

// Two processes send the letters of one store, each once.
func TestTwoProcesses(t *testing.T) {
	s := serve(t, nil)
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
			p := o.post(t, "smtp://"+s.address, s.tls)
			p.store, p.log = st, slog.New(slog.DiscardHandler)
			if _, err := p.Deliver(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	to := map[string]int{}
	for _, r := range s.got {
		to[r.to]++
	}
	if len(s.got) != all || len(to) != all || o.states(t)[store.MailSent] != all {
		t.Errorf("%d letters came to %d people, %v", len(s.got), len(to), o.states(t))
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

// quoted undoes how a body was written for the way.
func quoted(r received) io.Reader {
	switch strings.ToLower(r.msg.Header.Get("Content-Transfer-Encoding")) {
	case "quoted-printable":
		return quotedprintable.NewReader(strings.NewReader(r.body))
	}
	return strings.NewReader(r.body)
}
