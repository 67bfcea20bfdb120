// Package copies gathers from the store what a copy of a report tells: the report, its chain with the names and
// addresses of whom it draws on, and the terms that say whether its text may be handed out. The pages and
// the API share it, so that neither gives what the other refuses.
package copies

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"isnad"
	"isnad/internal/export/republish"
	"isnad/internal/store"
)

// Policy says whose text is handed out as a copy.
type Policy string

const (
	// Allowed hands out texts whose terms allow it. It is the policy when none is set.
	Allowed Policy = "allowed"
	// Silent hands out texts without terms too: for operators who have the right by other means, such
	// as an agreement or a law.
	Silent Policy = "silent"
)

// Valid tells a known policy.
func (p Policy) Valid() bool { return p == "" || p == Allowed || p == Silent }

// Bounds of one copy.
const (
	maxCites   = 200 // links of the chain
	maxLookups = 100 // of sources and reports
)

// Of gathers a copy of a version of a report; 0 is the present one. base is the absolute address of the site.
// The copy is whole where the terms and the policy leave that; its reference can be had in any case. A report that
// is not there is isnad.ErrNotFound.
func Of(ctx context.Context, st *store.Store, id string, version int, base string, p Policy) (republish.Copy, error) {
	r, err := st.Report(ctx, id, version)
	if err != nil {
		return republish.Copy{}, err
	}
	c := republish.Copy{Report: r, Record: base + "/reports/" + url.PathEscape(r.ID)}
	if version > 0 {
		c.Record += fmt.Sprintf("/v/%d", r.Version)
	}
	cites, _, err := st.Citations(ctx, store.CitationQuery{From: r.ID, Page: store.Page{Limit: maxCites}})
	if err != nil {
		return republish.Copy{}, err
	}
	g := gatherer{ctx: ctx, st: st, base: base, seen: map[string]end{}}
	outlet, err := g.source(r.SourceID)
	if err != nil {
		return republish.Copy{}, err
	}
	var agencies []isnad.Source
	for _, x := range cites {
		if x.Version != r.Version {
			continue
		}
		e, err := g.end(x.To)
		if err != nil {
			return republish.Copy{}, err
		}
		c.Chain = append(c.Chain, republish.Cited{Citation: x, Name: e.name, Addresses: e.addresses})
		if x.Kind == isnad.CiteAgency && e.source.ID != r.SourceID {
			agencies = append(agencies, e.source)
		}
	}
	c.Leave = republish.LeaveOf(&r, outlet, agencies)
	c.Whole = c.Leave.Verdict == republish.Allowed || c.Leave.Verdict == republish.Silent && p == Silent
	return c, nil
}

// end is the other end of a link of the chain.
type end struct {
	name      string
	addresses []string
	source    isnad.Source
}

type gatherer struct {
	ctx  context.Context
	st   *store.Store
	base string
	seen map[string]end
}

// end looks up a source or a report by its ID. One that is not there is nameless, which is no failure: the
// words of the citation name it.
func (g *gatherer) end(id string) (end, error) {
	if e, ok := g.seen[id]; ok || id == "" || len(g.seen) >= maxLookups {
		return e, nil
	}
	var e end
	switch {
	case strings.HasPrefix(id, "s"):
		s, err := g.source(id)
		if err != nil {
			return e, err
		}
		e.name, e.source = s.Name, s
		if s.Home != "" {
			e.addresses = []string{s.Home}
		}
	case strings.HasPrefix(id, "r"):
		r, err := g.st.Report(g.ctx, id, 0)
		if err != nil && !errors.Is(err, isnad.ErrNotFound) {
			return e, err
		}
		if err == nil {
			e.name = r.Source // who is drawn on; the address says which report
			for _, a := range []string{r.Canonical, r.Address} {
				if len(e.addresses) == 0 && a != "" {
					e.addresses = append(e.addresses, a)
				}
			}
			e.addresses = append(e.addresses, g.base+"/reports/"+url.PathEscape(r.ID))
		}
	}
	g.seen[id] = e
	return e, nil
}

func (g *gatherer) source(id string) (isnad.Source, error) {
	if id == "" {
		return isnad.Source{}, nil
	}
	s, err := g.st.Source(g.ctx, id)
	if errors.Is(err, isnad.ErrNotFound) {
		return isnad.Source{}, nil
	}
	return s, err
}

// Base is the absolute address of the site as a request knows it, for operators who set none: host is
// the Host that it names. A Host that could be anything but a name and a port is left out.
func Base(host string, secure bool) string {
	if host == "" || len(host) > 255 || strings.Trim(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]") != "" {
		host = "localhost"
	}
	if secure {
		return "https://" + host
	}
	return "http://" + host
}
