package main

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"isnad/internal/post"
)

// mailFlags are the settings of letters to people who opened a case.
type mailFlags struct {
	SMTP     string `help:"Mail server for letters: smtp://user:password@host:587, or smtps://. Without one letters wait five days." placeholder:"URL" env:"ISNAD_SMTP" name:"smtp"`
	MailFrom string `help:"Whom letters come from: desk@news.example." placeholder:"ADDRESS" env:"ISNAD_MAIL_FROM"`
}

// postOn sends letters in the background until finish is called. Without a mail
// server it only gives up those that have waited too long.
func (h *house) postOn(ctx context.Context, m mailFlags, log *slog.Logger) (finish func(), err error) {
	var server *post.Server
	if m.SMTP != "" {
		if server, err = post.ParseServer(m.SMTP, m.MailFrom); err != nil {
			return nil, fmt.Errorf("%w: --smtp, --mail-from: %w", errUse, err)
		}
	}
	ctx, stop := context.WithCancel(ctx)
	done := make(chan struct{}, 2)
	go func() {
		if server != nil {
			post.New(h.store, server, log).Run(ctx)
		}
		done <- struct{}{}
	}()
	go func() {
		for ctx.Err() == nil {
			if err := h.store.GiveUpMail(ctx, time.Now()); err != nil && ctx.Err() == nil {
				log.Error("old letters are still kept", "error", err)
			}
			select {
			case <-ctx.Done():
			case <-time.After(time.Hour):
			}
		}
		done <- struct{}{}
	}()
	return func() {
		stop()
		<-done
		<-done
	}, nil
}
