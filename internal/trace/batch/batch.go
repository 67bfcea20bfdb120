package batch

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"isnad"
	"isnad/internal/trace"
)

// Options of a batch. The zero value writes copies only.
type Options struct {
	Quotes bool // write shared quotations too, and "kind" in every line
	// Changes gives what a copy changed, for "changes". It gets the two reports
	// and the passages they share. With nil, no texts are kept and "changes" is
	// empty.
	Changes func(copy, original *isnad.Report, passages []isnad.Passage) []isnad.Change
	// Fault is told of lines that cannot be read, counted from 1. It may be nil.
	Fault func(line int, err error)
}

// Stats says how much a batch held.
type Stats struct {
	Reports, Pairs int
	IndexBytes     int // of the index at the end, without the words of the reports
}

// Trace reads reports from r, one a line, and writes the pairs found to w, each
// as soon as its copy is read. A line that cannot be read is told to o.Fault and
// left out. The error says why the reading or writing stopped.
func Trace(ctx context.Context, r io.Reader, w io.Writer, o Options) (Stats, error) {
	var (
		lines  = lineReader{br: bufio.NewReaderSize(r, 1<<18)}
		out    = bufio.NewWriterSize(w, 1<<16)
		parser parser
		s      = stream{sources: map[string]uint32{"": 0}, options: o, out: out}
	)
	for line := 1; ; line++ {
		if err := ctx.Err(); err != nil {
			return s.stats(), fmt.Errorf("tracing after line %d: %w", line-1, err)
		}
		raw, err := lines.next()
		if err == io.EOF {
			break
		}
		if err != nil && !errors.Is(err, isnad.ErrTooLarge) {
			return s.stats(), fmt.Errorf("reading line %d: %w", line, err)
		}
		if err == nil && len(skipBlank(raw)) == 0 {
			continue
		}
		var in reportIn
		if err == nil {
			in, err = parser.parse(raw)
		}
		if err != nil {
			if o.Fault != nil {
				o.Fault(line, err)
			}
			continue
		}
		if err := s.report(in); err != nil {
			return s.stats(), fmt.Errorf("tracing line %d: %w", line, err)
		}
	}
	if err := out.Flush(); err != nil {
		return s.stats(), fmt.Errorf("writing pairs: %w", err)
	}
	return s.stats(), nil
}

// stream is a batch on its way.
type stream struct {
	index   trace.Index
	tracer  trace.Tracer
	finding trace.Finding
	kept    keeper
	ids     [][]byte       // of the reports, as written
	reports []isnad.Report // when changes are asked for
	sources map[string]uint32
	day     int32 // of the last report that had one
	pairs   int
	options Options
	out     *bufio.Writer

	words  []trace.Word
	marks  []trace.Mark
	sketch trace.Sketch
	lent   []trace.Word
	line   []byte
}

func (s *stream) stats() Stats { return Stats{len(s.ids), s.pairs, s.index.Bytes()} }

// report is what is compared of a line.
func (in *reportIn) report() isnad.Report {
	r := isnad.Report{Source: in.source, Title: in.title, Text: in.text}
	if day, ok := dayOf(in.published); ok {
		r.Published = time.Unix(int64(day)*86400, 0).UTC()
	}
	return r
}

// report traces one report and adds it to what is known.
func (s *stream) report(in reportIn) error {
	if day, ok := dayOf(in.published); ok {
		s.day = day // a report without a day came on the day of the one before
	}
	source, known := s.sources[in.source]
	if !known {
		source = uint32(len(s.sources))
		s.sources[in.source] = source
	}
	s.words = trace.AppendWords(s.words[:0], in.text)
	s.marks = trace.AppendMarks(s.marks[:0], s.words)
	entry := trace.Entry{Doc: uint32(len(s.ids)), Source: source, Day: s.day}
	s.index.Look(&s.finding, s.marks, source, s.day)
	s.lent = s.lent[:0]
	links := s.tracer.Trace(trace.Report{Entry: entry, Words: s.words, Marks: s.marks}, &s.finding, func(c trace.Candidate) []trace.Word {
		from := len(s.lent)
		s.lent = s.kept.words(s.lent, int(c.Doc))
		return s.lent[from:len(s.lent):len(s.lent)]
	})
	for i := range links {
		if err := s.write(in, &links[i]); err != nil {
			return err
		}
	}
	s.sketch = trace.AppendSketch(s.sketch[:0], s.marks)
	if err := s.index.Add(entry, s.sketch); err != nil {
		return err
	}
	s.kept.add(s.words)
	s.ids = append(s.ids, append([]byte(nil), in.id...))
	if s.options.Changes != nil {
		s.reports = append(s.reports, in.report())
	}
	return nil
}

func (s *stream) write(in reportIn, l *trace.Link) error {
	if l.Kind != isnad.CiteCopy && !s.options.Quotes {
		return nil
	}
	s.pairs++
	b := append(s.line[:0], `{"copy":`...)
	b = append(b, in.id...)
	b = append(b, `,"original":`...)
	b = append(b, s.ids[l.Original.Doc]...)
	if s.options.Quotes {
		b = append(b, `,"kind":"`...)
		b = append(b, l.Kind...)
		b = append(b, '"')
	}
	b = append(b, `,"copied_share":`...)
	b = strconv.AppendFloat(b, l.Share, 'f', 3, 64)
	b = append(b, `,"passages":[`...)
	for i, p := range l.Passages {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"copy_start":`...)
		b = strconv.AppendInt(b, int64(p.Copy.Start), 10)
		b = append(b, `,"copy_end":`...)
		b = strconv.AppendInt(b, int64(p.Copy.End), 10)
		b = append(b, `,"orig_start":`...)
		b = strconv.AppendInt(b, int64(p.Original.Start), 10)
		b = append(b, `,"orig_end":`...)
		b = strconv.AppendInt(b, int64(p.Original.End), 10)
		b = append(b, '}')
	}
	b = append(b, `],"changes":`...)
	changes := []isnad.Change{}
	if s.options.Changes != nil {
		passages := make([]isnad.Passage, len(l.Passages))
		for i, p := range l.Passages {
			passages[i] = isnad.Passage{Span: p.Copy, Original: &p.Original}
		}
		copied := in.report()
		changes = append(changes, s.options.Changes(&copied, &s.reports[l.Original.Doc], passages)...)
	}
	enc, err := json.Marshal(changes)
	if err != nil {
		return fmt.Errorf("writing changes: %w", err)
	}
	b = append(b, enc...)
	b = append(b, "}\n"...)
	s.line = b
	if _, err := s.out.Write(b); err != nil {
		return fmt.Errorf("writing pair: %w", err)
	}
	return nil
}
