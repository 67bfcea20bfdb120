package isnad

import (
	"io"
	"time"
)

// CaseKind is what a person asks for.
type CaseKind string

const (
	CaseCorrection    CaseKind = "correction"     // a passage is wrong; says what is right, with evidence
	CaseComplaint     CaseKind = "complaint"      // anything else that is wrong with what is shown
	CaseRightOfReply  CaseKind = "right_of_reply" // who is spoken of wants their answer beside it
	CaseCopyright     CaseKind = "copyright"      // the elements of DMCA 512(c)(3)(A) and DSA art. 16(2)
	CaseCounterNotice CaseKind = "counter_notice" // what was removed should be put back: DMCA 512(g)(3)
	CasePrivacy       CaseKind = "privacy"        // a person's data or safety
	CaseCourtOrder    CaseKind = "court_order"    // a court or authority orders something
)

// CaseKinds lists every kind.
func CaseKinds() []CaseKind {
	return []CaseKind{CaseCorrection, CaseComplaint, CaseRightOfReply, CaseCopyright, CaseCounterNotice, CasePrivacy, CaseCourtOrder}
}

// CaseState is how far a case has come. casework says which act leads from which to which.
type CaseState string

const (
	CaseReceived     CaseState = "received"
	CaseAcknowledged CaseState = "acknowledged"
	CaseInReview     CaseState = "in_review"
	CaseWaiting      CaseState = "waiting" // for the person who opened it
	CaseDecided      CaseState = "decided"
	CaseCarriedOut   CaseState = "carried_out"
	CaseAppealed     CaseState = "appealed"
	CaseClosed       CaseState = "closed"
)

// CaseStates lists every state.
func CaseStates() []CaseState {
	return []CaseState{CaseReceived, CaseAcknowledged, CaseInReview, CaseWaiting, CaseDecided, CaseCarriedOut, CaseAppealed, CaseClosed}
}

// CaseOutcome is what was decided about a case.
type CaseOutcome string

const (
	CaseUpheld       CaseOutcome = "upheld"
	CasePartlyUpheld CaseOutcome = "partly_upheld"
	CaseRejected     CaseOutcome = "rejected"
	CaseWithdrawn    CaseOutcome = "withdrawn" // by the person who opened it
)

// CaseOutcomes lists every outcome.
func CaseOutcomes() []CaseOutcome {
	return []CaseOutcome{CaseUpheld, CasePartlyUpheld, CaseRejected, CaseWithdrawn}
}

// Effect is what a decision does to what is shown.
type Effect string

const (
	EffectCorrection    Effect = "correction"    // a new version with the wording of Ruling.Body; the old one stays readable
	EffectClarification Effect = "clarification" // the text stays, Ruling.Body stands beside it
	EffectRetraction    Effect = "retraction"    // the text stays, marked as retracted
	EffectRemoval       Effect = "removal"       // nothing of it is shown; its bytes are kept
	EffectErasure       Effect = "erasure"       // removal, and its bytes are destroyed
	EffectRestoration   Effect = "restoration"   // what an earlier effect did no longer holds
	EffectReply         Effect = "reply"         // Ruling.Body, else the words of the reply, stand beside it
)

// Effects lists every effect.
func Effects() []Effect {
	return []Effect{EffectCorrection, EffectClarification, EffectRetraction, EffectRemoval, EffectErasure, EffectRestoration, EffectReply}
}

