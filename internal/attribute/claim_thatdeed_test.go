package attribute

import "testing"

// What is said of a deed of old is dated by it and not by the news.
func TestDeedOfOld(t *testing.T) {
	for _, c := range []claimCase{
		{name: "blamed for that attack", text: "Gunmen killed nine villagers in Saraqib on Tuesday. On 3 May, gunmen killed 40 people in Hama. The government blamed the Red Brigade for that attack.",
			want: []string{"k=9 on=2017-10-17", "k=40 on=2017-05-03", "said=government on=2017-05-03"}},
		{name: "of the news", text: "On 3 May, gunmen killed 40 people in Hama. Gunmen killed nine villagers in Saraqib on Tuesday. The government blamed the Red Brigade for that attack.",
			want: []string{"k=9 on=2017-10-17", "said=government on=2017-10-17"}},
	} {
		t.Run(c.name, c.run)
	}
}
