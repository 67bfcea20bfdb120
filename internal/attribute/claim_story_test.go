package attribute

import "testing"

// A month that the next sentences make a day is the same deed.
func TestDayOfAMonth(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a month, then its day", text: "An officer who shot and wounded a driver in Toledo in August acted within the law, prosecutors said.\n\nOfficer Jane Example fired at his car on Aug. 20.",
			want: []string{"i=1 on=2017-08-20 to=2017-08-20"}, only: true},
		{name: "another place", text: "Shells fell on a camp in Homs in August.\n\nFighters attacked Hama on Aug. 20.", want: []string{"at=Hama on=2017-08-20"}},
	} {
		t.Run(c.name, c.run)
	}
}
