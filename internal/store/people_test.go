package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"isnad"
)

func newPerson(n int, role isnad.Role) (isnad.Person, string) {
	name := fmt.Sprintf("Person %d", n)
	return isnad.Person{ID: fmt.Sprintf("u%020d", n), Name: name, Role: role, Added: noon.Add(time.Duration(n) * time.Minute)}, fmt.Sprintf("person %d", n)
}

func addPerson(t *testing.T, s *Store, n int, role isnad.Role) isnad.Person {
	t.Helper()
	p, folded := newPerson(n, role)
	if err := s.AddPerson(t.Context(), p, folded, "secret"); err != nil {
		t.Fatal(err)
	}
	return p
}

func token(name string) isnad.Hash { return isnad.HashOf([]byte(name)) }

func signIn(t *testing.T, s *Store, p isnad.Person, name, secret string) error {
	t.Helper()
	return s.BeginSession(t.Context(), Session{Token: token(name), Person: p.ID, Began: noon, Used: noon, Expires: noon.Add(time.Hour)}, Proof{Secret: secret})
}

// Names are compared folded, are never given twice, and what was written is read again.
func TestPeople(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		a, b := addPerson(t, s, 1, isnad.RoleAdmin), addPerson(t, s, 2, isnad.RoleEditor)
		twin := a
		twin.ID, twin.Name = "u00000000000000000099", "PERSON 1"
		if err := s.AddPerson(ctx, twin, "person 1", "x"); !errors.Is(err, ErrNameTaken) {
			t.Errorf("a second person of one name: %v", err)
		}
		for _, bad := range []isnad.Person{{ID: "u1", Name: "x", Role: "king"}, {ID: "u1", Name: "", Role: isnad.RoleAdmin}, {ID: "", Name: "x", Role: isnad.RoleAdmin}, {ID: "u1", Name: "x\x00", Role: isnad.RoleAdmin}} {
			if err := s.AddPerson(ctx, bad, "folded", "x"); err == nil {
				t.Errorf("%+v was taken", bad)
			}
		}
		if got := must[[]isnad.Person](t)(s.People(ctx)); len(got) != 2 || got[0] != a || got[1] != b {
			t.Errorf("people %+v", got)
		}
		got, secret, err := s.PersonNamed(ctx, "person 2")
		if err != nil || got != b || secret != "secret" {
			t.Errorf("by name: %+v %q %v", got, secret, err)
		}
		if err := s.RemovePerson(ctx, b.ID, noon); err != nil {
			t.Fatal(err)
		}
		if got := must[isnad.Person](t)(s.Person(ctx, b.ID)); !got.Removed.Equal(noon) || got.Name != b.Name {
			t.Errorf("removed: %+v", got)
		}
		if _, secret, _ := s.PersonNamed(ctx, "person 2"); secret != "" {
			t.Error("whoever is removed keeps a password")
		}
		twin.Name = "Person 2"
		if err := s.AddPerson(ctx, twin, "person 2", "x"); !errors.Is(err, ErrNameTaken) {
			t.Errorf("the name of one who was removed is given again: %v", err)
		}
		for _, err := range []error{s.RemovePerson(ctx, b.ID, noon), s.SetRole(ctx, b.ID, isnad.RoleAdmin), s.SetSecret(ctx, "nobody", "x")} {
			if !errors.Is(err, isnad.ErrNotFound) {
				t.Errorf("changing who has no account: %v", err)
			}
		}
	})
}

// Somebody must be left who can give accounts.
func TestTheLastAdminStays(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		a, b := addPerson(t, s, 1, isnad.RoleAdmin), addPerson(t, s, 2, isnad.RoleAdmin)
		// Both at once, as two admins might who do not get on.
		var wg sync.WaitGroup
		errs := make([]error, 2)
		for i, p := range []isnad.Person{a, b} {
			wg.Go(func() { errs[i] = s.SetRole(context.WithoutCancel(ctx), p.ID, isnad.RoleEditor) })
		}
		wg.Wait()
		if (errs[0] == nil) == (errs[1] == nil) || !errors.Is(errors.Join(errs...), ErrLastAdmin) {
			t.Fatalf("taking the role from both admins: %v", errs)
		}
		last := a
		if errs[0] == nil {
			last = b
		}
		if err := s.RemovePerson(ctx, last.ID, noon); !errors.Is(err, ErrLastAdmin) {
			t.Errorf("removing the last admin: %v", err)
		}
	})
}

