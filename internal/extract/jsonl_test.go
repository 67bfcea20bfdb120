package extract

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"isnad"
)

// readAll reads a capture batch after batch.
func readAll(t interface{ Fatal(...any) }, in io.ReaderAt, batch int) (reports []isnad.Report, notes []string, calls int) {
	c := &isnad.Capture{ID: "c0", Address: "file:x.jsonl", Place: "place"}
	offset := int64(0)
	for {
		res, err := Read(context.Background(), c, in, offset, batch)
		if err != nil {
			t.Fatal(err)
		}
		calls++
		reports, notes = append(reports, res.Reports...), append(notes, res.Notes...)
		if res.Next == 0 {
			return reports, notes, calls
		}
		if res.Next <= offset {
			t.Fatal("the offset does not advance")
		}
		offset = res.Next
	}
}

// Batches of any size give the same reports, each with the place of its line.
func TestBatchesGiveTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "lines")
		var b strings.Builder
		var want []string
		var broken []int
		for i := range n {
			switch rapid.IntRange(0, 5).Draw(t, "kind") {
			case 0:
				b.WriteString("{\"id\":broken\n")
				broken = append(broken, i+1)
			case 1:
				b.WriteString("\n")
			default:
				text := rapid.String().Draw(t, "text")
				text = strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "")
				line, err := json.Marshal(map[string]any{"id": fmt.Sprint(i), "source": "s", "text": text, "title": "t"})
				if err != nil {
					t.Fatal(err)
				}
				b.Write(line)
				b.WriteString(rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "end"))
				want = append(want, text)
			}
		}
		if len(want) == 0 {
			return
		}
		raw := []byte(b.String())
		reports, notes, _ := readAll(t, bytes.NewReader(raw), rapid.IntRange(1, 8).Draw(t, "batch"))
		if len(reports) != len(want) || len(notes) != len(broken) {
			t.Fatalf("%d reports and %d notes, want %d and %d", len(reports), len(notes), len(want), len(broken))
		}
		for i, r := range reports {
			if r.Text != want[i] {
				t.Fatalf("report %d: text %q, want %q", i, r.Text, want[i])
			}
			var back struct{ Text string }
			if err := json.Unmarshal(raw[r.Bytes.Offset:r.Bytes.Offset+r.Bytes.Length], &back); err != nil || back.Text != r.Text {
				t.Fatalf("report %d does not stand at %+v: %v", i, *r.Bytes, err)
			}
		}
		for i, n := range notes {
			if !strings.HasPrefix(n, fmt.Sprintf("line %d:", broken[i])) {
				t.Fatalf("note %q, want line %d", n, broken[i])
			}
		}
	})
}

// A line beyond the bound is passed over with its number; the others are kept.
func TestLongLine(t *testing.T) {
	in := `{"id":"a","text":"first"}` + "\n" + `{"id":"b","text":"` + strings.Repeat("x", maxLine) + "\"}\n" + `{"id":"c","text":"third"}` + "\n"
	reports, notes, _ := readAll(t, strings.NewReader(in), 10)
	if len(reports) != 2 || reports[1].Text != "third" {
		t.Fatalf("reports: %d", len(reports))
	}
	if len(notes) != 1 || !strings.HasPrefix(notes[0], "line 2: longer than 8 MiB") {
		t.Errorf("notes = %q", notes)
	}
}

// endless is a file of one line without end, that is not held in memory.
type endless struct{ n int64 }

func (e endless) ReadAt(p []byte, off int64) (int, error) {
	if off >= e.n {
		return 0, io.EOF
	}
	n := int(min(int64(len(p)), e.n-off))
	for i := range p[:n] {
		p[i] = 'x'
	}
	if off == 0 {
		copy(p, `{"text":"`)
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// Memory stays flat however long a line is.
func TestEndlessLineInFlatMemory(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Read(context.Background(), &isnad.Capture{Address: "file:x.jsonl"}, endless{1 << 28}, 0, 10)
	runtime.ReadMemStats(&after)
	if err == nil || !strings.Contains(err.Error(), "longer than") {
		t.Errorf("error = %v", err)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
		t.Errorf("%d MiB were allocated for a line of 256 MiB", used>>20)
	}
}

func TestJSONLTimes(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2016-01-26", "2016-01-26T00:00:00Z"},
		{"1/2/2016", "2016-01-02T00:00:00Z"}, // the interface's manner is American
		{"12/31/2016", "2016-12-31T00:00:00Z"},
		{"2016-01-26T23:30:00-05:00", "2016-01-27T04:30:00Z"},
		{"2016-01-26T23:30:00.5Z", "2016-01-26T23:30:00Z"},
		{"0000-01-01", ""}, {"1799-12-31", ""}, {"9999-01-01", ""}, {"2016-02-30", ""}, {"soon", ""}, {"13/13/2016", ""},
	} {
		got := lineTime(c.in)
		s := ""
		if !got.IsZero() {
			s = got.Format("2006-01-02T15:04:05Z07:00")
		}
		if s != c.want {
			t.Errorf("%q: %q, want %q", c.in, s, c.want)
		}
	}
}

// The same line of the same source is the same report in any file; another text with
// the same id is another version of it, and a line without an id is known by its words.
func TestKeysOfLines(t *testing.T) {
	read := func(address, line string) isnad.Report {
		res, err := Read(context.Background(), &isnad.Capture{Address: address, Place: address}, strings.NewReader(line), 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		return res.Reports[0]
	}
	a := read("file:a.jsonl", `{"id":"1","source":"Orchard","text":"x"}`)
	b := read("file:b.jsonl", `{"id":1,"source":"orchard","text":"y"}`)
	if a.ID != b.ID || a.ID != isnad.MakeID('r', a.Key) {
		t.Errorf("%s and %s, want one report", a.Key, b.Key)
	}
	if c := read("file:a.jsonl", `{"id":"1","source":"Courier","text":"x"}`); c.ID == a.ID {
		t.Error("two sources share a report")
	}
	d, e := read("file:a.jsonl", `{"source":"Orchard","text":"x"}`), read("file:b.jsonl", `{"source":"Orchard","text":"x"}`)
	f := read("file:b.jsonl", `{"source":"Orchard","text":"y"}`)
	if d.ID != e.ID || d.ID == f.ID {
		t.Error("lines without an id are not known by their words")
	}
}

func BenchmarkJSONL(b *testing.B) {
	var in strings.Builder
	text := strings.Repeat("At least nine people were killed when shells hit the market of the old town on Tuesday, a medic said. ", 20)
	for i := range 1000 {
		fmt.Fprintf(&in, "{\"id\":\"%d\",\"source\":\"s\",\"published\":\"2018-05-14\",\"title\":\"Shells hit market\",\"text\":\"DAMASCUS, May 14 (SANA) - %s\"}\n", i, text)
	}
	c := &isnad.Capture{Address: "file:x.jsonl"}
	for b.Loop() {
		if _, err := Read(b.Context(), c, strings.NewReader(in.String()), 0, 1000); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*1000/b.Elapsed().Seconds(), "reports/s")
}
