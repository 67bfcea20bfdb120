// Package gate stands before forms that strangers send without an account. It
// keeps machines from flooding a desk that people read, asks nobody who they are
// and sends nothing to anybody else.
//
//   - A small task goes out with each form: find a number that, behind the words
//     of the task, hashes to so many zero bits. A browser does that in about a
//     second while its person writes; who sends ten thousand forms pays for it.
//   - Where no script runs, the task is left undone. Then a form is taken once it
//     is [Options.Wait] old, and fewer of them, from one address and from all.
//   - Each address has a pace. Whole networks stand behind one address in many
//     places, so it is a wide one for those whose browser did the task.
//   - What is sent twice with one task is taken once: a second press of a button
//     gets what the first one got. Something else sent with it is not taken for that.
//
// Tasks are signed and not kept. What was taken, and the pace of addresses, is in
// the memory of the process, bounded; it is forgotten when the process ends.
package gate

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"net/netip"
	"strconv"
	"sync"
	"time"
)

// Options set how narrow a gate is. The zero value is for a site of usual size.
type Options struct {
	Secret []byte        // signs tasks; processes behind one address share it. Drawn at random when empty
	Bits   int           // zero bits that a solved task begins with; 17 when 0, some hundred thousand hashes
	Wait   time.Duration // age of a task at which it may be left undone; 15 seconds when 0
	Keep   time.Duration // age up to which a task is taken; 24 hours when 0

	Worked Pace // of an address whose task is done; 20 at once, then one each 30 seconds
	Bare   Pace // of an address whose task is not; 3 at once, then one in 10 minutes
	All    Pace // of all addresses whose tasks are not; 60 at once, then one each 10 seconds
	Tries  Pace // of an address for whatever it sends, also what is refused; 60 at once, then one each 2 seconds

	Now func() time.Time // time.Now when nil
}

// ErrTask says that a task is none of this gate's, too old, or something else was sent with it. The form gets a new one.
var ErrTask = errors.New("the form is too old")

// WaitError says that something comes too early or too often.
type WaitError struct {
	For   time.Duration // until it is worth trying again
	Early bool          // the task is undone and the form too young; otherwise too many came
}

func (e *WaitError) Error() string {
	if e.Early {
		return fmt.Sprintf("too early by %s", e.For)
	}
	return fmt.Sprintf("too many; wait %s", e.For)
}

// Gate is one gate. It may be shared by everything that takes the same forms.
type Gate struct {
	o                   Options
	worked, bare, tries *meter
	all                 *meter

	mu    sync.Mutex
	taken map[string]*taking // by task, and what is sent with it where that is several things
	of    map[string]int     // how many of taken are of a task
}

// taking is what came of a task.
type taking struct {
	task   string
	what   string
	done   chan struct{}
	result string
	err    error
	until  time.Time
}

// mostTaken bounds what is remembered of tasks, and mostOfTask what is remembered of
// one: who may send several things with it keeps no pace, and would push out others.
const (
	mostTaken  = 20_000
	mostOfTask = 16
)

