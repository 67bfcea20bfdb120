package isnad

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"unicode/utf8"
)

// Edit is slots of a claim as a person set them: values by the JSON names of the
// fields of [Claim]. null empties a slot.
type Edit map[string]json.RawMessage

// slots are the fields of a claim that a person may set, by their JSON names.
// Where the claim stands is not among them: the passage is what was decided about.
func (c *Claim) slots() map[string]any {
	return map[string]any{
		"event": &c.Event, "stage": &c.Stage, "polarity": &c.Polarity, "when": &c.When, "place": &c.Place,
		"actors": &c.Actors, "targets": &c.Targets, "counts": &c.Counts, "killed": &c.Killed, "injured": &c.Injured,
		"casualties": &c.Casualties, "victims": &c.Victims, "weapon": &c.Weapon, "attribution": &c.Attribution,
		"claimant": &c.Claimant, "via": &c.Via, "stance": &c.Stance, "background": &c.Background,
	}
}

// EditSlots lists the slots that an Edit may set.
func EditSlots() []string { return slices.Sorted(maps.Keys(new(Claim).slots())) }

// Slots lists what e sets.
func (e Edit) Slots() []string { return slices.Sorted(maps.Keys(e)) }

// EditOf is what a person changed of before to make after of it; only slots count.
func EditOf(before, after *Claim) (Edit, error) {
	e := Edit{}
	was := before.slots()
	for name, value := range after.slots() {
		a, err := json.Marshal(was[name])
		if err != nil {
			return nil, fmt.Errorf("slot %s: %w", name, err)
		}
		b, err := json.Marshal(value)
		if err != nil {
			return nil, fmt.Errorf("slot %s: %w", name, err)
		}
		if !bytes.Equal(a, b) {
			e[name] = b
		}
	}
	return e, nil
}

// Apply sets the slots of c. Nothing is changed when it fails: a slot that there
// is not, a value of the wrong type, a claim that makes no sense.
func (e Edit) Apply(c *Claim) error {
	out := *c
	slots := out.slots()
	for _, name := range e.Slots() {
		slot, ok := slots[name]
		if !ok {
			return fmt.Errorf("a claim has no slot %.40q that a person may set", name)
		}
		// What was there is of the claim before, which must not change with this one.
		fresh := new(Claim).slots()[name]
		d := json.NewDecoder(bytes.NewReader(e[name]))
		d.DisallowUnknownFields()
		if err := d.Decode(fresh); err != nil {
			return fmt.Errorf("slot %s: %w", name, err)
		}
		set(slot, fresh)
		if _, ok := out.Filled[name]; ok { // it is the person's now
			out.Filled = maps.Clone(out.Filled)
			delete(out.Filled, name)
		}
	}
	if len(out.Filled) == 0 {
		out.Filled = nil
	}
	if err := out.sensible(); err != nil {
		return err
	}
	*c = out
	return nil
}

// set copies one slot; both are of the same type.
func set(slot, value any) {
	switch s := slot.(type) {
	case *Event:
		*s = *value.(*Event)
	case *Stage:
		*s = *value.(*Stage)
	case *Polarity:
		*s = *value.(*Polarity)
	case *Period:
		*s = *value.(*Period)
	case *Where:
		*s = *value.(*Where)
	case *[]Actor:
		*s = *value.(*[]Actor)
	case *[]string:
		*s = *value.(*[]string)
	case *[]Count:
		*s = *value.(*[]Count)
	case **Range:
		*s = *value.(**Range)
	case *map[Category]int:
		*s = *value.(*map[Category]int)
	case *string:
		*s = *value.(*string)
	case *Stance:
		*s = *value.(*Stance)
	case *bool:
		*s = *value.(*bool)
	}
}

const (
	maxPeople = 100_000_000 // no count of people is higher
	maxNames  = 200         // of one slot
	maxWords  = 2000        // bytes of one name or phrase
)

