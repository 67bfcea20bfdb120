package attribute

import (
	"testing"

	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

func TestZZ(t *testing.T) {
	r := New(places.Embedded(), parties.Embedded(), sources.Embedded())
	for _, x := range []string{"Hundreds of civilians died in a sarin gas attack in Ghouta on the outskirts of Damascus in August 2013.",
		"Civilians were killed in clashes among Jeish al-Islam Faylaq al-Rahman and Jeish al-Fastat terrorist groups in Eastern Ghouta.",
		"50 civilians were killed in the US-led coalition airstrikes on Deir Ezzor the sources said. Russian airstrikes on besieged eastern Aleppo and its countryside on Friday"} {
		d := docs.Get().(*doc)
		d.r, d.rep, d.lex = r, &isnad.Report{Text: x}, lexiconEN()
		d.keep = func(*partial) bool { return false }
		d.read()
		for i := range d.foundPl {
			p := &d.foundPl[i]
			t.Logf("%s | %v rank %d known %v headed %v org %v origin %v prep %d", p.name, p.within, p.m.rank, p.m.known, p.m.headed, p.m.org, p.m.origin, p.m.prep)
		}
		for i := range d.foundAc {
			t.Logf("ACTOR %s %d", d.foundAc[i].name, d.foundAc[i].m.party)
		}
		for i := range d.foundSp {
			t.Logf("SPEECH %v", d.foundSp[i].names)
		}
	}
}
