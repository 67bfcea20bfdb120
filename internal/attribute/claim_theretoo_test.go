package attribute

import "testing"

// Another place that was hit as well, what is reported from somewhere, when something had been told before.
func TestHitThereToo(t *testing.T) {
	base := "Insurgents attacked a base in Garmser district on Monday, killing the commander. "
	raid := "Gunmen raided Dayton on Saturday, the commissioner confirmed on Monday. Three people were killed and the village burnt, he told reporters.\n"
	for _, c := range []claimCase{
		{name: "as well", text: base + "Marja district was attacked as well.", want: []string{"k=1 at=garmser", "at=marja"}, only: true},
		{name: "also", text: base + "Marja district was also attacked.", want: []string{"k=1 at=garmser", "at=marja"}, only: true},
		{name: "reported from", text: "Heavy shelling was reported from Rabak and Sennar on Monday evening.", want: []string{"ev=shelling at=rabak_and_sennar"}, only: true},
		{name: "who reported from", text: "A bomb killed nine people in Dayton on Monday. Our correspondent reported from Sennar that a bus was hit.", want: []string{"k=9 at=dayton"}},
		{name: "medical care", text: "Troops shelled Dayton on Monday, wounding two people. In Merefa three more needed medical care.", want: []string{"i=2 at=dayton", "i=3 at=merefa"}, only: true},
		{name: "had told a day before", text: raid + "Villagers had told this paper a day before that eight people were killed.", want: []string{"k=3 on=2017-10-14", "k=8 on=2017-10-14 said=villagers"}},
		{name: "killed a day before", text: raid + "Villagers told this paper that eight people were killed a day before.", want: []string{"k=8 on=2017-10-13 said=villagers"}},
	} {
		t.Run(c.name, c.run)
	}
}
