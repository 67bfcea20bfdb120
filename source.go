package isnad

// SourceKind is what a source is, not how good it is.
type SourceKind string

const (
	SourceOutlet   SourceKind = "outlet"   // publishes reports: newspaper, site, broadcaster
	SourceAgency   SourceKind = "agency"   // writes for outlets
	SourceOfficial SourceKind = "official" // ministry, army spokesman, governor, hospital authority
	SourceMonitor  SourceKind = "monitor"  // counts and documents
	SourceParty    SourceKind = "party"    // an armed actor speaking
	SourcePerson   SourceKind = "person"   // a named person
	SourceSocial   SourceKind = "social"   // an account on a network
	SourceUnnamed  SourceKind = "unnamed"  // "local sources", "activists", "a medic"
)

// Source is who says or publishes. Two names of one source share its ID.
type Source struct {
	ID    string     `json:"id"` // MakeID('s', folded canonical name)
	Name  string     `json:"name"`
	Kind  SourceKind `json:"kind"`
	Names []Name     `json:"names,omitempty"` // other names and scripts
	Home  string     `json:"home,omitempty"`  // URL
	Terms string     `json:"terms,omitempty"` // terms of republication, as last seen
}

// Name is one name in one language.
type Name struct {
	Text     string `json:"text"`
	Language string `json:"language,omitempty"` // BCP 47; empty when unknown
}
