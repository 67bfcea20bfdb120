package reconcile

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/names"
)

// title is what a person would call the incident: its kind and where, never who
// did it.
func title(e isnad.Event, w *isnad.Where) string {
	what, at := heading(e)
	place := placeWords(w)
	if place == "" {
		return what
	}
	if w.Precision >= isnad.PlaceDistrict && (at == "on" || at == "of") {
		at = "in"
	}
	switch {
	case leadsItself(w.Name):
		return what + " " + place
	case at == "in" && isSpot(w.Name):
		at = "at"
	}
	return what + " " + at + " " + place
}

// leadsItself tells whether the name of a place begins with its own word of place: "north of
// Hama", "near Qara", "between Homs and Qara".
func leadsItself(name string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(strings.TrimSpace(name)), " ")
	switch first {
	case "near", "outside", "between", "around", "along", "inside", "behind", "opposite", "beside", "off", "close":
		return rest != ""
	case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west":
		return strings.HasPrefix(rest, "of ")
	}
	return false
}

// isSpot tells whether the name of a place is of a spot that one is at rather than in:
// "Sabha airport", "northern entrance of Qara".
func isSpot(name string) bool {
	name = strings.ToLower(name)
	for _, in := range []string{" in ", " of ", " near ", " on "} {
		name, _, _ = strings.Cut(name, in)
	}
	switch name[strings.LastIndexByte(name, ' ')+1:] {
	case "airport", "airbase", "base", "airfield", "checkpoint", "entrance", "gate", "crossing", "junction", "roundabout", "intersection", "station", "post", "outpost", "port", "dam", "bridge":
		return true
	}
	return false
}

func heading(e isnad.Event) (what, at string) {
	switch e {
	case isnad.EventAirStrike:
		return "Air strike", "on"
	case isnad.EventDroneStrike:
		return "Drone strike", "on"
	case isnad.EventShelling:
		return "Shelling", "of"
	case isnad.EventBombing:
		return "Bombing", "in"
	case isnad.EventSuicideBombing:
		return "Suicide bombing", "in"
	case isnad.EventLandmine:
		return "Landmine explosion", "in"
	case isnad.EventExplosion:
		return "Explosion", "in"
	case isnad.EventChemicalAttack:
		return "Chemical attack", "on"
	case isnad.EventShooting:
		return "Shooting", "in"
	case isnad.EventKilling:
		return "Killing", "in"
	case isnad.EventClash:
		return "Clash", "in"
	case isnad.EventTerritoryChange:
		return "Change of control", "in"
	case isnad.EventAbduction:
		return "Abduction", "in"
	case isnad.EventDetention:
		return "Detention", "in"
	case isnad.EventIllTreatment:
		return "Ill-treatment", "in"
	case isnad.EventSexualViolence:
		return "Sexual violence", "in"
	case isnad.EventDisplacement:
		return "Displacement", "from"
	case isnad.EventObstruction:
		return "Obstruction", "in"
	case isnad.EventPropertyDestruction:
		return "Destruction of property", "in"
	case isnad.EventProtestViolence:
		return "Violence at a protest", "in"
	case isnad.EventRemainsFound:
		return "Remains found", "in"
	case isnad.EventAttack:
		return "Attack", "on"
	}
	return "Incident", "in"
}

// placeWords are the place as written and the narrowest listed or wider name
// that adds something: "al-Tawahin, Deir ez-Zor".
func placeWords(w *isnad.Where) string {
	name := tidy(w.Name)
	if name == "" {
		return tidy(w.At)
	}
	have := names.Canon(name)
	for _, wider := range append([]string{w.At}, w.Within...) {
		wider = tidy(wider)
		f := names.Canon(wider)
		if f == "" || strings.Contains(" "+have+" ", " "+f+" ") || sameName(placeName(name), placeName(wider), names.Key(placeName(name)), names.Key(placeName(wider))) {
			if wider == tidy(w.At) && f != "" { // the name is the listed place itself
				if w.Precision == isnad.PlaceExact {
					break
				}
			}
			continue
		}
		if wider == tidy(w.At) && w.Precision >= isnad.PlaceCountry && len(placeName(name)) > 0 && len(w.Within) > 0 {
			continue
		}
		return name + ", " + wider
	}
	return name
}

// tidy makes a name fit for one line: no control characters, single spaces, at
// most some 80 letters.
func tidy(s string) string {
	var b strings.Builder
	n, gap := 0, false
	for _, r := range s {
		switch {
		case r == utf8.RuneError || unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control):
			continue
		case unicode.IsSpace(r):
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
		if n++; n == 80 {
			b.WriteRune('…')
			break
		}
	}
	return b.String()
}
