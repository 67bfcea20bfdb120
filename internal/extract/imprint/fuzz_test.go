package imprint_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/imprint"
)

func FuzzDateline(f *testing.F) {
	for _, s := range []string{"DAMASCUS, Oct 24 (SANA) - A truce", "دمشق-سانا", "26-01-2016 Bridge", "MOSCOW, October 24. /TASS/. The",
		"Date of publication 3 November 2016 Bakers", "الرقة، ٢٤ تشرين الأول ٢٠١٧ (رويترز) - قال", "Last updated: 1/2/2018 14:05 GMT"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		o, ok := imprint.ReadOpening(s, isnad.Day{})
		if !ok {
			return
		}
		if o.Cut < 0 || o.Cut > len(s) || utf8.ValidString(s) && !utf8.ValidString(s[o.Cut:]) {
			t.Fatalf("cut at %d of %q", o.Cut, s)
		}
		if d := o.Line.Date; !d.IsZero() && (d.Year() < isnad.FirstYear || d.Year() > isnad.LastYear) {
			t.Fatalf("date %v", d)
		}
	})
}

func FuzzCredit(f *testing.F) {
	for _, s := range []string{"by N.al-Karim/T. Haddad, SANA 4/3/2018", "(Reporting by A Bee; Editing by C Dee)", "المصدر: وكالة فرانس برس", "AFP, 12 May 2018", "Par Claire Martin, AFP, 1er août 2018"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, ok := imprint.ReadCredit(s, isnad.Day{})
		if !ok {
			return
		}
		for _, p := range c.Persons {
			if strings.TrimSpace(p) == "" {
				t.Fatalf("an empty name in %q", s)
			}
		}
	})
}
