package evidence

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// magic is how a kind of file begins, and what follows from it.
type magic struct {
	prefix    string
	offset    int
	mediaType string
	kind      Kind
	decodes   bool   // this program can decode the picture
	archive   bool   // holds files that have to be counted
	refused   string // why files of the kind are not taken
}

const (
	noPrograms = "The file is a program. Programs are not taken as evidence."
	noPacking  = "The file is packed in a way that cannot be looked into. Please pack it as ZIP, or hand in the files one by one."
)

// magics are tried in this order.
var magics = []magic{
	{prefix: "\xFF\xD8\xFF", mediaType: "image/jpeg", kind: KindPicture, decodes: true},
	{prefix: "\x89PNG\r\n\x1A\n", mediaType: "image/png", kind: KindPicture, decodes: true},
	{prefix: "GIF87a", mediaType: "image/gif", kind: KindPicture, decodes: true},
	{prefix: "GIF89a", mediaType: "image/gif", kind: KindPicture, decodes: true},
	{prefix: "WEBPVP8", offset: 8, mediaType: "image/webp", kind: KindPicture, decodes: true},
	{prefix: "II*\x00", mediaType: "image/tiff", kind: KindPicture},
	{prefix: "MM\x00*", mediaType: "image/tiff", kind: KindPicture},
	{prefix: "ftypheic", offset: 4, mediaType: "image/heic", kind: KindPicture},
	{prefix: "ftypheix", offset: 4, mediaType: "image/heic", kind: KindPicture},
	{prefix: "ftypmif1", offset: 4, mediaType: "image/heif", kind: KindPicture},
	{prefix: "ftypavif", offset: 4, mediaType: "image/avif", kind: KindPicture},
	{prefix: "ftypM4A ", offset: 4, mediaType: "audio/mp4", kind: KindSound},
	{prefix: "ftypqt  ", offset: 4, mediaType: "video/quicktime", kind: KindFilm},
	{prefix: "ftyp3g", offset: 4, mediaType: "video/3gpp", kind: KindFilm},
	{prefix: "ftyp", offset: 4, mediaType: "video/mp4", kind: KindFilm},
	{prefix: "\x1A\x45\xDF\xA3", mediaType: "video/webm", kind: KindFilm},
	{prefix: "AVI ", offset: 8, mediaType: "video/x-msvideo", kind: KindFilm},
	{prefix: "WAVE", offset: 8, mediaType: "audio/wav", kind: KindSound},
	{prefix: "ID3", mediaType: "audio/mpeg", kind: KindSound},
	{prefix: "\xFF\xFB", mediaType: "audio/mpeg", kind: KindSound},
	{prefix: "OggS", mediaType: "audio/ogg", kind: KindSound},
	{prefix: "fLaC", mediaType: "audio/flac", kind: KindSound},
	{prefix: "#!AMR", mediaType: "audio/amr", kind: KindSound},
	{prefix: "%PDF-", mediaType: "application/pdf", kind: KindDocument},
	{prefix: "{\\rtf", mediaType: "application/rtf", kind: KindDocument},
	{prefix: "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", mediaType: "application/x-ole-storage", kind: KindDocument},
	{prefix: "PK\x03\x04", mediaType: "application/zip", kind: KindArchive, archive: true},
	{prefix: "PK\x05\x06", mediaType: "application/zip", kind: KindArchive, archive: true},
	{prefix: "\x1F\x8B\x08", mediaType: "application/gzip", kind: KindArchive, archive: true},
	{prefix: "WARC/", mediaType: "application/warc", kind: KindText},
	{prefix: "SQLite format 3\x00", mediaType: "application/vnd.sqlite3", kind: KindOther},

	{prefix: "PK\x07\x08", refused: noPacking}, // a part of an archive that was split
	{prefix: "BZh", refused: noPacking},
	{prefix: "\x28\xB5\x2F\xFD", refused: noPacking},
	{prefix: "\xFD7zXZ\x00", refused: noPacking},
	{prefix: "7z\xBC\xAF\x27\x1C", refused: noPacking},
	{prefix: "Rar!\x1A\x07", refused: noPacking},
	{prefix: "\x04\x22\x4D\x18", refused: noPacking},
	{prefix: "LZIP", refused: noPacking},
	{prefix: "MSCF", refused: noPacking},
	{prefix: "ustar", offset: 257, refused: noPacking},
	{prefix: "\x7FELF", refused: noPrograms},
	{prefix: "\xCA\xFE\xBA\xBE", refused: noPrograms},
	{prefix: "\xFE\xED\xFA\xCE", refused: noPrograms},
	{prefix: "\xFE\xED\xFA\xCF", refused: noPrograms},
	{prefix: "\xCE\xFA\xED\xFE", refused: noPrograms},
	{prefix: "\xCF\xFA\xED\xFE", refused: noPrograms},
	{prefix: "\x00asm", refused: noPrograms},
	{prefix: "L\x00\x00\x00\x01\x14\x02\x00", refused: noPrograms}, // a shortcut that starts one
	{prefix: "#!/", refused: noPrograms},
}

func (m magic) is(b []byte) bool {
	return len(b) >= m.offset && bytes.HasPrefix(b[m.offset:], []byte(m.prefix))
}

// recognise tells what the bytes begin like. It never fails: what is not known
// is "application/octet-stream".
func recognise(b []byte) magic {
	for _, m := range magics {
		if m.is(b) {
			return m
		}
	}
	// "MZ" alone begins many a text; a program has the offset of its header too.
	if bytes.HasPrefix(b, []byte("MZ")) && !isText(b) {
		return magic{refused: noPrograms}
	}
	if isText(b) {
		return magic{mediaType: textType(b), kind: KindText}
	}
	return magic{mediaType: "application/octet-stream", kind: KindOther}
}

// isText tells UTF-8 or UTF-16 text from other bytes, by all of them: a text that
// turns into something else later is none.
func isText(b []byte) bool {
	if bytes.HasPrefix(b, []byte{0xFF, 0xFE}) || bytes.HasPrefix(b, []byte{0xFE, 0xFF}) {
		return len(b)%2 == 0 && !bytes.Contains(b, []byte{0, 0, 0, 0})
	}
	if !utf8.Valid(b) {
		return isLegacyText(b)
	}
	for _, c := range b {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B {
			return false
		}
	}
	return true
}

// isLegacyText forgives bytes above 0x7F, which texts in windows-1256 are full
// of, and no control characters.
func isLegacyText(b []byte) bool {
	plain := 0
	for _, c := range b {
		switch {
		case c == '\t', c == '\n', c == '\r', c >= 0x20 && c < 0x7F:
			plain++
		case c < 0x20 || c == 0x7F:
			return false
		}
	}
	return plain*10 >= len(b) // spaces and line ends at least
}

func textType(b []byte) string {
	start := bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\uFEFF")), " \t\r\n\f")
	head := strings.ToLower(string(start[:min(len(start), 1024)]))
	switch {
	case strings.HasPrefix(head, "<svg"), strings.HasPrefix(head, "<?xml") && strings.Contains(head, "<svg"):
		return "image/svg+xml" // a text with scripts in it, never shown as a picture
	case strings.HasPrefix(head, "<!doctype html"), strings.HasPrefix(head, "<html"), strings.HasPrefix(head, "<head"), strings.HasPrefix(head, "<body"), strings.HasPrefix(head, "<script"):
		return "text/html"
	case strings.HasPrefix(head, "<?xml"):
		return "application/xml"
	case strings.HasPrefix(head, "{"), strings.HasPrefix(head, "["):
		if json.Valid(b) {
			return "application/json"
		}
	}
	return "text/plain"
}
