package extract

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"isnad"
	"isnad/internal/citeblock"
	"isnad/internal/extract/imprint"
	"isnad/internal/extract/wording"
)

// isNinjs tells a ninjs document (IPTC, News in JSON) by its beginning: an object with a member
// "standard" that names it. Nothing else makes a line of JSONL or a JSON Feed one.
func isNinjs(start []byte) bool {
	if !bytes.Contains(start, []byte(`"ninjs"`)) {
		return false
	}
	d := json.NewDecoder(bytes.NewReader(start))
	depth, key, member := 0, true, ""
	for {
		t, err := d.Token()
		if err != nil { // cut short, or no JSON
			return false
		}
		switch v := t.(type) {
		case json.Delim:
			switch v {
			case '{':
				depth++
				key = true
				if depth == 1 {
					continue
				}
			case '[':
				depth++
			default:
				if depth--; depth == 0 {
					return false
				}
			}
			if depth == 1 { // a value ended
				key = true
			}
			continue
		case string:
			if depth == 1 && key {
				member, key = v, false
				if member == "standard" {
					var s citeblock.NinjsStandard
					return d.Decode(&s) == nil && s.Name == "ninjs"
				}
				continue
			}
		}
		if depth == 1 {
			key = true
		}
	}
}

// readNinjs reads ninjs documents, one or several after another. A description that holds a citation block
// goes before the other fields.
func readNinjs(ctx context.Context, c *isnad.Capture, raw []byte) (Result, error) {
	s, doubts := validJSON(raw)
	d := json.NewDecoder(strings.NewReader(s))
	var res Result
	for n := 1; ; n++ {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		var in citeblock.Ninjs
		err := d.Decode(&in)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if len(res.Reports) == 0 {
				return Result{}, fmt.Errorf("not ninjs: %s", whyNotJSON(err))
			}
			res.Notes = append(res.Notes, fmt.Sprintf("document %d: %s", n, whyNotJSON(err)))
			break
		}
		if len(res.Reports) >= maxItems {
			res.Notes = append(res.Notes, fmt.Sprintf("only the first %d documents were read", maxItems))
			break
		}
		r, why := ninjsReport(c, &in)
		if why != "" {
			res.Notes = append(res.Notes, fmt.Sprintf("document %d: %s", n, why))
			continue
		}
		r.Doubts = append(r.Doubts, doubts...)
		res.Reports = append(res.Reports, r)
	}
	if len(res.Reports) == 0 {
		return Result{}, fmt.Errorf("no document of it is a report: %s", firstOf(append(res.Notes, "it is empty")...))
	}
	return res, nil
}

// ninjsReport makes a report of a document, or says why it is none.
func ninjsReport(c *isnad.Capture, in *citeblock.Ninjs) (isnad.Report, string) {
	title, text := mainText(in.Headlines), mainText(in.Bodies)
	if title == "" && text == "" {
		return isnad.Report{}, "it has neither headline nor body"
	}
	p := page{lang: in.Language}
	p.meta.published = firstTime(stamp(in.FirstCreated), firstTime(stamp(in.ContentTime), stamp(in.VersionTime)))
	var r isnad.Report
	outlet := in.Holder
	if x, ok := ninjsCited(in, text); ok {
		if isnad.DayOf(p.meta.published) == isnad.DayOf(x.Published) { // seconds are told by the block only
			p.meta.published = x.Published
		}
		r = copyReport(c, &p, &x)
		outlet = "" // the holder of the rights published what is copied here
	} else {
		p.meta.changed = stamp(in.VersionTime)
		if p.meta.changed.Equal(p.meta.published) {
			p.meta.changed = time.Time{}
		}
		p.meta.terms = citeblock.Paragraphs(in.Terms)
		r = newReport(c, &p)
		r.Title, r.Text = shorten(wording.Squeeze(title), 500), citeblock.Printed(text)
		ninjsChain(&r, in)
		if !c.Published.IsZero() && isnad.DayOf(r.Published) != c.Published {
			r.Published = c.Published.Time()
		}
		r.Language = firstOf(tagOf(in.Language), language(r.Text+"\n"+r.Title, ""))
	}
	r.Source, r.SourceID = sourceOf(c, outlet)
	r.Key = "ninjs\x00" + firstOf(c.Place, c.Address) + "\x00" + in.URI
	if strings.TrimSpace(in.URI) == "" {
		r.Key += "text:" + string(isnad.HashOf([]byte(title+"\x00"+text)))
	}
	r.ID = isnad.MakeID('r', r.Key)
	return r, ""
}

// ninjsCited is the citation block of a document with its text.
func ninjsCited(in *citeblock.Ninjs, text string) (cited, bool) {
	for i, d := range in.Descriptions {
		if i >= 20 || d.Role != citeblock.RoleCitation {
			continue
		}
		if found := citeblock.Find(d.Value); len(found) > 0 {
			b := found[len(found)-1].Block
			return cited{b, citeblock.Printed(text), citeblock.SumOf(citeblock.Printed(text)) == b.Sum}, true
		}
	}
	return cited{}, false
}

// ninjsChain takes who wrote a document and what it draws on from its own fields.
func ninjsChain(r *isnad.Report, in *citeblock.Ninjs) {
	d := draft{rep: r, hint: isnad.DayOf(r.Published)}
	for _, p := range in.People {
		if n := wording.Squeeze(p.Name); p.Rel == "author" && n != "" && !contains(r.Bylines, n) && len(r.Bylines) < 50 {
			r.Bylines = append(r.Bylines, n)
		}
	}
	if len(r.Bylines) == 0 && in.By != "" {
		var m metadata
		readAuthor(&m, wording.Squeeze(in.By), "")
		r.Bylines, r.Agency = m.authors, m.agency
	}
	r.Dateline.Place = wording.Squeeze(in.Located)
	original := func(address, words string) {
		if l, ok := makeLink(nil, address, words, "original"); ok {
			l.Rel = "original"
			d.links([]isnad.Link{l})
		}
	}
	for _, s := range in.InfoSources {
		n := shorten(wording.Squeeze(s.Name), 300)
		switch {
		case s.Role == "agency" && r.Agency == "":
			r.Agency = n
			if known, ok := imprint.KnownAgency(n); ok {
				r.Agency = known
			}
		case s.Role == "submitter" && r.Submitter == "":
			r.Submitter = n
		}
		original(s.URI, citeblock.SourceWords(n))
	}
	for _, a := range in.Associations {
		original(a.URI, a.Name)
	}
	for _, a := range in.AltIDs {
		if a.Role == citeblock.RoleCanonical {
			if l, ok := makeLink(nil, a.Value, "", ""); ok && r.Canonical == "" {
				r.Canonical = l.URL
			}
		}
	}
	d.links(textLinksOf(firstRunes(r.Text, 200000)))
}

// mainText is the text of the role "main", else the first.
func mainText(list []citeblock.NinjsText) string {
	best := ""
	for _, t := range list {
		if strings.Contains(t.ContentType, "html") { // markup is read where there is nothing else
			continue
		}
		if t.Role == "main" {
			return t.Value
		}
		if best == "" {
			best = t.Value
		}
	}
	return best
}

// validJSON makes valid UTF-8 of JSON, which is UTF-8 by its standard.
func validJSON(raw []byte) (string, []string) {
	raw = trimBOM(raw)
	if utf8.Valid(raw) {
		return string(raw), nil
	}
	return strings.ToValidUTF8(string(raw), "\uFFFD"), []string{"the document is not valid UTF-8; what could not be read stands as U+FFFD"}
}
