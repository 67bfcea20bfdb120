package attribute

import "testing"

// Quotation marks that keep a distance from a name change nothing of what is read.
func TestScareQuotes(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a nation", text: "Two people were killed in two separate ‘Israeli’ attacks on southern Lebanon on Monday.",
			want: []string{"k=2 by=israeli"}, only: true},
		{name: "who speaks", text: "The ‘Israeli’ military said it had killed two people in Tyre on Monday.",
			want: []string{"k=2 said=israeli_military"}, only: true},
		{name: "a group", text: "The “Islamic State” group killed six people in Mosul on Monday.",
			want: []string{"k=6 by=islamic_state_group"}, only: true},
		{name: "plain marks", text: "Fighters of the 'Islamic State' group shot dead six people in Mosul on Monday.",
			want: []string{"k=6 by=islamic_state"}, only: true},
		{name: "a quotation", text: `"No" was the answer. "A bomb killed two men in Kosti on Monday," the Karm Monitor said.`,
			want: []string{"k=2 at=Kosti said=monitor"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
