package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad/internal/extract/wording"
)

// sections tells a page whose headings of one level are the headlines of several stories:
// two reports under two <h2> in one <div>. An article with subheadings looks much the
// same, so that all of this must hold:
//
//   - no lead stands over the headings, and no heading is the title of the page;
//   - every section has two paragraphs or more, and none is many times as long as another;
//   - every heading is the headline of the first paragraph below it, and that paragraph
//     does not go on from what was said before;
//   - every section says who says so, as news does;
//   - no headline stands above them all, or the page ends with the dated credit of an
//     agency, as pages do that gather an agency's reports under a title of their own.
//
// The caller sees to the last. A heading above them counts only as the title of a collection. The level is returned
// as the top level of the page.
func sections(ps []piece, title string) (topLevel, bool) {
	none := topLevel{}
	first, level := -1, 0
	for i := range ps {
		if realParagraph(&ps[i]) {
			break
		}
		if ps[i].kind == pieceHeading {
			first, level = i, ps[i].level
		}
	}
	if first < 0 {
		return none, false
	}
	var starts []int
	for i := range ps {
		if ps[i].kind != pieceHeading {
			continue
		}
		switch {
		case i < first && ps[i].level < level && collection(ps[i].text):
		case i < first, i > first && ps[i].level < level:
			return none, false
		case ps[i].level == level:
			if title != "" && sameTitle(ps[i].text, title) || len(starts) >= maxStories {
				return none, false
			}
			starts = append(starts, i)
		}
	}
	if len(starts) < 2 {
		return none, false
	}
	smallest, largest := 0, 0
	for n, i := range starts {
		end := len(ps)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		lead := leadOf(ps, i)
		if lead < 0 || lead >= end || len(strings.Fields(ps[i].text)) < 4 || strings.ContainsAny(ps[i].text, "?؟") ||
			goesOn(ps[lead].text) || !headlineOf(ps[i].text, ps[lead].text) {
			return none, false
		}
		size, paras, said := 0, 0, false
		for j := i + 1; j < end; j++ {
			if realParagraph(&ps[j]) {
				paras++
				size += utf8.RuneCountInString(ps[j].text)
				said = said || saysWho(ps[j].text)
			}
		}
		if paras < 2 || size < 200 || !said {
			return none, false
		}
		if n == 0 || size < smallest {
			smallest = size
		}
		largest = max(largest, size)
	}
	if largest > 6*smallest {
		return none, false
	}
	for i := range ps[:first] { // the title of the collection is no part of its first story
		if ps[i].kind == pieceHeading {
			ps[i].kind = pieceChrome
		}
	}
	return topLevel{level: level, count: len(starts), all: true, sure: true}, true
}

// agencySigned tells that the credit of an agency with its date stands after the last paragraph.
func agencySigned(ps []piece) bool {
	for i := lastParagraph(ps) + 1; i < len(ps); i++ {
		if c := &ps[i].credit; ps[i].kind == pieceCredit && c.Agency != "" && !c.Day.IsZero() {
			return true
		}
	}
	return false
}

// saysWho tells a paragraph that names a speaker for what it tells.
func saysWho(s string) bool {
	for w := range strings.FieldsFuncSeq(wording.Fold(firstRunes(s, 2000)), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "said", "says", "told", "according", "announced", "reported", "confirmed", "denied", "added", "stated", "accused", "claimed",
			"قال", "قالت", "وقال", "وقالت", "بحسب", "حسب", "وفق", "اعلن", "اعلنت", "واعلن", "واعلنت", "اكد", "اكدت", "واكد", "واضاف", "واضافت", "نفي", "ونفي", "ونفت", "ذكر", "ذكرت", "افاد", "افادت",
			"сообщил", "сообщила", "сообщили", "заявил", "заявила", "заявили", "declare", "selon", "affirme":
			return true
		}
	}
	return false
}
