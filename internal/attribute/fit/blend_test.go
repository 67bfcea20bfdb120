package main

import "testing"

// The mean of two files holds the names of both, half of what one alone says, and the trees of both at half.
func TestBlend(t *testing.T) {
	got, err := blend("# old\nline\t0.400\nbias\t-1.000\nonly old\t2.000\ntree\t?a\t1.000\t-0.500\n",
		"# new\nline\t0.300\nbias\t0.500\nonly new\t-3.000\ntree\t0.250\n")
	want := "# new, and blended with those that stood\nline\t0.350\nbias\t-0.250\nonly old\t1.000\nonly new\t-1.500\ntree\t?a\t0.5000\t-0.2500\ntree\t0.1250\n"
	if err != nil || got != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	for _, broken := range []string{"bias\n", "bias\tmuch\n", "tree\t?a\tx\t0\n"} {
		if _, err := blend(broken, "line\t1\n"); err == nil {
			t.Errorf("%q passed for weights", broken)
		}
	}
}
