package main

import (
	"fmt"
	"os"
	"strings"

	"isnad"
	"isnad/internal/people"
)

// signInFlags say with what people prove who they are.
type signInFlags struct {
	SecondFactor []string `help:"Roles that need a second factor (a passkey, or one-time codes): admin,reviewer." placeholder:"ROLE" env:"ISNAD_SECOND_FACTOR"`

	OIDCIssuer     string `name:"oidc-issuer" help:"Provider of sign-ins that speaks OpenID Connect, as it calls itself: https://id.example.org. Needs --url." placeholder:"URL" env:"ISNAD_OIDC_ISSUER"`
	OIDCClient     string `name:"oidc-client" help:"What the provider calls this site." placeholder:"ID" env:"ISNAD_OIDC_CLIENT"`
	OIDCSecretFile string `name:"oidc-secret-file" help:"File with the secret that is shared with the provider." type:"path" placeholder:"FILE" env:"ISNAD_OIDC_SECRET_FILE"`
	OIDCName       string `name:"oidc-name" help:"Name of the provider on the button; its host when not given." placeholder:"NAME" env:"ISNAD_OIDC_NAME"`
	OIDCRole       string `name:"oidc-role" help:"Give whoever the provider knows an account of this role at their first sign-in. Without it only those sign in who have added their login to their account." placeholder:"ROLE" env:"ISNAD_OIDC_ROLE"`
}

// options are the flags in the words of people. base is where readers reach the
// site.
func (f *signInFlags) options(base, title string) (people.Options, error) {
	o := people.Options{Origin: base, Title: title}
	for _, s := range f.SecondFactor {
		r := isnad.Role(strings.TrimSpace(s))
		if !r.Valid() {
			return o, fmt.Errorf("%w: --second-factor %q is none of contributor, editor, reviewer, admin", errUse, s)
		}
		o.Second = append(o.Second, r)
	}
	if f.OIDCIssuer == "" {
		return o, nil
	}
	p := &people.Provider{Issuer: f.OIDCIssuer, Client: f.OIDCClient, Name: f.OIDCName, NewRole: isnad.Role(f.OIDCRole)}
	if f.OIDCSecretFile != "" {
		b, err := os.ReadFile(f.OIDCSecretFile)
		if err != nil {
			return o, fmt.Errorf("reading the secret of the provider: %w", err)
		}
		p.Secret = strings.TrimSpace(string(b))
	}
	o.Provider = p
	return o, nil
}
