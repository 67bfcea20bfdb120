package pipeline

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"sync"

	"isnad"
	"isnad/internal/names"
	"isnad/internal/store"
	"isnad/internal/trace"
	"isnad/internal/trace/change"
)

// tracer is the index of sketches as this process knows it, and what it takes to
// ask it. The sketches themselves are in the database; a process catches up with
// those that others have added before it traces.
type tracer struct {
	mu      sync.Mutex // one text at a time
	index   *trace.Index
	upTo    int64            // number of the last sketch in index
	docs    map[string]int64 // of reports in index
	engine  trace.Tracer
	finding trace.Finding
	changes *change.Comparer
}

// laterAgain is how many reports that came after a new one, and share words with
// it, are traced again: it may be what they copied.
const laterAgain = 10

// trace finds what the job's reports copy, and which of those that are known
// copy them. It reads the index and writes in one transaction, one such step at a
// time, so that reports which arrive together find each other.
func (p *Pipeline) trace(ctx context.Context, j *store.Job) (Done, error) {
	t := &p.tracer
	t.mu.Lock()
	defer t.mu.Unlock()
	done := Done{Reports: len(j.Reports)}
	err := j.Complete(ctx, func(tx *store.Tx) error {
		if err := tx.LockTrace(); err != nil {
			return err
		}
		if err := t.catchUp(tx.SketchesAfter); err != nil {
			return err
		}
		w := tracing{p: p, tx: tx, tracer: t, known: map[int64]*traced{}, links: map[store.ReportRef][]isnad.Citation{}}
		if err := w.reports(j.Reports); err != nil {
			return err
		}
		done.Links = w.found
		if err := w.put(); err != nil {
			return err
		}
		return tx.Queue(store.Step{Kind: store.StepReconcile, Capture: j.Capture, Reports: j.Reports})
	})
	if err != nil {
		t.index = nil // it may hold what the database does not; it is read again
	}
	return done, err
}

// catchUp adds to the index what was indexed since it was read last.
func (t *tracer) catchUp(after func(n int64, fn func(store.SketchRow) error) error) error {
	if t.index == nil {
		t.upTo = 0
		t.reset()
	}
	var sketch trace.Sketch
	err := after(t.upTo, func(r store.SketchRow) error {
		var err error
		if r.Reset() {
			t.reset()
			t.upTo = r.N
			return nil
		}
		if r.Sketch != nil {
			if sketch, err = trace.ParseSketch(sketch[:0], r.Sketch); err != nil {
				return fmt.Errorf("the sketch of report %s: %w", r.Report, err)
			}
		}
		if err := t.add(r, sketch); err != nil {
			return err
		}
		t.upTo = r.N
		return nil
	})
	if err != nil {
		t.index = nil
		return fmt.Errorf("reading the index: %w", err)
	}
	return nil
}

func (t *tracer) reset() {
	t.index, t.docs = new(trace.Index), map[string]int64{}
}

func (t *tracer) add(r store.SketchRow, sketch trace.Sketch) error {
	if doc, known := t.docs[r.Report]; known {
		t.index.Remove(uint32(doc))
		delete(t.docs, r.Report)
	}
	if r.Sketch == nil {
		return nil
	}
	t.docs[r.Report] = r.Doc
	return t.index.Add(trace.Entry{Doc: uint32(r.Doc), Source: sourceNumber(r.Source), Day: int32(r.Day)}, sketch)
}

// sourceNumber is what the index calls an outlet. Two outlets that share a number
// share their footers, which costs little.
func sourceNumber(id string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(id)) // never fails
	return h.Sum32()
}

// traced is a report that is looked at, with its words.
type traced struct {
	*isnad.Report
	doc   int64
	words []trace.Word
	marks []trace.Mark
}

func newTraced(doc int64, r *isnad.Report) *traced {
	return &traced{Report: r, doc: doc, words: trace.AppendWords(nil, r.Text)}
}

func (r *traced) ref() store.ReportRef { return store.ReportRef{ID: r.ID, Version: r.Version} }

func (r *traced) day() int {
	at, _ := r.Ordered()
	return int(at.Unix() / 86400)
}

// tracing is one step under way.
type tracing struct {
	p      *Pipeline
	tx     *store.Tx
	tracer *tracer
	known  map[int64]*traced
	said   map[string][]isnad.Citation // what reports declare themselves, as far as read
	rows   []store.SketchRow           // to be written
	refs   []store.ReportRef           // in the order they were traced
	links  map[store.ReportRef][]isnad.Citation
	found  int
}

