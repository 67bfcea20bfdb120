package attribute

import "testing"

// Gunfire into what people own is a shooting though it hits nobody.
func TestShotUp(t *testing.T) {
	for _, c := range []claimCase{
		{name: "through a windshield", text: "In Homs a man fired a shotgun through the windshield of a parked car on Monday.", want: []string{"ev=shooting at=homs on=2017-10-16"}, only: true},
		{name: "a bullet hole", text: "Officers found four casings in the roadway and a bullet hole in the front door of a residence in Homs on Monday.", want: []string{"ev=shooting at=homs"}, only: true},
		{name: "through a wall", text: "On Monday a bullet went through the wall of a bedroom in Homs.", want: []string{"ev=shooting at=homs"}, only: true},
		{name: "into a wall", text: "On Monday a bullet entered the wall of a bedroom in Homs.", want: []string{"ev=shooting at=homs"}, only: true},
		{name: "rockets", text: "On Monday the army fired rockets at houses in Homs.", want: []string{"ev=shelling at=homs"}, only: true},
		{name: "a manager", text: "The company fired the manager at its building in Homs on Monday.", only: true},
		{name: "a film", text: "He shot a film at a house in Homs on Monday.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
