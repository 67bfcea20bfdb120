package attribute

import "testing"

// Both numbers of an old figure are replaced by the new one.
func TestOldFigure(t *testing.T) {
	for _, c := range []claimCase{
		{name: "had earlier spoken of", text: "Five people were killed in shelling of Kosti on Monday, mayor Adam Example said. Example had earlier spoken of two dead and seven wounded.",
			want: []string{"k=5 i=none"}, only: true},
		{name: "earlier he had put the toll", text: "Five people were killed in shelling of Kosti on Monday, mayor Adam Example said. Earlier on Monday he had put the toll at three dead and six injured.",
			want: []string{"k=5 i=none"}, only: true},
		{name: "had previously reported", text: "Police had previously reported three dead and nine wounded. Six people were killed in an explosion in Kosti on Monday, police said.",
			want: []string{"k=6 i=none"}, only: true},
		{name: "an earlier toll", text: "Six people were killed in an explosion in Kosti on Monday, police said, revising an earlier toll of four dead and nine wounded.",
			want: []string{"k=6 i=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
