package attribute

import (
	"strings"
	"unicode/utf8"
)

// nextWord returns the next run of letters and digits of s from i on, empty at its end.
func nextWord(s string, i int) (from, to int) {
	for i < len(s) {
		ok, n := wordAt(s, i)
		if ok {
			break
		}
		i += n
	}
	from = i
	for i < len(s) {
		ok, n := wordAt(s, i)
		if !ok {
			break
		}
		i += n
	}
	return from, i
}

// wordAt tells whether the letter at i belongs to a word, and its length.
func wordAt(s string, i int) (bool, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9', 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return wordRune(r), n
}

// lightWord tells whether a word says too little to tell names apart.
func lightWord(w string) bool {
	if len(w) > 13 {
		return false
	}
	var buf [13]byte
	switch string(appendLower(buf[:0], w)) {
	case "the", "of", "in", "and", "al", "el", "a", "an", "for", "city", "town", "village", "province", "governorate", "district",
		"neighborhood", "neighbourhood", "area", "countryside", "s":
		return true
	}
	return false
}

// appendLower appends s with its ASCII letters in lower case.
func appendLower(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 32
		}
		dst = append(dst, c)
	}
	return dst
}

// endsIn tells whether s ends in the words of end, in any case. end is ASCII.
func endsIn(s, end string) bool {
	return len(s) >= len(end) && strings.EqualFold(s[len(s)-len(end):], end)
}

// placeIn returns where lower, which is in lower case, first stands in s in any
// case, -1 where it does not. It counts bytes of s in lower case.
func placeIn(s, lower string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Index(strings.ToLower(s), lower)
		}
	}
	for i := 0; i+len(lower) <= len(s); i++ {
		k := 0
		for k < len(lower) && (s[i+k] == lower[k] || 'A' <= s[i+k] && s[i+k] <= 'Z' && s[i+k]+32 == lower[k]) {
			k++
		}
		if k == len(lower) {
			return i
		}
	}
	return -1
}

// hasWord tells whether w is a word of s, in any case.
func hasWord(s, w string) bool {
	for i := 0; ; {
		from, to := nextWord(s, i)
		if from == to {
			return false
		}
		if to-from == len(w) && s[from]|0x20 == w[0]|0x20 && strings.EqualFold(s[from:to], w) {
			return true
		}
		i = to
	}
}
