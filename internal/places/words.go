package places

import (
	_ "embed"
	"sort"
	"strings"
)

// words.txt holds, sorted, one a line, the folded names of the gazetteer that
// English texts write in small letters too ("of", "police", "reading"), and the
// given names and surnames that are villages as well ("hassan"). Such a word is
// a place only where the words around it say so.
//
//go:embed words.txt
var wordList string

// common tells whether the folded word is in words.txt. The list is searched in
// place: nothing is parsed at start.
func common(word []byte) bool {
	w := string(word)
	n := len(wordList)
	// Search over byte positions: the line that holds position i is compared.
	i := sort.Search(n, func(i int) bool { return lineAt(i) >= w })
	return i < n && lineAt(i) == w
}

func lineAt(i int) string {
	start := strings.LastIndexByte(wordList[:i], '\n') + 1
	end := strings.IndexByte(wordList[i:], '\n')
	if end < 0 {
		return wordList[start:]
	}
	return wordList[start : i+end]
}

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
