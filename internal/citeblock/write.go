package citeblock

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"isnad"
)

// Lines are the lines of the block between its first and its last. What is not known has none.
func (b *Block) Lines() []Line {
	var out []Line
	add := func(label, address, words string) {
		l := Line{Label: label, Address: Address(address), Words: OneLine(words)}
		if l.Address != "" || l.Words != "" {
			out = append(out, l)
		}
	}
	add(labelTitle, "", b.Title)
	add(labelPublisher, "", b.Publisher)
	add(labelPublished, "", moment(b.Published))
	add(labelChanged, "", moment(b.Changed))
	for _, n := range b.Bylines {
		add(labelByline, "", n)
	}
	add(labelAgency, "", b.Agency)
	add(labelSubmitter, "", b.Submitter)
	add(labelDateline, "", b.Dateline.Words)
	add(labelPlace, "", b.Dateline.Place)
	add(labelDay, "", b.Dateline.Date.String())
	add(labelLanguage, "", b.Language)
	add(labelCanonical, b.Canonical, "")
	add(labelRecord, b.Record, "")
	if b.Version > 0 {
		add(labelVersion, "", fmt.Sprint(b.Version))
	}
	for _, s := range b.Sources {
		add(labelSource, s.Address, fmt.Sprintf("%s (%s, %s)", s.Name, s.Basis, s.Kind))
	}
	for _, l := range b.Links {
		label := labelLink
		switch l.Rel {
		case "original":
			label = labelOriginal
		case "map":
			label = labelMap
		}
		if Address(l.URL) != "" {
			add(label, l.URL, l.Text)
		}
	}
	for p := range strings.SplitSeq(Paragraphs(b.Terms), "\n\n") {
		add(labelTerms, "", p)
	}
	add(labelLicense, "", b.License)
	for _, a := range b.Asks {
		add(labelAsks, "", a)
	}
	for _, n := range b.Notes {
		add(labelNote, "", n)
	}
	for _, n := range b.Notices {
		words := OneLine(n.Kind)
		if t := moment(n.Issued); t != "" {
			words += ", " + t
		}
		add(labelNotice, n.Address, words+": "+n.Text)
	}
	if b.Sum.Hash != "" {
		add(labelText, "", fmt.Sprintf("%d characters without white space, SHA-256 %s", b.Sum.Characters, b.Sum.Hash))
	}
	return out
}

// String is the whole block as plain text, without a line feed at its end.
func (b *Block) String() string {
	var s strings.Builder
	s.WriteString(Begin + "\n")
	for _, l := range b.Lines() {
		s.WriteString(l.Label + ": " + l.Value() + "\n")
	}
	return s.String() + End
}

// moment writes a day where nothing more is known.
func moment(t time.Time) string {
	t = t.UTC()
	switch {
	case t.IsZero(), t.Year() < isnad.FirstYear, t.Year() > isnad.LastYear:
		return ""
	case t.Equal(t.Truncate(24 * time.Hour)):
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339Nano)
}

// Address is a web or geo address as a block prints it, empty for any other: without white space and
// without what ends an address in Markdown and in text.
func Address(s string) string {
	s = strings.TrimFunc(Printed(s), isSpace)
	if !hasScheme(s) || len(s) > 4096 {
		return ""
	}
	var b strings.Builder
	for _, r := range s {
		if isSpace(r) || turns(r) || r == '\u200E' || r == '\u200F' || r == '\u061C' || strings.ContainsRune("<>\"`\\{}|^", r) {
			b.WriteString(url.PathEscape(string(r)))
			continue
		}
		b.WriteRune(r)
	}
	u, err := url.Parse(b.String())
	if err != nil || u.Scheme != "geo" && u.Host == "" || u.User != nil {
		return ""
	}
	return b.String()
}

func hasScheme(s string) bool {
	for _, p := range []string{"http://", "https://", "geo:"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
