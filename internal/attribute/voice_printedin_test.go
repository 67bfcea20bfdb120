package attribute

import "testing"

// Who printed a paper, or on whose page it stands, is credited with what it tells.
func TestPrintedIn(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Nine people were killed by a shell in Homs, according to a report in the Karm Post.", "Karm Post"},
		{"Nine people were killed by a shell in Homs, according to an article published by the Karm Post.", "Karm Post"},
		{"Nine people were killed by a shell in Homs, according to a statement on the website of the Karm Brigade.", "Karm Brigade"},
		{"Nine people were killed by a shell in Homs, according to a report on a website close to the army.", "website"},
		{"Nine people were killed by a shell in Homs, according to a report carried by the official news agency.", "official news agency"},
		{"Nine people were killed by a shell in Homs, according to a report on the shelling.", "report"},
		{"According to reports in the town, nine people were killed by a shell in Homs.", "reports"},
		{"Nine people were killed by a shell in Homs, according to a statement on Monday.", "statement"},
		{"Nine people were killed by a shell in Homs, according to a police report.", "police report"},
	} {
		if got := credits(t, c.text); got != c.want {
			t.Errorf("%s\ncredits %q, want %q", c.text, got, c.want)
		}
	}
}

// Teams, crews, posts and papers speak, and more verbs say something.
func TestMoreSpeakers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rescue teams reported that nine people were killed by a shell in Homs.", "Rescue teams"},
		{"Ambulance crews said nine people were killed by a shell in Homs.", "Ambulance crews"},
		{"Nine people were killed in Homs on Tuesday the opposition websites said.", "opposition websites"},
		{"A post on Facebook said nine people were killed by a shell in Homs.", "post on Facebook"},
		{"Nine people were killed, according to a Facebook post by Jane Example.", "Jane Example"},
		{"He shot nine people in Homs, an arrest warrant says.", "arrest warrant"},
		{"The school district said nine people were shot in Homs.", "school district"},
		{"Survivors describe the killing of nine people by soldiers in Homs.", "Survivors"},
		{"Nine people were killed by a shell in Homs, a senior fighter hinted.", "senior fighter"},
		{"Nine people were killed, with reference to the Karm Military Administration.", "Karm Military Administration"},
		{"The Karm Monitor has received information that nine people were killed in Homs.", "Karm Monitor"},
		{"With reference to the shelling of Homs, nine people were killed.", ""},
		{"A rescue team of nine people was killed by a shell in Homs.", ""},
		{"Wendell Crews killed nine people in Homs.", ""},
	} {
		if got := credits(t, c.text); got != c.want {
			t.Errorf("%s\ncredits %q, want %q", c.text, got, c.want)
		}
	}
}
