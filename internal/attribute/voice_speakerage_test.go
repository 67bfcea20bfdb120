package attribute

import "testing"

// Ages, children, peoples and days that stand between a speaker and his verb; more verbs.
func TestSpeakerAge(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"\"We carried nine bodies,\" a Northland man of 22 said in a message.", "Northland man"},
		{"A mother of three said nine people were killed by a shell.", "mother"},
		{"A farmer aged 60 said nine people were killed by a shell.", "farmer"},
		{"A group of 22 said nine people were killed.", ""},
		{"These are complaints by the villagers, who accuse the army of wounding nine people.", "villagers"},
		{"There are complaints by the Awa people, who accuse the army of wounding nine people.", "Awa people"},
		{"The boy shot nine people, charges filed Wednesday in Summit County say.", "charges"},
		{"Charges filed Wednesday say the boy shot nine people.", "Charges"},
		{"The boy shot nine people, according to charges.", "charges"},
		{"Explosive charges killed nine people.", ""},
		{"An affidavit filed Monday says the boy shot nine people.", "affidavit"},
		{"According to the KBI, the chase began in Akron. Nine people were killed, the agency said.", "KBI; KBI"},
		{"Mr. Example countered that nine people were killed.", "Example"},
		{"The army countered with a raid and killed nine people.", ""},
		{"Several people from the hills related to Radio Karm how soldiers shot nine people.", "Several people"},
		{"Violence related to the war killed nine people.", ""},
		{"Adam Example swears that soldiers shot nine people.", "Adam Example"},
		{"Of three villagers said that nine people were killed.", "three villagers"}, // nothing stands before "of"
		{"A man of", ""},
		{"charges filed", ""},
	} {
		if got := credits(t, c.text); got != c.want {
			t.Errorf("%s\ncredits %q, want %q", c.text, got, c.want)
		}
	}
}
