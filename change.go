package isnad

// ChangeKind is what differs between a copy and what it copies, or between two
// versions of one report.
type ChangeKind string

const (
	ChangeNumber             ChangeKind = "number"              // 14 → 41
	ChangeName               ChangeKind = "name"                // of a person, a body, a party
	ChangePlace              ChangeKind = "place"               //
	ChangeDate               ChangeKind = "date"                //
	ChangeAttributionDropped ChangeKind = "attribution_dropped" // "according to local sources" is gone
	ChangeAttributionAdded   ChangeKind = "attribution_added"   //
	ChangeAttribution        ChangeKind = "attribution_changed" // another says so
	ChangeHedgeDropped       ChangeKind = "hedge_dropped"       // "allegedly" is gone
	ChangeHedgeAdded         ChangeKind = "hedge_added"         //
	ChangeNegation           ChangeKind = "negation"            // said on one side, denied on the other
	ChangeParagraphCut       ChangeKind = "paragraph_cut"       //
	ChangeParagraphAdded     ChangeKind = "paragraph_added"     //
	ChangeHeadline           ChangeKind = "headline"            //
	ChangeCorrectionNote     ChangeKind = "correction_note"     // a note that says the text was corrected
	ChangeWording            ChangeKind = "wording"             // other words for the same
)

// ChangeKinds lists every kind in the order of the design.
func ChangeKinds() []ChangeKind {
	return []ChangeKind{ChangeNumber, ChangeName, ChangePlace, ChangeDate,
		ChangeAttributionDropped, ChangeAttributionAdded, ChangeAttribution, ChangeHedgeDropped, ChangeHedgeAdded,
		ChangeNegation, ChangeParagraphCut, ChangeParagraphAdded, ChangeHeadline, ChangeCorrectionNote, ChangeWording}
}

// Change is one difference. Both passages are always given: where something is
// gone or new, the one on the other side is empty and stands at its place.
type Change struct {
	Kind     ChangeKind `json:"kind"`
	Copy     Span       `json:"copy"`           // in the copy, or the later version
	Original Span       `json:"original"`       // in what it copies, or the earlier version
	Now      string     `json:"now"`            // the words of Copy
	Was      string     `json:"was"`            // the words of Original
	Meaning  bool       `json:"alters_meaning"` // false for a respelt name, a figure written as a word, other words for the same
}
