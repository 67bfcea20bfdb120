package export

import (
	"io"
	"testing"
)

// Cost and allocation per value; they do not grow with how many came before.
func BenchmarkEncode(b *testing.B) {
	r, c, i := sampleReport(), sampleClaim(), sampleIncident()
	run := func(name string, open func() (func() error, error)) {
		b.Run(name, func(b *testing.B) {
			encode, err := open()
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if err := encode(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	for _, f := range Formats("report") {
		run("report/"+string(f), func() (func() error, error) {
			e, err := Reports(io.Discard, f, site())
			return func() error { return e.Encode(r) }, err
		})
	}
	for _, f := range Formats("claim") {
		run("claim/"+string(f), func() (func() error, error) {
			e, err := Claims(io.Discard, f, site())
			return func() error { return e.Encode(c) }, err
		})
	}
	for _, f := range Formats("incident") {
		run("incident/"+string(f), func() (func() error, error) {
			e, err := Incidents(io.Discard, f, site())
			return func() error { return e.Encode(i) }, err
		})
	}
}
