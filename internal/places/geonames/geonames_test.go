package geonames

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestKeepNames(t *testing.T) {
	r := Row{Name: "Ar Raqqah", ASCII: "Ar Raqqah", Alternates: []string{
		"Raqqa", "RAQQA", "alrqt", "RAQ", "الرقة", "拉卡", "Эр-Ракка", "City of Raqqa", "", "  ", "Ar-Raqqa", "ラッカ", "Raqqa2", "רקה", "Рaqqa",
	}}
	want := []string{"Ar Raqqah", "Raqqa", "الرقة", "Эр-Ракка", "Ar-Raqqa", "רקה"}
	if got := r.KeepNames(true); !slices.Equal(got, want) {
		t.Errorf("kept %q, want %q", got, want)
	}
	// A village in a country that writes in Latin letters keeps few.
	r = Row{Name: "Harbour", ASCII: "Harbour", Alternates: []string{"Harbor", "Hafen", "Porto", "Гавань", "ميناء"}}
	if got := r.KeepNames(false); !slices.Equal(got, []string{"Harbour", "Harbor", "Hafen", "ميناء"}) {
		t.Errorf("kept %q", got)
	}
}

func TestBare(t *testing.T) {
	for name, want := range map[string]string{
		"Idlib Governorate": "Idlib", "Muhafazat Hadramaout": "Hadramaout", "Zaporizhzhya Oblast": "Zaporizhzhya", "Republic of Tyva": "Tyva",
		"Mount Simeon District": "Mount Simeon", "State": "State", "Nay Pyi Taw": "Nay Pyi Taw", "": "", "City of the District": "City",
	} {
		if got := Bare(name); got != want {
			t.Errorf("Bare(%q) = %q, want %q", name, got, want)
		}
	}
	if got := BareArabic("محافظة حلب"); got != "حلب" {
		t.Errorf("BareArabic gave %q", got)
	}
}

func TestLines(t *testing.T) {
	var got []string
	err := Lines(strings.NewReader("# a remark\n\na\tb\r\nc\n"), func(n int, col []string) error {
		got = append(got, strings.Join(col, "|"))
		return nil
	})
	if err != nil || !slices.Equal(got, []string{"a|b", "c"}) {
		t.Errorf("lines %q, error %v", got, err)
	}
	stop := errors.New("stop")
	if err := Lines(strings.NewReader("a\nb\n"), func(n int, _ []string) error {
		if n == 2 {
			return stop
		}
		return nil
	}); !errors.Is(err, stop) || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("error %v", err)
	}
}

func FuzzParseRow(f *testing.F) {
	f.Add("1\tA\tA\tB,C\t1\t2\tP\tPPL\tSY\t\t07\t\t\t\t5\t\t\tUTC\t2020-01-01")
	f.Add("4294967296\t\xff\t\t,\t-90\t1e400\t\t\tsy\t\t\t\t\t\t-1\t\t\t\t")
	f.Fuzz(func(t *testing.T, line string) {
		r, err := ParseRow(strings.Split(line, "\t"))
		if err != nil {
			return
		}
		if r.ID == 0 || r.Name == "" || len(r.Country) != 2 || r.Population < 0 || !(r.Lat >= -90 && r.Lat <= 90) || !(r.Lon >= -180 && r.Lon <= 180) {
			t.Fatalf("%+v", r)
		}
		r.KeepNames(true)
	})
}
