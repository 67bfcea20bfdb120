package extract

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/imprint"
	"isnad/internal/extract/wording"
)

const (
	defaultBatch = 500
	maxNotes     = 100        // of one call
	maxBatchText = 64 << 20   // bytes of lines in one batch: long lines make small batches
	maxCounted   = 1024 << 20 // bytes before a batch that are read again to number its lines
)

// line is one line of JSONL: the batch interface's fields, and those of isnad's own export.
type line struct {
	ID        json.RawMessage `json:"id"`
	Source    string          `json:"source"`
	Published string          `json:"published"`
	Title     string          `json:"title"`
	Text      *string         `json:"text"`

	Bylines   []string        `json:"bylines"`
	Agency    string          `json:"agency"`
	Dateline  isnad.Dateline  `json:"-"`
	RawLine   json.RawMessage `json:"dateline"`
	Changed   string          `json:"changed"`
	Language  string          `json:"language"`
	Submitter string          `json:"submitter"`
	Terms     string          `json:"terms"`
	Notes     []string        `json:"disclaimers"`
	RawNote   json.RawMessage `json:"disclaimer"` // one, as other programs write it
	Canonical string          `json:"canonical"`
	Address   string          `json:"address"`
	URL       string          `json:"url"`
	Links     []isnad.Link    `json:"links"`
	Media     []isnad.Media   `json:"media"`
}

// readLines reads up to batch reports from offset on. Memory holds one batch; a
// line beyond maxLine is passed over without being kept.
func readLines(ctx context.Context, c *isnad.Capture, body io.ReaderAt, offset int64, batch int) (Result, error) {
	if offset < 0 {
		return Result{}, fmt.Errorf("offset %d is negative", offset)
	}
	if batch <= 0 {
		batch = defaultBatch
	}
	in := bufio.NewReaderSize(io.NewSectionReader(body, offset, math.MaxInt64-offset), 256<<10)
	l := lines{ctx: ctx, in: in, at: offset}
	n := notes{body: body, from: offset}
	var res Result
	held := int64(0)
	known := map[string]source{}
	for len(res.Reports) < batch && held < maxBatchText {
		err := l.next()
		if err != nil && !errors.Is(err, io.EOF) {
			return Result{}, err
		}
		if l.tooLong {
			n.add(l.start, fmt.Sprintf("longer than %d MiB, passed over", maxLine>>20))
		} else if raw := bytes.TrimSpace(trimBOM(l.line)); len(raw) > 0 {
			r, why := readLine(c, raw, known)
			if why != "" {
				n.add(l.start, why)
			} else {
				r.Bytes = &isnad.Bytes{Offset: l.start, Length: int64(len(bytes.TrimRight(l.line, "\r\n")))}
				res.Reports = append(res.Reports, r)
				held += int64(len(l.line))
			}
		}
		if err != nil { // the end
			res.Notes = n.text()
			if offset == 0 && len(res.Reports) == 0 {
				if len(res.Notes) == 0 {
					return Result{}, errors.New("there is no line in it")
				}
				return Result{}, fmt.Errorf("no line of it is a report: %s", res.Notes[0])
			}
			return res, nil
		}
	}
	res.Next, res.Notes = l.at, n.text()
	return res, nil
}

// lines reads line after line, in bounded memory.
type lines struct {
	ctx     context.Context
	in      *bufio.Reader
	at      int64 // of what was not read yet
	start   int64 // of the line
	line    []byte
	tooLong bool
}

