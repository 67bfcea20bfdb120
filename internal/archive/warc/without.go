package warc

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"isnad"
)

// Without copies a file to w but for the records that drop names, and tells how
// many those were. Bytes of all others are copied as they are, but where one gzip
// member holds several records of which one is dropped: that member is packed
// anew. Where the file is damaged the copy ends before the damage, since what
// cannot be read cannot be looked at; the error is nil then and torn says so.
// drop may read the content of a record. It is asked about every record once, in
// order, and gets the record's number.
func Without(w io.Writer, ra io.ReaderAt, size int64, drop func(n int, rec *Record) (bool, error)) (dropped int, torn bool, err error) {
	at, gone, torn, err := survey(ra, size, drop)
	if err != nil {
		return 0, false, err
	}
	for i := 0; i < len(gone); {
		k, some, all := i+1, gone[i], gone[i]
		for k < len(gone) && at[k].Offset == at[i].Offset { // of one member
			some, all = some || gone[k], all && gone[k]
			k++
		}
		for _, g := range gone[i:k] {
			if g {
				dropped++
			}
		}
		switch member := io.NewSectionReader(ra, at[i].Offset, at[k].Offset-at[i].Offset); {
		case all, at[k].Offset == at[i].Offset: // of a torn member nothing is kept
		case !some:
			_, err = io.Copy(w, member)
		default:
			err = repack(w, member, at[i:k], gone[i:k])
		}
		if err != nil {
			return dropped, torn, fmt.Errorf("copying records from byte %d on: %w", at[i].Offset, err)
		}
		i = k
	}
	return dropped, torn, nil
}

// survey finds where the records begin, with the end of what can be read behind
// them, and which are to be dropped.
func survey(ra io.ReaderAt, size int64, drop func(int, *Record) (bool, error)) (at []Position, gone []bool, torn bool, err error) {
	r := NewReaderAt(ra, size, Position{})
	for n := 0; ; n++ {
		begins, err := r.Position()
		if errors.Is(err, io.EOF) {
			return append(at, Position{Offset: size}), gone, false, nil
		}
		if err != nil {
			return append(at, begins), gone, true, nil
		}
		rec, err := r.Next()
		long := errors.Is(err, isnad.ErrTooLarge)
		if err != nil && !long {
			return append(at, begins), gone, true, nil
		}
		no := false
		if !long {
			if no, err = drop(n, rec); err != nil {
				return nil, nil, false, err
			}
		}
		at, gone = append(at, begins), append(gone, no)
		// Only what is whole to its end counts.
		if _, err := r.Position(); err != nil && !errors.Is(err, io.EOF) {
			return at, gone[:len(gone)-1], true, nil
		}
	}
}

// repack writes a gzip member again without some of its records.
func repack(w io.Writer, member io.Reader, at []Position, gone []bool) error {
	in, err := gzip.NewReader(member)
	if err != nil {
		return err
	}
	in.Multistream(false)
	out := gzip.NewWriter(w)
	for i := range gone {
		n := int64(-1)
		if i+1 < len(gone) {
			n = at[i+1].Inner - at[i].Inner
		}
		to := io.Writer(out)
		if gone[i] {
			to = io.Discard
		}
		if n < 0 {
			_, err = io.Copy(to, in)
		} else {
			_, err = io.CopyN(to, in, n)
		}
		if err != nil {
			return err
		}
	}
	return out.Close()
}
