package pipeline

import (
	"hash/maphash"
	"strings"
	"unicode"

	"isnad"
	"isnad/internal/names"
)

// quoteWords is how many words in a row of an erased text are taken for a quotation of
// it in what is about it, and passageWords in what is not: "the ministry of health"
// stands anywhere.
const (
	quoteWords   = 4
	passageWords = 8
)

// quoted knows the words of texts that are erased, as digests of the runs in them.
type quoted struct {
	seed maphash.Seed
	runs map[uint64]bool

	longest int      // words of the longest text
	only    []string // texts of fewer words, folded
}

func quotedIn(texts ...string) *quoted {
	q := &quoted{seed: maphash.MakeSeed(), runs: map[uint64]bool{}}
	for _, t := range texts {
		words := foldedIn(t)
		if len(words) < quoteWords {
			if len(words) > 1 {
				q.only = append(q.only, " "+strings.Join(words, " ")+" ")
			}
			continue
		}
		q.longest = max(q.longest, len(words))
		for i := quoteWords; i <= len(words); i++ {
			q.runs[q.sum(words[i-quoteWords:i])] = true
		}
	}
	return q
}

func (q *quoted) sum(words []string) uint64 {
	return maphash.String(q.seed, strings.Join(words, " "))
}

// in tells whether a text quotes any of the words.
func (q *quoted) in(text string) bool {
	words := foldedIn(text)
	for i := quoteWords; i <= len(words); i++ {
		if q.runs[q.sum(words[i-quoteWords:i])] {
			return true
		}
	}
	if len(q.only) == 0 {
		return false
	}
	all := " " + strings.Join(words, " ") + " "
	for _, t := range q.only {
		if strings.Contains(all, t) {
			return true
		}
	}
	return false
}

// blot is a text with the passages of erased texts blotted out, as many characters as
// it had: runs of at least passageWords words, or all words of a text that has fewer,
// but not fewer than quoteWords.
func (q *quoted) blot(text string) string {
	type word struct {
		from, to int // in bytes
		folded   string
	}
	var words []word
	add := func(from, to int) {
		for _, f := range foldedIn(text[from:to]) {
			words = append(words, word{from, to, f})
		}
	}
	from := -1
	for i, r := range text {
		switch {
		case parts(r) && from >= 0:
			add(from, i)
			from = -1
		case !parts(r) && from < 0:
			from = i
		}
	}
	if from >= 0 {
		add(from, len(text))
	}
	blotted := make([]bool, len(words))
	window := make([]string, quoteWords)
	for i := 0; i+quoteWords <= len(words); i++ {
		for k := range window {
			window[k] = words[i+k].folded
		}
		if q.runs[q.sum(window)] {
			for k := range window {
				blotted[i+k] = true
			}
		}
	}
	var out strings.Builder
	done := 0
	for i := 0; i < len(words); {
		n := i
		for n < len(words) && blotted[n] {
			n++
		}
		if n > i && n-i >= min(passageWords, q.longest) {
			out.WriteString(text[done:words[i].from])
			for _, r := range text[words[i].from:words[n-1].to] {
				if r != '\n' {
					r = isnad.Blot
				}
				out.WriteRune(r)
			}
			done = words[n-1].to
		}
		i = max(n, i+1)
	}
	if done == 0 {
		return text
	}
	return out.String() + text[done:]
}

// foldedIn is the words of a text as they are compared.
func foldedIn(text string) []string { return strings.FieldsFunc(names.Fold(text), parts) }

// parts tells whether a character stands between words.
func parts(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// blotCase blots out of a case what it holds of an erased report: its passage, what
// earlier decisions that had an effect on it say, and whatever words of people quote
// it. It returns the acts that changed, and whether anything of the case did.
func blotCase(c *isnad.Case, notice, report string, quotes func(string) bool) (acts []int, changed bool) {
	blot := func(s *string) bool {
		if *s == "" || *s == blotted || !quotes(*s) {
			return false
		}
		*s, changed = blotted, true
		return true
	}
	wipe := func(s *string) bool {
		if *s == "" || *s == blotted {
			return false
		}
		*s, changed = blotted, true
		return true
	}
	if c.Report == report {
		wipe(&c.Quote)
		wipe(&c.Form.Address) // an address may hold words of a title
	}
	for _, s := range []*string{&c.Quote, &c.Form.Text, &c.Form.Right, &c.Form.Reply, &c.Form.Work, &c.Form.Address, &c.Form.OnBehalf, &c.Form.Reference, &c.Reasons} {
		blot(s)
	}
	for i := range c.Form.Evidence {
		blot(&c.Form.Evidence[i].Name)
		blot(&c.Form.Evidence[i].Address)
	}
	blotRuling(c.Ruling, rulesOn(c.Ruling, c) == report, blot, wipe)
	if c.Ruling != nil && c.Ruling.Reasons == blotted {
		wipe(&c.Reasons)
	}
	for i := range c.Acts {
		a := &c.Acts[i]
		was := changed
		changed = false
		if blot(&a.Text) {
			a.Erased = notice
		}
		for k := range a.Evidence {
			blot(&a.Evidence[k].Name)
			blot(&a.Evidence[k].Address)
		}
		blotRuling(a.Ruling, rulesOn(a.Ruling, c) == report, blot, wipe)
		if changed {
			acts = append(acts, a.Number)
		}
		changed = changed || was
	}
	return acts, changed
}

// rulesOn is the report that a ruling falls on.
func rulesOn(r *isnad.Ruling, c *isnad.Case) string {
	if r != nil && r.Report != "" {
		return r.Report
	}
	return c.Report
}

// blotRuling blots out what a ruling gave of a report's words, and what of its reasons quotes them.
func blotRuling(r *isnad.Ruling, about bool, blot, wipe func(*string) bool) {
	if r == nil {
		return
	}
	if about && r.Effect != "" && r.Effect != isnad.EffectErasure && r.Effect != isnad.EffectRemoval {
		wipe(&r.Body)
		wipe(&r.Reasons)
		wipe(&r.Statement.Facts)
		if r.Title != nil {
			title := *r.Title
			wipe(&title)
			r.Title = &title
		}
	}
	s := &r.Statement
	for _, x := range []*string{&r.Body, &r.Reasons, &s.Facts, &s.LegalExplanation, &s.TermsExplanation, &s.VisibilityOther, &s.LegalGround, &s.TermsGround} {
		blot(x)
	}
}
