package post

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	netmail "net/mail"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"isnad/internal/store"
)

// Server is a mail server and the address that letters come from.
type Server struct {
	host   string
	domain string // of from
	from   *netmail.Address
	opts   []mail.Option
}

// timeout bounds one exchange with the server.
const timeout = 30 * time.Second

// ParseServer reads the address of a mail server,
//
//	smtp://user:password@host:587     TLS by STARTTLS, port 587 where none is said
//	smtps://user:password@host:465    TLS from the first byte, port 465 where none is said
//
// with ?tls=none for one that knows no TLS, and the address that letters come from:
// desk@news.example or "The desk <desk@news.example>". Errors hold no password.
func ParseServer(address, from string) (*Server, error) { return parseServer(address, from, nil) }

func parseServer(address, from string, config *tls.Config) (*Server, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, errors.New("the address of the mail server cannot be read: it is like smtp://user:password@mail.example:587, with what is special in the password written as %40")
	}
	s := &Server{host: u.Hostname()}
	if s.from, err = netmail.ParseAddress(from); err != nil {
		return nil, fmt.Errorf("letters come from an address like desk@news.example, not %.80q", from)
	}
	_, s.domain, _ = strings.Cut(s.from.Address, "@")
	port := 0
	if u.Port() != "" {
		if port, err = strconv.Atoi(u.Port()); err != nil || port < 1 || port > 65535 {
			return nil, fmt.Errorf("%.20q is no port of a mail server", u.Port())
		}
	}
	plain := false
	for name, values := range u.Query() {
		if name != "tls" || len(values) != 1 || values[0] != "none" {
			return nil, fmt.Errorf("the address of a mail server may end in ?tls=none, not in %.40q", name)
		}
		plain = true
	}
	switch {
	case u.Scheme != "smtp" && u.Scheme != "smtps":
		return nil, errors.New("the address of the mail server begins with smtp:// or smtps://")
	case s.host == "":
		return nil, errors.New("the address of the mail server names no host")
	case u.Path != "" && u.Path != "/" || u.Opaque != "" || u.Fragment != "":
		return nil, errors.New("the address of the mail server ends after host and port")
	case u.Scheme == "smtps" && plain:
		return nil, errors.New("smtps:// is TLS, and ?tls=none says that there is none")
	case u.Scheme == "smtps":
		if port == 0 {
			port = mail.DefaultPortSSL
		}
		s.opts = append(s.opts, mail.WithSSL())
	default:
		if port == 0 {
			port = mail.DefaultPortTLS
		}
		policy := mail.TLSMandatory
		if plain {
			policy = mail.NoTLS
		} else if here(s.host) {
			policy = mail.TLSOpportunistic
		}
		s.opts = append(s.opts, mail.WithTLSPolicy(policy))
	}
	s.opts = append(s.opts, mail.WithPort(port), mail.WithTimeout(timeout))
	if config == nil {
		config = &tls.Config{ServerName: s.host, MinVersion: tls.VersionTLS12}
	}
	s.opts = append(s.opts, mail.WithTLSConfig(config))
	if name := u.User.Username(); name != "" {
		password, _ := u.User.Password()
		// The library finds what both sides know, and sends no bare password in the clear.
		s.opts = append(s.opts, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(name), mail.WithPassword(password))
	}
	if _, err := mail.NewClient(s.host, s.opts...); err != nil {
		return nil, fmt.Errorf("the address of the mail server: %w", err)
	}
	return s, nil
}

// here tells whether a host is this machine.
func here(host string) bool {
	a, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && a.IsLoopback()
}

// dial connects and signs in.
func (s *Server) dial(ctx context.Context) (*mail.Client, error) {
	c, err := mail.NewClient(s.host, s.opts...)
	if err == nil {
		err = c.DialWithContext(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("reaching the mail server %s: %w", s.host, err)
	}
	return c, nil
}

// compose makes a message of a letter. Its ID is the letter's, so that one that
// was sent twice is known for the same.
func (s *Server) compose(m *store.Mail) (*mail.Msg, error) {
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent())
	if err := msg.FromFormat(s.from.Name, s.from.Address); err != nil {
		return nil, fmt.Errorf("writing who it is from: %w", err)
	}
	if err := msg.To(m.To); err != nil {
		return nil, fmt.Errorf("writing whom it is to: %w", err)
	}
	msg.Subject(m.Subject)
	msg.SetMessageIDWithValue(m.ID + "@" + s.domain)
	// Letters of one case stand together, under a name that none of them has: whichever
	// of them is lost, the others are found.
	thread := m.Thread
	if thread == "" {
		thread = m.About
	}
	thread = "<" + thread + "@" + s.domain + ">"
	msg.SetGenHeader(mail.HeaderReferences, thread)
	msg.SetGenHeader(mail.HeaderInReplyTo, thread)
	msg.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: nobody's holiday answers it
	if m.Language != "" {
		msg.SetGenHeader(mail.HeaderContentLang, m.Language)
	}
	if m.Stop != "" { // RFC 2369; letters about one's own case are no list, and have none
		msg.SetGenHeader(mail.HeaderListUnsubscribe, "<"+m.Stop+">")
	}
	msg.SetDateWithValue(m.Written)
	msg.SetBodyString(mail.TypeTextPlain, m.Text)
	return msg, nil
}
