package trace

import (
	"math"
	"unicode/utf8"
)

// Word is one word of a text: what it says, and where it stands.
type Word struct {
	Hash       uint32 // of its folded letters; it never changes, for it is stored in sketches
	Start, End uint32 // [Start, End) in code points of the text
	Lead       uint8  // marks that stand directly before it, after a space: quotes, brackets
	Trail      uint8  // marks that stand directly after it: stops, closing quotes
	Flags      WordFlags
}

// WordFlags say where in its text a word stands.
type WordFlags uint8

const (
	Quoted WordFlags = 1 << iota // between quotation marks
	Opens                        // first of a paragraph
	Dashed                       // after a dash that stands between spaces
	Ends                         // last before a full stop, question mark, exclamation mark or end of paragraph
)

// The most marks that count before and after a word.
const (
	maxLead  = 3
	maxTrail = 3
)

// MaxWords bounds how many words of a text are read. What follows is not compared.
const MaxWords = 1 << 20

// hashPrime and hashSeed make the hash of a word. They are part of Version.
const (
	hashSeed  = 0x51_7c_c1_b7_27_22_0a_95
	hashPrime = 0x9e_37_79_b9_7f_4a_7c_15
)

func hashAdd(h uint64, r uint64) uint64 { return (h ^ r) * hashPrime }

func hashEnd(h uint64) uint32 {
	h ^= h >> 29
	h *= 0xbf_58_47_6d_1c_e4_e5_b9
	return uint32(h >> 32)
}

// asciiFold is the folded form of an ASCII letter or digit, else zero.
var asciiFold = func() (t [utf8.RuneSelf]byte) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z':
			t[c] = c
		case c >= 'A' && c <= 'Z':
			t[c] = c + 'a' - 'A'
		}
	}
	return t
}()

// AppendWords appends the words of text to dst: runs of letters and digits,
// folded. An apostrophe between two letters joins them. A character of a script
// without spaces is a word by itself. A byte that is not UTF-8 is a mark and
// counts as one code point, as in ranging over a string.
func AppendWords(dst []Word, text string) []Word {
	if len(text) > math.MaxUint32 {
		text = text[:math.MaxUint32]
	}
	r := wordReader{out: dst, first: len(dst), table: foldTable()}
	r.read(text)
	return r.out
}

type wordReader struct {
	out   []Word
	first int // of this text in out
	table *[foldEnd]folded

	lead  int  // marks since the last space, before the word to come
	apart bool // a space stood since the last word
	opens bool // the next word opens a paragraph
	dash  bool // a dash stands alone before the next word

	quote   rune // the mark that opened the quotation being read, else 0
	quoteAt int  // the word it begins with
}

func (r *wordReader) read(text string) {
	var (
		n       uint32 // code points read
		in      bool   // within a word
		h       uint64
		start   uint32
		end     uint32
		limit   = r.first + MaxWords
		scratch [8]rune
	)
	r.opens = true
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if f := asciiFold[c]; f != 0 {
				if !in {
					in, start, h = true, n, hashSeed
				}
				// The letters of a word mostly follow each other.
				for {
					h = hashAdd(h, uint64(f))
					i++
					n++
					if i == len(text) || text[i] >= utf8.RuneSelf {
						break
					}
					if f = asciiFold[text[i]]; f == 0 {
						break
					}
				}
				end = n
				continue
			}
			if in {
				if c == '\'' && i+1 < len(text) && r.letterAt(text[i+1:]) {
					i++
					n++
					continue
				}
				in = false
				r.word(h, start, end)
				if len(r.out) >= limit {
					return
				}
			}
			if c == ' ' {
				r.lead, r.apart = 0, true
			} else {
				r.mark(rune(c), text[i+1:])
			}
			i++
			n++
			continue
		}
		ch, size := utf8.DecodeRuneInString(text[i:])
		var f folded
		var more []rune
		if ch < foldEnd {
			if f = r.table[ch]; f.more {
				_, more = foldSlow(scratch[:0], ch)
			}
		} else {
			f.class, more = foldSlow(scratch[:0], ch)
		}
		switch f.class {
		case part, alone:
			if f.class == alone && in {
				r.word(h, start, end)
				in = false
			}
			if !in {
				in, start, h = true, n, hashSeed
			}
			if more == nil {
				h = hashAdd(h, uint64(f.to))
			}
			for _, m := range more {
				h = hashAdd(h, uint64(m))
			}
			end = n + 1
			if f.class == alone {
				r.word(h, start, end)
				in = false
			}
		case silent:
			// A diacritic belongs to its letter.
			if last := len(r.out) - 1; in && end == n {
				end = n + 1
			} else if !in && last >= r.first && r.out[last].End == n {
				r.out[last].End = n + 1
			}
		default:
			if ch == '’' && in && r.letterAt(text[i+size:]) {
				break
			}
			if in {
				r.word(h, start, end)
				in = false
			}
			if f.class == space {
				r.lead, r.apart = 0, true
				if ch == '\u2029' || ch == '\u0085' {
					r.paragraph()
				}
			} else {
				r.mark(ch, text[i+size:])
			}
		}
		if len(r.out) >= limit {
			return
		}
		i += size
		n++
	}
	if in {
		r.word(h, start, end)
	}
	r.paragraph()
}

