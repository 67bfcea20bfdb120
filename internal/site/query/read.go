package query

import (
	"errors"
	"fmt"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/store"
)

// Bounds of what a request may ask for.
const (
	MaxWords = 200  // characters of q
	MaxID    = 100  // bytes of a name like r0123
	MaxAfter = 1024 // bytes of after
	MaxLimit = 1000 // rows of one page
	MaxKinds = 64   // times that kind may stand
)

// Error is one parameter that cannot be understood.
type Error struct {
	Param string // its name
	Value string // as sent, cut to some 100 characters
	Want  string // what it may be: "a day like 2017-10-23"
}

// Error names the parameter, what was sent and what is wanted.
func (e *Error) Error() string {
	return fmt.Sprintf("parameter %s: %q is not %s", e.Param, e.Value, e.Want)
}

// Mistakes returns every [*Error] within err, in order.
func Mistakes(err error) []*Error {
	var found []*Error
	switch e := err.(type) {
	case *Error:
		found = append(found, e)
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			found = append(found, Mistakes(inner)...)
		}
	case interface{ Unwrap() error }:
		found = Mistakes(e.Unwrap())
	}
	return found
}

// Unknown returns an error for every parameter of v that is not among known: a
// filter that is misspelt would otherwise select everything.
func Unknown(v url.Values, known ...string) error {
	var names []string
	for name := range v {
		if !slices.Contains(known, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var errs []error
	for _, name := range names[:min(len(names), 20)] {
		errs = append(errs, &Error{short(name), short(v.Get(name)), "known here; known are " + strings.Join(known, ", ")})
	}
	return errors.Join(errs...)
}

// reader takes parameters out of v and gathers what is wrong with them.
type reader struct {
	v    url.Values
	errs []error
}

func (r *reader) err() error { return errors.Join(r.errs...) }

func (r *reader) wrong(name, value, want string) {
	r.errs = append(r.errs, &Error{name, short(value), want})
}

// text is the one value of a parameter, trimmed. The database takes neither
// broken UTF-8 nor NUL, so neither gets further than this.
func (r *reader) text(name string) string {
	all := r.v[name]
	if len(all) > 1 {
		r.wrong(name, strings.Join(all[:2], " and "), "one value")
		return ""
	}
	if len(all) == 0 {
		return ""
	}
	s := strings.TrimSpace(all[0])
	if !utf8.ValidString(s) {
		r.wrong(name, s, "UTF-8 text")
		return ""
	}
	return s
}

func (r *reader) words(name string) string {
	s := strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return ' '
		}
		return c
	}, r.text(name))
	if utf8.RuneCountInString(s) > MaxWords {
		r.wrong(name, s, fmt.Sprintf("short enough: at most %d characters", MaxWords))
		return ""
	}
	return strings.Join(strings.Fields(s), " ")
}

func (r *reader) id(name string) string { return r.token(name, MaxID, "the ID of one thing") }

func (r *reader) token(name string, most int, want string) string {
	s := r.text(name)
	if len(s) > most || strings.ContainsFunc(s, func(c rune) bool { return unicode.IsSpace(c) || unicode.IsControl(c) }) {
		r.wrong(name, s, fmt.Sprintf("%s: at most %d bytes, without spaces", want, most))
		return ""
	}
	return s
}

func (r *reader) number(name string, least, most int) int {
	s := r.text(name)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < least || n > most {
		r.wrong(name, s, fmt.Sprintf("a whole number from %d to %d", least, most))
		return 0
	}
	return n
}

func (r *reader) country(name string) string {
	s := strings.ToUpper(r.text(name))
	if s == "" {
		return ""
	}
	if len(s) != 2 || strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		r.wrong(name, s, "a country by its two letters (ISO 3166-1), like SY")
		return ""
	}
	return s
}

func (r *reader) language(name string) string {
	s := r.text(name)
	if len(s) > 35 || strings.ContainsFunc(s, func(c rune) bool {
		return c != '-' && (c > unicode.MaxASCII || !unicode.IsLetter(c) && !unicode.IsDigit(c))
	}) {
		r.wrong(name, s, "a language tag (BCP 47), like ar")
		return ""
	}
	return s
}

func (r *reader) day(name string) isnad.Day {
	s := r.text(name)
	if s == "" {
		return isnad.Day{}
	}
	d, err := isnad.ParseDay(s)
	if err != nil {
		r.wrong(name, s, fmt.Sprintf("a day like 2017-10-23, of the years %d to %d", isnad.FirstYear, isnad.LastYear))
	}
	return d
}

func (r *reader) days(first, last string) (from, to isnad.Day) {
	from, to = r.day(first), r.day(last)
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		r.wrong(last, to.String(), "on or after "+first+" ("+from.String()+")")
	}
	return from, to
}

// bbox reads "west,south,east,north". A box over the 180th meridian has to be
// asked for as two.
func (r *reader) bbox(name string) *[4]float64 {
	s := r.text(name)
	if s == "" {
		return nil
	}
	const want = "west,south,east,north in degrees, with west <= east and south <= north"
	parts := strings.Split(s, ",")
	if len(parts) != 4 || len(s) > 200 {
		r.wrong(name, s, want)
		return nil
	}
	var box [4]float64
	for i, part := range parts {
		f, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		most := 180.0
		if i%2 == 1 {
			most = 90
		}
		if err != nil || math.IsNaN(f) || math.Abs(f) > most {
			r.wrong(name, s, want)
			return nil
		}
		box[i] = f
	}
	if box[0] > box[2] || box[1] > box[3] {
		r.wrong(name, s, want)
		return nil
	}
	return &box
}

func (r *reader) page() store.Page {
	p := store.Page{Limit: r.number("limit", 1, MaxLimit)}
	p.After = r.token("after", MaxAfter, "the next of a page before")
	return p
}

// one reads a parameter that must be one of some words.
func one[T ~string](r *reader, name string, of []T) T {
	s := T(r.text(name))
	if s != "" && !slices.Contains(of, s) {
		r.wrong(name, string(s), "one of "+join(of))
		return ""
	}
	return s
}

// list reads a parameter that may stand several times, each one of some words.
func list[T ~string](r *reader, name string, of []T) []T {
	var got []T
	if len(r.v[name]) > MaxKinds {
		r.wrong(name, r.v.Get(name), fmt.Sprintf("given at most %d times", MaxKinds))
		return nil
	}
	for _, s := range r.v[name] {
		w := T(strings.TrimSpace(s))
		switch {
		case w == "" || slices.Contains(got, w):
		case !slices.Contains(of, w):
			r.wrong(name, s, "one of "+join(of))
		default:
			got = append(got, w)
		}
	}
	return got
}

func join[T ~string](of []T) string {
	words := make([]string, len(of))
	for i, w := range of {
		words[i] = string(w)
	}
	return strings.Join(words, ", ")
}

// short cuts what is echoed back to whoever sent it.
func short(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	n := 0
	for i := range s {
		if n == 100 {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
