package attribute

import "testing"

// Whom the lead tells of by his office only is the next to speak by his name.
func TestOfficialNamed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a member of the council", text: "Nine people were killed by a shell in Douma on Monday, a local official said.\n\nA market was hit as well, said Adam Example, a member of the town council.",
			want: []string{"k=9 said=Adam_Example said=local_official"}},
		{name: "commissioner", text: "Nine people were killed when armed men attacked Douma on Monday, the county commissioner has said.\n\nCommissioner Adam Example said the attackers took cattle.",
			want: []string{"k=9 said=Adam_Example"}},
		{name: "officials", text: "Nine people were killed by a bomb in Douma on Monday, Northland officials say.\n\nAdam Example, spokesman for the governor, said the road was closed.",
			want: []string{"k=9 said=Adam_Example"}},
		{name: "a witness", text: "Nine people were killed by a shell in Douma on Monday, a local official said.\n\nJane Example, who sells bread there, said she saw smoke.",
			want: []string{"k=9 said=local_official -said=Jane_Example"}},
		{name: "a monitor's head", text: "Nine people were killed by a shell in Douma on Monday, a local official said.\n\nAdam Example, head of the Karm Observatory for Human Rights, said the road was closed.",
			want: []string{"k=9 said=local_official -said=Adam_Example"}},
		{name: "residents", text: "Nine people were killed by a shell in Douma on Monday, residents said.\n\nAdam Example, a member of the town council, said the road was closed.",
			want: []string{"k=9 said=residents -said=Adam_Example"}},
	} {
		t.Run(c.name, c.run)
	}
}

// One who is told of by what he is only, and in whose words the next sentence goes on, is named there.
func TestTellerNamed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "in his words", text: "Nine people were killed by a shell in Douma on Monday, an opposition activist said. \"They knew that we were there,\" Adam Example told the agency.",
			want: []string{"k=9 said=Adam_Example said=activist"}},
		{name: "somebody else", text: "Nine people were killed by a shell in Douma on Monday, an opposition activist said. \"They knew that we were there,\" Jane Example, a baker, told the agency.",
			want: []string{"k=9 said=activist -said=Jane_Example"}},
		{name: "not in his words", text: "Nine people were killed by a shell in Douma on Monday, an opposition activist said. Adam Example told the agency that the road was closed.",
			want: []string{"k=9 said=activist -said=Adam_Example"}},
	} {
		t.Run(c.name, c.run)
	}
}
