package attribute

import (
	"fmt"
	"testing"
	"time"

	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

// Words by themselves must be read as Read reads them: whom a number counts and
// what befell them, and no number that says neither.
func TestFigures(t *testing.T) {
	r := New(places.Embedded(), parties.Embedded(), sources.Embedded())
	en := &isnad.Report{Text: "Shells fell on the town."}
	ar := &isnad.Report{Text: "قصف مدفعي على المدينة أسفر عن سقوط قتلى وجرحى."}
	for _, c := range []struct {
		rep         *isnad.Report
		words, want string
	}{
		{en, "at least 14 people were killed", "killed 14 at_least"},
		{en, "killing 12 and wounding 30", "killed 12 exact, injured 30 exact"},
		{en, "five children died", "killed 5 exact"},
		{en, "14", ""},
		{en, "14 people", ""},
		{en, "a market in Kosti", ""},
		{en, "", ""},
		{ar, "مقتل 7 أشخاص وإصابة 20 آخرين", "killed 7 exact, injured 20 exact"},
		{ar, "سبعة أشخاص", ""},
	} {
		got := ""
		for _, n := range r.Figures(c.rep, c.words) {
			if got != "" {
				got += ", "
			}
			low := -1
			if n.Min != nil {
				low = *n.Min
			}
			got += fmt.Sprintf("%s %d %s", n.Outcome, low, n.Qualifier)
			if w := n.Span.Of(c.words); w != n.Words {
				t.Errorf("%q: span %v is %q, words are %q", c.words, n.Span, w, n.Words)
			}
		}
		if got != c.want {
			t.Errorf("Figures(%q) = %q, want %q", c.words, got, c.want)
		}
	}
}

// A day is counted from the report's own, as in Read; several days are none.
func TestWhen(t *testing.T) {
	r := New(places.Embedded(), parties.Embedded(), sources.Embedded())
	monday := &isnad.Report{Published: time.Date(2024, 3, 4, 0, 0, 0, 0, time.UTC), Text: "The shelling went on."}
	inArabic := &isnad.Report{Published: monday.Published, Text: "قصف مدفعي على المدينة أسفر عن سقوط قتلى وجرحى."}
	for _, c := range []struct {
		rep         *isnad.Report
		words, want string
	}{
		{monday, "on Saturday", "2024-03-02"},
		{monday, "yesterday", "2024-03-03"},
		{monday, "2 February 2024", "2024-02-02"},
		{monday, "on Saturday and on Sunday", ""},
		{monday, "since Saturday", ""},
		{monday, "the market", ""},
		{monday, "", ""},
		{inArabic, "يوم السبت", "2024-03-02"},
		{inArabic, "السوق", ""},
	} {
		p, ok := r.When(c.rep, c.words)
		if p.From.String() != c.want || ok != (c.want != "") {
			t.Errorf("When(%q) = %s, %v; want %q", c.words, p.From, ok, c.want)
		}
	}
}
