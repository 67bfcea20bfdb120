package imprint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad/internal/extract/wording"
)

// Terms of republication and disclaimers are recognised by what they must speak of, in
// any wording: terms name the act (to republish), leave or a condition, and
// credit; notes name a responsibility, views, complaints. Every family counts once.

type family struct {
	weight int
	stems  []string // folded; a stem starts a word
}

var termsFamilies = []family{
	{2, []string{"republish", "re-publish", "republication", "re-publication", "reprint", "re-print", "reproduc", "redistribut", "re-distribut", "repost", "re-post", "syndicat",
		"reuse", "re-use", "rebroadcast", "retransmi", "اعاده نشر", "باعاده نشر", "اعاده النشر", "اعاده استخدام", "الاقتباس", "اقتباس", "النقل", "نسخ", "reproduction", "republier", "rediffus", "перепечат", "воспроизвед", "копирован"}},
	{1, []string{"may publish", "may be published", "publish this", "publish our", "share this", "copying", "copied", "copy this", "distribut", "use of this", "use our", "quot", "النشر", "نشر", "استخدام", "utilis", "использован"}},
	{1, []string{"cite", "citing", "citation", "credit", "attribut", "acknowledg", "mention", "link back", "linking back", "backlink", "original link", "original source", "hyperlink",
		"the source", "our source", "name of the author", "ذكر المصدر", "الاشاره الي", "الاشاره الى", "بالمصدر", "المصدر", "رابط", "citer", "mentionner", "la source", "ссылк", "указани"}},
	{1, []string{"welcome", "permi", "allowed", "licen", "kindly", "please", "provided that", "on condition", "condition that", "as long as", "you may", "may publish", "may be published", "free to", "must", "may not", "without prior", "prohibited", "forbidden", "consent", "authori",
		"creative commons", "cc by", "cc-by", "يسمح", "يجوز", "بشرط", "شرط", "شريطه", "يرجي", "نرجو", "يحظر", "يمنع", "اذن", "موافقه", "مسموح", "ترخيص", "autoris", "à condition", "разреш", "допуска", "запрещ", "при условии", "согласия"}},
	{1, []string{"this article", "this story", "this text", "this report", "our reports", "our texts", "this material", "our content", "our article", "our material", "our stories", "content", "article", "material", "we ask", "ask you", "this site", "this page", "our site", "website", "all rights reserved", "copyright",
		"الماده", "المقال", "المحتوي", "الموقع", "مواد", "جميع الحقوق", "حقوق", "cet article", "tous droits", "материал", "сайт", "права"}},
}

var notesFamilies = []family{
	{2, []string{"disclaimer", "responsib", "liable", "liability", "اخلاء مسؤوليه", "مسؤوليه", "المسؤوليه", "مسؤول", "مسئوليه", "لا يتحمل", "لا تتحمل", "responsabilité", "ответственност"}},
	{2, []string{"necessarily", "does not endorse", "do not endorse", "not an endorsement", "do not subscribe", "do not reflect", "does not reflect", "not represent", "بالضروره", "nécessairement", "обязательно"}},
	{1, []string{"views expressed", "opinions expressed", "views and opinions", "point of view", "points of view", "the views", "the opinions", "opinions of", "views of", "الاراء", "اراء", "وجهات نظر", "وجهه نظر", "رايه", "راي", "opinions exprimées", "мнени"}},
	{2, []string{"are made up.", "are made up,", "are made-up", "is made up.", "is made-up", "were made up.", "are invented", "is invented", "fictional", "fictitious", "من نسج الخيال", "خياليه", "fictif", "вымышлен"}},
	{1, []string{"sample text", "sample report", "a sample", "sample:", "نص نموذجي", "عينه", "any resemblance", "for training"}},
	{1, []string{"author", "editor", "this page", "this site", "this article", "the site", "website", "our team", "contributors", "الكاتب", "كاتبها", "كاتبه", "اصحابها", "الموقع", "هيئه التحرير", "auteur", "автор", "редакци"}},
	{2, []string{"complaint", "corrections and", "correction request", "report an error", "spotted an error", "found an error", "errors in this", "right of reply", "takedown", "take-down", "شكوي", "الشكاوي", "تصويب", "للتصحيح", "réclamation", "жалоб"}},
	{1, []string{"inaccura", "incorrect", "offensive", "will be removed", "be corrected", "contact us", "write to us", "e-mail us", "email us", "to notify", "notify ", "editorial staff", "editorial team", "راسلونا", "اتصل بنا", "contactez"}},
	{1, []string{"copyright", "all rights reserved", "©", "جميع الحقوق محفوظه", "حقوق النشر محفوظه", "tous droits réservés", "все права защищены"}},
	{2, []string{"all rights reserved", "جميع الحقوق محفوظه", "tous droits réservés", "все права защищены", "© 19", "© 20", "©19", "©20", "(c) 19", "(c) 20", "copyright ©", "copyright owner"}},
}

