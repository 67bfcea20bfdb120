package export

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"isnad"
)

// section is the part of a file of docs/ under a heading, to the next heading
// of the same or a higher rank.
func section(t *testing.T, file, heading string) string {
	t.Helper()
	b, err := os.ReadFile("../../docs/" + file)
	if err != nil {
		t.Fatal(err)
	}
	rank := len(heading) - len(strings.TrimLeft(heading, "#"))
	_, rest, ok := strings.Cut(string(b), "\n"+heading+"\n")
	if !ok {
		t.Fatalf("docs/%s has no heading %q", file, heading)
	}
	var kept []string
	for l := range strings.SplitSeq(rest, "\n") {
		if n := len(l) - len(strings.TrimLeft(l, "#")); n > 0 && n <= rank && strings.HasPrefix(l[n:], " ") {
			break
		}
		kept = append(kept, l)
	}
	return strings.Join(kept, "\n")
}

var quoted = regexp.MustCompile("`([^`]+)`")

// codes are the words in back quotes.
func codes(text string) []string {
	var list []string
	for _, m := range quoted.FindAllStringSubmatch(text, -1) {
		list = append(list, m[1])
	}
	return list
}

func fields(t reflect.Type) []string {
	var list []string
	for n := range t.NumField() {
		if t.Field(n).Anonymous {
			list = append(list, fields(t.Field(n).Type)...)
			continue
		}
		if name, _, _ := strings.Cut(t.Field(n).Tag.Get("json"), ","); name != "" && name != "-" {
			list = append(list, name)
		}
	}
	return list
}

// docs/formats.md tells every field that is exported, under its kind.
func TestFormatsTellsEveryField(t *testing.T) {
	for heading, types := range map[string][]reflect.Type{
		"### Report":               {reflect.TypeFor[ReportLine]()},
		"### Claim":                {reflect.TypeFor[ClaimLine]()},
		"### Incident":             {reflect.TypeFor[IncidentLine]()},
		"### Citation":             {reflect.TypeFor[CitationLine]()},
		"### Case":                 {reflect.TypeFor[CaseLine]()},
		"### Notice":               {reflect.TypeFor[NoticeLine]()},
		"### Source, place, party": {reflect.TypeFor[SourceLine](), reflect.TypeFor[PlaceLine](), reflect.TypeFor[PartyLine](), reflect.TypeFor[TollLine]()},
		"## GeoJSON":               {reflect.TypeFor[Properties]()},
	} {
		told := codes(section(t, "formats.md", heading))
		for _, typ := range types {
			for _, name := range fields(typ) {
				if !slices.Contains(told, name) {
					t.Errorf("docs/formats.md, %q, does not tell %s of %s", heading, name, typ.Name())
				}
			}
		}
	}
	// The parts of a place, of figures and of who says what stand inside braces.
	whole := section(t, "formats.md", "## JSON lines")
	for _, typ := range []reflect.Type{reflect.TypeFor[Where](), reflect.TypeFor[Figured](), reflect.TypeFor[Figure](), reflect.TypeFor[isnad.Change](), reflect.TypeFor[Figures](), reflect.TypeFor[Reason](), reflect.TypeFor[Root](), reflect.TypeFor[Range](), reflect.TypeFor[Dateline](), reflect.TypeFor[CaseStep]()} {
		if want := "{" + strings.Join(fields(typ), ", ") + "}"; !strings.Contains(whole, want) {
			t.Errorf("docs/formats.md does not tell %s as %s", typ.Name(), want)
		}
	}
}

// Its rows of columns are those of the files, in order.
func TestFormatsTellsTheColumns(t *testing.T) {
	text, rows := section(t, "formats.md", "## CSV"), 0
	for _, kind := range []string{"report", "claim", "incident", "citation", "case", "notice"} {
		for l := range strings.SplitSeq(text, "\n") {
			if !strings.HasPrefix(l, "| "+kind+"s |") {
				continue
			}
			rows++
			if got := codes(l); !slices.Equal(got, Columns(kind)) {
				t.Errorf("docs/formats.md tells %v\nof %ss, the file has %v", got, kind, Columns(kind))
			}
		}
	}
	if rows != 6 {
		t.Errorf("docs/formats.md has %d rows of columns, want 6", rows)
	}
}

// It tells every column in the shapes of other projects, and no other.
func TestFormatsTellsTheShapes(t *testing.T) {
	for kind, heading := range map[string]string{"ucdp": "## UCDP GED", "airwars": "## Airwars"} {
		var told []string
		for l := range strings.SplitSeq(section(t, "formats.md", heading), "\n") {
			if cells := strings.Split(l, " | "); strings.HasPrefix(l, "| `") {
				told = append(told, codes(cells[0])...)
			}
		}
		want := slices.Sorted(slices.Values(Columns(kind)))
		if slices.Sort(told); !slices.Equal(told, want) {
			t.Errorf("docs/formats.md, %q, tells\n%v\nand the file has\n%v", heading, told, want)
		}
	}
}
