package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Index finds listed names in texts: a set of names, each with a number of the
// caller's. It is meant for books of some thousand names; after the last Add it
// is safe for concurrent use.
//
// The spelling of a listed name says how it must stand in a text. A name that
// begins with a small letter ("international coalition") may stand in any case,
// one with a capital needs a capital, and one of at most three letters that are
// all capitals ("IS", "SDF") needs them all, because in small letters such a name
// is a word.
type Index struct {
	nodes  nodes
	adding Tokens // memory of Add
}

type need uint8

const (
	anyCase need = iota
	capital
	capitals
)

// Add lists a name. A name that is listed already keeps its first number; Add
// then tells what that is.
func (x *Index) Add(name string, value int) (taken int, ok bool) {
	t := &x.adding
	t.Scan(name)
	if len(t.List) == 0 {
		return 0, false
	}
	need := anyCase
	if l := t.List[0]; cased(l.Script) && (l.Upper || IsArticle(t.Fold(0)) && len(t.List) > 1 && t.List[1].Upper) {
		need = capital
		if len(t.List) == 1 && l.AllUpper && l.to-l.from <= 3 {
			need = capitals
		}
	}
	var h Hash
	for i := range t.List {
		f := t.Fold(i)
		last := i == len(t.List)-1
		switch {
		case last:
			h = h.Add(f)
		case IsArticle(f):
			h = h.AddArticle()
		default:
			h = h.Add(f)
		}
		sum := h.Sum()
		n, found := x.nodes.get(sum)
		if !last {
			if !found {
				x.nodes.put(sum, node{value: -1})
			}
			continue
		}
		if found && n.value >= 0 {
			return int(n.value), n.value == int32(value)
		}
		x.nodes.put(sum, node{value: int32(value), need: need})
	}
	return value, true
}

func cased(s Script) bool { return s.Cased() }

// Lookup returns the number of the name, however it is cased, but for those that
// need capitals. A leading "the" and, where that fails, a leading Arabic article
// are left out, and so is an "s" that a lost apostrophe has left at the end.
func (x *Index) Lookup(name string) (int, bool) {
	t := Borrow(name)
	defer t.Return()
	shout := len(t.List) == 1 && t.List[0].AllUpper
	var few [64]byte
	whole := string(t.AppendCanon(few[:0]))
	canon := TrimThe(whole)
	if canon != whole && len(t.List) == 2 {
		shout = t.List[1].AllUpper
	}
	if canon == "" {
		return 0, false
	}
	for _, c := range [...]string{whole, canon, strings.TrimPrefix(canon, "al "), "al " + canon} {
		if v, ok := x.value(c, shout); ok {
			return v, true
		}
	}
	if n := len(canon); n > 4 && canon[n-1] == 's' {
		return x.value(canon[:n-1], shout)
	}
	return 0, false
}

func (x *Index) value(canon string, shout bool) (int, bool) {
	n, ok := x.nodes.get(HashOf(canon))
	if n.need == capitals && !shout {
		return 0, false
	}
	return int(n.value), ok && n.value >= 0
}

// Found is a listed name in a text: tokens [From, To), bytes [Start, End).
type Found struct {
	From, To, Start, End, Value int
}

// At returns the longest listed name that begins with token i of t.
func (x *Index) At(t *Tokens, i int) (Found, bool) {
	l := &t.List[i]
	if !l.odd && !x.nodes.bits.may(l.sum) {
		return Found{}, false // nearly all words
	}
	return x.at(t, i)
}

func (x *Index) at(t *Tokens, i int) (Found, bool) {
	if !x.nodes.bits.begins(&t.List[i]) {
		return Found{}, false
	}
	f := t.Fold(i)
	if f, ok := x.longest(t, i, f, 0); ok {
		return f, true
	}
	// In Arabic "and", "in", "to" and their like are written with the next word.
	if t.List[i].Script == ScriptArabic {
		for letters := 1; letters <= 2; letters++ {
			rest, skip := AfterParticle(t, i, letters)
			if rest == nil {
				break
			}
			if f, ok := x.longest(t, i, rest, skip); ok {
				return f, true
			}
		}
	}
	return Found{}, false
}

