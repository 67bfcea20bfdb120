package people

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"isnad"
	"isnad/internal/store"
)

// challenge is how long a device has to answer.
const challenge = 5 * time.Minute

// MaxAnswer bounds what a device answers, in bytes.
const MaxAnswer = 64 << 10

// ErrPasskey says that what a device answered proves nothing here.
var ErrPasskey = errors.New("not a passkey of this site")

// Challenge is what a device is to answer: Options for the browser's
// navigator.credentials, and the token that its answer comes back with.
type Challenge struct {
	Token   string          `json:"token"`
	Options json.RawMessage `json:"options"`
}

// holder is a person as the library of passkeys sees them. The handle that
// devices keep is the ID, which was drawn at random and says nothing.
type holder struct {
	person isnad.Person
	keys   []webauthn.Credential
}

func (h *holder) WebAuthnID() []byte                         { return []byte(h.person.ID) }
func (h *holder) WebAuthnName() string                       { return h.person.Name }
func (h *holder) WebAuthnDisplayName() string                { return h.person.Name }
func (h *holder) WebAuthnCredentials() []webauthn.Credential { return h.keys }

// holderOf reads somebody with an account and their passkeys.
func (p *People) holderOf(ctx context.Context, id string) (*holder, error) {
	x, err := p.st.Person(ctx, id)
	if err != nil {
		return nil, err
	}
	if !x.Removed.IsZero() {
		return nil, fmt.Errorf("reading a person: %w", isnad.ErrNotFound)
	}
	f, err := p.st.Factors(ctx, x.ID)
	if err != nil {
		return nil, err
	}
	h := &holder{person: x}
	for _, k := range f.Passkeys {
		var c webauthn.Credential
		if err := json.Unmarshal([]byte(k.Doc), &c); err != nil {
			return nil, fmt.Errorf("reading a passkey of %s: %w", x.ID, err)
		}
		h.keys = append(h.keys, c)
	}
	return h, nil
}

// ceremony is what is remembered of a challenge.
type ceremony struct {
	Session webauthn.SessionData `json:"session"`
	Second  isnad.Hash           `json:"second,omitempty"` // of the sign-in that waits for this passkey
}

func (p *People) challenge(ctx context.Context, kind, person string, options any, c ceremony) (Challenge, error) {
	b, err := json.Marshal(options)
	if err != nil {
		return Challenge{}, fmt.Errorf("writing a challenge: %w", err)
	}
	token, err := p.put(ctx, kind, person, c, challenge)
	return Challenge{token, b}, err
}

// AskPasskey asks for any passkey of the site.
func (p *People) AskPasskey(ctx context.Context) (Challenge, error) {
	w := p.keys()
	if w == nil {
		return Challenge{}, fmt.Errorf("asking for a passkey: %w", isnad.ErrNotFound)
	}
	options, session, err := w.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return Challenge{}, fmt.Errorf("asking for a passkey: %w", err)
	}
	return p.challenge(ctx, "passkey", "", options.Response, ceremony{Session: *session})
}

// AskSecondPasskey asks for a passkey of the person whose sign-in waits.
func (p *People) AskSecondPasskey(ctx context.Context, second string) (Challenge, error) {
	w := p.keys()
	if w == nil {
		return Challenge{}, fmt.Errorf("asking for a passkey: %w", isnad.ErrNotFound)
	}
	x, _, _, err := p.awaited(ctx, second)
	if err != nil {
		return Challenge{}, err
	}
	h, err := p.holderOf(ctx, x.ID)
	if err != nil {
		return Challenge{}, err
	}
	if len(h.keys) == 0 {
		return Challenge{}, fmt.Errorf("asking for a passkey: %w", ErrPasskey)
	}
	options, session, err := w.BeginLogin(h, webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return Challenge{}, fmt.Errorf("asking for a passkey: %w", err)
	}
	return p.challenge(ctx, "passkey", x.ID, options.Response, ceremony{Session: *session, Second: isnad.HashOf([]byte(second))})
}

