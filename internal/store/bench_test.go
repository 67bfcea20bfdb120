package store

import (
	"context"
	"fmt"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"
)

func benchBoth(b *testing.B, bench func(b *testing.B, s *Store)) {
	b.Run("sqlite", func(b *testing.B) { bench(b, openTest(b, sqliteDSN(b))) })
	b.Run("postgres", func(b *testing.B) { bench(b, openTest(b, postgresDSN(b))) })
}

// cpuTime is the time this process has computed: on a busy machine it tells more
// than the clock, but leaves out what a PostgreSQL server does.
func cpuTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkIntake writes reports with their claims in transactions of 500, and
// tells reports/s for every 5,000, to show whether the cost of one stays flat.
func BenchmarkIntake(b *testing.B) {
	benchBoth(b, func(b *testing.B, s *Store) {
		w := newWorld(1, 20000)
		for _, c := range w.captures {
			if _, _, err := s.AddCapture(context.Background(), c); err != nil {
				b.Fatal(err)
			}
		}
		b.ResetTimer()
		for i, part := range slices.Collect(slices.Chunk(w.reports, 5000)) {
			start, cpu := time.Now(), cpuTime(b)
			for batch := range slices.Chunk(part, 500) {
				begin(b, s, func(tx *Tx) error { return w.putReports(tx, batch) })
			}
			b.ReportMetric(5000/time.Since(start).Seconds(), fmt.Sprintf("reports/s@%dk", (i+1)*5))
			b.ReportMetric(5000/(cpuTime(b)-cpu).Seconds(), fmt.Sprintf("reports/cpu-s@%dk", (i+1)*5))
		}
		start := time.Now()
		for part := range slices.Chunk(w.incidents, 500) {
			begin(b, s, func(tx *Tx) error {
				for _, i := range part {
					if err := tx.PutIncident(i); err != nil {
						return err
					}
				}
				return nil
			})
		}
		b.ReportMetric(float64(len(w.incidents))/time.Since(start).Seconds(), "incidents/s")
		timeOf := func(name string, fn func() error) {
			start, n := time.Now(), 0
			for ; n < 20; n++ {
				if err := fn(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(time.Since(start).Microseconds())/1000/float64(n), "ms/"+name)
		}
		ctx := context.Background()
		for name, q := range map[string]ReportQuery{
			"search-common": {Words: "hospital strikes"}, "search-rare": {Words: "name17 غارة"}, "search-phrase": {Words: `"civil defence"`},
			"latest": {}, "by-place": {Place: "g9003"}, "by-source": {Source: w.reports[0].SourceID},
		} {
			timeOf(name, func() error { _, _, err := s.Reports(ctx, q); return err })
		}
		for name, q := range map[string]IncidentQuery{"inc-latest": {}, "inc-words": {Words: "bakery"}, "inc-place": {Place: "g9003"}, "inc-box": {BBox: &[4]float64{36, 33, 38, 34}}} {
			timeOf(name, func() error { _, _, err := s.Incidents(ctx, q); return err })
		}
		timeOf("timeline", func() error { _, err := s.Timeline(ctx, IncidentQuery{}, "month"); return err })
		timeOf("totals", func() error { _, err := s.Totals(ctx); return err })
		timeOf("places", func() error { _, _, err := s.Places(ctx, "", Page{}); return err })
		if e, ok := s.e.(sqliteEngine); ok {
			if info, err := os.Stat(e.path); err == nil {
				b.ReportMetric(float64(info.Size())/1e6, "MB")
			}
		}
		b.ReportMetric(0, "ns/op")
	})
}

// BenchmarkAround looks for the incidents around a claim among 50,000, with the
// blocks that reconcile asks for: some days, and half a degree or a province.
func BenchmarkAround(b *testing.B) {
	benchBoth(b, func(b *testing.B, s *Store) {
		w := newWorld(2, 52000)
		for i := range w.reports {
			w.reports[i].Title, w.reports[i].Text = "T", "short"
		}
		w.put(b, s)
		var blocks []Block
		for i := 0; len(blocks) < 500; i++ {
			for _, c := range w.claims[w.reports[i].ID] {
				if c.When.IsZero() || c.When.To.Sub(c.When.From) > 7 {
					continue
				}
				k := Block{From: c.When.From.AddDays(-3), To: c.When.To.AddDays(3), Country: c.Place.Country}
				if c.Place.Lat != nil {
					k.MinLat, k.MaxLat, k.MinLon, k.MaxLon = *c.Place.Lat-.5, *c.Place.Lat+.5, *c.Place.Lon-.5, *c.Place.Lon+.5
				} else {
					k.Province = c.Place.Province
				}
				blocks = append(blocks, k)
			}
		}
		b.ResetTimer()
		claims := 0
		begin(b, s, func(tx *Tx) error {
			for i := range b.N {
				got, err := tx.ClaimsAround(blocks[i%len(blocks) : i%len(blocks)+1])
				if err != nil {
					return err
				}
				claims += len(got)
			}
			return nil
		})
		b.ReportMetric(float64(len(w.incidents)), "incidents")
		b.ReportMetric(float64(claims)/float64(b.N), "claims/op")
	})
}
