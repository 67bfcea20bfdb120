package isnad

import "time"

// Filled tells where the value of a slot came from that a model gave: the reader
// had left the slot empty, or had been less sure of it than of not. Such a value
// is a suggestion twice over, and is shown as one wherever the slot is.
type Filled struct {
	By      string    `json:"by"`                // who gave it: "model" and the name of the model
	Words   string    `json:"words"`             // of the report, that it rests on
	Span    Span      `json:"span"`              // where they stand
	Instead string    `json:"instead,omitempty"` // what the reader had read there, in few words; empty where it read nothing
	Time    time.Time `json:"time"`              // when the model was asked, UTC
}
