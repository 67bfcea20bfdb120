package export

import (
	"bufio"
	"encoding/json"
	"io"
)

// lines writes one JSON object a line. Letters of every script stand as they
// are, in UTF-8; bytes that are no UTF-8 become U+FFFD.
func lines[T any](w io.Writer, line func(T) any) *document[T] {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	return &document[T]{w: b, item: func(v T, _ int) error { return enc.Encode(line(v)) }}
}
