package attribute

import "testing"

func TestOwnLife(t *testing.T) {
	for _, c := range []claimCase{
		{name: "before", text: "A gunman killed two clerks in Akron on Tuesday before taking his own life, police said.", want: []string{"k=3"}, only: true},
		{name: "passive", text: "Two clerks were killed in Akron on Tuesday before the gunman took his own life, police said.", want: []string{"k=3"}, only: true},
		{name: "after", text: "The gunman took his own life after killing three people in Akron on Tuesday.", want: []string{"k=4"}, only: true},
		{name: "among them", text: "Three people were killed in Akron on Tuesday, including the gunman, who took his own life.", want: []string{"k=3"}, only: true},
		{name: "open above", text: "At least three people were killed in Akron on Tuesday before the gunman took his own life.", want: []string{"k=3+"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
