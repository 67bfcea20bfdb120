package people

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"sync"
	"time"

	"isnad"
	"isnad/internal/store"
)

// People is everybody at the desk. It is safe for concurrent use.
type People struct {
	st     *store.Store
	now    func() time.Time
	nobody func() (string, error) // hash for names that are not there, made when first needed
}

// New returns the people of a store.
func New(st *store.Store) *People {
	return &People{st: st, now: func() time.Time { return time.Now().UTC() }, nobody: sync.OnceValues(nobodys)}
}

// Add makes an account. The error wraps [ErrName], [ErrPassword] or
// [store.ErrNameTaken] where the person can do something about it.
func (p *People) Add(ctx context.Context, name string, role isnad.Role, password string) (isnad.Person, error) {
	x, secret, err := p.make(ctx, name, role, password)
	if err != nil {
		return x, err
	}
	return x, p.st.AddPerson(ctx, x, Fold(x.Name), secret)
}

func (p *People) make(ctx context.Context, name string, role isnad.Role, password string) (x isnad.Person, secret string, err error) {
	if name, err = CheckName(name); err != nil {
		return x, "", err
	}
	if secret, err = hash(ctx, name, password); err != nil {
		return x, "", err
	}
	b := make([]byte, 10)
	if _, err := rand.Read(b); err != nil {
		return x, "", fmt.Errorf("drawing an ID: %w", err)
	}
	return isnad.Person{ID: "u" + hex.EncodeToString(b), Name: name, Role: role, Added: p.now()}, secret, nil
}

// Named returns the person of a name, however it is capitalised.
func (p *People) Named(ctx context.Context, name string) (isnad.Person, error) {
	x, _, err := p.st.PersonNamed(ctx, Fold(name))
	return x, err
}

// All returns everybody, those removed included, in the order they were added.
func (p *People) All(ctx context.Context) ([]isnad.Person, error) { return p.st.People(ctx) }

// SetPassword gives a person another password. All their sessions end, and so
// does the wait of their name.
func (p *People) SetPassword(ctx context.Context, x isnad.Person, password string) error {
	secret, err := hash(ctx, x.Name, password)
	if err != nil {
		return err
	}
	if err := p.st.SetSecret(ctx, x.ID, secret); err != nil {
		return err
	}
	return p.st.ForgetFailures(ctx, subject(x.Name))
}

// ChangePassword is SetPassword for the person themselves, who has to know the
// present one. [ErrWrong] when they do not, or a [*WaitError].
func (p *People) ChangePassword(ctx context.Context, x isnad.Person, present, password string) error {
	if _, _, err := p.prove(ctx, x.Name, present); err != nil {
		return err
	}
	return p.SetPassword(ctx, x, password)
}

// SetRole gives a person another role. All their sessions end.
func (p *People) SetRole(ctx context.Context, x isnad.Person, role isnad.Role) error {
	return p.st.SetRole(ctx, x.ID, role)
}

// Remove ends an account. The person stays in the history of what they did.
func (p *People) Remove(ctx context.Context, x isnad.Person) error {
	return p.st.RemovePerson(ctx, x.ID, p.now())
}

// How long links work.
const (
	FounderLink = time.Hour
	InviteLink  = 3 * 24 * time.Hour
)

// InviteFounder returns the token of a link for the first admin, and makes those
// before it void. The error wraps [store.ErrNotNobody] once there is somebody.
func (p *People) InviteFounder(ctx context.Context) (token string, err error) {
	token, digest := newToken()
	return token, p.st.PutInvitation(ctx, store.Invitation{Token: digest, Role: isnad.RoleAdmin, Founder: true, Expires: p.now().Add(FounderLink)})
}

// Invite returns the token of a link that makes one account of a role.
func (p *People) Invite(ctx context.Context, by isnad.Person, role isnad.Role) (token string, err error) {
	token, digest := newToken()
	return token, p.st.PutInvitation(ctx, store.Invitation{Token: digest, Role: role, Inviter: by.ID, Expires: p.now().Add(InviteLink)})
}

// Invitation returns what a link makes, if it still works.
func (p *People) Invitation(ctx context.Context, token string) (store.Invitation, error) {
	return p.st.Invitation(ctx, isnad.HashOf([]byte(token)), p.now())
}

// Accept uses up a link: it makes the account and signs in. When the name or the
// password will not do, the link still works.
func (p *People) Accept(ctx context.Context, token, name, password string) (isnad.Person, string, error) {
	digest := isnad.HashOf([]byte(token))
	if _, err := p.st.Invitation(ctx, digest, p.now()); err != nil { // before anything that costs
		return isnad.Person{}, "", err
	}
	x, secret, err := p.make(ctx, name, isnad.RoleContributor, password)
	if err != nil {
		return x, "", err
	}
	if x, err = p.st.AcceptInvitation(ctx, digest, x, Fold(x.Name), secret, p.now()); err != nil {
		return x, "", err
	}
	session, err := p.begin(ctx, x, secret)
	return x, session, err
}

// newToken draws a token of 130 bits and its digest.
func newToken() (string, isnad.Hash) {
	t := rand.Text()
	return t, isnad.HashOf([]byte(t))
}

// Advice tells whether err is one that the person can do something about, and
// what: a sentence to show them.
func Advice(err error) (string, bool) {
	var wait *WaitError
	switch {
	case err == nil:
		return "", false
	case errors.Is(err, ErrName):
		return "That name cannot be used" + after(err, ErrName), true
	case errors.Is(err, ErrPassword):
		return "That password cannot be used" + after(err, ErrPassword), true
	case errors.Is(err, store.ErrNameTaken):
		return "Somebody has, or had, that name. Names are not given twice, since they stand beside what was done.", true
	case errors.Is(err, store.ErrLastAdmin):
		return "This is the last admin. Make somebody else an admin first.", true
	case errors.As(err, &wait):
		return wait.Error(), true
	case errors.Is(err, ErrWrong):
		return "Name and password do not belong together.", true
	}
	return "", false
}

// after is what an error says after the words of the one it wraps.
func after(err, kind error) string {
	s, k := err.Error(), kind.Error()
	for i := 0; i+len(k) <= len(s); i++ {
		if s[i:i+len(k)] == k {
			return s[i+len(k):] + "."
		}
	}
	return "."
}
