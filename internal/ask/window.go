package ask

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
)

// Bounds of what the model is shown, in code points. Two or three paragraphs
// around the passage hold nearly all that is said of one incident.
const (
	maxPassage = 2000
	maxAround  = 1200 // before the passage, and after it
	maxTitle   = 500
)

// window is what the model is shown of a report.
type window struct {
	title         string
	passage       run
	before, after run // of the text
}

// run is a part of the report's title or text, and where it begins there.
type run struct {
	text    string
	start   int // code points
	inTitle bool
}

func windowOf(rep *isnad.Report, c *isnad.Claim) window {
	w := window{title: isnad.Span{End: maxTitle}.Of(rep.Title)}
	in := func(start, end int, inTitle bool) run {
		start = max(start, 0)
		text := rep.Text
		if inTitle {
			text = rep.Title
		}
		return run{isnad.Span{Start: start, End: max(start, end)}.Of(text), start, inTitle}
	}
	s := c.Span
	s.End = min(s.End, s.Start+maxPassage)
	w.passage = in(s.Start, s.End, s.InTitle)
	if s.InTitle {
		w.after = in(0, 2*maxAround, false)
		return w
	}
	w.before = in(s.Start-maxAround, s.Start, false)
	w.after = in(s.End, s.End+maxAround, false)
	return w
}

// near are the runs in which words may stand for who, where and when, nearest first.
func (w *window) near() []run {
	return []run{w.passage, w.before, w.after, {w.title, 0, true}}
}

// only are the runs in which words may stand for the kind, the stance and figures.
func (w *window) only() []run { return []run{w.passage} }

// find returns where words stand in one of the runs, letter for letter; white
// space of any kind and length counts as one space. Parts of words do not count.
func find(words string, in []run) (text string, span isnad.Span, ok bool) {
	want := strings.Join(strings.Fields(words), " ")
	if !speaks(want) || utf8.RuneCountInString(want) > maxWords {
		return "", isnad.Span{}, false
	}
	for _, r := range in {
		if a, b, ok := standsIn(r.text, want); ok {
			s := isnad.RuneSpan(r.text, a, b)
			s.Start, s.End, s.InTitle = s.Start+r.start, s.End+r.start, r.inTitle
			return r.text[a:b], s, true
		}
	}
	return "", isnad.Span{}, false
}

// standsIn finds want, whose words are parted by single spaces, in text as whole
// words: the bytes [a, b).
func standsIn(text, want string) (a, b int, ok bool) {
	for a = range text {
		b, ok := matches(text, a, want)
		if ok && bounded(text, a, b) {
			return a, b, true
		}
	}
	return 0, 0, false
}

// matches tells whether want stands at byte i of text, and where it ends.
func matches(text string, i int, want string) (end int, ok bool) {
	for len(want) > 0 {
		if want[0] == ' ' {
			n := len(text[i:]) - len(strings.TrimLeftFunc(text[i:], unicode.IsSpace))
			if n == 0 {
				return 0, false
			}
			i, want = i+n, want[1:]
			continue
		}
		n := strings.IndexByte(want, ' ')
		if n < 0 {
			n = len(want)
		}
		if !strings.HasPrefix(text[i:], want[:n]) {
			return 0, false
		}
		i, want = i+n, want[n:]
	}
	return i, true
}

// bounded tells that the bytes [a, b) of text cut no word or number in two. In
// Arabic "and", "in" and their like are written with the next word: up to two
// letters may stand before it.
func bounded(text string, a, b int) bool {
	first, _ := utf8.DecodeRuneInString(text[a:])
	last, _ := utf8.DecodeLastRuneInString(text[:b])
	next, _ := utf8.DecodeRuneInString(text[b:])
	if part(last) && part(next) || unicode.IsDigit(last) && decimal(text[b:]) {
		return false
	}
	if !part(first) {
		return true
	}
	before := text[:a]
	for letters := 0; ; letters++ {
		r, n := utf8.DecodeLastRuneInString(before)
		if n == 0 || !part(r) {
			return !(unicode.IsDigit(first) && (r == '.' || r == ',') && endsInDigit(before[:len(before)-n]))
		}
		if letters == 2 || !unicode.Is(unicode.Arabic, first) || !strings.ContainsRune("وفبلك", r) {
			return false
		}
		before = before[:len(before)-n]
	}
}

// part tells whether r belongs to a word.
func part(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// decimal tells whether s goes on with a number: ",000".
func decimal(s string) bool {
	return len(s) > 1 && (s[0] == '.' || s[0] == ',') && s[1] >= '0' && s[1] <= '9'
}

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsDigit(r)
}

// speaks tells whether s has a letter or a digit.
func speaks(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
