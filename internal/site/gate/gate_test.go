package gate

import (
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var home = netip.MustParseAddr("192.0.2.7")

// clocked is a gate with a clock that the test moves.
func clocked(o Options) (*Gate, *time.Time) {
	now := time.Date(2031, 5, 1, 12, 0, 0, 0, time.UTC)
	o.Now = func() time.Time { return now }
	if o.Bits == 0 {
		o.Bits = 6
	}
	return New(o), &now
}

func opened() (string, error) { return "case", nil }

// A form whose task is done is taken at once; one whose task is not, after a while.
func TestTaskOrWait(t *testing.T) {
	g, now := clocked(Options{})
	task := g.Task()
	if len(task) != 40 {
		t.Errorf("a task of %d characters", len(task))
	}
	if got, err := g.Take(home, task, Solve(task, 6), "x", opened); got != "case" || err != nil {
		t.Errorf("done: %q, %v", got, err)
	}
	bare := g.Task()
	var wait *WaitError
	if _, err := g.Take(home, bare, "", "x", opened); !errors.As(err, &wait) || !wait.Early || wait.For != 15*time.Second {
		t.Errorf("undone at once: %v", err)
	}
	*now = now.Add(15 * time.Second)
	if got, err := g.Take(home, bare, "", "x", opened); got != "case" || err != nil {
		t.Errorf("undone after a while: %q, %v", got, err)
	}
}

// Only a task that this gate made, whole and not too old, opens it.
func TestTasksOfOthers(t *testing.T) {
	g, now := clocked(Options{})
	other, _ := clocked(Options{})
	mine := g.Task()
	swapped := []byte(mine)
	swapped[3] ^= 1
	for _, task := range []string{"", "x", mine[:39], mine + "A", string(swapped), other.Task(), strings.Repeat("A", 1<<20), "\x00" + mine[1:]} {
		if _, err := g.Take(home, task, Solve(task, 6), "x", opened); !errors.Is(err, ErrTask) {
			t.Errorf("%.50q: %v", task, err)
		}
	}
	*now = now.Add(24*time.Hour + time.Second)
	if _, err := g.Take(home, mine, Solve(mine, 6), "x", opened); !errors.Is(err, ErrTask) {
		t.Errorf("a day later: %v", err)
	}
	// Processes with one secret take each other's.
	a, b := New(Options{Secret: []byte("s"), Bits: 4}), New(Options{Secret: []byte("s"), Bits: 4})
	task := a.Task()
	if _, err := b.Take(home, task, Solve(task, 4), "x", opened); err != nil {
		t.Error(err)
	}
}

func TestSolved(t *testing.T) {
	answer := Solve("task", 9)
	if !Solved("task", answer, 9) || Solved("tast", answer, 9) && Solved("tasu", answer, 9) {
		t.Error("an answer is not bound to its task")
	}
	for _, bad := range []string{"", "-1", "+" + answer, "0" + answer, answer + " ", "1e3", "99999999999999999999", "٣"} {
		if Solved("task", bad, 0) {
			t.Errorf("%q is taken for a number", bad)
		}
	}
}

// Two presses of a button open one case, at the same time or later, also when a
// first try failed.
func TestOnce(t *testing.T) {
	g, _ := clocked(Options{})
	task := g.Task()
	answer := Solve(task, 6)
	if _, err := g.Take(home, task, answer, "x", func() (string, error) { return "", errors.New("no disk") }); err == nil || err.Error() != "no disk" {
		t.Fatalf("the error of opening: %v", err)
	}
	var calls atomic.Int64
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			got, err := g.Take(home, task, answer, "x", func() (string, error) {
				time.Sleep(5 * time.Millisecond)
				return fmt.Sprint("case ", calls.Add(1)), nil
			})
			if got != "case 1" || err != nil {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
	wg.Wait()
}

// Something else that comes with a task that was used is not swallowed: a stranger is
// given a new task, and who is known may send several things.
func TestSomethingElseWithATask(t *testing.T) {
	g, _ := clocked(Options{})
	task := g.Task()
	answer := Solve(task, 6)
	if _, err := g.Take(home, task, answer, "a complaint", opened); err != nil {
		t.Fatal(err)
	}
	if got, err := g.Take(home, task, answer, "another", opened); !errors.Is(err, ErrTask) {
		t.Errorf("another form: %q, %v", got, err)
	}
	known := g.Task()
	for _, x := range []struct{ what, gives, want string }{{"add a", "1", "1"}, {"withdraw", "2", "2"}, {"add a", "3", "1"}} {
		got, err := g.Once(known, x.what, func() (string, error) { return x.gives, nil })
		if got != x.want || err != nil {
			t.Errorf("%s: %q, %v", x.what, got, err)
		}
	}
}

// Of one task only so many things are remembered, so that nobody pushes out what is
// remembered of others; what failed does not count, and what was sent still is there.
func TestMuchWithOneTask(t *testing.T) {
	g, now := clocked(Options{})
	task := g.Task()
	for n := range mostOfTask {
		if _, err := g.Once(task, fmt.Sprint("fails ", n), func() (string, error) { return "", errors.New("no disk") }); err == nil || errors.Is(err, ErrTask) {
			t.Fatalf("what fails: %v", err)
		}
	}
	for n := range mostOfTask + 50 {
		if _, err := g.Once(task, fmt.Sprint(n), opened); errors.Is(err, ErrTask) != (n >= mostOfTask) {
			t.Fatalf("%d: %v", n, err)
		}
	}
	if got, err := g.Once(task, "0", func() (string, error) { return "again", nil }); got != "case" || err != nil {
		t.Errorf("the first one, sent again: %q, %v", got, err)
	}
	if got, err := g.Once(g.Task(), "0", opened); got != "case" || err != nil {
		t.Errorf("with another task: %q, %v", got, err)
	}
	if len(g.taken) != mostOfTask+1 || len(g.of) != 2 {
		t.Errorf("%d are remembered, of %d tasks", len(g.taken), len(g.of))
	}
	*now = now.Add(48 * time.Hour)
	for n := range mostTaken {
		if _, err := g.Once(g.Task(), fmt.Sprint(n), opened); err != nil {
			t.Fatal(err)
		}
	}
	if len(g.of) != len(g.taken) {
		t.Errorf("%d are remembered, of %d tasks", len(g.taken), len(g.of))
	}
}

// An opening that panics holds nobody up.
func TestPanic(t *testing.T) {
	g, _ := clocked(Options{})
	task := g.Task()
	answer := Solve(task, 6)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_, _ = g.Take(home, task, answer, "x", func() (string, error) { panic("x") })
	}()
	if got, err := g.Take(home, task, answer, "x", opened); got != "case" || err != nil {
		t.Errorf("after a panic: %q, %v", got, err)
	}
}

// Paces: of an address that works, of one that does not, of all that do not.
func TestPaces(t *testing.T) {
	g, now := clocked(Options{Wait: time.Second, Worked: Pace{4, time.Minute}, Bare: Pace{2, time.Hour}, All: Pace{3, time.Hour}, Tries: Pace{5, time.Second}})
	worked := func(a netip.Addr) error {
		task := g.Task()
		_, err := g.Take(a, task, Solve(task, 6), "x", opened)
		return err
	}
	bare := func(a netip.Addr) error {
		task := g.Task()
		*now = now.Add(time.Second)
		_, err := g.Take(a, task, "", "x", opened)
		return err
	}
	count := func(f func(netip.Addr) error, a netip.Addr) int {
		n := 0
		for range 10 {
			if f(a) == nil {
				n++
			}
		}
		return n
	}
	if n := count(worked, home); n != 4 {
		t.Errorf("%d with their task done", n)
	}
	var wait *WaitError
	if err := worked(home); !errors.As(err, &wait) || wait.Early || wait.For != time.Minute {
		t.Errorf("how long to wait: %v", err)
	}
	*now = now.Add(time.Minute)
	if err := worked(home); err != nil {
		t.Errorf("a minute later: %v", err)
	}
	if n := count(bare, home); n != 2 {
		t.Errorf("%d of one address with their task undone", n)
	}
	if n := count(bare, netip.MustParseAddr("192.0.2.8")); n != 1 {
		t.Errorf("%d more of all with their task undone", n)
	}
	if n := count(g.Try, home); n != 5 {
		t.Errorf("%d tries", n)
	}
}

// What is remembered is bounded, however many come.
func TestBoundedMemory(t *testing.T) {
	g, now := clocked(Options{Bits: 1, Worked: Pace{1 << 20, time.Nanosecond}})
	for n := range mostTaken + 500 {
		task := g.Task()
		a := netip.AddrFrom4([4]byte{10, byte(n >> 16), byte(n >> 8), byte(n)})
		if _, err := g.Take(a, task, Solve(task, 1), "x", opened); err != nil {
			t.Fatal(err)
		}
	}
	if len(g.taken) > mostTaken || len(g.worked.free) > mostAddresses {
		t.Errorf("%d tasks, %d addresses", len(g.taken), len(g.worked.free))
	}
	*now = now.Add(25 * time.Hour)
	task := g.Task()
	if _, err := g.Take(home, task, Solve(task, 1), "x", opened); err != nil {
		t.Error(err)
	}
}

// Whatever is sent as task and answer neither panics nor opens.
func TestHostileTasks(t *testing.T) {
	g, _ := clocked(Options{Bits: 8})
	rapid.Check(t, func(t *rapid.T) {
		_, err := g.Take(home, rapid.String().Draw(t, "task"), rapid.String().Draw(t, "answer"), "x", func() (string, error) {
			t.Fatal("opened")
			return "", nil
		})
		if err == nil {
			t.Fatal("taken")
		}
	})
}
