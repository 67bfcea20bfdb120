package people

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base32"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/pquerna/otp/hotp"

	"isnad"
	"isnad/internal/store"
)

// One-time codes: RFC 6238 with what every app takes, six digits of SHA-1 in
// steps of thirty seconds. A code of the step before or after is taken too, for
// clocks that go wrong.
const (
	step     = 30 // seconds
	drift    = 1  // steps
	codeSize = 20 // bytes of a key, as RFC 4226 asks
)

// RecoveryCodes is how many are handed out. Each stands in for one code, once.
const RecoveryCodes = 10

// ErrCode says that a code is wrong, or was used before.
var ErrCode = errors.New("not the code")

var base32Plain = base32.StdEncoding.WithPadding(base32.NoPadding)

// secondSubject is what failures of a person's second factor are counted under.
func secondSubject(person string) isnad.Hash { return isnad.HashOf([]byte("second\x00" + person)) }

// CodeOffer is a key that a person puts into their app, before it counts.
type CodeOffer struct {
	Token   string
	Key     string // base32, in groups of four
	Address string // otpauth://… for a QR code
}

// OfferCodes draws a key for one-time codes. It counts once [People.SetCodes] has
// seen a code made of it.
func (p *People) OfferCodes(ctx context.Context, x isnad.Person) (CodeOffer, error) {
	b := make([]byte, codeSize)
	if _, err := rand.Read(b); err != nil {
		return CodeOffer{}, fmt.Errorf("drawing a key: %w", err)
	}
	key := base32Plain.EncodeToString(b)
	token, err := p.put(ctx, "codes", x.ID, key, 3*answer)
	if err != nil {
		return CodeOffer{}, err
	}
	return p.offer(x, token, key), nil
}

func (p *People) offer(x isnad.Person, token, key string) CodeOffer {
	q := url.Values{"secret": {key}, "issuer": {p.o.Title}}
	u := url.URL{Scheme: "otpauth", Host: "totp", Path: "/" + p.o.Title + ":" + x.Name, RawQuery: strings.ReplaceAll(q.Encode(), "+", "%20")}
	return CodeOffer{Token: token, Key: groups(key), Address: u.String()}
}

// OfferedCodes is an offer that was made to a person before. The error wraps
// [ErrLate] when it no longer stands.
func (p *People) OfferedCodes(ctx context.Context, x isnad.Person, token string) (CodeOffer, error) {
	var key string
	c, err := p.take(ctx, "codes", token, &key, false)
	if err == nil && c.Person != x.ID {
		err = ErrLate
	}
	if err != nil {
		return CodeOffer{}, err
	}
	return p.offer(x, token, key), nil
}

// SetCodes makes an offered key count, once code shows that the person's app has
// it, and returns recovery codes, which are shown only now. The session counts as
// one of two factors from now on. [ErrCode] when it does not.
func (p *People) SetCodes(ctx context.Context, seat Seat, token, code string, v Visit) (recovery []string, err error) {
	x := seat.Person
	var key string
	c, err := p.take(ctx, "codes", token, &key, false)
	if err == nil && c.Person != x.ID {
		err = ErrLate
	}
	if err != nil {
		return nil, err
	}
	at, ok := p.codeStep(key, code, 0)
	if !ok {
		return nil, ErrCode
	}
	if _, err := p.take(ctx, "codes", token, &key, true); err != nil {
		return nil, err
	}
	recovery, hashes := newRecovery(x.ID)
	return recovery, p.st.SetCodes(ctx, store.CodeKey{Person: x.ID, Key: key, Step: at, Added: p.now()}, hashes, seat.Session.Token,
		p.event(store.EventCodesAdded, x.ID, By{x, v}, ""))
}

// RemoveCodes takes the key from a person. The error wraps [store.ErrLastFactor]
// where their role needs one.
func (p *People) RemoveCodes(ctx context.Context, x isnad.Person, v Visit) error {
	return p.st.RemoveCodes(ctx, x.ID, p.Needs(x.Role), p.event(store.EventCodesRemoved, x.ID, By{x, v}, ""))
}

// NewRecovery gives a person who has a second factor other recovery codes in
// place of those before. They are shown only now.
func (p *People) NewRecovery(ctx context.Context, x isnad.Person, v Visit) ([]string, error) {
	f, err := p.st.Factors(ctx, x.ID)
	if err != nil {
		return nil, err
	}
	if !f.Second() {
		return nil, fmt.Errorf("recovery codes without a second factor: %w", isnad.ErrRefused)
	}
	codes, hashes := newRecovery(x.ID)
	return codes, p.st.SetRecovery(ctx, x.ID, hashes, p.event(store.EventRecoveryCodes, x.ID, By{x, v}, ""))
}

