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
	// one sentence alone, behind all kinds of names
	for _, text := range []string{"Example was shot in the back.", "The neighbor shot Example.", "He died on the way.", "They were hit by the second bomb on Tuesday.", "No one was hurt.", "A man fired at the car. The driver was hit in the leg."} {
		r := made{Text: text}
		alone := read(&r)
		for i := 0; i < len(reports); i += 7 {
			read(&reports[i])
			if behind := read(&r); behind != alone {
				t.Fatalf("%q is read otherwise behind %s:\n%s\nand\n%s", text, reports[i].ID, alone, behind)
			}
		}
	}
}
