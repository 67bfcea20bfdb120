// Package geonames reads the text files of GeoNames (geonames.org, CC BY 4.0):
// populated places in 19 columns, divisions and countries. What it reads is
// hostile until it is checked: lines, columns and names are bounded, coordinates
// must lie on the Earth.
package geonames

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/places/table"
)

// Bounds on a file.
const (
	MaxLine  = 64 << 10
	MaxLines = 1 << 20
	maxNames = 400
)

// Row is one line of a country file.
type Row struct {
	ID         uint32
	Name       string
	ASCII      string
	Alternates []string
	Lat, Lon   float64
	Class      string // feature class: P for populated places, A for divisions
	Feature    string // feature code: PPL, PPLA …
	Country    string
	Admin1     string
	Admin2     string
	Population int
}

// ErrTooLong means that a file has more lines than MaxLines.
var ErrTooLong = errors.New("too many lines")

// Lines calls f for every line of r that is not empty and not a comment, with
// its columns and number, and stops at the first error.
func Lines(r io.Reader, f func(n int, col []string) error) error { return LinesTo(r, MaxLines, f) }

// LinesTo is Lines for a file of at most so many lines.
func LinesTo(r io.Reader, most int, f func(n int, col []string) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), MaxLine)
	n := 0
	for sc.Scan() {
		n++
		if n > most {
			return ErrTooLong
		}
		line := strings.TrimRight(sc.Text(), "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := f(n, strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("after line %d: %w", n, err)
	}
	return nil
}

// ParseRow reads the columns of a line of a country file.
func ParseRow(col []string) (Row, error) {
	if len(col) < 19 {
		return Row{}, fmt.Errorf("%d columns where 19 are due", len(col))
	}
	id, err := strconv.ParseUint(col[0], 10, 32)
	if err != nil || id == 0 || id >= 1<<31 { // those above are the archive's own
		return Row{}, fmt.Errorf("id %.20q is no number", col[0])
	}
	r := Row{ID: uint32(id), Name: strings.TrimSpace(col[1]), ASCII: strings.TrimSpace(col[2]), Class: col[6], Feature: col[7], Country: col[8], Admin1: col[10], Admin2: col[11]}
	if r.Name == "" || !utf8.ValidString(r.Name) || len(r.Name) > 255 {
		return Row{}, fmt.Errorf("name %.20q cannot be used", r.Name)
	}
	if r.Lat, err = coordinate(col[4], 90); err != nil {
		return Row{}, err
	}
	if r.Lon, err = coordinate(col[5], 180); err != nil {
		return Row{}, err
	}
	if len(r.Country) != 2 || strings.Trim(r.Country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return Row{}, fmt.Errorf("country %.20q is no ISO code", r.Country)
	}
	if len(r.Admin1) > 20 || len(r.Admin2) > 80 {
		return Row{}, errors.New("division code is too long")
	}
	if p, err := strconv.ParseInt(col[14], 10, 64); err == nil {
		r.Population = int(min(max(p, 0), math.MaxUint32))
	}
	if col[3] != "" {
		r.Alternates = strings.SplitN(col[3], ",", maxNames+1)
		r.Alternates = r.Alternates[:min(len(r.Alternates), maxNames)]
	}
	return r, nil
}

func coordinate(s string, limit float64) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > limit {
		return 0, fmt.Errorf("coordinate %.20q is not on the Earth", s)
	}
	return v, nil
}

// Populated tells whether the row is a place where people live.
func (r Row) Populated() bool { return r.Class == "P" || r.Class == "" }

// Gone tells whether the place is abandoned, destroyed or historical.
func (r Row) Gone() bool {
	switch r.Feature {
	case "PPLH", "PPLQ", "PPLW", "PPLCH":
		return true
	}
	return false
}

// Rank and Kind follow the feature code.
func (r Row) Rank() table.Rank { return RankOf(r.Feature) }

// RankOf is the rank that a feature code gives.
func RankOf(feature string) table.Rank {
	switch feature {
	case "PPLC":
		return table.RankCapital
	case "PPLA", "PPLG":
		return table.RankSeat1
	case "PPLA2":
		return table.RankSeat2
	case "PPLA3", "PPLA4", "PPLA5":
		return table.RankSeat4
	}
	return table.RankNone
}

// Kind is town, or quarter for a section of a populated place.
func (r Row) Kind() isnad.PlaceKind {
	if r.Feature == "PPLX" {
		return isnad.KindQuarter
	}
	return isnad.KindTown
}
