package people

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"isnad"
	"isnad/internal/store"
)

const good = "four plain words here"

// clock is a time that a test moves.
type clock struct{ at time.Time }

func house(t *testing.T) (*People, *clock) {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "isnad.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	c := &clock{time.Date(2031, 5, 6, 7, 8, 9, 0, time.UTC)}
	p := New(st)
	p.now = func() time.Time { return c.at }
	return p, c
}

func add(t *testing.T, p *People, name string, role isnad.Role) isnad.Person {
	t.Helper()
	x, err := p.Add(t.Context(), name, role, good)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// enter signs Rima in with her password.
func enter(t *testing.T, p *People) string {
	t.Helper()
	in, err := p.SignIn(t.Context(), "Rima", good, Visit{"192.0.2.7", "a browser"})
	if err != nil || in.Session == "" {
		t.Fatalf("%+v, %v", in, err)
	}
	return in.Session
}

func seatOf(t *testing.T, p *People, token string) Seat {
	t.Helper()
	seat, err := p.Seat(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	return seat
}

// Names stand beside acts: what cannot be seen, or turns the text around it, is
// no name, and two names that look alike to people are one.
func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"Rima Haddad":               "Rima Haddad",
		"  Rima \t\n Haddad ":       "Rima Haddad",
		"ريما حداد":                 "ريما حداد",
		"e\u0301lodie":              "élodie",
		"":                          "",
		"   ":                       "",
		"1234":                      "",
		"Rima\u202Eada":             "",
		"Ri\u200Bma":                "",
		"Rima\x00":                  "",
		"\xff\xfe":                  "",
		strings.Repeat("a", 60):     strings.Repeat("a", 60),
		strings.Repeat("a", 61):     "",
		strings.Repeat("a", 1e6):    "",
		`<script>alert(1)</script>`: `<script>alert(1)</script>`, // only text; pages escape it
	} {
		got, err := CheckName(in)
		if got != want || (err == nil) != (want != "") || err != nil && !errors.Is(err, ErrName) {
			t.Errorf("CheckName(%.40q) = %.40q, %v; want %.40q", in, got, err, want)
		}
	}
	for _, same := range [][2]string{{"Rima", "RIMA"}, {"straße", "STRASSE"}, {"ﬁne", "fine"}, {"Ｒima", "rima"}, {" a  b ", "A b"}, {"Ri\u200Cma", "Rima"}, {"É", "e\u0301"}} {
		if Fold(same[0]) != Fold(same[1]) {
			t.Errorf("%q and %q are two names", same[0], same[1])
		}
	}
}

func TestPasswords(t *testing.T) {
	for password, ok := range map[string]bool{
		good:                         true,
		"kurz":                       false,
		"elevenchars":                false,
		"twelve chars":               true,
		"aaaaaaaaaaaaaaaa":           false,
		"abababababababab":           false,
		"Rima Haddad1":               false,
		"rima haddad and three more": true,
		"كلمات طويلة جدا":            true,
		"with\x00control chars":      false,
		"\xff\xfe not any text here": false,
		strings.Repeat("abcdef", 33): true,
		strings.Repeat("abcdef", 34): false,
	} {
		if err := CheckPassword("Rima Haddad", password); (err == nil) != ok || err != nil && !errors.Is(err, ErrPassword) {
			t.Errorf("%.30q: %v", password, err)
		}
	}
}

