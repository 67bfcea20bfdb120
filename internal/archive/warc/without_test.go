package warc

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// Whatever the records are wrapped in, those that are dropped are nowhere in the
// copy, and all others can be read as before.
func TestWithout(t *testing.T) {
	const third = "WARC-Type: resource\nWARC-Target-URI: http://outlet.example/3\n"
	a, b, c := record(first, "one"), record(second, strings.Repeat("secret words. ", 40)), record(third, "three")
	for name, file := range map[string]string{
		"plain": a + b + c, "members": gz(a, b, c), "one member": gz(a + b + c), "mixed": a + gz(b+c), "two and one": gz(a+b) + c,
		"last": gz(a, c) + gz(b), "first": gz(b+a) + gz(c),
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			n, torn, err := Without(&out, strings.NewReader(file), int64(len(file)), func(_ int, rec *Record) (bool, error) {
				content, err := io.ReadAll(rec.Content)
				return bytes.Contains(content, []byte("secret")), err
			})
			if n != 1 || torn || err != nil {
				t.Fatal(n, torn, err)
			}
			found, err := readAll(NewReader(bytes.NewReader(out.Bytes())))
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, s := range found {
				all = append(all, s.Content)
			}
			if got := strings.Join(all, ","); got != "one,three" {
				t.Errorf("left: %q", got)
			}
		})
	}
}

// Behind a damage nothing can be looked at, so nothing of it is kept.
func TestWithoutDamaged(t *testing.T) {
	a, b := record(first, "one"), record(second, "two")
	for name, file := range map[string]string{"garbage": a + "garbage secret\n" + b, "cut": a + b[:len(b)-6], "member": gz(a) + gz(b)[:40]} {
		var out bytes.Buffer
		n, torn, err := Without(&out, strings.NewReader(file), int64(len(file)), func(int, *Record) (bool, error) { return false, nil })
		if n != 0 || !torn || err != nil {
			t.Errorf("%s: %d, %v, %v", name, n, torn, err)
		}
		if found, err := readAll(NewReader(bytes.NewReader(out.Bytes()))); err != nil || len(found) != 1 || found[0].Content != "one" {
			t.Errorf("%s: %v, %v", name, found, err)
		}
	}
}