// A session ends with its time, with sign-out, and with any change of the person;
// one that was proved against an old password does not begin.
func TestSessions(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		addPerson(t, s, 1, isnad.RoleAdmin)
		p, q := addPerson(t, s, 2, isnad.RoleEditor), addPerson(t, s, 3, isnad.RoleEditor)
		alive := func(name string, at time.Time) bool {
			x, who, err := s.Session(ctx, token(name), at)
			if err != nil && !errors.Is(err, isnad.ErrNotFound) {
				t.Fatal(err)
			}
			return err == nil && x.Person == who.ID && x.Token == token(name)
		}
		begin := func() {
			t.Helper()
			for _, name := range []string{"a", "b"} {
				if err := signIn(t, s, p, name, "secret"); err != nil {
					t.Fatal(err)
				}
			}
		}
		begin()
		if err := signIn(t, s, q, "other", "secret"); err != nil {
			t.Fatal(err)
		}
		if !alive("a", noon) || alive("a", noon.Add(time.Hour)) || alive("unknown", noon) {
			t.Error("a session lives until it expires, and no other does")
		}
		if err := s.UseSession(ctx, token("a"), noon.Add(time.Minute), noon.Add(2*time.Hour)); err != nil {
			t.Fatal(err)
		}
		if !alive("a", noon.Add(time.Hour)) {
			t.Error("a session that is used goes on")
		}
		if err := s.EndSession(ctx, token("a")); err != nil || alive("a", noon) || !alive("b", noon) {
			t.Errorf("signing out ends one session: %v", err)
		}
		for what, change := range map[string]func() error{
			"password": func() error { return s.SetSecret(ctx, p.ID, "secret") },
			"role":     func() error { return s.SetRole(ctx, p.ID, isnad.RoleReviewer) },
		} {
			for _, name := range []string{"a", "b"} {
				if err := s.EndSession(ctx, token(name)); err != nil {
					t.Fatal(err)
				}
			}
			begin()
			if err := change(); err != nil || alive("a", noon) || alive("b", noon) || !alive("other", noon) {
				t.Errorf("a new %s ends the person's sessions and no other's: %v", what, err)
			}
		}
		if err := s.SetSecret(ctx, p.ID, "newer"); err != nil {
			t.Fatal(err)
		}
		if err := signIn(t, s, p, "late", "secret"); !errors.Is(err, isnad.ErrNotFound) || alive("late", noon) {
			t.Errorf("a session against an old password: %v", err)
		}
		if err := s.RemovePerson(ctx, q.ID, noon); err != nil || alive("other", noon) {
			t.Errorf("removing ends sessions: %v", err)
		}
		if err := signIn(t, s, q, "gone", ""); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("whoever is removed begins a session: %v", err)
		}
	})
}

// The link for the first admin works once, for as long as there is nobody; a new
// one takes its place.
func TestInvitations(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		founder := func(name string) Invitation {
			return Invitation{Token: token(name), Role: isnad.RoleAdmin, Founder: true, Expires: noon.Add(time.Hour)}
		}
		for _, name := range []string{"first", "second"} {
			if err := s.PutInvitation(ctx, founder(name)); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.Invitation(ctx, token("first"), noon); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("the link before the last works: %v", err)
		}
		if _, err := s.Invitation(ctx, token("second"), noon.Add(time.Hour)); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("a link works after its time: %v", err)
		}
		// Two at once: one of them is the first.
		var wg sync.WaitGroup
		errs := make([]error, 2)
		for i := range errs {
			p, folded := newPerson(i+1, isnad.RoleContributor)
			wg.Go(func() {
				got, err := s.AcceptInvitation(context.WithoutCancel(ctx), token("second"), p, folded, "x", noon)
				if errs[i] = err; err == nil && got.Role != isnad.RoleAdmin {
					t.Errorf("the link made a %s", got.Role)
				}
			})
		}
		wg.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Fatalf("a link that works once was used twice: %v", errs)
		}
		if err := s.PutInvitation(ctx, founder("third")); !errors.Is(err, ErrNotNobody) {
			t.Errorf("a link for the first admin when there is one: %v", err)
		}
		// A name that is taken leaves the link as it was.
		if err := s.PutInvitation(ctx, Invitation{Token: token("guest"), Role: isnad.RoleEditor, Expires: noon.Add(time.Hour)}); err != nil {
			t.Fatal(err)
		}
		all := must[[]isnad.Person](t)(s.People(ctx))
		p, folded := newPerson(9, isnad.RoleAdmin)
		if _, err := s.AcceptInvitation(ctx, token("guest"), p, "person "+all[0].Name[len("Person "):], "x", noon); !errors.Is(err, ErrNameTaken) {
			t.Errorf("a name that is taken: %v", err)
		}
		got, err := s.AcceptInvitation(ctx, token("guest"), p, folded, "x", noon)
		if err != nil || got.Role != isnad.RoleEditor {
			t.Errorf("after another name was chosen: %+v %v", got, err)
		}
	})
}

// Attempts are counted one after the other, also when they come at once.
func TestAttempts(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		wait := func(n int) time.Duration {
			if n < 3 {
				return 0
			}
			return time.Minute << (n - 3)
		}
		old := noon.Add(-24 * time.Hour)
		var wg sync.WaitGroup
		var mu sync.Mutex
		let := 0
		for range 12 {
			wg.Go(func() {
				left, err := s.Attempt(context.WithoutCancel(ctx), token("x"), noon, old, wait)
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				if left == 0 {
					let++
				}
			})
		}
		wg.Wait()
		if let != 3 {
			t.Errorf("%d of 12 attempts at once were let through, want 3", let)
		}
		try := func(name string, at time.Time) time.Duration {
			return must[time.Duration](t)(s.Attempt(ctx, token(name), at, old, wait))
		}
		if left := try("x", noon.Add(20*time.Second)); left != 40*time.Second {
			t.Errorf("%s left to wait, want 40s", left)
		}
		if left := try("x", noon.Add(time.Minute)); left != 0 {
			t.Errorf("after the wait %s are left", left)
		}
		if left := try("x", noon.Add(2*time.Minute)); left != time.Minute {
			t.Errorf("after another failure %s are left, want twice as long a wait", left)
		}
		if left := try("y", noon); left != 0 {
			t.Error("one waits for another's failures")
		}
		if err := s.ForgetFailures(ctx, token("x")); err != nil {
			t.Fatal(err)
		}
		if left := try("x", noon.Add(2*time.Minute)); left != 0 {
			t.Error("what succeeded does not wait")
		}
	})
}
