package site

import (
	"slices"

	"isnad"
	"isnad/internal/casework"
)

// caseOffer is a kind of case as it is offered to people who do not know what it
// is called.
type caseOffer struct {
	Kind        isnad.CaseKind
	Title, What string // what the person wants, and when it is this one
	Lead        string // of the form
	Href        string // of the form, about what was asked for
}

// caseOffers are all kinds, those that most people look for first.
func caseOffers() []caseOffer {
	return []caseOffer{
		{Kind: isnad.CaseCorrection, Title: "Something in a text is wrong", What: "A name, a number, a place, a sentence. Say what is right, and what shows it.",
			Lead: "Say which words are wrong, what is right, and what shows it. You need not say who you are."},
		{Kind: isnad.CasePrivacy, Title: "It puts somebody at risk, or shows what is private", What: "Your name, a picture, where somebody lives; yours or of somebody you speak for.",
			Lead: "Say what should not be seen, and what should be done. If somebody is in danger now, say so first. You need not say who you are."},
		{Kind: isnad.CaseRightOfReply, Title: "You are spoken of and want to answer", What: "Your words are then published beside the claim.",
			Lead: "If the request is upheld, your words stand beside what they answer, under your name."},
		{Kind: isnad.CaseComplaint, Title: "Anything else is wrong", What: "How a report is shown, attributed or put together; how this site works.",
			Lead: "Say what is wrong, in your own words. You need not say who you are."},
		{Kind: isnad.CaseCopyright, Title: "It uses your work without leave", What: "A notice by the owner of a copyright, or by somebody who acts for them.",
			Lead: "A notice needs the elements below; the law names them. One that lacks any is not taken, and you are told what is missing."},
		{Kind: isnad.CaseCounterNotice, Title: "Your text was removed and should not have been", What: "A counter-notice against a copyright notice.",
			Lead: "What was removed by mistake, or because it was taken for something else, is put back after ten to fourteen working days, unless whoever gave the notice goes to court."},
		{Kind: isnad.CaseCourtOrder, Title: "A court or an authority orders something", What: "For courts, authorities and those who act for them.",
			Lead: "Say who orders what, on which ground, and add a copy of the order."},
	}
}

// offerOf is the offer of a kind; false for what is none.
func offerOf(k isnad.CaseKind) (caseOffer, bool) {
	all := caseOffers()
	i := slices.IndexFunc(all, func(o caseOffer) bool { return o.Kind == k })
	if i < 0 {
		return caseOffer{}, false
	}
	return all[i], true
}

// caseGroup is some fields of a form that belong together.
type caseGroup struct {
	ID, Head, Lead string
	Fields         []caseField
}

// caseField is one field of a form, filled with what was typed.
type caseField struct {
	Name        string // of the form, in JSON
	Label, Hint string
	Input       string // line, lines, email, tel, day, tick, language, files
	Rows        int
	Auto        string // autocomplete
	Most        int    // characters
	Needed      bool

	Value string
	On    bool
	Lang  []choice // language
	Wrong string   // what is missing or wrong, in words for the person
	Rule  string   // that asks for it
}

