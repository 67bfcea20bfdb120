package change

import (
	"slices"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/names"
)

// word is a token of a text beside what names says of it.
type word struct {
	hash       uint64 // of its folded form: equal words have equal hashes
	start, end int32  // code points of the text
	sentence   int32
	element    int32  // the element that covers it, or -1
	match      int32  // the same word on the other side, or -1
	entry      *entry // what the lexicon says of the word alone
	longer     bool   // listed phrases of several words begin so
}

// side is one of the two texts, cut into words, sentences and paragraphs.
type side struct {
	text      string
	title     bool
	tokens    *names.Tokens
	words     []word
	elements  []element
	sentences []sentence
	day       isnad.Day // that relative dates are counted from
	titleCase bool      // capitals tell nothing here

	capitals map[uint64]bool   // words that stand with a capital inside sentences; made when asked for
	hashes   map[uint64]bool   // all words; made when asked for
	known    map[int32][]named // listed names of a sentence; read when asked for
}

// sentence is words [from, to) and the paragraph they stand in.
type sentence struct {
	from, to  int32
	paragraph int32
}

// read cuts text into words and finds its sentences and elements. The caller
// gives the memory back with close.
func (s *side) read(text string, x *lexicon, memo *memory, day isnad.Day, title bool) {
	s.text, s.title, s.day = text, title, day
	s.tokens = names.Borrow(text)
	n := len(s.tokens.List)
	s.words = slices.Grow(s.words[:0], n)[:n]
	s.elements, s.sentences = s.elements[:0], s.sentences[:0]
	byRune := newRunes(text)
	paragraph, breaks := int32(0), "\n"
	if strings.Contains(text, "\n\n") {
		breaks = "\n\n"
	}
	upper, cased := 0, 0
	for i := range s.words {
		t := &s.tokens.List[i]
		w := &s.words[i]
		*w = word{hash: uint64(s.tokens.Hash(i)), element: -1, match: -1}
		w.start = byRune.at(t.Start)
		w.end = byRune.at(t.End)
		if i == 0 {
			s.sentences = append(s.sentences, sentence{})
		} else {
			gap := s.text[s.tokens.List[i-1].End:t.Start]
			switch {
			case len(gap) > 1 && strings.Contains(gap, breaks):
				s.sentences[len(s.sentences)-1].to = int32(i)
				paragraph++
				s.sentences = append(s.sentences, sentence{int32(i), 0, paragraph})
			case s.endsSentence(i, gap):
				s.sentences[len(s.sentences)-1].to = int32(i)
				s.sentences = append(s.sentences, sentence{int32(i), 0, paragraph})
			}
		}
		w.sentence = int32(len(s.sentences) - 1)
		if n, ok := memo.first(x, s.tokens, i); ok {
			w.entry, w.longer = n.entry, n.longer
			if t.AllUpper && n.entry != nil && n.entry.class.little() && s.acronym(i) { // "WHO", "US"
				w.entry, w.longer = nil, false
			}
		}
		if t.Script.Cased() {
			if cased++; t.Upper {
				upper++
			}
		}
	}
	if n > 0 {
		s.sentences[len(s.sentences)-1].to = int32(n)
	}
	s.titleCase = upper*3 > cased*2
	s.annotate(x)
}

// acronym tells whether word i, all capitals, is not just part of a line of
// capitals.
func (s *side) acronym(i int) bool {
	all := s.tokens.List
	return !(i > 0 && all[i-1].AllUpper) && !(i+1 < len(all) && all[i+1].AllUpper)
}

func (s *side) close() {
	if s.tokens != nil {
		s.tokens.Return()
		s.tokens = nil
	}
	s.capitals, s.hashes, s.known = nil, nil, nil
}

// endsSentence tells whether a sentence ends in the gap before word i.
func (s *side) endsSentence(i int, gap string) bool {
	if gap == " " || gap == "" || gap == "-" || gap == ", " {
		return false
	}
	at := strings.IndexAny(gap, ".!?؟…\n。")
	if at < 0 {
		return false
	}
	switch {
	case gap[at] == '\n':
		return true
	case !strings.ContainsAny(gap, " \n\t\u00a0") && gap[at] == '.': // inside a word or a number
		return false
	}
	prev, next := &s.tokens.List[i-1], &s.tokens.List[i]
	if next.Script.Cased() && !next.Upper {
		return false
	}
	if gap[at] != '.' || at > 0 {
		return true
	}
	if prev.Upper && prev.Script.Cased() {
		if w := s.tokens.Fold(i - 1); utf8.RuneCount(w) == 1 || abbreviation(string(w)) {
			return false
		}
		if prev.AllUpper && strings.Contains(s.text[prev.Start:prev.End], ".") { // "U.S. Army", but "U.S. The"
			return next.End-next.Start <= 4 && !next.AllUpper
		}
	}
	return true
}

func abbreviation(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "dr", "st", "gen", "lt", "col", "maj", "sgt", "capt", "brig", "sen", "rep", "gov", "prof", "jan", "feb", "mar", "apr", "aug", "sep", "sept", "oct", "nov", "dec", "no", "vs":
		return true
	}
	return false
}

// span is the code points of words [from, to). With no words it is empty and
// stands after the word before.
func (s *side) span(from, to int) isnad.Span {
	sp := isnad.Span{InTitle: s.title}
	switch {
	case from < to:
		sp.Start, sp.End = int(s.words[from].start), int(s.words[to-1].end)
	case from > 0 && from <= len(s.words):
		sp.Start = int(s.words[from-1].end)
		sp.End = sp.Start
	}
	return sp
}

// bytes is the text of words [from, to).
func (s *side) bytes(from, to int) string {
	if from >= to {
		return ""
	}
	return s.text[s.tokens.List[from].Start:s.tokens.List[to-1].End]
}

// gap is the text between word i-1 and word i.
func (s *side) gap(i int) string {
	if i <= 0 || i >= len(s.words) {
		return ""
	}
	return s.text[s.tokens.List[i-1].End:s.tokens.List[i].Start]
}

// clauseBreak tells whether punctuation that parts clauses stands before word i.
func (s *side) clauseBreak(i int) bool {
	if i <= 0 || i >= len(s.words) || s.words[i].sentence != s.words[i-1].sentence {
		return true
	}
	g := s.gap(i)
	return g != " " && strings.ContainsAny(g, ",;:،؛()—–\"“”«»…|") || g == " - "
}

// wordAt is the first word that ends after code point r.
func (s *side) wordAt(r int) int {
	n, _ := slices.BinarySearchFunc(s.words, int32(min(max(r, 0), 1<<31-2)), func(w word, r int32) int {
		if w.end <= r {
			return -1
		}
		return 1
	})
	return n
}

// runes counts code points of a text at rising byte offsets.
type runes struct {
	text  string
	byte  int
	count int32
	ascii bool
}

func newRunes(text string) *runes {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return &runes{text: text}
		}
	}
	return &runes{text: text, ascii: true}
}

func (r *runes) at(offset int) int32 {
	if r.ascii {
		return int32(offset)
	}
	r.count += int32(utf8.RuneCountInString(r.text[r.byte:offset]))
	r.byte = offset
	return r.count
}
