package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"isnad"
	"isnad/internal/isnadtest/copies"
	"isnad/internal/trace"
)

const mill = "Two shells hit the old flour mill on the northern road before dawn, and the miller and his three sons carried the sacks out through the smoke while neighbours formed a line to the river with buckets."

func line(id, source, day, text string) string {
	b, err := json.Marshal(map[string]string{"id": id, "source": source, "published": day, "title": "At the mill", "text": text})
	if err != nil {
		panic(err)
	}
	return string(b) + "\n"
}

type outLine struct {
	Copy, Original any
	Kind           string
	Share          float64 `json:"copied_share"`
	Passages       []struct {
		CopyStart int `json:"copy_start"`
		CopyEnd   int `json:"copy_end"`
		OrigStart int `json:"orig_start"`
		OrigEnd   int `json:"orig_end"`
	}
	Changes []isnad.Change
}

func run(t testing.TB, in string, o Options) ([]outLine, map[int]error) {
	t.Helper()
	var w bytes.Buffer
	faults := map[int]error{}
	o.Fault = func(l int, err error) { faults[l] = err }
	if _, err := Trace(context.Background(), strings.NewReader(in), &w, o); err != nil {
		t.Fatal(err)
	}
	var out []outLine
	for l := range strings.Lines(w.String()) {
		var o outLine
		dec := json.NewDecoder(strings.NewReader(l))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&o); err != nil {
			t.Fatalf("line out %q: %v", l, err)
		}
		out = append(out, o)
	}
	return out, faults
}

// A pair has both ids, the share, passages that count code points of the text,
// and a list of changes.
func TestPair(t *testing.T) {
	out, faults := run(t, line("a", "Karm News", "2017-10-18", mill)+line("b", "Reed Post", "2017-10-18", "Ädla (Reed Post) – "+mill), Options{})
	if len(faults) != 0 || len(out) != 1 {
		t.Fatalf("out %+v, faults %v", out, faults)
	}
	o := out[0]
	if o.Copy != "b" || o.Original != "a" || o.Changes == nil || len(o.Changes) != 0 || o.Kind != "" || len(o.Passages) != 1 {
		t.Fatalf("pair %+v", o)
	}
	n := utf8.RuneCountInString(mill)
	if p := o.Passages[0]; p.CopyStart != 19 || p.CopyEnd != 19+n || p.OrigStart != 0 || p.OrigEnd != n {
		t.Errorf("passage %+v, want 19 to %d and 0 to %d", p, 19+n, n)
	}
}

// The hook for changes gets both reports and the passages, and what it gives is written.
func TestChanges(t *testing.T) {
	changes := func(copied, original *isnad.Report, passages []isnad.Passage) []isnad.Change {
		if copied.Title == "" || original.Source != "Karm News" || original.Published.Day() != 18 {
			t.Errorf("copy %+v, original %+v", copied, original)
		}
		return []isnad.Change{{Kind: isnad.ChangeWording, Copy: passages[0].Span, Original: *passages[0].Original, Now: copied.Text[:3], Was: original.Text[:3]}}
	}
	out, _ := run(t, line("a", "Karm News", "2017-10-18", mill)+line("b", "Reed Post", "2017-10-18", "So: "+mill), Options{Changes: changes})
	if len(out) != 1 || len(out[0].Changes) != 1 || out[0].Changes[0].Now != "So:" || out[0].Changes[0].Was != "Two" {
		t.Fatalf("out %+v", out)
	}
}

// Shared quotations come out when asked for only, each pair with its kind then.
func TestQuotes(t *testing.T) {
	said := "“We have parts for one pump and orders for five, and until the road is open nobody should count on more than two hours of water.”"
	in := line("a", "Karm News", "2017-10-18", "At the station the head of the board spoke to us. She said: "+said+" Then she left for the lower town.") +
		line("b", "Reed Post", "2017-10-18", "Queues at the wells grew longer this week. The official had warned: "+said+" Nobody else could be reached.") +
		line("c", "Karm News", "2017-10-18", mill) + line("d", "Reed Post", "2017-10-18", mill)
	if out, _ := run(t, in, Options{}); len(out) != 1 || out[0].Copy != "d" {
		t.Errorf("without quotes: %+v", out)
	}
	out, _ := run(t, in, Options{Quotes: true})
	if len(out) != 2 || out[0].Copy != "b" || out[0].Kind != "quote" || out[1].Kind != "copy" {
		t.Errorf("with quotes: %+v", out)
	}
}

// A broken line is named and left out; the others are traced. An id may be a
// number, and comes out as one.
func TestBrokenLines(t *testing.T) {
	in := line("a", "Karm News", "soon", mill) + "{not json\n\n" + `{"title":"no id"}` + "\n" +
		`{"id":7,"text":` + fmt.Sprintf("%q", mill) + "}\r\n" + `{"id":8,"text":"cut off`
	out, faults := run(t, in, Options{})
	if len(out) != 1 || out[0].Copy != 7.0 || out[0].Original != "a" {
		t.Errorf("out %+v", out)
	}
	if len(faults) != 3 || faults[2] == nil || faults[4] == nil || faults[6] == nil {
		t.Errorf("faults %v", faults)
	}
}

