package batch

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"isnad"
	"isnad/internal/attribute"
)

// Bounds on the lines that are handed to a reader at once: a portion ends with the
// line that reaches either. Few lines keep all cores at work to the end of a small
// batch; few bytes keep little in memory. While more than heldBytes are under way no
// further line is read.
const (
	portionLines = 8
	portionBytes = 1 << 20
	heldBytes    = MaxLine
)

// portion is some lines in, and what was read out of them.
type portion struct {
	lines   []lineIn
	buf     []byte // the lines, one after the other
	results []result
	done    chan struct{}
}

// lineIn is a line of a portion: buf[from:to], or why there is none.
type lineIn struct {
	number   int
	from, to int
	err      error
}

type result struct {
	id     json.RawMessage
	claims []isnad.Claim
	tolls  []isnad.Toll
}

// readAll reads all reports, on as many cores as there are, and returns what was
// read out of them in the order of the lines. No more lines are in memory than the
// cores are at work on or wait for: reports pass through, and claims are kept.
func readAll(ctx context.Context, r io.Reader, rd *attribute.Reader, fault func(line int, err error)) ([]result, error) {
	var (
		workers = runtime.GOMAXPROCS(0)
		work    = make(chan *portion, workers)
		wg      sync.WaitGroup
		under   []*portion // under way, in the order of their lines
		free    []*portion
		held    int // bytes under way
		results []result
		lines   = lineReader{r: bufio.NewReaderSize(r, 1<<16)}
	)
	for range workers {
		wg.Go(func() {
			var dec decoder
			for p := range work {
				p.read(rd, &dec)
				p.done <- struct{}{}
			}
		})
	}
	defer wg.Wait()
	defer close(work)
	take := func() {
		p := under[0]
		under = under[1:]
		<-p.done
		held -= len(p.buf)
		for _, l := range p.lines {
			if l.err != nil {
				fault(l.number, l.err)
			}
		}
		results = append(results, p.results...)
		free = append(free, p)
	}
	for more := true; more; {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("reading claims after line %d: %w", lines.number, err)
		}
		for len(under) == 2*workers || held > heldBytes {
			take()
		}
		p := &portion{done: make(chan struct{}, 1)}
		if n := len(free); n > 0 {
			p, free = free[n-1], free[:n-1]
		}
		var err error
		if more, err = p.fill(&lines); err != nil {
			return nil, err
		}
		held += len(p.buf)
		work <- p
		under = append(under, p)
	}
	for len(under) > 0 {
		take()
	}
	return results, nil
}

// fill fills a portion with the next lines and tells whether there may be more. A line
// that is too long is kept as a fault.
func (p *portion) fill(lines *lineReader) (more bool, err error) {
	clear(p.results)
	p.lines, p.results = p.lines[:0], p.results[:0]
	if p.buf = p.buf[:0]; cap(p.buf) > 2*portionBytes {
		p.buf = nil // one long line is no reason to hold on to its memory
	}
	for n := 0; n < portionLines && len(p.buf) < portionBytes; n++ {
		from := len(p.buf)
		buf, err := lines.next(p.buf)
		switch {
		case err == io.EOF:
			return false, nil
		case errors.Is(err, isnad.ErrTooLarge):
			p.lines = append(p.lines, lineIn{number: lines.number, err: err})
			continue
		case err != nil:
			return false, fmt.Errorf("reading line %d: %w", lines.number, err)
		}
		if p.buf = buf; len(bytes.TrimSpace(buf[from:])) > 0 {
			p.lines = append(p.lines, lineIn{number: lines.number, from: from, to: len(buf)})
		}
	}
	return true, nil
}

// read reads the reports of a portion and the claims in them. Of a line that is no
// report it notes why.
func (p *portion) read(rd *attribute.Reader, dec *decoder) {
	for i := range p.lines {
		l := &p.lines[i]
		if l.err != nil {
			continue
		}
		var rep isnad.Report
		var id json.RawMessage
		if rep, id, l.err = parse(p.buf[l.from:l.to], dec); l.err == nil {
			cs, ts := rd.Read(&rep)
			p.results = append(p.results, result{id, cs, ts})
		}
	}
}

// lineReader reads lines and counts them, from 1.
type lineReader struct {
	r      *bufio.Reader
	number int
}

// next appends the next line without its end to buf. A line beyond MaxLine is read
// away, reported as too large, and leaves buf as it was to the caller. io.EOF when
// there are no more.
func (lr *lineReader) next(buf []byte) ([]byte, error) {
	from, long := len(buf), false
	for begun := false; ; begun = true {
		part, err := lr.r.ReadSlice('\n')
		if !begun && (len(part) > 0 || err != io.EOF) {
			lr.number++
		}
		if !long {
			if len(buf)-from+len(part) > MaxLine {
				long, buf = true, nil
			} else {
				buf = append(buf, part...)
			}
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err != nil && err != io.EOF:
			return nil, err
		case long:
			return nil, fmt.Errorf("line longer than %d bytes: %w", MaxLine, isnad.ErrTooLarge)
		case err == io.EOF && len(buf) == from:
			return nil, io.EOF
		}
		return buf[:from+len(bytes.TrimRight(buf[from:], "\r\n"))], nil
	}
}
