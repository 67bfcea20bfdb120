package dossier

import (
	"os"
	"path/filepath"
	"testing"

	"isnad/internal/isnadtest/browser"
)

// The page opens from a disk as it is: nothing runs, nothing is asked for, it fits
// a phone, and a screen reader finds its way.
func TestPageFromDisk(t *testing.T) {
	h := market(t)
	dir := t.TempDir()
	for name, body := range unpack(t, h.write(t), Name(h.ID)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b := browser.Start(t)
	for _, w := range []browser.Window{{Width: 1200, Height: 900}, {Width: 390, Height: 844, Dark: true}} {
		t.Run(w.String(), func(t *testing.T) {
			p := b.Open(t, "file://"+filepath.ToSlash(filepath.Join(dir, "index.html")), w)
			for _, x := range p.Wrong() {
				t.Error(x)
			}
			for _, x := range p.Axe() {
				t.Error(x)
			}
			for _, x := range p.Overflow() {
				t.Error(x)
			}
			if n := browser.Eval[int](p, `document.scripts.length + performance.getEntriesByType("resource").length + document.images.length`); n != 0 {
				t.Errorf("%d scripts, pictures or files that were loaded", n)
			}
			if n := browser.Eval[int](p, `document.querySelectorAll("mark").length`); n < 3 {
				t.Errorf("%d passages are marked", n)
			}
			// A reason leads to the words it rests on.
			if ok := browser.Eval[bool](p, `[...document.querySelectorAll('.why a')].every(a => document.getElementById(a.hash.slice(1)))`); !ok {
				t.Error("a reason leads nowhere")
			}
		})
	}
}