// CaseForm is what a person hands in to open a case. Which fields a kind needs
// casework says; the others may stand empty.
type CaseForm struct {
	Kind    CaseKind `json:"kind"`
	About   string   `json:"about"`             // ID of a report, claim, incident or source; of a counter_notice: of a report or of the case
	Version int      `json:"version,omitempty"` // of the report that the person looked at; 0 for the present one
	Span    *Span    `json:"span,omitempty"`    // the passage, in that version's text
	Address string   `json:"address,omitempty"` // exact location (URL) as the person gave it

	Text  string `json:"text"`            // what is wrong, in the person's words; of a right_of_reply why
	Right string `json:"right,omitempty"` // correction: what is right
	Reply string `json:"reply,omitempty"` // right_of_reply: the words to be published

	Name     string `json:"name,omitempty"`
	Email    string `json:"email,omitempty"`
	Phone    string `json:"phone,omitempty"`
	Postal   string `json:"postal,omitempty"`    // postal address
	OnBehalf string `json:"on_behalf,omitempty"` // whom the person acts for
	Language string `json:"language,omitempty"`  // BCP 47, to write to them in
	Named    bool   `json:"named,omitempty"`     // the person wishes to be named in the register

	Work      string `json:"work,omitempty"`      // copyright: the work, and where it may be seen
	Owner     string `json:"owner,omitempty"`     // copyright: who holds the right
	Signature string `json:"signature,omitempty"` // typed name
	Faith     bool   `json:"good_faith,omitempty"`
	Accuracy  bool   `json:"accuracy,omitempty"`     // accurate, and authorised, under penalty of perjury; of a counter_notice: removed by mistake or misidentification
	Consent   bool   `json:"jurisdiction,omitempty"` // counter_notice: consent to jurisdiction and to service of process

	Court     string `json:"court,omitempty"`     // court_order: who orders
	Reference string `json:"reference,omitempty"` // court_order: docket number; privacy: the law, if any
	Ordered   Day    `json:"ordered,omitzero"`    // court_order: day of the order

	Evidence []Evidence `json:"evidence,omitempty"`

	// Once is drawn at random, 16 characters or more, for each form that is shown:
	// the same form handed in again within a day is the same case. Where it is
	// empty, each is a case of its own. It is not recorded.
	Once string `json:"-"`
}

// Evidence is one thing that shows what a person says: a file, or an address.
// It is captured like any report's bytes, and never read as one.
type Evidence struct {
	Capture   string    `json:"capture,omitempty"` // Capture ID; empty until it was captured
	SHA256    Hash      `json:"sha256,omitempty"`
	Size      int64     `json:"size,omitempty"`
	MediaType string    `json:"media_type,omitempty"` // as recognised from the bytes, never as the sender says
	Name      string    `json:"name,omitempty"`       // of the file, as given
	Address   string    `json:"address,omitempty"`    // URL
	Failed    string    `json:"failed,omitempty"`     // why an address could not be captured, for people
	Given     time.Time `json:"given,omitzero"`
}

// CaseActor is on whose behalf something happens in a case.
type CaseActor string

const (
	ActorClaimant CaseActor = "claimant" // who opened it, by their secret address
	ActorDesk     CaseActor = "desk"     // a person who is signed in
	ActorOperator CaseActor = "operator" // the command line
	ActorClock    CaseActor = "clock"    // time passed
	ActorNotifier CaseActor = "notifier" // who gave the notice that a counter-notice is against, by the secret address of theirs
)

// CaseActKind is what happens in a case.
type CaseActKind string

const (
	CaseOpen        CaseActKind = "open"
	CaseAcknowledge CaseActKind = "acknowledge" // the person is told that it was received
	CaseAssign      CaseActKind = "assign"      // To is to decide on it
	CaseTakeUp      CaseActKind = "take_up"     // it is looked at: in_review
	CaseAsk         CaseActKind = "ask"         // the person is asked something: waiting
	CaseAnswer      CaseActKind = "answer"      // the person answers
	CaseAdd         CaseActKind = "add"         // the person adds words or evidence
	CaseNote        CaseActKind = "note"        // for the desk only
	CaseWithdraw    CaseActKind = "withdraw"
	CaseDecide      CaseActKind = "decide"
	CaseCarryOut    CaseActKind = "carry_out"
	CaseAppeal      CaseActKind = "appeal"
	CaseClose       CaseActKind = "close"
	CaseRemind      CaseActKind = "remind" // it is due, or overdue; whoever is to act is told

	// CaseActionFiled is word, from who gave the notice that a counter-notice is
	// against, of an action seeking a court order: nothing is put back.
	CaseActionFiled CaseActKind = "action_filed"
)