// A line beyond the bound is read away, named, and does not stop the rest.
func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a line of 64 MB")
	}
	out, faults := run(t, line("a", "Karm News", "", mill)+strings.Repeat("x", MaxLine+1)+"\n"+line("b", "Reed Post", "", mill), Options{})
	if len(out) != 1 || len(faults) != 1 || !errors.Is(faults[2], isnad.ErrTooLarge) {
		t.Errorf("out %+v, faults %v", out, faults)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Trace(ctx, strings.NewReader(line("a", "", "", mill)), io.Discard, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// jsonl is a stream as the batch reads it.
func jsonl(s *copies.Stream, n int) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	for range n {
		r, _ := s.Next()
		if err := enc.Encode(r); err != nil {
			panic(err)
		}
	}
	return b.String()
}

// The batch gives the pairs that a keeper gets who reads the texts of candidates
// again and keeps the index in segments.
func TestBatchIsIncremental(t *testing.T) {
	in := jsonl(copies.Arabic(5, 60), 700)
	out, _ := run(t, in, Options{})
	var (
		index   trace.Index
		tracer  trace.Tracer
		finding trace.Finding
		texts   []string
		ids     []string
		sources = map[string]uint32{}
		want    []string
	)
	for l := range strings.Lines(in) {
		var r copies.Report
		if err := json.Unmarshal([]byte(l), &r); err != nil {
			t.Fatal(err)
		}
		if sources[r.Source] == 0 {
			sources[r.Source] = uint32(len(sources) + 1)
		}
		day, _ := dayOf(r.Published)
		e := trace.Entry{Doc: uint32(len(ids)), Source: sources[r.Source], Day: day}
		words := trace.AppendWords(nil, r.Text)
		marks := trace.AppendMarks(nil, words)
		index.Look(&finding, marks, e.Source, day)
		for _, k := range tracer.Trace(trace.Report{Entry: e, Words: words, Marks: marks}, &finding, func(c trace.Candidate) []trace.Word {
			return trace.AppendWords(nil, texts[c.Doc])
		}) {
			if k.Kind == isnad.CiteCopy {
				want = append(want, fmt.Sprint(r.ID, ids[k.Original.Doc], k.Passages))
			}
		}
		if err := index.Add(e, trace.AppendSketch(nil, marks)); err != nil {
			t.Fatal(err)
		}
		if texts, ids = append(texts, r.Text), append(ids, r.ID); len(ids)%100 == 0 {
			if _, err := index.Freeze(); err != nil {
				t.Fatal(err)
			}
		}
	}
	var got []string
	for _, o := range out {
		var ps []trace.Passage
		for _, p := range o.Passages {
			ps = append(ps, trace.Passage{Copy: isnad.Span{Start: p.CopyStart, End: p.CopyEnd}, Original: isnad.Span{Start: p.OrigStart, End: p.OrigEnd}})
		}
		got = append(got, fmt.Sprint(o.Copy, o.Original, ps))
	}
	if len(want) < 100 || !reflect.DeepEqual(got, want) {
		t.Errorf("%d pairs in the batch, %d one by one", len(got), len(want))
	}
}

// Words that were kept packed come back as they were.
func TestKeeper(t *testing.T) {
	var k keeper
	s := copies.English(8, 20)
	var all [][]trace.Word
	for range 50 {
		r, _ := s.Next()
		all = append(all, trace.AppendWords(nil, r.Text))
		k.add(all[len(all)-1])
	}
	for i, want := range all {
		if got := k.words(nil, i); !reflect.DeepEqual(got, want) {
			t.Fatalf("report %d: %d words come back as %d", i, len(want), len(got))
		}
	}
}

// The parser for flat lines says what encoding/json says, of every line that it reads.
func FuzzParser(f *testing.F) {
	f.Add([]byte(line("a", "Karm News", "2017-10-18", mill)))
	f.Add([]byte(`{"id":"a\u00e9\ud83d\ude00\ud800x","text":"\\ \/ \n","TEXT":"b","other":"c"}`))
	f.Add([]byte(`{"id":7,"text":null}`))
	f.Add([]byte(` { "id" : "x" , "id" : "y" } `))
	f.Fuzz(func(t *testing.T, b []byte) {
		var p parser
		in, ok := p.flat(b)
		if !ok {
			return
		}
		var want struct {
			ID                             json.RawMessage
			Source, Published, Title, Text string
		}
		if err := json.Unmarshal(b, &want); err != nil {
			t.Fatalf("%q is read, but %v", b, err)
		}
		valid := func(s string) string { return strings.ToValidUTF8(s, "\ufffd") }
		if string(in.id) != string(want.ID) || utf8.Valid(b) && (in.source != want.Source || in.published != want.Published || in.text != want.Text) {
			t.Fatalf("%q is read as %+v, want %+v", b, in, want)
		}
		if utf8.RuneCountInString(in.text) != utf8.RuneCountInString(want.Text) {
			t.Fatalf("%q: text of %d code points, want %d", b, utf8.RuneCountInString(valid(in.text)), utf8.RuneCountInString(want.Text))
		}
	})
}

func benchmarkBatch(b *testing.B, n int) {
	in := jsonl(copies.English(7, n/60), n)
	b.ReportAllocs()
	b.SetBytes(int64(len(in)))
	var s Stats
	for b.Loop() {
		var err error
		if s, err = Trace(context.Background(), strings.NewReader(in), io.Discard, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric(float64(s.IndexBytes)/float64(n), "indexbytes/report")
}

func BenchmarkBatch5k(b *testing.B)  { benchmarkBatch(b, 5_000) }
func BenchmarkBatch50k(b *testing.B) { benchmarkBatch(b, 50_000) }
