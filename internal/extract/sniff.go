package extract

import (
	"bytes"
	"compress/gzip"
	"io"
	"mime"
	"path"
	"strings"
	"unicode/utf8"
)

// Sniff tells the form from the declared media type, the name and the first
// bytes (some 4 KiB are enough). What the bytes show goes before what was
// declared, because servers and file names are often wrong; what was declared
// decides between forms that look alike (text and Markdown).
func Sniff(mediaType, name string, head []byte) Form {
	if strings.HasPrefix(string(head), "WARC/") {
		return FormWARC
	}
	if isGzip(head) {
		if strings.HasPrefix(gunzipHead(head), "WARC/") {
			return FormWARC
		}
		return FormUnknown
	}
	if len(head) == 0 || binary(head) {
		return FormUnknown
	}
	start := bytes.TrimLeft(trimBOM(head), " \t\r\n\f")
	if len(start) == 0 {
		return FormText // only white space so far: Read says so if it goes on like that
	}
	switch start[0] {
	case '{':
		if isNinjs(start) {
			return FormNinjs
		}
		if bytes.Contains(start, []byte("jsonfeed.org/version")) {
			return FormFeed
		}
		return FormJSONL
	case '<':
		if f := sniffMarkup(start); f != "" {
			return f
		}
	}
	typ, _, _ := mime.ParseMediaType(mediaType)
	ext := strings.ToLower(path.Ext(name))
	switch {
	case typ == "text/markdown", typ == "text/x-markdown", ext == ".md", ext == ".markdown":
		return FormMarkdown
	case typ == "text/html", typ == "application/xhtml+xml", ext == ".html", ext == ".htm", ext == ".xhtml":
		return FormHTML
	case strings.HasSuffix(typ, "jsonlines"), typ == "application/x-ndjson", typ == "application/jsonl",
		ext == ".jsonl", ext == ".ndjson":
		return FormJSONL
	case typ == "application/rss+xml", typ == "application/atom+xml", typ == "application/feed+json":
		return FormFeed
	}
	return FormText
}

// sniffMarkup looks at the first elements of a text that starts with "<".
func sniffMarkup(start []byte) Form {
	s := strings.ToLower(string(start[:min(len(start), headSize)]))
	for s != "" {
		switch {
		case strings.HasPrefix(s, "<?"):
			_, s, _ = strings.Cut(s, ">")
		case strings.HasPrefix(s, "<!--"):
			_, s, _ = strings.Cut(s, "-->")
		case strings.HasPrefix(s, "<!doctype html"):
			return FormHTML
		case strings.HasPrefix(s, "<!doctype rss"), strings.HasPrefix(s, "<!doctype feed"):
			return FormFeed
		case strings.HasPrefix(s, "<!doctype"):
			// An unknown document type: what stands in it names the form.
			switch {
			case strings.Contains(s, "<rss"), strings.Contains(s, "<feed"), strings.Contains(s, "<rdf:rdf"):
				return FormFeed
			}
			return FormHTML
		default:
			return sniffElement(s)
		}
		s = strings.TrimLeft(s, " \t\r\n\f")
	}
	return ""
}

func sniffElement(s string) Form {
	if !strings.HasPrefix(s, "<") {
		return ""
	}
	end := strings.IndexAny(s[1:], " \t\r\n\f/>")
	if end < 0 {
		return ""
	}
	name := s[1 : 1+end]
	switch name {
	case "rss", "feed", "rdf:rdf", "channel", "atom:feed":
		return FormFeed
	case "html", "head", "body", "article", "main", "div", "p", "section", "title", "meta", "h1", "h2", "h3",
		"table", "script", "style", "link", "header", "span", "a", "b", "i", "em", "strong", "center", "font",
		"ul", "ol", "blockquote", "br", "img", "figure", "base":
		return FormHTML
	}
	return ""
}

// binary tells bytes that are no text from text. NUL bytes and other control
// characters are forgiven in small numbers, UTF-16 with its mark is text.
func binary(head []byte) bool {
	if bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF}) {
		return false
	}
	if magicName(head) != "" {
		return true
	}
	odd := 0
	for _, b := range head {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B || b == 0x7F {
			odd++
		}
	}
	return odd*20 > len(head)
}

var magics = []struct{ prefix, name string }{
	{"%PDF-", "a PDF document"},
	{"\x89PNG", "a PNG image"},
	{"\xFF\xD8\xFF", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"RIFF", "a RIFF file (WebP, AVI or WAV)"},
	{"PK\x03\x04", "a ZIP archive (WACZ, office document)"},
	{"PK\x05\x06", "an empty ZIP archive"},
	{"\x1F\x8B", "gzip-compressed bytes"},
	{"BZh", "bzip2-compressed bytes"},
	{"\x28\xB5\x2F\xFD", "zstd-compressed bytes"},
	{"\xFD7zXZ", "xz-compressed bytes"},
	{"7z\xBC\xAF", "a 7z archive"},
	{"Rar!", "a RAR archive"},
	{"\x7FELF", "a program"},
	{"MZ\x90", "a program"},
	{"SQLite format 3", "an SQLite database"},
	{"ID3", "an MP3 recording"},
	{"OggS", "an Ogg recording"},
	{"\x00\x00\x01\x00", "an icon"},
	{"\xD0\xCF\x11\xE0", "an old office document"},
	{"{\\rtf", "an RTF document"},
}

func magicName(head []byte) string {
	for _, m := range magics {
		if strings.HasPrefix(string(head[:min(len(head), 16)]), m.prefix) {
			return m.name
		}
	}
	if len(head) > 11 && string(head[4:8]) == "ftyp" {
		return "an MP4 film"
	}
	return ""
}

// describe names what bytes seem to be that no report can be read out of.
func describe(head []byte) string {
	if len(head) == 0 {
		return "an empty file"
	}
	if name := magicName(head); name != "" && !allZero(head) {
		return name
	}
	if allZero(head) {
		return "bytes that are all zero"
	}
	if !utf8.Valid(head) {
		return "binary bytes of an unknown kind"
	}
	return "bytes full of control characters"
}

func allZero(b []byte) bool { return len(bytes.Trim(b, "\x00")) == 0 }

func isGzip(head []byte) bool { return bytes.HasPrefix(head, []byte{0x1F, 0x8B, 8}) }

// gunzipHead unpacks the first bytes only: no bomb can be large here.
func gunzipHead(head []byte) string {
	z, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return ""
	}
	b := make([]byte, 16)
	n, _ := io.ReadFull(z, b) // cut short is expected; what came is enough
	return string(b[:n])
}

func trimBOM(b []byte) []byte { return bytes.TrimPrefix(b, []byte("\uFEFF")) }
