package attribute

import "testing"

// Who comes after a deed, or is hit by it, has not done it.
func TestStandsBy(t *testing.T) {
	for _, c := range []claimCase{
		{name: "troops secure", text: "French troops secured the area after a car bomb killed four people in Gao on Monday.", want: []string{"k=4 -by=troops"}, only: true},
		{name: "helicopters fly out", text: "Army helicopters flew out the wounded after a car bomb killed four people in Gao on Monday.", want: []string{"ev=bombing k=4 -by=army"}, only: true},
		{name: "a convoy is hit", text: "An army convoy was hit by a roadside bomb in Gao on Monday and four people were killed.", want: []string{"ev=bombing k=4 -by=army"}, only: true},
		{name: "a troop carrier is hit", text: "An army troop carrier was hit by a mine in Gao on Monday and four people were killed.", want: []string{"ev=landmine k=4 -by=army"}, only: true},
		{name: "secured this and that, and killed", text: "French troops secured the town and its airport and killed nine rebels in Gao on Monday.", want: []string{"k=9 by=troops"}, only: true},
		{name: "a vehicle is shot at", text: "An armored army vehicle was shot at in Gao on Monday and four people were killed.", want: []string{"k=4 -by=army"}, only: true},
		{name: "secured and killed", text: "French troops secured the village of Talbar on Monday and killed nine rebels.", want: []string{"k=9 by=troops"}, only: true},
		{name: "a wanted man", text: "A man wanted by police was found dead in Gao on Monday.", want: []string{"k=1 -by=police"}, only: true},
		{name: "a freed woman", text: "A woman freed by rebels was shot dead in Gao on Monday.", want: []string{"k=1 -by=rebels"}, only: true},
		{name: "shot by police", text: "A man wanted for theft was shot dead by police in Gao on Monday.", want: []string{"k=1 by=police"}, only: true},
		{name: "critical of", text: "A journalist critical of the army was killed in Gao on Monday.", want: []string{"k=1 -by=army"}, only: true},
		{name: "near a base", text: "Four people were killed in Gao on Monday near a base of the army.", want: []string{"k=4 -by=army"}, only: true},
		{name: "a former officer's house", text: "Four people were killed in Gao on Monday at the house of a former army officer.", want: []string{"k=4 -by=army"}, only: true},
		{name: "since the army took it", text: "Four people were killed in Gao on Monday, the deadliest attack since the army took the town from rebels in May.", want: []string{"k=4 -by=army"}, only: true},
		{name: "sides of talks", text: "Four people were killed in Gao on Monday as peace talks between the government and rebels resumed.", want: []string{"k=4 -by=rebels"}, only: true},
		{name: "sides of a truce", text: "Four people were killed in Gao on Monday despite a truce between the army and the rebels.", want: []string{"k=4 -by=army"}, only: true},
		{name: "sides of a fight", text: "Four people were killed in Gao on Monday in clashes between the army and the rebels.", want: []string{"ev=clash k=4 by=army by=rebels"}, only: true},
		{name: "attributed to", text: "Four people were killed in Gao on Monday in a drone strike that witnesses attributed to Northland.", want: []string{"ev=drone_strike k=4 -by=witnesses"}, only: true},
		{name: "no group claims", text: "A bomb killed four people in Gao on Monday. No group has claimed the attack.", want: []string{"k=4 -by=group"}, only: true},
		{name: "held by rebels", text: "A shell killed four people in rebel-held Gao on Monday.", want: []string{"ev=shelling k=4 -by=rebel"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// "U.S." is a state that acts, and a state before a name only says where somebody is from.
func TestStatesAct(t *testing.T) {
	for _, c := range []claimCase{
		{name: "U.S.", text: "A U.S. air strike killed nine people in Homs on Monday.", want: []string{"ev=air_strike k=9 by=U.S."}, only: true},
		{name: "the United States", text: "The United States bombed Homs on Monday, killing nine people.", want: []string{"k=9 by=states"}, only: true},
		{name: "says so of itself", text: "The U.S. military said it had killed nine fighters in Homs on Monday.", want: []string{"k=9 by=U.S. said=U.S."}, only: true},
		{name: "a Turkish journalist", text: "A Turkish journalist was killed in Homs on Monday.", want: []string{"k=1 -by=turkish"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
