package attribute

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// What one report says never speaks in the next, though they are read in the same memory:
// whatever was read before, a report is read the same.
func TestReadsApart(t *testing.T) {
	files, err := filepath.Glob("testdata/made/*.reports.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no made reports", err)
	}
	type made struct{ ID, Title, Text string }
	var reports []made
	for _, file := range files {
		lines, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(lines) {
			var r made
			if err := json.Unmarshal(line, &r); err != nil {
				t.Fatal(file, err)
			}
			reports = append(reports, r)
		}
	}
	rd := testReader()
	read := func(r *made) string {
		claims, tolls := rd.Read(report(r.Title, r.Text))
		out, err := json.Marshal([]any{claims, tolls})
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	first := make([]string, len(reports))
	for i := range reports {
		first[i] = read(&reports[i])
	}
	for _, i := range rand.New(rand.NewPCG(11, 3)).Perm(len(reports)) {
		if again := read(&reports[i]); again != first[i] {
			t.Errorf("%s is read otherwise behind other reports:\n%s\nand\n%s", reports[i].ID, first[i], again)
		}
	}
	// a few words alone, behind reports that know a name or end in this sentence or that
	others := []made{
		{Text: "Joe Example, 34, argued with a neighbor in Akron on Tuesday, police said. The neighbor shot Example in the back."},
		{Text: "A bomb killed nine people in Homs on Monday. Two more were killed in Hama on Sunday."},
		{Text: "A bomb killed nine people in Homs on Monday. Two more were killed in Hama on Sunday. A girl was killed in Idlib on Friday. A shell killed a man in Daraya on Thursday."},
		{Title: "Jury convicts man of murder", Text: "A jury on Wednesday convicted a man of murder in the death of Joe Example, who was shot on Jan. 4 in Akron."},
	}
	for _, text := range []string{"Example was shot in the back.", "The dog of Example, 31, was shot.", "He died on the way.", "They were hit by the second bomb on Tuesday.", "No one was hurt.", "A man fired at the car. The driver was hit."} {
		r := made{Text: text}
		alone := ""
		for i := range others {
			read(&others[i])
			switch behind := read(&r); {
			case alone == "":
				alone = behind
			case behind != alone:
				t.Errorf("%q is read otherwise behind %q:\n%s\nand\n%s", text, others[i].Text, alone, behind)
			}
		}
	}
}
