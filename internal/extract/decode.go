package extract

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns bytes of any charset into valid UTF-8 and says what it had to
// guess or replace. The charset is that of the byte order mark, of the declared media type, of
// a meta element (HTML only), else UTF-8, else a guess between the
// windows code pages for Arabic, Cyrillic and Latin letters.
func decode(raw []byte, mediaType string, markup bool) (string, []string) {
	var doubts []string
	enc, name, sure := declaredEncoding(raw, mediaType, markup)
	switch {
	case !sure && utf8.Valid(raw):
		return clean(string(trimBOM(raw))), nil
	case !sure && mostlyUTF8(raw):
		name, enc = "utf-8", nil
	case !sure:
		enc, name = guessEncoding(raw)
		doubts = append(doubts, "the charset is not declared; read as "+name)
	}
	if name == "utf-8" || enc == nil || enc == encoding.Nop {
		raw = trimBOM(raw)
		if n := invalidBytes(raw); n > 0 {
			doubts = append(doubts, fmt.Sprintf("%d bytes are not valid UTF-8; U+FFFD stands in their place", n))
		}
		return clean(strings.ToValidUTF8(string(raw), "\uFFFD")), doubts
	}
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		doubts = append(doubts, fmt.Sprintf("decoding from %s: %v; read as UTF-8", name, err))
		out = raw
	}
	return clean(strings.ToValidUTF8(string(trimBOM(out)), "\uFFFD")), doubts
}

// declaredEncoding is what the bytes or their sender declare; sure is false when
// nothing does.
func declaredEncoding(raw []byte, mediaType string, markup bool) (encoding.Encoding, string, bool) {
	switch {
	case bytes.HasPrefix(raw, []byte("\uFEFF")):
		return nil, "utf-8", true
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16", true
	}
	if _, label, ok := strings.Cut(strings.ToLower(mediaType), "charset="); ok {
		label, _, _ = strings.Cut(label, ";")
		if e, name := charset.Lookup(strings.Trim(label, " \"'")); e != nil {
			return e, name, true
		}
	}
	if !markup {
		return nil, "", false
	}
	head := raw[:min(len(raw), 1024)]
	if e, name, sure := charset.DetermineEncoding(head, "text/html"); sure || name != "windows-1252" && name != "utf-8" {
		return e, name, true
	}
	// A valid UTF-8 page may declare its charset late or wrongly name another:
	// the meta element within the first kilobyte is the only one that counts.
	return nil, "", false
}

// mostlyUTF8 tells a UTF-8 text with some broken bytes from one in another charset.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good >= 2*bad || good+bad == bad && bad < 3
}

// guessEncoding weighs the bytes above 127: in windows-1256 and windows-1251
// nearly all letters of a text stand there, in windows-1252 only a few.
func guessEncoding(raw []byte) (encoding.Encoding, string) {
	letters, high, arabic := 0, 0, 0
	for _, b := range raw {
		switch {
		case b >= 0x80:
			high++
			if b == 0xC7 || b == 0xE1 { // alef and lam, by far the most frequent in Arabic
				arabic++
			}
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z':
			letters++
		}
	}
	switch {
	case high < letters/2:
		return charmap.Windows1252, "windows-1252"
	case arabic*8 > high:
		return charmap.Windows1256, "windows-1256"
	}
	return charmap.Windows1251, "windows-1251"
}

func invalidBytes(raw []byte) int {
	n := 0
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		if r == utf8.RuneError && size == 1 {
			n++
		}
		raw = raw[size:]
	}
	return n
}

// clean drops what no text needs: NUL and other control characters. Bidirectional
// controls stay, they belong to the text.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == '\v', r == '\f', r == '\u2028', r == '\u2029', r == '\u0085':
			return '\n'
		case r == '\n', r == '\t':
			return r
		case r < 0x20, r >= 0x7F && r < 0xA0, r == '\uFEFF', r == '\u00AD':
			return -1
		}
		return r
	}, s)
}
