package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"isnad"

	"pgregory.net/rapid"
)

// record reads a CSV file of one record back into a map by column.
func record(t testing.TB, file []byte) map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 {
		t.Fatalf("%d rows", len(rows))
	}
	m := map[string]string{}
	for n, name := range rows[0] {
		m[name] = rows[1][n]
	}
	if len(m) != len(rows[0]) {
		t.Fatalf("a column name stands twice in %v", rows[0])
	}
	return m
}

func TestClaimRecord(t *testing.T) {
	m := record(t, claims(t, CSV, Options{}, sampleClaim()))
	for name, want := range map[string]string{
		"id": "k0a", "killed_min": "3", "killed_max": "3", "injured_min": "12", "injured_max": "", "casualties_min": "",
		"date_from": "2031-03-02", "date_precision": "1", "place": "the old market", "place_within": "Hodeidah", "lat": "14.79781",
		"actors": "Northern Brigade | gunmen", "actor_ids": "p-north | ", "victims": "children 1 | women 2", "background": "false", "confidence": "0.75",
	} {
		if m[name] != want {
			t.Errorf("%s is %q, want %q", name, m[name], want)
		}
	}
}

// A western longitude is a number, not a formula, and stays one.
func TestNegativeNumbersStayNumbers(t *testing.T) {
	i := at("i1", isnad.Where{Name: "=Lima", Lat: ptr(-12.04318), Lon: ptr(-77.02824), Precision: isnad.PlaceExact})
	m := record(t, incidents(t, CSV, Options{}, i))
	if m["lat"] != "-12.04318" || m["lon"] != "-77.02824" || m["place"] != "'=Lima" {
		t.Errorf("%q %q %q", m["lat"], m["lon"], m["place"])
	}
}

// No wide place carries coordinates into a spreadsheet, even when it was given some.
func TestWidePlacesHaveNoCoordinates(t *testing.T) {
	for p := isnad.PlaceUnknown; p <= isnad.PlaceOpen; p++ {
		i := at("i1", isnad.Where{Name: "x", Lat: ptr(1.5), Lon: ptr(2.5), Precision: p})
		m := record(t, incidents(t, CSV, Options{}, i))
		if drawn := m["lat"] != "" || m["lon"] != ""; drawn != p.Drawable() {
			t.Errorf("precision %d: %q %q", p, m["lat"], m["lon"])
		}
	}
}

func TestCell(t *testing.T) {
	for in, want := range map[string]string{
		"":                          "",
		"plain":                     "plain",
		"=1+1":                      "'=1+1",
		"+49 30":                    "'+49 30",
		"-4 جرحى":                   "'-4 جرحى",
		"@SUM(A1)":                  "'@SUM(A1)",
		"\t=1":                      "'\t=1",
		"\r\n=1":                    "'\n=1",
		"＝1+1":                      "'＝1+1",
		"'=1":                       "''=1",
		"'tis":                      "'tis",
		"'":                         "'",
		"a=b":                       "a=b",
		"\x00=1":                    "'=1", // what is left out must not hide what comes after
		"\u0085=1":                  "'=1",
		"a\x00b\xffc\ufffed":        "abcd",
		`=HYPERLINK("http://x")`:    `'=HYPERLINK("http://x")`,
		"line one\r\nline two\rend": "line one\nline two\nend",
	} {
		if got := Cell(in); got != want {
			t.Errorf("Cell(%q) = %q, want %q", in, got, want)
		}
	}
}

// Every text comes back, and no cell begins as a formula does.
func TestCellProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkCell(t, rapid.StringOfN(rapid.SampledFrom([]rune("'=+-@\t\r\n\x00＝＠aق \",;|\x1b\ufffe")), 0, 12, -1).Draw(t, "s"))
	})
}

func checkCell(t interface{ Fatalf(string, ...any) }, s string) {
	c := Cell(s)
	if c != "" && strings.ContainsAny(c[:1], "=+-@\t\r\n") || strings.HasPrefix(c, "＝") || strings.HasPrefix(c, "＠") {
		t.Fatalf("Cell(%q) = %q can run", s, c)
	}
	want := strings.ReplaceAll(strings.ReplaceAll(clean(s), "\r\n", "\n"), "\r", "\n")
	if got := Uncell(c); got != want {
		t.Fatalf("%q became %q and came back as %q", s, c, got)
	}
}

func FuzzCell(f *testing.F) {
	f.Add("=1+1")
	f.Add("''\x00@")
	f.Fuzz(func(t *testing.T, s string) { checkCell(t, s) })
}

// Hostile texts neither break the table nor move into another cell.
func FuzzCSV(f *testing.F) {
	f.Add("a,b\"c\r\n=1", "x | y")
	f.Fuzz(func(t *testing.T, title, byline string) {
		m := record(t, reports(t, CSV, Options{}, isnad.Report{ID: "r1", Version: 1, Title: title, Bylines: []string{byline, "second"}}))
		if m["title"] != Cell(title) || m["id"] != "r1" || m["version"] != "1" {
			t.Fatalf("%q became %q", title, m["title"])
		}
		if parts := strings.Split(Uncell(m["bylines"]), " | "); parts[len(parts)-1] != "second" || len(parts) != 2 {
			t.Fatalf("%q became %q", byline, m["bylines"])
		}
	})
}
