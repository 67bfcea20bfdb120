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

// common tells whether the folded word is in words.txt. The list is searched in
// place, among the words that begin with the same two bytes: nothing is parsed at
// start.
func common(word []byte) bool {
	if len(word) == 0 {
		return false
	}
	lines := wordStarts()
	k := opening(word[0], 0)
	if len(word) > 1 {
		k = opening(word[0], word[1])
	}
	for s := wordList[lines[k]:lines[k+1]]; s != ""; {
		line, rest, _ := strings.Cut(s, "\n")
		if line == string(word) {
			return true
		}
		s = rest
	}
	return false
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

// wordStarts says for every opening where its first line begins, or the line after
// it where there is none. The first call reads the list once.
var wordStarts = sync.OnceValue(func() *[28*28 + 1]int32 {
	var starts [28*28 + 1]int32
	next := 0
	for at := 0; at < len(wordList); {
		end := len(wordList)
		if n := strings.IndexByte(wordList[at:], '\n'); n >= 0 {
			end = at + n
		}
		b := byte(0)
		if end > at+1 {
			b = wordList[at+1]
		}
		for k := opening(wordList[at], b); next <= k; next++ {
			starts[next] = int32(at)
		}
		at = end + 1
	}
	for ; next < len(starts); next++ {
		starts[next] = int32(len(wordList))
	}
	return &starts
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
