package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A fact that one file lacks weighs nothing there, and trees have no mean.
func TestMean(t *testing.T) {
	file := func(name, s string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	old := file("old", "# old\nline\t0.4\nbias\t1\nnear\t2\n")
	fresh := file("new", "# new\nline\t0.2\nfar\t4\nbias\t-1\n")
	var out strings.Builder
	if err := writeMean(&out, 0.75, old, fresh); err != nil {
		t.Fatal(err)
	}
	if want := "# 0.25 of: old\n# 0.75 of: new\nline\t0.250\nbias\t-0.500\nnear\t0.500\nfar\t3.000\n"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
	for _, wrong := range []string{"tree\t?near\t1\t2\n", "near\tmuch\n", "near\n"} {
		if err := writeMean(&out, 0.5, old, file("wrong", wrong)); err == nil {
			t.Errorf("%q has a mean", wrong)
		}
	}
	if err := writeMean(&out, 1.5, old, fresh); err == nil {
		t.Error("a share of 1.5")
	}
}
