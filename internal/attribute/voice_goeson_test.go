package attribute

import "testing"

// A paragraph goes on with the account that it begins with.
func TestAccountGoesOn(t *testing.T) {
	const rest = "\n\nThe court sits on Monday.\n\nThe street was quiet.\n\nShops were open."
	for _, c := range []claimCase{
		{name: "the paper goes on", text: "A clerk stood in court in Homs on Tuesday.\n\nAccording to the complaint, a masked man came into a shop in Homs on Friday. He jumped over the counter and shot two women dead." + rest,
			want: []string{"k=2 said=complaint"}, only: true},
		{name: "before that", text: "Soldiers spoke in Homs on Tuesday.\n\nAccording to the army, a patrol met armed men in Homs on Friday. A mine had killed two women there in May." + rest,
			want: []string{"k=2 -said=army"}, only: true},
		{name: "another paragraph", text: "A clerk stood in court in Homs on Tuesday.\n\nAccording to the complaint, a masked man came into a shop in Homs on Friday.\n\nTwo women were shot dead in Hama on Monday." + rest,
			want: []string{"k=2 -said=complaint"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
