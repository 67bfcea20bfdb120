package warc

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// readHead reads the head of the record at the next byte.
func (r *Reader) readHead() (*Record, error) {
	limits := r.Limits.withDefaults()
	lines := headReader{in: r.in, left: limits.Head}
	version, err := lines.next()
	number, ok := strings.CutPrefix(version, "WARC/")
	if err != nil && (ok || strings.HasPrefix("WARC/", version)) {
		return nil, r.headError(err)
	}
	if !ok {
		return nil, &Error{Position: r.at, What: fmt.Sprintf("a record begins with WARC/ and a number, not with %q", clip(version))}
	}
	rec := &Record{Position: r.at, Version: clip(number)}
	rec.Headers, err = readFields(&lines, limits.Fields)
	if err != nil {
		return nil, r.headError(err)
	}
	rec.Type = strings.ToLower(rec.Headers.Get("WARC-Type"))
	rec.ID = bare(rec.Headers.Get("WARC-Record-ID"))
	rec.TargetURI = bare(rec.Headers.Get("WARC-Target-URI"))
	rec.Date = readDate(rec.Headers.Get("WARC-Date"))
	rec.Truncated = rec.Headers.Get("WARC-Truncated")
	rec.ContentType = rec.Headers.Get("Content-Type")
	length := rec.Headers.Get("Content-Length")
	rec.Length, err = strconv.ParseInt(length, 10, 64)
	if err != nil || rec.Length < 0 {
		return nil, &Error{Position: r.at, What: fmt.Sprintf("its Content-Length is %q, which is no length", clip(length))}
	}
	return rec, nil
}

func (r *Reader) headError(err error) error {
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return &Error{r.at, "its head cannot be read", err}
}

// readFields reads "Name: value" lines up to the blank one. A line that begins
// with a space goes on with the value before (WARC 1.0 allows that).
func readFields(lines *headReader, max int) (Fields, error) {
	var fields Fields
	var value []byte // of the last field, while it may still go on
	for {
		line, err := lines.next()
		if err != nil {
			return nil, err
		}
		if line != "" && (line[0] == ' ' || line[0] == '\t') {
			value = append(append(value, ' '), strings.TrimSpace(line)...)
			continue
		}
		if len(fields) > 0 {
			fields[len(fields)-1].Value = strings.TrimSpace(string(value))
		}
		if line == "" {
			return fields, nil
		}
		name, rest, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("the line %q is no field", clip(line))
		}
		if len(fields) == max {
			return nil, fmt.Errorf("more than %d fields: %w", max, ErrRefused)
		}
		fields = append(fields, Field{Name: strings.TrimSpace(name)})
		value = append(value[:0], rest...)
	}
}

// headReader gives the lines of a head, left bytes at most in all.
type headReader struct {
	in interface {
		ReadByte() (byte, error)
	}
	left int
	open bool // the last line may lack its end
}

// ReadByte gives one byte up to the end of the member.
func (in *input) ReadByte() (byte, error) { return in.from().ReadByte() }

// next returns a line without its end, in valid UTF-8; with an error, what there
// is of it.
func (h *headReader) next() (string, error) {
	var line []byte
	for {
		b, err := h.in.ReadByte()
		if errors.Is(err, io.EOF) && len(line) > 0 {
			if h.open {
				break // the end comes with the next call
			}
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return valid(line), err
		}
		if h.left--; h.left < 0 {
			return "", fmt.Errorf("it has too many bytes: %w", ErrRefused)
		}
		if b == '\n' {
			break
		}
		line = append(line, b)
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return valid(line), nil
}

func valid(line []byte) string { return strings.ToValidUTF8(string(line), "\uFFFD") }

// bare takes the angle brackets off an address. The standard wants them for
// record IDs, and some crawlers write them around addresses too.
func bare(s string) string {
	if len(s) >= 2 && s[0] == '<' && s[len(s)-1] == '>' {
		return s[1 : len(s)-1]
	}
	return s
}

// readDate reads WARC-Date: W3C's profile of ISO 8601, which version 1.1 allows
// to be cut after any part, and the 14 digits of older crawlers.
func readDate(s string) time.Time {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02T15:04Z07:00", time.DateOnly, "2006-01", "20060102150405", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// clip makes a short printable string of what stands in a file.
func clip(s string) string {
	s = strings.Map(func(c rune) rune {
		if !unicode.IsPrint(c) {
			return '\uFFFD'
		}
		return c
	}, s)
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
