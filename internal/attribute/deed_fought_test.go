package attribute

import "testing"

// Two armed bodies that fought clashed; whoever "has fought", or fought a blaze, did no deed.
func TestFought(t *testing.T) {
	for _, c := range []claimCase{
		{name: "whom", text: "The army fought militants at Kutum on Monday, residents said.", want: []string{"ev=clash by=army at=kutum said=residents on=2017-10-16"}, only: true},
		{name: "with whom", text: "Security forces fought with gunmen in Derna on Monday.", want: []string{"ev=clash by=gunmen at=derna"}, only: true},
		{name: "both", text: "The army and the rebels fought fiercely in Kutum on Monday, a monitor said.", want: []string{"ev=clash by=rebels at=kutum"}, only: true},
		{name: "each other", text: "Rebels fought each other in Tripoli on Monday, killing five.", want: []string{"ev=clash k=5"}, only: true},
		{name: "their dead", text: "The army fought rebels near Kutum on Monday, killing nine.", want: []string{"ev=clash k=9"}, only: true},
		{name: "a group by its letters", text: "Kurdish forces fought ISIL near Kobani on Monday.", want: []string{"ev=clash by=isil"}, only: true},
		{name: "its fighters", text: "SDF fighters fought IS militants in Hajin on Monday.", want: []string{"ev=clash by=is"}, only: true},
		{name: "for years", text: "Rebels have fought the army in Kutum since 2012.", only: true},
		{name: "who fought", text: "The rebels, who fought the army in Kutum for years, released a teacher on Monday.", only: true},
		{name: "a blaze", text: "Firefighters fought a blaze in Homs on Monday.", only: true},
		{name: "beside whom", text: "Karl Zoran, who fought alongside rebels, was killed in an air strike on Kutum on Monday.", want: []string{"ev=air_strike k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
