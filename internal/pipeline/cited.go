package pipeline

import (
	"net/url"
	"slices"
	"strings"

	"isnad"
	"isnad/internal/names"
)

// cited tells whether a copy names whom it copies, in whatever way: nobody is to
// be told that a citation is missing that stands there. What counts is the outlet
// of the original, the agencies that the original credits, and whom the original
// had its text from; by any of their names in the text, the credits or what is
// printed beside the story; by a link or an address; by being one of them. An
// outlet need not name itself.
func (p *Pipeline) cited(r, original *traced, lib library) (bool, error) {
	if r.SourceID == original.SourceID {
		return true, nil
	}
	said, err := lib.declared(r.ID)
	if err != nil {
		return false, err
	}
	theirs, err := lib.declared(original.ID)
	if err != nil {
		return false, err
	}
	from, err := lib.traced(original)
	if err != nil {
		return false, err
	}
	called := []string{original.Source}
	if original.Agency != "" {
		called = append(called, strings.Split(original.Agency, "/")...)
	}
	hosts := []string{host(address(original.Report))}
	for _, c := range append(slices.Clone(theirs), from...) {
		switch c.Kind {
		case isnad.CiteAgency, isnad.CiteVia, isnad.CiteLink, isnad.CiteCopy:
			called, hosts = append(called, c.ToName), append(hosts, host(c.ToURL))
		case isnad.CiteAttribution:
			// Whom a report quotes is no source of its text, unless it is one that publishes.
			if s, known := p.Sources.Lookup(c.ToName); known && (s.Kind == isnad.SourceAgency || s.Kind == isnad.SourceOutlet) {
				called = append(called, c.ToName)
			}
		}
	}
	ids := map[string]bool{original.SourceID: true}
	for _, name := range called {
		if name != "" {
			s, _ := p.Sources.Lookup(name)
			ids[s.ID] = true
		}
	}
	if ids[r.SourceID] {
		return true, nil
	}
	for _, c := range said {
		if ids[c.To] || slices.Contains(hosts, host(c.ToURL)) && host(c.ToURL) != "" {
			return true, nil
		}
	}
	for _, l := range r.Links {
		if h := host(l.URL); h != "" && slices.Contains(hosts, h) {
			return true, nil
		}
	}
	printed := strings.Join(append([]string{r.Title, r.Text, r.Submitter, r.Terms, r.Dateline.Words, r.Agency}, append(r.Notes, r.Bylines...)...), "\n")
	for _, m := range p.Sources.Find(printed) {
		if ids[m.ID] {
			return true, nil
		}
	}
	folded := " " + names.Fold(printed) + " "
	for _, name := range called {
		if f := names.Fold(name); len(f) >= 3 && strings.Contains(folded, " "+f+" ") {
			return true, nil
		}
	}
	lower := strings.ToLower(printed)
	return slices.ContainsFunc(hosts, func(h string) bool { return h != "" && strings.Contains(lower, h) }), nil
}

func address(r *isnad.Report) string {
	if r.Canonical != "" {
		return r.Canonical
	}
	return r.Address
}

// host is the host of a web address without a leading www, empty for any other.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
