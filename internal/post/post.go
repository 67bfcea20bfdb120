// Package post brings the letters that wait in the store to a mail server.
//
// What is written to whom casework says; the pipeline puts it into the store in
// the transaction of what it tells of. Here it is only sent: one letter after the
// other, over one connection, each once. A server that cannot be reached, or says
// that it is busy, is tried again later, with growing pauses, for five days. A
// server that refuses a letter for good is believed. What is logged, and what is
// kept of a letter once it has ended, holds neither its address nor its words.
//
// Letters go over TLS, or not at all: smtps:// from the first byte, smtp:// by
// STARTTLS. Only to a server on the same machine, or with ?tls=none, they may go
// in the clear, and a password never does.
package post

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"isnad"
	"isnad/internal/store"
)

// Post sends the letters of one store to one server.
type Post struct {
	store  *store.Store
	server *Server
	log    *slog.Logger

	// Idle is how long it waits before it looks for letters again, and Trouble how
	// long after the server could not be reached.
	Idle, Trouble time.Duration
}

// New gives a Post that sends nothing yet.
func New(s *store.Store, server *Server, log *slog.Logger) *Post {
	return &Post{store: s, server: server, log: log, Idle: 2 * time.Second, Trouble: time.Minute}
}

// Run sends letters until ctx ends. Faults are logged and everything is tried
// again: nobody should have to start it anew because a mail server was down.
func (p *Post) Run(ctx context.Context) {
	for ctx.Err() == nil {
		pause := p.Idle
		n, err := p.Deliver(ctx)
		if err != nil && ctx.Err() == nil {
			p.log.Error("letters cannot be sent; they are tried again", "in", p.Trouble, "error", err)
			pause = p.Trouble
		}
		if n > 0 {
			p.log.Info("letters were sent", "number", n)
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
}

// Deliver sends the letters that are to be sent now and returns how many were. The
// error is that of the server or the store; a letter that is refused is none.
func (p *Post) Deliver(ctx context.Context) (sent int, err error) {
	var client *mail.Client
	defer func() {
		if client != nil {
			client.Close() // whatever it says to that: what was sent is sent
		}
	}()
	for ctx.Err() == nil {
		m, err := p.store.NextMail(ctx)
		if errors.Is(err, isnad.ErrNotFound) {
			return sent, nil
		}
		if err != nil {
			return sent, err
		}
		if client == nil {
			if client, err = p.server.dial(ctx); err != nil {
				client = nil
				return sent, errors.Join(err, p.failed(ctx, m, err, true))
			}
		}
		switch broken, err := p.send(ctx, client, m); {
		case err != nil:
			return sent, err
		case broken:
			client.Close()
			client = nil
		default:
			sent++
		}
	}
	return sent, nil
}

// send sends one letter and records what became of it. broken says that it was not
// sent, and the connection may not be used again.
func (p *Post) send(ctx context.Context, client *mail.Client, m store.Mail) (broken bool, err error) {
	msg, err := p.server.compose(&m)
	if err != nil { // no server would take it
		return true, p.failed(ctx, m, err, false)
	}
	err = client.Send(msg)
	if err == nil || msg.IsDelivered() { // the server has said yes, whatever came after that
		ctx, cancel := lastWord(ctx)
		defer cancel()
		return false, p.store.MailSent(ctx, m)
	}
	var refused *mail.SendError
	if errors.As(err, &refused) && refused.ErrorCode() >= 500 && (refused.Reason == mail.ErrSMTPRcptTo || refused.Reason == mail.ErrSMTPDataClose) {
		return true, p.failed(ctx, m, err, false)
	}
	return true, p.failed(ctx, m, err, true)
}

// failed records why a letter was not sent.
func (p *Post) failed(ctx context.Context, m store.Mail, why error, again bool) error {
	words := strings.ReplaceAll(why.Error(), m.To, "the address")
	if !again {
		p.log.Warn("a letter is given up", "letter", m.ID, "case", m.About, "error", words)
	}
	ctx, cancel := lastWord(ctx)
	defer cancel()
	return p.store.MailFailed(ctx, m, words, again)
}

// lastWord is a context in which what became of a letter is recorded, though the
// process is told to end.
func lastWord(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
}
