package attribute

import "testing"

// Those who were hit, or who fired, tell the police of it themselves.
func TestToldThePolice(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the suspect", text: "A man was shot in Gary on Monday. The suspect told detectives that the victim had pulled a knife and that he shot him twice.", want: []string{"said=suspect"}},
		{name: "he told officers", text: "A 38-year-old man was being treated for a stab wound at a hospital in Gary on Monday. He told officers a man he knows cut him with a knife.", want: []string{"said=man"}},
		{name: "she told officers", text: "Police said a man had been arrested on Sunday. A woman was shot in the leg at a park in Gary on Monday. She told officers a man she was arguing with fired one shot.", want: []string{"said=woman"}},
		{name: "is telling investigators", text: "A Gary man is dead and his wife is telling investigators she shot him in self-defense on Monday.", want: []string{"said=wife"}},
		{name: "a charging document", text: "According to the charging document Joe Example shot Jim Example, 32, in the thigh in Gary on Monday.", want: []string{"said=charging_document -said=example"}},
		{name: "evidence indicates", text: "Evidence indicates that Joe Example shot his wife to death in Gary on Monday, the sheriff said.", want: []string{"said=sheriff -said=evidence"}},
		// it is not for them to tell
		{name: "no woman", text: "A woman was shot in the leg at a park in Gary on Monday. He told officers he had fired one shot.", want: []string{"-said=woman"}},
		{name: "told reporters", text: "Two men were shot at a park in Gary on Monday, Chief Jane Example said. A man was arrested. She told reporters two guns were found.", want: []string{"-said=man"}},
	} {
		t.Run(c.name, c.run)
	}
}
