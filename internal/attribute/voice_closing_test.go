package attribute

import "testing"

// Who speaks stands right before the verb that closes a sentence, in prose that lost its commas too: not who
// opens the sentence, and not with the words before him.
func TestWhoClosesASentenceSpeaks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A teacher who was guarding the school was shot dead in his car in Homs on Wednesday the attorney general's office said.", "attorney general's office"},
		{"A man who was shot at a wedding in Homs died on Tuesday in an Adana hospital police said.", "police"},
		{"The driver fired three shots into a van in Homs wounding a girl local police said.", "local police"},
		{"Gunmen attacked a church in Homs killing 20 worshippers witnesses and hospital workers said.", "witnesses and hospital workers"},
		{"Gunmen killed three villagers and ten Peshmerga fighters in a raid on a village in the Karm area Kurdish officials said on Friday.", "Kurdish officials"},
		{"Two peacekeepers were hurt by an explosion close to their post near Homs on Friday the force said.", "force"},
		{"Nine people were killed and their bodies carried to the churchyard in Homs the deacon said.", "deacon"},
		{"Units beat off three counterattacks near Homs killing 20 soldiers the same bulletin says.", "same bulletin"},
		{"Shelling destroyed a building in Homs early on Monday killing six people the state emergency service said on Tuesday.", "state emergency service"},
		{"Nine people were killed in clashes in Homs between soldiers and protesters who tried to bring in aid from Brazil the rights group Foro Example said.", "Foro Example"},
		{"A man was found in an alley in Homs with a gunshot wound and died at the scene Coroner Dale Example said.", "Coroner Dale Example"},
		{"Raiders killed nine people in Homs the rebels' news agency reported on Telegram.", "rebels' news agency"},
		{"Raiders killed nine people in Homs the deacon told the Karm Post.", "deacon"},
		// Who opens the sentence speaks where what he said follows, or a comma parts him from it.
		{"Residents who fled the army said nine people were killed in Homs.", "Residents"},
		{"Nine people were killed in Homs, a woman who fled the army said.", "woman"},
	} {
		if got := credits(t, c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
