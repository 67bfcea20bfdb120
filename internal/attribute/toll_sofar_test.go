package attribute

import "testing"

// "So far" may count for the incident told just before.
func TestSoFar(t *testing.T) {
	for _, c := range []claimCase{
		{name: "people", text: "Gunmen attacked Homs on Monday. So far 14 people have been killed, the mayor said.", want: []string{"ev=attack k=14 at=homs"}, only: true},
		{name: "deaths", text: "Jets struck Homs on Monday. The commission has so far confirmed 14 deaths.", want: []string{"ev=air_strike k=14 at=homs"}, only: true},
		{name: "a year", text: "Gunmen attacked Homs on Monday. So far this year 14 people have been killed there, the mayor said.", want: []string{"k=none"}, only: true},
		{name: "a war", text: "The war in Homs has so far killed 14 people, the mayor said.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
