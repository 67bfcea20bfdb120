package attribute

import "testing"

// Names of places whose bounds or part in the sentence are told by the words around
// them.
func TestPlaceNames(t *testing.T) {
	for _, c := range []claimCase{
		{name: "somewhere-based", text: "The New York-based lawyers' league said a shell killed nine people on Monday.",
			want: []string{"k=9 -at=york"}, only: true},
		{name: "a name with the Arabic article", text: "An air strike on Nabatieh al-Fawqa in southern Lebanon killed nine people on Monday.",
			want: []string{"k=9 at=al-fawqa"}, only: true},
		{name: "what is fired at a place", text: "Gunmen fired rockets at New Aleppo on Monday, killing nine people.",
			want: []string{"k=9 at=new_aleppo"}, only: true},
		{name: "shells fired at an unlisted place", text: "Soldiers fired mortar shells at Zoran Wari on Monday, killing nine people.",
			want: []string{"k=9 at=zoran"}, only: true},
		{name: "a gun fired at somebody", text: "In Toledo a man fired a gun at Jane Wari on Monday, killing her.",
			want: []string{"at=toledo -at=wari"}, only: true},
		{name: "a girls' school", text: "A shell hit a girls' school in Idlib on Monday and killed nine people.",
			want: []string{"k=9 at=girls'_school in=idlib"}, only: true},
		{name: "a family's building", text: "A shell hit the al-Darwi family building in Idlib on Monday and killed nine people.",
			want: []string{"k=9 at=al-darwi_family in=idlib"}, only: true},
		{name: "a building beats a street told of elsewhere", text: "Rockets hit a bakery in Tokmak on Monday and killed nine people, doctors said. Buses were parked in Lenin Street at that hour.",
			want: []string{"k=9 at=bakery in=tokmak"}, only: true},
		{name: "strikes on a town whose road is named", text: "Air strikes on Aleppo killed nine people on Monday, doctors said. Buses wait at dawn on Zoran Road.",
			want: []string{"k=9 at=aleppo"}, only: true},
		{name: "carried off from an unlisted place", text: "Gunmen abducted 26 young men from Tolo Wari on Monday, residents said.",
			want: []string{"ev=abduction at=tolo"}, only: true},
		{name: "carried off from one place to another", text: "Gunmen kidnapped nine men in Segou on Monday and drove them from Tolo Wari to the hills.",
			want: []string{"ev=abduction at=segou"}},
		{name: "an unlisted town that was shelled", text: "Zoran was shelled by the army on Monday, wounding three people.",
			want: []string{"ev=shelling i=3 at=zoran"}, only: true},
		{name: "an unlisted town that came under shelling", text: "On Monday Zoran came under artillery shelling.",
			want: []string{"ev=shelling at=zoran"}, only: true},
		{name: "an unlisted town that was stormed", text: "Zoran Wari was stormed by rebels on Monday.",
			want: []string{"ev=clash at=zoran_wari by=rebels"}, only: true},
		{name: "somebody bombarded", text: "Gunmen killed three people in Idlib on Monday. Jane Wari was bombarded with questions.",
			want: []string{"k=3 at=idlib -at=wari"}, only: true},
		{name: "a party that was bombed", text: "Hezbollah was bombed in Idlib on Monday.",
			want: []string{"at=idlib -at=hezbollah"}, only: true},
		{name: "a front that fights", text: "Clashes between the army and the Pedro Malo front near Argelia killed nine people on Monday.",
			want: []string{"k=9 -at=malo"}, only: true},
		{name: "a front of the war", text: "Nine soldiers died on Monday in clashes on the Zoranivka front.",
			want: []string{"k=9 at=zoranivka"}, only: true},
		{name: "an unlisted village that is explained", text: "Zoran Wari, a village north of Kirkuk, was shelled on Monday and nine people were killed.",
			want: []string{"k=9 at=zoran"}, only: true},
		{name: "somebody who is explained", text: "Nine people were killed in Idlib on Monday. Zoran Wari, a doctor near Hama, was shot dead on Tuesday.",
			want: []string{"k=9 at=idlib", "k=1 -at=zoran"}},
		{name: "where a nurse speaks", text: "Gunmen stormed Barsa on Monday. A nurse at Kaya's regional hospital said ninety people were killed.",
			want: []string{"k=90 -at=kaya"}},
		{name: "people of the place tell", text: "On Monday shells killed nine people, residents of Hama said.",
			want: []string{"k=9 at=hama"}, only: true},
		{name: "where he died later", text: "HIBBING, Minn. - A man who was shot at a party in Hibbing died Tuesday in a Duluth hospital, police said.",
			want: []string{"k=1 at=hibbing"}, only: true},
		{name: "where he was dropped off", text: "A boy was dropped off at Valley Memorial on Monday with a gunshot wound to the foot.",
			want: []string{"ev=shooting -at=valley"}, only: true},
		{name: "killed in a hospital", text: "Nine patients were killed when jets bombed Mirwais hospital on Monday.",
			want: []string{"k=9 at=mirwais"}, only: true},
		{name: "a make of car", text: "Gunmen in an SUV killed nine people in Gary on Monday.",
			want: []string{"k=9 at=gary"}, only: true},
		{name: "a language", text: "A video showed men speaking in Arabic beside nine bodies of soldiers killed in Idlib on Monday.",
			want: []string{"at=idlib"}, only: true},
		{name: "what kind of town", text: "An air strike on the Yezidi town of Zoran killed nine people on Monday.",
			want: []string{"k=9 at=zoran"}, only: true},
		{name: "a surname that is a town", text: "Nine people died in an air strike on Monday, and a doctor, Sabah Aydin, blamed the air force.",
			want: []string{"k=9 -at=aydin"}, only: true},
		{name: "a ship's flag", text: "A missile hit a Belize-flagged ship on Monday and killed nine sailors.",
			want: []string{"k=9 -at=belize"}, only: true},
		{name: "a named operation", text: "Nine fighters were killed on Monday in Operation Euphrates Shield, the army said.",
			want: []string{"k=9 -at=euphrates"}, only: true},
		{name: "a named building without its town", text: "A gunman walked into the Redmoor Timber building on Monday and shot two people dead.",
			want: []string{"k=2 at=redmoor"}, only: true},
		{name: "off a trail", text: "A hunter fired toward brush off the Redmoor Trail on Monday, killing a man.",
			want: []string{"k=1 at=redmoor"}, only: true},
		{name: "off a road", text: "More than thirty bullets were fired into a mobile home off Willow Gap Road on Monday, wounding two people, deputies in Gary said.",
			want: []string{"i=2 at=willow"}, only: true},
		{name: "a label before a paragraph", text: "A truck bomb killed 125 people in Homs on Monday.\n\nUpdate, Tuesday: The ministry put the toll at 250.",
			want: []string{"k=125 at=homs", "k=250 -at=update"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A hospital that counts the dead is no scene, one that is hit is.
func TestPlacesThatSpeak(t *testing.T) {
	for text, want := range map[string]string{
		"Mirwais hospital recorded 11 deaths on Monday.":                                   "Mirwais hospital",
		"Nine people died on Monday, the director of Mirwais hospital said.":               "Mirwais hospital",
		"Nine people died on Monday, according to a doctor at Mirwais hospital.":           "Mirwais hospital",
		"Shells hit Mirwais hospital on Monday and killed nine people, residents said.":    "",
		"Nine people were killed at Mirwais hospital on Monday.":                           "",
		"Nine people died on Monday, residents of Hama said.":                              "",
		"A shell killed two doctors at Mirwais hospital on Monday, the ministry said.":     "",
		"A shell killed a doctor at a clinic in Hama and wounded a nurse, officials said.": "",
	} {
		d := docs.Get().(*doc)
		d.r, d.rep, d.lex = testReader(), report("", text), lexiconEN()
		seen, got := false, ""
		d.judged = func(*partial) {
			seen = true
			for i := range d.foundPl {
				if d.foundPl[i].m.aside {
					got = d.foundPl[i].name
				}
			}
		}
		d.read()
		d.release()
		if !seen || got != want {
			t.Errorf("%s: %q speaks, want %q", text, got, want)
		}
	}
}
