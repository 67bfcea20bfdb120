package people

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"testing"

	"github.com/go-webauthn/webauthn/protocol/webauthncbor"
)

// device is an authenticator in software: it answers challenges as a phone would.
// Its fields are what a test bends to see it refused.
type device struct {
	t        *testing.T
	origin   string
	host     string
	key      *ecdsa.PrivateKey
	id       []byte
	handle   []byte
	counter  uint32
	verified bool // by a PIN or a finger
}

func newDevice(t *testing.T, origin, host string) *device {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return &device{t: t, origin: origin, host: host, key: key, id: []byte(rand.Text()), verified: true}
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

// client is what the browser signs along.
func (d *device) client(kind string, options json.RawMessage) []byte {
	d.t.Helper()
	var o struct {
		Challenge string `json:"challenge"`
		User      struct {
			ID string `json:"id"`
		} `json:"user"`
	}
	if err := json.Unmarshal(options, &o); err != nil || o.Challenge == "" {
		d.t.Fatalf("options %s: %v", options, err)
	}
	if o.User.ID != "" {
		h, err := base64.RawURLEncoding.DecodeString(o.User.ID)
		if err != nil {
			d.t.Fatal(err)
		}
		d.handle = h
	}
	b, err := json.Marshal(map[string]any{"type": kind, "challenge": o.Challenge, "origin": d.origin, "crossOrigin": false})
	if err != nil {
		d.t.Fatal(err)
	}
	return b
}

// data is the authenticator data, with the public key where one was made.
func (d *device) data(made bool) []byte {
	d.t.Helper()
	h := sha256.Sum256([]byte(d.host))
	flags := byte(1) // somebody was there
	if d.verified {
		flags |= 4
	}
	if made {
		flags |= 64
	}
	d.counter++
	out := binary.BigEndian.AppendUint32(append(h[:], flags), d.counter)
	if !made {
		return out
	}
	point, err := d.key.PublicKey.Bytes()
	if err != nil {
		d.t.Fatal(err)
	}
	cose, err := webauthncbor.Marshal(map[int]any{1: 2, 3: -7, -1: 1, -2: point[1:33], -3: point[33:]})
	if err != nil {
		d.t.Fatal(err)
	}
	out = binary.BigEndian.AppendUint16(append(out, make([]byte, 16)...), uint16(len(d.id)))
	return append(append(out, d.id...), cose...)
}

func (d *device) answer(response map[string]any) []byte {
	d.t.Helper()
	b, err := json.Marshal(map[string]any{"id": encode(d.id), "rawId": encode(d.id), "type": "public-key", "response": response, "clientExtensionResults": map[string]any{}})
	if err != nil {
		d.t.Fatal(err)
	}
	return b
}

// create makes the passkey.
func (d *device) create(options json.RawMessage) []byte {
	d.t.Helper()
	client := d.client("webauthn.create", options)
	object, err := webauthncbor.Marshal(map[string]any{"fmt": "none", "attStmt": map[string]any{}, "authData": d.data(true)})
	if err != nil {
		d.t.Fatal(err)
	}
	return d.answer(map[string]any{"clientDataJSON": encode(client), "attestationObject": encode(object)})
}

// get shows it.
func (d *device) get(options json.RawMessage) []byte {
	d.t.Helper()
	client := d.client("webauthn.get", options)
	data := d.data(false)
	said := sha256.Sum256(client)
	sum := sha256.Sum256(append(append([]byte{}, data...), said[:]...))
	sig, err := ecdsa.SignASN1(rand.Reader, d.key, sum[:])
	if err != nil {
		d.t.Fatal(err)
	}
	return d.answer(map[string]any{"clientDataJSON": encode(client), "authenticatorData": encode(data), "signature": encode(sig), "userHandle": encode(d.handle)})
}
