package republish

import (
	"slices"
	"strings"
	"testing"

	"isnad"
)

// Wordings of our own, in the manners that outlets have.
func TestReadTerms(t *testing.T) {
	type conds = []Condition
	for _, c := range []struct {
		terms   string
		verdict Verdict
		asks    conds
	}{
		// Nothing said.
		{"", Silent, nil},
		{"Contact the desk at desk@harbour.example.", Silent, nil},
		{"© 2031 Harbour Post", Silent, nil},
		{"Disclaimer: the views expressed are the author's own.", Silent, nil},
		{"Sample text: the outlet and its people are made up.", Silent, nil},
		{"Corrections and complaints go to the editors.", Silent, nil},
		{"ملاحظة: الآراء الواردة تعبر عن أصحابها.", Silent, nil},
		{"Creative Commons welcomes gifts.", Silent, nil},
		{"This article is not licensed under CC BY.", Silent, conds{}},

		// Forbidden.
		{"No republication.", Forbidden, nil},
		{"Subscribers may publish this text with credit to Harbour Post.", Forbidden, nil},
		{"This report may be used by our clients.", Forbidden, nil},
		{"Republication is free for members of the agency.", Forbidden, nil},
		{"يجوز للمشتركين نشر هذا النص مع ذكر المصدر.", Forbidden, nil},
		{"Members of the public may share this article with a link.", Allowed, conds{LinkBack}},
		{"All rights reserved.", Forbidden, nil},
		{"© 2031 Harbour Post. All rights reserved.", Forbidden, nil},
		{"This article may not be reproduced.", Forbidden, nil},
		{"No part of this site may be reproduced without written permission.", Forbidden, nil},
		{"Reproduction in whole or in part without the prior written consent of the publisher is prohibited.", Forbidden, nil},
		{"Republication requires our permission.", Forbidden, nil},
		{"Do not copy our stories.", Forbidden, nil},
		{"Our reports are not for redistribution.", Forbidden, nil},
		{"Unauthorised copying is a crime.", Forbidden, nil},
		{"For permission to reprint this story, please contact us for permission.", Forbidden, nil},
		{"You may republish this article only with our express permission.", Forbidden, nil},
		{"Redistribution is forbidden, with or without credit.", Forbidden, conds{Credit}},
		{"You can quote up to 100 words with a link to the page.", Forbidden, conds{LinkBack}},
		{"Only short quotations and excerpts may be published elsewhere, with credit.", Forbidden, conds{Credit}},
		{"You may republish this story with credit. No part may be reproduced without permission.", Forbidden, conds{Credit}},
		{"This content cannot be reused.", Forbidden, nil},
		{"Please ask for permission before republishing.", Forbidden, nil},
		{"Permission must be obtained for any reproduction.", Forbidden, nil},
		{"You may republish this article, but only with our permission.", Forbidden, nil},
		{"Our texts are free to share. Written permission is required.", Forbidden, nil},
		{"جميع الحقوق محفوظة.", Forbidden, nil},
		{"جميع الحقوق محفوظة لصحيفة الميناء © 2031", Forbidden, nil},
		{"يمنع إعادة النشر.", Forbidden, nil},
		{"يحظر إعادة نشر هذه المادة إلا بإذن خطي من الناشر.", Forbidden, nil},
		{"لا يجوز نسخ المحتوى دون موافقة مسبقة.", Forbidden, nil},
		{"لا يسمح بنقل موادنا.", Forbidden, nil},
		{"يُرجى عدم إعادة نشر المقال", Forbidden, nil},
		{"Tous droits réservés.", Forbidden, nil},
		{"Reproduction interdite sans autorisation.", Forbidden, nil},
		{"Все права защищены.", Forbidden, nil},
		{"Перепечатка без разрешения редакции запрещена.", Forbidden, nil},
		{"Alle Rechte vorbehalten.", Forbidden, nil},
		{"Nachdruck verboten.", Forbidden, nil},
		{"Todos los derechos reservados.", Forbidden, nil},

		// Allowed.
		{"Reprint with credit.", Allowed, conds{Credit}},
		{"You may reprint this article if you name its source.", Allowed, conds{Credit}},
		{"Re-publication of our texts is welcome, but please cite all the original links and sources of a story.", Allowed, conds{Credit, LinkBack}},
		{"Subscribers and others may publish this text with credit to the Valley Courier.", Allowed, conds{Credit}},
		{"Feel free to share and republish, with a link to the original.", Allowed, conds{LinkBack}},
		{"This article may be republished free of charge provided that the author and the site are named.", Allowed, nil},
		{"Our reports may be republished unchanged and in full with attribution.", Allowed, conds{Credit, Unchanged}},
		{"Republication is prohibited without mention of the source.", Allowed, conds{Credit}},
		{"Our stories may not be reproduced without a link to this page.", Allowed, conds{LinkBack}},
		{"Copying is not allowed unless you credit the Harbour Post.", Allowed, conds{Credit}},
		{"No permission is needed to republish this text.", Allowed, nil},
		{"Permission is granted to reproduce this report. Please let us know.", Allowed, conds{Notify}},
		{"When republishing, please name the source and the author.", Allowed, nil},
		{"All rights reserved. Articles may be republished with credit and a link.", Allowed, conds{Credit, LinkBack}},
		{"You may republish our articles for free. Photographs may not be reproduced without permission.", Allowed, conds{NoPictures}},
		{"You may republish this article. Commercial republication requires our permission.", Allowed, conds{NonCommercial}},
		{"You are free to republish this article. Do not edit it.", Allowed, conds{Unchanged}},
		{"You may republish this report with credit. For any other use, ask for permission.", Allowed, conds{Credit}},
		{"You can republish this article, but you may not sell it.", Allowed, conds{NonCommercial}},
		{"You may republish this article with credit. Translations need our permission.", Allowed, conds{Credit}},
		{"Licensed under CC BY 4.0.", Allowed, conds{Credit}},
		{"Text: CC-BY-NC 4.0", Allowed, conds{Credit, NonCommercial}},
		{"CC BY-ND 3.0", Allowed, conds{Credit, Unchanged}},
		{"Published under CC BY-NC-SA", Allowed, conds{Credit, NonCommercial, ShareAlike}},
		{"https://creativecommons.org/licenses/by-nc-nd/4.0/", Allowed, conds{Credit, Unchanged, NonCommercial}},
		{"This work has a Creative Commons Attribution-NonCommercial 4.0 International licence.", Allowed, conds{Credit, NonCommercial}},
		{"CC0", Allowed, nil},
		{"This text is in the public domain.", Allowed, nil},
		{"يسمح بإعادة نشر هذه المادة بشرط ذكر المصدر.", Allowed, conds{Credit}},
		{"يجوز الاقتباس وإعادة النشر مع الإشارة إلى المصدر ووضع رابط الخبر", Allowed, conds{Credit, LinkBack}},
		{"يمنع النقل دون ذكر المصدر.", Allowed, conds{Credit}},
		{"يرجى ذكر المصدر عند النقل.", Allowed, conds{Credit}},
		{"نرحب بإعادة نشر تقاريرنا دون تعديل", Allowed, conds{Unchanged}},
		{"جميع الحقوق محفوظة. يحق للجميع إعادة نشر موادنا مع ذكر اسم الموقع.", Allowed, conds{Credit}},
		{"Republication autorisée à condition de citer la source.", Allowed, conds{Credit}},
		{"Перепечатка разрешена при указании источника.", Allowed, nil},
		{"При перепечатке ссылка на источник обязательна.", Allowed, conds{Credit}},
	} {
		got := ReadTerms(c.terms)
		if got.Verdict != c.verdict {
			t.Errorf("%q: %s (%q), want %s", c.terms, got.Verdict, got.Words, c.verdict)
		}
		if c.asks != nil && !slices.Equal(got.Conditions, c.asks) {
			t.Errorf("%q asks %v, want %v", c.terms, got.Conditions, c.asks)
		}
		if (got.Verdict == Silent) != (len(got.Words) == 0) {
			t.Errorf("%q: the words %q", c.terms, got.Words)
		}
		for _, w := range got.Words {
			if !strings.Contains(c.terms, w) {
				t.Errorf("%q: the words %q are not its own", c.terms, w)
			}
		}
	}
}

