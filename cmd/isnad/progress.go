package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// progress tells how far long work is: one line that is written over on a
// terminal, a line now and then anywhere else. Short work says nothing.
type progress struct {
	out      io.Writer
	terminal bool
	every    time.Duration

	mu        sync.Mutex
	started   time.Time
	last      time.Time
	shown     bool
	captures  int
	extracted int
	read      int
	claims    int
	copies    int
	incidents int
	offset    int64
	size      int64
}

func newProgress(w io.Writer) *progress {
	p := &progress{out: w, started: time.Now(), every: 5 * time.Second}
	if f, ok := w.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.terminal, p.every = true, 100*time.Millisecond
		}
	}
	return p
}

func (p *progress) kept(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.captures = n
	p.show()
}

func (p *progress) done(d pipeline.Done) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch d.Kind {
	case store.StepExtract:
		p.extracted += d.Reports
		p.offset, p.size = d.Offset, d.Size
	case store.StepUnpack:
		p.offset, p.size = d.Offset, d.Size
	case store.StepAttribute:
		p.read += d.Reports
		p.claims += d.Claims
	case store.StepTrace:
		p.copies += d.Links
	case store.StepReconcile:
		p.incidents += d.Incidents
	}
	p.show()
}

// places tells how far an import of places is.
func (p *progress) places(lines, changed int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.say("", fmt.Sprintf("%d lines read, %d places new or changed", lines, changed))
}

// copied tells how far a backup is.
func (p *progress) copied(files, bytes int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.say("", fmt.Sprintf("%d files, %d MiB", files, bytes>>20))
}

// show writes the line of captures when it is time to. The caller holds mu.
func (p *progress) show() {
	p.say(bar(p.offset, p.size)+" ", fmt.Sprintf("%d captures, %d reports extracted, %d read for claims, %d claims, %d copies, %d incidents new or changed",
		p.captures, p.extracted, p.read, p.claims, p.copies, p.incidents))
}

// say writes a line when it is time to. The caller holds mu.
func (p *progress) say(bar, line string) {
	now := time.Now()
	if now.Sub(p.started) < time.Second || now.Sub(p.last) < p.every {
		return
	}
	p.last = now
	if !p.terminal {
		fmt.Fprintf(p.out, "isnad: %.0f s: %s\n", now.Sub(p.started).Seconds(), line)
		return
	}
	p.shown = true
	fmt.Fprintf(p.out, "\r\x1b[2K%s%s", bar, line)
}

// bar is how far the present capture is read.
func bar(at, size int64) string {
	const width = 20
	n := width
	if size > 0 {
		n = int(min(at*width/size, width))
	}
	return "[" + strings.Repeat("=", n) + strings.Repeat(" ", width-n) + "]"
}

// clear takes the line away so that something else can be printed.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[2K")
		p.shown = false
	}
}

func (p *progress) end() { p.clear() }
