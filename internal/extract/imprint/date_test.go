package imprint_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/extract/imprint"
)

// Every day that can be, printed in any manner we read, is read as that day.
func TestDatesRoundTrip(t *testing.T) {
	levantine := []string{"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"}
	gulf := []string{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"}
	french := []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	russian := []string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"}
	digits := strings.NewReplacer("0", "٠", "1", "١", "2", "٢", "3", "٣", "4", "٤", "5", "٥", "6", "٦", "7", "٧", "8", "٨", "9", "٩")
	rapid.Check(t, func(t *rapid.T) {
		day, ok := isnad.NewDay(rapid.IntRange(1000, 2400).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 31).Draw(t, "day"))
		if !ok {
			return
		}
		y, m, d := day.Year(), int(day.Month()), day.Day()
		forms := []string{
			day.String(), fmt.Sprintf("%d/%02d/%02d", y, m, d), fmt.Sprintf("%d.%d.%d", d, m, y),
			day.Time().Format("2 January 2006"), day.Time().Format("January 2, 2006"), day.Time().Format("Jan. 2, 2006"), day.Time().Format("Monday, 2 Jan 2006"),
			day.Time().Format("January 2nd, 2006"), fmt.Sprintf("%dth of %s %d", d, day.Month(), y),
			fmt.Sprintf("%d %s %d", d, levantine[m-1], y), digits.Replace(fmt.Sprintf("%d %s %d", d, gulf[m-1], y)),
			fmt.Sprintf("%d %s/%s %d", d, levantine[m-1], gulf[m-1], y),
			fmt.Sprintf("%d %s %d", d, french[m-1], y), fmt.Sprintf("%d %s %d г.", d, russian[m-1], y),
		}
		if d > 12 {
			forms = append(forms, fmt.Sprintf("%02d/%02d/%d", m, d, y), digits.Replace(fmt.Sprintf("%d/%d/%d", d, m, y)))
		}
		for _, s := range forms {
			got, ok := imprint.DateAt(s, isnad.Day{})
			if !ok || got.Day != day || got.End != len(s) {
				t.Fatalf("%q: %v, %d of %d bytes, %v", s, got.Day, got.End, len(s), ok)
			}
		}
	})
}

// No text yields a date outside the years a report may speak of.
func TestNoImpossibleDates(t *testing.T) {
	for _, s := range []string{"0000-01-01", "1/1/0000", "24 October 0000", "31 February 2017", "2017-13-01", "99/99/9999", "24/10/99999", "1.2.3.4", "October 2017", "24:10:2017", "1799-12-31", "1 January 2201"} {
		if d, ok := imprint.DateAt(s, isnad.Day{}); ok {
			t.Errorf("%q was read as %v", s, d.Day)
		}
	}
}