// next reads a line with its line feed; io.EOF comes with the last one, which may be empty.
func (l *lines) next() error {
	l.start, l.line, l.tooLong = l.at, l.line[:0], false
	for {
		if err := l.ctx.Err(); err != nil {
			return err
		}
		part, err := l.in.ReadSlice('\n')
		l.at += int64(len(part))
		if !l.tooLong && len(l.line)+len(part) > maxLine {
			l.tooLong = true
			l.line = l.line[:0]
		}
		if !l.tooLong {
			l.line = append(l.line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err == nil || errors.Is(err, io.EOF):
			return err
		default:
			return fmt.Errorf("at byte %d: %w", l.at, err)
		}
	}
}

type source struct{ name, id string }

// readLine makes a report of a line, or says why it is none.
func readLine(c *isnad.Capture, raw []byte, known map[string]source) (isnad.Report, string) {
	var in line
	if err := json.Unmarshal(raw, &in); err != nil {
		return isnad.Report{}, whyNotJSON(err)
	}
	if in.Text == nil && in.Title == "" {
		return isnad.Report{}, `a report needs "text"`
	}
	r := isnad.Report{Capture: c.ID, SHA256: c.SHA256, Version: 1, Received: c.Received, Observed: c.Observed, Reader: Version,
		Title: wording.Squeeze(in.Title), Bylines: in.Bylines, Agency: wording.Squeeze(in.Agency), Language: tagOf(in.Language),
		Submitter: wording.Squeeze(in.Submitter), Terms: in.Terms, Notes: in.Notes, Media: webMedia(in.Media)}
	if in.Text != nil {
		r.Text = *in.Text
	}
	doubt := func(s string) { r.Doubts = append(r.Doubts, s) }
	if !utf8.Valid(raw) {
		r.Text = strings.ToValidUTF8(r.Text, "\uFFFD")
		doubt("the line is not valid UTF-8; what could not be read stands as U+FFFD")
	}
	if strings.ContainsRune(r.Text, 0) { // one for one: positions stay
		r.Text = strings.ReplaceAll(r.Text, "\x00", "\uFFFD")
		doubt("NUL characters stand as U+FFFD")
	}
	r.Title = strings.ReplaceAll(r.Title, "\x00", "")

	name := wording.Squeeze(c.Source)
	if name == "" {
		name = shorten(wording.Squeeze(strings.ReplaceAll(in.Source, "\x00", "")), 200)
	}
	s, ok := known[name]
	if !ok {
		s.name, s.id = sourceOf(c, name)
		if len(known) < 10000 {
			known[name] = s
		}
	}
	r.Source, r.SourceID = s.name, s.id

	r.Published = lineTime(in.Published)
	if in.Published != "" && r.Published.IsZero() {
		doubt(fmt.Sprintf("published %q is no date", shorten(in.Published, 40)))
	}
	r.Changed = lineTime(in.Changed)
	for _, a := range []string{in.Canonical, in.URL, in.Address} {
		if l, ok := makeLink(nil, a, "", ""); ok {
			r.Canonical = l.URL
			break
		}
	}
	r.Key = lineKey(c, &in, s.name)
	r.ID = isnad.MakeID('r', r.Key)

	d := draft{rep: &r, hint: isnad.DayOf(r.Published)}
	if !c.Published.IsZero() {
		d.hint, r.Published = c.Published, c.Published.Time()
	}
	var note string
	if json.Unmarshal(in.RawNote, &note) == nil && wording.Squeeze(note) != "" {
		r.Notes = append(r.Notes, note)
	}
	_ = json.Unmarshal(in.RawLine, &r.Dateline) // one that is no date line is left out, as any unknown field
	d.fromText()
	if len(in.Bylines) == 0 { // those that the line names stay as they are
		d.ownBylines(imprint.Names{r.Source})
	}
	for _, l := range in.Links {
		if m, ok := makeLink(nil, l.URL, l.Text, l.Rel); ok {
			d.links([]isnad.Link{m})
		}
	}
	d.links(textLinksOf(firstRunes(r.Text, 200000)))
	if r.Language == "" {
		r.Language = language(r.Text+"\n"+r.Title, "")
	}
	if r.Published.IsZero() {
		r.Published = d.said
	}
	if r.Published.IsZero() {
		r.Published = r.Dateline.Date.Time()
	}
	return r, ""
}

// fromText recognises the date line and the credits in a text without cutting them out.
func (d *draft) fromText() {
	r := d.rep
	start := len(r.Text) - len(strings.TrimLeft(r.Text, " \n\t\u00A0"))
	if o, ok := imprint.ReadOpening(r.Text[start:], d.hint); ok {
		d.dateLine(&o)
		if o.Line.Place == "" && o.Agency == "" { // a date line may follow a bare date
			rest := r.Text[start+o.Cut:]
			if o2, ok := imprint.ReadOpening(strings.TrimLeft(rest, " \n\u00A0"), d.near()); ok && o2.Line.Place != "" {
				d.dateLine(&o2)
			}
		}
	}
	d.ownPlace(imprint.Names{r.Source})
	if strings.Contains(r.Text, "\n") {
		d.lastLines()
	}
	if _, agency, ok := imprint.CutCredit(lastBytes(r.Text, 300)); ok && r.Agency == "" {
		r.Agency = agency
	}
}

// lastLines looks for credits and a submitter in the first and the last lines.
func (d *draft) lastLines() {
	all := strings.Split(strings.TrimSpace(lastBytes(d.rep.Text, 4000)), "\n")
	if len(all) > 8 {
		all = all[len(all)-8:]
	}
	for _, l := range all {
		if len(l) > 400 || strings.TrimSpace(l) == "" {
			continue
		}
		switch p := classify(wording.Squeeze(l), d.hint); p.kind {
		case pieceCredit, pieceSubmitter, pieceTerms, pieceNote:
			d.shared(&p)
		}
	}
}

func lastBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

// lineKey is the source and the id; a line without an id is known by its words.
func lineKey(c *isnad.Capture, in *line, source string) string {
	id := strings.TrimSpace(string(in.ID))
	var s string
	if json.Unmarshal(in.ID, &s) == nil {
		id = strings.TrimSpace(s)
	}
	if id == "" || id == "null" {
		text := ""
		if in.Text != nil {
			text = *in.Text
		}
		id = "text:" + string(isnad.HashOf([]byte(in.Title+"\x00"+text)))
	}
	return "jsonl\x00" + wording.Fold(source) + "\x00" + id
}

// lineTime reads YYYY-MM-DD, RFC 3339 or M/D/YYYY: 3/4/2017 is March 4. Only what cannot
// be read so, as 24/10/2017, is read day first.
func lineTime(s string) time.Time {
	if s == "" {
		return time.Time{}
	}
	if t, ok := americanDay(s); ok {
		return t
	}
	return stamp(s)
}

func webMedia(in []isnad.Media) []isnad.Media {
	var out []isnad.Media
	for _, m := range in {
		if l, ok := makeLink(nil, m.URL, "", ""); ok && len(out) < maxLinks {
			out = append(out, isnad.Media{URL: l.URL, Kind: m.Kind, Caption: shorten(m.Caption, 500)})
		}
	}
	return out
}

func whyNotJSON(err error) string {
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &typ) && typ.Field != "":
		return fmt.Sprintf("%q cannot be a JSON %s", typ.Field, typ.Value)
	case errors.As(err, &typ):
		return fmt.Sprintf("a JSON %s, not an object", typ.Value)
	}
	return "not JSON: " + shorten(err.Error(), 120)
}