// reports traces and indexes reports, those that came first before the others.
func (w *tracing) reports(refs []store.ReportRef) error {
	ids := make([]string, len(refs))
	for i, r := range refs {
		ids[i] = r.ID
	}
	docs, err := w.tx.Docs(ids)
	if err != nil {
		return err
	}
	var list []*traced
	err = w.tx.ReportsByDoc(slices.Sorted(maps.Values(docs)), func(doc int64, r *isnad.Report) {
		if slices.Contains(refs, store.ReportRef{ID: r.ID, Version: r.Version}) { // the present version; older ones are not indexed
			list = append(list, newTraced(doc, r))
		}
	})
	if err != nil {
		return err
	}
	if w.said, err = w.tx.Declared(ids); err != nil {
		return err
	}
	for _, id := range ids {
		w.said[id] = w.said[id] // those that declare nothing are read too
	}
	slices.SortFunc(list, func(a, b *traced) int {
		c, _ := isnad.CompareOrder(a.Report, b.Report)
		return c
	})
	for _, r := range list {
		later, err := w.trace(r)
		if err != nil {
			return err
		}
		if err := w.index(r); err != nil {
			return err
		}
		for _, x := range later {
			if _, err := w.trace(x); err != nil {
				return err
			}
		}
	}
	return nil
}

// trace finds the originals of r, and the reports that came after it and share
// words with it.
func (w *tracing) trace(r *traced) (later []*traced, err error) {
	if err := w.tracer.look(r, w.known, w.tx.ReportsByDoc); err != nil {
		return nil, err
	}
	for _, c := range w.tracer.finding.Candidates {
		x := w.known[int64(c.Doc)]
		if x == nil || x.ID == r.ID || len(later) == laterAgain {
			continue
		}
		if order, _ := isnad.CompareOrder(x.Report, r.Report); order > 0 {
			later = append(later, x)
		}
	}
	if _, read := w.said[r.ID]; !read {
		more, err := w.tx.Declared([]string{r.ID})
		if err != nil {
			return nil, err
		}
		w.said[r.ID] = more[r.ID]
	}
	cites := w.p.linked(r, w.known, w.said[r.ID], func(x *traced) bool {
		order, _ := isnad.CompareOrder(x.Report, r.Report)
		return order < 0
	})
	for _, c := range cites {
		if c.Kind == isnad.CiteCopy {
			w.found++
		}
	}
	earlier, err := w.version(r)
	if err != nil {
		return nil, err
	}
	cites = append(cites, earlier...)
	if _, again := w.links[r.ref()]; !again {
		w.refs = append(w.refs, r.ref())
	}
	w.links[r.ref()] = cites
	return later, nil
}

// version is the link from a version of a report to the one before, with what
// was changed, declared or silently. A report that stands unchanged has none.
func (w *tracing) version(r *traced) ([]isnad.Citation, error) {
	if r.Version < 2 {
		return nil, nil
	}
	before, err := w.tx.VersionBefore(store.ReportRef{ID: r.ID, Version: r.Version})
	if errors.Is(err, isnad.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("getting the version before: %w", err)
	}
	changes := w.p.changes().Versions(r.Report, &before)
	if len(changes) == 0 {
		return nil, nil
	}
	_, basis := isnad.CompareOrder(&before, r.Report)
	return []isnad.Citation{{To: r.ID, ToVer: before.Version, ToName: r.Source, ToURL: address(r.Report), Kind: isnad.CiteVersion, Order: basis, Changes: changes}}, nil
}

// look asks the index for reports that share words with r, and reads those that
// are not known yet.
func (t *tracer) look(r *traced, known map[int64]*traced, read func(docs []int64, fn func(doc int64, r *isnad.Report)) error) error {
	r.marks = trace.AppendMarks(nil, r.words)
	t.index.Look(&t.finding, r.marks, sourceNumber(r.SourceID), int32(r.day()))
	var docs []int64
	for _, c := range t.finding.Candidates {
		if known[int64(c.Doc)] == nil {
			docs = append(docs, int64(c.Doc))
		}
	}
	return read(docs, func(doc int64, x *isnad.Report) { known[doc] = newTraced(doc, x) })
}

