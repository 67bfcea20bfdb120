package attribute

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

// What a sentence is about is told by its words, also by those that no lexicon of deeds holds: a
// street, a hospital and a Tuesday are of incidents, a policy, a commitment and the world's concern
// are not. Each word of the table has one number, what it adds to the judge's sum: its vector in
// GloVe (Pennington, Socher, Manning 2014) seen along the one direction that tells claims from other
// candidates, as fit words finds it. To read, no vectors are needed.

//go:embed data/words.tsv
var wordsTSV string

// wordScore is what a word adds to the judge's sum, and the square of how much of a word it is: those
// that stand in most sentences count less.
type wordScore struct{ score, square float32 }

// judgedWords is the scores of words.
type judgedWords struct {
	scores map[string]wordScore
	bias   float64 // added where a sentence has words of the table
}

// How the words of a sentence are weighed together, to read as to fit.
const (
	FullWord    = 6.0                     // how much of a word one is that is seldom seen; none counts for more
	EvenedWords = 2 * FullWord * FullWord // two such words more, that a sentence of few words is not judged by one
)

var wordScores = sync.OnceValue(func() *judgedWords { return loadWords(wordsTSV) })

// loadWords reads lines of a word, its score in hundredths and, where it is no full word, how much of
// one it is in tenths; the line of the bias has no word.
func loadWords(tsv string) *judgedWords {
	t := &judgedWords{scores: make(map[string]wordScore, strings.Count(tsv, "\n"))}
	for line := range strings.Lines(tsv) {
		word, rest, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(word, "#") {
			continue
		}
		score, weight, part := strings.Cut(rest, "\t")
		v, err := strconv.Atoi(score)
		tenths := int(FullWord * 10)
		if err == nil && part {
			tenths, err = strconv.Atoi(weight)
		}
		if err != nil {
			panic("attribute: score of " + word + ": " + err.Error()) // a broken build, caught by the tests
		}
		if word == "" {
			t.bias = float64(v) / 100
			continue
		}
		t.scores[word] = wordScore{float32(v) / 100, float32(tenths*tenths) / 100}
	}
	return t
}

// wordsOf are the words of a sentence, phrases taken apart.
func (f *field) wordsOf(s *sentence) []string {
	var out []string
	for k := s.from; k < s.to; k++ {
		out = append(out, strings.Split(f.word(k), " ")...)
	}
	return out
}

// aboutDeeds is what the words of a sentence add to the judge's sum.
func (f *field) aboutDeeds(s *sentence) float64 {
	t := wordScores()
	sum, squares := float32(0), float32(0)
	for k := s.from; k < s.to; k++ {
		for rest := f.word(k); rest != ""; {
			var word string
			word, rest, _ = strings.Cut(rest, " ")
			if x, ok := t.scores[word]; ok {
				sum += x.score
				squares += x.square
			}
		}
	}
	if squares == 0 {
		return 0
	}
	return t.bias + float64(sum)/math.Sqrt(float64(squares)+EvenedWords)
}
