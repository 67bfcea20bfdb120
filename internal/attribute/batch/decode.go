package batch

import (
	"encoding/binary"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// decode reads a line in. Nearly every line is an object of plain strings, which
// is read here in one pass over its bytes. Whatever else a line may be, broken or
// only unusual, is left to encoding/json, so that what a line means and what is
// said of a broken one are the same by either way: a fuzz test holds them
// together.
func decode(line []byte, in *reportIn, d *decoder) error {
	if d.plain(line, in) {
		return nil
	}
	*in = reportIn{}
	return json.Unmarshal(line, in)
}

// decoder holds the memory that texts with escapes are put together in.
type decoder struct {
	buf []byte
}

// plain reads an object whose names are written without escapes and whose values
// are strings, or for the id a whole number. It gives up, with in half filled, on
// anything else.
func (d *decoder) plain(b []byte, in *reportIn) bool {
	if !utf8.Valid(b) {
		return false // encoding/json puts U+FFFD there
	}
	i := space(b, 0)
	if i >= len(b) || b[i] != '{' {
		return false
	}
	for first := true; ; first = false {
		if i = space(b, i+1); i >= len(b) {
			return false
		}
		if b[i] == '}' && first {
			break
		}
		if b[i] != '"' {
			return false
		}
		end := str(b, i+1)
		if end >= len(b) || b[end] != '"' {
			return false
		}
		name := b[i+1 : end]
		if i = space(b, end+1); i >= len(b) || b[i] != ':' {
			return false
		}
		if i = space(b, i+1); i >= len(b) {
			return false
		}
		var ok bool
		if i, ok = d.value(b, i, name, in); !ok {
			return false
		}
		if i = space(b, i); i >= len(b) {
			return false
		}
		if b[i] == '}' {
			break
		}
		if b[i] != ',' {
			return false
		}
	}
	return space(b, i+1) == len(b)
}

// value reads the value at byte i of the field name and returns where it ends.
func (d *decoder) value(b []byte, i int, name []byte, in *reportIn) (end int, ok bool) {
	var to *string
	switch string(name) {
	case "id":
		if b[i] != '"' {
			end = whole(b, i)
		} else if end, _, ok = d.text(b, i, false); !ok {
			return 0, false
		}
		in.ID = json.RawMessage(string(b[i:end]))
		return end, end > i
	case "source":
		to = &in.Source
	case "published":
		to = &in.Published
	case "title":
		to = &in.Title
	case "text":
		to = &in.Text
	default:
		// encoding/json takes a name in other letters ("Text") for the field's when
		// there is no better one. Only what cannot be meant so is passed over.
		if len(name) == 0 || mayBeField(name) || b[i] != '"' {
			return 0, false
		}
		end, _, ok = d.text(b, i, false)
		return end, ok
	}
	if b[i] != '"' {
		return 0, false
	}
	end, s, ok := d.text(b, i, true)
	*to = s
	return end, ok
}

// mayBeField tells whether a name could be one of the fields' in other letters.
// Beyond ASCII a letter's other case may be in it ("ſource"), so all are taken.
func mayBeField(name []byte) bool {
	for _, c := range name {
		if c >= utf8.RuneSelf {
			return true
		}
	}
	for _, f := range [...]string{"id", "source", "published", "title", "text"} {
		if len(f) == len(name) && strings.EqualFold(f, string(name)) {
			return true
		}
	}
	return false
}

// text reads the string whose opening quotation mark stands at i and returns where
// it ends, and what it says if that is wanted.
func (d *decoder) text(b []byte, i int, wanted bool) (end int, s string, ok bool) {
	from := i + 1
	i = str(b, from)
	if i < len(b) && b[i] == '"' {
		if wanted {
			s = string(b[from:i])
		}
		return i + 1, s, true
	}
	out := d.buf[:0]
	for {
		out = append(out, b[from:i]...)
		if i >= len(b) || b[i] == '"' {
			break
		}
		if b[i] != '\\' || i+1 >= len(b) {
			return 0, "", false // a control character
		}
		c := b[i+1]
		i += 2
		switch c {
		case '"', '\\', '/':
		case 'b':
			c = '\b'
		case 'f':
			c = '\f'
		case 'n':
			c = '\n'
		case 'r':
			c = '\r'
		case 't':
			c = '\t'
		case 'u':
			r, next := escaped(b, i)
			if next < 0 {
				return 0, "", false
			}
			out, i = utf8.AppendRune(out, r), next
			from = i
			i = str(b, i)
			continue
		default:
			return 0, "", false
		}
		out = append(out, c)
		from = i
		i = str(b, i)
	}
	d.buf = out
	if i >= len(b) {
		return 0, "", false
	}
	if wanted {
		s = string(out)
	}
	return i + 1, s, true
}

// escaped reads the four hexadecimal digits at i, and the second escape of a pair
// of surrogates. next is -1 for what is none, and for half a pair.
func escaped(b []byte, i int) (r rune, next int) {
	hi, ok := hex(b, i)
	switch {
	case !ok, hi >= 0xdc00 && hi < 0xe000:
		return 0, -1
	case hi < 0xd800 || hi >= 0xe000:
		return hi, i + 4
	}
	if i+6 > len(b) || b[i+4] != '\\' || b[i+5] != 'u' {
		return 0, -1
	}
	lo, ok := hex(b, i+6)
	if !ok || lo < 0xdc00 || lo >= 0xe000 {
		return 0, -1
	}
	return (hi-0xd800)<<10 + (lo - 0xdc00) + 0x10000, i + 10
}

func hex(b []byte, i int) (rune, bool) {
	if i+4 > len(b) {
		return 0, false
	}
	var r rune
	for _, c := range b[i : i+4] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = (c | 0x20) - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// whole returns the end of the whole number at i, i where there is none.
func whole(b []byte, i int) int {
	k := i
	for k < len(b) && '0' <= b[k] && b[k] <= '9' {
		k++
	}
	if k > i+1 && b[i] == '0' {
		return i // no JSON
	}
	return k
}

// str returns where the plain run of a string from byte i on ends: at a quotation
// mark, a backslash or a control character, or at the end.
func str(b []byte, i int) int {
	const each = 0x0101010101010101
	for ; i+8 <= len(b); i += 8 { // eight bytes at a time while none of them breaks it
		x := binary.LittleEndian.Uint64(b[i:])
		quote, escape := x^'"'*each, x^'\\'*each
		if ((quote-each)&^quote|(escape-each)&^escape|(x-' '*each)&^x)&(0x80*each) != 0 {
			break
		}
	}
	for i < len(b) && !breaks[b[i]] {
		i++
	}
	return i
}

// breaks marks the bytes that end a plain run of a string.
var breaks = func() (t [256]bool) {
	for c := range ' ' {
		t[c] = true
	}
	t['"'], t['\\'] = true, true
	return t
}()

// space returns the first byte from i on that is no white space.
func space(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r') {
		i++
	}
	return i
}
