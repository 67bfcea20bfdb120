package evidence

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"testing"

	"isnad"
)

func crc32Of(b []byte) uint32 { return crc32.ChecksumIEEE(b) }

// jpegComment puts a comment into a JPEG.
func jpegComment(b []byte, words string) []byte {
	seg := binary.BigEndian.AppendUint16([]byte{0xFF, 0xFE}, uint16(len(words)+2))
	return join(b[:2], seg, []byte(words), b[2:])
}

// pngText puts a text chunk before the end of a PNG.
func pngText(b []byte, words string) []byte {
	chunk := append([]byte("tEXtComment\x00"), words...)
	out := binary.BigEndian.AppendUint32(nil, uint32(len(chunk)-4))
	out = append(out, chunk...)
	out = binary.BigEndian.AppendUint32(out, crc32Of(chunk))
	return join(b[:len(b)-12], out, b[len(b)-12:])
}

// lyingZIP is a bomb that says it holds ten bytes.
func lyingZIP(t testing.TB, body []byte) []byte {
	b := zipOf(t, map[string][]byte{"a": body})
	i := bytes.Index(b, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(b[i+24:], 10)
	return b
}

// overlappingZIP lists one file twice, so that its bytes are unpacked twice: the
// way in which kilobytes give petabytes.
func overlappingZIP(t testing.TB) []byte {
	b := zipOf(t, map[string][]byte{"a": []byte("some bytes that are unpacked twice")})
	i, end := bytes.Index(b, []byte("PK\x01\x02")), bytes.Index(b, []byte("PK\x05\x06"))
	entry := b[i:end]
	second := bytes.Clone(entry)
	second[46] = 'b'
	out := join(b[:i], entry, second, b[end:])
	at := len(out) - 22
	binary.LittleEndian.PutUint16(out[at+8:], 2)
	binary.LittleEndian.PutUint16(out[at+10:], 2)
	binary.LittleEndian.PutUint32(out[at+12:], uint32(2*len(entry)))
	if z, err := zip.NewReader(bytes.NewReader(out), int64(len(out))); err != nil || len(z.File) != 2 {
		t.Fatalf("the sample is no archive of two files: %v", err)
	}
	return out
}

// FuzzLook holds that no bytes make Look or Copy panic or fail with another error
// than a refusal, and that what a copy is made of is small enough.
func FuzzLook(f *testing.F) {
	for _, b := range [][]byte{
		jpegOf(f, 20, 10), pngOf(f, 20, 10), gifOf(f), withEXIF(jpegOf(f, 20, 10), 6, "x"),
		zipOf(f, map[string][]byte{"a": []byte("x")}), overlappingZIP(f), gzipOf([]byte("x")),
		[]byte("%PDF-1.4"), []byte("RIFF\x24\x00\x00\x00WEBPVP8L\x18\x00\x00\x00"), []byte("MZ"), []byte("\xFF\xD8\xFF\xE1\x00"),
	} {
		f.Add(b)
	}
	bounds := Default()
	bounds.Size, bounds.Unpacked, bounds.Shown = 1<<20, 4<<20, 1<<20
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := Look(b, bounds)
		if err != nil && !errors.Is(err, isnad.ErrRefused) {
			t.Fatalf("Look: %v", err)
		}
		p, cerr := Copy(b, bounds)
		if cerr != nil && !errors.Is(cerr, isnad.ErrRefused) {
			t.Fatalf("Copy: %v", cerr)
		}
		if cerr == nil && (err != nil || !file.Shown || p.Width > bounds.Edge || p.Height > bounds.Edge) {
			t.Fatalf("a copy of what is not shown: %+v", file)
		}
	})
}

// FuzzName holds that names do no harm in a header, a path or a page.
func FuzzName(f *testing.F) {
	f.Add("a/b\\c\r\n\u202E.exe")
	f.Fuzz(func(t *testing.T, s string) {
		n := Name(s)
		if bytes.ContainsAny([]byte(n), "/\\\"<>\r\n\x00") || n == "." || n == ".." || len([]rune(n)) > maxName || Name(n) != n {
			t.Fatalf("Name(%q) = %q", s, n)
		}
	})
}
