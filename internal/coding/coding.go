// Package coding undoes the content codings of HTTP (RFC 9110, section 8.4.1)
// under bounds. Bytes come coded from two sides, over the wire and out of WARC
// records, and from both they may be hostile: a kilobyte that unpacks to a
// gigabyte, a stream of empty members that never ends, a coding within a coding.
//
// [ReadAll] is the whole of it. It knows gzip and deflate, one within the other
// at most, and refuses everything else by name: what isnad cannot undo it does
// not ask for, see [Accept].
package coding

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"isnad"
)

// Accept is the value of Accept-Encoding that asks for what ReadAll can undo.
const Accept = "gzip, deflate"

// ErrUnsupported is returned, wrapped, for a coding that ReadAll does not know.
var ErrUnsupported = errors.New("content coding not supported")

// ErrBomb is returned, wrapped, for bytes that unpack to far more than any page
// does. It is an isnad.ErrTooLarge.
var ErrBomb = fmt.Errorf("unpacks out of all proportion, as no page does: %w", isnad.ErrTooLarge)

const (
	// maxLayers is one more than servers are seen to use by mistake.
	maxLayers = 2

	// A stream is a bomb when it has given more than bombFloor bytes and more than
	// bombRatio times what went in. Deflate ends at 1,032 to 1; the most even of
	// pages, long tables of one row, stay below 100.
	bombFloor = 1 << 20
	bombRatio = 200

	// slack is what a coding may add to bytes that it cannot make smaller.
	slack = 64 << 10
)

// ReadAll reads r to its end, undoes the codings named as in the header
// Content-Encoding ("", "gzip", "deflate, gzip"), and returns at most max bytes.
// Beyond that the error is an isnad.ErrTooLarge; ErrBomb comes earlier, where it
// is plain what the bytes are. Bytes that end too early give
// io.ErrUnexpectedEOF. What was read before an error is returned with it.
func ReadAll(r io.Reader, encoding string, max int64) ([]byte, error) {
	names, err := layers(encoding)
	if err != nil {
		return nil, err
	}
	// Codings are named in the order they were applied.
	for i := len(names) - 1; i >= 0; i-- {
		coded := &counter{r: r, max: max + slack}
		r = &guard{in: coded, open: names[i], coded: coded, max: max + slack}
	}
	var out bytes.Buffer
	_, err = io.Copy(&out, io.LimitReader(r, max+1))
	if int64(out.Len()) > max {
		out.Truncate(int(max))
		return out.Bytes(), fmt.Errorf("more than %d bytes: %w", max, isnad.ErrTooLarge)
	}
	if err != nil && len(names) > 0 {
		err = fmt.Errorf("unpacking %s: %w", encoding, err)
	}
	return out.Bytes(), err
}

// layers reads the header Content-Encoding.
func layers(encoding string) ([]layer, error) {
	var found []layer
	for name := range strings.SplitSeq(encoding, ",") {
		switch name = strings.ToLower(strings.TrimSpace(name)); name {
		case "", "identity", "none": // "none" is no coding of the standard, yet servers send it
			continue
		case "gzip", "x-gzip":
			found = append(found, openGzip)
		case "deflate":
			found = append(found, openDeflate)
		default:
			return nil, fmt.Errorf("%q: %w", clip(name), ErrUnsupported)
		}
		if len(found) > maxLayers {
			return nil, fmt.Errorf("more than %d codings: %w", maxLayers, ErrUnsupported)
		}
	}
	return found, nil
}

// clip keeps a hostile header from filling an error message.
func clip(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}