// A licence is named with its version and its address.
func TestLicence(t *testing.T) {
	for terms, want := range map[string][2]string{
		"CC BY-NC 4.0": {"CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"},
		"CC BY":        {"CC BY", ""},
		"See https://creativecommons.org/licenses/by-sa/3.0/deed.en":                                            {"CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"},
		"CC BY 4.0, but this article may not be reproduced. This article may not be copied without permission.": {"", ""},
	} {
		if got := ReadTerms(terms); got.Licence != want[0] || got.LicenceURL != want[1] {
			t.Errorf("%q: %q %q", terms, got.Licence, got.LicenceURL)
		}
	}
}

// Terms of several texts are one: what forbids in one of them forbids.
func TestSeveralTexts(t *testing.T) {
	if got := ReadTerms("Reprint with credit.", "Our stories may not be copied."); got.Verdict != Forbidden {
		t.Error(got)
	}
	if got := ReadTerms("Reprint with credit.", "All rights reserved."); got.Verdict != Allowed {
		t.Error(got)
	}
}

// Terms beside the report go before those of its outlet, and an agency may forbid what an outlet grants. Who is not
// known has no terms.
func TestLeaveOf(t *testing.T) {
	free, closed := isnad.Source{Name: "Harbour Post", Terms: "Reprint with credit."}, isnad.Source{Name: "Cedar", Terms: "All rights reserved."}
	for name, c := range map[string]struct {
		report   isnad.Report
		outlet   isnad.Source
		agencies []isnad.Source
		verdict  Verdict
		whose    string
	}{
		"notes of others": {isnad.Report{Terms: "Re-publication is welcome with credit.", Notes: []string{"The editorial staff do not share every view.", "The views are those of the author and do not bind the site.", "Visitors need permission to film."}}, closed, nil, Allowed, ""},
		"outlet grants":   {isnad.Report{}, free, nil, Allowed, "Harbour Post"},
		"report forbids":  {isnad.Report{Terms: "No republication."}, free, nil, Forbidden, ""},
		"note forbids":    {isnad.Report{Notes: []string{"© 2031. All rights reserved."}}, free, nil, Forbidden, ""},
		"report grants":   {isnad.Report{Terms: "Reprint with credit."}, closed, nil, Allowed, ""},
		"agency forbids":  {isnad.Report{Terms: "Reprint with credit."}, free, []isnad.Source{{Name: "Delta"}, closed}, Forbidden, "Cedar"},
		"agency grants":   {isnad.Report{}, isnad.Source{Name: "Plains"}, []isnad.Source{free}, Silent, "Plains"},
		"nobody's terms":  {isnad.Report{}, isnad.Source{Name: "unknown", Terms: "Reprint with credit."}, nil, Silent, ""},
		"nothing is said": {isnad.Report{}, isnad.Source{Name: "Plains"}, nil, Silent, "Plains"},
	} {
		got := LeaveOf(&c.report, c.outlet, c.agencies)
		if got.Verdict != c.verdict || got.Whose != c.whose {
			t.Errorf("%s: %+v", name, got)
		}
		if got.Verdict == Allowed && !slices.Equal(got.Conditions, []Condition{Credit}) {
			t.Errorf("%s asks %v", name, got.Conditions)
		}
	}
}

// Reading is bounded and never fails.
func FuzzReadTerms(f *testing.F) {
	f.Add("Reprint with credit. يمنع النقل دون ذكر المصدر")
	f.Fuzz(func(t *testing.T, s string) {
		l := ReadTerms(s)
		if l.Verdict != Forbidden && l.Verdict != Allowed && l.Verdict != Silent {
			t.Fatal(l)
		}
	})
}
