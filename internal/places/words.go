package places

import (
	_ "embed"
	"strings"
	"sync"
)

// words.txt holds, sorted, one a line, the folded names of the gazetteer that
// English texts write in small letters too ("of", "police", "reading"), and the
// given names and surnames that are villages as well ("hassan"). Such a word is
// a place only where the words around it say so.
//
//go:embed words.txt
var wordList string

// common tells whether the folded word is in words.txt. It is searched among the
// words that begin with the same two bytes.
func common(word []byte) bool {
	if len(word) == 0 {
		return false
	}
	x := words()
	k := opening(word[0], 0)
	if len(word) > 1 {
		k = opening(word[0], word[1])
	}
	lines := x.lines[x.starts[k]:x.starts[k+1]]
	from, to := 0, len(lines)
	for from < to { // no slices.BinarySearchFunc, which would copy the word for every line
		if m := (from + to) / 2; lines[m] < string(word) {
			from = m + 1
		} else {
			to = m
		}
	}
	return from < len(lines) && lines[from] == string(word)
}

// opening numbers the first two bytes of a word in their order; bytes that no
// Latin letter has share a number.
func opening(a, b byte) int {
	place := func(c byte) int {
		switch {
		case c < 'a':
			return 0
		case c > 'z':
			return 27
		}
		return int(c-'a') + 1
	}
	return 28*place(a) + place(b)
}

// wordIndex says for every opening which is its first line, or the line after it
// where there is none.
type wordIndex struct {
	lines  []string
	starts [28*28 + 1]int
}

// words reads the list once, when it is first asked.
var words = sync.OnceValue(func() *wordIndex {
	x := &wordIndex{lines: strings.Split(strings.TrimSuffix(wordList, "\n"), "\n")}
	next := 0
	for i, line := range x.lines {
		k := 0
		switch len(line) {
		case 0:
		case 1:
			k = opening(line[0], 0)
		default:
			k = opening(line[0], line[1])
		}
		for ; next <= k; next++ {
			x.starts[next] = i
		}
	}
	for ; next < len(x.starts); next++ {
		x.starts[next] = len(x.lines)
	}
	return x
})

// never tells words that are no place even after "in": times and titles.
func never(word []byte) bool {
	switch string(word) {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ramadan", "eid", "islam", "allah",
		"police", "army", "of", "the", "and", "says", "said", "news", "photo", "mr", "mrs", "dr", "god", "muslim", "christian":
		return true
	}
	return false
}

// commonArabic tells Arabic words that are villages too and everyday words.
func commonArabic(word string) bool {
	switch word {
	case "الحرب", "الجيش", "القوات", "النظام", "الجديده", "الشرقيه", "الغربيه", "الشماليه", "الجنوبيه", "المدينه", "القريه", "البلده",
		"المنطقه", "الحي", "السوق", "المسجد", "الطريق", "الشيخ", "الامير", "السيد", "الملك", "العرب", "الاسلام", "محمد", "احمد", "علي",
		"حسن", "حسين", "عمر", "خالد", "صالح", "سعيد", "ابراهيم", "يوسف", "باب", "بيت", "دار", "عين", "جبل", "وادي", "نهر", "خان",
		"الان", "اليوم", "امس", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "بعد", "قبل", "على", "الى", "من",
		"في", "عن", "مع", "هذا", "كل", "غير", "بين", "حتى", "كما", "اكثر", "عام", "شهر", "مصدر", "مصادر", "قتل", "قال", "وسط",
		"شرق", "غرب", "شمال", "جنوب", "مدينه", "بلده", "قريه", "محافظه", "ريف", "حي", "الوسطى", "العاصمه", "السلام", "النصر", "الحريه":
		return true
	}
	return false
}
