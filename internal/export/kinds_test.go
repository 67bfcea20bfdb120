package export

import (
	"slices"
	"strings"
	"testing"

	"isnad"
)

func TestKindsCoverEveryEvent(t *testing.T) {
	var got []isnad.Event
	for _, k := range Kinds() {
		got = append(got, k.Event)
	}
	if !slices.Equal(got, isnad.Events()) {
		t.Errorf("%v", got)
	}
	if _, ok := KindOf("weather"); ok {
		t.Error("the weather is a kind")
	}
}

// Only names that the others have are used. The lists are theirs.
func TestKindsUseTheirNames(t *testing.T) {
	theirs := map[string][]string{
		"ACLED": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Chemical weapon", "Air/drone strike", "Suicide bomb",
			"Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade", "Sexual violence", "Attack", "Abduction/forced disappearance",
			"Peaceful protest", "Protest with intervention", "Excessive force against protesters", "Violent demonstration", "Mob violence", "Agreement", "Arrests",
			"Change to group/activity", "Disrupted weapons use", "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other"},
		"UCDP": {"1", "2", "3"},
		"PLOVER": {"ASSAULT", "ASSAULT/abduct", "ASSAULT/beat", "ASSAULT/torture", "ASSAULT/sexual", "ASSAULT/targeted", "ASSAULT/destroy", "ASSAULT/primitive",
			"ASSAULT/firearms", "ASSAULT/explosives", "ASSAULT/suicide-attack", "ASSAULT/aerial", "ASSAULT/drone", "ASSAULT/heavy-weapons", "ASSAULT/crowd-control",
			"ASSAULT/unconventional", "COERCE/seize", "COERCE/restrict", "COERCE/censor", "COERCE/curfew", "COERCE/martial-law", "COERCE/arrest", "COERCE/deport",
			"COERCE/withhold", "COERCE/misinformation", "COERCE/cyber", "PROTEST/demo", "PROTEST/riot", "PROTEST/strike", "PROTEST/hunger", "PROTEST/boycott", "PROTEST/obstruct"},
	}
	for _, k := range Kinds() {
		for who, names := range map[string][]Name{"ACLED": k.ACLED, "UCDP": k.UCDP, "PLOVER": k.PLOVER} {
			for n, name := range names {
				if !slices.Contains(theirs[who], name.Name) {
					t.Errorf("%s: %s has no %q", k.Event, who, name.Name)
				}
				if name.If == Always && n < len(names)-1 {
					t.Errorf("%s: nothing after %q can ever be picked", k.Event, name.Name)
				}
			}
		}
	}
}

func TestPick(t *testing.T) {
	shooting, _ := KindOf(isnad.EventShooting)
	clash, _ := KindOf(isnad.EventClash)
	for _, tt := range []struct {
		names []Name
		known []Condition
		want  string
	}{
		{shooting.ACLED, nil, ""}, // who was hit is not known, so no name is made up
		{shooting.ACLED, []Condition{CombatantsHarmed}, "Armed clash"},
		{shooting.ACLED, []Condition{CombatantsHarmed, CiviliansHarmed}, "Attack"},
		{shooting.UCDP, []Condition{CiviliansHarmed}, ""}, // harmed is not targeted
		{shooting.UCDP, []Condition{StateAndGroup, CiviliansHarmed}, "1"},
		{clash.ACLED, nil, "Armed clash"},
		{clash.ACLED, []Condition{GroupGains}, "Non-state actor overtakes territory"},
		{nil, []Condition{CiviliansHarmed}, ""},
	} {
		if got := Pick(tt.names, tt.known...); got != tt.want {
			t.Errorf("%v with %v: %q, want %q", tt.names, tt.known, got, tt.want)
		}
	}
}

// told is names as docs/kinds.md writes them.
func told(names []Name) string {
	if len(names) == 0 {
		return "–"
	}
	parts := make([]string, len(names))
	for n, name := range names {
		parts[n] = name.Name
		switch {
		case name.If != Always:
			parts[n] += " if " + string(name.If)
		case n > 0:
			parts[n] += " otherwise"
		}
	}
	return strings.Join(parts, "; ")
}

// docs/kinds.md is this table, row by row. Run with -update to print the rows.
func TestKindsDocs(t *testing.T) {
	text := section(t, "kinds.md", "## The table")
	var rows []string
	for l := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(l, "| `") {
			rows = append(rows, l)
		}
	}
	var want []string
	for _, k := range Kinds() {
		want = append(want, "| `"+string(k.Event)+"` | "+told(k.ACLED)+" | "+told(k.UCDP)+" | "+told(k.Airwars)+" | "+told(k.PLOVER)+" |")
	}
	if *update {
		t.Log("\n" + strings.Join(want, "\n"))
	}
	for n := range max(len(rows), len(want)) {
		if n >= len(rows) || n >= len(want) || rows[n] != want[n] {
			t.Fatalf("docs/kinds.md, row %d, is not the table of kinds.go", n+1)
		}
	}
}
