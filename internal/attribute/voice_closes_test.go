package attribute

import "testing"

// Who says so at the end of a headline that has lost its colon, where the headline is all there is.
func TestClosesHeadline(t *testing.T) {
	for _, c := range []struct{ title, text, want string }{
		{"Northland jets kill 20 villagers in Syrias Deir Ezzor Monitor", "Northland jets kill 20 villagers in Syrias Deir Ezzor Monitor Karm Wire Monday 9 Oct 2017", "k=20 at=Deir_Ezzor said=Monitor"},
		{"Shelling kills nine in Homs State media", "Shelling kills nine in Homs State media", "k=9 at=Homs said=State_media"},
		{"Car bomb kills 14 in Mosul Police", "Car bomb kills 14 in Mosul Police Reuters", "k=14 at=Mosul said=Police"},
		{"Clashes kill 20 in Libyas Sirte medical source", "", "k=20 at=Sirte said=medical_source"},
		{"Bombing kills six in Kunduz Interior Ministry", "", "k=6 at=Kunduz said=Interior_Ministry"},
		{"Strike kills nine in Raqa Observatory | Karm Times", "", "k=9 at=Raqa said=Observatory"},
		{"Nine killed in clash with Mosul Police", "", "k=9 -said=Police"},
		{"Gunmen kill nine near Taiz Police Academy", "", "k=9 -said=Police"},
	} {
		rep := report(c.title, c.text)
		cs, ts := testReader().Read(rep)
		checkClaims(t, rep, cs, ts)
		if len(cs) != 1 {
			t.Errorf("%s: %d claims%s", c.title, len(cs), listed(cs))
			continue
		}
		if m := mismatch(&cs[0], c.want); m != "" {
			t.Errorf("%s: %s; read:%s", c.title, m, listed(cs))
		}
	}
}
