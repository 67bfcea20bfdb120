package ask

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"isnad"
)

// Bounds of an answer.
const (
	MaxAnswer = 64 << 10 // bytes
	maxWords  = 400      // code points of one quotation
	maxActors = 4
	maxWithin = 3
)

// ErrNonsense says, wrapped, that what a model said is no answer to any question.
var ErrNonsense = errors.New("what the model said is no JSON object")

// proposal is what a model says of one slot, as JSON.
type proposal struct {
	Value  json.RawMessage `json:"value"`
	Within []string        `json:"within"`
	Words  string          `json:"words"`
}

// Answer is what a model says, slot by slot, not yet believed.
type Answer map[string]json.RawMessage

// Parse reads the JSON object in a model's answer. Fences and talk around it are
// passed over. A slot may hold anything: Fill looks into it.
func Parse(content string) (Answer, error) {
	if len(content) > MaxAnswer {
		return nil, fmt.Errorf("an answer of more than %d bytes: %w", MaxAnswer, isnad.ErrTooLarge)
	}
	if !utf8.ValidString(content) {
		return nil, fmt.Errorf("%w: it is not UTF-8", ErrNonsense)
	}
	start := strings.IndexByte(content, '{')
	if start < 0 {
		return nil, ErrNonsense
	}
	// What follows the object is talk.
	d := json.NewDecoder(strings.NewReader(content[start:]))
	var a Answer
	if err := d.Decode(&a); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNonsense, err)
	}
	return a, nil
}

// proposal reads what is proposed for a slot; false for nothing. A list of one is
// taken for its only member.
func (a Answer) proposal(slot string) (p proposal, some bool, err error) {
	raw := bytes.TrimSpace(a[slot])
	if len(raw) == 0 || string(raw) == "null" {
		return p, false, nil
	}
	if raw[0] == '[' {
		var list []json.RawMessage
		if err := json.Unmarshal(raw, &list); err != nil || len(list) > 1 {
			return p, false, errors.New("it is no single value with its words")
		}
		if len(list) == 0 {
			return p, false, nil
		}
		raw = list[0]
	}
	if err := json.Unmarshal(raw, &p); err != nil {
		return proposal{}, false, errors.New("it is no value with its words")
	}
	return p, len(p.Value) > 0 && string(p.Value) != "null", nil
}

// name is a value that is a string.
func (p *proposal) name() (string, bool) {
	var s string
	if json.Unmarshal(p.Value, &s) != nil {
		return "", false
	}
	s = strings.Join(strings.Fields(s), " ")
	return s, s != "" && utf8.RuneCountInString(s) <= maxWords
}

// names is a value that is a list of strings, or one.
func (p *proposal) names() ([]string, bool) {
	var list []json.RawMessage
	if json.Unmarshal(p.Value, &list) != nil {
		list = []json.RawMessage{p.Value}
	}
	if len(list) == 0 || len(list) > maxActors {
		return nil, false
	}
	var out []string
	for _, v := range list {
		one := proposal{Value: v}
		s, ok := one.name()
		if !ok {
			return nil, false
		}
		out = append(out, s)
	}
	return out, true
}

// number is a value that is a whole number, or a string of one.
func (p *proposal) number() (int, bool) {
	raw := strings.Trim(string(p.Value), `"`)
	var f float64
	if json.Unmarshal([]byte(raw), &f) != nil || f != math.Trunc(f) || f < 0 || f > 1e9 {
		return 0, false
	}
	return int(f), true
}
