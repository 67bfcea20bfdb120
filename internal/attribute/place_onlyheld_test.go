package attribute

import (
	"strings"
	"testing"
)

// What somebody holds, what a land borders and what a road joins is not where it happened.
func TestOnlyHeld(t *testing.T) {
	for _, c := range []claimCase{
		{name: "administration that controls most of it", text: "A bomb hit the city of Qamishli on Monday. A lorry went up in flames outside the seat of the party that controls most of Anbar province killing nine people.", want: []string{"k=9 at=qamishli -at=anbar"}},
		{name: "which now controls", text: "Gunmen attacked a post in Baidoa on Monday. The attack was claimed by a faction which now controls Lower Shabelle and left nine soldiers dead.", want: []string{"k=9 at=baidoa"}},
		{name: "general word of war", text: "Jets bombed the town of Tabqa on Monday. IS fighters control most of the Euphrates valley. Nine people were killed in the raids the governor said.", want: []string{"k=9 at=tabqa"}},
		{name: "a province that borders", text: "In Hakkari, which borders Iraq, a bomb killed nine soldiers on Monday.", want: []string{"k=9 at=hakkari"}},
		{name: "a province bordering another", text: "A bomb killed nine soldiers on Monday in a province bordering Anbar.", want: []string{"k=9 -at=anbar"}, only: true},
		{name: "a stretch of land", text: "Militants killed nine soldiers on Monday on the stretch straddling Anbar province.", want: []string{"k=9 -at=anbar"}, only: true},
		{name: "joined by a highway", text: "Jets bombed a market in the city of Idlib on Monday. The town lies near a highway within rebel territory linking Latakia with the capital Damascus. Nine people were killed in the raids.", want: []string{"k=9 at=idlib"}},
		{name: "the seat of a party", text: "Nine people were killed on Monday outside the seat of the party that controls most of Anbar province.", want: []string{"k=9 -at=anbar"}, only: true},
		{name: "militants who hold much of it", text: "Nine soldiers died on Monday in an attack by militants who control large parts of Anbar province.", want: []string{"k=9 by=militants -at=anbar"}, only: true},
		{name: "a supply line between them", text: "Nine soldiers were killed on Monday when rebels cut a supply line linking Hama and Raqqa.", want: []string{"k=9 -at=hama -at=raqqa"}, only: true},
		{name: "a crossing between them", text: "Nine drivers died on Monday when jets hit lorries at a crossing linking Raqqa with Hama.", want: []string{"k=9 -at=hama -at=raqqa"}, only: true},
		{name: "took control of it", text: "Rebels seized control of most of Saraqib on Monday after clashes that killed nine soldiers.", want: []string{"k=9 at=saraqib"}},
		{name: "fought to control it", text: "Nine soldiers were killed on Monday as rebels fought to control most of Saraqib.", want: []string{"k=9 at=saraqib"}},
		{name: "a road that is the place", text: "Gunmen killed nine people on Monday on the road linking Hama to Raqqa.", want: []string{"k=9 at=road_linking"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Which places of a text are such ones.
func TestOnlyHeldNames(t *testing.T) {
	for text, want := range map[string]string{
		"A bomb killed nine people near the seat of a party that controls most of Anbar province.":                                                       "Anbar province",
		"Jets killed nine people in Tabqa. IS fighters still control much of Raqqa and clashes have often broken out.":                                   "Raqqa",
		"Jets killed nine people in Tabqa. Kurdish forces hold large parts of Qamishli and Hasaka despite clashes with the army.":                        "Qamishli and Hasaka",
		"A bomb killed nine soldiers in Hakkari, which borders Iraq.":                                                                                    "Iraq",
		"Jets killed nine people in Idlib. It lies by a highway within rebel land linking Latakia with the capital Damascus and has often been shelled.": "Latakia Damascus",
		"Jets killed nine people in Tabqa. Rebels seized control of most of Raqqa.":                                                                      "",
		"Nine people were killed as rebels fought to control most of Raqqa.":                                                                             "",
		"Nine people were killed at the border post of Semalka.":                                                                                         "",
		"Gunmen killed nine people on the road linking Hama to Raqqa.":                                                                                   "",
		"A crossing linking families was closed. Nine people were killed in Raqqa.":                                                                      "",
	} {
		d := docs.Get().(*doc)
		d.r, d.rep, d.lex = testReader(), report("", text), lexiconEN()
		got := ""
		d.judged = func(p *partial) {
			got = ""
			for i := range d.foundPl {
				if d.foundPl[i].m.aside {
					got = strings.TrimSpace(got + " " + d.foundPl[i].name)
				}
			}
		}
		d.read()
		d.release()
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
