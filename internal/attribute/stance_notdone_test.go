package attribute

import "testing"

// A side that says it did nothing of the kind denies the deed.
func TestNotDone(t *testing.T) {
	const hit = "A strike killed four people in the town of Jilib on Sunday, residents said. "
	for _, c := range []claimCase{
		{name: "no raids of any kind", text: hit + "The army said it had not conducted any air strikes in the area.", want: []string{"k=4 st=asserted", "st=denied said=army at=jilib"}, only: true},
		{name: "none of its planes", text: hit + "A coalition spokesman said that none of its planes had bombed the town.", want: []string{"k=4", "st=denied said=coalition"}, only: true},
		{name: "never", text: "Shells killed four people in the town of Jilib on Sunday, residents said. The militia insisted that its fighters had never shelled the town.", want: []string{"k=4", "st=denied said=militia"}, only: true},
		{name: "not arrested", text: "Security forces arrested a poet in Homs on Sunday, his family said. The police said they had not arrested him.", want: []string{"ev=detention st=asserted", "ev=detention st=denied said=police"}, only: true},
		{name: "it did", text: hit + "The army said it had conducted air strikes in the area.", want: []string{"k=4", "st=asserted said=army"}},
	} {
		t.Run(c.name, c.run)
	}
}
