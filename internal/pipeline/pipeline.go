package pipeline

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"isnad/internal/archive"
	"isnad/internal/casework"
	"isnad/internal/fetch"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/review"
	"isnad/internal/sources"
	"isnad/internal/store"
)

// batch is how many reports one step takes. Few big steps beat many small ones;
// a batch bounds the memory of a step and the length of its transaction.
const batch = 500

// Pipeline does steps. Its fields are set once, before it is used.
type Pipeline struct {
	Store   *store.Store
	Archive *archive.Archive
	Places  *places.Gazetteer // the embedded one; places that were added here are laid over it
	Parties *parties.Book
	Sources *sources.Book
	Log     *slog.Logger
	Rules   review.Rules // of people's acts

	Retention Retention  // of what tells of people
	Ledger    LogOptions // of the append-only log; without a folder none is written

	Casework casework.Rules   // of cases
	Now      func() time.Time // the time at which people act in cases; time.Now when nil
	BaseURL  string           // address that readers use, for links in letters; "" where there is none
	Fetcher  *fetch.Fetcher   // brings addresses that people name as evidence; nil where none are fetched

	// Model is asked about slots that the reader is not sure of; nil to ask nobody.
	MaxPlaces int // imported places that an archive may have; 0 for places.MaxAdded
	Model     Model

	// Progress is told after each step what it has done; nil to be told nothing.
	Progress func(Done)

	tracer   *tracer
	openings openings
	looking  chan struct{} // holds an item for each file that is looked at in memory

	loading   sync.Mutex // held while places are taken in; never within a transaction
	knowledge atomic.Pointer[knowledge]
}

// Done is what one step has done.
type Done struct {
	Kind      store.StepKind
	Capture   string
	Captures  int   // unpacked
	Reports   int   // extracted, or read for claims
	Claims    int   // read, or put into incidents
	Asked     int   // questions that a model answered
	Filled    int   // slots that an answer filled
	Links     int   // detected citations
	Incidents int   // new or changed
	Offset    int64 // extract and unpack: bytes of the capture behind us
	Size      int64 // bytes of the capture in all
}

// New returns a pipeline over a store and an archive that knows the embedded names.
func New(st *store.Store, ar *archive.Archive, log *slog.Logger) *Pipeline {
	p := &Pipeline{
		Store: st, Archive: ar, Log: log,
		Casework: casework.Default(), looking: make(chan struct{}, 2),
		Places: places.Embedded(), Parties: parties.Embedded(), Sources: sources.Embedded(),
	}
	p.knowledge.Store(p.knows(store.GazetteerVersions{}, nil, nil, p.Places))
	p.tracer = newTracer(p)
	return p
}

// Work does steps until ctx ends, several at once.
func (p *Pipeline) Work(ctx context.Context, workers int) error {
	if err := p.Store.ResumeErasures(ctx); err != nil {
		return err
	}
	return p.Store.Work(ctx, store.WorkOptions{Workers: workers}, p.do)
}

func (p *Pipeline) do(ctx context.Context, j *store.Job) error {
	var done Done
	var err error
	switch j.Kind {
	case store.StepUnpack:
		done, err = p.unpack(ctx, j)
	case store.StepExtract:
		done, err = p.extract(ctx, j)
	case store.StepAttribute:
		done, err = p.attribute(ctx, j)
	case store.StepAsk:
		done, err = p.ask(ctx, j)
	case store.StepTrace:
		done, err = p.trace(ctx, j)
	case store.StepReconcile:
		done, err = p.reconcile(ctx, j)
	case store.StepEvidence:
		done, err = p.evidence(ctx, j)
	case store.StepErase:
		done, err = p.erase(ctx, j)
	default:
		err = fmt.Errorf("no step is called %q", j.Kind)
	}
	if err != nil {
		err = fmt.Errorf("%s of capture %s: %w", j.Kind, j.Capture, err)
		if ctx.Err() == nil { // the store tries again; people should know meanwhile
			p.Log.Warn("step failed", "attempt", j.Attempt, "error", err)
		}
		return err
	}
	done.Kind, done.Capture = j.Kind, j.Capture
	p.Log.Debug("step done", "kind", j.Kind, "capture", j.Capture, "reports", done.Reports, "claims", done.Claims, "incidents", done.Incidents)
	if p.Progress != nil {
		p.Progress(done)
	}
	return nil
}
