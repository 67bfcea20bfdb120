package isnad

import "time"

// NoticeKind is what is told to the world after a decision.
type NoticeKind string

const (
	NoticeCorrection    NoticeKind = "correction"
	NoticeClarification NoticeKind = "clarification"
	NoticeRetraction    NoticeKind = "retraction"
	NoticeRemoval       NoticeKind = "removal"
	NoticeRestoration   NoticeKind = "restoration"
	NoticeReply         NoticeKind = "reply"
)

// NoticeKinds lists every kind.
func NoticeKinds() []NoticeKind {
	return []NoticeKind{NoticeCorrection, NoticeClarification, NoticeRetraction, NoticeRemoval, NoticeRestoration, NoticeReply}
}

// Notice is what is told to the world after a decision was carried out. It is
// never changed and never deleted.
type Notice struct {
	ID      string     `json:"id"`     // MakeID('n', case, number of the act that carried it out, report)
	Number  int64      `json:"number"` // place among all notices, from 1
	Kind    NoticeKind `json:"kind"`
	Report  string     `json:"report"`
	Source  string     `json:"source,omitempty"` // of the report, as it was called
	Title   string     `json:"title,omitempty"`  // of the report; never of a removal
	Text    string     `json:"text"`             // for readers
	Issued  time.Time  `json:"issued"`           // UTC
	Case    string     `json:"case"`
	Act     int        `json:"act"`                    // number of the act within the case
	By      string     `json:"by,omitempty"`           // who carried it out, by name
	Claim   string     `json:"claim,omitempty"`        // reply: the claim that it stands beside
	Span    *Span      `json:"span,omitempty"`         // the passage it is about, in version From
	From    int        `json:"from_version,omitempty"` // the version it is about
	To      int        `json:"to_version,omitempty"`   // correction: the version that it made, once read
	Capture string     `json:"capture,omitempty"`      // correction: the bytes that hold the new version
	Legal   bool       `json:"legal,omitempty"`        // removal: by law or order (451)
	Erased  bool       `json:"erased,omitempty"`       // removal: the bytes were destroyed too
	Of      string     `json:"of,omitempty"`           // restoration: the notice whose effect no longer holds
	Undone  string     `json:"undone,omitempty"`       // ID of the restoration, once there is one
}

// Standing is what notices make of a report.
type Standing struct {
	Report    string   `json:"report"`
	Retracted string   `json:"retracted,omitempty"` // ID of the notice in force
	Removed   string   `json:"removed,omitempty"`   // ID of the notice in force: nothing of the report is shown
	Legal     bool     `json:"legal,omitempty"`
	Erased    bool     `json:"erased,omitempty"`
	Notices   []Notice `json:"notices,omitempty"` // all, in order of issue
}
