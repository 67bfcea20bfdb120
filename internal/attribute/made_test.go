package attribute_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The reports and annotations of testdata/made, as its README.md tells them.
type (
	madeReport struct {
		ID        string `json:"id"`
		Source    string `json:"source"`
		Published string `json:"published"`
		Title     string `json:"title"`
		Text      string `json:"text"`
	}
	madeGold struct {
		ID     string      `json:"id"`
		Claims []madeClaim `json:"claims"`
		Tolls  []madeToll  `json:"tolls"`
	}
	madeClaim struct {
		Incident string `json:"incident"`
		Event    string `json:"event"`
		Date     *struct {
			From string `json:"from"`
			To   string `json:"to"`
		} `json:"date"`
		Place *struct {
			Name    string   `json:"name"`
			Within  []string `json:"within"`
			Country *string  `json:"country"`
		} `json:"place"`
		Actors      []string       `json:"actors"`
		Targets     []string       `json:"targets"`
		Killed      *madeNumber    `json:"killed"`
		Injured     *madeNumber    `json:"injured"`
		Casualties  *madeNumber    `json:"casualties"`
		Victims     map[string]int `json:"victims"`
		Weapon      *string        `json:"weapon"`
		Attribution []string       `json:"attribution"`
		Via         []string       `json:"via"`
		Stance      string         `json:"stance"`
		Background  bool           `json:"background"`
		Quote       string         `json:"quote"`
	}
	madeNumber struct {
		Min    *int `json:"min"`
		Max    *int `json:"max"`
		Approx bool `json:"approx"`
	}
	madeToll struct {
		Killed      *int   `json:"killed"`
		Injured     *int   `json:"injured"`
		Period      string `json:"period"`
		Attribution string `json:"attribution"`
		Quote       string `json:"quote"`
	}
)

var (
	madeEvents = []string{"airstrike", "shelling", "shooting", "bombing", "landmine", "chemical", "clash", "execution",
		"abduction", "detention", "attack", "displacement", "obstruction", "destruction", "other"}
	madeStances = []string{"asserted", "hedged", "denied"}
	madeVictims = []string{"civilians", "children", "women", "combatants", "medics", "journalists"}
)

// TestMadeForm checks the form of the annotated reports, not what is read from
// them: an annotation whose quote or date is wrong would count right readings as
// wrong and nobody would see why.
func TestMadeForm(t *testing.T) {
	files, err := filepath.Glob("testdata/made/*.reports.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no annotated reports: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".reports.jsonl")
		t.Run(filepath.Base(name), func(t *testing.T) {
			reports := readLines[madeReport](t, file)
			golds := readLines[madeGold](t, name+".gold.jsonl")
			if len(reports) != len(golds) {
				t.Fatalf("%d reports, %d annotations", len(reports), len(golds))
			}
			seen := map[string]bool{}
			for i, r := range reports {
				if r.ID == "" || r.Source == "" || r.Title == "" || r.Text == "" || seen[r.ID] {
					t.Errorf("report %d (%q): a field is empty or its id came before", i+1, r.ID)
				}
				seen[r.ID] = true
				if golds[i].ID != r.ID {
					t.Errorf("annotation %d is of %q, report of %q", i+1, golds[i].ID, r.ID)
					continue
				}
				published, err := time.Parse("1/2/2006", r.Published)
				if err != nil {
					t.Errorf("%s: published: %v", r.ID, err)
				}
				for _, c := range golds[i].Claims {
					checkMadeClaim(t, r, c, published)
				}
				for _, toll := range golds[i].Tolls {
					checkMadeQuote(t, r, toll.Quote)
					if toll.Killed == nil && toll.Injured == nil || toll.Period == "" {
						t.Errorf("%s: a toll without figures or period: %q", r.ID, toll.Quote)
					}
				}
			}
		})
	}
}

func checkMadeClaim(t *testing.T, r madeReport, c madeClaim, published time.Time) {
	t.Helper()
	checkMadeQuote(t, r, c.Quote)
	if c.Incident == "" || !slices.Contains(madeEvents, c.Event) || !slices.Contains(madeStances, c.Stance) {
		t.Errorf("%s: incident %q, event %q, stance %q", r.ID, c.Incident, c.Event, c.Stance)
	}
	if c.Date != nil {
		from, err := time.Parse(time.DateOnly, c.Date.From)
		to, err2 := time.Parse(time.DateOnly, c.Date.To)
		if err != nil || err2 != nil || to.Before(from) || from.After(published) {
			t.Errorf("%s: %s: date %v, published %s", r.ID, c.Incident, *c.Date, r.Published)
		}
	}
	if c.Place != nil && (c.Place.Name == "" || c.Place.Within == nil || c.Place.Country != nil && len(*c.Place.Country) != 2) {
		t.Errorf("%s: %s: place %+v", r.ID, c.Incident, *c.Place)
	}
	for _, n := range []*madeNumber{c.Killed, c.Injured, c.Casualties} {
		if n == nil {
			continue
		}
		if n.Min == nil && n.Max == nil || n.Min != nil && *n.Min < 0 || n.Min != nil && n.Max != nil && *n.Max < *n.Min {
			t.Errorf("%s: %s: a number without sense", r.ID, c.Incident)
		}
	}
	for v, n := range c.Victims {
		if !slices.Contains(madeVictims, v) || n < 1 {
			t.Errorf("%s: %s: victims %s %d", r.ID, c.Incident, v, n)
		}
		if k := c.Killed; k != nil && k.Max != nil && *k.Max > 0 && n > *k.Max {
			t.Errorf("%s: %s: %d %s of %d killed", r.ID, c.Incident, n, v, *k.Max)
		}
	}
	for _, list := range [][]string{c.Actors, c.Targets, c.Attribution, c.Via} {
		if list == nil || slices.Contains(list, "") {
			t.Errorf("%s: %s: a list is missing or has an empty entry", r.ID, c.Incident)
		}
	}
	if c.Weapon != nil && *c.Weapon == "" {
		t.Errorf("%s: %s: an empty weapon", r.ID, c.Incident)
	}
}

func checkMadeQuote(t *testing.T, r madeReport, quote string) {
	t.Helper()
	if quote == "" || !strings.Contains(r.Text, quote) && !strings.Contains(r.Title, quote) {
		t.Errorf("%s: the quote stands neither in title nor in text: %q", r.ID, quote)
	}
}

// readLines reads a file of one JSON value a line; a field the type does not
// know is an error, so that a misspelt one is not lost.
func readLines[T any](t *testing.T, file string) []T {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []T
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var v T
		d := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		d.DisallowUnknownFields()
		if err := d.Decode(&v); err != nil {
			t.Fatalf("%s: line %d: %v", file, len(out)+1, err)
		}
		out = append(out, v)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