// TermsScore weighs a paragraph as terms of republication: from 4 on it is taken
// for such. The act itself must be named.
func TermsScore(s string) int { return foldedTerms(" " + wording.Fold(s)) }

func foldedTerms(f string) int {
	act := hasStem(f, termsFamilies[0].stems)
	if !act && !hasStem(f, []string{"creative commons", "cc by", "cc-by"}) {
		// The weaker words of the act count only in a text that speaks of rights or of its source.
		if !hasStem(f, termsFamilies[1].stems) || !hasStem(f, termsFamilies[2].stems) {
			return 0
		}
	}
	score := 0
	for _, fam := range termsFamilies {
		if hasStem(f, fam.stems) {
			score += fam.weight
		}
	}
	if !act && score < 4 {
		return 0
	}
	if reported(f) {
		score -= 3
	}
	return score
}

// Weigh weighs a paragraph as terms of republication, which it is from 4 on, and as a
// disclaimer or a rule of the page, which it is from 3 on.
func Weigh(s string) (terms, notes int) {
	f := " " + wording.Fold(s)
	return foldedTerms(f), foldedNotes(f, Label(s))
}

// ClosingNote tells a labelled paragraph that speaks of the page when it stands last:
// "NOTE: …".
func ClosingNote(s string) bool {
	s = wording.Unmark(s)
	return Label(s) && !reported(" "+wording.Fold(s))
}

func foldedNotes(f string, labelled bool) int {
	score := 0
	for _, fam := range notesFamilies {
		if hasStem(f, fam.stems) {
			score += fam.weight
		}
	}
	if labelled {
		score++
	}
	if reported(f) {
		score -= 3
	}
	return score
}

// reported tells a paragraph that tells of someone else's responsibility or rules, as
// stories do: it has a speaker.
func reported(folded string) bool {
	for _, w := range []string{" said", " told ", " according to", " killed", " wounded", " injured", " claimed responsib", "claimed responsibility", "responsible for the", "responsibility for the",
		" added that", " accused", " attack", " strike", " rebels", " army ", " troops", " قال", " اضاف", " قتل", " اكد", " اعلن", " هجوم", " قصف", " сообщил", " заявил", " a déclaré"} {
		if strings.Contains(folded, w) {
			return true
		}
	}
	return false
}

// Label tells a paragraph that starts with a word such as "NOTE:".
func Label(s string) bool {
	head, _, ok := strings.Cut(s, ":")
	if !ok || len(head) > 30 {
		return false
	}
	switch strings.Trim(wording.Fold(head), " *_[]()") {
	case "sample text", "sample", "note", "notes", "nb", "n.b.", "disclaimer", "notice", "editor's note", "editors' note", "legal notice", "copyright", "copyright notice", "ملاحظه", "تنويه", "تنبيه", "اخلاء مسؤوليه", "примечание", "remarque", "avertissement":
		return true
	}
	return false
}

// hasStem tells whether one of the stems starts a word of the folded text, which
// starts with a space. Arabic stems may follow a one-letter prefix (w-, b-, l-, f-).
func hasStem(folded string, stems []string) bool {
	for _, stem := range stems {
		for at := 0; ; {
			i := strings.Index(folded[at:], stem)
			if i < 0 {
				break
			}
			i += at
			if i == 0 || stem[0] == ' ' || boundary(folded, i) {
				return true
			}
			at = i + len(stem)
		}
	}
	return false
}

// boundary tells whether a word starts at i, an Arabic one perhaps after a prefix.
func boundary(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return true
	}
	return strings.ContainsRune("وبلف", r)
}
