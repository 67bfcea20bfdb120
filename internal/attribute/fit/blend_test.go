package main

import "testing"

// The blend of two files holds the names and the trees of both, each by its share.
func TestBlend(t *testing.T) {
	got, err := blend("# old\nline\t0.400\nbias\t-1.000\nonly old\t2.000\ntree\t?a\t1.000\t-0.500\n",
		"# new\nline\t0.300\nbias\t0.500\nonly new\t-3.000\ntree\t0.250\n", 0.25)
	want := "# new, a share of 0.25 blended into: old\nline\t0.375\nbias\t-0.625\nonly old\t1.500\nonly new\t-0.750\ntree\t?a\t0.7500\t-0.3750\ntree\t0.0625\n"
	if err != nil || got != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	for _, broken := range []string{"line\t0\nbias\n", "line\t0\nbias\tmuch\n", "line\t0\nbias\tNaN\n", "bias\t1\n", "line\t0\ntree\t?a\tx\t0\n"} {
		if _, err := blend(broken, "line\t1\n", 0.5); err == nil {
			t.Errorf("%q passed for weights", broken)
		}
	}
}
