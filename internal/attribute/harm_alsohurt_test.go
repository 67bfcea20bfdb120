package attribute

import "testing"

// Whom a deed also wounded is told of the claim that counts its dead, whoever adds it.
func TestAlsoHurt(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the raid also wounded", text: "An air strike on Idlib on Monday killed 16 people according to the Civil Defence. The raid also wounded 25 others Omar Example told Reuters.",
			want: []string{"k=16 i=25"}, only: true},
		{name: "the missiles", text: "At least 16 people were killed on Monday in an air raid on Idlib according to a police source. The missiles also wounded 25 others Omar Example told Reuters.",
			want: []string{"k=16+ i=25"}, only: true},
		{name: "the second blast", text: "A bomb killed 12 people in Homs on Monday. The second blast also wounded eight people in Idlib.",
			want: []string{"k=12", "i=8"}, only: true},
		{name: "somebody else's deed", text: "A bomb killed 12 people in Homs on Monday police said. The army also wounded eight rebels in Idlib on Monday the Observatory said.",
			want: []string{"k=12", "i=8"}, only: true},
		{name: "a new attack", text: "A bomb killed 12 people in Homs on Monday police said. A suicide attack in Idlib on Monday also wounded eight people the Observatory said.",
			want: []string{"k=12", "i=8"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