// letterAt tells whether text begins with a letter that an apostrophe can join.
func (r *wordReader) letterAt(text string) bool {
	if text == "" {
		return false
	}
	if text[0] < utf8.RuneSelf {
		return asciiFold[text[0]] >= 'a'
	}
	ch, _ := utf8.DecodeRuneInString(text)
	if ch < foldEnd {
		return r.table[ch].class == part
	}
	return classOf(ch) == part
}

func (r *wordReader) word(h uint64, start, end uint32) {
	w := Word{Hash: hashEnd(h), Start: start, End: end, Lead: uint8(min(r.lead, maxLead))}
	if r.opens {
		w.Flags = Opens
	}
	if r.dash {
		w.Flags |= Dashed
	}
	r.out = append(r.out, w)
	r.lead, r.apart, r.opens, r.dash = 0, false, false, false
}

// mark reads a character that is no part of a word.
func (r *wordReader) mark(c rune, after string) {
	switch c {
	case '\n', '\r':
		r.paragraph()
		return
	case '\t', '\v', '\f':
		r.lead, r.apart = 0, true
		return
	}
	last := len(r.out) - 1
	attached := !r.apart && last >= r.first
	if attached {
		w := &r.out[last]
		if w.Trail < maxTrail {
			w.Trail++
		}
		switch c {
		case '.', '!', '?', '؟', '。', '！', '？', '۔', '…':
			w.Flags |= Ends
		}
	} else {
		r.lead++
		if (c == '-' || c == '–' || c == '—') && blank(after) {
			r.dash = true
		}
	}
	r.quotation(c, attached, after)
}

// paragraph ends what does not reach over the end of a paragraph. A quotation
// that goes on in the next paragraph is opened there again, and its earlier part
// is not closed: so what was opened and not closed is quoted to the end.
func (r *wordReader) paragraph() {
	if r.quote != 0 && r.quote != '‘' {
		r.endQuote()
	}
	r.quote = 0
	r.lead, r.apart, r.opens = 0, true, true
	if len(r.out) > r.first {
		r.out[len(r.out)-1].Flags |= Ends
	}
}

// endQuote marks the words since the opening mark, unless they are so many that
// a closing mark must have been forgotten.
func (r *wordReader) endQuote() {
	const forgotten = 250
	if len(r.out)-r.quoteAt > forgotten {
		r.quoteAt = len(r.out)
	}
	for i := r.quoteAt; i < len(r.out); i++ {
		r.out[i].Flags |= Quoted
	}
	r.quote = 0
}

// quotation follows quotation marks. A straight mark opens where a space stands
// before it and none after, and closes the other way round; where neither tells,
// it does what the state asks for.
func (r *wordReader) quotation(c rune, attached bool, after string) {
	open, close := false, false
	switch c {
	case '"', '＂':
		open, close = !attached && !blank(after), attached && (blank(after) || !r.wordAt(after))
		if !open && !close {
			open, close = r.quote == 0, r.quote != 0
		}
		c = '"'
	case '“', '”', '„', '‟':
		// Arabic texts use both ends for either.
		close = r.quote == '"' && (c == '”' || attached)
		open = !close && (c != '”' || !attached)
		c = '"'
	case '«', '»', '‹', '›', '《', '》':
		// German texts use them the other way round.
		close = r.quote == '«'
		open = !close
		c = '«'
	case '「', '『':
		open, c = true, '「'
	case '」', '』':
		close, c = r.quote == '「', '「'
	case '‘', '\'':
		open = r.quote == 0 && !attached && r.wordAt(after)
		close = c == '\'' && r.quote == '‘' && attached
		c = '‘'
	case '’':
		close, c = r.quote == '‘' && attached, '‘'
	default:
		return
	}
	switch {
	case close && r.quote == c:
		r.endQuote()
	case open && (r.quote == 0 || r.quote == c || r.quote == '‘'):
		r.quote, r.quoteAt = c, len(r.out)
	}
}

func (r *wordReader) wordAt(text string) bool {
	return text != "" && (text[0] < utf8.RuneSelf && asciiFold[text[0]] != 0 || r.letterAt(text))
}

func blank(text string) bool { return text == "" || text[0] <= ' ' }