// Second ends a sign-in that waits, with a one-time code or a recovery code.
// [ErrCode], [ErrLate] or a [*WaitError] when it does not.
func (p *People) Second(ctx context.Context, token, code string, v Visit) (Entered, error) {
	x, secret, w, err := p.awaited(ctx, token)
	if err != nil {
		return Entered{}, err
	}
	s := secondSubject(x.ID)
	if err := p.attempt(ctx, s); err != nil {
		return Entered{}, err
	}
	f, err := p.st.Factors(ctx, x.ID)
	if err != nil {
		return Entered{}, err
	}
	proof := store.Proof{Secret: secret, Ceremony: isnad.HashOf([]byte(token))}
	way := w.Way + andCode
	if at, ok := p.codeOf(f.Codes, code); ok {
		proof.Step = at
	} else {
		proof.Recovery, way = recoveryHash(x.ID, code), w.Way+andRecovery
	}
	session, err := p.begin(ctx, x, way, true, proof, v)
	if errors.Is(err, isnad.ErrNotFound) { // wrong, or used before
		return Entered{}, p.failed(ctx, ErrCode, x.ID, w.Way+andCode, v)
	}
	if err != nil {
		return Entered{}, err
	}
	return Entered{Person: x, Session: session}, p.st.ForgetFailures(ctx, s)
}

// Awaited returns whose sign-in waits for a second factor, and what they have.
func (p *People) Awaited(ctx context.Context, token string) (isnad.Person, store.Factors, error) {
	x, _, _, err := p.awaited(ctx, token)
	if err != nil {
		return x, store.Factors{}, err
	}
	f, err := p.st.Factors(ctx, x.ID)
	return x, f, err
}

func (p *People) awaited(ctx context.Context, token string) (x isnad.Person, secret string, w waiting, err error) {
	c, err := p.take(ctx, "second", token, &w, false)
	if err != nil {
		return x, "", w, err
	}
	if x, err = p.st.Person(ctx, c.Person); err != nil {
		return x, "", w, err
	}
	if secret, err = p.st.Secret(ctx, x.ID); err != nil {
		return x, "", w, err
	}
	if !x.Removed.IsZero() || isnad.HashOf([]byte(secret)) != w.Secret {
		return isnad.Person{}, "", w, ErrLate
	}
	return x, secret, w, nil
}

func (p *People) codeOf(k *store.CodeKey, code string) (int64, bool) {
	if k == nil {
		return 0, false
	}
	return p.codeStep(k.Key, code, k.Step)
}

// codeStep is the step that a code belongs to, if it is one of those about now and
// later than the last one taken.
func (p *People) codeStep(key, code string, last int64) (at int64, ok bool) {
	code = typedCode(code)
	if len(code) != 6 || strings.Trim(code, "0123456789") != "" {
		return 0, false
	}
	now := p.now().Unix() / step
	for at := now - drift; at <= now+drift; at++ {
		want, err := hotp.GenerateCode(key, uint64(at))
		if err == nil && subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 && at > last {
			return at, true
		}
	}
	return 0, false
}

// typedCode is a code as it was meant: without spaces and dashes, and with digits
// of any script as ASCII.
func typedCode(code string) string {
	if len(code) > 200 {
		return ""
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		case r == ' ' || r == '-' || r == '\u00a0' || r == '\t' || r == '\n' || r == '\r':
			return -1
		}
		return r
	}, strings.ToUpper(code))
}

// newRecovery draws recovery codes of 80 bits: what is kept of them is a hash
// that needs no slowness.
func newRecovery(person string) (codes []string, hashes []isnad.Hash) {
	for range RecoveryCodes {
		c := rand.Text()[:16]
		codes, hashes = append(codes, groups(c)), append(hashes, recoveryHash(person, c))
	}
	return codes, hashes
}

func recoveryHash(person, code string) isnad.Hash {
	return isnad.HashOf([]byte("recovery\x00" + person + "\x00" + typedCode(code)))
}

// groups writes a key or code in groups of four.
func groups(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if i > 0 && i%4 == 0 {
			b.WriteByte(' ')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
