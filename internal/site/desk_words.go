package site

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/bidi"

	"isnad"
)

// actWords is what a person did, after their name: "accepted the claim".
func actWords(a isnad.Act) string {
	switch a.Kind {
	case isnad.ActAcceptClaim:
		return "accepted the claim"
	case isnad.ActEditClaim:
		return "edited the claim"
	case isnad.ActRejectClaim:
		return "rejected the claim"
	case isnad.ActSplitClaim:
		return "split the claim into " + strconv.Itoa(len(a.Parts))
	case isnad.ActConfirmIncident:
		return "confirmed the incident"
	case isnad.ActSplitIncident:
		return "split " + plural(len(a.Moved), "claim", "claims") + " off the incident"
	case isnad.ActMergeIncidents:
		return "merged the incident into another"
	case isnad.ActMoveClaims:
		return "moved " + plural(len(a.Moved), "claim", "claims") + " into the incident"
	case isnad.ActGradeIncident:
		return gradedWords(a)
	case isnad.ActRelateIncidents:
		return "linked the incident to another, as related and not the same"
	case isnad.ActSecond:
		return "said the same"
	case isnad.ActUndo:
		return "took it back"
	}
	return string(a.Kind)
}

func gradedWords(a isnad.Act) string {
	var out []string
	if a.Grading != "" {
		out = append(out, "graded the incident "+strings.ToLower(gradingWords(a.Grading)))
	}
	if a.Status != "" {
		out = append(out, "set its strike status to "+strings.ToLower(statusWords(a.Status)))
	}
	return strings.Join(out, " and ")
}

// actKindWords names a kind of act in a list to choose from.
func actKindWords(k isnad.ActKind) string {
	switch k {
	case isnad.ActAcceptClaim:
		return "Claim accepted"
	case isnad.ActEditClaim:
		return "Claim edited"
	case isnad.ActRejectClaim:
		return "Claim rejected"
	case isnad.ActSplitClaim:
		return "Claim split"
	case isnad.ActConfirmIncident:
		return "Incident confirmed"
	case isnad.ActSplitIncident:
		return "Incident split"
	case isnad.ActMergeIncidents:
		return "Incidents merged"
	case isnad.ActMoveClaims:
		return "Claims moved"
	case isnad.ActGradeIncident:
		return "Incident graded"
	case isnad.ActRelateIncidents:
		return "Incidents linked"
	case isnad.ActSecond:
		return "Second pair of eyes"
	case isnad.ActUndo:
		return "Taken back"
	}
	return string(k)
}

// slotOrder is the slots of a claim in the order people read them.
var slotOrder = []string{"event", "stage", "polarity", "when", "place", "killed", "injured", "casualties", "counts", "victims",
	"actors", "targets", "weapon", "attribution", "claimant", "via", "stance", "background"}

// slotNames are the names of slots for people.
var slotNames = map[string]string{"event": "Kind", "stage": "Stage", "polarity": "Affirmed or denied", "when": "When", "place": "Where",
	"killed": "Killed", "injured": "Injured", "casualties": "Killed or injured", "counts": "Single counts", "victims": "Of them",
	"actors": "Parties named", "targets": "Targets", "weapon": "Weapon", "attribution": "Who says so", "claimant": "Claimant",
	"via": "Through", "stance": "Stance", "background": "Recalled from earlier"}

// slotWords writes the value of one slot of a claim on one line; empty where it
// holds nothing.
func (s *site) slotWords(c *isnad.Claim, slot string) string {
	switch slot {
	case "event":
		return eventWords(c.Event)
	case "stage":
		if c.Stage == "" {
			return ""
		}
		return string(c.Stage)
	case "polarity":
		return string(c.Polarity)
	case "when":
		if c.When.IsZero() {
			return ""
		}
		return whenWords(c.When)
	case "place":
		if c.Place.IsZero() && c.Place.Country == "" {
			return ""
		}
		return s.whereIsolated(c.Place)
	case "killed":
		return claimedWords(c.Killed)
	case "injured":
		return claimedWords(c.Injured)
	case "casualties":
		return claimedWords(c.Casualties)
	case "counts":
		var out []string
		for _, n := range c.Counts {
			out = append(out, countClose(n))
		}
		return strings.Join(out, "; ")
	case "victims":
		var out []string
		for _, k := range categories {
			if n, ok := c.Victims[k]; ok {
				out = append(out, strconv.Itoa(n)+" "+categoryWords(k))
			}
		}
		return strings.Join(out, ", ")
	case "actors":
		var out []string
		for _, a := range c.Actors {
			out = append(out, a.Name)
		}
		return strings.Join(out, ", ")
	case "targets":
		return strings.Join(c.Targets, ", ")
	case "weapon":
		return c.Weapon
	case "attribution":
		return strings.Join(c.Attribution, " ← ")
	case "claimant":
		return c.Claimant
	case "via":
		return strings.Join(c.Via, ", ")
	case "stance":
		return stanceWords(c.Stance)
	case "background":
		if c.Background {
			return "yes"
		}
		return ""
	}
	return ""
}

