package attribute

import "testing"

// Speakers told of with their age and what befell them, and bodies that put out lists.
func TestSpeakersWithAgeAndLists(t *testing.T) {
	for _, c := range []claimCase{
		{name: "who lost", text: "A woman, 29, who lost her husband and two brothers in Homs on Monday said soldiers had opened fire on the crowd.", want: []string{"by=soldiers said=woman"}, only: true},
		{name: "a list", text: "A strike hit a house in Homs on Monday. On Tuesday the health ministry issued a list of six dead.", want: []string{"k=6 on=2017-10-16 said=health_ministry"}, only: true},
		{name: "names", text: "A strike hit a house in Homs on Monday. The health ministry published the names of six dead.", want: []string{"k=6 said=health_ministry"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
