package attribute

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Texts break off anywhere, and pages mix them up: whatever is cut, dropped, swapped or put
// in between, a report is read to its end. The made reports give the material, in both
// languages; the draws are the same at every run.
func TestCutAndMixedTexts(t *testing.T) {
	files, err := filepath.Glob("testdata/made/*.reports.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no made reports", err)
	}
	var texts [][]string
	for _, file := range files {
		lines, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(lines) {
			var r struct{ Title, Text string }
			if err := json.Unmarshal(line, &r); err != nil {
				t.Fatal(file, err)
			}
			texts = append(texts, strings.Split(r.Title+"\n"+r.Text, " "))
		}
	}
	rd := testReader()
	rnd := rand.New(rand.NewPCG(10, 7))
	for range 8000 {
		words, other := texts[rnd.IntN(len(texts))], texts[rnd.IntN(len(texts))]
		from := rnd.IntN(len(words))
		cut := append([]string(nil), words[from:min(len(words), from+1+rnd.IntN(120))]...)
		for range rnd.IntN(5) {
			i := rnd.IntN(len(cut))
			switch rnd.IntN(3) {
			case 0:
				cut[i] = other[rnd.IntN(len(other))]
			case 1:
				cut = append(cut[:i], cut[min(len(cut), i+1+rnd.IntN(3)):]...)
			case 2:
				k := rnd.IntN(len(other))
				cut = append(cut[:i:i], append(other[k:min(len(other), k+12):min(len(other), k+12)], cut[i:]...)...)
			}
			if len(cut) == 0 {
				break
			}
		}
		title := ""
		if rnd.IntN(2) == 0 {
			title = strings.Join(cut[:min(len(cut), 10)], " ")
		}
		rep := report(title, strings.Join(cut, " "))
		cs, ts := rd.Read(rep)
		checkClaims(t, rep, cs, ts)
		if t.Failed() {
			t.Fatalf("title %q text %q", title, rep.Text)
		}
	}
}

// Texts that begin or end at the very word for which a rule looks beside it.
func TestCutAtTheWord(t *testing.T) {
	rd := testReader()
	for _, text := range []string{
		"Alone 23 fighters died in Homs, a medic said.",
		"Accounted for nine deaths in Homs alone",
		"The bodies of six villagers were found in Homs on Saturday after",
		"Nine bodies were recovered in Homs on Saturday following",
		"A woman died in Homs on Saturday; she had been hurt",
		"Himself killed, a gunman shot two in Homs. And in",
		"The town",
		"They",
	} {
		for _, title := range []string{"", text} {
			rep := report(title, text)
			cs, ts := rd.Read(rep)
			checkClaims(t, rep, cs, ts)
		}
	}
}
