package isnad_test

import (
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"isnad"
)

func TestDay(t *testing.T) {
	for _, c := range []struct {
		in   string
		want string // empty: refused
	}{
		{"2017-10-23", "2017-10-23"},
		{"2016-02-29", "2016-02-29"},
		{"2015-02-29", ""}, // no such day
		{"0000-01-01", ""}, // a misreading, not a date
		{"1799-12-31", ""},
		{"2201-01-01", ""},
		{"2017-13-01", ""},
		{"23/10/2017", ""},
	} {
		d, err := isnad.ParseDay(c.in)
		if (err == nil) != (c.want != "") || d.String() != c.want {
			t.Errorf("ParseDay(%q) = %q, %v; want %q", c.in, d, err, c.want)
		}
	}
}

// Days must survive being written and read again, and counting must agree with order.
func TestDayProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, ok := isnad.NewDay(rapid.IntRange(isnad.FirstYear+2, isnad.LastYear-2).Draw(t, "year"),
			time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"))
		if !ok {
			t.Fatal("a day of the calendar was refused")
		}
		n := rapid.IntRange(-300, 300).Draw(t, "n")
		e := d.AddDays(n)
		if e.Sub(d) != n {
			t.Fatalf("%s and %d days is %s, which is %d away", d, n, e, e.Sub(d))
		}
		if d.Before(e) != (n > 0) {
			t.Fatalf("%s before %s: %v", d, e, d.Before(e))
		}
		again, err := isnad.ParseDay(d.String())
		if err != nil || again != d {
			t.Fatalf("%s read again is %s, %v", d, again, err)
		}
	})
}

// A span counts code points, so a quote cut by it is the same in every script.
func TestSpanOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab .é城غارةجو🜁"))).Draw(t, "text")
		n := utf8.RuneCountInString(text)
		a := rapid.IntRange(0, n).Draw(t, "start")
		b := rapid.IntRange(a, n).Draw(t, "end")
		s := isnad.Span{Start: a, End: b}
		if want := string([]rune(text)[a:b]); s.Of(text) != want {
			t.Fatalf("%v of %q is %q, want %q", s, text, s.Of(text), want)
		}
	})
	if got := (isnad.Span{Start: -3, End: 99}).Of("غارة"); got != "غارة" {
		t.Errorf("a span beyond the text is cut to it, got %q", got)
	}
}

// An open range never grows an upper bound that nobody claimed.
func TestBoundsAdd(t *testing.T) {
	n := func(i int) *int { return &i }
	var b isnad.Bounds
	b = b.Add(nil)
	if b.Known {
		t.Error("no figure makes no bounds")
	}
	b = b.Add(&isnad.Range{Min: n(14)})
	b = b.Add(&isnad.Range{Min: n(9), Max: n(9)})
	if want := (isnad.Bounds{Low: 9, High: 14, Known: true}); b != want {
		t.Errorf("at least 14, and 9: got %+v, want %+v", b, want)
	}
}

func TestPeriodDistance(t *testing.T) {
	day := func(s string) isnad.Day {
		d, err := isnad.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	a := isnad.Period{From: day("2024-03-01"), To: day("2024-03-02")}
	b := isnad.Period{From: day("2024-03-05"), To: day("2024-03-05")}
	if a.Distance(b) != 3 || b.Distance(a) != 3 || a.Distance(a) != 0 {
		t.Errorf("distances %d %d %d, want 3 3 0", a.Distance(b), b.Distance(a), a.Distance(a))
	}
}
