package attribute

import "testing"

// Each line of a list is a paragraph; lines that are wrapped by hand are not.
func TestLinesThatAreParagraphs(t *testing.T) {
	wrap := "The register said that gunmen on motorcycles attacked a market\nin Homs on Monday and that nine people of the quarter\nwere killed."
	list := "KARM STATE\n• Homs: nine people killed by shelling on Monday, according to residents\n• Hama: a bomb exploded near the power station on Monday, no casualties reported"
	for text, want := range map[string]int32{wrap: 0, list: 2} {
		d := new(doc)
		d.body.load(text, false, lexiconEN())
		if got := d.body.items[len(d.body.items)-1].para; got != want {
			t.Errorf("%q: the last paragraph is %d, want %d", text, got, want)
		}
	}
}
