// Package copies makes streams of made-up reports among which some copy others
// in known ways, for tests and loads of trace: the same seed gives the same
// stream. The words are made of syllables and mean nothing; outlets are made up.
//
// One report in three copies an earlier one of the last three days: verbatim
// under another date line, cut after some paragraphs, one or two paragraphs
// lifted into a text of its own, lightly edited, heavily edited with its sentences
// in another order, or merged of two. Traps stand among the others: footers of an
// outlet, a disclaimer that all use, the same quotation in two reports, a stock
// paragraph that one outlet prints again and again.
package copies

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// Kind is how a report was made of another.
type Kind string

const (
	Verbatim Kind = "verbatim"
	Cut      Kind = "cut"
	Lift     Kind = "lift"
	Light    Kind = "light"
	Heavy    Kind = "heavy"
	Merge    Kind = "merge"
)

// Kinds lists them.
func Kinds() []Kind { return []Kind{Verbatim, Cut, Lift, Light, Heavy, Merge} }

// Report is a line of the batch interface.
type Report struct {
	ID        string `json:"id"`
	Source    string `json:"source"`
	Published string `json:"published"`
	Title     string `json:"title"`
	Text      string `json:"text"`
}

// Pair is what is true of a report: it was made of Original.
type Pair struct {
	Copy, Original string
	Kind           Kind
}

// Stream gives one report after the other.
type Stream struct {
	rand   *rand.Rand
	lang   *language
	day    int // reports a day
	n      int
	recent []story // that may be copied
	stock  [][]string
	quote  string // of the last speaker who was quoted
}

// story is a report that may be copied, by its paragraphs.
type story struct {
	id         string
	outlet     int
	paragraphs [][]string // sentences
	copied     int
}

const outlets = 30

// English and Arabic begin a stream in one language. perDay is how many reports
// come on a day.
func English(seed uint64, perDay int) *Stream { return begin(seed, perDay, &english) }

// Arabic is like English.
func Arabic(seed uint64, perDay int) *Stream { return begin(seed, perDay, &arabic) }

func begin(seed uint64, perDay int, l *language) *Stream {
	s := &Stream{rand: rand.New(rand.NewPCG(seed, 17)), lang: l, day: perDay}
	for range outlets / 5 {
		s.stock = append(s.stock, s.paragraph())
	}
	return s
}

// Next returns the next report and what it was made of, the later pair first
// for a merge.
func (s *Stream) Next() (Report, []Pair) {
	id := fmt.Sprintf("c%06d", s.n)
	outlet := s.rand.IntN(outlets)
	at := time.Date(2015, 3, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(float64(s.n) / float64(s.day) * float64(24*time.Hour)))
	s.n++
	r := Report{ID: id, Source: s.lang.outlet(outlet), Published: at.Format(time.RFC3339), Title: s.words(7)}
	for len(s.recent) > 3*s.day {
		s.recent = s.recent[1:]
	}
	var ps [][]string
	var pairs []Pair
	if from := s.pick(outlet, -1); from >= 0 && s.rand.IntN(3) == 0 {
		kind := Kinds()[s.rand.IntN(6)]
		other := s.pick(outlet, from)
		if kind == Merge && other < 0 {
			kind = Verbatim
		}
		ps = s.copyOf(kind, s.recent[from].paragraphs)
		pairs = append(pairs, Pair{id, s.recent[from].id, kind})
		s.recent[from].copied++
		if kind == Merge {
			ps = append(ps, s.copyOf(kind, s.recent[other].paragraphs)...)
			pairs = append(pairs, Pair{id, s.recent[other].id, kind})
			s.recent[other].copied++
		}
	} else {
		ps = s.story()
		s.recent = append(s.recent, story{id, outlet, ps, 0})
		if outlet < len(s.stock) && s.rand.IntN(2) == 0 {
			ps = append(ps[:len(ps):len(ps)], s.stock[outlet])
		}
	}
	r.Text = s.print(ps, outlet)
	return r, pairs
}

