package arabic

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
)

// token is a word, a number or a mark of a text.
type token struct {
	start, end int32  // bytes of the text
	norm       string // its letters in comparable form, particles included
	core       string // norm without the particles written before it
	cut        uint8  // letters of the particles before the article
	conj       bool   // و or ف is written with it
	prep       byte   // 'b', 'l', 'k' where one of these particles is written with it
	det        bool   // the article
	poss       bool   // an ending tells whose it is
	passive    bool   // written with a damma on its first letter
	quoted     bool
	skip       bool // inside a phrase of the lexicon, not at its beginning
	tags       tag
	e          *entry
	phrase     int32 // items of a phrase of the lexicon that begins here, else 1
	num        int
	para       int32
}

func (t *token) is(g tag) bool { return t.tags&g != 0 }

// field is one of the two texts of a report, cut into tokens and sentences.
type field struct {
	text    string
	toks    []token
	sents   []sentence
	inTitle bool
	marks   []mark
	norm    []byte
}

// sentence is the tokens [from, to); lead is where it begins after a date line.
type sentence struct {
	from, to, lead int
	para           int32
}

// mark is the first letter at or after a step of the text, and how many code
// points stand before it.
type mark struct{ at, runes int }

const (
	markStep    = 4096
	maxWord     = 120 // bytes of one token
	maxSentence = 160 // tokens of one sentence
)

func (f *field) load(text string, inTitle bool, l *lexicon) {
	f.text, f.inTitle = text, inTitle
	f.toks, f.sents, f.marks, f.norm = f.toks[:0], f.sents[:0], f.marks[:0], f.norm[:0]
	n := 0
	for i := range text {
		for i >= len(f.marks)*markStep {
			f.marks = append(f.marks, mark{i, n})
		}
		n++
	}
	for len(f.marks) <= len(text)/markStep {
		f.marks = append(f.marks, mark{len(text), n})
	}
	f.cutWords()
	f.lookUp(l)
	f.split()
}

func (f *field) runesTo(at int) int {
	m := f.marks[at/markStep]
	if m.at > at {
		return m.runes
	}
	return m.runes + utf8.RuneCountInString(f.text[m.at:at])
}

func (f *field) span(a, b int) isnad.Span {
	return isnad.Span{Start: f.runesTo(a), End: f.runesTo(b), InTitle: f.inTitle}
}

// cutWords makes tokens of the text. A word keeps its letters in comparable form.
func (f *field) cutWords() {
	t := f.text
	para := int32(0)
	quoted := false
	for i := 0; i < len(t); {
		r, n := utf8.DecodeRuneInString(t[i:])
		if r == '\n' {
			j := i + 1
			breaks := 1
			for j < len(t) && (t[j] == '\n' || t[j] == ' ' || t[j] == '\r' || t[j] == '\t') {
				if t[j] == '\n' {
					breaks++
				}
				j++
			}
			para++
			quoted = false
			i = j
			continue
		}
		if unicode.IsSpace(r) || silent(r) || r == utf8.RuneError {
			i += n
			continue
		}
		tok := token{start: int32(i), para: para, quoted: quoted, phrase: 1}
		if _, ok := numeral(r); ok {
			e, v, whole := number(t, i)
			tok.end, tok.num = int32(e), v
			tok.tags = tDigits
			if whole {
				tok.tags |= tNum
			}
			if n := len(f.toks); n > 0 && f.toks[n-1].end == tok.start && !f.toks[n-1].is(tPunct|tDigits) {
				// "و14", "بـ20": a particle written to a figure
				last := &f.toks[n-1]
				if w := string(f.norm[last.num>>20:]); w == waw || w == ba || w == lam {
					tok.start, tok.cut, tok.conj = last.start, 1, w == waw
					f.toks = f.toks[:n-1]
				}
			}
			f.toks = append(f.toks, tok)
			i = e
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			switch r {
			case '"':
				quoted = !quoted
			case '«', '“':
				quoted = true
			case '»', '”':
				quoted = false
			}
			tok.end, tok.tags = int32(i+n), tPunct
			f.toks = append(f.toks, tok)
			i += n
			continue
		}
		from := len(f.norm)
		first, second := true, false
		j := i
		for j < len(t) && j-i < maxWord {
			r, n := utf8.DecodeRuneInString(t[j:])
			if _, ok := numeral(r); ok || !(unicode.IsLetter(r) || unicode.IsMark(r) || silent(r)) || r == utf8.RuneError {
				break
			}
			if second && r == 0x64f {
				tok.passive = true
			}
			second = false
			if l := letter(r); l != 0 {
				f.norm = utf8.AppendRune(f.norm, l)
				if first {
					second = true
				}
				first = false
			}
			j += n
		}
		tok.end = int32(j)
		tok.num = from<<20 | (len(f.norm) - from) // where its letters stand, until they are a string
		f.toks = append(f.toks, tok)
		i = j
	}
	all := string(f.norm)
	for k := range f.toks {
		if tok := &f.toks[k]; !tok.is(tPunct | tDigits) {
			a, n := tok.num>>20, tok.num&(1<<20-1)
			tok.norm, tok.num = all[a:a+n], 0
			tok.core = tok.norm
		}
	}
}

