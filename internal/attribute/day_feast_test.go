package attribute

import "testing"

// A log tells its days in lines of their own.
func TestDayHeadings(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a log", text: "Compiled by deputies.\nSaturday, October 14\n6:05 p.m. Shots were fired into a house on Pine Road in Toledo. Nobody was hurt.\nMonday, October 16\n" +
			"2:35 a.m. A 26-year-old man was shot in the foot at a camp in Erie.",
			want: []string{"ev=shooting on=2017-10-14", "ev=shooting i=1 on=2017-10-16"}, only: true},
		{name: "the day of a page", text: "Saturday, October 14\nA man was shot dead in Erie, police said.",
			want: []string{"k=1 on=2017-10-18"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Feasts are days, and what is held on them is none.
func TestFeasts(t *testing.T) {
	for _, c := range []claimCase{
		{name: "new year's eve", text: "A 30-year-old man was shot dead in Erie on New Year's Eve, police said.", want: []string{"k=1 on=2016-12-31"}, only: true},
		{name: "valentine's day", text: "Gunmen killed six people in Homs on Valentine’s Day.", want: []string{"k=6 on=2017-02-14"}, only: true},
		{name: "christmas", text: "An air strike killed six people in Homs on Christmas Day, medics said.", want: []string{"k=6 on=2016-12-25"}, only: true},
		{name: "of july", text: "A man was shot dead in Erie on the Fourth of July.", want: []string{"k=1 on=2017-07-04"}, only: true},
		{name: "a market", text: "A bomb at a Christmas market killed six people in Homs, medics said.", want: []string{"k=6 on=2017-10-18"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Days in figures may be written the American way, and wires type two hyphens.
func TestAmericanDateline(t *testing.T) {
	for _, c := range []claimCase{
		{name: "month first", text: "(ERIE, Pa., 10/11/2017) – A car bomb killed six people in Erie on Monday, police said.", want: []string{"k=6 on=2017-10-09"}, only: true},
		{name: "day first", text: "(HOMS, 5/10/2017) – A car bomb killed six people in Homs on Monday, police said.", want: []string{"k=6 on=2017-10-02"}, only: true},
		{name: "two hyphens", text: "ERIE, Oct. 11 (KNA) -- Six people were killed by a car bomb in Erie late Tuesday night, local media reported.",
			want: []string{"k=6 on=2017-10-10 said=local_media"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
