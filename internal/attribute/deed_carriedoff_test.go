package attribute

import (
	"testing"
	"time"

	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

// People are taken hostage, and from their homes by the armed; taking somebody to
// hospital, or a town, is no abduction.
func TestCarriedOff(t *testing.T) {
	r := New(places.Embedded(), parties.Embedded(), sources.Embedded())
	for text, want := range map[string]bool{
		"The militants took an estimated 90 civilians hostage in Manbij on Friday, the monitor said.":                       true,
		"On 10 May gunmen in a pickup took Rashid Example, 47, from his home in Saraqib.":                                   true,
		"On Thursday fighters of the Rapid Support Forces took four volunteers from a kitchen in Khartoum, residents said.": true,
		"Soldiers took six wounded people from a market in Saraqib to hospital on Friday.":                                  false,
		"Gunmen took positions in Saraqib on Friday, away from the homes of civilians.":                                     false,
		"A neighbour took two children from a school in Saraqib on Friday.":                                                 false,
		"Medics took nine wounded people from their homes in Saraqib to hospital on Friday.":                                false,
		"The minister took questions from his office in Saraqib on Friday.":                                                 false,
		"Rebels took part in an exchange of 40 prisoners in Saraqib on Friday.":                                             false,
		"Rebels took part in talks in Saraqib on Friday on the release of hostages.":                                        false,
	} {
		claims, _ := r.Read(&isnad.Report{ID: "r", Text: text, Published: time.Date(2024, 5, 12, 0, 0, 0, 0, time.UTC)})
		got := false
		for i := range claims {
			got = got || claims[i].Event == isnad.EventAbduction
		}
		if got != want {
			t.Errorf("%q: abduction %v, want %v", text, got, want)
		}
	}
}

// Who is taken away and then killed is counted once, where he is taken.
func TestTakenAndKilled(t *testing.T) {
	for _, c := range []claimCase{
		{name: "them", text: "Soldiers detained seven villagers in Salama on 4 May and executed them, a witness said.", want: []string{"k=7 by=soldiers said=witness"}, only: true},
		{name: "found dead", text: "On 5 May, two men were abducted from their homes in Kosti and found dead the next morning.", want: []string{"k=2"}, only: true},
		{name: "let go", text: "Gunmen kidnapped four teachers in Kosti on 4 May and freed them.", want: []string{"ev=abduction k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
