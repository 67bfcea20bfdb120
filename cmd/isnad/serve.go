package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"isnad"
	"isnad/internal/ledger"
	"isnad/internal/people"
	"isnad/internal/pipeline"
	"isnad/internal/site"
	"isnad/internal/site/api"
	"isnad/internal/site/copies"
	"isnad/internal/site/gate"
	"isnad/internal/store"
)

type serveCommand struct {
	Listen string `help:"Address to listen on." default:"localhost:8400" placeholder:"HOST:PORT"`
	URL    string `help:"Address that readers use, for feeds and links that leave the site." placeholder:"URL" env:"ISNAD_URL"`
	Title  string `help:"Name of the site." default:"isnad"`

	Republish   string   `help:"Whose texts are handed out as copies: allowed (the terms allow it), silent (also those without terms)." enum:"allowed,silent" default:"allowed"`
	Submissions string   `help:"Who may hand reports in: desk (who is signed in), public (everybody). Nothing is shown before an editor accepts it." enum:"desk,public" default:"desk" env:"ISNAD_SUBMISSIONS"`
	SecondEyes  bool     `help:"Whatever is decided at the desk holds only once another person has looked at it and says the same."`
	Second      []string `help:"As --second-eyes, for acts of some kinds only: confirm_incident, merge_incidents, …" placeholder:"KIND"`
	Proxy       []string `help:"Addresses or networks of web servers in front, whose X-Forwarded-For is believed: 127.0.0.1, 10.0.0.0/8. Sign-ins are bounded by address." placeholder:"ADDRESS"`

	forgetFlags
	mailFlags
	signInFlags
}

// forgetFlags say how long is remembered who did what does not concern others.
type forgetFlags struct {
	ForgetOffers time.Duration `help:"After this time it is forgotten who handed in a report that was decided about; 0 for never." default:"8760h" placeholder:"TIME" env:"ISNAD_FORGET_OFFERS"`
	ForgetAccess time.Duration `help:"After this time it is forgotten who looked at originals; 0 for never." default:"17520h" placeholder:"TIME" env:"ISNAD_FORGET_ACCESS"`
	ForgetCases  int           `help:"So many days after a case was closed it is forgotten who opened it, and its files are destroyed; never before the time for an appeal is over. What the register shows stays. 0 for never." default:"730" placeholder:"DAYS" env:"ISNAD_FORGET_CASES"`
}

func (f forgetFlags) retention() pipeline.Retention {
	return pipeline.Retention{Offers: f.ForgetOffers, Accesses: f.ForgetAccess, Cases: time.Duration(max(f.ForgetCases, 0)) * 24 * time.Hour}
}

