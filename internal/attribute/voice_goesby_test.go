package attribute

import "testing"

// Who speaks is told of by what he is and named beside it.
func TestSpeakerNamedBeside(t *testing.T) {
	for _, c := range []claimCase{
		{name: "three people were killed when a shell hi", text: "Three people were killed when a shell hit the market in Kosti on Monday, said the head doctor of the town hospital, Jane Example.", want: []string{"said=jane_example"}},
		{name: "the spokesman of the army in the provinc", text: "The spokesman of the army in the province, lieutenant Adam Example, confirms that six soldiers were killed in Kosti on Monday.", want: []string{"said=adam_example"}},
		{name: "according to the mayor of the commune ad", text: "According to the mayor of the commune, Adam Example, the attack on Kosti left 26 dead.", want: []string{"said=adam_example"}},
		{name: "a survivor who fled to kosti adam exampl", text: "A survivor who fled to Kosti, Adam Example, told The Karm Sentinel that nineteen villagers were killed.", want: []string{"said=adam_example"}},
		{name: "thirty people were killed in kosti said", text: `"Thirty people were killed in Kosti," said a farmer who gave only his first name, Adam.`, want: []string{"said=adam"}},
		{name: "an activist who goes by the name of abu", text: "An activist who goes by the name of Abu Example put the number of people killed in Kosti at 24.", want: []string{"said=abu_example"}},
		{name: "nine people were killed in kosti said a", text: `"Nine people were killed in Kosti" said a man who gave his name as Abu Example and who spoke over the phone.`, want: []string{"said=abu_example"}},
		{name: "a field commander who goes by the name g", text: "A field commander who goes by the name General Example told the Karm Post that seven soldiers were killed in Kosti.", want: []string{"said=example"}},
		{name: "an activist in the area who calls himsel", text: "An activist in the area who calls himself Abu Example told Karm Post that shelling killed five people in Kosti.", want: []string{"said=abu_example"}},
		{name: "a member of the village watch who gave h", text: "A member of the village watch, who gave his name as Adam, said gunmen killed six people in Kosti.", want: []string{"said=adam"}},
		// nobody's name
		{name: "a doctor at the hospital northlands larg", text: "A doctor at the hospital, Northland's largest, said six people were killed in Kosti.", want: []string{"said=doctor -said=example"}},
		{name: "according to a doctor adam example  was", text: "According to a doctor, Adam Example, 34, was killed by a sniper in Kosti on Monday.", want: []string{"said=doctor -said=example"}},
		{name: "a resident of kosti sudan said six peopl", text: "A resident of Kosti, Sudan, said six people were killed on Monday.", want: []string{"said=resident -said=example"}},
	} {
		t.Run(c.name, c.run)
	}
}