// New makes a gate.
func New(o Options) *Gate {
	if len(o.Secret) == 0 {
		o.Secret = make([]byte, 32)
		_, _ = rand.Read(o.Secret) // never fails
	}
	if o.Bits <= 0 {
		o.Bits = 17
	}
	if o.Wait <= 0 {
		o.Wait = 15 * time.Second
	}
	if o.Keep <= 0 {
		o.Keep = 24 * time.Hour
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Gate{o: o, taken: map[string]*taking{}, of: map[string]int{},
		worked: newMeter(o.Worked, Pace{20, 30 * time.Second}), bare: newMeter(o.Bare, Pace{3, 10 * time.Minute}),
		all: newMeter(o.All, Pace{60, 10 * time.Second}), tries: newMeter(o.Tries, Pace{60, 2 * time.Second})}
}

// Bits is how many zero bits a solved task begins with.
func (g *Gate) Bits() int { return g.o.Bits }

// Lengths of a task, in bytes: when it was made, what makes it one of its kind, and its signature. Task and
// answer fit into one block of SHA-256, which halves the work of slow telephones.
const (
	whenLength = 8
	onlyLength = 9
	signLength = 13
)

// Task is a new task: 40 characters.
func (g *Gate) Task() string {
	b := make([]byte, whenLength+onlyLength)
	binary.BigEndian.PutUint64(b, uint64(g.o.Now().UnixMilli())) //nolint:gosec // after 1970
	_, _ = rand.Read(b[whenLength:])                             // never fails
	return base64.RawURLEncoding.EncodeToString(append(b, g.sign(b)...))
}

func (g *Gate) sign(b []byte) []byte {
	m := hmac.New(sha256.New, g.o.Secret)
	m.Write([]byte("isnad gate 1\n"))
	m.Write(b)
	return m.Sum(nil)[:signLength]
}

// age is how old a task of ours is.
func (g *Gate) age(task string) (time.Duration, error) {
	if len(task) > 100 {
		return 0, ErrTask
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(task)
	if err != nil || len(b) != whenLength+onlyLength+signLength || !hmac.Equal(b[whenLength+onlyLength:], g.sign(b[:whenLength+onlyLength])) {
		return 0, ErrTask
	}
	age := g.o.Now().Sub(time.UnixMilli(int64(binary.BigEndian.Uint64(b)))) //nolint:gosec // signed by us
	if age > g.o.Keep || age < -time.Minute {
		return 0, ErrTask
	}
	return age, nil
}

// Takes tells whether a task is one of this gate's, and young enough to be taken
// for another hour.
func (g *Gate) Takes(task string) bool {
	age, err := g.age(task)
	return err == nil && age < max(g.o.Keep-time.Hour, g.o.Keep/2)
}

// Solved tells whether an answer, a number in decimal, does a task of so many bits.
func Solved(task, answer string, zero int) bool {
	if n, err := strconv.ParseUint(answer, 10, 53); err != nil || strconv.FormatUint(n, 10) != answer {
		return false
	}
	sum := sha256.Sum256([]byte(task + "." + answer))
	return bits.LeadingZeros64(binary.BigEndian.Uint64(sum[:])) >= zero
}

// Solve finds the answer to a task, as a browser does.
func Solve(task string, zero int) string {
	for n := uint64(0); ; n++ {
		if answer := strconv.FormatUint(n, 10); Solved(task, answer, zero) {
			return answer
		}
	}
}

// Try counts a request from an address, also one that is refused later: what is
// sent is read only within that bound. The error is a *WaitError.
func (g *Gate) Try(from netip.Addr) error { return g.tries.take(from, g.o.Now()) }

// Take calls open once for a task and gives what it gave, to every later call
// with the same task too, if what is sent is the same: what is a digest of it. Something else needs
// a task of its own. An open that fails leaves the task as it was. The
// error is ErrTask, a *WaitError or that of open.
func (g *Gate) Take(from netip.Addr, task, answer, what string, open func() (string, error)) (string, error) {
	return g.once(task, task, what, func(age time.Duration) (string, error) {
		if err := g.enter(from, Solved(task, answer, g.o.Bits), age); err != nil {
			return "", err
		}
		return open()
	})
}

// Once is Take for who is known already, by the secret address of a case say: the
// task need not be done, no pace is kept, and several things may be sent with one task, each once, but not more than 16:
// then the error is ErrTask, and the form gets a new one.
func (g *Gate) Once(task, what string, do func() (string, error)) (string, error) {
	return g.once(task, task+"\n"+what, what, func(time.Duration) (string, error) { return do() })
}

// once does it for the first who comes with a key; the others get what came of it.
func (g *Gate) once(task, key, what string, do func(age time.Duration) (string, error)) (string, error) {
	age, err := g.age(task)
	if err != nil {
		return "", err
	}
	for {
		g.mu.Lock()
		t, ok := g.taken[key]
		if !ok {
			if g.of[task] >= mostOfTask {
				g.mu.Unlock()
				return "", ErrTask
			}
			t = &taking{task: task, what: what, done: make(chan struct{}), until: g.o.Now().Add(g.o.Keep - age)}
			g.forget()
			g.taken[key] = t
			g.of[task]++
			g.mu.Unlock()
			g.run(t, key, func() (string, error) { return do(age) })
			return t.result, t.err
		}
		g.mu.Unlock()
		<-t.done
		if t.err == nil && t.what != what {
			return "", ErrTask
		}
		if t.err == nil {
			return t.result, nil
		}
	}
}

// run does it for whoever is the first.
func (g *Gate) run(t *taking, key string, do func() (string, error)) {
	t.err = errCut
	defer func() {
		if t.err != nil {
			g.mu.Lock()
			g.drop(key, t)
			g.mu.Unlock()
		}
		close(t.done)
	}()
	t.result, t.err = do()
}

// errCut is what those get who waited for one that panicked.
var errCut = errors.New("it was cut short")

func (g *Gate) enter(from netip.Addr, worked bool, age time.Duration) error {
	now := g.o.Now()
	if worked {
		return g.worked.take(from, now)
	}
	if age < g.o.Wait {
		return &WaitError{For: g.o.Wait - age, Early: true}
	}
	if err := g.bare.take(from, now); err != nil {
		return err
	}
	return g.all.take(netip.Addr{}, now)
}

// drop forgets what came of a task. g.mu is held.
func (g *Gate) drop(key string, t *taking) {
	delete(g.taken, key)
	if g.of[t.task]--; g.of[t.task] <= 0 {
		delete(g.of, t.task)
	}
}

// forget makes room for one more task: those go that are too old to come again,
// and any of the others when that is not enough. g.mu is held.
func (g *Gate) forget() {
	if len(g.taken) < mostTaken {
		return
	}
	now := g.o.Now()
	for k, t := range g.taken {
		if now.After(t.until) {
			g.drop(k, t)
		}
	}
	for k, t := range g.taken {
		if len(g.taken) < mostTaken*9/10 {
			break
		}
		select {
		case <-t.done:
			g.drop(k, t)
		default: // somebody waits for it
		}
	}
}