// Run serves until it is interrupted.
func (s *serveCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.open(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	if h.pipeline.Rules.Second, err = seconded(s.SecondEyes, s.Second); err != nil {
		return err
	}
	if h.pipeline.Ledger.Origin == "" {
		h.pipeline.Ledger.Origin = originOf(s.URL)
	}
	h.pipeline.Ledger.Again = time.Hour
	if err := h.tellAhead(ctx, c); err != nil {
		return err
	}
	defer h.keepLog(ctx)()
	defer h.workOn(ctx, log)()
	finishPost, err := h.postOn(ctx, s.mailFlags, log)
	if err != nil {
		return err
	}
	defer finishPost()
	return h.serve(ctx, c, s, log)
}

type workerCommand struct {
	URL string `help:"Address that readers use, for links in letters." placeholder:"URL" env:"ISNAD_URL"`

	forgetFlags
	mailFlags
}

// Run does steps until it is interrupted.
func (w workerCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.open(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	h.pipeline.Retention = w.retention()
	if h.pipeline.BaseURL, err = h.address(ctx, w.URL); err != nil {
		return err
	}
	defer h.clockOn(ctx, log)()
	h.pipeline.Ledger.Again = time.Hour
	if err := h.tellAhead(ctx, c); err != nil {
		return err
	}
	defer h.keepLog(ctx)()
	finishPost, err := h.postOn(ctx, w.mailFlags, log)
	if err != nil {
		return err
	}
	defer finishPost()
	working, finish := h.work(ctx, true)
	<-working.Done()
	return finish()
}

// serve answers requests until ctx ends, then lets those under way finish.
func (h *house) serve(ctx context.Context, c console, s *serveCommand, log *slog.Logger) error {
	proxies, err := prefixes(s.Proxy)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return fmt.Errorf("listening: %w", err)
	}
	base := s.URL
	if base == "" {
		base = "http://" + listener.Addr().String()
	}
	h.pipeline.BaseURL = base
	h.pipeline.Retention = s.retention()
	options, err := s.options(base, s.Title)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	all, err := people.Open(h.store, options)
	if err != nil {
		return errors.Join(fmt.Errorf("%w: %w", errUse, err), listener.Close())
	}
	shared, err := h.gate(ctx)
	if err == nil && s.URL != "" { // the command line writes letters too
		err = h.store.SetSetting(ctx, store.SettingURL, s.URL)
	}
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	handler, err := h.handler(site.Options{
		Title: s.Title, BaseURL: base, Republish: copies.Policy(s.Republish), Logger: log,
		Desk: h.desk(all, proxies), Safety: site.SafetyOptions{Public: s.Submissions == "public"},
		Cases: site.CaseOptions{Gate: shared, Mail: s.SMTP != ""},
	})
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	defer h.clockOn(ctx, log)()
	fmt.Fprintf(c.out, "%s is at http://%s\n", s.Title, listener.Addr())
	if err := h.tellFounder(ctx, c, base); err != nil {
		return errors.Join(err, listener.Close())
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serving: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		return fmt.Errorf("ending: %w", err)
	}
	return nil
}

// gate is the gate before forms. All processes on one database take the forms that
// any of them showed.
func (h *house) gate(ctx context.Context) (*gate.Gate, error) {
	secret, err := h.store.SettingOnce(ctx, store.SettingGate, rand.Text()+rand.Text())
	return gate.New(gate.Options{Secret: []byte(secret), Now: h.pipeline.Now}), err
}

// tellFounder prints the link for the first admin while there is nobody.
func (h *house) tellFounder(ctx context.Context, c console, base string) error {
	token, err := people.New(h.store).InviteFounder(ctx)
	if errors.Is(err, store.ErrNotNobody) {
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "Nobody has an account yet. The first admin makes theirs here, once, within the hour:\n%s/desk/join/%s\n", strings.TrimSuffix(base, "/"), token)
	return nil
}

// seconded reads the kinds of acts that another person is to second.
func seconded(all bool, list []string) (map[isnad.ActKind]bool, error) {
	out := map[isnad.ActKind]bool{}
	for _, k := range isnad.ActKinds() {
		out[k] = all && (k.OfClaim() || k.OfIncident())
	}
	for _, s := range list {
		k := isnad.ActKind(s)
		if !k.OfClaim() && !k.OfIncident() {
			var known []string
			for _, k := range isnad.ActKinds() {
				if k.OfClaim() || k.OfIncident() {
					known = append(known, string(k))
				}
			}
			return nil, fmt.Errorf("%w: --second %q is none of %s", errUse, s, strings.Join(known, ", "))
		}
		out[k] = true
	}
	return out, nil
}

// prefixes reads addresses and networks.
func prefixes(list []string) ([]netip.Prefix, error) {
	var out []netip.Prefix
	for _, s := range list {
		if a, err := netip.ParseAddr(s); err == nil {
			out = append(out, netip.PrefixFrom(a, a.BitLen()))
			continue
		}
		p, err := netip.ParsePrefix(s)
		if err != nil {
			return nil, fmt.Errorf("%w: --proxy %q is neither an address nor a network", errUse, s)
		}
		out = append(out, p)
	}
	return out, nil
}

// desk is what the site's desk is handed.
func (h *house) desk(all *people.People, proxies []netip.Prefix) site.DeskOptions {
	return site.DeskOptions{People: all, Proxies: proxies, Decide: h.pipeline.Decide, Second: h.pipeline.Rules.Second, Similar: h.similar, Books: books{h.pipeline}, Gazetteer: gazetteer{h.pipeline}}
}

// handler answers for the pages, the API and the feeds.
func (h *house) handler(o site.Options) (http.Handler, error) {
	o.Tracing = make(chan struct{}, 2) // at once, of the page and the API together: each text holds the index of sketches
	o.Trace = h.traceText
	o.Dossier = h.dossierFor
	o.Safety = h.safety(o.Safety.Public)
	o.Log = func() (*ledger.Log, error) { return ledger.Open(h.pipeline.Ledger.Dir) }
	o.Cases.Open, o.Cases.Act, o.Cases.By, o.Cases.Rules = h.pipeline.OpenCase, h.pipeline.ActOnCase, h.pipeline.CaseBy, h.pipeline.Casework
	o.Cases.Now = h.pipeline.Now
	if o.Cases.Gate == nil {
		o.Cases.Gate = gate.New(gate.Options{Now: h.pipeline.Now})
	}
	o.API = api.New(h.store, api.Options{BaseURL: o.BaseURL, Title: o.Title, Republish: o.Republish, Trace: h.traceForAPI, Tracing: o.Tracing,
		Cases: api.Cases{Open: o.Cases.Open, Gate: o.Cases.Gate, Proxies: o.Desk.Proxies}})
	handler, err := site.New(h.store, o)
	if err != nil {
		return nil, fmt.Errorf("making the site: %w", err)
	}
	return handler, nil
}

// similar is pipeline.Similar in the words of the site.
func (h *house) similar(ctx context.Context, incidents []string) (map[string][]site.Similar, error) {
	found, err := h.pipeline.Similar(ctx, incidents)
	out := map[string][]site.Similar{}
	for id, list := range found {
		for _, x := range list {
			out[id] = append(out[id], site.Similar(x))
		}
	}
	return out, err
}

// traceForAPI is traceText in the words of the API.
func (h *house) traceForAPI(ctx context.Context, text string) ([]api.Traced, error) {
	found, err := h.traceText(ctx, text)
	out := make([]api.Traced, len(found))
	for i, f := range found {
		out[i] = api.Traced(f)
	}
	return out, err
}

// traceText tells what a text draws on that is not kept.
func (h *house) traceText(ctx context.Context, text string) ([]site.Traced, error) {
	found, err := h.pipeline.Find(ctx, &isnad.Report{Text: text, Received: time.Now().UTC()})
	if err != nil {
		return nil, fmt.Errorf("tracing a text: %w", err)
	}
	out := make([]site.Traced, len(found))
	for i, f := range found {
		out[i] = site.Traced{Citation: f.Citation, Original: f.Original}
	}
	return out, nil
}
