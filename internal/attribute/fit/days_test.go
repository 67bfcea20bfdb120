package main

import "testing"

// A time agrees with the annotated one where the two share days and an end, as the measure has it.
func TestSameTime(t *testing.T) {
	for _, c := range []struct {
		from, to, gotFrom, gotTo string
		want                     bool
	}{
		{"2017-10-09", "2017-10-09", "2017-10-09", "2017-10-09", true},
		{"2017-10-09", "2017-10-09", "2017-10-09", "2017-10-10", true},
		{"2017-10-09", "2017-10-11", "2017-10-11", "2017-10-11", true},
		{"2017-10-09", "2017-10-11", "2017-10-10", "2017-10-10", false},
		{"2017-10-09", "2017-10-09", "2017-10-10", "2017-10-10", false},
	} {
		if got := (&slots{from: c.from, to: c.to}).sameTime(&slots{from: c.gotFrom, to: c.gotTo}); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// The day of the rules is left only for one whose sum is greater by the line.
func TestDayBeyondTheLine(t *testing.T) {
	c := choice{options: []option{{facts: []int{0}}, {facts: []int{1}}}}
	for _, x := range []struct {
		w    []float64
		want int
	}{{[]float64{1, 1.2}, 0}, {[]float64{1, 1.6}, 1}, {[]float64{1, -2}, 0}} {
		if got := c.day(x.w, 0.5); got != x.want {
			t.Errorf("weights %v: option %d, want %d", x.w, got, x.want)
		}
	}
}

// What tells the right day from the others is learnt, and the same data gives the same weights.
func TestFitDay(t *testing.T) {
	s := &slotData{}
	for i := range 40 {
		s.choices = append(s.choices, choice{report: i, filled: true, options: []option{{facts: []int{0}}, {facts: []int{1}, right: true}}})
	}
	all := func(int) bool { return true }
	w := s.fitDay(2, all)
	if w[1] <= w[0] {
		t.Errorf("weights %v", w)
	}
	if again := s.fitDay(2, all); again[0] != w[0] || again[1] != w[1] {
		t.Errorf("weights %v, then %v", w, again)
	}
}
