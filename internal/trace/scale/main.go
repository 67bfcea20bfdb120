// Command scale measures tracing against the size of the index: it makes a
// stream of reports (isnadtest/copies), traces each against all before, and
// prints a line for every block of them. Making the reports is not counted.
//
//	go run ./internal/trace/scale -reports 1000000
//	go run ./internal/trace/scale -reports 50000 -database scale.db
//	go run ./internal/trace/scale -plot docs/trace-scale.svg memory.tsv SQLite.tsv
//
// With -database the sketches are written to that database, a transaction for
// every 500 reports, as the step of the pipeline does; at the end they are read
// back into an index as a process that starts does. Texts stand in a file.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"os"
	"runtime"
	"syscall"
	"time"

	"isnad/internal/isnadtest/copies"
	"isnad/internal/store"
	"isnad/internal/trace"
)

func main() {
	reports := flag.Int("reports", 100_000, "how many reports")
	block := flag.Int("block", 0, "reports to a line; a tenth of all when 0")
	perDay := flag.Int("day", 2000, "reports a day")
	database := flag.String("database", "", "keep the sketches there: a path, or postgres://…")
	language := flag.String("language", "en", "en or ar")
	out := flag.String("plot", "", "draw the measurements in the files named to this SVG, and measure nothing")
	flag.Parse()
	if *out != "" {
		if err := plot(flag.Args(), *out); err != nil {
			log.Fatal(err)
		}
		return
	}
	if *block == 0 {
		*block = max(*reports/10, 1)
	}
	if err := run(*reports, *block, *perDay, *database, *language); err != nil {
		log.Fatal(err)
	}
}

// texts are the texts of reports in a file, so that they take no memory.
type texts struct {
	file *os.File
	at   []int64
}

func (t *texts) add(text string) error {
	n, err := t.file.WriteAt([]byte(text), t.at[len(t.at)-1])
	t.at = append(t.at, t.at[len(t.at)-1]+int64(n))
	return err
}

func (t *texts) get(doc uint32) (string, error) {
	b := make([]byte, t.at[doc+1]-t.at[doc])
	_, err := t.file.ReadAt(b, t.at[doc])
	return string(b), err
}

func run(n, block, perDay int, database, language string) (err error) {
	ctx := context.Background()
	file, err := os.CreateTemp("", "isnad-scale-")
	if err != nil {
		return fmt.Errorf("making a file for the texts: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close(), os.Remove(file.Name())) }()
	var st *store.Store
	if database != "" {
		if st, err = store.Open(ctx, database); err != nil {
			return fmt.Errorf("opening the database: %w", err)
		}
		defer func() { err = errors.Join(err, st.Close()) }()
	}
	kept := texts{file: file, at: []int64{0}}
	stream := copies.English(1, perDay)
	if language == "ar" {
		stream = copies.Arabic(1, perDay)
	}
	var (
		index   trace.Index
		tracer  trace.Tracer
		finding trace.Finding
		words   []trace.Word
		marks   []trace.Mark
		rows    []store.SketchRow
		spent   time.Duration
		before  time.Duration
		links   int
		prints  int
	)
	fmt.Println("reports\tcpu µs/report\twall µs/report\tlinks\tprints/report\tindex bytes/report\tMiB in use")
	for i := range n {
		r, _ := stream.Next()
		source, day := number(r.Source), int32(i/perDay)
		began, cpu := time.Now(), used()
		words = trace.AppendWords(words[:0], r.Text)
		marks = trace.AppendMarks(marks[:0], words)
		entry := trace.Entry{Doc: uint32(i), Source: source, Day: day}
		index.Look(&finding, marks, source, day)
		var failed error
		links += len(tracer.Trace(trace.Report{Entry: entry, Words: words, Marks: marks}, &finding, func(c trace.Candidate) []trace.Word {
			text, err := kept.get(c.Doc)
			if err != nil {
				failed = err
				return nil
			}
			return trace.AppendWords(nil, text)
		}))
		if failed != nil {
			return fmt.Errorf("reading a text: %w", failed)
		}
		sketch := trace.AppendSketch(nil, marks)
		prints += len(sketch)
		if err := index.Add(entry, sketch); err != nil {
			return err
		}
		if st != nil {
			b, err := sketch.AppendBinary(nil)
			if err != nil {
				return fmt.Errorf("packing a sketch: %w", err)
			}
			rows = append(rows, store.SketchRow{Doc: int64(i), Report: r.ID, Version: 1, Source: r.Source, Day: int(day), Sketch: b})
			if len(rows) == 500 || i == n-1 {
				if err := st.Begin(ctx, func(tx *store.Tx) error { return tx.PutSketches(rows) }); err != nil {
					return fmt.Errorf("keeping sketches: %w", err)
				}
				rows = rows[:0]
			}
		}
		spent += time.Since(began)
		before += used() - cpu
		if err := kept.add(r.Text); err != nil {
			return fmt.Errorf("keeping a text: %w", err)
		}
		if (i+1)%block == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			fmt.Printf("%d\t%.0f\t%.0f\t%d\t%.0f\t%.0f\t%d\n", i+1, micros(before, block), micros(spent, block), links,
				float64(prints)/float64(i+1), float64(index.Bytes())/float64(i+1), m.HeapInuse>>20)
			spent, before = 0, 0
		}
	}
	if st == nil {
		return nil
	}
	began := time.Now()
	var again trace.Index
	var sketch trace.Sketch
	err = st.SketchesAfter(ctx, 0, func(r store.SketchRow) error {
		var err error
		if sketch, err = trace.ParseSketch(sketch[:0], r.Sketch); err != nil {
			return err
		}
		return again.Add(trace.Entry{Doc: uint32(r.Doc), Source: number(r.Source), Day: int32(r.Day)}, sketch)
	})
	if err != nil {
		return fmt.Errorf("reading the sketches back: %w", err)
	}
	fmt.Printf("read back: %d reports in %.1f s\n", again.Len(), time.Since(began).Seconds())
	return nil
}

func micros(d time.Duration, n int) float64 { return float64(d.Microseconds()) / float64(n) }

func number(name string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(name)) // never fails
	return h.Sum32()
}

// used is the processor time of this process so far.
func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
