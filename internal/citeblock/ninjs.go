package citeblock

// Ninjs is the part of a ninjs 3.0 document (IPTC, News in JSON) that copies use. The citation block stands in
// a description of the role [RoleCitation]; the other fields tell the same to programs that know ninjs only.
type Ninjs struct {
	Standard     NinjsStandard   `json:"standard"`
	URI          string          `json:"uri"`
	Type         string          `json:"type"`
	Completeness string          `json:"representationType"` // full, or partial for a reference
	Version      string          `json:"version,omitempty"`
	FirstCreated string          `json:"firstCreated,omitempty"`
	VersionTime  string          `json:"versionCreated,omitempty"`
	ContentTime  string          `json:"contentCreated,omitempty"`
	Status       string          `json:"pubStatus,omitempty"`
	Holder       string          `json:"copyrightHolder,omitempty"`
	Copyright    string          `json:"copyrightNotice,omitempty"`
	Terms        string          `json:"usageTerms,omitempty"`
	Language     string          `json:"language,omitempty"`
	Headlines    []NinjsText     `json:"headlines,omitempty"`
	By           string          `json:"by,omitempty"`
	People       []NinjsParty    `json:"people,omitempty"`
	Located      string          `json:"located,omitempty"`
	Bodies       []NinjsText     `json:"bodies,omitempty"`
	Descriptions []NinjsText     `json:"descriptions,omitempty"`
	InfoSources  []NinjsParty    `json:"infoSources,omitempty"`
	Associations []NinjsRelated  `json:"associations,omitempty"`
	AltIDs       []NinjsIdentity `json:"altIds,omitempty"`
}

// NinjsStandard names the standard. It stands first, so that a document is known by its beginning.
type NinjsStandard struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Schema  string `json:"schema,omitempty"`
}

// NinjsText is a headline, a body or a description.
type NinjsText struct {
	Role        string `json:"role,omitempty"`
	ContentType string `json:"contentType,omitempty"`
	Characters  int    `json:"charCount,omitempty"`
	Value       string `json:"value"`
}

// NinjsParty is a person, an organisation or a source. A source has a role, the others a rel.
type NinjsParty struct {
	Name string `json:"name,omitempty"`
	Rel  string `json:"rel,omitempty"`
	Role string `json:"role,omitempty"`
	URI  string `json:"uri,omitempty"`
}

// NinjsRelated is a document that the report is related to.
type NinjsRelated struct {
	Name string `json:"name"`
	URI  string `json:"uri"`
	Type string `json:"type,omitempty"`
}

// NinjsIdentity is another name of the document.
type NinjsIdentity struct {
	Role  string `json:"role"`
	Value string `json:"value"`
}

// Roles of descriptions and names in a copy.
const (
	RoleCitation  = "citation"
	RoleCanonical = "canonical" // address at the publisher's
	RoleSHA256    = "sha256"    // of the bytes that the report was read from
)
