package site

import (
	"io/fs"
	"regexp"
	"testing"
)

// A part that is defined twice would quietly take the place of the other: the form
// of a case once came with the style of the desk.
func TestPartsAreDefinedOnce(t *testing.T) {
	files, err := fs.Glob(templateFiles, "templates/parts/*.html")
	if err != nil || len(files) < 5 {
		t.Fatalf("parts: %v, %v", files, err)
	}
	define := regexp.MustCompile(`{{-? *define "([^"]+)"`)
	in := map[string]string{}
	for _, name := range append(files, "templates/layout.html") {
		b, err := fs.ReadFile(templateFiles, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range define.FindAllStringSubmatch(string(b), -1) {
			if other := in[m[1]]; other != "" {
				t.Errorf("%q is defined in %s and in %s", m[1], other, name)
			}
			in[m[1]] = name
		}
	}
}
