package attribute

import "testing"

// The dead of two sides of a battle, and figures that are none.
func TestDeadOfEachSide(t *testing.T) {
	for _, c := range []claimCase{
		{name: "among", text: "Clashes near Kosti on Monday left 15 dead among the rebels and 23 among the soldiers.", want: []string{"ev=clash k=15", "ev=clash k=23"}, only: true},
		{name: "ranks and side", text: "Clashes in Kosti on Monday left 15 dead in rebel ranks and nine on the army's side.", want: []string{"ev=clash k=15", "ev=clash k=9"}, only: true},
		{name: "adversaries", text: "There were at least 15 dead among the ranks of the militia and 23 among its adversaries in fighting in Kosti on Monday.",
			want: []string{"k=15+", "k=23"}, only: true},
		{name: "a part", text: "A bomb in Kosti on Monday left nine dead, among them four children and two among the wounded.", want: []string{"k=9"}, only: true},
		{name: "missing", text: "A bomb in Kosti on Monday killed nine people and three in the ranks of the police are missing.", want: []string{"k=9"}, only: true},
		{name: "ran away", text: "Rebels killed nine people in Kosti on Monday and two among the crowd ran away.", want: []string{"k=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
