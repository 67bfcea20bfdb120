package isnad

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// needle is the words of a mark, folded.
type needle struct {
	words  []byte
	arabic bool // words may be joined to what stands before them: "and", "by", "the"
}

func needleOf(words string) needle {
	f := foldText([]rune(words))
	n := needle{words: bytes.Trim(f.text, " ")}
	first, _ := utf8.DecodeRune(n.words)
	n.arabic = unicode.Is(unicode.Arabic, first)
	return n
}

// folded is a text in the form in which words are compared: small letters,
// without vowel signs, one form for each letter, one space between words. at
// tells for each byte which character of the text it is of.
type folded struct {
	runes []rune
	text  []byte
	at    []int32
}

func foldText(runes []rune) folded {
	f := folded{runes: runes, text: make([]byte, 0, len(runes)+8), at: make([]int32, 0, len(runes)+8)}
	var buf [utf8.UTFMax]byte
	space := true
	for i, r := range runes {
		switch {
		case unicode.Is(unicode.Mn, r), r == 'ـ', unicode.Is(unicode.Cf, r):
			continue // vowel signs, the stretch of a letter, marks of direction
		case !unicode.IsLetter(r) && !unicode.IsNumber(r):
			if !space {
				f.text, f.at = append(f.text, ' '), append(f.at, int32(i))
			}
			space = true
			continue
		}
		space = false
		n := utf8.EncodeRune(buf[:], foldRune(r))
		for _, c := range buf[:n] {
			f.text, f.at = append(f.text, c), append(f.at, int32(i))
		}
	}
	return f
}

// find calls hit with the run of characters [from, to) of every place where the
// words stand.
func (f folded) find(n needle, hit func(from, to int)) {
	for start := 0; ; {
		i := bytes.Index(f.text[start:], n.words)
		if i < 0 {
			return
		}
		i += start
		end := i + len(n.words)
		start = i + 1
		if !f.begins(i, n.arabic) || end < len(f.text) && f.text[end] != ' ' {
			continue
		}
		from, to := int(f.at[i]), int(f.at[end-1])+1
		for to < len(f.runes) && unicode.Is(unicode.Mn, f.runes[to]) {
			to++
		}
		hit(from, to)
		start = end
	}
}

// begins tells whether a word begins at byte i. In Arabic script short words are
// joined to the next one.
func (f folded) begins(i int, arabic bool) bool {
	if i == 0 || f.text[i-1] == ' ' {
		return true
	}
	if !arabic {
		return false
	}
	for n := 0; n < 4 && i > 0 && f.text[i-1] != ' '; n++ {
		r, size := utf8.DecodeLastRune(f.text[:i])
		if !strings.ContainsRune("وفبكلاس", r) {
			return false
		}
		i -= size
	}
	return i == 0 || f.text[i-1] == ' '
}

// foldRune gives one form to the forms of a letter.
func foldRune(r rune) rune {
	switch {
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠'
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰'
	case r < utf8.RuneSelf:
		return unicode.ToLower(r)
	}
	r = unicode.ToLower(r)
	if x, ok := oneForm[r]; ok {
		return x
	}
	return r
}

// oneForm maps the forms of a letter to one. Without it a name would stand there
// still, spelled with another alef.
var oneForm = func() map[rune]rune {
	m := map[rune]rune{}
	for _, p := range []struct {
		to   rune
		from string
	}{
		{'ا', "أإآٱ"}, {'ي', "ىیئ"}, {'و', "ؤ"}, {'ه', "ةہۀ"}, {'ك', "کڪ"},
		{'a', "àáâãäåāăąǎ"}, {'c', "çćĉċč"}, {'d', "ďđ"}, {'e', "èéêëēĕėęěə"}, {'g', "ĝğġģǧ"}, {'h', "ĥħḥ"},
		{'i', "ìíîïĩīĭįıǐ"}, {'j', "ĵ"}, {'k', "ķ"}, {'l', "ĺļľł"}, {'n', "ñńņňŋ"}, {'o', "òóôõöøōŏőǒ"}, {'r', "ŕŗř"},
		{'s', "śŝşšșṣ"}, {'t', "ţťŧțṭ"}, {'u', "ùúûüũūŭůűųǔ"}, {'w', "ŵ"}, {'y', "ýÿŷ"}, {'z', "źżžẓ"},
	} {
		for _, r := range p.from {
			m[r] = p.to
		}
	}
	return m
}()
