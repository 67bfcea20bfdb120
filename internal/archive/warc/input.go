package warc

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

const (
	// maxBlank bounds the line ends between two records.
	maxBlank = 64 << 10

	// A gzip member is a bomb when it has given more than bombFloor bytes and more
	// than bombRatio times what it holds. Deflate ends at 1,032 to 1. The floor is
	// high, as a member may hold a whole file.
	bombFloor = 64 << 20
	bombRatio = 200
)

// input is the bytes of a file with its gzip members, where there are any,
// unpacked. It never reads across the end of a member by itself: toRecord does.
type input struct {
	raw  *bufio.Reader
	file *counter // below raw
	base int64    // offset in the file of the first byte of raw

	gz       *gzip.Reader
	plain    *bufio.Reader // what the member holds
	unpacked *counter      // below plain
	member   int64         // offset of the member
	open     bool          // within a member
}

func newInput(r io.Reader, base int64) *input {
	file := &counter{r: r}
	return &input{raw: bufio.NewReaderSize(file, 64<<10), file: file, base: base}
}

// offset is that of the next byte in the file.
func (in *input) offset() int64 { return in.base + in.file.n - int64(in.raw.Buffered()) }

// position is that of the next byte.
func (in *input) position() Position {
	if in.open {
		return Position{in.member, in.unpacked.n - int64(in.plain.Buffered())}
	}
	return Position{Offset: in.offset()}
}

// from is where the bytes come from now.
func (in *input) from() *bufio.Reader {
	if in.open {
		return in.plain
	}
	return in.raw
}

// Read gives bytes up to the end of the member.
func (in *input) Read(p []byte) (int, error) { return in.from().Read(p) }

// toRecord goes on to a byte that may begin a record, into the next member where
// one ends. io.EOF is the end of the file.
func (in *input) toRecord() error {
	for {
		if err := in.toEnd(); err != nil {
			return err
		}
		if in.open {
			return nil
		}
		head, err := in.raw.Peek(len(zstdMagic))
		switch {
		case len(head) == 0:
			return err
		case string(head) == zstdMagic:
			return errors.New("it is compressed with zstd; isnad reads plain and gzip")
		case head[0] == '\r' || head[0] == '\n': // between two members
			continue
		case head[0] != 0x1f:
			return nil
		}
		if err := in.openMember(); err != nil {
			return err
		}
	}
}

const zstdMagic = "\x28\xb5\x2f\xfd"

// toEnd passes over line ends and over the end of the member, where it comes
// then. What follows is not looked at: a record is whole whatever comes after it.
func (in *input) toEnd() error {
	for blank := 0; blank <= maxBlank; blank++ {
		head, err := in.from().Peek(1)
		switch {
		case len(head) == 0 && errors.Is(err, io.EOF):
			in.open = false
			return nil
		case len(head) == 0:
			return err
		case head[0] != '\r' && head[0] != '\n':
			return nil
		}
		if _, err := in.from().Discard(1); err != nil {
			return err
		}
	}
	return fmt.Errorf("more than %d line ends: %w", maxBlank, ErrRefused)
}

// pass goes over n unpacked bytes of the member that begins here.
func (in *input) pass(n int64) error {
	if err := in.openMember(); err != nil {
		return err
	}
	_, err := io.CopyN(io.Discard, in.plain, n)
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// openMember begins to unpack the gzip member at the next byte. Its reader stops
// exactly behind the member, as raw can give single bytes.
func (in *input) openMember() error {
	at := in.offset()
	var err error
	if in.gz == nil {
		in.gz, err = gzip.NewReader(in.raw)
	} else {
		err = in.gz.Reset(in.raw)
	}
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return &Error{Position{Offset: at}, "its gzip member cannot be read", err}
	}
	in.gz.Multistream(false)
	in.member, in.open = at, true
	in.unpacked = &counter{r: in.gz, check: in.checkBomb}
	if in.plain == nil {
		in.plain = bufio.NewReaderSize(in.unpacked, 32<<10)
	} else {
		in.plain.Reset(in.unpacked)
	}
	return nil
}

func (in *input) checkBomb(n int64) error {
	if packed := in.offset() - in.member; n > bombFloor && n/bombRatio > packed {
		return fmt.Errorf("%d bytes unpacked out of %d, as no record does: %w", n, packed, ErrRefused)
	}
	return nil
}

// counter counts what it gives.
type counter struct {
	r     io.Reader
	n     int64
	check func(n int64) error // may refuse to go on
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if err == nil && c.check != nil {
		err = c.check(c.n)
	}
	return n, err
}
