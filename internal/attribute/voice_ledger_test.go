package attribute

import (
	"strings"
	"testing"
)

// credits returns whom a text credits, sentence by sentence, parted by "; ".
func credits(t *testing.T, text string) string {
	t.Helper()
	d := docOf(t, text)
	f := &d.body
	for i := range f.sents {
		d.si = i
		d.listen(f, &f.sents[i])
	}
	var got []string
	for i := range d.foundSp {
		got = append(got, strings.Join(d.foundSp[i].names, "+"))
	}
	return strings.Join(got, "; ")
}

// Figures, papers and posts speak for those who made them, or for themselves.
func TestLedger(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Nine people were killed, according to a tally by the Karm Relief Service.", "Karm Relief Service"},
		{"Nine people were killed, according to the latest figures released by the health ministry.", "health ministry"},
		{"Nine people were killed, according to data from the Karm Relief Service.", "Karm Relief Service"},
		{"Nine people were killed, according to a toll compiled by Reuters.", "Reuters"},
		{"Nine people were killed, figures from the health ministry show.", "health ministry"},
		{"Nine people were killed, according to a count by this newspaper from hospitals.", "this newspaper"},
		{"Preliminary reports received by the Karm Mission indicate that nine people were killed in Homs.", "Karm Mission"},
		{"Information gathered by the human rights office suggests that nine people were killed in Homs.", "human rights office"},
		{"Information available to the Mission shows that nine people were killed in Homs.", "Mission"},
		{"The army conceded on Tuesday that nine people died in Homs.", "army"},
		{"Local radio had it that nine people died in Homs.", "Local radio"},
		{"The Zoran Front boasted of killing nine soldiers in Homs.", "Zoran Front"},
		{"The Zoran Front took credit for an ambush that killed nine soldiers in Homs.", "Zoran Front"},
		{"According to charging documents, Sam Zoran shot two men.", "charging documents"},
		{"According to an arrest affidavit, Sam Zoran shot two men.", "arrest affidavit"},
		{"According to a police report, Sam Zoran shot two men.", "police report"},
		{"Social media posts claim that nine people died in a raid on Homs.", "Social media posts"},
		{"Prosecutors allege Zoran shot two men.", "Prosecutors"},
		{"Two men were shot, the criminal complaint alleges.", "criminal complaint"},
		{"Activists blame the army for the shelling of Homs, which killed nine.", "Activists"},
		{"The medical examiner ruled that two men had been shot.", "medical examiner"},
		{"Shells claim nine lives in Homs.", ""},
		{"Nine people were killed in an alleged Russian air strike on Homs.", ""},
		{"The rebels' claim of nine dead in Homs was not confirmed.", ""},
		{"The Zoran Front claimed responsibility in a radio broadcast, and nine were killed in Homs.", "Zoran Front"},
		{"The Karm Brigade, in a statement on Monday, accused the army of shelling Homs.", "Karm Brigade"},
		{"Nine soldiers were killed in Homs, the rebels claim.", "rebels"},
		{"Rebels claim nine soldiers died in Homs.", "Rebels"},
		{"Sana Zorani, Northland's information minister, said nine people died in Homs.", "Sana Zorani"},
		{"Amnesty International and Human Rights Watch said nine people died in Homs.", "Amnesty International and Human Rights Watch"},
		{"\"Nine people died,\" Laila Zorani, 34, told Reuters.", "Laila Zorani"},
		{"Nine people died, sources close to the rebels said.", "sources close to the rebels"},
		{"Two men were shot in Toledo, per police.", "police"},
		{"Ten tons per day were lost in Homs when two men were shot.", ""},
		{"Court records show Zoran shot two men in Toledo.", "Court records"},
		{"Police determined that two men were shot in Toledo.", "Police"},
		{"The coroner identified the men who were shot as Sam and Omar Zorani.", "coroner"},
		{"According to the sheriff, the driver shot two men.", "sheriff"},
		{"Two men were shot, according to Michigan State Police. MSP said a boy was shot as well.", "Michigan State Police; Michigan State Police (MSP)"},
		{"Two men were shot, according to Michigan State Police. KSN said a boy was shot as well.", "Michigan State Police; KSN"},
		{"The army said nine people died in Homs. Mayor Laila Zorani called it a lie. She said four died.", "army; Mayor Laila Zorani"},
		{"The army said nine people died in Homs. Rebel spokesman Omar Zorani called it a lie. He said four died.", "army; Omar Zorani+Rebel"},
		{"The army said nine people died in Homs. The road was closed. He said four died.", "army; army"},
		{"The Karm Aid Foundation said nine people died in Homs. The Zoran News Agency said a church burnt. The charity said others were hurt.", "Karm Aid Foundation; Zoran News Agency; Karm Aid Foundation"},
		{"Army claims nine rebels killed in Homs.", "Army"},
		{"The ministry told Reuters, citing hospital sources, that nine people died in Homs.", "ministry+hospital sources"},
		{"The truce held in Karm; two women were shot, his ombudsman said.", "ombudsman"},
		{"A nurse at the hospital said nine people were killed in Homs. The army denied it. She counted nine bodies.", "nurse at the hospital; army; nurse at the hospital"},
		{"Omar Zorani of the Karm Relief Service said nine were killed in Homs. Turkey knew of none, Turkey said. He said others were hurt.", "Omar Zorani+Karm Relief Service; Turkey; Omar Zorani+Karm Relief Service"},
	} {
		if g := credits(t, c.text); g != c.want {
			t.Errorf("%q credits %q, want %q", c.text, g, c.want)
		}
	}
}

// A semicolon parts what one speaker tells from what another one does.
func TestSemicolon(t *testing.T) {
	for _, c := range []claimCase{
		{name: "behind it", text: "A rescuer said shells hit the market in Homs on Monday; three people were wounded, the hospital's director Omar Zorani said.",
			want: []string{"i=3 said=omar_zorani -said=rescuer"}},
		{name: "before it", text: "Nine people were killed by shells in Homs on Monday, the army said; a doctor said the hospital was full.",
			want: []string{"k=9 said=army -said=doctor"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Prose that lost its commas.
func TestLostCommas(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"According to SANA army units killed nine rebels in Homs.", "SANA"},
		{"According to the Observatory army units killed nine rebels in Homs.", "Observatory"},
		{"According to local sources ISIS killed nine men in Homs.", "local sources"},
		{"According to a spokesman its fighters killed nine men in Homs.", "spokesman"},
		{"Nine men were killed in Homs according to rebel fighters.", "rebel fighters"},
		{"ISIS killed nine men in Homs the Observatory which relies on residents said.", "Observatory"},
		{"ISIS has killed nine men in Homs on Monday reports Al-Zoran News.", "Al-Zoran News"},
		{"Militants shelled Homs the Russian center for reconciliation in Syria said.", "Russian center for reconciliation in Syria"},
		{"Warplanes hit a bakery in Homs on Monday killing seven activists said.", "activists"},
		{"The army which sees the YPG as terrorists said it shelled Homs.", "army"},
	} {
		if g := credits(t, c.text); g != c.want {
			t.Errorf("%q credits %q, want %q", c.text, g, c.want)
		}
	}
}
