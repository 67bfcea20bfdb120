package names

import (
	"bytes"
	"unicode/utf8"
)

// longest is how many letters of a name are compared.
const longest = 48

// Similar says how alike two folded names are, from 0 to 1, by an edit distance
// whose costs follow what romanisation changes: a vowel for a vowel is cheap, a
// letter for one of its class cheap, a consonant dear. Articles are left out.
// Names of more than 48 letters are cut.
func Similar(a, b string) float64 {
	s := NewSpelling(a)
	return s.Like([]byte(b))
}

// Spelling is a name made ready to be compared with many.
type Spelling struct {
	buf [longest]byte
	n   int
}

// NewSpelling makes a folded name ready.
func NewSpelling(folded string) Spelling {
	var s Spelling
	s.n = loosen(&s.buf, []byte(folded))
	return s
}

// Like is Similar of the name and another folded name.
func (s *Spelling) Like(folded []byte) float64 { return s.LikeAtLeast(folded, 0) }

// LikeAtLeast is Like, but may give 0 for a name that is less like than least.
func (s *Spelling) LikeAtLeast(folded []byte, least float64) float64 {
	var other Spelling
	other.n = loosen(&other.buf, folded)
	x, y := s.buf[:s.n], other.buf[:other.n]
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	whole := 10 * max(len(x), len(y))
	most := int((1-least)*float64(whole)) + 1 // one more than the cost may be: least is rounded
	var rows [2][longest + 1]int
	var drops [longest]int
	prev, cur := &rows[0], &rows[1]
	for j := 1; j <= len(y); j++ {
		drops[j-1] = drop(y, j-1)
		prev[j] = prev[j-1] + drops[j-1]
	}
	for i := 1; i <= len(x); i++ {
		cost, c := drop(x, i-1), x[i-1]
		cur[0] = prev[0] + cost
		nearest := cur[0]
		for j := 1; j <= len(y); j++ {
			way := min(prev[j]+cost, cur[j-1]+drops[j-1])
			if d := y[j-1]; c == d {
				way = min(way, prev[j-1])
			} else if prev[j-1] < way {
				way = min(way, prev[j-1]+swapped(c, d))
			}
			cur[j] = way
			nearest = min(nearest, way)
		}
		if nearest > most { // costs only grow from row to row
			return 0
		}
		prev, cur = cur, prev
	}
	return 1 - min(1, float64(prev[len(y)])/float64(whole))
}

// loosen writes the folded name without spaces and articles, digraphs as one
// letter, letters of other scripts as their class, and returns its length.
func loosen(dst *[longest]byte, s []byte) int {
	n := 0
	for len(s) > 0 && n < longest {
		w := s
		if i := bytes.IndexByte(s, ' '); i >= 0 {
			w = s[:i]
		}
		last := len(w) == len(s)
		s = s[min(len(w)+1, len(s)):]
		if !last && IsArticle(w) {
			continue
		}
		if len(w) > 5 && string(w[:4]) == "ال" {
			w = w[4:]
		}
		for len(w) > 0 && n < longest {
			r, size := utf8.DecodeRune(w)
			w = w[size:]
			c := byte(r)
			if r >= utf8.RuneSelf {
				if c = otherClass(r); c == 0 {
					c = long(r)
				}
			} else {
				var next rune
				if len(w) > 0 {
					next = rune(w[0])
				}
				if k, two := latinClass(c, next); two {
					c, w = k, w[1:]
				}
			}
			dst[n] = c
			n++
		}
	}
	return n
}

func long(r rune) byte {
	switch r {
	case 'و', 'у', 'о', 'ю', 'ו':
		return 'o'
	case 'ي', 'и', 'і', 'ы', 'й', 'י':
		return 'i'
	}
	return 'a'
}

// drop is the cost of leaving out s[i], in tenths of a letter.
func drop(s []byte, i int) int {
	switch c := s[i]; {
	case i > 0 && s[i-1] == c: // a doubled letter
		return 1
	case vowel(rune(c)):
		return 4
	case c == 'h' && i == len(s)-1:
		return 1
	case c == 'h':
		return 5
	}
	return 10
}

// swapped is swap, for letters of ASCII as it was worked out once for all.
func swapped(a, b byte) int {
	if a, b := a-'@', b-'@'; a < asciiLetters && b < asciiLetters {
		return int(swaps[a][b])
	}
	return swap(a, b)
}

// asciiLetters is how many bytes there are from the one before "A" on that hold all letters of ASCII.
const asciiLetters = 64

var swaps = func() (cost [asciiLetters][asciiLetters]uint8) {
	for a := range cost {
		for b := range cost[a] {
			cost[a][b] = uint8(swap('@'+byte(a), '@'+byte(b)))
		}
	}
	return cost
}()

// swap is the cost of writing one letter for the other.
func swap(a, b byte) int {
	switch {
	case a == b:
		return 0
	case vowel(rune(a)) && vowel(rune(b)):
		return swapVowel(a, b)
	case class(a) == class(b):
		return 2
	case vowel(rune(a)) != vowel(rune(b)):
		return 12
	}
	return 10
}

// swapVowel is cheap within a colour (o, u, w; i, y, e) and between a and e, which
// are spelt for one another everywhere; a for o or i tells names apart.
func swapVowel(a, b byte) int {
	dark := func(c byte) bool { return c == 'o' || c == 'u' || c == 'w' }
	bright := func(c byte) bool { return c == 'i' || c == 'y' || c == 'e' }
	switch {
	case dark(a) && dark(b), bright(a) && bright(b):
		return 1
	case a == 'a' && b == 'e', a == 'e' && b == 'a':
		return 2
	}
	return 5
}

func class(c byte) byte {
	switch c {
	case 'q', 'k', 'c':
		return 'k'
	case 'z', 's', 'S':
		return 's'
	case 't', 'd':
		return 't'
	case 'g', 'G', 'j':
		return 'g'
	case 'x', 'h':
		return 'h'
	case 'b', 'p':
		return 'b'
	case 'f', 'v':
		return 'f'
	}
	return c
}
