package change_test

import (
	"os"
	"strings"
	"testing"

	"isnad"
)

// benchPair is a report of some 400 words and a copy with ten changes, of the
// texts in testdata/bench.txt.
func benchPair(b *testing.B, language string) (copy, original *isnad.Report) {
	b.Helper()
	data, err := os.ReadFile("testdata/bench-" + language + ".txt")
	if err != nil {
		b.Fatal(err)
	}
	text, edits, ok := strings.Cut(string(data), "\n====\n")
	if !ok {
		b.Fatal("no edits")
	}
	original = &isnad.Report{Text: text, Title: "Shells fall on river port for third night"}
	changed := text
	for line := range strings.Lines(edits) {
		was, now, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " => ")
		if !strings.Contains(changed, was) {
			b.Fatalf("%q is not in the text", was)
		}
		changed = strings.Replace(changed, was, now, 1)
	}
	return &isnad.Report{Text: changed, Title: original.Title}, original
}

func benchmarkCompare(b *testing.B, language string) {
	y, x := benchPair(b, language)
	ps := passages(y.Text, x.Text)
	if n := len(comparer.Compare(y, x, ps)); n < 8 {
		b.Fatalf("%d changes found", n)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(x.Text) + len(y.Text)))
	for b.Loop() {
		comparer.Compare(y, x, ps)
	}
}

func BenchmarkCompareEnglish(b *testing.B) { benchmarkCompare(b, "en") }
func BenchmarkCompareArabic(b *testing.B)  { benchmarkCompare(b, "ar") }

func BenchmarkVersionsEnglish(b *testing.B) {
	y, x := benchPair(b, "en")
	b.ReportAllocs()
	for b.Loop() {
		comparer.Versions(y, x)
	}
}

// BenchmarkVersionsLong shows that time grows with the length: 100 and 1,000
// times the text of BenchmarkVersionsEnglish.
func BenchmarkVersionsLong(b *testing.B) {
	y, x := benchPair(b, "en")
	for _, n := range []int{100, 1000} {
		now, was := &isnad.Report{Text: long(y.Text, n)}, &isnad.Report{Text: long(x.Text, n)}
		b.Run(map[int]string{100: "100", 1000: "1000"}[n], func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(now.Text) + len(was.Text)))
			for b.Loop() {
				comparer.Versions(now, was)
			}
		})
	}
}

// long repeats a text with a number in each paragraph, so that no two are alike.
func long(text string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("Part ")
		for k := i; ; k /= 10 {
			b.WriteByte("abcdefghij"[k%10])
			if k < 10 {
				break
			}
		}
		b.WriteString(". ")
		b.WriteString(text)
		b.WriteString("\n\n")
	}
	return b.String()
}
