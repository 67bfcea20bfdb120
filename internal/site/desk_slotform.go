package site

import (
	"fmt"
	"slices"

	"isnad"
)

// slotForm is a form about the slots of one claim, with what the names in it may
// mean.
type slotForm struct {
	Prefix     string // of the names of its fields
	Action     string // where it is sent
	F          fields
	Wrong      slotErrors
	Meanwhile  map[string]string // what slots became while somebody typed
	Base       string
	AskedPlace string // name whose meanings are shown
	Places     []meaning
	Parties    []partyRow
	Counts     []countRow
	Claimants  []meaning
	FindSource string
	Few        bool // only the slots that the parts of a split differ in
	Part       int
	Sure       map[string]string // how sure the machine is of slots that it doubts
}

type partyRow struct {
	N        int
	Name     string
	Meanings []meaning
}

type countRow struct {
	N                                           int
	Figure, Was, Outcome, Category, Scope, Part string
	Words                                       string // as the text has it
}

// Field is one input of a form with what is said about it.
type Field struct {
	ID, Name, Label, Hint, Value, Wrong, Meanwhile, Sure string
	Slot                                                 string
}

// Field prepares the input of a slot.
func (f *slotForm) Field(name, label, hint string) Field {
	slot := slotOf(name)
	x := Field{ID: f.Prefix + name, Name: f.Prefix + name, Label: label, Hint: hint, Value: f.F[name], Slot: slot}
	if name == "from" || name == "place-name" || slot == name { // what is said of a slot stands at its first field
		x.Wrong, x.Meanwhile, x.Sure = f.Wrong[slot], f.Meanwhile[slot], f.Sure[slot]
	}
	return x
}

// Get is the text of a field.
func (f *slotForm) Get(name string) string { return f.F[name] }

// More tells whether something of the slots that are folded away wants a look.
func (f *slotForm) More() bool {
	for _, slot := range []string{"stage", "polarity", "background", "targets", "weapon", "counts", "victims", "via", "casualties"} {
		if f.Wrong[slot] != "" || f.Meanwhile[slot] != "" {
			return true
		}
	}
	return false
}

// selectField is a list to choose from.
type selectField struct {
	Field   Field
	Options []meaning
}

// Select prepares the list of a slot to choose from.
func (f *slotForm) Select(name, label string) selectField {
	x := selectField{Field: f.Field(name, label, "")}
	add := func(id, name string) { x.Options = append(x.Options, meaning{ID: id, Name: name}) }
	switch name {
	case "event":
		for _, e := range isnad.Events() {
			add(string(e), eventWords(e))
		}
	case "stage":
		for _, v := range []isnad.Stage{isnad.StageAccomplished, isnad.StageAttempted, isnad.StageThreatened, isnad.StageFoiled} {
			add(string(v), string(v))
		}
	case "polarity":
		add(string(isnad.Affirmed), "affirmed: it happened")
		add(string(isnad.Denied), "denied: it did not")
	case "stance":
		for _, v := range []isnad.Stance{isnad.StanceAsserted, isnad.StanceHedged, isnad.StanceDenied, isnad.StanceSelfClaimed} {
			add(string(v), stanceWords(v))
		}
	case "place-precision":
		for i, words := range []string{"not known", "the named place itself", "within some 25 km of it", "somewhere in the district", "somewhere in the province",
			"wider, or between places", "somewhere in the country", "on the water or in the air"} {
			add(fmt.Sprint(i), words)
		}
	}
	if v := f.F[name]; !slices.ContainsFunc(x.Options, func(m meaning) bool { return m.ID == v }) { // a value of old data, or none
		x.Options = append([]meaning{{ID: v, Name: first(plainText(v), "not said")}}, x.Options...)
	}
	return x
}

// chooseField is a group of things that a name may mean.
type chooseField struct {
	ID   string
	List []meaning
}

// Choose prepares a group of things to choose from.
func (f *slotForm) Choose(name string, list []meaning) chooseField {
	return chooseField{f.Prefix + name, list}
}

// Outcomes, Categories, Scopes and Groups are what the rows of counts offer.
func (f *slotForm) Outcomes() (out []meaning) {
	for _, o := range outcomes {
		out = append(out, meaning{ID: string(o), Name: outcomeWords(o)})
	}
	return out
}

func (f *slotForm) Categories() []meaning {
	return append([]meaning{{ID: string(isnad.CategoryAll), Name: "people"}}, f.Groups()...)
}

func (f *slotForm) Scopes() []meaning {
	return []meaning{{ID: string(isnad.ScopeIncident), Name: "this incident"}, {ID: string(isnad.ScopeRunning), Name: "a running toll"}, {ID: string(isnad.ScopePeriod), Name: "a longer time"}}
}

func (f *slotForm) Groups() (out []meaning) {
	for _, c := range categories {
		out = append(out, meaning{ID: string(c), Name: categoryWords(c)})
	}
	return out
}