// caseGroups are the fields that a form of a kind asks for.
func caseGroups(k isnad.CaseKind) []caseGroup {
	line := func(name, label, hint string) caseField {
		return caseField{Name: name, Label: label, Hint: hint, Input: "line", Most: casework.MaxLine}
	}
	lines := func(name, label, hint string, rows, most int) caseField {
		return caseField{Name: name, Label: label, Hint: hint, Input: "lines", Rows: rows, Most: most}
	}
	text := func(label, hint string) caseField { return lines("text", label, hint, 7, casework.MaxText) }
	tick := func(name, label string) caseField { return caseField{Name: name, Label: label, Input: "tick"} }
	what := caseGroup{ID: "what", Head: "What is wrong"}
	proof := caseGroup{ID: "proof", Head: "What shows it", Fields: []caseField{
		lines("addresses", "Addresses, one a line", "Pages, pictures, documents on the web. They are fetched and kept as they are then.", 3, 20*casework.MaxAddress),
		{Name: "files", Label: "Files", Input: "files", Hint: "At most 20 files, 25 MB each, 60 MB together. Only people at the desk see them."},
	}}
	optionalProof := proof
	optionalProof.Head, optionalProof.Lead = "What shows it, if you have something", ""
	you := caseGroup{ID: "you", Head: "You", Lead: "Only people at the desk see this."}
	name := func(label, hint string) caseField {
		f := line("name", label, hint)
		f.Auto = "name"
		return f
	}
	email := caseField{Name: "email", Label: "E-mail", Hint: "To be told when something happens. Without it, you look yourself at the secret address that you get.", Input: "email", Auto: "email", Most: 254}
	phone := caseField{Name: "phone", Label: "Telephone", Input: "tel", Auto: "tel", Most: casework.MaxLine}
	postal := lines("postal", "Postal address", "", 3, 2*casework.MaxLine)
	postal.Auto = "street-address"
	behalf := line("on_behalf", "Whom you act for, if not for yourself", "")
	tongue := caseField{Name: "language", Label: "Language to write to you in", Input: "language"}
	named := tick("named", "Name me in the public register if what I ask for is upheld. Otherwise nobody outside of the desk learns who asked.")
	signed := caseGroup{ID: "signed", Head: "Statements"}
	signature := name("Signature: type your full name", "")
	signature.Name = "signature"

	switch k {
	case isnad.CaseCorrection:
		what.Fields = []caseField{text("What is wrong about it", ""),
			lines("right", "What is right", "As it should read, or what really happened.", 5, casework.MaxText)}
		you.Fields = []caseField{name("Your name", ""), email, tongue, named}
		return []caseGroup{what, proof, you}
	case isnad.CasePrivacy:
		what.Head = "What should not be seen"
		what.Fields = []caseField{text("What is meant, and what should be done", "Your name left out, a picture’s caption removed, a place told less closely, the whole report removed."),
			line("reference", "The law it rests on, if you know one", "")}
		you.Lead = "Only people at the desk see this. Leave out whatever could put you at risk."
		you.Fields = []caseField{name("Your name", ""), email, behalf, tongue}
		return []caseGroup{what, optionalProof, you}
	case isnad.CaseRightOfReply:
		what.Head = "Your reply"
		what.Fields = []caseField{text("What you answer, and how it is about you", ""),
			lines("reply", "The words to be published", "As they shall stand beside the claim; short ones are read.", 7, casework.MaxReply)}
		you.Fields = []caseField{name("Your name, as it stands under the reply", ""), behalf, email, phone, postal, tongue}
		you.Lead = "Your name is published with the reply. The rest only people at the desk see; one way to reach you is needed."
		return []caseGroup{what, you, optionalProof}
	case isnad.CaseCopyright:
		what.Head = "The work, and how it is used"
		what.Fields = []caseField{
			lines("work", "The work", "Its title, and where it can be seen.", 3, casework.MaxWork),
			line("owner", "Who holds the right", ""),
			text("Why this use is not allowed", "Which part is taken, and why no exception covers it.")}
		you.Fields = []caseField{name("Your name", ""), email, phone, postal, behalf, tongue}
		signed.Fields = []caseField{
			tick("good_faith", "I believe in good faith that the use is not authorised by the owner of the right, by who acts for them, or by the law, and that what I say here is accurate and complete."),
			tick("accuracy", "What I say in this notice is accurate and, under penalty of perjury, I own the right that is infringed or am authorised to act for who does."),
			signature}
		return []caseGroup{what, you, signed, optionalProof}
	case isnad.CaseCounterNotice:
		what.Head = "What was removed"
		what.Fields = []caseField{text("What was removed, where it stood, and why it should be put back", "")}
		you.Lead = "The law has this passed on to whoever gave the notice."
		you.Fields = []caseField{name("Your name", ""), postal, phone, email, tongue}
		signed.Fields = []caseField{
			tick("accuracy", "Under penalty of perjury, I believe in good faith that it was removed by mistake or was taken for something else."),
			tick("jurisdiction", "I consent to the jurisdiction of the court for my address and will accept service of process from whoever gave the notice, or who acts for them."),
			signature}
		return []caseGroup{what, you, signed, optionalProof}
	case isnad.CaseCourtOrder:
		what.Head = "The order"
		what.Fields = []caseField{line("court", "Court or authority", ""), line("reference", "Docket number", ""),
			{Name: "ordered", Label: "Day of the order", Input: "day"},
			text("What is ordered, and on which legal ground", "")}
		proof.Head = "A copy of the order"
		you.Fields = []caseField{name("Your name", ""), line("on_behalf", "Your office", ""), email, phone, postal, tongue}
		you.Lead = "Only people at the desk see this. An e-mail address or a postal one is needed, to report to what was done."
		return []caseGroup{what, proof, you}
	}
	what.Fields = []caseField{text("What is wrong, and why", "")}
	you.Fields = []caseField{name("Your name", ""), email, tongue}
	return []caseGroup{what, optionalProof, you}
}

// caseTongues are the languages offered to be written to in; what the desk can
// write, people see from its answers.
var caseTongues = []string{"en", "ar", "ckb", "de", "es", "fa", "fr", "he", "kmr", "my", "ps", "ru", "so", "sw", "ti", "tr", "uk", "ur"}

// neededFields are the fields without which a form of a kind is not taken, by
// where their absence is told.
func neededFields(k isnad.CaseKind) map[string]casework.Element {
	out := map[string]casework.Element{}
	empty := isnad.CaseForm{Kind: k}
	for _, e := range casework.Missing(&empty) {
		out[inputOf(e.Field)] = e
	}
	return out
}

// reachedOtherwise tells whether somebody who opens a case of a kind has to be
// reached, and need not be by e-mail.
func reachedOtherwise(k isnad.CaseKind) bool {
	return k == isnad.CaseRightOfReply || k == isnad.CaseCourtOrder
}

// inputOf is the input of the page in which a field of the form is typed.
func inputOf(field string) string {
	switch field {
	case "span":
		return "passage"
	case "evidence":
		return "addresses"
	case "kind", "version":
		return "about"
	}
	return field
}
