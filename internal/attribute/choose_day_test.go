package attribute

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A lead that names no day is of the day on which its deed is told to have been, where nothing of its own
// says otherwise.
func TestDayOfTheRestOfTheReport(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a lead", text: "Soldiers executed villagers in Homs, a rights group said. Soldiers rounded up and shot dead at least 31 men in the village of Karm in Homs on October 9, it said. A nurse said she had treated five wounded men from Karm.",
			want: []string{"ev=killing on=2017-10-09", "k=31+ on=2017-10-09"}},
		{name: "its own day", text: "Soldiers executed nine villagers in Homs on Monday, a rights group said. Soldiers shot dead at least 31 men in the village of Karm in Homs on October 9, it said.",
			want: []string{"k=9 on=2017-10-16", "k=31+ on=2017-10-09"}},
		{name: "elsewhere", text: "Shells killed four people in Homs.\n\nIn Idlib, a bomb killed nine people on October 9.", want: []string{"k=4 on=2017-10-18", "k=9 on=2017-10-09"}},
		{name: "what was done about it", text: "Shells killed four people in Homs. Their funeral was held on October 16.", want: []string{"k=4 on=2017-10-18"}},
	} {
		t.Run(c.name, c.run)
	}
}

// What may be weighed: the day of the rules first, each day once, and only for claims whose day is that of a
// claim before them or of the report.
func TestDaysThatAreWeighed(t *testing.T) {
	text := "Soldiers executed villagers in Homs, a rights group said. Soldiers shot dead at least 31 men in the village of Karm in Homs on October 9, it said. A trial opened on October 12. A nurse said nine more had died of wounds in Karm."
	rep := report("", text)
	cs := testReader().Days(rep)
	if len(cs) == 0 {
		t.Fatal("no claim's day is weighed")
	}
	for _, c := range cs {
		seen := map[string]bool{}
		for i, o := range c.Days {
			key := o.When.From.String() + "/" + o.When.To.String()
			if seen[key] {
				t.Errorf("%s is weighed twice", key)
			}
			seen[key] = true
			if rule := slices.Contains(o.Facts, "day: rule"); rule != (i == 0) {
				t.Errorf("option %d: of the rules %v", i, rule)
			}
			if key == "2017-10-12/2017-10-12" {
				t.Error("the day of a trial is weighed")
			}
		}
		if f := c.Days[0].Facts; !slices.Contains(f, "day: rule before") && !slices.Contains(f, "day: rule report") {
			t.Errorf("a claim that has its day by another rule is weighed: %q", f)
		}
	}
}

// However many days a text names, few are weighed, and those near a claim.
func TestDaysAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("Shells killed four people in Homs. ")
	for i := range 400 {
		fmt.Fprintf(&b, "A man was shot dead in Idlib on %d August 2017. ", i%28+1)
	}
	rep := report("", b.String())
	for _, c := range testReader().Days(rep) {
		if len(c.Days) > maxDays+maxPartials+2 {
			t.Fatalf("%d days are weighed for one claim", len(c.Days))
		}
	}
	cs, ts := testReader().Read(rep)
	checkClaims(t, rep, cs, ts)
}
