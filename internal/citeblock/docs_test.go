package citeblock_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"isnad/internal/citeblock"
)

// docs/formats.md tells every label of the block in its order, both marks, and every field of ninjs.
func TestFormatsTellsTheBlock(t *testing.T) {
	b, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(b), "\n### Citation block\n")
	block, ninjs, ok2 := strings.Cut(rest, "\n### ninjs\n")
	if !ok || !ok2 {
		t.Fatal("docs/formats.md does not tell the block and ninjs")
	}
	at := 0
	for _, l := range citeblock.Labels() {
		i := strings.Index(block[at:], "`"+l+"`")
		if i < 0 {
			t.Errorf("%q is not told, or not in its order", l)
			continue
		}
		at += i
	}
	for _, mark := range []string{citeblock.Begin, citeblock.End} {
		if !strings.Contains(block, "`"+mark+"`") {
			t.Errorf("%q is not told", mark)
		}
	}
	typ := reflect.TypeFor[citeblock.Ninjs]()
	for n := range typ.NumField() {
		name, _, _ := strings.Cut(typ.Field(n).Tag.Get("json"), ",")
		if !strings.Contains(ninjs, "`"+name+"`") {
			t.Errorf("%s of ninjs is not told", name)
		}
	}
}
