package warc

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var day = time.Date(2017, 10, 24, 9, 30, 0, 500_000_000, time.UTC)

func TestWrite(t *testing.T) {
	var file bytes.Buffer
	w := NewWriter(&file, false)
	if err := w.Resource("http://outlet.example/1", day, "text/plain", []byte("nine")); err != nil {
		t.Fatal(err)
	}
	const want = `WARC/1.1
WARC-Type: resource
WARC-Record-ID: <urn:uuid:49fc0ace-a10d-8576-8b26-d218acfefb03>
WARC-Date: 2017-10-24T09:30:00.5Z
WARC-Target-URI: http://outlet.example/1
WARC-Payload-Digest: sha1:WTO44GBOZ63TTIM2FMTDIEWCGQ65J7EY
WARC-Block-Digest: sha1:WTO44GBOZ63TTIM2FMTDIEWCGQ65J7EY
Content-Type: text/plain
Content-Length: 4

nine

`
	if file.String() != crlf(want) {
		t.Errorf("%s", file.String())
	}
	if w.Offset() != int64(file.Len()) {
		t.Errorf("offset %d of %d", w.Offset(), file.Len())
	}
}

// What is written is read again, record by record and from every offset.
func TestWriteReadRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type entry struct {
			offset       int64
			uri          string
			status       int
			body         []byte
			header, kind string
		}
		var file bytes.Buffer
		w := NewWriter(&file, rapid.Bool().Draw(t, "packed"))
		if err := w.Info(day, Fields{{"software", "isnad"}}); err != nil {
			t.Fatal(err)
		}
		var entries []entry
		for range rapid.IntRange(0, 6).Draw(t, "records") {
			e := entry{
				offset: w.Offset(),
				uri:    "http://outlet.example/" + rapid.StringMatching(`[a-z?=&%ü]{0,20}`).Draw(t, "uri"),
				body:   rapid.SliceOfN(rapid.Byte(), 0, 3000).Draw(t, "body"),
			}
			var err error
			if rapid.Bool().Draw(t, "response") {
				e.kind, e.status = Response, rapid.IntRange(100, 599).Draw(t, "status")
				e.header = rapid.StringMatching(`[!-~é]{1,20}`).Draw(t, "header")
				err = w.Response(e.uri, day, e.status, map[string]string{"x-a": e.header, "content-encoding": "gzip", "transfer-encoding": "chunked", "content-length": "7"}, e.body)
			} else {
				e.kind = Resource
				err = w.Resource(e.uri, day, "text/plain", e.body)
			}
			if err != nil {
				t.Fatal(err)
			}
			entries = append(entries, e)
		}
		r := NewReader(bytes.NewReader(file.Bytes()))
		if info, err := r.Next(); err != nil || info.Type != Info {
			t.Fatalf("%+v, %v", info, err)
		}
		check := func(r *Reader, e entry) {
			rec, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			if rec.Offset != e.offset || rec.TargetURI != e.uri || rec.Type != e.kind || !rec.Date.Equal(day) || !strings.HasPrefix(rec.ID, "urn:uuid:") {
				t.Fatalf("%+v, want %+v", rec, e)
			}
			p, err := rec.Payload(1 << 20)
			if err != nil || p.Status != e.status || p.Headers["x-a"] != e.header || !bytes.Equal(p.Body, e.body) {
				t.Fatalf("%+v, %v, want %+v", p, err, e)
			}
		}
		for _, e := range entries {
			check(r, e)
			check(NewReaderAt(bytes.NewReader(file.Bytes()), int64(file.Len()), Position{Offset: e.offset}), e)
		}
		if _, err := r.Next(); err != io.EOF {
			t.Fatal(err)
		}
	})
}

// A stranger's header cannot end its line and begin a record of its own.
func TestWriteRefuses(t *testing.T) {
	var file bytes.Buffer
	w := NewWriter(&file, true)
	for name, err := range map[string]error{
		"address":      w.Resource("http://outlet.example/\r\nWARC-Type: warcinfo", day, "text/plain", nil),
		"media type":   w.Resource("http://outlet.example/", day, "text/plain\n\nWARC/1.0", nil),
		"header":       w.Response("http://outlet.example/", day, 200, map[string]string{"a": "b\r\n\r\nnine"}, nil),
		"header name":  w.Response("http://outlet.example/", day, 200, map[string]string{"a\nb": "c"}, nil),
		"field":        w.Info(day, Fields{{"a:b", "c"}}),
		"field's name": w.Info(day, Fields{{"", "c"}}),
	} {
		if err == nil {
			t.Errorf("%s: written", name)
		}
	}
	if file.Len() > 0 || w.Offset() != 0 {
		t.Errorf("%d bytes written", file.Len())
	}
}

func TestWriteSaysWhatFailed(t *testing.T) {
	full := errors.New("no room")
	for _, packed := range []bool{false, true} {
		w := NewWriter(brokenWriter{full}, packed)
		if err := w.Resource("http://outlet.example/1", day, "text/plain", make([]byte, 1<<20)); !errors.Is(err, full) || !strings.Contains(err.Error(), "outlet.example/1") {
			t.Errorf("%v", err)
		}
	}
}

type brokenWriter struct{ err error }

func (b brokenWriter) Write(p []byte) (int, error) { return 0, b.err }

func BenchmarkReader(b *testing.B) {
	for name, packed := range map[string]bool{"plain": false, "gzip": true} {
		b.Run(name, func(b *testing.B) {
			var file bytes.Buffer
			w := NewWriter(&file, packed)
			body := []byte(strings.Repeat("A line of a page that someone wrote. ", 80))
			for range 1000 {
				if err := w.Response("http://outlet.example/1", day, 200, map[string]string{"content-type": "text/html"}, body); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				r := NewReader(bytes.NewReader(file.Bytes()))
				for {
					rec, err := r.Next()
					if err == io.EOF {
						break
					}
					if err != nil {
						b.Fatal(err)
					}
					if _, err := rec.Payload(1 << 20); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.N)*1000/b.Elapsed().Seconds(), "records/s")
		})
	}
}
