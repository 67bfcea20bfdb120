package attribute

import (
	"strings"
	"testing"
)

// Whom a sentence credits after those before it, each with the names that the
// speakers so far lend him.
func TestCredits(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       string // credits of the text, parted by "; "
	}{
		{"claimed by", "A bomb claimed by the Zoran Liberation Front killed nine people in Homs on Monday.", ""},
		{"the charity of the dead", "Nine nurses of the Karm Relief Service were killed by a shell in Homs, the charity said.", "Karm Relief Service+charity"},
		{"the news outlet", "A reporter from Reuters was killed in a Russian airstrike near Idlib on Monday the news outlet said.", "Reuters+news outlet"},
		{"the outlet that told", "SANA said nine people were killed by a shell in Homs. AP photographers saw it. Another shell fell in Douma, the news outlet added.", "SANA; SANA+news outlet"},
		{"the armed group", "Fighters of the Zoran Liberation Front shelled Homs, the group said.", "Zoran Liberation Front+group"},
		{"no place is he", "Omar Zorani said nine people were killed by a shell in Homs. Turkey said it knew of none. He said others were hurt.", "Omar Zorani; Turkey; Omar Zorani"},
		{"surname behind other words", "Envoy Omar Zorani said nine people were killed by a shell in Homs. The army struck in Iraq and Syria Zorani said.", "Envoy Omar Zorani; Envoy Omar Zorani"},
		{"continued to pound", "Planes of the army continued to pound Homs and killed nine people.", ""},
		{"informed sources", "Informed sources said nine people were killed in Homs.", "sources"},
		{"declared a truce", "The army has declared a truce after a shell killed nine people in Homs.", ""},
		{"declared that", "The army declared that a shell had killed nine people in Homs.", "army"},
		{"its report", "The Karm Watch report comes after a shell killed nine people in Homs.", ""},
		{"footage showed", "Other footage showed doctors treating nine people who were wounded in Homs.", ""},
		{"they are the subject", "Dayton police shot and killed a man who they say pointed a gun at them on Monday.", "Dayton police"},
		{"it is the subject", "The Karm Media Centre posted a video that it said was of nine people killed by a shell.", "Karm Media Centre"},
		{"based", "The Northland Observatory for Human Rights said nine people were killed by a shell in Homs. The Karm-based Observatory said two were children.", "Northland Observatory for Human Rights; Northland Observatory for Human Rights"},
		{"what it said", "SANA said nine people were killed by a shell in Homs. The Karm Rescue Service released pictures of what it said was a second strike.", "SANA; Karm Rescue Service"},
		{"residents are no charity", "The Karm Relief Service said nine people were killed by a shell in Homs. Residents said it hit a market. The charity said two were nurses.", "Karm Relief Service; Residents; Karm Relief Service"},
		{"group with sources", "The Karm Register said nine people were killed by a shell in Homs. The group with a network of sources in the town said two were children.", "Karm Register; Karm Register"},
		{"the claim", "The Zoran Liberation Front claimed responsibility for a bomb in Homs. The claim said nine people had been killed.", "Zoran Liberation Front; Zoran Liberation Front"},
		{"was claimed by", "The bombing was claimed by the Zoran Liberation Front.", "Zoran Liberation Front"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := docOf(t, c.text)
			f := &d.body
			for i := range f.sents {
				d.si = i
				d.listen(f, &f.sents[i])
			}
			var got []string
			for i := range d.foundSp {
				got = append(got, strings.Join(d.foundSp[i].names, "+"))
			}
			if g := strings.Join(got, "; "); g != c.want {
				t.Errorf("credits %q, want %q", g, c.want)
			}
		})
	}
}

// Who is credited with a sum of incidents is credited with each that follows
// without a credit of its own.
func TestUmbrella(t *testing.T) {
	for _, c := range []claimCase{
		{name: "separate shootings", text: "Two people died and four others were wounded in three separate shootings in Toledo over the weekend, the police department said Monday.\n\nA man was shot dead on Friday night at a motel on Cherry Street.",
			want: []string{"ev=shooting k=1 said=police"}},
		{name: "across the city", text: "At least eight people were shot, three of them fatally, across Toledo on Tuesday night, according to police.\n\nA woman was shot to death on Cherry Street.",
			want: []string{"ev=shooting k=1 said=police"}},
		{name: "its own credit", text: "Two people died and four others were wounded in three separate shootings in Toledo over the weekend, the police department said Monday.\n\nA man was shot dead on Friday night at a motel on Cherry Street, neighbors said.",
			want: []string{"ev=shooting k=1 said=neighbors"}},
		{name: "one incident only", text: "Two people died when a man fired at a crowd in Toledo on Sunday, the police department said Monday.\n\nA woman was shot to death in Dayton on 3 May 2011.",
			want: []string{"ev=shooting k=1 -said"}},
	} {
		t.Run(c.name, c.run)
	}
}

// "Local media" are the one outlet that the report credits by its name.
func TestAnyOutlet(t *testing.T) {
	for _, c := range []claimCase{
		{name: "local media", text: "Twelve fighters were killed in clashes near Manbij, local media reported on Monday.\n\nThe Zoran Hills news agency said that the town was quiet by noon.",
			want: []string{"k=12 said=zoran_hills"}},
		{name: "of two outlets", text: "Twelve fighters were killed in clashes near Manbij, local media reported on Monday.\n\nThe Zoran Hills news agency said that the town was quiet by noon. SANA reported that roads were closed.",
			want: []string{"k=12 said=local_media -said=zoran"}},
	} {
		t.Run(c.name, c.run)
	}
}
