package api

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// docs/formats.md lists every address with the parameters it takes, and tells
// each parameter.
func TestFormatsTellsTheAPI(t *testing.T) {
	b, err := os.ReadFile("../../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(b), "\n## API\n")
	quoted := regexp.MustCompile("`([^`]+)`")
	told := map[string][]string{} // parameters by address
	explained := map[string]bool{}
	for l := range strings.SplitSeq(text, "\n") {
		cells := strings.Split(l, "|")
		if len(cells) != 4 {
			continue
		}
		var words []string
		for _, m := range quoted.FindAllStringSubmatch(cells[2], -1) {
			words = append(words, m[1])
		}
		for _, m := range quoted.FindAllStringSubmatch(cells[1], -1) {
			if strings.HasPrefix(m[1], "/") {
				told[m[1]] = words
			} else {
				explained[m[1]] = true
			}
		}
	}
	for path, item := range describe().Paths {
		if strings.HasPrefix(path, "/feeds/") {
			continue
		}
		words, ok := told[path]
		if !ok {
			t.Errorf("docs/formats.md does not list %s", path)
		}
		delete(told, path)
		for _, p := range operationOf(item).Parameters {
			if p.In != "query" || path == "/api/v1/timeline" && p.Name != "unit" {
				continue
			}
			if !slices.Contains(words, p.Name) {
				t.Errorf("docs/formats.md does not tell %s of %s", p.Name, path)
			}
			if !explained[p.Name] && !slices.Contains([]string{"report", "version", "incident", "language", "capture", "cited", "unit"}, p.Name) {
				t.Errorf("docs/formats.md does not explain %s", p.Name)
			}
		}
	}
	for path := range told {
		t.Errorf("docs/formats.md lists %s, which is not there", path)
	}
}