// linked is what the reports found explain of r, of those that came before it.
func (p *Pipeline) linked(r *traced, known map[int64]*traced, declared []isnad.Citation, before func(*traced) bool) []isnad.Citation {
	t := &p.tracer
	// The engine takes the earliest of those that explain as much. Reports do not
	// reach an archive in the order in which they were published, so it is told
	// their places in that order instead of their numbers here.
	var came []*traced
	found := trace.Finding{Levels: t.finding.Levels}
	for _, c := range t.finding.Candidates {
		if x := known[int64(c.Doc)]; x != nil && x.ID != r.ID && before(x) {
			came = append(came, x)
			found.Candidates = append(found.Candidates, c)
		}
	}
	slices.SortFunc(came, func(a, b *traced) int {
		order, _ := isnad.CompareOrder(a.Report, b.Report)
		return order
	})
	for i := range found.Candidates {
		c := &found.Candidates[i]
		c.Doc = uint32(slices.IndexFunc(came, func(x *traced) bool { return x.doc == int64(c.Doc) }))
	}
	entry := trace.Entry{Doc: uint32(len(came)), Source: sourceNumber(r.SourceID), Day: int32(r.day())}
	links := t.engine.Trace(trace.Report{Entry: entry, Words: r.words, Marks: r.marks}, &found, func(c trace.Candidate) []trace.Word { return came[c.Doc].words })
	var cites []isnad.Citation
	for _, l := range links {
		x := came[l.Original.Doc]
		_, basis := isnad.CompareOrder(x.Report, r.Report)
		c := isnad.Citation{From: r.ID, Version: r.Version, Basis: isnad.CitationDetected, To: x.ID, ToVer: x.Version, ToName: x.Source, ToURL: address(x.Report), Kind: l.Kind, Copied: l.Share, Order: basis}
		for _, p := range l.Passages {
			original := p.Original
			c.Passages = append(c.Passages, isnad.Passage{Span: p.Copy, Original: &original})
		}
		if l.Kind == isnad.CiteCopy {
			c.Missing = !p.cited(r.Report, x.Report, declared)
			c.Changes = p.changes().Compare(r.Report, x.Report, c.Passages)
		}
		cites = append(cites, c)
	}
	return cites
}

// index puts r into the index in memory, and notes what is to be written of it.
func (w *tracing) index(r *traced) error {
	sketch := trace.AppendSketch(nil, r.marks)
	b, err := sketch.AppendBinary([]byte{})
	if err != nil {
		return fmt.Errorf("sketching report %s: %w", r.ID, err)
	}
	row := store.SketchRow{Doc: r.doc, Report: r.ID, Version: r.Version, Source: r.SourceID, Day: r.day(), Sketch: b}
	w.rows = append(w.rows, row)
	w.known[r.doc] = r
	return w.tracer.add(row, sketch)
}

// put writes the links, and sums up again the incidents of reports that were
// known before and whose links are others now: their origins may be fewer.
func (w *tracing) put() error {
	if err := w.tx.PutSketches(w.rows); err != nil {
		return err
	}
	n, err := w.tx.LastSketch()
	if err != nil {
		return err
	}
	changed, err := w.tx.PutTraced(w.refs, w.links)
	if err != nil {
		return err
	}
	w.tracer.upTo = n
	claims, err := w.tx.ClaimsOf(changed, nil)
	if err != nil {
		return fmt.Errorf("getting the claims of copies: %w", err)
	}
	var incidents []string
	for i := range claims {
		if id := claims[i].Incident; id != "" {
			incidents = append(incidents, id)
		}
	}
	if len(incidents) == 0 {
		return nil
	}
	return w.p.sumAgain(w.tx, incidents)
}

// cited tells whether a copy names what it copies: in a credit, an attribution or
// a link, or by its name in the text. What counts is the outlet, its address and
// the agency that the original credits. An outlet need not name itself.
func (p *Pipeline) cited(r, original *isnad.Report, declared []isnad.Citation) bool {
	if r.SourceID == original.SourceID {
		return true
	}
	called := []string{original.Source}
	if original.Agency != "" {
		called = append(called, strings.Split(original.Agency, "/")...)
	}
	text := " " + names.Fold(r.Title+" "+r.Text) + " "
	for _, name := range called {
		folded := names.Fold(name)
		if len(folded) >= 3 && strings.Contains(text, " "+folded+" ") {
			return true
		}
		source, _ := p.Sources.Lookup(name)
		for _, c := range declared {
			if name != "" && c.To == source.ID || c.To == original.SourceID {
				return true
			}
		}
	}
	home := host(address(original))
	return home != "" && slices.ContainsFunc(declared, func(c isnad.Citation) bool { return host(c.ToURL) == home })
}

func address(r *isnad.Report) string {
	if r.Canonical != "" {
		return r.Canonical
	}
	return r.Address
}

func host(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(strings.ToLower(host), "www.")
}

func (p *Pipeline) changes() *change.Comparer {
	if p.tracer.changes == nil {
		p.tracer.changes = change.New(p.Places, p.Parties, p.Sources)
	}
	return p.tracer.changes
}