// CaseActKinds lists every kind.
func CaseActKinds() []CaseActKind {
	return []CaseActKind{CaseOpen, CaseAcknowledge, CaseAssign, CaseTakeUp, CaseAsk, CaseAnswer, CaseAdd, CaseNote,
		CaseWithdraw, CaseDecide, CaseCarryOut, CaseAppeal, CaseClose, CaseRemind, CaseActionFiled}
}

// CaseWay is how the words of a person came that somebody at the desk wrote down.
type CaseWay string

const (
	WayLetter    CaseWay = "letter"
	WayTelephone CaseWay = "telephone"
	WayMail      CaseWay = "e-mail"
	WayInPerson  CaseWay = "in_person"
)

// CaseWays lists every way.
func CaseWays() []CaseWay { return []CaseWay{WayLetter, WayTelephone, WayMail, WayInPerson} }

// CaseAct is one thing that happened in a case. It is never changed and never
// deleted: what was decided is undone by another decision. The words of a person
// may be blotted out by an erasure, and Erased says so.
type CaseAct struct {
	Number int         `json:"number"` // within the case, from 1
	Time   time.Time   `json:"time"`   // UTC
	Kind   CaseActKind `json:"kind"`
	Actor  CaseActor   `json:"actor"`
	Person string      `json:"person,omitempty"` // ID, of the desk
	Name   string      `json:"name,omitempty"`   // as the person was called then, of the desk
	Role   Role        `json:"role,omitempty"`   // as it was then
	// Seen is the number of the last act that the person had seen when they acted:
	// the act is refused with ErrConflict once another came since. 0 is not checked.
	// It is not recorded.
	Seen int `json:"-"`

	Text     string     `json:"text,omitempty"` // what is asked, answered, added, noted; why it is withdrawn or appealed
	Evidence []Evidence `json:"evidence,omitempty"`
	To       string     `json:"to,omitempty"`      // assign: Person ID
	Notice   string     `json:"notice,omitempty"`  // action_filed: Case ID of the notice whose giver filed it
	Way      CaseWay    `json:"way,omitempty"`     // how words came that the desk wrote down for somebody
	Ruling   *Ruling    `json:"ruling,omitempty"`  // decide
	Notices  []string   `json:"notices,omitempty"` // carry_out: Notice IDs
	From     CaseState  `json:"from,omitempty"`    // the state before and after; set when it is recorded
	State    CaseState  `json:"state,omitempty"`
	Erased   string     `json:"erased,omitempty"` // ID of the notice whose erasure blotted out Text
}

// Ruling is a decision with its reasons.
type Ruling struct {
	Decision  CaseOutcome `json:"decision"`
	Reasons   string      `json:"reasons"`            // in words for the person and the register
	Effect    Effect      `json:"effect,omitempty"`   // empty: nothing that is shown changes
	Report    string      `json:"report,omitempty"`   // what the effect falls on; empty: what the case is about
	Of        string      `json:"of,omitempty"`       // restoration: ID of the notice whose effect no longer holds; empty: the last one on Report
	Title     *string     `json:"title,omitempty"`    // correction: the title, where it changes
	Body      string      `json:"body,omitempty"`     // correction: the whole text as it should be; clarification, reply: its words
	Legal     bool        `json:"legal,omitempty"`    // removal by law or order: 451 rather than 410
	Files     []string    `json:"files,omitempty"`    // erasure: Capture IDs of files handed in that show what is erased, destroyed with it
	NotFor    int         `json:"not_for,omitempty"`  // put-back: business days to wait before it is carried out
	Statement Statement   `json:"statement,omitzero"` // statement of reasons
}

