package attribute

import "testing"

// Who did it is known though a clause about him, or how he came, stands before his deed.
func TestPastContact(t *testing.T) {
	for _, c := range []claimCase{
		{name: "whom he did not know", text: "A man he did not know shot through the door of a flat in Akron on Monday, wounding a 20-year-old in the hand.", want: []string{"i=1 by=man"}},
		{name: "she argued with", text: "Police said a man she was arguing with on the phone pulled up and fired one shot at a woman in Akron on Monday.", want: []string{"by=man"}},
		{name: "put out", text: "A patron he had put out returned with a rifle and shot a guard once in the leg outside a bar in Akron on Monday, police said.", want: []string{"i=1 by=patron said=police"}},
		{name: "let go", text: "A man let go last week came back to a warehouse in Akron on Monday and killed a manager and a clerk, police said.", want: []string{"k=2 by=man"}},
		{name: "fired himself", text: "A fired printer walked into a shop in Akron on Monday and shot five people, police said.", want: []string{"i=5 by=printer"}},
		{name: "stuck his arm out", text: "The driver stuck his arm out of a window in Akron on Monday and fired three times, police said, hitting a boy in the thigh.", want: []string{"by=driver"}},
		{name: "at an hour", text: "Two men were shot on Foster Street in Akron around 12:30 a.m. Sunday by a man they had never seen, police said.", want: []string{"i=2 by=man"}},
		{name: "was shot at himself", text: "A pastor who went back to put out a fire was shot at from a roof in Akron on Monday, and two firemen were wounded.", want: []string{"i=2 -by=pastor"}},
		{name: "through the head", text: "A man shot through the head was found in Akron on Monday, police said, and two others were wounded.", want: []string{"-by=man"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Of somebody who shot his wife and then himself both are dead where the report calls it a
// murder and a suicide.
func TestMurderSuicide(t *testing.T) {
	for _, c := range []claimCase{
		{name: "called so", text: "Two people found at a farm in Akron died in a murder-suicide, police said. Evidence shows that the man shot his wife on Monday and then turned the gun on himself, Sheriff Lea Example said.", want: []string{"k=2"}},
		{name: "not called so", text: "A man shot his wife in Akron on Monday and then himself, police said.", want: []string{"k=none"}},
	} {
		t.Run(c.name, c.run)
	}
}
