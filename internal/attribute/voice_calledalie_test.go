package attribute

import "testing"

// Denials in other words than "denied".
func TestCalledALie(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a lie", text: "An air strike killed nine people in Homs on Monday, residents said. The defence ministry called that \"an absolute lie\".",
			want: []string{"k=9 said=residents", "st=denied said=ministry"}, only: true},
		{name: "non-credible", text: "An air strike killed nine people in Homs on 12 June 2017, residents said. In August the coalition classed the allegation as non credible.",
			want: []string{"k=9 said=residents", "st=denied said=coalition on=2017-06-12"}, only: true},
		{name: "none conducted", text: "An air strike killed nine people in Homs on Monday, residents said. The coalition said no strikes were conducted in the area.",
			want: []string{"k=9 said=residents", "st=denied said=coalition"}, only: true},
		{name: "his men", text: "An air strike killed nine people in Homs on Monday, residents said. The army's spokesman, reached by phone, said that his men had had \"nothing to do with it\".",
			want: []string{"k=9 said=residents", "st=denied said=spokesman"}, only: true},
		{name: "illogical", text: "An air strike killed nine people in Homs on Monday, residents said. The army said the allegations were illogical and fabricated.",
			want: []string{"k=9 said=residents", "st=denied said=army"}, only: true},
		{name: "something else", text: "An air strike killed nine people in Homs on Monday, residents said. The mayor called that the worst day of the war.", want: []string{"k=9 said=residents"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
