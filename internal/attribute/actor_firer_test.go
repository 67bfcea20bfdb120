package attribute

import "testing"

// Who fired, with words between him and the verb.
func TestFirer(t *testing.T) {
	for _, c := range []claimCase{
		{name: "of the truck", text: "A girl was wounded in Akron on Monday when an occupant of a grey truck fired twice at a porch, police said.", want: []string{"i=1 by=occupant"}, only: true},
		{name: "a firearm discharged", text: "A girl was wounded in Akron on Monday when an occupant of a truck discharged a firearm, police said.", want: []string{"i=1 by=occupant"}, only: true},
		{name: "someone inside", text: "A girl was wounded in Akron on Monday when a van stopped and someone inside began shooting, police said.", want: []string{"i=1 by=someone"}, only: true},
		{name: "guards of", text: "Guards of the Karm detention centre shot at migrants on Friday, killing three people, a charity said.", want: []string{"k=3 by=guards"}, only: true},
		{name: "manning", text: "Seven people were killed in Hama on Monday when security men manning a checkpoint fired at a crowd.", want: []string{"k=7 by=men"}, only: true},
		{name: "wounded a man", text: "On Feb. 11 a deputy wounded a man who came at him with a machete near Akron.", want: []string{"i=1 by=deputy"}, only: true},
		{name: "wounded a week ago", text: "A deputy wounded a week ago in Akron died on Monday, the sheriff said.", want: []string{"k=1 -by=deputy"}},
		{name: "got out shooting", text: "The driver got out shooting, police said, and a girl was wounded in Akron on Monday.", want: []string{"i=1 by=driver"}},
		{name: "before an hour", text: "Police said Jane Example, 63, walked across her yard shortly before 7 a.m. with a rifle and shot two neighbors in Akron on Monday.",
			want: []string{"by=example"}, only: true},
		{name: "was busy", text: "A driver in a grey van was angry about a dent, pulled alongside and fired a shot, wounding a girl in Akron on Monday, police said.", want: []string{"i=1 by=driver"}, only: true},
		{name: "whom he shot", text: "A girl sitting in a van was wounded in Akron on Monday, police said.", want: []string{"i=1 -by=girl"}, only: true},
		{name: "others shot her", text: "The owner of a bar was shot in Akron on Monday, police said.", want: []string{"i=1 -by=owner"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who somebody is, between his name and what he did.
func TestExplained(t *testing.T) {
	for _, c := range []claimCase{
		{name: "who he is", text: "James Example, a deacon, fired twice at a man in Akron on Monday, wounding him in the arm.", want: []string{"by=example"}, only: true},
		{name: "his age too", text: "James Example, 53, a deacon, fired twice at a man in Akron on Monday, wounding him in the arm.", want: []string{"by=example"}, only: true},
		{name: "whence", text: "Police say James Example, 31, of Lubbock, walked into a diner in Akron on Monday and killed four people.", want: []string{"k=4 by=example"}, only: true},
		{name: "what he had done", text: "The sheriff said the other deacon, James Example, who'd gone out to his pickup, fired at a man and wounded him in Akron on Monday.", want: []string{"by=example"}, only: true},
		{name: "masked", text: "A man, wearing a mask, opened fire in a bar in Akron on Monday and killed four people.", want: []string{"k=4 by=man"}, only: true},
		{name: "whom others killed", text: "James Example, a deacon, was killed in Akron on Monday, police said.", want: []string{"k=1 -by=example"}, only: true},
		{name: "another subject", text: "James Example, a deacon, said two men fired at a boy and wounded him in Akron on Monday.", want: []string{"-by=example"}},
		{name: "a town's name", text: "Officer Keith Hurst, 28, was on patrol in Akron on Monday. A man came at him with a knife. When the man was near Hurst fired three times, wounding him.", want: []string{"-by=keith"}},
		{name: "a date between", text: "A clerk was shot to death on April 6, 2013, by a man who walked into the store in Akron.", want: []string{"k=1 by=man"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
