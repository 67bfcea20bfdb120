package attribute

import "testing"

// Headlines of other stories below a report claim nothing of their own.
func TestLinksToOtherStories(t *testing.T) {
	const told = "Rockets killed nine people in Homs on Monday, residents said. "
	for _, c := range []claimCase{
		{name: "related", text: told + "Related Rebels shell Hama for third week", want: []string{"k=9"}, only: true},
		{name: "related news", text: told + "Related News Gunmen kill ten in Hama", want: []string{"k=9"}, only: true},
		{name: "read more", text: told + "Read more Raids kill ten in Hama", want: []string{"k=9"}, only: true},
		{name: "on this story", text: told + "More on this story Jets bomb Hama port", want: []string{"k=9"}, only: true},
		{name: "prose", text: told + "Related attacks killed ten people in Hama on Monday.", want: []string{"k=9", "k=10"}, only: true},
		{name: "the agency's name and dash in one", text: "TEHRAN (XNA)- Ministry spokesman Karim Navidi said gunmen killed nine people in Homs on Monday.", want: []string{"k=9 said=Navidi"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
