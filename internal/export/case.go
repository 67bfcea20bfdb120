package export

import (
	"time"

	"isnad"
)

// CaseLine is one case as exported. What of it everybody may see is for who
// hands it in to say: package casework has it.
type CaseLine struct {
	ID        string     `json:"id"`
	Number    int64      `json:"number" doc:"In the order in which cases were opened, from 1"`
	Kind      string     `json:"kind" enum:"correction,complaint,right_of_reply,copyright,counter_notice,privacy,court_order"`
	State     string     `json:"state" enum:"received,acknowledged,in_review,waiting,decided,carried_out,appealed,closed"`
	Received  *time.Time `json:"received"`
	Due       *time.Time `json:"due" doc:"When whoever is to act next must have"`
	DueFor    *string    `json:"due_for" doc:"What is due then: acknowledge, decide, answer, carry_out"`
	About     string     `json:"about" doc:"ID of the report, claim, incident or source; of a counter_notice also of the case in which it was removed"`
	Report    *string    `json:"report" doc:"ID of the report that it is, or is a claim of"`
	Version   *int       `json:"version" doc:"Of that report, as the person saw it"`
	Span      *SpanLine  `json:"span" doc:"The passage, in that version's text"`
	Quote     *string    `json:"quote" doc:"The words of the passage"`
	Text      *string    `json:"text" doc:"What the person says is wrong"`
	Right     *string    `json:"right" doc:"What the person says is right; of a correction"`
	Reply     *string    `json:"reply" doc:"The words to be published; of a right_of_reply"`
	Work      *string    `json:"work" doc:"The work that is infringed; of a copyright notice"`
	Name      *string    `json:"name" doc:"Who opened it, where they wish to be named"`
	Decision  *string    `json:"decision" enum:"upheld,partly_upheld,rejected,withdrawn"`
	Reasons   *string    `json:"reasons"`
	Effect    *string    `json:"effect" enum:"correction,clarification,retraction,removal,erasure,restoration,reply" doc:"What the decision does to what is shown; null for nothing"`
	Decided   *time.Time `json:"decided"`
	CarryFrom *time.Time `json:"carry_out_from" doc:"What is put back is put back not before then"`
	CarryBy   *time.Time `json:"carry_out_by"`
	Carried   *time.Time `json:"carried_out"`
	Appeals   int        `json:"appeals" doc:"How often it was appealed"`
	Notices   []string   `json:"notices" nullable:"false" doc:"IDs of the notices that came of it"`
	History   []CaseStep `json:"history" nullable:"false" doc:"What was done when, in order; empty where it was not asked for"`

	Statement *StatementLine `json:"statement_of_reasons" doc:"In the fields of the EU DSA Transparency Database"`
}

// SpanLine is a passage, or null.
type SpanLine struct {
	_ struct{} `nullable:"true"`
	isnad.Span
}

// StatementLine is a statement of reasons, or null.
type StatementLine struct {
	_ struct{} `nullable:"true"`
	isnad.Statement
}

func spanOf(s *isnad.Span) *SpanLine {
	if s == nil {
		return nil
	}
	return &SpanLine{Span: *s}
}

// CaseStep is one thing that happened in a case.
type CaseStep struct {
	Number int        `json:"number"`
	Time   *time.Time `json:"time"`
	Kind   string     `json:"kind" enum:"open,acknowledge,assign,take_up,ask,answer,add,note,withdraw,decide,carry_out,appeal,close,remind,action_filed"`
	Actor  string     `json:"actor" enum:"claimant,desk,operator,clock,notifier" doc:"On whose behalf"`
	State  string     `json:"state" doc:"Of the case after it"`
}

// CaseOf gives the exported fields of c.
func CaseOf(c isnad.Case) CaseLine {
	f := &c.Form
	l := CaseLine{
		ID: c.ID, Number: c.Number, Kind: string(c.Kind), State: string(c.State), Received: moment(c.Opened), Due: moment(c.Due), DueFor: known(string(c.DueFor)),
		About: c.About, Report: known(c.Report), Span: spanOf(c.Span), Quote: known(c.Quote), Text: known(f.Text), Right: known(f.Right), Reply: known(f.Reply),
		Work: known(f.Work), Name: known(f.Name), Decision: known(string(c.Decision)), Reasons: known(c.Reasons), Decided: moment(c.Decided),
		CarryFrom: moment(c.CarryFrom), CarryBy: moment(c.CarryBy), Carried: moment(c.CarriedOut), Appeals: c.Appeals, Notices: filled(c.Notices), History: []CaseStep{},
	}
	if c.Version > 0 {
		l.Version = &c.Version
	}
	if c.Ruling != nil {
		l.Effect = known(string(c.Ruling.Effect))
		if s := c.Ruling.Statement; s.PUID != "" || s.Ground != "" {
			l.Statement = &StatementLine{Statement: s}
		}
	}
	for i := range c.Acts {
		a := &c.Acts[i]
		l.History = append(l.History, CaseStep{Number: a.Number, Time: moment(a.Time), Kind: string(a.Kind), Actor: string(a.Actor), State: string(a.State)})
	}
	return l
}

