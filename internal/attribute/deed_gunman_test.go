package attribute

import "testing"

// One gunman who harms people shot them; gunmen in numbers may have done anything.
func TestByGunman(t *testing.T) {
	for _, c := range []claimCase{
		{name: "one", text: "A gunman killed three people in Mosul on Friday, police said.", want: []string{"ev=shooting k=3"}, only: true},
		{name: "wounded", text: "A lone gunman wounded three people in Mosul on Friday, officials said.", want: []string{"ev=shooting i=3"}, only: true},
		{name: "several", text: "Gunmen killed three people in Mosul on Friday, police said.", want: []string{"ev=attack k=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// That somebody was arrested is not what wounded people.
func TestWoundedIsNoArrest(t *testing.T) {
	for _, c := range []claimCase{
		{name: "who did it", text: "A lone gunman wounded three people in Mosul on Friday and was arrested, officials said.", want: []string{"ev=shooting i=3"}, only: true},
		{name: "behind it", text: "A man was arrested after wounding three people in a market in Mosul on Friday, officials said.", want: []string{"ev=attack i=3"}, only: true},
		{name: "others", text: "Security forces wounded three people in Mosul on Friday and arrested 20, activists said.", want: []string{"ev=attack i=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
