package attribute

import "testing"

// A person who spoke is credited again where only his office is named.
func TestByOffice(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Dr. Adam Example said the hospital was full. Nine people were killed by a shell in Homs, the doctor added.", "Adam Example; Adam Example"},
		{"Adam Example, mayor of Homs, said the road was closed. Nine people were killed by a shell in Homs, the mayor added.", "Adam Example; Adam Example"},
		{"Adam Example, a baker in Homs, said the road was closed. The baker said nine people were killed by a shell.", "Adam Example; Adam Example"},
		{"The army's spokesman, Adam Example, said the road was closed. The spokesman said nine people were killed by a shell.", "Adam Example; Adam Example"},
		{"\"We need help,\" said Sgt. Adam Example. Three people were shot, the sergeant said.", "Adam Example; Adam Example"},
		{"Adam Example, a baker in Homs, said the road was closed. The doctor said nine people were killed by a shell.", "Adam Example; doctor"},
		{"Adam Example, a baker in Homs, said the road was closed. A doctor said nine people were killed by a shell.", "Adam Example; doctor"},
		{"The mayor of Homs said the road was closed. A second mayor said nine people were killed by a shell.", "mayor of Homs; second mayor"},
		{"The army said nine people were killed by a shell. The Karm Front for its part said two had died.", "army; Karm Front"},
		{"The Karm Post likewise spoke of nine killed by a shell in Homs.", "Karm Post"},
		{"The Karm Rights Commission is also alarmed by the killing of nine people in Homs.", "Karm Rights Commission"},
	} {
		if got := credits(t, c.text); got != c.want {
			t.Errorf("%s\ncredits %q, want %q", c.text, got, c.want)
		}
	}
}
