// Package mailbox is what tests share that send letters: a real SMTP server on this
// machine that keeps what it was handed.
package mailbox

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"mime"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// Server is a mail server.
type Server struct {
	Address  string      // host:port
	TLS      *tls.Config // for those who send; nil for a server that knows no TLS
	Password string      // empty: anybody may send

	server *smtp.Server
	done   chan struct{}

	mu     sync.Mutex
	got    []Received
	refuse func(to string) error // what RCPT is answered with
	after  func() error          // what DATA is answered with, once the message was taken
}

// Received is one message as it came.
type Received struct {
	From, To string
	TLS      bool
	User     string
	Message  *netmail.Message
	Raw      []byte
	Body     string // as it came, still coded
}

// Option changes a server before it listens.
type Option func(*Server, *smtp.Server)

// WithPassword has only those send who know it.
func WithPassword(p string) Option { return func(m *Server, _ *smtp.Server) { m.Password = p } }

// Plain has the server know no TLS; it takes passwords all the same.
func Plain(m *Server, s *smtp.Server) { s.TLSConfig, s.AllowInsecureAuth, m.TLS = nil, true, nil }

// Serve begins a server on a port of its own; it ends with the test.
func Serve(t testing.TB, options ...Option) *Server {
	t.Helper()
	return start(t, "127.0.0.1:0", false, options...)
}

// ServeImplicit is Serve with TLS from the first byte.
func ServeImplicit(t testing.TB, options ...Option) *Server {
	t.Helper()
	return start(t, "127.0.0.1:0", true, options...)
}

// ServeAt is Serve on a port that is known.
func ServeAt(t testing.TB, address string, options ...Option) *Server {
	t.Helper()
	return start(t, address, false, options...)
}

func start(t testing.TB, address string, implicit bool, options ...Option) *Server {
	t.Helper()
	m := &Server{TLS: certificate(t), done: make(chan struct{})}
	s := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) { return &session{m: m, c: c}, nil }))
	s.Domain, s.TLSConfig, s.ErrorLog = "mail.example", m.TLS, slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	for _, o := range options {
		o(m, s)
	}
	l, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	m.Address, m.server = l.Addr().String(), s
	if implicit {
		l = tls.NewListener(l, m.TLS)
	}
	go func() {
		defer close(m.done)
		if err := s.Serve(l); err != nil && !errors.Is(err, smtp.ErrServerClosed) {
			t.Error(err)
		}
	}()
	t.Cleanup(m.Close)
	return m
}

// Close ends the server: its port answers nobody any more.
func (m *Server) Close() {
	m.server.Close()
	<-m.done
}

// Refuse says what RCPT is answered with from now on; nil takes everybody.
func (m *Server) Refuse(f func(to string) error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.refuse = f
}

// After says what DATA is answered with from now on, once the message was taken.
func (m *Server) After(f func() error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.after = f
}

// Got is what came so far.
func (m *Server) Got() []Received {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.got)
}

// Wait waits until so many messages have come to an address in all, and returns them.
func (m *Server) Wait(t testing.TB, to string, n int) []Received {
	t.Helper()
	var list []Received
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		list = slices.DeleteFunc(m.Got(), func(r Received) bool { return r.To != to })
		if len(list) >= n {
			return list
		}
	}
	t.Fatalf("%d letters came to %s, %d were to come", len(list), to, n)
	return nil
}

// Subject is the subject as a reader sees it.
func (r *Received) Subject(t testing.TB) string { return r.Header(t, "Subject") }

// Header is a line of the header as a reader sees it.
func (r *Received) Header(t testing.TB, name string) string {
	t.Helper()
	s, err := new(mime.WordDecoder).DecodeHeader(r.Message.Header.Get(name))
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return s
}

// Text is the body as a reader sees it, lines ended by \n, without the last one's end.
func (r *Received) Text(t testing.TB) string {
	t.Helper()
	var in io.Reader = strings.NewReader(r.Body)
	if strings.EqualFold(r.Message.Header.Get("Content-Transfer-Encoding"), "quoted-printable") {
		in = quotedprintable.NewReader(in)
	}
	b, err := io.ReadAll(in)
	if err != nil {
		t.Errorf("the body: %v", err)
	}
	return strings.ReplaceAll(strings.TrimRight(string(b), "\r\n"), "\r\n", "\n")
}

type session struct {
	m    *Server
	c    *smtp.Conn
	r    Received
	user string
}

func (s *session) AuthMechanisms() []string {
	if s.m.Password == "" {
		return nil
	}
	return []string{sasl.Plain}
}

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if password != s.m.Password {
			return smtp.ErrAuthFailed
		}
		s.user = user
		return nil
	}), nil
}

func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	if s.m.Password != "" && s.user == "" {
		return smtp.ErrAuthRequired
	}
	_, over := s.c.TLSConnectionState()
	s.r = Received{From: from, TLS: over, User: s.user}
	return nil
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.m.mu.Lock()
	defer s.m.mu.Unlock()
	s.r.To = to
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
	s.r.Raw = raw
	if s.r.Message, err = netmail.ReadMessage(bytes.NewReader(raw)); err != nil {
		return err
	}
	body, err := io.ReadAll(s.r.Message.Body)
	if err != nil {
		return err
	}
	s.r.Body = string(body)
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
func certificate(t testing.TB) *tls.Config {
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
