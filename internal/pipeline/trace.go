package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"math"
	"slices"

	"isnad"
	"isnad/internal/store"
	"isnad/internal/trace"
	"isnad/internal/trace/change"
)

// tracer is the index of sketches as this process knows it, and what it takes to
// ask it. The sketches themselves are in the database; a process catches up with
// those that others have added before it traces.
type tracer struct {
	turn    chan struct{} // one text at a time
	index   *trace.Index
	upTo    int64              // number of the last sketch in index
	indexed map[string]indexed // by report
	at      []int64            // by doc: the report's place in time
	latest  int64              // of them
	engine  trace.Tracer
	finding trace.Finding
	changes *change.Comparer
}

// indexed is what the index holds of a report.
type indexed struct {
	doc     int64
	version int
}

func newTracer(p *Pipeline) *tracer {
	return &tracer{turn: make(chan struct{}, 1), changes: change.New(p.Places, p.Parties, p.Sources)}
}

// take waits for a turn; give gives it back.
func (t *tracer) take(ctx context.Context) error {
	select {
	case t.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t *tracer) give() { <-t.turn }

// trace finds what the job's reports copy, and which of those that are known
// copy them. It reads the index and writes in one transaction, one such step at a
// time, so that reports which arrive together find each other.
func (p *Pipeline) trace(ctx context.Context, j *store.Job) (Done, error) {
	t := p.tracer
	if err := t.take(ctx); err != nil {
		return Done{}, err
	}
	defer t.give()
	done := Done{Reports: len(j.Reports)}
	// Most of what is missing is read before the lock is taken.
	if err := t.catchUp(func(n int64, fn func(store.SketchRow) error) error { return p.Store.SketchesAfter(ctx, n, fn) }); err != nil {
		return done, err
	}
	kept := false
	defer func() {
		if !kept { // the index may hold what the database does not: it is read again
			t.index = nil
		}
	}()
	err := j.Complete(ctx, func(tx *store.Tx) error {
		if err := tx.LockTrace(); err != nil {
			return err
		}
		if err := t.catchUp(tx.SketchesAfter); err != nil {
			return err
		}
		w := tracing{p: p, tx: tx, tracer: t, known: map[int64]*traced{}, older: map[store.ReportRef]*traced{}, links: map[store.ReportRef][]isnad.Citation{}, again: map[store.ReportRef]bool{}}
		if err := w.reports(j.Reports); err != nil {
			return err
		}
		done.Links = w.found
		if err := w.put(); err != nil {
			return err
		}
		return tx.Queue(w.next(j)...)
	})
	kept = err == nil
	return done, err
}

// catchUp adds to the index what was indexed since it was read last. What it has
// added stays when the reading ends early.
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
			t.index = nil
			return err
		}
		t.upTo = r.N
		return nil
	})
	if err != nil {
		return fmt.Errorf("reading the index: %w", err)
	}
	return nil
}

func (t *tracer) reset() {
	t.index, t.indexed, t.at, t.latest = new(trace.Index), map[string]indexed{}, nil, math.MinInt64
}

// maxDoc bounds the numbers of reports, as a place is kept for each.
const maxDoc = 1 << 30

func (t *tracer) add(r store.SketchRow, sketch trace.Sketch) error {
	if was, known := t.indexed[r.Report]; known {
		t.index.Remove(uint32(was.doc))
		delete(t.indexed, r.Report)
	}
	if r.Sketch == nil {
		return nil
	}
	if r.Doc < 0 || r.Doc > maxDoc {
		return fmt.Errorf("indexing report %s, which is number %d: %w", r.Report, r.Doc, isnad.ErrTooLarge)
	}
	t.indexed[r.Report] = indexed{r.Doc, r.Version}
	for int64(len(t.at)) <= r.Doc {
		t.at = append(t.at, make([]int64, 1+len(t.at)/2)...)
	}
	t.at[r.Doc] = r.At
	t.latest = max(t.latest, r.At)
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

func (r *traced) day() int { return int(r.when() / (86400 * 1e6)) }

// when is the place of the report in time, in microseconds.
func (r *traced) when() int64 {
	at, _ := r.Ordered()
	return at.UnixMicro()
}

// before tells whether r came before x.
func (r *traced) before(x *traced) bool {
	order, _ := isnad.CompareOrder(r.Report, x.Report)
	return order < 0
}

// tracing is one step under way.
type tracing struct {
	p      *Pipeline
	tx     *store.Tx
	tracer *tracer
	known  map[int64]*traced
	size   int // bytes of their texts
	older  map[store.ReportRef]*traced
	said   map[string][]isnad.Citation // what reports declare themselves, as far as read
	rows   []store.SketchRow           // to be written
	refs   []store.ReportRef           // in the order they were traced
	links  map[store.ReportRef][]isnad.Citation
	again  map[store.ReportRef]bool // to be traced again by steps to come
	found  int
}

// maxKnown is how many bytes of texts a step keeps at hand.
const maxKnown = 64 << 20

// maxAgain is how many reports a new one may have traced again.
const maxAgain = 5000

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
	for _, id := range ids { // those that declare nothing are read too
		if _, some := w.said[id]; !some {
			w.said[id] = nil
		}
	}
	slices.SortFunc(list, func(a, b *traced) int {
		c, _ := isnad.CompareOrder(a.Report, b.Report)
		return c
	})
	for _, r := range list {
		if err := w.trace(r); err != nil {
			return err
		}
		if w.tracer.indexed[r.ID].version == r.Version {
			continue // traced again: nobody needs to hear of it
		}
		if err := w.index(r); err != nil {
			return err
		}
		if err := w.after(r); err != nil {
			return err
		}
	}
	return nil
}

