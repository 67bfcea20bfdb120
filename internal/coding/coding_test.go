package coding

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"pgregory.net/rapid"

	"isnad"
)

func gz(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func zl(b []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func bare(b []byte) []byte {
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, 6)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func TestReadAll(t *testing.T) {
	text := []byte("Three shells fell near the mill, the harbour office says.")
	zeros := make([]byte, 8<<20)
	for _, c := range []struct {
		name, encoding string
		in             []byte
		max            int64
		want           []byte
		err            error
	}{
		{"no coding", "", text, 1000, text, nil},
		{"identity", "identity", text, 1000, text, nil},
		{"gzip", "GZip", gz(text), 1000, text, nil},
		{"old name", "x-gzip", gz(text), 1000, text, nil},
		{"zlib under the name deflate", "deflate", zl(text), 1000, text, nil},
		{"bare deflate", "deflate", bare(text), 1000, text, nil},
		{"one in the other, in the order applied", "deflate, gzip", gz(zl(text)), 1000, text, nil},
		{"no bytes at all", "gzip", nil, 1000, nil, nil},
		{"no bytes at all, deflate", "deflate", nil, 1000, nil, nil},
		{"members one after the other", "gzip", append(gz(text), gz(text)...), 1000, append(append([]byte{}, text...), text...), nil},
		{"trailing bytes that are no member", "gzip", append(gz(text), "0123456789abcdef"...), 1000, text, nil},
		{"exactly the bound", "gzip", gz(text), int64(len(text)), text, nil},
		{"one beyond the bound", "gzip", gz(text), int64(len(text)) - 1, text[:len(text)-1], isnad.ErrTooLarge},
		{"one beyond the bound, plain", "", text, int64(len(text)) - 1, text[:len(text)-1], isnad.ErrTooLarge},
		{"cut short", "gzip", gz(text)[:30], 1000, nil, io.ErrUnexpectedEOF},
		{"cut within the magic", "gzip", []byte{0x1f}, 1000, nil, io.ErrUnexpectedEOF},
		{"flipped checksum", "gzip", flip(gz(text), -8), 1000, text, gzip.ErrChecksum},
		{"not what it says", "gzip", text, 1000, nil, gzip.ErrHeader},
		{"a bomb", "gzip", gz(zeros), 64 << 20, nil, ErrBomb},
		{"a bomb is too large", "gzip", gz(zeros), 64 << 20, nil, isnad.ErrTooLarge},
		{"a bomb in an honest wrapping", "deflate, gzip", gz(zl(zeros)), 64 << 20, nil, ErrBomb},
		{"members without end and without content", "gzip", bytes.Repeat(gz(nil), 1<<16), 1000, nil, isnad.ErrTooLarge},
		{"brotli was not asked for", "br", text, 1000, nil, ErrUnsupported},
		{"layer upon layer", "gzip, gzip, gzip", gz(gz(gz(text))), 1000, nil, ErrUnsupported},
		{"a name as long as a page", strings.Repeat("x", 1<<16), text, 1000, nil, ErrUnsupported},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := ReadAll(bytes.NewReader(c.in), c.encoding, c.max)
			if !errors.Is(err, c.err) {
				t.Fatalf("error %v, want %v", err, c.err)
			}
			if err != nil && len(err.Error()) > 300 {
				t.Errorf("the message has %d bytes", len(err.Error()))
			}
			if c.want != nil && !bytes.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func flip(b []byte, at int) []byte {
	b[len(b)+at] ^= 1
	return b
}

// What was read before the stream broke off is not lost: a crawler may have cut
// a record on purpose.
func TestReadAllKeepsWhatCameFirst(t *testing.T) {
	text := bytes.Repeat([]byte("The council gives a figure, the ward another. "), 2000)
	coded := bare(text)
	got, err := ReadAll(bytes.NewReader(coded[:len(coded)-4]), "deflate", 1<<20)
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Fatalf("error %v", err)
	}
	if len(got) == 0 || !bytes.HasPrefix(text, got) {
		t.Errorf("%d bytes that are not the beginning of the text", len(got))
	}
}

func TestReadAllRoundTrip(t *testing.T) {
	code := map[string]func([]byte) []byte{"gzip": gz, "deflate": zl}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOf(rapid.Byte()).Draw(t, "text")
		names := rapid.SliceOfN(rapid.SampledFrom([]string{"gzip", "deflate"}), 0, maxLayers).Draw(t, "codings")
		coded := text
		for _, n := range names {
			coded = code[n](coded)
		}
		got, err := ReadAll(bytes.NewReader(coded), strings.Join(names, ", "), 1<<20)
		if err != nil || !bytes.Equal(got, text) {
			t.Fatalf("%q, %v", got, err)
		}
	})
}

func FuzzReadAll(f *testing.F) {
	f.Add(gz([]byte("text")), "gzip")
	f.Add(zl([]byte("text")), "deflate")
	f.Add(bare([]byte("text")), "deflate")
	f.Add(gz(zl([]byte("text"))), "deflate,gzip")
	f.Fuzz(func(t *testing.T, b []byte, encoding string) {
		got, err := ReadAll(bytes.NewReader(b), encoding, 1<<16)
		if len(got) > 1<<16 {
			t.Fatalf("%d bytes", len(got))
		}
		if errors.Is(err, io.EOF) {
			t.Fatal("the end of the bytes is not an error")
		}
	})
}
