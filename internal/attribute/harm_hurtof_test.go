package attribute

import "testing"

// Whom a shooting or a stabbing was of.
func TestHurtOf(t *testing.T) {
	for _, c := range []claimCase{
		{name: "charged with assault", text: "Curtis Okafor, 22, is charged with assault in the shooting of a man in Akron on Sunday, police said.",
			want: []string{"ev=shooting i=1 by=okafor"}, only: true},
		{name: "charged with murder", text: "Curtis Okafor, 22, is charged with murder in the shooting of a man in Akron on Sunday, police said.",
			want: []string{"ev=shooting k=1 by=okafor"}, only: true},
		{name: "charged with attempted murder", text: "Curtis Okafor, 22, is charged with attempted murder in the stabbing of a man in Akron on Sunday, police said.",
			want: []string{"i=1 by=okafor"}, only: true},
		{name: "two", text: "Police are investigating the shooting of two women in Akron on Sunday.", want: []string{"ev=shooting i=2"}, only: true},
		{name: "a film", text: "The shooting of a film closed Main Street in Akron on Sunday, police said.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
