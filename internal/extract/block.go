package extract

import (
	"strings"
	"time"
	"unicode"

	"isnad"
)

// page is a document on its way from bytes to reports.
type page struct {
	blocks  []block
	matter  []block      // next to the stories: searched for credits, terms and notes
	foot    []block      // elsewhere on the page: searched for terms and notes
	origins []isnad.Link // what the metadata name as the origin of the story
	stories []marked     // when the page marks several articles; blocks is empty then
	meta    metadata
	lang    string // as declared, BCP 47
	open    bool   // no heading of its own stands over the body, or that of a collection
	media   []isnad.Media
	doubts  []string
}

// metadata is what a format says of a document by itself.
type metadata struct {
	title     string
	site      string
	authors   []string
	agency    string
	published time.Time
	changed   time.Time
	canonical string
	terms     string
	place     string // date line's place, where the format has a field for it
}

type blockKind int

const (
	blockText    blockKind = iota
	blockHeading           // marked as one
	blockRule              // a line that parts, <hr>
	blockItem              // of a list
)

// block is one paragraph, heading or list item as the page prints it.
type block struct {
	kind   blockKind
	level  int      // of a heading, 1 to 6
	signed bool     // marked by the page as the line that names its author or source
	lines  []string // trimmed, none empty
	gap    int      // empty lines before it, in plain text
	links  []isnad.Link
	media  []isnad.Media
}

// text joins the lines of a block with spaces.
func (b *block) text() string { return strings.Join(b.lines, " ") }

// squeeze makes every run of white space one space and trims the ends.
func squeeze(s string) string { return strings.Join(strings.FieldsFunc(s, isSpace), " ") }

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u200B' || r == '\u00A0' }

// unmark drops what stands between letters without being read: direction marks,
// tatweel and Arabic vowel signs. Patterns are compared on the result, texts keep theirs.
func unmark(s string) string {
	if strings.IndexFunc(s, unread) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unread(r) {
			return -1
		}
		return r
	}, s)
}

func unread(r rune) bool {
	return r >= '\u200B' && r <= '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' ||
		r == '\u0640' || r >= '\u064B' && r <= '\u0652' || r == '\u061C'
}

// fold makes words comparable: lower case, one form of alef, ya and ta marbuta,
// Latin digits, no marks.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unread(r):
			return -1
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '۰' && r <= '۹':
			return '0' + r - '۰'
		}
		switch r {
		case 'أ', 'إ', 'آ', 'ٱ':
			return 'ا'
		case 'ى', 'ی':
			return 'ي'
		case 'ة':
			return 'ه'
		case 'ک':
			return 'ك'
		case '’', '‘', 'ʼ', '`':
			return '\''
		}
		return unicode.ToLower(r)
	}, s)
}

func isArabic(r rune) bool { return r >= 0x0600 && r <= 0x06FF || r >= 0x0750 && r <= 0x077F }

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
