package isnad

import "time"

// EntryKind is what an entry of the log vouches for.
type EntryKind string

const (
	EntryCapture  EntryKind = "capture"   // bytes were received
	EntryVersion  EntryKind = "version"   // a version of a report was read
	EntryCase     EntryKind = "case"      // a case was opened
	EntryDecision EntryKind = "decision"  // a case was decided
	EntryNotice   EntryKind = "notice"    // a notice was issued
	EntryCarryOut EntryKind = "carry_out" // a decision was carried out
	EntryErasure  EntryKind = "erasure"   // bytes were destroyed
	EntryAct      EntryKind = "act"       // a person decided about a claim or an incident

	EntryForgetting EntryKind = "forgetting" // what earlier entries say was forgotten
	EntryAdoption   EntryKind = "adoption"   // earlier entries stand in the log and what they say was lost
)

// EntryKinds lists every kind.
func EntryKinds() []EntryKind {
	return []EntryKind{EntryCapture, EntryVersion, EntryCase, EntryDecision, EntryNotice, EntryCarryOut, EntryErasure, EntryAct, EntryForgetting, EntryAdoption}
}

// Entry is one line of the log: that something was so at a time, without saying
// what. Digest commits to Statement with Salt; the log holds no more of it.
type Entry struct {
	Index  int64     `json:"index"` // place in the log, from 0; -1 while it waits
	Kind   EntryKind `json:"kind"`
	Time   time.Time `json:"time"`   // UTC
	About  string    `json:"-"`      // ID of what it vouches for; not in the log
	Digest Hash      `json:"digest"` // SHA-256 of salt and statement; see ledger

	Statement string `json:"-"` // canonical JSON of hashes and IDs, never content; empty once erased
	Salt      []byte `json:"-"` // 32 bytes, drawn at random; nil once erased
}
