package attribute

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The errors that readers of such reports make most, class by class. A file of
// testdata/classes holds the cases of one class, parted by empty lines:
//
//	# the name of the case
//	The text, one paragraph a line.
//	> a claim that must be read, as claimCase writes it
//	toll 300000
//
// There must be as many claims as are written, and every toll must be kept as
// one. A case without a claim demands that none is read.
func TestErrorClasses(t *testing.T) {
	files, err := filepath.Glob("testdata/classes/*.txt")
	if err != nil || len(files) < 7 {
		t.Fatalf("files of classes: %v, %v", files, err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		class := strings.TrimSuffix(filepath.Base(name), ".txt")
		for _, block := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
			c := claimCase{only: true}
			var text []string
			var tolls []int
			for _, line := range strings.Split(block, "\n") {
				switch {
				case strings.HasPrefix(line, "# "):
					c.name = line[2:]
				case strings.HasPrefix(line, "> "):
					c.want = append(c.want, line[2:])
				case strings.HasPrefix(line, "toll "):
					n, err := strconv.Atoi(line[5:])
					if err != nil {
						t.Fatalf("%s: %q", name, line)
					}
					tolls = append(tolls, n)
				default:
					text = append(text, line)
				}
			}
			c.text = strings.Join(text, "\n\n")
			t.Run(class+"/"+c.name, func(t *testing.T) {
				if c.name == "" || c.text == "" {
					t.Fatalf("a case without a name or a text: %q", block)
				}
				c.run(t)
				_, ts := testReader().Read(report("", c.text))
				for _, n := range tolls {
					kept := false
					for i := range ts {
						kept = kept || ts[i].Killed != nil && *ts[i].Killed == n || ts[i].Injured != nil && *ts[i].Injured == n
					}
					if !kept {
						t.Errorf("no toll of %d among %d", n, len(ts))
					}
				}
			})
		}
	}
}