// trace finds the originals of r. It learns from what came before r only, so that
// a report which is traced again gives what it gave, but for originals that
// arrived since.
func (w *tracing) trace(r *traced) error {
	t := w.tracer
	mine := r.when()
	_, known := t.indexed[r.ID]
	hidden := func(doc uint32) bool { return int64(doc) == r.doc || t.at[doc] > mine }
	if !known && t.latest <= mine {
		hidden = nil
	}
	if err := w.look(r, hidden); err != nil {
		return err
	}
	cites, err := w.p.linked(r, w.known, w)
	if err != nil {
		return err
	}
	for _, c := range cites {
		if c.Kind == isnad.CiteCopy {
			w.found++
		}
	}
	earlier, err := w.version(r)
	if err != nil {
		return err
	}
	cites = append(cites, earlier...)
	if _, again := w.links[r.ref()]; !again {
		w.refs = append(w.refs, r.ref())
	}
	w.links[r.ref()] = cites
	return nil
}

// look asks the index and reads the reports found, as far as they are not at hand.
func (w *tracing) look(r *traced, hidden func(doc uint32) bool) error {
	if w.size > maxKnown {
		w.known, w.older, w.size = map[int64]*traced{}, map[store.ReportRef]*traced{}, 0
	}
	return w.tracer.look(r, hidden, w.known, func(docs []int64, fn func(int64, *isnad.Report)) error {
		return w.tx.ReportsByDoc(docs, func(doc int64, x *isnad.Report) {
			w.size += len(x.Text)
			fn(doc, x)
		})
	})
}

// after traces those again that came after r, which is new here, and share its
// words: r may be what they copied. Who was held to copy one of them is traced
// again by a step of its own. A report that has not had its own turn is left to it.
func (w *tracing) after(r *traced) error {
	t := w.tracer
	mine := r.when()
	if t.latest < mine {
		return nil
	}
	if err := w.look(r, func(doc uint32) bool { return int64(doc) == r.doc || t.at[doc] < mine }); err != nil {
		return err
	}
	var later []*traced
	var ids []string
	for _, c := range t.finding.Candidates {
		if x := w.known[int64(c.Doc)]; x != nil && x.ID != r.ID && r.before(x) && t.indexed[x.ID].version == x.Version {
			later, ids = append(later, x), append(ids, x.ID)
		}
	}
	for _, x := range later {
		if err := w.trace(x); err != nil {
			return err
		}
	}
	if len(ids) == 0 {
		return nil
	}
	more, err := w.tx.CopiesOf(ids, maxAgain)
	if err != nil {
		return err
	}
	for _, ref := range more {
		if _, done := w.links[ref]; !done {
			w.again[ref] = true
		}
	}
	return nil
}

// next is the steps that follow: the incidents of what was traced, and reports
// that are to be traced again.
func (w *tracing) next(j *store.Job) []store.Step {
	steps := []store.Step{{Kind: store.StepReconcile, Capture: j.Capture, Reports: j.Reports}}
	refs := slices.SortedFunc(maps.Keys(w.again), func(a, b store.ReportRef) int { return cmp.Compare(a.ID, b.ID) })
	for part := range slices.Chunk(refs, batch) {
		steps = append(steps, store.Step{Kind: store.StepTrace, Capture: j.Capture, Reports: part})
	}
	return steps
}

