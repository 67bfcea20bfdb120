package warc

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

// Writer writes records of version 1.1. Not safe for concurrent use. A failed
// call may have written a part of a record: the file is then of no use.
type Writer struct {
	w      io.Writer
	packed bool
	offset int64
}

// NewWriter writes to w, each record as a gzip member of its own where packed.
func NewWriter(w io.Writer, packed bool) *Writer { return &Writer{w: w, packed: packed} }

// Offset is that of the record to be written next.
func (w *Writer) Offset() int64 { return w.offset }

// Info writes the record that tells of the file: who wrote it, with what. Every
// file begins with one.
func (w *Writer) Info(date time.Time, fields Fields) error {
	var b bytes.Buffer
	if err := writeFields(&b, fields); err != nil {
		return fmt.Errorf("writing warcinfo: %w", err)
	}
	return w.write(Info, "", date, "application/warc-fields", b.Bytes(), nil)
}

// Resource writes bytes that came from an address by any means, under their
// media type.
func (w *Writer) Resource(address string, date time.Time, mediaType string, body []byte) error {
	return w.write(Resource, address, date, mediaType, body, body)
}

// Response writes an HTTP response. The body is without any coding, as isnad
// keeps bodies; headers that speak of a coding or of the coded length are
// written with the prefix "X-Archive-Orig-", as other archives do.
func (w *Writer) Response(address string, date time.Time, status int, headers map[string]string, body []byte) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %d %s\r\n", status, http.StatusText(status))
	var fields Fields
	for name, value := range headers {
		switch name = http.CanonicalHeaderKey(name); name {
		case "Content-Encoding", "Transfer-Encoding", "Content-Length":
			name = "X-Archive-Orig-" + name
		}
		fields = append(fields, Field{name, value})
	}
	slices.SortFunc(fields, func(a, b Field) int { return strings.Compare(a.Name, b.Name) })
	fields = append(fields, Field{"Content-Length", fmt.Sprint(len(body))})
	if err := writeFields(&b, fields); err != nil {
		return fmt.Errorf("writing the response of %s: %w", clip(address), err)
	}
	b.WriteString("\r\n")
	b.Write(body)
	return w.write(Response, address, date, "application/http; msgtype=response", b.Bytes(), body)
}

func (w *Writer) write(kind, address string, date time.Time, mediaType string, block, payload []byte) error {
	stamp := date.UTC().Format(time.RFC3339Nano)
	fields := Fields{
		{"WARC-Type", kind},
		{"WARC-Record-ID", "<" + recordID(kind, address, stamp, block) + ">"},
		{"WARC-Date", stamp},
	}
	if address != "" {
		fields = append(fields, Field{"WARC-Target-URI", address})
	}
	if payload != nil {
		fields = append(fields, Field{"WARC-Payload-Digest", digest(payload)})
	}
	fields = append(fields, Field{"WARC-Block-Digest", digest(block)})
	if mediaType != "" {
		fields = append(fields, Field{"Content-Type", mediaType})
	}
	fields = append(fields, Field{"Content-Length", fmt.Sprint(len(block))})
	var b bytes.Buffer
	b.WriteString("WARC/1.1\r\n")
	err := writeFields(&b, fields)
	if err == nil {
		b.WriteString("\r\n")
		err = w.put(b.Bytes(), block, []byte("\r\n\r\n"))
	}
	if err != nil {
		return fmt.Errorf("writing the %s record of %q: %w", kind, clip(address), err)
	}
	return nil
}

// put writes the parts of one record.
func (w *Writer) put(parts ...[]byte) error {
	file := &countingWriter{w: w.w}
	defer func() { w.offset += file.n }()
	out, finish := io.Writer(file), func() error { return nil }
	if w.packed {
		z := gzip.NewWriter(file)
		out, finish = z, z.Close
	}
	for _, p := range parts {
		if _, err := out.Write(p); err != nil {
			return err
		}
	}
	return finish()
}

// writeFields refuses values that would end their line: they come from headers
// and addresses that strangers wrote.
func writeFields(b *bytes.Buffer, fields Fields) error {
	for _, f := range fields {
		if f.Name == "" || strings.ContainsAny(f.Name, ": \t\r\n\x00") || strings.ContainsAny(f.Value, "\r\n\x00") {
			return fmt.Errorf("field %q with the value %q cannot stand on one line", clip(f.Name), clip(f.Value))
		}
		b.WriteString(f.Name + ": " + f.Value + "\r\n")
	}
	return nil
}

// recordID derives the name of a record from what it holds, as a UUID of version
// 8 (RFC 9562), so that the same export gives the same bytes.
func recordID(kind, address, stamp string, block []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00", kind, address, stamp)
	h.Write(block)
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x80
	u[8] = u[8]&0x3f | 0x80
	x := hex.EncodeToString(u)
	return "urn:uuid:" + x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}

// digest is the labelled digest that all archives read. It finds accidents;
// what isnad vouches for is the SHA-256 of the capture.
func digest(b []byte) string {
	s := sha1.Sum(b)
	return "sha1:" + base32.StdEncoding.EncodeToString(s[:])
}

type countingWriter struct {
	w io.Writer
	n int64
}

func (c *countingWriter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
