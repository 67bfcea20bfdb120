package names

// Similar says how alike two folded names are, from 0 to 1, by an edit distance
// whose costs follow what romanisation changes: a vowel for a vowel is cheap, a
// letter for one of its class cheap, a consonant dear. Articles are left out.
// Names of more than 48 letters are cut.
func Similar(a, b string) float64 {
	var bufA, bufB [64]byte
	x, y := loosen(bufA[:0], a), loosen(bufB[:0], b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	var prev, cur [50]int
	for j := 1; j <= len(y); j++ {
		prev[j] = prev[j-1] + drop(y, j-1)
	}
	for i := 1; i <= len(x); i++ {
		cur[0] = prev[0] + drop(x, i-1)
		for j := 1; j <= len(y); j++ {
			cur[j] = min(prev[j]+drop(x, i-1), cur[j-1]+drop(y, j-1), prev[j-1]+swap(x[i-1], y[j-1]))
		}
		prev = cur
	}
	whole := 10 * max(len(x), len(y))
	return 1 - min(1, float64(prev[len(y)])/float64(whole))
}

// loosen writes the folded name without spaces and articles, digraphs as one
// letter, letters of other scripts as their class.
func loosen(dst []byte, s string) []byte {
	for len(s) > 0 && len(dst) < 48 {
		w := s
		for i := range len(s) {
			if s[i] == ' ' {
				w = s[:i]
				break
			}
		}
		last := len(w) == len(s)
		s = s[min(len(w)+1, len(s)):]
		if !last && IsArticle([]byte(w)) {
			continue
		}
		if len(w) > 5 && w[:4] == "ال" {
			w = w[4:]
		}
		rs := []rune(w)
		for i := 0; i < len(rs) && len(dst) < 48; i++ {
			r := rs[i]
			if r >= 0x80 {
				if c := otherClass(r); c != 0 {
					dst = append(dst, c)
				} else {
					dst = append(dst, long(r))
				}
				continue
			}
			var next rune
			if i+1 < len(rs) {
				next = rs[i+1]
			}
			if c, two := latinClass(byte(r), next); two {
				dst = append(dst, c)
				i++
				continue
			}
			dst = append(dst, byte(r))
		}
	}
	return dst
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
