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
