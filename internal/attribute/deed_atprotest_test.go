package attribute

import "testing"

// Marchers who are killed by security forces were shot at, where nothing else is told.
func TestShotAtProtest(t *testing.T) {
	for _, c := range []claimCase{
		{name: "killed", text: "Troops killed at least 35 protesters in Bamako on Friday, organisers said.", want: []string{"ev=shooting k=35+ by=troops"}, only: true},
		{name: "passive", text: "Twelve demonstrators were killed by police in Conakry on Friday, a medic said.", want: []string{"ev=shooting k=12 by=police"}, only: true},
		{name: "under fire", text: "Marchers who gathered in Idlib on Friday came under fire and 13 were wounded.", want: []string{"ev=shooting i=13"}, only: true},
		{name: "clashes", text: "Twelve protesters were killed in clashes with police in Conakry on Friday.", want: []string{"ev=clash k=12"}, only: true},
		{name: "by a shell", text: "A shell killed 12 protesters in Taiz on Friday.", want: []string{"ev=shelling k=12"}, only: true},
		{name: "beaten", text: "Police beat 12 protesters to death in Conakry on Friday.", want: []string{"ev=attack k=12"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
