package attribute

import "testing"

// The days of a count that stand over a list are those of its items, whose parts a semicolon keeps apart.
func TestCountsUnderDays(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a count behind the day", text: "Saturday 14 October: 9 killed\nDouma: one teacher executed.\nHarasta: four by mortars.\nSunday 15 October: 3 dead, 6 wounded\nSaraqib: bomb kills three and wounds six.",
			want: []string{"k=1 at=douma on=2017-10-14", "ev=shelling at=harasta on=2017-10-14", "ev=bombing k=3 i=6 at=saraqib on=2017-10-15"}, only: true},
		{name: "no count", text: "Saturday 14 October\nDouma: one teacher executed.\nSunday 15 October\nSaraqib: bomb kills three and wounds six.",
			want: []string{"k=1 at=douma on=2017-10-14", "ev=bombing k=3 i=6 at=saraqib on=2017-10-15"}, only: true},
		{name: "two deeds of an item", text: "Douma: 12 executed; army air strike kills two.\nHarasta: one killed by mortars; coalition air strikes kill 7.",
			want: []string{"ev=killing k=12 -by=army at=douma", "ev=air_strike k=2 by=army at=douma", "ev=shelling k=1 -by=coalition at=harasta", "ev=air_strike k=7 by=coalition at=harasta"}, only: true},
		{name: "one deed in two parts", text: "Douma: Army drones bombed a market; the mayor said nine traders died.\nHarasta: one killed by mortars.",
			want: []string{"ev=drone_strike k=9 by=drones at=douma", "ev=shelling k=1 at=harasta"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A recorder's case is of the day in its title, however long ago, and of no day on which somebody came back to it.
func TestDayOfACase(t *testing.T) {
	for _, c := range []struct {
		name, title, text string
		want              []string
	}{
		{"said later", "KR114: Jilib, Middle Juba, February 23, 2015", "Two herders died in an air strike on Jilib, residents said. The command owned in April 2016 that it had killed two civilians there.", []string{"k=2 on=2015-02-23"}},
		{"the day after", "KR114: Jilib, Middle Juba, February 23, 2015", "Two herders died in an air strike on Jilib, residents said. On February 24, 2015 a third man was killed there by another strike.", []string{"k=2 on=2015-02-23", "k=1 on=2015-02-24"}},
		{"no number", "Jilib, Middle Juba, February 23, 2015", "Two herders died in an air strike on Jilib, residents said.", []string{"k=2 on=2017-10-18"}},
		{"an anniversary", "KR114: what February 23, 2015 changed in Jilib", "Two herders died in an air strike on Jilib, residents said.", []string{"k=2 on=2017-10-18"}},
		{"a day to come", "KR114: Jilib, Middle Juba, February 23, 2018", "Two herders died in an air strike on Jilib on 5 May 2017, residents said.", []string{"k=2 on=2017-05-05"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rep := report(c.title, c.text)
			cs, ts := testReader().Read(rep)
			checkClaims(t, rep, cs, ts)
			if len(cs) != len(c.want) {
				t.Fatalf("%d claims, want %d; read:%s", len(cs), len(c.want), listed(cs))
			}
			for i, w := range c.want {
				if m := mismatch(&cs[i], w); m != "" {
					t.Errorf("claim %d does not meet %q; read:%s", i, m, listed(cs))
				}
			}
		})
	}
}

// A day may stand before a sentence with nothing between, and a row of a table keeps its cells apart.
func TestDaysBeforeSentences(t *testing.T) {
	for _, c := range []claimCase{
		{name: "numbers", text: "Incidents\n09/10/2017 Soldiers shot dead a farmer in Kutum.\n10/10/2017 A drone fired a missile at a post in Goma and killed one man.\n12/10/2017 Shells killed a woman in Kosti.",
			want: []string{"k=1 at=kutum on=2017-10-09", "k=1 at=goma on=2017-10-10", "k=1 at=kosti on=2017-10-12"}, only: true},
		{name: "words", text: "9 October 2017 Soldiers shot dead a farmer in Kutum.\n10 October 2017 The army fired a missile at a post in Goma and killed one man.",
			want: []string{"k=1 at=kutum on=2017-10-09", "k=1 at=goma on=2017-10-10"}, only: true},
		{name: "when the page came out", text: "18 October 2017 The army fired a missile at a post in Goma on Monday and killed one man.", want: []string{"k=1 at=goma on=2017-10-16"}, only: true},
		{name: "cells", text: "9 Oct 2017 | Kutum | Soldiers shot dead a farmer.\n10 Oct 2017 | Goma | A drone fired a missile and killed one man.",
			want: []string{"ev=shooting k=1 at=kutum on=2017-10-09", "ev=drone_strike k=1 at=goma on=2017-10-10"}, only: true},
		{name: "a cell of figures", text: "09/10 | Kutum, Darfur | Soldiers shot dead a farmer | 1 killed\n10/10 | Goma, North Kivu | A drone fired a missile | 1 killed",
			want: []string{"ev=shooting k=1 at=kutum in=darfur on=2017-10-09", "ev=drone_strike k=1 at=goma in=north_kivu on=2017-10-10"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A day may be written with its month by name and hyphens or strokes.
func TestDaysWithHyphens(t *testing.T) {
	for _, c := range []claimCase{
		{name: "no year", text: "12-October: Four rebels were killed in an encounter near Kutum.", want: []string{"k=4 on=2017-10-12"}, only: true},
		{name: "a year", text: "Four rebels were killed in an encounter near Kutum on 12-Oct-2016.", want: []string{"k=4 on=2016-10-12"}, only: true},
		{name: "strokes", text: "12/Oct/2017 Four rebels were killed in an encounter near Kutum.", want: []string{"k=4 on=2017-10-12"}, only: true},
		{name: "an age", text: "A 27-year-old was shot dead in Kutum.", want: []string{"k=1 on=2017-10-18"}, only: true},
		{name: "no month", text: "A 12-octane fuel bomb killed four people in Kutum.", want: []string{"k=4 on=2017-10-18"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