// pick chooses a report of another outlet that was copied no more than twice.
func (s *Stream) pick(outlet, not int) int {
	for range 20 {
		if len(s.recent) == 0 {
			break
		}
		i := s.rand.IntN(len(s.recent))
		if r := s.recent[i]; i != not && r.outlet != outlet && r.copied < 3 {
			return i
		}
	}
	return -1
}

func (s *Stream) story() [][]string {
	var ps [][]string
	for range 4 + s.rand.IntN(5) {
		ps = append(ps, s.paragraph())
	}
	if s.rand.IntN(8) == 0 {
		if s.quote == "" || s.rand.IntN(2) == 0 {
			s.quote = s.lang.open + s.words(16) + s.lang.close + s.lang.comma + " " + s.words(3) + "."
		}
		ps[1] = append(ps[1][:1:1], s.quote)
	}
	return ps
}

func (s *Stream) copyOf(kind Kind, ps [][]string) [][]string {
	switch kind {
	case Cut:
		return ps[:(len(ps)+1)/2]
	case Lift:
		at, n := s.rand.IntN(len(ps)-1), 1
		if s.rand.IntN(2) == 0 || len(strings.Fields(strings.Join(ps[at], " "))) < 40 {
			n = 2 // a short paragraph is rarely lifted alone
		}
		own := s.story()
		in := 1 + s.rand.IntN(len(own)-1)
		return append(append(own[:in:in], ps[at:at+n]...), own[in:]...)
	case Light:
		return s.edit(ps, 25, false)
	case Heavy:
		return s.edit(ps, 7, true)
	case Merge:
		return ps[:(len(ps)+2)/2]
	}
	return ps
}

// edit replaces, drops or adds a word in every so many, and may shuffle the sentences.
func (s *Stream) edit(ps [][]string, every int, shuffle bool) [][]string {
	var out [][]string
	var flat []string
	for _, p := range ps {
		var edited []string
		for _, sentence := range p {
			words := strings.Fields(sentence)
			for i := 0; i < len(words)-1; i++ {
				if s.rand.IntN(every) != 0 {
					continue
				}
				switch s.rand.IntN(3) {
				case 0:
					words[i] = s.word()
				case 1:
					words = append(words[:i], words[i+1:]...)
				case 2:
					words[i] += " " + s.word()
				}
			}
			edited = append(edited, strings.Join(words, " "))
		}
		out = append(out, edited)
		flat = append(flat, edited...)
	}
	if !shuffle {
		return out
	}
	for i := 0; i+2 < len(flat); i += 3 { // sentences change places with their neighbours
		flat[i], flat[i+2] = flat[i+2], flat[i]
	}
	out = out[:0]
	for len(flat) > 0 {
		n := min(3, len(flat))
		out, flat = append(out, flat[:n]), flat[n:]
	}
	return out
}

// print sets a text: a date line, paragraphs, footers.
func (s *Stream) print(ps [][]string, outlet int) string {
	var b strings.Builder
	if s.rand.IntN(2) == 0 {
		fmt.Fprintf(&b, "%s (%s) - ", s.lang.content[s.rand.IntN(40)], s.lang.outlet(outlet))
	}
	for i, p := range ps {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(strings.Join(p, " "))
	}
	if s.rand.IntN(10) == 0 {
		b.WriteString("\n\n" + s.lang.disclaimer)
	}
	if s.rand.IntN(4) > 0 {
		b.WriteString("\n\n" + fmt.Sprintf(s.lang.footer, s.lang.outlet(outlet)))
	}
	return b.String()
}

func (s *Stream) paragraph() []string {
	var p []string
	for range 2 + s.rand.IntN(3) {
		p = append(p, s.words(9+s.rand.IntN(14))+".")
	}
	return p
}

func (s *Stream) words(n int) string {
	w := make([]string, n)
	for i := range w {
		w[i] = s.word()
	}
	return strings.Join(w, " ")
}

// word is a function word as often as not; content words follow Zipf's law roughly.
func (s *Stream) word() string {
	if s.rand.IntN(5) < 2 {
		return s.lang.small[s.rand.IntN(len(s.lang.small))]
	}
	f := s.rand.Float64()
	return s.lang.content[int(f*f*f*float64(len(s.lang.content)))]
}
