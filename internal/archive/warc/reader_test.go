package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/klauspost/compress/gzip"

	"isnad"
)

// crlf writes a file as tests can show it: lines end in CRLF.
func crlf(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

// record is one record with the fields given and content.
func record(fields, content string) string {
	return crlf("WARC/1.0\n"+fields) + fmt.Sprintf("Content-Length: %d\r\n\r\n%s\r\n\r\n", len(content), content)
}

func gz(parts ...string) string {
	var out bytes.Buffer
	for _, p := range parts {
		w := gzip.NewWriter(&out)
		io.WriteString(w, p)
		w.Close()
	}
	return out.String()
}

type seen struct {
	Position
	Type, URI, Content string
}

// readAll reads a file to its end or first error.
func readAll(r *Reader) (found []seen, err error) {
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return found, err
		}
		b, err := io.ReadAll(rec.Content)
		if err != nil {
			return found, err
		}
		found = append(found, seen{rec.Position, rec.Type, rec.TargetURI, string(b)})
	}
}

const (
	first  = "WARC-Type: resource\nWARC-Target-URI: http://outlet.example/1\n"
	second = "WARC-Type: resource\nWARC-Target-URI: http://outlet.example/2\n"
)

// The same two records, in every wrapping that is met.
func TestReadTolerates(t *testing.T) {
	a, b := record(first, "one"), record(second, "two\r\n\r\n")
	for name, file := range map[string]string{
		"plain":                      a + b,
		"a member for each":          gz(a, b),
		"one member for all":         gz(a + b),
		"plain, then packed":         a + gz(b),
		"packed, then plain":         gz(a) + b,
		"empty members":              gz("", a, "", b, ""),
		"blank lines between":        "\r\n" + a + "\n\n\n" + b + "\r\n",
		"blank lines in the member":  gz("\r\n"+a+"\r\n", b),
		"line ends between members":  gz(a) + "\r\n" + gz(b) + "\n",
		"no end of the last record":  strings.TrimSuffix(a+b, "\r\n\r\n"),
		"no end of any record":       gz(strings.TrimSuffix(a, "\r\n\r\n"), strings.TrimSuffix(b, "\r\n\r\n")),
		"lines end in LF":            strings.ReplaceAll(a, "\r\n", "\n") + b,
		"addresses in brackets":      strings.ReplaceAll(a+b, "URI: http://outlet.example/1", "URI: <http://outlet.example/1>"),
		"names in capitals":          strings.ReplaceAll(a+b, "WARC-Type: resource", "WARC-TYPE:RESOURCE"),
		"an older version":           strings.ReplaceAll(a+b, "WARC/1.0", "WARC/0.18"),
		"a newer version":            strings.ReplaceAll(a+b, "WARC/1.0", "WARC/1.1"),
		"folded fields":              strings.ReplaceAll(a+b, "WARC-Type: ", "X-Note: a\r\n b\r\n\tc\r\nWARC-Type:\r\n  "),
		"a byte order of its own":    strings.ReplaceAll(a+b, "WARC-Type", "X-Name: \xe9t\xe9\r\nWARC-Type"),
		"a date of no known form":    strings.ReplaceAll(a+b, "WARC-Type", "WARC-Date: last Tuesday\r\nWARC-Type"),
		"a length with blanks about": strings.ReplaceAll(a+b, "Content-Length: ", "Content-Length:   "),
	} {
		t.Run(name, func(t *testing.T) {
			for how, r := range map[string]io.Reader{"": strings.NewReader(file), " (byte by byte)": iotest.OneByteReader(strings.NewReader(file))} {
				found, err := readAll(NewReader(r))
				if err != nil {
					t.Fatal(how, err)
				}
				for i := range found {
					found[i].Position = Position{}
				}
				want := []seen{{Type: "resource", URI: "http://outlet.example/1", Content: "one"}, {Type: "resource", URI: "http://outlet.example/2", Content: "two\r\n\r\n"}}
				if fmt.Sprint(found) != fmt.Sprint(want) || len(found) != 2 {
					t.Errorf("%s: %q", how, found)
				}
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	a := record(first, "one")
	many := strings.Repeat("X: y\r\n", 501)
	for name, c := range map[string]struct {
		file   string
		err    error
		offset int64
		saying string
	}{
		"not a WARC file":                     {"<html><title>x</title>", nil, 0, `not with "<html>`},
		"a page":                              {"<!DOCTYPE html>\n<html>\n", nil, 0, `not with "<!DOCTYPE html>"`},
		"an ARC file":                         {"filedesc://x.arc 0.0.0.0 20080430204825 text/plain 1526\n", nil, 0, "filedesc"},
		"garbage behind a record":             {a + "garbage\n", nil, int64(len(a)), `"garbage"`},
		"control characters":                  {"\x00\x01\x02\n", nil, 0, "\uFFFD\uFFFD\uFFFD"},
		"no length":                           {crlf("WARC/1.0\nWARC-Type: resource\n\n"), nil, 0, `Content-Length is ""`},
		"a length below zero":                 {strings.Replace(a, "Length: 3", "Length: -3", 1), nil, 0, `"-3"`},
		"a length beyond all":                 {strings.Replace(a, "Length: 3", "Length: 99999999999999999999", 1), nil, 0, "no length"},
		"a line that is no field":             {strings.Replace(a, "WARC-Type: resource", "nonsense", 1), nil, 0, `"nonsense"`},
		"cut in the head":                     {a + a[:20], io.ErrUnexpectedEOF, int64(len(a)), "head cannot be read"},
		"cut in the content":                  {a + a[:len(a)-5], io.ErrUnexpectedEOF, int64(len(a)), "2 of the 3 bytes"},
		"too many fields":                     {"WARC/1.0\r\n" + many + "\r\n", ErrRefused, 0, "fields"},
		"a head without end":                  {"WARC/1.0\r\nX: " + strings.Repeat("y", 1<<20), ErrRefused, 0, "too many bytes"},
		"folds without end":                   {"WARC/1.0\r\nX: y\r\n" + strings.Repeat(" z\r\n", 1<<20), ErrRefused, 0, "too many bytes"},
		"line ends without end":               {a + strings.Repeat("\n", 1<<20), ErrRefused, 0, "line ends"},
		"a member cut short":                  {gz(a) + gz(a)[:40], io.ErrUnexpectedEOF, int64(len(gz(a))), ""},
		"a member's head cut":                 {gz(a) + gz(a)[:1], io.ErrUnexpectedEOF, int64(len(gz(a))), "gzip member cannot be read"},
		"a member's trailer cut":              {gz(a)[:len(gz(a))-2], io.ErrUnexpectedEOF, 0, "the end of the record is damaged"},
		"a wrong checksum":                    {flip(gz(a), -8), gzip.ErrChecksum, 0, "the end of the record is damaged"},
		"zstandard":                           {"\x28\xb5\x2f\xfd0000", nil, 0, "zstd"},
		"a record over the end of its member": {gz(a[:len(a)-5], a[len(a)-5:]), io.ErrUnexpectedEOF, 0, "2 of the 3 bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			r := NewReader(strings.NewReader(c.file))
			_, err := readAll(r)
			var bad *Error
			if !errors.As(err, &bad) {
				t.Fatalf("%v", err)
			}
			if !errors.Is(err, c.err) && c.err != nil || c.err == nil && errors.Is(err, io.EOF) {
				t.Errorf("%v, want %v", err, c.err)
			}
			if bad.Offset != c.offset || !strings.Contains(err.Error(), c.saying) || len(err.Error()) > 300 {
				t.Errorf("%v; want offset %d and %q", err, c.offset, c.saying)
			}
			// What is broken stays broken: no record is made up out of its rest.
			if _, again := r.Next(); !errors.Is(again, err) {
				t.Errorf("then %v", again)
			}
		})
	}
}

func flip(s string, at int) string {
	b := []byte(s)
	b[len(b)+at] ^= 1
	return string(b)
}

// A file cut at any byte gives the records before the cut and an error, unless
// the cut fell between two records; it never gives a part of one as the whole.
func TestReadCutAnywhere(t *testing.T) {
	a, b := record(first, "one"), record(second, strings.Repeat("two ", 50))
	const end = 4 // the line ends of a record, which need not be there
	for name, c := range map[string]struct {
		file  string
		clean func(cut int) bool
	}{
		"plain": {a + b, func(cut int) bool {
			return cut == 0 || cut >= len(a)-end && cut <= len(a) || cut >= len(a+b)-end
		}},
		"members":    {gz(a, b), func(cut int) bool { return cut == 0 || cut == len(gz(a)) }},
		"one member": {gz(a + b), func(cut int) bool { return cut == 0 }},
	} {
		whole, err := readAll(NewReader(strings.NewReader(c.file)))
		if err != nil || len(whole) != 2 {
			t.Fatal(err)
		}
		for cut := range len(c.file) {
			found, err := readAll(NewReader(strings.NewReader(c.file[:cut])))
			for i, s := range found {
				if s != whole[i] {
					t.Fatalf("%s cut at %d: record %d is %q", name, cut, i, s)
				}
			}
			if c.clean(cut) != (err == nil) || err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
				t.Fatalf("%s cut at %d: %d records, %v", name, cut, len(found), err)
			}
		}
	}
}

// Reading can begin at any record, in a new Reader, and gives the same.
func TestReadFromPosition(t *testing.T) {
	var records []string
	for i := range 40 {
		records = append(records, record(fmt.Sprintf("WARC-Type: resource\nWARC-Target-URI: http://outlet.example/%d\n", i), strings.Repeat("x", i*i*7)))
	}
	for name, file := range map[string]string{
		"plain": strings.Join(records, ""), "members": gz(records...), "one member": gz(strings.Join(records, "")),
		"by fours": gz(strings.Join(records[:20], "")) + strings.Join(records[20:24], "") + gz(records[24:]...),
	} {
		t.Run(name, func(t *testing.T) {
			whole, err := readAll(NewReader(strings.NewReader(file)))
			if err != nil || len(whole) != len(records) {
				t.Fatalf("%d records, %v", len(whole), err)
			}
			// In batches of three, where the last of each batch is not read.
			var found []seen
			for p, end := (Position{}), false; !end; {
				r := NewReaderAt(strings.NewReader(file), int64(len(file)), p)
				for n := 0; n < 3 && !end; n++ {
					rec, err := r.Next()
					if errors.Is(err, io.EOF) {
						end = true
						break
					}
					if err != nil {
						t.Fatal(err)
					}
					content := whole[len(found)].Content
					if n < 2 {
						b, err := io.ReadAll(rec.Content)
						if err != nil {
							t.Fatal(err)
						}
						content = string(b)
					}
					found = append(found, seen{rec.Position, rec.Type, rec.TargetURI, content})
				}
				next, err := r.Position()
				if errors.Is(err, io.EOF) {
					end = true
					if next.Offset != int64(len(file)) {
						t.Errorf("the file of %d bytes ends at %s", len(file), next)
					}
				} else if err != nil {
					t.Fatal(err)
				}
				p = next
			}
			if fmt.Sprint(found) != fmt.Sprint(whole) {
				t.Errorf("in batches:\n%q\nat once:\n%q", found, whole)
			}
			for _, want := range whole {
				rec, err := NewReaderAt(strings.NewReader(file), int64(len(file)), want.Position).Next()
				if err != nil || rec.TargetURI != want.URI || rec.Position != want.Position {
					t.Errorf("at %s: %v, %v", want.Position, rec, err)
				}
			}
		})
	}
}

func TestReadFromNowhere(t *testing.T) {
	file := gz(record(first, "one"))
	for _, p := range []Position{{Offset: -1}, {Offset: 1 << 40}, {Inner: -1}, {Inner: 1 << 40}, {Offset: 3}} {
		_, err := NewReaderAt(strings.NewReader(file), int64(len(file)), p).Next()
		var bad *Error
		if !errors.As(err, &bad) {
			t.Errorf("%+v: %v", p, err)
		}
	}
	if _, err := NewReaderAt(strings.NewReader(file), int64(len(file)), Position{Offset: int64(len(file))}).Next(); err != io.EOF {
		t.Errorf("at the end: %v", err)
	}
}

// A record beyond the bound is named and passed over; the others are kept.
func TestReadLongRecord(t *testing.T) {
	long := record(second, strings.Repeat("x", 5000))
	for _, file := range []string{record(first, "one") + long + record(first, "three"), gz(record(first, "one"), long, record(first, "three"))} {
		r := NewReader(strings.NewReader(file))
		r.Limits.Record = 4999
		var contents []string
		var long error
		for {
			rec, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if errors.Is(err, isnad.ErrTooLarge) {
				long = err
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			b, _ := io.ReadAll(rec.Content)
			contents = append(contents, string(b))
		}
		if long == nil || fmt.Sprint(contents) != "[one three]" {
			t.Errorf("%q, %v", contents, long)
		}
	}
}

// A kilobyte that unpacks to gigabytes ends the reading, whether someone wants
// the content or only what comes after.
func TestReadBomb(t *testing.T) {
	var file bytes.Buffer
	z := gzip.NewWriter(&file)
	const size = 200 << 20
	fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: %d\r\n\r\n", size)
	for range size >> 20 {
		z.Write(make([]byte, 1<<20))
	}
	z.Close()
	for _, read := range []bool{true, false} {
		r := NewReader(bytes.NewReader(file.Bytes()))
		rec, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		n := int64(0)
		if read {
			if n, err = io.Copy(io.Discard, rec.Content); !errors.Is(err, ErrRefused) || n > bombFloor+1<<20 {
				t.Errorf("%d bytes, %v", n, err)
			}
		}
		if _, err = r.Next(); !errors.Is(err, ErrRefused) {
			t.Errorf("%v", err)
		}
	}
}

func TestContentAfterNext(t *testing.T) {
	r := NewReader(strings.NewReader(record(first, "one") + record(second, "two")))
	a, _ := r.Next()
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(a.Content); err == nil {
		t.Errorf("%q of the next record was read as the one before", b)
	}
}

func TestReadHead(t *testing.T) {
	rec, err := NewReader(strings.NewReader(record("WARC-Type: Response\nWARC-Record-ID: <urn:uuid:1>\nWARC-Truncated: length\nContent-Type: application/http\nX: 1\nx: 2\n", ""))).Next()
	if err != nil {
		t.Fatal(err)
	}
	if rec.Version != "1.0" || rec.Type != Response || rec.ID != "urn:uuid:1" || rec.Truncated != "length" || rec.ContentType != "application/http" || rec.Headers.Get("X") != "1" || len(rec.Headers) != 7 {
		t.Errorf("%+v", rec)
	}
}

func TestReadDate(t *testing.T) {
	for in, want := range map[string]string{
		"2017-10-24T09:30:00Z":           "2017-10-24T09:30:00Z",
		"2017-10-24T09:30:00.123456789Z": "2017-10-24T09:30:00.123456789Z",
		"2017-10-24T12:30:00+03:00":      "2017-10-24T09:30:00Z",
		"2017-10-24T09:30:00":            "2017-10-24T09:30:00Z",
		"2017-10-24T09:30Z":              "2017-10-24T09:30:00Z",
		"2017-10-24":                     "2017-10-24T00:00:00Z",
		"2017-10":                        "2017-10-01T00:00:00Z",
		"2017":                           "2017-01-01T00:00:00Z",
		"20171024093000":                 "2017-10-24T09:30:00Z",
		"2017-02-30T00:00:00Z":           "0001-01-01T00:00:00Z",
		"yesterday":                      "0001-01-01T00:00:00Z",
		"":                               "0001-01-01T00:00:00Z",
	} {
		if got := readDate(in).Format(time.RFC3339Nano); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func FuzzReader(f *testing.F) {
	a, b := record(first, "one"), record(second, "two")
	http := record("WARC-Type: response\nContent-Type: application/http\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
	for _, s := range []string{a + b, gz(a, b), gz(a + b), a + gz(http), http, a[:30], "\x1f\x8b"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		limits := Limits{Head: 4 << 10, Fields: 50, Record: 1 << 20}
		r := NewReader(bytes.NewReader(file))
		r.Limits = limits
		for n := 0; ; n++ {
			rec, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			var bad *Error
			if err != nil {
				if !errors.As(err, &bad) {
					t.Fatalf("%T %v", err, err)
				}
				if errors.Is(err, isnad.ErrTooLarge) && n < 1000 {
					continue
				}
				return
			}
			if rec.Offset < 0 || rec.Offset >= int64(len(file)) || rec.Length > limits.Record {
				t.Fatalf("%+v", rec)
			}
			// The place of a record leads back to it.
			other := NewReaderAt(bytes.NewReader(file), int64(len(file)), rec.Position)
			other.Limits = limits
			again, err := other.Next()
			if err != nil || again.Position != rec.Position || again.TargetURI != rec.TargetURI {
				t.Fatalf("at %s: %+v, then %+v, %v", rec.Position, rec, again, err)
			}
			p, err := rec.Payload(1 << 16)
			if err == nil && len(p.Body) > 1<<16 {
				t.Fatalf("%d bytes", len(p.Body))
			}
		}
	})
}
