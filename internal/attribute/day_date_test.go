package attribute

import (
	"testing"
	"time"

	"isnad"
)

// Dates counted from Wednesday 18 October 2017.
var dateCases = []struct {
	text, from, to string
	basis          isnad.DateBasis
}{
	{"on 14 March 2016", "2016-03-14", "2016-03-14", isnad.BasisExplicit},
	{"on March 14, 2016", "2016-03-14", "2016-03-14", isnad.BasisExplicit},
	{"on March 14th 2016", "2016-03-14", "2016-03-14", isnad.BasisExplicit},
	{"on 23 October", "2016-10-23", "2016-10-23", isnad.BasisYearless},
	{"on October 3", "2017-10-03", "2017-10-03", isnad.BasisYearless},
	{"on October 3rd", "2017-10-03", "2017-10-03", isnad.BasisYearless},
	{"on the 3rd of October", "2017-10-03", "2017-10-03", isnad.BasisYearless},
	{"on Dec. 24", "2016-12-24", "2016-12-24", isnad.BasisYearless},
	{"on 26-01-2016", "2016-01-26", "2016-01-26", isnad.BasisExplicit},
	{"on 02.10.2017", "2017-10-02", "2017-10-02", isnad.BasisExplicit},
	{"on 2017-10-02", "2017-10-02", "2017-10-02", isnad.BasisExplicit},
	{"on 24/10/2016", "2016-10-24", "2016-10-24", isnad.BasisExplicit},
	{"on 10/24/2016", "2016-10-24", "2016-10-24", isnad.BasisExplicit},
	{"on Monday", "2017-10-16", "2017-10-16", isnad.BasisWeekday},
	{"on Wednesday", "2017-10-18", "2017-10-18", isnad.BasisWeekday},
	{"on Thursday", "2017-10-12", "2017-10-12", isnad.BasisWeekday},
	{"last Wednesday", "2017-10-11", "2017-10-11", isnad.BasisWeekday},
	{"on Tuesday night", "2017-10-17", "2017-10-17", isnad.BasisWeekday},
	{"Tuesday 23 Sep 2014", "2014-09-23", "2014-09-23", isnad.BasisExplicit},
	{"yesterday", "2017-10-17", "2017-10-17", isnad.BasisRelative},
	{"earlier today", "2017-10-18", "2017-10-18", isnad.BasisRelative},
	{"the day before yesterday", "2017-10-16", "2017-10-16", isnad.BasisRelative},
	{"overnight", "2017-10-17", "2017-10-18", isnad.BasisRelative},
	{"at dawn", "2017-10-18", "2017-10-18", isnad.BasisRelative},
	{"three days ago", "2017-10-15", "2017-10-15", isnad.BasisRelative},
	{"5 days ago", "2017-10-13", "2017-10-13", isnad.BasisRelative},
	{"over the past two days", "2017-10-16", "2017-10-18", isnad.BasisRelative},
	{"earlier this week", "2017-10-16", "2017-10-18", isnad.BasisRange},
	{"last week", "2017-10-09", "2017-10-15", isnad.BasisRange},
	{"last month", "2017-09-01", "2017-09-30", isnad.BasisRange},
	{"last year", "2016-01-01", "2016-12-31", isnad.BasisRange},
	{"in June", "2017-06-01", "2017-06-30", isnad.BasisRange},
	{"in December", "2016-12-01", "2016-12-31", isnad.BasisRange},
	{"in late December", "2016-12-21", "2016-12-31", isnad.BasisRange},
	{"in early April", "2017-04-01", "2017-04-10", isnad.BasisRange},
	{"in mid-May 2015", "2015-05-10", "2015-05-20", isnad.BasisRange},
	{"in February 2015", "2015-02-01", "2015-02-28", isnad.BasisRange},
}

func TestDate(t *testing.T) {
	base := isnad.DayOf(time.Date(2017, 10, 18, 0, 0, 0, 0, time.UTC))
	for _, c := range dateCases {
		t.Run(c.text, func(t *testing.T) {
			var f field
			f.load("They died "+c.text+" in the town.", false, lexiconEN())
			ms := f.dates(base, 0, 0, len(f.items), nil)
			if len(ms) != 1 {
				t.Fatalf("%d dates read", len(ms))
			}
			p := ms[0].period
			if p.From.String() != c.from || p.To.String() != c.to || p.Basis != c.basis {
				t.Errorf("read %s..%s %s, want %s..%s %s", p.From, p.To, p.Basis, c.from, c.to, c.basis)
			}
			if p.Precision != isnad.PrecisionOf(p.From, p.To) {
				t.Errorf("precision %d", p.Precision)
			}
		})
	}
}

// Words that look like dates and are none.
func TestNoDate(t *testing.T) {
	base := isnad.DayOf(time.Date(2017, 10, 18, 0, 0, 0, 0, time.UTC))
	for _, text := range []string{"They may march on the town.", "Shells hit April 7th Street.", "In June 30 people were buried, not on the 30th", "the 31.02.2017 file", "year 0000-00-00"} {
		var f field
		f.load(text, false, lexiconEN())
		for _, m := range f.dates(base, 0, 0, len(f.items), nil) {
			if m.period.Precision == isnad.DateDay {
				t.Errorf("read the day %s in %q", m.period.From, text)
			}
		}
	}
}

// A text's own date line wins over the day of publication.
func TestDateline(t *testing.T) {
	published := isnad.DayOf(time.Date(2017, 10, 30, 0, 0, 0, 0, time.UTC))
	for text, want := range map[string]string{
		"26-01-2016 Two killed in the north. Two people were killed.":               "2016-01-26",
		"Date of publication 29 October 2016 At least six people were killed":       "2016-10-29",
		"Published October 26 2016 Air strikes killed six":                          "2016-10-26",
		"Last updated at Jan 202015 A strike killed six":                            "2015-01-20",
		"Mon Oct 31 2016 Six killed in clashes":                                     "2016-10-31",
		"01.10.2017Get short URL Six people were killed":                            "2017-10-01",
		"EL KARM, Sudan, Oct 24 (Nile Wire) - Shells hit a market":                  "2017-10-24",
		"Six killed in the north Wire Tuesday 23 Sep 2014 Six people were killed":   "2014-09-23",
		"Six people were killed on 3 March 2016 in the town.":                       "",
		"A man died. He was shot. They fled. Talks began 3 March 2016 in the city.": "",
	} {
		var f field
		f.load(text, false, lexiconEN())
		d, ok := f.dateline(published)
		if ok != (want != "") || d.String() != want {
			t.Errorf("%q: date line %q, want %q", text, d, want)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, c := range dateCases {
		f.Add(c.text, "2017-10-18")
	}
	f.Add("31 February 2016 30/02/2017 0.0.0 99-99-9999", "1800-01-01")
	f.Fuzz(func(t *testing.T, text, base string) {
		if len(text) > 1<<14 {
			return
		}
		b, err := isnad.ParseDay(base)
		if err != nil {
			b = isnad.Day{}
		}
		var fl field
		fl.load(text, false, lexiconEN())
		for _, m := range fl.dates(b, 0, 0, len(fl.items), nil) {
			if m.from >= m.to || m.to > len(fl.items) {
				t.Fatalf("date covers items %d to %d of %d", m.from, m.to, len(fl.items))
			}
			if m.period.From.IsZero() || m.period.To.IsZero() || m.period.To.Before(m.period.From) {
				t.Fatalf("period %v..%v", m.period.From, m.period.To)
			}
		}
		fl.dateline(b)
	})
}
