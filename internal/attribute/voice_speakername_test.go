package attribute

import "testing"

// Who speaks through his reports, counts and offices is named without them, but for the office.
func TestWhoseFindings(t *testing.T) {
	for _, c := range []struct{ text, said string }{
		{"According to KCHR's investigations, soldiers shot dead a boy in Homs on Monday.", "KCHR"},
		{"According to the ministry's figures, soldiers shot dead a boy in Homs on Monday.", "ministry"},
		{"Soldiers shot dead a boy in Homs on Monday, according to the mission's regional office.", "mission's regional office"},
		{"Found. Nine people were killed in Homs on Monday, the mission said.", "mission"},
		{"Gunmen killed nine people in Homs on Monday, a UN inquiry found.", "UN inquiry"},
		{"Gunmen killed nine people in Homs on Monday, the Russian-installed governor of Karm said.", "Russian-installed governor of Karm"},
	} {
		cs, _ := testReader().Read(report("", c.text))
		if len(cs) != 1 || len(cs[0].Attribution) != 1 || cs[0].Attribution[0] != c.said {
			t.Errorf("%q: read %s, want %q said so", c.text, listed(cs), c.said)
		}
	}
}
