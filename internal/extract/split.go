package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/imprint"
	"isnad/internal/extract/wording"
)

// story is one report of a page on its way.
type story struct {
	title  string
	pieces []piece
	meta   metadata // of the element that marks it, where one does
}

// split parts the pieces of a page into stories, and gives apart what stands at
// the end of the page and holds for all of them.
//
// A false split harms more than a missed one: half a story has lost its date line and
// its sources. So a heading starts a new story only on evidence of structure:
//
//   - the paragraph after it opens with a date line ("ALEPPO, (SANA) –"), or
//   - the story before it was closed by a credit line, or
//   - a credit line stands between the heading and its first paragraph, set apart or as
//     in the story before, or
//   - it is set apart by a separator or a wider gap, and it is a headline of the
//     paragraph after it: half of its words come again there, as in the lead of a
//     news story but not after a subheading, or
//   - the same holds for every heading of the highest level of the page.
//
// title is what the page as a whole is called, as an HTML page of one article is: the level
// of its headings says nothing then, unless the page is open or an agency signs at its end (see sections).
func split(ps []piece, hint isnad.Day, title string, open bool) ([]story, []piece) {
	cuts := storyStarts(ps, hint, title, open)
	var out []story
	for i, start := range cuts {
		end := len(ps)
		if i+1 < len(cuts) {
			end = cuts[i+1]
		}
		out = append(out, story{pieces: ps[start:end:end]})
	}
	for i := range out {
		takeTitle(&out[i])
		settle(&out[i])
	}
	if len(out) < 2 {
		return out, nil
	}
	return out, takeShared(out)
}

func storyStarts(ps []piece, hint isnad.Day, title string, open bool) []int {
	cuts := []int{0}
	paras := 0
	wide := wideGap(ps)
	tops := topHeadings(ps)
	if title != "" {
		tops = topLevel{}
	}
	if several, ok := sections(ps, title); ok && (title == "" || open || agencySigned(ps)) {
		tops = several
	}
	for i := 0; i < len(ps) && len(cuts) < maxStories; i++ {
		p := &ps[i]
		switch {
		case !isHead(p):
			// A story without a title: a date line after the end of another.
			if p.kind == pieceStory && paras > 0 && ended(ps, i) && leadOpens(p, hint) {
				cuts, paras = append(cuts, i), 0
			}
			if realParagraph(p) {
				paras++
			}
		case paras > 0 && startsStory(ps, i, wide, tops, cuts[len(cuts)-1], hint, title != ""):
			cuts, paras = append(cuts, i), 0
		}
	}
	return cuts
}

func isHead(p *piece) bool {
	return p.kind == pieceHeading || p.kind == pieceStory && !p.list && titleLike(p.text)
}

// realParagraph tells a paragraph of prose from a heading or a scrap.
func realParagraph(p *piece) bool {
	if p.kind != pieceStory {
		return false
	}
	n := utf8.RuneCountInString(p.text)
	return n >= 100 || n >= 40 && wording.EndsSentence(p.text)
}

// leadOf is the index of the paragraph that a heading at i leads to, -1 when the
// next thing after it is no paragraph.
func leadOf(ps []piece, i int) int {
	for j := i + 1; j < len(ps) && j <= i+4; j++ {
		switch ps[j].kind {
		case pieceCredit, pieceDate, pieceLink, pieceSubmitter, pieceChrome:
			continue
		case pieceStory:
			if realParagraph(&ps[j]) {
				return j
			}
			if isHead(&ps[j]) {
				continue
			}
		}
		return -1
	}
	return -1
}

func startsStory(ps []piece, i, wide int, tops topLevel, start int, hint isnad.Day, titled bool) bool {
	j := leadOf(ps, i)
	words := len(strings.Fields(ps[i].text))
	if j < 0 || words < 2 {
		return false
	}
	lead := &ps[j]
	closed := ended(ps, i)
	apart := setApart(ps, i, wide)
	top := ps[i].kind == pieceHeading && ps[i].level <= tops.level
	if top && tops.sure {
		return true
	}
	if leadOpens(lead, hint) || dateBetween(ps, i, j) {
		return closed || apart || top || words >= 4
	}
	if closed {
		return words >= 3
	}
	if creditBetween(ps, i, j) {
		if titled {
			return apart && headlineOf(ps[i].text, lead.text)
		}
		return apart || top && tops.count > 1 || creditBetween(ps, start, leadOf(ps, start))
	}
	if words < 5 || strings.ContainsAny(ps[i].text, "?؟:") || goesOn(lead.text) || !headlineOf(ps[i].text, lead.text) {
		return false
	}
	return apart || top && tops.all
}

// ended tells whether the story before i was closed: by a credit line or an end
// mark after its last paragraph.
func ended(ps []piece, i int) bool {
	credit := false
	for j := i - 1; j >= 0; j-- {
		switch ps[j].kind {
		case pieceCredit:
			credit = ps[j].credit.Agency != "" || !ps[j].credit.Day.IsZero() || len(ps[j].credit.Persons) > 0
			if credit {
				// At the head of a story a credit line closes nothing.
				for k := j - 1; k >= 0; k-- {
					if realParagraph(&ps[k]) {
						return true
					}
					if isHead(&ps[k]) {
						return false
					}
				}
				return false
			}
		case pieceRule, pieceLink, pieceChrome, pieceSubmitter, pieceTerms, pieceNote, pieceDate:
		default:
			return false
		}
	}
	return false
}