// notes gathers what could not be read, with the numbers of the lines. The numbers are
// counted only when there is something to say, because the bytes before the batch must be read again for it.
type notes struct {
	body  io.ReaderAt
	from  int64 // where the batch starts
	list  []note
	extra int
}

type note struct {
	at  int64
	why string
}

func (n *notes) add(at int64, why string) {
	if len(n.list) >= maxNotes {
		n.extra++
		return
	}
	n.list = append(n.list, note{at, why})
}

func (n *notes) text() []string {
	if len(n.list) == 0 {
		return nil
	}
	last := n.list[len(n.list)-1].at
	var out []string
	if n.from > maxCounted {
		for _, x := range n.list {
			out = append(out, fmt.Sprintf("line at byte %d: %s", x.at, x.why))
		}
	} else {
		in := bufio.NewReaderSize(io.NewSectionReader(n.body, 0, last), 256<<10)
		number, at := 1, int64(0)
		for _, x := range n.list {
			for at < x.at {
				part, err := in.ReadSlice('\n')
				at += int64(len(part))
				if err == nil {
					number++
				} else if !errors.Is(err, bufio.ErrBufferFull) {
					break
				}
			}
			out = append(out, fmt.Sprintf("line %d: %s", number, x.why))
		}
	}
	if n.extra > 0 {
		out = append(out, fmt.Sprintf("and %d more lines", n.extra))
	}
	return out
}
