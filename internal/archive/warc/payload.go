package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"strconv"
	"strings"

	"isnad/internal/coding"
)

// Payload is what a record is about: the body of an HTTP response, or the
// content of a resource.
type Payload struct {
	Status    int               // of HTTP; 0 for a resource
	Headers   map[string]string // of HTTP, lower-case names, without Set-Cookie; nil for a resource
	MediaType string            // as declared, with its parameters; empty when not declared
	Body      []byte            // without transfer and content coding
	Truncated string            // why the crawler kept a part only, empty when whole
}

// ErrNoPayload is returned, wrapped, for a record that has no payload to read: a
// request, a revisit, information about the file.
var ErrNoPayload = errors.New("the record holds no payload")

// Payload reads the content of a response, resource or conversion, at most max
// bytes of it once decoded (isnad.ErrTooLarge beyond). It can be called once.
//
// Crawlers are known to keep headers that no longer fit the body: a body named
// chunked or gzip that is neither is taken as it is. Where the record says that
// the crawler cut it, what is left of the body is returned without an error.
func (rec *Record) Payload(max int64) (*Payload, error) {
	var p *Payload
	var err error
	switch rec.Type {
	case Response:
		if !isHTTP(rec) {
			return nil, fmt.Errorf("%s: a response of type %q: %w", rec.Position, clip(rec.ContentType), ErrNoPayload)
		}
		p, err = readResponse(rec.Content, max)
	case Resource, Conversion:
		p = &Payload{MediaType: rec.ContentType}
		p.Body, err = coding.ReadAll(rec.Content, "", max)
	default:
		return nil, fmt.Errorf("%s: a record of type %q: %w", rec.Position, clip(rec.Type), ErrNoPayload)
	}
	var damaged *Error
	switch {
	case err == nil:
	case rec.Truncated != "" && errors.Is(err, io.ErrUnexpectedEOF) && p != nil && !errors.As(err, &damaged):
		// cut by the crawler, who says so, and not in the file
	case errors.As(err, &damaged):
		return nil, err
	default:
		return nil, &Error{rec.Position, "its payload cannot be read", err}
	}
	p.Truncated = rec.Truncated
	return p, nil
}

// isHTTP tells whether a response came over HTTP. Old crawlers leave the type out.
func isHTTP(rec *Record) bool {
	if rec.ContentType != "" {
		return strings.HasPrefix(strings.ToLower(rec.ContentType), "application/http")
	}
	return strings.HasPrefix(rec.TargetURI, "http://") || strings.HasPrefix(rec.TargetURI, "https://")
}

const (
	maxHTTPHead   = 256 << 10 // bytes of the status line and headers
	maxHTTPFields = 500
)

// readResponse reads an HTTP response as it went over the wire. net/http is not
// used, as it refuses heads that crawlers keep: "HTTP/2 200", a line without a
// colon.
func readResponse(r io.Reader, max int64) (*Payload, error) {
	b := bufio.NewReader(r)
	lines := headReader{in: b, left: maxHTTPHead, open: true}
	status, err := lines.next()
	if err != nil {
		return nil, notWhole(err, "its status line")
	}
	p := &Payload{Headers: map[string]string{}}
	version, rest, _ := strings.Cut(status, " ")
	code, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	p.Status, err = strconv.Atoi(code)
	if !strings.HasPrefix(version, "HTTP/") || err != nil || p.Status < 100 || p.Status > 999 {
		return nil, fmt.Errorf("%q is no HTTP status line", clip(status))
	}
	if err := p.readHeaders(&lines); err != nil {
		return nil, err
	}
	p.MediaType = p.Headers["content-type"]
	var body io.Reader = b
	if strings.Contains(strings.ToLower(p.Headers["transfer-encoding"]), "chunked") && looksChunked(b) {
		body = httputil.NewChunkedReader(b)
	}
	p.Body, err = decode(bufio.NewReader(body), p.Headers["content-encoding"], max)
	return p, err
}

func (p *Payload) readHeaders(lines *headReader) error {
	last := ""
	for n := 0; ; n++ {
		line, err := lines.next()
		if errors.Is(err, io.EOF) && line == "" {
			return nil // a head without a body
		}
		if err != nil {
			return notWhole(err, "its HTTP headers")
		}
		if line == "" {
			return nil
		}
		if n == maxHTTPFields {
			return fmt.Errorf("more than %d HTTP headers: %w", maxHTTPFields, ErrRefused)
		}
		name, value, ok := strings.Cut(line, ":")
		name, value = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)
		if line[0] == ' ' || line[0] == '\t' {
			name, value, ok = last, strings.TrimSpace(line), last != ""
		}
		// A cookie is a key to someone's session and says nothing of the report.
		if !ok || name == "set-cookie" {
			last = ""
			continue
		}
		last = name
		if old := p.Headers[name]; old != "" {
			value = old + ", " + value
		}
		p.Headers[name] = value
	}
}

func notWhole(err error, what string) error {
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("reading %s: %w", what, err)
}

// looksChunked tells whether a body begins as a chunk does: hexadecimal digits,
// perhaps an extension, a line end.
func looksChunked(b *bufio.Reader) bool {
	head, _ := b.Peek(128)
	line, _, ended := bytes.Cut(head, []byte("\n"))
	size, _, _ := bytes.Cut(line, []byte(";"))
	_, err := strconv.ParseUint(string(bytes.TrimSpace(size)), 16, 64)
	return ended && err == nil
}

// decode undoes the content coding, unless the crawler has done so already and
// left the header standing.
func decode(b *bufio.Reader, encoding string, max int64) ([]byte, error) {
	if e := strings.ToLower(strings.TrimSpace(encoding)); e == "gzip" || e == "x-gzip" {
		if head, _ := b.Peek(2); len(head) == 2 && (head[0] != 0x1f || head[1] != 0x8b) {
			encoding = ""
		}
	}
	return coding.ReadAll(b, encoding, max)
}
