package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
)

// fields are the slots of a claim as a form has them: text by the name of the
// input. A group of fields makes up one slot; see slotOf.
type fields map[string]string

// Bounds of a form about one claim.
const (
	maxField = 16_000 // bytes of one field; forms take 4,000 letters
	maxRows  = 200    // of parties and counts
	blank    = 2      // rows to add one more
)

// slotOf is the slot that a field belongs to, "" for none.
func slotOf(field string) string {
	name, _, dashed := strings.Cut(field, "-")
	switch {
	case field == "from" || field == "to":
		return "when"
	case !dashed:
		if slices.Contains(slotOrder, field) {
			return field
		}
	case name == "place":
		return "place"
	case name == "victims":
		return "victims"
	case len(name) > 1 && strings.Trim(name[1:], "0123456789") == "":
		switch name[0] {
		case 'a':
			return "actors"
		case 'c':
			return "counts"
		}
	}
	return ""
}

// slot is the fields of one slot, those that are empty left out.
func (f fields) slot(name string) fields {
	out := fields{}
	for k, v := range f {
		if v != "" && slotOf(k) == name {
			out[k] = v
		}
	}
	return out
}

// touched tells whether the fields of a slot are others than in g.
func (f fields) touched(g fields, slot string) bool { return !maps.Equal(f.slot(slot), g.slot(slot)) }

// fieldsOf is a claim as the form shows it. auto is the claimant that follows
// from who says so.
func fieldsOf(c *isnad.Claim, auto string) fields {
	f := fields{
		"event": string(c.Event), "stage": string(c.Stage), "polarity": string(c.Polarity), "stance": string(c.Stance),
		"from": c.When.From.String(), "place-name": c.Place.Name, "place-within": strings.Join(c.Place.Within, ", "),
		"place-id": c.Place.ID, "place-precision": strconv.Itoa(int(c.Place.Precision)),
		"killed": claimedWords(c.Killed), "injured": claimedWords(c.Injured), "casualties": claimedWords(c.Casualties),
		"targets": lines(c.Targets), "weapon": c.Weapon, "attribution": lines(c.Attribution), "via": lines(c.Via), "claimant": c.Claimant,
	}
	if c.When.To != c.When.From {
		f["to"] = c.When.To.String()
	}
	if c.Background {
		f["background"] = "yes"
	}
	if c.Claimant == auto {
		f["claimant"] = "auto"
	}
	for i, a := range c.Actors[:min(len(c.Actors), maxRows)] {
		f[fmt.Sprintf("a%d-name", i)], f[fmt.Sprintf("a%d-id", i)] = a.Name, first(a.ID, "none")
	}
	for i, n := range c.Counts[:min(len(c.Counts), maxRows)] {
		p := fmt.Sprintf("c%d-", i)
		f[p+"figure"], f[p+"outcome"], f[p+"category"], f[p+"scope"] = first(claimedWords(&isnad.Range{Min: n.Min, Max: n.Max, Approx: n.Qualifier == isnad.About}), "?"), string(n.Outcome), string(n.Category), string(n.Scope)
		f[p+"was"] = strconv.Itoa(i)
		if n.SubsetOf != nil {
			f[p+"part"] = strconv.Itoa(*n.SubsetOf)
		}
	}
	for k, n := range c.Victims {
		f["victims-"+string(k)] = strconv.Itoa(n)
	}
	for k, v := range f {
		f[k] = typedField(k, v)
	}
	return f
}

// typedField is the text of a field as a browser sends it back: inputs of one
// line have no line breaks.
func typedField(field, s string) string {
	if s = typedText(s); field == "targets" || field == "attribution" || field == "via" {
		return s
	}
	return strings.ReplaceAll(s, "\n", "")
}

func lines(list []string) string { return strings.Join(list, "\n") }

// typedText is text as a browser sends it back.
func typedText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	return strings.TrimSpace(readable(s))
}

// readable is what was typed without what nobody types: bytes that are no UTF-8,
// and control characters, which databases refuse and XML cannot hold.
func readable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
}

// cleanForm makes all that was typed into a form readable. Passwords are never
// shown or kept, and stay as they are.
func cleanForm(v url.Values) {
	for name, values := range v {
		if name == "password" || name == "present" || name == "again" {
			continue
		}
		for i := range values {
			values[i] = readable(values[i])
		}
	}
}

// typedFields reads the fields whose names begin with prefix out of a form.
func typedFields(v url.Values, prefix string) (fields, error) {
	f := fields{}
	for name, values := range v {
		field, ok := strings.CutPrefix(name, prefix)
		if !ok || slotOf(field) == "" {
			continue
		}
		if len(values) != 1 || len(values[0]) > maxField || len(f) > 6*maxRows || !utf8.ValidString(name) {
			return nil, fmt.Errorf("field %.40q: %w", name, isnad.ErrTooLarge)
		}
		f[field] = typedField(field, strings.ReplaceAll(values[0], "\x00", ""))
	}
	whole := maps.Clone(f)
	maps.DeleteFunc(f, func(field, _ string) bool { // what stands in rows that are not filled in was chosen by nobody
		row, _, _ := strings.Cut(field, "-")
		switch slotOf(field) {
		case "actors":
			return whole[row+"-name"] == ""
		case "counts":
			return whole[row+"-figure"] == ""
		}
		return false
	})
	return f, nil
}

// base is what a form began with, which it sends along so that what another
// person did meanwhile can be told from what this one typed.
func (f fields) base() string {
	b, err := json.Marshal(f)
	if err != nil {
		return "" // unreachable: text only
	}
	return string(b)
}

func baseFields(s string) fields {
	f := fields{}
	if len(s) > 200_000 || json.Unmarshal([]byte(s), &f) != nil {
		return nil
	}
	return f
}

// onto puts what was typed since base onto the claim as it is now, and names the
// slots that both changed.
func (f fields) onto(base, now fields) (out fields, both []string) {
	out = fields{}
	for _, slot := range slotOrder {
		from := now
		if base == nil || f.touched(base, slot) {
			from = f
			if f.touched(now, slot) && (base == nil || now.touched(base, slot)) {
				both = append(both, slot)
			}
		}
		maps.Copy(out, from.slot(slot))
	}
	return out, both
}

// rows is how many rows of a prefix are filled, and some to add more.
func (f fields) rows(letter, field string) []int {
	n := 0
	for i := range maxRows {
		if f[fmt.Sprintf("%s%d-%s", letter, i, field)] != "" {
			n = i + 1
		}
	}
	out := make([]int, min(n+blank, maxRows))
	for i := range out {
		out[i] = i
	}
	return out
}