// What stands in the database opens nothing: the password as argon2id, the token as a hash.
func TestSecretsAreNotKept(t *testing.T) {
	p, _ := house(t)
	x := add(t, p, "Rima", isnad.RoleAdmin)
	secret, err := p.st.Secret(t.Context(), x.ID)
	if err != nil || !strings.HasPrefix(secret, "$argon2id$v=19$m=65536,t=3,p=1$") || strings.Contains(secret, "plain") {
		t.Errorf("the password is kept as %q, %v", secret, err)
	}
	in, err := p.SignIn(t.Context(), "rima", good, Visit{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := p.st.Session(t.Context(), isnad.Hash(in.Session), p.now()); !errors.Is(err, isnad.ErrNotFound) {
		t.Error("the token stands in the database as it is")
	}
}

// Sign-ins: the name however written, a new token each time, the same error for a
// wrong name as for a wrong password, and none for people who were removed.
func TestSignIn(t *testing.T) {
	p, _ := house(t)
	ctx := t.Context()
	add(t, p, "Admin One", isnad.RoleAdmin)
	x := add(t, p, "Rima Haddad", isnad.RoleEditor)
	seen := map[string]bool{}
	for _, name := range []string{"Rima Haddad", "  rima   HADDAD"} {
		in, err := p.SignIn(ctx, name, good, Visit{})
		token := in.Session
		if err != nil || in.Person != x || in.Second != "" || len(token) < 20 || seen[token] {
			t.Fatalf("%q: %+v %v", name, in, err)
		}
		seen[token] = true
		if who, err := p.Session(ctx, token); err != nil || who != x {
			t.Errorf("the session is of %+v, %v", who, err)
		}
	}
	for _, try := range [][2]string{{"Rima Haddad", good + "x"}, {"Nobody", good}, {"", ""}, {"Rima Haddad", ""}, {"Rima Haddad", strings.Repeat(good, 1000)}} {
		if _, err := p.SignIn(ctx, try[0], try[1], Visit{}); !errors.Is(err, ErrWrong) {
			t.Errorf("%.40q %.10q: %v", try[0], try[1], err)
		}
	}
	if err := p.Remove(ctx, x, By{}); err != nil {
		t.Fatal(err)
	}
	if _, err := p.SignIn(ctx, "Rima Haddad", good, Visit{}); !errors.Is(err, ErrWrong) {
		t.Errorf("who was removed signs in: %v", err)
	}
	for token := range seen {
		if _, err := p.Session(ctx, token); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("the session of who was removed goes on: %v", err)
		}
	}
	for _, token := range []string{"", "x", strings.Repeat("x", 1000)} {
		if _, err := p.Session(ctx, token); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("session of %.10q: %v", token, err)
		}
	}
}

// A name that fails again and again waits, longer each time, whoever knocks and
// with whatever password; then it works again. Names that nobody has wait alike.
func TestWaiting(t *testing.T) {
	for _, c := range []struct {
		failures int
		want     time.Duration
	}{{0, 0}, {4, 0}, {5, time.Second}, {6, 2 * time.Second}, {8, 8 * time.Second}, {14, 512 * time.Second}, {15, 15 * time.Minute}, {1000, 15 * time.Minute}} {
		if got := waitAfter(c.failures); got != c.want {
			t.Errorf("after %d failures %s, want %s", c.failures, got, c.want)
		}
	}
	p, c := house(t)
	ctx := t.Context()
	add(t, p, "Rima", isnad.RoleAdmin)
	fail := func(name string) (wait *WaitError) {
		t.Helper()
		_, err := p.SignIn(ctx, name, "not the password", Visit{})
		if err == nil || !errors.As(err, &wait) && !errors.Is(err, ErrWrong) {
			t.Fatalf("%s: %v", name, err)
		}
		return wait
	}
	for _, name := range []string{"Rima", "nobody"} {
		for n := range FreeFailures {
			if w := fail(name); w != nil {
				t.Fatalf("%s waits after %d failures", name, n)
			}
		}
		if w := fail(name); w == nil || w.For != time.Second {
			t.Fatalf("%s does not wait a second after %d failures: %v", name, FreeFailures, w)
		}
	}
	var wait *WaitError
	if _, err := p.SignIn(ctx, "RIMA", good, Visit{}); !errors.As(err, &wait) {
		t.Errorf("the right password is let through while the name waits: %v", err)
	}
	c.at = c.at.Add(time.Second)
	if w := fail("Rima"); w != nil {
		t.Errorf("after the wait it goes on waiting: %v", w)
	}
	if w := fail("Rima"); w == nil || w.For != 2*time.Second {
		t.Errorf("the second wait is not longer: %v", w)
	}
	c.at = c.at.Add(2 * time.Second)
	if _, err := p.SignIn(ctx, "Rima", good, Visit{}); err != nil {
		t.Fatal(err)
	}
	if w := fail("Rima"); w != nil {
		t.Errorf("the count does not begin anew after a sign-in: %v", w)
	}
}

// Sessions end when they are not used, and after a week in any case.
func TestSessionTimes(t *testing.T) {
	p, c := house(t)
	ctx := t.Context()
	add(t, p, "Rima", isnad.RoleAdmin)
	token := enter(t, p)
	began := c.at
	for c.at.Sub(began) < whole-time.Hour {
		if _, err := p.Session(ctx, token); err != nil {
			t.Fatalf("after %s: %v", c.at.Sub(began), err)
		}
		c.at = c.at.Add(11 * time.Hour)
	}
	c.at = began.Add(whole)
	if _, err := p.Session(ctx, token); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("a session is older than a week: %v", err)
	}
	token = enter(t, p)
	c.at = c.at.Add(idle)
	if _, err := p.Session(ctx, token); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("a session that nobody used goes on: %v", err)
	}
	token = enter(t, p)
	if err := p.SignOut(ctx, token); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Session(ctx, token); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("a session goes on after signing out: %v", err)
	}
}

