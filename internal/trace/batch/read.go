package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"isnad"
)

// MaxLine is the longest line that is read, in bytes. A longer one is a fault.
const MaxLine = 64 << 20

// lineReader gives the lines of a stream without their ends.
type lineReader struct {
	br  *bufio.Reader
	buf []byte // of lines longer than the reader's buffer
}

// next returns the next line, good until the call after. A line beyond MaxLine
// is read away and reported as too large.
func (l *lineReader) next() ([]byte, error) {
	part, err := l.br.ReadSlice('\n')
	if err == nil {
		return bytes.TrimRight(part, "\r\n"), nil
	}
	l.buf = append(l.buf[:0], part...)
	long := false
	for err == bufio.ErrBufferFull {
		part, err = l.br.ReadSlice('\n')
		if long = long || len(l.buf)+len(part) > MaxLine; !long {
			l.buf = append(l.buf, part...)
		}
	}
	switch {
	case err != nil && err != io.EOF:
		return nil, err
	case long:
		return nil, fmt.Errorf("line longer than %d bytes: %w", MaxLine, isnad.ErrTooLarge)
	case err == io.EOF && len(l.buf) == 0:
		return nil, io.EOF
	}
	return bytes.TrimRight(l.buf, "\r\n"), nil
}

// reportIn is a line in.
type reportIn struct {
	id        []byte // as written, a JSON string or number
	source    string
	published string
	title     string
	text      string
}

// parser reads lines of JSON. It reads a flat object of strings itself and
// leaves every other line to encoding/json, which takes some four times as long.
// What it returns is good until the next line.
type parser struct {
	buf []byte // unescaped strings
}

func (p *parser) parse(line []byte) (reportIn, error) {
	if in, ok := p.flat(line); ok {
		return in, nil
	}
	var in struct {
		ID        json.RawMessage `json:"id"`
		Source    string          `json:"source"`
		Published string          `json:"published"`
		Title     string          `json:"title"`
		Text      string          `json:"text"`
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return reportIn{}, fmt.Errorf("not a report: %w", err)
	}
	if len(in.ID) == 0 || string(in.ID) == "null" {
		return reportIn{}, errors.New("not a report: no id")
	}
	return reportIn{in.ID, in.Source, in.Published, in.Title, in.Text}, nil
}

// flat reads an object of strings, and tells whether the line is nothing else.
func (p *parser) flat(b []byte) (in reportIn, ok bool) {
	p.buf = p.buf[:0]
	b = skipBlank(b)
	if len(b) == 0 || b[0] != '{' {
		return in, false
	}
	b = skipBlank(b[1:])
	for {
		if len(b) == 0 || b[0] != '"' {
			return in, false
		}
		end := bytes.IndexByte(b[1:], '"') + 1
		if end <= 0 {
			return in, false
		}
		key := b[1:end]
		b = skipBlank(b[end+1:])
		if len(b) == 0 || b[0] != ':' {
			return in, false
		}
		b = skipBlank(b[1:])
		raw := b
		var val []byte
		if val, b, ok = p.str(b); !ok {
			return in, false
		}
		switch string(key) {
		case "id":
			in.id = raw[:len(raw)-len(b)]
		case "source":
			in.source = string(val)
		case "published":
			in.published = string(val)
		case "text":
			in.text = string(val)
		case "title":
			in.title = string(val)
		default:
			// encoding/json takes names in any case, and escaped ones.
			for _, known := range [...]string{"id", "source", "published", "title", "text"} {
				if strings.EqualFold(string(key), known) {
					return in, false
				}
			}
			if plain(key) < len(key) {
				return in, false
			}
		}
		b = skipBlank(b)
		if len(b) == 0 {
			return in, false
		}
		if b[0] == '}' {
			return in, len(skipBlank(b[1:])) == 0 && len(in.id) > 0
		}
		if b[0] != ',' {
			return in, false
		}
		b = skipBlank(b[1:])
	}
}

func skipBlank(b []byte) []byte {
	for len(b) > 0 && (b[0] == ' ' || b[0] == '\t' || b[0] == '\n' || b[0] == '\r') {
		b = b[1:]
	}
	return b
}

// str reads the JSON string that b begins with, and returns what it says and
// what follows it. What it says is a part of b or of p.buf.
func (p *parser) str(b []byte) (val, after []byte, ok bool) {
	if len(b) == 0 || b[0] != '"' {
		return nil, nil, false
	}
	b = b[1:]
	n := plain(b)
	if n == len(b) || b[n] < ' ' {
		return nil, nil, false
	}
	if b[n] == '"' {
		return b[:n], b[n+1:], true
	}
	from := len(p.buf)
	for {
		p.buf = append(p.buf, b[:n]...)
		b = b[n:]
		if len(b) == 0 || b[0] < ' ' {
			return nil, nil, false
		}
		if b[0] == '"' {
			return p.buf[from:], b[1:], true
		}
		if len(b) < 2 { // a backslash
			return nil, nil, false
		}
		c := b[1]
		b = b[2:]
		switch c {
		case '"', '\\', '/':
			p.buf = append(p.buf, c)
		case 'n':
			p.buf = append(p.buf, '\n')
		case 't':
			p.buf = append(p.buf, '\t')
		case 'r':
			p.buf = append(p.buf, '\r')
		case 'b':
			p.buf = append(p.buf, '\b')
		case 'f':
			p.buf = append(p.buf, '\f')
		case 'u':
			r, ok := hex4(b)
			if !ok {
				return nil, nil, false
			}
			b = b[4:]
			if utf16.IsSurrogate(r) {
				low := rune(0)
				if len(b) >= 6 && b[0] == '\\' && b[1] == 'u' {
					low, _ = hex4(b[2:])
				}
				if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
					b = b[6:]
				}
			}
			p.buf = utf8.AppendRune(p.buf, r)
		default:
			return nil, nil, false
		}
		n = plain(b)
	}
}

// plain is how many bytes of b stand for themselves in a JSON string.
func plain(b []byte) int {
	for i, c := range b {
		if c == '"' || c == '\\' || c < ' ' {
			return i
		}
	}
	return len(b)
}

func hex4(b []byte) (rune, bool) {
	if len(b) < 4 {
		return 0, false
	}
	r := rune(0)
	for _, c := range b[:4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// dayOf reads the forms in which data sets give a day, as days since 1970-01-01.
func dayOf(s string) (int32, bool) {
	s = strings.TrimSpace(s)
	for _, form := range [...]string{time.RFC3339, time.DateOnly, "1/2/2006", time.DateTime, time.RFC1123Z, time.RFC1123, "2 January 2006", "January 2, 2006", "Jan 2, 2006", "2 Jan 2006"} {
		if t, err := time.Parse(form, s); err == nil {
			if t = t.UTC(); t.Year() < isnad.FirstYear || t.Year() > isnad.LastYear {
				return 0, false
			}
			return int32(t.Unix() / 86400), true
		}
	}
	return 0, false
}
