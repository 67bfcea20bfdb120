package attribute

import "testing"

// Where the wounded come is not where they were shot.
func TestWhereTheWoundedCome(t *testing.T) {
	for _, c := range []claimCase{
		{name: "walked in", text: "BOISE, Idaho - Two men walked in at Example Regional with gunshot wounds early Friday and would not say where they were shot.", want: []string{"i=2 at=boise"}, only: true},
		{name: "turned up", text: "A man turned up at Grace Medical Center with a gunshot wound on Friday after a shooting in Boise, police said.", want: []string{"i=1 at=boise"}, only: true},
		{name: "dropped off", text: "BOISE, Idaho - A man was dropped off at Baptist Medical Center with a gunshot wound on Friday. Police do not know where the shooting took place.", want: []string{"i=1 at=boise"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
