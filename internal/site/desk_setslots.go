package site

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"isnad"
)

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
		c.Place = isnad.Where{Name: name, Within: within, Country: c.Place.Country} // without a point, in the same country
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