// setApart tells whether a separator or a wider gap stands before i.
func setApart(ps []piece, i, wide int) bool {
	if ps[i].gap >= wide {
		return true
	}
	for j := i - 1; j >= 0; j-- {
		switch ps[j].kind {
		case pieceRule:
			return true
		case pieceLink, pieceChrome, pieceSubmitter, pieceTerms, pieceNote:
		default:
			return false
		}
	}
	return false
}

// wideGap is the number of empty lines that sets a part of this page apart: more
// than between its paragraphs, and not so common as to mean nothing.
func wideGap(ps []piece) int {
	count := map[int]int{}
	n := 0
	for i := range ps {
		if i > 0 && ps[i].kind == pieceStory {
			count[ps[i].gap]++
			n++
		}
	}
	usual := 0
	for g, c := range count {
		if c > count[usual] || c == count[usual] && g < usual {
			usual = g
		}
	}
	return max(usual+1, 2)
}

// topLevel is the highest level of heading on a page.
type topLevel struct {
	level int
	count int
	all   bool // every one of them is a headline of the paragraph after it
	sure  bool // every one of them starts a story; see sections
}

func topHeadings(ps []piece) topLevel {
	t := topLevel{level: 7, all: true}
	for i := range ps {
		if ps[i].kind == pieceHeading {
			t.level = min(t.level, ps[i].level)
		}
	}
	for i := range ps {
		if ps[i].kind != pieceHeading || ps[i].level != t.level {
			continue
		}
		t.count++
		j := leadOf(ps, i)
		if j < 0 || !headlineOf(ps[i].text, ps[j].text) {
			t.all = false
		}
	}
	t.all = t.all && t.count > 1
	return t
}

func leadOpens(p *piece, hint isnad.Day) bool {
	o, ok := imprint.ReadOpening(p.text, hint)
	return ok && (o.Line.Place != "" || o.Agency != "")
}

func dateBetween(ps []piece, i, j int) bool {
	for k := i + 1; k < j; k++ {
		if ps[k].kind == pieceDate && ps[k].open.Line.Place != "" {
			return true
		}
	}
	return false
}

func creditBetween(ps []piece, i, j int) bool {
	for k := i + 1; k < j; k++ {
		if ps[k].kind == pieceCredit {
			return true
		}
	}
	return false
}

// goesOn tells a paragraph that continues what was said before it.
func goesOn(s string) bool {
	w, _, _ := strings.Cut(wording.Fold(strings.TrimSpace(s)), " ")
	switch strings.Trim(w, ",.;:\"'") {
	case "he", "she", "it", "they", "this", "these", "those", "that", "his", "her", "their", "its", "but", "and", "also", "however", "meanwhile", "moreover", "yet", "still",
		"furthermore", "another", "such", "so", "then", "we", "i", "you", "هو", "هي", "هم", "هذا", "هذه", "كما", "لكن", "وقال", "واضاف", "وكان", "وكانت", "واشار", "فيما":
		return true
	}
	return false
}

// headlineOf tells whether a line is the headline of a paragraph: at least three and half
// of its words of sense come again there, endings aside.
func headlineOf(head, lead string) bool {
	h := senseWords(head)
	if len(h) == 0 {
		return false
	}
	l := senseWords(firstRunes(lead, 500))
	same := 0
	for _, a := range h {
		for _, b := range l {
			if sameWord(a, b) {
				same++
				break
			}
		}
	}
	return same >= 3 && same*2 >= len(h)
}

func firstRunes(s string, n int) string {
	i := 0
	for at := range s {
		if i == n {
			return s[:at]
		}
		i++
	}
	return s
}

func senseWords(s string) []string {
	var out []string
	for w := range strings.FieldsFuncSeq(wording.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		w = strings.TrimPrefix(w, "ال")
		if n := utf8.RuneCountInString(w); n >= 4 || n >= 3 && (wording.IsArabic(wording.First(w)) || !stopWord(w)) || unicode.IsDigit(wording.First(w)) {
			if !stopWord(w) {
				out = append(out, w)
			}
		}
	}
	return out
}

func stopWord(w string) bool {
	switch w {
	case "the", "and", "for", "with", "from", "that", "this", "into", "after", "over", "near", "amid", "says", "said", "have", "has", "had", "were", "was", "are", "will", "who", "its", "their", "more", "than", "new",
		"على", "الى", "من", "في", "عن", "مع", "بعد", "علي", "الي", "ان", "هذا", "التي", "الذي", "لدن", "خلال":
		return true
	}
	return false
}

// sameWord compares words by their beginning, so that "injure" meets "injured".
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	n := utf8.RuneCountInString(a)
	if n < 4 {
		return false
	}
	if strings.HasPrefix(b, a) {
		return utf8.RuneCountInString(b)-n <= 4
	}
	same := 0
	for i, r := range a {
		q, _ := utf8.DecodeRuneInString(b[i:])
		if q != r {
			break
		}
		same++
	}
	return same >= 5 && same*4 >= n*3
}
