package arabic

import (
	"strings"
	"testing"
)

// Positions that something was fired from are not where it happened; positions that were hit are.
func TestFiredFrom(t *testing.T) {
	r := reader()
	for _, c := range []struct{ name, text, at, not string }{
		{"their source", "قتل سبعة أشخاص في قصف على سوق في بلدة بنش. وقالت فرق الإنقاذ إن القصف مصدره مواقع قوات الحكومة السورية شرق سراقب.", "بنش", "سراقب"},
		{"from positions", "قصف الجيش بلدة بنش من مواقع شرق سراقب ما أدى إلى مقتل شخصين.", "بنش", "سراقب"},
		{"positions that were hit", "قتل تسعة مقاتلين في غارات جوية على مواقع الجيش شرق سراقب.", "سراقب", "بنش"},
		{"positions that were left", "انسحب المقاتلون من مواقع شرق سراقب بعد أن قتل تسعة منهم في اشتباكات.", "سراقب", "بنش"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cs, _ := r.Read(report("2025-01-20", c.text))
			if len(cs) == 0 {
				t.Fatal("no claim")
			}
			for i := range cs {
				if name := cs[i].Place.Name; !strings.Contains(name, c.at) || strings.Contains(name, c.not) {
					t.Errorf("%s, want it at %q", told(&cs[i]), c.at)
				}
			}
		})
	}
}
