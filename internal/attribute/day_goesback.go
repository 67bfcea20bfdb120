package attribute

// goesOnBack tells whether a sentence without a day goes on right behind a deed long past,
// prev, of which it may be: "On 18 January a drone hit a car near Homs. Karm News spoke of 11
// dead at the time", "On 2 August snipers shot a girl in Hama. State media blamed rebels". A
// place with which that deed has nothing to do, or another paragraph, is the news again.
func (d *doc) goesOnBack(f *field, s *sentence, p, prev *partial) bool {
	if f.inTitle || prev == nil || !prev.bg || prev.f0 != f || d.si-prev.last > 1 || prev.sent.para != s.para || p.apart || prev.when.IsZero() {
		return false
	}
	return prev.when.To.Sub(prev.when.From) <= 3
}
