package attribute

import "testing"

// A digest names its days in the title; the weekdays in it are those.
func TestDigestDays(t *testing.T) {
	const text = "Shells killed four people in Douma on Thursday, medics said."
	for _, c := range []struct{ title, day string }{
		{"Damascus weekly, 7-13 October 2017", "2017-10-12"},
		{"Digest, 10 to 13 October", "2017-10-12"},
		{"Weekly note (7–13 October 2017)", "2017-10-12"},
		{"Damascus weekly", "2017-10-12"},
		{"Damascus weekly, 1-8 October 2017", "2017-10-05"},
		{"Damascus notes, 1-28 September 2017", "2017-10-12"}, // no week
	} {
		cs, _ := testReader().Read(report(c.title, text))
		if len(cs) != 1 || cs[0].When.From.String() != c.day {
			t.Errorf("%s: read %s, want a claim on %s", c.title, listed(cs), c.day)
		}
	}
}

// Who enters a place that no book lists names it as one.
func TestEnteredPlace(t *testing.T) {
	c := claimCase{text: "Gunmen entered Qarnab in Idlib province on Monday and killed four people, medics said.", want: []string{"k=4 at=qarnab in=idlib"}, only: true}
	c.run(t)
}

// "At dawn" is a day only where no other is named.
func TestDawn(t *testing.T) {
	for _, c := range []claimCase{
		{name: "alone", text: "Shells killed four people in Douma at dawn, medics said.", want: []string{"k=4 on=2017-10-18"}, only: true},
		{name: "of a day", text: "On Tuesday 10 October gunmen entered Douma at dawn and killed four people, medics said.",
			want: []string{"k=4 on=2017-10-10"}, only: true},
		{name: "before the day", text: "Gunmen entered Douma at dawn on 10 October and killed four people, medics said.",
			want: []string{"k=4 on=2017-10-10"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
