package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"k8s.io/klog/v2"

	"isnad/internal/ledger"
	"isnad/internal/pipeline"
)

// logFlags set up the append-only log in the data folder.
type logFlags struct {
	LogOrigin    string `name:"log-origin" help:"Name of the log, given when it is made and never changed after: news.example/log. Without one serve takes it from --url." env:"ISNAD_LOG_ORIGIN" placeholder:"NAME"`
	LogWitnesses string `name:"log-witnesses" help:"File that names the witnesses who cosign its checkpoints (C2SP tlog-policy)." env:"ISNAD_LOG_WITNESSES" type:"path" placeholder:"FILE"`
	LogStamps    string `name:"log-stamps" help:"Address of a time-stamping authority (RFC 3161) that stamps a checkpoint an hour." env:"ISNAD_LOG_STAMPS" placeholder:"URL"`
}

// maxPolicy is in bytes.
const maxPolicy = 64 << 10

func (c *commands) ledger() (pipeline.LogOptions, error) {
	o := pipeline.LogOptions{Dir: filepath.Join(c.Data, "log"), Origin: c.LogOrigin}
	if o.Origin != "" {
		if err := ledger.CheckOrigin(o.Origin); err != nil {
			return o, fmt.Errorf("%w: --log-origin: %w", errUse, err)
		}
	}
	if c.LogWitnesses != "" {
		policy, err := os.ReadFile(c.LogWitnesses)
		if err == nil && len(policy) > maxPolicy {
			err = fmt.Errorf("it has more than %d bytes", maxPolicy)
		}
		if err == nil {
			o.Witnesses, err = ledger.ReadWitnesses(policy)
		}
		if err != nil {
			return o, fmt.Errorf("%w: --log-witnesses: %w", errUse, err)
		}
	}
	if c.LogStamps != "" {
		var err error
		if o.Stamps, err = ledger.NewStamps(c.LogStamps); err != nil {
			return o, fmt.Errorf("%w: --log-stamps: %w", errUse, err)
		}
	}
	return o, nil
}

// originOf is the name that a log gets from the address of a site: what follows https://.
func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	origin := u.Host + strings.TrimSuffix(u.Path, "/") + "/log"
	if ledger.CheckOrigin(origin) != nil {
		return ""
	}
	return origin
}

// keepLog writes the log in the background until finish is called.
func (h *house) keepLog(ctx context.Context) (finish func()) {
	ctx, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		h.pipeline.KeepLog(ctx)
	}()
	return func() {
		stop()
		<-done
	}
}

// writeLog puts into the log what waits for it. What was done is done: where the
// log cannot be written the entries wait, and whoever serves the site writes them.
func (h *house) writeLog(ctx context.Context, log *slog.Logger) {
	switch _, err := h.pipeline.WriteLog(ctx); {
	case errors.Is(err, pipeline.ErrOtherLog):
		log.Info("the log is not written from here", "error", err)
	case err != nil && ctx.Err() == nil:
		log.Warn("the log is not written yet; its entries wait in the database", "error", err)
	}
}

// quiet keeps the library that writes the log from telling what it does; what goes
// wrong it returns, but for witnesses that do not answer. It has one logger a process.
var quiet = sync.OnceFunc(func() {
	klog.SetSlogLogger(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
})
