package warc

import (
	"errors"
	"fmt"
	"io"

	"isnad"
)

// Reader reads the records of a file one after the other. Not safe for
// concurrent use.
type Reader struct {
	Limits Limits // may be set before the first call of a method

	in   *input
	at   Position // of the record last returned, or of what comes next
	body *content // of the record last returned; nil between records
	err  error    // that ended the reading
	skip int64    // unpacked bytes to pass over before the first record
}

// NewReader reads r from its first byte on, which must be the first of a record
// or of a gzip member. It reads ahead.
func NewReader(r io.Reader) *Reader { return &Reader{in: newInput(r, 0)} }

// NewReaderAt reads the first size bytes of ra from the record at p on.
func NewReaderAt(ra io.ReaderAt, size int64, p Position) *Reader {
	if p.Offset < 0 || p.Inner < 0 || p.Offset > size {
		return &Reader{err: &Error{Position: p, What: fmt.Sprintf("the file of %d bytes has no such place", size)}}
	}
	return &Reader{in: newInput(io.NewSectionReader(ra, p.Offset, size-p.Offset), p.Offset), skip: p.Inner}
}

// Next returns the next record, whether or not the one before was read to its
// end; io.EOF after the last. Any other error is an *Error and ends the reading,
// but for one: a record longer than Limits.Record is an isnad.ErrTooLarge, which
// nothing else is, and the next call passes over it.
func (r *Reader) Next() (*Record, error) {
	if err := r.advance(); err != nil {
		return nil, err
	}
	rec, err := r.readHead()
	if err != nil {
		return nil, r.fail(err)
	}
	r.body = &content{r: r, length: rec.Length, left: rec.Length}
	rec.Content = r.body
	if limit := r.Limits.withDefaults().Record; rec.Length > limit {
		return nil, &Error{r.at, fmt.Sprintf("its content of %d bytes is longer than %d", rec.Length, limit), isnad.ErrTooLarge}
	}
	return rec, nil
}

// Position passes over what is left of the record last returned and tells where
// the next one begins; io.EOF, with the length of the file, when there is none.
func (r *Reader) Position() (Position, error) {
	err := r.advance()
	return r.at, err
}

// advance brings the input to the first byte of the next record.
func (r *Reader) advance() error {
	if r.err != nil {
		return r.err
	}
	if r.body != nil {
		if _, err := io.Copy(io.Discard, r.body); err != nil {
			return r.fail(err)
		}
		r.body = nil
	}
	if r.skip > 0 {
		r.at = r.in.position()
		if err := r.in.pass(r.skip); err != nil {
			return r.fail(&Error{r.at, fmt.Sprintf("its unpacked byte %d cannot be reached", r.skip), err})
		}
		r.skip = 0
	}
	err := r.in.toRecord()
	r.at = r.in.position()
	var placed *Error
	if err != nil && err != io.EOF && !errors.As(err, &placed) {
		err = &Error{r.at, "no record can be read here", err}
	}
	if err != nil {
		return r.fail(err)
	}
	return nil
}

// fail ends the reading for good.
func (r *Reader) fail(err error) error {
	r.err = err
	return err
}

// content is the content of the record last returned.
type content struct {
	r            *Reader
	length, left int64
	err          error
}

var errPassed = errors.New("warc: content read after the reader went on")

// Read gives io.EOF only once the end of the record was seen to be whole, its
// checksum too where it is the last of a gzip member: who reads to io.EOF holds
// what was written.
func (c *content) Read(p []byte) (int, error) {
	switch {
	case c.r.body != c:
		return 0, errPassed
	case c.err != nil:
		return 0, c.err
	case c.left == 0:
		c.err = io.EOF
		if err := c.r.in.toEnd(); err != nil {
			c.err = c.r.fail(&Error{c.r.at, "the end of the record is damaged", err})
		}
		return 0, c.err
	}
	if int64(len(p)) > c.left {
		p = p[:c.left]
	}
	n, err := c.r.in.Read(p)
	c.left -= int64(n)
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		c.err = c.r.fail(&Error{c.r.at, fmt.Sprintf("%d of the %d bytes of its content can be read", c.length-c.left, c.length), err})
	}
	return n, c.err
}
