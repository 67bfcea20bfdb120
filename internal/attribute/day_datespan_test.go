package attribute

import (
	"testing"
	"time"

	"isnad"
)

// Days that go together, and months with a year in words; counted from Wednesday 18
// October 2017.
func TestDateSpan(t *testing.T) {
	base := isnad.DayOf(time.Date(2017, 10, 18, 0, 0, 0, 0, time.UTC))
	for text, want := range map[string]string{
		"Shells killed nine people on Saturday and Sunday in Oldford.":              "2017-10-14..2017-10-15",
		"Between Friday and Sunday shells killed nine people in Oldford.":           "2017-10-13..2017-10-15",
		"Fighting from Tuesday to Wednesday killed nine people in Oldford.":         "2017-10-17..2017-10-18",
		"Nine people were killed in the night of 12 to 13 October in Oldford.":      "2017-10-12..2017-10-13",
		"Nine people were killed on October 12-14 in Oldford.":                      "2017-10-12..2017-10-14",
		"On October 12 gunmen killed nine people in Oldford.":                       "2017-10-12..2017-10-12",
		"On the night of October 12 gunmen killed nine people in Oldford.":          "2017-10-12..2017-10-12",
		"On October 12 and 13 people died in Oldford.":                              "2017-10-12..2017-10-12",
		"A bomb killed nine people in November last year in Oldford.":               "2016-11-01..2016-11-30",
		"A bomb killed nine people on 3 May last year in Oldford.":                  "2016-05-03..2016-05-03",
		"A bomb killed nine people in the summer of 2013 in Oldford.":               "2013-06-01..2013-08-31",
		"The raid came two months after a bomb killed nine people in Oldford.":      "2017-08-01..2017-08-31",
		"The raid came a year after a bomb killed nine people in Oldford.":          "2016-10-01..2016-10-31",
		"Nine people were killed overnight in Oldford, police said on Monday.":      "2017-10-15..2017-10-16",
		"Nine fighters died in the last 48 hours in Oldford, police said on Monday": "2017-10-14..2017-10-16",
	} {
		var f field
		f.load(text, false, lexiconEN())
		found := ""
		for _, m := range f.dates(base, 0, 0, len(f.items), nil) {
			if !m.said {
				found += m.period.From.String() + ".." + m.period.To.String()
			}
		}
		if found != want {
			t.Errorf("%q: read %s, want %s", text, found, want)
		}
	}
	for text, want := range map[string]string{
		"On 17 January 2016 militiamen shot nine people in Oldford. On 3 March they shot two.":                        "2016-03-03",
		"In March 2016 soldiers shot nine people in Oldford. On 9 March a shell killed two.":                          "2016-03-09",
		"In August 2016 soldiers shot nine people in Oldford. On February 24 a shell killed two.":                     "2017-02-24",
		"On 17 January 2016 militiamen shot nine people in Oldford. On 12 October a shell killed two.":                "2017-10-12",
		"On Monday a shell killed two in Oldford. On 3 March 2016 a bomb killed two. On 3 April a shell killed nine.": "2017-04-03",
		"Since 17 January 2016 militiamen shot nine people in Oldford. On 3 March they shot two.":                     "2017-03-03",
	} {
		var f field
		f.load(text, false, lexiconEN())
		ms := f.dates(base, 0, 0, len(f.items), nil)
		if n := len(ms); n == 0 || ms[n-1].period.From.String() != want {
			t.Errorf("%q: read %v, want %s last", text, ms, want)
		}
	}
	var f field
	f.load("Raids killed six on Friday and Saturday's shelling killed two.", false, lexiconEN())
	if n := len(f.dates(base, 0, 0, len(f.items), nil)); n != 2 {
		t.Errorf("two deeds of two days: %d dates read", n)
	}
}

// What a count is changed to is no day, though it stands behind one.
func TestCountBehindDay(t *testing.T) {
	for _, c := range []claimCase{
		{name: "raised its count", text: "The health directorate of Homs raised its count of those killed in the air strike on the market on October 12 to 16 on Friday, after two of the wounded had died.", want: []string{"k=16 on=2017-10-12 to=2017-10-12"}, only: true},
		{name: "raised its toll", text: "The ministry raised its toll of those killed in Homs on October 12 to 16 on Friday.", want: []string{"k=16 on=2017-10-12 to=2017-10-12"}, only: true},
		{name: "no count is changed", text: "Shells killed nine people in Homs on October 12 to 16.", want: []string{"k=9 on=2017-10-12 to=2017-10-16"}, only: true},
		{name: "counted on two days", text: "Police counted nine dead in shelling of Homs on October 12 and 13.", want: []string{"k=9 on=2017-10-12 to=2017-10-13"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
