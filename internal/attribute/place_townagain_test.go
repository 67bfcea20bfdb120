package attribute

import "testing"

// "The town" of a sentence without a name is the last one named before it, and not the spot of
// the deed told before.
func TestTownAgain(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the village", text: "Tanks shelled the village of Kafr Nabl on Monday. Gunmen attacked a checkpoint in Taftanaz wounding two soldiers. An hour later helicopters hit the village killing four.", want: []string{"k=4 at=Kafr_Nabl"}},
		{name: "the suburb", text: "Jets bombed Atareb on Monday killing 12 people. A car bomb exploded in the Damascus suburb of Sahnaya on Tuesday killing three. A similar blast in the suburb killed eight people in late May.", want: []string{"k=8 at=Sahnaya"}},
		{name: "the town suffers", text: "Shells hit Homs on Monday. Troops stormed the town of Tel Kalakh. The town was bombed again on Tuesday and three people died.", want: []string{"k=3 at=Tel_Kalakh"}},
		{name: "the citys east", text: "Planes hit a bus in Homs on Monday. The Observatory and residents said the citys east was hit by rockets killing two.", want: []string{"k=2 at=Homs"}},
		{name: "the spot in the city stays", text: "A bomb hit a bakery in the Nahda district of Raqqa on Monday killing two. Three more people were killed by a second bomb in the city an hour later.", want: []string{"k=2 at=Nahda"}},
		{name: "a spot in the town", text: "Jets bombed the town of Shadadi on Monday killing four. A raid on a bakery in the town two hours later left 15 civilians dead.", want: []string{"k=15 at=bakery_in_Shadadi"}},
		{name: "a spot of more words", text: "A suicide truck bomb killed three people in Hasakah on Monday. Another bomb outside a security headquarters killed 12 soldiers on Tuesday.", want: []string{"k=12 at=security_headquarters_in_Hasakah"}},
		{name: "a city that stands for its government", text: "Shells killed four people in Aleppo on Monday. Many rebels say the militia works with Damascus. Nine people were killed by barrel bombs dropped in the city a monitor told Karm TV on Tuesday.", want: []string{"k=9 at=Aleppo"}},
		{name: "talks with a government", text: "Shells hit Homs on Monday, killing two. The rebels broke off talks with Damascus. On Tuesday planes bombed the city, killing nine people.", want: []string{"k=9 at=Homs"}},
		{name: "the camp", text: "Jets bombed the refugee camp of Yarmouk in Damascus on Monday, killing two. A day later gunmen killed a man in the town of Harasta. Shells fell on the camp on Wednesday, killing nine people.", want: []string{"k=9 at=Yarmouk"}},
		{name: "a refugee camp", text: "Jets bombed the Yarmouk refugee camp on Monday, killing two. A day later gunmen killed a man in the town of Harasta. Shells fell on the camp on Wednesday, killing nine people.", want: []string{"k=9 at=Yarmouk"}},
		{name: "where somebody works", text: "The mayor works at the school in the village. Nine people were killed in Homs on Monday.", want: []string{"k=9 at=Homs"}},
		{name: "another village", text: "Militants killed nine people in Hafir on Monday. Militants attacked a village in Homs province on Tuesday and four people died.", want: []string{"k=4 at=Homs_province"}},
		{name: "its council", text: "Shells hit Homs on Monday. A car bomb killed two people in Tel Kalakh on Monday. The city council said six people were wounded.", want: []string{"k=2 at=Tel_Kalakh"}},
	} {
		t.Run(c.name, c.run)
	}
}

// The name that a word such as "the city" takes up.
func TestLastCalled(t *testing.T) {
	for text, want := range map[string]string{
		"Shells hit Homs on Monday. Many say that the militia works with Damascus. Nine people were killed by bombs dropped in the city on Tuesday.":                           "Homs",
		"Shells hit Homs on Monday. Rebels shelled Damascus. Nine people were killed by bombs dropped in the city on Tuesday.":                                                 "Damascus",
		"Troops stormed the Wihdat refugee camp on Monday. Shops in Amman were shut. A boy was killed by a stray bullet in the camp on Tuesday.":                               "Wihdat refugee camp",
		"Shops in Amman were shut on Monday. A boy was killed by a stray bullet in the camp on Tuesday.":                                                                       "",
		"Shells hit the Zahra district of Homs on Monday. Talks were held in Damascus. Nine people were killed by bombs dropped on the neighbourhood on Tuesday.":              "Zahra district",
		"Shells hit the suburb of Sahnaya on Monday. The villages lie near a route within rebel land linking Hama with Raqqa. A blast killed four people in the suburb later.": "Sahnaya",
	} {
		d := docs.Get().(*doc)
		d.r, d.rep, d.lex = testReader(), report("", text), lexiconEN()
		got := ""
		d.judged = func(p *partial) {
			if p.f0 != nil && p.si0 == 2 {
				if i := d.townAgain(p); i >= 0 {
					got = d.foundPl[i].name
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
