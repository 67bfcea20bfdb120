package attribute

import "testing"

// A date line that a colon closes gives the day that a text counts from.
func TestDateLinesWithAColon(t *testing.T) {
	for _, c := range []claimCase{
		{name: "capitals", text: "HOMS, Oct 14: Eleven shoppers were wounded when a grenade exploded in Idlib this afternoon.", want: []string{"i=11 on=2017-10-14"}, only: true},
		{name: "with an agency", text: "Homs, Oct 14 (KXS): Two militants were killed in a gunfight in Idlib today.", want: []string{"k=2 on=2017-10-14"}, only: true},
		{name: "day first", text: "HOMS, 14 October: Three villagers were shot dead at Idlib today.", want: []string{"k=3 on=2017-10-14"}, only: true},
		{name: "no day", text: "HOMS: Four policemen were killed when gunmen attacked a post in Idlib on Monday.", want: []string{"k=4 on=2017-10-16 at=idlib"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
