package arabic

import "testing"

// Who is accused never becomes who says so, whether the accuser stands between the verb
// and the accused, was named before, or is in the verb.
func TestAccusedIsNoSpeaker(t *testing.T) {
	r := reader()
	for _, c := range []struct{ name, text, actor, says string }{
		{"named before", "وقال مسؤول محلي في البلدة إن خمسة أشخاص قتلوا في انفجار لغم قرب مأرب، واتهم جماعة الحوثي بزرع اللغم.", "جماعة الحوثي", "مسؤول محلي"},
		{"in the verb", "وقال ناشطون إن ستة مدنيين قتلوا في قصف على إدلب، واتهموا قوات النظام بالقصف.", "قوات النظام", "ناشطون"},
		{"a ministry, she", "أعلنت الوزارة مقتل خمسة جنود في هجوم قرب مأرب، واتهمت الحوثيين بتنفيذه.", "الحوثيين", "الوزارة"},
		{"two armed bodies side by side", "قتل تسعة أشخاص في قصف على سوق في مدينة نيالا. واتهم الجيش قوات الدعم السريع بتنفيذ الهجوم.", "قوات الدعم السريع", "الجيش"},
		{"people and a body", "قتل تسعة أشخاص في قصف على سوق في مدينة إدلب. واتهم ناشطون الجيش السوري بقصف السوق.", "الجيش السوري", "ناشطون"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cs, _ := r.Read(report("2025-01-20", c.text))
			met := false
			for i := range cs {
				if len(cs[i].Attribution) > 0 && cs[i].Attribution[0] == c.actor {
					t.Errorf("the accused is taken for who says so: %s", told(&cs[i]))
				}
				met = met || actors(&cs[i]) == c.actor && len(cs[i].Attribution) == 1 && cs[i].Attribution[0] == c.says
			}
			if !met {
				for i := range cs {
					t.Log(told(&cs[i]))
				}
				t.Errorf("no claim by %q that names %q", c.says, c.actor)
			}
		})
	}
}
