package attribute

import "testing"

// Who draws on officers and is shot by them counts one, though no word counts him.
func TestWhomOfficersShot(t *testing.T) {
	for _, c := range []claimCase{
		{name: "returned fire", text: "The man fired at deputies, who returned fire, killing him. It happened on Elm Street in Akron on Monday.", want: []string{"k=1 on=2017-10-16"}, only: true},
		{name: "shot and killed him", text: "The driver fired at the troopers, who shot and killed him on Elm Street in Akron on Monday.", want: []string{"k=1"}, only: true},
		{name: "the suspect was killed", text: "Officers fired back and the suspect was killed on Monday in Akron.", want: []string{"k=1"}, only: true},
		{name: "and an officer", text: "An Akron police officer was shot and critically wounded Monday while serving a warrant on Elm Street. The suspect was shot dead by other officers.", want: []string{"k=1 i=1"}, only: true},
		{name: "fatally wounding", text: "Officers returned fire, fatally wounding the gunman on Monday in Akron.", want: []string{"k=1 i=none"}, only: true},
		{name: "nobody drew", text: "The driver waved at the troopers, who greeted him on Elm Street in Akron on Monday.", only: true},
		{name: "called to a place", text: "On Tuesday, October 17, 2017, at about 1914 hours, officers responded to the area of Elm Street in Akron regarding a man with a gun.\n\nTwo officers discharged their weapons, striking the man. He was pronounced deceased.", want: []string{"k=1 on=2017-10-17"}, only: true},
		{name: "a stopped car", text: "On October 14, 2017, troopers attempted to stop a vehicle on Elm Street. The driver fired at the troopers, who shot and killed him.", want: []string{"k=1 on=2017-10-14 at=elm"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
