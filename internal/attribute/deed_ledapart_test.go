package attribute

import "testing"

// People are carried off by verbs whose other half stands behind them, and from where they work or lie.
func TestLedAway(t *testing.T) {
	for _, c := range []claimCase{
		{name: "led away", text: "Fighters led a pharmacist away from his shop in Homs on Monday.", want: []string{"ev=abduction at=homs by=fighters"}, only: true},
		{name: "dragged off a bus", text: "Gunmen dragged two passengers off a bus near Homs on Monday.", want: []string{"ev=abduction by=gunmen"}, only: true},
		{name: "whisked away", text: "Unknown gunmen whisked the clerk away in a van in Homs on Monday.", want: []string{"ev=abduction"}, only: true},
		{name: "from a hospital", text: "Gunmen took two doctors from a hospital in Homs on Monday.", want: []string{"ev=abduction by=gunmen"}, only: true},
		{name: "from his house", text: "Armed men took a bank manager from his house in Homs on Monday.", want: []string{"ev=abduction by=armed_men"}, only: true},
		{name: "held for hours", text: "Two reporters were held for five hours in Homs on Monday by men who said they were rebels.", want: []string{"ev=abduction"}, only: true},
		{name: "a suspect", text: "Police led a suspect away in handcuffs in Akron on Monday.", only: true},
		{name: "to a hospital", text: "Medics took two wounded men from the scene to a hospital after gunmen fired at a bus in Homs on Monday.", want: []string{"i=2"}, only: true},
		{name: "firefighters", text: "Firefighters led residents away from a flooded house in Akron on Monday.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
