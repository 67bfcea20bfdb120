package extract

import (
	"strings"

	"isnad"
	"isnad/internal/citeblock"
	"isnad/internal/extract/imprint"
	"isnad/internal/extract/wording"
	"isnad/internal/sources"
)

// Cites returns the links of the chain that a report declares itself: its agency, its
// bylines, its submitter and the links it names as its origin. Where the words
// stand in the report's text, the passage is given.
func Cites(rep *isnad.Report) []isnad.Citation {
	var out []isnad.Citation
	add := func(kind isnad.CitationKind, name, address string) {
		cite := isnad.Citation{From: rep.ID, Version: rep.Version, ToName: name, ToURL: address,
			Basis: isnad.CitationDeclared, Kind: kind}
		if name != "" {
			s, _ := sources.Embedded().Lookup(name)
			cite.To = s.ID
		}
		if name != "" && (kind == isnad.CiteAgency || kind == isnad.CiteByline) {
			if span, ok := creditedAt(rep, name); ok {
				cite.Passages = []isnad.Passage{{Span: span}}
			}
		}
		out = append(out, cite)
	}
	for name := range strings.SplitSeq(rep.Agency, "/") {
		if name != "" {
			add(isnad.CiteAgency, name, "")
		}
	}
	for _, name := range rep.Bylines {
		add(isnad.CiteByline, name, "")
	}
	if rep.Submitter != "" {
		add(isnad.CiteSubmitter, rep.Submitter, "")
	}
	for _, l := range rep.Links {
		if l.Rel == "original" {
			add(isnad.CiteLink, linkName(l), l.URL)
		}
	}
	return out
}

// creditedAt finds a name in the date line at the start of the text or in the last line,
// where JSONL keeps its credits.
func creditedAt(rep *isnad.Report, name string) (isnad.Span, bool) {
	head := rep.Text[:min(len(rep.Text), imprint.MaxOpening)]
	if w := rep.Dateline.Words; w != "" && strings.HasPrefix(wording.Squeeze(head), w) {
		if i := strings.Index(head, name); i >= 0 && i+len(name) <= len(w)+8 {
			return isnad.RuneSpan(rep.Text, i, i+len(name)), true
		}
	}
	// The last lines, read as the credits they are.
	text := strings.TrimRight(rep.Text, " \n")
	end := len(text)
	for range 8 {
		start := strings.LastIndexByte(text[:end], '\n') + 1
		line := text[start:end]
		if at := strings.LastIndex(line, name); at >= 0 && len(line) <= 400 {
			_, credit := imprint.ReadCredit(line, isnad.Day{})
			if closing := end == len(text) && len(line)-at-len(name) <= 2; credit || closing {
				return isnad.RuneSpan(rep.Text, start+at, start+at+len(name)), true
			}
		}
		if start == 0 {
			break
		}
		end = start - 1
	}
	return isnad.Span{}, false
}

// linkName is whom a link to an original leads to: the one that the citation block of a copy named, else the host.
func linkName(l isnad.Link) string {
	if name, ok := citeblock.NameIn(l.Text); ok {
		return name
	}
	return hostOf(l.URL)
}

func hostOf(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	host, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(strings.ToLower(host), "www.")
}
