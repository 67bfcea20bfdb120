package site

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"isnad"
)

// fields are the slots of a claim as a form has them: text by the name of the
// input. A group of fields makes up one slot; see slotOf.
type fields map[string]string

// Bounds of a form about one claim.
const (
	maxField = 4000 // bytes of one field
	maxRows  = 200  // of parties and counts
	blank    = 2    // rows to add one more
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
	return strings.TrimSpace(strings.ToValidUTF8(s, "�"))
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

// slotErrors are what keeps slots from being set, by slot.
type slotErrors map[string]string

// auto is the claimant that follows from who says so: the first of them, else
// the outlet.
func (s *site) auto(attribution []string, outlet string) string {
	if len(attribution) > 0 && s.o.Desk.Books != nil {
		if x := s.o.Desk.Books.SourceOf(attribution[0]); x.ID != "" {
			return x.ID
		}
	}
	return outlet
}

// setSlots sets those slots of a claim that were typed otherwise than they are
// and leaves all others alone.
func (s *site) setSlots(ctx context.Context, c *isnad.Claim, now, typed fields, outlet string) (out isnad.Claim, wrong slotErrors, err error) {
	out, wrong = *c, slotErrors{}
	for _, slot := range slotOrder {
		if !typed.touched(now, slot) {
			continue
		}
		if why := s.setSlot(&out, c, slot, now, typed); why != "" {
			wrong[slot] = why
		}
	}
	if typed.touched(now, "claimant") || typed.touched(now, "attribution") {
		switch id := typed["claimant"]; {
		case id == "auto", id == "", id == now["claimant"]:
			out.Claimant = s.auto(out.Attribution, outlet)
		default:
			_, known, err := s.sourceByID(ctx, id)
			if err != nil {
				return out, nil, err
			}
			if !known {
				wrong["claimant"] = "that source is not known here; choose one of those shown"
			}
			out.Claimant = id
		}
	}
	if len(wrong) == 0 && !typed.touched(now, "counts") {
		followFigures(c, &out, typed.touched(now, "victims"))
	}
	return out, wrong, nil
}

// setSlot reads one slot; it returns why it cannot.
func (s *site) setSlot(out, was *isnad.Claim, slot string, now, f fields) string {
	var err error
	switch slot {
	case "event":
		out.Event = isnad.Event(f["event"])
		if !slices.Contains(isnad.Events(), out.Event) {
			return "choose a kind"
		}
	case "stage":
		out.Stage = isnad.Stage(f["stage"])
	case "polarity":
		out.Polarity = isnad.Polarity(f["polarity"])
	case "stance":
		out.Stance = isnad.Stance(f["stance"])
	case "background":
		out.Background = f["background"] != ""
	case "when":
		return setWhen(out, f)
	case "place":
		return s.setPlace(out, now, f)
	case "killed":
		out.Killed, err = readFigure(f["killed"])
	case "injured":
		out.Injured, err = readFigure(f["injured"])
	case "casualties":
		out.Casualties, err = readFigure(f["casualties"])
	case "targets":
		out.Targets = cutLines(f["targets"])
	case "attribution":
		out.Attribution = cutLines(f["attribution"])
	case "via":
		out.Via = cutLines(f["via"])
	case "weapon":
		out.Weapon = f["weapon"]
	case "actors":
		return s.setActors(out, was, now, f)
	case "counts":
		return setCounts(out, was, now, f)
	case "victims":
		return setVictims(out, f)
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// cutLines is one thing a line.
func cutLines(s string) []string {
	out := []string{}
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func setWhen(c *isnad.Claim, f fields) string {
	if f["from"] == "" {
		if f["to"] != "" {
			return "a last day needs a first one"
		}
		c.When = isnad.Period{}
		return ""
	}
	from, err := isnad.ParseDay(f["from"])
	if err != nil {
		return "write the first day like 2024-03-05"
	}
	to := from
	if f["to"] != "" {
		if to, err = isnad.ParseDay(f["to"]); err != nil {
			return "write the last day like 2024-03-06"
		}
	}
	if to.Before(from) {
		return "the last day comes before the first"
	}
	if to.Sub(from) > 366 {
		return "an incident lies within a year"
	}
	// The words stay those of the text; what they were resolved by no longer counts.
	c.When = isnad.Period{From: from, To: to, Precision: isnad.PrecisionOf(from, to), Words: c.When.Words}
	return ""
}

func (s *site) setPlace(c *isnad.Claim, now, f fields) string {
	var within []string
	for w := range strings.FieldsFuncSeq(f["place-within"], func(r rune) bool { return r == ',' || r == '،' }) {
		if w = strings.TrimSpace(w); w != "" {
			within = append(within, w)
		}
	}
	id, name := f["place-id"], f["place-name"]
	if id != now["place-id"] && name != now["place-name"] && f["place-within"] == now["place-within"] {
		within = nil // it lies within other places than the one before
	}
	if id != now["place-id"] {
		c.Place = isnad.Where{Name: name, Within: within}
		if id != "" && s.o.Desk.Books != nil {
			p, ok := s.o.Desk.Books.Place(id)
			if !ok {
				return "that place is not in the gazetteer; choose one of those shown"
			}
			c.Place = whereAt(p, name, within)
		} else if id != "" {
			return "there is no gazetteer here"
		}
	}
	c.Place.Name, c.Place.Within = first(name, c.Place.At), within
	if f["place-precision"] == now["place-precision"] {
		return ""
	}
	n, err := strconv.Atoi(f["place-precision"])
	if err != nil || n < int(isnad.PlaceUnknown) || n > int(isnad.PlaceOpen) {
		return "choose how closely the place is known"
	}
	c.Place.Precision = isnad.PlacePrecision(n)
	if !c.Place.Precision.Drawable() {
		c.Place.Lat, c.Place.Lon = nil, nil
	} else if c.Place.Lat == nil && c.Place.ID != "" && s.o.Desk.Books != nil {
		if p, ok := s.o.Desk.Books.Place(c.Place.ID); ok {
			c.Place = pointed(c.Place, p)
		}
	}
	return ""
}

func (s *site) setActors(out, was *isnad.Claim, now, f fields) string {
	out.Actors = []isnad.Actor{}
	for _, i := range f.rows("a", "name") {
		p := fmt.Sprintf("a%d-", i)
		name, id := f[p+"name"], f[p+"id"]
		if name == "" {
			continue
		}
		a := isnad.Actor{Name: strings.Join(strings.Fields(name), " ")}
		follows := id == "" || id == "auto" || id == now[p+"id"] && name != now[p+"name"] // another name, so another party
		switch {
		case follows:
			if s.o.Desk.Books != nil {
				if known := s.o.Desk.Books.Parties(name, out.Place.Country); len(known) > 0 {
					a.ID = known[0].ID
				}
			}
		case id == "none":
		case i < len(was.Actors) && was.Actors[i].ID == id:
			a.ID = id
		default:
			if s.o.Desk.Books == nil {
				return "there is no book of parties here"
			}
			if _, ok := s.o.Desk.Books.Party(id); !ok {
				return "that party is not known; choose one of those shown"
			}
			a.ID = id
		}
		out.Actors = append(out.Actors, a)
	}
	return ""
}

func setVictims(c *isnad.Claim, f fields) string {
	c.Victims = map[isnad.Category]int{}
	for k, v := range f.slot("victims") {
		n, err := strconv.Atoi(v)
		category := isnad.Category(strings.TrimPrefix(k, "victims-"))
		if err != nil || n < 0 || n > maxFigure {
			return "write whole numbers"
		}
		if !slices.Contains(categories, category) && category != isnad.CategoryAll {
			return "there is no such group of people"
		}
		c.Victims[category] = n
	}
	return ""
}
