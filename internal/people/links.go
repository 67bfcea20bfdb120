package people

import (
	"context"
	"errors"
	"time"

	"isnad"
	"isnad/internal/store"
)

// How long links work.
const (
	FounderLink = time.Hour
	InviteLink  = 3 * 24 * time.Hour
	ResetLink   = 24 * time.Hour
)

// InviteFounder returns the token of a link for the first admin, and makes those
// before it void. The error wraps [store.ErrNotNobody] once there is somebody.
func (p *People) InviteFounder(ctx context.Context) (token string, err error) {
	token, digest := newToken()
	return token, p.st.PutInvitation(ctx, store.Invitation{Token: digest, Role: isnad.RoleAdmin, Founder: true, Expires: p.now().Add(FounderLink)})
}

// Invite returns the token of a link that makes one account of a role.
func (p *People) Invite(ctx context.Context, role isnad.Role, by By) (token string, err error) {
	token, digest := newToken()
	return token, p.st.PutInvitation(ctx, store.Invitation{Token: digest, Role: role, Inviter: by.ID, Expires: p.now().Add(InviteLink)},
		p.event(store.EventInvited, "", by, string(role)))
}

// Reset takes away all that proves who a person is, the password too, ends their
// sessions and the wait of their name, and returns the token of a link with which
// they set a new password.
func (p *People) Reset(ctx context.Context, x isnad.Person, by By) (token string, err error) {
	x, err = p.st.Person(ctx, x.ID)
	if err != nil {
		return "", err
	}
	token, digest := newToken()
	err = p.st.ResetPerson(ctx, x.ID, store.Invitation{Token: digest, Inviter: by.ID, Expires: p.now().Add(ResetLink)}, p.event(store.EventReset, x.ID, by, ""))
	if err != nil {
		return "", err
	}
	return token, errors.Join(p.st.ForgetFailures(ctx, subject(x.Name)), p.st.ForgetFailures(ctx, secondSubject(x.ID)))
}

// Invitation returns what a link makes, if it still works.
func (p *People) Invitation(ctx context.Context, token string) (store.Invitation, error) {
	return p.st.Invitation(ctx, isnad.HashOf([]byte(token)), p.now())
}

// Accept uses up a link: it makes the account, or sets the password of the person
// that the link is for, whose name stays; and signs in. When the name or the
// password will not do, the link still works.
func (p *People) Accept(ctx context.Context, token, name, password string, v Visit) (isnad.Person, string, error) {
	digest := isnad.HashOf([]byte(token))
	i, err := p.st.Invitation(ctx, digest, p.now()) // before anything that costs
	if err != nil {
		return isnad.Person{}, "", err
	}
	if i.Person != "" {
		return p.acceptReset(ctx, digest, i.Person, password, v)
	}
	x, secret, err := p.make(ctx, name, isnad.RoleContributor, password)
	if err != nil {
		return x, "", err
	}
	by := By{x, v}
	if x, err = p.st.AcceptInvitation(ctx, digest, x, Fold(x.Name), secret, p.now(), p.event(store.EventAdded, x.ID, by, "")); err != nil {
		return x, "", err
	}
	session, err := p.begin(ctx, x, wayLink, false, store.Proof{Secret: secret}, v)
	return x, session, err
}

func (p *People) acceptReset(ctx context.Context, digest isnad.Hash, id, password string, v Visit) (isnad.Person, string, error) {
	x, err := p.st.Person(ctx, id)
	if err != nil {
		return x, "", err
	}
	secret, err := hash(ctx, x.Name, password)
	if err != nil {
		return x, "", err
	}
	if err := p.st.AcceptReset(ctx, digest, x.ID, secret, p.now(), p.event(store.EventPassword, x.ID, By{x, v}, "by a link")); err != nil {
		return x, "", err
	}
	session, err := p.begin(ctx, x, wayLink, false, store.Proof{Secret: secret}, v)
	return x, session, err
}