// sensible tells what keeps a claim that a person set from being one.
func (c *Claim) sensible() error {
	switch {
	case !slices.Contains(Events(), c.Event):
		return fmt.Errorf("%.40q is no kind of incident", c.Event)
	case !slices.Contains([]Stage{"", StageAccomplished, StageAttempted, StageThreatened, StageFoiled}, c.Stage):
		return fmt.Errorf("%.40q is no stage", c.Stage)
	case !slices.Contains([]Polarity{"", Affirmed, Denied}, c.Polarity):
		return fmt.Errorf("%.40q is no polarity", c.Polarity)
	case !slices.Contains([]Stance{"", StanceAsserted, StanceHedged, StanceDenied, StanceSelfClaimed}, c.Stance):
		return fmt.Errorf("%.40q is no stance", c.Stance)
	case c.When.To.Before(c.When.From) && !c.When.To.IsZero() || c.When.From.IsZero() && !c.When.To.IsZero():
		return errors.New("the time ends before it begins")
	case c.When.Precision < DateUnknown || c.When.Precision > DateYear:
		return fmt.Errorf("%d is no precision of a date", c.When.Precision)
	case c.Place.Precision < PlaceUnknown || c.Place.Precision > PlaceOpen:
		return fmt.Errorf("%d is no precision of a place", c.Place.Precision)
	case (c.Place.Lat == nil) != (c.Place.Lon == nil):
		return errors.New("a place has both a latitude and a longitude or neither")
	case c.Place.Lat != nil && !(math.Abs(*c.Place.Lat) <= 90 && math.Abs(*c.Place.Lon) <= 180):
		return errors.New("the place lies outside the globe")
	case c.Place.Lat != nil && !c.Place.Precision.Drawable():
		return errors.New("a place as wide as a province has no coordinates")
	}
	for what, r := range map[string]*Range{"killed": c.Killed, "injured": c.Injured, "casualties": c.Casualties} {
		if r != nil && !inOrder(r.Min, r.Max) {
			return fmt.Errorf("slot %s: its bounds are no range of people", what)
		}
	}
	if len(c.Counts) > maxNames || len(c.Victims) > maxNames {
		return fmt.Errorf("a claim holds at most %d counts: %w", maxNames, ErrTooLarge)
	}
	for _, n := range c.Counts {
		if !inOrder(n.Min, n.Max) || n.SubsetOf != nil && (*n.SubsetOf < 0 || *n.SubsetOf >= len(c.Counts)) {
			return errors.New("slot counts: a count is no range of people, or part of one that is not there")
		}
	}
	for _, n := range c.Victims {
		if n < 0 || n > maxPeople {
			return errors.New("slot victims: no number of people")
		}
	}
	return c.sensibleWords()
}

func (c *Claim) sensibleWords() error {
	words := []string{c.Weapon, c.Claimant, c.Place.ID, c.Place.Name, c.Place.At, c.Place.Country, c.Place.Province, c.Place.District, c.When.Words, string(c.When.Basis)}
	lists := [][]string{c.Targets, c.Attribution, c.Via, c.Place.Within}
	for _, a := range c.Actors {
		words = append(words, a.ID, a.Name)
	}
	for _, n := range c.Counts {
		words = append(words, n.Words, string(n.Outcome), string(n.Category), string(n.Qualifier), string(n.Scope))
	}
	for k := range c.Victims {
		words = append(words, string(k))
	}
	for _, l := range lists {
		if len(l) > maxNames {
			return fmt.Errorf("a slot holds at most %d names: %w", maxNames, ErrTooLarge)
		}
		words = append(words, l...)
	}
	if len(c.Actors) > maxNames {
		return fmt.Errorf("a slot holds at most %d names: %w", maxNames, ErrTooLarge)
	}
	for _, w := range words {
		if len(w) > maxWords {
			return fmt.Errorf("a name or phrase is longer than %d bytes: %w", maxWords, ErrTooLarge)
		}
		if !utf8.ValidString(w) {
			return errors.New("a name or phrase is not UTF-8")
		}
	}
	return nil
}

// inOrder tells whether the bounds are of a number of people.
func inOrder(low, high *int) bool {
	return (low == nil || *low >= 0 && *low <= maxPeople) && (high == nil || *high >= 0 && *high <= maxPeople) &&
		(low == nil || high == nil || *low <= *high)
}