func TestChangingThePassword(t *testing.T) {
	p, _ := house(t)
	ctx := t.Context()
	add(t, p, "Rima", isnad.RoleAdmin)
	token := enter(t, p)
	seat := seatOf(t, p, token)
	if _, err := p.ChangePassword(ctx, seat, "not the present one", "another four plain words", Visit{}); !errors.Is(err, ErrWrong) {
		t.Errorf("without the present password: %v", err)
	}
	if _, err := p.ChangePassword(ctx, seat, good, "short", Visit{}); !errors.Is(err, ErrPassword) {
		t.Errorf("to a short one: %v", err)
	}
	if _, err := p.Session(ctx, token); err != nil {
		t.Errorf("what failed ended the session: %v", err)
	}
	anew, err := p.ChangePassword(ctx, seat, good, "another four plain words", Visit{})
	if err != nil {
		t.Fatal(err)
	}
	if x, err := p.Session(ctx, anew); err != nil || x.Name != "Rima" {
		t.Errorf("it goes on in the browser it was done in: %v", err)
	}
	if _, err := p.Session(ctx, token); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("the session outlives the password: %v", err)
	}
	if _, err := p.SignIn(ctx, "Rima", good, Visit{}); !errors.Is(err, ErrWrong) {
		t.Errorf("the old password: %v", err)
	}
	if _, err := p.SignIn(ctx, "Rima", "another four plain words", Visit{}); err != nil {
		t.Errorf("the new password: %v", err)
	}
}

// The link for the first admin works once, within its time, for one of those who hold it.
func TestFounder(t *testing.T) {
	p, c := house(t)
	ctx := t.Context()
	old, err := p.InviteFounder(ctx)
	if err != nil {
		t.Fatal(err)
	}
	token, err := p.InviteFounder(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := p.Accept(ctx, old, "Rima", good, Visit{}); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("the older link: %v", err)
	}
	if _, _, err := p.Accept(ctx, token, "Rima", "short", Visit{}); !errors.Is(err, ErrPassword) {
		t.Errorf("a password that will not do: %v", err)
	}
	began := c.at
	c.at = began.Add(FounderLink)
	if _, _, err := p.Accept(ctx, token, "Rima", good, Visit{}); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("the link after its time: %v", err)
	}
	c.at = began
	var wg sync.WaitGroup
	var mu sync.Mutex
	made := 0
	for i := range 3 {
		wg.Go(func() {
			x, session, err := p.Accept(context.WithoutCancel(ctx), token, fmt.Sprintf("Rima %c", 'a'+i), good, Visit{})
			if err == nil {
				who, err := p.Session(context.WithoutCancel(ctx), session)
				if err != nil || who != x || x.Role != isnad.RoleAdmin {
					t.Errorf("the first admin is %+v, signed in as %+v, %v", x, who, err)
				}
				mu.Lock()
				made++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if made != 1 {
		t.Errorf("the link made %d admins", made)
	}
	if _, err := p.InviteFounder(ctx); !errors.Is(err, store.ErrNotNobody) {
		t.Errorf("a link for the first admin when there is one: %v", err)
	}
}

// Every error that a person can do something about is a sentence; others are ours.
func TestAdvice(t *testing.T) {
	p, _ := house(t)
	ctx := t.Context()
	x := add(t, p, "Rima", isnad.RoleAdmin)
	_, taken := p.Add(ctx, "RIMA", isnad.RoleEditor, good)
	_, name := CheckName("\u200b")
	for _, err := range []error{taken, name, p.Remove(ctx, x, By{}), CheckPassword("x", "short"), ErrWrong, &WaitError{time.Minute},
		ErrCode, ErrLate, ErrPasskey, ErrProvider, ErrStranger, store.ErrLastFactor, store.ErrLastWay, store.ErrTooMany, store.ErrLoginTaken} {
		if s, ok := Advice(fmt.Errorf("doing it: %w", err)); !ok || len(s) < 20 || !strings.HasSuffix(s, ".") {
			t.Errorf("%v: %q", err, s)
		}
	}
	if s, ok := Advice(errors.New("disk on fire")); ok {
		t.Errorf("an error of ours is shown: %q", s)
	}
}
