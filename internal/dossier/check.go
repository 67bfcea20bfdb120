package dossier

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"isnad"
)

// Check reads the bytes of every capture and names all that are missing or are
// not those that their hash stands for. That is damage, so the error does not wrap
// isnad.ErrNotFound. Captures of more than most bytes in all
// give an error that wraps isnad.ErrTooLarge.
func Check(ctx context.Context, c *Contents, k Keepers, most int64) error {
	if !idForm.MatchString(c.ID) {
		return fmt.Errorf("making a dossier: %.40q is no ID of an incident", c.ID)
	}
	var faults []error
	var size int64
	for _, x := range distinct(c.Captures) {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, err := checkOne(x, k)
		if size += n; size > most {
			return tooLarge(most)
		}
		if err != nil {
			faults = append(faults, err)
		}
	}
	return errors.Join(faults...)
}

func tooLarge(most int64) error {
	return fmt.Errorf("making a dossier: it would have more than %d bytes, the most that was allowed: %w", most, isnad.ErrTooLarge)
}

func checkOne(x Capture, k Keepers) (int64, error) {
	if !x.SHA256.Valid() {
		return 0, fmt.Errorf("capture %.40q: %.80q is no SHA-256", x.ID, x.SHA256)
	}
	r, err := k.Bytes(x.SHA256)
	if errors.Is(err, isnad.ErrNotFound) {
		return 0, fmt.Errorf("capture %s: its bytes %s are not in the archive", x.ID, x.SHA256)
	}
	if err != nil {
		return 0, fmt.Errorf("capture %s: %w", x.ID, err)
	}
	defer r.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, r)
	if err != nil {
		return n, fmt.Errorf("capture %s: reading its bytes: %w", x.ID, err)
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != string(x.SHA256) {
		return n, fmt.Errorf("capture %s: its bytes have the SHA-256 %s and not %s: they were changed or cut since", x.ID, got, x.SHA256)
	}
	return n, nil
}

// distinct is one capture for each run of bytes, the first received.
func distinct(all []Capture) []Capture {
	at := map[isnad.Hash]int{}
	var out []Capture
	for _, x := range all {
		n, seen := at[x.SHA256]
		switch {
		case !seen:
			at[x.SHA256] = len(out)
			out = append(out, x)
		case x.Received.Before(out[n].Received):
			out[n] = x
		}
	}
	return out
}
