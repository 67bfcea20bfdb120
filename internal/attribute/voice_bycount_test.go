package attribute

import "testing"

// Somebody is credited by his count, in his words, or as one of many.
func TestByHisCount(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"By the hospital's count, nine people died in Homs.", "hospital"},
		{"Nine people were shot in Homs, by the mayor's own account.", "mayor"},
		{"The mayor spoke to reporters. The mayor said a raid killed nine. By his count, ten were hurt.", "mayor; mayor"},
		{"Nine people were killed in Homs by the army's account keepers.", ""},
		{"In the words of the mayor, soldiers killed nine people in Homs.", "mayor"},
		{"Nine people died in Homs, according to one of the survivors.", "survivors"},
		{"Nine people died in Homs, according to a post by the mayor.", "mayor"},
		{"The Karm Commission said it sent a team. Gunmen killed five farmers near Homs, according to its findings.", "Karm Commission; Karm Commission"},
		{"The prosecutor's office said nine people died. According to the investigation, a shell hit Homs.", "prosecutor's office; prosecutor's office"},
		{"Nine people died in Homs, according to the account of a survivor.", "survivor"},
	} {
		if got := credits(t, c.text); got != c.want {
			t.Errorf("%q: credited %q, want %q", c.text, got, c.want)
		}
	}
}
