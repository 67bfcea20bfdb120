package republish_test

import (
	"strings"
	"testing"

	"isnad/internal/export/republish"
)

// One copy of a report of usual length, some 3,000 characters, in each form, and read again.
func BenchmarkCopy(b *testing.B) {
	c := sample()
	c.Report.Text = strings.Repeat("Shells fell on the market of Qasr on Tuesday, the town's health office said.\n\n", 40)
	for _, f := range republish.Forms() {
		b.Run("write/"+string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := republish.Write(c, f); err != nil {
					b.Fatal(err)
				}
			}
		})
		out, err := republish.Write(c, f)
		if err != nil {
			b.Fatal(err)
		}
		b.Run("read/"+string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				again(b, out, f)
			}
		})
	}
}

func BenchmarkReadTerms(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		republish.ReadTerms("All rights reserved. Articles may be republished with credit and a link to the original page, but not sold.")
	}
}
