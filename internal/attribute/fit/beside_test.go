package main

import "testing"

// What is fitted on the chances that the reader gives learns from weights that have not seen the report: of
// every pair that was weighed, and of no other claim.
func TestHoldOut(t *testing.T) {
	b, err := readBeside("../testdata/made/towns-dev.reports.jsonl", "../testdata/made/towns-dev.gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	said := func() (out []float64) {
		for _, r := range b.reports {
			for _, c := range r.claims {
				for _, x := range c.Beside {
					out = append(out, x.Same)
				}
			}
		}
		return out
	}
	before := said()
	b.holdOut()
	after := said()
	if len(before) != len(b.exs) || len(after) != len(before) || len(before) == 0 {
		t.Fatalf("%d chances, then %d, of %d pairs", len(before), len(after), len(b.exs))
	}
	other := 0
	for i := range after {
		if !(after[i] > 0 && after[i] < 1) {
			t.Errorf("a chance of %v", after[i])
		}
		if after[i] != before[i] {
			other++
		}
	}
	if other < len(after)*9/10 {
		t.Errorf("%d of %d chances are of other weights", other, len(after))
	}
}
