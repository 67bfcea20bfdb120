package attribute

import (
	"strings"
	"testing"
)

// The speaker of punctuated prose is the head noun with the words before it
// and, for a body or an office, its of-phrase; never a place of a phrase behind
// it, never the place of the date line.
func TestSpeakers(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       string // speakers of the sentence, parted by "; ", the body that carried them after " via "
	}{
		{"possessive", "Two shells killed five people, the province's water authority said.", "province's water authority"},
		{"curly possessive", "Two shells killed five people, the province’s water authority said.", "province’s water authority"},
		{"office", "Six people were killed, the governor's office said on Sunday.", "governor's office"},
		{"of-phrase", "The water authority of Karm Saba says three people were killed.", "water authority of Karm Saba"},
		{"apposition", "The Karm Casualty Register, a group that gathers reports from families, said at least nine people were killed.", "Karm Casualty Register"},
		{"relative clause", "The Karm Casualty Register, which had counted seven dead, said on Monday that nine people were killed.", "Karm Casualty Register; Karm Casualty Register"},
		{"asked not to be named", "A baker, who asked not to be named, told Highland Post that two shells fell.", "baker via Highland Post"},
		{"man of a body", "Doctor Amina Example, of the hospital at the port, said nine people were killed.", "Doctor Amina Example"},
		{"from a body", "Nine people were killed on Friday, Jane Example, from the harbour council, told Highland Post.", "Jane Example via Highland Post"},
		{"date line", "KARM, Syria, May 3 - Three people were killed in a raid on Tuesday, a pharmacy in the town said.", "pharmacy"},
		{"far from its verb", "Relatives of the victims of a raid on a hamlet near Bandiagara in central Mali on Monday said at least nine people were shot dead.", "Relatives"},
		{"adjective with a hyphen", "Shelling killed two people on Friday, the city's Ruritanian-appointed governor said.", "city's Ruritanian-appointed governor"},
		{"told a medium", "A navy captain told Highland Post that the boat had been hit.", "navy captain via Highland Post"},
		{"capital word of harm", "The Northern Mine Register said four children were killed.", "Northern Mine Register"},
		{"modifier", "Three people were killed, hospital sources said.", "hospital sources"},
		{"participle", "Planes of the army bombed the port on Monday, killing nine people, the harbour council set up by the Northern Front said.", "harbour council"},
		{"place behind", "A customs official in the port said 13 people were killed.", "customs official"},
		{"people in a town", "Police in the Iraqi town of Kifri on Tuesday put the number of people killed in the blast at 12.", "Police"},
		{"quoted by", "A navy source quoted by state radio said that five people were killed.", "navy source via state radio"},
		{"after and", "Nine people were killed in the market and a doctor said that all were children.", "doctor"},
		{"numbered", "A raid killed three people on Tuesday, two border officials said.", "two border officials"},
		{"without commas", "Omar Zorani an activist in the area told Highland Post that seven people were killed.", "Omar Zorani via Highland Post"},
		{"the office, the name", "Nine people were killed, according to the camp's leader, Omar Zorani.", "Omar Zorani+camp's leader"},
		{"told by what it does", "Nine people were killed in Homs a Karm-based group that monitors the war said on Monday.", "Karm-based group"},
		{"monitoring", "A group monitoring the conflict said nine people were killed.", "group"},
		{"in a statement", "The army in a statement said that nine people were killed.", "army"},
		{"in a press release", "The attack killed nine people, said the Zoran Coalition in a press release published on Wednesday.", "Zoran Coalition"},
		{"citing figures", "An opposition monitoring group citing figures compiled from clinics in the Damascus suburbs put the death toll at 494.", "opposition monitoring group"},
		{"no place of speaking", "US envoy Jane Doe speaking alongside her counterpart in New York insisted nine people were killed.", "Jane Doe+US"},
		{"are reporting that", "Karm activists are reporting that nine people were killed.", "Karm activists"},
		{"with him saying", "Shelling went on in Homs with the Karm Register saying that nine people were killed.", "Karm Register"},
		{"councils", "A shell killed nine people in the market, local councils said.", "local councils"},
		{"coordinator", "The relief coordinator for Northland said nine people were killed.", "relief coordinator for Northland"},
		{"powers", "(Karm Wire) Western powers say the army killed nine people.", "Western powers"},
		{"inverted after a place", "Fighters are within sight of Tabqa said observatory head Omar Zorani.", "Omar Zorani+observatory"},
		{"condition", "If confirmed it would be the worst attack of the war.", ""},
		{"gerund first", "Decrying an affront to peace President Omar Zorani declared Wednesday that nine people were killed.", "President Omar Zorani"},
		{"losses", "The Zoran Front put its losses at three.", "Zoran Front"},
		{"first spoke", "The relief coordinator first spoke of at least 90 people killed.", "relief coordinator"},
		{"in brackets", "Shelling of Homs: one man killed in Karm Street (source: head of the military administration).", "head of the military administration"},
		{"told by fathers", "Nine were later found dead, the archive was told by two fathers.", "two fathers"},
		{"mayor of, name", "The mayor of Karm Saba, Jane Doe, denied it and said that two people were killed.", "Jane Doe+mayor of Karm Saba; Jane Doe+mayor of Karm Saba"},
		{"who blames", "The governor of Karm Saba, Jane Doe, blamed the Coalition.", "Jane Doe+governor of Karm Saba"},
		{"town and country", "The governor of Karm Saba, Northland, said two people were killed.", "governor of Karm Saba, Northland"},
		{"name with and", "The so-called Islamic State in Iraq and the Levant terrorist group on Sunday claimed to have shot nine people.", "Islamic State in Iraq and the Levant terrorist group"},
		{"an agency's letters", "The attack killed nine people WHO said in a statement.", "WHO"},
		{"residents there", "Nine people were killed in the market and residents there said that shells had hit it.", "residents"},
		{"second verb", "The Karm Register could not tell whose shells they were but said nine people were killed.", "Karm Register"},
		{"second of two cues", "The Karm Register documented the raid and said that nine people were killed.", "Karm Register"},
		{"names and blames", "The Furan News Page named nine of the dead and blamed the army.", "Furan News Page"},
		{"mayor of", "The mayor of Karm said two people were killed.", "mayor of Karm"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := docOf(t, c.text)
			var got []string
			for i := range d.body.sents {
				var buf [4]speech
				for _, sp := range d.speeches(&d.body, &d.body.sents[i], buf[:0]) {
					g := strings.Join(sp.names, "+")
					if len(sp.via) > 0 {
						g += " via " + strings.Join(sp.via, "+")
					}
					got = append(got, g)
				}
			}
			if g := strings.Join(got, "; "); g != c.want {
				t.Errorf("speakers %q, want %q", g, c.want)
			}
		})
	}
}

// docOf is a report's text with the names of its body marked.
func docOf(t *testing.T, text string) *doc {
	t.Helper()
	d := &doc{r: testReader(), rep: report("", text), lex: lexiconEN()}
	d.title.load("", true, d.lex)
	d.body.load(text, false, d.lex)
	d.base, d.basis = d.rep.Day()
	d.body.passDateline()
	d.mark(&d.body)
	return d
}
