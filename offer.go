package isnad

import "time"

// OfferState is how far an offer has come.
type OfferState string

const (
	OfferWaiting  OfferState = "waiting"  // for an editor; nothing of it is public
	OfferAccepted OfferState = "accepted" // its link or text became a capture
	OfferRefused  OfferState = "refused"
)

// OfferStates lists every state.
func OfferStates() []OfferState { return []OfferState{OfferWaiting, OfferAccepted, OfferRefused} }

// Offer is a report that somebody hands in: a link or a text, where it is from,
// and files that show it. Nothing of it is public before an editor accepts it, and
// then only the report; files and remarks never are. Who handed it in is named
// only where they wish.
type Offer struct {
	ID       string     `json:"id"` // 'f' and 20 hexadecimal digits, drawn at random
	Number   int64      `json:"number"`
	State    OfferState `json:"state"`
	Received time.Time  `json:"received"` // UTC

	Link      string     `json:"link,omitempty"`     // URL; of a text where it stands
	Title     string     `json:"title,omitempty"`    // of a text
	Text      string     `json:"text,omitempty"`     //
	Source    string     `json:"source,omitempty"`   // name of who published it
	Published Day        `json:"published,omitzero"` //
	Remarks   string     `json:"remarks,omitempty"`  // for the editors
	Files     []Evidence `json:"files,omitempty"`

	Person  string `json:"person,omitempty"`  // ID, of a contributor; empty for the public
	Name    string `json:"name,omitempty"`    // as the contributor was called then, or as typed
	Contact string `json:"contact,omitempty"` // as typed, for the editors
	Named   bool   `json:"named,omitempty"`   // the report names them as its submitter

	Decided time.Time `json:"decided,omitzero"`
	By      string    `json:"by,omitempty"`      // Person ID of who decided
	ByName  string    `json:"by_name,omitempty"` // as they were called then
	Reason  string    `json:"reason,omitempty"`
	Capture string    `json:"capture,omitempty"` // accepted: the bytes that were taken in
	Failed  string    `json:"failed,omitempty"`  // why the link could not be taken in when it was accepted, for people
	Blotted time.Time `json:"blotted,omitzero"`  // when who handed it in was forgotten
}
