package attribute

import "testing"

// Who was hit by what flies is wounded; a truck or a window is not.
func TestHitByWhatFlies(t *testing.T) {
	for _, c := range []claimCase{
		{name: "shrapnel", text: "A rocket hit a house in Haifa on Monday. A girl was struck by shrapnel.", want: []string{"ev=shelling i=1"}, only: true},
		{name: "her cheek", text: "A bullet cut her cheek as soldiers opened fire in Jenin on Monday, Salma Example said.", want: []string{"ev=shooting i=1"}, only: true},
		{name: "told before", text: "A man was shot on Elm Street in Boise on Sunday. A bullet pierced his arm.", want: []string{"i=1"}, only: true},
		{name: "in the hand", text: "A man was shot in the leg and a woman in the hand on Elm Street in Boise on Sunday.", want: []string{"i=2"}, only: true},
		{name: "a truck", text: "Someone opened fire on Elm Street in Boise on Sunday. Their truck was hit.", want: []string{"ev=shooting i=none"}, only: true},
		{name: "told police he", text: "A man told police he was shot in the leg by a stranger on Elm Street in Boise on Sunday.", want: []string{"i=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
