package attribute

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what is read into the golden files")

// Whole reports, with all that is read from each. A change of the rules shows
// here as a change of the files.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("golden files: %v, %v", files, err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			part := map[string]string{}
			for _, f := range a.Files {
				part[f.Name] = strings.TrimSpace(string(f.Data))
			}
			rep := report(part["title"], part["text"])
			cs, ts := testReader().Read(rep)
			checkClaims(t, rep, cs, ts)
			var b strings.Builder
			for i := range cs {
				c := &cs[i]
				var by []string
				for _, x := range c.Actors {
					by = append(by, x.Name)
				}
				fmt.Fprintf(&b, "%s | %s..%s %s | %s < %s | killed %s injured %s | by %s | said %s via %s | %s\n", c.Event, c.When.From, c.When.To, c.When.Basis, c.Place.Name,
					strings.Join(c.Place.Within, " < "), number2(c.Killed), number2(c.Injured), strings.Join(by, ", "), strings.Join(c.Attribution, ", "), strings.Join(c.Via, ", "), c.Stance)
				for _, n := range c.Counts {
					of := ""
					if n.SubsetOf != nil {
						of = fmt.Sprintf(" of %d", *n.SubsetOf)
					}
					fmt.Fprintf(&b, "  %s %s: %s%s\n", n.Outcome, n.Category, n.Words, of)
				}
			}
			for _, x := range ts {
				fmt.Fprintf(&b, "toll %s | %s\n", x.Period, x.Quote)
			}
			got := strings.TrimSpace(b.String())
			if *update {
				for i := range a.Files {
					if a.Files[i].Name == "claims" {
						a.Files[i].Data = []byte(got + "\n")
					}
				}
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != part["claims"] {
				t.Errorf("read:\n%s\nwant:\n%s", got, part["claims"])
			}
		})
	}
}
