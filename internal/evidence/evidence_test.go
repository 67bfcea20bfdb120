package evidence

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"isnad"
)

// made is a picture of w by h whose left upper corner is red and the rest blue.
func made(w, h int) image.Image {
	p := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.NRGBA{0, 0, 200, 255}, color.NRGBA{220, 0, 0, 255}})
	for y := range h / 2 {
		for x := range w / 2 {
			p.SetColorIndex(x, y, 1)
		}
	}
	return p
}

func jpegOf(t testing.TB, w, h int) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, made(w, h), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, w, h int) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, made(w, h)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifOf(t testing.TB) []byte {
	var b bytes.Buffer
	if err := gif.Encode(&b, made(30, 20), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withEXIF puts an EXIF segment with an orientation and a telling text into a JPEG.
func withEXIF(b []byte, orientation uint16, words string) []byte {
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	tiff = binary.BigEndian.AppendUint16(tiff, orientation)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	body := append(append([]byte("Exif\x00\x00"), tiff...), words...)
	seg := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(body)+2))
	return append(append(append([]byte{}, b[:2]...), append(seg, body...)...), b[2:]...)
}

func zipOf(t testing.TB, files map[string][]byte) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, body := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	z.Close()
	return b.Bytes()
}

func gzipOf(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

func TestLookTakes(t *testing.T) {
	for _, c := range []struct {
		name   string
		b      []byte
		want   string
		kind   Kind
		shown  bool
		doubts int
	}{
		{"photograph", jpegOf(t, 40, 30), "image/jpeg", KindPicture, true, 0},
		{"photograph with a film behind it, as phones make them", join(jpegOf(t, 40, 30), []byte("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00\x01\x02\x03")), "image/jpeg", KindPicture, true, 1},
		{"screenshot", pngOf(t, 40, 30), "image/png", KindPicture, true, 0},
		{"drawing", gifOf(t), "image/gif", KindPicture, true, 0},
		{"picture that nobody here decodes", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "image/heic", KindPicture, false, 0},
		{"film", []byte("\x00\x00\x00\x18ftypisom\x00\x00\x02\x00"), "video/mp4", KindFilm, false, 0},
		{"voice message", []byte("OggS\x00\x02\x00\x00OpusHead"), "audio/ogg", KindSound, false, 0},
		{"document", []byte("%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF"), "application/pdf", KindDocument, false, 0},
		{"document that runs", []byte("%PDF-1.7\n1 0 obj <</S /JavaScript /JS (x)>> endobj\n%%EOF"), "application/pdf", KindDocument, false, 1},
		{"letter", zipOf(t, map[string][]byte{"word/document.xml": []byte("<w/>"), "[Content_Types].xml": []byte("<t/>")}), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", KindDocument, false, 0},
		{"pictures in an archive", zipOf(t, map[string][]byte{"a.jpg": jpegOf(t, 9, 9), "b/c.txt": []byte("by the mill")}), "application/zip", KindArchive, false, 0},
		{"an archive in an archive", zipOf(t, map[string][]byte{"a.zip": zipOf(t, map[string][]byte{"b.txt": []byte("x")})}), "application/zip", KindArchive, false, 0},
		{"packed text", gzipOf([]byte("WARC/1.1\r\n")), "application/gzip", KindArchive, false, 0},
		{"table", []byte("day,killed\n2019-03-04,3\n"), "text/plain", KindText, false, 0},
		{"Arabic in windows-1256", []byte("\xc7\xe1\xd1\xde\xc9 \xc7\xe1\xed\xe6\xe3\n\xca\xc7\xd1\xed\xce "), "text/plain", KindText, false, 0},
		{"page", []byte(" <!DOCTYPE html><script>alert(1)</script>"), "text/html", KindText, false, 0},
		{"drawing with scripts", []byte("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "image/svg+xml", KindText, false, 0},
		{"text that unpacks in some programs", []byte("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'lol'>]><l>&a;</l>"), "application/xml", KindText, false, 1},
		{"numbers", []byte(`{"lat":35.9}`), "application/json", KindText, false, 0},
		{"anything", []byte{1, 2, 3, 0, 4}, "application/octet-stream", KindOther, false, 0},
	} {
		f, err := Look(c.b, Default())
		if err != nil {
			t.Errorf("%s: refused: %v", c.name, err)
			continue
		}
		if f.MediaType != c.want || f.Kind != c.kind || f.Shown != c.shown || len(f.Doubts) != c.doubts {
			t.Errorf("%s: %+v", c.name, f)
		}
	}
}

func TestLookRefuses(t *testing.T) {
	zeros := make([]byte, 8<<20)
	photo, payload := jpegOf(t, 40, 30), zipOf(t, map[string][]byte{"run.txt": []byte("x")})
	huge := pngOf(t, 2, 2)
	copy(huge[16:], []byte{0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF}) // says 65535 × 65535
	crc := crc32Of(huge[12:29])
	binary.BigEndian.PutUint32(huge[29:], crc)
	nested := []byte("x")
	for i := range 6 {
		nested = zipOf(t, map[string][]byte{fmt.Sprintf("%d.zip", i): nested})
	}
	many := map[string][]byte{}
	for i := range 2100 {
		many[fmt.Sprint(i)] = nil
	}
	for _, c := range []struct {
		name  string
		b     []byte
		words string
		large bool
	}{
		{"nothing", nil, "empty", false},
		{"too large", make([]byte, 25<<20+1), "larger than 25 MB", true},
		{"zip bomb", zipOf(t, map[string][]byte{"a": zeros}), "unpacks to far more", true},
		{"gzip bomb", gzipOf(zeros), "unpacks to far more", true},
		{"bomb within an archive", zipOf(t, map[string][]byte{"photo.jpg": photo, "a.gz": gzipOf(gzipOf(zeros))}), "unpacks to far more", true},
		{"bomb whose header lies about its size", lyingZIP(t, zeros), "", false},
		{"files that lie over each other", overlappingZIP(t), "lie over each other", false},
		{"archives without end", nested, "deep", true},
		{"too many files", zipOf(t, many), "more than 2000 files", true},
		{"leads out of the folder", zipOf(t, map[string][]byte{"../../etc/cron": []byte("x")}), "leads out", false},
		{"program", []byte("\x7FELF\x02\x01\x01"), "program", false},
		{"script", []byte("#!/bin/sh\nrm -r ~"), "program", false},
		{"program in an archive", zipOf(t, map[string][]byte{"a.jpg": []byte("\x7FELF\x02\x01\x01")}), "program", false},
		{"packed otherwise", []byte("7z\xBC\xAF\x27\x1C\x00\x04"), "looked into", false},
		{"fills the memory", huge, "65535 × 65535", true},
		{"only begins like a picture", []byte("\xFF\xD8\xFFhello"), "cannot be read", false},
		{"photograph and archive", join(photo, payload), "two things", false},
		{"screenshot and archive", join(pngOf(t, 9, 9), payload), "two things", false},
		{"drawing and archive", join(gifOf(t), payload), "two things", false},
		{"text and archive", join([]byte("hello\n"), payload), "two things", false},
		{"document and archive", join([]byte("%PDF-1.7\n"), payload), "two things", false},
		{"photograph and page", withEXIF(photo, 1, "<script>alert(1)</script>"), "two things", false},
		{"photograph with a page behind it", join(photo, []byte("<html><body onload=alert(1)>")), "two things", false},
		{"drawing that is a script", join(gifOf(t), []byte("*/=1;alert(document.cookie)//")), "two things", false},
		{"photograph and document", withEXIF(photo, 1, "%PDF-1.4"), "two things", false},
		{"photograph with an archive of another kind", join(photo, []byte("Rar!\x1A\x07\x01\x00")), "two things", false},
	} {
		f, err := Look(c.b, Default())
		var r *RefusedError
		if !errors.As(err, &r) || !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("%s: not refused: %+v, %v", c.name, f, err)
			continue
		}
		if !strings.Contains(err.Error(), c.words) || errors.Is(err, isnad.ErrTooLarge) != c.large {
			t.Errorf("%s: %v (too large: %v)", c.name, err, r.Large)
		}
	}
}

// TestCopyKeepsNothing protects people in danger: where and with what a picture
// was taken must not be in what others see, wherever it stood in the file.
func TestCopyKeepsNothing(t *testing.T) {
	const secret = "35.9306N 36.6339E taken by Layla"
	for name, b := range map[string][]byte{
		"EXIF":         withEXIF(jpegOf(t, 40, 30), 1, secret),
		"comment":      jpegComment(jpegOf(t, 40, 30), secret),
		"behind":       join(jpegOf(t, 40, 30), []byte("\x00\x00\x00\x18ftypmp42"), []byte(secret)),
		"PNG text":     pngText(pngOf(t, 40, 30), secret),
		"GIF":          gifOf(t),
		"plain":        pngOf(t, 40, 30),
		"one by three": pngOf(t, 1, 3),
	} {
		p, err := Copy(b, Default())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if bytes.Contains(p.Bytes, []byte("Layla")) || bytes.Contains(p.Bytes, []byte("Exif")) {
			t.Errorf("%s: the copy holds what stood beside the pixels", name)
		}
		c, kind, err := image.DecodeConfig(bytes.NewReader(p.Bytes))
		if err != nil || "image/"+kind != p.MediaType || c.Width != p.Width || c.Height != p.Height {
			t.Errorf("%s: %s %dx%d is no such picture: %v", name, p.MediaType, p.Width, p.Height, err)
		}
		if f, err := Look(p.Bytes, Default()); err != nil || len(f.Doubts) > 0 {
			t.Errorf("%s: the copy itself is doubted: %v %v", name, f.Doubts, err)
		}
	}
}

// TestCopyTurns: a copy without EXIF must stand as the original was shown.
func TestCopyTurns(t *testing.T) {
	// Where the red corner, left upper in the file, is to be seen.
	for o, want := range map[uint16][2]bool{1: {false, false}, 2: {true, false}, 3: {true, true}, 4: {false, true}, 5: {false, false}, 6: {true, false}, 7: {true, true}, 8: {false, true}, 9: {false, false}} {
		p, err := Copy(withEXIF(jpegOf(t, 64, 32), o, ""), Default())
		if err != nil {
			t.Fatal(err)
		}
		if lies := o >= 5 && o <= 8; lies != (p.Height == 64) {
			t.Errorf("orientation %d: %d × %d", o, p.Width, p.Height)
		}
		m, _, _ := image.Decode(bytes.NewReader(p.Bytes))
		x, y := 4, 4
		if want[0] {
			x = p.Width - 5
		}
		if want[1] {
			y = p.Height - 5
		}
		if r, _, b, _ := m.At(x, y).RGBA(); r < b {
			t.Errorf("orientation %d: the corner is not red at %d,%d", o, x, y)
		}
	}
}

func TestCopyBounds(t *testing.T) {
	b := Default()
	b.Edge = 10
	p, err := Copy(pngOf(t, 400, 4), b)
	if err != nil || p.Width != 10 || p.Height != 1 {
		t.Errorf("%d × %d, %v; want 10 × 1", p.Width, p.Height, err)
	}
	b.Shown = 1000
	if _, err := Copy(pngOf(t, 400, 4), b); !errors.Is(err, isnad.ErrRefused) {
		t.Errorf("a picture of too many pixels is decoded: %v", err)
	}
	cut := jpegOf(t, 400, 300)
	if _, err := Copy(cut[:len(cut)/4], Default()); err != nil && !errors.Is(err, isnad.ErrRefused) {
		t.Errorf("a damaged picture: %v", err)
	}
}

func TestName(t *testing.T) {
	for in, want := range map[string]string{
		"photo.jpg":                        "photo.jpg",
		"../../etc/passwd":                 "passwd",
		`C:\Users\layla\photo.jpg`:         "photo.jpg",
		"صورة ١.jpg":                       "صورة ١.jpg",
		"photo\u202Egpj.exe":               "photogpj.exe",
		"a\r\nSet-Cookie: x=1":             "aSet-Cookie_ x=1",
		`"><script>alert(1)</script>.png`:  "script_.png",
		"  . hidden . ":                    "hidden",
		"":                                 "",
		"..":                               "",
		strings.Repeat("ع", 300) + ".docx": strings.Repeat("ع", 114) + "….docx",
	} {
		if got := Name(in); got != want {
			t.Errorf("Name(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestExcerpt(t *testing.T) {
	got, more := Excerpt([]byte("one\r\ntwo\u202Ethree\x00\xFF"), 100)
	if got != "one\ntwo�three��" || more {
		t.Errorf("%q %v", got, more)
	}
	if got, more := Excerpt([]byte("مرحبا"), 2); got != "مر" || !more {
		t.Errorf("%q %v", got, more)
	}
}

// A copy is offered of pictures that can be decoded, whatever else calls itself one.
func TestDecodes(t *testing.T) {
	for mediaType, want := range map[string]bool{"image/jpeg": true, "image/png": true, "image/gif": true, "image/webp": true,
		"image/svg+xml": false, "image/tiff": false, "image/heic": false, "image/avif": false, "application/pdf": false, "": false} {
		if got := Decodes(mediaType); got != want {
			t.Errorf("%q: %v", mediaType, got)
		}
	}
}
