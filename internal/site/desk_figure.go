package site

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"isnad"
)

// errFigure says what a figure may look like.
var errFigure = errors.New("write it like 14, 14–20, at least 14, up to 20 or about 40, or leave it empty")

var figureForm = regexp.MustCompile(`^(about |~)? ?(at least |more than |up to |at most |>=|≥|>|<=|≤)? ?(\d{1,9})(?: ?(?:-|–|to) ?(\d{1,9}))? ?(\+)?$`)

// maxFigure is the highest number of people that a claim may have.
const maxFigure = 100_000_000

// readFigure reads a number of people as claimedWords writes it, and a few ways
// besides; nil for nothing.
func readFigure(s string) (*isnad.Range, error) {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '۰' && r <= '۹':
			return '0' + r - '۰'
		case r == ',' || r == '٬' || r == '\u00a0' || r == '\u202f':
			return -1
		}
		return unicode.ToLower(r)
	}, strings.Join(strings.Fields(cut(80, s)), " "))
	if s == "" {
		return nil, nil
	}
	m := figureForm.FindStringSubmatch(s)
	if m == nil {
		return nil, errFigure
	}
	n, err := strconv.Atoi(m[3])
	if err != nil || n > maxFigure {
		return nil, errFigure
	}
	low, high := n, n
	if m[4] != "" {
		if high, err = strconv.Atoi(m[4]); err != nil || high > maxFigure || m[2] != "" || m[5] != "" {
			return nil, errFigure
		}
		if high < low {
			return nil, errors.New("the second number is lower than the first")
		}
	}
	switch m[2] {
	case "at least ", ">=", "≥":
		high = -1
	case "more than ", ">":
		low, high = n+1, -1
	case "up to ", "at most ", "<=", "≤":
		low = -1
	}
	if m[5] != "" {
		if m[2] != "" {
			return nil, errFigure
		}
		high = -1
	}
	r := isnad.RangeOf(low, high, m[1] != "")
	return &r, nil
}

// qualifierOf is how exact a figure is meant to be.
func qualifierOf(r *isnad.Range) isnad.Qualifier {
	switch {
	case r.Max == nil:
		return isnad.AtLeast
	case r.Min == nil:
		return isnad.UpTo
	case r.Approx:
		return isnad.About
	}
	return isnad.Exact
}
