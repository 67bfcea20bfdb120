package copies

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

type language struct {
	small              []string // function words
	content            []string
	outletName         string
	open, close, comma string
	footer, disclaimer string
}

func (l *language) outlet(n int) string { return l.outletName + " " + l.content[60+n] }

var english = language{
	small:      strings.Fields("the of and to in a that for was on with as by at from it his an were are which this also has but been their said had not or after who when will more over than into its one two"),
	content:    invent(strings.Fields("ba be do fer gan hol im jo kar lin mo nev or pra ques ral sen tor ul ver wen yan zor st er ing al on"), 3000),
	outletName: "The Daily",
	open:       "“", close: "”", comma: ",",
	footer:     "Sign up to the evening letter of %s and have the stories of the day brought to your door by our own riders every night of the year.",
	disclaimer: "What is told above comes from people whom our reporters could not meet, and parts of it may turn out otherwise when the roads are open again to visitors.",
}

var arabic = language{
	small:      strings.Fields("من في على إلى عن أن إن التي الذي هذا هذه كان كانت قد لم لا ما مع بعد قبل كل بين حتى ثم أو أي عند منذ خلال حول"),
	content:    invent(strings.Fields("با تو حي در زا سم شع صف ضو طر ظه عم غي فل قا كر لم مي نو هد وس يا ال مت"), 3000),
	outletName: "صحيفة",
	open:       "«", close: "»", comma: "،",
	footer:     "اشتركوا في رسالة المساء التي تصدرها %s لتصلكم حكايات النهار إلى باب البيت كل ليلة من ليالي السنة بلا انقطاع.",
	disclaimer: "ما ورد أعلاه نقله أناس لم يتمكن مراسلونا من لقائهم وقد يتبين غير ذلك في بعضه حين تفتح الطرق أمام الزائرين من جديد.",
}

// invent makes n different words of syllables.
func invent(syllables []string, n int) []string {
	r := rand.New(rand.NewPCG(5, uint64(n)))
	seen := map[string]bool{}
	var out []string
	for len(out) < n {
		w := ""
		for range 2 + r.IntN(3) {
			w += syllables[r.IntN(len(syllables))]
		}
		if seen[w] {
			continue
		}
		seen[w] = true
		if len(out)%97 == 0 { // some figures among them
			w = strconv.Itoa(10 + r.IntN(900))
		}
		out = append(out, w)
	}
	return out
}