func (x *Index) longest(t *Tokens, i int, first []byte, skip int) (Found, bool) {
	var h Hash
	best := Found{}
	for j := i; j < len(t.List); j++ {
		tok := &t.List[j]
		if j > i && tok.Gap == GapBreak {
			break
		}
		f := first
		with, sum := tok.hash, tok.sum
		if j > i {
			f = t.Fold(j)
		}
		if j > i || skip > 0 {
			with = h.Add(f)
			sum = with.Sum()
		}
		n, ok := x.nodes.get(sum)
		if ok && n.value >= 0 && allowed(t, i, n.need) {
			best = Found{i, j + 1, t.List[i].Start + skip, tok.End, int(n.value)}
		} else if s := len(f) - 1; !ok && s > 3 && f[s] == 's' {
			if n, ok := x.nodes.get(h.Add(f[:s]).Sum()); ok && n.value >= 0 && n.need == capital && allowed(t, i, n.need) {
				best = Found{i, j + 1, t.List[i].Start + skip, tok.End, int(n.value)}
			}
		}
		if tok.article {
			h = h.AddArticle()
			_, ok = x.nodes.get(h.Sum())
		} else {
			h = with
		}
		if !ok {
			break
		}
	}
	return best, best.To > 0
}

func allowed(t *Tokens, i int, n need) bool {
	l := t.List[i]
	switch {
	case n == anyCase || !cased(l.Script):
		return true
	case n == capitals:
		return l.AllUpper && !shouted(t, i)
	}
	return l.Upper || t.AnyCase || ArticleBefore(t, i)
}

// shouted tells whether token i stands among words in capitals: in a headline set
// in capitals they say nothing. The words beside it and three of the six around it
// must be.
func shouted(t *Tokens, i int) bool {
	n := 0
	for k := max(0, i-3); k <= i+3 && k < len(t.List); k++ {
		switch {
		case k == i || !t.List[k].Script.Cased():
		case t.List[k].AllUpper:
			n++
		case k == i-1 || k == i+1:
			return false
		}
	}
	return n >= 3
}

// Find returns the listed names in t, leftmost longest, none overlapping.
func (x *Index) Find(t *Tokens) []Found {
	var out []Found
	for i := 0; i < len(t.List); {
		f, ok := x.At(t, i)
		if !ok {
			i++
			continue
		}
		out = append(out, f)
		i = f.To
	}
	return out
}

// AfterParticle returns the folded word behind the Arabic letters for and, so,
// in, to and like that are written with it, and how many bytes of the text they
// take; nil when token i does not begin with so many of them (one or two).
func AfterParticle(t *Tokens, i, letters int) (rest []byte, skip int) {
	rest = t.Fold(i)
	at := t.List[i].Start
	for ; letters > 0; letters-- {
		r, n := utf8.DecodeRune(rest)
		switch r {
		case 'و', 'ف', 'ب', 'ل', 'ك':
		default:
			return nil, 0
		}
		rest = rest[n:]
		first, size := utf8.DecodeRuneInString(t.Text[at:])
		if utf8.RuneCount(rest) < 3 || first != r {
			return nil, 0
		}
		at += size
		// The letter's own marks go with it.
		for at < t.List[i].End {
			m, size := utf8.DecodeRuneInString(t.Text[at:])
			if !unicode.IsMark(m) {
				break
			}
			at += size
		}
		if r2, _ := utf8.DecodeRune(rest); r == 'ل' && r2 == 'ل' { // للجيش is ل with الجيش
			return append([]byte("ا"), rest...), at - t.List[i].Start
		}
	}
	return rest, at - t.List[i].Start
}
