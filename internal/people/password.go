package people

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"
)

// Bounds of passwords, in characters. The longest only keeps the work bounded.
const (
	MinPassword = 12
	MaxPassword = 200
)

// ErrPassword is wrapped by errors that say what is wrong with a password, in
// words for the person who chose it.
var ErrPassword = errors.New("not a password to use")

// cost is what hashing one password takes: 64 MiB and three passes, on one
// thread, above what OWASP asks for. Every hash carries its own cost, so that it
// can be raised later.
var cost = &argon2id.Params{Memory: 64 << 10, Iterations: 3, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// hashing bounds how many passwords are hashed at once, by all of the process:
// whoever asks for thousands of sign-ins gets neither our memory nor all our cores.
var hashing = make(chan struct{}, 2)

// hash checks a password that a person has chosen, and hashes it.
func hash(ctx context.Context, name, password string) (string, error) {
	if err := CheckPassword(name, password); err != nil {
		return "", err
	}
	var out string
	err := turn(ctx, func() (err error) {
		out, err = argon2id.CreateHash(norm.NFC.String(password), cost)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("hashing a password: %w", err)
	}
	return out, nil
}

// nobodys is the hash of a password that nobody knows: names that are not there
// are checked against it, so that they take as long as others.
func nobodys() (string, error) {
	h, err := argon2id.CreateHash(rand.Text(), cost)
	if err != nil {
		return "", fmt.Errorf("hashing nobody's password: %w", err)
	}
	return h, nil
}

// matches tells whether a password is the one that was hashed.
func matches(ctx context.Context, password, secret string) (ok bool, err error) {
	if utf8.RuneCountInString(password) > MaxPassword {
		return false, nil
	}
	err = turn(ctx, func() (err error) {
		ok, err = argon2id.ComparePasswordAndHash(norm.NFC.String(password), secret)
		return err
	})
	if err != nil {
		return false, fmt.Errorf("checking a password: %w", err)
	}
	return ok, nil
}

func turn(ctx context.Context, work func() error) error {
	select {
	case hashing <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-hashing }()
	return work()
}

// CheckPassword tells whether a person may choose a password, with an error that
// wraps [ErrPassword] and says what to do.
func CheckPassword(name, password string) error {
	n := utf8.RuneCountInString(password)
	switch {
	case !utf8.ValidString(password) || strings.ContainsFunc(password, unicode.IsControl):
		return fmt.Errorf("%w: it holds characters that cannot be typed", ErrPassword)
	case n < MinPassword:
		return fmt.Errorf("%w: it needs at least %d characters; four or five words will do", ErrPassword, MinPassword)
	case n > MaxPassword:
		return fmt.Errorf("%w: it is longer than %d characters", ErrPassword, MaxPassword)
	case different(password) < 5:
		return fmt.Errorf("%w: it holds fewer than five different characters", ErrPassword)
	case Fold(name) != "" && strings.Contains(Fold(password), Fold(name)) && n < MinPassword+utf8.RuneCountInString(name):
		return fmt.Errorf("%w: it is little more than the name", ErrPassword)
	}
	return nil
}

func different(s string) int {
	seen := map[rune]bool{}
	for _, r := range s {
		seen[r] = true
	}
	return len(seen)
}
