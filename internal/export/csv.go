package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"isnad"
)

// column is one column of a CSV file. Text cells are made safe by [Cell];
// numbers, days and truth values are written by us and stand as they are.
type column[T any] struct {
	name  string
	cell  func(T) string
	plain bool
}

// table writes CSV after RFC 4180: a header line, CRLF, quotes where needed.
func table[T any](w io.Writer, columns []column[T], o Options) *document[T] {
	b := bufio.NewWriter(w)
	c := csv.NewWriter(b)
	c.UseCRLF = true
	record := make([]string, len(columns))
	return &document[T]{w: b,
		head: func() error {
			if o.BOM {
				if _, err := b.WriteString("\uFEFF"); err != nil {
					return err
				}
			}
			for n, col := range columns {
				record[n] = col.name
			}
			return c.Write(record)
		},
		item: func(v T, _ int) error {
			for n, col := range columns {
				record[n] = col.cell(v)
				if !col.plain {
					record[n] = Cell(record[n])
				}
			}
			return c.Write(record)
		},
		tail: func(int) error {
			c.Flush()
			return c.Error()
		},
	}
}

// Cell makes text safe for a spreadsheet. A cell that begins with = + - @, one
// of their full-width forms, a tab or a line end would be run as a formula, or
// hide one; it gets an apostrophe in front, as OWASP advises against CSV
// injection. A cell that already begins with apostrophes and then such a
// character gets one more, so that [Uncell] gives every text back. Characters
// that neither XML nor spreadsheets take are left out, and line ends become \n.
func Cell(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(clean(s), "\r\n", "\n"), "\r", "\n")
	if runnable(s) {
		return "'" + s
	}
	return s
}

// Uncell takes away the apostrophe that [Cell] put in front.
func Uncell(s string) string {
	if strings.HasPrefix(s, "'") && runnable(s) {
		return s[1:]
	}
	return s
}

func runnable(s string) bool {
	s = strings.TrimLeft(s, "'")
	for _, r := range s {
		return strings.ContainsRune("=+-@＝＋－＠\t\r\n", r)
	}
	return false
}

// several joins the values of one cell with " | "; a bar inside a value becomes
// a broken bar, so that the cell can be taken apart again.
func several(values []string) string {
	parts := make([]string, len(values))
	for n, v := range values {
		parts[n] = strings.ReplaceAll(v, "|", "¦")
	}
	return strings.Join(parts, " | ")
}

// The makers of columns.
func text[T any](name string, cell func(T) string) column[T] {
	return column[T]{name: name, cell: cell}
}

func number[T any](name string, cell func(T) (n int, known bool)) column[T] {
	return column[T]{name: name, plain: true, cell: func(v T) string {
		n, ok := cell(v)
		if !ok {
			return ""
		}
		return strconv.Itoa(n)
	}}
}

func decimal[T any](name string, cell func(T) *float64) column[T] {
	return column[T]{name: name, plain: true, cell: func(v T) string {
		f := cell(v)
		if f == nil {
			return ""
		}
		return strconv.FormatFloat(*f, 'f', -1, 64)
	}}
}

func date[T any](name string, cell func(T) isnad.Day) column[T] {
	return column[T]{name: name, plain: true, cell: func(v T) string { return cell(v).String() }}
}

func instant[T any](name string, cell func(T) time.Time) column[T] {
	return column[T]{name: name, plain: true, cell: func(v T) string {
		t := moment(cell(v))
		if t == nil {
			return ""
		}
		return t.Format(time.RFC3339)
	}}
}

func truth[T any](name string, cell func(T) bool) column[T] {
	return column[T]{name: name, plain: true, cell: func(v T) string { return strconv.FormatBool(cell(v)) }}
}

// period is the columns of a time, where those of a place: the same in claims
// and incidents.
func period[T any](of func(T) isnad.Period) []column[T] {
	return []column[T]{
		date("date_from", func(v T) isnad.Day { return of(v).From }),
		date("date_to", func(v T) isnad.Day {
			if p := of(v); !p.To.IsZero() {
				return p.To
			}
			return of(v).From
		}),
		number("date_precision", func(v T) (int, bool) { return int(of(v).Precision), true }),
	}
}

func where[T any](of func(T) isnad.Where) []column[T] {
	return []column[T]{
		text("place_id", func(v T) string { return of(v).ID }),
		text("place", func(v T) string { return of(v).Name }),
		text("place_within", func(v T) string { return several(of(v).Within) }),
		text("place_at", func(v T) string { return of(v).At }),
		text("country", func(v T) string { return of(v).Country }),
		decimal("lat", func(v T) *float64 {
			if lat, _, ok := point(of(v)); ok {
				return &lat
			}
			return nil
		}),
		decimal("lon", func(v T) *float64 {
			if _, lon, ok := point(of(v)); ok {
				return &lon
			}
			return nil
		}),
		number("place_precision", func(v T) (int, bool) { return int(of(v).Precision), true }),
	}
}

// Columns lists the names of the columns of a kind's CSV ("report", "claim",
// "incident", "citation", "case", "notice") or of a shape of other projects ("ucdp", "airwars"), in
// order; nil for others.
func Columns(kind string) []string {
	switch kind {
	case "report":
		return names(reportColumns())
	case "claim":
		return names(claimColumns())
	case "incident":
		return names(incidentColumns())
	case "citation":
		return names(citationColumns())
	case "case":
		return names(caseColumns())
	case "notice":
		return names(noticeColumns())
	case "ucdp":
		return names(ucdpColumns())
	case "airwars":
		return names(airwarsColumns(Options{}))
	}
	return nil
}

func names[T any](columns []column[T]) []string {
	list := make([]string, len(columns))
	for n, c := range columns {
		list[n] = c.name
	}
	return list
}

// together joins runs of columns.
func together[T any](runs ...[]column[T]) []column[T] { return slices.Concat(runs...) }