// Statement is a statement of reasons in the fields of the EU DSA Transparency
// Database (DSA art. 17 and 24(5)); values are its enumerations.
type Statement struct {
	Visibility         []string `json:"decision_visibility,omitempty"` // DECISION_VISIBILITY_CONTENT_REMOVED, …
	VisibilityOther    string   `json:"decision_visibility_other,omitempty"`
	Ground             string   `json:"decision_ground,omitempty"` // DECISION_GROUND_ILLEGAL_CONTENT, DECISION_GROUND_INCOMPATIBLE_CONTENT
	GroundReference    string   `json:"decision_ground_reference_url,omitempty"`
	LegalGround        string   `json:"illegal_content_legal_ground,omitempty"`
	LegalExplanation   string   `json:"illegal_content_explanation,omitempty"`
	TermsGround        string   `json:"incompatible_content_ground,omitempty"`
	TermsExplanation   string   `json:"incompatible_content_explanation,omitempty"`
	TermsIllegal       string   `json:"incompatible_content_illegal,omitempty"` // Yes, No
	Facts              string   `json:"decision_facts,omitempty"`
	ContentType        []string `json:"content_type,omitempty"` // CONTENT_TYPE_TEXT, …
	Category           string   `json:"category,omitempty"`     // STATEMENT_CATEGORY_…
	Keywords           []string `json:"category_specification,omitempty"`
	Territory          []string `json:"territorial_scope,omitempty"` // ISO 3166-1 alpha-2
	Language           string   `json:"content_language,omitempty"`  // ISO 639-1
	ContentDate        Day      `json:"content_date,omitzero"`
	ApplicationDate    Day      `json:"application_date,omitzero"`
	EndDate            Day      `json:"end_date_visibility_restriction,omitzero"`
	SourceType         string   `json:"source_type,omitempty"` // SOURCE_ARTICLE_16, SOURCE_TYPE_OTHER_NOTIFICATION, SOURCE_VOLUNTARY
	AutomatedDetection string   `json:"automated_detection,omitempty"`
	AutomatedDecision  string   `json:"automated_decision,omitempty"` // AUTOMATED_DECISION_NOT_AUTOMATED
	PUID               string   `json:"puid,omitempty"`               // unique to the platform: the case's ID and the act's number
}

// Case is a complaint, correction request, reply, copyright notice, counter-notice,
// privacy request or order, as it stands after its acts.
type Case struct {
	ID      string      `json:"id"` // 'd' and 20 hexadecimal digits, drawn at random
	Number  int64       `json:"number"`
	Kind    CaseKind    `json:"kind"`
	State   CaseState   `json:"state"`
	Opened  time.Time   `json:"received"`          // UTC
	Due     time.Time   `json:"due,omitzero"`      // when whoever is to act next must have; zero when nobody must
	DueFor  CaseActKind `json:"due_for,omitempty"` // what is due then
	About   string      `json:"about"`
	Report  string      `json:"report,omitempty"` // the report that About is, or is a claim of
	Version int         `json:"version,omitempty"`
	Span    *Span       `json:"span,omitempty"`
	Quote   string      `json:"quote,omitempty"`   // the passage's words; blotted out by an erasure
	Handler string      `json:"handler,omitempty"` // Person ID of whom it is assigned to

	Form       CaseForm    `json:"form,omitzero"` // as handed in
	Decision   CaseOutcome `json:"decision,omitempty"`
	Reasons    string      `json:"reasons,omitempty"`
	Ruling     *Ruling     `json:"ruling,omitempty"` // the last one
	Decided    time.Time   `json:"decided,omitzero"`
	CarriedOut time.Time   `json:"carried_out,omitzero"`
	CarryFrom  time.Time   `json:"carry_out_from,omitzero"` // put-back: not before
	CarryBy    time.Time   `json:"carry_out_by,omitzero"`
	Appeals    int         `json:"appeals,omitempty"`
	Notices    []string    `json:"notices"`
	Acts       []CaseAct   `json:"acts,omitempty"`

	// Forgotten is when it was forgotten who opened the case: what the register shows of it stays.
	Forgotten time.Time `json:"forgotten,omitzero"` // UTC
}

// Upload is a file that somebody hands in. Body is read under bounds, more than once.
type Upload struct {
	Name string // as given; shown, never used as a path
	Body io.ReadSeeker
}
