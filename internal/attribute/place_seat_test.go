package attribute

import "testing"

// Where nobody names a place, what local bodies tell of was where they are.
func TestSeatOfLocalBody(t *testing.T) {
	for _, c := range []claimCase{
		{name: "police in", text: "Police in Dayton said one man was killed in a shooting on Friday.", want: []string{"k=1 at=dayton"}, only: true},
		{name: "its police", text: "Kandahar police said a bomb killed nine people on Friday.", want: []string{"k=9 at=kandahar"}, only: true},
		{name: "its governor", text: "Kandahar's governor said an air strike had killed nine people on Friday.", want: []string{"k=9 at=kandahar"}, only: true},
		{name: "a doctor in", text: "A doctor in Kandahar said an air strike had killed nine people on Friday.", want: []string{"k=9 at=kandahar"}, only: true},
		{name: "not a spokesman", text: "A spokesman in Kandahar said an air strike had killed nine people on Friday.", want: []string{"k=9 -at=kandahar -at=yemen"}, only: true},
		{name: "not of a country", text: "Police in Yemen said a bomb killed nine people on Friday.", want: []string{"k=9 -at=kandahar -at=yemen"}, only: true},
		{name: "the story has a place", text: "A bomb killed nine people in Ghazni on Friday. Kandahar police said another bomb killed two policemen later.", want: []string{"k=9 at=ghazni", "k=2 -at=kandahar -at=yemen"}},
	} {
		t.Run(c.name, c.run)
	}
}

// The wider place between two commas only says where that of a speaker lies; it does not speak.
func TestWhereSpeakersPlaceLies(t *testing.T) {
	for _, c := range []claimCase{
		{name: "state", text: "Police in Dayton, Ohio, said one man was killed in a shooting on Friday.", want: []string{"k=1 said=police -said=ohio"}, only: true},
		{name: "country", text: "A police officer in Peshawar, Pakistan, told AFP that a bomb killed three people on Friday.", want: []string{"k=3 said=police_officer"}, only: true},
		{name: "region", text: "Doctors in Hodeida, western Yemen, said an air strike killed three people on Friday.", want: []string{"k=3 said=doctors -said=yemen"}, only: true},
		{name: "behind the deed", text: "A gunman killed three people on Friday, police in Dayton, Ohio, said.", want: []string{"k=3 said=police_in_dayton -said=ohio"}, only: true},
		{name: "the place of the deed", text: "Rebels killed nine people on Friday in Sake, North Kivu, the mayor said.", want: []string{"k=9 said=mayor"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
