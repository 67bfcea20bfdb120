package people

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"

	"isnad"
	"isnad/internal/store"
)

// Add makes an account. The error wraps [ErrName], [ErrPassword] or
// [store.ErrNameTaken] where the person can do something about it.
func (p *People) Add(ctx context.Context, name string, role isnad.Role, password string) (isnad.Person, error) {
	x, secret, err := p.make(ctx, name, role, password)
	if err != nil {
		return x, err
	}
	return x, p.st.AddPerson(ctx, x, Fold(x.Name), secret, p.event(store.EventAdded, x.ID, By{}, string(role)))
}

func (p *People) make(ctx context.Context, name string, role isnad.Role, password string) (x isnad.Person, secret string, err error) {
	if name, err = CheckName(name); err != nil {
		return x, "", err
	}
	if secret, err = hash(ctx, name, password); err != nil {
		return x, "", err
	}
	x, err = p.newPerson(name, role)
	return x, secret, err
}

func (p *People) newPerson(name string, role isnad.Role) (isnad.Person, error) {
	b := make([]byte, 10)
	if _, err := rand.Read(b); err != nil {
		return isnad.Person{}, fmt.Errorf("drawing an ID: %w", err)
	}
	return isnad.Person{ID: "u" + hex.EncodeToString(b), Name: name, Role: role, Added: p.now()}, nil
}

// Named returns the person of a name, however it is capitalised.
func (p *People) Named(ctx context.Context, name string) (isnad.Person, error) {
	x, _, err := p.st.PersonNamed(ctx, Fold(name))
	return x, err
}

// All returns everybody, those removed included, in the order they were added.
func (p *People) All(ctx context.Context) ([]isnad.Person, error) { return p.st.People(ctx) }

// Known returns the person of an ID.
func (p *People) Known(ctx context.Context, id string) (isnad.Person, error) {
	return p.st.Person(ctx, id)
}

// SetPassword gives a person another password. All their sessions end, and so
// does the wait of their name.
func (p *People) SetPassword(ctx context.Context, x isnad.Person, password string, by By) error {
	secret, err := hash(ctx, x.Name, password)
	if err != nil {
		return err
	}
	return p.setSecret(ctx, x, secret, by)
}

func (p *People) setSecret(ctx context.Context, x isnad.Person, secret string, by By) error {
	if err := p.st.SetSecret(ctx, x.ID, secret, p.event(store.EventPassword, x.ID, by, "")); err != nil {
		return err
	}
	return p.st.ForgetFailures(ctx, subject(x.Name))
}

// ChangePassword is SetPassword for the person themselves, who has to know the
// present one, unless they have none. It begins a session in place of the one it
// was done in and returns its token. [ErrWrong] when the present password is
// another, or a [*WaitError].
func (p *People) ChangePassword(ctx context.Context, seat Seat, present, password string, v Visit) (token string, err error) {
	x := seat.Person
	f, err := p.st.Factors(ctx, x.ID)
	if err != nil {
		return "", err
	}
	if f.Password {
		if _, _, err := p.prove(ctx, x.Name, present, v); err != nil {
			return "", err
		}
	}
	secret, err := hash(ctx, x.Name, password)
	if err != nil {
		return "", err
	}
	if err := p.setSecret(ctx, x, secret, By{x, v}); err != nil {
		return "", err
	}
	return p.begin(ctx, x, seat.Session.Way, seat.Session.Strong, store.Proof{Secret: secret}, v)
}

// SetRole gives a person another role. All their sessions end.
func (p *People) SetRole(ctx context.Context, x isnad.Person, role isnad.Role, by By) error {
	return p.st.SetRole(ctx, x.ID, role, p.event(store.EventRole, x.ID, by, string(role)))
}

// Remove ends an account. The person stays in the history of what they did.
func (p *People) Remove(ctx context.Context, x isnad.Person, by By) error {
	return p.st.RemovePerson(ctx, x.ID, p.now(), p.event(store.EventRemoved, x.ID, by, ""))
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
	case errors.Is(err, store.ErrLastFactor):
		return "Your role needs a second factor, and this is the last one you have. Add another first.", true
	case errors.Is(err, store.ErrLastWay):
		return "Nothing would be left to sign in with. Set a password or add a passkey first.", true
	case errors.Is(err, store.ErrTooMany):
		return fmt.Sprintf("You have %d passkeys, and more are not kept. Remove one that you no longer use.", store.MaxPasskeys), true
	case errors.Is(err, store.ErrLoginTaken):
		return "That login belongs to an account here already.", true
	case errors.Is(err, ErrPasskey):
		return "That passkey cannot be used here.", true
	case errors.Is(err, ErrCode):
		return "That code is not right, or it was used already. Codes of an app change every half minute: try the next one.", true
	case errors.Is(err, ErrLate):
		return "That took too long, or it was done already. Begin again.", true
	case errors.Is(err, ErrStranger):
		return "Nobody at this desk goes by that login. Sign in another way and add it under Your account, or ask an admin for a link.", true
	case errors.Is(err, ErrProvider):
		return "The provider of sign-ins did not answer as it should. Try again, or sign in another way.", true
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