// SignInWithPasskey proves by what a device answered who somebody is. A passkey
// is two factors: the device, and what unlocks it. [ErrPasskey] or [ErrLate] when
// it does not.
func (p *People) SignInWithPasskey(ctx context.Context, token string, answer []byte, v Visit) (Entered, error) {
	return p.passkey(ctx, token, "", answer, v)
}

// SecondPasskey ends a sign-in that waits with a passkey.
func (p *People) SecondPasskey(ctx context.Context, second, token string, answer []byte, v Visit) (Entered, error) {
	if second == "" {
		return Entered{}, ErrLate
	}
	return p.passkey(ctx, token, second, answer, v)
}

func (p *People) passkey(ctx context.Context, token, second string, answer []byte, v Visit) (Entered, error) {
	w := p.keys()
	if w == nil {
		return Entered{}, fmt.Errorf("reading a passkey: %w", isnad.ErrNotFound)
	}
	var c ceremony
	if _, err := p.take(ctx, "passkey", token, &c, true); err != nil {
		return Entered{}, err
	}
	if second == "" && c.Second != "" || second != "" && c.Second != isnad.HashOf([]byte(second)) {
		return Entered{}, ErrLate
	}
	if len(answer) > MaxAnswer {
		return Entered{}, fmt.Errorf("%w: the answer is too long", ErrPasskey)
	}
	said, err := protocol.ParseCredentialRequestResponseBytes(answer)
	if err != nil {
		return Entered{}, notPasskey(err)
	}
	way, proof := wayPasskey, store.Proof{}
	var h *holder
	var used *webauthn.Credential
	if second != "" {
		x, _, waits, err := p.awaited(ctx, second)
		if err != nil {
			return Entered{}, err
		}
		way, proof.Ceremony = waits.Way+andPasskey, isnad.HashOf([]byte(second))
		if h, err = p.holderOf(ctx, x.ID); err != nil {
			return Entered{}, err
		}
		if used, err = w.ValidateLogin(h, c.Session, said); err != nil {
			return Entered{}, p.failed(ctx, notPasskey(err), x.ID, way, v)
		}
	} else {
		var trouble error
		_, used, err = w.ValidatePasskeyLogin(func(_, handle []byte) (webauthn.User, error) {
			if h, trouble = p.holderOf(ctx, string(handle)); trouble != nil {
				return nil, trouble
			}
			return h, nil
		}, c.Session, said)
		if trouble != nil && !errors.Is(trouble, isnad.ErrNotFound) {
			return Entered{}, trouble
		}
		if err != nil {
			who := ""
			if h != nil {
				who = h.person.ID
			}
			return Entered{}, p.failed(ctx, notPasskey(err), who, way, v)
		}
	}
	if used.Authenticator.CloneWarning {
		// Its counter went back: there may be two devices with the key. None of them is believed; the person
		// removes the passkey, or an admin resets the account.
		return Entered{}, p.failed(ctx, fmt.Errorf("%w: its counter went back", ErrPasskey), h.person.ID, way, v)
	}
	doc, err := json.Marshal(used)
	if err != nil {
		return Entered{}, fmt.Errorf("writing a passkey: %w", err)
	}
	if proof.Secret, err = p.st.Secret(ctx, h.person.ID); err != nil {
		return Entered{}, err
	}
	proof.Passkey = &store.Passkey{ID: keyID(used.ID), Doc: string(doc)}
	session, err := p.begin(ctx, h.person, way, true, proof, v)
	if errors.Is(err, isnad.ErrNotFound) { // removed this moment
		err = ErrLate
	}
	return Entered{Person: h.person, Session: session}, err
}

// notPasskey is an error of the library in words for the log; pages show
// [ErrPasskey].
func notPasskey(err error) error {
	var e *protocol.Error
	if errors.As(err, &e) {
		return fmt.Errorf("%w: %s: %s %s", ErrPasskey, e.Type, e.Details, e.DevInfo)
	}
	return fmt.Errorf("%w: %w", ErrPasskey, err)
}

