package republish

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/citeblock"
)

// ninjs is the copy as a ninjs 3.0 document.
func (c *Copy) ninjs(b citeblock.Block, title, text string) ([]byte, error) {
	r := &c.Report
	n := citeblock.Ninjs{
		Standard: citeblock.NinjsStandard{Name: "ninjs", Version: "3.0", Schema: "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"},
		URI:      citeblock.Address(c.Record), Type: "text", Completeness: "full", Status: "usable",
		Holder: citeblock.OneLine(r.Source), Terms: citeblock.Paragraphs(r.Terms), By: "", Located: citeblock.OneLine(r.Dateline.Place),
	}
	if n.URI == "" {
		n.URI = "urn:isnad:report:" + r.ID
	}
	if !c.Whole {
		n.Completeness = "partial"
	}
	if r.Version > 0 {
		n.Version = fmt.Sprint(r.Version)
	}
	if lang, _ := tongue(r.Language); lang != "und" {
		n.Language = lang
	}
	const form = "2006-01-02T15:04:05Z"
	if t := r.Published.UTC(); t.Year() >= isnad.FirstYear && t.Year() <= isnad.LastYear {
		n.FirstCreated, n.VersionTime, n.ContentTime = t.Format(form), t.Format(form), t.Format(form)
	}
	if t := r.Changed.UTC(); t.Year() >= isnad.FirstYear && t.Year() <= isnad.LastYear {
		n.VersionTime = t.Format(form)
	}
	if title != "" {
		n.Headlines = []citeblock.NinjsText{{Role: "main", Value: title}}
	}
	if text != "" {
		n.Bodies = []citeblock.NinjsText{{Role: "main", ContentType: "text/plain", Characters: utf8.RuneCountInString(text), Value: text}}
	}
	n.Descriptions = []citeblock.NinjsText{{Role: citeblock.RoleCitation, ContentType: "text/plain", Value: b.String()}}
	for _, p := range r.Notes {
		if s := citeblock.OneLine(p); s != "" {
			n.Copyright = strings.TrimPrefix(n.Copyright+"\n"+s, "\n")
		}
	}
	source := func(name, role, address string) {
		if name = citeblock.OneLine(name); name != "" || address != "" {
			n.InfoSources = append(n.InfoSources, citeblock.NinjsParty{Name: name, Role: role, URI: address})
		}
	}
	source(r.Source, "publisher", b.Canonical)
	var by []string
	for _, p := range r.Bylines {
		if p = citeblock.OneLine(p); p != "" {
			by = append(by, p)
			n.People = append(n.People, citeblock.NinjsParty{Name: p, Rel: "author"})
		}
	}
	n.By = strings.Join(by, ", ")
	for a := range strings.SplitSeq(r.Agency, "/") {
		source(a, "agency", "")
	}
	source(r.Submitter, "submitter", "")
	for _, s := range b.Sources {
		source(s.Name, string(s.Kind), s.Address)
	}
	for _, l := range b.Links {
		if a := citeblock.Address(l.URL); a != "" && l.Rel == "original" {
			name := citeblock.OneLine(l.Text)
			if name == "" {
				name = a
			}
			n.Associations = append(n.Associations, citeblock.NinjsRelated{Name: name, URI: a, Type: "text"})
		}
	}
	if b.Canonical != "" {
		n.AltIDs = append(n.AltIDs, citeblock.NinjsIdentity{Role: citeblock.RoleCanonical, Value: b.Canonical})
	}
	if r.SHA256 != "" {
		n.AltIDs = append(n.AltIDs, citeblock.NinjsIdentity{Role: citeblock.RoleSHA256, Value: string(r.SHA256)})
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetIndent("", "  ")
	if err := e.Encode(n); err != nil {
		return nil, fmt.Errorf("writing ninjs: %w", err)
	}
	return out.Bytes(), nil
}
