package ledger

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/url"
	"time"

	"github.com/digitorus/timestamp"
)

// Stamps is a time-stamping authority (RFC 3161): it signs that it has seen the hash
// of a checkpoint at a time, and learns nothing but that hash.
type Stamps struct {
	address string
	client  *http.Client
}

// NewStamps names an authority by its http or https address.
func NewStamps(address string) (*Stamps, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%.200q is not the http address of a time-stamping authority", address)
	}
	return &Stamps{address, &http.Client{Timeout: 20 * time.Second}}, nil
}

// stamp returns the authority's response for text, checked to be about it.
func (s *Stamps) stamp(ctx context.Context, text []byte) ([]byte, error) {
	nonce, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 63))
	if err != nil {
		return nil, err
	}
	ask, err := timestamp.CreateRequest(bytes.NewReader(text), &timestamp.RequestOptions{Hash: crypto.SHA256, Certificates: true, Nonce: nonce})
	if err != nil {
		return nil, fmt.Errorf("making the request: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.address, bytes.NewReader(ask))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/timestamp-query")
	res, err := s.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	b, err := io.ReadAll(io.LimitReader(res.Body, 64<<10+1))
	switch {
	case err != nil:
		return nil, err
	case res.StatusCode != http.StatusOK:
		return nil, fmt.Errorf("the authority answers %s", res.Status)
	case len(b) > 64<<10:
		return nil, errors.New("the authority answers with more than 64 KiB")
	}
	t, err := readStamp(b, text)
	if err != nil {
		return nil, err
	}
	if t.Nonce == nil || t.Nonce.Cmp(nonce) != 0 {
		return nil, errors.New("the authority answers another request")
	}
	return b, nil
}

// readStamp reads a response and checks that it is about text and signed by the
// certificate in it. Whether that is to be trusted is for who reads it to say.
func readStamp(b, text []byte) (*timestamp.Timestamp, error) {
	t, err := timestamp.ParseResponse(b)
	if err != nil {
		return nil, fmt.Errorf("reading the time stamp: %w", err)
	}
	sum := sha256.Sum256(text)
	if t.HashAlgorithm != crypto.SHA256 || !bytes.Equal(t.HashedMessage, sum[:]) {
		return nil, errors.New("the time stamp is about something else")
	}
	return t, nil
}

// StampedAt is when the authority saw the checkpoint; zero without a stamp that is about it.
func (h *Hour) StampedAt() time.Time {
	if h.Stamp == nil {
		return time.Time{}
	}
	t, err := readStamp(h.Stamp, h.Text)
	if err != nil {
		return time.Time{}
	}
	return t.Time.UTC()
}
