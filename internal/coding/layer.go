package coding

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"

	"isnad"
)

// layer undoes one coding.
type layer func(io.Reader) (io.Reader, error)

// openGzip returns io.EOF for no bytes at all: a server may name a coding for
// an empty body.
func openGzip(r io.Reader) (io.Reader, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	return ended{z}, nil
}

// ended takes bytes behind the last member that are no member for the end, as
// browsers do.
type ended struct{ z *gzip.Reader }

func (e ended) Read(p []byte) (int, error) {
	n, err := e.z.Read(p)
	if errors.Is(err, gzip.ErrHeader) {
		err = io.EOF
	}
	return n, err
}

// openDeflate reads both things that go under this name: zlib's format, which
// the standard means, and the bare stream that some servers send instead.
func openDeflate(r io.Reader) (io.Reader, error) {
	b := bufio.NewReader(r)
	head, err := b.Peek(2)
	switch {
	case len(head) == 0:
		return nil, err
	case len(head) == 2 && head[0]&0x0f == 8 && (uint(head[0])<<8|uint(head[1]))%31 == 0:
		return zlib.NewReader(b)
	}
	return flate.NewReader(b), nil
}

// guard undoes one layer and holds what comes out against what went in. Every
// layer has its own, as a bomb may sit within an honest wrapping.
type guard struct {
	in    io.Reader
	open  layer
	coded *counter
	max   int64

	out io.Reader
	n   int64
}

func (g *guard) Read(p []byte) (int, error) {
	if g.out == nil {
		out, err := g.open(g.in)
		if err != nil {
			if errors.Is(err, io.EOF) && g.coded.n > 0 {
				err = io.ErrUnexpectedEOF
			}
			return 0, err
		}
		g.out = out
	}
	n, err := g.out.Read(p)
	g.n += int64(n)
	switch {
	case g.n > bombFloor && g.n/bombRatio > g.coded.n:
		return n, fmt.Errorf("%d bytes out of %d: %w", g.n, g.coded.n, ErrBomb)
	case g.n > g.max:
		return n, fmt.Errorf("more than %d bytes: %w", g.max, isnad.ErrTooLarge)
	}
	return n, err
}

// counter counts the bytes that go into a layer and ends streams that go in
// for ever and give nothing.
type counter struct {
	r      io.Reader
	n, max int64
}

func (c *counter) Read(p []byte) (int, error) {
	if c.n > c.max {
		return 0, fmt.Errorf("more than %d coded bytes: %w", c.max, isnad.ErrTooLarge)
	}
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}
