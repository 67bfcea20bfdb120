package evidence

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
)

// A browser looks at so many bytes when it guesses what a file is.
const guessed = 1024

const twoThings = "The file is two things at once: %s and %s. Please hand in a plain copy of it."

// alsoSomethingElse refuses polyglots: bytes that one program takes for a
// picture and another for an archive, a document or a page with scripts. It only
// asks for what makes the file harmful; the maker of a phone may put a film
// behind a picture, and such a picture is taken with a doubt.
func alsoSomethingElse(b []byte, m magic, f *File) error {
	what := kindWords(m)
	if m.mediaType != "application/zip" && endsAsZIP(b) {
		return refuse(twoThings, what, "a ZIP archive")
	}
	head := b[:min(len(b), guessed)]
	if m.kind != KindText && m.mediaType != "application/pdf" && !m.archive && bytes.Contains(head, []byte("%PDF-")) {
		return refuse(twoThings, what, "a PDF document")
	}
	if m.kind == KindPicture || m.kind == KindFilm || m.kind == KindSound {
		if name := markup(head); name != "" {
			return refuse(twoThings, what, "a page with "+name)
		}
	}
	if m.kind != KindPicture {
		return nil
	}
	end, ok := pictureEnd(b, m.mediaType)
	if !ok || end >= len(b) {
		return nil
	}
	rest := bytes.Trim(b[end:], "\x00 \t\r\n\xFF")
	if len(rest) == 0 {
		return nil
	}
	if other := recognise(rest); other.refused != "" || other.archive || other.mediaType == "application/pdf" {
		return refuse(twoThings, what, "something packed behind it")
	}
	if markup(rest) != "" || len(rest) > 8 && isText(rest) {
		return refuse(twoThings, what, "a text behind it")
	}
	f.Doubts = append(f.Doubts, fmt.Sprintf("%d bytes stand behind the end of the picture.", len(b)-end))
	return nil
}

// endsAsZIP tells whether a reader of ZIP files, which looks at the end, finds
// files in the bytes.
func endsAsZIP(b []byte) bool {
	tail := b[max(0, len(b)-(1<<16)-22):]
	if !bytes.Contains(tail, []byte("PK\x05\x06")) {
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	return err == nil && len(z.File) > 0
}

// markup names what a browser would take for a page.
func markup(b []byte) string {
	low := strings.ToLower(string(b))
	for _, m := range []struct{ in, name string }{
		{"<script", "a script"}, {"<html", "markup"}, {"<!doctype html", "markup"}, {"<svg", "markup"},
		{"<iframe", "markup"}, {"<?php", "a script"}, {"javascript:", "a script"},
	} {
		if strings.Contains(low, m.in) {
			return m.name
		}
	}
	return ""
}

func kindWords(m magic) string {
	switch m.kind {
	case KindPicture:
		return "a picture"
	case KindFilm:
		return "a film"
	case KindSound:
		return "a sound"
	case KindText:
		return "a text"
	case KindDocument:
		return "a document"
	}
	return "a file"
}

// pictureEnd is where the picture ends by its own format; false where that is
// not to be told, as of one that was cut off.
func pictureEnd(b []byte, mediaType string) (int, bool) {
	switch mediaType {
	case "image/jpeg":
		return jpegEnd(b)
	case "image/png":
		return pngEnd(b)
	case "image/gif":
		return gifEnd(b)
	case "image/webp":
		n := int64(binary.LittleEndian.Uint32(b[4:])) + 8
		return int(min(n+n%2, int64(len(b)))), n <= int64(len(b))
	}
	return 0, false
}

func jpegEnd(b []byte) (int, bool) { return jpegSegments(b, func(byte, []byte) {}) }

// jpegSegments walks the segments, each with its length, and the coded pixels between
// them, in which 0xFF is always followed by 0 or a restart. It gives visit the marker of
// each and what stands in it, and returns where the picture ends.
func jpegSegments(b []byte, visit func(marker byte, body []byte)) (int, bool) {
	i := 2
	for i+1 < len(b) {
		if b[i] != 0xFF {
			i++ // coded pixels
			continue
		}
		switch c := b[i+1]; {
		case c == 0xD9:
			return i + 2, true
		case c == 0xFF:
			i++
		case c == 0 || c == 1 || c >= 0xD0 && c <= 0xD8:
			i += 2
		default:
			if i+4 > len(b) {
				return 0, false
			}
			next := i + 2 + int(binary.BigEndian.Uint16(b[i+2:]))
			visit(c, b[min(i+4, len(b)):min(max(next, i+4), len(b))])
			i = next
		}
	}
	return 0, false
}

func pngEnd(b []byte) (int, bool) {
	for i := int64(8); i+12 <= int64(len(b)); {
		next := i + 12 + int64(binary.BigEndian.Uint32(b[i:]))
		if string(b[i+4:i+8]) == "IEND" {
			return int(min(next, int64(len(b)))), true
		}
		i = next
	}
	return 0, false
}

func gifEnd(b []byte) (int, bool) {
	if len(b) < 13 {
		return 0, false
	}
	i := 13 + colours(b[10])
	for i < len(b) {
		switch b[i] {
		case 0x3B:
			return i + 1, true
		case 0x21:
			i += 2
		case 0x2C:
			if i+10 > len(b) {
				return 0, false
			}
			i += 11 + colours(b[i+9])
		default:
			return 0, false
		}
		for i < len(b) && b[i] != 0 { // blocks, each with its length, until an empty one
			i += 1 + int(b[i])
		}
		i++
	}
	return 0, false
}

// colours is the length of a GIF's colour table, told by the byte that announces it.
func colours(packed byte) int {
	if packed&0x80 == 0 {
		return 0
	}
	return 3 << (packed&7 + 1)
}