func caseColumns() []column[isnad.Case] {
	type c = isnad.Case
	return []column[c]{
		text("id", func(v c) string { return v.ID }),
		number("number", func(v c) (int, bool) { return int(v.Number), true }),
		text("kind", func(v c) string { return string(v.Kind) }),
		text("state", func(v c) string { return string(v.State) }),
		instant("received", func(v c) time.Time { return v.Opened }),
		instant("due", func(v c) time.Time { return v.Due }),
		text("due_for", func(v c) string { return string(v.DueFor) }),
		text("about", func(v c) string { return v.About }),
		text("report", func(v c) string { return v.Report }),
		number("version", func(v c) (int, bool) { return v.Version, v.Version > 0 }),
		text("quote", func(v c) string { return v.Quote }),
		text("text", func(v c) string { return v.Form.Text }),
		text("right", func(v c) string { return v.Form.Right }),
		text("reply", func(v c) string { return v.Form.Reply }),
		text("work", func(v c) string { return v.Form.Work }),
		text("name", func(v c) string { return v.Form.Name }),
		text("decision", func(v c) string { return string(v.Decision) }),
		text("reasons", func(v c) string { return v.Reasons }),
		text("effect", func(v c) string {
			if v.Ruling == nil {
				return ""
			}
			return string(v.Ruling.Effect)
		}),
		instant("decided", func(v c) time.Time { return v.Decided }),
		instant("carried_out", func(v c) time.Time { return v.CarriedOut }),
		number("appeals", func(v c) (int, bool) { return v.Appeals, true }),
		text("notices", func(v c) string { return several(v.Notices) }),
	}
}

// NoticeLine is one notice as exported.
type NoticeLine struct {
	ID      string     `json:"id"`
	Number  int64      `json:"number" doc:"In the order in which notices were issued, from 1"`
	Kind    string     `json:"kind" enum:"correction,clarification,retraction,removal,restoration,reply"`
	Report  string     `json:"report" doc:"ID of the report that it is about"`
	Source  *string    `json:"source" doc:"Of the report, as it was called"`
	Title   *string    `json:"title" doc:"Of the report; never of a removal"`
	Text    string     `json:"text" doc:"For readers"`
	Issued  *time.Time `json:"issued"`
	Case    string     `json:"case" doc:"ID of the case in which it was decided"`
	Claim   *string    `json:"claim" doc:"The claim that a reply stands beside"`
	Span    *SpanLine  `json:"span" doc:"The passage that it is about, in the text of from_version"`
	From    *int       `json:"from_version" minimum:"1" doc:"The version of the report that it is about"`
	To      *int       `json:"to_version" minimum:"1" doc:"The version that a correction made, once it was read"`
	Legal   bool       `json:"legal" doc:"Removed by law or order: its page answers 451"`
	Erased  bool       `json:"erased" doc:"The bytes were destroyed too"`
	Of      *string    `json:"of" doc:"Of a restoration: the notice that holds no longer"`
	Undone  *string    `json:"undone" doc:"ID of the restoration, where it holds no longer"`
	Capture *string    `json:"capture" doc:"ID of the bytes that hold a correction's new version"`
}

// NoticeOf gives the exported fields of n.
func NoticeOf(n isnad.Notice) NoticeLine {
	l := NoticeLine{
		ID: n.ID, Number: n.Number, Kind: string(n.Kind), Report: n.Report, Source: known(n.Source), Title: known(n.Title), Text: n.Text, Issued: moment(n.Issued),
		Case: n.Case, Claim: known(n.Claim), Span: spanOf(n.Span), Legal: n.Legal, Erased: n.Erased, Of: known(n.Of), Undone: known(n.Undone), Capture: known(n.Capture),
	}
	if n.From > 0 {
		l.From = &n.From
	}
	if n.To > 0 {
		l.To = &n.To
	}
	return l
}

func noticeColumns() []column[isnad.Notice] {
	type n = isnad.Notice
	return []column[n]{
		text("id", func(v n) string { return v.ID }),
		number("number", func(v n) (int, bool) { return int(v.Number), true }),
		text("kind", func(v n) string { return string(v.Kind) }),
		text("report", func(v n) string { return v.Report }),
		text("source", func(v n) string { return v.Source }),
		text("title", func(v n) string { return v.Title }),
		text("text", func(v n) string { return v.Text }),
		instant("issued", func(v n) time.Time { return v.Issued }),
		text("case", func(v n) string { return v.Case }),
		text("claim", func(v n) string { return v.Claim }),
		number("from_version", func(v n) (int, bool) { return v.From, v.From > 0 }),
		number("to_version", func(v n) (int, bool) { return v.To, v.To > 0 }),
		truth("legal", func(v n) bool { return v.Legal }),
		truth("erased", func(v n) bool { return v.Erased }),
		text("of", func(v n) string { return v.Of }),
		text("undone", func(v n) string { return v.Undone }),
	}
}