// isolate keeps the direction of a name from turning what stands around it.
func isolate(s string) string { return "\u2068" + s + "\u2069" }

// whereIsolated is whereWords with each name of a script that runs from right to left isolated, for names of several
// scripts side by side: the line itself runs as the page does, from the closest name to the widest.
func (s *site) whereIsolated(w isnad.Where) string {
	parts := strings.Split(s.whereWords(w), ", ")
	for i := range parts {
		if strings.ContainsFunc(parts[i], rightToLeft) {
			parts[i] = isolate(parts[i])
		}
	}
	return strings.Join(parts, ", ")
}

// rightToLeft tells whether a letter is of a script that runs from right to left.
func rightToLeft(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// countClose writes a count with its words: "17 killed (civilians) “17 civilians”".
func countClose(c isnad.Count) string {
	out := first(claimedWords(&isnad.Range{Min: c.Min, Max: c.Max}), "some") + " " + outcomeWords(c.Outcome)
	if w := categoryWords(c.Category); w != "" {
		out += " (" + w + ")"
	}
	if c.Words != "" {
		out += " “" + isolate(cut(80, c.Words)) + "”"
	}
	switch c.Scope {
	case isnad.ScopeRunning:
		out += ", a running toll"
	case isnad.ScopePeriod:
		out += ", over a longer time"
	}
	return out
}

// categories are who may be counted, in the order they are shown.
var categories = []isnad.Category{isnad.CategoryCivilians, isnad.CategoryChildren, isnad.CategoryWomen, isnad.CategoryMen, isnad.CategoryCombatants,
	isnad.CategoryMedics, isnad.CategoryJournalists, isnad.CategoryAidWorkers, isnad.CategoryUnknown}

// slotChange is one slot that an act set.
type slotChange struct {
	Slot     string
	Was, Now string
}

// changedBy tells which slots an edit set, from what to what.
func (s *site) changedBy(a *isnad.Act) []slotChange {
	if a.Kind != isnad.ActEditClaim || len(a.Claims) == 0 {
		return nil
	}
	return s.changes(&a.Claims[0], a.Edit)
}

// partsOf tells what each part of a split claim has otherwise.
func (s *site) partsOf(a *isnad.Act) [][]slotChange {
	if a.Kind != isnad.ActSplitClaim || len(a.Claims) == 0 {
		return nil
	}
	var out [][]slotChange
	for _, e := range a.Parts {
		out = append(out, s.changes(&a.Claims[0], e))
	}
	return out
}

func (s *site) changes(before *isnad.Claim, e isnad.Edit) []slotChange {
	after := *before
	if err := e.Apply(&after); err != nil { // the act was checked when it was recorded
		return nil
	}
	var out []slotChange
	for _, slot := range slotOrder {
		if _, set := e[slot]; !set {
			continue
		}
		c := slotChange{slotNames[slot], s.slotWords(before, slot), s.slotWords(&after, slot)}
		if c.Was == c.Now { // what the words do not tell, such as the party that a name means
			c.Was, c.Now = s.slotClose(before, slot), s.slotClose(&after, slot)
		}
		out = append(out, c)
	}
	return out
}

// slotClose is slotWords with what is known behind the words.
func (s *site) slotClose(c *isnad.Claim, slot string) string {
	words := s.slotWords(c, slot)
	switch slot {
	case "place":
		return words + " (" + s.whereClose(c.Place) + ", " + first(c.Place.ID, "not in the gazetteer") + ")"
	case "actors":
		var out []string
		for _, a := range c.Actors {
			out = append(out, a.Name+" ("+first(a.ID, "no party known")+")")
		}
		return strings.Join(out, ", ")
	case "when":
		return words + " (" + first(c.When.Words, "no words") + ", " + first(string(c.When.Basis), "set by a person") + ")"
	}
	return words
}

// languageWords names a language in English.
func languageWords(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return cut(35, tag)
	}
	return first(display.English.Tags().Name(t), tag)
}

// languageSelf is a language in its own words.
func languageSelf(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return cut(35, tag)
	}
	return first(display.Self.Name(t), tag)
}