func keyID(id []byte) string { return base64.RawURLEncoding.EncodeToString(id) }

// OfferPasskey asks a person's device to make a passkey for this site.
func (p *People) OfferPasskey(ctx context.Context, x isnad.Person) (Challenge, error) {
	w := p.keys()
	if w == nil {
		return Challenge{}, fmt.Errorf("offering a passkey: %w", isnad.ErrNotFound)
	}
	h, err := p.holderOf(ctx, x.ID)
	if err != nil {
		return Challenge{}, err
	}
	if len(h.keys) >= store.MaxPasskeys {
		return Challenge{}, store.ErrTooMany
	}
	var have []protocol.CredentialDescriptor
	for _, k := range h.keys {
		have = append(have, k.Descriptor())
	}
	options, session, err := w.BeginRegistration(h, webauthn.WithExclusions(have))
	if err != nil {
		return Challenge{}, fmt.Errorf("offering a passkey: %w", err)
	}
	return p.challenge(ctx, "new passkey", x.ID, options.Response, ceremony{Session: *session})
}

// AddPasskey keeps a passkey that a device made. The session counts as one of two
// factors from now on. name is what the person calls the device; a day stands in
// for one that is none.
func (p *People) AddPasskey(ctx context.Context, seat Seat, token string, answer []byte, name string, v Visit) error {
	w := p.keys()
	if w == nil {
		return fmt.Errorf("adding a passkey: %w", isnad.ErrNotFound)
	}
	x := seat.Person
	var c ceremony
	if _, err := p.take(ctx, "new passkey", token, &c, true); err != nil {
		return err
	}
	if !bytes.Equal(c.Session.UserID, []byte(x.ID)) {
		return ErrLate
	}
	if len(answer) > MaxAnswer {
		return fmt.Errorf("%w: the answer is too long", ErrPasskey)
	}
	said, err := protocol.ParseCredentialCreationResponseBytes(answer)
	if err != nil {
		return notPasskey(err)
	}
	h, err := p.holderOf(ctx, x.ID)
	if err != nil {
		return err
	}
	made, err := w.CreateCredential(h, c.Session, said)
	if err != nil {
		return notPasskey(err)
	}
	made.Attestation = webauthn.CredentialAttestation{} // nothing is asked about the device, so nothing is kept
	doc, err := json.Marshal(made)
	if err != nil {
		return fmt.Errorf("writing a passkey: %w", err)
	}
	called, err := CheckName(name)
	if err != nil {
		called = "Passkey of " + p.now().Format(time.DateOnly)
	}
	err = p.st.AddPasskey(ctx, store.Passkey{ID: keyID(made.ID), Person: x.ID, Name: called, Added: p.now(), Doc: string(doc)}, seat.Session.Token,
		p.event(store.EventPasskeyAdded, x.ID, By{x, v}, called))
	if errors.Is(err, isnad.ErrConflict) {
		return fmt.Errorf("%w: it is known already", ErrPasskey)
	}
	return err
}

// RemovePasskey takes a passkey from its person. The error wraps
// [store.ErrLastFactor] where their role needs one, [store.ErrLastWay] where it is
// all they have, [isnad.ErrNotFound] where it is not theirs.
func (p *People) RemovePasskey(ctx context.Context, x isnad.Person, id string, v Visit) error {
	f, err := p.st.Factors(ctx, x.ID)
	if err != nil {
		return err
	}
	name := ""
	for _, k := range f.Passkeys {
		if k.ID == id {
			name = k.Name
		}
	}
	if name == "" || strings.TrimSpace(id) == "" {
		return fmt.Errorf("removing a passkey: %w", isnad.ErrNotFound)
	}
	return p.st.RemovePasskey(ctx, x.ID, id, p.Needs(x.Role), p.event(store.EventPasskeyRemoved, x.ID, By{x, v}, name))
}