// number reads the digits at i: where they end, their value, and whether they
// are a whole number (no decimals, no date).
func number(t string, i int) (end, value int, whole bool) {
	whole = true
	digits := 0
	for i < len(t) {
		r, n := utf8.DecodeRuneInString(t[i:])
		if v, ok := numeral(r); ok {
			if value < 1e8 {
				value = value*10 + v
			}
			digits++
			i += n
			continue
		}
		if i+n < len(t) {
			next, _ := utf8.DecodeRuneInString(t[i+n:])
			if _, ok := numeral(next); ok {
				switch r {
				case ',', '٬', '،', '.', '٫':
					// a thousand is parted by groups of three
					k, c := i+n, 0
					for k < len(t) {
						q, m := utf8.DecodeRuneInString(t[k:])
						if _, ok := numeral(q); !ok {
							break
						}
						c++
						k += m
					}
					if c == 3 && digits <= 3 && value > 0 && r != '.' && r != '٫' {
						i += n
						digits = 0
						continue
					}
					if r == '.' || r == '٫' || r == ',' {
						return k, value, false
					}
				}
			}
		}
		break
	}
	return i, value, whole && value < 1e8
}

// split cuts the tokens into sentences: at full stops, question and exclamation
// marks and at paragraphs.
func (f *field) split() {
	from := 0
	for i := range f.toks {
		last := i+1 == len(f.toks)
		cut := last || f.toks[i+1].para != f.toks[i].para || i+1-from >= maxSentence
		if !cut && f.toks[i].is(tPunct) {
			cut = f.stops(i)
		}
		if cut {
			f.sents = append(f.sents, sentence{from: from, to: i + 1, lead: from, para: f.toks[from].para})
			from = i + 1
		}
	}
}

func (f *field) mark(i int) rune {
	if i < 0 || i >= len(f.toks) || !f.toks[i].is(tPunct) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(f.text[f.toks[i].start:])
	return r
}

func (f *field) stops(i int) bool {
	switch f.mark(i) {
	case '؟', '!', '?', '۔':
		return true
	case '.':
		if i > 0 && f.toks[i-1].end == f.toks[i].start && utf8.RuneCountInString(f.toks[i-1].norm) == 1 {
			return false // "د." before a name
		}
		if m := f.mark(i + 1); m == '.' || m == '»' || m == '"' || m == '”' || m == ')' {
			return false // the mark after it decides
		}
		return true
	case '»', '"', '”', ')':
		return f.mark(i-1) == '.' && i > 0
	}
	return false
}

// written is the text of the tokens [i, j) without the particles before the
// first. "لل" has swallowed the alef of the article, which is given back.
func (f *field) written(i, j int) string {
	if i < 0 || i >= j || j > len(f.toks) {
		return ""
	}
	a, b := int(f.toks[i].start), int(f.toks[j-1].end)
	t := &f.toks[i]
	if t.cut > 0 {
		a = f.after(i, int(t.cut))
		if t.prep == 'l' && t.det && strings.HasPrefix(f.text[a:b], "ل") {
			return "ا" + f.text[a:b]
		}
	}
	return f.text[a:b]
}

// after is where the text of token i goes on behind its first n letters.
func (f *field) after(i, n int) int {
	t := &f.toks[i]
	at := int(t.start)
	for at < int(t.end) {
		r, m := utf8.DecodeRuneInString(f.text[at:])
		if letter(r) != 0 {
			if n == 0 {
				return at
			}
			n--
		}
		at += m
	}
	return at
}
