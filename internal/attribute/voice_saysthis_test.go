package attribute

import "testing"

// Who is said behind a deed to have told of it is credited with it, and with what follows until
// somebody else speaks.
func TestSaysThis(t *testing.T) {
	for _, c := range []claimCase{
		{name: "by an office and its holder", text: "Rebels shelled Homs, wounding two people. This was reported by the head of the Karm Regional Council, Adam Zorani.",
			want: []string{"ev=shelling i=2 said=Zorani"}},
		{name: "on a page", text: "Rebels shelled Homs, wounding two people.\n\nThis was announced on Telegram by Adam Zorani, head of the Karm council, the Karm Register reports.",
			want: []string{"ev=shelling i=2 said=Zorani"}},
		{name: "in a paper", text: "Rebels shelled Homs, wounding two people. This is stated in the morning report of the Karm Rescue Service.",
			want: []string{"ev=shelling i=2 said=Rescue"}},
		{name: "it reported this", text: "Rebels shelled Homs, wounding two people. The Karm Rescue Service reported this on Facebook.",
			want: []string{"ev=shelling i=2 said=Rescue"}},
		{name: "wrote about it", text: "Rebels shelled Homs, wounding two people. Adam Zorani, the mayor of Homs, wrote about it on his channel.",
			want: []string{"ev=shelling i=2 said=Zorani"}},
		{name: "goes on", text: "Rebels shelled Homs, wounding two people. This was reported by the mayor, Adam Zorani.\n\nIn Douma, three people were killed by a mortar shell.",
			want: []string{"ev=shelling i=2 said=Zorani", "ev=shelling k=3 said=Zorani"}},
		{name: "it was announced that", text: "Rebels shelled Homs, wounding two people. It was announced by the council of Karm that trams would stop.",
			want: []string{"ev=shelling i=2 -said"}},
		{name: "says something else", text: "Rebels shelled Homs, wounding two people. The mayor, Adam Zorani, said this week would be hard.",
			want: []string{"ev=shelling i=2 -said"}},
		{name: "an office in small letters", text: "Two people were killed by a shell in Homs, according to the head of the regional council Adam Zorani.",
			want: []string{"ev=shelling k=2 said=Zorani"}},
	} {
		t.Run(c.name, c.run)
	}
}
