package attribute

import "testing"

// Who "they" are that a sentence opens with is told in the sentence before.
func TestTheyDid(t *testing.T) {
	for _, c := range []claimCase{
		{name: "burned", text: "About 140 soldiers raided villages near Idlib on Sunday. They torched some 60 houses in Hama on Monday, a resident said.", want: []string{"ev=property_destruction by=soldiers at=hama"}},
		{name: "entered", text: "A group of gunmen entered the town of Idlib on Monday. They killed the village head and his guard.", want: []string{"k=2 by=gunmen"}, only: true},
		{name: "another body is attacked", text: "Over 150 gunmen came on motorcycles to Idlib on Monday, a police chief said. \"They laid siege to the army post first and four men fell there,\" he said.", want: []string{"k=4 by=gunmen"}, only: true},
		{name: "shot", text: "Soldiers surrounded the town of Idlib on Monday. They shot dead a boy and wounded four others.", want: []string{"k=1 i=4 by=soldiers"}, only: true},
		{name: "over two sentences", text: "Bandits rode into Idlib on Monday. They went from door to door. They killed 27 people, a resident said.", want: []string{"k=27 by=bandits"}, only: true},
		{name: "who only say so", text: "Soldiers came to Idlib on Monday. They said nine people had been killed by shells in Hama.", want: []string{"k=9 -by=soldiers"}},
		{name: "who were killed", text: "Soldiers were on patrol near Idlib on Monday. They were hit by a bomb that killed nine people in the town of Hama.", want: []string{"k=9"}},
	} {
		t.Run(c.name, c.run)
	}
}