// seen is the version of x that r could have read: what stood when r was received.
func (w *tracing) seen(x, r *traced) (*traced, error) {
	if x.Version < 2 || !x.Received.After(r.Received) {
		return x, nil
	}
	was, err := w.tx.VersionAt(x.ID, r.Received)
	if errors.Is(err, isnad.ErrNotFound) {
		return x, nil
	}
	if err != nil {
		return nil, err
	}
	ref := store.ReportRef{ID: was.ID, Version: was.Version}
	if w.older[ref] == nil {
		w.older[ref] = newTraced(x.doc, &was)
		w.size += len(was.Text)
	}
	return w.older[ref], nil
}

// declared are the citations that a report declares itself.
func (w *tracing) declared(report string) ([]isnad.Citation, error) {
	if _, read := w.said[report]; !read {
		more, err := w.tx.Declared([]string{report})
		if err != nil {
			return nil, err
		}
		w.said[report] = more[report]
	}
	return w.said[report], nil
}

// traced are the detected citations of a report.
func (w *tracing) traced(x *traced) ([]isnad.Citation, error) {
	if cites, now := w.links[x.ref()]; now {
		return cites, nil
	}
	all, err := w.tx.Copies([]string{x.ID})
	return all[x.ID], err
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
	changes := w.tracer.changes.Versions(r.Report, &before)
	if len(changes) == 0 {
		return nil, nil
	}
	_, basis := isnad.CompareOrder(&before, r.Report)
	return []isnad.Citation{{To: r.ID, ToVer: before.Version, ToName: r.Source, ToURL: address(r.Report), Kind: isnad.CiteVersion, Order: basis, Changes: changes}}, nil
}

// look asks the index for reports that share words with r, but those hidden, and
// reads those that are not known yet.
func (t *tracer) look(r *traced, hidden func(doc uint32) bool, known map[int64]*traced, read func(docs []int64, fn func(doc int64, r *isnad.Report)) error) error {
	if r.marks == nil {
		r.marks = trace.AppendMarks(nil, r.words)
	}
	t.index.LookAmong(&t.finding, r.marks, sourceNumber(r.SourceID), int32(r.day()),
		trace.View{Hidden: hidden, At: func(doc uint32) int64 { return t.at[doc] }})
	if _, self := t.indexed[r.ID]; self {
		t.finding.Known--
	}
	var docs []int64
	for _, c := range t.finding.Candidates {
		if known[int64(c.Doc)] == nil {
			docs = append(docs, int64(c.Doc))
		}
	}
	return read(docs, func(doc int64, x *isnad.Report) { known[doc] = newTraced(doc, x) })
}

// library is what linked asks about reports.
type library interface {
	seen(x, r *traced) (*traced, error)
	declared(report string) ([]isnad.Citation, error)
	traced(x *traced) ([]isnad.Citation, error)
}

// linked is what the reports found explain of r, of those that came before it.
func (p *Pipeline) linked(r *traced, known map[int64]*traced, lib library) ([]isnad.Citation, error) {
	t := p.tracer
	// The engine takes the earliest of those that explain as much. Reports do not
	// reach an archive in the order in which they were published, so it is told
	// their places in that order instead of their numbers here.
	var came []*traced
	found := trace.Finding{Levels: t.finding.Levels, Known: t.finding.Known}
	for _, c := range t.finding.Candidates {
		x := known[int64(c.Doc)]
		if x == nil || x.ID == r.ID {
			continue
		}
		x, err := lib.seen(x, r)
		if err != nil {
			return nil, err
		}
		if r.doc < 0 || x.before(r) { // what is not kept came last of all
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
			cited, err := p.cited(r, x, lib)
			if err != nil {
				return nil, err
			}
			c.Missing = !cited
			c.Changes = t.changes.Compare(r.Report, x.Report, c.Passages)
		}
		cites = append(cites, c)
	}
	return cites, nil
}

// index puts r into the index in memory, and notes what is to be written of it.
func (w *tracing) index(r *traced) error {
	sketch := trace.AppendSketch(nil, r.marks)
	b, err := sketch.AppendBinary([]byte{})
	if err != nil {
		return fmt.Errorf("sketching report %s: %w", r.ID, err)
	}
	row := store.SketchRow{Doc: r.doc, Report: r.ID, Version: r.Version, Source: r.SourceID, Day: r.day(), At: r.when(), Sketch: b}
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
