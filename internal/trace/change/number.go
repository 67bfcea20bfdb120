package change

import (
	"strings"

	"isnad/internal/names"
)

// number is a figure: one value, or a range.
type number struct {
	set     bool
	numeric uint8
	lo, hi  float64
}

func (s *side) digit(i int) bool {
	c := s.figure(i)
	return len(c) > 0 && c[0] >= '0' && c[0] <= '9'
}

// figure is word i without the Arabic letter that may be written before digits.
func (s *side) figure(i int) []byte {
	c := s.tokens.Fold(i)
	if len(c) > 2 && c[2] >= '0' && c[2] <= '9' {
		switch string(c[:2]) {
		case "و", "ب", "ل", "ف", "ك":
			return c[2:]
		}
	}
	return c
}

// digits reads the figure that begins with word i: "14", "14,000", "2.5", "40km",
// "14th". It gives where the figure ends.
func (s *side) digits(i int) (v float64, numeric uint8, to int, ok bool) {
	w := s.figure(i)
	k := 0
	for k < len(w) && k < 15 && w[k] >= '0' && w[k] <= '9' {
		v = v*10 + float64(w[k]-'0')
		k++
	}
	numeric, to = cardinal, i+1
	if k < len(w) {
		switch string(w[k:]) {
		case "st", "nd", "rd", "th":
			numeric = ordinal
		}
		return v, numeric, to, k > 0 && len(w)-k <= 4
	}
	for to < len(s.words) && s.digit(to) {
		w := s.tokens.Fold(to)
		whole := len(w)
		for whole > 0 && w[whole-1] >= '0' && w[whole-1] <= '9' {
			whole--
		}
		if whole > 0 {
			break
		}
		switch s.gap(to) {
		case ",", "٬", "\u00a0", "\u202f":
			if len(w) != 3 {
				return v, numeric, to, true
			}
			for _, c := range w {
				v = v*10 + float64(c-'0')
			}
		case ".", "٫":
			f := 0.1
			for _, c := range w {
				v += float64(c-'0') * f
				f /= 10
			}
			return v, numeric, to + 1, true
		default:
			return v, numeric, to, true
		}
		to++
	}
	return v, numeric, to, true
}

// readNumber reads the number that begins with word i and where it ends, i when
// there is none.
func (s *side) readNumber(x *lexicon, i int) (number, int) {
	v, numeric, to := s.readFigure(x, i)
	if to == i {
		return number{}, i
	}
	n := number{true, numeric, v, v}
	if numeric != cardinal || to >= len(s.words) {
		return n, to
	}
	g := s.gap(to)
	next := to
	switch w := string(s.tokens.Fold(to)); {
	case g == "-" || g == "–" || g == "—" || g == " - " || g == " – ":
	case (w == "to" || w == "الى") && g == " " && to+1 < len(s.words):
		next++
	case w == "and" && to+1 < len(s.words) && i > 0 && string(s.tokens.Fold(i-1)) == "between":
		next++
	case s.tokens.List[to].Script == names.ScriptArabic && s.joined(to) && i > 0 && strings.HasSuffix(string(s.tokens.Fold(i-1)), "بين"):
	default:
		return n, to
	}
	if hi, num, end := s.readFigure(x, next); end > next && num == cardinal && hi > v {
		n.hi = hi
		return n, end
	}
	return n, to
}

func (s *side) readFigure(x *lexicon, i int) (float64, uint8, int) {
	if s.digit(i) {
		v, numeric, to, ok := s.digits(i)
		if !ok {
			return 0, 0, i
		}
		for numeric == cardinal && to < len(s.words) && s.gap(to) == " " {
			e := s.words[to].entry
			if e == nil || e.numeric != cardinal || e.number < 100 || e.number > 1e9 {
				break
			}
			v *= e.number
			to++
		}
		return v, numeric, to
	}
	e, to := s.phrase(x, i)
	if e == nil || e.numeric == 0 {
		return 0, 0, i
	}
	if e.numeric != cardinal {
		return e.number, e.numeric, to
	}
	return s.spelt(x, e, i, to)
}

// spelt reads a number in words, English or Arabic.
func (s *side) spelt(x *lexicon, e *entry, i, to int) (float64, uint8, int) {
	total, part, last := 0.0, e.number, e.number
	if e.number >= 1000 && e.number < 1e9 && e.number != 2000 && e.number != 2e6 {
		total, part = e.number, 0
	}
	for to < len(s.words) {
		at := to
		g := s.gap(at)
		if g != " " && g != "-" {
			break
		}
		and := string(s.tokens.Fold(at)) == "and"
		if and {
			at++
			if last < 100 || at >= len(s.words) {
				break
			}
		}
		if s.digit(at) {
			break
		}
		next, end := s.phrase(x, at)
		if next == nil || next.numeric != cardinal {
			break
		}
		arabic := s.tokens.List[at].Script == names.ScriptArabic
		joined := arabic && s.joined(at)
		v := next.number
		switch {
		case v == 12 && !arabic && end-at == 1 && string(s.tokens.Fold(at)) == "dozen":
			part *= 12
		case v >= 1000:
			if joined {
				total, part = total+part+v, 0
			} else {
				total, part = total+max(part, 1)*v, 0
			}
		case v == 100 && part > 0 && part < 100 && !joined:
			part *= 100
		case arabic && (joined || v == 10 && last < 10):
			part += v
		case !arabic && (last >= 20 && last < 100 && v < 10 || last >= 100):
			part += v
		default:
			return total + part, cardinal, to
		}
		last, to = v, end
	}
	return total + part, cardinal, to
}

// joined tells whether Arabic word i is written with "and".
func (s *side) joined(i int) bool {
	w := string(s.tokens.Fold(i))
	return strings.HasPrefix(w, "و") && w != "واحد" && w != "واحده"
}
