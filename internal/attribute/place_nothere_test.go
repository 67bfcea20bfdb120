package attribute

import "testing"

// Where people talk, live, are reached, are flown or fire from is not where it happened.
func TestNotHere(t *testing.T) {
	for _, c := range []claimCase{
		{name: "talks", text: "On 3 June a shell hit a bus stop in Donetsk. The ministry said the fighters had shelled their own city, killing nine people, to disrupt talks in Berlin.", want: []string{"k=9 -at=berlin"}},
		{name: "told a briefing", text: "On 3 June a shell hit a bus stop in Donetsk. A spokesman told a briefing in Kyiv that the fighters had killed nine people.", want: []string{"k=9 -at=kyiv"}},
		{name: "lives there", text: "On 3 June gunmen attacked the town of Masarra. Nine people were killed, said the man's cousin, Jane Doe, who lives in Hama and spoke by phone.", want: []string{"k=9 -at=hama"}},
		{name: "reached there", text: "On 3 June gunmen attacked the town of Masarra. A trader, reached in Hama, said that 60 people were killed.", want: []string{"k=60 -at=hama"}},
		{name: "flown there", text: "On 3 June gunmen attacked the town of Masarra. The Red Cross said it had evacuated 11 casualties to Damascus.", want: []string{"c=11 -at=damascus"}},
		{name: "crossed on the way", text: "On 3 June gunmen killed nine people in the town of Masarra. A spokesman of the rebels blamed militiamen who crossed the Abay river.", want: []string{"k=9 at=masarra"}},
		{name: "fired from a post", text: "On 3 June soldiers raked the outskirts of Masarra with machine gun fire from the newly built post at Jabal Blat, wounding two farmers.", want: []string{"i=2 -at=blat"}},
		{name: "fired from positions", text: "Artillery shells landed on the Monday market of Binnish in north-west Syria, killing seven people, rescue workers said.\n\nThe rescue service of Idlib said the shells were fired by government forces from positions east of Saraqib.\n\nTraders come to the Monday market of Binnish from villages all around.",
			want: []string{"k=7 at=binnish", "said=idlib at=binnish -at=saraqib"}, only: true},
		{name: "positions that were hit", text: "On 3 June jets struck army positions east of Saraqib, killing nine fighters.", want: []string{"k=9 at=saraqib"}},
		{name: "fire on positions", text: "On 3 June nine fighters were killed when the army opened fire on positions east of Saraqib.", want: []string{"k=9 at=saraqib"}},
		{name: "the protest that she led", text: "On 3 June Jane Doe, one of the organisers of the sit-in at Haboub Square, was shot dead in her car in Homs.", want: []string{"at=homs"}},
		{name: "people who live there were hit", text: "On 3 June a shell killed nine people living in Hama.", want: []string{"k=9 at=hama"}},
		{name: "a post itself", text: "On 3 June gunmen killed nine soldiers at a post in Hama and took rifles from it.", want: []string{"k=9 at=hama"}},
	} {
		t.Run(c.name, c.run)
	}
}
